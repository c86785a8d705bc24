package rollup

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/trident-network/trident/avs"
)

// MaxBodyBytes is the largest body that Import reads: Ethereum's own limit of a block since Osaka (EIP-7934).
const MaxBodyBytes = params.MaxBlockSize

// DecodeBody reads a block from the bytes that Build made. It checks the form only; an error wraps avs.ErrInvalidBlock.
func DecodeBody(body []byte) (*types.Block, error) {
	if len(body) > MaxBodyBytes {
		return nil, fmt.Errorf("%w: body of %d bytes is above %d", avs.ErrInvalidBlock, len(body), MaxBodyBytes)
	}
	b := new(types.Block)
	if err := rlp.DecodeBytes(body, b); err != nil {
		return nil, fmt.Errorf("%w: decode body: %w", avs.ErrInvalidBlock, err)
	}
	if err := b.SanityCheck(); err != nil {
		return nil, fmt.Errorf("%w: %w", avs.ErrInvalidBlock, err)
	}
	return b, nil
}

// Import executes a block without moving the head. An error that is not one of the port's sentinels says that this
// client could not execute it now, and nothing about the block.
func (d *Driver) Import(ctx context.Context, body []byte) (avs.BlockRef, error) {
	block, err := DecodeBody(body)
	if err != nil {
		return avs.BlockRef{}, fmt.Errorf("import: %w", err)
	}
	leave, err := d.enter()
	if err != nil {
		return avs.BlockRef{}, fmt.Errorf("import: %w", err)
	}
	defer leave()
	if d.has(block.Hash()) {
		return RefOf(block), nil
	}
	if err := d.policy(block); err != nil {
		return avs.BlockRef{}, fmt.Errorf("import block %d %s: %w: %w", block.NumberU64(), block.Hash(), avs.ErrInvalidBlock, err)
	}
	if err := ctx.Err(); err != nil {
		return avs.BlockRef{}, err
	}
	block = d.withKnownSenders(block)
	if err := d.insert(ctx, block); err != nil {
		return avs.BlockRef{}, fmt.Errorf("import block %d %s: %w", block.NumberU64(), block.Hash(), err)
	}
	return RefOf(block), nil
}

func (d *Driver) insert(ctx context.Context, block *types.Block) error {
	d.write.Lock()
	defer d.write.Unlock()
	if d.has(block.Hash()) { // somebody else was quicker; geth would take a known block as a new head
		return nil
	}
	parent := d.chain.GetHeaderByHash(block.ParentHash())
	if parent == nil || !d.executed(parent) {
		return fmt.Errorf("%w: %s", avs.ErrUnknownParent, block.ParentHash())
	}
	// The request's own end must not abort what is half written.
	if _, err := d.chain.InsertBlockWithoutSetHead(context.WithoutCancel(ctx), block, false); err != nil {
		if isLocal(err) {
			return err
		}
		return fmt.Errorf("%w: %w", avs.ErrInvalidBlock, err)
	}
	if !d.executed(block.Header()) { // geth says nothing when it is told to stop
		return errInterrupted
	}
	d.recent.add(block)
	return nil
}

// errInterrupted is an import that geth gave up without a word.
var errInterrupted = errors.New("import was interrupted")

// isLocal tells trouble of this node from a fault of the block.
func isLocal(err error) bool {
	var missing *trie.MissingNodeError
	return errors.As(err, &missing) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// What a rollup's block may not have, besides what Ethereum's rules say.
var (
	errBlobs     = errors.New("it has a blob transaction, and a rollup keeps no blobs")
	errExtraData = errors.New("it has extra data")
	errGasLimit  = errors.New("its gas limit is not the rollup's")
	errRecipient = errors.New("its fee recipient is not the rollup's")
)

// Policy is what a block of a rollup must be beyond Ethereum's rules, and what needs nothing but the rollup's genesis: a
// leader must not drift the gas limit, for one. Withdrawals, which mint, and the beacon root, which contracts trust, come
// from L1: SQUAD's members compare them with what they have read there before they acknowledge a block.
type Policy struct {
	GasLimit     uint64
	FeeRecipient *common.Address // nil for any
}

// Check finds the first fault. Execution clients leave these to the consensus layer.
func (p Policy) Check(b *types.Block) error {
	switch {
	case len(b.Extra()) != 0:
		return errExtraData
	case b.GasLimit() != p.GasLimit:
		return fmt.Errorf("%w: %d, not %d", errGasLimit, b.GasLimit(), p.GasLimit)
	case p.FeeRecipient != nil && b.Coinbase() != *p.FeeRecipient:
		return fmt.Errorf("%w: %s, not %s", errRecipient, b.Coinbase(), *p.FeeRecipient)
	}
	for _, tx := range b.Transactions() {
		if tx.Type() == types.BlobTxType {
			return errBlobs
		}
	}
	return nil
}

func (d *Driver) policy(b *types.Block) error {
	return Policy{d.cfg.Genesis.GasLimit, d.cfg.FeeRecipient}.Check(b)
}

// withKnownSenders swaps in the transactions that the pool holds: they carry the sender that was recovered when they were
// admitted, which is a good part of the cost of a plain transfer.
func (d *Driver) withKnownSenders(b *types.Block) *types.Block {
	body := b.Body()
	known := false
	for i, tx := range body.Transactions {
		if pooled := d.pool.Get(tx.Hash()); pooled != nil {
			body.Transactions[i], known = pooled, true
		}
	}
	if !known {
		return b
	}
	return types.NewBlockWithHeader(b.Header()).WithBody(*body)
}
