package state_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
)

// trusting believes who a batch says has signed it, so that tests can have many: the address stands where the signature
// would be. Views and reveals stand unless their signature begins with a 1, which no signature does.
type trusting struct{}

func (trusting) Batch(_ avs.Domain, tx *avs.BatchTx, _ *avs.OperatorSet) (common.Address, error) {
	return common.BytesToAddress(tx.Header.Signature[:20]), nil
}

func (trusting) View(_ avs.Domain, view *avs.CertifiedL1View, _ *avs.OperatorSet) error {
	if view.Signature[0] == 1 {
		return avs.ErrHandOffOrder
	}
	return nil
}

func (trusting) Reveal(_ avs.Domain, r *avs.Reveal, ordering *avs.OperatorSet) error {
	if r.Signature[0] == 1 || r.Epoch != ordering.Epoch() || int(r.Member) >= ordering.Len() {
		return avs.ErrReveal
	}
	return nil
}

// trusted is a batch that trusting takes for the leader's.
func trusted(st *state.State, r avs.Rollup, h avs.BatchHeader) avs.Tx {
	tx := avs.Tx{Batch: &avs.BatchTx{Header: avs.SignedHeader{Header: h}}}
	if plan, ok := st.Plan(r.ID, r.Slots.Window(h.Slot)); ok {
		squad := st.PlanSet(r.ID, plan)
		if leader := avs.NewSchedule(r.Slots, squad, plan).Leader(squad, h.Slot, h.Rank); leader >= 0 {
			address := squad.ConsensusAddress(leader)
			copy(tx.Batch.Header.Signature[:], address[:])
		}
	}
	return tx
}

// do applies a transaction at a time and wants what comes of it.
func (b *bed) do(millis uint64, tx avs.Tx, want error) state.Effects {
	b.t.Helper()
	before := b.st.Hash()
	checked := b.st.Check(trusting{}, tx, millis)
	effects, err := b.st.Apply(trusting{}, tx, 1, millis)
	require.Equal(b.t, fmt.Sprint(checked), fmt.Sprint(err), "Check says what Apply does")
	requireKind(b.t, want, err)
	require.Equal(b.t, err != nil, before == b.st.Hash(), "the hash changes exactly when something applies")
	return effects
}

// header is a header on the tip for a slot.
func (b *bed) header(slot uint64) avs.BatchHeader {
	return b.Header(b.rollup, b.squad, b.tip(), slot, 0, "")
}

// trustedBatch orders a batch in a slot and rank at its time.
func (b *bed) trustedBatch(slot uint64, rank uint32) {
	b.t.Helper()
	millis := max(now, b.rollup.Slots.StartMillis(slot, rank))
	st := b.st.At(millis)
	h := b.header(slot)
	plan, ok := st.Plan(b.rollup.ID, b.rollup.Slots.Window(slot))
	require.True(b.t, ok)
	h.Rank, h.Epoch = rank, plan.Epoch
	h.Timestamp = b.tip().Timestamp + 1
	b.do(millis, trusted(st, b.rollup, h), nil)
}

// view orders a view with inputs and sets.
func (b *bed) view(millis, number uint64, in avs.L1Inputs, want error, sets ...*avs.OperatorSet) {
	b.t.Helper()
	v := avs.L1View{Number: number, BlockHash: common.Hash{byte(number)}, Inputs: in, Sets: sets}
	b.do(millis, avs.Tx{L1View: &avs.CertifiedL1View{View: v}}, want)
}

func (b *bed) inbox(count uint64) avs.L1Inputs {
	return avs.L1Inputs{Inboxes: []avs.InboxHead{{Rollup: b.rollup.ID, Count: count, Hash: common.Hash{byte(count)}}}}
}

func TestInboxRules(t *testing.T) {
	b := newBed(t)
	force := b.rollup.ForceMillis
	slotAt := b.rollup.Slots.SlotAt
	b.view(now, 20, b.inbox(3), nil)
	b.view(now+1000, 30, b.inbox(40), nil)
	h := b.header(slotAt(now + 1000))
	h.L1Number, h.Inbox = 20, 2
	b.do(now+1000, trusted(b.st, b.rollup, h), nil)
	require.Equal(t, fixture.TipOf(h), b.tip())
	in, _ := b.st.Inputs(b.rollup.ID)
	require.Equal(t, avs.SequencingInputs{
		L1Number: 30, L1Hash: common.Hash{30}, Inbox: avs.InboxHead{Rollup: b.rollup.ID, Count: 40, Hash: common.Hash{40}},
		Due: []avs.InboxDue{{Count: 3, Millis: now + force}, {Count: 40, Millis: now + 1000 + force}},
	}, in)

	first, second := slotAt(now+force), slotAt(now+1000+force) // slots at whose start the messages are due
	for name, c := range map[string]struct {
		slot   uint64
		change func(h *avs.BatchHeader)
		want   error
	}{
		"takes none":                        {first - 1, func(*avs.BatchHeader) {}, nil},
		"takes what its view knows":         {first - 1, func(h *avs.BatchHeader) { h.Inbox = 3 }, nil},
		"takes more than its view knows":    {first - 1, func(h *avs.BatchHeader) { h.Inbox = 4 }, state.ErrVoid},
		"takes what a later view knows":     {first - 1, func(h *avs.BatchHeader) { h.L1Number, h.Inbox = 30, 4 }, nil},
		"gives one back":                    {first - 1, func(h *avs.BatchHeader) { h.Inbox = 1 }, state.ErrVoid},
		"takes as many as it may":           {first - 1, func(h *avs.BatchHeader) { h.L1Number, h.Inbox = 30, 18 }, nil},
		"takes one too many":                {first - 1, func(h *avs.BatchHeader) { h.L1Number, h.Inbox = 30, 19 }, state.ErrVoid},
		"highest inbox":                     {first - 1, func(h *avs.BatchHeader) { h.Inbox = math.MaxUint64 }, state.ErrVoid},
		"earlier view":                      {first - 1, func(h *avs.BatchHeader) { h.L1Number = 10 }, state.ErrVoid},
		"between two views":                 {first - 1, func(h *avs.BatchHeader) { h.L1Number = 21 }, state.ErrVoid},
		"view to come":                      {first - 1, func(h *avs.BatchHeader) { h.L1Number = 31 }, state.ErrGap},
		"view to come, too early":           {first + 90, func(h *avs.BatchHeader) { h.L1Number = 31 }, state.ErrTooEarly},
		"due, not taken":                    {first, func(*avs.BatchHeader) {}, state.ErrVoid},
		"due, taken":                        {first, func(h *avs.BatchHeader) { h.Inbox = 3 }, nil},
		"second due, the first taken":       {second, func(h *avs.BatchHeader) { h.L1Number, h.Inbox = 30, 3 }, state.ErrVoid},
		"more due than fit, one less":       {second, func(h *avs.BatchHeader) { h.L1Number, h.Inbox = 30, 17 }, state.ErrVoid},
		"more due than fit":                 {second, func(h *avs.BatchHeader) { h.L1Number, h.Inbox = 30, 18 }, nil},
		"gap that takes what two may":       {first - 1, func(h *avs.BatchHeader) { h.Number++; h.L1Number, h.Inbox = 30, 34 }, state.ErrGap},
		"gap that takes more than two may":  {first - 1, func(h *avs.BatchHeader) { h.Number++; h.L1Number, h.Inbox = 30, 35 }, state.ErrVoid},
		"gap with due messages not taken":   {first, func(h *avs.BatchHeader) { h.Number++ }, state.ErrGap},
		"rank one, due when its turn comes": {first - 1, func(h *avs.BatchHeader) { h.Rank = 1 }, state.ErrVoid},
	} {
		t.Run(name, func(t *testing.T) {
			h := b.header(c.slot)
			h.Timestamp = b.tip().Timestamp + 1
			c.change(&h)
			st := b.st.Clone()
			_, err := st.Apply(trusting{}, trusted(b.st.At(now+force+1000), b.rollup, h), 1, now+force+1000)
			requireKind(t, c.want, err)
		})
	}
}

// However an inbox grows while nobody takes a message, little is remembered, and nothing becomes due later for it.
func TestInboxIsBounded(t *testing.T) {
	b := newBed(t)
	size := 0
	for i := range uint64(1000) {
		b.view(now+10*i, 20+i, b.inbox(i+1), nil)
		if i == 400 {
			size = len(b.st.Encode())
		}
	}
	require.InDelta(t, size, len(b.st.Encode()), 300)
	in, _ := b.st.Inputs(b.rollup.ID)
	require.Equal(t, uint64(1000), in.Due[len(in.Due)-1].Count)
	require.LessOrEqual(t, in.Due[0].Millis, now+b.rollup.ForceMillis, "due with the first of them")
	for i := 1; i < len(in.Due); i++ {
		require.Greater(t, in.Due[i].Count, in.Due[i-1].Count)
		require.Greater(t, in.Due[i].Millis, in.Due[i-1].Millis)
		require.LessOrEqual(t, in.Due[i].Millis, now+10*(in.Due[i].Count-1)+b.rollup.ForceMillis)
	}
	h := b.header(b.nowSlot)
	h.L1Number = 1019 - 63
	b.do(now+10_000, trusted(b.st, b.rollup, h), nil)
	h = b.header(b.nowSlot + 1)
	h.L1Number = 1019 - 64
	b.do(now+10_000, trusted(b.st, b.rollup, h), state.ErrVoid)
}

func TestRevealRules(t *testing.T) {
	b := newBed(t)
	round := uint64(avs.BeaconMillis)
	reveal := func(round uint64, member int) avs.Tx { return b.Reveal(round, b.st.Ordering(), b.Operators[member]) }
	changed := func(change func(r *avs.Reveal)) avs.Tx {
		tx := reveal(0, 1)
		change(tx.Reveal)
		return tx
	}
	b.apply(reveal(0, 0))
	for name, c := range map[string]struct {
		millis uint64
		tx     avs.Tx
		want   error
	}{
		"as it should be":       {now, reveal(0, 1), nil},
		"last moment":           {now + round - 1, reveal(0, 1), nil},
		"round over":            {now + round, reveal(0, 1), state.ErrVoid},
		"again":                 {now, reveal(0, 0), state.ErrVoid},
		"again in the next":     {now + round, reveal(1, 0), nil},
		"round to come":         {now + round - 1, reveal(1, 1), state.ErrTooEarly},
		"highest round":         {now, reveal(math.MaxUint64, 1), state.ErrTooEarly},
		"another's signature":   {now, changed(func(r *avs.Reveal) { r.Member = 2 }), state.ErrVoid},
		"signature bit":         {now, changed(func(r *avs.Reveal) { r.Signature[20] ^= 1 }), state.ErrVoid},
		"epoch not in force":    {now, changed(func(r *avs.Reveal) { r.Epoch++ }), state.ErrVoid},
		"member beyond the set": {now, changed(func(r *avs.Reveal) { r.Member = 4 }), state.ErrVoid},
		"false and too early":   {now, changed(func(r *avs.Reveal) { r.Round = 1 }), state.ErrVoid},
	} {
		t.Run(name, func(t *testing.T) {
			requireKind(t, c.want, b.st.Check(state.Direct, c.tx, c.millis))
		})
	}
	// A member whose set changes in the middle of a round still reveals once.
	b.apply(b.View(11, b.st.Ordering(), 0, b.Set(avs.OrderingSet, 2, b.Operators)))
	requireKind(t, state.ErrVoid, b.st.Check(state.Direct, reveal(0, 0), now))
	requireKind(t, nil, b.st.Check(state.Direct, reveal(0, 1), now))
}

// The beacon comes from who revealed and from the newest view, not from the order of reveals.
func TestBeacon(t *testing.T) {
	end := now + uint64(avs.BeaconMillis)
	run := func(order []int, randao common.Hash) state.Beacon {
		b := newBed(t)
		for _, i := range order {
			b.apply(b.Reveal(0, b.st.Ordering(), b.Operators[i]))
		}
		b.view(now, 11, avs.L1Inputs{Randao: randao}, nil)
		require.Len(t, b.st.Beacon().Revealed, len(order))
		return b.st.At(end).Beacon()
	}
	one := run([]int{0, 1, 2}, common.Hash{1})
	require.Equal(t, one, run([]int{2, 0, 1}, common.Hash{1}))
	require.NotEqual(t, one.Value, run([]int{0, 1}, common.Hash{1}).Value)
	require.NotEqual(t, one.Value, run([]int{0, 1, 2}, common.Hash{2}).Value)
	require.Equal(t, uint64(1), one.Round)
	require.Equal(t, end, one.Start)
	require.Empty(t, one.Revealed)
	var mix common.Hash
	b := newBed(t)
	for i := range 3 {
		mix = avs.Mixed(mix, *b.Reveal(0, b.st.Ordering(), b.Operators[i]).Reveal)
	}
	require.Equal(t, avs.NextBeacon(b.st.Beacon().Value, common.Hash{1}, mix, 0), one.Value)
}

func TestListRules(t *testing.T) {
	b := newBed(t)
	const at = now + 5000
	span, slot := b.rollup.Slots.SpanSlots, b.rollup.Slots.SlotAt(at)
	lead := uint64(avs.MaxSlotLeadMillis) / b.rollup.Slots.SlotMillis
	age := uint64(avs.ListLifeMillis/2) / b.rollup.Slots.SlotMillis
	wanted := common.Hash{7}
	list := func(slot uint64, by fixture.Operator) avs.Tx { return b.List(b.rollup, 1, slot, by, wanted) }
	effects := b.do(at, list(slot, b.Operators[0]), nil)
	require.Equal(t, uint64(at), effects.List.SinceMillis)
	require.Equal(t, b.squad.Index(b.Operators[0].ID), int(effects.List.Member))
	for name, c := range map[string]struct {
		tx   avs.Tx
		want error
	}{
		"as it should be":          {list(slot, b.Operators[1]), nil},
		"again":                    {list(slot, b.Operators[0]), state.ErrVoid},
		"another in the span":      {list(slot-slot%span+span-1, b.Operators[0]), state.ErrVoid},
		"another in the next span": {list(slot-slot%span+span, b.Operators[0]), nil},
		"slot farthest ahead":      {list(slot+lead, b.Operators[1]), nil},
		"slot too far ahead":       {list(slot+lead+1, b.Operators[1]), state.ErrTooEarly},
		"highest slot":             {list(math.MaxUint64, b.Operators[1]), state.ErrTooEarly},
		"oldest slot":              {list(slot-age, b.Operators[1]), nil},
		"slot too old":             {list(slot-age-1, b.Operators[1]), state.ErrVoid},
		"stranger":                 {list(slot, fixture.NewOperator(99)), state.ErrVoid},
		"another epoch":            {b.List(b.rollup, 2, slot, b.Operators[1], wanted), state.ErrVoid},
		"no transaction":           {b.List(b.rollup, 1, slot, b.Operators[1]), state.ErrVoid},
		"most transactions":        {b.List(b.rollup, 1, slot, b.Operators[1], make([]common.Hash, avs.MaxListed)...), nil},
		"too many transactions":    {b.List(b.rollup, 1, slot, b.Operators[1], make([]common.Hash, avs.MaxListed+1)...), state.ErrVoid},
		"unknown rollup":           {b.List(avs.Rollup{}, 1, slot, b.Operators[1], wanted), state.ErrVoid},
	} {
		t.Run(name, func(t *testing.T) {
			requireKind(t, c.want, b.st.Check(state.Direct, c.tx, at))
		})
	}
	// One of a member replaces its older one; one that is over is forgotten with the next.
	b.do(at+2000, list(slot+span, b.Operators[0]), nil)
	require.Len(t, b.st.Lists(b.rollup.ID, at+2000), 1)
	require.Empty(t, b.st.Lists(b.rollup.ID, at+2001+avs.ListLifeMillis))
	late := at + 3000 + uint64(avs.ListLifeMillis)
	b.do(late, list(b.rollup.Slots.SlotAt(late), b.Operators[1]), nil)
	require.Len(t, b.st.Lists(b.rollup.ID, 0), 1)
}

func TestListsAreBounded(t *testing.T) {
	n := fixture.New(state.MaxLists+1, 1, now)
	st, err := state.New(n.Genesis)
	require.NoError(t, err)
	r := n.Genesis.Rollups[0]
	slot := r.Slots.SlotAt(now)
	for i := range state.MaxLists {
		_, err := st.Apply(trusting{}, n.List(r, 1, slot, n.Operators[i], common.Hash{byte(i)}), 1, now)
		require.NoError(t, err)
	}
	requireKind(t, state.ErrTooEarly, st.Check(trusting{}, n.List(r, 1, slot, n.Operators[state.MaxLists], common.Hash{99}), now))
	later := now + uint64(avs.ListLifeMillis)
	requireKind(t, state.ErrTooEarly, st.Check(trusting{}, n.List(r, 1, r.Slots.SlotAt(later), n.Operators[state.MaxLists], common.Hash{99}), later))
	requireKind(t, nil, st.Check(trusting{}, n.List(r, 1, r.Slots.SlotAt(later), n.Operators[state.MaxLists], common.Hash{99}), later+1))
	requireKind(t, nil, st.Check(trusting{}, n.List(r, 1, r.Slots.SlotAt(later), n.Operators[0], common.Hash{99}), later))
}

// comer is a rollup that is not known yet.
func comer(index uint32) avs.Rollup {
	return avs.Rollup{
		ID: crypto.Keccak256Hash([]byte{byte(index)}), Name: fmt.Sprint("comer-", index), Index: index, ChainID: 9000 + uint64(index),
		GenesisHash: common.Hash{1}, GenesisTime: now/1000 - 50, Slots: avs.DefaultSlotParams(now - 5000),
		GasLimit: 21_000 * avs.ForcedGasShare, MaxBodySize: avs.MaxBodySize, ForceMillis: 1,
	}
}

func TestRollupsComeAndGo(t *testing.T) {
	b := newBed(t)
	r := comer(7)
	squad, mach := b.Set(avs.SquadSet(7), 1, b.Operators[:2]), b.Set(avs.MachSet(7), 3, b.Operators)
	with := func(change func(r *avs.Rollup)) avs.L1Inputs {
		c := r
		change(&c)
		return avs.L1Inputs{Rollups: []avs.Rollup{c}}
	}
	good := avs.L1Inputs{Rollups: []avs.Rollup{r}, Inboxes: []avs.InboxHead{{Rollup: r.ID, Count: 2}}}
	known := b.Genesis.Rollups[1]
	for name, c := range map[string]struct {
		in   avs.L1Inputs
		sets []*avs.OperatorSet
		want error
	}{
		"as it should be":         {good, []*avs.OperatorSet{squad, mach}, nil},
		"no squad set":            {good, []*avs.OperatorSet{mach}, state.ErrVoid},
		"no mach set":             {good, []*avs.OperatorSet{squad}, state.ErrVoid},
		"too few serve it":        {good, []*avs.OperatorSet{b.Set(avs.SquadSet(7), 1, b.Operators[:1]), mach}, state.ErrVoid},
		"known rollup":            {avs.L1Inputs{Rollups: []avs.Rollup{known}}, nil, state.ErrVoid},
		"known index":             {with(func(r *avs.Rollup) { r.Index = known.Index }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"twice":                   {avs.L1Inputs{Rollups: []avs.Rollup{r, r}}, []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"no slots":                {with(func(r *avs.Rollup) { r.Slots.Ranks = 0 }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"slots too long":          {with(func(r *avs.Rollup) { r.Slots.SlotMillis = 60_001 }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"window too short":        {with(func(r *avs.Rollup) { r.Slots.SlotMillis, r.Slots.SpanSlots, r.Slots.WindowSpans = 333, 3, 1 }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"too little gas":          {with(func(r *avs.Rollup) { r.GasLimit-- }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"bodies too large":        {with(func(r *avs.Rollup) { r.MaxBodySize++ }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"no room for messages":    {with(func(r *avs.Rollup) { r.MaxBodySize = avs.MaxInboxPerBatch * avs.MaxForcedSize }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"messages due at once":    {with(func(r *avs.Rollup) { r.ForceMillis = 0 }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"messages hardly due":     {with(func(r *avs.Rollup) { r.ForceMillis = math.MaxUint64 }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"sequenced by others":     {with(func(r *avs.Rollup) { r.Followed = true }), []*avs.OperatorSet{squad, mach}, state.ErrVoid},
		"inbox of nobody":         {avs.L1Inputs{Inboxes: []avs.InboxHead{{Rollup: r.ID, Count: 2}}}, nil, state.ErrVoid},
		"empty inbox":             {avs.L1Inputs{Inboxes: []avs.InboxHead{{Rollup: known.ID}}}, nil, state.ErrVoid},
		"inbox twice":             {avs.L1Inputs{Inboxes: []avs.InboxHead{{Rollup: known.ID, Count: 1}, {Rollup: known.ID, Count: 2}}}, nil, state.ErrVoid},
		"one stops":               {avs.L1Inputs{Stopped: []avs.RollupID{known.ID}}, nil, nil},
		"one stops twice":         {avs.L1Inputs{Stopped: []avs.RollupID{known.ID, known.ID}}, nil, state.ErrVoid},
		"unknown rollup stops":    {avs.L1Inputs{Stopped: []avs.RollupID{r.ID}}, nil, state.ErrVoid},
		"false certificate stops": {avs.L1Inputs{Stopped: []avs.RollupID{known.ID}}, []*avs.OperatorSet{b.Set(avs.OrderingSet, 1, b.Operators)}, state.ErrVoid},
	} {
		t.Run(name, func(t *testing.T) {
			one := *b
			one.t, one.st = t, b.st.Clone()
			one.view(now, 11, c.in, c.want, c.sets...)
		})
	}

	b.view(now, 11, good, nil, squad, mach)
	require.Len(t, b.st.Rollups(), 3)
	here := &bed{b.Network, t, b.st, r, squad, r.Slots.SlotAt(now)}
	require.Equal(t, avs.Tip{Hash: r.GenesisHash, Timestamp: r.GenesisTime}, here.tip())
	here.trustedBatchTaking(now+1, 2)
	b.view(now+10, 12, avs.L1Inputs{Stopped: []avs.RollupID{r.ID}}, nil)
	require.Len(t, b.st.Rollups(), 2)
	in, _ := b.st.Inputs(r.ID)
	require.True(t, in.Stopped)
	require.Equal(t, uint64(1), here.tip().Number, "what was ordered is known")
	h := here.header(here.tip().Slot + 1)
	h.L1Number = 11
	b.do(now+20, trusted(b.st, r, h), state.ErrVoid)
	b.do(now+20, b.List(r, 1, here.nowSlot, b.Operators[0], common.Hash{1}), state.ErrVoid)
	b.do(now+20, b.Unjail(r, 0, b.Operators[0]), state.ErrVoid)
	b.view(now+20, 13, good, state.ErrVoid)
	b.view(now+20, 13, avs.L1Inputs{Inboxes: []avs.InboxHead{{Rollup: r.ID, Count: 5}}}, state.ErrVoid)
	b.view(now+20, 13, avs.L1Inputs{Stopped: []avs.RollupID{r.ID}}, state.ErrVoid)
	back, err := state.Decode(b.st.Encode(), lookupIn(append(b.st.Sets(), b.st.Earlier()...)))
	require.NoError(t, err)
	require.Equal(t, b.st.Hash(), back.Hash())
}

// trustedBatchTaking orders a batch with messages of the inbox.
func (b *bed) trustedBatchTaking(millis, inbox uint64) {
	b.t.Helper()
	h := b.header(b.rollup.Slots.SlotAt(millis))
	h.L1Number, _ = b.st.L1()
	h.Inbox = inbox
	b.do(millis, trusted(b.st.At(millis), b.rollup, h), nil)
}
