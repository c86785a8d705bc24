package signer_test

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// keys are fixed, so that a test can make the same signatures in another process.
func keys(t testing.TB) (bls.SecretKey, *ecdsa.PrivateKey) {
	t.Helper()
	seed := crypto.Keccak256([]byte("guard test"))
	seed[0] &= 0x3f
	b, err := bls.SecretKeyFromBytes(seed)
	require.NoError(t, err)
	e, err := crypto.ToECDSA(seed)
	require.NoError(t, err)
	return b, e
}

func memory(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.Memory()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

func open(t testing.TB, db *store.DB) *signer.Guard {
	t.Helper()
	b, e := keys(t)
	g, err := signer.Open(signer.Config{Space: db.Sub("signer"), BLS: b, Consensus: e})
	require.NoError(t, err)
	return g
}

func st(position uint64, digest byte) signer.Statement {
	return signer.Statement{Domain: "mach", Scope: [32]byte{1}, Position: position, Digest: [32]byte{digest}}
}

func TestRule(t *testing.T) {
	type step struct {
		position uint64
		digest   byte
		want     error
	}
	cases := map[string][]step{
		"identical is signed again": {{5, 1, nil}, {5, 1, nil}},
		"conflict is refused":       {{5, 1, nil}, {5, 2, signer.ErrConflict}, {5, 1, nil}},
		"ascending with gaps":       {{0, 1, nil}, {1, 1, nil}, {7, 1, nil}, {math.MaxUint64 - 1, 1, nil}},
		"below without a record":    {{5, 1, nil}, {4, 1, signer.ErrBelowWatermark}, {6, 1, nil}, {5, 1, nil}},
		"below with a record":       {{5, 1, nil}, {6, 1, nil}, {5, 1, nil}, {5, 2, signer.ErrConflict}},
		"last position":             {{math.MaxUint64, 1, signer.ErrStatement}},
	}
	for name, steps := range cases {
		for _, reopen := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, reopen %v", name, reopen), func(t *testing.T) {
				db := memory(t)
				g := open(t, db)
				b, e := keys(t)
				for _, s := range steps {
					if reopen {
						g = open(t, db)
					}
					statement := st(s.position, s.digest)
					sig, err := g.BLS(t.Context(), statement)
					require.ErrorIs(t, err, s.want)
					esig, err := g.ECDSA(t.Context(), statement)
					require.ErrorIs(t, err, s.want)
					if s.want != nil {
						require.Zero(t, sig)
						require.Zero(t, esig)
						continue
					}
					require.Equal(t, b.Sign(statement.Digest), sig)
					pub, err := crypto.SigToPub(statement.Digest[:], esig[:])
					require.NoError(t, err)
					require.True(t, pub.Equal(&e.PublicKey))
				}
			})
		}
	}
}

func TestStreamsAreApart(t *testing.T) {
	g := open(t, memory(t))
	base := st(5, 1)
	other := []func(*signer.Statement){
		func(s *signer.Statement) { s.Domain = "l1view" },
		func(s *signer.Statement) { s.Domain = "mac" },
		func(s *signer.Statement) { s.Scope[31] = 9 },
	}
	_, err := g.BLS(t.Context(), base)
	require.NoError(t, err)
	for _, change := range other {
		s := base
		s.Position, s.Digest = 3, [32]byte{2}
		change(&s)
		_, err := g.BLS(t.Context(), s)
		require.NoError(t, err)
	}
	// The two keys have histories of their own.
	s := st(5, 2)
	_, err = g.ECDSA(t.Context(), s)
	require.NoError(t, err)
}

func TestErrorsTellEverything(t *testing.T) {
	g := open(t, memory(t))
	_, err := g.BLS(t.Context(), st(5, 1))
	require.NoError(t, err)
	_, err = g.BLS(t.Context(), st(5, 2))
	var conflict *signer.ConflictError
	require.ErrorAs(t, err, &conflict)
	require.Equal(t, [32]byte{1}, conflict.Signed)
	require.Equal(t, st(5, 2), conflict.Statement)
	for _, part := range []string{"mach", "position 5", "0x01", "0x02"} {
		require.Contains(t, err.Error(), part)
	}
	_, err = g.BLS(t.Context(), st(2, 2))
	var low *signer.WatermarkError
	require.ErrorAs(t, err, &low)
	require.Equal(t, uint64(6), low.Min)
	require.Contains(t, err.Error(), "position 2")
}

func TestBadStatements(t *testing.T) {
	g := open(t, memory(t))
	for _, domain := range []string{"", strings.Repeat("x", signer.MaxDomain+1)} {
		_, err := g.BLS(t.Context(), signer.Statement{Domain: domain})
		require.ErrorIs(t, err, signer.ErrStatement)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	// A context that has ended may or may not be noticed before the turn is taken; it must never harm the record.
	_, _ = g.BLS(ctx, st(1, 1))
	_, err := g.BLS(t.Context(), st(1, 1))
	require.NoError(t, err)
}

func TestMissingKeys(t *testing.T) {
	g, err := signer.Open(signer.Config{Space: memory(t).Space})
	require.NoError(t, err)
	_, err = g.BLS(t.Context(), st(1, 1))
	require.ErrorIs(t, err, signer.ErrNoKey)
	_, err = g.ECDSA(t.Context(), st(1, 1))
	require.ErrorIs(t, err, signer.ErrNoKey)
	_, err = g.UnslashableBLS(signer.PurposeRegistration, [32]byte{})
	require.ErrorIs(t, err, signer.ErrNoKey)
	_, err = g.UnslashableECDSA(signer.PurposeAvailabilityAck, [32]byte{})
	require.ErrorIs(t, err, signer.ErrNoKey)
	require.ErrorIs(t, g.Raise(t.Context(), signer.KeyBLS, "mach", [32]byte{}, 1), signer.ErrNoKey)
	require.Zero(t, g.ConsensusAddress())
	require.True(t, g.BLSPublicKey().IsInfinity())
}

func TestUnslashable(t *testing.T) {
	g := open(t, memory(t))
	b, e := keys(t)
	d := [32]byte{3}
	sig, err := g.UnslashableBLS(signer.PurposeRegistration, d)
	require.NoError(t, err)
	require.True(t, g.BLSPublicKey().Verify(d, sig))
	require.Equal(t, b.PublicKey(), g.BLSPublicKey())
	esig, err := g.UnslashableECDSA(signer.PurposeAvailabilityAck, d)
	require.NoError(t, err)
	pub, err := crypto.SigToPub(d[:], esig[:])
	require.NoError(t, err)
	require.Equal(t, g.ConsensusAddress(), crypto.PubkeyToAddress(*pub))
	require.Equal(t, crypto.PubkeyToAddress(e.PublicKey), g.ConsensusAddress())
	for _, p := range []signer.Purpose{"", "claim"} {
		_, err = g.UnslashableBLS(p, d)
		require.ErrorIs(t, err, signer.ErrPurpose)
		_, err = g.UnslashableECDSA(p, d)
		require.ErrorIs(t, err, signer.ErrPurpose)
	}
}

func TestRaise(t *testing.T) {
	db := memory(t)
	g := open(t, db)
	ctx, scope := t.Context(), [32]byte{1}
	_, err := g.BLS(ctx, st(5, 1))
	require.NoError(t, err)
	require.NoError(t, g.Raise(ctx, signer.KeyBLS, "mach", scope, 100))
	require.NoError(t, g.Raise(ctx, signer.KeyBLS, "mach", scope, 50), "lower is no change")
	require.ErrorIs(t, g.Raise(ctx, signer.KeyBLS, "mach", scope, math.MaxUint64), signer.ErrStatement)
	for range 2 {
		_, err = g.BLS(ctx, st(99, 1))
		require.ErrorIs(t, err, signer.ErrBelowWatermark)
		_, err = g.BLS(ctx, st(5, 1))
		require.NoError(t, err, "what has a record is signed again")
		g = open(t, db)
	}
	_, err = g.BLS(ctx, st(100, 1))
	require.NoError(t, err)
}

func TestPrune(t *testing.T) {
	db := memory(t)
	g := open(t, db)
	ctx, scope := t.Context(), [32]byte{1}
	require.NoError(t, g.Prune(ctx, signer.KeyBLS, "mach", scope, 9), "nothing to prune")
	for p := range uint64(10) {
		_, err := g.BLS(ctx, st(p, 1))
		require.NoError(t, err)
	}
	require.NoError(t, g.Prune(ctx, signer.KeyBLS, "mach", scope, 4))
	_, err := g.BLS(ctx, st(3, 1))
	require.ErrorIs(t, err, signer.ErrBelowWatermark)
	_, err = g.BLS(ctx, st(4, 1))
	require.NoError(t, err)
	require.NoError(t, g.Prune(ctx, signer.KeyBLS, "mach", scope, 1000))
	for range 2 {
		_, err = g.BLS(ctx, st(9, 2))
		require.ErrorIs(t, err, signer.ErrConflict, "the highest record stays")
		_, err = g.BLS(ctx, st(8, 1))
		require.ErrorIs(t, err, signer.ErrBelowWatermark)
		g = open(t, db)
	}
}

// Of many callers with different digests for one position, one digest wins and keeps winning.
func TestConcurrentConflicts(t *testing.T) {
	g := open(t, memory(t))
	b, _ := keys(t)
	for position := range uint64(5) {
		var mu sync.Mutex
		won := map[byte]int{}
		var wg sync.WaitGroup
		for d := range byte(16) {
			wg.Go(func() {
				s := st(position, d%4)
				sig, err := g.BLS(t.Context(), s)
				if err != nil {
					return
				}
				if sig != b.Sign(s.Digest) {
					t.Error("another signature than the digest's")
				}
				mu.Lock()
				won[d%4]++
				mu.Unlock()
			})
		}
		wg.Wait()
		require.Len(t, won, 1)
		for _, n := range won {
			require.Equal(t, 4, n)
		}
	}
}

func TestConcurrentStreams(t *testing.T) {
	m := metrics.New()
	b, e := keys(t)
	g, err := signer.Open(signer.Config{Space: memory(t).Space, BLS: b, Consensus: e, Metrics: m})
	require.NoError(t, err)
	var wg sync.WaitGroup
	for scope := range byte(8) {
		wg.Go(func() {
			for p := range uint64(10) {
				s := signer.Statement{Domain: "mach", Scope: [32]byte{scope}, Position: p}
				if _, err := g.BLS(t.Context(), s); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// The guard agrees with a naive model over random calls, restarts, floors and prunings.
func TestAgainstModel(t *testing.T) {
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 7))
		db := memory(t)
		g := open(t, db)
		signed, low := map[uint64]byte{}, uint64(0)
		for range 300 {
			p, d := rng.Uint64N(40), byte(rng.IntN(2))
			switch rng.IntN(20) {
			case 0:
				g = open(t, db)
			case 1:
				p /= 4
				require.NoError(t, g.Raise(t.Context(), signer.KeyConsensus, "mach", [32]byte{1}, p))
				low = max(low, p)
			case 2:
				require.NoError(t, g.Prune(t.Context(), signer.KeyConsensus, "mach", [32]byte{1}, p))
				top := uint64(0)
				for q := range signed {
					top = max(top, q)
				}
				for q := range signed {
					if q < p && q != top {
						delete(signed, q)
					}
				}
			default:
				want := error(nil)
				if have, ok := signed[p]; ok && have != d {
					want = signer.ErrConflict
				} else if !ok && p < low {
					want = signer.ErrBelowWatermark
				} else {
					signed[p], low = d, max(low, p+1)
				}
				_, err := g.ECDSA(t.Context(), st(p, d))
				require.ErrorIs(t, err, want)
			}
		}
	}
}

func TestForeignHistoryVersion(t *testing.T) {
	db := memory(t)
	require.NoError(t, db.Set([]byte("v"), []byte{99}))
	_, err := signer.Open(signer.Config{Space: db.Space})
	require.ErrorIs(t, err, signer.ErrHistory)
}

func TestMain(m *testing.M) {
	if runChild() || runKilled() {
		return
	}
	goleak.VerifyTestMain(m)
}
