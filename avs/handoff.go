package avs

import (
	"errors"
	"fmt"
	"maps"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Sentinels of a hand-off that cannot be followed.
var (
	ErrHandOffStale = errors.New("hand-off is not newer than the last one")
	ErrHandOffEpoch = errors.New("hand-off brings a set that is not newer than the one in force")
	ErrHandOffOrder = errors.New("hand-off's sets are not in ascending order")
	ErrHandOffEmpty = errors.New("hand-off brings no set")
	ErrHandOffBase  = errors.New("trusted sets have no ordering set")
)

// SetHistory follows the operator sets from a trusted beginning by hand-offs alone: each certified L1 view must carry the
// signatures of the ordering set in force. It is how a subscriber, or another chain, knows every later set without L1.
// Safe for concurrent use.
type SetHistory struct {
	domain Domain

	mu      sync.RWMutex
	number  uint64 // L1 block of the last view
	current map[SetID]*OperatorSet
	all     map[setEpoch]*OperatorSet
}

type setEpoch struct {
	id    SetID
	epoch Epoch
}

// NewSetHistory begins with sets that the caller trusts, as of an L1 block. One of them must be the ordering set.
func NewSetHistory(d Domain, number uint64, trusted []*OperatorSet) (*SetHistory, error) {
	h := &SetHistory{domain: d, number: number, current: map[SetID]*OperatorSet{}, all: map[setEpoch]*OperatorSet{}}
	for _, s := range trusted {
		h.put(s)
	}
	if h.current[OrderingSet] == nil {
		return nil, fmt.Errorf("begin set history: %w", ErrHandOffBase)
	}
	return h, nil
}

// SetsHash is the hash of several sets, in order: keccak256 over their hashes. An L1 view is signed over it, and a trusted
// beginning is named by it.
func SetsHash(sets []*OperatorSet) common.Hash {
	var packed []byte
	for _, s := range sets {
		hash := s.Hash()
		packed = append(packed, hash[:]...)
	}
	return crypto.Keccak256Hash(packed)
}

func (h *SetHistory) put(s *OperatorSet) {
	h.all[setEpoch{s.ID(), s.Epoch()}] = s
	if now := h.current[s.ID()]; now == nil || now.Epoch() < s.Epoch() {
		h.current[s.ID()] = s
	}
}

// Apply follows one hand-off; on error nothing has changed.
func (h *SetHistory) Apply(c CertifiedL1View) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	v := c.View
	if v.Number <= h.number {
		return fmt.Errorf("follow hand-off: %w: l1 block %d, the last was %d", ErrHandOffStale, v.Number, h.number)
	}
	if len(v.Sets) == 0 {
		return fmt.Errorf("follow hand-off of l1 block %d: %w", v.Number, ErrHandOffEmpty)
	}
	for _, s := range v.Sets {
		if now := h.current[s.ID()]; now != nil && s.Epoch() <= now.Epoch() {
			return fmt.Errorf("follow hand-off of l1 block %d: %w: set %d epoch %d, in force is %d", v.Number, ErrHandOffEpoch, s.ID(), s.Epoch(), now.Epoch())
		}
	}
	if err := c.Verify(h.domain, h.current[OrderingSet]); err != nil {
		return fmt.Errorf("follow hand-off of l1 block %d: %w", v.Number, err)
	}
	for _, s := range v.Sets {
		h.put(s)
	}
	h.number = v.Number
	return nil
}

// At is the set of an epoch; false if no hand-off has brought it.
func (h *SetHistory) At(id SetID, epoch Epoch) (*OperatorSet, bool) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	s, known := h.all[setEpoch{id, epoch}]
	return s, known
}

// Current is the newest set that a hand-off has brought; false if there is none with this id.
func (h *SetHistory) Current(id SetID) (*OperatorSet, bool) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	s, known := h.current[id]
	return s, known
}

// Sets are the newest sets, by id.
func (h *SetHistory) Sets() map[SetID]*OperatorSet {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return maps.Clone(h.current)
}

// Number is the L1 block of the last hand-off, or that of the trusted beginning.
func (h *SetHistory) Number() uint64 {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.number
}

// MaxHandOffSize bounds an encoded hand-off: it is a consensus transaction's content.
const MaxHandOffSize = MaxTxSize

// Encode is the canonical encoding.
func (c CertifiedL1View) Encode() []byte { return mustRLP(c) }

// DecodeCertifiedL1View reads Encode's bytes.
func DecodeCertifiedL1View(data []byte) (CertifiedL1View, error) {
	return decode[CertifiedL1View](data, MaxHandOffSize, "hand-off")
}
