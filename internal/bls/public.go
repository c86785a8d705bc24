package bls

import (
	"encoding/hex"
	"fmt"

	herumi "github.com/herumi/bls-eth-go-binary/bls"
)

// PublicKey is a point of G1. Equal keys are equal under ==.
type PublicKey struct {
	v herumi.PublicKey
}

// newPublicKey normalises, so that one point has one representation in memory.
func newPublicKey(p *herumi.PublicKey) PublicKey {
	var k PublicKey
	herumi.G1Normalize(herumi.CastFromPublicKey(&k.v), herumi.CastFromPublicKey(p))
	return k
}

// PublicKeyFromBytes decodes the 48-byte compressed form and checks all that the package promises. It costs about
// 70 microseconds: keep the decoded key.
func PublicKeyFromBytes(b []byte) (PublicKey, error) {
	const what = "BLS public key"
	if err := checkLength(what, b, PublicKeySize); err != nil {
		return PublicKey{}, err
	}
	var p herumi.PublicKey
	buf := [PublicKeySize]byte(b) // cgo refuses memory of an object that holds Go pointers, as the caller's may
	if err := p.Deserialize(buf[:]); err != nil {
		return PublicKey{}, fmt.Errorf("decode %s: %w", what, ErrPoint)
	}
	k := newPublicKey(&p)
	if k.Bytes() != [PublicKeySize]byte(b) {
		return PublicKey{}, fmt.Errorf("decode %s: %w", what, ErrPoint)
	}
	if k.IsInfinity() {
		return PublicKey{}, fmt.Errorf("decode %s: %w", what, ErrInfinity)
	}
	return k, nil
}

// PublicKeyFromEIP2537 decodes the 128-byte uncompressed form that the EVM's precompiles take.
func PublicKeyFromEIP2537(b []byte) (PublicKey, error) {
	const what = "EIP-2537 BLS public key"
	if err := checkLength(what, b, PublicKeyEIP2537Size); err != nil {
		return PublicKey{}, err
	}
	var zcash [2 * fieldSize]byte
	if err := unpad(zcash[:], b, []int{0, 1}); err != nil {
		return PublicKey{}, fmt.Errorf("decode %s: %w", what, err)
	}
	var p herumi.PublicKey
	if err := p.DeserializeUncompressed(zcash[:]); err != nil || !p.IsValidOrder() {
		return PublicKey{}, fmt.Errorf("decode %s: %w", what, ErrPoint)
	}
	k := newPublicKey(&p)
	if k.EIP2537() != [PublicKeyEIP2537Size]byte(b) {
		return PublicKey{}, fmt.Errorf("decode %s: %w", what, ErrPoint)
	}
	if k.IsInfinity() {
		return PublicKey{}, fmt.Errorf("decode %s: %w", what, ErrInfinity)
	}
	return k, nil
}

// IsInfinity says whether k is the zero value, which is no key.
func (k PublicKey) IsInfinity() bool { return k.v.IsZero() }

// Bytes is the 48-byte compressed form.
func (k PublicKey) Bytes() [PublicKeySize]byte {
	return [PublicKeySize]byte(k.v.Serialize())
}

// EIP2537 is the form that the EVM's precompiles take: x, then y, each 64 bytes big-endian.
func (k PublicKey) EIP2537() [PublicKeyEIP2537Size]byte {
	var out [PublicKeyEIP2537Size]byte
	if k.IsInfinity() {
		return out
	}
	pad(out[:], k.v.SerializeUncompressed(), []int{0, 1})
	return out
}

// Verify says whether sig is k's signature of digest.
func (k PublicKey) Verify(digest [32]byte, sig Signature) bool {
	if k.IsInfinity() || sig.IsInfinity() {
		return false
	}
	return sig.v.VerifyByte(&k.v, digest[:])
}

// String is the compressed form in 0x-hex.
func (k PublicKey) String() string {
	b := k.Bytes()
	return "0x" + hex.EncodeToString(b[:])
}

// MarshalText is the compressed form in 0x-hex.
func (k PublicKey) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText decodes what MarshalText wrote, with every check of PublicKeyFromBytes.
func (k *PublicKey) UnmarshalText(text []byte) error {
	b, err := fromHex("BLS public key", text, PublicKeySize)
	if err != nil {
		return err
	}
	*k, err = PublicKeyFromBytes(b)
	return err
}
