package squad_test

import (
	"context"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/testutil"
)

// bulky is the next transaction of an account, with random bytes that a block of several chunks is made of.
func (b *bed) bulky(from, size int) *types.Transaction {
	b.t.Helper()
	key, _ := account(from)
	data := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{byte(from), byte(b.nonces[from])}).Read(data)
	to := common.BigToAddress(big.NewInt(int64(1_000_000 + from)))
	tx := types.MustSignNewTx(key, types.LatestSigner(b.genesis.Config), &types.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: b.nonces[from], GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e12),
		Gas: 21_000 + 40*uint64(size), To: &to, Data: data,
	})
	b.nonces[from]++
	return tx
}

// sendBulk has a leader of this moment build a block of several chunks, and waits until all running nodes executed it.
func (b *bed) sendBulk(leader func(member int) bool) avs.OrderedBatch {
	b.t.Helper()
	at := len(b.ledger.batches())
	var lead int
	b.awaitSlot(func(slot uint64) bool {
		lead = b.leader(slot, 0)
		return leader(lead)
	})
	for range 3 {
		b.nodes[lead].send(b.bulky(0, 100_000))
	}
	last := b.bulky(0, 100_000)
	b.nodes[lead].send(last)
	b.awaitIncluded(last)
	for _, o := range b.ledger.batches()[at:] {
		if o.Header.Header.BodySize > 3*avs.ChunkSize {
			return o
		}
	}
	b.t.Fatal("no batch of several chunks")
	return avs.OrderedBatch{}
}

func anybody(int) bool { return true }

// named reports whether a message is of one of the protocols of squad.
func named(name string, protocols ...string) bool {
	for _, p := range protocols {
		if strings.HasSuffix(name, "/"+p) {
			return true
		}
	}
	return false
}

func TestLargeBatchIsSpreadInChunks(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	victim := b.nodes[3].keys.id
	var seen atomic.Int64
	b.wire.filter(func(_, _ avs.OperatorID, name string) bool {
		if named(name, "piece") {
			seen.Add(1)
		}
		return false
	})
	b.startAll()
	o := b.sendBulk(func(m int) bool { return m != 3 })
	require.GreaterOrEqual(t, seen.Load(), int64(3*avs.ChunkCount(int(o.Header.Header.BodySize))), "each chunk goes to each of the three others")

	seen.Store(0)
	for name, lose := range map[string]func(to avs.OperatorID, name string) bool{
		// Of the first chunk the victim learns what there is; the others it pulls.
		"all chunks but one": func(to avs.OperatorID, name string) bool {
			return to == victim && (named(name, "piece") && seen.Add(1) > 1 || named(name, "batch", "push", "body"))
		},
		// It pulls what is ordered, chunk by chunk.
		"all chunks": func(to avs.OperatorID, name string) bool {
			return to == victim && named(name, "batch", "piece", "push")
		},
		// A push tells of the batch.
		"all chunks to anybody": func(_ avs.OperatorID, name string) bool { return named(name, "piece") },
	} {
		b.wire.filter(func(_, to avs.OperatorID, protocol string) bool { return lose(to, protocol) })
		o := b.sendBulk(func(m int) bool { return m != 3 })
		t.Logf("without %s: batch %d", name, o.Header.Header.Number)
	}
	for _, n := range b.nodes {
		testutil.Eventually(t, patient, func() bool { return n.head() == b.nodes[0].head() })
	}
}

// A third of all messages is lost, chunks and requests among them.
func TestChunksOverLossyNetwork(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.wire.filter(func(_, _ avs.OperatorID, _ string) bool { return rand.IntN(3) == 0 })
	b.startAll()
	b.sendBulk(anybody)
}

// large is a signed batch of several chunks that hold no block.
func (b *bed) large(by int, slot uint64, size int) avs.Batch {
	b.t.Helper()
	body := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(body)
	batch := b.forged(by, slot, 0, "", func(h *avs.BatchHeader) {
		h.BodyHash, h.BodySize = avs.BodyHash(body), uint32(size)
	})
	batch.Body = body
	return batch
}

// A leader that withholds the last chunk costs nothing but its slot.
func TestWithheldChunkStallsNothing(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	p := b.startAllBut(evil)
	slot := b.ledSlot(evil)
	pieces := squad.Pieces(b.large(evil, slot, 5*avs.ChunkSize))
	for _, n := range others(b, evil) {
		for _, data := range pieces[:len(pieces)-1] {
			reply, err := p.Request(context.Background(), n.keys.id, b.topic("piece"), data)
			require.NoError(t, err)
			require.Equal(t, []byte{1}, reply)
		}
		require.Zero(t, n.service.Status().InFlight, "nobody builds on it")
	}
	tx := b.transfer(0)
	began := time.Now()
	b.nodes[(evil+1)%4].send(tx)
	b.awaitIncluded(tx)
	require.Less(t, time.Since(began), unhurried)
}

func others(b *bed, but int) []*node {
	var out []*node
	for i, n := range b.nodes {
		if i != but {
			out = append(out, n)
		}
	}
	return out
}

// An operator that withholds bodies on purpose gives chunks to nobody but those that it gave the batch to.
func TestWithheldBodiesHaveNoChunks(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	const evil = 0
	b.nodes[evil].faults.WithholdBodies = true
	b.startAll()
	b.awaitSlot(func(slot uint64) bool { return b.leader(slot, 0) == evil })
	for range 3 {
		b.nodes[evil].send(b.bulky(0, 100_000))
	}
	var batch squad.Batch
	testutil.Eventually(t, patient, func() bool {
		all := b.nodes[evil].service.Pending(false)
		at := slices.IndexFunc(all, func(p squad.Batch) bool {
			return p.Leader == b.keys[evil].id && p.Header.BodySize > avs.ChunkSize && !p.Ordered
		})
		if at >= 0 {
			batch = all[at]
		}
		return at >= 0
	})
	given := 0
	for _, n := range others(b, evil) {
		chunk, err := b.wire.port(n.keys.id).Request(context.Background(), b.keys[evil].id, b.topic("part"), append(batch.Digest.Bytes(), 0, 0, 0, 0))
		require.NoError(t, err)
		if len(chunk) > 0 {
			given++
		}
	}
	require.Equal(t, int(batch.Header.Slot%2), given, "one other makes a proof; in even slots nobody gets it")
}

// Wrong chunks, chunks of no leader, chunks that are doubled: all are told from good ones, and their sender is shunned.
func TestHostileChunks(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	p := b.startAllBut(evil)
	slot := b.ledSlot(evil)
	to := b.nodes[(evil+1)%4].keys.id
	send := func(data []byte) ([]byte, error) {
		return p.Request(context.Background(), to, b.topic("piece"), data)
	}
	batch := b.large(evil, slot, 5*avs.ChunkSize)
	pieces := squad.Pieces(batch)
	for range 3 {
		reply, err := send(pieces[0])
		require.NoError(t, err)
		require.Equal(t, []byte{1}, reply, "again is no fault")
	}
	other := b.large(evil, slot, 6*avs.ChunkSize)
	reply, err := send(squad.Pieces(other)[0])
	require.NoError(t, err)
	require.Equal(t, []byte{0}, reply, "a second batch for the slot is evidence, and not taken")
	require.Equal(t, uint64(1), b.nodes[(evil+1)%4].service.Status().Equivocations)

	stranger := batch
	stranger.Header.Signature = b.sign((evil+2)%4, batch.Header.Header.Digest(b.domain))
	wrong := [][]byte{
		nil, pieces[1][:100], squad.Pieces(stranger)[1],
		spoiled(t, pieces[1], func(q *squad.Piece) { q.Index++ }),
		spoiled(t, pieces[1], func(q *squad.Piece) { q.Data[7] ^= 1 }),
		spoiled(t, pieces[1], func(q *squad.Piece) { q.Proof[0][0] ^= 1 }),
		spoiled(t, pieces[1], func(q *squad.Piece) { q.Data = q.Data[:1000] }),
		spoiled(t, pieces[1], func(q *squad.Piece) { q.Index = 1 << 31 }),
	}
	for i, data := range wrong {
		_, err := send(data)
		require.Error(t, err, "%d", i)
	}
	reply, err = send(pieces[1])
	require.NoError(t, err)
	require.Equal(t, []byte{0}, reply, "nothing is taken from it for a while")

	tx := b.transfer(0)
	b.nodes[(evil+1)%4].send(tx)
	b.awaitIncluded(tx)
}

func spoiled(t *testing.T, data []byte, change func(*squad.Piece)) []byte {
	t.Helper()
	out, err := squad.RecodePiece(data, change)
	require.NoError(t, err)
	return out
}

// A member that answers every request for a chunk with a wrong one is passed over.
func TestLyingPeerIsPassedOver(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	const liar, victim = 2, 3
	b.startAllBut(liar)
	p := b.wire.port(b.keys[liar].id)
	lie := func(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
		return squad.Pieces(b.large(liar, b.slot(), 3*avs.ChunkSize))[int(request[len(request)-1])%3], nil
	}
	p.Serve(b.topic("part"), 0, 0, lie)
	p.Serve(b.topic("body"), 0, 0, lie)
	for _, protocol := range []string{"txs", "push", "ack"} {
		p.Serve(b.topic(protocol), 0, 0, func(context.Context, avs.OperatorID, []byte) ([]byte, error) { return nil, nil })
	}
	p.Serve(b.topic("piece"), 0, 0, func(context.Context, avs.OperatorID, []byte) ([]byte, error) { return []byte{1}, nil })
	// The victim gets the leader's answers to nothing, so that it depends on the liar and the other.
	var lead atomic.Pointer[avs.OperatorID]
	b.wire.filter(func(from, to avs.OperatorID, name string) bool {
		l := lead.Load()
		return l != nil && from == b.keys[victim].id && to == *l && named(name, "part", "body") ||
			to == b.keys[victim].id && named(name, "batch", "push")
	})
	b.sendBulk(func(m int) bool {
		lead.Store(&b.keys[m].id)
		return m != liar && m != victim
	})
}
