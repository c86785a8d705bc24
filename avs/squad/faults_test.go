package squad_test

import (
	"context"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/internal/testutil"
)

// forged is a batch on the ordered tip whose body is no block, signed by a member. change may spoil the header first.
func (b *bed) forged(by int, slot uint64, rank uint32, salt string, change func(h *avs.BatchHeader)) avs.Batch {
	b.t.Helper()
	tip, err := b.ledger.Tip(b.rollup.ID)
	require.NoError(b.t, err)
	body := []byte("no block " + salt)
	h := avs.BatchHeader{
		Rollup: b.rollup.ID, Epoch: 1, Slot: slot, Rank: rank, Number: tip.Number + 1,
		Timestamp: max(tip.Timestamp+1, uint64(time.Now().Unix())), ParentHash: tip.Hash,
		BlockHash: crypto.Keccak256Hash(body, []byte("block")), BodyHash: crypto.Keccak256Hash(body), BodySize: uint32(len(body)),
	}
	if change != nil {
		change(&h)
	}
	batch := avs.Batch{Header: avs.SignedHeader{Header: h}, Body: body}
	batch.Header.Signature = b.sign(by, h.Digest(b.domain))
	return batch
}

func (b *bed) sign(by int, digest common.Hash) (sig [65]byte) {
	raw, err := crypto.Sign(digest[:], b.keys[by].consensus)
	require.NoError(b.t, err)
	copy(sig[:], raw)
	return sig
}

func (b *bed) topic(name string) string { return "squad/" + avs.ShortID(b.rollup.ID) + "/" + name }

// startAllBut starts every node but one, whose place on the network the test takes.
func (b *bed) startAllBut(evil int) *port {
	for i, n := range b.nodes {
		if i != evil {
			n.start()
		}
	}
	p := b.wire.port(b.keys[evil].id)
	p.up.Store(true)
	for _, n := range b.nodes { // Run registers the handlers at its start
		if n.running() {
			testutil.Eventually(b.t, patient, func() bool {
				v := b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), nil)
				return v == avs.Reject
			}, "node %d listens", n.index)
		}
	}
	return p
}

// ledSlot waits for a slot that a member leads at rank 0, early in its span.
func (b *bed) ledSlot(member int) uint64 {
	return b.awaitSlot(func(slot uint64) bool { return b.leader(slot, 0) == member })
}

func TestEquivocatingLeaderIsSeen(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	p := b.startAllBut(evil)
	slot := b.ledSlot(evil)
	for i, salt := range []string{"one", "two", "three"} {
		data := b.forged(evil, slot, 0, salt, nil).Encode()
		for _, n := range b.nodes {
			if !n.running() {
				continue
			}
			want := avs.Ignore
			if i == 0 {
				want = avs.Accept
			}
			require.Equal(t, want, b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), data), "only the first is forwarded")
			require.Equal(t, avs.Ignore, b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), data), "and only once")
		}
	}
	for _, n := range b.nodes {
		if n.running() {
			require.Equal(t, uint64(1), n.service.Status().Equivocations)
			kept := n.sink.reported("double_header")
			require.Len(t, kept, 1, "both headers are kept")
			by, err := kept[0].Headers.Verify(b.domain)
			require.NoError(t, err)
			require.Equal(t, b.set.ConsensusAddress(evil), by)
		}
	}
	tx := b.transfer(0)
	b.nodes[(evil+1)%4].send(tx)
	b.awaitIncluded(tx)
}

func TestTopicValidator(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	p := b.startAllBut(evil)
	n := b.nodes[(evil+1)%4]
	to := b.wire.port(n.keys.id)
	slot := b.ledSlot(evil)
	other := (evil + 2) % 4
	for name, c := range map[string]struct {
		batch avs.Batch
		want  avs.Verdict
	}{
		"signed by another member": {b.forged(other, slot, 0, "a", nil), avs.Reject},
		"another rank's leader":    {b.forged(evil, slot, 1, "b", nil), avs.Reject},
		"a rank that is not":       {b.forged(evil, slot, 3, "c", nil), avs.Reject},
		"a rank beyond all":        {b.forged(evil, slot, 1<<31, "d", nil), avs.Reject},
		"another rollup":           {b.forged(evil, slot, 0, "e", func(h *avs.BatchHeader) { h.Rollup[0] ^= 1 }), avs.Reject},
		"another body":             {b.forged(evil, slot, 0, "f", func(h *avs.BatchHeader) { h.BodyHash[0] ^= 1 }), avs.Reject},
		"another size":             {b.forged(evil, slot, 0, "g", func(h *avs.BatchHeader) { h.BodySize++ }), avs.Reject},
		"the next epoch":           {b.forged(evil, slot, 0, "h", func(h *avs.BatchHeader) { h.Epoch++ }), avs.Ignore},
		"the epoch before":         {b.forged(evil, slot, 0, "i", func(h *avs.BatchHeader) { h.Epoch-- }), avs.Ignore},
		"a slot far ahead":         {b.forged(evil, slot+40, 0, "j", nil), avs.Ignore},
		"a slot that wraps around": {b.forged(evil, ^uint64(0)/250+2, 0, "k", nil), avs.Ignore},
		"the slot of genesis":      {b.forged(evil, 0, 0, "l", nil), avs.Ignore},
		"a number far ahead":       {b.forged(evil, slot, 0, "m", func(h *avs.BatchHeader) { h.Number += 8 }), avs.Ignore},
		"the tip's number":         {b.forged(evil, slot, 0, "n", func(h *avs.BatchHeader) { h.Number-- }), avs.Ignore},
		"the tip's timestamp":      {b.forged(evil, slot, 0, "o", func(h *avs.BatchHeader) { h.Timestamp = b.rollup.GenesisTime }), avs.Ignore},
		"a timestamp far ahead":    {b.forged(evil, slot, 0, "p", func(h *avs.BatchHeader) { h.Timestamp += 60 }), avs.Ignore},
	} {
		require.Equal(t, c.want, to.deliver(p.id, b.topic("batch"), c.batch.Encode()), name)
	}
	unsigned := b.forged(evil, slot, 0, "q", nil)
	unsigned.Header.Signature = [65]byte{}
	require.Equal(t, avs.Reject, to.deliver(p.id, b.topic("batch"), unsigned.Encode()))
	require.Zero(t, n.service.Status().InFlight, "nothing of it was kept")
}

func TestHostileBytes(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	p := b.startAllBut(3)
	to := b.wire.port(b.nodes[0].keys.id)
	rng := rand.New(rand.NewPCG(1, 2))
	good := b.forged(3, b.slot(), 0, "good", nil).Encode()
	for range 300 {
		data := slices.Clone(good)
		for range 1 + rng.IntN(4) {
			data[rng.IntN(len(data))] ^= byte(1 + rng.IntN(255))
		}
		data = data[:rng.IntN(len(data)+1)]
		for _, topic := range []string{"batch", "acks"} {
			require.NotEqual(t, avs.Accept, to.deliver(p.id, b.topic(topic), data))
		}
		for _, protocol := range []string{"body", "ack", "push", "txs"} {
			reply, err := p.Request(context.Background(), to.id, b.topic(protocol), data)
			require.Error(t, err, protocol)
			require.Empty(t, reply)
		}
	}
	stranger := avs.Ack{Header: common.Hash{1}, Member: 3, Signature: b.sign(3, avs.AckDigest(b.domain, common.Hash{1}))}
	require.Equal(t, avs.Ignore, to.deliver(p.id, b.topic("acks"), stranger.Encode()), "of a batch that nobody saw")
	tx := b.transfer(0)
	b.nodes[0].send(tx)
	b.awaitIncluded(tx)
}

// A scheduled leader that signs for every slot and rank it has fills its share of the board and no more.
func TestFloodIsBounded(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4, func(r *avs.Rollup) { r.Slots.WindowSpans *= 2 }) // a plan for all slots that are still taken
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	p := b.startAllBut(evil)
	now := b.slot()
	sent, kept := 0, 0
	for slot := now - 200; slot <= now+4; slot++ {
		for rank := range uint32(3) {
			if b.leader(slot, rank) != evil {
				continue
			}
			data := b.forged(evil, slot, rank, string(binary.BigEndian.AppendUint64(nil, slot)), nil).Encode()
			sent++
			for _, n := range b.nodes {
				if n.running() && b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), data) == avs.Accept {
					kept++
				}
			}
		}
	}
	require.Greater(t, sent, 100)
	require.LessOrEqual(t, kept, 3*32)
	for _, n := range b.nodes {
		if n.running() {
			require.LessOrEqual(t, n.service.Status().InFlight, 32)
		}
	}
	tx := b.transfer(0)
	b.nodes[(evil+1)%4].send(tx)
	b.awaitIncluded(tx)
}

// A leader that takes transactions and batches nothing costs its rank-0 time only.
func TestMuteLeader(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	mute := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	p := b.startAllBut(mute)
	for _, protocol := range []string{"txs", "push", "ack", "body"} {
		p.Serve(b.topic(protocol), 0, 0, func(context.Context, avs.OperatorID, []byte) ([]byte, error) { return nil, nil })
	}
	slot := b.ledSlot(mute)
	tx := b.transfer(0)
	began := time.Now()
	b.nodes[b.leader(slot, 2)].send(tx) // not the first backup's
	b.awaitIncluded(tx)
	t.Logf("included in %v", time.Since(began))
	require.Less(t, time.Since(began), unhurried)
}

// A leader that shows its batch to all and never has it ordered: others build on it for a moment, then without it.
func TestLeaderThatNeverSubmits(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	silent := b.nodes[b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)]
	silent.silent.Store(true)
	b.ledSlot(silent.index)
	tx := b.transfer(0)
	began := time.Now()
	b.nodes[(silent.index+1)%4].send(tx)
	b.awaitIncluded(tx)
	t.Logf("included in %v", time.Since(began))
	require.Less(t, time.Since(began), unhurried)
	by, err := b.ledger.batches()[0].Header.Signer(b.domain)
	require.NoError(t, err)
	require.NotEqual(t, silent.index, b.set.IndexOfConsensus(by))
}

// Acknowledgements that get lost come back as replies when the leader pushes its batch.
func TestLostAcknowledgements(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.wire.filter(func(_, _ avs.OperatorID, name string) bool {
		return strings.HasSuffix(name, "/ack") || strings.HasSuffix(name, "/acks")
	})
	b.startAll()
	tx := b.transfer(0)
	b.nodes[0].send(tx)
	b.awaitIncluded(tx)
}

// Without a direct way to the leader acknowledgements go by topic.
func TestAcknowledgementsByTopic(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.wire.filter(func(_, _ avs.OperatorID, name string) bool {
		return strings.HasSuffix(name, "/ack") || strings.HasSuffix(name, "/push")
	})
	b.startAll()
	tx := b.transfer(0)
	b.nodes[0].send(tx)
	b.awaitIncluded(tx)
}

// An execution client that lost everything is filled again from the own bodies: nobody is asked.
func TestExecutionClientIsReplayedFromOwnBodies(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	for i := range 3 {
		tx := b.transfer(i)
		b.nodes[i].send(tx)
		b.awaitIncluded(tx)
	}
	n := b.nodes[1]
	head := n.head()
	n.stop()
	require.NoError(t, os.RemoveAll(n.dir+"/rollup"))
	b.wire.filter(func(from, to avs.OperatorID, _ string) bool { return from == n.keys.id || to == n.keys.id })
	n.start()
	testutil.Eventually(t, patient, func() bool { return n.head() == head })
}

// A batch that holds no block and is ordered all the same, since too many lied, stops the rollup and nothing else.
func TestInvalidBatchThatIsOrderedStopsTheRollup(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	p := b.startAllBut(evil)
	batch := b.forged(evil, b.ledSlot(evil), 0, "", nil)
	digest := batch.Header.Header.Digest(b.domain)
	var proof avs.AvailabilityProof
	for i := range b.nodes {
		proof.Acks = append(proof.Acks, avs.MemberSignature{Member: uint16(i), Signature: b.sign(i, avs.AckDigest(b.domain, digest))})
		if i == evil {
			continue
		}
		reply, err := p.Request(context.Background(), b.keys[i].id, b.topic("push"), batch.Encode())
		require.NoError(t, err)
		require.Empty(t, reply, "an honest member acknowledges no such thing")
	}
	require.NoError(t, b.ledger.Submit(context.Background(), avs.Tx{Batch: &avs.BatchTx{Header: batch.Header, Proof: proof}}))
	for _, n := range b.nodes {
		if !n.running() {
			continue
		}
		testutil.Eventually(t, patient, func() bool { return n.service.Status().Broken }, "node %d notices", n.index)
		require.Zero(t, n.head().Number)
		require.Empty(t, n.told())
		reply, err := p.Request(context.Background(), n.keys.id, b.topic("body"), append([]byte{1}, digest[:]...))
		require.NoError(t, err)
		require.Equal(t, batch.Encode(), reply, "bodies are still served")
		reply, err = p.Request(context.Background(), n.keys.id, b.topic("push"), batch.Encode())
		if err == nil {
			require.Empty(t, reply, "nothing is signed any more")
		}
	}
}

// After Run has ended handlers refuse, and touch neither store nor execution client.
func TestHandlersAfterTheEnd(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	p := b.startAllBut(3)
	n := b.nodes[0]
	n.stop()
	to := b.wire.port(n.keys.id)
	to.up.Store(true)
	require.Equal(t, avs.Ignore, to.deliver(p.id, b.topic("batch"), b.forged(3, b.slot(), 0, "", nil).Encode()))
	for _, protocol := range []string{"body", "ack", "push", "txs"} {
		_, err := p.Request(context.Background(), to.id, b.topic(protocol), []byte{1})
		require.Error(t, err)
	}
	to.up.Store(false)
	_, _, err := n.db.Get([]byte("k"))
	require.ErrorIs(t, err, store.ErrClosed)
}

// A batch that comes without its parent pulls it, long before either is ordered.
func TestMissingParentIsPulled(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	victim := b.nodes[3]
	b.startAll()
	b.ledger.halt(true)
	b.wire.filter(func(_, to avs.OperatorID, name string) bool {
		return to == victim.keys.id && !strings.HasSuffix(name, "/body")
	})
	lead := b.nodes[b.leader(b.awaitSlot(func(slot uint64) bool { return b.leader(slot, 0) != 3 }), 0)]
	lead.send(b.transfer(0))
	testutil.Eventually(t, patient, func() bool { return lead.service.Status().InFlight == 1 })
	b.wire.filter(func(_, to avs.OperatorID, name string) bool {
		return to == victim.keys.id && strings.HasSuffix(name, "/push")
	})
	lead.send(b.transfer(1)) // the timestamps leave room for one more at once
	testutil.Eventually(t, patient, func() bool {
		st := victim.service.Status()
		return st.InFlight >= 2 && st.Tip.Number == 0
	}, "the victim knows both")
	b.ledger.halt(false)
	testutil.Eventually(t, patient, func() bool { return victim.head().Number >= 2 })
}

// A block that is right but for the prevRandao that its slot gives is as invalid as any other.
func TestChosenRandomnessIsInvalid(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	b.nodes[evil].open()
	p := b.startAllBut(evil)
	for _, err := range b.nodes[evil].driver.AddTransactions([][]byte{raw(t, b.transfer(0))}) {
		require.NoError(t, err)
	}
	slot := b.ledSlot(evil)
	built, err := b.nodes[evil].driver.Build(context.Background(), avs.BuildRequest{
		Parent: b.rollup.GenesisHash, Timestamp: uint64(time.Now().Unix()), Random: common.HexToHash("0xc0ffee"), MaxBytes: avs.MaxBodySize,
	})
	require.NoError(t, err)
	batch := b.forged(evil, slot, 0, "", func(h *avs.BatchHeader) {
		h.Timestamp, h.BlockHash = built.Ref.Timestamp, built.Ref.Hash
		h.BodyHash, h.BodySize = crypto.Keccak256Hash(built.Body), uint32(len(built.Body))
	})
	batch.Body = built.Body
	n := b.nodes[(evil+1)%4]
	require.Equal(t, avs.Accept, b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), batch.Encode()))
	tx := b.transfer(1)
	n.send(tx)
	b.awaitIncluded(tx)
	require.False(t, n.driver.Has(context.Background(), built.Ref.Hash))
}

func raw(t *testing.T, tx *types.Transaction) []byte {
	t.Helper()
	data, err := tx.MarshalBinary()
	require.NoError(t, err)
	return data
}

// A leader that is connected and takes no transactions is passed over for its backup.
func TestTransactionsAvoidALeaderThatRefuses(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	refusing := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	b.wire.filter(func(_, to avs.OperatorID, name string) bool {
		return to == b.keys[refusing].id && strings.HasSuffix(name, "/txs")
	})
	b.startAll()
	slot := b.ledSlot(refusing)
	tx := b.transfer(0)
	began := time.Now()
	b.nodes[b.leader(slot, 2)].send(tx)
	b.awaitIncluded(tx)
	t.Logf("included in %v", time.Since(began))
	require.Less(t, time.Since(began), unhurried)
}
