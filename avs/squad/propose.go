package squad

import (
	"context"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

const (
	// firstRetry and lastRetry, in milliseconds, bound the pause after consensus refused a batch: it may be early by
	// moments, or for as long as an earlier batch is not ordered.
	firstRetry = 50
	lastRetry  = 500
	// lastPush bounds the pause between two rounds of pushing, in milliseconds.
	lastPush = 2_000
	// pushAtOnce bounds the members that a batch is pushed to at once.
	pushAtOnce = 4
)

// runPropose brings own batches into the log: acknowledgements become a proof, the proof a consensus transaction, and
// both are repeated until the batch is ordered or void.
func (s *Service) runPropose(ctx context.Context) {
	var pushes sync.WaitGroup
	defer pushes.Wait()
	for {
		now := s.now()
		wake := uint64(0)
		for _, f := range s.board.ownFlights() {
			wake = earliest(wake, s.advance(ctx, f, now, &pushes))
		}
		if !s.waitBell(ctx, s.propose, until(s.now(), wake)) {
			return
		}
	}
}

// advance does the next thing for one own batch and tells when to look again.
func (s *Service) advance(ctx context.Context, f flight, now uint64, pushes *sync.WaitGroup) (wake uint64) {
	if s.settled(f, now) {
		return 0
	}
	if f.proof == nil {
		f.proof = s.prove(f, now)
	}
	if f.proof == nil {
		if now >= f.pushAt {
			f.pushAt = now + f.pushPause
			pause := min(2*f.pushPause, lastPush)
			s.board.update(f.digest, func(b *flight) { b.pushAt, b.pushPause = f.pushAt, pause })
			pushes.Go(func() { s.push(ctx, f) })
		}
		return f.pushAt
	}
	if now < f.submitAt || s.broken.Load() {
		return f.submitAt
	}
	pause := uint64(s.timing.Resubmit.Milliseconds())
	err := s.cfg.Submitter.Submit(ctx, avs.Tx{Batch: &avs.BatchTx{Header: f.header, Proof: *f.proof}})
	if err != nil {
		pause = min(max(firstRetry, 2*f.submitPause), lastRetry)
		s.log.Debug("submit batch", "slot", f.header.Header.Slot, "digest", f.digest, "error", err)
	}
	s.board.update(f.digest, func(b *flight) { b.submitAt, b.submitPause = now+pause, pause })
	return now + pause
}

// settled reports whether a batch needs nothing more: it was ordered, or never will be.
func (s *Service) settled(f flight, now uint64) bool {
	h := f.header.Header
	tip, _, _ := s.board.state()
	outcome := ""
	switch {
	case h.Number <= tip.Number:
		ordered, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, h.Number)
		if err != nil || !found {
			return false // asked again
		}
		outcome = "void"
		if ordered.Header.Header.Digest(s.cfg.Domain) == f.digest {
			outcome = "ordered"
			s.meters.seconds(stageOrdered, f.broadcast, now)
		}
	case h.Slot <= tip.Slot || s.input().Stopped || s.schedules.contradicts(h.Slot, h.Epoch):
		outcome = "void"
	case h.Slot < oldestSlot(s.cfg.Rollup.Slots, now):
		outcome = "abandoned" // ordering stands still; newer ones of ours hold the same transactions
	default:
		return false
	}
	s.meters.batches(outcome).Inc()
	if outcome != "ordered" {
		s.log.Info("own batch is not ordered: its transactions stay in the pool", "outcome", outcome, "slot", h.Slot, "rank", h.Rank,
			"number", h.Number, "digest", f.digest)
	}
	s.board.update(f.digest, func(b *flight) { b.own = false }) // from now on it is pruned like any other
	s.lead.ring()
	return true
}

// prove makes the availability proof once more than a third of the weight has acknowledged.
func (s *Service) prove(f flight, now uint64) *avs.AvailabilityProof {
	signers := avs.NewBitmap(f.set.Len())
	proof := new(avs.AvailabilityProof)
	for member, sig := range f.acks {
		signers = signers.With(int(member))
		proof.Acks = append(proof.Acks, avs.MemberSignature{Member: member, Signature: sig})
	}
	if !f.set.Available(f.set.WeightOf(signers)) {
		return nil
	}
	slices.SortFunc(proof.Acks, func(a, b avs.MemberSignature) int { return int(a.Member) - int(b.Member) })
	s.meters.seconds(stageAcked, f.broadcast, now)
	s.board.update(f.digest, func(b *flight) { b.proof = proof })
	return proof
}

// push sends a batch straight to the connected members that have not acknowledged it.
func (s *Service) push(ctx context.Context, f flight) {
	if s.cfg.Faults.WithholdBodies {
		return
	}
	batch := avs.Batch{Header: f.header, Body: f.body}
	if f.body == nil { // executed; before that it may not be stored yet
		var found bool
		var err error
		if batch, found, err = s.bodies.get(f.digest); err != nil || !found {
			s.log.Error("read own batch", "digest", f.digest, "found", found, "error", err)
			return
		}
	}
	data := s.pushMessage(batch, f.digest)
	slots := make(chan struct{}, pushAtOnce)
	var members sync.WaitGroup
	for _, peer := range s.cfg.Network.Peers() {
		member := f.set.Index(peer)
		if _, have := f.acks[uint16(max(0, member))]; member < 0 || have {
			continue
		}
		slots <- struct{}{}
		members.Go(func() {
			defer func() { <-slots }()
			s.pushTo(ctx, peer, data, f.digest)
		})
	}
	members.Wait()
}

func (s *Service) pushTo(ctx context.Context, peer avs.OperatorID, data []byte, digest common.Hash) {
	reply, err := s.request(ctx, peer, s.names.push, data)
	s.meters.batches("pushed").Inc()
	if err != nil || len(reply) == 0 {
		if err != nil && ctx.Err() == nil {
			s.log.Debug("push batch", "peer", peer, "digest", digest, "error", err)
		}
		return
	}
	ack, err := avs.DecodeAck(reply)
	if err == nil {
		err = s.addAck(ack, peer)
	}
	if err != nil {
		s.log.Debug("reply to push", "peer", peer, "error", err)
	}
}
