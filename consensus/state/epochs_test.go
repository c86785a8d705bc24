package state_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/bls"
)

// epochs is a random history of L1 views: operators come, go and change weight; views are stale, skip epochs, or are
// signed by the wrong set or by too few. The oracle knows what is in force by the plainest rules.
type epochs struct {
	*fixture.Network
	t        *testing.T
	rng      *rand.Rand
	replicas []*state.State
	follower *avs.SetHistory // who sees nothing but the views
	number   uint64          // of the last view
	inForce  map[avs.SetID]*avs.OperatorSet
	ordering []*avs.OperatorSet // all that were ever in force
	squads   []*avs.OperatorSet
	millis   uint64
	applied  int
	outlived int // batches ordered by a set that is in force no more
}

func newEpochs(t *testing.T, seed uint64, n *fixture.Network) *epochs {
	e := &epochs{Network: n, t: t, rng: rand.New(rand.NewPCG(seed, 7)), number: n.Genesis.L1Number, inForce: map[avs.SetID]*avs.OperatorSet{}, millis: now}
	for range 3 {
		st, err := state.New(n.Genesis)
		require.NoError(t, err)
		e.replicas = append(e.replicas, st)
	}
	var err error
	e.follower, err = avs.NewSetHistory(n.Genesis.Domain, n.Genesis.L1Number, n.Genesis.Sets)
	require.NoError(t, err)
	for _, s := range n.Genesis.Sets {
		e.inForce[s.ID()] = s
	}
	e.ordering = append(e.ordering, e.inForce[avs.OrderingSet])
	e.squads = append(e.squads, e.inForce[avs.SquadSet(0)])
	return e
}

// set is a set of random operators with random weights, some far heavier than others.
func (e *epochs) set(id avs.SetID, epoch avs.Epoch) *avs.OperatorSet {
	var members []avs.Member
	for _, o := range e.Operators {
		if e.rng.IntN(4) > 0 {
			members = append(members, o.Member(1+e.rng.Uint64N(1<<uint(1+e.rng.IntN(40)))))
		}
	}
	if len(members) == 0 {
		members = []avs.Member{e.Operators[0].Member(1)}
	}
	set, err := avs.NewOperatorSet(id, epoch, members)
	require.NoError(e.t, err)
	return set
}

// view is a view signed by some members of an ordering set, mostly the one in force; enough says whether the members of
// the set in force that the bitmap names have signed and have two thirds of its weight.
func (e *epochs) view() (c *avs.CertifiedL1View, enough bool) {
	v := avs.L1View{Number: e.number + e.rng.Uint64N(4), BlockHash: common.Hash{byte(e.rng.IntN(2))}}
	for _, id := range []avs.SetID{avs.OrderingSet, avs.SquadSet(0), avs.MachSet(0), 99} {
		if e.rng.IntN(2) == 0 {
			epoch := avs.Epoch(1)
			if now := e.inForce[id]; now != nil {
				epoch = now.Epoch() + 1 + avs.Epoch(e.rng.IntN(2))
			}
			if e.rng.IntN(12) == 0 {
				epoch = max(1, epoch-1-avs.Epoch(e.rng.IntN(2)))
			}
			v.Sets = append(v.Sets, e.set(id, epoch))
		}
	}
	by := e.inForce[avs.OrderingSet]
	if e.rng.IntN(6) == 0 {
		by = e.ordering[e.rng.IntN(len(e.ordering))]
	}
	c = &avs.CertifiedL1View{View: v, Signers: avs.NewBitmap(by.Len())}
	var signatures []bls.Signature
	inForce, digest := e.inForce[avs.OrderingSet], v.Digest(e.Genesis.Domain)
	weight, same := new(big.Int), true
	for i := range by.Len() {
		if e.rng.IntN(5) == 0 && len(signatures) > 0 {
			continue
		}
		c.Signers = c.Signers.With(i)
		if same = same && i < inForce.Len() && inForce.Member(i).Operator == by.Member(i).Operator; same {
			member := inForce.Member(i)
			weight.Add(weight, member.Weight.ToBig())
		}
		signatures = append(signatures, e.ByConsensus(by.ConsensusAddress(i)).BLS.Sign(digest))
	}
	sum, err := bls.AggregateSignatures(signatures)
	require.NoError(e.t, err)
	c.Signature = sum.Bytes()
	total := inForce.TotalWeight()
	quorum := new(big.Int).Mul(weight, big.NewInt(3)).Cmp(new(big.Int).Mul(total.ToBig(), big.NewInt(2))) >= 0
	return c, quorum && same && len(c.Signers) == len(avs.NewBitmap(inForce.Len()))
}

// stands says by the plainest rules whether a view applies.
func (e *epochs) stands(v avs.L1View, enough bool) bool {
	if !enough || v.Number <= e.number {
		return false
	}
	for _, s := range v.Sets {
		if now := e.inForce[s.ID()]; now != nil && s.Epoch() <= now.Epoch() {
			return false
		}
	}
	return true
}

func (e *epochs) height(height uint64) {
	e.millis += 1000 + e.rng.Uint64N(9000)
	c, enough := e.view()
	stands := e.stands(c.View, enough)
	for k, st := range e.replicas {
		_, err := st.Apply(state.Direct, avs.Tx{L1View: c}, height, e.millis)
		require.Equal(e.t, stands, err == nil, "replica %d: %v", k, err)
	}
	if len(c.View.Sets) > 0 && c.View.Number > e.number { // others are no hand-offs
		err := e.follower.Apply(*c)
		require.Equal(e.t, stands, err == nil, "who follows hand-offs alone: %v", err)
	}
	if stands {
		e.applied++
		e.number = c.View.Number
		for _, s := range c.View.Sets {
			e.inForce[s.ID()] = s
		}
		e.ordering = append(e.ordering, e.inForce[avs.OrderingSet])
		e.squads = append(e.squads, e.inForce[avs.SquadSet(0)])
	}
	e.requireOneSetEach()
	e.order(height)
}

// requireOneSetEach checks that every replica, and who follows hand-offs, have exactly the oracle's set for each id.
func (e *epochs) requireOneSetEach() {
	for _, st := range e.replicas {
		sets := st.Sets()
		require.Len(e.t, sets, len(e.inForce))
		for i, s := range sets {
			require.True(e.t, i == 0 || sets[i-1].ID() < s.ID(), "each id once")
			require.Equal(e.t, e.inForce[s.ID()].Hash(), s.Hash())
		}
		require.Equal(e.t, e.replicas[0].Encode(), st.Encode())
	}
	followed := e.follower.Sets()
	require.Len(e.t, followed, len(e.inForce))
	for id, s := range e.inForce {
		require.Equal(e.t, s.Hash(), followed[id].Hash())
	}
}

// order lets the leader of a set order a batch. Only the set of the slot's plan can, which may be in force no more; the batch
// gets the MACH epoch in force.
func (e *epochs) order(height uint64) {
	r := e.Genesis.Rollups[0]
	tip, _ := e.replicas[0].Tip(r.ID)
	slot := r.Slots.SlotAt(e.millis) - 1
	plan, ok := e.replicas[0].At(e.millis).Plan(r.ID, r.Slots.Window(slot))
	require.True(e.t, ok)
	i := slices.IndexFunc(e.squads, func(s *avs.OperatorSet) bool { return s.Epoch() == plan.Epoch })
	if e.rng.IntN(3) == 0 {
		i = e.rng.IntN(len(e.squads))
	}
	squad := e.squads[i]
	h := e.Header(r, squad, tip, slot, 0, "")
	tx := e.Sign(h, e.Leader(r, squad, plan, slot, 0), squad)
	for k, st := range e.replicas {
		effects, err := st.Apply(state.Direct, tx, height, e.millis)
		if squad.Epoch() != plan.Epoch {
			require.ErrorIs(e.t, err, state.ErrVoid, "replica %d: a set that has no plan orders nothing", k)
			continue
		}
		require.NoError(e.t, err)
		require.Equal(e.t, e.inForce[avs.MachSet(0)].Epoch(), effects.Batch.MachEpoch)
		if squad.Epoch() != e.inForce[avs.SquadSet(0)].Epoch() {
			e.outlived++
		}
	}
}

// At every height exactly one set of each id is current, the same at all replicas and for whoever follows the hand-offs.
func TestOneSetAtEveryHeight(t *testing.T) {
	n, applied, outlived := fixture.New(7, 1, now), 0, 0
	for seed := range uint64(5) {
		e := newEpochs(t, seed, n)
		for height := range uint64(40) {
			e.height(height + 1)
		}
		applied, outlived = applied+e.applied, outlived+e.outlived
	}
	t.Logf("%d views applied, %d batches of sets that were over", applied, outlived)
	require.Greater(t, applied, 30)
	require.Positive(t, outlived)
}
