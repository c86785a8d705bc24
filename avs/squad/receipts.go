package squad

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/store"
)

// FaultBrokenReceipt is a batch that is not what its leader promised in a receipt; it is proven to anybody.
const FaultBrokenReceipt = "broken_preconfirmation"

// What became of a receipt; the first byte of its record.
const (
	receiptOpen     byte = iota // its slot is not settled
	receiptHonoured             // the ordered batch holds what was promised
	receiptVoid                 // no batch of its slot and rank was ordered: it promised nothing
	receiptBroken               // the ordered batch of its slot and rank is another: evidence
)

var receiptOutcomes = [...]string{"open", "honoured", "void", "broken"}

const (
	// maxOpenReceipts bounds the receipts that are watched: those of a flood are not kept.
	maxOpenReceipts = 4096
	// maxReceipts bounds those on disk, the settled ones included.
	maxReceipts = 4 * maxOpenReceipts
	// settleAgain is the pause after something could not be read.
	settleAgain = time.Second
)

// preconfirmations is what the service has of receipts: those that it gives as a leader, and those that it gets.
type preconfirmations struct {
	wishes wishes
	built  chan avs.Batch // whose receipts are to be signed
	asking asking
	kept   receipts
	settle bell
	done   chan struct{} // closed when the service ends
	meters receiptMeters
	counts struct{ signed, honoured, void, broken atomic.Int64 } // of this run
}

func newPreconfirmations(space *store.Space, m receiptMeters) *preconfirmations {
	return &preconfirmations{built: make(chan avs.Batch, promiseQueue), kept: receipts{space: space}, settle: newBell(),
		done: make(chan struct{}), meters: m}
}

// receiptMeters are the figures of preconfirmations.
type receiptMeters struct {
	outcome func(outcome string) prometheus.Counter // signed, skipped, missed, honoured, void, broken
	stage   func(stage string) prometheus.Observer  // signed: all receipts of a batch; received: from asking to having one
}

func newReceiptMeters(r *metrics.Registry, rollup string) receiptMeters {
	r = r.Sub("squad")
	outcomes := r.CounterVec("preconfirmations_total", "receipts for transactions, by what became of them here", "rollup", "outcome")
	stages := r.HistogramVec("preconfirmation_seconds", "time to sign the receipts of a batch, and to get one", nil, "rollup", "stage")
	return receiptMeters{
		outcome: func(outcome string) prometheus.Counter { return outcomes.WithLabelValues(rollup, outcome) },
		stage:   func(stage string) prometheus.Observer { return stages.WithLabelValues(rollup, stage) },
	}
}

func (m receiptMeters) seconds(stage string, from, to uint64) {
	m.stage(stage).Observe((time.Duration(to-min(from, to)) * time.Millisecond).Seconds())
}

// servePreconfirmations registers the handlers.
func (s *Service) servePreconfirmations() {
	s.cfg.Network.Serve(s.names.preconfirm, maxWishMessage, 0, s.onWish)
	s.cfg.Network.Serve(s.names.receipts, maxReceiptsMessage, 0, s.onReceipts)
}

// receipts keeps those that were given to this operator, under slot ‖ rank ‖ position ‖ transaction: one leader's two
// receipts for one position are both kept, since one of them is broken.
type receipts struct {
	space *store.Space

	mu    sync.Mutex
	open  map[string]avs.SignedPreconfirmation // by key
	total int                                  // records on disk
}

const receiptKeySize = 8 + 4 + 4 + common.HashLength

func receiptKey(p avs.Preconfirmation) []byte {
	key := binary.BigEndian.AppendUint64(make([]byte, 0, receiptKeySize), p.Slot)
	key = binary.BigEndian.AppendUint32(key, p.Rank)
	key = binary.BigEndian.AppendUint32(key, p.Position)
	return append(key, p.Transaction[:]...)
}

// load reads what an earlier run has kept.
func (k *receipts) load() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.open, k.total = map[string]avs.SignedPreconfirmation{}, 0
	err := k.space.Iterate(nil, nil, func(key, value []byte) error {
		k.total++
		if len(value) == 0 || value[0] != receiptOpen {
			return nil
		}
		receipt, err := avs.DecodePreconfirmation(value[1:])
		if err == nil {
			k.open[string(key)] = receipt
		}
		return nil // one that the disk has spoilt proves nothing
	})
	if err != nil {
		return fmt.Errorf("read preconfirmations: %w", err)
	}
	return nil
}

var errReceiptsFull = errors.New("too many preconfirmations are open")

// keep puts a receipt on disk, and reports whether it is new.
func (k *receipts) keep(r avs.SignedPreconfirmation) (bool, error) {
	key := receiptKey(r.Preconfirmation)
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, known := k.open[string(key)]; known {
		return false, nil
	}
	if len(k.open) >= maxOpenReceipts {
		return false, errReceiptsFull
	}
	known, err := k.space.Has(key)
	if err != nil || known {
		return false, err
	}
	if err := k.space.SetSync(key, append([]byte{receiptOpen}, r.Encode()...)); err != nil {
		return false, fmt.Errorf("keep preconfirmation: %w", err)
	}
	k.open[string(key)] = r
	k.total++
	return true, nil
}

// settled are the open receipts of slots up to one, ascending.
func (k *receipts) settled(slot uint64) []avs.SignedPreconfirmation {
	k.mu.Lock()
	defer k.mu.Unlock()
	var out []avs.SignedPreconfirmation
	for _, r := range k.open {
		if r.Preconfirmation.Slot <= slot {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b avs.SignedPreconfirmation) int {
		return bytes.Compare(receiptKey(a.Preconfirmation), receiptKey(b.Preconfirmation))
	})
	return out
}

// close notes what became of a receipt, and lets the oldest records go.
func (k *receipts) close(r avs.SignedPreconfirmation, outcome byte) error {
	key := receiptKey(r.Preconfirmation)
	k.mu.Lock()
	defer k.mu.Unlock()
	if err := k.space.Set(key, append([]byte{outcome}, r.Encode()...)); err != nil {
		return fmt.Errorf("settle preconfirmation: %w", err)
	}
	delete(k.open, string(key))
	if k.total <= maxReceipts {
		return nil
	}
	return k.prune(k.total - maxReceipts/2)
}

// prune removes the oldest records that are settled. The caller holds mu.
func (k *receipts) prune(count int) error {
	w := k.space.NewBatch()
	defer w.Discard()
	err := k.space.Iterate(nil, nil, func(key, value []byte) error {
		if len(value) > 0 && value[0] == receiptOpen {
			return nil
		}
		if w.Delete(slices.Clone(key)); w.Len() >= count {
			return store.ErrStop
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("prune preconfirmations: %w", err)
	}
	removed := w.Len()
	if removed == 0 {
		return nil
	}
	if err := w.Commit(false); err != nil {
		return fmt.Errorf("prune preconfirmations: %w", err)
	}
	k.total -= removed
	return nil
}

// openCount is how many receipts are watched.
func (k *receipts) openCount() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.open)
}

// onReceipts takes the receipts that a leader gives for transactions of this operator's users.
func (s *Service) onReceipts(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
	if !s.gate.enter() {
		return nil, errStopped
	}
	defer s.gate.leave()
	receipts, err := decodeReceipts(request)
	if err != nil {
		return nil, s.refused(refuse(avs.Reject, "receipts", "%w", err))
	}
	return nil, s.takeReceipts(receipts)
}

// takeReceipts checks, keeps and hands out receipts that somebody waits for. The first that is wrong ends it.
func (s *Service) takeReceipts(receipts []avs.SignedPreconfirmation) error {
	for _, r := range receipts {
		if !s.pre.asking.waits(r.Preconfirmation.Transaction) {
			continue // nobody asked, or nobody waits any more
		}
		if err := s.checkReceipt(r); err != nil {
			return s.refused(refuse(avs.Reject, "receipt", "%w", err))
		}
		if _, err := s.pre.kept.keep(r); err != nil {
			s.log.Error("keep preconfirmation", "transaction", r.Preconfirmation.Transaction, "error", err)
			return err
		}
		s.pre.asking.give(r)
	}
	s.pre.settle.ring() // the slot may be settled already
	return nil
}

// Why a receipt is not one.
var errReceipt = errors.New("preconfirmation is not of its slot's leader")

// checkReceipt reports whether a receipt is signed by the leader of its slot and rank, as consensus has planned it.
func (s *Service) checkReceipt(r avs.SignedPreconfirmation) error {
	p := r.Preconfirmation
	if p.Rollup != s.cfg.Rollup.ID || p.Rank >= positionRanks || p.Position >= 1<<receiptBits {
		return fmt.Errorf("%w: rollup %s, rank %d, position %d", errReceipt, p.Rollup, p.Rank, p.Position)
	}
	turn := s.schedules.at(p.Slot)
	if turn == nil || turn.plan.Epoch != p.Epoch {
		return fmt.Errorf("%w: slot %d is not of epoch %d", errReceipt, p.Slot, p.Epoch)
	}
	leader := turn.leader(p.Slot, p.Rank)
	by, err := r.Signer(s.cfg.Domain)
	if err != nil {
		return fmt.Errorf("%w: %w", errReceipt, err)
	}
	if leader < 0 || by != turn.set.ConsensusAddress(leader) {
		return fmt.Errorf("%w: slot %d rank %d is signed by %s", errReceipt, p.Slot, p.Rank, by)
	}
	return nil
}

// runSettle compares receipts with what was ordered for their slots, once it is executed here.
func (s *Service) runSettle(ctx context.Context) {
	if err := s.pre.kept.load(); err != nil {
		s.log.Error("earlier preconfirmations are not watched", "error", err)
	}
	told := uint64(0)
	for {
		_, _, head := s.board.state()
		told = s.tellIncluded(told, head.Number)
		pause := time.Duration(0)
		if err := s.settleUpTo(ctx, head.Number); err != nil && ctx.Err() == nil {
			s.log.Warn("compare preconfirmations with what was ordered", "error", err)
			pause = settleAgain
		}
		if !s.waitBell(ctx, s.pre.settle, pause) {
			return
		}
	}
}

// tellIncluded tells who waits for a receipt which of their transactions have been executed, in blocks above one; it
// returns the last block.
func (s *Service) tellIncluded(above, head uint64) uint64 {
	if !s.pre.asking.any() || head > above+maxAhead {
		return head // at the start, all before is past
	}
	for number := above + 1; number <= head; number++ {
		ordered, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, number)
		if err != nil || !found {
			continue
		}
		batch, found, err := s.bodies.get(ordered.Header.Header.Digest(s.cfg.Domain))
		if err != nil || !found {
			continue
		}
		if txs, err := transactionsOf(batch.Body); err == nil {
			s.pre.asking.tell(number, txs)
		}
	}
	return head
}

// settleUpTo settles the receipts of all slots up to that of an executed block.
func (s *Service) settleUpTo(ctx context.Context, number uint64) error {
	if number == 0 || s.pre.kept.openCount() == 0 {
		return nil
	}
	newest, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, number)
	if err != nil || !found {
		return err
	}
	for _, r := range s.pre.kept.settled(newest.Header.Header.Slot) {
		outcome, err := s.judgeReceipt(ctx, r, number)
		if err != nil {
			return err
		}
		if outcome == receiptOpen {
			continue
		}
		if err := s.pre.kept.close(r, outcome); err != nil {
			return err
		}
		s.noteOutcome(outcome)
	}
	return nil
}

func (s *Service) noteOutcome(outcome byte) {
	s.pre.meters.outcome(receiptOutcomes[outcome]).Inc()
	switch outcome {
	case receiptHonoured:
		s.pre.counts.honoured.Add(1)
	case receiptVoid:
		s.pre.counts.void.Add(1)
	case receiptBroken:
		s.pre.counts.broken.Add(1)
	}
}

// judgeReceipt says what became of a receipt whose slot is behind the executed head; it stays open while the body of the
// batch cannot be had.
func (s *Service) judgeReceipt(ctx context.Context, r avs.SignedPreconfirmation, head uint64) (byte, error) {
	p := r.Preconfirmation
	ordered, found, err := s.orderedIn(p.Slot, head)
	if err != nil {
		return receiptOpen, err
	}
	h := ordered.Header.Header
	if !found || h.Rank != p.Rank || h.Epoch != p.Epoch {
		s.log.Info("preconfirmation is void: no batch of its slot and rank was ordered", "slot", p.Slot, "rank", p.Rank, "transaction", p.Transaction)
		return receiptVoid, nil
	}
	batch, found, err := s.bodies.get(h.Digest(s.cfg.Domain))
	if err != nil {
		return receiptOpen, err
	}
	if !found {
		return s.outOfReach(h, head), nil
	}
	var block types.Block
	if err := rlp.DecodeBytes(batch.Body, &block); err == nil && p.HeldBy(&block) {
		return receiptHonoured, nil
	}
	broken := avs.BrokenPreconfirmation{Receipt: r, Header: ordered.Header, Body: batch.Body}
	if _, err := broken.Verify(s.cfg.Domain); err != nil {
		return receiptVoid, fmt.Errorf("prove a broken preconfirmation: %w", err) // its signer was checked when it came
	}
	return receiptBroken, s.reportBroken(ctx, broken)
}

// outOfReach is the outcome of a receipt whose batch has no body here: nothing, or void in the end, so that it is not
// looked for for ever.
func (s *Service) outOfReach(h avs.BatchHeader, head uint64) byte {
	if head < h.Number+minRetention {
		return receiptOpen
	}
	return receiptVoid
}

// reportBroken hands evidence on; it is persisted when this returns without an error.
func (s *Service) reportBroken(ctx context.Context, broken avs.BrokenPreconfirmation) error {
	p := broken.Receipt.Preconfirmation
	if s.cfg.Evidence != nil {
		if err := s.cfg.Evidence.Report(ctx, avs.Evidence{Receipt: &broken}); err != nil {
			return fmt.Errorf("report broken preconfirmation: %w", err)
		}
	}
	s.fault(s.author(broken.Header), FaultBrokenReceipt, p.Slot)
	s.log.Error("leader broke a preconfirmation", "slot", p.Slot, "rank", p.Rank, "transaction", p.Transaction, "position", p.Position,
		"batch", broken.Header.Header.Digest(s.cfg.Domain))
	return nil
}

// orderedIn is the batch that was ordered for a slot, among those up to a number; false if none was.
func (s *Service) orderedIn(slot, head uint64) (avs.OrderedBatch, bool, error) {
	low, high := uint64(1), head
	for low <= high {
		middle := low + (high-low)/2
		ordered, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, middle)
		switch {
		case err != nil:
			return ordered, false, fmt.Errorf("read ordered log: %w", err)
		case found && ordered.Header.Header.Slot == slot:
			return ordered, true, nil
		case found && ordered.Header.Header.Slot > slot:
			high = middle - 1
		default: // what the log does not reach back to is older
			low = middle + 1
		}
	}
	return avs.OrderedBatch{}, false, nil
}
