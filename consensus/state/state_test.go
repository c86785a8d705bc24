package state_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
)

func errorIs(err, target error) bool { return errors.Is(err, target) }

func lookupIn(sets []*avs.OperatorSet) func(avs.SetID, avs.Epoch) (*avs.OperatorSet, error) {
	return func(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, error) {
		for _, s := range sets {
			if s.ID() == id && s.Epoch() == epoch {
				return s, nil
			}
		}
		return nil, fmt.Errorf("set %d epoch %d is not stored", id, epoch)
	}
}

func TestEncodingRoundTrip(t *testing.T) {
	b := newBed(t)
	b.apply(b.batch(b.nowSlot))
	data := b.st.Encode()
	back, err := state.Decode(data, lookupIn(b.st.Sets()))
	require.NoError(t, err)
	require.Equal(t, data, back.Encode())
	require.Equal(t, b.st.Hash(), back.Hash())
	require.Equal(t, b.st.Rollups(), back.Rollups())

	_, err = state.Decode(data, lookupIn(b.st.Sets()[1:]))
	require.ErrorContains(t, err, "not stored")
	other := append([]*avs.OperatorSet{b.Set(0, 1, b.Operators[:3])}, b.st.Sets()[1:]...)
	_, err = state.Decode(data, lookupIn(other))
	require.ErrorIs(t, err, state.ErrStateEncoding)
	_, err = state.Decode(data[:len(data)-1], lookupIn(b.st.Sets()))
	require.ErrorIs(t, err, state.ErrStateEncoding)
}

func TestGenesis(t *testing.T) {
	n := fixture.New(4, 2, now)
	data := n.Genesis.Encode()
	back, err := state.DecodeGenesis(data)
	require.NoError(t, err)
	require.Equal(t, n.Genesis.Hash(), back.Hash())
	_, err = state.DecodeGenesis(data[1:])
	require.ErrorIs(t, err, state.ErrGenesisEncoding)

	for name, c := range map[string]struct {
		change func(g *state.Genesis)
		want   error
	}{
		"no chain id":       {func(g *state.Genesis) { g.ChainID = "" }, nil},
		"no time":           {func(g *state.Genesis) { g.TimeMillis = 0 }, nil},
		"no ordering set":   {func(g *state.Genesis) { g.Sets = g.Sets[1:] }, state.ErrNoOrdering},
		"sets out of order": {func(g *state.Genesis) { g.Sets[1], g.Sets[2] = g.Sets[2], g.Sets[1] }, state.ErrGenesisOrder},
		"rollup twice":      {func(g *state.Genesis) { g.Rollups[1] = g.Rollups[0] }, state.ErrGenesisOrder},
		"index twice":       {func(g *state.Genesis) { g.Rollups[1].Index = g.Rollups[0].Index }, state.ErrRepeatedIndex},
		"no slots":          {func(g *state.Genesis) { g.Rollups[0].Slots.SlotMillis = 0 }, nil},
		"consensus key twice": {func(g *state.Genesis) {
			twin := n.Operators[0]
			twin.ID[0] ^= 0xff
			g.Sets[0] = n.Set(0, 1, append([]fixture.Operator{twin}, n.Operators...))
		}, state.ErrRepeatedKey},
	} {
		t.Run(name, func(t *testing.T) {
			g := fixture.New(4, 2, now).Genesis
			c.change(&g)
			_, err := state.New(g)
			require.Error(t, err)
			if c.want != nil {
				require.ErrorIs(t, err, c.want)
			}
			_, err = state.DecodeGenesis(g.Encode())
			require.Error(t, err)
		})
	}
}

func TestValidatorUpdates(t *testing.T) {
	n := fixture.New(5, 0, now)
	weigh := func(weights map[int]uint64) *avs.OperatorSet {
		var members []avs.Member
		for i, o := range n.Operators {
			if w := weights[i]; w > 0 {
				members = append(members, o.Member(w))
			}
		}
		set, err := avs.NewOperatorSet(0, 1, members)
		require.NoError(t, err)
		return set
	}
	for name, c := range map[string]struct{ from, to map[int]uint64 }{
		"nothing":    {map[int]uint64{0: 1, 1: 1}, map[int]uint64{0: 1, 1: 1}},
		"same share": {map[int]uint64{0: 1, 1: 1}, map[int]uint64{0: 5, 1: 5}},
		"one joins":  {map[int]uint64{0: 1, 1: 1}, map[int]uint64{0: 1, 1: 1, 4: 1}},
		"one leaves": {map[int]uint64{0: 1, 1: 1, 2: 1}, map[int]uint64{0: 1, 2: 1}},
		"all change": {map[int]uint64{0: 1, 1: 1}, map[int]uint64{2: 3, 3: 1, 4: 9}},
	} {
		t.Run(name, func(t *testing.T) {
			from, to := weigh(c.from), weigh(c.to)
			powers := map[[33]byte]int64{}
			for _, v := range state.Validators(from) {
				powers[v.Key] = v.Power
			}
			for _, u := range state.ValidatorUpdates(from, to) {
				require.NotEqual(t, powers[u.Key], u.Power, "an update changes something")
				powers[u.Key] = u.Power
				if u.Power == 0 {
					delete(powers, u.Key)
				}
			}
			want := map[[33]byte]int64{}
			for _, v := range state.Validators(to) {
				want[v.Key] = v.Power
			}
			require.Equal(t, want, powers)
		})
	}
}

func FuzzDecode(f *testing.F) {
	n := fixture.New(2, 1, now)
	st, err := state.New(n.Genesis)
	require.NoError(f, err)
	f.Add(st.Encode())
	f.Add(st.At(now + 600_000).Encode())
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, data []byte) {
		back, err := state.Decode(data, lookupIn(n.Genesis.Sets))
		if err != nil {
			return
		}
		require.Equal(t, data, back.Encode(), "one canonical encoding")
	})
}

func FuzzDecodeGenesis(f *testing.F) {
	f.Add(fixture.New(2, 1, now).Genesis.Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := state.DecodeGenesis(data)
		if err != nil {
			return
		}
		require.Equal(t, data, g.Encode(), "one canonical encoding")
		_, err = state.New(g)
		require.NoError(t, err)
	})
}

// FuzzTransaction feeds bytes of strangers through decoding and all rules.
func FuzzTransaction(f *testing.F) {
	n := fixture.New(2, 1, now)
	st, err := state.New(n.Genesis)
	require.NoError(f, err)
	r := n.Genesis.Rollups[0]
	tip, _ := st.Tip(r.ID)
	tx, _ := n.Batch(r, st.Set(avs.SquadSet(0)), n.Plan(r, r.Slots.SlotAt(now)), tip, r.Slots.SlotAt(now), 0, "")
	f.Add(tx.Encode(), uint64(now))
	f.Add(n.View(11, st.Ordering(), 0, n.Set(0, 2, n.Operators)).Encode(), uint64(now))
	f.Add(n.ViewWith(11, st.Ordering(), 0, avs.L1Inputs{
		Rollups: []avs.Rollup{comer(7)}, Stopped: []avs.RollupID{r.ID}, Inboxes: []avs.InboxHead{{Rollup: r.ID, Count: 1}},
	}).Encode(), uint64(now))
	f.Add(n.Reveal(0, st.Ordering(), n.Operators[0]).Encode(), uint64(now+70_000))
	f.Add(n.List(r, 1, r.Slots.SlotAt(now), n.Operators[0], common.Hash{1}).Encode(), uint64(now))
	f.Add(n.Unjail(r, 0, n.Operators[0]).Encode(), uint64(now+70_000))
	f.Fuzz(func(t *testing.T, data []byte, millis uint64) {
		tx, err := avs.DecodeTx(data)
		if err != nil {
			return
		}
		require.Equal(t, data, tx.Encode(), "one canonical encoding")
		before, work := st.Hash(), st.Clone()
		_, err = work.Apply(state.Direct, tx, 1, millis)
		require.Equal(t, before, st.Hash())
		if err != nil {
			require.NotEqual(t, errors.Is(err, state.ErrVoid), errors.Is(err, state.ErrNotYet))
			require.Equal(t, before, work.Hash())
			return
		}
		require.NotEqual(t, before, work.Hash())
	})
}
