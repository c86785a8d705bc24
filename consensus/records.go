package consensus

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/store"
)

// Keys of the store. The log of batches is ascending by rollup and number; sets by id and epoch; validators by height; the
// hashes of L1 views by number; inclusion lists by rollup and hash.
var (
	keyGenesis       = []byte("genesis")
	keyState         = []byte("state")
	prefixBatch      = []byte("b")
	prefixSet        = []byte("s")
	prefixValidators = []byte("v")
	prefixView       = []byte("n")
	prefixList       = []byte("i")
)

func batchKey(rollup avs.RollupID, number uint64) []byte {
	return append(append([]byte{}, prefixBatch...), avs.ClaimKey(rollup, number)...)
}

func setKey(id avs.SetID, epoch avs.Epoch) []byte {
	key := binary.BigEndian.AppendUint32(append([]byte{}, prefixSet...), uint32(id))
	return binary.BigEndian.AppendUint64(key, uint64(epoch))
}

func validatorsKey(height uint64) []byte {
	return binary.BigEndian.AppendUint64(append([]byte{}, prefixValidators...), height)
}

// ErrOtherNetwork is the sentinel of data that belongs to another network.
var ErrOtherNetwork = errors.New("data of another network")

// validatorDelay is after how many heights CometBFT lets a validator update act.
const validatorDelay = 2

// block is what a block leaves behind.
type block struct {
	State      *state.State
	Height     uint64
	TimeMillis uint64
	Proposer   common.Address
	changes
}

// changes are what the transactions of a block add to the records.
type changes struct {
	applied int // transactions
	batches []*avs.OrderedBatch
	views   []*avs.CertifiedL1View
	lists   []*avs.OrderedList
}

func (c *changes) take(e state.Effects) {
	c.applied++
	if e.Batch != nil {
		c.batches = append(c.batches, e.Batch)
	}
	if e.View != nil {
		c.views = append(c.views, e.View)
	}
	if e.List != nil {
		c.lists = append(c.lists, e.List)
	}
}

func (c changes) empty() bool { return c.applied == 0 }

// blockRLP is what is stored of the last block beside its state.
type blockRLP struct {
	Height, TimeMillis uint64
	Proposer           common.Address
	State              []byte
}

// setCacheSize bounds the decoded operator sets in memory.
const setCacheSize = 256

// records is the durable side of consensus. Safe for concurrent use: writes come from the consensus goroutine only.
type records struct {
	space *store.Space

	mu     sync.Mutex
	sets   lru.BasicLRU[string, *avs.OperatorSet]
	epochs map[avs.SetID][]since // ascending by time
}

// openRecords reads the last block, or begins with the genesis in an empty store.
func openRecords(space *store.Space, g state.Genesis) (*records, block, error) {
	r := &records{space: space, sets: lru.NewBasicLRU[string, *avs.OperatorSet](setCacheSize), epochs: map[avs.SetID][]since{}}
	want := g.Hash()
	have, found, err := space.Get(keyGenesis)
	if err != nil {
		return nil, block{}, fmt.Errorf("open consensus records: %w", err)
	}
	if !found {
		first, err := r.begin(g)
		return r, first, err
	}
	if common.BytesToHash(have) != want {
		return nil, block{}, fmt.Errorf("open consensus records: %w: the store has genesis %x, the network %q has %x; use another home folder",
			ErrOtherNetwork, have, g.ChainID, want)
	}
	if err := r.checkLayout(); err != nil {
		return nil, block{}, fmt.Errorf("open consensus records: %w", err)
	}
	if err := r.loadEpochs(); err != nil {
		return nil, block{}, err
	}
	last, err := r.last()
	return r, last, err
}

func (r *records) begin(g state.Genesis) (block, error) {
	st, err := state.New(g)
	if err != nil {
		return block{}, err
	}
	hash := g.Hash()
	b := r.space.NewBatch()
	b.Set(keyGenesis, hash[:])
	b.Set(keyLayout, []byte{layout})
	first := block{State: st, TimeMillis: g.TimeMillis}
	if err := r.put(b, first); err != nil {
		return block{}, err
	}
	b.Set(viewKey(g.L1Number), g.L1Hash[:])
	putSets(b, g.Sets, genesisSince)
	putValidators(b, g.Sets, 0)
	if err := b.Commit(true); err != nil {
		return block{}, fmt.Errorf("write genesis: %w", err)
	}
	for _, s := range g.Sets {
		r.noteEpoch(s.ID(), since{genesisSince, s.Epoch()})
	}
	return first, nil
}

func (r *records) last() (block, error) {
	data, found, err := r.space.Get(keyState)
	if err != nil {
		return block{}, fmt.Errorf("read consensus state: %w", err)
	}
	if !found {
		return block{}, errors.New("read consensus state: it is missing though the genesis is there; restore the store or start from an empty home folder")
	}
	var dec blockRLP
	if err := rlp.DecodeBytes(data, &dec); err != nil {
		return block{}, fmt.Errorf("read consensus state: %w", err)
	}
	st, err := state.Decode(dec.State, r.set)
	if err != nil {
		return block{}, fmt.Errorf("read consensus state: %w", err)
	}
	return block{State: st, Height: dec.Height, TimeMillis: dec.TimeMillis, Proposer: dec.Proposer}, nil
}

// save writes the block atomically. An empty block is not synced: CometBFT replays what a crash takes.
func (r *records) save(blk block) error {
	b := r.space.NewBatch()
	if err := r.put(b, blk); err != nil {
		return fmt.Errorf("write block %d: %w", blk.Height, err)
	}
	if err := b.Commit(!blk.empty()); err != nil {
		return fmt.Errorf("write block %d: %w", blk.Height, err)
	}
	for _, c := range blk.views {
		for _, s := range c.View.Sets {
			r.noteEpoch(s.ID(), since{blk.TimeMillis, s.Epoch()})
		}
	}
	return nil
}

func (r *records) put(b *store.Batch, blk block) error {
	b.Set(keyState, encode(blockRLP{blk.Height, blk.TimeMillis, blk.Proposer, blk.State.Encode()}))
	for _, o := range blk.batches {
		b.Set(batchKey(o.Header.Header.Rollup, o.Header.Header.Number), o.Encode())
	}
	for _, c := range blk.views {
		b.Set(viewKey(c.View.Number), c.View.BlockHash[:])
		if len(c.View.Sets) == 0 {
			continue // no hand-off
		}
		b.Set(handOffKey(c.View.Number), encodeHandOff(c))
		putSets(b, c.View.Sets, blk.TimeMillis)
		putValidators(b, c.View.Sets, blk.Height+validatorDelay)
	}
	return r.putLists(b, blk)
}

// putValidators writes from which height the members of an ordering set are the validators.
func putValidators(b *store.Batch, sets []*avs.OperatorSet, from uint64) {
	for _, s := range sets {
		if s.ID() == avs.OrderingSet {
			b.Set(validatorsKey(from), binary.BigEndian.AppendUint64(nil, uint64(s.Epoch())))
		}
	}
}

// ErrNoSet is the sentinel of an operator set that consensus has not seen.
var ErrNoSet = errors.New("operator set is not known")

func (r *records) set(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, error) {
	key := setKey(id, epoch)
	r.mu.Lock()
	cached, ok := r.sets.Get(string(key))
	r.mu.Unlock()
	if ok {
		return cached, nil
	}
	data, found, err := r.space.Get(key)
	if err != nil {
		return nil, fmt.Errorf("read set %d epoch %d: %w", id, epoch, err)
	}
	if !found {
		return nil, fmt.Errorf("read set %d epoch %d: %w", id, epoch, ErrNoSet)
	}
	set := new(avs.OperatorSet)
	if err := rlp.DecodeBytes(data, set); err != nil {
		return nil, fmt.Errorf("read set %d epoch %d: %w", id, epoch, err)
	}
	r.mu.Lock()
	r.sets.Add(string(key), set)
	r.mu.Unlock()
	return set, nil
}

func (r *records) batch(rollup avs.RollupID, number uint64) (avs.OrderedBatch, bool, error) {
	data, found, err := r.space.Get(batchKey(rollup, number))
	if err != nil || !found {
		return avs.OrderedBatch{}, false, err
	}
	o, err := avs.DecodeOrderedBatch(data)
	if err != nil {
		return avs.OrderedBatch{}, false, fmt.Errorf("read batch %d: %w", number, err)
	}
	return o, true, nil
}

// validatorsAt is the ordering set whose members were the validators at a height.
func (r *records) validatorsAt(height uint64) (*avs.OperatorSet, error) {
	var epoch uint64
	err := r.space.Iterate(prefixValidators, nil, func(key, value []byte) error {
		if binary.BigEndian.Uint64(key[len(prefixValidators):]) > height {
			return store.ErrStop
		}
		epoch = binary.BigEndian.Uint64(value)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read validators at height %d: %w", height, err)
	}
	return r.set(avs.OrderingSet, avs.Epoch(epoch))
}

func encode(v any) []byte {
	data, err := rlp.EncodeToBytes(v)
	if err != nil {
		panic(fmt.Sprintf("encode %T: %v", v, err)) // our own types always encode; tests encode each
	}
	return data
}
