package avs

import (
	"errors"
	"fmt"
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

// Encode is the canonical encoding.
func (e ConflictingClaims) Encode() []byte { return mustRLP(e) }

// DecodeConflictingClaims reads Encode's bytes.
func DecodeConflictingClaims(data []byte) (ConflictingClaims, error) {
	return decode[ConflictingClaims](data, 2*MaxAttestationSize, "conflicting claims")
}
