package avs

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
)

// ErrNoEvidence is the sentinel of evidence that proves nothing.
var ErrNoEvidence = errors.New("evidence proves no fault")

// ConflictingClaims is evidence that one operator signed two finality claims for one height that cannot both be true.
type ConflictingClaims struct {
	Operator OperatorID
	A, B     Attestation
}

// Verify checks the evidence as the Slasher contract does: conflict, and both signatures by the operator's key. The sets
// are those of the attestations' epochs.
func (e ConflictingClaims) Verify(d Domain, setA, setB *OperatorSet) error {
	if !e.A.Claim.Conflicts(e.B.Claim) {
		return fmt.Errorf("%w: the claims agree", ErrNoEvidence)
	}
	for _, side := range []struct {
		a   Attestation
		set *OperatorSet
	}{{e.A, setA}, {e.B, setB}} {
		if _, err := side.a.Verify(d, side.set); err != nil {
			return fmt.Errorf("%w: %w", ErrNoEvidence, err)
		}
		if side.set.Member(int(side.a.Member)).Operator != e.Operator {
			return fmt.Errorf("%w: signed by %s", ErrNoEvidence, side.set.Member(int(side.a.Member)).Operator)
		}
	}
	return nil
}

// DoubleHeader is evidence that a leader signed two batches for one slot and rank.
type DoubleHeader struct{ First, Second SignedHeader }

// Verify checks the evidence, and returns the consensus address that signed both.
func (e DoubleHeader) Verify(d Domain) (common.Address, error) {
	a, b := e.First.Header, e.Second.Header
	if a.Rollup != b.Rollup || a.Epoch != b.Epoch || a.Slot != b.Slot || a.Rank != b.Rank {
		return common.Address{}, fmt.Errorf("%w: the headers are of different slots or ranks", ErrNoEvidence)
	}
	if a == b {
		return common.Address{}, fmt.Errorf("%w: the headers are equal", ErrNoEvidence)
	}
	return sameSigner(e.First.Signer, e.Second.Signer, d)
}

// BrokenPreconfirmation is evidence that a leader's ordered batch is not what its receipt promised.
type BrokenPreconfirmation struct {
	Receipt SignedPreconfirmation
	Header  SignedHeader // that was ordered
	Body    []byte       // of the header
}

// Verify checks the evidence, and returns the consensus address that signed both. Whether the header was ordered is for
// the caller to know.
func (e BrokenPreconfirmation) Verify(d Domain) (common.Address, error) {
	p, h := e.Receipt.Preconfirmation, e.Header.Header
	if p.Rollup != h.Rollup || p.Epoch != h.Epoch || p.Slot != h.Slot || p.Rank != h.Rank {
		return common.Address{}, fmt.Errorf("%w: receipt and batch are of different slots or ranks", ErrNoEvidence)
	}
	if err := h.CheckBody(e.Body); err != nil {
		return common.Address{}, fmt.Errorf("%w: %w", ErrNoEvidence, err)
	}
	var block types.Block
	if err := rlp.DecodeBytes(e.Body, &block); err != nil {
		return common.Address{}, fmt.Errorf("%w: decode body: %w", ErrNoEvidence, err)
	}
	if p.HeldBy(&block) {
		return common.Address{}, fmt.Errorf("%w: the batch holds what was promised", ErrNoEvidence)
	}
	return sameSigner(e.Receipt.Signer, e.Header.Signer, d)
}

func sameSigner(first, second func(Domain) (common.Address, error), d Domain) (common.Address, error) {
	a, err := first(d)
	if err != nil {
		return a, fmt.Errorf("%w: %w", ErrNoEvidence, err)
	}
	b, err := second(d)
	if err != nil {
		return b, fmt.Errorf("%w: %w", ErrNoEvidence, err)
	}
	if a != b {
		return a, fmt.Errorf("%w: signed by %s and by %s", ErrNoEvidence, a, b)
	}
	return a, nil
}

// Evidence proves one fault of one operator; exactly one field is set.
type Evidence struct {
	Claims  *ConflictingClaims     `rlp:"nil"`
	Headers *DoubleHeader          `rlp:"nil"`
	Receipt *BrokenPreconfirmation `rlp:"nil"`
}

// MaxEvidenceSize bounds encoded evidence: the body of a batch is the largest part of any.
const MaxEvidenceSize = MaxBodySize + 4096

// Encode is the canonical encoding.
func (e Evidence) Encode() []byte { return mustRLP(e) }

// DecodeEvidence reads Encode's bytes.
func DecodeEvidence(data []byte) (Evidence, error) {
	e, err := decode[Evidence](data, MaxEvidenceSize, "evidence")
	if err == nil && e.Kind() == "" {
		return Evidence{}, fmt.Errorf("decode evidence: %w: it has not exactly one content", ErrEncoding)
	}
	return e, err
}

// Kind names the fault; empty if not exactly one field is set.
func (e Evidence) Kind() string {
	switch {
	case e.Claims != nil && e.Headers == nil && e.Receipt == nil:
		return "conflicting_claims"
	case e.Headers != nil && e.Claims == nil && e.Receipt == nil:
		return "double_header"
	case e.Receipt != nil && e.Claims == nil && e.Headers == nil:
		return "broken_preconfirmation"
	}
	return ""
}

// Encode is the canonical encoding.
func (e ConflictingClaims) Encode() []byte { return mustRLP(e) }

// DecodeConflictingClaims reads Encode's bytes.
func DecodeConflictingClaims(data []byte) (ConflictingClaims, error) {
	return decode[ConflictingClaims](data, 2*MaxAttestationSize, "conflicting claims")
}
