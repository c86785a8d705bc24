package consensus

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
)

// Leaders of all slots together can not put more gaps into the mempool than there are slots and ranks between the tip
// and the horizon.
func TestGapsAreBoundedByLeadership(t *testing.T) {
	b := newAppBed(t)
	parent, _ := b.Batch(b.rollup, b.squad, b.tip(), b.slot()-1, 0, "")
	b.finalize(parent.Encode())
	b.commit()
	gap := func(slot uint64, rank uint32, salt string) []byte {
		h := b.Header(b.rollup, b.squad, b.tip(), slot, rank, salt)
		h.Number++
		h.Timestamp = b.tip().Timestamp + 1
		return b.Sign(h, b.Leader(b.rollup, b.squad, slot, rank), b.squad).Encode()
	}
	p := b.rollup.Slots
	held := map[uint32]uint64{}
	for slot := b.tip().Slot + 1; slot < b.slot()+40; slot++ {
		for rank := range p.Ranks {
			if b.checkCode(gap(slot, rank, ""), false) == codeOK {
				require.Equal(t, codeAnother, b.checkCode(gap(slot, rank, "rival"), false))
				held[rank]++
			}
		}
	}
	require.Equal(t, map[uint32]uint64{
		0: (horizonMillis+avs.MaxSlotLeadMillis)/p.SlotMillis + 1,
		1: (horizonMillis-p.StepMillis)/p.SlotMillis + 1,
		2: (horizonMillis-2*p.StepMillis)/p.SlotMillis + 1,
	}, held)
	h := b.Header(b.rollup, b.squad, b.tip(), b.slot(), 0, "")
	h.Number++
	for _, o := range b.Operators {
		if o.ID != b.Leader(b.rollup, b.squad, h.Slot, 0).ID {
			require.Equal(t, codeVoid, b.checkCode(b.Sign(h, o, b.squad).Encode(), false), "no leader of the slot")
		}
	}
}

// A view that is not after the last one is refused before its sets are decoded: here they could not be.
func TestOldViewIsRefusedBeforeItsSets(t *testing.T) {
	b := newAppBed(t)
	last, _ := b.last().State.L1()
	spoiled := func(number uint64) []byte {
		data := b.View(number, b.last().State.Ordering(), 0, b.Set(avs.OrderingSet, 2, b.Operators)).Encode()
		key := b.Operators[0].BLS.PublicKey().Bytes()
		i := bytes.Index(data, key[:])
		require.Positive(t, i)
		data[i+20] ^= 1
		return data
	}
	_, err := b.decode(spoiled(last))
	require.ErrorIs(t, err, errOldView)
	next := spoiled(last + 1)
	_, err = b.decode(next)
	require.ErrorIs(t, err, avs.ErrEncoding, "the next one is decoded")
	require.Equal(t, 1, b.decoder.malformed.Len())
	_, again := b.decode(next)
	require.True(t, errors.Is(again, err), "and remembered")
	require.Equal(t, codeVoid, b.checkCode(next, false))

	good := b.View(last+1, b.last().State.Ordering(), 0, b.Set(avs.OrderingSet, 2, b.Operators))
	require.Equal(t, codeOK, b.checkCode(good.Encode(), false))
	b.finalize(good.Encode())
	b.commit()
	_, err = b.decode(good.Encode())
	require.ErrorIs(t, err, errOldView, "though it is remembered")
	require.False(t, b.process(good.Encode()))
	require.Equal(t, codeVoid, b.finalize(good.Encode()).TxResults[0].Code)
}

// A view void under the ordering set in force is remembered as void, but not beyond that set: the next may have
// certified it. Proposals do not look at what the mempool refused.
func TestVoidViewIsRememberedWhileTheOrderingSetStands(t *testing.T) {
	b := newAppBed(t)
	ordering := b.Set(avs.OrderingSet, 2, b.Operators[1:])
	view := b.View(11, b.last().State.Ordering(), 0, ordering).Encode()
	after := b.View(12, ordering, 0, b.Set(avs.MachSet(b.rollup.Index), 2, b.Operators[:3])).Encode()
	require.Equal(t, codeVoid, b.checkCode(after, false))
	require.True(t, b.decoder.refused(after, b.last().State.Ordering().Hash()))
	require.False(t, b.decoder.refused(view, b.last().State.Ordering().Hash()))
	require.Equal(t, codeVoid, b.checkCode(after, false))
	b.finalize(view)
	b.commit()
	require.Equal(t, codeOK, b.checkCode(after, false))
	b.clock.Advance(time.Second)
	require.True(t, b.process(after))
}

func FuzzViewNumber(f *testing.F) {
	f.Add([]byte{viewKind, 0xc2, 0xc1, 0x05})
	f.Add(fixture.New(1, 1, 1_800_000_000_000).View(11, fixture.New(1, 1, 1_800_000_000_000).Genesis.Sets[0], 0).Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		number, ok := viewNumber(data)
		if tx, err := avs.DecodeTx(data); err == nil {
			require.Equal(t, tx.L1View != nil, ok)
			if ok {
				require.Equal(t, tx.L1View.View.Number, number)
			}
		}
	})
}

// The mempool judges age by block time: until a block says otherwise, the next one may order the batch.
func TestOldBatchLeavesTheMempool(t *testing.T) {
	b := newAppBed(t)
	slot := b.slot()
	tx, _ := b.Batch(b.rollup, b.squad, b.tip(), slot, 0, "")
	last := time.UnixMilli(int64(b.rollup.Slots.StartMillis(slot, 0) + state.MaxSlotAgeMillis))
	b.clock.Advance(last.Sub(b.clock.Now()))
	require.Equal(t, codeOK, b.checkCode(tx.Encode(), false))
	b.finalize()
	b.commit()
	require.Equal(t, codeOK, b.checkCode(tx.Encode(), true))
	require.True(t, b.process(tx.Encode()))
	b.clock.Advance(time.Millisecond)
	require.Equal(t, codeOK, b.checkCode(tx.Encode(), true))
	require.False(t, b.process(tx.Encode()))
	require.Empty(t, b.prepare(tx.Encode()))
	b.finalize()
	b.commit()
	require.Equal(t, codeVoid, b.checkCode(tx.Encode(), true))
}
