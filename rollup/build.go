package rollup

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/consensus/misc/eip4844"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/txpool/txorder"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/avs"
)

// Faults of a BuildRequest.
var (
	ErrTimestamp = errors.New("timestamp is not after the parent's")
	ErrRecipient = errors.New("fee recipient is not the rollup's")
)

const (
	// blockOverhead is more than header, list prefixes and the withdrawals of avs.MaxInboxPerBatch deposits ever take of a
	// body. It does not depend on the request: what leads a block has room for the same transactions whoever asks.
	blockOverhead = 2048
	// maxWithdrawalSize is the most that one takes.
	maxWithdrawalSize = 49
	// txOverhead is the string prefix of a typed transaction inside the body.
	txOverhead = 5
	// MinTip is what a transaction must pay above the base fee, wei. It is also the pool's limit.
	MinTip = 1
	// sizeMargin keeps bodies clear of Ethereum's limit by as much as geth's own builder does.
	sizeMargin = 1_000_000
)

// Build makes a block on an executed parent, canonical or not: from what the request says is first, then from the pool.
// Transactions of the pool go in by the tip that they pay and, of one account, by nonce, judged by the parent's state: what
// an ancestor has already is passed over, and so is what cannot be executed. What should have been first and could not
// is tried once more at the end, where the pool may have filled its gap. The block comes out executed: to Import it here
// costs nothing.
func (d *Driver) Build(ctx context.Context, r avs.BuildRequest) (avs.BuiltBlock, error) {
	leave, err := d.enter()
	if err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("build: %w", err)
	}
	defer leave()
	c, err := d.candidate(r)
	if err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("build: %w", err)
	}
	defer c.close()
	left, err := d.fillAll(ctx, c, r)
	if err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("build on %s: %w", r.Parent, err)
	}
	if len(c.txs) == 0 && len(c.withdrawals) == 0 {
		return avs.BuiltBlock{}, avs.ErrNoWork
	}
	if left {
		d.local.wake() // there is more than one block can hold
	}
	block, err := c.seal(ctx, d.chain)
	if err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("build on %s: %w", r.Parent, err)
	}
	body, err := rlp.EncodeToBytes(block)
	if err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("encode built block: %w", err)
	}
	if err := d.keep(c, block); err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("write built block %d: %w", block.NumberU64(), err)
	}
	return avs.BuiltBlock{Ref: RefOf(block), Body: body}, nil
}

// fillAll puts in what the request says is first, what the pool has, and again what had to wait for it; left says that the
// pool had more than one block holds.
func (d *Driver) fillAll(ctx context.Context, c *candidate, r avs.BuildRequest) (left bool, err error) {
	passed, err := c.lead(ctx, d.leading(r), d.signer)
	if err != nil {
		return false, err
	}
	pending := d.pending(c.header)
	for _, from := range r.Without {
		delete(pending, from)
	}
	if left, err = c.fill(ctx, pending, d.signer); err != nil {
		return false, err
	}
	for before := len(passed) + 1; len(passed) < before; {
		before = len(passed)
		if passed, err = c.lead(ctx, passed, d.signer); err != nil {
			return false, err
		}
	}
	return left, nil
}

// leading are the transactions that the request wants first, without what is none.
func (d *Driver) leading(r avs.BuildRequest) []*types.Transaction {
	txs := make([]*types.Transaction, 0, len(r.First))
	for _, data := range r.First {
		tx, err := DecodeTransaction(data)
		if err != nil {
			continue
		}
		if _, err := types.Sender(d.signer, tx); err == nil {
			txs = append(txs, tx)
		}
	}
	return txs
}

// pending are the pool's transactions that the block's base fee and rules allow, of each account by nonce. Those that the
// pool has queued are among them: one that enters while the pool moves to a new head waits in the queue although nothing
// is missing before it, until the head has reached it. What has a gap before it is found out when it is tried.
func (d *Driver) pending(h *types.Header) map[common.Address][]*txpool.LazyTransaction {
	filter := txpool.PendingFilter{
		MinTip:      uint256.NewInt(MinTip),
		BaseFee:     uint256.MustFromBig(h.BaseFee),
		GasLimitCap: params.MaxTxGas,
	}
	if _, queued := d.pool.Stats(); queued == 0 {
		txs, _ := d.pool.Pending(filter)
		return txs
	}
	ready, queued := d.pool.Content()
	all := make(map[common.Address][]*txpool.LazyTransaction, len(ready)+len(queued))
	for _, part := range []map[common.Address][]*types.Transaction{ready, queued} {
		for from, txs := range part {
			for _, tx := range txs {
				all[from] = append(all[from], lazy(tx))
			}
		}
	}
	tip := filter.MinTip.ToBig()
	for from, txs := range all {
		for i, entry := range txs {
			// One that does not pay enough holds up those after it.
			if pays, err := entry.Tx.EffectiveGasTip(h.BaseFee); err != nil || pays.Cmp(tip) < 0 || entry.Gas > filter.GasLimitCap {
				all[from] = txs[:i]
				break
			}
		}
		if len(all[from]) == 0 {
			delete(all, from)
		}
	}
	return all
}

func lazy(tx *types.Transaction) *txpool.LazyTransaction {
	return &txpool.LazyTransaction{
		Hash:      tx.Hash(),
		Tx:        tx,
		Time:      tx.Time(),
		GasFeeCap: uint256.MustFromBig(tx.GasFeeCap()),
		GasTipCap: uint256.MustFromBig(tx.GasTipCap()),
		Gas:       tx.Gas(),
	}
}

// candidate is a block being filled.
type candidate struct {
	header   *types.Header
	state    *state.StateDB
	evm      *vm.EVM
	gas      *core.GasPool
	room     int // bytes left
	txs      []*types.Transaction
	receipts []*types.Receipt
	requests [][]byte
	logs     []*types.Log

	withdrawals []*types.Withdrawal
}

func (d *Driver) candidate(r avs.BuildRequest) (*candidate, error) {
	parent := d.chain.GetHeaderByHash(r.Parent)
	switch {
	case parent == nil || !d.executed(parent):
		return nil, fmt.Errorf("%w: %s", avs.ErrUnknownParent, r.Parent)
	case r.Timestamp <= parent.Time:
		return nil, fmt.Errorf("%w: %d, parent %d", ErrTimestamp, r.Timestamp, parent.Time)
	case d.cfg.FeeRecipient != nil && r.FeeRecipient != *d.cfg.FeeRecipient:
		return nil, fmt.Errorf("%w: %s, not %s", ErrRecipient, r.FeeRecipient, *d.cfg.FeeRecipient)
	}
	config := d.chain.Config()
	excess := eip4844.CalcExcessBlobGas(config, parent, r.Timestamp)
	h := &types.Header{
		ParentHash:       r.Parent,
		Number:           new(big.Int).Add(parent.Number, common.Big1),
		GasLimit:         d.cfg.Genesis.GasLimit,
		Time:             r.Timestamp,
		Coinbase:         r.FeeRecipient,
		MixDigest:        r.Random,
		BaseFee:          eip1559.CalcBaseFee(config, parent),
		BlobGasUsed:      new(uint64),
		ExcessBlobGas:    &excess,
		ParentBeaconRoot: &r.BeaconRoot,
	}
	if err := d.chain.Engine().Prepare(d.chain, h); err != nil {
		return nil, fmt.Errorf("prepare header: %w", err)
	}
	statedb, err := d.chain.StateAt(parent.Root, parent.Number, parent.Time)
	if err != nil {
		return nil, fmt.Errorf("open state of parent: %w", err)
	}
	statedb.StartPrefetcher("build", nil)
	evm := vm.NewEVM(core.NewEVMBlockContext(h, d.chain, &h.Coinbase), statedb, config, vm.Config{})
	evm.SetJumpDestCache(d.chain.JumpDestCache())
	core.PreExecution(context.Background(), h.ParentBeaconRoot, parent, config, evm, h.Number, h.Time)
	return &candidate{header: h, state: statedb, evm: evm, gas: core.NewGasPool(h.GasLimit), room: RoomFor(r.MaxBytes, len(r.Withdrawals)),
		withdrawals: append([]*types.Withdrawal{}, r.Withdrawals...)}, nil
}

// RoomFor are the bytes that a body of at most maxBytes, 0 for no bound but Ethereum's, has for transactions.
func RoomFor(maxBytes, withdrawals int) int {
	room := MaxBodyBytes - sizeMargin
	if maxBytes > 0 {
		room = min(room, maxBytes)
	}
	return room - blockOverhead - maxWithdrawalSize*max(withdrawals-avs.MaxInboxPerBatch, 0)
}

// SizeOf is what a transaction takes of a body.
func SizeOf(tx *types.Transaction) int { return int(tx.Size()) + txOverhead }

func (c *candidate) close() {
	c.state.StopPrefetcher()
	c.evm.Release()
}

// lead takes those of the transactions that can be applied, in order, and returns the others.
func (c *candidate) lead(ctx context.Context, txs []*types.Transaction, signer types.Signer) (passed []*types.Transaction, err error) {
	for _, tx := range txs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if c.gas.Available(false) < tx.Gas() || SizeOf(tx) > c.room || c.apply(ctx, tx, signer) != nil {
			passed = append(passed, tx)
		}
	}
	return passed, nil
}

// fill takes transactions until none is left or nothing more fits; left says which.
func (c *candidate) fill(ctx context.Context, pending map[common.Address][]*txpool.LazyTransaction, signer types.Signer) (left bool, err error) {
	queue := txorder.NewTransactionsByPriceAndNonce(signer, pending, c.header.BaseFee)
	for {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		lazy, _ := queue.Peek()
		if lazy == nil {
			return left, nil
		}
		if c.gas.Available(false) < params.TxGas {
			return true, nil
		}
		if c.gas.Available(false) < lazy.Gas {
			left = true
			queue.Pop()
			continue
		}
		tx := lazy.Resolve()
		if tx == nil || tx.Type() == types.BlobTxType {
			queue.Pop()
			continue
		}
		if SizeOf(tx) > c.room {
			left = true
			queue.Pop()
			continue
		}
		switch err := c.apply(ctx, tx, signer); {
		case err == nil:
			queue.Shift()
		case errors.Is(err, core.ErrNonceTooLow): // an ancestor has it already
			queue.Shift()
		default: // what follows in this account cannot go in either
			queue.Pop()
		}
	}
}

// apply executes one transaction, or leaves everything as it was.
func (c *candidate) apply(ctx context.Context, tx *types.Transaction, signer types.Signer) error {
	from, err := types.Sender(signer, tx)
	if err != nil {
		return err
	}
	switch next := c.state.GetNonce(from); { // cheaper than to let the execution find it
	case tx.Nonce() < next:
		return core.ErrNonceTooLow
	case tx.Nonce() > next:
		return core.ErrNonceTooHigh
	}
	snapshot, gas := c.state.Snapshot(), c.gas.Snapshot()
	c.state.SetTxContext(tx.Hash(), len(c.txs), uint32(len(c.txs)+1))
	receipt, _, err := core.ApplyTransaction(ctx, c.evm, c.gas, c.state, c.header, tx)
	if err != nil {
		c.state.RevertToSnapshot(snapshot)
		c.gas.Set(gas)
		return err
	}
	c.header.GasUsed = c.gas.Used()
	c.room -= SizeOf(tx)
	c.txs = append(c.txs, tx)
	c.receipts = append(c.receipts, receipt)
	c.logs = append(c.logs, receipt.Logs...)
	return nil
}

// seal ends the block and gives it its roots.
func (c *candidate) seal(ctx context.Context, chain *core.BlockChain) (*types.Block, error) {
	body := &types.Body{Transactions: c.txs, Withdrawals: c.withdrawals}
	requests, _, err := core.PostExecution(ctx, chain.Config(), c.header.Number, c.header.Time, c.logs, body.Withdrawals, c.evm, uint32(len(c.txs)+1))
	if err != nil {
		return nil, fmt.Errorf("end block: %w", err)
	}
	c.requests = requests
	hash := types.CalcRequestsHash(requests)
	c.header.RequestsHash = &hash
	chain.Engine().Finalize(chain, c.header, c.state, body)
	block := core.AssembleBlock(chain, c.header, c.state, body, c.receipts, nil)
	if err := c.state.Error(); err != nil {
		return nil, fmt.Errorf("read state: %w", err)
	}
	return block, nil
}

// keep writes block, receipts and state as an import would, without executing it again. The checks of an import that a
// mistake in the building could fail are made first.
func (d *Driver) keep(c *candidate, block *types.Block) error {
	h := block.Header()
	if err := d.chain.Engine().VerifyHeader(d.chain, h); err != nil {
		return fmt.Errorf("verify header: %w", err)
	}
	result := &core.ProcessResult{Receipts: c.receipts, Requests: c.requests, Logs: c.logs, GasUsed: h.GasUsed}
	if err := d.chain.Validator().ValidateState(block, c.state, result, false); err != nil {
		return fmt.Errorf("verify state: %w", err)
	}
	d.write.Lock()
	defer d.write.Unlock()
	if d.has(block.Hash()) {
		return nil
	}
	batch := d.eth.ChainDb().NewBatch()
	defer batch.Close()
	rawdb.WriteBlock(batch, block)
	rawdb.WriteReceipts(batch, block.Hash(), block.NumberU64(), c.receipts)
	if err := batch.Write(); err != nil {
		return fmt.Errorf("write block: %w", err)
	}
	rules := d.chain.Config().Rules(h.Number, true, h.Time)
	if _, err := c.state.Commit(rules, block.NumberU64()); err != nil {
		return fmt.Errorf("write state: %w", err)
	}
	d.recent.add(block)
	return nil
}
