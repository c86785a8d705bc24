package squad

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/signer"
)

const (
	// maxPromises bounds the receipts of one batch: each costs the guard a write that reaches the disk.
	maxPromises = 64
	// promisesAtOnce is how many are signed before they are sent, so that the first do not wait for the last.
	promisesAtOnce = 16
	// maxWishes and maxWishesOfPeer bound the wishes that wait for a batch.
	maxWishes       = 1024
	maxWishesOfPeer = 128
	// wishLife is for how long, in milliseconds, a wish waits: longer than anybody waits for its receipt.
	wishLife = 15_000
	// maxWishMessage bounds a wish: one transaction of the size that pools take.
	maxWishMessage = 144 << 10
	// maxReceiptsMessage bounds the receipts of one request.
	maxReceiptsMessage = maxPromises * 512
	// promiseQueue is how many built batches may wait for their receipts: more than are in flight.
	promiseQueue = 8
)

var (
	errWishes  = errors.New("too many transactions wait for a receipt here")
	errCarries = errors.New("message is malformed")
)

// wishes are the transactions that somebody wants a receipt for, at whoever may lead. Safe for concurrent use.
type wishes struct {
	mu   sync.Mutex
	of   map[common.Hash]*wish
	each map[avs.OperatorID]int
}

type wish struct {
	by    []avs.OperatorID
	since uint64 // Unix milliseconds
}

// note keeps a wish. A wish that is kept already is no error.
func (w *wishes) note(tx common.Hash, by avs.OperatorID, now uint64) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.of == nil {
		w.of, w.each = map[common.Hash]*wish{}, map[avs.OperatorID]int{}
	}
	if len(w.of) >= maxWishes || w.each[by] >= maxWishesOfPeer {
		w.expire(now)
	}
	kept := w.of[tx]
	if kept != nil {
		for _, op := range kept.by {
			if op == by {
				kept.since = now
				return nil
			}
		}
	}
	if w.each[by] >= maxWishesOfPeer || kept == nil && len(w.of) >= maxWishes {
		return errWishes
	}
	if kept == nil {
		kept = &wish{}
		w.of[tx] = kept
	}
	kept.by, kept.since = append(kept.by, by), now
	w.each[by]++
	return nil
}

// expire forgets what has waited for too long. The caller holds mu.
func (w *wishes) expire(now uint64) {
	for tx, kept := range w.of {
		if now >= kept.since+wishLife {
			w.drop(tx)
		}
	}
}

// drop forgets a wish. The caller holds mu.
func (w *wishes) drop(tx common.Hash) []avs.OperatorID {
	kept := w.of[tx]
	if kept == nil {
		return nil
	}
	for _, op := range kept.by {
		if w.each[op]--; w.each[op] == 0 {
			delete(w.each, op)
		}
	}
	delete(w.of, tx)
	return kept.by
}

// forget drops the wish for a transaction that was not taken.
func (w *wishes) forget(tx common.Hash) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.drop(tx)
}

// count is how many wait.
func (w *wishes) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.of)
}

// promise is a receipt that is to be signed.
type promise struct {
	receipt avs.Preconfirmation
	by      []avs.OperatorID
}

// grant turns the wishes for transactions of a built batch into promises, by position, and forgets them.
func (w *wishes) grant(h avs.BatchHeader, txs []common.Hash) []promise {
	w.mu.Lock()
	defer w.mu.Unlock()
	var out []promise
	var prefix common.Hash
	for i, tx := range txs {
		prefix = avs.PrefixRoot(prefix, tx)
		by := w.drop(tx)
		if len(by) == 0 || len(out) == maxPromises {
			continue
		}
		out = append(out, promise{by: by, receipt: avs.Preconfirmation{Rollup: h.Rollup, Epoch: h.Epoch, Slot: h.Slot, Rank: h.Rank,
			Transaction: tx, Position: uint32(i), PrefixRoot: prefix}})
	}
	return out
}

// onWish takes a transaction that a user of another operator wants a receipt for. The receipts follow when a batch has it,
// by a request of their own: a stream that stayed open until then would be one of the few that acknowledgements and
// bodies need too.
func (s *Service) onWish(ctx context.Context, from avs.OperatorID, request []byte) ([]byte, error) {
	if !s.gate.enter() {
		return nil, errStopped
	}
	defer s.gate.leave()
	tx, err := decodeWish(request)
	if err != nil {
		return nil, s.refused(refuse(avs.Reject, "wish", "%w", err))
	}
	return nil, s.grantLater(ctx, tx.Hash(), request, from)
}

// decodeWish reads one transaction.
func decodeWish(data []byte) (*types.Transaction, error) {
	if len(data) == 0 || len(data) > maxWishMessage {
		return nil, fmt.Errorf("decode transaction: %w: %d bytes, want 1 to %d", errCarries, len(data), maxWishMessage)
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(data); err != nil {
		return nil, fmt.Errorf("decode transaction: %w: %w", errCarries, err)
	}
	return tx, nil
}

// grantLater notes a peer's wish, then brings the transaction into the pool: a batch that is built at once must know both.
func (s *Service) grantLater(ctx context.Context, hash common.Hash, raw []byte, by avs.OperatorID) error {
	if err := s.pre.wishes.note(hash, by, s.now()); err != nil {
		s.meters.refused("wish").Inc()
		return err
	}
	select {
	case s.admissions <- struct{}{}:
		defer func() { <-s.admissions }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := s.cfg.TxPool.AddTransactions([][]byte{raw})[0]; err != nil {
		s.pre.wishes.forget(hash)
		return fmt.Errorf("add transaction to the pool: %w", err)
	}
	return nil
}

// promise has the receipts of a batch signed that this operator has just built. It does not hold up the batch.
func (s *Service) promise(batch avs.Batch) {
	if s.pre.wishes.count() == 0 {
		return
	}
	select {
	case s.pre.built <- batch:
	default: // the disk is slower than the slots: what waits is ordered without a receipt
		s.pre.meters.outcome("skipped").Inc()
	}
}

// runPromise signs receipts, batch after batch, by ascending position.
func (s *Service) runPromise(ctx context.Context) {
	defer close(s.pre.done)
	for {
		select {
		case batch := <-s.pre.built:
			s.sign(ctx, batch)
		case <-ctx.Done():
			return
		}
	}
}

// sign gives the receipts of a batch to whoever wanted them.
func (s *Service) sign(ctx context.Context, batch avs.Batch) {
	began := s.now()
	txs, err := transactionsOf(batch.Body)
	if err != nil {
		s.log.Error("read transactions of own batch", "slot", batch.Header.Header.Slot, "error", err)
		return
	}
	promises := s.pre.wishes.grant(batch.Header.Header, txs)
	ready := map[avs.OperatorID][]avs.SignedPreconfirmation{}
	for i, p := range promises {
		signed, err := s.signReceipt(ctx, p.receipt)
		if err != nil {
			if ctx.Err() == nil {
				// After a restart the guard may have gone further in this slot: what it signed then binds.
				s.log.Warn("sign preconfirmation", "slot", p.receipt.Slot, "position", p.receipt.Position, "error", err)
			}
			break
		}
		s.pre.meters.outcome("signed").Inc()
		s.pre.counts.signed.Add(1)
		for _, op := range p.by {
			ready[op] = append(ready[op], signed)
		}
		if (i+1)%promisesAtOnce == 0 {
			s.sendReceipts(ctx, ready)
			clear(ready)
		}
	}
	s.sendReceipts(ctx, ready)
	if len(promises) > 0 {
		s.pre.meters.seconds("signed", began, s.now())
	}
}

// signReceipt passes a receipt through the guard. Its position is that of the transaction in all of the rollup's slots.
func (s *Service) signReceipt(ctx context.Context, p avs.Preconfirmation) (avs.SignedPreconfirmation, error) {
	signature, err := s.cfg.Guard.ECDSA(ctx, signer.Statement{Domain: avs.GuardDomainPreconfirmation, Scope: p.Rollup,
		Position: receiptPosition(p.Slot, p.Rank, p.Position), Digest: p.Digest(s.cfg.Domain)})
	return avs.SignedPreconfirmation{Preconfirmation: p, Signature: signature}, err
}

// receiptBits are the bits of a transaction's index in the guard's position: a block of the largest body holds fewer.
const receiptBits = 16

func receiptPosition(slot uint64, rank, index uint32) uint64 {
	return position(slot, rank)<<receiptBits | uint64(index)
}

// GuardReceiptPosition is the first position of a slot's receipts in the signing guard.
func GuardReceiptPosition(slot uint64) uint64 { return receiptPosition(slot, 0, 0) }

// sendReceipts sends each operator its own, this one's to whoever waits here.
func (s *Service) sendReceipts(ctx context.Context, ready map[avs.OperatorID][]avs.SignedPreconfirmation) {
	for to, receipts := range ready {
		if to == s.cfg.Self {
			if err := s.takeReceipts(receipts); err != nil {
				s.log.Error("take own preconfirmations", "count", len(receipts), "error", err)
			}
			continue
		}
		s.tasks.Go(func() {
			data, err := encodeReceipts(receipts)
			if err == nil {
				_, err = s.request(ctx, to, s.names.receipts, data)
			}
			if err != nil && ctx.Err() == nil {
				s.log.Debug("send preconfirmations", "to", to, "count", len(receipts), "error", err)
			}
		})
	}
}

func encodeReceipts(receipts []avs.SignedPreconfirmation) ([]byte, error) {
	data, err := rlp.EncodeToBytes(receipts)
	if err != nil {
		return nil, fmt.Errorf("encode preconfirmations: %w", err)
	}
	return data, nil
}

func decodeReceipts(data []byte) ([]avs.SignedPreconfirmation, error) {
	if len(data) > maxReceiptsMessage {
		return nil, fmt.Errorf("decode preconfirmations: %w: %d bytes, at most %d", errCarries, len(data), maxReceiptsMessage)
	}
	var receipts []avs.SignedPreconfirmation
	if err := rlp.DecodeBytes(data, &receipts); err != nil {
		return nil, fmt.Errorf("decode preconfirmations: %w: %w", errCarries, err)
	}
	if len(receipts) == 0 || len(receipts) > maxPromises {
		return nil, fmt.Errorf("decode preconfirmations: %w: %d of them, want 1 to %d", errCarries, len(receipts), maxPromises)
	}
	return receipts, nil
}

// transactionsOf are the hashes of a body's transactions, in order.
func transactionsOf(body []byte) ([]common.Hash, error) {
	var block types.Block
	if err := rlp.DecodeBytes(body, &block); err != nil {
		return nil, fmt.Errorf("decode body: %w", err)
	}
	hashes := make([]common.Hash, len(block.Transactions()))
	for i, tx := range block.Transactions() {
		hashes[i] = tx.Hash()
	}
	return hashes, nil
}
