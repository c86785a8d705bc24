package l1

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/store"
)

// Operator is a registered operator as the registrar's events tell.
type Operator struct {
	ID           avs.OperatorID `json:"id"`
	BLSKey       bls.PublicKey  `json:"bls_key"`
	ConsensusKey [33]byte       `json:"consensus_key"` // compressed
	PeerID       []byte         `json:"peer_id"`
	PeerAddress  string         `json:"peer_address"`
	Sets         []avs.SetID    `json:"sets"` // that it is in now, ascending
}

// snapshot is one epoch of a set with the L1 block that took it.
type snapshot struct {
	Block uint64
	Set   *avs.OperatorSet
}

// Contracts are those whose events a Registry follows.
type Contracts struct{ Registrar, Table, Rollups, Squad common.Address }

// Registry is the state that finalised events of the contracts add up to: operators, their sets, the rollups that are
// sequenced, and their inboxes. Handle is called from one goroutine; reading is safe from all.
type Registry struct {
	client    *Client
	db        *store.Space
	contracts Contracts

	mu        sync.RWMutex
	operators map[avs.OperatorID]Operator
	sets      map[avs.SetID][]snapshot // ascending by epoch
	rollups   map[avs.RollupID]rollupLife
	inboxes   map[avs.RollupID][]inboxMark // ascending by block
	changed   chan struct{}                // closed at the next change
}

// NewRegistry loads what was kept.
func NewRegistry(client *Client, db *store.Space, contracts Contracts) (*Registry, error) {
	r := &Registry{client: client, db: db, contracts: contracts, operators: map[avs.OperatorID]Operator{}, sets: map[avs.SetID][]snapshot{},
		rollups: map[avs.RollupID]rollupLife{}, inboxes: map[avs.RollupID][]inboxMark{}, changed: make(chan struct{})}
	err := db.Iterate([]byte("operator/"), nil, func(_, value []byte) error {
		var o Operator
		if err := json.Unmarshal(value, &o); err != nil {
			return err
		}
		r.operators[o.ID] = o
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("load operators: %w", err)
	}
	err = db.Iterate([]byte("set/"), nil, func(_, value []byte) error {
		var s snapshot
		if err := rlp.DecodeBytes(value, &s); err != nil {
			return err
		}
		r.add(s)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("load operator sets: %w", err)
	}
	if err := r.loadRollups(); err != nil {
		return nil, fmt.Errorf("load rollups: %w", err)
	}
	if err := r.loadInboxes(); err != nil {
		return nil, fmt.Errorf("load inboxes: %w", err)
	}
	return r, nil
}

// Addresses are the contracts whose events Handle wants.
func (r *Registry) Addresses() []common.Address {
	return []common.Address{r.contracts.Registrar, r.contracts.Table, r.contracts.Rollups, r.contracts.Squad}
}

// Handle is the Handler of a Watcher. Memory changes when all events were understood, just before the watcher commits the
// batch; should the commit fail, the same events come again and change nothing more.
func (r *Registry) Handle(ctx context.Context, _ Block, logs []types.Log, batch *store.Batch) error {
	d := draft{registry: r, operators: map[avs.OperatorID]Operator{}, rollups: map[avs.RollupID]rollupLife{},
		inboxes: map[avs.RollupID][]inboxMark{}, batch: batch.In(r.db)}
	for i := range logs {
		if err := d.apply(ctx, &logs[i]); err != nil {
			return fmt.Errorf("event %d of l1 transaction %s: %w", logs[i].Index, logs[i].TxHash, err)
		}
	}
	for _, o := range d.operators {
		data, err := json.Marshal(o)
		if err != nil {
			return fmt.Errorf("encode operator: %w", err)
		}
		d.batch.Set(append([]byte("operator/"), o.ID[:]...), data)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for id, o := range d.operators {
		r.operators[id] = o
	}
	for _, s := range d.snapshots {
		r.add(s)
	}
	maps.Copy(r.rollups, d.rollups)
	r.addInboxes(d.inboxes)
	if len(logs) > 0 {
		close(r.changed)
		r.changed = make(chan struct{})
	}
	return nil
}

// add puts in a snapshot; one that came before is replaced, since events come again when a batch was not committed.
func (r *Registry) add(s snapshot) {
	history := r.sets[s.Set.ID()]
	i, found := slices.BinarySearchFunc(history, s.Set.Epoch(), func(have snapshot, epoch avs.Epoch) int { return cmp.Compare(have.Set.Epoch(), epoch) })
	if found {
		history[i] = s
		return
	}
	r.sets[s.Set.ID()] = slices.Insert(history, i, s)
}

// Changed returns a channel that is closed at the next change.
func (r *Registry) Changed() <-chan struct{} {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.changed
}

// Operators are those that are in one of the given sets now, ascending by address. Anybody can register a rollup whose
// sets cost nothing to join, so a caller names the sets that mean something to it.
func (r *Registry) Operators(of []avs.SetID) []Operator {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []Operator
	for _, o := range r.operators {
		if slices.ContainsFunc(o.Sets, func(id avs.SetID) bool { return slices.Contains(of, id) }) {
			out = append(out, o)
		}
	}
	slices.SortFunc(out, func(a, b Operator) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	return out
}

// Operator finds one that has registered keys, in a set now or not.
func (r *Registry) Operator(id avs.OperatorID) (Operator, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	o, ok := r.operators[id]
	return o, ok
}

// ByConsensusKey finds the operator with a consensus address, in a set now or not.
func (r *Registry) ByConsensusKey(address common.Address) (Operator, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for _, o := range r.operators {
		key, err := crypto.DecompressPubkey(o.ConsensusKey[:])
		if err == nil && crypto.PubkeyToAddress(*key) == address {
			return o, true
		}
	}
	return Operator{}, false
}

// FirstSnapshot is the L1 block of the earliest snapshot of the given sets that want accepts; false if there is none.
func (r *Registry) FirstSnapshot(of []avs.SetID, want func(*avs.OperatorSet) bool) (block uint64, found bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for _, id := range of {
		for _, s := range r.sets[id] {
			if !want(s.Set) {
				continue
			}
			if !found || s.Block < block {
				block, found = s.Block, true
			}
			break // ascending by epoch and so by block
		}
	}
	return block, found
}

// SetsAt are the newest epochs of the given sets that were taken up to an L1 block, ascending by set id.
func (r *Registry) SetsAt(block uint64, of []avs.SetID) []*avs.OperatorSet {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []*avs.OperatorSet
	for _, id := range of {
		for _, s := range slices.Backward(r.sets[id]) {
			if s.Block <= block {
				out = append(out, s.Set)
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b *avs.OperatorSet) int { return cmp.Compare(a.ID(), b.ID()) })
	return out
}

// draft gathers the changes of one range of blocks.
type draft struct {
	registry  *Registry
	operators map[avs.OperatorID]Operator
	snapshots []snapshot
	rollups   map[avs.RollupID]rollupLife
	inboxes   map[avs.RollupID][]inboxMark // what these blocks bring
	batch     *store.Batch
}

func (d *draft) operator(id avs.OperatorID) Operator {
	if o, ok := d.operators[id]; ok {
		return o
	}
	d.registry.mu.RLock()
	defer d.registry.mu.RUnlock()
	o := d.registry.operators[id]
	o.ID, o.Sets = id, slices.Clone(o.Sets)
	return o
}

func setKey(id avs.SetID, epoch avs.Epoch) []byte {
	key := binary.BigEndian.AppendUint32([]byte("set/"), uint32(id))
	return binary.BigEndian.AppendUint64(key, uint64(epoch))
}

// members turns a snapshot as the stake table tells it into an operator set: consensus keys come from the registrar,
// whose event precedes every snapshot that an operator is in.
func (d *draft) members(id avs.SetID, epoch avs.Epoch, table []bindings.Member) (*avs.OperatorSet, error) {
	members := make([]avs.Member, 0, len(table))
	for _, m := range table {
		o := d.operator(m.Operator)
		if o.ConsensusKey == ([33]byte{}) {
			return nil, fmt.Errorf("member %s of set %d has registered no keys since the first block that was read", m.Operator, id)
		}
		weight, overflow := uint256.FromBig(m.Weight)
		if overflow {
			return nil, fmt.Errorf("weight of %s in set %d overflows", m.Operator, id)
		}
		members = append(members, avs.Member{Operator: m.Operator, BLSKey: o.BLSKey.Bytes(), ConsensusKey: o.ConsensusKey, Weight: *weight})
	}
	return avs.NewOperatorSet(id, epoch, members)
}
