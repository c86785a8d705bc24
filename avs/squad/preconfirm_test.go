package squad_test

import (
	"context"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/testutil"
)

// sink keeps evidence in memory.
type sink struct {
	mu   sync.Mutex
	kept []avs.Evidence
}

func (s *sink) Report(_ context.Context, e avs.Evidence) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept = append(s.kept, e)
	return nil
}

func (s *sink) reported(kind string) []avs.Evidence {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(s.kept), func(e avs.Evidence) bool { return e.Kind() != kind })
}

// unguarded signs with the consensus key, whatever it signed before.
func (n *node) unguarded(digest common.Hash) (sig [65]byte, err error) {
	raw, err := crypto.Sign(digest[:], n.keys.consensus)
	copy(sig[:], raw)
	return sig, err
}

// preconfirm asks a node for a receipt, for a long time: the machine may have other things to do.
func (n *node) preconfirm(tx *types.Transaction) (avs.SignedPreconfirmation, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patient)
	defer cancel()
	data, err := tx.MarshalBinary()
	require.NoError(n.t, err)
	return n.service.Preconfirm(ctx, data)
}

// A receipt says the truth about the block, is of the slot's leader, and is counted as honoured. Without the wire, at the
// leader itself, as with it.
func TestPreconfirmationIsHonoured(t *testing.T) {
	b := newBed(t, 4)
	b.startAll()
	for i, n := range b.nodes {
		tx := b.transfer(i)
		began := time.Now()
		receipt, err := n.preconfirm(tx)
		require.NoError(t, err)
		t.Logf("node %d has its receipt after %v", i, time.Since(began))
		p := receipt.Preconfirmation
		require.Equal(t, tx.Hash(), p.Transaction)
		by, err := receipt.Signer(b.domain)
		require.NoError(t, err)
		require.Equal(t, b.set.ConsensusAddress(b.leader(p.Slot, p.Rank)), by)
		b.awaitIncluded(tx)
		block, err := n.client.BlockByNumber(context.Background(), new(big.Int).SetUint64(n.awaitIncluded(tx)))
		require.NoError(t, err)
		testutil.Eventually(t, patient, func() bool { return n.service.Overview().Receipts.Open == 0 }, "it is settled")
		if o := n.service.Overview().Receipts; o.Honoured == 1 {
			require.True(t, p.HeldBy(block))
		} else {
			require.Equal(t, uint64(1), o.Void, "%+v", o) // a slow machine: the slot was over before the batch was ordered
		}
		require.Empty(t, n.sink.reported("broken_preconfirmation"))
		_, err = n.preconfirm(tx)
		require.ErrorIs(t, err, squad.ErrPreconfirmRefused, "it is in a block")
	}
}

// honest is a valid batch of a member whose service does not run, with the acknowledgements that make it a proof.
func (b *bed) honest(by int, slot uint64, txs ...*types.Transaction) (avs.Batch, []common.Hash) {
	b.t.Helper()
	for _, tx := range txs {
		for _, err := range b.nodes[by].driver.AddTransactions([][]byte{raw(b.t.(*testing.T), tx)}) {
			require.NoError(b.t, err)
		}
	}
	built, err := b.nodes[by].driver.Build(context.Background(), avs.BuildRequest{Parent: b.rollup.GenesisHash, Timestamp: uint64(time.Now().Unix()),
		Random: b.random(slot), MaxBytes: avs.MaxBodySize})
	require.NoError(b.t, err)
	batch := b.forged(by, slot, 0, "", func(h *avs.BatchHeader) {
		h.Timestamp, h.BlockHash = built.Ref.Timestamp, built.Ref.Hash
		h.BodyHash, h.BodySize = crypto.Keccak256Hash(built.Body), uint32(len(built.Body))
	})
	batch.Body = built.Body
	var block types.Block
	require.NoError(b.t, rlp.DecodeBytes(built.Body, &block))
	var hashes []common.Hash
	for _, tx := range block.Transactions() {
		hashes = append(hashes, tx.Hash())
	}
	return batch, hashes
}

// order collects acknowledgements of a batch and has it ordered.
func (b *bed) order(by int, batch avs.Batch, p *port) {
	b.t.Helper()
	digest := batch.Header.Header.Digest(b.domain)
	acks := make(chan avs.Ack, 8)
	p.Serve(b.topic("ack"), 0, 0, func(_ context.Context, _ avs.OperatorID, data []byte) ([]byte, error) {
		if ack, err := avs.DecodeAck(data); err == nil && ack.Header == digest {
			acks <- ack
		}
		return nil, nil
	})
	require.NoError(b.t, p.Broadcast(context.Background(), b.topic("batch"), batch.Encode()))
	proof := avs.AvailabilityProof{Acks: []avs.MemberSignature{{Member: uint16(by), Signature: b.sign(by, avs.AckDigest(b.domain, digest))}}}
	select {
	case ack := <-acks:
		proof.Acks = append(proof.Acks, avs.MemberSignature{Member: ack.Member, Signature: ack.Signature})
	case <-time.After(patient):
		b.t.Fatal("nobody acknowledged")
	}
	slices.SortFunc(proof.Acks, func(x, y avs.MemberSignature) int { return int(x.Member) - int(y.Member) })
	require.NoError(b.t, b.ledger.Submit(context.Background(), avs.Tx{Batch: &avs.BatchTx{Header: batch.Header, Proof: proof}}))
}

// A leader that gives a receipt and has another batch ordered for the slot has left evidence that verifies.
func TestBrokenPreconfirmationIsEvidence(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	b.nodes[evil].open()
	for _, n := range b.nodes {
		n.faults.Mute = true // no stand-in gives a receipt first, however slow the machine is
	}
	p := b.startAllBut(evil)
	n := b.nodes[(evil+1)%4]
	promised, instead := b.transfer(0), b.transfer(1)
	slot := b.ledSlot(evil)
	ask := make(chan error, 1)
	p.Serve(b.topic("preconfirm"), 0, 0, func(context.Context, avs.OperatorID, []byte) ([]byte, error) {
		receipt := avs.SignedPreconfirmation{Preconfirmation: avs.Preconfirmation{Rollup: b.rollup.ID, Epoch: 1, Slot: slot,
			Transaction: promised.Hash(), PrefixRoot: avs.PrefixRoot(common.Hash{}, promised.Hash())}}
		receipt.Signature = b.sign(evil, receipt.Preconfirmation.Digest(b.domain))
		data, err := rlp.EncodeToBytes([]avs.SignedPreconfirmation{receipt})
		require.NoError(t, err)
		_, err = p.Request(context.Background(), n.keys.id, b.topic("receipts"), data)
		ask <- err
		return nil, nil
	})
	receipt, err := n.preconfirm(promised)
	require.NoError(t, err)
	require.NoError(t, <-ask)
	by, err := receipt.Signer(b.domain)
	require.NoError(t, err)
	require.Equal(t, b.set.ConsensusAddress(evil), by)
	batch, txs := b.honest(evil, slot, instead)
	require.Equal(t, []common.Hash{instead.Hash()}, txs)
	b.order(evil, batch, p)
	testutil.Eventually(t, patient, func() bool { return len(n.sink.reported("broken_preconfirmation")) == 1 }, "evidence")
	proof := n.sink.reported("broken_preconfirmation")[0]
	by, err = proof.Receipt.Verify(b.domain)
	require.NoError(t, err)
	require.Equal(t, b.set.ConsensusAddress(evil), by)
	again, err := avs.DecodeEvidence(proof.Encode())
	require.NoError(t, err)
	_, err = again.Receipt.Verify(b.domain)
	require.NoError(t, err)
	testutil.Eventually(t, patient, func() bool { return n.service.Overview().Receipts.Broken == 1 }, "it is counted")
}

// The receipt of a batch that is never ordered promised nothing, and its transaction goes to the next leader.
func TestVoidPreconfirmation(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	silent := b.nodes[b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)]
	silent.silent.Store(true)
	n := b.nodes[(silent.index+1)%4]
	for by := (common.Address{}); by != b.set.ConsensusAddress(silent.index); { // on a slow machine another one may be quicker
		b.ledSlot(silent.index)
		tx := b.transfer(0)
		receipt, err := n.preconfirm(tx)
		require.NoError(t, err)
		b.awaitIncluded(tx)
		by, err = receipt.Signer(b.domain)
		require.NoError(t, err)
	}
	testutil.Eventually(t, patient, func() bool { return n.service.Overview().Receipts.Void == 1 }, "it is void")
	require.Empty(t, n.sink.reported("broken_preconfirmation"))
}

// Receipts under load, while a leader is started again: the guard sees to it that no leader contradicts itself, and what
// was ordered holds what was promised.
func TestPreconfirmationsUnderLoadAcrossARestart(t *testing.T) {
	b := newBed(t, 4)
	b.startAll()
	var mu sync.Mutex
	var got []avs.SignedPreconfirmation
	round := func() {
		var calls sync.WaitGroup
		for i := range accounts {
			n, txs := b.nodes[i%4], []*types.Transaction{b.transfer(i), b.transfer(i)}
			calls.Go(func() {
				for _, tx := range txs {
					if receipt, err := n.preconfirm(tx); err == nil {
						mu.Lock()
						got = append(got, receipt)
						mu.Unlock()
					}
				}
			})
		}
		calls.Wait()
	}
	round()
	restarted := b.nodes[b.leader(b.slot(), 0)]
	restarted.stop()
	restarted.start()
	testutil.Eventually(t, patient, func() bool {
		return b.wire.port(restarted.keys.id).deliver(b.nodes[0].keys.id, b.topic("batch"), nil) == avs.Reject
	}, "it listens")
	round()
	require.NotEmpty(t, got)
	promised := map[[3]uint64]common.Hash{}
	for _, r := range got {
		p := r.Preconfirmation
		by, err := r.Signer(b.domain)
		require.NoError(t, err)
		require.Equal(t, b.set.ConsensusAddress(b.leader(p.Slot, p.Rank)), by)
		at := [3]uint64{p.Slot, uint64(p.Rank), uint64(p.Position)}
		if other, twice := promised[at]; twice {
			require.Equal(t, other, p.Transaction, "one promise for a position")
		}
		promised[at] = p.Transaction
	}
	honoured, void := uint64(0), uint64(0)
	last := b.transfer(0) // so that the slots of all receipts are behind the head
	b.nodes[0].send(last)
	b.awaitIncluded(last)
	for _, n := range b.nodes {
		testutil.Eventually(t, patient, func() bool { return n.service.Overview().Receipts.Open == 0 }, "node %d settles", n.index)
		o := n.service.Overview().Receipts
		honoured, void = honoured+o.Honoured, void+o.Void
		require.Zero(t, o.Broken)
		require.Empty(t, n.sink.reported("broken_preconfirmation"))
	}
	t.Logf("%d receipts of %d wishes, %d honoured, %d void", len(got), 4*accounts, honoured, void)
	require.NotZero(t, honoured)
}

func TestPreconfirmationErrors(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	n := b.nodes[0]
	ask := func(data []byte, wait time.Duration) *squad.PreconfirmError {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		defer cancel()
		_, err := n.service.Preconfirm(ctx, data)
		var refused *squad.PreconfirmError
		require.ErrorAs(t, err, &refused)
		return refused
	}
	err := ask([]byte("no transaction"), patient)
	require.ErrorIs(t, err, squad.ErrPreconfirmRefused)
	require.Equal(t, -32000, err.ErrorCode())

	key, _ := crypto.ToECDSA(crypto.Keccak256([]byte("a pauper")))
	poor := types.MustSignNewTx(key, types.LatestSigner(b.genesis.Config), &types.DynamicFeeTx{ChainID: big.NewInt(chainID), GasTipCap: big.NewInt(1e9),
		GasFeeCap: big.NewInt(1e12), Gas: 21_000, To: &common.Address{1}, Value: big.NewInt(1)})
	err = ask(raw(t, poor), patient)
	require.ErrorIs(t, err, squad.ErrPreconfirmRefused)
	require.ErrorContains(t, err, "insufficient funds")
	require.Nil(t, err.ErrorData())

	first := b.transfer(1)
	err = ask(raw(t, b.transfer(1)), patient)
	require.ErrorIs(t, err, squad.ErrNonceGap)
	require.ErrorContains(t, err, "nonce 1, the next one of")
	require.Equal(t, 5, err.ErrorCode())
	receipt, fine := n.preconfirm(first)
	require.NoError(t, fine, "%+v", receipt)

	b.ledger.halt(true)
	b.wire.filter(func(_, _ avs.OperatorID, name string) bool { return strings.HasSuffix(name, "/preconfirm") })
	n = b.nodes[b.outsider(b.awaitSlot(func(uint64) bool { return true }))]
	err = ask(raw(t, b.transfer(2)), 100*time.Millisecond)
	require.ErrorIs(t, err, squad.ErrNoLeader)
	require.Equal(t, 4, err.ErrorCode())
	require.NotNil(t, err.ErrorData())

	b.wire.filter(func(_, _ avs.OperatorID, name string) bool { return strings.HasSuffix(name, "/receipts") })
	n = b.nodes[b.outsider(b.awaitSlot(func(uint64) bool { return true }))]
	err = ask(raw(t, b.transfer(3)), 100*time.Millisecond)
	require.ErrorIs(t, err, squad.ErrNoReceipt)
	b.wire.filter(nil)
	b.ledger.halt(false)
}

// outsider is the member that leads a slot at no rank.
func (b *bed) outsider(slot uint64) int {
	for i := range b.nodes {
		if b.leader(slot, 0) != i && b.leader(slot, 1) != i && b.leader(slot, 2) != i {
			return i
		}
	}
	b.t.Fatal("all members lead")
	return 0
}

// What is no wish, or no receipt, is refused and does no harm.
func TestHostileWishesAndReceipts(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	for _, n := range b.nodes {
		n.faults.Mute = true
	}
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	p := b.startAllBut(evil)
	n := b.nodes[(evil+1)%4]
	for _, data := range [][]byte{nil, {0xc0}, []byte("no transaction"), make([]byte, 200<<10)} {
		for _, protocol := range []string{"preconfirm", "receipts"} {
			_, err := p.Request(context.Background(), n.keys.id, b.topic(protocol), data)
			require.Error(t, err, protocol)
		}
	}
	tx := b.transfer(0)
	slot := b.ledSlot(evil)
	forge := func(change func(r *avs.SignedPreconfirmation)) []byte {
		r := avs.SignedPreconfirmation{Preconfirmation: avs.Preconfirmation{Rollup: b.rollup.ID, Epoch: 1, Slot: slot, Transaction: tx.Hash()}}
		change(&r)
		if r.Signature == ([65]byte{}) {
			r.Signature = b.sign(evil, r.Preconfirmation.Digest(b.domain))
		}
		data, err := rlp.EncodeToBytes([]avs.SignedPreconfirmation{r})
		require.NoError(t, err)
		return data
	}
	_, err := p.Request(context.Background(), n.keys.id, b.topic("receipts"), forge(func(*avs.SignedPreconfirmation) {}))
	require.NoError(t, err, "nobody waits for it: it is dropped")
	require.Zero(t, n.service.Overview().Receipts.Open)
	refused := make(chan error, 1)
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), patient)
		defer cancel()
		_, err := n.service.Preconfirm(ctx, raw(t, tx))
		refused <- err
	}()
	testutil.Eventually(t, patient, func() bool { return n.service.Overview().Receipts.Asking == 1 }, "it asks")
	for name, change := range map[string]func(p *avs.SignedPreconfirmation){
		"signed by another": func(r *avs.SignedPreconfirmation) {
			r.Signature = b.sign((evil+1)%4, r.Preconfirmation.Digest(b.domain))
		},
		"no signature":        func(r *avs.SignedPreconfirmation) { r.Signature[64] = 9 },
		"another rank":        func(r *avs.SignedPreconfirmation) { r.Preconfirmation.Rank = 1 },
		"a rank that is not":  func(r *avs.SignedPreconfirmation) { r.Preconfirmation.Rank = 1 << 20 },
		"another epoch":       func(r *avs.SignedPreconfirmation) { r.Preconfirmation.Epoch = 2 },
		"another rollup":      func(r *avs.SignedPreconfirmation) { r.Preconfirmation.Rollup[0] ^= 1 },
		"a position too high": func(r *avs.SignedPreconfirmation) { r.Preconfirmation.Position = 1 << 16 },
	} {
		_, err = p.Request(context.Background(), n.keys.id, b.topic("receipts"), forge(change))
		require.ErrorContains(t, err, "preconfirmation is not of its slot's leader", name)
	}
	require.Zero(t, n.service.Overview().Receipts.Open)
	n.stop() // a call that waits does not hold up the end
	require.Error(t, <-refused)
}

func (b *bed) random(slot uint64) common.Hash {
	plan, ok := b.ledger.Plan(b.rollup.ID, b.rollup.Slots.Window(slot))
	require.True(b.t, ok)
	return plan.Random(slot)
}
