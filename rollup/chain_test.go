package rollup

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestLeaderAndFollowerAgree(t *testing.T) {
	ctx := context.Background()
	leader, follower := newDriver(t, 3), newDriver(t, 3)
	require.Equal(t, head(t, leader), head(t, follower))
	for n := range uint64(3) {
		give(t, leader, transfer(0, n, common.Address{1}), transfer(1, n, common.Address{2}))
		built := build(t, leader, head(t, leader))
		require.Equal(t, 2, built.Ref.Transactions)
		require.Equal(t, n+1, built.Ref.Number)

		imported, err := follower.Import(ctx, built.Body)
		require.NoError(t, err)
		require.Equal(t, built.Ref, imported)
		again, err := follower.Import(ctx, built.Body)
		require.NoError(t, err)
		require.Equal(t, built.Ref, again)
		require.Equal(t, n, head(t, follower).Number, "an import leaves the head where it is")

		for _, d := range []*Driver{leader, follower} {
			_, err := d.Import(ctx, built.Body)
			require.NoError(t, err)
			require.NoError(t, d.SetHead(ctx, built.Ref.Hash))
			require.Equal(t, built.Ref, head(t, d))
			settle(t, d)
		}
		body, ref, err := follower.Block(ctx, n+1)
		require.NoError(t, err)
		require.Equal(t, built.Ref, ref)
		require.Equal(t, built.Body, body)
	}
	receipts := func(d *Driver) []*types.Receipt {
		c := ethclient.NewClient(d.Attach())
		defer c.Close()
		r, err := c.BlockReceipts(ctx, rpc.BlockNumberOrHashWithNumber(2))
		require.NoError(t, err)
		return r
	}
	require.Equal(t, receipts(follower), receipts(leader), "what Build wrote reads like what Import wrote")
}

// A leader builds on blocks that are not ordered yet; what they contain is not included again.
func TestPipeline(t *testing.T) {
	ctx := context.Background()
	leader, follower := newDriver(t, 2), newDriver(t, 2)
	parent := head(t, leader)
	var blocks []avs.BuiltBlock
	for n := range uint64(3) {
		give(t, leader, transfer(0, n, common.Address{1}), transfer(1, n, common.Address{1}))
		b := build(t, leader, parent)
		require.Equal(t, 2, b.Ref.Transactions)
		blocks, parent = append(blocks, b), b.Ref
	}
	_, err := leader.Build(ctx, avs.BuildRequest{Parent: parent.Hash, Timestamp: parent.Timestamp + 1})
	require.ErrorIs(t, err, avs.ErrNoWork)
	require.Zero(t, head(t, leader).Number)

	_, err = follower.Import(ctx, blocks[1].Body)
	require.ErrorIs(t, err, avs.ErrUnknownParent)
	for _, b := range blocks {
		_, err := follower.Import(ctx, b.Body)
		require.NoError(t, err)
		require.True(t, follower.Has(ctx, b.Ref.Hash))
	}
	require.NoError(t, follower.SetHead(ctx, parent.Hash), "the head may move by several blocks")
	for i, b := range blocks {
		_, ref, err := follower.Block(ctx, uint64(i+1))
		require.NoError(t, err)
		require.Equal(t, b.Ref, ref)
	}
}

func TestSetHeadNeverReverts(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 2)
	genesis := head(t, d)
	give(t, d, transfer(0, 0, common.Address{1}))
	one := build(t, d, genesis)
	give(t, d, transfer(1, 0, common.Address{1}))
	rival := build(t, d, genesis)
	require.NotEqual(t, one.Ref.Hash, rival.Ref.Hash)
	give(t, d, transfer(0, 1, common.Address{1}))
	above := build(t, d, rival.Ref)

	require.NoError(t, d.SetHead(ctx, one.Ref.Hash))
	require.NoError(t, d.SetHead(ctx, one.Ref.Hash), "the same head again")
	require.ErrorIs(t, d.SetHead(ctx, genesis.Hash), ErrNotDescendant)
	require.ErrorIs(t, d.SetHead(ctx, rival.Ref.Hash), ErrNotDescendant)
	require.ErrorIs(t, d.SetHead(ctx, above.Ref.Hash), ErrNotDescendant)
	require.ErrorIs(t, d.SetHead(ctx, common.Hash{1}), ErrUnknownBlock)
	require.Equal(t, one.Ref, head(t, d))
	_, _, err := d.Block(ctx, 2)
	require.ErrorIs(t, err, ErrNotCanonical)
}

func TestTagsOverRPC(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 1)
	c, err := ethclient.Dial(d.HTTP())
	require.NoError(t, err)
	defer c.Close()
	tags := func() (latest, safe, final uint64) {
		at := func(tag rpc.BlockNumber) uint64 {
			h, err := c.HeaderByNumber(ctx, big.NewInt(tag.Int64()))
			require.NoError(t, err)
			return h.Number.Uint64()
		}
		return at(rpc.LatestBlockNumber), at(rpc.SafeBlockNumber), at(rpc.FinalizedBlockNumber)
	}
	requireTags := func(want ...uint64) {
		t.Helper()
		latest, safe, final := tags()
		require.Equal(t, want, []uint64{latest, safe, final})
	}
	requireTags(0, 0, 0)

	var refs []avs.BlockRef
	for n := range uint64(3) {
		give(t, d, transfer(0, n, common.Address{1}))
		b := build(t, d, head(t, d))
		if n < 2 {
			require.NoError(t, d.SetHead(ctx, b.Ref.Hash))
			settle(t, d)
		}
		refs = append(refs, b.Ref)
	}
	requireTags(2, 2, 0)
	require.ErrorIs(t, d.Finalize(ctx, refs[2].Hash), ErrNotCanonical)
	require.ErrorIs(t, d.Finalize(ctx, common.Hash{9}), ErrUnknownBlock)
	require.NoError(t, d.Finalize(ctx, refs[1].Hash))
	requireTags(2, 2, 2)
	require.NoError(t, d.Finalize(ctx, refs[0].Hash), "an older certificate changes nothing")
	requireTags(2, 2, 2)
	require.NoError(t, d.SetHead(ctx, refs[2].Hash))
	requireTags(3, 3, 2)
}

func TestNewHeadsOverWebSocket(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), testWait)
	defer cancel()
	d := newDriver(t, 1)
	c, err := ethclient.DialContext(ctx, d.WS())
	require.NoError(t, err)
	defer c.Close()
	heads := make(chan *types.Header, 4)
	sub, err := c.SubscribeNewHead(ctx, heads)
	require.NoError(t, err)
	defer sub.Unsubscribe()
	for n := range uint64(2) {
		give(t, d, transfer(0, n, common.Address{1}))
		b := build(t, d, head(t, d))
		require.NoError(t, d.SetHead(ctx, b.Ref.Hash))
		settle(t, d)
		select {
		case h := <-heads:
			require.Equal(t, b.Ref.Hash, h.Hash())
		case <-ctx.Done():
			t.Fatal("no head came")
		}
	}
}

// Init code of a contract whose runtime logs once and returns the number that it keeps in slot 0, which the constructor
// sets to 42, and which a call with any data increments.
var counterInit = common.FromHex("602a6000556021601160003960216000f3" +
	"36600f5760005460005260206000f35b600054600101600055600160006000a100")

func TestContract(t *testing.T) {
	ctx := context.Background()
	leader, follower := newDriver(t, 1), newDriver(t, 1)
	c, err := ethclient.Dial(follower.HTTP())
	require.NoError(t, err)
	defer c.Close()
	apply := func(txs ...*types.Transaction) avs.BlockRef {
		give(t, leader, txs...)
		b := build(t, leader, head(t, leader))
		require.Equal(t, len(txs), b.Ref.Transactions)
		for _, d := range []*Driver{leader, follower} {
			_, err := d.Import(ctx, b.Body)
			require.NoError(t, err)
			require.NoError(t, d.SetHead(ctx, b.Ref.Hash))
			settle(t, d)
		}
		return b.Ref
	}
	deploy := sign(0, &types.DynamicFeeTx{Gas: 300_000, Data: counterInit})
	apply(deploy)
	receipt, err := c.TransactionReceipt(ctx, deploy.Hash())
	require.NoError(t, err)
	require.Equal(t, types.ReceiptStatusSuccessful, receipt.Status)
	at := receipt.ContractAddress

	last := apply(
		sign(0, &types.DynamicFeeTx{Nonce: 1, Gas: 100_000, To: &at, Data: []byte{1}}),
		sign(0, &types.DynamicFeeTx{Nonce: 2, Gas: 100_000, To: &at, Data: []byte{1}}))
	logs, err := c.FilterLogs(ctx, ethereumQuery(at))
	require.NoError(t, err)
	require.Len(t, logs, 2)
	require.Equal(t, last.Hash, logs[1].BlockHash)
	slot, err := c.StorageAt(ctx, at, common.Hash{}, nil)
	require.NoError(t, err)
	require.EqualValues(t, 44, new(big.Int).SetBytes(slot).Uint64())
	require.EqualValues(t, 44, call(t, c, at))
}
