package consensus

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
)

// appBed drives the application as CometBFT would.
type appBed struct {
	*fixture.Network
	*app
	t      *testing.T
	clock  *clock.Fake
	space  *store.Space
	rollup avs.Rollup
	squad  *avs.OperatorSet
	height int64
}

func newAppBed(t *testing.T) *appBed {
	t.Helper()
	start := time.UnixMilli(1_800_000_000_000)
	n := fixture.New(4, 2, uint64(start.UnixMilli()))
	db, err := store.Memory()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	b := &appBed{Network: n, t: t, clock: clock.NewFake(start), space: db.Sub("consensus"), rollup: n.Genesis.Rollups[0]}
	b.reopen()
	b.squad = b.last().State.Set(avs.SquadSet(b.rollup.Index))
	return b
}

func (b *appBed) reopen() {
	b.t.Helper()
	r, last, err := openRecords(b.space, b.Genesis)
	require.NoError(b.t, err)
	b.app = newApp(Config{Genesis: b.Genesis, Clock: b.clock, Log: slog.New(slog.DiscardHandler)}, r, last, newAppMetrics(nil))
}

func (b *appBed) slot() uint64 { return b.rollup.Slots.SlotAt(uint64(b.clock.Now().UnixMilli())) }

// plan is the plan of a slot, as it is or will be.
func (b *appBed) plan(r avs.Rollup, slot uint64) avs.SchedulePlan {
	plan, ok := b.last().State.At(r.Slots.StartMillis(slot, 0)).Plan(r.ID, r.Slots.Window(slot))
	require.True(b.t, ok)
	return plan
}

func (b *appBed) Leader(r avs.Rollup, squad *avs.OperatorSet, slot uint64, rank uint32) fixture.Operator {
	return b.Network.Leader(r, squad, b.plan(r, slot), slot, rank)
}

func (b *appBed) Batch(r avs.Rollup, squad *avs.OperatorSet, tip avs.Tip, slot uint64, rank uint32, salt string) (avs.Tx, avs.Tip) {
	return b.Lead(b.Header(r, squad, tip, slot, rank, salt), r, squad, b.plan(r, slot))
}

func (b *appBed) tip() avs.Tip {
	tip, ok := b.last().State.Tip(b.rollup.ID)
	require.True(b.t, ok)
	return tip
}

func (b *appBed) process(txs ...[]byte) bool {
	b.t.Helper()
	res, err := b.ProcessProposal(context.Background(), &abci.RequestProcessProposal{
		Txs: txs, Height: b.height + 1, Time: b.clock.Now(),
	})
	require.NoError(b.t, err)
	return res.IsAccepted()
}

func (b *appBed) prepare(txs ...[]byte) [][]byte {
	b.t.Helper()
	res, err := b.PrepareProposal(context.Background(), &abci.RequestPrepareProposal{
		Txs: txs, Height: b.height + 1, Time: b.clock.Now(), MaxTxBytes: maxBlockBytes,
	})
	require.NoError(b.t, err)
	return res.Txs
}

func (b *appBed) finalize(txs ...[]byte) *abci.ResponseFinalizeBlock {
	b.t.Helper()
	b.height++
	res, err := b.FinalizeBlock(context.Background(), &abci.RequestFinalizeBlock{
		Txs: txs, Height: b.height, Time: b.clock.Now(), ProposerAddress: make([]byte, 20),
	})
	require.NoError(b.t, err)
	return res
}

func (b *appBed) commit() {
	b.t.Helper()
	_, err := b.Commit(context.Background(), nil)
	require.NoError(b.t, err)
}

func (b *appBed) checkCode(tx []byte, again bool) uint32 {
	b.t.Helper()
	req := &abci.RequestCheckTx{Tx: tx}
	if again {
		req.Type = abci.CheckTxType_Recheck
	}
	res, err := b.CheckTx(context.Background(), req)
	require.NoError(b.t, err)
	return res.Code
}

func TestProposals(t *testing.T) {
	b := newAppBed(t)
	tx1, tip1 := b.Batch(b.rollup, b.squad, b.tip(), b.slot()-3, 0, "")
	tx2, tip2 := b.Batch(b.rollup, b.squad, tip1, b.slot()-2, 0, "")
	rival, _ := b.Batch(b.rollup, b.squad, tip1, b.slot()-1, 0, "rival")
	other := b.Genesis.Rollups[1]
	otherTip, _ := b.last().State.Tip(other.ID)
	tx3, _ := b.Batch(other, b.last().State.Set(avs.SquadSet(other.Index)), otherTip, b.slot(), 0, "")
	view := b.View(11, b.last().State.Ordering(), 0, b.Set(avs.OrderingSet, 2, b.Operators[1:]))
	late, _ := b.Batch(b.rollup, b.squad, tip2, b.slot()+20, 0, "") // too early
	enc := func(list ...avs.Tx) (out [][]byte) {
		for _, tx := range list {
			out = append(out, tx.Encode())
		}
		return out
	}

	want := enc(view, tx1, tx2, tx3)
	got := b.prepare(append(enc(late, rival, tx3, tx2, tx1, view), []byte("rubbish"), nil)...)
	require.ElementsMatch(t, want, got)
	require.Equal(t, want[0], got[0], "views first")
	require.True(t, b.process(got...))
	require.True(t, b.process())

	for name, block := range map[string][][]byte{
		"rubbish":              {[]byte("rubbish")},
		"nothing":              {nil},
		"out of order":         enc(tx2, tx1),
		"twice":                enc(tx1, tx1),
		"two for one number":   enc(tx1, tx2, rival),
		"too early":            enc(tx1, tx2, late),
		"one more than stands": append(append([][]byte{}, got...), []byte{1}),
		"view twice":           enc(view, view),
	} {
		t.Run(name, func(t *testing.T) {
			require.False(t, b.process(block...))
			require.Equal(t, avs.Tip{Hash: b.rollup.GenesisHash, Timestamp: b.rollup.GenesisTime}, b.tip())
		})
	}

	changed := b.changes()
	res := b.finalize(append(got, []byte("rubbish"))...)
	require.Len(t, res.TxResults, len(got)+1)
	require.Equal(t, codeVoid, res.TxResults[len(got)].Code, "what was decided though void is skipped alike by all")
	require.Len(t, res.ValidatorUpdates, 4, "one leaves, three have more power")
	requireOpen(t, changed)
	b.commit()
	requireClosed(t, changed)
	require.Equal(t, tip2, b.tip())

	changed = b.changes()
	require.Equal(t, res.AppHash, b.finalize().AppHash, "an empty block leaves the hash")
	b.commit()
	requireOpen(t, changed)
}

func requireOpen(t *testing.T, c <-chan struct{}) {
	t.Helper()
	select {
	case <-c:
		t.Fatal("told of a change too early")
	default:
	}
}

func requireClosed(t *testing.T, c <-chan struct{}) {
	t.Helper()
	select {
	case <-c:
	default:
		t.Fatal("not told of the change")
	}
}

// What was not committed is gone after a restart; what was committed is there with all its records.
func TestCommitIsAtomic(t *testing.T) {
	b := newAppBed(t)
	tx1, tip1 := b.Batch(b.rollup, b.squad, b.tip(), b.slot()-3, 0, "")
	set := b.Set(avs.MachSet(b.rollup.Index), 2, b.Operators[:3])
	view := b.View(11, b.last().State.Ordering(), 0, set)
	b.finalize(view.Encode(), tx1.Encode())
	b.reopen()
	require.Zero(t, b.last().Height)
	info, err := b.Info(context.Background(), nil)
	require.NoError(t, err)
	require.Zero(t, info.LastBlockHeight)
	_, found, err := b.records.batch(b.rollup.ID, 1)
	require.NoError(t, err)
	require.False(t, found)
	_, err = b.Commit(context.Background(), nil)
	require.Error(t, err, "nothing is staged")

	b.height = 0
	hash := b.finalize(view.Encode(), tx1.Encode()).AppHash
	b.commit()
	b.reopen()
	info, err = b.Info(context.Background(), nil)
	require.NoError(t, err)
	require.Equal(t, int64(1), info.LastBlockHeight)
	require.Equal(t, hash, info.LastBlockAppHash)
	require.Equal(t, tip1, b.tip())
	o, found, err := b.records.batch(b.rollup.ID, 1)
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, avs.Epoch(2), o.MachEpoch)
	require.Equal(t, uint64(1), o.Height)
	stored, err := b.records.set(set.ID(), 2)
	require.NoError(t, err)
	require.Equal(t, set.Hash(), stored.Hash())
	_, err = b.records.set(set.ID(), 3)
	require.ErrorIs(t, err, ErrNoSet)

	other := fixture.New(4, 1, b.Genesis.TimeMillis)
	_, _, err = openRecords(b.space, other.Genesis)
	require.ErrorIs(t, err, ErrOtherNetwork)
}

func TestMempoolAdmission(t *testing.T) {
	b := newAppBed(t)
	tx1, tip1 := b.Batch(b.rollup, b.squad, b.tip(), b.slot(), 0, "")
	tx2, _ := b.Batch(b.rollup, b.squad, tip1, b.slot()+1, 0, "")
	rival, _ := b.Batch(b.rollup, b.squad, tip1, b.slot()+1, 0, "rival")
	reproved := tx2
	proof := *tx2.Batch
	reproved.Batch = &proof
	reproved.Batch.Proof = b.Sign(tx2.Batch.Header.Header, b.Leader(b.rollup, b.squad, b.slot()+1, 0), b.squad).Batch.Proof
	reproved.Batch.Proof.Acks = reproved.Batch.Proof.Acks[:1]

	require.Equal(t, codeOK, b.checkCode(tx2.Encode(), false), "a gap may enter")
	require.Equal(t, codeOK, b.checkCode(tx2.Encode(), true), "and stay")
	require.Equal(t, codeAnother, b.checkCode(rival.Encode(), false), "another of its slot may not")
	require.Equal(t, codeVoid, b.checkCode(reproved.Encode(), false))
	require.Equal(t, codeVoid, b.checkCode([]byte("rubbish"), false))
	require.Equal(t, codeOK, b.checkCode(tx1.Encode(), false))

	far, _ := b.Batch(b.rollup, b.squad, b.tip(), b.slot()+17, 0, "")
	require.Equal(t, codeEarly, b.checkCode(far.Encode(), false))
	b.clock.Advance(time.Second) // block time stays: the clock counts too
	require.Equal(t, codeOK, b.checkCode(far.Encode(), false))

	b.clock.Advance(gapLife)
	require.Equal(t, codeWaited, b.checkCode(tx2.Encode(), true), "the predecessor did not come")
	require.Equal(t, codeOK, b.checkCode(rival.Encode(), false), "the place is free")

	b.finalize(tx1.Encode())
	b.commit()
	require.Equal(t, codeVoid, b.checkCode(tx1.Encode(), true), "what was ordered leaves")
	require.Equal(t, codeOK, b.checkCode(rival.Encode(), true), "what follows it stays")
}

func TestPeerFilter(t *testing.T) {
	b := newAppBed(t)
	ask := func(id string) bool {
		res, err := b.Query(context.Background(), &abci.RequestQuery{Path: "/p2p/filter/id/" + id})
		require.NoError(t, err)
		return res.IsOK()
	}
	require.True(t, ask("abc"), "open")
	b.accept = func(id string) bool { return id == "abc" }
	require.True(t, ask("abc"))
	require.False(t, ask("abcd"))
}

func TestInitChain(t *testing.T) {
	b := newAppBed(t)
	res, err := b.InitChain(context.Background(), &abci.RequestInitChain{AppStateBytes: appState(b.Genesis)})
	require.NoError(t, err)
	require.Equal(t, b.last().State.Hash().Bytes(), res.AppHash)
	_, err = b.InitChain(context.Background(), &abci.RequestInitChain{AppStateBytes: []byte(`"0x00"`)})
	require.True(t, errors.Is(err, ErrOtherNetwork))
}

func FuzzCheckTx(f *testing.F) {
	f.Add([]byte{1, 0xc0})
	f.Add([]byte{2, 0xc0})
	f.Fuzz(func(t *testing.T, data []byte) {
		b := newAppBed(t)
		require.NotEqual(t, codeOK, b.checkCode(data, false))
		require.Empty(t, b.prepare(data))
		require.False(t, b.process(data))
		before := b.last().State.Hash().Bytes()
		require.Equal(t, before, b.finalize(data).AppHash)
	})
}
