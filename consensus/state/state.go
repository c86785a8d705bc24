package state

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// What a transaction that does not apply is.
var (
	// ErrVoid marks a transaction that can never apply to this chain again: it is dropped.
	ErrVoid = errors.New("transaction is void")
	// ErrNotYet marks one that may apply later. It is always one of the two below.
	ErrNotYet = errors.New("transaction does not apply yet")
	// ErrTooEarly is cured by time alone.
	ErrTooEarly = fmt.Errorf("%w: too early", ErrNotYet)
	// ErrGap is cured only by another transaction that comes before it.
	ErrGap = fmt.Errorf("%w: a predecessor is missing", ErrNotYet)
	// ErrOtherEpoch is the gap before a batch of the next epoch: the L1 view that brings its set. No leader stands for
	// its slot yet, so whoever keeps such batches has to bound them by their signer.
	ErrOtherEpoch = fmt.Errorf("%w: the epoch is not in force", ErrGap)
)

// MaxGap bounds how many block numbers ahead of the tip a batch may be and still count as not yet rather than void.
const MaxGap = 64

// MaxSlotAgeMillis is how long after its slot began a batch may still be ordered. It bounds for how long the bodies of
// batches that were not ordered have to be kept, and how many past slots wait for a leader after a halt. Leaders give up
// their batches sooner.
const MaxSlotAgeMillis = 120_000

// rollup is one rollup's part of the state.
type rollup struct {
	Params avs.Rollup
	Tip    avs.Tip
}

// State is what consensus agrees on after a block. Its hash changes only when a transaction was applied.
type State struct {
	domain   avs.Domain
	genesis  common.Hash
	l1Number uint64
	l1Hash   common.Hash
	sets     []*avs.OperatorSet // in force, ascending by id
	rollups  []rollup           // ascending by id
}

// New is the state before the first block.
func New(g Genesis) (*State, error) {
	if err := g.Check(); err != nil {
		return nil, err
	}
	s := &State{domain: g.Domain, genesis: g.Hash(), l1Number: g.L1Number, l1Hash: g.L1Hash, sets: slices.Clone(g.Sets)}
	for _, r := range g.Rollups {
		s.rollups = append(s.rollups, rollup{Params: r, Tip: avs.Tip{Hash: r.GenesisHash, Timestamp: r.GenesisTime}})
	}
	return s, nil
}

// Clone is an independent copy.
func (s *State) Clone() *State {
	c := *s
	c.sets = slices.Clone(s.sets)
	c.rollups = slices.Clone(s.rollups)
	return &c
}

// L1 is the last L1 block that consensus has a view of.
func (s *State) L1() (number uint64, hash common.Hash) { return s.l1Number, s.l1Hash }

// Set is the operator set in force; nil if there is none with this id.
func (s *State) Set(id avs.SetID) *avs.OperatorSet {
	if i, ok := s.findSet(id); ok {
		return s.sets[i]
	}
	return nil
}

// Ordering is the set whose members are the validators.
func (s *State) Ordering() *avs.OperatorSet { return s.sets[0] }

// Sets are all sets in force, ascending by id.
func (s *State) Sets() []*avs.OperatorSet { return slices.Clone(s.sets) }

// Rollups are the parameters of all rollups, ascending by id.
func (s *State) Rollups() []avs.Rollup {
	list := make([]avs.Rollup, len(s.rollups))
	for i := range s.rollups {
		list[i] = s.rollups[i].Params
	}
	return list
}

// Tip is where a rollup's ordered chain stands; false for an unknown rollup.
func (s *State) Tip(id avs.RollupID) (avs.Tip, bool) {
	if r := s.rollup(id); r != nil {
		return r.Tip, true
	}
	return avs.Tip{}, false
}

func (s *State) findSet(id avs.SetID) (int, bool) {
	return slices.BinarySearchFunc(s.sets, id, func(set *avs.OperatorSet, id avs.SetID) int {
		return int(int64(set.ID()) - int64(id))
	})
}

func (s *State) rollup(id avs.RollupID) *rollup {
	i, ok := slices.BinarySearchFunc(s.rollups, id, func(r rollup, id avs.RollupID) int {
		return bytes.Compare(r.Params.ID[:], id[:])
	})
	if !ok {
		return nil
	}
	return &s.rollups[i]
}

// Effects is what an applied transaction adds to the records beside the state.
type Effects struct {
	Batch   *avs.OrderedBatch    // newly ordered batch, if the transaction was one
	HandOff *avs.CertifiedL1View // whose sets are newly in force, if it was that
}

// Apply checks the transaction and, if it stands, changes the state.
func (s *State) Apply(v Verifier, tx avs.Tx, height, timeMillis uint64) (Effects, error) {
	if err := s.CheckAge(tx, timeMillis); err != nil {
		return Effects{}, err
	}
	if err := s.Check(v, tx, timeMillis); err != nil {
		return Effects{}, err
	}
	if tx.L1View != nil {
		s.applyView(tx.L1View.View)
		return Effects{HandOff: tx.L1View}, nil
	}
	h := tx.Batch.Header.Header
	r := s.rollup(h.Rollup)
	r.Tip = avs.Tip{Slot: h.Slot, Number: h.Number, Hash: h.BlockHash, Timestamp: h.Timestamp, L1Number: h.L1Number, Inbox: h.Inbox}
	return Effects{Batch: &avs.OrderedBatch{
		Header: tx.Batch.Header, Proof: tx.Batch.Proof, MachEpoch: s.Set(avs.MachSet(r.Params.Index)).Epoch(),
		Height: height, TimeMillis: timeMillis,
	}}, nil
}

func (s *State) applyView(view avs.L1View) {
	s.l1Number, s.l1Hash = view.Number, view.BlockHash
	for _, set := range view.Sets {
		if i, ok := s.findSet(set.ID()); ok {
			s.sets[i] = set
		} else {
			s.sets = slices.Insert(s.sets, i, set)
		}
	}
}

// setRef stands for a set in the encoding: sets are stored once, beside the state.
type setRef struct {
	ID    uint32
	Epoch uint64
	Hash  common.Hash
}

type stateRLP struct {
	Domain   avs.Domain
	Genesis  common.Hash
	L1Number uint64
	L1Hash   common.Hash
	Sets     []setRef
	Rollups  []rollup
}

// Encode is the canonical encoding. It names the sets by id, epoch and hash.
func (s *State) Encode() []byte {
	refs := make([]setRef, len(s.sets))
	for i, set := range s.sets {
		refs[i] = setRef{uint32(set.ID()), uint64(set.Epoch()), set.Hash()}
	}
	return encode(stateRLP{s.domain, s.genesis, s.l1Number, s.l1Hash, refs, s.rollups})
}

// Hash is the app hash.
func (s *State) Hash() common.Hash { return crypto.Keccak256Hash(s.Encode()) }

// ErrStateEncoding is the sentinel of bytes that are no state.
var ErrStateEncoding = errors.New("state is malformed")

// Decode reads Encode's bytes; lookup finds the sets that the state names.
func Decode(data []byte, lookup func(avs.SetID, avs.Epoch) (*avs.OperatorSet, error)) (*State, error) {
	var dec stateRLP
	if err := rlp.DecodeBytes(data, &dec); err != nil {
		return nil, fmt.Errorf("decode state: %w: %w", ErrStateEncoding, err)
	}
	s := &State{domain: dec.Domain, genesis: dec.Genesis, l1Number: dec.L1Number, l1Hash: dec.L1Hash, rollups: dec.Rollups}
	params := make([]avs.Rollup, len(dec.Rollups))
	for i := range dec.Rollups {
		params[i] = dec.Rollups[i].Params
	}
	if err := checkRollups(params); err != nil {
		return nil, fmt.Errorf("decode state: %w: %w", ErrStateEncoding, err)
	}
	for i, ref := range dec.Sets {
		if i > 0 && dec.Sets[i-1].ID >= ref.ID {
			return nil, fmt.Errorf("decode state: %w: sets not ascending", ErrStateEncoding)
		}
		set, err := lookup(avs.SetID(ref.ID), avs.Epoch(ref.Epoch))
		if err != nil {
			return nil, fmt.Errorf("decode state: set %d epoch %d: %w", ref.ID, ref.Epoch, err)
		}
		if set.Hash() != ref.Hash {
			return nil, fmt.Errorf("decode state: %w: set %d epoch %d has another hash", ErrStateEncoding, ref.ID, ref.Epoch)
		}
		s.sets = append(s.sets, set)
	}
	if len(s.sets) == 0 || s.sets[0].ID() != avs.OrderingSet {
		return nil, fmt.Errorf("decode state: %w: %w", ErrStateEncoding, ErrNoOrdering)
	}
	return s, nil
}
