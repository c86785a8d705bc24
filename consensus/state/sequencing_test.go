package state_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
)

// world is a random run of sequencing: rollups come and go, inboxes grow, sets change, members reveal, list, are jailed and
// plead; leaders are late, absent, wrong, or try to leave out what is due; the network loses, repeats and reorders. What must
// hold is worked out a second time by the plainest rules.
type world struct {
	*bank
	t        *testing.T
	rng      *rand.Rand
	millis   uint64
	height   uint64
	replicas []*state.State
	applied  []applied
	pool     []avs.Tx
	dead     []avs.Tx // batches that were void once
	built    map[avs.RollupID][]avs.Tip
	views    map[uint64]bool
	inboxes  map[avs.RollupID][]grown
	plans    map[planKey]avs.SchedulePlan
	counts   map[avs.RollupID]*tally
	tips     map[avs.RollupID]avs.BatchHeader
	happened map[string]int
	lazy     map[avs.OperatorID]bool // that do not lead
}

type applied struct {
	tx             avs.Tx
	height, millis uint64
}

type grown struct{ view, count, millis uint64 }

type planKey struct {
	rollup avs.RollupID
	window uint64
}

// tally is who used its slots how in a window of consensus time.
type tally struct {
	window uint64
	of     map[avs.OperatorID]*avs.MemberLiveness
}

// bank has what all worlds share, since keys take long to make.
type bank struct {
	*fixture.Network
	rollups []avs.Rollup
	sets    map[avs.SetID][]*avs.OperatorSet // by epoch, from 1
}

func newBank(t *testing.T) *bank {
	n := fixture.New(6, 2, now)
	n.Genesis.BeaconMillis = 3000
	b := &bank{Network: n, sets: map[avs.SetID][]*avs.OperatorSet{}}
	rng := rand.New(rand.NewPCG(1, 1))
	for i := range n.Genesis.Rollups {
		n.Genesis.Rollups[i] = quick(n.Genesis.Rollups[i])
	}
	b.rollups = append(slices.Clone(n.Genesis.Rollups), quick(comer(2)), quick(comer(3)))
	ids := []avs.SetID{avs.OrderingSet}
	for index := range uint32(4) {
		ids = append(ids, avs.SquadSet(index), avs.MachSet(index))
	}
	for _, id := range ids {
		for epoch := avs.Epoch(1); epoch <= 5; epoch++ {
			var members []avs.Member
			for _, o := range n.Operators {
				if rng.IntN(4) > 0 {
					members = append(members, o.Member(1+rng.Uint64N(100)))
				}
			}
			if len(members) < 3 {
				members = []avs.Member{n.Operators[0].Member(3), n.Operators[3].Member(2), n.Operators[4].Member(2)}
			}
			set, err := avs.NewOperatorSet(id, epoch, members)
			require.NoError(t, err)
			b.sets[id] = append(b.sets[id], set)
		}
	}
	return b
}

// quick has windows of eight seconds, and messages that are due after two.
func quick(r avs.Rollup) avs.Rollup {
	r.Slots.SpanSlots, r.Slots.WindowSpans, r.ForceMillis = 4, 8, 2000
	return r
}

func newWorld(t *testing.T, b *bank, seed uint64) *world {
	w := &world{
		bank: b, t: t, rng: rand.New(rand.NewPCG(seed, 3)), millis: now, built: map[avs.RollupID][]avs.Tip{}, views: map[uint64]bool{b.Genesis.L1Number: true},
		inboxes: map[avs.RollupID][]grown{}, plans: map[planKey]avs.SchedulePlan{}, counts: map[avs.RollupID]*tally{},
		tips: map[avs.RollupID]avs.BatchHeader{}, happened: map[string]int{}, lazy: map[avs.OperatorID]bool{},
	}
	for _, o := range b.Operators {
		w.lazy[o.ID] = w.chance(3)
	}
	for range 2 {
		st, err := state.New(b.Genesis)
		require.NoError(t, err)
		w.replicas = append(w.replicas, st)
	}
	return w
}

func (w *world) chance(one int) bool { return w.rng.IntN(one) == 0 }

func (w *world) send() {
	switch w.rng.IntN(16) {
	case 0, 1, 2:
		w.sendView()
	case 3, 4:
		st := w.replicas[0].At(w.millis)
		member := w.rng.IntN(st.Ordering().Len())
		round := st.Beacon().Round + uint64(w.rng.IntN(8)/7)
		w.pool = append(w.pool, avs.Tx{Reveal: &avs.Reveal{
			Round: round, Epoch: st.Ordering().Epoch(), Member: uint16(member), Signature: [96]byte{0x80, byte(round), byte(member)},
		}})
	case 5:
		w.sendList()
	case 6:
		w.sendUnjail()
	default:
		w.sendBatch()
	}
}

func (w *world) sendView() {
	st := w.replicas[0]
	number, _ := st.L1()
	v := avs.L1View{Number: number + 1 + w.rng.Uint64N(3), BlockHash: common.Hash{byte(number)}, Inputs: avs.L1Inputs{Randao: common.Hash{byte(w.rng.Uint32())}}}
	if w.chance(12) {
		v.Number = number
	}
	bring := func(id avs.SetID) {
		epoch := 0
		if now := st.Set(id); now != nil {
			epoch = int(now.Epoch())
		}
		if epoch < len(w.sets[id]) {
			v.Sets = append(v.Sets, w.sets[id][epoch])
		}
	}
	if w.chance(8) {
		bring(avs.OrderingSet)
	}
	for _, r := range w.rollups {
		in, known := st.Inputs(r.ID)
		comes := !known && w.chance(3)
		if comes {
			v.Inputs.Rollups = append(v.Inputs.Rollups, r)
		}
		if comes || known && w.chance(6) {
			bring(avs.SquadSet(r.Index))
			bring(avs.MachSet(r.Index))
		}
		if (comes || known && !in.Stopped) && w.chance(2) {
			v.Inputs.Inboxes = append(v.Inputs.Inboxes, avs.InboxHead{Rollup: r.ID, Count: in.Inbox.Count + 1 + w.rng.Uint64N(12)})
		}
		if known && w.chance(60) {
			v.Inputs.Stopped = append(v.Inputs.Stopped, r.ID)
		}
	}
	slices.SortFunc(v.Sets, func(a, b *avs.OperatorSet) int { return int(a.ID()) - int(b.ID()) })
	slices.SortFunc(v.Inputs.Rollups, func(a, b avs.Rollup) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	slices.SortFunc(v.Inputs.Inboxes, func(a, b avs.InboxHead) int { return bytes.Compare(a.Rollup[:], b.Rollup[:]) })
	c := &avs.CertifiedL1View{View: v}
	if w.chance(10) {
		c.Signature[0] = 1
	}
	w.pool = append(w.pool, avs.Tx{L1View: c})
}

func (w *world) sendList() {
	r := w.rollups[w.rng.IntN(len(w.rollups))]
	slot := r.Slots.SlotAt(w.millis) - uint64(w.rng.IntN(4))
	if plan, ok := w.replicas[0].At(w.millis).Plan(r.ID, r.Slots.Window(slot)); ok {
		w.pool = append(w.pool, w.List(r, plan.Epoch, slot, w.Operators[w.rng.IntN(len(w.Operators))], common.Hash{byte(slot)}))
	}
}

func (w *world) sendUnjail() {
	for _, r := range w.rollups {
		list, _ := w.replicas[0].At(w.millis).Liveness(r.ID)
		for _, m := range list {
			if m.Jailed && w.chance(2) {
				i := slices.IndexFunc(w.Operators, func(o fixture.Operator) bool { return o.ID == m.Operator })
				w.pool = append(w.pool, w.Unjail(r, m.Window, w.Operators[i]))
			}
		}
	}
}

// sendBatch adds a batch of a leader that mostly does what it should.
func (w *world) sendBatch() {
	st := w.replicas[0].At(w.millis)
	r := w.rollups[min(w.rng.IntN(len(w.rollups)), w.rng.IntN(len(w.rollups)))] // mostly the first, so that it gets somewhere
	tip, known := st.Tip(r.ID)
	if !known {
		return
	}
	if built := w.built[r.ID]; len(built) > 0 && w.chance(5) {
		tip = built[max(0, len(built)-1-w.rng.IntN(3))]
	}
	slot := max(tip.Slot+1, r.Slots.SlotAt(w.millis)-uint64(w.rng.IntN(8)))
	plan, ok := st.Plan(r.ID, r.Slots.Window(slot))
	if !ok {
		return
	}
	rank, squad := uint32(max(0, w.rng.IntN(8)-5)), st.PlanSet(r.ID, plan)
	schedule := avs.NewSchedule(r.Slots, squad, plan)
	for rank+1 < schedule.Ranks() && w.lazy[squad.Member(schedule.Leader(squad, slot, rank)).Operator] {
		rank++
	}
	h := w.Header(r, squad, tip, slot, rank, fmt.Sprint(w.rng.IntN(2)))
	h.Timestamp = tip.Timestamp + 1
	in, _ := st.Inputs(r.ID)
	h.L1Number = in.L1Number
	due := uint64(0)
	for _, d := range in.Due {
		if d.Millis <= r.Slots.StartMillis(slot, rank) {
			due = d.Count
		}
	}
	least, most := max(tip.Inbox, min(due, tip.Inbox+avs.MaxInboxPerBatch)), min(max(in.Inbox.Count, tip.Inbox), tip.Inbox+avs.MaxInboxPerBatch)
	h.Inbox = least
	if most > least && w.chance(3) {
		h.Inbox += w.rng.Uint64N(most - least + 1)
	}
	w.spoil(&h)
	w.pool = append(w.pool, trusted(st, r, h))
	w.built[r.ID] = append(w.built[r.ID], fixture.TipOf(h))
}

func (w *world) spoil(h *avs.BatchHeader) {
	switch w.rng.IntN(30) {
	case 0:
		h.Number++
	case 1:
		h.ParentHash = common.Hash{1}
	case 2:
		h.Timestamp += 200
	case 3:
		h.Epoch++
	case 4:
		h.Slot += 30
	case 5:
		h.BodySize = avs.MaxBodySize + 1
	case 6:
		h.L1Number += uint64(w.rng.IntN(3)) - 1
	case 7, 8:
		h.Inbox -= min(h.Inbox, 1)
	case 9:
		h.Inbox += 17
	}
}

// block lets a random proposer order what reached it; every replica follows, and one of them is restarted first.
func (w *world) block() {
	w.height++
	switch w.rng.IntN(40) {
	case 0:
		w.millis += 600_000
	case 1, 2:
		w.millis += w.rng.Uint64N(20_000)
	default:
		w.millis += 1 + w.rng.Uint64N(800)
	}
	w.replicas[1] = w.restarted(w.replicas[1])
	for range w.rng.IntN(8) {
		if len(w.pool) > 0 {
			i := max(0, len(w.pool)-1-w.rng.IntN(10))
			tx := w.pool[i]
			if !w.chance(4) {
				w.pool = slices.Delete(w.pool, i, i+1)
			}
			w.order(tx)
		}
	}
	if len(w.dead) > 0 {
		err := w.replicas[0].Check(trusting{}, w.dead[w.rng.IntN(len(w.dead))], w.millis)
		require.ErrorIs(w.t, err, state.ErrVoid, "what was void stays void")
	}
	require.Equal(w.t, w.replicas[0].Encode(), w.replicas[1].Encode())
}

func (w *world) restarted(st *state.State) *state.State {
	back, err := state.Decode(st.Encode(), lookupIn(append(st.Sets(), st.Earlier()...)))
	require.NoError(w.t, err)
	return back
}

func (w *world) order(tx avs.Tx) {
	before := w.replicas[0].Hash()
	var kinds []string
	for k, st := range w.replicas {
		checked := classify(st.Check(trusting{}, tx, w.millis))
		var jailed map[planKey]map[avs.OperatorID]bool
		if checked == "applied" && k == 0 {
			jailed = w.jailed(st)
		}
		effects, err := st.Apply(trusting{}, tx, w.height, w.millis)
		require.Equal(w.t, checked, classify(err))
		kinds = append(kinds, checked)
		if k > 0 {
			continue
		}
		require.Equal(w.t, err != nil, st.Hash() == before, "the hash changes exactly when something applies")
		switch {
		case err == nil:
			w.applied = append(w.applied, applied{tx, w.height, w.millis})
			w.look(effects, jailed)
		case tx.Batch != nil && errorIs(err, state.ErrVoid):
			w.dead = append(w.dead, tx)
		}
	}
	w.happened[kinds[0]]++
	require.Equal(w.t, kinds[0], kinds[1])
}

func (w *world) jailed(st *state.State) map[planKey]map[avs.OperatorID]bool {
	jailed := map[planKey]map[avs.OperatorID]bool{}
	for _, r := range w.rollups {
		of := map[avs.OperatorID]bool{}
		list, _ := st.Liveness(r.ID)
		for _, m := range list {
			of[m.Operator] = m.Jailed
		}
		jailed[planKey{rollup: r.ID}] = of
	}
	return jailed
}

// look checks what an applied transaction left behind.
func (w *world) look(e state.Effects, jailed map[planKey]map[avs.OperatorID]bool) {
	st := w.replicas[0]
	for _, r := range st.Rollups() {
		w.lookAtPlans(st, r)
		w.lookAtJail(st, r, jailed[planKey{rollup: r.ID}])
	}
	switch {
	case e.Batch != nil:
		w.lookAtBatch(st, e.Batch.Header.Header)
	case e.View != nil:
		v := e.View.View
		w.views[v.Number] = true
		for _, head := range v.Inputs.Inboxes {
			w.inboxes[head.Rollup] = append(w.inboxes[head.Rollup], grown{v.Number, head.Count, w.millis})
		}
		w.happened["rollups"] += len(v.Inputs.Rollups)
		w.happened["stopped"] += len(v.Inputs.Stopped)
	case e.List != nil:
		w.happened["lists"]++
		require.LessOrEqual(w.t, len(st.Lists(e.List.List.List.Rollup, w.millis)), state.MaxLists)
	}
}

// lookAtPlans wants a plan of the window of now and of the next, none after it, each as it was first seen, with two thirds of
// the weight active.
func (w *world) lookAtPlans(st *state.State, r avs.Rollup) {
	window := r.Slots.Window(r.Slots.SlotAt(w.millis))
	_, ok := st.Plan(r.ID, window+2)
	require.False(w.t, ok)
	for _, x := range []uint64{window - min(window, 2), window - min(window, 1), window, window + 1} {
		plan, ok := st.Plan(r.ID, x)
		if !ok && x < window { // before its first
			continue
		}
		require.True(w.t, ok)
		key := planKey{r.ID, x}
		if first, seen := w.plans[key]; seen {
			require.Equal(w.t, first, plan, "a plan stands")
		}
		w.plans[key] = plan
		set := st.PlanSet(r.ID, plan)
		require.NotNil(w.t, set)
		total, off := set.TotalWeight(), set.WeightOf(plan.Jailed)
		require.True(w.t, set.Quorum(*total.Sub(&total, &off)), "two thirds are active")
		if plan.Jailed != nil {
			w.happened["plans with jail"]++
		}
	}
}

// lookAtJail wants everybody who is newly in jail to have missed more than it led.
func (w *world) lookAtJail(st *state.State, r avs.Rollup, before map[avs.OperatorID]bool) {
	window := r.Slots.Window(r.Slots.SlotAt(w.millis))
	c := w.counts[r.ID]
	list, ok := st.Liveness(r.ID)
	require.True(w.t, ok)
	for _, m := range list {
		if m.Jailed && !before[m.Operator] && c != nil {
			had := c.of[m.Operator]
			require.NotNil(w.t, had)
			require.True(w.t, had.Missed > had.Led && had.Missed >= state.MinMissed && m.Window == c.window && window > c.window)
			w.happened["jailed"]++
		}
	}
	if c == nil || window > c.window {
		w.counts[r.ID] = &tally{window, map[avs.OperatorID]*avs.MemberLiveness{}}
	}
}

func (w *world) lookAtBatch(st *state.State, h avs.BatchHeader) {
	i := slices.IndexFunc(w.rollups, func(r avs.Rollup) bool { return r.ID == h.Rollup })
	r, last, first := w.rollups[i], w.tips[h.Rollup], w.tips[h.Rollup].Number == 0
	if first {
		last.BlockHash = r.GenesisHash
	}
	require.Equal(w.t, last.Number+1, h.Number, "no gap")
	require.Equal(w.t, last.BlockHash, h.ParentHash, "parent-linked")
	require.True(w.t, first || h.Slot > last.Slot, "one digest a slot, slots rise")
	require.True(w.t, w.views[h.L1Number] && h.L1Number >= last.L1Number, "an L1 view, none before the last")
	due, known := uint64(0), uint64(0)
	for _, g := range w.inboxes[h.Rollup] {
		if g.millis+r.ForceMillis <= r.Slots.StartMillis(h.Slot, h.Rank) {
			due = g.count
		}
		if g.view <= h.L1Number {
			known = g.count
		}
	}
	require.True(w.t, h.Inbox >= min(due, last.Inbox+avs.MaxInboxPerBatch), "what is due is taken")
	require.True(w.t, h.Inbox >= last.Inbox && h.Inbox <= max(known, last.Inbox) && h.Inbox-last.Inbox <= avs.MaxInboxPerBatch)
	if due > last.Inbox {
		w.happened["forced"]++
	}
	w.tips[h.Rollup] = h
	if in, _ := st.Inputs(h.Rollup); in.Stopped {
		w.happened["emptied"]++ // the last message that was waited for: there are no plans any more
		return
	}

	plan, ok := st.Plan(h.Rollup, r.Slots.Window(h.Slot))
	require.True(w.t, ok)
	require.Equal(w.t, plan.Epoch, h.Epoch)
	squad := st.PlanSet(h.Rollup, plan)
	schedule := avs.NewSchedule(r.Slots, squad, plan)
	of := w.counts[h.Rollup].of
	for rank := range h.Rank + 1 {
		operator := squad.Member(schedule.Leader(squad, h.Slot, rank)).Operator
		if of[operator] == nil {
			of[operator] = &avs.MemberLiveness{Operator: operator}
		}
		if rank == h.Rank {
			of[operator].Led++
		} else {
			of[operator].Missed++
		}
	}
	list, _ := st.Liveness(h.Rollup)
	for _, m := range list {
		if had := of[m.Operator]; had != nil {
			require.Equal(w.t, [2]uint64{had.Led, had.Missed}, [2]uint64{m.Led, m.Missed})
		}
	}
	w.happened["batches"]++
}

// replay runs what was applied again, from the genesis and from a snapshot in its middle. All ends are equal, and so are all
// schedules that follow from them.
func (w *world) replay() {
	fresh, err := state.New(w.Genesis)
	require.NoError(w.t, err)
	middle := w.rng.IntN(len(w.applied) + 1)
	snapshot := fresh
	for i, a := range w.applied {
		if i == middle {
			snapshot = w.restarted(fresh)
		}
		_, err := fresh.Apply(trusting{}, a.tx, a.height, a.millis)
		require.NoError(w.t, err)
	}
	for _, a := range w.applied[min(middle, len(w.applied)):] {
		if snapshot == fresh {
			break
		}
		_, err := snapshot.Apply(trusting{}, a.tx, a.height, a.millis)
		require.NoError(w.t, err)
	}
	require.Equal(w.t, w.replicas[0].Encode(), fresh.Encode())
	require.Equal(w.t, w.replicas[0].Encode(), snapshot.Encode())
}

func TestRandomSequencing(t *testing.T) {
	b, histories, happened := newBank(t), uint64(1000), map[string]int{}
	if raceDetector {
		histories = 100
	}
	for seed := range histories {
		w := newWorld(t, b, seed)
		for range 32 {
			for range w.rng.IntN(5) {
				w.send()
			}
			w.block()
		}
		w.replay()
		for what, n := range w.happened {
			happened[what] += n
		}
	}
	t.Logf("%d histories: %v", histories, happened)
	kinds := []string{"applied", "void", "early", "gap", "batches", "forced", "rollups", "stopped", "emptied", "lists"}
	if !raceDetector { // in few histories nobody may miss enough
		kinds = append(kinds, "jailed", "plans with jail")
	}
	for _, what := range kinds {
		require.Positive(t, happened[what], what)
	}
}
