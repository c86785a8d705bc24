package rollup

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/avs"
)

// This file has what SQUAD's members ask about a block that somebody else built. Every honest client gives the same
// answers, except for what its own pool holds.

// Applicable are the indexes of the transactions that can lead a block of the request, each after those before it. One that
// asks for more gas than avs.ForcedGasShare allows is not among them, nor is one that finds no room. A block that Build makes
// with the transactions so chosen first begins with exactly these.
func (d *Driver) Applicable(ctx context.Context, r avs.BuildRequest, transactions [][]byte) ([]int, error) {
	leave, err := d.enter()
	if err != nil {
		return nil, fmt.Errorf("try forced transactions: %w", err)
	}
	defer leave()
	r.Withdrawals = nil
	c, err := d.candidate(r)
	if err != nil {
		return nil, fmt.Errorf("try forced transactions: %w", err)
	}
	defer c.close()
	var applied []int
	for i, data := range transactions {
		tx, err := decodeTransaction(data)
		if err != nil || tx.Gas() > c.header.GasLimit/avs.ForcedGasShare {
			continue
		}
		passed, err := c.lead(ctx, []*types.Transaction{tx}, d.signer)
		if err != nil {
			return nil, fmt.Errorf("try forced transactions on %s: %w", r.Parent, err)
		}
		if len(passed) == 0 {
			applied = append(applied, i)
		}
	}
	if err := c.state.Error(); err != nil { // the answer would be of this node's disk, not of the block
		return nil, fmt.Errorf("try forced transactions on %s: read state: %w", r.Parent, err)
	}
	return applied, nil
}

// Includable are those of the transactions that an imported block could have held besides what it holds: the pool has them,
// the state at the end of the block's transactions admits them, and there is gas and room left. Each is judged by itself,
// and by what geth checks before it executes: what it then does has no say in whether it could be included.
func (d *Driver) Includable(ctx context.Context, hash common.Hash, maxBytes int, transactions []common.Hash) ([]common.Hash, error) {
	leave, err := d.enter()
	if err != nil {
		return nil, fmt.Errorf("look for left out transactions: %w", err)
	}
	defer leave()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	end, err := d.endOf(hash, maxBytes)
	if err != nil {
		return nil, fmt.Errorf("look for left out transactions: %w", err)
	}
	var out []common.Hash
	for _, h := range transactions {
		if tx := d.pool.Get(h); tx != nil && end.admits(tx, d.signer) {
			out = append(out, h)
		}
	}
	if err := end.state.Error(); err != nil {
		return nil, fmt.Errorf("look for left out transactions of %s: read state: %w", hash, err)
	}
	return out, nil
}

// blockEnd is where the transactions of a block end.
type blockEnd struct {
	header *types.Header
	state  *state.StateDB
	gas    uint64
	room   int
}

func (d *Driver) endOf(hash common.Hash, maxBytes int) (blockEnd, error) {
	h := d.chain.GetHeaderByHash(hash)
	if h == nil || !d.executed(h) {
		return blockEnd{}, fmt.Errorf("%w: %s", ErrUnknownBlock, hash)
	}
	b := d.block(h)
	if b == nil {
		return blockEnd{}, fmt.Errorf("%w: %s", ErrUnknownBlock, hash)
	}
	statedb, err := d.chain.StateAt(h.Root, h.Number, h.Time)
	if err != nil {
		return blockEnd{}, fmt.Errorf("open state of block %s: %w", hash, err)
	}
	for _, w := range b.Withdrawals() { // they are credited after the last transaction
		amount := new(uint256.Int).Mul(uint256.NewInt(w.Amount), uint256.NewInt(params.GWei))
		statedb.SubBalance(w.Address, amount, tracing.BalanceChangeUnspecified)
	}
	end := blockEnd{header: h, state: statedb, gas: h.GasLimit - h.GasUsed, room: roomFor(maxBytes, len(b.Withdrawals()))}
	for _, tx := range b.Transactions() {
		end.room -= size(tx)
	}
	return end, nil
}

// admits reports whether a transaction that the pool took could follow. The pool has checked what does not depend on the
// state: form, signature, and that its gas covers what it costs at least.
func (e blockEnd) admits(tx *types.Transaction, signer types.Signer) bool {
	from, err := types.Sender(signer, tx)
	if err != nil || tx.Type() == types.BlobTxType || tx.Gas() > e.gas || size(tx) > e.room || tx.Nonce() != e.state.GetNonce(from) {
		return false
	}
	if tip, err := tx.EffectiveGasTip(e.header.BaseFee); err != nil || tip.Cmp(big.NewInt(minTip)) < 0 {
		return false
	}
	if e.state.GetBalance(from).ToBig().Cmp(tx.Cost()) < 0 {
		return false
	}
	code := e.state.GetCode(from)
	_, delegated := types.ParseDelegation(code)
	return len(code) == 0 || delegated
}
