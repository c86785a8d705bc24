package state_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
)

// history is a random run of the network: leaders that are late, silent, wrong or that equivocate, a network that loses,
// repeats and reorders, and operators that follow the blocks.
type history struct {
	*fixture.Network
	t        *testing.T
	rng      *rand.Rand
	millis   uint64
	height   uint64
	view     uint64
	replicas []*state.State
	pool     []avs.Tx                   // all that was ever sent
	tips     map[avs.RollupID][]avs.Tip // all that anybody built on
	log      map[avs.RollupID][]avs.OrderedBatch
}

func newHistory(t *testing.T, seed uint64, n *fixture.Network) *history {
	h := &history{
		Network: n, t: t, rng: rand.New(rand.NewPCG(seed, 1)), millis: now, view: 10,
		tips: map[avs.RollupID][]avs.Tip{}, log: map[avs.RollupID][]avs.OrderedBatch{},
	}
	for range 3 {
		st, err := state.New(n.Genesis)
		require.NoError(t, err)
		h.replicas = append(h.replicas, st)
	}
	for _, r := range n.Genesis.Rollups {
		tip, _ := h.replicas[0].Tip(r.ID)
		h.tips[r.ID] = []avs.Tip{tip}
	}
	return h
}

// send adds a transaction of a random leader, honest or not.
func (h *history) send() {
	st := h.replicas[0]
	if h.rng.IntN(12) == 0 {
		h.sendView(st)
		return
	}
	r := h.Genesis.Rollups[h.rng.IntN(len(h.Genesis.Rollups))]
	squad := st.Set(avs.SquadSet(r.Index))
	tips := h.tips[r.ID]
	tip := tips[max(0, len(tips)-1-h.rng.IntN(3))] // mostly the newest that was built
	if h.rng.IntN(2) == 0 {
		tip, _ = st.Tip(r.ID)
	}
	slot := tip.Slot + 1 + uint64(h.rng.IntN(6))
	if current := r.Slots.SlotAt(h.millis); slot < current && h.rng.IntN(4) > 0 {
		slot = current + uint64(h.rng.IntN(5))
	}
	rank := uint32(0)
	if h.rng.IntN(4) == 0 {
		rank = uint32(h.rng.IntN(3))
	}
	header := h.Header(r, squad, tip, slot, rank, fmt.Sprint(h.rng.IntN(2))) // two salts: equivocation
	plan, ok := st.At(h.millis).Plan(r.ID, r.Slots.Window(slot))
	if !ok {
		return
	}
	if set := st.PlanSet(r.ID, plan); set != nil {
		squad = set
	}
	header.Epoch = plan.Epoch
	leader := h.Leader(r, squad, plan, slot, rank)
	h.spoil(&header)
	h.pool = append(h.pool, h.Sign(header, leader, squad))
	h.tips[r.ID] = append(tips, avs.Tip{Slot: header.Slot, Number: header.Number, Hash: header.BlockHash, Timestamp: header.Timestamp})
}

func (h *history) spoil(header *avs.BatchHeader) {
	switch h.rng.IntN(25) {
	case 0:
		header.Number++
	case 1:
		header.ParentHash = common.Hash{1}
	case 2:
		header.Timestamp += uint64(h.rng.IntN(5))
	case 3:
		header.Epoch += avs.Epoch(h.rng.IntN(2))
	case 4:
		header.Slot += 30
	case 5:
		header.BodySize = 0
	}
}

func (h *history) sendView(st *state.State) {
	h.view += uint64(h.rng.IntN(2))
	var sets []*avs.OperatorSet
	for _, set := range st.Sets() {
		if h.rng.IntN(4) == 0 {
			first := h.rng.IntN(2)
			sets = append(sets, h.Set(set.ID(), set.Epoch()+avs.Epoch(h.rng.IntN(3)), h.Operators[first:]))
		}
	}
	h.pool = append(h.pool, h.View(h.view, st.Ordering(), h.rng.IntN(3), sets...))
}

// block lets a random proposer order what reached it, and all replicas follow.
func (h *history) block() {
	h.height++
	h.millis += uint64(h.rng.IntN(900))
	var txs []avs.Tx
	for range h.rng.IntN(8) {
		if len(h.pool) > 0 {
			txs = append(txs, h.pool[max(0, len(h.pool)-1-h.rng.IntN(12))]) // lost, repeated, reordered
		}
	}
	var first []string
	for k, st := range h.replicas {
		var results []string
		for _, tx := range txs {
			before := st.Hash()
			require.Equal(h.t, classify(st.Check(state.Direct, tx, h.millis)), classify(st.Clone().Check(state.Direct, tx, h.millis)))
			effects, err := st.Apply(state.Direct, tx, h.height, h.millis)
			results = append(results, classify(err))
			require.Equal(h.t, err != nil, before == st.Hash(), "the hash changes exactly when something applies")
			if k == 0 && effects.Batch != nil {
				h.record(*effects.Batch)
			}
		}
		if k == 0 {
			first = results
		}
		require.Equal(h.t, first, results, "replica %d", k)
		require.Equal(h.t, h.replicas[0].Encode(), st.Encode(), "replica %d", k)
	}
	// One replica restarts: what it reads back is what it had.
	i := 1 + h.rng.IntN(len(h.replicas)-1)
	back, err := state.Decode(h.replicas[i].Encode(), lookupIn(append(h.replicas[i].Sets(), h.replicas[i].Earlier()...)))
	require.NoError(h.t, err)
	h.replicas[i] = back
}

func classify(err error) string {
	switch {
	case err == nil:
		return "applied"
	case errorIs(err, state.ErrVoid):
		return "void"
	case errorIs(err, state.ErrTooEarly):
		return "early"
	case errorIs(err, state.ErrGap):
		return "gap"
	}
	return "unclassified: " + err.Error()
}

// record checks the invariants of a rollup's log as it grows.
func (h *history) record(o avs.OrderedBatch) {
	header := o.Header.Header
	log := h.log[header.Rollup]
	h.log[header.Rollup] = append(log, o)
	if len(log) == 0 {
		require.Equal(h.t, uint64(1), header.Number)
		return
	}
	last := log[len(log)-1].Header.Header
	require.Equal(h.t, last.Number+1, header.Number, "no gap")
	require.Equal(h.t, last.BlockHash, header.ParentHash, "parent-linked")
	require.Greater(h.t, header.Slot, last.Slot, "one digest a slot, slots rise")
	require.Greater(h.t, header.Timestamp, last.Timestamp)
	require.LessOrEqual(h.t, header.Timestamp, o.TimeMillis/1000+avs.MaxTimestampLead)
}

func TestRandomHistories(t *testing.T) {
	n := fixture.New(4, 2, now)
	ordered, kinds := 0, map[string]int{}
	for seed := range uint64(10) {
		h := newHistory(t, seed, n)
		for range 25 {
			for range h.rng.IntN(4) {
				h.send()
			}
			for _, tx := range h.pool[max(0, len(h.pool)-3):] {
				kinds[classify(h.replicas[0].Check(state.Direct, tx, h.millis))]++
			}
			h.block()
		}
		for _, log := range h.log {
			ordered += len(log)
		}
	}
	t.Logf("%d batches ordered, checks %v", ordered, kinds)
	require.Greater(t, ordered, 50, "the histories order something")
	for _, kind := range []string{"applied", "void", "early", "gap"} {
		require.Positive(t, kinds[kind], kind)
	}
}
