package mach

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

// standing is what the tally says of an attestation.
type standing int

const (
	fresh     standing = iota // the operator's first claim for the number: counted, or to be counted
	late                      // fresh, for a number that has its certificate: participation only
	duplicate                 // the operator's counted claim again
	second                    // another claim that does not conflict (epoch or level differ): not counted
	conflict                  // a conflicting claim of the operator: evidence, not counted
	spent                     // a conflicting claim of an operator whose conflict at this number is known
	outside                   // beyond the window
)

var standings = [...]string{"fresh", "late", "duplicate", "second", "conflict", "spent", "outside"}

func (s standing) String() string { return standings[s] }

// vote is an attestation whose signature was found good, with its author.
type vote struct {
	attestation avs.Attestation
	operator    avs.OperatorID
	signature   bls.Signature
	digest      common.Hash // of the claim
	set         *avs.OperatorSet
}

// candidate is one claim and who signed it.
type candidate struct {
	claim   avs.FinalityClaim
	set     *avs.OperatorSet
	signers avs.Bitmap
	weight  uint256.Int
	votes   []bls.Signature
}

// height is all that was said of one block number.
type height struct {
	first      map[avs.OperatorID]avs.Attestation // the one counted claim of each operator
	conflicted map[avs.OperatorID]bool
	candidates map[common.Hash]*candidate
	certified  bool
}

// tally counts verified attestations of one rollup into certificates: no I/O, no clock, no locks. Its memory is bounded
// by the window, the size of an operator set and one claim for each operator and number.
type tally struct {
	heights map[uint64]*height
	tip     uint64 // highest certified number
	head    uint64 // highest number executed here
}

func newTally() *tally { return &tally{heights: make(map[uint64]*height)} }

// inWindow reports whether attestations for the number are counted.
func (t *tally) inWindow(number uint64) bool {
	return number > t.floor() && number <= max(t.tip, t.head)+aheadWindow
}

// floor is the highest number that lies behind the window.
func (t *tally) floor() uint64 {
	if t.tip < behindWindow {
		return 0
	}
	return t.tip - behindWindow
}

// standing tells, without counting and before the signature was checked, what an attestation would be.
func (t *tally) standing(a avs.Attestation, operator avs.OperatorID) standing {
	if !t.inWindow(a.Claim.Number) {
		return outside
	}
	h := t.heights[a.Claim.Number]
	if h == nil {
		return fresh
	}
	first, known := h.first[operator]
	switch {
	case !known && h.certified:
		return late
	case !known:
		return fresh
	case h.conflicted[operator]:
		return spent
	case first.Claim == a.Claim:
		return duplicate
	case first.Claim.Conflicts(a.Claim):
		return conflict
	}
	return second
}

// counted is what count made of a vote.
type counted struct {
	standing    standing
	certificate *avs.Certificate       // set when the vote completed a quorum
	evidence    *avs.ConflictingClaims // set for a conflict
}

// count takes a vote whose signature was verified.
func (t *tally) count(v vote) (counted, error) {
	number := v.attestation.Claim.Number
	out := counted{standing: t.standing(v.attestation, v.operator)}
	switch out.standing {
	case fresh, late:
	case conflict:
		h := t.heights[number]
		h.conflicted[v.operator] = true
		out.evidence = &avs.ConflictingClaims{Operator: v.operator, A: h.first[v.operator], B: v.attestation}
		return out, nil
	default:
		return out, nil
	}
	h := t.height(number)
	h.first[v.operator] = v.attestation
	if out.standing == late {
		return out, nil
	}
	c := h.add(v)
	if !c.set.Quorum(c.weight) {
		return out, nil
	}
	certificate, err := c.certificate()
	if err != nil {
		return out, err
	}
	out.certificate = &certificate
	t.certified(number)
	return out, nil
}

func (t *tally) height(number uint64) *height {
	h := t.heights[number]
	if h == nil {
		h = &height{first: make(map[avs.OperatorID]avs.Attestation), conflicted: make(map[avs.OperatorID]bool),
			candidates: make(map[common.Hash]*candidate)}
		t.heights[number] = h
	}
	return h
}

func (h *height) add(v vote) *candidate {
	c := h.candidates[v.digest]
	if c == nil {
		c = &candidate{claim: v.attestation.Claim, set: v.set, signers: avs.NewBitmap(v.set.Len())}
		h.candidates[v.digest] = c
	}
	member := int(v.attestation.Member)
	weight := v.set.Member(member).Weight
	c.signers = c.signers.With(member)
	c.weight.Add(&c.weight, &weight)
	c.votes = append(c.votes, v.signature)
	return c
}

// urgency tells how soon the signatures that wait in a batch are needed.
func (t *tally) urgency(b *batch) urgency {
	signers := b.taken
	if h := t.heights[b.claim.Number]; h != nil {
		if h.certified {
			return h.participation(b)
		}
		if c := h.candidates[b.digest]; c != nil {
			signers = signers.Or(c.signers)
		}
	}
	if !b.set.Quorum(b.set.WeightOf(signers)) && b.set.Quorum(b.set.WeightOf(signers.Or(b.members))) {
		return now
	}
	return soon
}

// participation is the urgency of late signatures: others may still come, unless all have.
func (h *height) participation(b *batch) urgency {
	for i := range b.set.Len() {
		if _, heard := h.first[b.set.Member(i).Operator]; !heard && !b.taken.Has(i) && !b.members.Has(i) {
			return later
		}
	}
	return soon
}

// honest reports whether an honest operator is among those who signed a claim, unless a third of the weight is faulty.
func (h *height) honest() bool {
	for _, c := range h.candidates {
		if c.set.Available(c.weight) {
			return true
		}
	}
	return false
}

// lacks are the members of a set that said nothing of a number yet.
func (h *height) lacks(set *avs.OperatorSet) avs.Bitmap {
	missing := avs.NewBitmap(set.Len())
	for i := range set.Len() {
		if _, heard := h.first[set.Member(i).Operator]; !heard {
			missing[i/8] |= 1 << (i % 8)
		}
	}
	return missing
}

// certificate sums what was collected. Every signature was found good for itself (see batcher), so the sum needs no
// check of its own.
func (c *candidate) certificate() (avs.Certificate, error) {
	sum, err := bls.AggregateSignatures(c.votes)
	if err != nil {
		return avs.Certificate{}, fmt.Errorf("aggregate number %d: %w", c.claim.Number, err)
	}
	return avs.Certificate{Claim: c.claim, Signers: c.signers, Signature: sum.Bytes()}, nil
}

// certified notes that a number has its certificate and lets go of what is behind the window.
func (t *tally) certified(number uint64) {
	if number > t.tip {
		t.tip = number
		floor := t.floor()
		for n := range t.heights {
			if n <= floor {
				delete(t.heights, n)
			}
		}
	}
	if t.inWindow(number) {
		h := t.height(number)
		h.certified = true
		h.candidates = make(map[common.Hash]*candidate) // signatures are not needed any more; who signed what is kept
	}
}

// executed notes the head, which moves the window.
func (t *tally) executed(number uint64) { t.head = max(t.head, number) }
