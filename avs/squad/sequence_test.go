package squad_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/testutil"
)

// faultsOf counts the faults of one kind that a node saw of an operator.
func (n *node) faultsOf(of avs.OperatorID, kind string) uint64 {
	for _, f := range n.service.SeenFaults() {
		if f.Operator == of && f.Kind == kind {
			return f.Count
		}
	}
	return 0
}

func (l *ledger) listed(tx common.Hash) bool {
	in, _ := l.Inputs(l.bed.rollup.ID)
	return slices.ContainsFunc(in.Lists, func(o avs.OrderedList) bool { return slices.Contains(o.List.List.Transactions, tx) })
}

// A transaction that waits for too long is listed by those who have it, and reaches every member. A batch that leaves it
// out then gets no acknowledgement, and the next leader's has it.
func TestListedTransactionIsNotLeftOut(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+6*b.rollup.Slots.SpanSlots, 0)
	b.nodes[evil].open()
	p := b.startAllBut(evil)
	p.Serve(b.topic("txs"), 0, 0, func(context.Context, avs.OperatorID, []byte) ([]byte, error) { return nil, nil })
	got := listen(t, b, p)
	b.ledger.halt(true) // no batch is ordered, so that what is sent has to wait
	wanted, other := b.transfer(0), b.transfer(1)
	b.nodes[(evil+1)%4].send(wanted)
	testutil.Eventually(t, patient, func() bool { return b.ledger.listed(wanted.Hash()) }, "it is listed")
	for i, n := range b.nodes {
		if i != evil {
			testutil.Eventually(t, patient, func() bool { return len(n.driver.Transactions([]common.Hash{wanted.Hash()})) == 1 }, "node %d has it", i)
		}
	}
	listedAt := uint64(time.Now().UnixMilli())
	b.add(evil, other)
	slot := b.awaitSlot(func(slot uint64) bool {
		return b.leader(slot, 0) == evil && b.rollup.Slots.StartMillis(slot, 0) > listedAt+avs.ListGraceMillis
	})
	batch := b.built(evil, slot, b.genesisRef(), nil)
	digest := batch.Header.Header.Digest(b.domain)
	for i, n := range b.nodes {
		if i == evil {
			continue
		}
		require.Equal(t, avs.Accept, b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), batch.Encode()))
		testutil.Eventually(t, patient, func() bool { return n.faultsOf(p.id, squad.FaultCensorship) == 1 }, "node %d sees it", i)
		reply, err := p.Request(context.Background(), n.keys.id, b.topic("push"), batch.Encode())
		require.NoError(t, err)
		require.Empty(t, reply)
	}
	require.Empty(t, got.members(digest))
	b.ledger.halt(false)
	b.awaitIncluded(wanted)
}

// A rollup that has stopped is followed to its end and led no more; its bodies are still served.
func TestStoppedRollup(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	tx := b.transfer(0)
	b.nodes[0].send(tx)
	b.awaitIncluded(tx)
	late := b.nodes[3]
	late.stop()
	tx = b.transfer(1)
	b.nodes[1].send(tx)
	b.awaitIncluded(tx)
	b.ledger.stop()
	for _, n := range b.nodes[:3] {
		testutil.Eventually(t, patient, func() bool { return n.service.Status().Stopped })
	}
	ordered := len(b.ledger.batches())
	b.nodes[0].send(b.transfer(0))
	late.start()
	testutil.Eventually(t, patient, func() bool { return late.head() == b.nodes[0].head() }, "it is brought to the end")
	testutil.Eventually(t, patient, func() bool { return late.service.Status().Stopped })
	slot := b.slot()
	testutil.Eventually(t, patient, func() bool { return b.slot() > slot+b.rollup.Slots.SpanSlots }, "another leader's turn")
	require.Len(t, b.ledger.batches(), ordered)
	for _, n := range b.nodes {
		require.Zero(t, n.service.Status().InFlight, "nothing is built")
	}
	h := b.ledger.batches()[0].Header.Header
	digest := h.Digest(b.domain)
	reply, err := b.wire.port(late.keys.id).Request(context.Background(), b.nodes[0].keys.id, b.topic("body"), append([]byte{1}, digest[:]...))
	require.NoError(t, err)
	require.NotEmpty(t, reply)
}

// Where a window ends and the next is of another set, leaders, proofs and acknowledgements change with it, not with the
// set in force; and what is on the way then is not lost.
func TestSetsChangeWithTheWindow(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4, func(r *avs.Rollup) { r.Slots.SpanSlots, r.Slots.WindowSpans = 4, 2 })
	b.startAll()
	rest := b.keys[:3]
	b.ledger.lead(rest)
	in, _ := b.ledger.Current(b.set.ID())
	require.Equal(t, avs.Epoch(2), in.Epoch(), "it is in force at once")
	sent := 0
	epochs := func() (seen [3]int) {
		for _, o := range b.ledger.batches() {
			seen[o.Header.Header.Epoch]++
		}
		return seen
	}
	for epochs()[1] == 0 || epochs()[2] < 2 {
		require.Less(t, sent, 50)
		tx := b.transfer(sent % accounts)
		b.nodes[sent%4].send(tx) // also one that is no member any more
		b.awaitIncluded(tx)
		sent++
	}
	for _, o := range b.ledger.batches() {
		h := o.Header.Header
		plan, ok := b.ledger.Plan(b.rollup.ID, b.rollup.Slots.Window(h.Slot))
		if ok {
			require.Equal(t, plan.Epoch, h.Epoch)
		}
		set, _ := b.ledger.At(b.set.ID(), h.Epoch)
		by, err := o.Header.Signer(b.domain)
		require.NoError(t, err)
		require.GreaterOrEqual(t, set.IndexOfConsensus(by), 0)
		require.NoError(t, o.Proof.Verify(b.domain, h.Digest(b.domain), set))
	}
	for _, n := range b.nodes {
		require.Equal(t, b.nodes[0].head(), n.head())
		require.Empty(t, n.service.SeenFaults())
	}
}

// Under load the next leader goes on where the last one stopped: on its block, without a void batch.
func TestHandOff(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	observer := b.nodes[0]
	var last *types.Transaction
	testutil.Eventually(t, patient, func() bool {
		last = b.transfer(0)
		observer.send(last)
		observer.awaitIncluded(last)
		return observer.service.Status().HandOffs >= 2
	})
	b.awaitIncluded(last)
	st := observer.service.Status()
	t.Logf("%d hand-offs, the last took %v", st.HandOffs, st.LastHandOff)
	require.Positive(t, st.LastHandOff)
	require.Less(t, st.LastHandOff, unhurried)
	batches := b.ledger.batches()
	for i := 1; i < len(batches); i++ {
		require.Equal(t, batches[i-1].Header.Header.BlockHash, batches[i].Header.Header.ParentHash)
	}
}

// A leader that gives its body to one member only, and to nobody who asks, stalls nobody: that member has it. It is seen.
func TestLeaderThatWithholdsItsBody(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	from, friend := b.keys[evil].id, b.keys[(evil+1)%4].id
	b.ledSlot(evil)
	b.wire.filter(func(by, to avs.OperatorID, name string) bool {
		return by == from && to != friend && (strings.HasSuffix(name, "/batch") || strings.HasSuffix(name, "/push"))
	})
	b.wire.port(from).Serve(b.topic("body"), 0, 0, func(context.Context, avs.OperatorID, []byte) ([]byte, error) { return nil, nil })
	tx := b.transfer(0)
	began := time.Now()
	b.nodes[evil].send(tx)
	b.awaitIncluded(tx)
	t.Logf("executed by all in %v", time.Since(began))
	require.Less(t, time.Since(began), unhurried)
	by, err := b.ledger.batches()[0].Header.Signer(b.domain)
	require.NoError(t, err)
	if b.set.IndexOfConsensus(by) == evil { // on a slow machine another may have come first
		require.Equal(t, uint64(1), b.nodes[(evil+2)%4].faultsOf(from, squad.FaultWithheldBody))
	}
}

// Who acknowledged a body and then does not answer costs a moment, not the time of a request.
func TestHolderThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	victim, silent := b.nodes[3], b.keys[0].id
	b.wire.filter(func(_, to avs.OperatorID, name string) bool {
		return to == victim.keys.id && (strings.HasSuffix(name, "/batch") || strings.HasSuffix(name, "/push"))
	})
	b.startAll()
	b.wire.port(silent).Serve(b.topic("body"), 0, 0, func(ctx context.Context, _ avs.OperatorID, _ []byte) ([]byte, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	})
	b.awaitSlot(func(slot uint64) bool { return b.leader(slot, 0) == 0 })
	tx := b.transfer(0)
	b.nodes[0].send(tx)
	b.nodes[1].awaitIncluded(tx)
	began := time.Now()
	victim.awaitIncluded(tx)
	t.Logf("after the others by %v", time.Since(began))
	require.Less(t, time.Since(began), unhurried)
}
