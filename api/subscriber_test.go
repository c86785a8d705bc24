package api_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

// reader reads events of a subscriber on a goroutine of its own.
type reader struct {
	t      *testing.T
	events chan client.Event
	end    chan error
	faults []client.Event // seen by next
}

// read subscribes and reads until the test ends.
func read(t *testing.T, cfg client.SubscriberConfig) *reader {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s, err := client.Subscribe(ctx, cfg)
	require.NoError(t, err)
	r := &reader{t: t, events: make(chan client.Event), end: make(chan error, 1)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer s.Close()
		for e, err := range s.Events(ctx) {
			if err != nil {
				r.end <- err
				return
			}
			select {
			case r.events <- e:
			case <-ctx.Done():
			}
		}
	}()
	t.Cleanup(func() {
		cancel()
		<-done
	})
	return r
}

// next is the next event that is not a fault or a wait.
func (r *reader) next() client.Event {
	r.t.Helper()
	for len(r.faults) < 1000 {
		e := r.any()
		if e.Kind != client.KindFault && e.Kind != client.KindWaiting {
			return e
		}
		r.faults = append(r.faults, e)
	}
	r.t.Fatalf("nothing but faults: %v", r.faults[0].Err)
	return client.Event{}
}

func (r *reader) any() client.Event {
	r.t.Helper()
	select {
	case e := <-r.events:
		return e
	case err := <-r.end:
		r.t.Fatalf("the subscriber ended: %v", err)
	case <-time.After(wait):
		r.t.Fatal("no event")
	}
	return client.Event{}
}

// until waits for an event of a kind.
func (r *reader) until(kind client.Kind) client.Event {
	r.t.Helper()
	for {
		if e := r.any(); e.Kind == kind {
			return e
		}
	}
}

// numbers reads certificates of exactly these numbers.
func (r *reader) numbers(first, last uint64) {
	r.t.Helper()
	for want := first; want <= last; want++ {
		e := r.next()
		require.Equal(r.t, client.KindCertificate, e.Kind, "%v", e.Err)
		require.Equal(r.t, want, e.Certificate.Claim.Number)
		require.Equal(r.t, hashOf(want), e.Certificate.Claim.BlockHash)
	}
}

func url(s *api.Server) string { return "http://" + s.Addr() }

func subscribe(l *ledger, from uint64, servers ...*api.Server) client.SubscriberConfig {
	cfg := client.SubscriberConfig{Rollup: "demo", Trust: client.TrustGenesis(l.beginning()), From: from, Level: avs.LevelExecution,
		PenaltyWait: 20 * time.Millisecond}
	for _, s := range servers {
		cfg.APIs = append(cfg.APIs, url(s))
	}
	return cfg
}

func TestSubscriberFollowsEpochs(t *testing.T) {
	l := newLedger(t)
	l.certify(2)
	l.nextEpoch()
	l.certify(2)
	a, b := serve(t, config(l)), serve(t, config(l))
	r := read(t, subscribe(l, 1, a, b))
	r.numbers(1, 4)
	for range 3 {
		l.nextEpoch()
	}
	l.certify(2)
	r.numbers(5, 6)
	require.Empty(t, r.faults)
}

func TestSubscriberBeginsWithWhatIsNew(t *testing.T) {
	l, behind := newLedger(t), newLedger(t)
	l.certify(5)
	behind.certify(3)
	r := read(t, subscribe(l, 0, serve(t, config(behind)), serve(t, config(l))))
	var first uint64
	for first == 0 {
		l.certify(1)
		select {
		case e := <-r.events:
			first = e.Certificate.Claim.Number
		case <-time.After(20 * time.Millisecond):
		}
	}
	require.Greater(t, first, uint64(5))
	l.certify(1)
	r.numbers(first+1, first+1)
}

func TestSubscriberNeedsOneThatIsRight(t *testing.T) {
	l := newLedger(t)
	l.certify(3)
	cfg := config(l)
	cfg.Listen = fmt.Sprintf("127.0.0.1:%d", testutil.FreePort(t))
	stopped := func(s *api.Server) {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		defer cancel()
		require.NoError(t, s.Stop(ctx))
	}
	start := func(cfg api.Config) *api.Server {
		s, err := api.New(cfg)
		require.NoError(t, err)
		require.NoError(t, s.Start(t.Context()))
		return s
	}
	first, second := start(cfg), start(config(l))
	r := read(t, subscribe(l, 1, first, second))
	r.numbers(1, 3)
	stopped(first)
	l.certify(2)
	r.numbers(4, 5)
	stopped(second)
	lost := r.until(client.KindWaiting)
	require.ErrorContains(t, lost.Err, url(first))
	require.ErrorContains(t, lost.Err, url(second))
	l.certify(2)
	first = start(cfg)
	r.numbers(6, 7)
	stopped(first)
}

// holes is a ledger that lacks numbers.
type holes struct {
	*ledger
	lacks func(uint64) bool
}

func (h holes) ByNumber(id avs.RollupID, number uint64) (avs.Certificate, bool, error) {
	if h.lacks(number) {
		return avs.Certificate{}, false, nil
	}
	return h.ledger.ByNumber(id, number)
}

func (h holes) Subscribe(ctx context.Context, id avs.RollupID, from uint64) <-chan avs.Certificate {
	return filtered(ctx, h.ledger.Subscribe(ctx, id, from), func(c avs.Certificate) []avs.Certificate {
		if h.lacks(c.Claim.Number) {
			return nil
		}
		return []avs.Certificate{c}
	})
}

// filtered passes a stream through a function.
func filtered(ctx context.Context, in <-chan avs.Certificate, f func(avs.Certificate) []avs.Certificate) <-chan avs.Certificate {
	out := make(chan avs.Certificate)
	go func() {
		defer close(out)
		for c := range in {
			for _, c := range f(c) {
				select {
				case out <- c:
				case <-ctx.Done():
				}
			}
		}
	}()
	return out
}

func TestSubscriberFillsGapsFromOthers(t *testing.T) {
	l := newLedger(t)
	l.certify(30)
	odd, even := config(l), config(l)
	odd.Certificates = holes{l, func(n uint64) bool { return n%2 == 0 && n != 30 }}
	even.Certificates = holes{l, func(n uint64) bool { return n%2 == 1 }}
	r := read(t, subscribe(l, 1, serve(t, odd), serve(t, even)))
	r.numbers(1, 30)
	require.Empty(t, r.faults)
}

func TestSubscriberTellsOfGaps(t *testing.T) {
	l := newLedger(t)
	lacks := func(n uint64) bool { return n > 2 && n < 5 || n >= 10 && n < 1490 }
	for n := uint64(1); n <= 1500; n++ {
		if lacks(n) {
			l.kept = append(l.kept, avs.Certificate{Claim: avs.FinalityClaim{Number: n}}) // nobody gets it
			continue
		}
		l.certify(1)
	}
	cfg := config(l)
	cfg.Certificates = holes{l, lacks}
	sub := subscribe(l, 1, serve(t, cfg))
	sub.GapWait = time.Millisecond
	r := read(t, sub)
	r.numbers(1, 2)
	e := r.next()
	require.Equal(t, client.Event{Kind: client.KindGap, First: 3, Last: 4}, e)
	r.numbers(5, 9)
	e = r.next()
	require.Equal(t, client.Event{Kind: client.KindGap, First: 10, Last: 1489}, e, "beyond the window")
	r.numbers(1490, 1500)
}
