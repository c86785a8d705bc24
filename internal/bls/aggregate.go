package bls

import (
	"fmt"

	herumi "github.com/herumi/bls-eth-go-binary/bls"
)

// AggregateSignatures is the sum of sigs. It refuses an empty list, the point at infinity among sigs, and a sum that
// is the point at infinity.
func AggregateSignatures(sigs []Signature) (Signature, error) {
	if len(sigs) == 0 {
		return Signature{}, fmt.Errorf("aggregate BLS signatures: %w", ErrEmpty)
	}
	sum := sigs[0].v
	for i := range sigs {
		if sigs[i].IsInfinity() {
			return Signature{}, fmt.Errorf("aggregate BLS signatures: entry %d: %w", i, ErrInfinity)
		}
		if i > 0 {
			sum.Add(&sigs[i].v)
		}
	}
	if sum.IsZero() {
		return Signature{}, fmt.Errorf("aggregate BLS signatures: sum: %w", ErrInfinity)
	}
	return newSignature(&sum), nil
}

// AggregatePublicKeys is the sum of keys. It refuses an empty list, the point at infinity among keys, and a sum that
// is the point at infinity.
func AggregatePublicKeys(keys []PublicKey) (PublicKey, error) {
	sum, err := sumKeys(keys)
	if err != nil {
		return PublicKey{}, err
	}
	return newPublicKey(&sum), nil
}

// FastAggregateVerify says whether sig is the sum of the signatures of all keys over the one digest. Possession of
// each key must have been proved before, else a rogue key forges.
func FastAggregateVerify(keys []PublicKey, digest [32]byte, sig Signature) bool {
	sum, err := sumKeys(keys)
	if err != nil || sig.IsInfinity() {
		return false
	}
	return sig.v.VerifyByte(&sum, digest[:])
}

func sumKeys(keys []PublicKey) (herumi.PublicKey, error) {
	if len(keys) == 0 {
		return herumi.PublicKey{}, fmt.Errorf("aggregate BLS public keys: %w", ErrEmpty)
	}
	sum := keys[0].v
	for i := range keys {
		if keys[i].IsInfinity() {
			return herumi.PublicKey{}, fmt.Errorf("aggregate BLS public keys: entry %d: %w", i, ErrInfinity)
		}
		if i > 0 {
			sum.Add(&keys[i].v)
		}
	}
	if sum.IsZero() {
		return herumi.PublicKey{}, fmt.Errorf("aggregate BLS public keys: sum: %w", ErrInfinity)
	}
	return sum, nil
}
