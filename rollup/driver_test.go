package rollup

import (
	"context"
	"encoding/json"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestConfigFaults(t *testing.T) {
	good := Config{DataDir: "x", Genesis: testGenesis(1), RPC: "127.0.0.1:0"}
	require.NoError(t, good.Check())
	genesis := func(change func(*core.Genesis)) func(*Config) {
		return func(c *Config) {
			g := testGenesis(1)
			change(g)
			c.Genesis = g
		}
	}
	later := uint64(1 << 40)
	for name, test := range map[string]struct {
		change func(*Config)
		want   error
	}{
		"no directory":      {func(c *Config) { c.DataDir = "" }, ErrNoDataDir},
		"no genesis":        {func(c *Config) { c.Genesis = nil }, ErrGenesis},
		"no chain config":   {genesis(func(g *core.Genesis) { g.Config = nil }), ErrGenesis},
		"no chain id":       {genesis(func(g *core.Genesis) { g.Config.ChainID = nil }), ErrGenesis},
		"chain id zero":     {genesis(func(g *core.Genesis) { g.Config.ChainID = new(big.Int) }), ErrGenesis},
		"before the merge":  {genesis(func(g *core.Genesis) { g.Config.TerminalTotalDifficulty = nil }), ErrGenesis},
		"tiny gas limit":    {genesis(func(g *core.Genesis) { g.GasLimit = 4999 }), ErrGenesis},
		"before Osaka":      {genesis(func(g *core.Genesis) { g.Config.OsakaTime = nil }), ErrGenesis},
		"a later fork":      {genesis(func(g *core.Genesis) { g.Config.AmsterdamTime = &later }), ErrGenesis},
		"a fork left out":   {genesis(func(g *core.Genesis) { g.Config.PragueTime = nil }), ErrGenesis},
		"no blob schedule":  {genesis(func(g *core.Genesis) { g.Config.BlobScheduleConfig = nil }), ErrGenesis},
		"address not split": {func(c *Config) { c.RPC = "8545" }, ErrRPCAddress},
		"address no host":   {func(c *Config) { c.RPC = ":8545" }, ErrRPCAddress},
		"port too large":    {func(c *Config) { c.RPC = "127.0.0.1:65536" }, ErrRPCAddress},
	} {
		t.Run(name, func(t *testing.T) {
			c := good
			test.change(&c)
			require.ErrorIs(t, c.Check(), test.want)
			_, err := Open(context.Background(), c)
			require.ErrorIs(t, err, test.want)
		})
	}
}

func TestOpenFaults(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 1)
	oneLine := func(err, want error) {
		t.Helper()
		require.ErrorIs(t, err, want)
		require.NotContains(t, err.Error(), "\n")
	}
	_, err := Open(ctx, d.cfg)
	oneLine(err, ErrDataDirInUse)

	dir := filepath.Join(t.TempDir(), "chain")
	taken := strings.TrimPrefix(d.HTTP(), "http://")
	_, err = Open(ctx, Config{DataDir: dir, Genesis: testGenesis(1), RPC: taken})
	oneLine(err, ErrPortInUse)
	require.NoDirExists(t, dir, "nothing is half-written")
	require.ErrorContains(t, err, taken)

	free := Config{DataDir: dir, Genesis: testGenesis(1), RPC: "127.0.0.1:0"}
	other, err := Open(ctx, free)
	require.NoError(t, err, "the directory is free again")
	shut(t, other)
	free.Genesis = testGenesis(2)
	_, err = Open(ctx, free)
	oneLine(err, ErrGenesisMismatch)
	require.ErrorContains(t, err, dir)
	free.Genesis = testGenesis(1)
	shut(t, open(t, free))
}

func TestOpenIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := filepath.Join(t.TempDir(), "chain")
	_, err := Open(ctx, Config{DataDir: dir, Genesis: testGenesis(1)})
	require.ErrorIs(t, err, context.Canceled)
	require.NoDirExists(t, dir)
}

func TestCloseAndReopen(t *testing.T) {
	ctx := context.Background()
	cfg := Config{DataDir: t.TempDir(), Genesis: testGenesis(1), RPC: "127.0.0.1:0"}
	d := open(t, cfg)
	give(t, d, transfer(0, 0, common.Address{1}))
	b := build(t, d, head(t, d))
	require.NoError(t, d.SetHead(ctx, b.Ref.Hash))
	shut(t, d)
	shut(t, d)
	requireClosed(t, d, b)
	_, err := net.Dial("tcp", strings.TrimPrefix(d.HTTP(), "http://"))
	require.Error(t, err)

	d = open(t, cfg)
	require.Equal(t, b.Ref, head(t, d))
	requireSaneTags(t, d)
}

func requireClosed(t *testing.T, d *Driver, b avs.BuiltBlock) {
	t.Helper()
	ctx := context.Background()
	_, headErr := d.Head(ctx)
	_, _, blockErr := d.Block(ctx, 1)
	_, buildErr := d.Build(ctx, avs.BuildRequest{Parent: b.Ref.Hash, Timestamp: b.Ref.Timestamp + 1})
	_, importErr := d.Import(ctx, b.Body)
	for i, err := range []error{headErr, blockErr, buildErr, importErr, d.SetHead(ctx, b.Ref.Hash), d.Finalize(ctx, b.Ref.Hash),
		d.AddTransactions(raw(t, transfer(0, 1, common.Address{1})))[0]} {
		require.ErrorIs(t, err, ErrClosed, i)
	}
	require.False(t, d.Has(ctx, b.Ref.Hash))
	require.Empty(t, d.LocalTransactions(1))
}

func TestNoRPC(t *testing.T) {
	d := open(t, Config{DataDir: t.TempDir(), Genesis: testGenesis(1)})
	require.Empty(t, d.HTTP())
	require.Empty(t, d.WS())
	c := ethclient.NewClient(d.Attach())
	defer c.Close()
	id, err := c.ChainID(context.Background())
	require.NoError(t, err)
	require.EqualValues(t, testChain, id.Uint64())
}

func TestGenesisFile(t *testing.T) {
	_, addr := account(0)
	g, hash := Genesis(testChain, testGas, types.GenesisAlloc{addr: {Balance: big.NewInt(5)}}, testTime)
	data, err := json.Marshal(g)
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "genesis.json")
	require.NoError(t, os.WriteFile(path, data, 0o600))
	loaded, err := LoadGenesis(path)
	require.NoError(t, err)
	require.Equal(t, hash, loaded.ToBlock().Hash())
	d := open(t, Config{DataDir: t.TempDir(), Genesis: loaded})
	require.Equal(t, hash, d.GenesisHash())

	_, err = LoadGenesis(filepath.Join(t.TempDir(), "absent"))
	require.ErrorIs(t, err, os.ErrNotExist)
	require.NoError(t, os.WriteFile(path, []byte("{"), 0o600))
	_, err = LoadGenesis(path)
	require.ErrorContains(t, err, path)
}

// The hash goes to L1 at registration: a change of it is a change of every rollup made with the same arguments.
func TestGenesisIsDeterministic(t *testing.T) {
	_, a := Genesis(testChain, testGas, nil, testTime)
	_, b := Genesis(testChain, testGas, nil, testTime)
	require.Equal(t, a, b)
	require.Equal(t, common.HexToHash(goldenGenesis), a)
	_, c := Genesis(testChain+1, testGas, nil, testTime)
	require.Equal(t, a, c, "the chain id is not part of the genesis block")
}

const goldenGenesis = "0x476ecaa2a5f57c33bd061c569c57fbdb4d234abb1e727dccfe55c47d55b87f11"

// On a rollup nobody asks for withdrawals or consolidations of validators, so no block has requests.
func TestNoExecutionRequests(t *testing.T) {
	d := newDriver(t, 1)
	require.True(t, WithoutRequests(d.cfg.Genesis))
	r := after(head(t, d))
	fee := big.NewInt(params.Ether)
	r.First = raw(t, sign(0, &types.DynamicFeeTx{Gas: 200_000, To: &params.WithdrawalQueueAddress, Value: fee, Data: make([]byte, 56)}),
		sign(0, &types.DynamicFeeTx{Nonce: 1, Gas: 200_000, To: &params.ConsolidationQueueAddress, Value: fee, Data: make([]byte, 96)}))
	b := blockOf(t, d, r)
	require.Len(t, b.Transactions(), 2)
	require.Equal(t, types.EmptyRequestsHash, *b.Header().RequestsHash)
	require.NoError(t, d.SetHead(context.Background(), b.Hash()))
	for _, receipt := range d.chain.GetReceiptsByHash(b.Hash()) {
		require.Equal(t, types.ReceiptStatusFailed, receipt.Status, "who asks is told that it does not work")
	}
}
