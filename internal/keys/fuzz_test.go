package keys

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/trident-network/trident/internal/bls"
)

// saved is what save writes, as a seed.
func saved(f *testing.F, save func(path string) error) []byte {
	f.Helper()
	path := filepath.Join(f.TempDir(), "k")
	if err := save(path); err != nil {
		f.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	return raw
}

// dear says that opening would take long: what is fuzzed is the reading, not the key derivation.
func dear(p kdfParams) bool { return p.C > 1<<11 || p.N*p.R*p.P > 1<<11 }

func telling(err error) bool { return errors.Is(err, ErrCorrupt) || errors.Is(err, ErrPassword) }

func FuzzDecodeBLS(f *testing.F) {
	k, err := Local("fuzz", 0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(saved(f, func(path string) error { return SaveBLS(path, k.BLS, "p", Light) }))
	f.Add([]byte("{}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, crypto, err := parseBLS(raw); err == nil && dear(crypto.KDF.Params) {
			return
		}
		key, err := decodeBLS("k", raw, "p")
		if err != nil && !telling(err) {
			t.Fatalf("an error that a caller cannot tell: %v", err)
		}
		if err == nil && key.PublicKey() == (bls.PublicKey{}) {
			t.Fatal("no key and no error")
		}
	})
}

func FuzzDecodeECDSA(f *testing.F) {
	k := LocalAccount("fuzz", "x", 0)
	f.Add(saved(f, func(path string) error { return SaveECDSA(path, k, "p", Light) }))
	f.Add([]byte("{}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, crypto, err := parseECDSA(raw); err == nil && dear(crypto.KDFParams) {
			return
		}
		key, err := decodeECDSA("k", raw, "p")
		if err != nil && !telling(err) {
			t.Fatalf("an error that a caller cannot tell: %v", err)
		}
		if err == nil && key == nil {
			t.Fatal("no key and no error")
		}
	})
}

func FuzzDecodeP2P(f *testing.F) {
	k, err := Local("fuzz", 0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(saved(f, func(path string) error { return SaveP2P(path, k.P2P, Light) }))
	f.Add([]byte("AAAA\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		key, err := decodeP2P("k", raw)
		if err != nil && !errors.Is(err, ErrCorrupt) {
			t.Fatalf("an error that a caller cannot tell: %v", err)
		}
		if err == nil && key == nil {
			t.Fatal("no key and no error")
		}
	})
}
