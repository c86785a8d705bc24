package l1

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
)

// poll looks once at every transaction, unless somebody else has just done so. Only errors of the store are returned: an
// L1 that is away is asked again next time.
func (m *TxManager) poll(ctx context.Context) error {
	if err := m.acquire(ctx); err != nil {
		return err
	}
	defer m.release()
	now := m.clock.Now()
	if len(m.jobs) == 0 || now.Sub(m.polled) < m.options.Poll/2 {
		return nil
	}
	m.polled = now
	err := m.look(ctx)
	switch {
	case err == nil && m.silent:
		m.log.Info("l1 answers again", "url", m.client.URL())
	case errors.Is(err, errStored):
		return err
	case err != nil && ctx.Err() != nil:
		return ctx.Err()
	case err != nil && !m.silent:
		m.log.Warn("l1 transactions wait for an l1 that answers", "url", m.client.URL(), "pending", len(m.jobs), "err", err)
	}
	m.silent = err != nil
	return nil
}

// errStored marks an error of the store.
var errStored = errors.New("keep l1 transactions")

// look goes through all transactions. Its error is that of the L1 or errStored.
func (m *TxManager) look(ctx context.Context) error {
	mined, err := m.client.NonceAt(ctx, m.address, nil)
	if err != nil {
		return fmt.Errorf("read nonce: %w", err)
	}
	for _, j := range slices.Clone(m.jobs) {
		if j.Nonce < mined {
			err = m.settle(ctx, j)
		} else {
			err = m.push(ctx, j, j.Nonce == mined)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// settle deals with a transaction whose nonce is used up: it is done when it is buried.
func (m *TxManager) settle(ctx context.Context, j *job) error {
	lost := true
	for _, tx := range slices.Backward(j.txs) {
		receipt, err := m.client.TransactionReceipt(ctx, tx.Hash())
		if errors.Is(err, ethereum.NotFound) {
			continue
		}
		if err != nil {
			lost = false // the L1 is still indexing it, or does not answer
			continue
		}
		j.lost = time.Time{}
		head, err := m.client.BlockNumber(ctx)
		if err != nil {
			return fmt.Errorf("read l1 head: %w", err)
		}
		if head+1 >= receipt.BlockNumber.Uint64()+m.options.Confirmations {
			return m.finish(j, receipt)
		}
		return nil
	}
	if lost {
		return m.recover(ctx, j)
	}
	return nil
}

// finish takes a buried transaction from the jobs. One that succeeded is remembered by its ID.
func (m *TxManager) finish(j *job, receipt *types.Receipt) error {
	batch := m.db.NewBatch()
	defer batch.Discard()
	batch.Delete(m.jobKey(j.Nonce))
	switch {
	case j.ID == "":
	case receipt.Status == types.ReceiptStatusSuccessful:
		data, err := json.Marshal(j.record)
		if err != nil {
			return err
		}
		batch.Set(m.doneKey(j.ID), data)
	default:
		batch.Delete(m.doneKey(j.ID))
	}
	if err := batch.Commit(true); err != nil {
		return fmt.Errorf("%w: %w", errStored, err)
	}
	m.remove(j)
	j.receipt = receipt
	close(j.done)
	return nil
}

func (m *TxManager) remove(j *job) {
	m.jobs = slices.DeleteFunc(m.jobs, func(other *job) bool { return other == j })
}

// recover gives a new nonce to a transaction whose nonce went to one that is not ours. It does so only when that one is
// buried and has been there for a while: in a reorg, or while the L1 still indexes, our own may look lost, and with two
// nonces it would be mined twice.
func (m *TxManager) recover(ctx context.Context, j *job) error {
	now := m.clock.Now()
	if j.lost.IsZero() {
		j.lost = now
	}
	if now.Sub(j.lost) < m.options.BumpAfter {
		return nil
	}
	head, err := m.client.BlockNumber(ctx)
	if err != nil {
		return fmt.Errorf("read l1 head: %w", err)
	}
	used, err := m.client.NonceAt(ctx, m.address, new(big.Int).SetUint64(head-min(head, m.options.Confirmations-1)))
	if err != nil {
		return fmt.Errorf("read nonce: %w", err)
	}
	if used <= j.Nonce {
		return nil
	}
	next, err := m.nextNonce(ctx)
	if err != nil {
		return err
	}
	was := j.last()
	tx, raw, err := m.sign(&types.DynamicFeeTx{Nonce: next, To: was.To(), Data: was.Data(), Value: was.Value(), Gas: was.Gas(),
		GasTipCap: was.GasTipCap(), GasFeeCap: was.GasFeeCap()})
	if err != nil {
		return err
	}
	m.log.Warn("l1 transaction lost its nonce to another sender, signed anew", "what", j.Label, "nonce", j.Nonce, "new_nonce", next)
	if err := m.move(j, next, raw); err != nil {
		return err
	}
	m.remove(j)
	j.Nonce, j.Raw, j.txs, j.since, j.lost = next, [][]byte{raw}, []*types.Transaction{tx}, now, time.Time{}
	m.insert(j)
	return m.offer(ctx, j)
}

// move stores a job under another nonce.
func (m *TxManager) move(j *job, nonce uint64, raw []byte) error {
	data, err := json.Marshal(record{ID: j.ID, Label: j.Label, Nonce: nonce, Raw: [][]byte{raw}})
	if err != nil {
		return err
	}
	batch := m.db.NewBatch()
	defer batch.Discard()
	batch.Delete(m.jobKey(j.Nonce))
	batch.Set(m.jobKey(nonce), data)
	if err := batch.Commit(true); err != nil {
		return fmt.Errorf("%w: %w", errStored, err)
	}
	return nil
}

// push keeps an unmined transaction going: sends it again when the L1 has lost it (restart, reorg, a full pool), and
// raises its fee when it has been the next in line for long.
func (m *TxManager) push(ctx context.Context, j *job, next bool) error {
	j.lost = time.Time{}
	_, _, err := m.client.TransactionByHash(ctx, j.last().Hash())
	if errors.Is(err, ethereum.NotFound) || answered(err) { // unknown, or it cannot tell now: what it has already it passes over
		err = m.offer(ctx, j)
	}
	if err != nil {
		return fmt.Errorf("look for l1 transaction: %w", err)
	}
	if !next || m.clock.Now().Sub(j.since) < m.options.BumpAfter {
		return nil
	}
	return m.bump(ctx, j)
}

// offer broadcasts a job. A refusal is no error: an older transaction of its nonce is in the pool, or the fee is too low
// by now, and in time it is raised.
func (m *TxManager) offer(ctx context.Context, j *job) error {
	err := m.broadcast(ctx, j.last())
	if answered(err) {
		m.log.Debug("l1 transaction refused", "what", j.Label, "err", err)
		return nil
	}
	if err == nil {
		m.log.Info("l1 transaction broadcast", "what", j.Label, "tx", j.last().Hash(), "nonce", j.Nonce)
	}
	return err
}

// bump replaces a transaction by one with a fee raised by an eighth (pools want a tenth), or to today's price if that
// is more.
func (m *TxManager) bump(ctx context.Context, j *job) error {
	was := j.last()
	if raised(was.GasFeeCap()).Cmp(m.options.MaxFee) > 0 {
		if !j.capped {
			m.log.Warn("l1 transaction waits, its fee is at the bound", "what", j.Label, "tx", was.Hash(), "max_fee", m.options.MaxFee)
		}
		j.capped = true
		return nil
	}
	tip, fee, err := m.fees(ctx)
	if err != nil {
		return err
	}
	tx, raw, err := m.sign(&types.DynamicFeeTx{Nonce: j.Nonce, To: was.To(), Data: was.Data(), Value: was.Value(), Gas: was.Gas(),
		GasTipCap: larger(tip, raised(was.GasTipCap())), GasFeeCap: larger(fee, raised(was.GasFeeCap()))})
	if err != nil {
		return err
	}
	j.Raw, j.txs, j.since = append(j.Raw, raw), append(j.txs, tx), m.clock.Now()
	if err := m.save(j); err != nil {
		return fmt.Errorf("%w: %w", errStored, err)
	}
	m.log.Info("l1 transaction fee raised", "what", j.Label, "fee_cap", tx.GasFeeCap(), "tip", tx.GasTipCap())
	return m.offer(ctx, j)
}

func raised(v *big.Int) *big.Int {
	return new(big.Int).Add(v, new(big.Int).Add(new(big.Int).Rsh(v, 3), big.NewInt(1)))
}

func larger(a, b *big.Int) *big.Int {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}
