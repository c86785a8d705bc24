package rollup

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestApplicable(t *testing.T) {
	ctx := context.Background()
	to := common.Address{1}
	leader, member := newDriver(t, 4), newDriver(t, 4)
	give(t, leader, transfer(3, 0, to))
	first := build(t, leader, head(t, leader))
	_, err := member.Import(ctx, first.Body)
	require.NoError(t, err)
	share := uint64(testGas / avs.ForcedGasShare)
	lots := new(big.Int).Mul(big.NewInt(1e6), big.NewInt(params.Ether))
	half := new(big.Int).Mul(big.NewInt(600), big.NewInt(params.Ether)) // of the 1000 that an account has
	spend := func(nonce uint64) *types.Transaction {
		return sign(1, &types.DynamicFeeTx{Nonce: nonce, Gas: params.TxGas, To: &to, Value: half})
	}
	for name, test := range map[string]struct {
		change func(*avs.BuildRequest)
		txs    [][]byte
		want   []int
	}{
		"all of them":             {txs: raw(t, transfer(0, 0, to), transfer(0, 1, to), transfer(1, 0, to)), want: []int{0, 1, 2}},
		"a gap":                   {txs: raw(t, transfer(0, 1, to), transfer(1, 0, to)), want: []int{1}},
		"filled too late":         {txs: raw(t, transfer(0, 1, to), transfer(0, 0, to)), want: []int{1}},
		"twice":                   {txs: raw(t, transfer(0, 0, to), transfer(0, 0, to)), want: []int{0}},
		"below the parent":        {txs: raw(t, transfer(3, 0, to), transfer(3, 1, to)), want: []int{1}},
		"too dear":                {txs: raw(t, sign(0, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, Value: lots})), want: nil},
		"spent by one before":     {txs: raw(t, spend(0), spend(1), transfer(1, 1, to)), want: []int{0, 2}},
		"just its share of gas":   {txs: raw(t, sign(0, &types.DynamicFeeTx{Gas: share, To: &to})), want: []int{0}},
		"more than its share":     {txs: raw(t, sign(0, &types.DynamicFeeTx{Gas: share + 1, To: &to})), want: nil},
		"too little gas":          {txs: raw(t, sign(0, &types.DynamicFeeTx{Gas: params.TxGas - 1, To: &to})), want: nil},
		"below the base fee":      {txs: raw(t, sign(0, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, GasFeeCap: big.NewInt(5)})), want: nil},
		"pays no tip":             {txs: raw(t, sign(0, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, GasTipCap: new(big.Int)})), want: []int{0}},
		"reverts":                 {txs: raw(t, sign(0, &types.DynamicFeeTx{Gas: 100_000, Data: []byte{0xfe}})), want: []int{0}},
		"of another chain":        {txs: raw(t, types.MustSignNewTx(mustKey(0), types.LatestSignerForChainID(big.NewInt(1)), &types.DynamicFeeTx{ChainID: big.NewInt(1), Gas: params.TxGas, To: &to, GasFeeCap: big.NewInt(params.GWei)})), want: nil},
		"none at all":             {txs: [][]byte{{1, 2}, nil}, want: nil},
		"a blob":                  {txs: raw(t, types.MustSignNewTx(mustKey(0), types.LatestSignerForChainID(big.NewInt(testChain)), &types.BlobTx{BlobHashes: []common.Hash{{1}}})), want: nil},
		"no room":                 {change: func(r *avs.BuildRequest) { r.MaxBytes = blockOverhead + 120 }, txs: raw(t, transfer(0, 0, to), transfer(0, 1, to)), want: []int{0}},
		"first says nothing here": {change: func(r *avs.BuildRequest) { r.First = raw(t, transfer(0, 0, to)) }, txs: raw(t, transfer(0, 1, to)), want: nil},
		"nor do deposits":         {change: func(r *avs.BuildRequest) { r.Withdrawals = []*types.Withdrawal{{Address: to, Amount: 1}} }, txs: raw(t, transfer(0, 0, to)), want: []int{0}},
	} {
		t.Run(name, func(t *testing.T) {
			r := after(first.Ref)
			if test.change != nil {
				test.change(&r)
			}
			got, err := member.Applicable(ctx, r, test.txs)
			require.NoError(t, err)
			require.Equal(t, test.want, got)

			// The leader that puts these first gets a block that begins with them.
			r.First = nil
			var want []common.Hash
			for _, i := range got {
				tx, err := DecodeTransaction(test.txs[i])
				require.NoError(t, err)
				r.First, want = append(r.First, test.txs[i]), append(want, tx.Hash())
			}
			if len(want) > 0 {
				require.Equal(t, want, hashesOf(blockOf(t, leader, r).Transactions()...)[:len(want)])
			}
		})
	}
	_, err = member.Applicable(ctx, avs.BuildRequest{Parent: common.Hash{1}, Timestamp: 1 << 40}, nil)
	require.ErrorIs(t, err, avs.ErrUnknownParent)
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err = member.Applicable(cancelled, after(first.Ref), raw(t, transfer(0, 0, to)))
	require.ErrorIs(t, err, context.Canceled)
}

func TestIncludable(t *testing.T) {
	ctx := context.Background()
	to := common.Address{1}
	leader, member := newDriver(t, 7), newDriver(t, 7)
	genesis := head(t, leader)
	r := after(genesis)
	r.First = raw(t, transfer(6, 0, to))
	below, err := leader.Build(ctx, r)
	require.NoError(t, err)

	lots := new(big.Int).Mul(big.NewInt(999), big.NewInt(params.Ether)) // of the 1000 that an account has
	_, saver := account(4)
	spent := sign(4, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, Value: lots})
	burn := append(common.FromHex("5b600056"), make([]byte, 10_000)...) // init code that loops until its gas is used
	r = after(below.Ref)
	r.First = raw(t, transfer(0, 0, to), spent, sign(5, &types.DynamicFeeTx{Gas: params.MaxTxGas, Data: burn}),
		sign(5, &types.DynamicFeeTx{Nonce: 1, Gas: params.MaxTxGas, Data: burn}), sign(5, &types.DynamicFeeTx{Nonce: 2, Gas: params.MaxTxGas, Data: burn}))
	r.Withdrawals = []*types.Withdrawal{{Address: saver, Amount: 5_000_000_000}}
	top, err := leader.Build(ctx, r)
	require.NoError(t, err)
	require.Equal(t, 5, top.Ref.Transactions)
	left := testGas - top.Ref.GasUsed
	for _, b := range []avs.BuiltBlock{below, top} {
		_, err := member.Import(ctx, b.Body)
		require.NoError(t, err)
	}

	in, next, queued := transfer(0, 0, to), transfer(0, 1, to), transfer(0, 3, to)
	other := transfer(1, 0, to)
	gasLeft := sign(2, &types.DynamicFeeTx{Gas: left, To: &to})
	tooMuchGas := sign(3, &types.DynamicFeeTx{Gas: left + 1, To: &to})
	deposited := sign(4, &types.DynamicFeeTx{Nonce: 1, Gas: params.TxGas, To: &to, Value: big.NewInt(2 * params.Ether)})
	old := transfer(6, 0, to)
	unknown := transfer(6, 1, to)
	for _, err := range member.AddTransactions(raw(t, in, next, queued, other, gasLeft, tooMuchGas, spent, old)) {
		require.NoError(t, err)
	}
	all := hashesOf(in, next, queued, other, gasLeft, tooMuchGas, spent, old, unknown)
	got, err := member.Includable(ctx, top.Ref.Hash, 0, all)
	require.NoError(t, err)
	require.Equal(t, hashesOf(next, other, gasLeft), got)

	got, err = member.Includable(ctx, below.Ref.Hash, 0, all)
	require.NoError(t, err)
	require.Equal(t, hashesOf(in, other, gasLeft, tooMuchGas, spent), got, "judged by the block that is asked for")

	room := len(top.Body) - 600 // what it holds without its header
	got, err = member.Includable(ctx, top.Ref.Hash, blockOverhead+room, all)
	require.NoError(t, err)
	require.Empty(t, got, "nothing has room")
	_, err = member.Includable(ctx, common.Hash{1}, 0, all)
	require.ErrorIs(t, err, ErrUnknownBlock)

	require.NoError(t, member.SetHead(ctx, top.Ref.Hash))
	settle(t, member)
	require.Equal(t, []error{nil}, member.AddTransactions(raw(t, deposited)))
	got, err = member.Includable(ctx, top.Ref.Hash, 0, hashesOf(deposited, other))
	require.NoError(t, err)
	require.Equal(t, hashesOf(other), got, "what a deposit pays could not be included before the deposit")
}

// What an honest leader leaves out for lack of room or gas is never held against it.
func TestNothingIsIncludableAfterBuild(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 4)
	var txs []*types.Transaction
	burn := append(common.FromHex("5b600056"), make([]byte, 10_000)...)
	for i := range 4 {
		txs = append(txs, sign(i, &types.DynamicFeeTx{Gas: params.MaxTxGas, Data: burn}))
	}
	give(t, d, txs...)
	for _, maxBytes := range []int{0, 25_000, 45_000} {
		r := after(head(t, d))
		r.MaxBytes = maxBytes
		r.Withdrawals = []*types.Withdrawal{{Address: common.Address{1}, Amount: 1}}
		got, err := d.Includable(ctx, blockOf(t, d, r).Hash(), maxBytes, hashesOf(txs...))
		require.NoError(t, err)
		require.Empty(t, got, maxBytes)
	}
}
