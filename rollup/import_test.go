package rollup

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// remake gives a block with a changed header or body, and roots of the body that fit.
func remake(t *testing.T, b *types.Block, change func(h *types.Header, body *types.Body)) []byte {
	t.Helper()
	h, body := types.CopyHeader(b.Header()), b.Body()
	body.Transactions = slices.Clone(body.Transactions)
	change(h, body)
	h.TxHash = types.DeriveSha(types.Transactions(body.Transactions), trie.NewStackTrie(nil))
	if body.Withdrawals != nil {
		root := types.DeriveSha(types.Withdrawals(body.Withdrawals), trie.NewStackTrie(nil))
		h.WithdrawalsHash = &root
	}
	out, err := rlp.EncodeToBytes(types.NewBlockWithHeader(h).WithBody(*body))
	require.NoError(t, err)
	return out
}

func TestInvalidBlocksAreRefused(t *testing.T) {
	ctx := context.Background()
	leader, follower := newDriver(t, 2), newDriver(t, 2)
	give(t, leader, transfer(0, 0, common.Address{1}), transfer(1, 0, common.Address{1}))
	parent := head(t, leader)
	built := build(t, leader, parent)
	good, err := DecodeBody(built.Body)
	require.NoError(t, err)

	type change = func(h *types.Header, body *types.Body)
	for name, test := range map[string]struct {
		change change
		want   error
	}{
		"state root":     {func(h *types.Header, _ *types.Body) { h.Root[0]++ }, avs.ErrInvalidBlock},
		"receipts":       {func(h *types.Header, _ *types.Body) { h.ReceiptHash[0]++ }, avs.ErrInvalidBlock},
		"gas used":       {func(h *types.Header, _ *types.Body) { h.GasUsed++ }, avs.ErrInvalidBlock},
		"base fee":       {func(h *types.Header, _ *types.Body) { h.BaseFee.Add(h.BaseFee, common.Big1) }, avs.ErrInvalidBlock},
		"number":         {func(h *types.Header, _ *types.Body) { h.Number = big.NewInt(9) }, avs.ErrInvalidBlock},
		"equal time":     {func(h *types.Header, _ *types.Body) { h.Time = parent.Timestamp }, avs.ErrInvalidBlock},
		"earlier":        {func(h *types.Header, _ *types.Body) { h.Time = parent.Timestamp - 1 }, avs.ErrInvalidBlock},
		"gas limit up":   {func(h *types.Header, _ *types.Body) { h.GasLimit++ }, errGasLimit},
		"extra data":     {func(h *types.Header, _ *types.Body) { h.Extra = []byte{1} }, errExtraData},
		"beacon root":    {func(h *types.Header, _ *types.Body) { h.ParentBeaconRoot = &common.Hash{1} }, avs.ErrInvalidBlock},
		"no beacon root": {func(h *types.Header, _ *types.Body) { h.ParentBeaconRoot, h.RequestsHash = nil, nil }, avs.ErrInvalidBlock},
		"withdrawal": {func(_ *types.Header, body *types.Body) {
			body.Withdrawals = []*types.Withdrawal{{Address: common.Address{1}, Amount: 1 << 40}}
		}, avs.ErrInvalidBlock},
		"transaction dropped": {func(_ *types.Header, body *types.Body) { body.Transactions = body.Transactions[1:] }, avs.ErrInvalidBlock},
		"transaction twice": {func(_ *types.Header, body *types.Body) {
			body.Transactions = append(body.Transactions, body.Transactions[0])
		}, avs.ErrInvalidBlock},
		"forged": {func(_ *types.Header, body *types.Body) {
			body.Transactions[0] = types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(testChain), V: common.Big0, R: common.Big1, S: common.Big1})
		}, avs.ErrInvalidBlock},
		"blob": {func(_ *types.Header, body *types.Body) {
			body.Transactions[0] = types.NewTx(&types.BlobTx{BlobHashes: []common.Hash{{1}}})
		}, errBlobs},
		"unknown parent": {func(h *types.Header, _ *types.Body) { h.ParentHash[0]++ }, avs.ErrUnknownParent},
	} {
		t.Run(name, func(t *testing.T) {
			body := remake(t, good, test.change)
			_, err := follower.Import(ctx, body)
			require.ErrorIs(t, err, test.want)
			if !errors.Is(test.want, avs.ErrUnknownParent) {
				require.ErrorIs(t, err, avs.ErrInvalidBlock)
				bad, err := DecodeBody(body)
				require.NoError(t, err)
				require.False(t, follower.Has(ctx, bad.Hash()))
			}
		})
	}
	for name, body := range map[string][]byte{
		"empty": nil, "noise": {1, 2, 3}, "trailing": append(append([]byte{}, built.Body...), 0),
		"truncated": built.Body[:len(built.Body)-1], "oversized": make([]byte, MaxBodyBytes+1),
	} {
		_, err := follower.Import(ctx, body)
		require.ErrorIs(t, err, avs.ErrInvalidBlock, name)
	}
	_, err = follower.Import(ctx, built.Body)
	require.NoError(t, err, "the good one still imports")
}

func TestFeeRecipientIsHeld(t *testing.T) {
	ctx := context.Background()
	vault := common.Address{0xfe}
	cfg := func() Config { return Config{DataDir: t.TempDir(), Genesis: testGenesis(1), FeeRecipient: &vault} }
	leader, follower := newDriver(t, 1), open(t, cfg())
	give(t, leader, transfer(0, 0, common.Address{1}))
	_, err := follower.Import(ctx, build(t, leader, head(t, leader)).Body)
	require.ErrorIs(t, err, errRecipient)
	genesis := head(t, leader)
	paid, err := leader.Build(ctx, avs.BuildRequest{Parent: genesis.Hash, Timestamp: genesis.Timestamp + 1, FeeRecipient: vault})
	require.NoError(t, err)
	_, err = follower.Import(ctx, paid.Body)
	require.NoError(t, err)
	_, err = follower.Build(ctx, avs.BuildRequest{Parent: genesis.Hash, Timestamp: genesis.Timestamp + 1})
	require.ErrorIs(t, err, ErrRecipient)
}

// Bytes that decode have one form, so a digest over the body and the block hash name the same thing.
func FuzzDecodeBody(f *testing.F) {
	g := testGenesis(1)
	h := g.ToBlock().Header()
	for _, txs := range [][]*types.Transaction{nil, {transfer(0, 0, common.Address{1})}} {
		b := types.NewBlock(h, &types.Body{Transactions: txs, Withdrawals: []*types.Withdrawal{}}, nil, trie.NewStackTrie(nil))
		body, err := rlp.EncodeToBytes(b)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
		f.Add(body[:len(body)/2])
	}
	d := &Driver{cfg: Config{Genesis: g}}
	f.Fuzz(func(t *testing.T, body []byte) {
		b, err := DecodeBody(body)
		if err != nil {
			require.ErrorIs(t, err, avs.ErrInvalidBlock)
			return
		}
		again, err := rlp.EncodeToBytes(b)
		require.NoError(t, err)
		require.Equal(t, body, again)
		_ = RefOf(b)
		_ = d.policy(b)
	})
}
