package signer_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

func export(t testing.TB, g *signer.Guard) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, g.Export(&out))
	return out.Bytes()
}

// signedBefore is a guard with a history of both keys, a floor, and a stream that has only a floor.
func signedBefore(t testing.TB) *signer.Guard {
	t.Helper()
	g := open(t, memory(t))
	for p := uint64(3); p < 6; p++ {
		_, err := g.BLS(t.Context(), st(p, byte(p)))
		require.NoError(t, err)
		_, err = g.ECDSA(t.Context(), st(p*10, byte(p)))
		require.NoError(t, err)
	}
	require.NoError(t, g.Raise(t.Context(), signer.KeyBLS, "mach", [32]byte{1}, 9))
	require.NoError(t, g.Raise(t.Context(), signer.KeyBLS, "l1view", [32]byte{}, 4))
	_, err := g.ECDSA(t.Context(), spoken("comet", 7, "a vote"))
	require.NoError(t, err)
	return g
}

func TestExportImport(t *testing.T) {
	doc := export(t, signedBefore(t))
	g := open(t, memory(t))
	require.NoError(t, g.Import(bytes.NewReader(doc), restoredAt))
	require.NoError(t, g.Import(bytes.NewReader(doc), restoredAt), "twice is once")
	require.Equal(t, string(doc), string(export(t, g)))
	resume(t, g)

	b, _ := keys(t)
	sig, err := g.BLS(t.Context(), st(5, 5))
	require.NoError(t, err)
	require.Equal(t, b.Sign([32]byte{5}), sig)
	_, err = g.BLS(t.Context(), st(5, 6))
	require.ErrorIs(t, err, signer.ErrConflict)
	_, err = g.BLS(t.Context(), st(8, 1))
	require.ErrorIs(t, err, signer.ErrBelowWatermark, "the floor came along")
	_, err = g.ECDSA(t.Context(), st(49, 1))
	require.ErrorIs(t, err, signer.ErrBelowWatermark)
	_, err = g.ECDSA(t.Context(), st(51, 1))
	require.NoError(t, err)
	require.Equal(t, `{
 "format": "trident-signing-history",
 "version": 2,
 "streams": []
}
`, string(export(t, open(t, memory(t)))))
}

func TestImportForgetsWhatItKnewOfWatermarks(t *testing.T) {
	doc := export(t, signedBefore(t))
	g := open(t, memory(t))
	_, err := g.BLS(t.Context(), st(1, 1))
	require.NoError(t, err)
	require.NoError(t, g.Import(bytes.NewReader(doc), restoredAt))
	resume(t, g)
	_, err = g.BLS(t.Context(), st(2, 1))
	require.ErrorIs(t, err, signer.ErrBelowWatermark)
	_, err = g.BLS(t.Context(), st(1, 1))
	require.NoError(t, err)
}

func TestImportRefuses(t *testing.T) {
	good := string(export(t, signedBefore(t)))
	cases := map[string]struct {
		doc  string
		want error
	}{
		"nothing":            {"", signer.ErrHistory},
		"no JSON":            {"{", signer.ErrHistory},
		"another document":   {`{"format":"x","version":1,"streams":[]}`, signer.ErrHistory},
		"another version":    {`{"format":"trident-signing-history","version":3,"streams":[]}`, signer.ErrHistory},
		"unknown field":      {`{"format":"trident-signing-history","version":1,"extra":1}`, signer.ErrHistory},
		"trailing data":      {good + "{}", signer.ErrHistory},
		"short digest":       {strings.Replace(good, `"digest": "0x03`, `"digest": "0x`, 1), signer.ErrHistory},
		"bad key":            {strings.Replace(good, `"public_key": "0x`, `"public_key": "0x00`, 1), signer.ErrHistory},
		"bad scope":          {strings.Replace(good, `"scope": "0x01`, `"scope": "0x`, 1), signer.ErrHistory},
		"unknown kind":       {strings.Replace(good, `"key": "bls"`, `"key": "rsa"`, 1), signer.ErrHistory},
		"empty domain":       {strings.Replace(good, `"domain": "mach"`, `"domain": ""`, 1), signer.ErrHistory},
		"last position":      {strings.Replace(good, `"position": "3"`, `"position": "18446744073709551615"`, 1), signer.ErrHistory},
		"negative position":  {strings.Replace(good, `"position": "3"`, `"position": "-1"`, 1), signer.ErrHistory},
		"another payload":    {strings.Replace(good, `"payload": "0x`, `"payload": "0x00`, 1), signer.ErrHistory},
		"conflict in itself": {strings.Replace(good, `"position": "4"`, `"position": "3"`, 1), signer.ErrConflict},
		"conflict with history": {
			strings.Replace(good, `"digest": "0x05`, `"digest": "0x55`, 1), signer.ErrConflict,
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			require.NotEqual(t, good, c.doc)
			g := open(t, memory(t))
			_, err := g.BLS(t.Context(), st(5, 5))
			require.NoError(t, err)
			before := export(t, g)
			require.ErrorIs(t, g.Import(strings.NewReader(c.doc), restoredAt), c.want)
			require.Equal(t, string(before), string(export(t, g)), "a refused import changes nothing")
		})
	}
	require.Error(t, open(t, memory(t)).Import(brokenReader{}, restoredAt))
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("broken") }

func FuzzImport(f *testing.F) {
	f.Add(export(f, signedBefore(f)))
	f.Add([]byte(`{"format":"trident-signing-history","version":1,"streams":[]}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		db, err := store.Memory()
		require.NoError(t, err)
		defer func() { _ = db.Close() }()
		g := open(t, db)
		if err := g.Import(bytes.NewReader(doc), restoredAt); err != nil {
			if !errors.Is(err, signer.ErrHistory) && !errors.Is(err, signer.ErrConflict) {
				t.Fatalf("an error that a caller cannot tell: %v", err)
			}
			return
		}
		// What was imported can be exported, and imported again, to the same effect.
		out := export(t, g)
		again, err := store.Memory()
		require.NoError(t, err)
		defer func() { _ = again.Close() }()
		h := open(t, again)
		require.NoError(t, h.Import(bytes.NewReader(out), restoredAt))
		require.Equal(t, string(out), string(export(t, h)))
	})
}

func ExampleConflictError() {
	fmt.Println(&signer.ConflictError{Statement: signer.Statement{Domain: "mach", Position: 7}})
	// Output: refuse to sign mach statement, scope 0x0000000000000000000000000000000000000000000000000000000000000000, position 7: digest 0x0000000000000000000000000000000000000000000000000000000000000000 conflicts with 0x0000000000000000000000000000000000000000000000000000000000000000 signed before
}
