package squad

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

const (
	// maxPending bounds the local transactions that are looked at again; the rest follow as these are included.
	maxPending = 8192
	// outboxLimit bounds what waits for one leader; what does not fit is offered again with the pending ones.
	outboxLimit = 2 * maxPending
	// sendAgain is after how long, in milliseconds, a leader gets a pending transaction a second time: it may have lost it.
	sendAgain = 5_000
	// avoidFor is for how long, in milliseconds, a leader that did not take a request counts as not connected.
	avoidFor = 2_000
	// muteAfter is after how long without a new block, in milliseconds, pending transactions go to the backups too.
	muteAfter = 900
	// afterFailure is the pause before transactions that a leader did not take are offered to others.
	afterFailure = 20 * time.Millisecond
	// slowestTxBytes is how many bytes a millisecond a leader takes at least: one that takes less counts as not connected.
	slowestTxBytes = 50
	// takeAtOnce bounds requests of transactions that are admitted to the pool at one time: admission recovers senders,
	// which takes processor time that building needs too.
	takeAtOnce = 2
)

// outbox is what waits to be sent to one leader. Its goroutine lives while there is something to send.
type outbox struct {
	queue   [][]byte
	sending bool
	sent    map[common.Hash]uint64 // pending transactions sent, and when
}

type outboxes struct {
	mu     sync.Mutex
	of     map[avs.OperatorID]*outbox
	failed map[avs.OperatorID]uint64 // when a request last failed, Unix milliseconds
	work   sync.WaitGroup
}

// runForward sends local transactions to the leaders of now and of the next span: at once when they come, and again
// while they are pending and others lead.
func (s *Service) runForward(ctx context.Context) {
	local := make(chan [][]byte, 256)
	cancel := s.cfg.TxPool.SubscribeLocal(local)
	defer func() {
		cancel()
		s.outboxes.work.Wait()
	}()
	for {
		timer := s.cfg.Clock.NewTimer(s.untilReforward())
		select {
		case raw := <-local:
			s.offer(ctx, raw)
		case <-s.reforward:
			if clock.Sleep(ctx, s.cfg.Clock, afterFailure) != nil {
				break
			}
			s.offer(ctx, s.cfg.TxPool.LocalTransactions(maxPending))
		case <-timer.Chan():
			pending := s.cfg.TxPool.LocalTransactions(maxPending)
			s.meters.pendingFwd.Set(float64(len(pending)))
			s.counters.pending.Store(int64(len(pending)))
			s.forgetSent(pending)
			s.offer(ctx, pending)
		case <-ctx.Done():
		}
		timer.Stop()
		if ctx.Err() != nil {
			return
		}
	}
}

// untilReforward is the wait to the next look at pending transactions: the start of a span, when others begin to lead,
// or the usual pace if that is sooner.
func (s *Service) untilReforward() time.Duration {
	p, now := s.cfg.Rollup.Slots, s.now()
	span := p.SlotAt(now)/p.SpanSlots + 1
	return min(until(now, p.StartMillis(span*p.SpanSlots, 0)), s.timing.Reforward)
}

// offer queues transactions for each leader that has not got them lately.
func (s *Service) offer(ctx context.Context, raw [][]byte) { s.offerTo(ctx, s.targets(), raw) }

func (s *Service) offerTo(ctx context.Context, targets []avs.OperatorID, raw [][]byte) {
	if len(targets) == 0 || len(raw) == 0 {
		return
	}
	now := s.now()
	hashes := make([]common.Hash, len(raw))
	for i, tx := range raw {
		hashes[i] = crypto.Keccak256Hash(tx)
	}
	s.outboxes.mu.Lock()
	defer s.outboxes.mu.Unlock()
	for _, to := range targets {
		box := s.outboxes.box(to)
		for i, tx := range raw {
			if at, sent := box.sent[hashes[i]]; sent && now < at+sendAgain || len(box.queue) >= outboxLimit {
				continue
			}
			box.sent[hashes[i]] = now
			box.queue = append(box.queue, tx)
		}
		if !box.sending && len(box.queue) > 0 {
			box.sending = true
			s.outboxes.work.Go(func() { s.send(ctx, to, box) })
		}
	}
}

func (o *outboxes) box(to avs.OperatorID) *outbox {
	if o.of == nil {
		o.of = map[avs.OperatorID]*outbox{}
	}
	if o.of[to] == nil {
		o.of[to] = &outbox{sent: map[common.Hash]uint64{}}
	}
	return o.of[to]
}

// send empties an outbox. Transactions that come while a request is under way go together in the next one, so load
// makes larger requests and a lone transaction waits for nothing.
func (s *Service) send(ctx context.Context, to avs.OperatorID, box *outbox) {
	for {
		s.outboxes.mu.Lock()
		batch, rest := takeTransactions(box.queue)
		box.queue = rest
		if len(batch) == 0 {
			box.queue, box.sending = nil, false
			s.outboxes.mu.Unlock()
			return
		}
		s.outboxes.mu.Unlock()
		err := s.sendBatch(ctx, to, batch)
		if err == nil {
			s.meters.forwarded.Add(float64(len(batch)))
			continue
		}
		if ctx.Err() == nil {
			s.log.Debug("forward transactions", "leader", to, "count", len(batch), "error", err)
		}
		s.outboxes.mu.Lock()
		if s.outboxes.failed == nil {
			s.outboxes.failed = map[avs.OperatorID]uint64{}
		}
		s.outboxes.failed[to] = s.now()
		for _, tx := range slices.Concat(batch, box.queue) { // if still pending it is offered again, to whoever can take it
			delete(box.sent, crypto.Keccak256Hash(tx))
		}
		box.queue = nil
		s.outboxes.mu.Unlock()
		s.reforward.ring()
	}
}

func (s *Service) sendBatch(ctx context.Context, to avs.OperatorID, batch [][]byte) error {
	data, err := encodeTransactions(batch)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, s.timing.Request+time.Duration(len(data)/slowestTxBytes)*time.Millisecond)
	defer cancel()
	_, err = s.cfg.Network.Request(ctx, to, s.names.transactions, data)
	return err
}

// forgetSent keeps of what was sent only what is still pending.
func (s *Service) forgetSent(pending [][]byte) {
	still := make(map[common.Hash]bool, len(pending))
	for _, tx := range pending {
		still[crypto.Keccak256Hash(tx)] = true
	}
	s.outboxes.mu.Lock()
	defer s.outboxes.mu.Unlock()
	for to, box := range s.outboxes.of {
		for hash := range box.sent {
			if !still[hash] {
				delete(box.sent, hash)
			}
		}
		if !box.sending && len(box.sent) == 0 {
			delete(s.outboxes.of, to)
		}
	}
}

// targets are the leaders that local transactions go to: of this slot and of the next span, for each the first rank
// that can be reached. Where this operator leads itself nothing is sent. When nothing was ordered for a while, the
// backups of this slot get them too: its leader may be mute.
func (s *Service) targets() []avs.OperatorID {
	if s.input().Stopped {
		return nil
	}
	now := s.now()
	reachable := map[avs.OperatorID]bool{}
	s.outboxes.mu.Lock()
	for _, peer := range s.cfg.Network.Peers() {
		reachable[peer] = now >= s.outboxes.failed[peer]+avoidFor
	}
	s.outboxes.mu.Unlock()
	p := s.cfg.Rollup.Slots
	slot := p.SlotAt(now)
	current := s.ladder(slot)
	ladders := [][]avs.OperatorID{current, s.ladder((slot/p.SpanSlots + 1) * p.SpanSlots)}
	if _, since, _ := s.board.state(); s.counters.pending.Load() > 0 && now >= since+muteAfter {
		for rank := 1; rank < len(current); rank++ {
			ladders = append(ladders, current[rank:])
		}
	}
	return chooseTargets(ladders, s.cfg.Self, reachable)
}

// ladder are the leaders of a slot by rank; none while its plan is unknown.
func (s *Service) ladder(slot uint64) []avs.OperatorID { return s.schedules.at(slot).ladder(slot) }

// chooseTargets takes of each ladder the first that can be reached; none of one that this operator comes first in.
func chooseTargets(ladders [][]avs.OperatorID, self avs.OperatorID, reachable map[avs.OperatorID]bool) []avs.OperatorID {
	var out []avs.OperatorID
	for _, ladder := range ladders {
		for _, op := range ladder {
			if op != self && !reachable[op] {
				continue
			}
			if op != self && !slices.Contains(out, op) {
				out = append(out, op)
			}
			break
		}
	}
	return out
}

// onTransactions takes transactions that another operator forwards to this leader.
func (s *Service) onTransactions(ctx context.Context, from avs.OperatorID, request []byte) ([]byte, error) {
	if !s.gate.enter() {
		return nil, errStopped
	}
	defer s.gate.leave()
	raw, err := decodeTransactions(request)
	if err != nil {
		return nil, s.refused(refuse(avs.Reject, "transactions", "%w", err))
	}
	select {
	case s.admissions <- struct{}{}:
		defer func() { <-s.admissions }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	taken := 0
	for _, err := range s.cfg.TxPool.AddTransactions(raw) {
		if err == nil {
			taken++
		}
	}
	s.meters.received.Add(float64(taken))
	s.log.Debug("transactions received", "from", from, "count", len(raw), "taken", taken)
	return nil, nil
}
