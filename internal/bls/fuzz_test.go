package bls_test

import (
	"bytes"
	"testing"

	gnark "github.com/consensys/gnark-crypto/ecc/bls12-381"
	blst "github.com/supranational/blst/bindings/go"

	"github.com/trident-network/trident/internal/bls"
)

// seedPoints gives a fuzz target a good encoding and the special ones near it.
func seedPoints(f *testing.F, good []byte) {
	f.Add(good)
	f.Add(make([]byte, len(good)))
	inf := make([]byte, len(good))
	inf[0] = 0xc0
	f.Add(inf)
	f.Add(good[:len(good)-1])
	f.Add([]byte{})
}

func FuzzPublicKeyFromBytes(f *testing.F) {
	k := newKey(f).PublicKey().Bytes()
	seedPoints(f, k[:])
	off := offSubgroupG1()
	offc := off.Bytes()
	f.Add(offc[:])
	f.Fuzz(func(t *testing.T, b []byte) {
		key, err := bls.PublicKeyFromBytes(b)
		oracle := len(b) == bls.PublicKeySize
		if oracle {
			p := new(blst.P1Affine).Uncompress(b)
			oracle = p != nil && p.KeyValidate()
		}
		if (err == nil) != oracle {
			t.Fatalf("blst accepts: %v, we: %v", oracle, err)
		}
		if err != nil {
			return
		}
		if out := key.Bytes(); !bytes.Equal(out[:], b) {
			t.Fatal("decoded a second encoding of a key")
		}
	})
}

func FuzzSignatureFromBytes(f *testing.F) {
	s := newKey(f).Sign([32]byte{1}).Bytes()
	seedPoints(f, s[:])
	off := offSubgroupG2()
	offc := off.Bytes()
	f.Add(offc[:])
	f.Fuzz(func(t *testing.T, b []byte) {
		sig, err := bls.SignatureFromBytes(b)
		oracle := len(b) == bls.SignatureSize
		if oracle {
			p := new(blst.P2Affine).Uncompress(b)
			oracle = p != nil && p.SigValidate(true)
		}
		if (err == nil) != oracle {
			t.Fatalf("blst accepts: %v, we: %v", oracle, err)
		}
		if err != nil {
			return
		}
		if out := sig.Bytes(); !bytes.Equal(out[:], b) {
			t.Fatal("decoded a second encoding of a signature")
		}
	})
}

func FuzzPublicKeyFromEIP2537(f *testing.F) {
	k := newKey(f).PublicKey().EIP2537()
	seedPoints(f, k[:])
	off := offSubgroupG1()
	f.Add(eip2537(off.X, off.Y))
	f.Fuzz(func(t *testing.T, b []byte) {
		key, err := bls.PublicKeyFromEIP2537(b)
		if err != nil {
			return
		}
		if out := key.EIP2537(); !bytes.Equal(out[:], b) {
			t.Fatal("decoded a second encoding of a key")
		}
		var p gnark.G1Affine
		c := key.Bytes()
		if _, err := p.SetBytes(c[:]); err != nil || !p.IsInSubGroup() {
			t.Fatalf("accepted a point that gnark refuses: %v", err)
		}
	})
}

func FuzzSignatureFromEIP2537(f *testing.F) {
	s := newKey(f).Sign([32]byte{1}).EIP2537()
	seedPoints(f, s[:])
	off := offSubgroupG2()
	f.Add(eip2537(off.X.A0, off.X.A1, off.Y.A0, off.Y.A1))
	f.Fuzz(func(t *testing.T, b []byte) {
		sig, err := bls.SignatureFromEIP2537(b)
		if err != nil {
			return
		}
		if out := sig.EIP2537(); !bytes.Equal(out[:], b) {
			t.Fatal("decoded a second encoding of a signature")
		}
		var p gnark.G2Affine
		c := sig.Bytes()
		if _, err := p.SetBytes(c[:]); err != nil || !p.IsInSubGroup() {
			t.Fatalf("accepted a point that gnark refuses: %v", err)
		}
	})
}

func FuzzSecretKeyFromBytes(f *testing.F) {
	k := newKey(f).Bytes()
	seedPoints(f, k[:])
	f.Add(unhex(f, order))
	f.Fuzz(func(t *testing.T, b []byte) {
		key, err := bls.SecretKeyFromBytes(b)
		oracle := len(b) == bls.SecretKeySize && new(blst.SecretKey).Deserialize(b) != nil
		if (err == nil) != oracle {
			t.Fatalf("blst accepts: %v, we: %v", oracle, err)
		}
		if err != nil {
			return
		}
		if out := key.Bytes(); !bytes.Equal(out[:], b) {
			t.Fatal("decoded a second encoding of a secret key")
		}
	})
}
