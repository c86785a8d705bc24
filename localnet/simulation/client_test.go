package simulation

import (
	"context"
	"maps"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/trident-network/trident/avs"
)

// client stands in for an execution client: it makes and links real blocks of real transactions, and executes nothing.
type client struct {
	mu      sync.Mutex
	blocks  map[common.Hash]*types.Block
	head    *types.Block
	pending map[common.Hash][]byte
	local   map[common.Hash][]byte
	to      []chan<- [][]byte
	work    chan struct{}
}

func newClient(genesis *types.Block) *client {
	return &client{
		blocks: map[common.Hash]*types.Block{genesis.Hash(): genesis}, head: genesis, pending: map[common.Hash][]byte{},
		local: map[common.Hash][]byte{}, work: make(chan struct{}, 1),
	}
}

func genesisBlock(timestamp uint64) *types.Block {
	return makeBlock(&types.Header{Number: new(big.Int), Time: timestamp}, nil, nil)
}

func makeBlock(h *types.Header, txs types.Transactions, withdrawals []*types.Withdrawal) *types.Block {
	h.Difficulty, h.BaseFee, h.GasLimit = new(big.Int), big.NewInt(1), gasLimit
	h.BlobGasUsed, h.ExcessBlobGas, h.RequestsHash = new(uint64), new(uint64), &common.Hash{}
	if h.ParentBeaconRoot == nil {
		h.ParentBeaconRoot = &common.Hash{}
	}
	if withdrawals == nil {
		withdrawals = []*types.Withdrawal{}
	}
	return types.NewBlock(h, &types.Body{Transactions: txs, Withdrawals: withdrawals}, nil, trie.NewStackTrie(nil))
}

func refOf(b *types.Block) avs.BlockRef {
	return avs.BlockRef{Number: b.NumberU64(), Hash: b.Hash(), ParentHash: b.ParentHash(), StateRoot: b.Root(), Timestamp: b.Time(),
		Transactions: len(b.Transactions())}
}

func (c *client) Head(context.Context) (avs.BlockRef, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return refOf(c.head), nil
}

func (c *client) Build(_ context.Context, r avs.BuildRequest) (avs.BuiltBlock, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	parent := c.blocks[r.Parent]
	if parent == nil {
		return avs.BuiltBlock{}, avs.ErrUnknownParent
	}
	above := map[common.Hash]bool{} // what the chain holds that is not ordered yet
	for b := parent; b != nil && b.NumberU64() > c.head.NumberU64(); b = c.blocks[b.ParentHash()] {
		for _, tx := range b.Transactions() {
			above[tx.Hash()] = true
		}
	}
	var txs types.Transactions
	size := 1024
	for _, hash := range slices.SortedFunc(maps.Keys(c.pending), common.Hash.Cmp) {
		raw := c.pending[hash]
		if above[hash] || size+len(raw)+8 > r.MaxBytes {
			continue
		}
		tx := new(types.Transaction)
		if tx.UnmarshalBinary(raw) == nil {
			txs, size = append(txs, tx), size+len(raw)+8
		}
	}
	if len(txs) == 0 && len(r.Withdrawals) == 0 {
		return avs.BuiltBlock{}, avs.ErrNoWork
	}
	root := r.BeaconRoot
	block := makeBlock(&types.Header{ParentHash: r.Parent, Number: new(big.Int).SetUint64(parent.NumberU64() + 1), Time: r.Timestamp,
		MixDigest: r.Random, ParentBeaconRoot: &root}, txs, r.Withdrawals)
	body, err := rlp.EncodeToBytes(block)
	return avs.BuiltBlock{Ref: refOf(block), Body: body}, err
}

func (c *client) Import(_ context.Context, body []byte) (avs.BlockRef, error) {
	block := new(types.Block)
	if err := rlp.DecodeBytes(body, block); err != nil {
		return avs.BlockRef{}, avs.ErrInvalidBlock
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.blocks[block.ParentHash()] == nil {
		return avs.BlockRef{}, avs.ErrUnknownParent
	}
	c.blocks[block.Hash()] = block
	return refOf(block), nil
}

func (c *client) Has(_ context.Context, hash common.Hash) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.blocks[hash] != nil
}

func (c *client) SetHead(_ context.Context, hash common.Hash) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	block := c.blocks[hash]
	if block == nil {
		return avs.ErrUnknownParent
	}
	c.head = block
	for _, tx := range block.Transactions() {
		delete(c.pending, tx.Hash())
		delete(c.local, tx.Hash())
	}
	return nil
}

func (c *client) Finalize(context.Context, common.Hash) error { return nil }

// send is a user's transaction.
func (c *client) send(raw []byte) {
	c.mu.Lock()
	var tx types.Transaction
	if tx.UnmarshalBinary(raw) == nil {
		c.pending[tx.Hash()], c.local[tx.Hash()] = raw, raw
	}
	to := slices.Clone(c.to)
	c.mu.Unlock()
	for _, ch := range to {
		ch <- [][]byte{raw}
	}
	c.signal()
}

func (c *client) signal() {
	select {
	case c.work <- struct{}{}:
	default:
	}
}

func (c *client) AddTransactions(raw [][]byte) []error {
	errs := make([]error, len(raw))
	c.mu.Lock()
	for i, r := range raw {
		var tx types.Transaction
		if errs[i] = tx.UnmarshalBinary(r); errs[i] == nil {
			c.pending[tx.Hash()] = r
		}
	}
	c.mu.Unlock()
	c.signal()
	return errs
}

func (c *client) LocalTransactions(limit int) [][]byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := slices.Collect(maps.Values(c.local))
	return all[:min(limit, len(all))]
}

func (c *client) SubscribeLocal(to chan<- [][]byte) (cancel func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.to = append(c.to, to)
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.to = slices.DeleteFunc(c.to, func(ch chan<- [][]byte) bool { return ch == to })
	}
}

func (c *client) Work() <-chan struct{} { return c.work }

func (c *client) Waiting(time.Duration, int) []common.Hash { return nil }
