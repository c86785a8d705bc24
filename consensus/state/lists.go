package state

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
)

const (
	// MaxLists bounds the inclusion lists of a rollup that are in force at once.
	MaxLists = 16
	// maxListAgeMillis is how long after the start of its slot a list may be ordered. It is shorter than the life of a list
	// by more than a slot's lead, so that one which is over cannot come again.
	maxListAgeMillis = avs.ListLifeMillis / 2
)

// listEntry stands for an inclusion list in force; its content is kept in the records beside the state.
type listEntry struct {
	Hash     common.Hash
	Operator avs.OperatorID
	Member   uint16 // of the SQUAD set of the list's epoch
	Slot     uint64
	Since    uint64 // consensus time that ordered it, Unix milliseconds
}

func (e listEntry) over(timeMillis uint64) bool { return timeMillis > e.Since+avs.ListLifeMillis }

// ListHash names an inclusion list.
func ListHash(l *avs.SignedInclusionList) common.Hash { return crypto.Keccak256Hash(encode(l)) }

// checkList wants a list that a member of its slot's set has just made, at most one in each span of slots.
func (s *State) checkList(l *avs.SignedInclusionList, timeMillis uint64) error {
	r, err := s.sequenced(l.List.Rollup)
	if err != nil {
		return err
	}
	p, slot := r.Params.Slots, l.List.Slot
	squad, err := s.leadersOf(r, slot, l.List.Epoch)
	if err != nil {
		return err
	}
	member, err := l.Verify(s.domain, squad)
	if err != nil {
		return void("%w", err)
	}
	if !started(p, slot, 0, timeMillis+avs.MaxSlotLeadMillis) {
		return tooEarly("list of slot %d at time %d ms", slot, timeMillis)
	}
	if timeMillis > maxListAgeMillis && started(p, slot, 0, timeMillis-maxListAgeMillis-1) {
		return void("slot %d began more than %d ms before %d ms", slot, maxListAgeMillis, timeMillis)
	}
	operator, others := squad.Member(member).Operator, 0
	for _, e := range r.Lists {
		switch {
		case e.Operator == operator && slot/p.SpanSlots <= e.Slot/p.SpanSlots:
			return void("%s has a list of slot %d, which is not in a span before slot %d", operator, e.Slot, slot)
		case e.Operator != operator && !e.over(timeMillis):
			others++
		}
	}
	if others >= MaxLists {
		return tooEarly("%d inclusion lists are in force", others)
	}
	return nil
}

func (s *State) applyList(l *avs.SignedInclusionList, timeMillis uint64) *avs.OrderedList {
	r := s.rollup(l.List.Rollup)
	signer, _ := l.Verify(s.domain, s.setAt(avs.SquadSet(r.Params.Index), l.List.Epoch))
	operator := s.setAt(avs.SquadSet(r.Params.Index), l.List.Epoch).Member(signer).Operator
	lists := slices.DeleteFunc(slices.Clone(r.Lists), func(e listEntry) bool { return e.Operator == operator || e.over(timeMillis) })
	r.Lists = append(lists, listEntry{ListHash(l), operator, uint16(signer), l.List.Slot, timeMillis})
	return &avs.OrderedList{List: *l, Member: uint16(signer), SinceMillis: timeMillis}
}

// ListRef names a list in force.
type ListRef struct {
	Hash        common.Hash
	Member      uint16 // of the SQUAD set of the list's epoch
	SinceMillis uint64
}

// Lists are the inclusion lists of a rollup that are not over at a time, in the order of their coming.
func (s *State) Lists(id avs.RollupID, timeMillis uint64) []ListRef {
	r := s.rollup(id)
	if r == nil {
		return nil
	}
	var refs []ListRef
	for _, e := range r.Lists {
		if !e.over(timeMillis) {
			refs = append(refs, ListRef{e.Hash, e.Member, e.Since})
		}
	}
	return refs
}
