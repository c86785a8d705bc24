package squad

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/trident-network/trident/avs"
)

// retryExecutor is the pause after the execution client could not answer.
const retryExecutor = 100 * time.Millisecond

// importJob is an ordered batch that the driver wants executed now.
type importJob struct {
	batch  avs.Batch
	digest common.Hash
	result chan<- importResult // with room for one
}

type importResult struct {
	ref avs.BlockRef
	err error
}

// runImport is the only caller of Executor.Import: ordered batches first, then those that may be ordered soon.
func (s *Service) runImport(ctx context.Context) {
	for {
		select {
		case job := <-s.imports:
			s.importOrdered(ctx, job)
			continue
		default:
		}
		did, pause := s.importAhead(ctx)
		if did {
			continue
		}
		if !s.waitImport(ctx, pause) {
			return
		}
	}
}

func (s *Service) waitImport(ctx context.Context, pause time.Duration) bool {
	var expired <-chan time.Time
	if pause > 0 {
		timer := s.cfg.Clock.NewTimer(pause)
		defer timer.Stop()
		expired = timer.Chan()
	}
	select {
	case job := <-s.imports:
		s.importOrdered(ctx, job)
	case <-s.imported:
	case <-expired:
	case <-ctx.Done():
		return false
	}
	return ctx.Err() == nil
}

// importOrdered executes what is ordered already, whatever it takes from L1 or leaves out: that is settled.
func (s *Service) importOrdered(ctx context.Context, job importJob) {
	ref, err := s.importBatch(ctx, job.digest, job.batch.Header.Header, job.batch.Body, false)
	job.result <- importResult{ref, err}
}

// importAhead executes one batch that is not ordered yet, if there is one whose parent is executed, and acknowledges it.
func (s *Service) importAhead(ctx context.Context) (did bool, pause time.Duration) {
	if s.broken.Load() || s.input().Stopped {
		return false, 0
	}
	for _, f := range s.board.waiting() {
		h := f.header.Header
		if !s.cfg.Executor.Has(ctx, h.ParentHash) {
			continue
		}
		began := s.now()
		err := s.examine(ctx, &f)
		if err != nil && !s.condemned(ctx, &f, err) {
			pause = retryExecutor // one that cannot be judged now must not hold up the others
			continue
		}
		if err == nil {
			s.acknowledge(ctx, &f)
			now := s.now()
			s.meters.seconds(stageImported, f.seen, now)
			if !f.own { // an own block was executed when it was built
				s.noteDuration(now - min(now, began))
			}
		}
		return ctx.Err() == nil, 0
	}
	return false, pause
}

// examine executes a batch that is not ordered yet, and checks what members answer for by their acknowledgements. Whatever
// own blocks carry was put there by this operator.
func (s *Service) examine(ctx context.Context, f *flight) error {
	h := f.header.Header
	if !f.own {
		if err := s.checkInputs(ctx, h, f.body); err != nil {
			return s.judged(f.digest, avs.BlockRef{}, err)
		}
	}
	if _, err := s.importBatch(ctx, f.digest, h, f.body, f.own); err != nil {
		return err
	}
	if !f.own {
		if err := s.checkListed(ctx, h); err != nil {
			return s.judged(f.digest, avs.BlockRef{}, err)
		}
	}
	s.board.update(f.digest, func(f *flight) { f.passed, f.body = true, nil })
	return nil
}

// condemned tells of a batch that is never acknowledged, whether its leader is to blame or not; false for one that is to
// be looked at again.
func (s *Service) condemned(ctx context.Context, f *flight, err error) bool {
	h := f.header.Header
	kind := ""
	switch {
	case errors.Is(err, avs.ErrInvalidBlock):
		kind = FaultInvalidBlock
	case errors.Is(err, errForcedLeftOut):
		kind = FaultForcedLeftOut
	case errors.Is(err, errCensored):
		kind = FaultCensorship
	case errors.Is(err, errNoJudge):
		s.log.Warn("batch is not acknowledged: it leaves something out, and whether it had to take it cannot be told here", "leader", f.leader,
			"slot", h.Slot, "number", h.Number, "digest", f.digest, "error", err)
		return true
	default:
		if ctx.Err() == nil {
			s.log.Debug("examine batch", "number", h.Number, "digest", f.digest, "error", err)
		}
		return false
	}
	s.fault(f.leader, kind, h.Slot)
	s.log.Warn("batch is neither acknowledged nor built upon", "fault", kind, "leader", f.leader, "slot", h.Slot, "rank", h.Rank,
		"number", h.Number, "digest", f.digest, "error", err)
	return true
}

// checkInputs checks what a block stands on and carries. The messages that it takes begin where those of its parent end,
// and of several parents any one will do.
func (s *Service) checkInputs(ctx context.Context, h avs.BatchHeader, body []byte) error {
	header, err := headerOf(body)
	if err != nil {
		return err
	}
	if err := sameBlock(h, refOf(header)); err != nil {
		return err
	}
	parents := s.board.parents(h)
	if len(parents) == 0 {
		return fmt.Errorf("%w: parent %s", errUnknownInput, h.ParentHash)
	}
	for _, parent := range parents {
		if err = s.checkOn(ctx, parent, h, header, body); err == nil {
			return nil
		}
	}
	return err
}

func (s *Service) checkOn(ctx context.Context, parent base, h avs.BatchHeader, header *types.Header, body []byte) error {
	if !parent.leadsTo(h) {
		return fmt.Errorf("%w: slot %d, timestamp %d, l1 view %d and inbox %d do not follow %d, %d, %d and %d", avs.ErrInvalidBlock,
			h.Slot, h.Timestamp, h.L1Number, h.Inbox, parent.slot, parent.timestamp, parent.l1Number, parent.inbox)
	}
	c, err := s.contentsOf(h.Slot, h.L1Number, parent.inbox, h.Inbox)
	if err != nil {
		return err
	}
	return s.checkCarried(ctx, header, body, c)
}

// noteDuration keeps what the last block took to import, up to a bound: backups give a leader that much more time.
func (s *Service) noteDuration(millis uint64) {
	const most = 250
	s.board.mu.Lock()
	defer s.board.mu.Unlock()
	s.board.slack = min(2*millis, 2*most)
}

// importBatch executes a block and compares it with what its header says. A header that says another thing than its
// body is as invalid as a block that does not execute. The contents of own blocks were made here.
func (s *Service) importBatch(ctx context.Context, digest common.Hash, h avs.BatchHeader, body []byte, own bool) (avs.BlockRef, error) {
	// Of a block on a parent that it does not know a client says only that, so with a header that names a known one it would
	// be tried for ever.
	header, err := headerOf(body)
	if err == nil {
		err = sameBlock(h, refOf(header))
	}
	if err == nil && !own && s.cfg.Executor.Has(ctx, h.BlockHash) {
		// The client takes a block that it has by its hash alone, so a leader could put other contents under the block of
		// another.
		err = checkContents(body)
	}
	if err != nil {
		return avs.BlockRef{}, s.judged(digest, avs.BlockRef{}, err)
	}
	ref, err := s.cfg.Executor.Import(ctx, body)
	if err == nil {
		err = sameBlock(h, ref)
	}
	return ref, s.judged(digest, ref, err)
}

// judged notes on the board what was said of a batch, and passes the error on.
func (s *Service) judged(digest common.Hash, ref avs.BlockRef, err error) error {
	s.board.update(digest, func(f *flight) {
		switch {
		case err == nil:
			f.imported, f.ref = true, ref
		case errors.Is(err, avs.ErrInvalidBlock):
			f.invalid, f.body = true, nil
		case errors.Is(err, errForcedLeftOut), errors.Is(err, errCensored), errors.Is(err, errNoJudge):
			f.refused, f.body = true, nil
		}
	})
	s.lead.ring()
	s.drive.ring()
	return err
}

// sameBlock compares what a header says with what its body is.
func sameBlock(h avs.BatchHeader, is avs.BlockRef) error {
	if is.Hash == h.BlockHash && is.Number == h.Number && is.ParentHash == h.ParentHash && is.Timestamp == h.Timestamp {
		return nil
	}
	return fmt.Errorf("%w: header names block %d %s on %s at %d, the body holds block %d %s on %s at %d", avs.ErrInvalidBlock,
		h.Number, h.BlockHash, h.ParentHash, h.Timestamp, is.Number, is.Hash, is.ParentHash, is.Timestamp)
}

// refOf is what a block's header tells of it.
func refOf(header *types.Header) avs.BlockRef {
	return avs.BlockRef{Hash: header.Hash(), Number: header.Number.Uint64(), ParentHash: header.ParentHash, Timestamp: header.Time}
}

// checkContents compares the lists of a block with the roots that its header has for them.
func checkContents(body []byte) error {
	var block types.Block
	if err := rlp.DecodeBytes(body, &block); err != nil {
		return fmt.Errorf("%w: decode body: %w", avs.ErrInvalidBlock, err)
	}
	withdrawals := block.Header().WithdrawalsHash
	switch {
	case types.DeriveSha(block.Transactions(), trie.NewStackTrie(nil)) != block.TxHash():
		return fmt.Errorf("%w: its transactions are not those of its header", avs.ErrInvalidBlock)
	case types.CalcUncleHash(block.Uncles()) != block.UncleHash():
		return fmt.Errorf("%w: its uncles are not those of its header", avs.ErrInvalidBlock)
	case (withdrawals == nil) != (block.Withdrawals() == nil),
		withdrawals != nil && types.DeriveSha(block.Withdrawals(), trie.NewStackTrie(nil)) != *withdrawals:
		return fmt.Errorf("%w: its withdrawals are not those of its header", avs.ErrInvalidBlock)
	}
	return nil
}

// Waits of the loop that pulls missing parents, in milliseconds: gossip gets a moment first.
const (
	parentGrace = 100
	parentAgain = 1_000
)

// runPull fetches the parents of batches that came without them, so that a lost message does not cost the time until
// the parent is ordered.
func (s *Service) runPull(ctx context.Context) {
	for {
		now, wake := s.now(), uint64(0)
		for _, f := range s.board.orphans() {
			due := max(f.seen+parentGrace, f.pulled+parentAgain)
			if now < due {
				wake = earliest(wake, due)
				continue
			}
			s.board.update(f.digest, func(b *flight) { b.pulled = now })
			wake = earliest(wake, now+parentAgain)
			s.pullParent(ctx, f)
		}
		if !s.waitBell(ctx, s.pull, until(s.now(), wake)) {
			return
		}
	}
}

func (s *Service) pullParent(ctx context.Context, f flight) {
	parent := f.header.Header.ParentHash
	err := s.fetch(ctx, search{request: encodeBodyRequest(byBlock, parent), holders: []avs.OperatorID{f.leader}, accept: func(b avs.Batch) error {
		if b.Header.Header.BlockHash != parent {
			return fmt.Errorf("block %s, asked for %s", b.Header.Header.BlockHash, parent)
		}
		entered, err := s.enter(f.leader, b)
		if errors.Is(err, errKnown) {
			return nil // gossip was quicker
		}
		if err != nil {
			return err
		}
		if _, err := s.keep(entered); err != nil {
			s.board.forget(entered)
			return err
		}
		return nil
	}})
	if err != nil && ctx.Err() == nil {
		s.log.Debug("pull parent", "block", parent, "child", f.digest, "error", err)
	}
}
