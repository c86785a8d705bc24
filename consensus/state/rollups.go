package state

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// maxViews is how many of the last L1 views a batch may stand on.
const maxViews = 64

// l1Views are the last L1 views.
type l1Views struct {
	Numbers []uint64    // of their L1 blocks, ascending
	Hash    common.Hash // of the newest one's block
	Randao  common.Hash // of the same; zero before the first view
}

func (l l1Views) oldest() uint64 { return l.Numbers[0] }
func (l l1Views) newest() uint64 { return l.Numbers[len(l.Numbers)-1] }

func (l l1Views) has(number uint64) bool {
	_, found := slices.BinarySearch(l.Numbers, number)
	return found
}

func (l l1Views) with(v avs.L1View) l1Views {
	numbers := append(slices.Clone(l.Numbers), v.Number)
	return l1Views{numbers[max(0, len(numbers)-maxViews):], v.BlockHash, v.Inputs.Randao}
}

// Bounds of a rollup's parameters.
const (
	// minGasLimit leaves a forced transaction the gas of a transfer.
	minGasLimit = 21_000 * avs.ForcedGasShare
	// minBodySize holds all forced transactions that one batch has to take.
	minBodySize    = avs.MaxInboxPerBatch*avs.MaxForcedSize + 4096
	maxSlotMillis  = 60_000
	maxForceMillis = 30 * 24 * 3_600_000
)

// ErrRollup is the sentinel of a rollup that cannot be sequenced.
var ErrRollup = errors.New("rollup cannot be sequenced")

// CheckRollup refuses parameters that leave no schedule, or no room for what L1 can force into a batch.
func CheckRollup(r avs.Rollup) error {
	refuse := func(format string, args ...any) error {
		return fmt.Errorf("%w: %q: %w", ErrRollup, r.Name, fmt.Errorf(format, args...))
	}
	if err := r.Slots.Check(); err != nil {
		return refuse("%w", err)
	}
	switch window := windowMillis(r.Slots); {
	case r.Followed:
		return refuse("it has a sequencer of its own")
	case r.Slots.SlotMillis > maxSlotMillis:
		return refuse("slots of %d ms, want at most %d", r.Slots.SlotMillis, maxSlotMillis)
	case window < avs.MaxSlotLeadMillis:
		return refuse("windows of %d ms, want at least %d", window, avs.MaxSlotLeadMillis)
	case r.GasLimit < minGasLimit:
		return refuse("gas limit %d, want at least %d", r.GasLimit, minGasLimit)
	case r.MaxBodySize < minBodySize || r.MaxBodySize > avs.MaxBodySize:
		return refuse("bodies of %d bytes at most, want %d to %d", r.MaxBodySize, minBodySize, avs.MaxBodySize)
	case r.ForceMillis == 0 || r.ForceMillis > maxForceMillis:
		return refuse("messages due after %d ms, want 1 to %d", r.ForceMillis, maxForceMillis)
	}
	return nil
}

// Consented reports whether enough of the network serves a rollup: the members of its SQUAD set have more than a third of
// the ordering set's weight. Otherwise anybody could have the network work for a rollup of his.
func Consented(ordering, squad *avs.OperatorSet) bool {
	members := avs.NewBitmap(ordering.Len())
	for i := range ordering.Len() {
		if squad.Index(ordering.Member(i).Operator) >= 0 {
			members = members.With(i)
		}
	}
	return ordering.Available(ordering.WeightOf(members))
}

func (s *State) checkView(v Verifier, tx *avs.CertifiedL1View) error {
	if tx.View.Number <= s.l1.newest() {
		return void("l1 view %d is not after %d, the last one", tx.View.Number, s.l1.newest())
	}
	for _, set := range tx.View.Sets {
		if inForce := s.Set(set.ID()); inForce != nil && set.Epoch() <= inForce.Epoch() {
			return void("set %d epoch %d is not after %d, the one in force", set.ID(), set.Epoch(), inForce.Epoch())
		}
		if set.ID() == avs.OrderingSet {
			if err := checkOrdering(set); err != nil {
				return void("%w", err)
			}
		}
	}
	if err := s.checkComing(tx.View); err != nil {
		return err
	}
	if err := s.checkInboxes(tx.View.Inputs); err != nil {
		return err
	}
	if err := s.checkStopped(tx.View.Inputs); err != nil {
		return err
	}
	if err := v.View(s.domain, tx, s.Ordering()); err != nil {
		return void("%w", err)
	}
	return nil
}

// checkComing wants new rollups with sets, and the consent of enough operators.
func (s *State) checkComing(view avs.L1View) error {
	indexes := map[uint32]bool{}
	for i := range s.rollups {
		indexes[s.rollups[i].Params.Index] = true
	}
	with := func(id avs.SetID) *avs.OperatorSet {
		for _, set := range view.Sets {
			if set.ID() == id {
				return set
			}
		}
		return s.Set(id)
	}
	for i, r := range view.Inputs.Rollups {
		if err := CheckRollup(r); err != nil {
			return void("%w", err)
		}
		squad, mach := with(avs.SquadSet(r.Index)), with(avs.MachSet(r.Index))
		switch {
		case i > 0 && bytes.Compare(view.Inputs.Rollups[i-1].ID[:], r.ID[:]) >= 0:
			return void("rollups not ascending at %q", r.Name)
		case s.rollup(r.ID) != nil || indexes[r.Index]:
			return void("rollup %q, index %d, is known", r.Name, r.Index)
		case squad == nil || mach == nil:
			return void("rollup %q has no operator set in force", r.Name)
		case !Consented(with(avs.OrderingSet), squad):
			return void("rollup %q is not served by a third of the network", r.Name)
		}
		indexes[r.Index] = true
	}
	return nil
}

// checkInboxes wants inboxes that grew, of rollups that are sequenced or come with the same view.
func (s *State) checkInboxes(in avs.L1Inputs) error {
	for i, head := range in.Inboxes {
		if i > 0 && bytes.Compare(in.Inboxes[i-1].Rollup[:], head.Rollup[:]) >= 0 {
			return void("inboxes not ascending at %s", head.Rollup)
		}
		known := uint64(0)
		if r := s.rollup(head.Rollup); r != nil && !r.Stopped {
			known = r.inboxHead().Count
		} else if !slices.ContainsFunc(in.Rollups, func(r avs.Rollup) bool { return r.ID == head.Rollup }) {
			return void("inbox of rollup %s, which is not sequenced", head.Rollup)
		}
		if head.Count <= known {
			return void("inbox of rollup %s with %d messages, %d are known", head.Rollup, head.Count, known)
		}
	}
	return nil
}

func (s *State) checkStopped(in avs.L1Inputs) error {
	for i, id := range in.Stopped {
		if i > 0 && bytes.Compare(in.Stopped[i-1][:], id[:]) >= 0 {
			return void("stopped rollups not ascending at %s", id)
		}
		r, err := s.sequenced(id)
		if err != nil {
			return err
		}
		if r.Ending != 0 {
			return void("rollup %q is being stopped", r.Params.Name)
		}
	}
	return nil
}

// stop begins the end of a rollup that L1 has stopped. Its inbox takes no more messages, but those that are in it are owed:
// they are somebody's ether. So it is sequenced until all are taken. One that takes none for as long as they are given to
// become due twice over is broken, and ends without them.
func (r *rollup) stop(timeMillis uint64) {
	r.Ending = timeMillis + 2*r.Params.ForceMillis
	if r.Tip.Inbox >= r.inboxHead().Count {
		r.end()
	}
}

// ended says whether the time of a rollup that is being stopped is over.
func (r *rollup) ended(timeMillis uint64) bool { return r.Ending != 0 && timeMillis >= r.Ending }

// end keeps of a rollup what is known of it for ever.
func (r *rollup) end() {
	*r = rollup{Params: r.Params, Tip: r.Tip, Stopped: true, Inbox: r.Inbox[max(0, len(r.Inbox)-1):]}
}

// sequenced is a rollup that is known and not stopped.
func (s *State) sequenced(id avs.RollupID) (*rollup, error) {
	r := s.rollup(id)
	if r == nil {
		return nil, void("rollup %s is not known", id)
	}
	if r.Stopped {
		return nil, void("rollup %q is stopped", r.Params.Name)
	}
	return r, nil
}

func (s *State) applyView(view avs.L1View, timeMillis uint64) {
	s.l1 = s.l1.with(view)
	for _, set := range view.Sets {
		i, found := s.findSet(set.ID())
		if !found {
			s.sets = slices.Insert(s.sets, i, set)
			continue
		}
		s.keepSet(s.sets[i])
		s.sets[i] = set
	}
	for _, r := range view.Inputs.Rollups {
		s.add(r, timeMillis)
	}
	for _, head := range view.Inputs.Inboxes {
		s.rollup(head.Rollup).grow(inboxEntry{view.Number, head.Count, head.Hash, timeMillis}, s.l1.oldest())
	}
	for _, id := range view.Inputs.Stopped {
		s.rollup(id).stop(timeMillis)
	}
	s.forgetSets()
}

// keepSet keeps a set that goes out of force, for the plans that are of it.
func (s *State) keepSet(set *avs.OperatorSet) {
	i, _ := slices.BinarySearchFunc(s.earlier, set, compareSets)
	s.earlier = slices.Insert(slices.Clone(s.earlier), i, set)
}

// add puts in a new rollup.
func (s *State) add(params avs.Rollup, timeMillis uint64) {
	r := rollup{Params: params, Tip: avs.Tip{Hash: params.GenesisHash, Timestamp: params.GenesisTime}}
	s.firstPlans(&r, timeMillis)
	i, _ := s.findRollup(params.ID)
	s.rollups = slices.Insert(slices.Clone(s.rollups), i, r)
}
