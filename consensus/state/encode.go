package state

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// setRef stands for a set in the encoding: sets are stored once, beside the state.
type setRef struct {
	ID    uint32
	Epoch uint64
	Hash  common.Hash
}

func (r setRef) compare(o setRef) int {
	return cmp.Or(cmp.Compare(r.ID, o.ID), cmp.Compare(r.Epoch, o.Epoch))
}

func compareSets(a, b *avs.OperatorSet) int { return refTo(a).compare(refTo(b)) }

func refTo(set *avs.OperatorSet) setRef {
	return setRef{uint32(set.ID()), uint64(set.Epoch()), set.Hash()}
}

func refsTo(sets []*avs.OperatorSet) []setRef {
	refs := make([]setRef, len(sets))
	for i, set := range sets {
		refs[i] = refTo(set)
	}
	return refs
}

type stateRLP struct {
	Domain  avs.Domain
	Genesis common.Hash
	Rounds  rounds
	Beacon  beacon
	L1      l1Views
	Sets    []setRef
	Earlier []setRef
	Rollups []rollup
}

// Encode is the canonical encoding. It names the sets by id, epoch and hash.
func (s *State) Encode() []byte {
	return encode(stateRLP{s.domain, s.genesis, s.rounds, s.beacon, s.l1, refsTo(s.sets), refsTo(s.earlier), s.rollups})
}

// Hash is the app hash.
func (s *State) Hash() common.Hash { return crypto.Keccak256Hash(s.Encode()) }

// ErrStateEncoding is the sentinel of bytes that are no state.
var ErrStateEncoding = errors.New("state is malformed")

func malformed(format string, args ...any) error {
	return fmt.Errorf("decode state: %w: %w", ErrStateEncoding, fmt.Errorf(format, args...))
}

// Decode reads Encode's bytes; lookup finds the sets that the state names. It refuses what the rules could trip over, not
// all that could never have come about: whoever takes a state from others compares its hash.
func Decode(data []byte, lookup func(avs.SetID, avs.Epoch) (*avs.OperatorSet, error)) (*State, error) {
	var dec stateRLP
	if err := rlp.DecodeBytes(data, &dec); err != nil {
		return nil, malformed("%w", err)
	}
	s := &State{domain: dec.Domain, genesis: dec.Genesis, rounds: dec.Rounds, beacon: dec.Beacon, l1: dec.L1, rollups: dec.Rollups}
	if s.rounds.Millis == 0 || len(s.l1.Numbers) == 0 || len(s.l1.Numbers) > maxViews {
		return nil, malformed("rounds of %d ms, %d l1 views", s.rounds.Millis, len(s.l1.Numbers))
	}
	params := make([]avs.Rollup, len(dec.Rollups))
	for i := range dec.Rollups {
		params[i] = dec.Rollups[i].Params
	}
	if err := checkRollups(params); err != nil {
		return nil, malformed("%w", err)
	}
	var err error
	if s.sets, err = findSets(dec.Sets, lookup); err != nil {
		return nil, err
	}
	if s.earlier, err = findSets(dec.Earlier, lookup); err != nil {
		return nil, err
	}
	return s, s.checkDecoded()
}

func findSets(refs []setRef, lookup func(avs.SetID, avs.Epoch) (*avs.OperatorSet, error)) ([]*avs.OperatorSet, error) {
	var sets []*avs.OperatorSet
	for i, ref := range refs {
		if i > 0 && refs[i-1].compare(ref) >= 0 {
			return nil, malformed("sets not ascending")
		}
		set, err := lookup(avs.SetID(ref.ID), avs.Epoch(ref.Epoch))
		if err != nil {
			return nil, fmt.Errorf("decode state: set %d epoch %d: %w", ref.ID, ref.Epoch, err)
		}
		if refTo(set) != ref {
			return nil, malformed("set %d epoch %d is another", ref.ID, ref.Epoch)
		}
		sets = append(sets, set)
	}
	return sets, nil
}

// checkDecoded wants one ordering set, each set once, and the sets that every rollup's rules ask for.
func (s *State) checkDecoded() error {
	if len(s.sets) == 0 || s.sets[0].ID() != avs.OrderingSet {
		return malformed("%w", ErrNoOrdering)
	}
	for i := 1; i < len(s.sets); i++ {
		if s.sets[i-1].ID() == s.sets[i].ID() {
			return malformed("set %d twice", s.sets[i].ID())
		}
	}
	for _, set := range s.earlier {
		if !s.needsSet(set.ID(), set.Epoch()) {
			return malformed("set %d epoch %d is not needed", set.ID(), set.Epoch())
		}
	}
	for i := range s.rollups {
		if err := s.checkPlans(&s.rollups[i]); err != nil {
			return malformed("rollup %q: %w", s.rollups[i].Params.Name, err)
		}
	}
	return nil
}

func (s *State) checkPlans(r *rollup) error {
	if r.Stopped {
		return nil
	}
	if len(r.Plans) < 2 || r.Plans[len(r.Plans)-1].Window == 0 {
		return errors.New("no plans")
	}
	if s.Set(avs.SquadSet(r.Params.Index)) == nil || s.Set(avs.MachSet(r.Params.Index)) == nil {
		return ErrNoSets
	}
	for i, p := range r.Plans {
		set := s.setAt(avs.SquadSet(r.Params.Index), p.Epoch)
		if p.Window != r.Plans[0].Window+uint64(i) || set == nil || len(p.Jailed) > 0 && !p.Jailed.Fits(set.Len()) {
			return fmt.Errorf("plan of window %d", p.Window)
		}
	}
	return nil
}
