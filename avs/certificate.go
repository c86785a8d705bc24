package avs

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/internal/bls"
)

// Sentinels of a certificate that does not stand.
var (
	ErrCertEpoch     = errors.New("certificate is of another epoch than the operator set")
	ErrCertBitmap    = errors.New("certificate's signer bitmap does not fit the operator set")
	ErrCertQuorum    = errors.New("certificate has less than two thirds of the weight")
	ErrCertSignature = errors.New("certificate's aggregate signature does not verify")
)

// Certificate is a claim with the aggregate signature of at least two thirds of the weight of its epoch's MACH set.
type Certificate struct {
	Claim     FinalityClaim
	Signers   Bitmap
	Signature [96]byte
}

// Verify checks the certificate against the operator set of its epoch. The set must be the MACH set of the claim's
// rollup: a certificate does not carry the set's id, since the rollup implies it.
func (c Certificate) Verify(d Domain, set *OperatorSet) error {
	if set.Epoch() != c.Claim.Epoch {
		return fmt.Errorf("verify certificate: %w: %d, not %d", ErrCertEpoch, c.Claim.Epoch, set.Epoch())
	}
	return VerifyAggregate(set, c.Claim.Digest(d), c.Signers, c.Signature)
}

// VerifyAggregate checks that members with at least two thirds of the weight signed the digest.
func VerifyAggregate(set *OperatorSet, digest common.Hash, signers Bitmap, signature [96]byte) error {
	if !signers.Fits(set.Len()) {
		return fmt.Errorf("verify aggregate: %w of %d", ErrCertBitmap, set.Len())
	}
	if !set.Quorum(set.WeightOf(signers)) {
		return fmt.Errorf("verify aggregate: %w: %d of %d signers", ErrCertQuorum, signers.Count(), set.Len())
	}
	sig, err := bls.SignatureFromBytes(signature[:])
	if err != nil {
		return fmt.Errorf("verify aggregate: %w: %w", ErrCertSignature, err)
	}
	keys := make([]bls.PublicKey, 0, set.Len())
	for i := range set.Len() {
		if signers.Has(i) {
			keys = append(keys, set.Key(i))
		}
	}
	if !bls.FastAggregateVerify(keys, digest, sig) {
		return fmt.Errorf("verify aggregate: %w", ErrCertSignature)
	}
	return nil
}

// MaxCertificateSize bounds an encoded certificate.
const MaxCertificateSize = 512

// Encode is the canonical encoding.
func (c Certificate) Encode() []byte { return mustRLP(c) }

// DecodeCertificate reads Encode's bytes.
func DecodeCertificate(data []byte) (Certificate, error) {
	return decode[Certificate](data, MaxCertificateSize, "certificate")
}
