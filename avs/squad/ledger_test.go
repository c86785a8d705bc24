package squad_test

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/bls"
)

// ledger orders by the rules of consensus, at once. It is the ordered log and knows the operator sets, the L1 views, and
// the inbox as L1 has it.
type ledger struct {
	bed *bed

	mu       sync.Mutex
	halted   bool // batches are not ordered; lists and views are
	state    *state.State
	log      []avs.OrderedBatch
	sets     []*avs.OperatorSet // of SQUAD, by epoch from 1
	views    []common.Hash      // by L1 number
	messages []avs.InboxMessage
	lists    map[common.Hash]avs.OrderedList
	changed  chan struct{}
	refused  int
}

var errHalted = errors.New("consensus is halted")

func newLedger(b *bed, now uint64) *ledger {
	st, err := state.New(state.Genesis{
		ChainID: "squad-test", TimeMillis: now, Domain: b.domain, Rollups: []avs.Rollup{b.rollup},
		Sets: []*avs.OperatorSet{b.makeSet(avs.OrderingSet, 1, b.keys), b.set, b.makeSet(avs.MachSet(0), 1, b.keys)},
	})
	require.NoError(b.t, err)
	return &ledger{bed: b, state: st, sets: []*avs.OperatorSet{b.set}, views: []common.Hash{{}}, lists: map[common.Hash]avs.OrderedList{},
		changed: make(chan struct{})}
}

func (l *ledger) Submit(_ context.Context, tx avs.Tx) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.halted && tx.Batch != nil {
		return errHalted
	}
	return l.apply(tx)
}

// apply orders a transaction. The caller holds mu.
func (l *ledger) apply(tx avs.Tx) error {
	effects, err := l.state.Apply(state.Direct, tx, uint64(len(l.log))+1, uint64(time.Now().UnixMilli()))
	if err != nil {
		l.refused++
		return err
	}
	switch {
	case effects.Batch != nil:
		l.log = append(l.log, *effects.Batch)
	case effects.List != nil:
		l.lists[state.ListHash(&effects.List.List)] = *effects.List
	}
	close(l.changed)
	l.changed = make(chan struct{})
	return nil
}

// view orders the view of the next L1 block, in which messages were queued.
func (l *ledger) view(messages ...avs.InboxMessage) { l.viewWith(func(*avs.L1View) {}, messages...) }

// stop orders the view that ends the sequencing of the rollup.
func (l *ledger) stop() {
	l.viewWith(func(v *avs.L1View) { v.Inputs.Stopped = []avs.RollupID{l.bed.rollup.ID} })
}

// lead orders the view that brings the next SQUAD set.
func (l *ledger) lead(of []keys) {
	set := l.bed.makeSet(avs.SquadSet(0), avs.Epoch(len(l.sets)+1), of)
	l.viewWith(func(v *avs.L1View) { v.Sets = []*avs.OperatorSet{set} })
}

func (l *ledger) viewWith(change func(v *avs.L1View), messages ...avs.InboxMessage) {
	b := l.bed
	b.t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	number := uint64(len(l.views))
	view := avs.L1View{Number: number, BlockHash: crypto.Keccak256Hash([]byte("l1"), binary.BigEndian.AppendUint64(nil, number))}
	for _, m := range messages {
		m.Rollup, m.Index, m.L1Number = b.rollup.ID, uint64(len(l.messages)), number
		l.messages = append(l.messages, m)
	}
	if len(messages) > 0 {
		head := avs.InboxHead{Rollup: b.rollup.ID, Count: uint64(len(l.messages))}
		for _, m := range l.messages {
			head.Hash = m.Chain(head.Hash)
		}
		view.Inputs.Inboxes = []avs.InboxHead{head}
	}
	change(&view)
	l.views, l.sets = append(l.views, view.BlockHash), append(l.sets, view.Sets...)
	require.NoError(b.t, l.apply(avs.Tx{L1View: b.certify(view)}))
}

// certify has all operators sign a view.
func (b *bed) certify(view avs.L1View) *avs.CertifiedL1View {
	b.t.Helper()
	c := &avs.CertifiedL1View{View: view, Signers: avs.NewBitmap(len(b.keys))}
	digest := view.Digest(b.domain)
	var signatures []bls.Signature
	for i, k := range b.keys {
		c.Signers = c.Signers.With(i)
		signatures = append(signatures, k.bls.Sign(digest))
	}
	signature, err := bls.AggregateSignatures(signatures)
	require.NoError(b.t, err)
	c.Signature = signature.Bytes()
	return c
}

func (l *ledger) halt(yes bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.halted = yes
}

func (l *ledger) Tip(id avs.RollupID) (avs.Tip, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	tip, ok := l.state.Tip(id)
	if !ok {
		return tip, errors.New("unknown rollup")
	}
	return tip, nil
}

func (l *ledger) Ordered(_ avs.RollupID, number uint64) (avs.OrderedBatch, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if number == 0 || number > uint64(len(l.log)) {
		return avs.OrderedBatch{}, false, nil
	}
	return l.log[number-1], true, nil
}

func (l *ledger) Changed() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.changed
}

func (l *ledger) Current(avs.SetID) (*avs.OperatorSet, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sets[len(l.sets)-1], nil
}

func (l *ledger) At(_ avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if epoch == 0 || int(epoch) > len(l.sets) {
		return nil, false
	}
	return l.sets[epoch-1], true
}

// now is the state with what time has brought since the last transaction.
func (l *ledger) now() *state.State {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.state.At(uint64(time.Now().UnixMilli()))
}

func (l *ledger) Plan(id avs.RollupID, window uint64) (avs.SchedulePlan, bool) {
	return l.now().Plan(id, window)
}

func (l *ledger) Inputs(id avs.RollupID) (avs.SequencingInputs, error) {
	st := l.now()
	in, _ := st.Inputs(id)
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, ref := range st.Lists(id, uint64(time.Now().UnixMilli())) {
		in.Lists = append(in.Lists, l.lists[ref.Hash])
	}
	return in, nil
}

func (l *ledger) ViewHash(number uint64) (common.Hash, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if number >= uint64(len(l.views)) {
		return common.Hash{}, false, nil
	}
	return l.views[number], true, nil
}

func (l *ledger) Settled(avs.RollupID, uint64) bool { return true }

func (l *ledger) Liveness(avs.RollupID) ([]avs.MemberLiveness, error) { return nil, nil }

func (l *ledger) batches() []avs.OrderedBatch {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.log)
}
