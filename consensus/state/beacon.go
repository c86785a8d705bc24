package state

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
)

// rounds cut consensus time into the rounds of the beacon.
type rounds struct{ Genesis, Millis uint64 }

// at is the round of a time; before genesis it is 0.
func (r rounds) at(millis uint64) uint64 {
	if millis < r.Genesis {
		return 0
	}
	return (millis - r.Genesis) / r.Millis
}

// beacon is the randomness that plans are drawn from. Value comes from all rounds before Round; Mix and Revealed are what
// the open one has so far.
type beacon struct {
	Round    uint64
	Value    common.Hash
	Mix      common.Hash
	Revealed []avs.OperatorID // ascending
}

func firstBeacon(genesis common.Hash) beacon {
	return beacon{Value: crypto.Keccak256Hash([]byte("trident/squad/beacon"), genesis[:])}
}

// next is the value once the open round has ended. Rounds in which nothing at all was ordered leave it alone: PlanSeed tells
// their windows apart.
func (b beacon) next(randao common.Hash) common.Hash {
	return avs.NextBeacon(b.Value, randao, b.Mix, b.Round)
}

func (b beacon) revealed(o avs.OperatorID) (int, bool) {
	return slices.BinarySearchFunc(b.Revealed, o, func(x, y avs.OperatorID) int { return bytes.Compare(x[:], y[:]) })
}

// checkReveal lets each operator into a round once: should its set change meanwhile, the same signature a second time would
// cancel the first out of the mix.
func (s *State) checkReveal(v Verifier, r *avs.Reveal) error {
	ordering := s.Ordering()
	if r.Round < s.beacon.Round {
		return void("reveal of round %d, the open one is %d", r.Round, s.beacon.Round)
	}
	if err := v.Reveal(s.domain, r, ordering); err != nil {
		return void("%w", err)
	}
	if r.Round > s.beacon.Round {
		return tooEarly("reveal of round %d, the open one is %d", r.Round, s.beacon.Round)
	}
	if operator := ordering.Member(int(r.Member)).Operator; s.hasRevealed(operator) {
		return void("%s has revealed in round %d", operator, r.Round)
	}
	return nil
}

func (s *State) hasRevealed(o avs.OperatorID) bool {
	_, found := s.beacon.revealed(o)
	return found
}

func (s *State) applyReveal(r *avs.Reveal) {
	operator := s.Ordering().Member(int(r.Member)).Operator
	i, _ := s.beacon.revealed(operator)
	s.beacon.Revealed = slices.Insert(slices.Clone(s.beacon.Revealed), i, operator)
	s.beacon.Mix = avs.Mixed(s.beacon.Mix, *r)
}

// Beacon is the randomness with the round that is open.
type Beacon struct {
	Value    common.Hash
	Round    uint64
	Start    uint64 // of the round, Unix milliseconds
	Millis   uint64 // length of a round
	Revealed []avs.OperatorID
}

// Beacon tells what the next plan is drawn from, and who has revealed in the open round.
func (s *State) Beacon() Beacon {
	return Beacon{s.beacon.Value, s.beacon.Round, s.rounds.Genesis + s.beacon.Round*s.rounds.Millis, s.rounds.Millis, s.beacon.Revealed}
}
