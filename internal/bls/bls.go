// Package bls is the one place that touches the BLS12-381 library. It offers minimal-public-key signatures of the
// Ethereum ciphersuite (BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_): keys are points of G1, 48 bytes compressed;
// signatures are points of G2, 96 bytes compressed; what is signed is always a 32-byte digest.
//
// # Safety
//
// Every PublicKey and Signature that leaves a decoder is on the curve, in the prime-order subgroup, not the point at
// infinity, and was encoded in the one canonical form. A SecretKey is never zero and never appears in a log, an error
// or a formatted string. The library is initialised once, when this package is, and its process-wide order checks
// (on by default) are never touched again. MultiVerify of the library is not used: it hands Go memory to C as
// integers, which the race detector refuses.
//
// FastAggregateVerify is only sound for keys whose possession was proved; registration on L1 checks that. It says nothing
// of the parts of a sum, which may be made to cancel: whoever needs each signature to be good asks Message.Invalid.
//
// # Concurrency
//
// All types are immutable values: copy them, share them, use them from any goroutine. PublicKey and Signature hold
// normalised coordinates, so == compares points and both may be map keys. SecretKey cannot be compared with ==;
// SecretKey.Equal compares in constant time.
//
// # Failure
//
// Decoders return one of the sentinel errors below, wrapped with the length or the reason, never with the bytes.
// The zero PublicKey and the zero Signature are the point at infinity: they verify nothing and aggregate to an error.
// Signing with the zero SecretKey is a fault of the program and panics.
package bls

import (
	"errors"
	"fmt"

	herumi "github.com/herumi/bls-eth-go-binary/bls"
)

// Sizes of the encodings, in bytes.
const (
	SecretKeySize        = 32
	PublicKeySize        = 48
	SignatureSize        = 96
	PublicKeyEIP2537Size = 128
	SignatureEIP2537Size = 256
)

// What a caller can act on.
var (
	// ErrLength is an encoding that is not exactly as long as it must be.
	ErrLength = errors.New("wrong length")
	// ErrZeroKey is a secret key of zero.
	ErrZeroKey = errors.New("secret key is zero")
	// ErrKeyRange is a secret key that is not below the group order.
	ErrKeyRange = errors.New("secret key is not below the group order")
	// ErrInfinity is the point at infinity, which as a key or signature is valid for nothing.
	ErrInfinity = errors.New("point at infinity")
	// ErrPoint is an encoding that is not canonical, not on the curve or not in the prime-order subgroup.
	ErrPoint = errors.New("not a canonical point of the prime-order subgroup")
	// ErrEmpty is an aggregation of nothing.
	ErrEmpty = errors.New("nothing to aggregate")
)

// The Go runtime runs init once, before any other code of this package and on one goroutine, which is what the
// library's Init asks for.
func init() {
	if err := herumi.Init(herumi.BLS12_381); err != nil {
		panic(fmt.Sprintf("bls: initialise BLS12-381: %v", err))
	}
	setNegativeGenerator()
}

func checkLength(what string, b []byte, want int) error {
	if len(b) != want {
		return fmt.Errorf("decode %s of %d bytes (want %d): %w", what, len(b), want, ErrLength)
	}
	return nil
}
