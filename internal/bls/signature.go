package bls

import (
	"encoding/hex"
	"fmt"

	herumi "github.com/herumi/bls-eth-go-binary/bls"
)

// Signature is a point of G2: one operator's signature or the sum of several. Equal signatures are equal under ==.
type Signature struct {
	v herumi.Sign
}

func newSignature(p *herumi.Sign) Signature {
	var s Signature
	herumi.G2Normalize(herumi.CastFromSign(&s.v), herumi.CastFromSign(p))
	return s
}

// SignatureFromBytes decodes the 96-byte compressed form and checks all that the package promises.
func SignatureFromBytes(b []byte) (Signature, error) {
	const what = "BLS signature"
	if err := checkLength(what, b, SignatureSize); err != nil {
		return Signature{}, err
	}
	var p herumi.Sign
	buf := [SignatureSize]byte(b) // cgo refuses memory of an object that holds Go pointers, as the caller's may
	if err := p.Deserialize(buf[:]); err != nil {
		return Signature{}, fmt.Errorf("decode %s: %w", what, ErrPoint)
	}
	s := newSignature(&p)
	if s.Bytes() != [SignatureSize]byte(b) {
		return Signature{}, fmt.Errorf("decode %s: %w", what, ErrPoint)
	}
	if s.IsInfinity() {
		return Signature{}, fmt.Errorf("decode %s: %w", what, ErrInfinity)
	}
	return s, nil
}

// SignatureFromEIP2537 decodes the 256-byte uncompressed form that the EVM's precompiles take.
func SignatureFromEIP2537(b []byte) (Signature, error) {
	const what = "EIP-2537 BLS signature"
	if err := checkLength(what, b, SignatureEIP2537Size); err != nil {
		return Signature{}, err
	}
	var zcash [4 * fieldSize]byte
	if err := unpad(zcash[:], b, fp2Order); err != nil {
		return Signature{}, fmt.Errorf("decode %s: %w", what, err)
	}
	var p herumi.Sign
	if err := p.DeserializeUncompressed(zcash[:]); err != nil || !p.IsValidOrder() {
		return Signature{}, fmt.Errorf("decode %s: %w", what, ErrPoint)
	}
	s := newSignature(&p)
	if s.EIP2537() != [SignatureEIP2537Size]byte(b) {
		return Signature{}, fmt.Errorf("decode %s: %w", what, ErrPoint)
	}
	if s.IsInfinity() {
		return Signature{}, fmt.Errorf("decode %s: %w", what, ErrInfinity)
	}
	return s, nil
}

// IsInfinity says whether s is the zero value, which signs nothing.
func (s Signature) IsInfinity() bool { return s.v.IsZero() }

// Bytes is the 96-byte compressed form.
func (s Signature) Bytes() [SignatureSize]byte {
	return [SignatureSize]byte(s.v.Serialize())
}

// EIP2537 is the form that the EVM's precompiles take: x.c0, x.c1, y.c0, y.c1, each 64 bytes big-endian.
func (s Signature) EIP2537() [SignatureEIP2537Size]byte {
	var out [SignatureEIP2537Size]byte
	if s.IsInfinity() {
		return out
	}
	pad(out[:], s.v.SerializeUncompressed(), fp2Order)
	return out
}

// String is the compressed form in 0x-hex.
func (s Signature) String() string {
	b := s.Bytes()
	return "0x" + hex.EncodeToString(b[:])
}

// MarshalText is the compressed form in 0x-hex.
func (s Signature) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText decodes what MarshalText wrote, with every check of SignatureFromBytes.
func (s *Signature) UnmarshalText(text []byte) error {
	b, err := fromHex("BLS signature", text, SignatureSize)
	if err != nil {
		return err
	}
	*s, err = SignatureFromBytes(b)
	return err
}
