package bls

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"log/slog"

	herumi "github.com/herumi/bls-eth-go-binary/bls"
)

const redacted = "bls.SecretKey(redacted)"

// SecretKey is a non-zero scalar below the group order. The scalar is behind a pointer so that formatting a struct
// that holds a SecretKey in an unexported field, where no method can be called, prints an address and not the key.
type SecretKey struct {
	_ [0]func() // no ==: comparing secrets must take constant time
	v *herumi.SecretKey
}

// GenerateKey makes a key from the operating system's randomness.
func GenerateKey() (SecretKey, error) {
	var b [SecretKeySize]byte
	defer clear(b[:])
	for {
		if _, err := rand.Read(b[:]); err != nil {
			return SecretKey{}, fmt.Errorf("generate BLS key: read randomness: %w", err)
		}
		// The order has 255 bits: with the top bit cleared nine draws in ten are in range.
		b[0] &= 0x7f
		if k, err := SecretKeyFromBytes(b[:]); err == nil {
			return k, nil
		}
	}
}

// SecretKeyFromBytes decodes a big-endian scalar of 32 bytes.
func SecretKeyFromBytes(b []byte) (SecretKey, error) {
	if err := checkLength("BLS secret key", b, SecretKeySize); err != nil {
		return SecretKey{}, err
	}
	v := new(herumi.SecretKey)
	buf := [SecretKeySize]byte(b) // cgo refuses memory of an object that holds Go pointers, as the caller's may
	if err := v.Deserialize(buf[:]); err != nil {
		// The library's error quotes the key, so it is dropped.
		return SecretKey{}, fmt.Errorf("decode BLS secret key: %w", ErrKeyRange)
	}
	if v.IsZero() {
		return SecretKey{}, fmt.Errorf("decode BLS secret key: %w", ErrZeroKey)
	}
	return SecretKey{v: v}, nil
}

// IsZero says whether k holds no key.
func (k SecretKey) IsZero() bool { return k.v == nil }

// Bytes is the key as a big-endian scalar. The caller must keep it out of logs.
func (k SecretKey) Bytes() [SecretKeySize]byte {
	return [SecretKeySize]byte(k.must().Serialize())
}

// PublicKey is the key that verifies what k signs.
func (k SecretKey) PublicKey() PublicKey {
	return newPublicKey(k.must().GetPublicKey())
}

// Sign signs digest. It is deterministic: the same key and digest always give the same signature.
func (k SecretKey) Sign(digest [32]byte) Signature {
	return newSignature(k.must().SignByte(digest[:]))
}

// Equal says whether both are the same key, in constant time.
func (k SecretKey) Equal(other SecretKey) bool {
	if k.v == nil || other.v == nil {
		return k.v == other.v
	}
	a, b := k.Bytes(), other.Bytes()
	defer clear(a[:])
	defer clear(b[:])
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// String never tells the key.
func (k SecretKey) String() string { return redacted }

// GoString never tells the key.
func (k SecretKey) GoString() string { return redacted }

// Format never tells the key, whatever the verb.
func (k SecretKey) Format(s fmt.State, _ rune) { _, _ = s.Write([]byte(redacted)) }

// LogValue never tells the key.
func (k SecretKey) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText never tells the key; a key is stored by internal/keys only.
func (k SecretKey) MarshalText() ([]byte, error) { return []byte(redacted), nil }

func (k SecretKey) must() *herumi.SecretKey {
	if k.v == nil {
		panic("bls: use of the zero SecretKey")
	}
	return k.v
}
