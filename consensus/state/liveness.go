package state

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/trident-network/trident/avs"
)

// MinMissed is how many slots of one window a member must have missed to be jailed, so that bad luck in few slots is no
// reason.
const MinMissed = 4

// count is how an operator used its slots in the window of now.
type count struct {
	Operator    avs.OperatorID
	Led, Missed uint64
}

// sentence says in which window an operator was jailed.
type sentence struct {
	Operator avs.OperatorID
	Window   uint64
}

func compareOperators(a, b avs.OperatorID) int { return bytes.Compare(a[:], b[:]) }

func findSentence(jail []sentence, o avs.OperatorID) (int, bool) {
	return slices.BinarySearchFunc(jail, o, func(s sentence, o avs.OperatorID) int { return compareOperators(s.Operator, o) })
}

// tally counts an ordered batch: its leader led, and those of the ranks before it missed the slot.
func (r *rollup) tally(squad *avs.OperatorSet, schedule *avs.Schedule, slot uint64, rank uint32) {
	counts := slices.Clone(r.Counts)
	for k := range rank + 1 {
		operator := squad.Member(schedule.Leader(squad, slot, k)).Operator
		i, found := slices.BinarySearchFunc(counts, operator, func(c count, o avs.OperatorID) int { return compareOperators(c.Operator, o) })
		if !found {
			counts = slices.Insert(counts, i, count{Operator: operator})
		}
		if k == rank {
			counts[i].Led++
		} else {
			counts[i].Missed++
		}
	}
	r.Counts = counts
}

// judge ends a window: members that missed more of their slots than they led are jailed, those with most misses first, as
// long as two thirds of the weight stay active.
func (s *State) judge(r *rollup, window uint64) {
	squad := s.Set(avs.SquadSet(r.Params.Index))
	jail := standing(r.Jail, squad)
	guilty := slices.DeleteFunc(slices.Clone(r.Counts), func(c count) bool {
		_, jailed := findSentence(jail, c.Operator)
		return jailed || c.Missed <= c.Led || c.Missed < MinMissed || squad.Index(c.Operator) < 0
	})
	slices.SortFunc(guilty, func(a, b count) int {
		return cmp.Or(cmp.Compare(b.Missed, a.Missed), compareOperators(a.Operator, b.Operator))
	})
	for _, c := range guilty {
		i, _ := findSentence(jail, c.Operator)
		with := slices.Insert(slices.Clone(jail), i, sentence{c.Operator, window})
		if enoughActive(squad, with) {
			jail = with
		}
	}
	r.Jail, r.Counts = jail, nil
}

// standing is the jail as a set in force leaves it: who is no member is out, and when weights have moved so that too little
// would be active, those who have been in for longest go free.
func standing(jail []sentence, squad *avs.OperatorSet) []sentence {
	jail = slices.DeleteFunc(slices.Clone(jail), func(s sentence) bool { return squad.Index(s.Operator) < 0 })
	for !enoughActive(squad, jail) {
		first := 0
		for i, s := range jail {
			if s.Window < jail[first].Window {
				first = i
			}
		}
		jail = slices.Delete(jail, first, first+1)
	}
	return jail
}

func enoughActive(squad *avs.OperatorSet, jail []sentence) bool {
	total, jailed := squad.TotalWeight(), squad.WeightOf(jailedOf(squad, jail))
	return squad.Quorum(*total.Sub(&total, &jailed))
}

// jailedOf marks the members that are jailed; nil if none is.
func jailedOf(squad *avs.OperatorSet, jail []sentence) avs.Bitmap {
	var marked avs.Bitmap
	for _, s := range jail {
		if i := squad.Index(s.Operator); i >= 0 {
			if marked == nil {
				marked = avs.NewBitmap(squad.Len())
			}
			marked = marked.With(i)
		}
	}
	return marked
}

// checkUnjail wants the plea of a member that is jailed, signed with its consensus key in the set in force.
func (s *State) checkUnjail(u *avs.SignedUnjail) error {
	r, err := s.sequenced(u.Unjail.Rollup)
	if err != nil {
		return err
	}
	squad := s.Set(avs.SquadSet(r.Params.Index))
	member := squad.Index(u.Unjail.Operator)
	if member < 0 {
		return void("operator %s is no member", u.Unjail.Operator)
	}
	signer, err := u.Signer(s.domain)
	if err != nil {
		return void("%w", err)
	}
	if signer != squad.ConsensusAddress(member) {
		return void("the plea of %s is signed by %s", u.Unjail.Operator, signer)
	}
	if u.Unjail.Window >= r.window() {
		return tooEarly("window %d has not ended", u.Unjail.Window)
	}
	if i, jailed := findSentence(r.Jail, u.Unjail.Operator); !jailed || r.Jail[i].Window != u.Unjail.Window {
		return void("operator %s was not jailed in window %d", u.Unjail.Operator, u.Unjail.Window)
	}
	return nil
}

func (s *State) applyUnjail(u *avs.SignedUnjail) {
	r := s.rollup(u.Unjail.Rollup)
	i, _ := findSentence(r.Jail, u.Unjail.Operator)
	r.Jail = slices.Delete(slices.Clone(r.Jail), i, i+1)
}

// Liveness is how the members of a rollup's SQUAD set in force do, in its order; false for a rollup that is not sequenced.
func (s *State) Liveness(id avs.RollupID) ([]avs.MemberLiveness, bool) {
	r := s.rollup(id)
	if r == nil || r.Stopped {
		return nil, false
	}
	squad := s.Set(avs.SquadSet(r.Params.Index))
	list := make([]avs.MemberLiveness, squad.Len())
	for i := range list {
		m := avs.MemberLiveness{Operator: squad.Member(i).Operator}
		for _, c := range r.Counts {
			if c.Operator == m.Operator {
				m.Led, m.Missed = c.Led, c.Missed
			}
		}
		if k, jailed := findSentence(r.Jail, m.Operator); jailed {
			m.Jailed, m.Window = true, r.Jail[k].Window
		}
		list[i] = m
	}
	return list, true
}
