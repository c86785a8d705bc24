package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// block is what is read of one over JSON-RPC.
type block struct {
	Number       hexutil.Uint64      `json:"number"`
	Hash         common.Hash         `json:"hash"`
	ParentHash   common.Hash         `json:"parentHash"`
	StateRoot    common.Hash         `json:"stateRoot"`
	Timestamp    hexutil.Uint64      `json:"timestamp"`
	GasLimit     hexutil.Uint64      `json:"gasLimit"`
	GasUsed      hexutil.Uint64      `json:"gasUsed"`
	BaseFee      *hexutil.Big        `json:"baseFeePerGas"`
	Transactions []common.Hash       `json:"transactions"`
	Withdrawals  []*types.Withdrawal `json:"withdrawals"`
}

func (b block) ref() avs.BlockRef {
	return avs.BlockRef{Number: uint64(b.Number), Hash: b.Hash, ParentHash: b.ParentHash, StateRoot: b.StateRoot,
		Timestamp: uint64(b.Timestamp), Transactions: len(b.Transactions), GasUsed: uint64(b.GasUsed)}
}

// header has what the next block's base fee is made of.
func (b block) header() *types.Header {
	return &types.Header{Number: new(big.Int).SetUint64(uint64(b.Number)), Difficulty: new(big.Int), GasLimit: uint64(b.GasLimit), GasUsed: uint64(b.GasUsed), BaseFee: b.BaseFee.ToInt()}
}

func (d *Driver) byHash(ctx context.Context, hash common.Hash) (block, error) {
	return d.read(ctx, "eth_getBlockByHash", hash, false)
}

// byNumber reads a canonical block, by number in hex or by tag.
func (d *Driver) byNumber(ctx context.Context, number string) (block, error) {
	return d.read(ctx, "eth_getBlockByNumber", number, false)
}

func (d *Driver) read(ctx context.Context, method string, args ...any) (block, error) {
	var b *block
	if err := d.rpc.call(ctx, &b, method, args...); err != nil {
		return block{}, err
	}
	if b == nil {
		return block{}, fmt.Errorf("%w: %v", rollup.ErrUnknownBlock, args[0])
	}
	if b.BaseFee == nil {
		return block{}, fmt.Errorf("%w: block %v has no base fee", ErrUnsupported, args[0])
	}
	return *b, nil
}

// errRequests is a block that claims execution requests though its rollup can have none.
var errRequests = errors.New("it claims execution requests")

// payloadOf is a block as the Engine API has it.
func payloadOf(b *types.Block) (*engine.ExecutableData, error) {
	h := b.Header()
	switch {
	case h.RequestsHash == nil || *h.RequestsHash != types.EmptyRequestsHash:
		return nil, fmt.Errorf("%w: %w", avs.ErrInvalidBlock, errRequests)
	case h.ParentBeaconRoot == nil || h.WithdrawalsHash == nil || h.BaseFee == nil || h.BlobGasUsed == nil || h.ExcessBlobGas == nil:
		return nil, fmt.Errorf("%w: a field of its header is missing", avs.ErrInvalidBlock)
	case h.Difficulty.Sign() != 0 || h.Nonce != (types.BlockNonce{}) || h.UncleHash != types.EmptyUncleHash || len(b.Uncles()) != 0:
		return nil, fmt.Errorf("%w: it is not of proof of stake", avs.ErrInvalidBlock)
	}
	p := engine.BlockToExecutableData(b, new(big.Int), nil, nil).ExecutionPayload
	if p.Withdrawals == nil {
		p.Withdrawals = []*types.Withdrawal{}
	}
	return p, nil
}

// blockOf makes the block of a payload that the client built, with the extra data left empty. Nothing in the state depends on
// that; clients put their names there.
func blockOf(p *engine.ExecutableData, root common.Hash) (*types.Block, error) {
	p.ExtraData = []byte{}
	b, err := engine.ExecutableDataToBlockNoHash(*p, []common.Hash{}, &root, [][]byte{})
	if err != nil {
		return nil, fmt.Errorf("read built block: %w", err)
	}
	return b, nil
}

// Block is the ordered block of a number, with the bytes that Import takes.
func (d *Driver) Block(ctx context.Context, number uint64) ([]byte, avs.BlockRef, error) {
	var text json.RawMessage
	if err := d.rpc.call(ctx, &text, "eth_getBlockByNumber", hexutil.Uint64(number), true); err != nil {
		return nil, avs.BlockRef{}, fmt.Errorf("read block %d: %w", number, err)
	}
	var (
		h    *types.Header
		body *struct {
			Hash         common.Hash          `json:"hash"`
			Transactions []*types.Transaction `json:"transactions"`
			Withdrawals  []*types.Withdrawal  `json:"withdrawals"`
		}
	)
	if err := errors.Join(json.Unmarshal(text, &h), json.Unmarshal(text, &body)); err != nil {
		return nil, avs.BlockRef{}, fmt.Errorf("read block %d: %w", number, err)
	}
	if h == nil {
		return nil, avs.BlockRef{}, fmt.Errorf("read block %d: %w", number, rollup.ErrNotCanonical)
	}
	b := types.NewBlockWithHeader(h).WithBody(types.Body{Transactions: body.Transactions, Withdrawals: body.Withdrawals})
	if b.Hash() != body.Hash {
		return nil, avs.BlockRef{}, fmt.Errorf("read block %d: %w: its header has hash %s, not %s", number, ErrUnsupported, b.Hash(), body.Hash)
	}
	data, err := rlp.EncodeToBytes(b)
	if err != nil {
		return nil, avs.BlockRef{}, fmt.Errorf("encode block %d: %w", number, err)
	}
	return data, rollup.RefOf(b), nil
}
