package bls_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"testing"

	gnark "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/stretchr/testify/require"
	blst "github.com/supranational/blst/bindings/go"

	"github.com/trident-network/trident/internal/bls"
)

const ciphersuite = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_"

const order = "73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001"

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	require.NoError(t, err)
	return b
}

func newKey(t testing.TB) bls.SecretKey {
	t.Helper()
	k, err := bls.GenerateKey()
	require.NoError(t, err)
	return k
}

func TestSecretKeyFromBytes(t *testing.T) {
	below := new(big.Int).Sub(new(big.Int).SetBytes(unhex(t, order)), big.NewInt(1)).Bytes()
	one := make([]byte, 32)
	one[31] = 1
	cases := map[string]struct {
		in   []byte
		want error
	}{
		"one":               {one, nil},
		"order minus one":   {below, nil},
		"order":             {unhex(t, order), bls.ErrKeyRange},
		"all ones":          {bytes.Repeat([]byte{0xff}, 32), bls.ErrKeyRange},
		"zero":              {make([]byte, 32), bls.ErrZeroKey},
		"short":             {one[1:], bls.ErrLength},
		"trailing byte":     {append(bytes.Clone(below), 0), bls.ErrLength},
		"empty":             {nil, bls.ErrLength},
		"padded to 48":      {append(make([]byte, 16), one...), bls.ErrLength},
		"order plus padded": {append([]byte{0}, unhex(t, order)...), bls.ErrLength},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			k, err := bls.SecretKeyFromBytes(c.in)
			require.ErrorIs(t, err, c.want)
			if c.want == nil {
				got := k.Bytes()
				require.Equal(t, c.in, got[:])
				return
			}
			if len(c.in) > 0 {
				require.NotContains(t, err.Error(), hex.EncodeToString(c.in))
			}
		})
	}
}

func TestSecretKeyIsNeverPrinted(t *testing.T) {
	k := newKey(t)
	raw := k.Bytes()
	secret := hex.EncodeToString(raw[:])
	limb := fmt.Sprint(new(big.Int).SetBytes(raw[:]))
	type hidden struct{ k bls.SecretKey }
	type shown struct{ K bls.SecretKey }
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "key", k, "in", shown{k}, "hidden", hidden{k})
	js, err := json.Marshal(shown{k})
	require.NoError(t, err)
	out := log.String() + string(js) + k.String() + k.GoString()
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%X", "%d", "%q"} {
		out += fmt.Sprintf(verb+verb+verb+verb, k, hidden{k}, shown{k}, &k)
	}
	require.NotContains(t, out, secret)
	require.NotContains(t, out, limb)
	// %v of the library's own type would print four limbs: whatever part of the key, in either base.
	for i := 0; i+8 <= len(secret); i += 8 {
		require.NotContains(t, out, secret[i:i+8])
	}
	require.Contains(t, out, "redacted")
}

func TestZeroValues(t *testing.T) {
	k := newKey(t)
	d := [32]byte{1}
	sig := k.Sign(d)
	require.True(t, k.PublicKey().Verify(d, sig))
	require.False(t, bls.PublicKey{}.Verify(d, sig))
	require.False(t, bls.PublicKey{}.Verify(d, bls.Signature{}))
	require.False(t, k.PublicKey().Verify(d, bls.Signature{}))
	require.False(t, bls.FastAggregateVerify(nil, d, sig))
	require.False(t, bls.FastAggregateVerify([]bls.PublicKey{k.PublicKey(), {}}, d, sig))
	require.Panics(t, func() { bls.SecretKey{}.Sign(d) })
	require.True(t, bls.SecretKey{}.IsZero())
	require.False(t, k.Equal(bls.SecretKey{}))
	require.Equal(t, [128]byte{}, bls.PublicKey{}.EIP2537())
	require.Equal(t, [256]byte{}, bls.Signature{}.EIP2537())
}

func TestValuesAreComparable(t *testing.T) {
	a, b := newKey(t), newKey(t)
	raw := a.PublicKey().Bytes()
	decoded, err := bls.PublicKeyFromBytes(raw[:])
	require.NoError(t, err)
	require.True(t, decoded == a.PublicKey())
	require.False(t, decoded == b.PublicKey())

	sum, err := bls.AggregatePublicKeys([]bls.PublicKey{a.PublicKey(), b.PublicKey()})
	require.NoError(t, err)
	raw = sum.Bytes()
	decoded, err = bls.PublicKeyFromBytes(raw[:])
	require.NoError(t, err)
	require.True(t, decoded == sum)

	s, err := bls.AggregateSignatures([]bls.Signature{a.Sign([32]byte{}), b.Sign([32]byte{})})
	require.NoError(t, err)
	sraw := s.Bytes()
	sdec, err := bls.SignatureFromBytes(sraw[:])
	require.NoError(t, err)
	require.True(t, sdec == s)
	full := s.EIP2537()
	sdec, err = bls.SignatureFromEIP2537(full[:])
	require.NoError(t, err)
	require.True(t, sdec == s)
	require.Len(t, map[bls.Signature]bool{s: true, sdec: true}, 1)

	same, err := bls.SecretKeyFromBytes(func() []byte { r := a.Bytes(); return r[:] }())
	require.NoError(t, err)
	require.True(t, same.Equal(a))
	require.False(t, a.Equal(b))
}

func TestTextRoundTrip(t *testing.T) {
	k := newKey(t)
	type doc struct {
		Key bls.PublicKey
		Sig bls.Signature
	}
	in := doc{k.PublicKey(), k.Sign([32]byte{7})}
	js, err := json.Marshal(in)
	require.NoError(t, err)
	var out doc
	require.NoError(t, json.Unmarshal(js, &out))
	require.Equal(t, in, out)
	require.Error(t, json.Unmarshal([]byte(`{"Key":"0x00"}`), &out))
	require.Error(t, json.Unmarshal([]byte(`{"Sig":"`+k.PublicKey().String()+`"}`), &out))
}

// offSubgroupG1 is a point of the curve outside the prime-order subgroup.
func offSubgroupG1() gnark.G1Affine {
	var x, y, y2, b fp.Element
	b.SetUint64(4)
	for i := uint64(1); ; i++ {
		x.SetUint64(i)
		y2.Square(&x).Mul(&y2, &x).Add(&y2, &b)
		if y.Sqrt(&y2) == nil {
			continue
		}
		if p := (gnark.G1Affine{X: x, Y: y}); p.IsOnCurve() && !p.IsInSubGroup() {
			return p
		}
	}
}

// offSubgroupG2 is a point of the twist outside the prime-order subgroup.
func offSubgroupG2() gnark.G2Affine {
	var p gnark.G2Affine
	var y2, b gnark.E2
	b.A0.SetUint64(4)
	b.A1.SetUint64(4)
	for i := uint64(1); ; i++ {
		p.X.A0.SetUint64(i)
		p.X.A1.SetUint64(1)
		y2.Square(&p.X).Mul(&y2, &p.X).Add(&y2, &b)
		if y2.Legendre() != 1 {
			continue
		}
		p.Y.Sqrt(&y2)
		if p.IsOnCurve() && !p.IsInSubGroup() {
			return p
		}
	}
}

// eip2537 lays coordinates out as the precompiles take them.
func eip2537(coords ...fp.Element) []byte {
	var out []byte
	for i := range coords {
		b := coords[i].Bytes()
		out = append(append(out, make([]byte, 16)...), b[:]...)
	}
	return out
}

func TestDecodersRefuse(t *testing.T) {
	key := newKey(t)
	pk, sig := key.PublicKey().Bytes(), key.Sign([32]byte{3}).Bytes()
	pkE, sigE := key.PublicKey().EIP2537(), key.Sign([32]byte{3}).EIP2537()
	g1, g2 := offSubgroupG1(), offSubgroupG2()
	g1c, g2c := g1.Bytes(), g2.Bytes()
	with := func(b []byte, i int, v byte) []byte { b = bytes.Clone(b); b[i] ^= v; return b }
	infinity := func(n int) []byte { b := make([]byte, n); b[0] = 0xc0; return b }
	pkd := func(b []byte) error { _, err := bls.PublicKeyFromBytes(b); return err }
	sigd := func(b []byte) error { _, err := bls.SignatureFromBytes(b); return err }
	pke := func(b []byte) error { _, err := bls.PublicKeyFromEIP2537(b); return err }
	sige := func(b []byte) error { _, err := bls.SignatureFromEIP2537(b); return err }
	// A coordinate plus the modulus is the same field element in a second form.
	unreduced := func(b []byte) []byte {
		b = bytes.Clone(b)
		x := new(big.Int).Add(new(big.Int).SetBytes(b[:64]), fp.Modulus())
		x.FillBytes(b[:64])
		return b
	}
	cases := map[string]struct {
		decode func([]byte) error
		in     []byte
		want   error
	}{
		"key: good":                   {pkd, pk[:], nil},
		"key: empty":                  {pkd, nil, bls.ErrLength},
		"key: short":                  {pkd, pk[:47], bls.ErrLength},
		"key: trailing byte":          {pkd, append(bytes.Clone(pk[:]), 7), bls.ErrLength},
		"key: infinity":               {pkd, infinity(48), bls.ErrInfinity},
		"key: infinity with sign bit": {pkd, with(infinity(48), 0, 0x20), bls.ErrPoint},
		"key: infinity with payload":  {pkd, with(infinity(48), 47, 1), bls.ErrPoint},
		"key: zero":                   {pkd, make([]byte, 48), bls.ErrPoint},
		"key: off subgroup":           {pkd, g1c[:], bls.ErrPoint},
		"key: x above the modulus":    {pkd, bytes.Repeat([]byte{0xff}, 48), bls.ErrPoint},
		"key: uncompressed flag":      {pkd, with(pk[:], 0, 0x80), bls.ErrPoint},
		"sig: good":                   {sigd, sig[:], nil},
		"sig: empty":                  {sigd, nil, bls.ErrLength},
		"sig: short":                  {sigd, sig[:95], bls.ErrLength},
		"sig: trailing byte":          {sigd, append(bytes.Clone(sig[:]), 7), bls.ErrLength},
		"sig: infinity":               {sigd, infinity(96), bls.ErrInfinity},
		"sig: infinity with sign bit": {sigd, with(infinity(96), 0, 0x20), bls.ErrPoint},
		"sig: infinity with payload":  {sigd, with(infinity(96), 95, 1), bls.ErrPoint},
		"sig: zero":                   {sigd, make([]byte, 96), bls.ErrPoint},
		"sig: off subgroup":           {sigd, g2c[:], bls.ErrPoint},
		"sig: uncompressed flag":      {sigd, with(sig[:], 0, 0x80), bls.ErrPoint},
		"eip key: good":               {pke, pkE[:], nil},
		"eip key: short":              {pke, pkE[:127], bls.ErrLength},
		"eip key: infinity":           {pke, make([]byte, 128), bls.ErrInfinity},
		"eip key: padding":            {pke, with(pkE[:], 0, 1), bls.ErrPoint},
		"eip key: flag bit":           {pke, with(pkE[:], 16, 0x40), bls.ErrPoint},
		"eip key: off curve":          {pke, with(pkE[:], 127, 1), bls.ErrPoint},
		"eip key: off subgroup":       {pke, eip2537(g1.X, g1.Y), bls.ErrPoint},
		"eip key: unreduced":          {pke, unreduced(pkE[:]), bls.ErrPoint},
		"eip sig: good":               {sige, sigE[:], nil},
		"eip sig: trailing":           {sige, append(bytes.Clone(sigE[:]), 0), bls.ErrLength},
		"eip sig: infinity":           {sige, make([]byte, 256), bls.ErrInfinity},
		"eip sig: padding":            {sige, with(sigE[:], 192, 1), bls.ErrPoint},
		"eip sig: off curve":          {sige, with(sigE[:], 255, 1), bls.ErrPoint},
		"eip sig: off subgroup":       {sige, eip2537(g2.X.A0, g2.X.A1, g2.Y.A0, g2.Y.A1), bls.ErrPoint},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) { require.ErrorIs(t, c.decode(c.in), c.want) })
	}
}

func TestAggregation(t *testing.T) {
	digest := [32]byte{9}
	var keys []bls.PublicKey
	var sigs []bls.Signature
	for range 5 {
		k := newKey(t)
		keys, sigs = append(keys, k.PublicKey()), append(sigs, k.Sign(digest))
	}
	sum, err := bls.AggregateSignatures(sigs)
	require.NoError(t, err)
	apk, err := bls.AggregatePublicKeys(keys)
	require.NoError(t, err)
	require.True(t, bls.FastAggregateVerify(keys, digest, sum))
	require.True(t, apk.Verify(digest, sum))
	require.False(t, bls.FastAggregateVerify(keys[:4], digest, sum))
	require.False(t, bls.FastAggregateVerify(keys, [32]byte{8}, sum))

	_, err = bls.AggregateSignatures(nil)
	require.ErrorIs(t, err, bls.ErrEmpty)
	_, err = bls.AggregatePublicKeys(nil)
	require.ErrorIs(t, err, bls.ErrEmpty)
	_, err = bls.AggregateSignatures(append(sigs[:1:1], bls.Signature{}))
	require.ErrorIs(t, err, bls.ErrInfinity)
	_, err = bls.AggregatePublicKeys([]bls.PublicKey{{}})
	require.ErrorIs(t, err, bls.ErrInfinity)

	// A key and its negative cancel: that must be an error and not a key.
	raw := keys[0].Bytes()
	raw[0] ^= 0x20
	negative, err := bls.PublicKeyFromBytes(raw[:])
	require.NoError(t, err)
	_, err = bls.AggregatePublicKeys([]bls.PublicKey{keys[0], negative})
	require.ErrorIs(t, err, bls.ErrInfinity)
	require.False(t, bls.FastAggregateVerify([]bls.PublicKey{keys[0], negative}, digest, bls.Signature{}))
	sraw := sigs[0].Bytes()
	sraw[0] ^= 0x20
	nsig, err := bls.SignatureFromBytes(sraw[:])
	require.NoError(t, err)
	_, err = bls.AggregateSignatures([]bls.Signature{sigs[0], nsig})
	require.ErrorIs(t, err, bls.ErrInfinity)
}

func TestAgainstBlst(t *testing.T) {
	var sigs []bls.Signature
	var theirs [][]byte
	digest := [32]byte{0xab}
	for range 16 {
		k := newKey(t)
		raw := k.Bytes()
		sk := new(blst.SecretKey).Deserialize(raw[:])
		require.NotNil(t, sk)
		pk := k.PublicKey().Bytes()
		require.Equal(t, new(blst.P1Affine).From(sk).Compress(), pk[:])
		sig := k.Sign(digest)
		other := new(blst.P2Affine).Sign(sk, digest[:], []byte(ciphersuite))
		enc := sig.Bytes()
		require.Equal(t, other.Compress(), enc[:])
		require.True(t, other.Verify(true, new(blst.P1Affine).From(sk), true, digest[:], []byte(ciphersuite)))
		sigs, theirs = append(sigs, sig), append(theirs, other.Compress())
	}
	sum, err := bls.AggregateSignatures(sigs)
	require.NoError(t, err)
	agg := new(blst.P2Aggregate)
	require.True(t, agg.AggregateCompressed(theirs, true))
	enc := sum.Bytes()
	require.Equal(t, agg.ToAffine().Compress(), enc[:])
}

func TestEIP2537AgainstGnark(t *testing.T) {
	for range 8 {
		k := newKey(t)
		pk, sig := k.PublicKey(), k.Sign([32]byte{5})
		var g1 gnark.G1Affine
		var g2 gnark.G2Affine
		pc, sc := pk.Bytes(), sig.Bytes()
		_, err := g1.SetBytes(pc[:])
		require.NoError(t, err)
		_, err = g2.SetBytes(sc[:])
		require.NoError(t, err)
		pe, se := pk.EIP2537(), sig.EIP2537()
		require.Equal(t, eip2537(g1.X, g1.Y), pe[:])
		require.Equal(t, eip2537(g2.X.A0, g2.X.A1, g2.Y.A0, g2.Y.A1), se[:])
	}
}

func TestConcurrentUse(t *testing.T) {
	k := newKey(t)
	pk := k.PublicKey()
	want := k.Sign([32]byte{1})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 10 {
				sig := k.Sign([32]byte{1})
				raw := sig.Bytes()
				dec, err := bls.SignatureFromBytes(raw[:])
				if err != nil || dec != want || !pk.Verify([32]byte{1}, dec) ||
					!bls.FastAggregateVerify([]bls.PublicKey{pk}, [32]byte{1}, sig) {
					t.Error("a concurrent caller saw another result")
				}
			}
		})
	}
	wg.Wait()
}

// The one published vector set of the ciphersuite that everyone has: key, message and signature of the Ethereum tests.
func TestEthereumVector(t *testing.T) {
	k, err := bls.SecretKeyFromBytes(unhex(t, "47b8192d77bf871b62e87859d653922725724a5c031afeabc60bcef5ff665138"))
	require.NoError(t, err)
	require.Equal(t, "0xb301803f8b5ac4a1133581fc676dfedc60d891dd5fa99028805e5ea5b08d3491af75d0707adab3b70c6a6a580217bf81",
		k.PublicKey().String())
	sig := k.Sign([32]byte(bytes.Repeat([]byte{0xab}, 32)))
	require.Equal(t, "0x9674e2228034527f4c083206032b020310face156d4a4685e2fcaec2f6f3665aa635d90347b6ce124eb879266b1e801d"+
		"185de36a0a289b85e9039662634f2eea1e02e670bc7ab849d006a70b2f93b84597558a05b879c8d445f387a5d5b653df", sig.String())
}
