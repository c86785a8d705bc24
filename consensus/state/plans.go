package state

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// maxPastPlans bounds the plans of past windows that are kept; with the default parameters three are enough for
// MaxSlotAgeMillis.
const maxPastPlans = 64

// window is the window of now, as of the last transaction that applied.
func (r *rollup) window() uint64 { return r.Plans[len(r.Plans)-1].Window - 1 }

func (r *rollup) windowAt(millis uint64) uint64 {
	p := r.Params.Slots
	return p.Window(p.SlotAt(millis))
}

// windowStart is when a window begins, Unix milliseconds.
func windowStart(p avs.SlotParams, window uint64) uint64 {
	return p.GenesisMillis + window*windowMillis(p)
}

func windowMillis(p avs.SlotParams) uint64 { return p.SlotMillis * p.SpanSlots * p.WindowSpans }

// oldestPlan is the first window whose plan is kept: batches of its slots may still be ordered.
func oldestPlan(p avs.SlotParams, window uint64) uint64 {
	return window - min(window, maxPastPlans, MaxSlotAgeMillis/windowMillis(p)+1)
}

// firstPlans begins the schedule of a rollup in the window of a time.
func (s *State) firstPlans(r *rollup, timeMillis uint64) {
	window := r.windowAt(timeMillis)
	r.Plans = []avs.SchedulePlan{s.plan(r, window, s.beacon.Value), s.plan(r, window+1, s.beacon.Value)}
}

// plan is that of a window of the set in force.
func (s *State) plan(r *rollup, window uint64, value common.Hash) avs.SchedulePlan {
	squad := s.Set(avs.SquadSet(r.Params.Index))
	return avs.SchedulePlan{
		Window: window, Epoch: squad.Epoch(), Seed: avs.PlanSeed(value, r.Params.ID, window), Jailed: jailedOf(squad, r.Jail),
	}
}

// rollWindows goes on to the window of a time: who missed too much in the one that ended is jailed, and the plan of each
// window that comes after one which has begun is fixed with the beacon as it was when that began.
func (s *State) rollWindows(r *rollup, timeMillis uint64) {
	last, now := r.window(), r.windowAt(timeMillis)
	s.judge(r, last)
	oldest := oldestPlan(r.Params.Slots, now)
	var plans []avs.SchedulePlan
	for _, p := range r.Plans {
		if p.Window >= oldest {
			plans = append(plans, p)
		}
	}
	open, ended := s.beacon.Value, s.beacon.next(s.l1.Randao)
	for window := max(last+2, oldest); window <= now+1; window++ {
		value := open
		if s.rounds.at(windowStart(r.Params.Slots, window-1)) > s.beacon.Round {
			value = ended
		}
		plans = append(plans, s.plan(r, window, value))
	}
	r.Plans = plans
}

// planOf is the plan of a window that is kept.
func (r *rollup) planOf(window uint64) (avs.SchedulePlan, bool) {
	if len(r.Plans) == 0 || window < r.Plans[0].Window || window-r.Plans[0].Window >= uint64(len(r.Plans)) {
		return avs.SchedulePlan{}, false
	}
	return r.Plans[window-r.Plans[0].Window], true
}

// Plan is what the schedule of a window is drawn from: of the last few windows, the one of now and the next.
func (s *State) Plan(rollup avs.RollupID, window uint64) (avs.SchedulePlan, bool) {
	if r := s.rollup(rollup); r != nil {
		return r.planOf(window)
	}
	return avs.SchedulePlan{}, false
}

// PlanSet is the SQUAD set that a plan of a rollup is of.
func (s *State) PlanSet(rollup avs.RollupID, plan avs.SchedulePlan) *avs.OperatorSet {
	if r := s.rollup(rollup); r != nil {
		return s.setAt(avs.SquadSet(r.Params.Index), plan.Epoch)
	}
	return nil
}
