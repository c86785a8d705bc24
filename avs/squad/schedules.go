package squad

import (
	"encoding/binary"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
)

// schedules keeps the windows drawn last: every message and every decision asks for one of a few.
type schedules struct {
	params avs.SlotParams
	mu     sync.Mutex
	drawn  map[scheduleKey]*avs.Schedule
}

type scheduleKey struct {
	set    common.Hash
	window uint64
}

// keptSchedules covers the windows around now for the sets of two epochs.
const keptSchedules = 16

func (s *schedules) of(set *avs.OperatorSet, slot uint64) *avs.Schedule {
	key := scheduleKey{set.Hash(), s.params.Window(slot)}
	s.mu.Lock()
	defer s.mu.Unlock()
	if drawn := s.drawn[key]; drawn != nil {
		return drawn
	}
	if s.drawn == nil || len(s.drawn) >= keptSchedules {
		s.drawn = map[scheduleKey]*avs.Schedule{}
	}
	drawn := avs.NewSchedule(s.params, set, key.window)
	s.drawn[key] = drawn
	return drawn
}

// leader is the member that leads a slot at a rank, or -1.
func (s *schedules) leader(set *avs.OperatorSet, slot uint64, rank uint32) int {
	return s.of(set, slot).Leader(set, slot, rank)
}

// random is the prevRandao of a block: known to all, other for every slot. It is no source of secret randomness.
func random(set *avs.OperatorSet, slot uint64) common.Hash {
	hash := set.Hash()
	return crypto.Keccak256Hash([]byte("trident/squad/random"), hash[:], binary.BigEndian.AppendUint64(nil, slot))
}
