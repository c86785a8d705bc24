package node

import (
	"errors"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/bls"
)

// fakeL1 is an L1 of which everything is known with its block.
type fakeL1 struct {
	sets     map[avs.SetID]map[uint64]*avs.OperatorSet
	rollups  map[uint64]avs.Rollup
	stopped  map[uint64]avs.RollupID
	messages map[avs.RollupID][]uint64 // block of each
}

func (f fakeL1) SetsAt(block uint64, of []avs.SetID) (sets []*avs.OperatorSet) {
	for id := range avs.SetID(40) {
		var newest *avs.OperatorSet
		for at, set := range f.sets[id] {
			if at <= block && (newest == nil || newest.Epoch() < set.Epoch()) {
				newest = set
			}
		}
		for _, want := range of {
			if want == id && newest != nil {
				sets = append(sets, newest)
			}
		}
	}
	return sets
}

func (f fakeL1) RollupsAt(block uint64) (list []avs.Rollup) {
	for at, r := range f.rollups {
		if at <= block {
			list = append(list, r)
		}
	}
	return list
}

func (f fakeL1) StoppedAt(block uint64) (list []avs.RollupID) {
	for at, id := range f.stopped {
		if at <= block {
			list = append(list, id)
		}
	}
	return list
}

func (f fakeL1) InboxesAt(block uint64) (list []avs.InboxHead) {
	for id, blocks := range f.messages {
		head := avs.InboxHead{Rollup: id}
		for _, at := range blocks {
			if at <= block {
				head.Count++
			}
		}
		list = append(list, head)
	}
	return list
}

// fakeConsensus is what consensus knows.
type fakeConsensus struct {
	sets    map[avs.SetID]*avs.OperatorSet
	rollups []avs.Rollup
	inboxes map[avs.RollupID]uint64
	inputs  avs.SequencingInputs // of every rollup, but for the inbox
}

var errUnknown = errors.New("not known")

func (f fakeConsensus) Current(id avs.SetID) (*avs.OperatorSet, error) {
	if set := f.sets[id]; set != nil {
		return set, nil
	}
	return nil, errUnknown
}

func (f fakeConsensus) Rollups() []avs.Rollup { return f.rollups }

func (f fakeConsensus) Tip(id avs.RollupID) (avs.Tip, error) {
	for _, r := range f.rollups {
		if r.ID == id {
			return avs.Tip{}, nil
		}
	}
	return avs.Tip{}, errUnknown
}

func (f fakeConsensus) Inputs(id avs.RollupID) (avs.SequencingInputs, error) {
	in := f.inputs
	in.Inbox.Count = f.inboxes[id]
	return in, nil
}

// setOf is a set of the first operators of a test, with equal weights.
func setOf(t *testing.T, id avs.SetID, epoch avs.Epoch, operators int) *avs.OperatorSet {
	t.Helper()
	members := make([]avs.Member, operators)
	for i := range members {
		seed := crypto.Keccak256([]byte(fmt.Sprint("views test ", i)))
		consensus, err := crypto.ToECDSA(seed)
		require.NoError(t, err)
		seed[0] = 1 // below the order of the group
		key, err := bls.SecretKeyFromBytes(seed)
		require.NoError(t, err)
		members[i] = avs.Member{Operator: common.Address{byte(i + 1)}, BLSKey: key.PublicKey().Bytes(), Weight: *uint256.NewInt(100)}
		copy(members[i].ConsensusKey[:], crypto.CompressPubkey(&consensus.PublicKey))
	}
	set, err := avs.NewOperatorSet(id, epoch, members)
	require.NoError(t, err)
	return set
}

func sequencedRollup(index uint32) avs.Rollup {
	return avs.Rollup{ID: avs.RollupID{byte(index + 1)}, Name: fmt.Sprint("r", index), Index: index, Slots: avs.DefaultSlotParams(0),
		GasLimit: 30_000_000, MaxBodySize: avs.MaxBodySize, ForceMillis: 1000}
}

// Views are of multiples of ten; consensus has one of block 100.
func TestViewsAreDue(t *testing.T) {
	first, second := sequencedRollup(0), sequencedRollup(1)
	genesis := map[avs.SetID]*avs.OperatorSet{}
	for _, id := range []avs.SetID{avs.OrderingSet, avs.SquadSet(0), avs.MachSet(0)} {
		genesis[id] = setOf(t, id, 1, 4)
	}
	on := func(block uint64, sets ...*avs.OperatorSet) map[avs.SetID]map[uint64]*avs.OperatorSet {
		all := map[avs.SetID]map[uint64]*avs.OperatorSet{}
		for id, set := range genesis {
			all[id] = map[uint64]*avs.OperatorSet{1: set}
		}
		for _, set := range sets {
			if all[set.ID()] == nil {
				all[set.ID()] = map[uint64]*avs.OperatorSet{}
			}
			all[set.ID()][block] = set
		}
		return all
	}
	squad, mach := setOf(t, avs.SquadSet(1), 1, 2), setOf(t, avs.MachSet(1), 1, 4)
	bad := second
	bad.GasLimit = 1
	comes := map[uint64]avs.Rollup{104: second}
	for name, c := range map[string]struct {
		l1        fakeL1
		finalized uint64
		number    uint64 // 0 for none
		sets      int
		inputs    avs.L1Inputs
	}{
		"nothing new":                    {fakeL1{sets: on(1)}, 129, 0, 0, avs.L1Inputs{}},
		"last one three intervals old":   {fakeL1{sets: on(1)}, 130, 130, 0, avs.L1Inputs{}},
		"set moved":                      {fakeL1{sets: on(105, setOf(t, avs.MachSet(0), 2, 4))}, 119, 110, 1, avs.L1Inputs{}},
		"set moved, not finalised":       {fakeL1{sets: on(105, setOf(t, avs.MachSet(0), 2, 4))}, 109, 0, 0, avs.L1Inputs{}},
		"set moved after the multiple":   {fakeL1{sets: on(111, setOf(t, avs.MachSet(0), 2, 4))}, 121, 120, 1, avs.L1Inputs{}},
		"no quorum for three intervals":  {fakeL1{sets: on(105, setOf(t, avs.MachSet(0), 2, 4))}, 141, 140, 1, avs.L1Inputs{}},
		"inbox grew":                     {fakeL1{sets: on(1), messages: map[avs.RollupID][]uint64{first.ID: {99, 108}}}, 112, 110, 0, avs.L1Inputs{Inboxes: []avs.InboxHead{{Rollup: first.ID, Count: 2}}}},
		"inbox known":                    {fakeL1{sets: on(1), messages: map[avs.RollupID][]uint64{first.ID: {99}}}, 112, 0, 0, avs.L1Inputs{}},
		"inbox of an unknown rollup":     {fakeL1{sets: on(1), messages: map[avs.RollupID][]uint64{second.ID: {99}}}, 112, 0, 0, avs.L1Inputs{}},
		"rollup stops":                   {fakeL1{sets: on(1), stopped: map[uint64]avs.RollupID{107: first.ID}}, 112, 110, 0, avs.L1Inputs{Stopped: []avs.RollupID{first.ID}}},
		"rollup stops with messages":     {fakeL1{sets: on(1), stopped: map[uint64]avs.RollupID{107: first.ID}, messages: map[avs.RollupID][]uint64{first.ID: {99, 106}}}, 112, 110, 0, avs.L1Inputs{Stopped: []avs.RollupID{first.ID}, Inboxes: []avs.InboxHead{{Rollup: first.ID, Count: 2}}}},
		"unknown rollup stops":           {fakeL1{sets: on(1), stopped: map[uint64]avs.RollupID{107: second.ID}}, 112, 0, 0, avs.L1Inputs{}},
		"rollup comes with its sets":     {fakeL1{sets: on(106, squad, mach), rollups: comes}, 112, 110, 2, avs.L1Inputs{Rollups: []avs.Rollup{second}}},
		"rollup waits for a set":         {fakeL1{sets: on(106, squad), rollups: comes}, 112, 0, 0, avs.L1Inputs{}},
		"rollup that too few serve":      {fakeL1{sets: on(106, setOf(t, avs.SquadSet(1), 1, 1), mach), rollups: comes}, 112, 0, 0, avs.L1Inputs{}},
		"rollup that cannot be served":   {fakeL1{sets: on(106, squad, mach), rollups: map[uint64]avs.Rollup{104: bad}}, 112, 0, 0, avs.L1Inputs{}},
		"rollup comes and goes":          {fakeL1{sets: on(106, squad, mach), rollups: comes, stopped: map[uint64]avs.RollupID{107: second.ID}}, 112, 0, 0, avs.L1Inputs{}},
		"rollup comes with its messages": {fakeL1{sets: on(106, squad, mach), rollups: comes, messages: map[avs.RollupID][]uint64{second.ID: {105}}}, 112, 110, 2, avs.L1Inputs{Rollups: []avs.Rollup{second}, Inboxes: []avs.InboxHead{{Rollup: second.ID, Count: 1}}}},
	} {
		t.Run(name, func(t *testing.T) {
			r := reading{l1: c.l1, interval: 10, sets: []avs.SetID{avs.OrderingSet, avs.SquadSet(0), avs.MachSet(0), avs.VitalSet(0)},
				known: fakeConsensus{genesis, []avs.Rollup{first}, map[avs.RollupID]uint64{first.ID: 1}, avs.SequencingInputs{}}}
			number, found := r.due(100, c.finalized)
			require.Equal(t, c.number > 0, found)
			if !found {
				return
			}
			require.Equal(t, c.number, number)
			header := &types.Header{MixDigest: common.Hash{7}}
			v := r.view(number, header)
			c.inputs.Randao = header.MixDigest
			require.Equal(t, header.Hash(), v.BlockHash)
			require.Len(t, v.Sets, c.sets)
			require.Equal(t, c.inputs, v.Inputs)
		})
	}
}

// What consensus knows to be stopping, or by the time that passed stopped, is no news again: such a view would be void.
func TestStopIsToldOnce(t *testing.T) {
	first := avs.Rollup{ID: avs.RollupID{1}}
	on := fakeL1{stopped: map[uint64]avs.RollupID{107: first.ID}, messages: map[avs.RollupID][]uint64{first.ID: {99}}}
	for name, known := range map[string]fakeConsensus{
		"stopping": {nil, []avs.Rollup{first}, map[avs.RollupID]uint64{first.ID: 1}, avs.SequencingInputs{Stopping: true}},
		"stopped":  {nil, []avs.Rollup{first}, nil, avs.SequencingInputs{Stopped: true}},
	} {
		t.Run(name, func(t *testing.T) {
			_, found := reading{l1: on, known: known, interval: 10}.due(100, 112)
			require.False(t, found)
		})
	}
}

// Reveals are spread over the first half of a round, none at its very beginning.
func TestRevealIsDue(t *testing.T) {
	b := state.Beacon{Round: 5, Start: 300_000, Millis: 60_000}
	self := avs.OperatorID{1}
	require.False(t, revealDue(b, self, 0, 4, 301_999))
	require.True(t, revealDue(b, self, 0, 4, 302_000))
	require.False(t, revealDue(b, self, 3, 4, 322_999))
	require.True(t, revealDue(b, self, 3, 4, 323_000))
	require.True(t, revealDue(b, self, 255, 256, 330_000))
	b.Revealed = []avs.OperatorID{{9}, self}
	require.False(t, revealDue(b, self, 0, 4, 359_000))
	require.True(t, revealDue(state.Beacon{Millis: 800}, self, 0, 1, 100), "in short rounds at once")
}
