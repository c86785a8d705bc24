package squad

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

const (
	// bodyGrace is how long a body may be late by gossip before it is pulled, and freshOrder how recent an order must be
	// for that to be likely.
	bodyGrace  = 40 * time.Millisecond
	freshOrder = 2_000 // milliseconds
	// firstPause and lastPause bound the wait between two attempts at anything.
	firstPause = 20 * time.Millisecond
	lastPause  = time.Second
	// retellAttempts bounds how often a body of the past is looked for before it is left out.
	retellAttempts = 3
	// pruneEvery is how many blocks pass between two prunings.
	pruneEvery = 64
)

// runDrive brings the execution client along the ordered log and tells what was executed.
func (s *Service) runDrive(ctx context.Context) {
	head, ok := s.readHead(ctx)
	if !ok {
		return
	}
	s.checkHead(head)
	if !s.broken.Load() {
		s.retell(ctx, head)
	}
	again := false // the attempt before failed: trust nothing that is remembered of the execution client
	pause := firstPause
	for ctx.Err() == nil && !s.broken.Load() {
		ordered, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, head.Number+1)
		switch {
		case err != nil:
			s.log.Error("read ordered log", "number", head.Number+1, "error", err)
		case !found:
			if !s.waitBell(ctx, s.drive, 0) {
				return
			}
			continue
		default:
			var next avs.BlockRef
			if next, err = s.execute(ctx, ordered, again); err == nil {
				head, again, pause = next, false, firstPause
				continue
			}
			if ctx.Err() == nil && !s.broken.Load() {
				s.log.Warn("execute ordered batch", "number", head.Number+1, "error", err)
			}
		}
		if clock.Sleep(ctx, s.cfg.Clock, pause) != nil {
			return
		}
		pause, again = min(2*pause, lastPause), true
		// The client may have been restarted behind our back.
		if head, ok = s.readHead(ctx); !ok {
			return
		}
	}
	<-ctx.Done()
}

// readHead asks the execution client for its head until it answers; false when ctx ended.
func (s *Service) readHead(ctx context.Context) (avs.BlockRef, bool) {
	for pause := firstPause; ; pause = min(2*pause, lastPause) {
		head, err := s.cfg.Executor.Head(ctx)
		if err == nil {
			s.board.setHead(head)
			s.meters.head.Set(float64(head.Number))
			s.lead.ring()
			return head, true
		}
		if ctx.Err() != nil {
			return avs.BlockRef{}, false
		}
		s.log.Warn("read head of execution client", "error", err)
		if clock.Sleep(ctx, s.cfg.Clock, pause) != nil {
			return avs.BlockRef{}, false
		}
	}
}

var errForeignHead = errors.New("head of the execution client is not what was ordered: its directory is of another network")

// checkHead stops the rollup when the execution client is on another chain than the log.
func (s *Service) checkHead(head avs.BlockRef) {
	if head.Number == 0 {
		if head.Hash != s.cfg.Rollup.GenesisHash {
			s.breakDown(avs.BatchHeader{BlockHash: head.Hash}, common.Hash{}, errForeignHead)
		}
		return
	}
	ordered, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, head.Number)
	if h := ordered.Header.Header; err == nil && found && h.BlockHash != head.Hash {
		s.breakDown(h, h.Digest(s.cfg.Domain), fmt.Errorf("%w: block %d is %s", errForeignHead, head.Number, head.Hash))
	}
}

// retell tells again of blocks that were executed in an earlier run and are not certified yet. One whose body nobody
// has any more is left out: it is then certified by others or not at all.
func (s *Service) retell(ctx context.Context, head avs.BlockRef) {
	if s.cfg.From == nil {
		return
	}
	for number := max(1, s.cfg.From()); number <= head.Number && ctx.Err() == nil; number++ {
		ordered, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, number)
		if err != nil {
			s.log.Error("read ordered log", "number", number, "error", err)
			return
		}
		if !found { // from before the snapshot that consensus began with here
			continue
		}
		ref, err := s.past(ctx, ordered)
		if err != nil {
			if ctx.Err() == nil {
				s.log.Warn("executed block is not told again", "number", number, "error", err)
			}
			continue
		}
		s.tell(ctx, avs.Executed{Block: ref, Batch: ordered})
	}
}

// past is the block of an ordered batch that was executed before. Importing it again costs little and tells all of it.
func (s *Service) past(ctx context.Context, ordered avs.OrderedBatch) (ref avs.BlockRef, err error) {
	digest := ordered.Header.Header.Digest(s.cfg.Domain)
	for range retellAttempts {
		var batch avs.Batch
		if batch, err = s.body(ctx, ordered, digest, retellAttempts); err != nil {
			return ref, err
		}
		if ref, err = s.importNow(ctx, batch, digest); err == nil {
			return ref, nil
		}
		if clock.Sleep(ctx, s.cfg.Clock, firstPause) != nil {
			break
		}
	}
	return ref, err
}

// execute brings the head to an ordered batch.
func (s *Service) execute(ctx context.Context, ordered avs.OrderedBatch, again bool) (avs.BlockRef, error) {
	noticed := s.now()
	h := ordered.Header.Header
	digest := h.Digest(s.cfg.Domain)
	ref, done := s.board.executed(digest)
	if !done || again {
		batch, err := s.body(ctx, ordered, digest, 0)
		if err != nil {
			return ref, err
		}
		ref, err = s.importNow(ctx, batch, digest)
		if errors.Is(err, avs.ErrInvalidBlock) {
			s.breakDown(h, digest, err)
		}
		if err != nil {
			return ref, fmt.Errorf("import block: %w", err)
		}
	}
	if err := s.cfg.Executor.SetHead(ctx, ref.Hash); err != nil {
		return ref, fmt.Errorf("move head: %w", err)
	}
	s.board.setHead(ref)
	s.meters.head.Set(float64(ref.Number))
	s.meters.seconds(stageExecuted, noticed, s.now())
	s.lead.ring()
	s.tell(ctx, avs.Executed{Block: ref, Batch: ordered})
	s.countSlot(h)
	s.handOffs.note(s, ordered)
	s.compareOrdered(ordered, digest)
	s.pre.settle.ring()
	s.tidy(ref.Number, digest)
	return ref, nil
}

// executed is the block of a batch that was executed ahead of its order.
func (b *board) executed(digest common.Hash) (avs.BlockRef, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if f := b.flights[digest]; f != nil && f.imported {
		return f.ref, true
	}
	return avs.BlockRef{}, false
}

// importNow has the importer execute a batch.
func (s *Service) importNow(ctx context.Context, batch avs.Batch, digest common.Hash) (avs.BlockRef, error) {
	result := make(chan importResult, 1)
	select {
	case s.imports <- importJob{batch, digest, result}:
	case <-ctx.Done():
		return avs.BlockRef{}, ctx.Err()
	}
	select {
	case r := <-result:
		return r.ref, r.err
	case <-ctx.Done():
		return avs.BlockRef{}, ctx.Err()
	}
}

// tell hands an executed block on until it is taken.
func (s *Service) tell(ctx context.Context, e avs.Executed) {
	for pause := firstPause; ctx.Err() == nil; pause = min(2*pause, lastPause) {
		err := s.cfg.Executed(ctx, e)
		if err == nil {
			return
		}
		if ctx.Err() == nil {
			s.log.Warn("tell executed block", "number", e.Block.Number, "error", err)
		}
		_ = clock.Sleep(ctx, s.cfg.Clock, pause)
	}
}

// body finds the body of an ordered batch: here, or at whoever acknowledged it. attempts bounds the rounds of asking;
// zero goes on until ctx ends.
func (s *Service) body(ctx context.Context, ordered avs.OrderedBatch, digest common.Hash, attempts int) (avs.Batch, error) {
	pause := firstPause
	fresh, recent := s.now() < ordered.TimeMillis+freshOrder, s.now() < ordered.TimeMillis+maxAge
	for round := 1; ; round++ {
		batch, found, err := s.bodies.get(digest)
		if err != nil {
			s.log.Warn("stored batch is unreadable: it is pulled again", "digest", digest, "error", err)
		}
		if found {
			return batch, nil
		}
		if fresh {
			fresh = false
			if !s.waitBell(ctx, s.drive, bodyGrace) {
				return batch, ctx.Err()
			}
			round--
			continue
		}
		find := search{request: encodeBodyRequest(byDigest, digest), holders: s.holders(ordered), accept: func(b avs.Batch) error {
			if got := b.Header.Header.Digest(s.cfg.Domain); got != digest {
				return fmt.Errorf("batch %s, asked for %s", got, digest)
			}
			b.Header = ordered.Header // the digest does not cover the signature; this one was checked
			batch = b
			return s.bodies.put(digest, b)
		}}
		if recent && round == 1 {
			find.denied = func(holder avs.OperatorID) { s.withheld(holder, ordered.Header.Header) }
		}
		if err = s.fetch(ctx, find); err == nil {
			return batch, nil
		}
		if attempts > 0 && round >= attempts {
			return batch, fmt.Errorf("pull batch %s: %w", digest, err)
		}
		if round == 1 {
			s.log.Info("body of an ordered batch is missing: asking on", "number", ordered.Header.Header.Number, "digest", digest)
		}
		if !s.waitBell(ctx, s.drive, pause) {
			return batch, ctx.Err()
		}
		pause = min(2*pause, lastPause)
	}
}

// withheld tells of an operator that signed for having a body and, though connected, did not give it out. Of bodies of the
// past it may have forgotten, nothing is said.
func (s *Service) withheld(holder avs.OperatorID, h avs.BatchHeader) {
	s.fault(holder, FaultWithheldBody, h.Slot)
	s.log.Warn("operator that has a body does not give it out", "operator", holder, "slot", h.Slot, "number", h.Number)
}

// holders are the operators that should have a body: its leader, and who acknowledged it.
func (s *Service) holders(ordered avs.OrderedBatch) []avs.OperatorID {
	set, ok := s.cfg.Sets.At(s.set, ordered.Header.Header.Epoch)
	if !ok {
		return nil
	}
	var out []avs.OperatorID
	if by, err := ordered.Header.Signer(s.cfg.Domain); err == nil {
		if i := set.IndexOfConsensus(by); i >= 0 {
			out = append(out, set.Member(i).Operator)
		}
	}
	for _, a := range ordered.Proof.Acks {
		if int(a.Member) < set.Len() {
			out = append(out, set.Member(int(a.Member)).Operator)
		}
	}
	return out
}

// countSlot counts a slot of this operator by who filled it.
func (s *Service) countSlot(h avs.BatchHeader) {
	turn := s.schedules.at(h.Slot)
	if turn == nil || turn.set.Index(s.cfg.Self) < 0 || turn.leader(h.Slot, 0) != turn.set.Index(s.cfg.Self) {
		return
	}
	if h.Rank == 0 {
		s.counters.led.Add(1)
		s.meters.slots("led").Inc()
		return
	}
	s.counters.missed.Add(1)
	s.meters.slots("missed").Inc()
}

// tidy removes batches that lost at a number, and now and then those that are past retention.
func (s *Service) tidy(number uint64, ordered common.Hash) {
	if err := s.bodies.settle(number, ordered); err != nil {
		s.log.Warn("remove void batches", "number", number, "error", err)
	}
	if s.cfg.Retention == 0 || number%pruneEvery != 0 || number <= s.cfg.Retention {
		return
	}
	if err := s.bodies.prune(number - s.cfg.Retention); err != nil {
		s.log.Warn("prune batches", "number", number, "error", err)
	}
}
