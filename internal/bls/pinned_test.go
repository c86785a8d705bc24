package bls

import "testing"

// TestDecodeInsidePointers decodes from arrays inside heap objects that also hold Go pointers: handing such memory to C
// makes the runtime panic.
func TestDecodeInsidePointers(t *testing.T) {
	key, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	type holder struct {
		other     []byte
		secret    [SecretKeySize]byte
		public    [PublicKeySize]byte
		signature [SignatureSize]byte
	}
	h := &holder{other: make([]byte, 8), secret: key.Bytes(), public: key.PublicKey().Bytes(), signature: key.Sign([32]byte{1}).Bytes()}
	sink = h
	if _, err := SecretKeyFromBytes(h.secret[:]); err != nil {
		t.Error(err)
	}
	if _, err := PublicKeyFromBytes(h.public[:]); err != nil {
		t.Error(err)
	}
	if _, err := SignatureFromBytes(h.signature[:]); err != nil {
		t.Error(err)
	}
}

var sink any // keeps what it is given on the heap
