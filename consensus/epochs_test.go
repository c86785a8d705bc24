package consensus

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func (b *appBed) node() *Node {
	return &Node{config: Config{Clock: b.clock}, app: b.app, records: b.app.records}
}

// block commits a block of the transactions, some time after the last.
func (b *appBed) block(txs ...avs.Tx) uint64 {
	b.t.Helper()
	b.clock.Advance(time.Second)
	var data [][]byte
	for _, tx := range txs {
		data = append(data, tx.Encode())
	}
	for _, r := range b.finalize(data...).TxResults {
		require.Equal(b.t, codeOK, r.Code)
	}
	b.commit()
	return b.last().TimeMillis
}

// Every view that was applied is kept, and from the sets of the genesis they lead to those in force; also after a restart.
func TestHandOffsLeadFromGenesis(t *testing.T) {
	b := newAppBed(t)
	second := b.Set(avs.OrderingSet, 2, b.Operators[1:])
	mach := avs.MachSet(b.rollup.Index)
	b.block(b.View(12, b.last().State.Ordering(), 1, second, b.Set(mach, 4, b.Operators[:3])))
	b.block()
	b.block(b.View(20, second, 0, b.Set(avs.OrderingSet, 5, b.Operators[2:]), b.Set(mach, 6, b.Operators)))
	b.block(b.View(23, b.Set(avs.OrderingSet, 5, b.Operators[2:]), 0, b.Set(avs.OrderingSet, 6, b.Operators)))
	for range 2 {
		n := b.node()
		list, err := n.HandOffsFrom(0, 10)
		require.NoError(t, err)
		require.Len(t, list, 3)
		history, err := avs.NewSetHistory(b.Genesis.Domain, b.Genesis.L1Number, b.Genesis.Sets)
		require.NoError(t, err)
		for _, c := range list {
			require.NoError(t, history.Apply(c))
		}
		for _, set := range b.last().State.Sets() {
			now, known := history.Current(set.ID())
			require.True(t, known)
			require.Equal(t, set.Hash(), now.Hash())
		}
		b.reopen()
	}
	for _, page := range []struct {
		from  uint64
		limit int
		want  []uint64
	}{{0, 1, []uint64{12}}, {12, 2, []uint64{12, 20}}, {13, 5, []uint64{20, 23}}, {24, 5, nil}, {0, 0, nil}} {
		list, err := b.node().HandOffsFrom(page.from, page.limit)
		require.NoError(t, err)
		var got []uint64
		for _, c := range list {
			got = append(got, c.View.Number)
		}
		require.Equal(t, page.want, got, page)
	}
}

// What was in force at a time is told only once consensus has passed it, and never otherwise afterwards.
func TestEpochsInForceAtATime(t *testing.T) {
	b := newAppBed(t)
	mach, genesis := avs.MachSet(b.rollup.Index), b.Genesis.TimeMillis
	epoch := func(id avs.SetID, millis uint64) avs.Epoch {
		t.Helper()
		set, err := b.node().InForceAt(id, millis)
		require.NoError(t, err)
		return set.Epoch()
	}
	_, err := b.node().InForceAt(mach, genesis)
	require.ErrorIs(t, err, avs.ErrTimeAhead, "the first block has genesis time")
	require.Equal(t, avs.Epoch(1), epoch(mach, genesis-1))

	b.block()
	first := b.block(b.View(11, b.last().State.Ordering(), 0, b.Set(mach, 2, b.Operators[1:]), b.Set(77, 1, b.Operators)))
	_, err = b.node().InForceAt(mach, first+1)
	require.ErrorIs(t, err, avs.ErrTimeAhead)
	b.block()
	second := b.block(b.View(13, b.last().State.Ordering(), 0, b.Set(mach, 5, b.Operators)))
	b.block()
	for range 2 {
		for millis, want := range map[uint64]avs.Epoch{0: 1, genesis: 1, first - 1: 1, first: 2, second - 1: 2, second: 5, second + 999: 5} {
			require.Equal(t, want, epoch(mach, millis), "at %d", millis)
		}
		for within, want := range map[time.Duration]int{0: 1, time.Second: 1, 2 * time.Second: 2, 3 * time.Second: 2, time.Hour: 3} {
			lately, err := b.node().InForceLately(mach, within)
			require.NoError(t, err)
			require.Len(t, lately, want, "within %s", within)
			require.Equal(t, avs.Epoch(5), lately[want-1].Epoch())
		}
		_, err = b.node().InForceAt(77, first-1)
		require.ErrorIs(t, err, ErrNoSet, "it had no epoch yet")
		require.Equal(t, avs.Epoch(1), epoch(77, first))
		_, err = b.node().InForceAt(78, first)
		require.ErrorIs(t, err, ErrNoSet)
		b.reopen()
	}
}

// A view ordered in the very first block, which has genesis time, replaces the genesis sets from then on.
func TestViewInTheFirstBlock(t *testing.T) {
	b := newAppBed(t)
	mach := avs.MachSet(b.rollup.Index)
	b.finalize(b.View(11, b.last().State.Ordering(), 0, b.Set(mach, 2, b.Operators[1:])).Encode())
	b.commit()
	for millis, want := range map[uint64]avs.Epoch{b.Genesis.TimeMillis - 1: 1, b.Genesis.TimeMillis: 2} {
		set, err := b.node().InForceAt(mach, millis)
		require.NoError(t, err)
		require.Equal(t, want, set.Epoch())
	}
}

func TestOlderLayoutIsRefused(t *testing.T) {
	b := newAppBed(t)
	b.block()
	for _, have := range [][]byte{nil, {1}, {layout + 1}} {
		require.NoError(t, b.space.Delete(keyLayout))
		if have != nil {
			require.NoError(t, b.space.Set(keyLayout, have))
		}
		_, _, err := openRecords(b.space, b.Genesis)
		require.ErrorIs(t, err, ErrLayout)
	}
}

// Within a block every set has one epoch: a view is the first of its transactions or void, so one block has one at most.
func TestViewComesFirstInItsBlock(t *testing.T) {
	b := newAppBed(t)
	tx, _ := b.Batch(b.rollup, b.squad, b.tip(), b.slot()-3, 0, "")
	ordering := b.Set(avs.OrderingSet, 2, b.Operators[1:])
	view := b.View(11, b.last().State.Ordering(), 0, ordering, b.Set(avs.MachSet(b.rollup.Index), 2, b.Operators[1:])).Encode()
	next := b.View(12, ordering, 0, b.Set(avs.OrderingSet, 3, b.Operators)).Encode()
	batch := tx.Encode()
	require.Equal(t, [][]byte{view, batch}, b.prepare(batch, next, view))
	require.True(t, b.process(view, batch))
	require.False(t, b.process(batch, view), "the batch would have another epoch than the block")
	require.False(t, b.process(view, next), "two epochs in one block")
	var codes []uint32
	for _, r := range b.finalize(batch, view, next).TxResults {
		codes = append(codes, r.Code)
	}
	require.Equal(t, []uint32{codeOK, codeVoid, codeVoid}, codes)
	b.commit()
	require.Equal(t, avs.Epoch(1), b.last().State.Ordering().Epoch())
}
