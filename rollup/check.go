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
		tx, err := DecodeTransaction(data)
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
	end, statedb, err := d.endOf(hash, maxBytes)
	if err != nil {
		return nil, fmt.Errorf("look for left out transactions: %w", err)
	}
	var out []common.Hash
	for _, h := range transactions {
		tx := d.pool.Get(h)
		if tx == nil {
			continue
		}
		from, err := types.Sender(d.signer, tx)
		if err == nil && end.Admits(tx, statedb.GetNonce(from), statedb.GetBalance(from).ToBig(), statedb.GetCode(from)) {
			out = append(out, h)
		}
	}
	if err := statedb.Error(); err != nil {
		return nil, fmt.Errorf("look for left out transactions of %s: read state: %w", hash, err)
	}
	return out, nil
}

// endOf is where the transactions of a block end, with the state there.
func (d *Driver) endOf(hash common.Hash, maxBytes int) (BlockEnd, *state.StateDB, error) {
	h := d.chain.GetHeaderByHash(hash)
	if h == nil || !d.executed(h) {
		return BlockEnd{}, nil, fmt.Errorf("%w: %s", ErrUnknownBlock, hash)
	}
	b := d.block(h)
	if b == nil {
		return BlockEnd{}, nil, fmt.Errorf("%w: %s", ErrUnknownBlock, hash)
	}
	statedb, err := d.chain.StateAt(h.Root, h.Number, h.Time)
	if err != nil {
		return BlockEnd{}, nil, fmt.Errorf("open state of block %s: %w", hash, err)
	}
	for _, w := range b.Withdrawals() { // they are credited after the last transaction
		statedb.SubBalance(w.Address, uint256.MustFromBig(WeiOf(w)), tracing.BalanceChangeUnspecified)
	}
	return EndOf(h.BaseFee, h.GasLimit-h.GasUsed, b.Transactions(), len(b.Withdrawals()), maxBytes), statedb, nil
}

// WeiOf is what a withdrawal credits.
func WeiOf(w *types.Withdrawal) *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(w.Amount), big.NewInt(params.GWei))
}

// BlockEnd is what a block has left after its transactions.
type BlockEnd struct {
	BaseFee *big.Int
	Gas     uint64
	Room    int // bytes
}

// EndOf is the end of a block with these transactions and so many withdrawals.
func EndOf(baseFee *big.Int, gas uint64, txs []*types.Transaction, withdrawals, maxBytes int) BlockEnd {
	end := BlockEnd{baseFee, gas, RoomFor(maxBytes, withdrawals)}
	for _, tx := range txs {
		end.Room -= SizeOf(tx)
	}
	return end
}

// Admits reports whether a transaction that the pool took could follow, given its sender's account there. The pool has
// checked what does not depend on the state: form, signature, and that its gas covers what it costs at least.
func (e BlockEnd) Admits(tx *types.Transaction, nonce uint64, balance *big.Int, code []byte) bool {
	if tx.Type() == types.BlobTxType || tx.Gas() > e.Gas || SizeOf(tx) > e.Room || tx.Nonce() != nonce || balance.Cmp(tx.Cost()) < 0 {
		return false
	}
	if tip, err := tx.EffectiveGasTip(e.BaseFee); err != nil || tip.Cmp(big.NewInt(MinTip)) < 0 {
		return false
	}
	_, delegated := types.ParseDelegation(code)
	return len(code) == 0 || delegated
}
