package avs_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

// scheduleMembers are members with real keys, ascending by operator, without weights. Keys are made once, since decoding
// them is what takes time.
func scheduleMembers(t testing.TB, n int) []avs.Member {
	t.Helper()
	members := make([]avs.Member, n)
	for i := range members {
		seed := binary.BigEndian.AppendUint64([]byte("schedule test member"), uint64(i))
		secret := crypto.Keccak256(seed, []byte("bls"))
		secret[0] = 1 // below the order of the group
		key, err := bls.SecretKeyFromBytes(secret)
		require.NoError(t, err)
		consensus, err := crypto.ToECDSA(crypto.Keccak256(seed, []byte("consensus")))
		require.NoError(t, err)
		members[i] = avs.Member{Operator: common.BytesToAddress(crypto.Keccak256(seed)), BLSKey: key.PublicKey().Bytes()}
		copy(members[i].ConsensusKey[:], crypto.CompressPubkey(&consensus.PublicKey))
	}
	slices.SortFunc(members, func(a, b avs.Member) int { return bytes.Compare(a.Operator[:], b.Operator[:]) })
	return members
}

// planOf is a plan with a seed that follows from the set and the window.
func planOf(set *avs.OperatorSet, window uint64) avs.SchedulePlan {
	return avs.SchedulePlan{Window: window, Epoch: set.Epoch(), Seed: avs.PlanSeed(set.Hash(), avs.RollupID{}, window)}
}

// weighted is a set of the first members with the given weights.
func weighted(t testing.TB, members []avs.Member, epoch avs.Epoch, weights []uint256.Int) *avs.OperatorSet {
	t.Helper()
	with := slices.Clone(members[:len(weights)])
	for i := range with {
		with[i].Weight = weights[i]
	}
	set, err := avs.NewOperatorSet(1, epoch, with)
	require.NoError(t, err)
	return set
}

// weightKinds are the ways in which stake may be spread.
func weightKinds(rng *rand.Rand, n int) map[string][]uint256.Int {
	kinds := map[string]func(i int) uint256.Int{
		"equal": func(int) uint256.Int { return *uint256.NewInt(32) },
		"one":   func(int) uint256.Int { return *uint256.NewInt(1) },
		"small": func(int) uint256.Int { return *uint256.NewInt(1 + rng.Uint64N(5)) },
		"wide":  func(int) uint256.Int { return *uint256.NewInt(1 + rng.Uint64()>>rng.UintN(60)) },
		"whale": func(i int) uint256.Int {
			if i == n/2 {
				return *uint256.NewInt(1_000_000)
			}
			return *uint256.NewInt(1)
		},
		"largest": func(int) uint256.Int {
			w := uint256.Int{rng.Uint64(), rng.Uint64()}
			return *w.AddUint64(&w, 1)
		},
	}
	out := map[string][]uint256.Int{}
	for name, weight := range kinds {
		for i := range n {
			out[name] = append(out[name], weight(i))
		}
	}
	return out
}

// Seats are the floor or the ceiling of the share of stake, in every one of more than ten thousand windows.
func TestSeatsAreFloorOrCeilingOfShare(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	members := scheduleMembers(t, 40)
	windows := 0
	for _, n := range []int{1, 2, 3, 4, 7, 16, 40} {
		for _, spans := range []uint64{1, 7, 30, 61} {
			p := avs.SlotParams{SlotMillis: 250, SpanSlots: 1, WindowSpans: spans, Ranks: 3, StepMillis: 300}
			for kind, weights := range weightKinds(rng, n) {
				set := weighted(t, members, 1, weights)
				for range 64 {
					window := rng.Uint64() / spans >> 8
					checkSeats(t, p, set, window, fmt.Sprintf("%s weights of %d, %d spans", kind, n, spans))
					windows++
				}
			}
		}
	}
	require.Greater(t, windows, 10_000)
}

func checkSeats(t *testing.T, p avs.SlotParams, set *avs.OperatorSet, window uint64, what string) {
	t.Helper()
	schedule := avs.NewSchedule(p, set, planOf(set, window))
	seats := make([]int64, set.Len())
	for span := range p.WindowSpans {
		seats[schedule.Leader(set, (window*p.WindowSpans+span)*p.SpanSlots, 0)]++
	}
	total := set.TotalWeight()
	for i, got := range seats {
		// floor = weight*spans/total; the ceiling is one more unless it divides
		weight := set.Member(i).Weight
		floor, rest := new(big.Int).DivMod(new(big.Int).Mul(weight.ToBig(), new(big.Int).SetUint64(p.WindowSpans)), total.ToBig(), new(big.Int))
		ceiling := new(big.Int).Add(floor, big.NewInt(int64(rest.Sign())))
		if n := big.NewInt(got); n.Cmp(floor) < 0 || n.Cmp(ceiling) > 0 {
			t.Fatalf("%s: member %d has %d seats in window %d, want %v or %v", what, i, got, window, floor, ceiling)
		}
	}
}

// Over many windows each member gets its share to within a little, and leads first as often.
func TestSeatsFollowStakeInTheLongRun(t *testing.T) {
	p := avs.DefaultSlotParams(0)
	set := weighted(t, scheduleMembers(t, 4), 1, []uint256.Int{{1000}, {10}, {333}, {657}})
	const windows = 4000
	var seats, first [4]int
	for w := range uint64(windows) {
		schedule := avs.NewSchedule(p, set, planOf(set, w))
		for span := range p.WindowSpans {
			m := schedule.Leader(set, (w*p.WindowSpans+span)*p.SpanSlots, 0)
			seats[m]++
			if span == 0 {
				first[m]++
			}
		}
	}
	for i, weight := range []float64{1000, 10, 333, 657} {
		share := weight / 2000
		require.InDelta(t, share, float64(seats[i])/float64(windows*p.WindowSpans), 0.002, "member %d", i)
		require.InDelta(t, share, float64(first[i])/windows, 0.03, "member %d", i)
	}
}

// The schedule is a function of parameters, set and window alone.
func TestScheduleIsDeterministic(t *testing.T) {
	p := avs.DefaultSlotParams(0)
	members := scheduleMembers(t, 9)
	weights := weightKinds(rand.New(rand.NewPCG(3, 4)), 9)["wide"]
	a, b := weighted(t, members, 5, weights), weighted(t, members, 5, weights)
	nextEpoch := weighted(t, members, 6, weights)
	slots := p.SpanSlots * p.WindowSpans
	differs := 0
	for window := range uint64(20) {
		x, y, other := avs.NewSchedule(p, a, planOf(a, window)), avs.NewSchedule(p, b, planOf(b, window)), avs.NewSchedule(p, nextEpoch, planOf(nextEpoch, window))
		for slot := window * slots; slot < (window+1)*slots; slot++ {
			for rank := range x.Ranks() {
				require.Equal(t, x.Leader(a, slot, rank), y.Leader(b, slot, rank))
			}
			if x.Leader(a, slot, 0) != other.Leader(nextEpoch, slot, 0) {
				differs++
			}
		}
	}
	require.NotZero(t, differs, "another epoch has another schedule")
}

// A golden vector: a change of the draw would split the network between versions.
func TestScheduleVector(t *testing.T) {
	p := avs.DefaultSlotParams(0)
	set := weighted(t, scheduleMembers(t, 5), 3, []uint256.Int{{40}, {30}, {20}, {9}, {1}})
	schedule := avs.NewSchedule(p, set, planOf(set, 7))
	var got []int
	for span := range p.WindowSpans {
		got = append(got, schedule.Leader(set, (7*p.WindowSpans+span)*p.SpanSlots, 0))
	}
	require.Equal(t, scheduleVector, got)
}

func TestRanksAreDistinctMembers(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	members := scheduleMembers(t, 12)
	for _, n := range []int{1, 2, 3, 12} {
		for kind, weights := range weightKinds(rng, n) {
			set := weighted(t, members, 1, weights)
			p := avs.DefaultSlotParams(0)
			p.Ranks = 5
			for range 20 {
				window := rng.Uint64N(1 << 40)
				schedule := avs.NewSchedule(p, set, planOf(set, window))
				require.Equal(t, min(p.Ranks, uint32(n)), schedule.Ranks())
				slot := window*p.SpanSlots*p.WindowSpans + rng.Uint64N(p.SpanSlots*p.WindowSpans)
				seen := map[int]bool{}
				for rank := range schedule.Ranks() {
					m := schedule.Leader(set, slot, rank)
					require.True(t, m >= 0 && m < n && !seen[m], "%s: slot %d rank %d: member %d", kind, slot, rank, m)
					seen[m] = true
				}
				require.Equal(t, -1, schedule.Leader(set, slot, schedule.Ranks()))
				require.Equal(t, -1, schedule.Leader(set, slot, math.MaxUint32))
			}
		}
	}
}

func TestScheduleOfAnotherWindow(t *testing.T) {
	p := avs.DefaultSlotParams(0)
	set := weighted(t, scheduleMembers(t, 4), 1, weightKinds(rand.New(rand.NewPCG(7, 8)), 4)["equal"])
	schedule, slots := avs.NewSchedule(p, set, planOf(set, 3)), p.SpanSlots*p.WindowSpans
	for slot, ours := range map[uint64]bool{0: false, 3*slots - 1: false, 3 * slots: true, 4*slots - 1: true, 4 * slots: false, math.MaxUint64: false} {
		require.Equal(t, ours, schedule.Leader(set, slot, 0) >= 0, "slot %d", slot)
	}
}

// A seat is a run of consecutive slots.
func TestSpanHasOneLeader(t *testing.T) {
	p := avs.DefaultSlotParams(0)
	set := weighted(t, scheduleMembers(t, 4), 1, weightKinds(rand.New(rand.NewPCG(9, 10)), 4)["small"])
	schedule := avs.NewSchedule(p, set, planOf(set, 0))
	for slot := range p.SpanSlots * p.WindowSpans {
		for rank := range schedule.Ranks() {
			require.Equal(t, schedule.Leader(set, slot-slot%p.SpanSlots, rank), schedule.Leader(set, slot, rank))
		}
	}
}

func TestSlotArithmetic(t *testing.T) {
	p := avs.DefaultSlotParams(1_000_000)
	require.Equal(t, uint64(0), p.SlotAt(0), "before genesis")
	require.Equal(t, uint64(0), p.SlotAt(1_000_249))
	require.Equal(t, uint64(1), p.SlotAt(1_000_250))
	require.Equal(t, uint64(1_000_250), p.StartMillis(1, 0))
	require.Equal(t, uint64(1_000_850), p.StartMillis(1, 2))
	for millis := uint64(1_000_000); millis < 1_010_000; millis += 7 {
		slot := p.SlotAt(millis)
		require.True(t, p.StartMillis(slot, 0) <= millis && millis < p.StartMillis(slot+1, 0))
	}
	require.Equal(t, uint64(1), p.Window(p.SpanSlots*p.WindowSpans))
	require.Equal(t, uint64(0), p.Window(p.SpanSlots*p.WindowSpans-1))
}

func TestSlotParamsCheck(t *testing.T) {
	require.NoError(t, avs.DefaultSlotParams(0).Check())
	for name, change := range map[string]func(*avs.SlotParams){
		"no slot length":     func(p *avs.SlotParams) { p.SlotMillis = 0 },
		"no slots in a span": func(p *avs.SlotParams) { p.SpanSlots = 0 },
		"no spans":           func(p *avs.SlotParams) { p.WindowSpans = 0 },
		"no ranks":           func(p *avs.SlotParams) { p.Ranks = 0 },
		"no step":            func(p *avs.SlotParams) { p.StepMillis = 0 },
		"window too long":    func(p *avs.SlotParams) { p.WindowSpans = 1<<16 + 1 },
		"span too long":      func(p *avs.SlotParams) { p.SpanSlots = 1<<16 + 1 },
	} {
		t.Run(name, func(t *testing.T) {
			p := avs.DefaultSlotParams(0)
			change(&p)
			require.Error(t, p.Check())
		})
	}
}

func TestNextTimestamp(t *testing.T) {
	for name, c := range map[string]struct {
		parent, now, want uint64
		ready             bool
	}{
		"idle chain takes the clock":       {100, 500_999, 500, true},
		"same second is one ahead":         {500, 500_000, 501, true},
		"one ahead waits":                  {501, 500_999, 502, false},
		"one ahead, its second has come":   {501, 501_000, 502, true},
		"far ahead waits":                  {900, 500_000, 901, false},
		"the clock before its own genesis": {0, 0, 1, true},
	} {
		t.Run(name, func(t *testing.T) {
			got, ready := avs.NextTimestamp(c.parent, c.now)
			require.Equal(t, c.want, got)
			require.Equal(t, c.ready, ready)
		})
	}
}

// scheduleVector are the leaders of window 7 in TestScheduleVector.
var scheduleVector = []int{1, 1, 2, 1, 1, 0, 0, 2, 3, 1, 0, 2, 0, 0, 0, 1, 0, 2, 1, 0, 2, 1, 0, 2, 0, 3, 0, 0, 3, 1}
