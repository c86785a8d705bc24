package signer_test

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/signer"
)

var restoredAt = time.UnixMilli(1_700_000_000_123)

// spoken is a statement with a payload.
func spoken(domain string, position uint64, payload string) signer.Statement {
	return signer.Statement{Domain: domain, Scope: [32]byte{1}, Position: position,
		Digest: crypto.Keccak256Hash([]byte(payload)), Payload: payload}
}

// resume ends a restoration without raising anything: for tests in which nothing was signed meanwhile.
func resume(t testing.TB, g *signer.Guard) {
	t.Helper()
	r, err := g.Restored(t.Context())
	require.NoError(t, err)
	require.True(t, r.Active())
	for _, s := range r.Waiting {
		require.NoError(t, g.Settle(t.Context(), r.At, s, 0))
	}
	require.NoError(t, g.Resume(t.Context(), r.At))
}

func TestPayload(t *testing.T) {
	db := memory(t)
	g := open(t, db)
	ctx := t.Context()
	first := spoken("comet", 7, "one")
	sig, err := g.ECDSA(ctx, first)
	require.NoError(t, err)
	for range 2 {
		_, err = g.ECDSA(ctx, spoken("comet", 7, "two"))
		var conflict *signer.ConflictError
		require.ErrorAs(t, err, &conflict)
		require.Equal(t, "one", conflict.Payload)
		again, err := g.ECDSA(ctx, signer.Statement{Domain: "comet", Scope: [32]byte{1}, Position: 7, Digest: conflict.Signed, Payload: conflict.Payload})
		require.NoError(t, err)
		require.Equal(t, sig, again)
		g = open(t, db)
	}
	bad := spoken("comet", 8, "one")
	bad.Digest[0]++
	_, err = g.ECDSA(ctx, bad)
	require.ErrorIs(t, err, signer.ErrStatement)
	_, err = g.ECDSA(ctx, spoken("comet", 8, string(make([]byte, signer.MaxPayload+1))))
	require.ErrorIs(t, err, signer.ErrStatement)

	_, err = g.ECDSA(ctx, spoken("comet", 9, "three"))
	require.NoError(t, err)
	require.NoError(t, g.Prune(ctx, signer.KeyConsensus, "comet", [32]byte{1}, 9))
	_, err = g.ECDSA(ctx, first)
	require.ErrorIs(t, err, signer.ErrBelowWatermark)
	_, payload, found, err := db.Sub("signer").Last([]byte{'p'})
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, "three", string(payload), "payloads are pruned with their records")
}

func TestWatermark(t *testing.T) {
	g := open(t, memory(t))
	stream := signer.Stream{Key: signer.KeyBLS, Domain: "mach", Scope: [32]byte{1}}
	for _, want := range []uint64{0, 6, 20} {
		got, err := g.Watermark(t.Context(), stream)
		require.NoError(t, err)
		require.Equal(t, want, got)
		_, err = g.BLS(t.Context(), st(5, 1))
		require.NoError(t, err)
		if want == 6 {
			require.NoError(t, g.Raise(t.Context(), signer.KeyBLS, "mach", [32]byte{1}, 20))
		}
	}
	_, err := g.Watermark(t.Context(), signer.Stream{Key: 'x', Domain: "mach"})
	require.ErrorIs(t, err, signer.ErrNoKey)
}

func TestRestorationStepByStep(t *testing.T) {
	db, ctx := memory(t), t.Context()
	g := open(t, db)
	r, err := g.Restored(ctx)
	require.NoError(t, err)
	require.False(t, r.Active())
	machs := signer.Stream{Key: signer.KeyBLS, Domain: "mach", Scope: [32]byte{1}}
	require.NoError(t, g.Settle(ctx, restoredAt, machs, 99), "nothing to settle")
	require.NoError(t, g.Resume(ctx, restoredAt))
	_, err = g.BLS(ctx, st(1, 1))
	require.NoError(t, err)

	require.NoError(t, g.Import(bytes.NewReader(export(t, signedBefore(t))), restoredAt))
	for range 2 { // the state outlives a restart
		r, err = g.Restored(ctx)
		require.NoError(t, err)
		require.Equal(t, restoredAt, r.At)
		require.ElementsMatch(t, []signer.Stream{machs, {Key: signer.KeyBLS, Domain: "l1view"},
			{Key: signer.KeyConsensus, Domain: "mach", Scope: [32]byte{1}}, {Key: signer.KeyConsensus, Domain: "comet", Scope: [32]byte{1}}}, r.Waiting)
		_, err = g.BLS(ctx, st(100, 1))
		require.ErrorIs(t, err, signer.ErrRestored)
		_, err = g.BLS(ctx, signer.Statement{Domain: "new", Position: 1})
		require.ErrorIs(t, err, signer.ErrRestored, "a stream without a history may have one elsewhere")
		_, err = g.BLS(ctx, st(5, 5))
		require.NoError(t, err, "what is on record was signed before the backup")
		_, err = g.BLS(ctx, st(5, 6))
		require.ErrorIs(t, err, signer.ErrConflict)
		require.ErrorIs(t, g.Resume(ctx, r.At), signer.ErrRestored, "streams wait")
		g = open(t, db)
	}
	require.NoError(t, g.Raise(ctx, signer.KeyBLS, "mach", [32]byte{1}, 50))
	_, err = g.BLS(ctx, st(100, 1))
	require.ErrorIs(t, err, signer.ErrRestored, "to raise is not to vouch")
	require.ErrorIs(t, g.Settle(ctx, r.At.Add(time.Millisecond), machs, 60), signer.ErrRestored, "another restoration")
	require.ErrorIs(t, g.Settle(ctx, r.At, machs, math.MaxUint64), signer.ErrStatement)
	require.ErrorIs(t, g.Settle(ctx, r.At, signer.Stream{Key: 'x'}, 1), signer.ErrNoKey)

	require.NoError(t, g.Settle(ctx, r.At, machs, 60))
	for range 2 {
		_, err = g.BLS(ctx, st(59, 1))
		require.ErrorIs(t, err, signer.ErrBelowWatermark)
		_, err = g.BLS(ctx, st(60, 1))
		require.NoError(t, err)
		_, err = g.ECDSA(ctx, st(1000, 1))
		require.ErrorIs(t, err, signer.ErrRestored, "the other key's stream waits on")
		g = open(t, db)
	}
	resume(t, g)
	for range 2 {
		_, err = g.ECDSA(ctx, st(1000, 1))
		require.NoError(t, err)
		_, err = g.BLS(ctx, signer.Statement{Domain: "new", Position: 1})
		require.NoError(t, err)
		g = open(t, db)
	}

	require.NoError(t, g.Lost(restoredAt), "the same moment")
	again, err := g.Restored(ctx)
	require.NoError(t, err)
	require.Len(t, again.Waiting, 5, "what was settled before is not settled now")
	_, err = g.BLS(ctx, st(2000, 1))
	require.ErrorIs(t, err, signer.ErrRestored)
}

// A key that is not here when its history comes is as careful when it comes later.
func TestRestorationOfAnotherKey(t *testing.T) {
	doc := export(t, signedBefore(t))
	db := memory(t)
	keyless, err := signer.Open(signer.Config{Space: db.Sub("signer")})
	require.NoError(t, err)
	require.NoError(t, keyless.Import(bytes.NewReader(doc), restoredAt))
	r, err := keyless.Restored(t.Context())
	require.NoError(t, err)
	require.False(t, r.Active(), "it has no key that could wait")
	_, err = open(t, db).BLS(t.Context(), st(100, 1))
	require.ErrorIs(t, err, signer.ErrRestored)
}

// network is what the world has seen: which digest was signed at which position of which stream, by whichever guard.
type network struct {
	t    *testing.T
	seen map[signer.Stream]map[uint64][32]byte
}

func (n *network) floor(s signer.Stream) (floor uint64) {
	for position := range n.seen[s] {
		floor = max(floor, position+1)
	}
	return floor
}

// ask asks a guard for a signature, which the world sees. Two digests at one position are what must never be.
func (n *network) ask(g *signer.Guard, s signer.Stream, position uint64, digest byte) {
	n.t.Helper()
	statement := signer.Statement{Domain: s.Domain, Scope: s.Scope, Position: position, Digest: [32]byte{digest}}
	var err error
	if s.Key == signer.KeyBLS {
		_, err = g.BLS(n.t.Context(), statement)
	} else {
		_, err = g.ECDSA(n.t.Context(), statement)
	}
	if err != nil {
		for _, refusal := range []error{signer.ErrConflict, signer.ErrBelowWatermark, signer.ErrRestored} {
			if errors.Is(err, refusal) {
				return
			}
		}
		require.NoError(n.t, err)
	}
	if n.seen[s] == nil {
		n.seen[s] = map[uint64][32]byte{}
	}
	have, found := n.seen[s][position]
	require.True(n.t, !found || have == statement.Digest, "signed twice: %v at %d", s, position)
	n.seen[s][position] = statement.Digest
}

// A guard is backed up, signs on, and stops. Its backup is restored elsewhere, where other statements are asked for, at
// every stage of the restoration. Over random histories, nothing is ever signed twice, and in the end it signs again.
func TestBackupSignsNothingTwice(t *testing.T) {
	streams := []signer.Stream{
		{Key: signer.KeyConsensus, Domain: "comet", Scope: [32]byte{9}}, {Key: signer.KeyConsensus, Domain: "squad", Scope: [32]byte{1}},
		{Key: signer.KeyConsensus, Domain: "squad", Scope: [32]byte{2}}, {Key: signer.KeyBLS, Domain: "mach", Scope: [32]byte{1}},
		{Key: signer.KeyBLS, Domain: "l1view"}, {Key: signer.KeyBLS, Domain: "alert", Scope: [32]byte{3}},
	}
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 1))
		n := &network{t: t, seen: map[signer.Stream]map[uint64][32]byte{}}
		some := func(g *signer.Guard, digest byte, count int) {
			for range count {
				n.ask(g, streams[rng.IntN(len(streams))], rng.Uint64N(30), digest+byte(rng.IntN(2)))
			}
		}
		first := open(t, memory(t))
		some(first, 1, rng.IntN(40))
		backup := export(t, first)
		some(first, 1, rng.IntN(40))
		// The first has stopped. The second has signed something of its own before, or not.
		db := memory(t)
		second := open(t, db)
		require.NoError(t, second.Import(bytes.NewReader(backup), restoredAt))
		some(second, 5, 30)
		for _, i := range rng.Perm(len(streams)) {
			if rng.IntN(3) == 0 {
				second = open(t, db)
			}
			r, err := second.Restored(t.Context())
			require.NoError(t, err)
			require.NoError(t, second.Settle(t.Context(), r.At, streams[i], n.floor(streams[i])+rng.Uint64N(3)))
			some(second, 5, 20)
		}
		r, err := second.Restored(t.Context())
		require.NoError(t, err)
		require.Empty(t, r.Waiting)
		require.NoError(t, second.Resume(t.Context(), r.At))
		some(open(t, db), 5, 60)
		for _, s := range streams {
			before := n.floor(s)
			n.ask(second, s, 1000, 7)
			require.Greater(t, n.floor(s), before, "%v signs again", s)
		}
	}
}

// A history of the release before is read as it is, and that release does not read it afterwards.
func TestUpgrade(t *testing.T) {
	db := memory(t)
	g := open(t, db)
	_, err := g.BLS(t.Context(), st(5, 1))
	require.NoError(t, err)
	require.NoError(t, db.Sub("signer").SetSync([]byte{'v'}, []byte{1}))
	g = open(t, db)
	_, err = g.BLS(t.Context(), st(5, 2))
	require.ErrorIs(t, err, signer.ErrConflict)
	version, _, err := db.Sub("signer").Get([]byte{'v'})
	require.NoError(t, err)
	require.Equal(t, []byte{2}, version)

	doc := bytes.Replace(export(t, g), []byte(`"version": 2`), []byte(`"version": 1`), 1)
	require.NoError(t, open(t, memory(t)).Import(bytes.NewReader(doc), restoredAt))
}

func TestDamagedHistory(t *testing.T) {
	for name, key := range map[string][]byte{
		"restoration": append([]byte{'x', 'e'}, publicOf(t)...),
		"record":      append(append([]byte{'r', 'e'}, publicOf(t)...), 9, 'x'),
	} {
		t.Run(name, func(t *testing.T) {
			db := memory(t)
			g := open(t, db)
			require.NoError(t, g.Lost(restoredAt))
			require.NoError(t, db.Sub("signer").SetSync(key, []byte{1}))
			b, e := keys(t)
			g, err := signer.Open(signer.Config{Space: db.Sub("signer"), BLS: b, Consensus: e})
			if err == nil {
				_, err = g.Restored(t.Context())
			}
			require.ErrorIs(t, err, signer.ErrHistory)
		})
	}
}

func publicOf(t *testing.T) []byte {
	_, e := keys(t)
	return crypto.CompressPubkey(&e.PublicKey)
}
