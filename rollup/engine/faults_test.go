package engine

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/gethproc"
	"github.com/trident-network/trident/rollup"
	"github.com/trident-network/trident/rollup/internal/conform"
)

func writeSecret(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "jwt.hex")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

var otherSecret = "0x" + common.Bytes2Hex(make([]byte, 32)) + "\n"

func TestConfigFaults(t *testing.T) {
	good := Config{Engine: "http://127.0.0.1:8551", RPC: "ws://127.0.0.1:8546", JWT: writeSecret(t, otherSecret), Genesis: conform.Genesis()}
	require.NoError(t, good.Check())
	withRequests := conform.Genesis()
	withRequests.Alloc[params.WithdrawalQueueAddress] = types.Account{Nonce: 1, Code: params.WithdrawalQueueCode, Balance: new(big.Int)}
	for name, test := range map[string]struct {
		change func(*Config)
		want   error
	}{
		"engine is no url":      {func(c *Config) { c.Engine = "127.0.0.1:8551" }, ErrURL},
		"engine over ipc":       {func(c *Config) { c.Engine = "/geth.ipc" }, ErrURL},
		"no rpc":                {func(c *Config) { c.RPC = "" }, ErrURL},
		"no secret":             {func(c *Config) { c.JWT = filepath.Join(t.TempDir(), "absent") }, ErrSecret},
		"short secret":          {func(c *Config) { c.JWT = writeSecret(t, "0x0102") }, ErrSecret},
		"secret is not hex":     {func(c *Config) { c.JWT = writeSecret(t, "zz") }, ErrSecret},
		"unknown builder":       {func(c *Config) { c.Builder = "mev" }, ErrBuilder},
		"no genesis":            {func(c *Config) { c.Genesis = nil }, rollup.ErrGenesis},
		"requests are possible": {func(c *Config) { c.Genesis = withRequests }, ErrRequests},
	} {
		c := good
		test.change(&c)
		require.ErrorIs(t, c.Check(), test.want, name)
		_, err := Open(t.Context(), c)
		require.ErrorIs(t, err, test.want, name)
	}
}

// The wrong client, the wrong secret, a client that is away, and one that comes back after it was killed.
func TestClientFaults(t *testing.T) {
	g := conform.Genesis()
	p := gethproc.Start(t, gethproc.Options{Dir: t.TempDir(), Genesis: g, Testing: true})
	cfg := Config{Engine: p.Engine, JWT: p.JWT, RPC: p.RPC, Genesis: g}
	wrong := cfg
	wrong.JWT = writeSecret(t, otherSecret)
	_, err := Open(t.Context(), wrong)
	require.ErrorIs(t, err, ErrUnauthorized)
	other := conform.Genesis()
	other.Timestamp++
	wrong = cfg
	wrong.Genesis = other
	_, err = Open(t.Context(), wrong)
	require.ErrorIs(t, err, rollup.ErrGenesisMismatch)
	wrong = cfg
	wrong.Engine = p.RPC
	_, err = Open(t.Context(), wrong)
	require.Error(t, err, "there is no Engine API")

	leader, err := rollup.Open(t.Context(), rollup.Config{DataDir: t.TempDir(), Genesis: g})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, leader.Close(context.Background())) })
	d := open(t, cfg)
	parent, err := d.Head(t.Context())
	require.NoError(t, err)
	var blocks []avs.BuiltBlock
	for i := range uint64(3) {
		b, err := leader.Build(t.Context(), avs.BuildRequest{Parent: parent.Hash, Timestamp: parent.Timestamp + 1,
			Withdrawals: []*types.Withdrawal{{Index: i, Address: common.Address{1}, Amount: 1}}})
		require.NoError(t, err)
		blocks, parent = append(blocks, b), b.Ref
	}
	apply := func(b avs.BuiltBlock) {
		t.Helper()
		ref, err := d.Import(t.Context(), b.Body)
		require.NoError(t, err)
		require.Equal(t, b.Ref, ref)
		require.NoError(t, d.SetHead(t.Context(), b.Ref.Hash))
	}
	apply(blocks[0])
	d.engine.tryFor, d.rpc.tryFor = 100*time.Millisecond, 100*time.Millisecond
	p.Kill(t)
	_, err = d.Import(t.Context(), blocks[1].Body)
	require.ErrorIs(t, err, ErrUnreachable, "which says nothing about the block")
	require.NotErrorIs(t, err, avs.ErrInvalidBlock)
	require.False(t, d.Has(t.Context(), blocks[1].Ref.Hash))
	_, err = d.Head(t.Context())
	require.ErrorIs(t, err, ErrUnreachable)
	p.Restart(t)
	d.engine.tryFor, d.rpc.tryFor = tryFor, tryFor
	head, err := d.Head(t.Context()) // killed, it may have lost the block
	require.NoError(t, err)
	for _, b := range blocks[head.Number:] {
		apply(b)
	}
}

func TestAdmit(t *testing.T) {
	var txs []*types.Transaction
	for i := range uint64(20) {
		txs = append(txs, types.NewTx(&types.LegacyTx{Nonce: i}))
	}
	trouble := errors.New("trouble")
	for name, bad := range map[string][]uint64{"none": nil, "one": {7}, "first and last": {0, 19}, "all": {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}} {
		isBad := map[uint64]bool{}
		for _, n := range bad {
			isBad[n] = true
		}
		tries := 0
		got, err := admit(nil, txs, func(all []*types.Transaction) (bool, error) {
			tries++
			for _, tx := range all {
				if isBad[tx.Nonce()] {
					return false, nil
				}
			}
			return true, nil
		})
		require.NoError(t, err)
		require.Len(t, got, len(txs)-len(bad), name)
		require.LessOrEqual(t, tries, 1+2*len(bad)*6, name)
	}
	_, err := admit(nil, txs, func([]*types.Transaction) (bool, error) { return false, trouble })
	require.ErrorIs(t, err, trouble)
	got, err := admit(txs[:1], nil, nil)
	require.NoError(t, err)
	require.Len(t, got, 1)
}
