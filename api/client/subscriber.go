package client

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"sync"
	"time"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// Sentinels of a Subscriber.
var (
	ErrNoAPI  = errors.New("a subscriber needs the API URL of at least one operator")
	ErrNoWord = errors.New("a subscriber needs a Trust and a rollup")
	ErrBusy   = errors.New("events are read already: one reader at a time")
)

// Defaults of a SubscriberConfig.
const (
	DefaultGapWait     = 30 * time.Second
	DefaultEpochWait   = time.Minute
	DefaultIdleWait    = time.Minute
	DefaultPenaltyWait = 15 * time.Second
)

// SubscriberConfig says what to follow and whom to believe. What follows Trust may be left out.
type SubscriberConfig struct {
	APIs   []string // URLs of operators' APIs; more than one, to outlive any of them
	Rollup string   // id in 0x-hex, or name
	Trust  Trust

	From   uint64    // first block number; 0: only what is new
	Newest bool      // with From 0: begin with the newest certificate that there is
	Level  avs.Level // certificates below it are refused

	GapWait     time.Duration // how long a number that no operator has is waited for
	EpochWait   time.Duration // how long an operator's certificate of an unknown epoch is waited with, until it is a fault
	IdleWait    time.Duration // a stream that is silent for so long is opened anew: its operator may be gone
	PenaltyWait time.Duration // how long an operator that served what does not stand is left alone; it doubles up to 40 times that

	Clock clock.Clock
	Log   *slog.Logger
}

// Subscriber follows the certificates of one rollup at several operators at once. It believes none of them: it yields only
// what the operator set of its epoch signed, in ascending order, each number once. Any operator may die, lie, stall or lag;
// one that is right is enough.
type Subscriber struct {
	cfg       SubscriberConfig
	clock     clock.Clock
	log       *slog.Logger
	checker   *Checker
	merge     *merge
	operators []*operator
	reading   sync.Mutex
}

// Subscribe learns from whoever is trusted what it must know and prepares a subscriber. It fails when they cannot be asked,
// or do not know the rollup; operators need not be there yet, unless they are to give the genesis sets.
func Subscribe(ctx context.Context, cfg SubscriberConfig) (*Subscriber, error) {
	switch {
	case len(cfg.APIs) == 0:
		return nil, ErrNoAPI
	case cfg.Trust == nil || cfg.Rollup == "":
		return nil, ErrNoWord
	}
	s := &Subscriber{cfg: cfg, clock: cfg.Clock, log: cfg.Log, merge: newMerge(cfg.From)}
	if s.clock == nil {
		s.clock = clock.Real()
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	for _, d := range []struct {
		to    *time.Duration
		value time.Duration
	}{{&s.cfg.GapWait, DefaultGapWait}, {&s.cfg.EpochWait, DefaultEpochWait}, {&s.cfg.IdleWait, DefaultIdleWait}, {&s.cfg.PenaltyWait, DefaultPenaltyWait}} {
		if *d.to <= 0 {
			*d.to = d.value
		}
	}
	clients, err := dialAll(ctx, cfg.APIs)
	if err != nil {
		return nil, err
	}
	if s.checker, err = newChecker(ctx, cfg.Trust, cfg.Rollup, cfg.Level, clients, s.fault); err != nil {
		closeAll(clients)
		return nil, fmt.Errorf("subscribe: %w", err)
	}
	s.checker.operators = clients
	for _, c := range clients {
		s.operators = append(s.operators, &operator{Client: c, all: s})
	}
	return s, nil
}

// Checker is what the subscriber checks with.
func (s *Subscriber) Checker() *Checker { return s.checker }

// Close ends idle connections. Events must have ended.
func (s *Subscriber) Close() { s.checker.Close() }

// Events yields what happens until the loop is left or ctx ends. An error comes last and only once: the context's, or
// ErrConflict. The loop's body may take its time: what comes meanwhile is bounded and waits. Called again, it goes on after
// the last event.
func (s *Subscriber) Events(ctx context.Context) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		if !s.reading.TryLock() {
			yield(Event{}, ErrBusy)
			return
		}
		defer s.reading.Unlock()
		ctx, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()
		for _, o := range s.operators {
			running.Go(func() { o.follow(ctx) })
		}
		running.Go(func() { s.fill(ctx) })
		for waited := (gap{}); ; {
			e, err := s.event(ctx, &waited)
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// gap is a number that is missing, and until when it is waited for.
type gap struct {
	number uint64
	until  time.Time
}

// event waits for the next one.
func (s *Subscriber) event(ctx context.Context, g *gap) (Event, error) {
	for {
		changed := s.merge.wait()
		e, some, err := s.merge.take()
		if err != nil || some {
			return e, err
		}
		over, err := s.pause(ctx, changed, g)
		if err != nil {
			return Event{}, err
		}
		if !over {
			continue
		}
		if e, skipped := s.merge.skip(); skipped {
			s.log.Warn("no operator has these certificates", "first", e.First, "last", e.Last)
			return e, nil
		}
	}
}

// pause waits for a change, and says whether the next number has been missing for long enough.
func (s *Subscriber) pause(ctx context.Context, changed <-chan struct{}, g *gap) (over bool, err error) {
	var end <-chan time.Time
	if number, missing := s.merge.missing(); missing {
		if g.number != number {
			*g = gap{number, s.clock.Now().Add(s.cfg.GapWait)}
		}
		timer := s.clock.NewTimer(g.until.Sub(s.clock.Now()))
		defer timer.Stop()
		end = timer.Chan()
	}
	select {
	case <-changed:
		return false, nil
	case <-end:
		return true, nil
	case <-ctx.Done():
		return false, ctx.Err()
	}
}

// askAgain is how often operators are asked for a number that is missing.
const askAgain = 500 * time.Millisecond

// fill asks all operators for the next number while it is missing and later ones are there.
func (s *Subscriber) fill(ctx context.Context) {
	for {
		changed := s.merge.wait()
		number, missing := s.merge.missing()
		if !missing {
			select {
			case <-changed:
				continue
			case <-ctx.Done():
				return
			}
		}
		if clock.Sleep(ctx, s.clock, askAgain) != nil {
			return
		}
		if now, still := s.merge.missing(); !still || now != number {
			continue
		}
		var asked sync.WaitGroup
		for _, o := range s.operators {
			asked.Go(func() { o.ask(ctx, number) })
		}
		asked.Wait()
	}
}

// fault tells of an operator that served what does not stand.
func (s *Subscriber) fault(url string, err error) {
	s.log.Warn("operator served what does not stand", "operator", url, "err", err)
	s.merge.say(Event{Kind: KindFault, Operator: url, Err: err})
}

// lost says that no operator can be used, once until one can be.
func (s *Subscriber) lost() {
	var errs []error
	for _, o := range s.operators {
		err := o.trouble()
		if err == nil {
			return
		}
		errs = append(errs, fmt.Errorf("%s: %w", o.url, err))
	}
	err := errors.Join(errs...)
	s.log.Warn("no operator can be used, waiting", "err", err)
	s.merge.say(Event{Kind: KindWaiting, Err: err})
}
