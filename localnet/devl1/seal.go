package devl1

import (
	"context"
	"encoding/binary"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/miner"

	"github.com/ethereum/go-ethereum/beacon/engine"
)

// run seals blocks by itself: on demand in the set-up phase, then as BlockInterval says.
func (l *L1) run() {
	wake := make(chan struct{}, 1)
	events := make(chan core.NewTxsEvent, 64)
	sub := l.eth.TxPool().SubscribeTransactions(events, true)
	defer sub.Unsubscribe()
	// The pool blocks while its subscribers are slow, and sealing waits for the pool: events are taken apart from it.
	l.wg.Go(func() {
		for {
			select {
			case <-l.closing:
				return
			case <-events:
			}
			select {
			case wake <- struct{}{}:
			default:
			}
		}
	})
	if !l.serve(wake, nil, l.live, l.opt.Setup || l.opt.BlockInterval == 0) {
		return
	}
	var tick <-chan time.Time
	if l.opt.BlockInterval > 0 {
		ticker := time.NewTicker(l.opt.BlockInterval)
		defer ticker.Stop()
		tick = ticker.C
	}
	l.serve(wake, tick, nil, l.opt.BlockInterval == 0)
}

// serve seals until the node closes (false) or until end is closed (true).
func (l *L1) serve(wake <-chan struct{}, tick <-chan time.Time, end <-chan struct{}, onDemand bool) bool {
	for {
		var err error
		select {
		case <-l.closing:
			return false
		case <-end:
			return true
		case <-tick:
			err = l.Mine(1)
		case <-wake:
			if onDemand {
				err = l.drain()
			}
		}
		if err != nil {
			slog.Warn("l1 block not sealed", "error", err)
		}
	}
}

// drain seals blocks until the pool has nothing more that a block would take.
func (l *L1) drain() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		if err := l.eth.TxPool().Sync(); err != nil {
			return fmt.Errorf("sync l1 pool: %w", err)
		}
		if _, n := l.eth.TxPool().Pending(txpool.PendingFilter{}); n == 0 {
			return nil
		}
		block, err := l.seal(l.eth.BlockChain().CurrentBlock(), false)
		if err != nil {
			return err
		}
		if len(block.Transactions()) == 0 {
			return nil
		}
	}
}

// Mine seals n blocks with what the pool has.
func (l *L1) Mine(n int) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for range n {
		if _, err := l.seal(l.eth.BlockChain().CurrentBlock(), false); err != nil {
			return err
		}
	}
	return nil
}

// MineUntil seals blocks until the head has at least the given number.
func (l *L1) MineUntil(number uint64) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.Head() < number {
		if _, err := l.seal(l.eth.BlockChain().CurrentBlock(), false); err != nil {
			return err
		}
	}
	return nil
}

// Reorg drops the newest depth blocks and seals another one in place of the first of them. The new block is empty: the
// transactions of the dropped blocks go back to the pool and into the blocks after it.
func (l *L1) Reorg(depth uint64) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	chain := l.eth.BlockChain()
	head := chain.CurrentBlock().Number.Uint64()
	if depth == 0 || depth > head {
		return fmt.Errorf("%w: depth %d, head %d", ErrTooDeep, depth, head)
	}
	if final := chain.CurrentFinalBlock(); final != nil && head-depth < final.Number.Uint64() {
		return fmt.Errorf("%w: depth %d, head %d, finalized %d", ErrCrossFinal, depth, head, final.Number.Uint64())
	}
	parent := chain.GetHeaderByNumber(head - depth)
	if parent == nil {
		return fmt.Errorf("reorg l1: block %d is missing", head-depth)
	}
	l.salt++
	_, err := l.seal(parent, true)
	return err
}

// Warp moves the chain's clock forward by d for good and seals a block at the new time.
func (l *L1) Warp(d time.Duration) error {
	if d < 0 {
		return fmt.Errorf("%w: %v", errNegativeClock, d)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	// A chain that is ahead of the clock counts from its head, else the step would be swallowed.
	head := l.eth.BlockChain().CurrentBlock()
	if ahead := time.Until(time.Unix(int64(head.Time), 0)) - l.offset; ahead > 0 {
		d += ahead
	}
	l.offset += d
	setup := l.setup
	l.setup = false
	_, err := l.seal(head, false)
	l.setup = setup
	return err
}

// Live ends the set-up phase: from now on blocks carry the clock's time and come as BlockInterval says.
func (l *L1) Live() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.setup {
		l.setup = false
		close(l.live)
	}
}

// timestamp is the clock's time, and later than the parent's. In the set-up phase it is the least possible.
func (l *L1) timestamp(parent uint64) uint64 {
	now := uint64(time.Now().Add(l.offset).Unix())
	if l.setup {
		return parent + 1
	}
	return max(parent+1, now)
}

// seal builds, executes and adopts one block on parent. l.mu is held.
func (l *L1) seal(parent *types.Header, empty bool) (*types.Block, error) {
	chain := l.eth.BlockChain()
	// A pool that has not yet seen the last block would offer its transactions again.
	if err := l.eth.TxPool().Sync(); err != nil {
		return nil, fmt.Errorf("sync l1 pool: %w", err)
	}
	number := parent.Number.Uint64() + 1
	args := &miner.BuildPayloadArgs{
		Parent:      parent.Hash(),
		Timestamp:   l.timestamp(parent.Time),
		Random:      l.random(parent),
		Withdrawals: types.Withdrawals{},
		BeaconRoot:  &common.Hash{},
		Version:     engine.PayloadV3,
	}
	block, _, err := l.eth.Miner().BuildTestingPayload(args, nil, empty, []byte("trident l1"))
	if err != nil {
		return nil, fmt.Errorf("build l1 block %d: %w", number, err)
	}
	if _, err := chain.InsertBlockWithoutSetHead(context.Background(), block, false); err != nil {
		return nil, fmt.Errorf("execute l1 block %d: %w", number, err)
	}
	if _, err := chain.SetCanonical(block); err != nil {
		return nil, fmt.Errorf("adopt l1 block %d: %w", number, err)
	}
	l.mark(block.Header())
	if l.opt.DataDir != "" {
		// What clients have been told survives a kill.
		if err := l.eth.ChainDb().SyncKeyValue(); err != nil {
			return nil, fmt.Errorf("store l1 block %d: %w", number, err)
		}
	}
	return block, nil
}

// random stands in for the beacon chain's randao: it differs in every block and on every fork.
func (l *L1) random(parent *types.Header) common.Hash {
	return crypto.Keccak256Hash(parent.Hash().Bytes(), binary.BigEndian.AppendUint64(nil, l.salt))
}

// mark moves the safe and finalized tags after the head; neither ever moves back.
func (l *L1) mark(head *types.Header) {
	chain := l.eth.BlockChain()
	behind := func(depth uint64) *types.Header {
		n := head.Number.Uint64()
		return chain.GetHeaderByNumber(n - min(n, depth))
	}
	if h := behind(l.opt.FinalityDepth); h != nil && newer(h, chain.CurrentFinalBlock()) {
		chain.SetFinalized(h)
	}
	if h := behind(l.opt.FinalityDepth / 2); h != nil {
		chain.SetSafe(h)
	}
}

func newer(a, b *types.Header) bool { return b == nil || a.Number.Cmp(b.Number) > 0 }
