package remote_test

import (
	"bytes"
	"context"
	"errors"
	"math"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/signer/remote"
)

// A caller cannot tell the guard in this process from one in another.
func TestConformance(t *testing.T) {
	here := guardOf(t, memory(t), "remote test")
	_, there := joined(t)
	for name, s := range map[string]remote.Guard{"here": here, "there": there} {
		t.Run(name, func(t *testing.T) { conform(t, s) })
	}
}

func conform(t *testing.T, s remote.Guard) {
	ctx := t.Context()
	b, _ := keysOf(t, "remote test")
	require.Equal(t, b.PublicKey(), s.BLSPublicKey())
	require.Equal(t, guardOf(t, memory(t), "remote test").ConsensusPublicKey(), s.ConsensusPublicKey())
	require.Equal(t, guardOf(t, memory(t), "remote test").ConsensusAddress(), s.ConsensusAddress())

	sig, err := s.BLS(ctx, st(5, 1))
	require.NoError(t, err)
	require.Equal(t, b.Sign([32]byte{1}), sig)
	again, err := s.BLS(ctx, st(5, 1))
	require.NoError(t, err)
	require.Equal(t, sig, again)
	_, err = s.BLS(ctx, st(5, 2))
	var conflict *signer.ConflictError
	require.ErrorAs(t, err, &conflict)
	require.ErrorIs(t, err, signer.ErrConflict)
	require.Equal(t, signer.ConflictError{Statement: st(5, 2), Signed: [32]byte{1}}, *conflict)
	_, err = s.BLS(ctx, st(3, 2))
	var low *signer.WatermarkError
	require.ErrorAs(t, err, &low)
	require.ErrorIs(t, err, signer.ErrBelowWatermark)
	require.Equal(t, signer.WatermarkError{Statement: st(3, 2), Min: 6}, *low)

	vote, err := s.ECDSA(ctx, spoken(7, "a vote"))
	require.NoError(t, err)
	require.NotZero(t, vote)
	_, err = s.ECDSA(ctx, spoken(7, "another"))
	require.ErrorAs(t, err, &conflict)
	require.Equal(t, "a vote", conflict.Payload)

	for name, c := range map[string]struct {
		statement signer.Statement
		want      error
	}{
		"no domain":       {signer.Statement{}, signer.ErrStatement},
		"last position":   {st(math.MaxUint64, 1), signer.ErrStatement},
		"foreign payload": {signer.Statement{Domain: "x", Payload: "x"}, signer.ErrStatement},
	} {
		_, err = s.ECDSA(ctx, c.statement)
		require.ErrorIs(t, err, c.want, name)
		_, err = s.BLS(ctx, c.statement)
		require.ErrorIs(t, err, c.want, name)
	}
	ack, err := s.UnslashableECDSA(signer.PurposeAvailabilityAck, [32]byte{9})
	require.NoError(t, err)
	require.NotZero(t, ack)
	proof, err := s.UnslashableBLS(signer.PurposeRegistration, [32]byte{9})
	require.NoError(t, err)
	require.Equal(t, b.Sign([32]byte{9}), proof)
	_, err = s.UnslashableBLS("claim", [32]byte{9})
	require.ErrorIs(t, err, signer.ErrPurpose)
	_, err = s.UnslashableECDSA("claim", [32]byte{9})
	require.ErrorIs(t, err, signer.ErrPurpose)
	conformHistory(t, s)
}

// conformHistory is the part of conform about where streams stand.
func conformHistory(t *testing.T, s remote.Guard) {
	ctx := t.Context()
	stream := signer.Stream{Key: signer.KeyBLS, Domain: "mach", Scope: [32]byte{1}}
	at, err := s.Watermark(ctx, stream)
	require.NoError(t, err)
	require.Equal(t, uint64(6), at)
	require.NoError(t, s.Raise(ctx, stream.Key, stream.Domain, stream.Scope, 20))
	_, err = s.BLS(ctx, st(19, 1))
	require.ErrorIs(t, err, signer.ErrBelowWatermark)
	_, err = s.BLS(ctx, st(20, 1))
	require.NoError(t, err)
	require.NoError(t, s.Prune(ctx, stream.Key, stream.Domain, stream.Scope, 20))
	_, err = s.BLS(ctx, st(5, 1))
	require.ErrorIs(t, err, signer.ErrBelowWatermark)
	list, err := s.Streams(ctx)
	require.NoError(t, err)
	require.Equal(t, []signer.StreamStatus{{Stream: stream, Next: 21, Records: 1},
		{Stream: signer.Stream{Key: signer.KeyConsensus, Domain: "comet", Scope: [32]byte{2}}, Next: 8, Records: 1}}, list)
	r, err := s.Restored(ctx)
	require.NoError(t, err)
	require.False(t, r.Active())
	require.ErrorIs(t, s.Raise(ctx, stream.Key, "", stream.Scope, 20), signer.ErrStatement)

	var history bytes.Buffer
	require.NoError(t, s.Export(&history))
	other := guardOf(t, memory(t), "remote test")
	require.NoError(t, other.Import(&history, time.Now()))
	for _, digest := range []byte{2, 3} {
		_, err = other.BLS(ctx, st(20, digest))
		require.ErrorIs(t, err, signer.ErrConflict)
	}
}

func TestRestorationOverTheWire(t *testing.T) {
	g, c := joined(t)
	ctx := t.Context()
	_, err := c.BLS(ctx, st(5, 1))
	require.NoError(t, err)
	require.NoError(t, g.Lost(time.UnixMilli(1_700_000_000_001)))
	_, err = c.BLS(ctx, st(6, 1))
	require.ErrorIs(t, err, signer.ErrRestored)
	r, err := c.Restored(ctx)
	require.NoError(t, err)
	want, err := g.Restored(ctx)
	require.NoError(t, err)
	require.Equal(t, want, r)
	require.ErrorIs(t, c.Resume(ctx, r.At), signer.ErrRestored)
	require.ErrorIs(t, c.Settle(ctx, r.At.Add(time.Second), r.Waiting[0], 9), signer.ErrRestored)
	require.NoError(t, c.Settle(ctx, r.At, r.Waiting[0], 9))
	_, err = c.BLS(ctx, st(8, 1))
	require.ErrorIs(t, err, signer.ErrBelowWatermark)
	require.NoError(t, c.Resume(ctx, r.At))
	r, err = c.Restored(ctx)
	require.NoError(t, err)
	require.False(t, r.Active())
	_, err = c.BLS(ctx, st(9, 1))
	require.NoError(t, err)
}

// Two nodes that run with one signer, by mistake or in a change-over, get one signature for each position.
func TestTwoNodesOneSignature(t *testing.T) {
	g := guardOf(t, memory(t), "remote test")
	address, _ := serve(t, g, &token, nil, "127.0.0.1:0")
	nodes := []*remote.Client{dial(t, address), dial(t, address)}
	for position := range uint64(10) {
		var wg sync.WaitGroup
		errs := make([]error, len(nodes))
		for i, n := range nodes {
			wg.Go(func() { _, errs[i] = n.ECDSA(context.Background(), st(position, byte(i))) })
		}
		wg.Wait()
		require.True(t, (errs[0] == nil) != (errs[1] == nil), "%v, %v", errs[0], errs[1])
		require.ErrorIs(t, errors.Join(errs...), signer.ErrConflict)
	}
}

// A signer that is away is no refusal, and it is found again when it is back.
func TestSignerComesAndGoes(t *testing.T) {
	db := memory(t)
	address, stop := serve(t, guardOf(t, db, "remote test"), &token, nil, "127.0.0.1:0")
	c := dial(t, address)
	_, err := c.ECDSA(t.Context(), st(1, 1))
	require.NoError(t, err)
	stop()
	_, err = c.ECDSA(t.Context(), st(2, 1))
	require.ErrorIs(t, err, signer.ErrUnavailable)
	require.ErrorContains(t, err, "trident signer")
	_, err = c.UnslashableECDSA(signer.PurposeAvailabilityAck, [32]byte{1})
	require.ErrorIs(t, err, signer.ErrUnavailable)
	_, err = c.Restored(t.Context())
	require.ErrorIs(t, err, signer.ErrUnavailable)

	_, stop = serve(t, guardOf(t, db, "remote test"), &token, nil, address)
	_, err = c.ECDSA(t.Context(), st(2, 1))
	require.NoError(t, err)
	_, err = c.ECDSA(t.Context(), st(1, 2))
	require.ErrorIs(t, err, signer.ErrConflict, "it knows what it signed")
	stop()

	serve(t, guardOf(t, memory(t), "other keys"), &token, nil, address)
	_, err = c.ECDSA(t.Context(), st(3, 1))
	require.ErrorIs(t, err, signer.ErrNoKey, "the client insists on the keys that it found first")
}

// A signer that takes the connection and says nothing costs no more time than the caller has.
func TestMuteSigner(t *testing.T) {
	g := guardOf(t, memory(t), "remote test")
	address, stop := serve(t, g, &token, nil, "127.0.0.1:0")
	c := dial(t, address)
	stop()
	l, err := net.Listen("tcp", address)
	require.NoError(t, err)
	defer l.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err = c.ECDSA(ctx, st(1, 1))
	require.ErrorIs(t, err, signer.ErrUnavailable)
}

func TestMissingKeys(t *testing.T) {
	g, err := signer.Open(signer.Config{Space: memory(t).Space})
	require.NoError(t, err)
	address, _ := serve(t, g, &token, nil, "127.0.0.1:0")
	c := dial(t, address)
	_, err = c.BLS(t.Context(), st(1, 1))
	require.ErrorIs(t, err, signer.ErrNoKey)
	_, err = c.UnslashableECDSA(signer.PurposeAvailabilityAck, [32]byte{})
	require.ErrorIs(t, err, signer.ErrNoKey)
	_, err = c.Watermark(t.Context(), signer.Stream{Key: signer.KeyBLS, Domain: "mach"})
	require.ErrorIs(t, err, signer.ErrNoKey)
	require.Zero(t, c.ConsensusAddress())
	require.Zero(t, c.ConsensusPublicKey())
	require.True(t, c.BLSPublicKey().IsInfinity())
}

func TestURLs(t *testing.T) {
	for text, ok := range map[string]bool{
		"http://127.0.0.1:1": true, "http://[::1]:1": true, "http://localhost:1/": true, "https://signer.example:1": true,
		"http://192.0.2.1:1": false, "http://signer.example:1": false, "ftp://127.0.0.1:1": false, "127.0.0.1:1": false, "": false,
		"http://127.0.0.1:1/path": false, "http://user@127.0.0.1:1": false, "http://%zz": false,
	} {
		err := remote.CheckURL(text)
		require.Equal(t, ok, err == nil, "%s: %v", text, err)
		if !ok {
			require.ErrorIs(t, err, remote.ErrURL)
		}
	}
	_, err := remote.Dial(t.Context(), remote.ClientConfig{URL: "http://127.0.0.1:1"})
	require.ErrorIs(t, err, remote.ErrURL, "without a token")
	_, err = remote.Dial(t.Context(), remote.ClientConfig{URL: "https://127.0.0.1:1", Token: &token})
	require.ErrorIs(t, err, remote.ErrURL, "without certificates")

	for listen, want := range map[string]error{"127.0.0.1:1": nil, "[::1]:0": nil, "0.0.0.0:1": remote.ErrExposed, ":1": remote.ErrExposed, "192.0.2.1:1": remote.ErrExposed} {
		require.ErrorIs(t, remote.CheckListen(listen, false), want, listen)
		require.NoError(t, remote.CheckListen(listen, true), listen)
	}
	require.Error(t, remote.CheckListen("127.0.0.1", true))
}
