package consensus

import (
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/store"
)

// A snapshot is what the records of consensus are after a block, less the ordered batches of long ago: pairs of key and
// value, ascending by key. It is a function of the chain alone, so that honest operators have the same bytes for a height
// and a newcomer can compare them.
const (
	// They are made when a newcomer asks: the first at a multiple of firstSnapshot, and while it still asks one at each multiple
	// of nextSnapshots, so that all whom it asks come to have the same.
	firstSnapshot = 4
	nextSnapshots = 16
	// snapshotsKept is how many are kept, and snapshotAge for how many heights.
	snapshotsKept = 2
	snapshotAge   = 2048
	// DefaultSnapshotBatches is how many ordered batches of each rollup are in a snapshot. Whoever comes by snapshot reads the
	// execution state of a block among them from others, and executes those after it.
	DefaultSnapshotBatches = 256
	// snapshotChunk bounds a part of a snapshot on the network, snapshotSize the whole, bytes.
	snapshotChunk = 1 << 20
	snapshotSize  = 512 << 20
)

// record is one key of the store with its value.
type record struct{ Key, Value []byte }

// snapshot is one that can be served.
type snapshot struct {
	height uint64
	hash   common.Hash
	data   []byte
}

// snapshots are those that newcomers may have now.
type snapshots struct {
	batches uint64 // of each rollup

	mu     sync.Mutex
	wanted bool
	list   []snapshot // ascending by height
}

// want asks for a snapshot of a height to come. It returns those that there are.
func (s *snapshots) want() []snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wanted = true
	return append([]snapshot{}, s.list...)
}

// find gives the bytes of a snapshot.
func (s *snapshots) find(height uint64) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.list {
		if one.height == height {
			return one.data, true
		}
	}
	return nil, false
}

// committed makes a snapshot of the block that was just written, if one is wanted. It is called from the consensus
// goroutine, so the records are those of that block.
func (s *snapshots) committed(r *records, blk block) error {
	s.mu.Lock()
	for len(s.list) > 0 && s.list[0].height+snapshotAge < blk.Height {
		s.list = s.list[1:]
	}
	every := uint64(nextSnapshots)
	if len(s.list) == 0 {
		every = firstSnapshot
	}
	due := s.wanted && blk.Height%every == 0
	s.mu.Unlock()
	if !due {
		return nil
	}
	data, err := r.dump(blk.State, s.batches)
	if err != nil {
		return fmt.Errorf("make snapshot of height %d: %w", blk.Height, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wanted = false
	if s.list = append(s.list, snapshot{blk.Height, crypto.Keccak256Hash(data), data}); len(s.list) > snapshotsKept {
		s.list = s.list[1:]
	}
	return nil
}

// dump reads all records but old batches.
func (r *records) dump(st *state.State, batches uint64) ([]byte, error) {
	var all []record
	add := func(key, value []byte) error {
		all = append(all, record{key, value})
		return nil
	}
	err := r.space.Iterate(nil, nil, func(key, value []byte) error {
		if key[0] >= prefixBatch[0] {
			return store.ErrStop
		}
		return add(key, value)
	})
	for _, rollup := range st.Rollups() {
		tip, _ := st.Tip(rollup.ID)
		prefix := append(append([]byte{}, prefixBatch...), rollup.ID[:]...)
		err = errors.Join(err, r.space.Iterate(prefix, batchKey(rollup.ID, tip.Number+1-min(tip.Number, batches)), add))
	}
	after := []byte{prefixBatch[0] + 1}
	if err = errors.Join(err, r.space.Iterate(nil, after, add)); err != nil {
		return nil, err
	}
	return encode(all), nil
}

var (
	errSnapshot = errors.New("snapshot is malformed")
	// ErrSnapshotState is a snapshot whose state is not what the validators signed.
	ErrSnapshotState = errors.New("snapshot has another state than the chain")
)

// decodeSnapshot reads the records of a snapshot and the block that they are of.
func decodeSnapshot(data []byte) ([]record, block, error) {
	var all []record
	if len(data) > snapshotSize {
		return nil, block{}, fmt.Errorf("%w: %d bytes", errSnapshot, len(data))
	}
	if err := rlp.DecodeBytes(data, &all); err != nil {
		return nil, block{}, fmt.Errorf("%w: %w", errSnapshot, err)
	}
	byKey := make(map[string][]byte, len(all))
	for i, one := range all {
		if len(one.Key) == 0 || i > 0 && string(all[i-1].Key) >= string(one.Key) {
			return nil, block{}, fmt.Errorf("%w: keys do not ascend", errSnapshot)
		}
		byKey[string(one.Key)] = one.Value
	}
	blk, err := decodeBlock(byKey[string(keyState)], func(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, error) {
		set := new(avs.OperatorSet)
		if err := rlp.DecodeBytes(byKey[string(setKey(id, epoch))], set); err != nil {
			return nil, fmt.Errorf("read set %d epoch %d: %w", id, epoch, err)
		}
		return set, nil
	})
	return all, blk, err
}

// decodeBlock reads the record of the last block.
func decodeBlock(data []byte, lookup func(avs.SetID, avs.Epoch) (*avs.OperatorSet, error)) (block, error) {
	var dec blockRLP
	if err := rlp.DecodeBytes(data, &dec); err != nil {
		return block{}, fmt.Errorf("%w: %w", errSnapshot, err)
	}
	st, err := state.Decode(dec.State, lookup)
	return block{State: st, Height: dec.Height, TimeMillis: dec.TimeMillis, Proposer: dec.Proposer}, err
}

// adopt writes the records of a snapshot over those of the genesis.
func (r *records) adopt(all []record) (block, error) {
	b := r.space.NewBatch()
	for _, one := range all {
		b.Set(one.Key, one.Value)
	}
	if err := b.Commit(true); err != nil {
		return block{}, fmt.Errorf("write snapshot: %w", err)
	}
	r.mu.Lock()
	r.epochs = map[avs.SetID][]since{}
	r.mu.Unlock()
	if err := r.loadEpochs(); err != nil {
		return block{}, err
	}
	return r.last()
}
