package follow

import (
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func goodConfig() Config {
	return Config{Stack: plain, ChainID: 10, Own: "http://localhost:8545", Others: []string{"https://one.example/key", "https://two.example"}}
}

func TestConfigFaults(t *testing.T) {
	require.NoError(t, goodConfig().Check())
	for name, c := range map[string]struct {
		change func(*Config)
		want   error
	}{
		"stack":                {func(c *Config) { c.Stack = "solana" }, ErrStack},
		"no stack":             {func(c *Config) { c.Stack = "" }, ErrStack},
		"level of OP Stack":    {func(c *Config) { c.Stack, c.Level = opstack, avs.LevelExecution }, ErrLevel},
		"level of Orbit":       {func(c *Config) { c.Stack, c.Level = orbit, avs.LevelExecution }, ErrLevel},
		"level of CDK":         {func(c *Config) { c.Stack, c.Level = cdk, avs.LevelExecution }, ErrLevel},
		"level of ZK Stack":    {func(c *Config) { c.Stack, c.Level = zkstack, avs.LevelCommitments }, ErrLevel},
		"level beyond all":     {func(c *Config) { c.Level = 3 }, ErrLevel},
		"chain id":             {func(c *Config) { c.ChainID = 0 }, ErrChainID},
		"head":                 {func(c *Config) { c.Head = "pending" }, ErrHead},
		"no chain config":      {func(c *Config) { c.Level, c.Start = avs.LevelExecution, 1 }, ErrChainConfig},
		"other chain's config": {func(c *Config) { c.Level, c.Start, c.ChainConfig = avs.LevelExecution, 1, params.MainnetChainConfig }, ErrChainConfig},
		"execution of genesis": {func(c *Config) {
			c.Level, c.ChainConfig = avs.LevelExecution, &params.ChainConfig{ChainID: big.NewInt(10)}
		}, ErrStart},
		"negative pause":        {func(c *Config) { c.Poll = -1 }, ErrTiming},
		"negative batch":        {func(c *Config) { c.Batch = -1 }, ErrTiming},
		"batch beyond memory":   {func(c *Config) { c.Batch = maxBatch + 1 }, ErrTiming},
		"one other":             {func(c *Config) { c.Others = c.Others[:1] }, ErrFewEndpoints},
		"no other":              {func(c *Config) { c.Others = nil }, ErrFewEndpoints},
		"one twice":             {func(c *Config) { c.Others[1], c.SharedHosts = c.Others[0], true }, ErrSharedHost},
		"two on one host":       {func(c *Config) { c.Others[1] = "http://ONE.example.:81" }, ErrSharedHost},
		"own among the others":  {func(c *Config) { c.Others[1] = "http://localhost:8546" }, ErrSharedHost},
		"no own":                {func(c *Config) { c.Own = "" }, ErrURL},
		"own is a file":         {func(c *Config) { c.Own = "/tmp/geth.ipc" }, ErrURL},
		"other is a web socket": {func(c *Config) { c.Others[0] = "ws://one.example" }, ErrURL},
		"op-node":               {func(c *Config) { c.RollupNode = "nowhere" }, ErrURL},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := goodConfig()
			c.change(&cfg)
			require.ErrorIs(t, cfg.Check(), c.want)
			_, err := New(cfg)
			require.ErrorIs(t, err, c.want)
		})
	}
	shared := goodConfig()
	shared.Others[1], shared.SharedHosts = "http://localhost:8546", true
	require.NoError(t, shared.Check())
}

func TestDefaults(t *testing.T) {
	c := goodConfig().withDefaults()
	require.Equal(t, Finalized, c.Head)
	require.Equal(t, []time.Duration{time.Second, 10 * time.Second, time.Minute, 2 * time.Second}, []time.Duration{c.Poll, c.Timeout, c.StallAfter, c.Settle})
	require.Equal(t, 16, c.Batch)
	require.IsType(t, &slog.Logger{}, c.Log)
	require.NotNil(t, c.Clock)
}

func TestEveryStackSaysHowFarItGoes(t *testing.T) {
	require.Len(t, stacks, len(Stacks()))
	want := map[string]avs.Level{plain: 2, opstack: 1, orbit: 1, cdk: 1, zkstack: 0}
	for _, name := range Stacks() {
		level, why, err := MaxLevel(name)
		require.NoError(t, err)
		require.Equal(t, want[name], level)
		require.NotEmpty(t, why)
	}
	_, _, err := MaxLevel("other")
	require.ErrorIs(t, err, ErrStack)
}
