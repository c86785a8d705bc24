package squad_test

import (
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

func TestLoneTransactionIsOneBlockAtAll(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	for i, n := range b.nodes { // whoever takes it, it reaches the leader
		tx := b.transfer(i)
		n.send(tx)
		require.Equal(t, uint64(i+1), b.awaitIncluded(tx))
	}
	require.Len(t, b.ledger.batches(), 4, "one block for each, and none empty")
	for _, n := range b.nodes {
		require.Equal(t, b.nodes[0].head(), n.head())
		testutil.Eventually(t, patient, func() bool { return len(n.told()) == 4 })
		for i, e := range n.told() {
			require.Equal(t, uint64(i+1), e.Block.Number)
			require.Equal(t, e.Block.Hash, e.Batch.Header.Header.BlockHash)
		}
		require.False(t, n.service.Status().Broken)
	}
}

// slotOf waits for a slot with time left in its span that the given test accepts.
func (b *bed) awaitSlot(accept func(slot uint64) bool) uint64 {
	b.t.Helper()
	var slot uint64
	testutil.Eventually(b.t, patient, func() bool {
		slot = b.slot()
		return slot%b.rollup.Slots.SpanSlots < 2 && accept(slot)
	}, "a slot as wanted")
	return slot
}

func TestBackupTakesOverFromDeadLeader(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	warm := b.transfer(0)
	b.nodes[0].send(warm)
	b.awaitIncluded(warm)
	dead := b.nodes[b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)]
	dead.stop()
	b.awaitSlot(func(slot uint64) bool { return b.leader(slot, 0) == dead.index })
	tx := b.transfer(1)
	began := time.Now()
	b.nodes[(dead.index+1)%4].send(tx)
	b.awaitIncluded(tx)
	took := time.Since(began)
	last := b.ledger.batches()[len(b.ledger.batches())-1]
	t.Logf("takeover in %v at rank %d", took, last.Header.Header.Rank)
	require.Less(t, took, unhurried)

	dead.start()
	require.Equal(t, uint64(2), dead.awaitIncluded(tx), "it catches up through the log")
}

func TestWithheldBodyIsPulled(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	victim := b.nodes[3].keys.id
	b.wire.filter(func(_, to avs.OperatorID, name string) bool {
		return to == victim && (strings.HasSuffix(name, "/batch") || strings.HasSuffix(name, "/push"))
	})
	b.startAll()
	for i := range 3 {
		tx := b.transfer(i)
		b.awaitSlot(func(slot uint64) bool { return b.leader(slot, 0) != 3 })
		b.nodes[i].send(tx)
		b.awaitIncluded(tx)
	}
}

func TestLateMemberCatchesUpThroughTheLog(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	for _, n := range b.nodes[:3] {
		n.start()
	}
	for i := range 5 {
		tx := b.transfer(i)
		began := time.Now()
		b.nodes[i%3].send(tx)
		b.awaitIncluded(tx)
		t.Logf("block %d in %v", i+1, time.Since(began))
	}
	b.nodes[3].start()
	testutil.Eventually(t, patient, func() bool { return len(b.nodes[3].told()) == len(b.ledger.batches()) })
	require.Equal(t, b.nodes[0].head(), b.nodes[3].head())
}

func TestRestartTellsAgainFromUncertified(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	for i := range 4 {
		tx := b.transfer(i)
		b.nodes[i].send(tx)
		b.awaitIncluded(tx)
	}
	n := b.nodes[2]
	testutil.Eventually(t, patient, func() bool { return len(n.told()) == 4 })
	first := n.told()
	n.stop()
	n.from.Store(3)
	n.start()
	testutil.Eventually(t, patient, func() bool { return len(n.told()) == 6 })
	require.Equal(t, first[2:], n.told()[4:], "numbers 3 and 4 again, with all that was said of them")
	tx := b.transfer(5)
	n.send(tx)
	b.awaitIncluded(tx)
}

func TestNothingIsLostWhileOrderingHalts(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	b.ledger.halt(true)
	tx := b.transfer(0)
	b.nodes[0].send(tx)
	testutil.Eventually(t, patient, func() bool { return b.nodes[0].service.Status().InFlight > 0 })
	b.ledger.halt(false)
	b.awaitIncluded(tx)
}

func TestLoadMakesAboutABlockASecond(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	const rounds = 60
	began := time.Now()
	var last [accounts]*types.Transaction
	for range rounds {
		for a := range accounts {
			last[a] = b.transfer(a)
			b.nodes[a%4].send(last[a]) // one account, one operator: a pool holds back what has a nonce gap
		}
	}
	for _, tx := range last {
		b.awaitIncluded(tx)
	}
	took := time.Since(began)
	blocks := len(b.ledger.batches())
	t.Logf("%d transactions in %d blocks, %v", rounds*accounts, blocks, took)
	require.LessOrEqual(t, float64(blocks), took.Seconds()+4)
	for _, n := range b.nodes {
		require.Equal(t, b.nodes[0].head().StateRoot, n.head().StateRoot)
		require.False(t, n.service.Status().Broken)
	}
}
