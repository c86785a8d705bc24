package state

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// What a transaction that does not apply is.
var (
	// ErrVoid marks a transaction that can never apply to this chain again: it is dropped.
	ErrVoid = errors.New("transaction is void")
	// ErrNotYet marks one that may apply later. It is always one of the two below.
	ErrNotYet = errors.New("transaction does not apply yet")
	// ErrTooEarly is cured by time alone.
	ErrTooEarly = fmt.Errorf("%w: too early", ErrNotYet)
	// ErrGap is cured only by another transaction that comes before it.
	ErrGap = fmt.Errorf("%w: a predecessor is missing", ErrNotYet)
)

// MaxGap bounds how many block numbers ahead of the tip a batch may be and still count as not yet rather than void.
const MaxGap = 64

// MaxSlotAgeMillis is how long after its slot began a batch may still be ordered. It bounds for how long the bodies of
// batches that were not ordered have to be kept, and how many past slots wait for a leader after a halt. Leaders give up
// their batches sooner.
const MaxSlotAgeMillis = 120_000

// State is what consensus agrees on after a block. Its hash changes only when a transaction was applied: what time alone
// brings (the beacon, plans, jail) is worked out when the next one applies. Slices are never changed in place, so that
// clones may share them.
type State struct {
	domain  avs.Domain
	genesis common.Hash
	rounds  rounds
	beacon  beacon
	l1      l1Views
	sets    []*avs.OperatorSet // in force, ascending by id
	earlier []*avs.OperatorSet // in force no more, but of a plan that is kept; ascending by id and epoch
	rollups []rollup           // ascending by id
}

// rollup is one rollup's part of the state. Of a stopped one only the first three are kept, and how far its
// inbox grew.
type rollup struct {
	Params  avs.Rollup
	Tip     avs.Tip
	Stopped bool
	Ending  uint64             // 0 until L1 stops it; then the time at which it is stopped even if messages wait
	Plans   []avs.SchedulePlan // of consecutive windows; the last but one is that of the window of now
	Inbox   []inboxEntry       // ascending
	Lists   []listEntry        // in the order of their coming
	Counts  []count            // in the window of now; ascending by operator
	Jail    []sentence         // ascending by operator
}

// New is the state before the first block.
func New(g Genesis) (*State, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	s := &State{domain: g.Domain, genesis: g.Hash(), rounds: g.rounds(), sets: slices.Clone(g.Sets)}
	s.beacon = firstBeacon(s.genesis)
	s.l1 = l1Views{Numbers: []uint64{g.L1Number}, Hash: g.L1Hash}
	for _, r := range g.Rollups {
		s.add(r, g.TimeMillis)
	}
	return s, nil
}

// Clone is an independent copy.
func (s *State) Clone() *State {
	c := *s
	c.sets = slices.Clone(s.sets)
	c.rollups = slices.Clone(s.rollups)
	return &c
}

// At is an independent copy as it would be if the next transaction applied at a time: with what time alone brings.
func (s *State) At(timeMillis uint64) *State {
	c := s.Clone()
	if c.Due(timeMillis) {
		c.roll(timeMillis)
	}
	return c
}

// at is At without a copy where time brings nothing.
func (s *State) at(timeMillis uint64) *State {
	if !s.Due(timeMillis) {
		return s
	}
	return s.At(timeMillis)
}

// Due says whether time has brought something by now, so that At is not the same.
func (s *State) Due(timeMillis uint64) bool {
	return s.rounds.at(timeMillis) > s.beacon.Round || slices.ContainsFunc(s.rollups, func(r rollup) bool {
		return !r.Stopped && (r.windowAt(timeMillis) > r.window() || r.ended(timeMillis))
	})
}

// roll brings what time alone brings, in the order in which it came: a round of the beacon ends, a window begins, or a
// rollup that is being stopped has had its time. Between
// two transactions nothing else happens, so of the rounds that passed only the one that was open can hold reveals.
func (s *State) roll(timeMillis uint64) {
	for i := range s.rollups {
		if s.rollups[i].ended(timeMillis) {
			s.rollups[i].end()
		}
		if r := &s.rollups[i]; !r.Stopped && r.windowAt(timeMillis) > r.window() {
			s.rollWindows(r, timeMillis)
		}
	}
	if round := s.rounds.at(timeMillis); round > s.beacon.Round {
		s.beacon = beacon{Round: round, Value: s.beacon.next(s.l1.Randao)}
	}
	s.forgetSets()
}

// L1 is the last L1 block that consensus has a view of.
func (s *State) L1() (number uint64, hash common.Hash) { return s.l1.newest(), s.l1.Hash }

// Set is the operator set in force; nil if there is none with this id.
func (s *State) Set(id avs.SetID) *avs.OperatorSet {
	if i, ok := s.findSet(id); ok {
		return s.sets[i]
	}
	return nil
}

// Ordering is the set whose members are the validators.
func (s *State) Ordering() *avs.OperatorSet { return s.sets[0] }

// Sets are all sets in force, ascending by id.
func (s *State) Sets() []*avs.OperatorSet { return slices.Clone(s.sets) }

// Earlier are the sets that are in force no more but have a plan that is kept, ascending by id and epoch.
func (s *State) Earlier() []*avs.OperatorSet { return slices.Clone(s.earlier) }

// Rollups are the parameters of all rollups that are sequenced, ascending by id.
func (s *State) Rollups() []avs.Rollup {
	list := make([]avs.Rollup, 0, len(s.rollups))
	for i := range s.rollups {
		if !s.rollups[i].Stopped {
			list = append(list, s.rollups[i].Params)
		}
	}
	return list
}

// Stopped are the parameters of all rollups that were sequenced and are no more, ascending by id.
func (s *State) Stopped() []avs.Rollup {
	var list []avs.Rollup
	for i := range s.rollups {
		if s.rollups[i].Stopped {
			list = append(list, s.rollups[i].Params)
		}
	}
	return list
}

// Tip is where a rollup's ordered chain stands; false for an unknown rollup.
func (s *State) Tip(id avs.RollupID) (avs.Tip, bool) {
	if r := s.rollup(id); r != nil {
		return r.Tip, true
	}
	return avs.Tip{}, false
}

func (s *State) findSet(id avs.SetID) (int, bool) {
	return slices.BinarySearchFunc(s.sets, id, func(set *avs.OperatorSet, id avs.SetID) int {
		return int(int64(set.ID()) - int64(id))
	})
}

// setAt is the set of an epoch: the one in force, or one of a plan that is kept; nil for any other.
func (s *State) setAt(id avs.SetID, epoch avs.Epoch) *avs.OperatorSet {
	if set := s.Set(id); set != nil && set.Epoch() == epoch {
		return set
	}
	for _, set := range s.earlier {
		if set.ID() == id && set.Epoch() == epoch {
			return set
		}
	}
	return nil
}

// forgetSets lets go of earlier sets that no plan is of any more.
func (s *State) forgetSets() {
	var kept []*avs.OperatorSet
	for _, set := range s.earlier {
		if s.needsSet(set.ID(), set.Epoch()) {
			kept = append(kept, set)
		}
	}
	s.earlier = kept
}

func (s *State) needsSet(id avs.SetID, epoch avs.Epoch) bool {
	if now := s.Set(id); now != nil && now.Epoch() == epoch {
		return false
	}
	return slices.ContainsFunc(s.rollups, func(r rollup) bool {
		return avs.SquadSet(r.Params.Index) == id && slices.ContainsFunc(r.Plans, func(p avs.SchedulePlan) bool { return p.Epoch == epoch })
	})
}

func (s *State) rollup(id avs.RollupID) *rollup {
	i, ok := s.findRollup(id)
	if !ok {
		return nil
	}
	return &s.rollups[i]
}

func (s *State) findRollup(id avs.RollupID) (int, bool) {
	return slices.BinarySearchFunc(s.rollups, id, func(r rollup, id avs.RollupID) int {
		return bytes.Compare(r.Params.ID[:], id[:])
	})
}
