package avs

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// SlotParams says how a rollup's time is cut into slots.
type SlotParams struct {
	GenesisMillis uint64 // Unix milliseconds of the start of slot 0
	SlotMillis    uint64 // length of a slot
	SpanSlots     uint64 // consecutive slots of one seat
	WindowSpans   uint64 // seats drawn at once; a window is SpanSlots*WindowSpans slots
	Ranks         uint32 // leaders of a slot, the first included
	StepMillis    uint64 // delay after slot start before the next rank may lead
}

// DefaultSlotParams are 250 ms slots, 2 s seats, windows of one minute, three ranks 300 ms apart.
func DefaultSlotParams(genesisMillis uint64) SlotParams {
	return SlotParams{GenesisMillis: genesisMillis, SlotMillis: 250, SpanSlots: 8, WindowSpans: 30, Ranks: 3, StepMillis: 300}
}

// Check refuses parameters that leave no schedule.
func (p SlotParams) Check() error {
	if p.SlotMillis == 0 || p.SpanSlots == 0 || p.WindowSpans == 0 || p.Ranks == 0 || p.StepMillis == 0 {
		return fmt.Errorf("slot parameters %+v: each must be at least 1", p)
	}
	if p.WindowSpans > 1<<16 || p.SpanSlots > 1<<16 {
		return errors.New("slot parameters: spans above 65536 make a window too long to draw")
	}
	return nil
}

// SlotAt is the slot at a Unix time in milliseconds; before genesis it is 0.
func (p SlotParams) SlotAt(millis uint64) uint64 {
	if millis < p.GenesisMillis {
		return 0
	}
	return (millis - p.GenesisMillis) / p.SlotMillis
}

// StartMillis is when rank k of a slot may begin to lead, Unix milliseconds.
func (p SlotParams) StartMillis(slot uint64, rank uint32) uint64 {
	return p.GenesisMillis + slot*p.SlotMillis + uint64(rank)*p.StepMillis
}

// Window is the index of the window that a slot is in.
func (p SlotParams) Window(slot uint64) uint64 { return slot / (p.SpanSlots * p.WindowSpans) }

// Schedule tells the leaders of the slots of one window.
type Schedule struct {
	params SlotParams
	window uint64
	seats  []int // member index by span
	jailed Bitmap
	ranks  uint32
}

// SchedulePlan is what the schedule of one window of a rollup is drawn from. Consensus fixes it one window ahead.
type SchedulePlan struct {
	Window uint64
	Epoch  Epoch       // of the SQUAD set whose members lead
	Seed   common.Hash // see PlanSeed
	Jailed Bitmap      // members that lead no slot
}

// PlanSeed is the seed of a window: keccak256("trident/squad/seed" ‖ beacon ‖ rollup ‖ window8).
func PlanSeed(beacon common.Hash, rollup RollupID, window uint64) common.Hash {
	return crypto.Keccak256Hash([]byte("trident/squad/seed"), beacon[:], rollup[:], binary.BigEndian.AppendUint64(nil, window))
}

// Random is the prevRandao of the block of a slot: known to all one window ahead, other for every slot. It is no source of
// secret randomness.
func (p SchedulePlan) Random(slot uint64) common.Hash {
	return crypto.Keccak256Hash([]byte("trident/squad/random"), p.Seed[:], binary.BigEndian.AppendUint64(nil, slot))
}

// NewSchedule draws a window's seats from stake: systematic sampling on cumulative weight gives each member that is not
// jailed the floor or the ceiling of its share, then a seeded Fisher-Yates shuffle gives the order. Integers only. The set
// is that of the plan's epoch; if all its members are jailed, none is.
func NewSchedule(p SlotParams, set *OperatorSet, plan SchedulePlan) *Schedule {
	s := &Schedule{params: p, window: plan.Window, jailed: plan.Jailed}
	active := set.Len() - plan.Jailed.Count()
	if active <= 0 {
		s.jailed, active = nil, set.Len()
	}
	s.ranks = min(p.Ranks, uint32(active))
	s.seats = sampleSeats(set, s.jailed, p.WindowSpans, plan.Seed)
	shuffle(s.seats, plan.Seed)
	return s
}

// sampleSeats walks the cumulative weight in n equal steps from a seeded offset: point k is (offset + k·total)/n with
// the offset in [0, total), and the seat goes to the member whose weight interval it falls in.
func sampleSeats(set *OperatorSet, jailed Bitmap, n uint64, seed common.Hash) []int {
	weights, total := make([]uint256.Int, set.Len()), uint256.Int{}
	for i := range weights {
		if !jailed.Has(i) {
			weights[i] = set.members[i].Weight
			total.Add(&total, &weights[i])
		}
	}
	var offset, point uint256.Int
	offset.SetBytes(seed[:]).Mod(&offset, &total)
	count := uint256.NewInt(n)
	seats, member := make([]int, 0, n), 0
	cumulated := weights[0]
	for k := range n {
		point.Mul(&total, uint256.NewInt(k)).Add(&point, &offset).Div(&point, count)
		for !point.Lt(&cumulated) {
			member++
			cumulated.Add(&cumulated, &weights[member])
		}
		seats = append(seats, member)
	}
	return seats
}

// shuffle is Fisher-Yates; each draw hashes the seed with a counter, and the high half of a 64×64 multiplication maps
// it to the range with a bias below 2^-47 for windows of at most 2^16 seats.
func shuffle(seats []int, seed common.Hash) {
	for i := len(seats) - 1; i > 0; i-- {
		h := crypto.Keccak256(seed[:], binary.BigEndian.AppendUint64(nil, uint64(i)))
		j, _ := bits.Mul64(binary.BigEndian.Uint64(h), uint64(i)+1)
		seats[i], seats[j] = seats[j], seats[i]
	}
}

// Ranks is the number of leaders of a slot: no more than there are members that are not jailed.
func (s *Schedule) Ranks() uint32 { return s.ranks }

// Leader is the member that leads a slot of the window at a rank: the seat's owner for rank 0, for rank k the k-th
// other member by the following seats (around the window), then by index. It is -1 for a rank beyond Ranks.
func (s *Schedule) Leader(set *OperatorSet, slot uint64, rank uint32) int {
	if rank >= s.ranks || s.params.Window(slot) != s.window {
		return -1
	}
	span := int(slot / s.params.SpanSlots % s.params.WindowSpans)
	seen := make(map[int]bool, rank+1)
	candidate := func(m int) bool {
		if seen[m] || s.jailed.Has(m) {
			return false
		}
		seen[m] = true
		return len(seen) == int(rank)+1
	}
	for i := range s.seats {
		if m := s.seats[(span+i)%len(s.seats)]; candidate(m) {
			return m
		}
	}
	for m := range set.Len() {
		if candidate(m) {
			return m
		}
	}
	return -1
}
