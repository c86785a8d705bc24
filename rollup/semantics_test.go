package rollup

import (
	"context"
	"math/big"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/testutil"
)

// These are the rules of geth's pool that its users know, held to for what they mean here.

// A transaction is replaced by one of its nonce that offers a tenth more, in tip and in cap.
func TestReplacement(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 1)
	c := ethclient.NewClient(d.Attach())
	defer c.Close()
	to := common.Address{1}
	with := func(tip, feeCap int64) *types.Transaction {
		return sign(0, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, GasTipCap: big.NewInt(tip), GasFeeCap: big.NewInt(feeCap)})
	}
	first, second := with(100, params.GWei), with(110, params.GWei*11/10)
	require.NoError(t, c.SendTransaction(ctx, first))
	require.ErrorContains(t, c.SendTransaction(ctx, with(109, params.GWei*2)), "replacement transaction underpriced")
	require.ErrorContains(t, c.SendTransaction(ctx, with(200, params.GWei*109/100)), "replacement transaction underpriced")
	require.NoError(t, c.SendTransaction(ctx, second))
	testutil.Eventually(t, testWait, func() bool { return d.pool.Status(second.Hash()) == txpool.TxStatusPending })
	require.False(t, d.pool.Has(first.Hash()))
	testutil.Eventually(t, testWait, func() bool { return len(d.LocalTransactions(5)) == 1 }, "the replaced one is forwarded no more")
	require.Equal(t, hashesOf(second), hashesOf(blockOf(t, d, after(head(t, d))).Transactions()...))
}

// The next nonce counts what the pool holds, and may be asked for from many goroutines.
func TestNextNonce(t *testing.T) {
	d := newDriver(t, 1)
	_, from := account(0)
	var asking sync.WaitGroup
	for nonce := range uint64(4) {
		for range 4 {
			asking.Go(func() {
				_, err := d.NextNonce(t.Context(), from)
				require.NoError(t, err)
			})
		}
		require.NoError(t, d.AddLocal(t.Context(), raw(t, transfer(0, nonce, common.Address{1}))[0]))
		testutil.Eventually(t, testWait, func() bool {
			next, err := d.NextNonce(t.Context(), from)
			return err == nil && next == nonce+1
		}, "nonce %d is in the pool", nonce)
	}
	asking.Wait()
}

// What comes too early waits, whatever its order, and goes in when the gap is filled; eth_getTransactionCount does not
// count it before.
func TestGapsFill(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 1)
	c := ethclient.NewClient(d.Attach())
	defer c.Close()
	to := common.Address{1}
	_, from := account(0)
	for _, nonce := range []uint64{3, 1, 2} {
		require.NoError(t, c.SendTransaction(ctx, transfer(0, nonce, to)))
	}
	pending, queued := d.pool.Stats()
	require.Equal(t, []int{0, 3}, []int{pending, queued})
	next, err := c.PendingNonceAt(ctx, from)
	require.NoError(t, err)
	require.Zero(t, next)
	give(t, d, transfer(0, 0, to))
	testutil.Eventually(t, testWait, func() bool { pending, _ := d.pool.Stats(); return pending == 4 })
	next, err = c.PendingNonceAt(ctx, from)
	require.NoError(t, err)
	require.EqualValues(t, 4, next)
	require.Len(t, blockOf(t, d, after(head(t, d))).Transactions(), 4)
}

// A batch that was built, or imported, and then is void leaves its transactions where they were. The next block has them,
// less those that the batch in its place has.
func TestVoidBatchLosesNothing(t *testing.T) {
	ctx := context.Background()
	to := common.Address{1}
	leader, rival := newDriver(t, 3), newDriver(t, 3)
	mine := []*types.Transaction{transfer(0, 0, to), transfer(0, 1, to), transfer(1, 0, to)}
	give(t, leader, mine...)
	void := build(t, leader, head(t, leader))
	require.Equal(t, 3, void.Ref.Transactions)
	give(t, rival, mine[0], transfer(2, 0, to))
	winner := build(t, rival, head(t, rival))
	_, err := rival.Import(ctx, void.Body)
	require.NoError(t, err)
	_, err = leader.Import(ctx, winner.Body)
	require.NoError(t, err)
	for _, d := range []*Driver{leader, rival} {
		require.NoError(t, d.SetHead(ctx, winner.Ref.Hash))
		settle(t, d)
	}
	require.ElementsMatch(t, hashesOf(mine[1:]...), leader.Waiting(0, 10))
	require.ElementsMatch(t, hashesOf(mine[1:]...), hashesOf(blockOf(t, leader, after(winner.Ref)).Transactions()...))
	require.Empty(t, rival.Waiting(0, 10))
}

// An account that floods the pool gets no more of it than what others do not need.
func TestFloodIsBounded(t *testing.T) {
	d := newDriver(t, 4)
	to := common.Address{1}
	ahead := make([]*types.Transaction, poolAccountQueue+50)
	for i := range ahead {
		ahead[i] = transfer(0, uint64(i+1), to)
	}
	d.AddTransactions(raw(t, ahead...))
	settle(t, d)
	_, queued := d.pool.Stats()
	require.Equal(t, poolAccountQueue, queued, "transactions with a gap before them")

	flood := make([]*types.Transaction, poolGlobalSlots+poolAccountQueue)
	for i := range flood {
		flood[i] = transfer(1, uint64(i), to)
	}
	d.AddTransactions(raw(t, flood...))
	give(t, d, transfer(2, 0, to), transfer(3, 0, to))
	settle(t, d)
	pending, queued := d.pool.Stats()
	require.LessOrEqual(t, pending, poolGlobalSlots)
	require.LessOrEqual(t, queued, poolGlobalQueue)
	require.Len(t, blockOf(t, d, after(head(t, d))).Transactions(), testGas/int(params.TxGas))
	require.Equal(t, txpool.TxStatusPending, d.pool.Status(transfer(3, 0, to).Hash()), "the others keep their places")
}
