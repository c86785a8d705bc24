package conform

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// follow has the client import what the embedded driver built: plain blocks, blocks with deposits and beacon roots, blocks
// that are only that, and siblings.
func follow(t *testing.T, d Driver) {
	leader, c := reference(t), d.Open(t, Genesis(), &vault)
	genesis := head(t, c)
	require.Equal(t, head(t, leader), genesis)
	blocks := chain(t, leader, genesis, 4)
	sibling := siblingOf(t, leader, genesis)

	_, err := c.Import(t.Context(), blocks[1].Body)
	require.ErrorIs(t, err, avs.ErrUnknownParent)
	require.False(t, c.Has(t.Context(), blocks[1].Ref.Hash))
	for _, b := range append(blocks, sibling) {
		for range 2 {
			ref, err := c.Import(t.Context(), b.Body)
			require.NoError(t, err)
			require.Equal(t, b.Ref, ref)
		}
		require.True(t, c.Has(t.Context(), b.Ref.Hash))
	}
	require.Equal(t, genesis, head(t, c), "import moves no head")
	invalid(t, c, blocks[0])
	move(t, c, genesis, blocks, sibling)

	for i, b := range blocks {
		body, ref, err := c.Block(t.Context(), uint64(i)+1)
		require.NoError(t, err)
		require.Equal(t, b.Ref, ref)
		require.Equal(t, b.Body, body)
	}
	_, _, err = c.Block(t.Context(), 5)
	require.ErrorIs(t, err, rollup.ErrNotCanonical)

	client := dial(t, c)
	for at, want := range map[rpc.BlockNumber]avs.BlockRef{rpc.LatestBlockNumber: blocks[3].Ref, rpc.SafeBlockNumber: blocks[3].Ref, rpc.FinalizedBlockNumber: blocks[1].Ref} {
		h, err := client.HeaderByNumber(t.Context(), big.NewInt(int64(at)))
		require.NoError(t, err)
		require.Equal(t, want.Hash, h.Hash(), at)
	}
	balance, err := client.BalanceAt(t.Context(), common.Address{0xde}, nil)
	require.NoError(t, err)
	require.EqualValues(t, 10*params.GWei, balance.Int64(), "two deposits of 5 gwei")
	slot := common.BigToHash(new(big.Int).SetUint64(blocks[2].Ref.Timestamp%8191 + 8191))
	root, err := client.StorageAt(t.Context(), params.BeaconRootsAddress, slot, nil)
	require.NoError(t, err)
	require.Equal(t, decode(t, blocks[2].Body).BeaconRoot().Bytes(), root, "contracts can read the L1 block hash")
}

// chain is n blocks of a leader, with a deposit in every other; the third has no transaction.
func chain(t *testing.T, leader *rollup.Driver, parent avs.BlockRef, n int) []avs.BuiltBlock {
	t.Helper()
	var out []avs.BuiltBlock
	for i := range n {
		r := request(parent)
		if i%2 == 0 {
			r.Withdrawals = deposits(uint64(i))
		}
		if i != 2 {
			r.First = raw(t, transfer(i, 0, 1), sign(7, &types.DynamicFeeTx{Nonce: uint64(len(out) - i/3), Gas: 100_000, Data: []byte{0xfe}}))
		}
		b, err := leader.Build(t.Context(), r)
		require.NoError(t, err)
		out, parent = append(out, b), b.Ref
	}
	return out
}

func siblingOf(t *testing.T, leader *rollup.Driver, parent avs.BlockRef) avs.BuiltBlock {
	t.Helper()
	r := request(parent)
	r.First = raw(t, transfer(5, 0, 1))
	b, err := leader.Build(t.Context(), r)
	require.NoError(t, err)
	return b
}

// invalid gives blocks that break a rule each, of Ethereum's or of the rollup's.
func invalid(t *testing.T, c avs.Executor, good avs.BuiltBlock) {
	for name, change := range map[string]func(h *types.Header, b *types.Body){
		"state root":    func(h *types.Header, _ *types.Body) { h.Root[0]++ },
		"gas used":      func(h *types.Header, _ *types.Body) { h.GasUsed++ },
		"base fee":      func(h *types.Header, _ *types.Body) { h.BaseFee = big.NewInt(1) },
		"equal time":    func(h *types.Header, _ *types.Body) { h.Time-- },
		"gas limit":     func(h *types.Header, _ *types.Body) { h.GasLimit++ },
		"extra data":    func(h *types.Header, _ *types.Body) { h.Extra = []byte{1} },
		"recipient":     func(h *types.Header, _ *types.Body) { h.Coinbase[0]++ },
		"beacon root":   func(h *types.Header, _ *types.Body) { h.ParentBeaconRoot = &common.Hash{1} },
		"no requests":   func(h *types.Header, _ *types.Body) { h.RequestsHash = nil },
		"some requests": func(h *types.Header, _ *types.Body) { h.RequestsHash = &common.Hash{1} },
		"difficulty":    func(h *types.Header, _ *types.Body) { h.Difficulty = big.NewInt(1) },
		"deposit":       func(_ *types.Header, b *types.Body) { b.Withdrawals = b.Withdrawals[1:] },
		"dropped":       func(_ *types.Header, b *types.Body) { b.Transactions = b.Transactions[1:] },
		"blob": func(_ *types.Header, b *types.Body) {
			b.Transactions = types.Transactions{types.NewTx(&types.BlobTx{BlobHashes: []common.Hash{{1}}})}
		},
	} {
		b := decode(t, good.Body)
		h, body := types.CopyHeader(b.Header()), *b.Body()
		change(h, &body)
		h.TxHash = types.DeriveSha(types.Transactions(body.Transactions), trie.NewStackTrie(nil))
		root := types.DeriveSha(types.Withdrawals(body.Withdrawals), trie.NewStackTrie(nil))
		h.WithdrawalsHash = &root
		data, err := rlp.EncodeToBytes(types.NewBlockWithHeader(h).WithBody(body))
		require.NoError(t, err)
		_, err = c.Import(t.Context(), data)
		require.ErrorIs(t, err, avs.ErrInvalidBlock, name)
	}
	for name, body := range map[string][]byte{"empty": nil, "noise": {1, 2, 3}, "truncated": good.Body[:len(good.Body)-1]} {
		_, err := c.Import(t.Context(), body)
		require.ErrorIs(t, err, avs.ErrInvalidBlock, name)
	}
}

// move moves head and tags, the way that the order goes and against it.
func move(t *testing.T, c avs.Executor, genesis avs.BlockRef, blocks []avs.BuiltBlock, sibling avs.BuiltBlock) {
	ctx := t.Context()
	require.ErrorIs(t, c.SetHead(ctx, common.Hash{1}), rollup.ErrUnknownBlock)
	require.NoError(t, c.SetHead(ctx, blocks[0].Ref.Hash))
	require.NoError(t, c.SetHead(ctx, blocks[0].Ref.Hash), "the head again")
	require.ErrorIs(t, c.SetHead(ctx, sibling.Ref.Hash), rollup.ErrNotDescendant)
	require.ErrorIs(t, c.SetHead(ctx, genesis.Hash), rollup.ErrNotDescendant)
	require.ErrorIs(t, c.Finalize(ctx, blocks[1].Ref.Hash), rollup.ErrNotCanonical, "it is not ordered yet")
	require.NoError(t, c.SetHead(ctx, blocks[3].Ref.Hash), "three blocks at once")
	require.Equal(t, blocks[3].Ref, head(t, c))
	require.NoError(t, c.Finalize(ctx, blocks[1].Ref.Hash))
	require.NoError(t, c.Finalize(ctx, blocks[0].Ref.Hash), "an older one does nothing")
	require.ErrorIs(t, c.Finalize(ctx, sibling.Ref.Hash), rollup.ErrNotCanonical)
	require.ErrorIs(t, c.Finalize(ctx, common.Hash{1}), rollup.ErrUnknownBlock)
}
