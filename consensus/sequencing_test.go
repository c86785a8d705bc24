package consensus

import (
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// ordered decides and commits a block of transactions that all apply.
func (b *appBed) ordered(txs ...avs.Tx) {
	b.t.Helper()
	var data [][]byte
	for _, tx := range txs {
		data = append(data, tx.Encode())
	}
	for i, res := range b.finalize(data...).TxResults {
		require.Equal(b.t, codeOK, res.Code, "transaction %d", i)
	}
	b.commit()
}

// What sequencing may say once has one place in the mempool, however it is written.
func TestPlacesOfSequencing(t *testing.T) {
	b := newAppBed(t)
	slot := b.slot()
	list := b.List(b.rollup, 1, slot, b.Operators[0], common.Hash{1})
	rival := b.List(b.rollup, 1, slot, b.Operators[0], common.Hash{2})
	require.Equal(t, codeOK, b.checkCode(list.Encode(), false))
	require.Equal(t, codeOK, b.checkCode(list.Encode(), true))
	require.Equal(t, codeAnother, b.checkCode(rival.Encode(), false))
	require.Equal(t, codeOK, b.checkCode(b.List(b.rollup, 1, slot, b.Operators[1], common.Hash{2}).Encode(), false), "another member")
	require.Equal(t, codeOK, b.checkCode(b.List(b.Genesis.Rollups[1], 1, slot, b.Operators[0], common.Hash{2}).Encode(), false), "another rollup")

	ordering := b.last().State.Ordering()
	require.Equal(t, codeOK, b.checkCode(b.Reveal(0, ordering, b.Operators[0]).Encode(), false))
	require.Equal(t, codeOK, b.checkCode(b.Reveal(0, ordering, b.Operators[1]).Encode(), false))
	require.Equal(t, codeEarly, b.checkCode(b.Reveal(1, ordering, b.Operators[0]).Encode(), false))
	b.clock.Advance(avs.BeaconMillis*time.Millisecond - horizonMillis*time.Millisecond)
	require.Equal(t, codeOK, b.checkCode(b.Reveal(1, ordering, b.Operators[0]).Encode(), false), "block time stays: the clock counts too")
	require.Equal(t, codeOK, b.checkCode(b.Reveal(0, ordering, b.Operators[2]).Encode(), false), "and does not end the round")
	require.Equal(t, codeEarly, b.checkCode(b.Unjail(b.rollup, 5, b.Operators[0]).Encode(), false))
	require.Equal(t, codeVoid, b.checkCode(b.Reveal(0, ordering, b.Operators[3]).Encode()[:50], false))
}

// A block has views first and batches last, whatever order they came in; all operators accept it.
func TestOrderOfKinds(t *testing.T) {
	b := newAppBed(t)
	ordering := b.last().State.Ordering()
	view := b.View(11, ordering, 0)
	first, second := b.Reveal(0, ordering, b.Operators[0]), b.Reveal(0, ordering, b.Operators[1])
	list := b.List(b.rollup, 1, b.slot(), b.Operators[0], common.Hash{1})
	batch, _ := b.Batch(b.rollup, b.squad, b.tip(), b.slot(), 0, "")
	want := [][]byte{view.Encode(), first.Encode(), second.Encode(), list.Encode(), batch.Encode()}
	mixed := slices.Clone(want)
	slices.Reverse(mixed)
	require.Equal(t, want, b.prepare(mixed...))
	require.True(t, b.process(want...))
	require.False(t, b.process(append([][]byte{first.Encode()}, want[0])...), "a view stands first")
	require.False(t, b.process(first.Encode(), first.Encode()))
}

// Readers see what consensus has fixed, with the contents that are kept beside the state, after a restart too.
func TestSequencing(t *testing.T) {
	b := newAppBed(t)
	ordering := b.last().State.Ordering()
	changed := b.changes()
	b.ordered(b.Reveal(0, ordering, b.Operators[0]))
	requireClosed(t, changed)
	require.Equal(t, []avs.OperatorID{b.Operators[0].ID}, b.node().Beacon().Revealed)

	in := avs.L1Inputs{Randao: common.Hash{1}, Inboxes: []avs.InboxHead{{Rollup: b.rollup.ID, Count: 2, Hash: common.Hash{2}}}}
	set := b.Set(avs.MachSet(b.rollup.Index), 2, b.Operators[:3])
	b.ordered(b.ViewWith(11, ordering, 0, avs.L1Inputs{Randao: common.Hash{3}}))
	b.ordered(b.ViewWith(12, ordering, 0, in, set))
	list := b.List(b.rollup, 1, b.slot(), b.Operators[0], common.Hash{1})
	b.ordered(list)
	b.reopen()

	n := b.node()
	got, err := n.Inputs(b.rollup.ID)
	require.NoError(t, err)
	since := uint64(b.clock.Now().UnixMilli())
	require.Equal(t, []avs.OrderedList{{List: *list.Inclusion, Member: uint16(b.squad.Index(b.Operators[0].ID)), SinceMillis: since}}, got.Lists)
	require.Equal(t, in.Inboxes[0], got.Inbox)
	require.Equal(t, []avs.InboxDue{{Count: 2, Millis: since + b.rollup.ForceMillis}}, got.Due)
	require.Equal(t, uint64(12), got.L1Number)
	for number, want := range map[uint64]bool{9: false, 10: true, 11: true, 12: true, 13: false} {
		hash, found, err := n.ViewHash(number)
		require.NoError(t, err)
		require.Equal(t, want, found, "view %d", number)
		if number == 12 {
			require.Equal(t, got.L1Hash, hash)
		}
	}
	handOffs, err := n.HandOffsFrom(0, 10)
	require.NoError(t, err)
	require.Len(t, handOffs, 1, "a view without sets is no hand-off")
	require.NoError(t, handOffs[0].Verify(b.Genesis.Domain, ordering), "its inputs are kept")

	// The next list of the member takes the place of the older.
	b.clock.Advance(3 * time.Second)
	next := b.List(b.rollup, 1, b.slot(), b.Operators[0], common.Hash{2})
	b.ordered(next)
	got, err = b.node().Inputs(b.rollup.ID)
	require.NoError(t, err)
	require.Len(t, got.Lists, 1)
	require.Equal(t, *next.Inclusion, got.Lists[0].List)
	kept := 0
	require.NoError(t, b.space.Iterate(prefixList, nil, func(_, _ []byte) error { kept++; return nil }))
	require.Equal(t, 1, kept)

	// Nothing is ordered: readers still know who leads, and what is over.
	n = b.node()
	b.clock.Advance(10 * time.Minute)
	window := b.rollup.Slots.Window(b.slot())
	plan, ok := n.Plan(b.rollup.ID, window)
	require.True(t, ok)
	require.Equal(t, avs.Epoch(1), plan.Epoch)
	_, ok = n.Plan(b.rollup.ID, window+2)
	require.False(t, ok)
	got, err = n.Inputs(b.rollup.ID)
	require.NoError(t, err)
	require.Empty(t, got.Lists)
	members, err := n.Liveness(b.rollup.ID)
	require.NoError(t, err)
	require.Len(t, members, 4)
	_, err = n.Liveness(avs.RollupID{})
	require.Error(t, err)
	_, err = n.Inputs(avs.RollupID{})
	require.Error(t, err)
}

// A rollup that a view brings is sequenced at once, and one that it stops no more.
func TestRollupsByViews(t *testing.T) {
	b := newAppBed(t)
	ordering, r := b.last().State.Ordering(), b.Genesis.Rollups[1]
	b.ordered(b.ViewWith(11, ordering, 0, avs.L1Inputs{Stopped: []avs.RollupID{r.ID}}))
	require.Len(t, b.node().Rollups(), 1)
	in, err := b.node().Inputs(r.ID)
	require.NoError(t, err)
	require.True(t, in.Stopped)

	coming := b.rollup
	coming.ID[0], coming.Index, coming.Name = 0xfe, 7, "comer"
	sets := []*avs.OperatorSet{b.Set(avs.SquadSet(7), 1, b.Operators), b.Set(avs.MachSet(7), 1, b.Operators)}
	b.ordered(b.ViewWith(12, ordering, 0, avs.L1Inputs{Rollups: []avs.Rollup{coming}}, sets...))
	b.reopen()
	require.Len(t, b.node().Rollups(), 2)
	tip, err := b.node().Tip(coming.ID)
	require.NoError(t, err)
	batch, _ := b.Batch(coming, sets[0], tip, b.slot(), 0, "")
	b.ordered(batch)
}
