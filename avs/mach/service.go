package mach

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// Domains of the signing guard that this package uses.
const (
	GuardDomain     = "mach"   // scope: rollup id; position: block number
	GuardDomainView = "l1view" // scope: zero; position: L1 block number
)

// Signer is the guarded attestation key, *signer.Guard.
type Signer interface {
	BLSPublicKey() bls.PublicKey
	BLS(ctx context.Context, s signer.Statement) (bls.Signature, error)
}

// refused reports whether the guard's refusal will not go away by trying again.
func refused(err error) bool {
	return errors.Is(err, signer.ErrConflict) || errors.Is(err, signer.ErrBelowWatermark) || errors.Is(err, signer.ErrStatement)
}

// Finalizer is what MACH needs of an avs.Executor.
type Finalizer interface {
	Finalize(ctx context.Context, hash common.Hash) error
}

// Config is what a Service is made of; everything but Log, Metrics and what says so is needed.
type Config struct {
	Rollup   avs.Rollup
	Domain   avs.Domain
	Self     avs.OperatorID
	Sets     avs.OperatorSets
	Network  avs.Network
	Signer   Signer
	Executor Finalizer
	Evidence avs.EvidenceSink
	Store    *store.Space // the service's own
	Alarms   Alarms       // hears of contradictions; nil: nobody
	Follow   *FollowTerms // of a followed rollup, which has no Executor; nil where SQUAD sequences
	Clock    clock.Clock
	Log      *slog.Logger
	Metrics  *metrics.Registry
}

// ErrConfig is a Config that misses something.
var ErrConfig = errors.New("mach configuration is not complete")

// Check names the first thing that is missing.
func (c Config) Check() error {
	for _, part := range []struct {
		name    string
		missing bool
	}{
		{"rollup id", c.Rollup.ID == (avs.RollupID{})}, {"operator", c.Self == (avs.OperatorID{})},
		{"operator sets", c.Sets == nil}, {"network", c.Network == nil}, {"signer", c.Signer == nil},
		{"executor", c.Executor == nil && c.Follow == nil}, {"epoch schedule", c.Follow != nil && c.Follow.Schedule == nil}, {"evidence sink", c.Evidence == nil}, {"store", c.Store == nil}, {"clock", c.Clock == nil},
	} {
		if part.missing {
			return fmt.Errorf("%w: %s", ErrConfig, part.name)
		}
	}
	return nil
}

// Service certifies one rollup at one operator.
type Service struct {
	cfg     Config
	set     avs.SetID
	topic   string
	first   uint64 // number that certificates begin at
	log     *slog.Logger
	meters  meters
	records records
	stream  *stream
	batcher *batcher

	mu         sync.Mutex
	tally      *tally
	race       race
	formed     []avs.Certificate       // to be kept
	unreported []avs.ConflictingClaims // evidence that the sink did not take yet
	finalized  uint64
	diverged   uint64 // 0: no contradiction
	held       bool   // Hold: nothing is signed
	cursor     uint64 // executed numbers below were signed, or will not be
	pruned     uint64
	stopped    bool

	signs     chan struct{} // wakes the signing loop
	keeps     chan struct{} // wakes the keeping loop
	finalizes chan struct{} // wakes the finalising loop
	turns     chan struct{} // wakes the loop that tells certificates
}

// New reads what was kept and counts it again. It starts nothing.
func New(cfg Config) (*Service, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	first := uint64(1)
	if cfg.Follow != nil {
		first, cfg.Executor = max(1, cfg.Follow.Start), noFinalizer{}
	}
	if cfg.Alarms == nil {
		cfg.Alarms = noAlarms{}
	}
	r := records{cfg.Store}
	stream, err := newStream(r, first)
	if err != nil {
		return nil, fmt.Errorf("open mach of %s: %w", cfg.Rollup.Name, err)
	}
	s := &Service{
		cfg: cfg, set: avs.MachSet(cfg.Rollup.Index), first: first, topic: "mach/" + avs.ShortID(cfg.Rollup.ID),
		log:     cfg.Log.With("component", "mach", "rollup", cfg.Rollup.Name),
		meters:  newMeters(cfg.Metrics, cfg.Rollup.Name),
		records: r, stream: stream, tally: newTally(), race: newRace(),
		signs: make(chan struct{}, 1), keeps: make(chan struct{}, 1), finalizes: make(chan struct{}, 1), turns: make(chan struct{}, 1),
	}
	s.batcher = newBatcher(cfg.Domain, cfg.Clock, s.meters)
	s.batcher.urgency = s.urgency
	if err := s.load(); err != nil {
		return nil, fmt.Errorf("open mach of %s: %w", cfg.Rollup.Name, err)
	}
	return s, nil
}

// load counts again what was kept: a restart is a start with more votes.
func (s *Service) load() error {
	head, err := s.records.head()
	if err != nil {
		return err
	}
	if s.diverged, err = s.records.diverged(); err != nil {
		return err
	}
	_, tip := s.stream.gap()
	s.tally.tip = tip
	s.tally.executed(head)
	floor := s.tally.floor()
	s.cursor = floor + 1
	kept, err := s.records.certificatesFrom(floor+1, tip, behindWindow)
	if err != nil {
		return err
	}
	for _, c := range kept {
		s.tally.certified(c.Claim.Number)
	}
	attestations, err := s.records.attestationsFrom(floor+1, max(head, tip)+aheadWindow, (behindWindow+aheadWindow)*avs.MaxMembers)
	if err != nil {
		return err
	}
	for _, a := range attestations {
		if err := s.recount(a); err != nil {
			return err
		}
	}
	return nil
}

// recount takes an attestation that was verified before it was kept; its set may have to come back from consensus first,
// then peers repeat it.
func (s *Service) recount(a avs.Attestation) error {
	set, known := s.cfg.Sets.At(s.set, a.Claim.Epoch)
	if !known || int(a.Member) >= set.Len() {
		return nil
	}
	sig, err := bls.SignatureFromBytes(a.Signature[:])
	if err != nil {
		return fmt.Errorf("read attestation: %w", err)
	}
	result, err := s.tally.count(vote{attestation: a, operator: set.Member(int(a.Member)).Operator, signature: sig,
		digest: a.Claim.Digest(s.cfg.Domain), set: set})
	if result.certificate != nil {
		s.formed = append(s.formed, *result.certificate)
	}
	return err
}

// Run registers with the network and works until ctx ends. It returns nil then, or the error of a store that cannot be
// written.
func (s *Service) Run(ctx context.Context) error {
	if err := s.join(); err != nil {
		return fmt.Errorf("run mach of %s: %w", s.cfg.Rollup.Name, err)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	var wg sync.WaitGroup
	for _, loop := range []func(context.Context) error{s.signLoop, s.keepLoop, s.finalizeLoop, s.syncLoop, s.pushLoop} {
		wg.Go(func() {
			if err := loop(ctx); err != nil {
				cancel(err)
			}
		})
	}
	<-ctx.Done()
	wg.Wait()
	s.mu.Lock()
	s.stopped = true
	s.mu.Unlock()
	s.stream.close()
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
		cancel(nil)
		return fmt.Errorf("run mach of %s: %w", s.cfg.Rollup.Name, err)
	}
	cancel(nil)
	return nil
}

func (s *Service) join() error {
	if err := s.alarmAgain(); err != nil {
		return err
	}
	if err := s.cfg.Network.Handle(s.topic, avs.MaxAttestationSize, s.handleAttestation); err != nil {
		return err
	}
	if err := s.cfg.Network.Handle(s.certificateTopic(), avs.MaxCertificateSize, s.handleCertificate); err != nil {
		return err
	}
	s.cfg.Network.Serve(s.certificatesProtocol(), maxRequestSize, maxReplySize, s.serveCertificates)
	s.cfg.Network.Serve(s.wantsProtocol(), maxWantSize, maxReplySize, s.serveWants)
	for _, c := range []chan struct{}{s.signs, s.keeps, s.finalizes} {
		wake(c) // what was kept before a restart may leave work to do
	}
	return nil
}

// Status is what the service knows of itself.
type Status struct {
	Head       uint64 // highest number executed here
	Certified  uint64 // highest number with a certificate
	Published  uint64 // highest number that subscribers have been told
	Finalized  uint64 // highest number told to the executor since the start
	DivergedAt uint64 // number at which a certificate contradicts the own execution; 0: none
}

// Status may be called at any time.
func (s *Service) Status() Status {
	published, tip := s.stream.gap()
	s.mu.Lock()
	defer s.mu.Unlock()
	if tip < s.first {
		tip = 0 // the stream begins below the first number
	}
	return Status{Head: s.tally.head, Certified: tip, Published: published, Finalized: s.finalized, DivergedAt: s.diverged}
}

// wake signals a loop; one signal waiting is enough, since loops compare states rather than count events.
func wake(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
