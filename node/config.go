package node

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"github.com/trident-network/trident/avs/mach"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/signer/remote"
)

// Sentinels of Config.Check.
var (
	ErrConfigL1      = errors.New("l1 is not set")
	ErrConfigAddress = errors.New("address is not host:port")
	ErrConfigPeriod  = errors.New("period must be positive")
	ErrConfigMemory  = errors.New("memory limit is too small")
	ErrConfigLoss    = errors.New("message loss is out of range")
	ErrConfigFaults  = errors.New("faults on purpose are not possible")
)

// Config is how one operator runs on its machine: the file node.toml in its home directory.
type Config struct {
	L1               string                  `toml:"l1" comment:"URL of an L1 node: http, ws or ipc"`
	Gossip           string                  `toml:"gossip" comment:"host:port that libp2p listens on"`
	Consensus        string                  `toml:"consensus" comment:"host:port that CometBFT's peers dial"`
	API              string                  `toml:"api" comment:"host:port of certificates, status and metrics"`
	Signer           string                  `toml:"signer" comment:"URL of a signer that holds the attestation and consensus keys; empty to hold them here"`
	RollupRPC        map[string]string       `toml:"rollup_rpc" comment:"host:port of each rollup's Ethereum JSON-RPC, by rollup name"`
	RollupEngine     map[string]EngineConfig `toml:"rollup_engine,omitempty" comment:"external execution client of a rollup, by rollup name; without it the client runs inside the operator"`
	Follow           map[string]FollowConfig `toml:"follow,omitempty" comment:"nodes of each followed rollup, by rollup name"`
	Quiet            Duration                `toml:"quiet" comment:"for how long nothing must be wrong with a rollup before this operator resumes it by itself"`
	CheckpointBlocks uint64                  `toml:"checkpoint_blocks" comment:"blocks of a rollup from one checkpoint on L1 to the next, paid by the submitter account; 0 posts only alerts"`
	L1Poll           Duration                `toml:"l1_poll" comment:"how often the finalised L1 head is looked at"`
	LogLevel         slog.Level              `toml:"log_level" comment:"debug, info, warn or error"`
	Replay           bool                    `toml:"replay,omitempty" comment:"execute all blocks from the beginning, instead of taking the state from other operators when this one is new"`
	MemoryMiB        int64                   `toml:"memory_mib" comment:"heap that the garbage collector holds the operator to, if it can"`
	// MessageLoss is refused outside local networks.
	MessageLoss float64 `toml:"message_loss,omitempty" comment:"share of gossip to throw away, to see what loss costs; local networks only"`
	// Faults are refused outside local networks.
	Faults []string `toml:"faults,omitempty" comment:"what to do wrong as a leader, to see what the others make of it: withhold_bodies, equivocate, censor:0xADDRESS, invalid_blocks, mute; local networks only"`
}

// Duration is a time.Duration that TOML writes as text, such as "2s".
type Duration time.Duration

// MarshalText implements encoding.TextMarshaler.
func (d Duration) MarshalText() ([]byte, error) { return []byte(time.Duration(d).String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Duration) UnmarshalText(text []byte) error {
	v, err := time.ParseDuration(string(text))
	*d = Duration(v)
	return err
}

// DefaultConfig listens on loopback only; what must be reachable from outside is for the operator to say.
func DefaultConfig() Config {
	return Config{L1: "http://127.0.0.1:8545", Gossip: "127.0.0.1:30300", Consensus: "127.0.0.1:30301", API: "127.0.0.1:30302",
		RollupRPC: map[string]string{}, Quiet: Duration(mach.DefaultQuiet), L1Poll: Duration(2 * time.Second), LogLevel: slog.LevelInfo, MemoryMiB: 170}
}

// minMemoryMiB is about what an idle operator holds; below it the collector would run all the time.
const minMemoryMiB = 64

// Check reports the first wrong value.
func (c Config) Check() error {
	if c.L1 == "" {
		return fmt.Errorf("%w: give the URL of an L1 node with --l1 or in node.toml", ErrConfigL1)
	}
	if c.Signer != "" {
		if err := remote.CheckURL(c.Signer); err != nil {
			return fmt.Errorf("signer: %w", err)
		}
	}
	addresses := map[string]string{"gossip": c.Gossip, "consensus": c.Consensus, "api": c.API}
	for name, at := range c.RollupRPC {
		addresses["rollup_rpc."+name] = at
	}
	for key, at := range addresses {
		if _, _, err := net.SplitHostPort(at); err != nil {
			return fmt.Errorf("%w: %s = %q; write it as 127.0.0.1:30300", ErrConfigAddress, key, at)
		}
	}
	if c.L1Poll <= 0 {
		return fmt.Errorf("%w: l1_poll = %s", ErrConfigPeriod, time.Duration(c.L1Poll))
	}
	if c.Quiet <= 0 {
		return fmt.Errorf("%w: quiet = %s", ErrConfigPeriod, time.Duration(c.Quiet))
	}
	if c.MemoryMiB < minMemoryMiB {
		return fmt.Errorf("%w: memory_mib = %d, want at least %d", ErrConfigMemory, c.MemoryMiB, minMemoryMiB)
	}
	if c.MessageLoss < 0 || c.MessageLoss >= 1 {
		return fmt.Errorf("%w: message_loss = %g, want 0 to less than 1", ErrConfigLoss, c.MessageLoss)
	}
	f, err := squad.ParseFaults(c.Faults)
	if err != nil {
		return fmt.Errorf("%w: faults: %w", ErrConfigFaults, err)
	}
	if f.Equivocate && c.Signer != "" {
		return fmt.Errorf("%w: equivocate needs the consensus key in the node, signer = %q holds it", ErrConfigFaults, c.Signer)
	}
	return nil
}

// LoadConfig reads node.toml of a home directory over the defaults.
func LoadConfig(home string) (Config, error) {
	c := DefaultConfig()
	path := filepath.Join(home, configFile)
	data, err := os.ReadFile(path)
	if err != nil {
		return c, fmt.Errorf("read configuration: %w; is --home right?", err)
	}
	decoder := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields()
	var unknown *toml.StrictMissingError
	if err := decoder.Decode(&c); errors.As(err, &unknown) {
		return c, fmt.Errorf("read configuration %s: no such key: %s", path, strings.Join(unknown.Errors[0].Key(), "."))
	} else if err != nil {
		return c, fmt.Errorf("read configuration %s: %w", path, err)
	}
	return c, c.Check()
}

// Save writes node.toml, replacing it as a whole.
func (c Config) Save(home string) error {
	data, err := toml.Marshal(c)
	if err != nil {
		return fmt.Errorf("write configuration: %w", err)
	}
	return writeFile(filepath.Join(home, configFile), data)
}
