package state_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
)

// windowMillis is the length of the fixture's windows.
const windowMillis = 250 * 8 * 30

// start is when a window of the rollup begins.
func (b *bed) start(window uint64) uint64 {
	return b.rollup.Slots.GenesisMillis + window*windowMillis
}

func (b *bed) planAt(millis, window uint64) avs.SchedulePlan {
	b.t.Helper()
	plan, ok := b.st.At(millis).Plan(b.rollup.ID, window)
	require.True(b.t, ok, "window %d at %d", window, millis)
	return plan
}

// A plan is fixed when consensus time first passes the beginning of the window before it, and then stands.
func TestPlansAreFixedOneWindowAhead(t *testing.T) {
	b := newBed(t)
	known := func(millis, window uint64) bool { _, ok := b.st.At(millis).Plan(b.rollup.ID, window); return ok }
	require.True(t, known(now, 0))
	require.True(t, known(now, 1))
	require.False(t, known(now, 2))
	require.False(t, known(b.start(1)-1, 2))
	require.True(t, known(b.start(1), 2))
	require.False(t, known(b.start(1), 3))
	require.True(t, known(b.start(3), 0), "old slots may still be ordered")
	require.False(t, known(b.start(4), 0))
	require.True(t, known(b.start(1000), 1001), "after a long halt")
	require.False(t, known(b.start(1000), 1002))
	_, ok := b.st.Plan(avs.RollupID{}, 0)
	require.False(t, ok)

	// The set of a plan is the one in force when it was fixed.
	b.view(b.start(1), 11, avs.L1Inputs{Randao: common.Hash{9}}, nil, b.Set(avs.SquadSet(b.rollup.Index), 2, b.Operators[:2]))
	fixed := b.planAt(b.start(1), 2)
	require.Equal(t, avs.Epoch(1), fixed.Epoch)
	require.Equal(t, avs.Epoch(2), b.planAt(b.start(2), 3).Epoch)
	require.Equal(t, fixed, b.planAt(b.start(3), 2), "it stands")
	require.Len(t, b.st.Earlier(), 1, "the set of its plans is kept")
	require.Equal(t, b.squad.Hash(), b.st.PlanSet(b.rollup.ID, fixed).Hash())
	for w := uint64(2); w <= 6; w++ {
		b.do(b.start(w), b.Reveal(b.start(w)/avs.BeaconMillis-now/avs.BeaconMillis, b.st.Ordering(), b.Operators[0]), nil)
		require.Equal(t, w <= 5, len(b.st.Earlier()) == 1, "window %d", w)
	}
	require.Nil(t, b.st.PlanSet(b.rollup.ID, fixed))
}

// A batch is led by the set of its slot's plan, and by no other.
func TestBatchesOfThePlansSet(t *testing.T) {
	b := newBed(t)
	next := b.Set(avs.SquadSet(b.rollup.Index), 2, b.Operators[:2])
	b.view(now, 11, avs.L1Inputs{}, nil, next)
	slots := b.rollup.Slots.SpanSlots * b.rollup.Slots.WindowSpans
	for name, c := range map[string]struct {
		window uint64
		set    *avs.OperatorSet
		want   error
	}{
		"set that is over, its plan": {1, b.squad, nil},
		"set in force, no plan yet":  {1, next, state.ErrVoid},
		"set in force, its plan":     {2, next, nil},
		"set that is over, no plan":  {2, b.squad, state.ErrVoid},
	} {
		t.Run(name, func(t *testing.T) {
			millis := b.start(c.window)
			plan := b.planAt(millis, c.window)
			h := b.Header(b.rollup, c.set, b.tip(), c.window*slots, 0, "")
			requireKind(t, c.want, b.st.Check(state.Direct, b.Sign(h, b.Leader(b.rollup, c.set, plan, h.Slot, 0), c.set), millis))
		})
	}
	h := b.Header(b.rollup, b.squad, b.tip(), 3*slots, 0, "")
	requireKind(t, state.ErrTooEarly, b.st.Check(trusting{}, trusted(b.st, b.rollup, h), b.start(1)))
}

// Whoever misses more slots than it leads is jailed from the next plan to be fixed on, until it asks to be let out.
func TestJail(t *testing.T) {
	b := newBed(t)
	plan := b.planAt(now, 0)
	schedule := avs.NewSchedule(b.rollup.Slots, b.squad, plan)
	lazy, missed := schedule.Leader(b.squad, b.nowSlot, 0), 0
	for slot := b.nowSlot; missed < state.MinMissed; slot++ {
		rank := uint32(0)
		if schedule.Leader(b.squad, slot, 0) == lazy {
			rank, missed = 1, missed+1
		}
		b.trustedBatch(slot, rank)
	}
	operator := b.squad.Member(lazy).Operator
	liveness := func(millis uint64) avs.MemberLiveness {
		list, ok := b.st.At(millis).Liveness(b.rollup.ID)
		require.True(t, ok)
		require.Len(t, list, 4)
		return list[lazy]
	}
	require.Equal(t, avs.MemberLiveness{Operator: operator, Missed: state.MinMissed}, liveness(b.start(1)-1))
	require.Equal(t, avs.MemberLiveness{Operator: operator, Jailed: true}, liveness(b.start(1)))
	require.Nil(t, b.planAt(b.start(1), 1).Jailed, "that plan was fixed before")
	jailed := b.planAt(b.start(1), 2).Jailed
	require.Equal(t, avs.NewBitmap(4).With(lazy), jailed)
	require.Equal(t, jailed, b.planAt(b.start(5), 6).Jailed, "it stays")

	out := b.Unjail(b.rollup, 0, b.ByConsensus(b.squad.ConsensusAddress(lazy)))
	other := b.ByConsensus(b.squad.ConsensusAddress((lazy + 1) % 4))
	mine := b.ByConsensus(b.squad.ConsensusAddress(lazy))
	forged := b.Unjail(b.rollup, 0, other)
	forged.Unjail.Unjail.Operator = operator
	for name, c := range map[string]struct {
		millis uint64
		tx     avs.Tx
		want   error
	}{
		"as it should be":         {b.start(1), out, nil},
		"in another window":       {b.start(7), out, nil},
		"before the window ended": {b.start(1) - 1, out, state.ErrTooEarly},
		"not jailed":              {b.start(1), b.Unjail(b.rollup, 0, other), state.ErrVoid},
		"window of another jail":  {b.start(2), b.Unjail(b.rollup, 1, mine), state.ErrVoid},
		"window to come":          {b.start(1), b.Unjail(b.rollup, 1, mine), state.ErrTooEarly},
		"another's signature":     {b.start(1), forged, state.ErrVoid},
		"stranger":                {b.start(1), b.Unjail(b.rollup, 0, fixture.NewOperator(99)), state.ErrVoid},
		"unknown rollup":          {b.start(1), b.Unjail(avs.Rollup{}, 0, mine), state.ErrVoid},
	} {
		t.Run(name, func(t *testing.T) {
			requireKind(t, c.want, b.st.Check(state.Direct, c.tx, c.millis))
		})
	}
	b.do(b.start(1), out, nil)
	require.False(t, liveness(b.start(1)).Jailed)
	require.Equal(t, jailed, b.planAt(b.start(1), 2).Jailed, "that plan stands")
	require.Nil(t, b.planAt(b.start(2), 3).Jailed)
	b.do(b.start(1), out, state.ErrVoid)
}

// One miss fewer, or as many slots led as missed, jails nobody.
func TestJailNeedsMisses(t *testing.T) {
	for name, c := range map[string]struct{ led, missed int }{
		"one too few":            {0, state.MinMissed - 1},
		"as many led as missed":  {state.MinMissed, state.MinMissed},
		"one more missed":        {state.MinMissed, state.MinMissed + 1},
		"many, but fewer missed": {12, 11},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBed(t)
			schedule := avs.NewSchedule(b.rollup.Slots, b.squad, b.planAt(now, 0))
			lazy, led, missed := schedule.Leader(b.squad, b.nowSlot, 0), c.led, c.missed
			for slot := b.nowSlot; led+missed > 0; slot++ {
				leads, second := schedule.Leader(b.squad, slot, 0), schedule.Leader(b.squad, slot, 1)
				switch {
				case leads == lazy && missed > 0:
					b.trustedBatch(slot, 1)
					missed--
				case leads == lazy && led > 0:
					b.trustedBatch(slot, 0)
					led--
				case second == lazy && led > 0:
					b.trustedBatch(slot, 1) // standing in counts too
					led--
				}
			}
			list, _ := b.st.At(b.start(1)).Liveness(b.rollup.ID)
			require.Equal(t, c.missed > c.led && c.missed >= state.MinMissed, list[lazy].Jailed)
		})
	}
}

// Two thirds of the stake stay active whatever happens: not all of the lazy are jailed, and when the set changes so that
// too much would be in jail, the first who went in comes out.
func TestTwoThirdsStayActive(t *testing.T) {
	b := newBed(t)
	schedule := avs.NewSchedule(b.rollup.Slots, b.squad, b.planAt(now, 0))
	missed := map[int]int{}
	for slot := b.nowSlot; slot < b.rollup.Slots.SlotAt(b.start(1)); slot += 2 {
		missed[schedule.Leader(b.squad, slot, 0)]++
		missed[schedule.Leader(b.squad, slot, 1)]++
		b.trustedBatch(slot, 2)
	}
	list, _ := b.st.At(b.start(1)).Liveness(b.rollup.ID)
	var in []avs.OperatorID
	for i, m := range list {
		if m.Jailed {
			in = append(in, m.Operator)
			for j := range list {
				require.True(t, missed[j] <= missed[i], "those with most misses first")
			}
		}
	}
	require.Len(t, in, 1, "a second of four would leave half")

	members := make([]avs.Member, len(b.Operators))
	for i, o := range b.Operators {
		members[i] = o.Member(100)
		if o.ID == in[0] {
			members[i].Weight = *uint256.NewInt(151) // 300 of 451 are less than two thirds
		}
	}
	heavy, err := avs.NewOperatorSet(avs.SquadSet(b.rollup.Index), 2, members)
	require.NoError(t, err)
	b.view(b.start(1), 11, avs.L1Inputs{}, nil, heavy)
	require.NotNil(t, b.planAt(b.start(1), 2).Jailed)
	require.Nil(t, b.planAt(b.start(2), 3).Jailed)
	list, _ = b.st.At(b.start(2)).Liveness(b.rollup.ID)
	for _, m := range list {
		require.False(t, m.Jailed)
	}
}

// In more than ten thousand windows of plans that consensus fixed, with members in jail and sets that change, each active
// member has the floor or the ceiling of its share of seats.
func TestSeatsOfFixedPlans(t *testing.T) {
	n := fixture.New(7, 4, now)
	for i := range n.Genesis.Rollups {
		n.Genesis.Rollups[i].Slots.SpanSlots, n.Genesis.Rollups[i].Slots.WindowSpans = 1, 13+uint64(i)
	}
	st, err := state.New(n.Genesis)
	require.NoError(t, err)
	windows, withJail := 0, 0
	next := map[avs.RollupID]uint64{}
	for _, r := range n.Genesis.Rollups {
		next[r.ID] = r.Slots.Window(r.Slots.SlotAt(now))
	}
	for step := uint64(0); windows < 10_000; step++ {
		millis := now + step*3000
		order(t, n, st, n.Genesis.Rollups[step%4], millis)
		if step%50 == 0 {
			changeSets(t, n, st, step, millis)
		}
		for _, r := range n.Genesis.Rollups {
			for ; ; next[r.ID]++ {
				plan, ok := st.Plan(r.ID, next[r.ID])
				if !ok && next[r.ID] > r.Slots.Window(r.Slots.SlotAt(millis)) {
					break
				}
				require.True(t, ok, "no window is left out")
				requireFairSeats(t, r.Slots, st.PlanSet(r.ID, plan), plan)
				windows++
				if plan.Jailed != nil {
					withJail++
				}
			}
		}
	}
	t.Logf("%d windows, %d of them with members in jail", windows, withJail)
	require.Greater(t, withJail, 1000)
}

// order orders a batch of a rank after the first, so that there are misses.
func order(t *testing.T, n *fixture.Network, st *state.State, r avs.Rollup, millis uint64) {
	t.Helper()
	for slot := r.Slots.SlotAt(millis) - 8; slot <= r.Slots.SlotAt(millis)-4; slot++ {
		rolled := st.At(millis)
		tip, _ := st.Tip(r.ID)
		plan, ok := rolled.Plan(r.ID, r.Slots.Window(slot))
		if !ok {
			continue // before the first
		}
		h := n.Header(r, rolled.PlanSet(r.ID, plan), tip, slot, 1, "")
		if slot <= tip.Slot || h.Timestamp > millis/1000+avs.MaxTimestampLead {
			continue
		}
		h.L1Number, _ = st.L1()
		_, err := st.Apply(trusting{}, trusted(rolled, r, h), 1, millis)
		require.NoError(t, err)
	}
}

// changeSets brings other weights to every SQUAD set.
func changeSets(t *testing.T, n *fixture.Network, st *state.State, step, millis uint64) {
	t.Helper()
	number, _ := st.L1()
	v := avs.L1View{Number: number + 1, Inputs: avs.L1Inputs{Randao: common.Hash{byte(step)}}}
	for i := range uint32(4) {
		members := make([]avs.Member, 0, len(n.Operators))
		for k, o := range n.Operators {
			members = append(members, o.Member(1+(step*uint64(k+1)*uint64(i+3))%97))
		}
		set, err := avs.NewOperatorSet(avs.SquadSet(i), st.Set(avs.SquadSet(i)).Epoch()+1, members)
		require.NoError(t, err)
		v.Sets = append(v.Sets, set)
	}
	_, err := st.Apply(trusting{}, avs.Tx{L1View: &avs.CertifiedL1View{View: v}}, 1, millis)
	require.NoError(t, err)
}

func requireFairSeats(t *testing.T, p avs.SlotParams, set *avs.OperatorSet, plan avs.SchedulePlan) {
	t.Helper()
	schedule := avs.NewSchedule(p, set, plan)
	seats := make([]int64, set.Len())
	for span := range p.WindowSpans {
		seats[schedule.Leader(set, (plan.Window*p.WindowSpans+span)*p.SpanSlots, 0)]++
	}
	total, jailed := set.TotalWeight(), set.WeightOf(plan.Jailed)
	active := new(big.Int).Sub(total.ToBig(), jailed.ToBig())
	require.True(t, new(big.Int).Mul(active, big.NewInt(3)).Cmp(new(big.Int).Mul(total.ToBig(), big.NewInt(2))) >= 0, "two thirds are active")
	for i, got := range seats {
		weight := set.Member(i).Weight
		floor, rest := new(big.Int).DivMod(new(big.Int).Mul(weight.ToBig(), new(big.Int).SetUint64(p.WindowSpans)), active, new(big.Int))
		if plan.Jailed.Has(i) {
			floor, rest = new(big.Int), new(big.Int)
		}
		least := floor.Int64()
		if most := least + int64(rest.Sign()); got < least || got > most {
			t.Fatal(fmt.Sprintf("member %d has %d seats in window %d, want %d to %d", i, got, plan.Window, least, most))
		}
	}
}
