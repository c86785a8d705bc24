package squad_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

// received are the acknowledgements that reach an operator whose place on the network the test has taken.
type received struct {
	mu   sync.Mutex
	acks []avs.Ack
}

// listen takes what members answer to the operator of a port, directly or by topic.
func listen(t *testing.T, b *bed, p *port) *received {
	t.Helper()
	r := new(received)
	add := func(data []byte) {
		if ack, err := avs.DecodeAck(data); err == nil && ack.Verify(b.domain, b.set) == nil {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.acks = append(r.acks, ack)
		}
	}
	p.Serve(b.topic("ack"), 0, 0, func(_ context.Context, _ avs.OperatorID, data []byte) ([]byte, error) {
		add(data)
		return nil, nil
	})
	require.NoError(t, p.Handle(b.topic("acks"), 0, func(_ context.Context, _ avs.OperatorID, data []byte) (avs.Verdict, error) {
		add(data)
		return avs.Accept, nil
	}))
	return r
}

// members are those that acknowledged a header.
func (r *received) members(digest common.Hash) map[uint16]bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := map[uint16]bool{}
	for _, ack := range r.acks {
		if ack.Header == digest {
			out[ack.Member] = true
		}
	}
	return out
}

// built is a batch over a block that a member builds for a slot that it leads. change may spoil the block, and the header
// that is signed over it.
func (b *bed) built(by int, slot uint64, parent avs.BlockRef, change func(block *types.Header, h *avs.BatchHeader)) avs.Batch {
	b.t.Helper()
	return b.builtAs(by, slot, parent, nil, change)
}

// builtAs is the same with another request to the execution client.
func (b *bed) builtAs(by int, slot uint64, parent avs.BlockRef, ask func(r *avs.BuildRequest), change func(block *types.Header, h *avs.BatchHeader)) avs.Batch {
	b.t.Helper()
	r := avs.BuildRequest{
		Parent: parent.Hash, Timestamp: max(uint64(time.Now().Unix()), parent.Timestamp+1), MaxBytes: avs.MaxBodySize,
		Random: b.plan(slot).Random(slot),
	}
	if ask != nil {
		ask(&r)
	}
	block, err := b.nodes[by].driver.Build(context.Background(), r)
	require.NoError(b.t, err)
	var decoded types.Block
	require.NoError(b.t, rlp.DecodeBytes(block.Body, &decoded))
	var body []byte
	batch := b.forged(by, slot, 0, "", func(h *avs.BatchHeader) {
		header := decoded.Header()
		h.Number, h.Timestamp, h.ParentHash = parent.Number+1, header.Time, parent.Hash
		if change != nil {
			change(header, h)
		}
		h.BlockHash = header.Hash()
		body, err = rlp.EncodeToBytes(decoded.WithSeal(header))
		require.NoError(b.t, err)
		h.BodyHash, h.BodySize = crypto.Keccak256Hash(body), uint32(len(body))
	})
	batch.Body = body
	return batch
}

func (b *bed) genesisRef() avs.BlockRef {
	return avs.BlockRef{Hash: b.rollup.GenesisHash, Timestamp: b.rollup.GenesisTime}
}

// add puts a transaction into the pool of a member whose service does not run.
func (b *bed) add(member int, tx *types.Transaction) {
	b.t.Helper()
	data, err := tx.MarshalBinary()
	require.NoError(b.t, err)
	for _, err := range b.nodes[member].driver.AddTransactions([][]byte{data}) {
		require.NoError(b.t, err)
	}
}

// A scheduled leader that signs for bodies that no execution client takes gets no acknowledgement, so nothing of them is
// ordered, and the others go on without it.
func TestInvalidBatchIsNotAcknowledged(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	b.nodes[evil].open()
	p := b.startAllBut(evil)
	got := listen(t, b, p)
	b.add(evil, b.transfer(0))
	spoils := []func(block *types.Header, h *avs.BatchHeader){
		func(block *types.Header, _ *avs.BatchHeader) { block.Root[0] ^= 1 },
		func(block *types.Header, _ *avs.BatchHeader) { block.GasLimit++ },
		func(block *types.Header, _ *avs.BatchHeader) { block.ParentHash[0] ^= 1 }, // the header names a known one
		func(_ *types.Header, h *avs.BatchHeader) { h.Timestamp++ },
		func(_ *types.Header, h *avs.BatchHeader) { h.Number++ },
	}
	slot := b.ledSlot(evil)
	batches := []avs.Batch{b.forged(evil, slot, 0, "", nil)}
	for i, spoil := range spoils {
		next := slot + uint64(i) + 1
		require.Equal(t, evil, b.leader(next, 0), "it leads the span")
		batches = append(batches, b.built(evil, next, b.genesisRef(), spoil))
	}
	for _, batch := range batches {
		for i, n := range b.nodes {
			if i != evil {
				require.Equal(t, avs.Accept, b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), batch.Encode()))
			}
		}
	}
	tx := b.transfer(1)
	b.nodes[(evil+1)%4].send(tx)
	b.awaitIncluded(tx) // by then every member has judged what came before
	ordered := map[common.Hash]bool{}
	for _, o := range b.ledger.batches() {
		ordered[o.Header.Header.Digest(b.domain)] = true
	}
	for _, batch := range batches {
		for i, n := range b.nodes {
			if i == evil {
				continue
			}
			if reply, err := p.Request(context.Background(), n.keys.id, b.topic("push"), batch.Encode()); err == nil {
				require.Empty(t, reply)
			}
			require.False(t, n.service.Status().Broken)
		}
		digest := batch.Header.Header.Digest(b.domain)
		require.Empty(t, got.members(digest))
		require.False(t, ordered[digest])
	}
}

// Batches are acknowledged when they are executed, also one that comes before its parent, and though neither is ordered;
// and again as the reply to every push after that.
func TestAcknowledgementFollowsExecution(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	lead := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	b.nodes[lead].open()
	p := b.startAllBut(lead)
	got := listen(t, b, p)
	slot := b.ledSlot(lead)
	b.add(lead, b.transfer(0))
	parent := b.built(lead, slot, b.genesisRef(), nil)
	b.add(lead, b.transfer(1))
	h := parent.Header.Header
	child := b.built(lead, slot+1, avs.BlockRef{Number: h.Number, Hash: h.BlockHash, Timestamp: h.Timestamp}, nil)
	push := func(n *node, batch avs.Batch) []byte {
		reply, err := p.Request(context.Background(), n.keys.id, b.topic("push"), batch.Encode())
		require.NoError(t, err)
		return reply
	}
	for i, n := range b.nodes {
		if i == lead {
			continue
		}
		require.Empty(t, push(n, child), "its parent is missing")
		require.Empty(t, push(n, child), "and still is")
		require.False(t, got.members(child.Header.Header.Digest(b.domain))[uint16(i)])
		push(n, parent)
		for _, batch := range []avs.Batch{parent, child} {
			digest := batch.Header.Header.Digest(b.domain)
			testutil.Eventually(t, patient, func() bool { return got.members(digest)[uint16(i)] }, "node %d acknowledges", i)
			require.True(t, n.driver.Has(context.Background(), batch.Header.Header.BlockHash))
			ack, err := avs.DecodeAck(push(n, batch))
			require.NoError(t, err)
			require.Equal(t, digest, ack.Header)
			require.NoError(t, ack.Verify(b.domain, b.set))
		}
		// The next one must not pull the parent from this one before it is pushed.
		b.wire.port(n.keys.id).up.Store(false)
	}
	require.Empty(t, b.ledger.batches())
}
