package follow

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// Faults of a Config, one sentinel each, beside ErrStack.
var (
	ErrLevel        = errors.New("stack cannot be followed at this level")
	ErrHead         = errors.New("head to follow must be latest, safe or finalized")
	ErrURL          = errors.New("endpoint must be an http or https URL")
	ErrFewEndpoints = errors.New("at least two endpoints beside the own node are needed")
	ErrSharedHost   = errors.New("endpoints on one host are not independent")
	ErrChainID      = errors.New("chain id of the followed rollup is not set")
	ErrChainConfig  = errors.New("chain configuration of the followed rollup is missing or of another chain")
	ErrStart        = errors.New("genesis cannot be executed: start at block 1 or later")
	ErrTiming       = errors.New("durations and batch size must not be negative")
)

// Head names which head of the own node is followed.
type Head string

// The heads that execution clients know.
const (
	Latest    Head = "latest"
	Safe      Head = "safe"
	Finalized Head = "finalized"
)

// ParseHead takes the name of a head.
func ParseHead(s string) (Head, error) {
	switch h := Head(s); h {
	case Latest, Safe, Finalized:
		return h, nil
	}
	return "", fmt.Errorf("%w, not %q", ErrHead, s)
}

// Config says what to follow, and by whom.
type Config struct {
	Stack   string    // see Stacks
	Level   avs.Level // every emitted block reached exactly this one
	ChainID uint64    // of the followed rollup; every endpoint must be on it
	Head    Head      // of the own node; default Finalized

	Own         string   // URL of the operator's own node
	Others      []string // URLs of at least two independent endpoints
	SharedHosts bool     // the operator states that endpoints on one host are independent; else hosts must differ
	RollupNode  string   // opstack: URL of op-node, for its outputs; empty asks Own, and goes without where it has none

	Start       uint64              // first number to emit
	Parent      common.Hash         // hash of Start-1, so that a reorg while nobody looked is found; zero: not known
	ChainConfig *params.ChainConfig // rules of a plain EVM rollup, for level 2

	Poll       time.Duration // pause between two looks; 0 = 1 s
	Timeout    time.Duration // of one request; 0 = 10 s
	StallAfter time.Duration // how long a source may hold the stream up before it is told; 0 = 60 s
	Settle     time.Duration // how long a contradiction must last to be told; two nodes see a reorg at different moments; 0 = 2 s
	Batch      int           // most blocks asked for at once; 0 = 16

	Clock clock.Clock  // nil = the system's
	Log   *slog.Logger // nil = none
}

// minOthers is what level 0 means.
const minOthers = 2

// maxBatch bounds what one look holds in memory.
const maxBatch = 256

// Check finds the first fault.
func (c Config) Check() error {
	limit, why, err := MaxLevel(c.Stack)
	if err != nil {
		return err
	}
	if c.Level > limit {
		return fmt.Errorf("%w: %s reaches level %d, not %d: %s", ErrLevel, c.Stack, limit, c.Level, why)
	}
	if c.ChainID == 0 {
		return ErrChainID
	}
	if c.Head != "" {
		if _, err := ParseHead(string(c.Head)); err != nil {
			return err
		}
	}
	if c.Level == avs.LevelExecution {
		if c.ChainConfig == nil || c.ChainConfig.ChainID == nil || !c.ChainConfig.ChainID.IsUint64() || c.ChainConfig.ChainID.Uint64() != c.ChainID {
			return fmt.Errorf("%w; level 2 needs that of chain %d", ErrChainConfig, c.ChainID)
		}
		if c.Start == 0 {
			return ErrStart
		}
	}
	if min(c.Poll, c.Timeout, c.StallAfter, c.Settle) < 0 || c.Batch < 0 || c.Batch > maxBatch {
		return fmt.Errorf("%w, and the batch at most %d", ErrTiming, maxBatch)
	}
	return c.checkEndpoints()
}

// checkEndpoints never quotes a URL: it may hold a key.
func (c Config) checkEndpoints() error {
	if len(c.Others) < minOthers {
		return fmt.Errorf("%w, %d given; level 0 is agreement with two or more", ErrFewEndpoints, len(c.Others))
	}
	all := append([]string{c.Own}, c.Others...)
	if c.RollupNode != "" {
		if _, err := parseURL(c.RollupNode); err != nil {
			return fmt.Errorf("URL of op-node: %w", err)
		}
	}
	hosts, urls := map[string]bool{}, map[string]bool{}
	for i, raw := range all {
		u, err := parseURL(raw)
		if err != nil {
			return fmt.Errorf("endpoint %d (0 is the own node): %w", i, err)
		}
		host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
		switch {
		case urls[raw]:
			return fmt.Errorf("%w: %s is given twice", ErrSharedHost, publicURL(u))
		case hosts[host] && !c.SharedHosts:
			return fmt.Errorf("%w: two are on %s; use another provider, or state that they are independent", ErrSharedHost, host)
		}
		hosts[host], urls[raw] = true, true
	}
	return nil
}

func parseURL(raw string) (*url.URL, error) {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil, ErrURL
	}
	return u, nil
}

// publicURL is scheme, host and port: what follows may hold a provider's key.
func publicURL(u *url.URL) string { return u.Scheme + "://" + u.Host }

// withDefaults fills in what is not set.
func (c Config) withDefaults() Config {
	for _, d := range []struct {
		at    *time.Duration
		value time.Duration
	}{{&c.Poll, time.Second}, {&c.Timeout, 10 * time.Second}, {&c.StallAfter, time.Minute}, {&c.Settle, 2 * time.Second}} {
		if *d.at == 0 {
			*d.at = d.value
		}
	}
	if c.Batch == 0 {
		c.Batch = 16
	}
	if c.Head == "" {
		c.Head = Finalized
	}
	if c.Clock == nil {
		c.Clock = clock.Real()
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return c
}
