package bls_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	gnark "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/stretchr/testify/require"
	blst "github.com/supranational/blst/bindings/go"

	"github.com/trident-network/trident/internal/bls"
)

// shares are good ones of n new keys.
func shares(t testing.TB, n int, digest [32]byte) []bls.Share {
	t.Helper()
	out := make([]bls.Share, n)
	for i := range out {
		k := newKey(t)
		out[i] = bls.Share{Key: k.PublicKey(), Signature: k.Sign(digest)}
	}
	return out
}

// shifted is sig+x or sig−x, made with another library.
func shifted(t testing.TB, sig bls.Signature, x gnark.G2Affine, minus bool) bls.Signature {
	t.Helper()
	raw := sig.Bytes()
	var p gnark.G2Affine
	_, err := p.SetBytes(raw[:])
	require.NoError(t, err)
	if minus {
		p.Sub(&p, &x)
	} else {
		p.Add(&p, &x)
	}
	moved := p.Bytes()
	out, err := bls.SignatureFromBytes(moved[:])
	require.NoError(t, err)
	return out
}

func TestMessageVerifies(t *testing.T) {
	digest := [32]byte{7}
	m := bls.NewMessage(digest)
	all := shares(t, 3, digest)
	for i, s := range all {
		require.True(t, m.Verify(s.Key, s.Signature))
		require.True(t, s.Key.Verify(digest, s.Signature))
		require.False(t, m.Verify(all[(i+1)%3].Key, s.Signature))
		require.False(t, bls.NewMessage([32]byte{8}).Verify(s.Key, s.Signature))
		require.False(t, bls.Message{}.Verify(s.Key, s.Signature))
		require.False(t, m.Verify(bls.PublicKey{}, s.Signature))
		require.False(t, m.Verify(s.Key, bls.Signature{}))
	}
}

// TestCancellingSharesAreFound: the plain sum of a pair that cancels verifies, and each of the two is found all the same.
func TestCancellingSharesAreFound(t *testing.T) {
	digest := [32]byte{9}
	for _, n := range []int{2, 3, 16, 65} {
		all := shares(t, n, digest)
		_, _, _, x := gnark.Generators()
		all[0].Signature, all[n-1].Signature = shifted(t, all[0].Signature, x, false), shifted(t, all[n-1].Signature, x, true)
		var keys []bls.PublicKey
		var sigs []bls.Signature
		for _, s := range all {
			keys, sigs = append(keys, s.Key), append(sigs, s.Signature)
		}
		sum, err := bls.AggregateSignatures(sigs)
		require.NoError(t, err)
		require.True(t, bls.FastAggregateVerify(keys, digest, sum), "the attack is real")
		bad, _ := bls.NewMessage(digest).Invalid(all)
		require.Equal(t, []int{0, n - 1}, bad)
	}
}

// TestInvalidAgainstBlst spoils shares in every way and compares with one-by-one checks by another library.
func TestInvalidAgainstBlst(t *testing.T) {
	digest, other := [32]byte{1}, [32]byte{2}
	good := shares(t, 40, digest)
	wrong := shares(t, 40, other)
	random := rand.New(rand.NewPCG(3, 4))
	for round := range 24 {
		n := 1 + random.IntN(len(good))
		all := append([]bls.Share(nil), good[:n]...)
		for range round % 6 * n / 5 {
			i := random.IntN(n)
			switch random.IntN(4) {
			case 0:
				all[i].Signature = wrong[i].Signature // of another digest
			case 1:
				all[i].Key = wrong[i].Key // by another key
			case 2:
				all[i].Signature = good[(i+1)%len(good)].Signature // another's
			case 3:
				all[i].Signature = bls.Signature{}
			}
		}
		var want []int
		for i, s := range all {
			pk, sig := s.Key.Bytes(), s.Signature.Bytes()
			if !new(blst.P2Affine).VerifyCompressed(sig[:], true, pk[:], true, digest[:], []byte(ciphersuite)) {
				want = append(want, i)
			}
		}
		bad, checks := bls.NewMessage(digest).Invalid(all)
		require.Equal(t, want, bad, "round %d", round)
		require.LessOrEqual(t, checks, 2*n)
		if len(want) == 0 {
			require.Equal(t, 1, checks)
		}
	}
}

func TestOneLiarCostsLogarithmicallyManyChecks(t *testing.T) {
	digest := [32]byte{1}
	good := shares(t, 64, digest)
	wrong := shares(t, 1, [32]byte{2})[0]
	for _, liar := range []int{0, 31, 32, 63} {
		all := append([]bls.Share(nil), good...)
		all[liar].Signature = wrong.Signature
		bad, checks := bls.NewMessage(digest).Invalid(all)
		require.Equal(t, []int{liar}, bad)
		require.LessOrEqual(t, checks, 1+6+1)
	}
	bad, checks := bls.NewMessage(digest).Invalid(nil)
	require.Empty(t, bad)
	require.Zero(t, checks)
}

// BenchmarkInvalid is the check of n decoded shares, per share.
func BenchmarkInvalid(b *testing.B) {
	all := shares(b, 256, [32]byte{1})
	m := bls.NewMessage([32]byte{1})
	for _, n := range []int{1, 2, 4, 16, 64, 128, 256} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				m.Invalid(all[:n])
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/share")
		})
	}
}
