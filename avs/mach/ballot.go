package mach

import (
	"math"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

// ballot collects verified votes on L1 views: no I/O, no clock, no locks. It keeps one vote of each operator for an L1
// block number, and of each operator the maxViews highest numbers, so that nobody can crowd out another's. What is
// signed does not name the epoch, so a vote stays good when the set in force changes under it, as long as the operator's
// key is the same there.
type ballot struct {
	kept map[avs.OperatorID]map[uint64]ballotVote
}

type ballotVote struct {
	vote      avs.ViewVote
	key       bls.PublicKey // that the signature was checked with
	signature bls.Signature
}

func newBallot() *ballot { return &ballot{kept: make(map[avs.OperatorID]map[uint64]ballotVote)} }

// wants reports whether a vote would be kept: the operator's first for the number, and not below its kept ones.
func (b *ballot) wants(number uint64, operator avs.OperatorID) bool {
	votes := b.kept[operator]
	if _, voted := votes[number]; voted {
		return false
	}
	return len(votes) < maxViews || number > lowest(votes)
}

// count takes a vote whose signature was verified; false if it is not wanted.
func (b *ballot) count(operator avs.OperatorID, v ballotVote) bool {
	if !b.wants(v.vote.Number, operator) {
		return false
	}
	votes := b.kept[operator]
	if votes == nil {
		votes = make(map[uint64]ballotVote)
		b.kept[operator] = votes
	}
	if len(votes) >= maxViews {
		delete(votes, lowest(votes))
	}
	votes[v.vote.Number] = v
	return true
}

func lowest(votes map[uint64]ballotVote) uint64 {
	low := uint64(math.MaxUint64)
	for n := range votes {
		low = min(low, n)
	}
	return low
}

// votes are those kept for a number, at most limit.
func (b *ballot) votes(number uint64, limit int) []avs.ViewVote {
	var out []avs.ViewVote
	for _, votes := range b.kept {
		if v, voted := votes[number]; voted && len(out) < limit {
			out = append(out, v.vote)
		}
	}
	return out
}

// forget drops the numbers up to the given one.
func (b *ballot) forget(upTo uint64) {
	for operator, votes := range b.kept {
		for n := range votes {
			if n <= upTo {
				delete(votes, n)
			}
		}
		if len(votes) == 0 {
			delete(b.kept, operator)
		}
	}
}

// elected is what a quorum voted for.
type elected struct {
	digest    common.Hash
	signers   avs.Bitmap
	signature bls.Signature
}

// quorum is the digest that members with two thirds of the set's weight voted for at a number; false if there is none.
func (b *ballot) quorum(number uint64, set *avs.OperatorSet) (elected, bool) {
	type side struct {
		signers avs.Bitmap
		weight  uint256.Int
		votes   []bls.Signature
	}
	sides := make(map[common.Hash]*side)
	for i := range set.Len() {
		member := set.Member(i)
		v, voted := b.kept[member.Operator][number]
		if !voted || v.key != set.Key(i) {
			continue
		}
		s := sides[v.vote.Digest]
		if s == nil {
			s = &side{signers: avs.NewBitmap(set.Len())}
			sides[v.vote.Digest] = s
		}
		s.signers = s.signers.With(i)
		s.weight.Add(&s.weight, &member.Weight)
		s.votes = append(s.votes, v.signature)
	}
	for d, s := range sides {
		if !set.Quorum(s.weight) {
			continue
		}
		sum, err := bls.AggregateSignatures(s.votes)
		if err != nil {
			return elected{}, false
		}
		return elected{d, s.signers, sum}, true
	}
	return elected{}, false
}
