package mach

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// GuardDomainAlert is the guard's domain of alerts; scope: avs.Alert.GuardScope; position: sequence.
const GuardDomainAlert = "alert"

// AlertSigner is the guarded attestation key as the breaker uses it.
type AlertSigner interface {
	Signer
	UnslashableBLS(p signer.Purpose, digest [32]byte) (bls.Signature, error)
}

// BreakerConfig is what a Breaker is made of; everything but Quiet, Log and Metrics is needed.
type BreakerConfig struct {
	Rollup  avs.Rollup
	Domain  avs.Domain
	Self    avs.OperatorID
	Sets    avs.OperatorSets
	Network avs.Network
	Signer  AlertSigner
	Store   *store.Space // the breaker's own
	// Quiet is for how long nothing must be wrong here before this operator votes, by itself, for the end of a pause; 0 takes
	// DefaultQuiet.
	Quiet   time.Duration
	Clock   clock.Clock
	Log     *slog.Logger
	Metrics *metrics.Registry
}

// Check names the first thing that is missing.
func (c BreakerConfig) Check() error {
	for _, part := range []struct {
		name    string
		missing bool
	}{
		{"rollup id", c.Rollup.ID == (avs.RollupID{})}, {"operator", c.Self == (avs.OperatorID{})},
		{"operator sets", c.Sets == nil}, {"network", c.Network == nil}, {"signer", c.Signer == nil},
		{"store", c.Store == nil}, {"clock", c.Clock == nil},
	} {
		if part.missing {
			return fmt.Errorf("%w: %s", ErrConfig, part.name)
		}
	}
	return nil
}

// Breaker is the circuit breaker of one rollup at one operator. While a part of the operator has something against the
// rollup (Raise) it votes for a pause; when nothing is wrong for long enough, or a person says so (Resume), for the end
// of one. Votes of two thirds of the weight of an epoch's MACH set make a certified alert, which is kept, told and never
// changes; odd sequences pause and even ones resume, so that an alert has one possible content.
//
// A vote cannot be taken back within its sequence and epoch. Votes that operators cast at different times add up: that
// errs on the side of a pause, which the same operators lift.
//
// Run owns two loops: one votes and certifies, one repeats what was lost and asks peers. The other methods may be called
// at any time.
type Breaker struct {
	cfg     BreakerConfig
	set     avs.SetID
	topic   string
	log     *slog.Logger
	meters  alertMeters
	records alertRecords

	keeping sync.Mutex // held while a certified alert is kept; taken before mu

	mu       sync.Mutex
	newest   *avs.CertifiedAlert // nil before the first
	why      []avs.AlertVote     // votes that made the newest
	ballots  map[avs.Epoch]*alertBallot
	troubles map[Source]avs.AlertReport
	calm     time.Time // since when nothing is wrong here and the state is what it is
	resumed  bool      // a person has said that nothing is wrong, since the pause
	behind   bool      // a peer spoke of a sequence beyond the next
	changed  chan struct{}

	wakes chan struct{}
}

// NewBreaker reads what was kept. It starts nothing.
func NewBreaker(cfg BreakerConfig) (*Breaker, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Quiet == 0 {
		cfg.Quiet = DefaultQuiet
	}
	b := &Breaker{cfg: cfg, set: avs.MachSet(cfg.Rollup.Index), topic: "alert/" + avs.ShortID(cfg.Rollup.ID),
		log: cfg.Log.With("component", "alert", "rollup", cfg.Rollup.Name), meters: newAlertMeters(cfg.Metrics, cfg.Rollup.Name),
		records: alertRecords{cfg.Store}, ballots: make(map[avs.Epoch]*alertBallot), calm: cfg.Clock.Now(),
		changed: make(chan struct{}), wakes: make(chan struct{}, 1)}
	if err := b.load(); err != nil {
		return nil, fmt.Errorf("open alerts of %s: %w", cfg.Rollup.Name, err)
	}
	return b, nil
}

func (b *Breaker) load() (err error) {
	if b.newest, err = b.records.newest(); err != nil {
		return err
	}
	if b.troubles, err = b.records.troubles(); err != nil {
		return err
	}
	if b.newest != nil {
		if b.why, err = b.records.votes(b.newest.Alert.Sequence); err != nil {
			return err
		}
	}
	b.meter()
	return nil
}

// Run registers with the network and works until ctx ends. It returns nil then, or the error of a store that cannot be
// written.
func (b *Breaker) Run(ctx context.Context) error {
	if err := b.reload(); err != nil {
		return fmt.Errorf("run alerts of %s: %w", b.cfg.Rollup.Name, err)
	}
	if err := b.cfg.Network.Handle(b.topic, avs.MaxAlertVoteSize, b.handleVote); err != nil {
		return fmt.Errorf("run alerts of %s: %w", b.cfg.Rollup.Name, err)
	}
	b.cfg.Network.Serve(b.protocol(), maxAlertRequest, maxReplySize, b.serve)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var wg sync.WaitGroup
	for _, loop := range []func(context.Context) error{b.voteLoop, b.syncLoop} {
		wg.Go(func() {
			if err := loop(ctx); err != nil {
				cancel(err)
			}
		})
	}
	<-ctx.Done()
	wg.Wait()
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("run alerts of %s: %w", b.cfg.Rollup.Name, err)
	}
	return nil
}

// voteLoop compares what is with what should be, whenever something changed and every tick.
func (b *Breaker) voteLoop(ctx context.Context) error {
	ticker := b.cfg.Clock.NewTicker(tickInterval)
	defer ticker.Stop()
	for {
		if err := b.step(ctx); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-b.wakes:
		case <-ticker.Chan():
		}
	}
}

// step certifies what has a quorum, then votes if this operator wants another state.
func (b *Breaker) step(ctx context.Context) error {
	current, err := b.cfg.Sets.Current(b.set)
	if err != nil {
		return nil //nolint:nilerr // consensus has not begun here: there is no epoch to vote in
	}
	b.forget(current.Epoch())
	if err := b.certify(); err != nil {
		return err
	}
	if err := b.vote(ctx, current); err != nil {
		return err
	}
	return b.certify() // the own vote may be the last one
}

// Raise implements Alarms: this operator votes for a pause until the source is cleared. The first report of a source
// stands.
func (b *Breaker) Raise(source Source, report avs.AlertReport) error {
	report.Reason = reason(report.Reason)
	b.mu.Lock()
	_, known := b.troubles[source]
	if !known {
		b.troubles[source] = report
	}
	b.resumed = false
	b.mu.Unlock()
	if known {
		return nil
	}
	if err := b.records.setTrouble(source, report); err != nil {
		return err
	}
	b.log.Error("something is wrong with the rollup: voting to pause its finality", "source", source, "number", report.Number,
		"reason", report.Reason, "ours", report.Ours, "theirs", report.Theirs)
	b.meter()
	wake(b.wakes)
	return nil
}

// Clear implements Alarms.
func (b *Breaker) Clear(source Source) error {
	b.mu.Lock()
	_, known := b.troubles[source]
	delete(b.troubles, source)
	if known && len(b.troubles) == 0 {
		b.calm = b.cfg.Clock.Now()
	}
	b.mu.Unlock()
	if !known {
		return nil
	}
	if err := b.records.clearTrouble(source); err != nil {
		return err
	}
	b.log.Info("trouble is over", "source", source)
	b.meter()
	wake(b.wakes)
	return nil
}

// Resume says in a person's name that nothing is wrong any more: all troubles are cleared, and the end of a pause is
// voted for at once. The caller has made sure that none persists.
func (b *Breaker) Resume() error {
	for _, t := range b.Troubles() {
		if err := b.Clear(t.Source); err != nil {
			return err
		}
	}
	b.mu.Lock()
	b.resumed = b.sequence()%2 == 1
	b.mu.Unlock()
	wake(b.wakes)
	return nil
}

// Trouble is what one source has against the rollup.
type Trouble struct {
	Source Source
	Report avs.AlertReport
}

// Troubles are what is wrong in this operator's eyes, by source.
func (b *Breaker) Troubles() []Trouble {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.sorted()
}

// AlertState implements avs.Alerts for the one rollup.
func (b *Breaker) AlertState(rollup avs.RollupID) (avs.AlertState, <-chan struct{}, error) {
	if rollup != b.cfg.Rollup.ID {
		return avs.AlertState{}, nil, fmt.Errorf("alerts of %s: %w", rollup, ErrUnknownRollup)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	s := avs.AlertState{Paused: b.sequence()%2 == 1, Newest: b.newest, Votes: b.open(), Why: append([]avs.AlertVote(nil), b.why...)}
	return s, b.changed, nil
}

// CertifiedAlert is the newest certified alert; false before the first.
func (b *Breaker) CertifiedAlert(rollup avs.RollupID) (avs.CertifiedAlert, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if rollup != b.cfg.Rollup.ID || b.newest == nil {
		return avs.CertifiedAlert{}, false
	}
	return *b.newest, true
}

// Alerts serves the breakers of several rollups, which may come and go: it finds the breaker of a rollup, nil if there is
// none. It implements avs.Alerts.
type Alerts func(rollup avs.RollupID) *Breaker

// NewAlerts collects breakers by their rollup.
func NewAlerts(breakers ...*Breaker) Alerts {
	a := make(map[avs.RollupID]*Breaker, len(breakers))
	for _, b := range breakers {
		a[b.cfg.Rollup.ID] = b
	}
	return func(rollup avs.RollupID) *Breaker { return a[rollup] }
}

// AlertState implements avs.Alerts.
func (a Alerts) AlertState(rollup avs.RollupID) (avs.AlertState, <-chan struct{}, error) {
	b := a(rollup)
	if b == nil {
		return avs.AlertState{}, nil, fmt.Errorf("alerts of %s: %w", rollup, ErrUnknownRollup)
	}
	return b.AlertState(rollup)
}

// CertifiedAlert is the newest certified alert of a rollup; false before the first.
func (a Alerts) CertifiedAlert(rollup avs.RollupID) (avs.CertifiedAlert, bool) {
	b := a(rollup)
	if b == nil {
		return avs.CertifiedAlert{}, false
	}
	return b.CertifiedAlert(rollup)
}
