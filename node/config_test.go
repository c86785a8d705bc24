package node

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/keys"
	"github.com/trident-network/trident/internal/signer/remote"
	"github.com/trident-network/trident/l1"
	"github.com/trident-network/trident/rollup"
)

func TestConfigCheck(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Config)
		want   error
	}{
		"defaults":          {func(*Config) {}, nil},
		"no l1":             {func(c *Config) { c.L1 = "" }, ErrConfigL1},
		"gossip":            {func(c *Config) { c.Gossip = "30300" }, ErrConfigAddress},
		"rollup rpc":        {func(c *Config) { c.RollupRPC["demo"] = "localhost" }, ErrConfigAddress},
		"signer":            {func(c *Config) { c.Signer = "http://192.0.2.1:1" }, remote.ErrURL},
		"signer here":       {func(c *Config) { c.Signer = "http://127.0.0.1:1" }, nil},
		"poll":              {func(c *Config) { c.L1Poll = 0 }, ErrConfigPeriod},
		"memory":            {func(c *Config) { c.MemoryMiB = 1 }, ErrConfigMemory},
		"loss":              {func(c *Config) { c.MessageLoss = 1 }, ErrConfigLoss},
		"faults":            {func(c *Config) { c.Faults = []string{"mute", "equivocate"} }, nil},
		"a fault unknown":   {func(c *Config) { c.Faults = []string{"sloth"} }, ErrConfigFaults},
		"fault of whom":     {func(c *Config) { c.Faults = []string{"censor:me"} }, squad.ErrFault},
		"equivocate where":  {func(c *Config) { c.Faults, c.Signer = []string{"equivocate"}, "http://127.0.0.1:1" }, ErrConfigFaults},
		"rollup rpc is set": {func(c *Config) { c.RollupRPC["demo"] = "127.0.0.1:0" }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			config := DefaultConfig()
			c.change(&config)
			require.ErrorIs(t, config.Check(), c.want)
		})
	}
}

func TestConfigSaveAndLoad(t *testing.T) {
	home := t.TempDir()
	config := DefaultConfig()
	config.RollupRPC["demo"], config.L1Poll, config.LogLevel = "127.0.0.1:9545", Duration(1500*time.Millisecond), slog.LevelDebug
	require.NoError(t, config.Save(home))
	loaded, err := LoadConfig(home)
	require.NoError(t, err)
	require.Equal(t, config, loaded)

	require.NoError(t, os.WriteFile(filepath.Join(home, configFile), []byte("memory_mb = 5\n"), 0o600))
	_, err = LoadConfig(home)
	require.ErrorContains(t, err, "memory_mb", "a key that does not exist is refused by name")
	_, err = LoadConfig(t.TempDir())
	require.ErrorContains(t, err, "--home")
}

// network is a network file that Check accepts.
func network() *Network {
	genesis, _ := rollup.Genesis(424242, 30_000_000, nil, 1_700_000_000)
	n := &Network{Name: "test", L1ChainID: 1, L1Genesis: l1.Block{Number: 1, Hash: common.Hash{1}}, GenesisTime: time.Unix(1_700_000_000, 0),
		ViewBlocks: 10, Contracts: map[string]common.Address{},
		Rollups: []NetworkRollup{{Name: "demo", ChainID: 424242, Genesis: genesis, Slots: avs.DefaultSlotParams(1_700_000_000_000)}}}
	for i, name := range contractNames {
		n.Contracts[name] = common.BigToAddress(big.NewInt(int64(i + 1)))
	}
	return n
}

func TestNetworkCheck(t *testing.T) {
	require.NoError(t, network().Check())
	for name, change := range map[string]func(*Network){
		"name":     func(n *Network) { n.Name = "" },
		"chain id": func(n *Network) { n.L1ChainID = 0 },
		"genesis":  func(n *Network) { n.L1Genesis.Hash = common.Hash{} },
		"views":    func(n *Network) { n.ViewBlocks = 0 },
		"rollups":  func(n *Network) { n.Rollups = nil },
		"contract": func(n *Network) { delete(n.Contracts, "Slasher") },
		"rollup":   func(n *Network) { n.Rollups[0].Genesis = nil },
		"other id": func(n *Network) { n.Rollups[0].ChainID = 5 },
		"slots":    func(n *Network) { n.Rollups[0].Slots.SlotMillis = 0 },
	} {
		t.Run(name, func(t *testing.T) {
			n := network()
			change(n)
			require.ErrorIs(t, n.Check(), ErrNetwork)
		})
	}
}

func FuzzLoadNetwork(f *testing.F) {
	good, err := json.Marshal(network())
	require.NoError(f, err)
	f.Add(good)
	f.Add([]byte(`{"rollups":[{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), NetworkFile)
		require.NoError(t, os.WriteFile(path, data, 0o600))
		n, err := LoadNetwork(path)
		if err == nil {
			require.NoError(t, n.Check())
			n.Rollup(n.Rollups[0])
		}
	})
}

func TestPeerAddress(t *testing.T) {
	text, err := PeerAddress("127.0.0.1:30300", "127.0.0.1:30301")
	require.NoError(t, err)
	g, c, err := splitPeerAddress(text)
	require.NoError(t, err)
	require.Equal(t, "/ip4/127.0.0.1/tcp/30300", g.String())
	require.Equal(t, "/ip4/127.0.0.1/tcp/30301", c.String())
	for _, bad := range []string{"", "/ip4/127.0.0.1/tcp/1", "a,b", "/ip4/127.0.0.1/tcp/1,", ",,"} {
		_, _, err := splitPeerAddress(bad)
		require.Error(t, err, bad)
	}
	_, err = PeerAddress("30300", "127.0.0.1:30301")
	require.Error(t, err)
}

// TestLocalKeysAreRefused keeps the keys that everybody knows off real networks.
func TestLocalKeysAreRefused(t *testing.T) {
	local, err := keys.Local(keys.LocalSeed, 3)
	require.NoError(t, err)
	k := Keys{BLS: local.BLS, Consensus: local.Consensus, Submitter: local.Submitter, P2P: local.P2P}
	n := network()
	require.ErrorIs(t, k.checkLocal(n), ErrLocalKey)
	n.Local = true
	require.NoError(t, k.checkLocal(n))
}

func TestHome(t *testing.T) {
	path := filepath.Join(t.TempDir(), "home")
	_, err := OpenHome(path)
	require.Error(t, err)
	require.NoError(t, InitHome(path))
	home, err := OpenHome(path)
	require.NoError(t, err)
	_, err = OpenHome(path)
	require.ErrorIs(t, err, ErrHomeInUse)
	require.NoError(t, home.Close())
	require.NoError(t, os.WriteFile(filepath.Join(path, versionFile), []byte("99"), 0o600))
	_, err = OpenHome(path)
	require.ErrorIs(t, err, ErrHomeVersion)
}

// TestNewReleasesOnFailure opens a home that misses one thing after the other; the lock is free again each time.
func TestNewReleasesOnFailure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "home")
	require.NoError(t, InitHome(path))
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	_, err := New(context.Background(), path, DefaultConfig(), "test", log)
	require.ErrorContains(t, err, NetworkFile)
	data, err := json.Marshal(network())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(path, NetworkFile), data, 0o600))
	_, err = New(context.Background(), path, DefaultConfig(), "test", log)
	require.ErrorIs(t, err, keys.ErrNoPassword)
	lossy := DefaultConfig()
	lossy.MessageLoss = 0.2
	_, err = New(context.Background(), path, lossy, "test", log)
	require.ErrorIs(t, err, ErrConfigLoss, "a public network loses nothing on purpose")
	faulty := DefaultConfig()
	faulty.Faults = []string{"mute"}
	_, err = New(context.Background(), path, faulty, "test", log)
	require.ErrorIs(t, err, ErrConfigFaults, "nor does it err on purpose")
	home, err := OpenHome(path)
	require.NoError(t, err)
	require.NoError(t, home.Close())
}
