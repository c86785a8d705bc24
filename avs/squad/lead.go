package squad

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
)

// retryBuild is the pause after an execution client could not build.
const retryBuild = 50 * time.Millisecond

// workState is what the lead loop knows of pool and inbox: whether they may hold something for a base, and since when.
type workState struct {
	empty   bool // there was nothing for base
	base    common.Hash
	since   uint64
	noticed uint64 // when the work of the next block was first seen, for the stage metric
	inbox   uint64 // count of messages that were found to put nothing into a block on base
	warned  uint64 // slot of which it was last said that nothing can be built, plus one
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

// messages notices that an inbox of a count holds more than the base took: they are work as transactions are.
func (w *workState) messages(count, taken, now uint64) {
	if w.empty && count > max(w.inbox, taken) {
		w.signal(now)
	}
}

// exhausted notes that pool and inbox, as far as its messages were taken, hold nothing for the base.
func (w *workState) exhausted(inbox uint64) { w.empty, w.noticed, w.inbox = true, 0, inbox }

// runLead builds when it is this operator's turn.
func (s *Service) runLead(ctx context.Context) {
	var work workState
	for ctx.Err() == nil {
		sit := s.situation(ctx, &work)
		p := decide(sit)
		if p.build {
			if again := s.build(ctx, sit.base, p, &work); again > 0 {
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
func (s *Service) situation(ctx context.Context, work *workState) situation {
	now, in := s.now(), s.input()
	b := s.base(ctx, now)
	work.rebase(b.hash, now)
	work.messages(in.Inbox.Count, b.inbox, now)
	s.board.mu.Lock()
	signed, slack := s.board.signed, s.board.slack
	s.board.mu.Unlock()
	return situation{
		now: now, params: s.cfg.Rollup.Slots, leads: s.leads, idle: in.Stopped || s.broken.Load() || s.cfg.Faults.Mute,
		base: b, signed: signed, work: !work.empty, workSince: work.since, slack: slack,
	}
}

// leads reports whether this operator leads a slot at a rank.
func (s *Service) leads(slot uint64, rank uint32) bool {
	turn := s.schedules.at(slot)
	if turn == nil {
		return false
	}
	leader := turn.leader(slot, rank)
	return leader >= 0 && leader == s.member(turn.set)
}

// base chooses the block to build on. Batches of either epoch may be on the way where a window ends, but none of another
// than the plan of its slot says.
func (s *Service) base(ctx context.Context, now uint64) base {
	tip, since, head := s.board.state()
	from := baseOf(tip)
	from.since = since
	from.imported = head.Hash == tip.Hash || s.cfg.Executor.Has(ctx, tip.Hash)
	all := slices.DeleteFunc(s.board.candidates(), func(c candidate) bool {
		return s.schedules.contradicts(c.header.Slot, c.header.Epoch)
	})
	return chooseBase(from, all, s.patience, now)
}

// build makes, signs and sends one batch. It returns how long to wait before the next decision.
func (s *Service) build(ctx context.Context, on base, p plan, work *workState) time.Duration {
	began := s.now()
	in, built, err := s.assemble(ctx, on, p)
	switch {
	case errors.Is(err, avs.ErrNoWork):
		work.exhausted(in.inbox)
		if in.inbox < in.wanted {
			return retryBuild // the others are being read from L1
		}
		return 0
	case err != nil:
		if ctx.Err() == nil && work.warned != p.slot+1 {
			work.warned = p.slot + 1
			s.log.Warn("build block", "slot", p.slot, "rank", p.rank, "parent", on.hash, "error", err)
		}
		return retryBuild
	}
	batch, digest, turn, err := s.seal(ctx, p, in, s.spoiled(built))
	if err != nil {
		if ctx.Err() == nil {
			s.log.Warn("sign batch", "slot", p.slot, "rank", p.rank, "error", err)
		}
		// The guard refuses what an earlier run signed. The position is used up either way.
		s.markSigned(position(p.slot, p.rank))
		return retryBuild
	}
	s.promise(batch)
	s.equivocate(ctx, on, p, turn.set, batch)
	s.launch(ctx, turn, batch, digest)
	noticed := began
	if work.noticed != 0 {
		noticed = work.noticed
	}
	work.noticed = 0
	s.meters.seconds(stageBuilt, noticed, s.now())
	s.log.Debug("batch built", "slot", p.slot, "rank", p.rank, "number", built.Ref.Number, "transactions",
		built.Ref.Transactions, "messages", in.inbox-on.inbox, "bytes", len(built.Body), "digest", digest)
	return 0
}

// assemble has the execution client build the block of a plan. A block that its client built without what it must carry is
// not signed: other members would not acknowledge it, and call it a fault.
func (s *Service) assemble(ctx context.Context, on base, p plan) (in intake, built avs.BuiltBlock, err error) {
	if in, err = s.takeIn(on, p); err != nil {
		return in, built, err
	}
	r := s.buildRequest(on.hash, p.timestamp, in.contents)
	r.First, r.Without = append(slices.Clip(r.First), s.uncensored(s.listed(p.slot))...), s.cfg.Faults.Censor
	if built, err = s.cfg.Executor.Build(ctx, r); err != nil {
		return in, built, err
	}
	if len(built.Body) == 0 || len(built.Body) > s.maxBody() {
		return in, built, fmt.Errorf("body of %d bytes, want 1 to %d", len(built.Body), s.maxBody())
	}
	header, err := headerOf(built.Body)
	if err == nil {
		err = s.checkCarried(ctx, header, built.Body, in.contents)
	}
	return in, built, err
}

// seal makes the header of a built block and signs it through the guard.
func (s *Service) seal(ctx context.Context, p plan, in intake, built avs.BuiltBlock) (avs.Batch, common.Hash, *turn, error) {
	turn := s.schedules.at(p.slot)
	if turn == nil {
		return avs.Batch{}, common.Hash{}, nil, fmt.Errorf("%w: plan of slot %d", errUnknownInput, p.slot)
	}
	h := avs.BatchHeader{
		Rollup: s.cfg.Rollup.ID, Epoch: turn.plan.Epoch, Slot: p.slot, Rank: p.rank, Number: built.Ref.Number,
		Timestamp: built.Ref.Timestamp, L1Number: in.l1Number, Inbox: in.inbox,
		ParentHash: built.Ref.ParentHash, BlockHash: built.Ref.Hash,
		BodyHash: avs.BodyHash(built.Body), BodySize: uint32(len(built.Body)),
	}
	digest := h.Digest(s.cfg.Domain)
	sig, err := s.cfg.Guard.ECDSA(ctx, signer.Statement{
		Domain: Domain, Scope: s.cfg.Rollup.ID, Position: position(p.slot, p.rank), Digest: digest,
	})
	if err != nil {
		return avs.Batch{}, common.Hash{}, nil, err
	}
	s.markSigned(position(p.slot, p.rank))
	return avs.Batch{Header: avs.SignedHeader{Header: h, Signature: sig}, Body: built.Body}, digest, turn, nil
}

func (s *Service) markSigned(at uint64) {
	s.board.mu.Lock()
	defer s.board.mu.Unlock()
	s.board.signed = max(s.board.signed, at)
}

// launch enters an own batch on the board and sends it. Members store and execute it while this operator does.
func (s *Service) launch(ctx context.Context, turn *turn, batch avs.Batch, digest common.Hash) {
	now := s.now()
	pause := uint64(s.timing.Push.Milliseconds()) + sizeMillis(batch.Header.Header.BodySize)
	s.board.mu.Lock()
	pause += s.board.slack // members acknowledge what they have executed
	s.board.mu.Unlock()
	f := &flight{
		digest: digest, header: batch.Header, leader: s.cfg.Self, own: true, seen: now, body: batch.Body,
		set: turn.set, acks: map[uint16][65]byte{}, broadcast: now,
		pushAt: now + pause, pushPause: pause,
	}
	s.board.admitOwn(f)
	if s.withholds(ctx, turn.set, batch) {
		s.log.Debug("batch not sent", "digest", digest)
	} else {
		s.broadcast(ctx, batch, digest)
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
