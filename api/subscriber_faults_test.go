package api_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

// liar serves certificates of a ledger after an edit.
type liar struct {
	*ledger
	edit func(avs.Certificate) []avs.Certificate
}

func (l liar) Subscribe(ctx context.Context, id avs.RollupID, from uint64) <-chan avs.Certificate {
	return filtered(ctx, l.ledger.Subscribe(ctx, id, from), l.edit)
}

func one(edit func(*avs.Certificate)) func(avs.Certificate) []avs.Certificate {
	return func(c avs.Certificate) []avs.Certificate {
		c.Signers = slices.Clone(c.Signers)
		edit(&c)
		return []avs.Certificate{c}
	}
}

// TestSubscriberNamesLies flips every field of what a lying operator serves: no lie is yielded, and each is named.
func TestSubscriberNamesLies(t *testing.T) {
	l := newLedger(t)
	l.certify(2)
	l.nextEpoch()
	l.certify(4)
	again := func(c avs.Certificate, edit func(*avs.FinalityClaim)) avs.Certificate { // signed anew
		edit(&c.Claim)
		return l.certificate(c.Claim)
	}
	for name, test := range map[string]struct {
		edit func(avs.Certificate) []avs.Certificate
		want error
	}{
		"rollup":       {one(func(c *avs.Certificate) { c.Claim.Rollup[0] ^= 1 }), client.ErrOtherRollup},
		"number":       {one(func(c *avs.Certificate) { c.Claim.Number += 3 }), avs.ErrCertSignature},
		"block hash":   {one(func(c *avs.Certificate) { c.Claim.BlockHash[0] ^= 1 }), avs.ErrCertSignature},
		"zero hash":    {one(func(c *avs.Certificate) { *c = again(*c, func(k *avs.FinalityClaim) { k.BlockHash = common.Hash{} }) }), client.ErrShape},
		"parent hash":  {one(func(c *avs.Certificate) { c.Claim.ParentHash[0] ^= 1 }), avs.ErrCertSignature},
		"state root":   {one(func(c *avs.Certificate) { c.Claim.StateRoot[0] ^= 1 }), avs.ErrCertSignature},
		"output root":  {one(func(c *avs.Certificate) { c.Claim.OutputRoot[0] ^= 1 }), avs.ErrCertSignature},
		"level":        {one(func(c *avs.Certificate) { c.Claim.Level++ }), avs.ErrCertSignature},
		"weaker level": {one(func(c *avs.Certificate) { *c = again(*c, func(k *avs.FinalityClaim) { k.Level = avs.LevelAgreement }) }), client.ErrLevel},
		"signer more":  {one(func(c *avs.Certificate) { c.Signers[0] |= 8 }), avs.ErrCertSignature},
		"signer less":  {one(func(c *avs.Certificate) { c.Signers[0] &= 3 }), avs.ErrCertQuorum},
		"bit beyond":   {one(func(c *avs.Certificate) { c.Signers[0] |= 16 }), avs.ErrCertBitmap},
		"long bitmap":  {one(func(c *avs.Certificate) { c.Signers = append(c.Signers, 0) }), avs.ErrCertBitmap},
		"no bitmap":    {one(func(c *avs.Certificate) { c.Signers = nil }), avs.ErrCertBitmap},
		"signature":    {one(func(c *avs.Certificate) { c.Signature[50] ^= 1 }), avs.ErrCertSignature},
		"infinity":     {one(func(c *avs.Certificate) { c.Signature = [96]byte{0xc0} }), avs.ErrCertSignature},
		"epoch":        {one(func(c *avs.Certificate) { c.Claim.Epoch = 3 - c.Claim.Epoch }), avs.ErrCertSignature},
		"epoch zero":   {one(func(c *avs.Certificate) { c.Claim.Epoch = 0 }), client.ErrPastEpoch},
		"future epoch": {one(func(c *avs.Certificate) { c.Claim.Epoch = 900 }), client.ErrFutureEpoch},
		"stale epoch": {one(func(c *avs.Certificate) {
			if c.Claim.Number == 5 {
				*c = again(*c, func(k *avs.FinalityClaim) { k.Epoch = 1 })
			}
		}), client.ErrStaleEpoch},
		"order": {func(c avs.Certificate) []avs.Certificate {
			return []avs.Certificate{c, c}
		}, client.ErrOrder},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := config(l)
			cfg.Certificates = liar{l, test.edit}
			sub := subscribe(l, 1, serve(t, cfg))
			sub.EpochWait = time.Millisecond
			r := read(t, sub)
			for {
				e := r.any()
				if e.Kind == client.KindCertificate {
					require.Equal(t, hashOf(e.Certificate.Claim.Number), e.Certificate.Claim.BlockHash)
					continue
				}
				if e.Kind == client.KindFault {
					require.ErrorIs(t, e.Err, test.want)
					require.Equal(t, sub.APIs[0], e.Operator)
					return
				}
			}
		})
	}
}

func TestSubscriberOutlivesALiar(t *testing.T) {
	l := newLedger(t)
	l.certify(20)
	cfg := config(l)
	cfg.Certificates = liar{l, one(func(c *avs.Certificate) { c.Claim.BlockHash[0] ^= 1 })}
	r := read(t, subscribe(l, 1, serve(t, cfg), serve(t, config(l))))
	r.numbers(1, 20)
	l.certify(5)
	r.numbers(21, 25)
}

func TestSubscriberStopsAtAConflict(t *testing.T) {
	l := newLedger(t)
	l.certify(6)
	other := config(l)
	other.Certificates = liar{l, one(func(c *avs.Certificate) {
		if c.Claim.Number == 4 {
			c.Claim.BlockHash[0] ^= 1
			*c = l.certificate(c.Claim)
		}
	})}
	r := read(t, subscribe(l, 1, serve(t, config(l)), serve(t, other)))
	for {
		select {
		case e := <-r.events:
			require.Equal(t, client.KindCertificate, e.Kind)
			continue
		case err := <-r.end:
			require.ErrorIs(t, err, client.ErrConflict)
			var conflict *client.ConflictError
			require.ErrorAs(t, err, &conflict)
			require.True(t, conflict.A.Claim.Conflicts(conflict.B.Claim))
			require.NoError(t, conflict.A.Verify(domain, conflict.SetA))
			require.NoError(t, conflict.B.Verify(domain, conflict.SetB))
			require.NotEqual(t, conflict.FromA, conflict.FromB)
		case <-time.After(wait):
			t.Fatal("no conflict")
		}
		return
	}
}

func TestSubscriberTellsOfAlerts(t *testing.T) {
	l := newLedger(t)
	l.certify(1)
	l.turn()
	cfg := config(l)
	cfg.Listen = fmt.Sprintf("127.0.0.1:%d", testutil.FreePort(t))
	s, err := api.New(cfg)
	require.NoError(t, err)
	require.NoError(t, s.Start(t.Context()))
	r := read(t, subscribe(l, 1, s))
	paused := r.until(client.KindPaused)
	require.True(t, paused.Paused)
	require.EqualValues(t, 1, paused.Alert.Alert.Sequence)
	require.NoError(t, paused.Alert.Verify(domain, paused.Set))
	r.numbers(1, 1)
	l.turn()
	require.False(t, r.until(client.KindResumed).Paused)
	l.turn()
	r.until(client.KindPaused)
	ctx, cancel := context.WithTimeout(context.Background(), wait)
	defer cancel()
	require.NoError(t, s.Stop(ctx))
	r.until(client.KindWaiting)
	l.turn() // while nobody listens
	serve(t, cfg)
	require.EqualValues(t, 4, r.until(client.KindResumed).Alert.Alert.Sequence)
}

// alarms serves other alerts.
type alarms struct {
	*ledger
	alert avs.CertifiedAlert
}

func (a alarms) AlertState(avs.RollupID) (avs.AlertState, <-chan struct{}, error) {
	return avs.AlertState{Paused: a.alert.Alert.Paused, Newest: &a.alert}, nil, nil
}

// TestSubscriberNamesFalseAlerts flips every field.
func TestSubscriberNamesFalseAlerts(t *testing.T) {
	l := newLedger(t)
	l.nextEpoch()
	l.certify(1)
	good := l.turn()
	for name, test := range map[string]struct {
		edit func(*avs.CertifiedAlert)
		want error
	}{
		"rollup":       {func(a *avs.CertifiedAlert) { a.Alert.Rollup[0] ^= 1 }, client.ErrOtherRollup},
		"epoch":        {func(a *avs.CertifiedAlert) { a.Alert.Epoch = 1 }, avs.ErrCertSignature},
		"future epoch": {func(a *avs.CertifiedAlert) { a.Alert.Epoch = 70 }, client.ErrFutureEpoch},
		"sequence":     {func(a *avs.CertifiedAlert) { a.Alert.Sequence = 3 }, avs.ErrCertSignature},
		"parity":       {func(a *avs.CertifiedAlert) { a.Alert.Sequence = 2 }, client.ErrAlertSequence},
		"paused":       {func(a *avs.CertifiedAlert) { a.Alert.Paused = false }, client.ErrAlertSequence},
		"signers":      {func(a *avs.CertifiedAlert) { a.Signers = avs.Bitmap{3} }, avs.ErrCertQuorum},
		"signer more":  {func(a *avs.CertifiedAlert) { a.Signers = avs.Bitmap{15} }, avs.ErrCertSignature},
		"bit beyond":   {func(a *avs.CertifiedAlert) { a.Signers = avs.Bitmap{23} }, avs.ErrCertBitmap},
		"signature":    {func(a *avs.CertifiedAlert) { a.Signature[9] ^= 1 }, avs.ErrCertSignature},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := config(l)
			bad := alarms{l, good}
			bad.alert.Signers = slices.Clone(good.Signers)
			test.edit(&bad.alert)
			cfg.Alerts = bad
			sub := subscribe(l, 1, serve(t, cfg))
			sub.EpochWait = time.Millisecond
			e := read(t, sub).until(client.KindFault)
			require.ErrorIs(t, e.Err, test.want)
			require.False(t, e.Paused)
		})
	}
}

// TestSubscriberSurvivesGarbage: an operator that is no operator is waited for, and the other one is enough.
func TestSubscriberSurvivesGarbage(t *testing.T) {
	l := newLedger(t)
	l.certify(3)
	honest := serve(t, config(l))
	for name, handler := range map[string]http.HandlerFunc{
		"error pages": func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusBadGateway) },
		"text":        func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "hello") },
		"broken frames": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/connect+proto")
			_, _ = w.Write([]byte{0, 0, 0, 0, 9, 1, 2, 3})
		},
		"endless frame": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/connect+proto")
			_, _ = w.Write([]byte{0, 0xff, 0xff, 0xff, 0xff})
			for i := 0; i < 1<<11; i++ {
				if _, err := w.Write(make([]byte, 1<<10)); err != nil {
					return
				}
			}
		},
		"empty messages": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/connect+proto")
			_, _ = w.Write(make([]byte, 5))
		},
		"silence": func(_ http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body) // else the server does not notice that the other side is gone
			<-r.Context().Done()
		},
	} {
		t.Run(name, func(t *testing.T) {
			garbage := httptest.NewServer(handler)
			defer garbage.Close()
			sub := subscribe(l, 1, honest)
			sub.APIs = append(sub.APIs, garbage.URL)
			sub.IdleWait = 100 * time.Millisecond
			read(t, sub).numbers(1, 3)
			alone := subscribe(l, 1)
			alone.APIs, alone.IdleWait = []string{garbage.URL}, 100*time.Millisecond
			e := read(t, alone).until(client.KindWaiting)
			require.ErrorContains(t, e.Err, garbage.URL)
		})
	}
}

// TestSubscriberOutlivesSilence cuts a connection in a way that nobody is told of: the stream is opened anew.
func TestSubscriberOutlivesSilence(t *testing.T) {
	l := newLedger(t)
	l.certify(1)
	s := serve(t, config(l))
	var swallow atomic.Bool
	proxy, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	go relay(proxy, s.Addr(), &swallow)
	sub := subscribe(l, 1)
	sub.APIs, sub.IdleWait = []string{"http://" + proxy.Addr().String()}, 200*time.Millisecond
	r := read(t, sub)
	t.Cleanup(func() { _ = proxy.Close() })
	r.numbers(1, 1)
	swallow.Store(true)
	l.certify(1)
	time.AfterFunc(400*time.Millisecond, func() { swallow.Store(false) })
	r.numbers(2, 2)
}

// relay passes connections on. Bytes that come from the server while swallow is set are lost.
func relay(in net.Listener, to string, swallow *atomic.Bool) {
	for {
		near, err := in.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", to)
		if err != nil {
			_ = near.Close()
			continue
		}
		go func() {
			_, _ = io.Copy(far, near)
			_ = far.Close()
		}()
		go func() {
			defer near.Close()
			buf := make([]byte, 4096)
			for {
				n, err := far.Read(buf)
				if err != nil {
					return
				}
				if !swallow.Load() {
					if _, err := near.Write(buf[:n]); err != nil {
						return
					}
				}
			}
		}()
	}
}

func TestSubscriberStartsFromAPinnedHash(t *testing.T) {
	l := newLedger(t)
	l.nextEpoch()
	l.certify(2)
	pinned := l.beginning()
	pinned.OperatorSets = nil
	s := serve(t, config(l))
	sub := subscribe(l, 1, s)
	sub.Trust = client.TrustGenesis(pinned)
	read(t, sub).numbers(1, 2)
	pinned.Hash[0] ^= 1
	sub.Trust = client.TrustGenesis(pinned)
	_, err := client.Subscribe(t.Context(), sub)
	require.ErrorIs(t, err, client.ErrGenesisHash)
	require.ErrorIs(t, err, client.ErrNoBeginning)
}

// forged serves other hand-offs.
type forged struct {
	*ledger
	edit func(*avs.CertifiedL1View)
}

func (f forged) HandOffsFrom(number uint64, limit int) ([]avs.CertifiedL1View, error) {
	all, err := f.ledger.HandOffsFrom(number, limit)
	for i := range all {
		f.edit(&all[i])
	}
	return all, err
}

func TestSubscriberNamesForgedHandOffs(t *testing.T) {
	l := newLedger(t)
	l.nextEpoch()
	l.certify(2)
	stale := l.handOffs[0]
	for name, test := range map[string]struct {
		edit func(*avs.CertifiedL1View)
		want error
	}{
		"number":     {func(c *avs.CertifiedL1View) { c.View.Number++ }, avs.ErrCertSignature},
		"stale":      {func(c *avs.CertifiedL1View) { c.View.Number = genesisBlock }, avs.ErrHandOffStale},
		"block hash": {func(c *avs.CertifiedL1View) { c.View.BlockHash[0] ^= 1 }, avs.ErrCertSignature},
		"old epoch":  {func(c *avs.CertifiedL1View) { c.View.Sets = []*avs.OperatorSet{l.set} }, avs.ErrHandOffEpoch},
		"other set":  {func(c *avs.CertifiedL1View) { c.View.Sets = append(slices.Clone(stale.View.Sets), other(t, l, 5)) }, avs.ErrCertSignature},
		"no set":     {func(c *avs.CertifiedL1View) { c.View.Sets = nil }, avs.ErrHandOffEmpty},
		"signers":    {func(c *avs.CertifiedL1View) { c.Signers = avs.Bitmap{3} }, avs.ErrCertQuorum},
		"bit beyond": {func(c *avs.CertifiedL1View) { c.Signers = avs.Bitmap{0x17} }, avs.ErrCertBitmap},
		"signature":  {func(c *avs.CertifiedL1View) { c.Signature[20] ^= 1 }, avs.ErrCertSignature},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := config(l)
			cfg.HandOffs = forged{l, test.edit}
			e := read(t, subscribe(l, 1, serve(t, cfg))).until(client.KindFault)
			require.ErrorIs(t, e.Err, test.want)
			if name != "stale" { // with an honest one beside it
				read(t, subscribe(l, 1, serve(t, cfg), serve(t, config(l)))).numbers(1, 2)
			}
		})
	}
}

// other is a set with another id.
func other(t *testing.T, l *ledger, id avs.SetID) *avs.OperatorSet {
	t.Helper()
	set, err := avs.NewOperatorSet(id, 1, []avs.Member{l.set.Member(0)})
	require.NoError(t, err)
	return set
}

func TestSubscribeRefuses(t *testing.T) {
	l := newLedger(t)
	good := subscribe(l, 1)
	good.APIs = []string{"http://127.0.0.1:1"}
	for name, test := range map[string]struct {
		edit func(*client.SubscriberConfig)
		want error
	}{
		"no operator": {func(c *client.SubscriberConfig) { c.APIs = nil }, client.ErrNoAPI},
		"no trust":    {func(c *client.SubscriberConfig) { c.Trust = nil }, client.ErrNoWord},
		"no rollup":   {func(c *client.SubscriberConfig) { c.Rollup = "" }, client.ErrNoWord},
		"other name":  {func(c *client.SubscriberConfig) { c.Rollup = "nope" }, client.ErrNoRollup},
		"no ordering set": {func(c *client.SubscriberConfig) {
			g := client.NewGenesis(domain, avs.L1View{Sets: []*avs.OperatorSet{l.set}}, []avs.Rollup{demo})
			c.Trust = client.TrustGenesis(g)
		}, avs.ErrHandOffBase},
		"nobody has the sets": {func(c *client.SubscriberConfig) {
			g := l.beginning()
			g.OperatorSets = nil
			c.Trust = client.TrustGenesis(g)
		}, client.ErrNoBeginning},
		"l1 unreachable": {func(c *client.SubscriberConfig) {
			c.Trust = client.TrustL1("http://127.0.0.1:1/secret", common.Address{1})
		}, client.ErrL1},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := good
			test.edit(&cfg)
			_, err := client.Subscribe(t.Context(), cfg)
			require.ErrorIs(t, err, test.want)
			require.NotContains(t, err.Error(), "secret")
		})
	}
}

func TestEventsHasOneReader(t *testing.T) {
	l := newLedger(t)
	l.certify(2)
	s, err := client.Subscribe(t.Context(), subscribe(l, 1, serve(t, config(l))))
	require.NoError(t, err)
	defer s.Close()
	for e, err := range s.Events(t.Context()) {
		require.NoError(t, err)
		require.EqualValues(t, 1, e.Certificate.Claim.Number)
		for _, err := range s.Events(t.Context()) {
			require.ErrorIs(t, err, client.ErrBusy)
		}
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	for e, err := range s.Events(ctx) { // goes on
		if err != nil {
			require.True(t, errors.Is(err, context.Canceled))
			break
		}
		require.EqualValues(t, 2, e.Certificate.Claim.Number)
		cancel()
	}
	cancel()
}
