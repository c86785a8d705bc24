package state_test

import (
	"errors"
	"math"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
)

// now is the block time of the tests; the slots of the fixture's rollups began 10 s before.
const now = 1_800_000_000_000

// bed is a network with one state.
type bed struct {
	*fixture.Network
	t       *testing.T
	st      *state.State
	rollup  avs.Rollup
	squad   *avs.OperatorSet
	nowSlot uint64
}

func newBed(t *testing.T) *bed {
	t.Helper()
	n := fixture.New(4, 2, now)
	st, err := state.New(n.Genesis)
	require.NoError(t, err)
	r := n.Genesis.Rollups[0]
	return &bed{n, t, st, r, st.Set(avs.SquadSet(r.Index)), r.Slots.SlotAt(now)}
}

func (b *bed) tip() avs.Tip {
	tip, ok := b.st.Tip(b.rollup.ID)
	require.True(b.t, ok)
	return tip
}

// plan is the plan of a slot.
func (b *bed) plan(slot uint64) avs.SchedulePlan {
	plan, ok := b.st.Plan(b.rollup.ID, b.rollup.Slots.Window(slot))
	if !ok {
		plan = b.Plan(b.rollup, b.nowSlot)
		plan.Window = b.rollup.Slots.Window(slot)
	}
	return plan
}

// leader leads a slot at a rank; where there is no plan, by one that was made up.
func (b *bed) leader(slot uint64, rank uint32) fixture.Operator {
	return b.Leader(b.rollup, b.squad, b.plan(slot), slot, rank)
}

// batch is a batch on the tip in a slot, led by rank 0.
func (b *bed) batch(slot uint64) avs.Tx {
	tx, _ := b.Lead(b.header(slot), b.rollup, b.squad, b.plan(slot))
	return tx
}

func (b *bed) apply(tx avs.Tx) {
	b.t.Helper()
	_, err := b.st.Apply(state.Direct, tx, 1, now)
	require.NoError(b.t, err)
}

func TestBatchRules(t *testing.T) {
	b := newBed(t)
	b.apply(b.batch(b.nowSlot - 8)) // so that there is a tip with a slot, a number and a timestamp
	tip := b.tip()
	slot := b.nowSlot
	lead := uint64(avs.MaxSlotLeadMillis) / b.rollup.Slots.SlotMillis

	for name, c := range map[string]struct {
		change func(h *avs.BatchHeader)
		want   error
	}{
		"as it should be":                  {func(*avs.BatchHeader) {}, nil},
		"next slot after the tip":          {func(h *avs.BatchHeader) { h.Slot = tip.Slot + 1 }, nil},
		"slot of the tip":                  {func(h *avs.BatchHeader) { h.Slot = tip.Slot }, state.ErrVoid},
		"unknown rollup":                   {func(h *avs.BatchHeader) { h.Rollup[0] ^= 1 }, state.ErrVoid},
		"earlier epoch":                    {func(h *avs.BatchHeader) { h.Epoch-- }, state.ErrVoid},
		"next epoch":                       {func(h *avs.BatchHeader) { h.Epoch++ }, state.ErrVoid},
		"number of the tip":                {func(h *avs.BatchHeader) { h.Number = tip.Number }, state.ErrVoid},
		"number after the next":            {func(h *avs.BatchHeader) { h.Number++ }, state.ErrGap},
		"farthest gap":                     {func(h *avs.BatchHeader) { h.Number = tip.Number + state.MaxGap }, state.ErrGap},
		"beyond the farthest gap":          {func(h *avs.BatchHeader) { h.Number = tip.Number + state.MaxGap + 1 }, state.ErrVoid},
		"highest number":                   {func(h *avs.BatchHeader) { h.Number = math.MaxUint64 }, state.ErrVoid},
		"other parent":                     {func(h *avs.BatchHeader) { h.ParentHash[31] ^= 1 }, state.ErrVoid},
		"timestamp of the parent":          {func(h *avs.BatchHeader) { h.Timestamp = tip.Timestamp }, state.ErrVoid},
		"timestamp one after the parent's": {func(h *avs.BatchHeader) { h.Timestamp = tip.Timestamp + 1 }, nil},
		"timestamp farthest ahead":         {func(h *avs.BatchHeader) { h.Timestamp = now/1000 + avs.MaxTimestampLead }, nil},
		"timestamp too far ahead":          {func(h *avs.BatchHeader) { h.Timestamp = now/1000 + avs.MaxTimestampLead + 1 }, state.ErrTooEarly},
		"highest timestamp":                {func(h *avs.BatchHeader) { h.Timestamp = math.MaxUint64 }, state.ErrTooEarly},
		"slot farthest ahead":              {func(h *avs.BatchHeader) { h.Slot = slot + lead }, nil},
		"slot too far ahead":               {func(h *avs.BatchHeader) { h.Slot = slot + lead + 1 }, state.ErrTooEarly},
		"highest slot":                     {func(h *avs.BatchHeader) { h.Slot = math.MaxUint64 }, state.ErrTooEarly},
		"slot whose start wraps around":    {func(h *avs.BatchHeader) { h.Slot = math.MaxUint64/250 + 1 }, state.ErrTooEarly},
		"last rank, its time come":         {func(h *avs.BatchHeader) { h.Slot, h.Rank = slot-3, 2 }, nil},
		"last rank, its time not come":     {func(h *avs.BatchHeader) { h.Slot, h.Rank = slot-2, 2 }, state.ErrTooEarly},
		"rank one gets no lead":            {func(h *avs.BatchHeader) { h.Rank = 1 }, state.ErrTooEarly},
		"empty body":                       {func(h *avs.BatchHeader) { h.BodySize = 0 }, state.ErrVoid},
		"largest body":                     {func(h *avs.BatchHeader) { h.BodySize = avs.MaxBodySize }, nil},
		"body too large":                   {func(h *avs.BatchHeader) { h.BodySize = avs.MaxBodySize + 1 }, state.ErrVoid},
		"gap and too early at once":        {func(h *avs.BatchHeader) { h.Number++; h.Slot += 100 }, state.ErrTooEarly},
	} {
		t.Run(name, func(t *testing.T) {
			h := b.Header(b.rollup, b.squad, tip, slot, 0, "")
			c.change(&h)
			tx := b.Sign(h, b.leader(h.Slot, h.Rank), b.squad)
			err := b.st.Check(state.Direct, tx, now)
			requireKind(t, c.want, err)

			before := b.st.Hash()
			again := b.st.Clone()
			_, err = again.Apply(state.Direct, tx, 2, now)
			requireKind(t, c.want, err)
			if err != nil {
				require.Equal(t, before, again.Hash(), "a refused transaction changes nothing")
			} else {
				require.NotEqual(t, before, again.Hash())
			}
			require.Equal(t, before, b.st.Hash(), "a clone is independent")
		})
	}
}

func requireKind(t *testing.T, want, err error) {
	t.Helper()
	if want == nil {
		require.NoError(t, err)
		return
	}
	require.ErrorIs(t, err, want)
	require.NotEqual(t, errors.Is(want, state.ErrVoid), errorIs(err, state.ErrNotYet), "void and not-yet exclude each other: %v", err)
}

func TestBatchSignatures(t *testing.T) {
	b := newBed(t)
	for name, change := range map[string]func(tx *avs.BatchTx){
		"another member's signature": func(tx *avs.BatchTx) {
			leader := b.leader(b.nowSlot, 0)
			for _, o := range b.Operators {
				if o.ID != leader.ID {
					*tx = *b.Sign(tx.Header.Header, o, b.squad).Batch
					return
				}
			}
		},
		"a stranger's signature": func(tx *avs.BatchTx) {
			*tx = *b.Sign(tx.Header.Header, fixture.NewOperator(99), b.squad).Batch
		},
		"rank beyond the last":      func(tx *avs.BatchTx) { tx.Header.Header.Rank = 3 },
		"signature bit":             func(tx *avs.BatchTx) { tx.Header.Signature[3] ^= 1 },
		"signature v":               func(tx *avs.BatchTx) { tx.Header.Signature[64] ^= 1 },
		"signed content":            func(tx *avs.BatchTx) { tx.Header.Header.BlockHash[0] ^= 1 },
		"no acknowledgement":        func(tx *avs.BatchTx) { tx.Proof.Acks = nil },
		"one acknowledgement short": func(tx *avs.BatchTx) { tx.Proof.Acks = tx.Proof.Acks[1:] },
		"acknowledgement twice":     func(tx *avs.BatchTx) { tx.Proof.Acks[1] = tx.Proof.Acks[0] },
		"acknowledgement of nobody": func(tx *avs.BatchTx) { tx.Proof.Acks[1].Member = 4 },
		"another's acknowledgement": func(tx *avs.BatchTx) { tx.Proof.Acks[1].Member = 2 },
		"acknowledgement bit":       func(tx *avs.BatchTx) { tx.Proof.Acks[0].Signature[9] ^= 1 },
	} {
		t.Run(name, func(t *testing.T) {
			tx := b.batch(b.nowSlot)
			require.NoError(t, b.st.Check(state.Direct, tx, now))
			change(tx.Batch)
			requireKind(t, state.ErrVoid, b.st.Check(state.Direct, tx, now))
		})
	}
}

func TestViewRules(t *testing.T) {
	b := newBed(t)
	ordering := b.st.Ordering()
	set := func(id avs.SetID, epoch avs.Epoch) *avs.OperatorSet { return b.Set(id, epoch, b.Operators) }
	twins := b.Operators[0]
	twins.ID = common.MaxAddress
	for name, c := range map[string]struct {
		tx   avs.Tx
		want error
	}{
		"as it should be":           {b.View(11, ordering, 0, set(0, 2), set(1, 2)), nil},
		"two thirds and more":       {b.View(11, ordering, 1, set(0, 2)), nil},
		"less than two thirds":      {b.View(11, ordering, 2, set(0, 2)), state.ErrVoid},
		"no set":                    {b.View(11, ordering, 0), nil},
		"set with a new id":         {b.View(11, ordering, 0, set(40, 1)), nil},
		"number of the last view":   {b.View(10, ordering, 0, set(0, 2)), state.ErrVoid},
		"epoch in force":            {b.View(11, ordering, 0, set(0, 1)), state.ErrVoid},
		"second set's epoch stands": {b.View(11, ordering, 0, set(0, 2), set(1, 1)), state.ErrVoid},
		"sets out of order":         {b.View(11, ordering, 0, set(1, 2), set(0, 2)), state.ErrVoid},
		"set twice":                 {b.View(11, ordering, 0, set(1, 2), set(1, 3)), state.ErrVoid},
		"one consensus key for two": {b.View(11, ordering, 0, b.Set(0, 2, append([]fixture.Operator{twins}, b.Operators...))), state.ErrVoid},
		"signed by another set":     {b.View(11, b.Set(0, 2, b.Operators[1:]), 0, set(0, 2)), state.ErrVoid},
		"empty transaction":         {avs.Tx{}, state.ErrVoid},
		"two contents":              {avs.Tx{Batch: b.batch(b.nowSlot).Batch, L1View: b.View(11, ordering, 0).L1View}, state.ErrVoid},
	} {
		t.Run(name, func(t *testing.T) {
			requireKind(t, c.want, b.st.Check(state.Direct, c.tx, now))
		})
	}
}

func TestViewReplacesSets(t *testing.T) {
	b := newBed(t)
	tx := b.View(15, b.st.Ordering(), 0, b.Set(0, 2, b.Operators[:3]), b.Set(1, 5, b.Operators[1:]), b.Set(40, 1, b.Operators))
	effects, err := b.st.Apply(state.Direct, tx, 7, now)
	require.NoError(t, err)
	require.Equal(t, tx.L1View, effects.View)
	require.Nil(t, effects.Batch)
	number, hash := b.st.L1()
	require.Equal(t, uint64(15), number)
	require.Equal(t, tx.L1View.View.BlockHash, hash)
	require.Equal(t, avs.Epoch(2), b.st.Ordering().Epoch())
	require.Equal(t, avs.Epoch(5), b.st.Set(1).Epoch())
	require.Equal(t, avs.Epoch(1), b.st.Set(2).Epoch())
	require.Equal(t, avs.Epoch(1), b.st.Set(40).Epoch())
	require.Nil(t, b.st.Set(41))
	requireKind(t, state.ErrVoid, b.st.Check(state.Direct, tx, now)) // the same view again
}

func TestAppliedBatchIsRecorded(t *testing.T) {
	b := newBed(t)
	tx := b.batch(b.nowSlot)
	b.apply(b.View(11, b.st.Ordering(), 0, b.Set(avs.MachSet(b.rollup.Index), 9, b.Operators)))
	effects, err := b.st.Apply(state.Direct, tx, 77, now+5)
	require.NoError(t, err)
	require.Equal(t, &avs.OrderedBatch{
		Header: tx.Batch.Header, Proof: tx.Batch.Proof, MachEpoch: 9, Height: 77, TimeMillis: now + 5,
	}, effects.Batch)
	h := tx.Batch.Header.Header
	require.Equal(t, avs.Tip{Slot: h.Slot, Number: 1, Hash: h.BlockHash, Timestamp: h.Timestamp, L1Number: 10}, b.tip())
	_, known := b.st.Tip(avs.RollupID{})
	require.False(t, known)
}

// A batch may be ordered until its slot is MaxSlotAgeMillis old, whatever its rank, and never after.
func TestOldSlots(t *testing.T) {
	b := newBed(t)
	for rank := range b.rollup.Slots.Ranks {
		tx, _ := b.Lead(b.Header(b.rollup, b.squad, b.tip(), b.nowSlot, rank, ""), b.rollup, b.squad, b.plan(b.nowSlot))
		last := b.rollup.Slots.StartMillis(b.nowSlot, 0) + state.MaxSlotAgeMillis
		_, err := b.st.Clone().Apply(state.Direct, tx, 1, last)
		require.NoError(t, err)
		_, err = b.st.Clone().Apply(state.Direct, tx, 1, last+1)
		requireKind(t, state.ErrVoid, err)
	}
}
