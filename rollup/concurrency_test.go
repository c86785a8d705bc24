package rollup

import (
	"context"
	"errors"
	"math/big"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

// Users send over RPC while the leader builds ahead of the order, and two goroutines import the same blocks at the
// follower while a third moves its head. Nothing is lost and both end equal.
func TestEverythingAtOnce(t *testing.T) {
	const senders, each = 4, 25
	ctx, cancel := context.WithTimeout(context.Background(), 2*testWait)
	defer cancel()
	leader, follower := newDriver(t, senders), newDriver(t, senders)

	forward := make(chan [][]byte, 8)
	stop := follower.SubscribeLocal(forward)
	var forwarder, users sync.WaitGroup
	forwarder.Go(func() {
		for raws := range forward {
			for _, err := range leader.AddTransactions(raws) {
				errorFree(t, err)
			}
		}
	})
	for i := range senders {
		users.Go(func() {
			c, err := ethclient.DialContext(ctx, follower.WS())
			if !errorFree(t, err) {
				return
			}
			defer c.Close()
			for n := range uint64(each) {
				errorFree(t, c.SendTransaction(ctx, transfer(i, n, common.BigToAddress(big.NewInt(int64(n)+1000)))))
				_, err := c.BlockNumber(ctx)
				errorFree(t, err)
			}
		})
	}

	toImport := [2]chan avs.BuiltBlock{make(chan avs.BuiltBlock, 64), make(chan avs.BuiltBlock, 64)}
	ordered := make(chan avs.BuiltBlock, 64)
	var follows sync.WaitGroup
	for _, blocks := range toImport {
		follows.Go(func() {
			for b := range blocks {
				_, err := follower.Import(ctx, b.Body)
				errorFree(t, err)
			}
		})
	}
	follows.Go(func() {
		var before common.Hash
		for b := range ordered {
			testutil.Eventually(t, testWait, func() bool { return follower.Has(ctx, b.Ref.Hash) }, "block %d imported", b.Ref.Number)
			errorFree(t, follower.SetHead(ctx, b.Ref.Hash))
			if before != (common.Hash{}) {
				errorFree(t, follower.Finalize(ctx, before))
			}
			before = b.Ref.Hash
		}
	})

	parent, included := head(t, leader), 0
	var unordered []avs.BuiltBlock
	for included < senders*each {
		b, err := leader.Build(ctx, avs.BuildRequest{Parent: parent.Hash, Timestamp: parent.Timestamp + 1})
		if errors.Is(err, avs.ErrNoWork) {
			select {
			case <-leader.Work():
				continue
			case <-ctx.Done():
				t.Fatalf("%d of %d included", included, senders*each)
			}
		}
		require.NoError(t, err)
		for _, blocks := range toImport {
			blocks <- b
		}
		parent, included, unordered = b.Ref, included+b.Ref.Transactions, append(unordered, b)
		if len(unordered) > 2 { // the order is two blocks behind
			require.NoError(t, leader.SetHead(ctx, unordered[0].Ref.Hash))
			ordered <- unordered[0]
			unordered = unordered[1:]
		}
	}
	for _, b := range unordered {
		require.NoError(t, leader.SetHead(ctx, b.Ref.Hash))
		ordered <- b
	}
	close(ordered)
	close(toImport[0])
	close(toImport[1])
	follows.Wait()
	users.Wait()
	stop()
	close(forward)
	forwarder.Wait()
	require.Equal(t, senders*each, included, "none twice")
	require.Equal(t, parent, head(t, leader))
	require.Equal(t, parent, head(t, follower))
	testutil.Eventually(t, testWait, func() bool { return len(follower.LocalTransactions(1)) == 0 })
	for i := range senders {
		_, addr := account(i)
		c := ethclient.NewClient(follower.Attach())
		nonce, err := c.NonceAt(ctx, addr, nil)
		c.Close()
		require.NoError(t, err)
		require.EqualValues(t, each, nonce)
	}
}

// errorFree reports from goroutines that must not end the test.
func errorFree(t *testing.T, err error) bool {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
	return err == nil
}

// A leader that asks twice, for the same parent, gets two blocks that both can be ordered.
func TestBuildTwiceAtOnce(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 1)
	give(t, d, transfer(0, 0, common.Address{1}))
	at := head(t, d)
	var built [4]avs.BuiltBlock
	var wg sync.WaitGroup
	for i := range built {
		wg.Go(func() {
			var err error
			built[i], err = d.Build(ctx, avs.BuildRequest{Parent: at.Hash, Timestamp: at.Timestamp + 1 + uint64(i/2)})
			errorFree(t, err)
		})
	}
	wg.Wait()
	require.Equal(t, built[0], built[1])
	require.Equal(t, built[2], built[3])
	require.NoError(t, d.SetHead(ctx, built[3].Ref.Hash))
	require.ErrorIs(t, d.SetHead(ctx, built[0].Ref.Hash), ErrNotDescendant)
}
