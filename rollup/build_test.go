package rollup

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestBuildRequestFaults(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 1)
	at := head(t, d)
	_, err := d.Build(ctx, avs.BuildRequest{Parent: at.Hash, Timestamp: at.Timestamp + 1})
	require.ErrorIs(t, err, avs.ErrNoWork)
	give(t, d, transfer(0, 0, common.Address{1}))
	_, err = d.Build(ctx, avs.BuildRequest{Parent: at.Hash, Timestamp: at.Timestamp})
	require.ErrorIs(t, err, ErrTimestamp)
	_, err = d.Build(ctx, avs.BuildRequest{Parent: common.Hash{1}, Timestamp: at.Timestamp + 1})
	require.ErrorIs(t, err, avs.ErrUnknownParent)
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err = d.Build(cancelled, avs.BuildRequest{Parent: at.Hash, Timestamp: at.Timestamp + 1})
	require.ErrorIs(t, err, context.Canceled)
}

func TestBuildOrdersByTipAndNonce(t *testing.T) {
	d := newDriver(t, 3)
	to := common.Address{1}
	with := func(i int, nonce uint64, tip int64) *types.Transaction {
		return sign(i, &types.DynamicFeeTx{Nonce: nonce, Gas: params.TxGas, To: &to, GasTipCap: big.NewInt(tip)})
	}
	a0, a1, b0, c0 := with(0, 0, 5), with(0, 1, 50), with(1, 0, 20), with(2, 0, 10)
	give(t, d, a0, a1, b0, c0)
	b := build(t, d, head(t, d))
	block, err := DecodeBody(b.Body)
	require.NoError(t, err)
	var got []common.Hash
	for _, tx := range block.Transactions() {
		got = append(got, tx.Hash())
	}
	require.Equal(t, []common.Hash{b0.Hash(), c0.Hash(), a0.Hash(), a1.Hash()}, got)
	require.Equal(t, common.Hash{7}, block.MixDigest())
}

func TestBuildBounds(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 4)
	at := head(t, d)
	var txs []*types.Transaction
	burn := append(common.FromHex("5b600056"), make([]byte, 10_000)...) // init code that loops until its gas is used
	for i := range 4 {
		txs = append(txs, sign(i, &types.DynamicFeeTx{Gas: params.MaxTxGas, Data: burn}))
	}
	give(t, d, txs...)
	<-d.Work()
	b := build(t, d, at)
	require.Equal(t, 3, b.Ref.Transactions, "60M gas hold three that use 16.7M each")

	small, err := d.Build(ctx, avs.BuildRequest{Parent: at.Hash, Timestamp: at.Timestamp + 1, MaxBytes: 25_000})
	require.NoError(t, err)
	require.Equal(t, 2, small.Ref.Transactions)
	require.LessOrEqual(t, len(small.Body), 25_000)
	select {
	case <-d.Work():
	default:
		t.Fatal("what was left out is work")
	}
	_, err = d.Build(ctx, avs.BuildRequest{Parent: at.Hash, Timestamp: at.Timestamp + 1, MaxBytes: 5_000})
	require.ErrorIs(t, err, avs.ErrNoWork)
	select {
	case <-d.Work():
		t.Fatal("what can never fit must not wake the leader for ever")
	default:
	}
}

// A transaction that the pool took and that cannot be executed is passed over with what follows it, and nothing else is.
func TestBuildPassesOverTheBad(t *testing.T) {
	d := newDriver(t, 3)
	parent := head(t, d)
	req := avs.BuildRequest{Parent: parent.Hash, Timestamp: parent.Timestamp + 1}
	to := common.Address{1}
	lots := new(big.Int).Mul(big.NewInt(1e6), big.NewInt(params.Ether))
	pending := map[common.Address][]*txpool.LazyTransaction{}
	put := func(i int, txs ...*types.Transaction) {
		_, from := account(i)
		for _, tx := range txs {
			pending[from] = append(pending[from], lazy(tx))
		}
	}
	put(0, transfer(0, 0, to),
		sign(0, &types.DynamicFeeTx{Nonce: 1, Gas: params.TxGas, To: &to, Value: lots}), // too little balance
		transfer(0, 2, to))
	put(1, transfer(1, 5, to))                                                                                    // a gap
	put(2, sign(2, &types.DynamicFeeTx{Gas: 21_000, To: &to, Data: make([]byte, 100), GasTipCap: big.NewInt(9)})) // too little gas

	c, err := d.candidate(req)
	require.NoError(t, err)
	defer c.close()
	left, err := c.fill(context.Background(), pending, d.signer)
	require.NoError(t, err)
	require.False(t, left)
	require.Len(t, c.txs, 1)
	block, err := c.seal(context.Background(), d.chain)
	require.NoError(t, err)
	require.NoError(t, d.keep(c, block))
	require.NoError(t, d.SetHead(context.Background(), block.Hash()))
}

func TestRevertedTransactionsAreIncluded(t *testing.T) {
	ctx := context.Background()
	leader, follower := newDriver(t, 2), newDriver(t, 2)
	bad := sign(0, &types.DynamicFeeTx{Gas: 100_000, Data: []byte{0xfe}}) // its init code is INVALID
	give(t, leader, bad, transfer(1, 0, common.Address{1}))
	b := build(t, leader, head(t, leader))
	require.Equal(t, 2, b.Ref.Transactions)
	_, err := follower.Import(ctx, b.Body)
	require.NoError(t, err)
}
