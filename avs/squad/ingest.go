package squad

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/signer"
)

// refusal is why a message of a peer is not taken.
type refusal struct {
	verdict avs.Verdict
	reason  string // for the metric
	err     error
}

func (r *refusal) Error() string { return r.reason + ": " + r.err.Error() }
func (r *refusal) Unwrap() error { return r.err }

func refuse(v avs.Verdict, reason, format string, args ...any) *refusal {
	return &refusal{v, reason, fmt.Errorf(format, args...)}
}

// inspect checks a header against the rules that need nothing but the header, the tip, the plan and the clock. It is
// pure but for the cache of schedules. It returns who leads, in the set of the turn.
func inspect(h avs.SignedHeader, c circumstances) (t *turn, leader int, r *refusal) {
	hd := h.Header
	switch {
	case hd.Rollup != c.rollup:
		return nil, 0, refuse(avs.Reject, "rollup", "batch of rollup %s", hd.Rollup)
	case c.inputs.Stopped:
		return nil, 0, refuse(avs.Ignore, "stopped", "the rollup is sequenced no more")
	case hd.BodySize == 0 || int(hd.BodySize) > c.maxBody:
		return nil, 0, refuse(avs.Reject, "size", "body of %d bytes", hd.BodySize)
	case hd.Rank >= positionRanks:
		return nil, 0, refuse(avs.Reject, "rank", "rank %d", hd.Rank)
	case hd.Slot <= c.tip.Slot || hd.Slot < oldestSlot(c.params, c.now):
		return nil, 0, refuse(avs.Ignore, "slot", "slot %d is over", hd.Slot)
	case !started(c.params, hd.Slot, hd.Rank, c.now+maxEarly):
		return nil, 0, refuse(avs.Ignore, "slot", "slot %d rank %d has not begun", hd.Slot, hd.Rank)
	case hd.Number <= c.tip.Number || hd.Number-c.tip.Number > maxAhead:
		return nil, 0, refuse(avs.Ignore, "number", "number %d, the newest ordered is %d", hd.Number, c.tip.Number)
	case hd.Timestamp <= c.tip.Timestamp || hd.Timestamp > (c.now+maxEarly)/1000+avs.MaxTimestampLead:
		return nil, 0, refuse(avs.Ignore, "timestamp", "timestamp %d", hd.Timestamp)
	}
	if t = c.turn(hd.Slot); t == nil {
		return nil, 0, refuse(avs.Ignore, "plan", "plan of slot %d is not known yet", hd.Slot)
	}
	if hd.Epoch != t.plan.Epoch {
		return nil, 0, refuse(avs.Ignore, "epoch", "epoch %d, slot %d is of %d", hd.Epoch, hd.Slot, t.plan.Epoch)
	}
	blame := avs.Reject
	if !t.settled { // who forwards it may have another plan, and know better
		blame = avs.Ignore
	}
	if leader = t.leader(hd.Slot, hd.Rank); leader < 0 {
		return nil, 0, refuse(blame, "rank", "slot %d has no rank %d", hd.Slot, hd.Rank)
	}
	by, err := h.Signer(c.domain)
	if err != nil {
		return nil, 0, refuse(avs.Reject, "signature", "%w", err)
	}
	if by != t.set.ConsensusAddress(leader) {
		return nil, 0, refuse(blame, "leader", "slot %d rank %d is signed by %s", hd.Slot, hd.Rank, by)
	}
	return t, leader, nil
}

// reasonDue is the reason of a header that leaves out messages that are due: a fault of its leader.
const reasonDue = "due"

// inspectInputs checks what a header that its leader signed says of L1 against what consensus has ordered here. What is not
// known yet waits on the board; what can never be ordered is no fault of who forwards it, who may know less.
func inspectInputs(hd avs.BatchHeader, c circumstances) *refusal {
	in, ahead := c.inputs, hd.Number-c.tip.Number
	switch {
	case hd.L1Number < c.tip.L1Number:
		return refuse(avs.Ignore, "l1", "l1 view %d is before %d, that of the newest ordered", hd.L1Number, c.tip.L1Number)
	case hd.L1Number <= in.L1Number && !c.view(hd.L1Number):
		return refuse(avs.Ignore, "l1", "there is no l1 view %d", hd.L1Number)
	case hd.Inbox < c.tip.Inbox || hd.Inbox-c.tip.Inbox > ahead*avs.MaxInboxPerBatch:
		return refuse(avs.Ignore, "inbox", "%d messages, the newest ordered has %d", hd.Inbox, c.tip.Inbox)
	case hd.L1Number <= in.L1Number && hd.Inbox > in.Inbox.Count:
		return refuse(avs.Ignore, "inbox", "%d messages, l1 view %d has %d", hd.Inbox, in.L1Number, in.Inbox.Count)
	}
	due := min(dueAt(in.Due, c.params.StartMillis(hd.Slot, hd.Rank)), c.tip.Inbox+avs.MaxInboxPerBatch)
	if hd.Inbox < due {
		return refuse(avs.Ignore, reasonDue, "%d messages, due are %d", hd.Inbox, due)
	}
	return nil
}

// circumstances are what a header is judged against.
type circumstances struct {
	rollup  avs.RollupID
	domain  avs.Domain
	params  avs.SlotParams
	maxBody int
	tip     avs.Tip
	inputs  avs.SequencingInputs
	now     uint64
	turn    func(slot uint64) *turn
	view    func(number uint64) bool // that may be a view, as far as is known
}

func (s *Service) circumstances() circumstances {
	tip, _, _ := s.board.state()
	return circumstances{
		rollup: s.cfg.Rollup.ID, domain: s.cfg.Domain, params: s.cfg.Rollup.Slots, maxBody: s.maxBody(), tip: tip, inputs: s.input(),
		now: s.now(), turn: s.schedules.at,
		view: func(number uint64) bool {
			_, known, err := s.viewHash(number)
			return known || err != nil
		},
	}
}

// started reports whether a rank of a slot may have begun at a moment. It works backwards from the moment, so that no
// slot number can overflow it.
func started(p avs.SlotParams, slot uint64, rank uint32, at uint64) bool {
	delay := uint64(rank) * p.StepMillis
	if at < p.GenesisMillis+delay {
		return false
	}
	return slot <= p.SlotAt(at-delay)
}

// oldestSlot is the first slot whose batches are still taken.
func oldestSlot(p avs.SlotParams, now uint64) uint64 { return p.SlotAt(now - min(now, maxAge)) }

// onBatch is the validator and taker of the batch topic.
func (s *Service) onBatch(_ context.Context, from avs.OperatorID, data []byte) (avs.Verdict, error) {
	if !s.gate.enter() {
		return avs.Ignore, errStopped
	}
	defer s.gate.leave()
	f, err := s.take(from, data)
	if err == nil {
		select {
		case s.ingested <- f:
			return avs.Accept, nil
		default:
			s.board.forget(f)
			return avs.Ignore, s.refused(refuse(avs.Ignore, "busy", "%d batches wait to be stored", len(s.ingested)))
		}
	}
	var r *refusal
	if errors.As(err, &r) {
		return r.verdict, err
	}
	return avs.Ignore, err
}

// take checks an encoded batch and enters it on the board. errKnown says that it is there already.
func (s *Service) take(from avs.OperatorID, data []byte) (*flight, error) {
	batch, err := avs.DecodeBatch(data)
	if err != nil {
		return nil, s.refused(refuse(avs.Reject, "encoding", "%w", err))
	}
	return s.enter(from, batch)
}

var errKnown = errors.New("batch is known")

func (s *Service) enter(from avs.OperatorID, batch avs.Batch) (*flight, error) {
	c := s.circumstances()
	t, leader, r := inspect(batch.Header, c)
	if r != nil {
		return nil, s.refused(r)
	}
	by := t.set.Member(leader).Operator
	if r := inspectInputs(batch.Header.Header, c); r != nil {
		if r.reason == reasonDue {
			s.leftOutDue(by, batch.Header.Header, r)
		}
		return nil, s.refused(r)
	}
	f := &flight{
		digest: batch.Header.Header.Digest(s.cfg.Domain), header: batch.Header,
		leader: by, seen: c.now, body: batch.Body, partial: batch.Body == nil, chunkAt: c.now,
	}
	if f.leader == s.cfg.Self {
		// Ours from before a restart, or a twin node's: this run did not sign it, so it is not repeated either.
		s.log.Debug("own batch came from a peer", "slot", batch.Header.Header.Slot, "digest", f.digest)
	}
	switch result, first := s.board.admit(f, oldestSlot(c.params, c.now)); result {
	case known:
		if whole := s.board.complete(f.digest, batch.Body); whole != nil {
			return whole, nil // some of its chunks were here
		}
		return first, errKnown
	case full:
		return nil, s.refused(refuse(avs.Ignore, "full", "too many batches in flight"))
	case repeated:
		return nil, s.refused(refuse(avs.Ignore, "equivocation", "one more batch for a slot that has two"))
	case equivocation:
		s.equivocated(from, f, first)
		return nil, s.refused(refuse(avs.Ignore, "equivocation", "second batch of %s for slot %d rank %d",
			f.leader, f.header.Header.Slot, f.header.Header.Rank))
	}
	s.meters.batches("received").Inc()
	return f, nil
}

func (s *Service) refused(r *refusal) *refusal {
	s.meters.refused(r.reason).Inc()
	return r
}

// equivocated keeps both headers that a leader signed for one slot and rank.
func (s *Service) equivocated(from avs.OperatorID, second, first *flight) {
	h := second.header.Header
	s.fault(second.leader, FaultEquivocation, h.Slot)
	s.log.Warn("leader signed two batches for one slot", "leader", second.leader, "slot", h.Slot, "rank", h.Rank,
		"epoch", h.Epoch, "second", second.digest, "from", from)
	if first == nil || !s.counters.equivocation() {
		return
	}
	s.reportDouble(first.header, second.header)
}

// leftOutDue tells of a leader that leaves out what is due. The batch is void by the rules of consensus.
func (s *Service) leftOutDue(leader avs.OperatorID, h avs.BatchHeader, r *refusal) {
	s.fault(leader, FaultForcedLeftOut, h.Slot)
	s.log.Warn("leader leaves out messages that are due", "leader", leader, "slot", h.Slot, "rank", h.Rank, "number", h.Number, "error", r.err)
}

// runIngest stores batches, which lets the importer have them.
func (s *Service) runIngest(ctx context.Context) {
	for {
		select {
		case f := <-s.ingested:
			if _, err := s.keep(f); err != nil {
				s.log.Error("store batch", "digest", f.digest, "error", err)
				s.board.forget(f)
			}
		case <-ctx.Done():
			return
		}
	}
}

// keep stores a batch of the board and rings who waits for it.
func (s *Service) keep(f *flight) (avs.Batch, error) {
	batch := avs.Batch{Header: f.header, Body: f.body}
	if err := s.bodies.put(f.digest, batch); err != nil {
		return batch, err
	}
	s.board.update(f.digest, func(f *flight) { f.stored = true })
	s.meters.seconds(stageStored, f.seen, s.now())
	s.imported.ring()
	s.drive.ring()
	s.pull.ring()
	return batch, nil
}

// acknowledge tells the leader that a batch is stored and executed here: an acknowledgement says both, so that what more
// than a third of the weight acknowledged was executed by an honest member. It does not hold up the caller: neither
// importing nor a leader that does not answer may delay the batches of others.
func (s *Service) acknowledge(ctx context.Context, f *flight) {
	if f.own || f.leader == s.cfg.Self {
		return
	}
	s.tasks.Go(func() {
		if ack, ok := s.ack(f); ok {
			s.deliver(ctx, f.leader, ack)
		}
	})
}

// ack signs an acknowledgement of a stored and executed batch; false if this operator may not.
func (s *Service) ack(f *flight) (avs.Ack, bool) {
	if s.broken.Load() || s.censors(f.digest) {
		return avs.Ack{}, false
	}
	set, ok := s.cfg.Sets.At(s.set, f.header.Header.Epoch)
	if !ok {
		return avs.Ack{}, false
	}
	self := s.member(set)
	if self < 0 {
		return avs.Ack{}, false
	}
	sig, err := s.cfg.Guard.UnslashableECDSA(signer.PurposeAvailabilityAck, avs.AckDigest(s.cfg.Domain, f.digest))
	if err != nil {
		s.log.Error("sign acknowledgement", "digest", f.digest, "error", err)
		return avs.Ack{}, false
	}
	return avs.Ack{Header: f.digest, Member: uint16(self), Signature: sig}, true
}

// member is this operator's index in a set, or -1: also when its key is not the one that the set has for it.
func (s *Service) member(set *avs.OperatorSet) int {
	self := set.Index(s.cfg.Self)
	if self >= 0 && set.ConsensusAddress(self) != s.cfg.Guard.ConsensusAddress() {
		if s.counters.wrongKey.CompareAndSwap(false, true) {
			s.log.Error("consensus key is not the registered one: this operator does not sequence",
				"registered", set.ConsensusAddress(self), "held", s.cfg.Guard.ConsensusAddress())
		}
		return -1
	}
	return self
}

// deliver sends an acknowledgement to the leader, on the topic if the leader cannot be reached directly.
func (s *Service) deliver(ctx context.Context, leader avs.OperatorID, ack avs.Ack) {
	data := ack.Encode()
	if _, err := s.request(ctx, leader, s.names.ack, data); err == nil || ctx.Err() != nil {
		return
	}
	if err := s.cfg.Network.Broadcast(ctx, s.names.acks, data); err != nil && ctx.Err() == nil {
		s.log.Warn("deliver acknowledgement", "leader", leader, "error", err)
	}
}

// onPush takes a batch straight from its leader, who misses this operator's acknowledgement, and replies with it if the
// batch is executed already. Otherwise the acknowledgement follows when it is.
func (s *Service) onPush(_ context.Context, from avs.OperatorID, data []byte) ([]byte, error) {
	if !s.gate.enter() {
		return nil, errStopped
	}
	defer s.gate.leave()
	if isPiece(data) {
		digest, err := s.onPushedPiece(from, data)
		if err != nil {
			return nil, err
		}
		return s.ackOf(digest), nil
	}
	f, err := s.take(from, data)
	switch {
	case err == nil:
		if _, err := s.keep(f); err != nil {
			s.board.forget(f)
			return nil, err
		}
	case errors.Is(err, errKnown) && f != nil:
	default:
		return nil, err
	}
	return s.ackOf(f.digest), nil
}

// ackOf is an encoded acknowledgement of a batch, nil unless it may be acknowledged now.
func (s *Service) ackOf(digest common.Hash) []byte {
	if !s.board.passed(digest) {
		return nil
	}
	f := s.board.snapshot(digest)
	if f == nil {
		return nil
	}
	ack, ok := s.ack(f)
	if !ok {
		return nil
	}
	return ack.Encode()
}

// onAckRequest takes an acknowledgement that its member sends to this leader.
func (s *Service) onAckRequest(_ context.Context, from avs.OperatorID, data []byte) ([]byte, error) {
	if !s.gate.enter() {
		return nil, errStopped
	}
	defer s.gate.leave()
	ack, err := avs.DecodeAck(data)
	if err != nil {
		return nil, s.refused(refuse(avs.Reject, "encoding", "%w", err))
	}
	return nil, s.addAck(ack, from)
}

// onAckMessage is the same by topic, for members without a connection to the leader.
func (s *Service) onAckMessage(_ context.Context, _ avs.OperatorID, data []byte) (avs.Verdict, error) {
	if !s.gate.enter() {
		return avs.Ignore, errStopped
	}
	defer s.gate.leave()
	ack, err := avs.DecodeAck(data)
	if err != nil {
		return avs.Reject, s.refused(refuse(avs.Reject, "encoding", "%w", err))
	}
	epoch, known := s.board.epochOf(ack.Header)
	set, ok := s.cfg.Sets.At(s.set, epoch)
	if !known || !ok {
		return avs.Ignore, nil // it says nothing here: neither judged nor forwarded
	}
	if err := ack.Verify(s.cfg.Domain, set); err != nil {
		return avs.Reject, s.refused(refuse(avs.Reject, "acknowledgement", "%w", err))
	}
	if !s.board.relay(ack) {
		return avs.Ignore, nil
	}
	if err := s.addAck(ack, avs.OperatorID{}); err != nil {
		s.log.Debug("acknowledgement not counted", "error", err)
	}
	return avs.Accept, nil
}

// addAck counts an acknowledgement of an own batch. from, if not zero, must be the member that signed.
func (s *Service) addAck(ack avs.Ack, from avs.OperatorID) error {
	var set *avs.OperatorSet
	s.board.update(ack.Header, func(f *flight) {
		if _, have := f.acks[ack.Member]; f.own && !have && f.proof == nil {
			set = f.set
		}
	})
	if set == nil {
		return nil // not ours, known, or no longer needed
	}
	if int(ack.Member) >= set.Len() || from != (avs.OperatorID{}) && set.Member(int(ack.Member)).Operator != from {
		return s.refused(refuse(avs.Reject, "acknowledgement", "member %d is not %s", ack.Member, from))
	}
	if err := ack.Verify(s.cfg.Domain, set); err != nil {
		return s.refused(refuse(avs.Reject, "acknowledgement", "%w", err))
	}
	s.board.update(ack.Header, func(f *flight) { f.acks[ack.Member] = ack.Signature })
	s.propose.ring()
	return nil
}
