package squad

import (
	"bytes"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// schedules tells who leads. Consensus fixes the plan of a window, with the epoch of the set whose members lead it, one
// window ahead; so the set of a slot is not always the one in force. A plan may be unknown for a moment: then nobody leads,
// and who needs it asks again. What was drawn last is kept, since every message and every decision asks for one of a few.
type schedules struct {
	rollup avs.RollupID
	set    avs.SetID
	params avs.SlotParams
	plans  avs.Sequencing
	sets   avs.OperatorSets

	mu    sync.Mutex
	drawn map[uint64]*turn // by window
}

// turn is one window: its plan, the set of the plan's epoch, and the schedule drawn from both.
type turn struct {
	plan     avs.SchedulePlan
	set      *avs.OperatorSet
	schedule *avs.Schedule
	settled  bool // the plan stands; else an honest member may have another
}

// keptSchedules covers the windows around now.
const keptSchedules = 16

// at is the turn of a slot's window; nil if consensus has not fixed its plan, or its set is not known here.
func (s *schedules) at(slot uint64) *turn {
	plan, ok := s.plans.Plan(s.rollup, s.params.Window(slot))
	if !ok {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	settled := s.plans.Settled(s.rollup, plan.Window)
	if t := s.drawn[plan.Window]; t != nil && t.settled == settled && samePlan(t.plan, plan) {
		return t
	}
	set, ok := s.sets.At(s.set, plan.Epoch)
	if !ok {
		return nil
	}
	if s.drawn == nil || len(s.drawn) >= keptSchedules {
		s.drawn = map[uint64]*turn{}
	}
	t := &turn{plan, set, avs.NewSchedule(s.params, set, plan), settled}
	s.drawn[plan.Window] = t
	return t
}

func samePlan(a, b avs.SchedulePlan) bool {
	return a.Window == b.Window && a.Epoch == b.Epoch && a.Seed == b.Seed && bytes.Equal(a.Jailed, b.Jailed)
}

// leader is the member of the turn's set that leads a slot at a rank, or -1.
func (t *turn) leader(slot uint64, rank uint32) int {
	if t == nil {
		return -1
	}
	return t.schedule.Leader(t.set, slot, rank)
}

// ladder are the leaders of a slot by rank.
func (t *turn) ladder(slot uint64) []avs.OperatorID {
	if t == nil {
		return nil
	}
	out := make([]avs.OperatorID, t.schedule.Ranks())
	for rank := range out {
		out[rank] = t.set.Member(t.leader(slot, uint32(rank))).Operator
	}
	return out
}

// random is the prevRandao of the block of a slot, and whether it stands; not known if its window has no plan.
func (s *schedules) random(slot uint64) (random common.Hash, settled, known bool) {
	window := s.params.Window(slot)
	plan, ok := s.plans.Plan(s.rollup, window)
	if !ok {
		return common.Hash{}, false, false
	}
	return plan.Random(slot), s.plans.Settled(s.rollup, window), true
}

// contradicts reports whether the plan of a slot is known, and of another epoch: then no batch of this one is ordered.
func (s *schedules) contradicts(slot uint64, epoch avs.Epoch) bool {
	plan, ok := s.plans.Plan(s.rollup, s.params.Window(slot))
	return ok && plan.Epoch != epoch
}
