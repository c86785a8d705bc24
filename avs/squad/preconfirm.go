package squad

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/avs"
)

const (
	// preconfirmPatience is for how long a receipt is waited for when the caller does not say: rank 0 gives one within
	// milliseconds if a block can be built now, and the stand-ins of a dead leader within a second or two.
	preconfirmPatience = 4 * time.Second
	// askAgain is the pace at which further leaders are asked.
	askAgain = 300 * time.Millisecond
	// spanEnding is how many slots before the end of a span the next leader is asked too: the transaction may miss this one.
	spanEnding = 2
	// includedGrace is what a receipt may come later than the block that holds what it promises.
	includedGrace = 300 * time.Millisecond
	// maxAsking bounds the callers that wait for receipts.
	maxAsking = 512
)

// Why there is no receipt; a PreconfirmError wraps one of them.
var (
	// ErrPreconfirmRefused is a transaction that the pool does not take: it can never be included, or not now.
	ErrPreconfirmRefused = errors.New("transaction is refused")
	// ErrNonceGap is a transaction whose account has not sent the ones before it.
	ErrNonceGap = errors.New("transactions before it are missing")
	// ErrNoLeader says that none of the next leaders can be reached.
	ErrNoLeader = errors.New("no leader can be reached")
	// ErrNoReceipt says that no leader included the transaction in time.
	ErrNoReceipt = errors.New("no leader gave a receipt in time")
	// ErrIncluded says that the transaction was ordered without a receipt.
	ErrIncluded = errors.New("transaction was ordered without a receipt")
	// ErrAsking says that too many wait for receipts at this operator.
	ErrAsking = errors.New("too many transactions wait for a receipt at this operator")
)

// PreconfirmError is why there is no receipt for a transaction, for people and for JSON-RPC. Unless the pool refused it,
// the transaction is in the pool, and is ordered sooner or later.
type PreconfirmError struct {
	Transaction common.Hash
	err         error
}

func (e *PreconfirmError) Error() string { return e.err.Error() }
func (e *PreconfirmError) Unwrap() error { return e.err }

// ErrorCode is the code in JSON-RPC: 4 and 5 are those of EIP-7966, -32000 is what eth_sendRawTransaction answers with.
func (e *PreconfirmError) ErrorCode() int {
	switch {
	case errors.Is(e.err, ErrNonceGap):
		return 5
	case errors.Is(e.err, ErrPreconfirmRefused), errors.Is(e.err, ErrAsking):
		return -32000
	}
	return 4
}

// ErrorData is the hash of the transaction, which is in the pool.
func (e *PreconfirmError) ErrorData() any {
	if errors.Is(e.err, ErrPreconfirmRefused) || errors.Is(e.err, ErrAsking) {
		return nil
	}
	return e.Transaction.Hex()
}

// asking is who waits for which receipt.
type asking struct {
	mu    sync.Mutex
	of    map[common.Hash][]*asker
	total int
}

type asker struct {
	receipt  chan avs.SignedPreconfirmation // capacity one
	included chan uint64                    // capacity one: number of the block that has the transaction
}

func (a *asking) enter(tx common.Hash) (*asker, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.total >= maxAsking {
		return nil, ErrAsking
	}
	if a.of == nil {
		a.of = map[common.Hash][]*asker{}
	}
	w := &asker{make(chan avs.SignedPreconfirmation, 1), make(chan uint64, 1)}
	a.of[tx] = append(a.of[tx], w)
	a.total++
	return w, nil
}

func (a *asking) leave(tx common.Hash, w *asker) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.total--
	if a.of[tx] = slices.DeleteFunc(a.of[tx], func(o *asker) bool { return o == w }); len(a.of[tx]) == 0 {
		delete(a.of, tx)
	}
}

func (a *asking) waits(tx common.Hash) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.of[tx]) > 0
}

func (a *asking) any() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.total > 0
}

// give hands a receipt to all who wait for it.
func (a *asking) give(r avs.SignedPreconfirmation) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, w := range a.of[r.Preconfirmation.Transaction] {
		select {
		case w.receipt <- r:
		default: // one is enough
		}
	}
}

// tell says which transactions a block has.
func (a *asking) tell(number uint64, txs []common.Hash) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, tx := range txs {
		for _, w := range a.of[tx] {
			select {
			case w.included <- number:
			default:
			}
		}
	}
}

// Preconfirm adds a transaction (EIP-2718 encoding) to the pool, as if it had come through the rollup's RPC, and returns
// the receipt of a leader: of this slot, or of the stand-ins and of the next span if that one does not give any. It waits
// until ctx ends, at most for four seconds if ctx has no deadline. The receipt is checked, and kept: if the leader breaks
// it, that is evidence. Errors are *PreconfirmError.
func (s *Service) Preconfirm(ctx context.Context, raw []byte) (avs.SignedPreconfirmation, error) {
	if !s.gate.enter() {
		return avs.SignedPreconfirmation{}, errStopped
	}
	defer s.gate.leave()
	tx, err := decodeWish(raw)
	if err != nil {
		return avs.SignedPreconfirmation{}, &PreconfirmError{err: fmt.Errorf("%w: %w", ErrPreconfirmRefused, err)}
	}
	if _, bounded := ctx.Deadline(); !bounded {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, preconfirmPatience)
		defer cancel()
	}
	began := s.now()
	receipt, err := s.preconfirm(ctx, tx, raw)
	if err != nil {
		s.pre.meters.outcome("missed").Inc()
		return receipt, &PreconfirmError{tx.Hash(), err}
	}
	s.pre.meters.seconds("received", began, s.now())
	return receipt, nil
}

func (s *Service) preconfirm(ctx context.Context, tx *types.Transaction, raw []byte) (avs.SignedPreconfirmation, error) {
	hash := tx.Hash()
	waiter, err := s.pre.asking.enter(hash)
	if err != nil {
		return avs.SignedPreconfirmation{}, err
	}
	defer s.pre.asking.leave(hash, waiter)
	gap, err := s.nonceGap(ctx, tx)
	if err != nil {
		return avs.SignedPreconfirmation{}, err
	}
	q := &question{s: s, tx: hash, raw: raw, began: s.now(), asked: map[avs.OperatorID]bool{}, answers: make(chan answer, 64)}
	first := q.next()
	q.reserve(first)
	if err := s.addLocal(ctx, raw); err != nil {
		q.release(first)
		return avs.SignedPreconfirmation{}, fmt.Errorf("%w: %w", ErrPreconfirmRefused, err)
	}
	if gap != nil {
		q.release(first)
		return avs.SignedPreconfirmation{}, gap
	}
	return q.run(ctx, first, waiter)
}

// nonceGap is the error of a transaction that waits for others of its account.
func (s *Service) nonceGap(ctx context.Context, tx *types.Transaction) (gap, err error) {
	pool, ok := s.cfg.TxPool.(avs.UserPool)
	if !ok {
		return nil, nil
	}
	sender, err := types.Sender(types.LatestSignerForChainID(new(big.Int).SetUint64(s.cfg.Rollup.ChainID)), tx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPreconfirmRefused, err)
	}
	next, err := pool.NextNonce(ctx, sender)
	if err != nil || tx.Nonce() <= next {
		return nil, nil // the pool says what is wrong, if anything is
	}
	return fmt.Errorf("%w: nonce %d, the next one of %s is %d; it is in the pool and waits for those between", ErrNonceGap, tx.Nonce(), sender, next), nil
}

// addLocal takes a transaction into the pool as this operator's own, so that it is offered to leaders until it is in a block.
func (s *Service) addLocal(ctx context.Context, raw []byte) error {
	if pool, ok := s.cfg.TxPool.(avs.UserPool); ok {
		return pool.AddLocal(ctx, raw)
	}
	return s.cfg.TxPool.AddTransactions([][]byte{raw})[0]
}

// question is the search for a leader that gives a receipt for one transaction.
type question struct {
	s       *Service
	tx      common.Hash
	raw     []byte
	began   uint64
	asked   map[avs.OperatorID]bool
	took    []avs.OperatorID // who took the wish
	refused []string         // why others did not
	answers chan answer
	running sync.WaitGroup
}

type answer struct {
	from avs.OperatorID
	err  error
}

// next are the leaders to ask now: as many ranks of this slot as steps have passed or leaders have refused, and the next span's leader when this
// one is about to end.
func (q *question) next() []avs.OperatorID {
	p, now := q.s.cfg.Rollup.Slots, q.s.now()
	slot := p.SlotAt(now)
	ranks := 1 + len(q.refused) + int((now-min(now, q.began))/uint64(askAgain.Milliseconds()))
	var out []avs.OperatorID
	add := func(ladder []avs.OperatorID) {
		for _, op := range ladder {
			if !q.asked[op] {
				q.asked[op] = true
				out = append(out, op)
			}
		}
	}
	ladder := q.s.ladder(slot)
	add(ladder[:min(ranks, len(ladder))])
	if next := (slot/p.SpanSlots + 1) * p.SpanSlots; next-slot <= spanEnding {
		ladder = q.s.ladder(next)
		add(ladder[:min(1, len(ladder))])
	}
	return out
}

// reserve keeps the transaction from being forwarded to those who get it with the wish, and notes an own wish before the
// pool can hand the transaction to a block.
func (q *question) reserve(targets []avs.OperatorID) {
	for _, op := range targets {
		if op == q.s.cfg.Self {
			if err := q.s.pre.wishes.note(q.tx, op, q.s.now()); err != nil {
				q.refused = append(q.refused, err.Error())
			}
			continue
		}
		q.s.outboxes.mark(op, q.tx, q.s.now())
	}
}

func (q *question) release(targets []avs.OperatorID) {
	for _, op := range targets {
		if op == q.s.cfg.Self {
			q.s.pre.wishes.forget(q.tx)
			continue
		}
		q.s.outboxes.unmark(op, q.tx)
	}
}

// run asks on until a receipt is there or ctx ends.
func (q *question) run(ctx context.Context, targets []avs.OperatorID, w *asker) (avs.SignedPreconfirmation, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer q.running.Wait()
	defer cancel()
	for {
		q.ask(ctx, targets)
		done, receipt, err := q.await(ctx, w)
		if done {
			return receipt, err
		}
		targets = q.next()
		q.reserve(targets)
	}
}

// ask sends the wish to each of some leaders.
func (q *question) ask(ctx context.Context, targets []avs.OperatorID) {
	for _, op := range targets {
		if op == q.s.cfg.Self {
			q.took = append(q.took, op)
			continue
		}
		q.running.Go(func() {
			_, err := q.s.request(ctx, op, q.s.names.preconfirm, q.raw)
			select {
			case q.answers <- answer{op, err}:
			case <-ctx.Done():
			}
		})
	}
}

// await waits for a receipt until it is time to ask more leaders; done says that there is nothing more to wait for.
func (q *question) await(ctx context.Context, w *asker) (done bool, receipt avs.SignedPreconfirmation, err error) {
	timer := q.s.cfg.Clock.NewTimer(askAgain)
	defer timer.Stop()
	for {
		select {
		case receipt = <-w.receipt:
			return true, receipt, nil
		case number := <-w.included:
			return q.late(ctx, w, number)
		case a := <-q.answers:
			if a.err == nil {
				q.took = append(q.took, a.from)
				continue
			}
			q.s.outboxes.unmark(a.from, q.tx)
			q.refused = append(q.refused, fmt.Sprintf("%s: %s", a.from, plain(a.err)))
			return false, receipt, nil // the next in line at once
		case <-timer.Chan():
			return false, receipt, nil
		case <-q.s.pre.done:
			return true, receipt, fmt.Errorf("%w: %w", ErrNoReceipt, errStopped)
		case <-ctx.Done():
			return true, receipt, q.failed()
		}
	}
}

// late waits a moment for a receipt of a transaction that a block has already.
func (q *question) late(ctx context.Context, w *asker, number uint64) (bool, avs.SignedPreconfirmation, error) {
	ctx, cancel := context.WithTimeout(ctx, includedGrace)
	defer cancel()
	select {
	case receipt := <-w.receipt:
		return true, receipt, nil
	case <-ctx.Done():
		return true, avs.SignedPreconfirmation{}, fmt.Errorf("%w: it is in block %d", ErrIncluded, number)
	}
}

// failed says who was asked and what came of it.
func (q *question) failed() error {
	waited := time.Duration(q.s.now()-min(q.s.now(), q.began)) * time.Millisecond
	var who []string
	for _, op := range q.took {
		who = append(who, op.Hex())
	}
	if len(who) == 0 {
		why := "the schedule names none"
		if len(q.refused) > 0 {
			why = strings.Join(q.refused, "; ")
		}
		return fmt.Errorf("%w: %s; the transaction is in the pool and is offered to the next ones", ErrNoLeader, why)
	}
	return fmt.Errorf("%w: within %s %s did not include it; it is in the pool and may be ordered without a receipt: does it pay the base fee, and has the account the funds?",
		ErrNoReceipt, waited.Round(time.Millisecond), strings.Join(who, ", "))
}

// plain is the innermost error of a request, without the names that the caller adds.
func plain(err error) error {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err
}

// mark notes that a leader gets a transaction by another way than its outbox.
func (o *outboxes) mark(to avs.OperatorID, tx common.Hash, now uint64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.box(to).sent[tx] = now
}

func (o *outboxes) unmark(to avs.OperatorID, tx common.Hash) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if box := o.of[to]; box != nil {
		delete(box.sent, tx)
	}
}
