package squad

import (
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// schedules keeps the windows drawn last: every message and every decision asks for one of a few.
type schedules struct {
	rollup avs.RollupID
	params avs.SlotParams
	plans  avs.Sequencing

	mu    sync.Mutex
	drawn map[scheduleKey]*avs.Schedule
}

type scheduleKey struct {
	set    common.Hash
	seed   common.Hash
	window uint64
}

// keptSchedules covers the windows around now for the sets of two epochs.
const keptSchedules = 16

// of is the schedule of a slot's window; nil if consensus has fixed none, or one of another epoch than the set's.
func (s *schedules) of(set *avs.OperatorSet, slot uint64) *avs.Schedule {
	plan, ok := s.plans.Plan(s.rollup, s.params.Window(slot))
	if !ok || plan.Epoch != set.Epoch() {
		return nil
	}
	key := scheduleKey{set.Hash(), plan.Seed, plan.Window}
	s.mu.Lock()
	defer s.mu.Unlock()
	if drawn := s.drawn[key]; drawn != nil {
		return drawn
	}
	if s.drawn == nil || len(s.drawn) >= keptSchedules {
		s.drawn = map[scheduleKey]*avs.Schedule{}
	}
	drawn := avs.NewSchedule(s.params, set, plan)
	s.drawn[key] = drawn
	return drawn
}

// leader is the member that leads a slot at a rank, or -1.
func (s *schedules) leader(set *avs.OperatorSet, slot uint64, rank uint32) int {
	if schedule := s.of(set, slot); schedule != nil {
		return schedule.Leader(set, slot, rank)
	}
	return -1
}

// random is the prevRandao of the block of a slot; zero if its window has no plan.
func (s *schedules) random(slot uint64) common.Hash {
	plan, ok := s.plans.Plan(s.rollup, s.params.Window(slot))
	if !ok {
		return common.Hash{}
	}
	return plan.Random(slot)
}
