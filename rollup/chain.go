package rollup

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// Refusals of SetHead, Finalize and Block.
var (
	ErrUnknownBlock  = errors.New("block is not imported")
	ErrNotDescendant = errors.New("block is not a descendant of the head, and the ordered chain never reverts")
	ErrNotCanonical  = errors.New("block is not on the ordered chain")
)

// RefOf names a block.
func RefOf(b *types.Block) avs.BlockRef {
	return avs.BlockRef{
		Number:       b.NumberU64(),
		Hash:         b.Hash(),
		ParentHash:   b.ParentHash(),
		StateRoot:    b.Root(),
		Timestamp:    b.Time(),
		Transactions: len(b.Transactions()),
		GasUsed:      b.GasUsed(),
	}
}

// block reads a block without leaving it in geth's cache.
func (d *Driver) block(h *types.Header) *types.Block {
	if b, ok := d.recent.own.Get(h.Hash()); ok {
		return b
	}
	return rawdb.ReadBlock(d.eth.ChainDb(), h.Hash(), h.Number.Uint64())
}

// Head is the canonical head.
func (d *Driver) Head(ctx context.Context) (avs.BlockRef, error) {
	if err := ctx.Err(); err != nil {
		return avs.BlockRef{}, err
	}
	leave, err := d.enter()
	if err != nil {
		return avs.BlockRef{}, err
	}
	defer leave()
	h := d.chain.CurrentBlock()
	b := d.block(h)
	if b == nil {
		return avs.BlockRef{}, fmt.Errorf("read head %d: %w", h.Number, ErrUnknownBlock)
	}
	return RefOf(b), nil
}

// Has reports whether the block was executed here and can be built on, or is already part of the ordered chain.
func (d *Driver) Has(_ context.Context, hash common.Hash) bool {
	leave, err := d.enter()
	if err != nil {
		return false
	}
	defer leave()
	return d.has(hash)
}

func (d *Driver) has(hash common.Hash) bool {
	h := d.chain.GetHeaderByHash(hash)
	return h != nil && (d.ordered(h) || d.executed(h))
}

// executed reports whether the state after a block is at hand. After a kill blocks are found whose state is not.
func (d *Driver) executed(h *types.Header) bool {
	return d.chain.HasState(h.Root) && d.chain.HasBlock(h.Hash(), h.Number.Uint64())
}

func (d *Driver) ordered(h *types.Header) bool {
	number := h.Number.Uint64()
	return number <= d.chain.CurrentBlock().Number.Uint64() && d.chain.GetCanonicalHash(number) == h.Hash()
}

// Block is the ordered block of a number, with the bytes that Import takes.
func (d *Driver) Block(ctx context.Context, number uint64) ([]byte, avs.BlockRef, error) {
	if err := ctx.Err(); err != nil {
		return nil, avs.BlockRef{}, err
	}
	leave, err := d.enter()
	if err != nil {
		return nil, avs.BlockRef{}, err
	}
	defer leave()
	if number > d.chain.CurrentBlock().Number.Uint64() {
		return nil, avs.BlockRef{}, fmt.Errorf("read block %d: %w", number, ErrNotCanonical)
	}
	h := d.chain.GetHeaderByNumber(number)
	if h == nil {
		return nil, avs.BlockRef{}, fmt.Errorf("read block %d: %w", number, ErrUnknownBlock)
	}
	b := d.block(h)
	if b == nil {
		return nil, avs.BlockRef{}, fmt.Errorf("read block %d: %w", number, ErrUnknownBlock)
	}
	body, err := rlp.EncodeToBytes(b)
	if err != nil {
		return nil, avs.BlockRef{}, fmt.Errorf("encode block %d: %w", number, err)
	}
	return body, RefOf(b), nil
}

// SetHead moves the canonical head and `safe` to an executed descendant of the head; the blocks between become canonical
// too. Setting the head to itself does nothing.
func (d *Driver) SetHead(ctx context.Context, hash common.Hash) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	leave, err := d.enter()
	if err != nil {
		return err
	}
	defer leave()
	d.write.Lock()
	defer d.write.Unlock()
	head := d.chain.CurrentBlock()
	if hash == head.Hash() {
		d.chain.SetSafe(head)
		return nil
	}
	h := d.chain.GetHeaderByHash(hash)
	if h == nil {
		return fmt.Errorf("set head %s: %w", hash, ErrUnknownBlock)
	}
	if !d.descends(h, head) {
		return fmt.Errorf("set head %d %s: head is %d %s: %w", h.Number, hash, head.Number, head.Hash(), ErrNotDescendant)
	}
	block := d.block(h)
	if block == nil || !d.chain.HasState(h.Root) {
		return fmt.Errorf("set head %d %s: %w", h.Number, hash, ErrUnknownBlock)
	}
	if _, err := d.chain.SetCanonical(block); err != nil {
		return fmt.Errorf("set head %d %s: %w", block.NumberU64(), hash, err)
	}
	d.chain.SetSafe(h)
	return nil
}

func (d *Driver) descends(h, from *types.Header) bool {
	for h != nil && h.Number.Cmp(from.Number) > 0 {
		if h.ParentHash == from.Hash() {
			return true
		}
		h = d.chain.GetHeader(h.ParentHash, h.Number.Uint64()-1)
	}
	return false
}

// Finalize moves `finalized` to a block of the ordered chain, forward only: a lower block than the newest does nothing.
func (d *Driver) Finalize(ctx context.Context, hash common.Hash) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	leave, err := d.enter()
	if err != nil {
		return err
	}
	defer leave()
	d.write.Lock()
	defer d.write.Unlock()
	h := d.chain.GetHeaderByHash(hash)
	if h == nil {
		return fmt.Errorf("finalize %s: %w", hash, ErrUnknownBlock)
	}
	if !d.ordered(h) {
		return fmt.Errorf("finalize %d %s: %w", h.Number, hash, ErrNotCanonical)
	}
	if final := d.chain.CurrentFinalBlock(); final == nil || h.Number.Cmp(final.Number) > 0 {
		d.chain.SetFinalized(h)
	}
	return nil
}
