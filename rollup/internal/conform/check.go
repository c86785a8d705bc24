package conform

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// check asks the client what members ask, and the embedded driver the same.
func check(t *testing.T, d Driver) {
	ref, c := reference(t), d.Open(t, Genesis(), &vault)
	genesis := head(t, ref)
	r := request(genesis)
	r.First, r.Withdrawals = raw(t, transfer(6, 0, 1)), deposits(0)
	below, err := ref.Build(t.Context(), r)
	require.NoError(t, err)
	_, err = c.Import(t.Context(), below.Body)
	require.NoError(t, err)
	applicable(t, ref, c, below.Ref)
	includable(t, ref, c, below)
}

func applicable(t *testing.T, ref *rollup.Driver, c Client, parent avs.BlockRef) {
	lots := new(big.Int).Mul(big.NewInt(600), big.NewInt(params.Ether))
	share := uint64(gasLimit / avs.ForcedGasShare)
	spend := func(nonce uint64) *types.Transaction {
		return sign(1, &types.DynamicFeeTx{Nonce: nonce, To: &someone, Value: lots})
	}
	key, _ := account(2)
	signer := types.LatestSignerForChainID(big.NewInt(chainID))
	_, zero := account(0)
	txs := raw(t, transfer(0, 1, 1), transfer(0, 0, 1), transfer(0, 0, 1), transfer(0, 1, 1), spend(0), spend(1), transfer(1, 1, 1), transfer(6, 0, 1), transfer(6, 1, 1),
		sign(3, &types.DynamicFeeTx{Gas: share + 1, To: &someone}), sign(3, &types.DynamicFeeTx{Gas: share, To: &someone}),
		sign(4, &types.DynamicFeeTx{Gas: params.TxGas - 1, To: &someone}), sign(4, &types.DynamicFeeTx{To: &someone, GasFeeCap: big.NewInt(7)}),
		sign(4, &types.DynamicFeeTx{To: &someone, GasTipCap: new(big.Int)}), sign(4, &types.DynamicFeeTx{Nonce: 1, Gas: 100_000, Data: []byte{0xfe}}),
		sign(99, &types.DynamicFeeTx{To: &someone}),
		types.MustSignNewTx(key, signer, &types.LegacyTx{Gas: params.TxGas, To: &someone, GasPrice: big.NewInt(params.GWei), Value: common.Big1}),
		types.MustSignNewTx(key, signer, &types.AccessListTx{ChainID: big.NewInt(chainID), Nonce: 1, Gas: 60_000, To: &someone, GasPrice: big.NewInt(params.GWei),
			AccessList: types.AccessList{{Address: zero, StorageKeys: []common.Hash{{1}}}}}),
		types.MustSignNewTx(key, types.LatestSignerForChainID(common.Big1), &types.DynamicFeeTx{ChainID: common.Big1, Nonce: 2, Gas: params.TxGas, To: &someone, GasFeeCap: big.NewInt(params.GWei)}))
	txs = append(txs, []byte{1, 2}, nil)
	for name, maxBytes := range map[string]int{"no bound": 0, "room for a few": 2048 + 400} {
		r := request(parent)
		r.MaxBytes = maxBytes
		want, err := ref.Applicable(t.Context(), r, txs)
		require.NoError(t, err)
		got, err := c.Applicable(t.Context(), r, txs)
		require.NoError(t, err, name)
		require.Equal(t, want, got, name)
		if maxBytes == 0 {
			require.Equal(t, []int{1, 3, 4, 6, 8, 10, 13, 14, 16, 17}, got)
		}
	}
	_, err := c.Applicable(t.Context(), request(avs.BlockRef{Hash: common.Hash{1}, Timestamp: 1 << 40}), txs)
	require.ErrorIs(t, err, avs.ErrUnknownParent)
}

func includable(t *testing.T, ref *rollup.Driver, c Client, below avs.BuiltBlock) {
	ctx := t.Context()
	burn := append(common.FromHex("5b600056"), make([]byte, 3000)...) // init code that loops until its gas is used
	_, saver := account(4)
	r := request(below.Ref)
	r.First = raw(t, transfer(0, 0, 1), sign(4, &types.DynamicFeeTx{To: &someone, Value: new(big.Int).Mul(big.NewInt(999), big.NewInt(params.Ether))}),
		sign(5, &types.DynamicFeeTx{Gas: params.MaxTxGas, Data: burn}))
	r.Withdrawals = []*types.Withdrawal{{Address: saver, Amount: 5_000_000_000}}
	top, err := ref.Build(ctx, r)
	require.NoError(t, err)
	left := gasLimit - top.Ref.GasUsed
	_, err = c.Import(ctx, top.Body)
	require.NoError(t, err)
	txs := []*types.Transaction{transfer(0, 0, 1), transfer(0, 1, 1), transfer(0, 3, 1), transfer(1, 0, 1), sign(2, &types.DynamicFeeTx{Gas: left, To: &someone}),
		sign(3, &types.DynamicFeeTx{Gas: left + 1, To: &someone}), transfer(6, 1, 1)}
	all := append(hashes(txs...), common.Hash{1})
	for _, p := range []avs.TxPool{ref, c} {
		p.AddTransactions(raw(t, txs...))
	}
	for _, b := range []common.Hash{below.Ref.Hash, top.Ref.Hash} {
		for _, maxBytes := range []int{0, len(top.Body) + 1600} {
			want, err := ref.Includable(ctx, b, maxBytes, all)
			require.NoError(t, err)
			got, err := c.Includable(ctx, b, maxBytes, all)
			require.NoError(t, err)
			require.Equal(t, want, got)
		}
	}
	got, err := c.Includable(ctx, top.Ref.Hash, 0, all)
	require.NoError(t, err)
	require.Equal(t, hashes(txs[1], txs[3], txs[4], txs[6]), got)
	_, err = c.Includable(ctx, common.Hash{1}, 0, all)
	require.ErrorIs(t, err, rollup.ErrUnknownBlock)

	// What a deposit of the block pays could not be included before it.
	for _, p := range []avs.Executor{c, ref} {
		require.NoError(t, p.SetHead(ctx, top.Ref.Hash))
	}
	deposited := sign(4, &types.DynamicFeeTx{Nonce: 1, To: &someone, Value: big.NewInt(2 * params.Ether)})
	give(t, c, deposited)
	got, err = c.Includable(ctx, top.Ref.Hash, 0, hashes(deposited, txs[3]))
	require.NoError(t, err)
	require.Equal(t, hashes(txs[3]), got)
}
