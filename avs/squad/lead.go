package squad

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
)

// retryBuild is the pause after an execution client could not build.
const retryBuild = 50 * time.Millisecond

// workState is what the lead loop knows of the pool: whether it may hold something for a base, and since when.
type workState struct {
	empty   bool // the pool had nothing for base
	base    common.Hash
	since   uint64
	noticed uint64 // when the work of the next block was first seen, for the stage metric
}

// rebase notices that the base changed: what it leaves in the pool is not known, so it is worth a look.
func (w *workState) rebase(base common.Hash, now uint64) {
	if w.base != base {
		*w = workState{base: base, since: now}
	}
}

func (w *workState) signal(now uint64) {
	if w.empty || w.noticed == 0 {
		w.noticed = now
	}
	if w.empty {
		w.empty, w.since = false, now
	}
}

// runLead builds when it is this operator's turn.
func (s *Service) runLead(ctx context.Context) {
	var work workState
	for ctx.Err() == nil {
		sit, set := s.situation(ctx, &work)
		p := decide(sit)
		if p.build && !s.broken.Load() {
			if again := s.build(ctx, set, sit, p, &work); again > 0 {
				_ = clock.Sleep(ctx, s.cfg.Clock, again)
			}
			continue
		}
		if !s.waitLead(ctx, &work, until(sit.now, p.wake)) {
			return
		}
	}
}

// waitLead waits for work, for a change of the board, or for time to pass.
func (s *Service) waitLead(ctx context.Context, work *workState, d time.Duration) bool {
	var expired <-chan time.Time
	if d > 0 {
		timer := s.cfg.Clock.NewTimer(d)
		defer timer.Stop()
		expired = timer.Chan()
	}
	select {
	case <-s.cfg.TxPool.Work():
		// Transactions sent together arrive within a moment: one block for all of them beats a block for the first,
		// since the next may have to wait a second for its timestamp.
		if clock.Sleep(ctx, s.cfg.Clock, s.timing.Coalesce) != nil {
			return false
		}
		work.signal(s.now())
	case <-s.lead:
	case <-expired:
	case <-ctx.Done():
		return false
	}
	return ctx.Err() == nil
}

// situation observes all that the decision depends on.
func (s *Service) situation(ctx context.Context, work *workState) (situation, *avs.OperatorSet) {
	now := s.now()
	set, err := s.cfg.Sets.Current(s.set)
	if err != nil {
		return situation{now: now, self: -1}, nil
	}
	b := s.base(ctx, set.Epoch(), now)
	work.rebase(b.hash, now)
	s.board.mu.Lock()
	signed, slack := s.board.signed, s.board.slack
	s.board.mu.Unlock()
	return situation{
		now: now, params: s.cfg.Rollup.Slots, self: s.member(set),
		ranks:  min(s.cfg.Rollup.Slots.Ranks, uint32(set.Len())),
		leader: func(slot uint64, rank uint32) int { return s.schedules.leader(set, slot, rank) },
		base:   b, signed: signed, work: !work.empty && !s.cfg.Faults.Mute, workSince: work.since, slack: slack,
	}, set
}

// base chooses the block to build on.
func (s *Service) base(ctx context.Context, epoch avs.Epoch, now uint64) base {
	tip, since, head := s.board.state()
	from := base{number: tip.Number, hash: tip.Hash, slot: tip.Slot, timestamp: tip.Timestamp, since: since}
	from.imported = head.Hash == tip.Hash || s.cfg.Executor.Has(ctx, tip.Hash)
	return chooseBase(from, s.board.candidates(), epoch, s.patience, now)
}

// build makes, signs and sends one batch. It returns how long to wait before the next decision.
func (s *Service) build(ctx context.Context, set *avs.OperatorSet, sit situation, p plan, work *workState) time.Duration {
	began := s.now()
	built, err := s.cfg.Executor.Build(ctx, avs.BuildRequest{
		Parent: sit.base.hash, Timestamp: p.timestamp, Random: s.schedules.random(p.slot), FeeRecipient: s.cfg.FeeRecipient,
		MaxBytes: avs.MaxBodySize, Without: s.cfg.Faults.Censor,
	})
	switch {
	case errors.Is(err, avs.ErrNoWork):
		work.empty, work.noticed = true, 0
		return 0
	case err != nil && ctx.Err() == nil:
		s.log.Warn("build block", "slot", p.slot, "parent", sit.base.hash, "error", err)
		return retryBuild
	case err != nil:
		return 0
	}
	batch, digest, err := s.seal(ctx, set, p, s.spoiled(built))
	if err != nil {
		if ctx.Err() == nil {
			s.log.Warn("sign batch", "slot", p.slot, "rank", p.rank, "error", err)
		}
		// The guard refuses what an earlier run signed. The position is used up either way.
		s.markSigned(position(p.slot, p.rank))
		return retryBuild
	}
	s.promise(batch)
	s.launch(ctx, set, batch, digest)
	noticed := began
	if work.noticed != 0 {
		noticed = work.noticed
	}
	work.noticed = 0
	s.meters.seconds(stageBuilt, noticed, s.now())
	s.log.Debug("batch built", "slot", p.slot, "rank", p.rank, "number", built.Ref.Number, "transactions",
		built.Ref.Transactions, "bytes", len(built.Body), "digest", digest)
	return 0
}

// seal makes the header of a built block and signs it through the guard.
func (s *Service) seal(ctx context.Context, set *avs.OperatorSet, p plan, built avs.BuiltBlock) (avs.Batch, common.Hash, error) {
	if len(built.Body) == 0 || len(built.Body) > avs.MaxBodySize {
		return avs.Batch{}, common.Hash{}, fmt.Errorf("body of %d bytes, want 1 to %d", len(built.Body), avs.MaxBodySize)
	}
	h := avs.BatchHeader{
		Rollup: s.cfg.Rollup.ID, Epoch: set.Epoch(), Slot: p.slot, Rank: p.rank, Number: built.Ref.Number,
		Timestamp: built.Ref.Timestamp, ParentHash: built.Ref.ParentHash, BlockHash: built.Ref.Hash,
		BodyHash: crypto.Keccak256Hash(built.Body), BodySize: uint32(len(built.Body)),
	}
	digest := h.Digest(s.cfg.Domain)
	sig, err := s.cfg.Guard.ECDSA(ctx, signer.Statement{
		Domain: Domain, Scope: s.cfg.Rollup.ID, Position: position(p.slot, p.rank), Digest: digest,
	})
	if err != nil {
		return avs.Batch{}, common.Hash{}, err
	}
	s.markSigned(position(p.slot, p.rank))
	batch := avs.Batch{Header: avs.SignedHeader{Header: h, Signature: sig}, Body: built.Body}
	return batch, digest, nil
}

func (s *Service) markSigned(at uint64) {
	s.board.mu.Lock()
	defer s.board.mu.Unlock()
	s.board.signed = max(s.board.signed, at)
}

// launch enters an own batch on the board and sends it. Members store and execute it while this operator does.
func (s *Service) launch(ctx context.Context, set *avs.OperatorSet, batch avs.Batch, digest common.Hash) {
	now := s.now()
	pause := uint64(s.timing.Push.Milliseconds())
	s.board.mu.Lock()
	pause += s.board.slack // members acknowledge what they have executed
	s.board.mu.Unlock()
	f := &flight{
		digest: digest, header: batch.Header, leader: s.cfg.Self, own: true, seen: now, body: batch.Body,
		set: set, acks: map[uint16][65]byte{}, broadcast: now,
		pushAt: now + pause, pushPause: pause,
	}
	s.board.admitOwn(f)
	s.equivocate(ctx, set, batch)
	if s.withholds(ctx, set, batch) {
		s.log.Debug("batch not sent", "digest", digest)
	} else if err := s.cfg.Network.Broadcast(ctx, s.names.batches, batch.Encode()); err != nil && ctx.Err() == nil {
		s.log.Warn("broadcast batch", "digest", digest, "error", err) // members get it by push
	}
	s.meters.batches("built").Inc()
	if _, err := s.keep(f); err != nil {
		s.log.Error("store own batch", "digest", digest, "error", err)
		return
	}
	if ack, ok := s.ack(f); ok {
		if err := s.addAck(ack, s.cfg.Self); err != nil {
			s.log.Error("count own acknowledgement", "error", err)
		}
	}
	s.propose.ring()
}
