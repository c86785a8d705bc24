package squad

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// Domain is the guard's name for batch headers: its positions are slot*16+rank, its scope the rollup.
const Domain = "squad"

// Service is SQUAD of one rollup at one operator. Make it with New, then call Run once.
type Service struct {
	cfg      Config
	log      *slog.Logger
	meters   meters
	names    names
	set      avs.SetID
	timing   Timing
	patience patience

	board      *board
	bodies     bodies
	schedules  schedules
	inputs     atomic.Pointer[avs.SequencingInputs] // as of the last change of the log
	faultsSeen faultLog
	gate       gate
	broken     atomic.Bool
	spread     *spread
	imports    chan importJob
	ingested   chan *flight
	admissions chan struct{} // requests of transactions under way
	outboxes   outboxes
	counters   counters
	handOffs   handOffs
	pre        *preconfirmations
	tasks      sync.WaitGroup // short ones that loops start

	// Bells of the loops, rung by whatever they depend on.
	lead, propose, imported, drive, pull, reforward bell
}

// New checks the configuration. It opens nothing.
func New(cfg Config) (*Service, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	log := cfg.Logger
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	timing := cfg.Timing.withDefaults()
	s := &Service{
		cfg:    cfg,
		log:    log.With("service", "squad", "rollup", cfg.Rollup.Name),
		meters: newMeters(cfg.Metrics, cfg.Rollup.Name),
		names:  namesOf(cfg.Rollup.ID),
		set:    avs.SquadSet(cfg.Rollup.Index),
		timing: timing,
		patience: patience{foreign: uint64(timing.ForeignPatience.Milliseconds()), own: uint64(timing.OwnPatience.Milliseconds()),
			chunk: uint64(timing.ChunkPatience.Milliseconds())},
		board:      newBoard(),
		bodies:     bodies{space: cfg.Store},
		spread:     newSpread(),
		imports:    make(chan importJob),
		ingested:   make(chan *flight, ingestQueue),
		admissions: make(chan struct{}, takeAtOnce),
		pre:        newPreconfirmations(cfg.Store.Sub("receipts"), newReceiptMeters(cfg.Metrics, cfg.Rollup.Name)),
		lead:       newBell(), propose: newBell(), imported: newBell(), drive: newBell(), pull: newBell(), reforward: newBell(),
	}
	s.schedules.rollup, s.schedules.set, s.schedules.params = cfg.Rollup.ID, s.set, cfg.Rollup.Slots
	s.schedules.plans, s.schedules.sets = cfg.Sequencing, cfg.Sets
	return s, nil
}

// ingestQueue is how many batches may wait to be stored; beyond it gossip's messages are dropped and pulled later.
const ingestQueue = 64

// Run sequences until ctx ends. Call it once.
func (s *Service) Run(ctx context.Context) error {
	tip, err := s.cfg.Log.Tip(s.cfg.Rollup.ID)
	if err != nil {
		return fmt.Errorf("read ordered tip: %w", err)
	}
	s.board.setTip(tip, s.now())
	if err := s.readInputs(); err != nil {
		return err
	}
	s.gate.open()
	if err := s.register(); err != nil {
		s.gate.close()
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	var loops sync.WaitGroup
	for _, loop := range []func(context.Context){
		s.runWatch, s.runLead, s.runPropose, s.runIngest, s.runIngest, s.runImport, s.runDrive, s.runPull, s.runForward,
		s.runInclusion, s.runRelay, s.runGather,
		s.runPromise, s.runSettle,
	} {
		loops.Go(func() { loop(ctx) })
	}
	<-ctx.Done()
	cancel()
	loops.Wait()
	s.tasks.Wait()
	s.gate.close()
	return nil
}

func (s *Service) register() error {
	if err := s.cfg.Network.Handle(s.names.batches, maxBatchMessage, s.onBatch); err != nil {
		return fmt.Errorf("join batch topic: %w", err)
	}
	if err := s.cfg.Network.Handle(s.names.acks, maxAckMessage, s.onAckMessage); err != nil {
		return fmt.Errorf("join acknowledgement topic: %w", err)
	}
	s.cfg.Network.Serve(s.names.body, bodyRequestSize, maxBatchMessage, s.onBodyRequest)
	s.cfg.Network.Serve(s.names.ack, maxAckMessage, 0, s.onAckRequest)
	s.cfg.Network.Serve(s.names.piece, maxPieceMessage, 1, s.onPiece)
	s.cfg.Network.Serve(s.names.part, partRequestSize, maxPieceMessage, s.onPartRequest)
	s.cfg.Network.Serve(s.names.push, maxBatchMessage, maxAckMessage, s.onPush)
	s.cfg.Network.Serve(s.names.transactions, maxTxMessage, 0, s.onTransactions)
	s.servePreconfirmations()
	return nil
}

// runWatch follows the ordered log and tells the loops.
func (s *Service) runWatch(ctx context.Context) {
	for {
		changed := s.cfg.Log.Changed()
		if err := s.readInputs(); err != nil {
			s.log.Error("follow the ordered log", "error", err)
		}
		if tip, err := s.cfg.Log.Tip(s.cfg.Rollup.ID); err != nil {
			s.log.Error("read ordered tip", "error", err)
		} else if s.board.setTip(tip, s.now()) {
			s.meters.tip.Set(float64(tip.Number))
			s.ringAll()
		}
		s.lead.ring() // plans, views or inbox may have changed
		s.imported.ring()
		select {
		case <-changed:
		case <-ctx.Done():
			return
		}
	}
}

// readInputs takes what the next batch stands on.
func (s *Service) readInputs() error {
	in, err := s.cfg.Sequencing.Inputs(s.cfg.Rollup.ID)
	if err != nil {
		return fmt.Errorf("read inputs of sequencing: %w", err)
	}
	if was := s.inputs.Swap(&in); in.Stopped && (was == nil || !was.Stopped) {
		s.log.Info("the rollup is sequenced no more: this operator leads nothing, follows what is ordered and serves bodies")
	}
	return nil
}

// input is what the next batch stands on, as of the last change of the log.
func (s *Service) input() avs.SequencingInputs {
	if in := s.inputs.Load(); in != nil {
		return *in
	}
	return avs.SequencingInputs{}
}

func (s *Service) ringAll() {
	for _, b := range []bell{s.drive, s.lead, s.propose, s.imported, s.pull} {
		b.ring()
	}
}

func (s *Service) now() uint64 { return uint64(max(0, s.cfg.Clock.Now().UnixMilli())) }

// breakDown stops signing for good: an ordered batch cannot be applied, so what this operator would say next is worth
// nothing.
func (s *Service) breakDown(header avs.BatchHeader, digest common.Hash, err error) {
	if s.broken.Swap(true) {
		return
	}
	s.meters.broken.Set(1)
	s.meters.faults(FaultInvalidBlock).Inc()
	s.log.Error("ordered batch cannot be applied: this rollup stops at this operator; it signs nothing more until it is repaired",
		"number", header.Number, "slot", header.Slot, "digest", digest, "block", header.BlockHash, "error", err)
}

// bell wakes one loop; several rings before it looks are one.
type bell chan struct{}

func newBell() bell { return make(bell, 1) }

func (b bell) ring() {
	select {
	case b <- struct{}{}:
	default:
	}
}

// waitBell returns when a bell rings, d has passed (if positive), or ctx has ended: then false.
func (s *Service) waitBell(ctx context.Context, b bell, d time.Duration) bool {
	var expired <-chan time.Time
	if d > 0 {
		timer := s.cfg.Clock.NewTimer(d)
		defer timer.Stop()
		expired = timer.Chan()
	}
	select {
	case <-b:
	case <-expired:
	case <-ctx.Done():
		return false
	}
	return ctx.Err() == nil
}

// until is the wait from now to a moment in Unix milliseconds, at least one millisecond; zero for never.
func until(now, moment uint64) time.Duration {
	if moment == 0 {
		return 0
	}
	return time.Duration(max(1, int64(moment-min(moment, now)))) * time.Millisecond
}

// gate counts the handlers that gossip runs, so that none touches anything after Run has ended.
type gate struct {
	mu     sync.Mutex
	opened bool
	inside sync.WaitGroup
}

func (g *gate) open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.opened = true
}

func (g *gate) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.opened {
		g.inside.Add(1)
	}
	return g.opened
}

func (g *gate) leave() { g.inside.Done() }

func (g *gate) close() {
	g.mu.Lock()
	g.opened = false
	g.mu.Unlock()
	g.inside.Wait()
}
