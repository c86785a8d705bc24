package api_test

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
)

// sequencing has plans of three windows; the sets are those of MACH, under the name of SQUAD.
type sequencing struct{ *ledger }

func (s sequencing) Plan(_ avs.RollupID, window uint64) (avs.SchedulePlan, bool) {
	now := demoSlots().Window(demoSlots().SlotAt(uint64(time.Now().UnixMilli())))
	if window+1 < now || window > now+1 {
		return avs.SchedulePlan{}, false
	}
	plan := avs.SchedulePlan{Window: window, Epoch: 1, Seed: avs.PlanSeed(common.Hash{1}, demo.ID, window)}
	if window == now+1 {
		plan.Jailed = avs.NewBitmap(4).With(2)
	}
	return plan, true
}

func (sequencing) Inputs(avs.RollupID) (avs.SequencingInputs, error) {
	return avs.SequencingInputs{}, nil
}
func (sequencing) ViewHash(uint64) (common.Hash, bool, error)          { return common.Hash{}, false, nil }
func (sequencing) Settled(avs.RollupID, uint64) bool                   { return true }
func (sequencing) Liveness(avs.RollupID) ([]avs.MemberLiveness, error) { return nil, nil }

func (s sequencing) At(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	if id == avs.SquadSet(0) {
		id = avs.MachSet(0)
	}
	return s.ledger.At(id, epoch)
}

func demoSlots() avs.SlotParams { return avs.DefaultSlotParams(1_700_000_000_000) }

// sequencer answers for one rollup, with an error of its own for the transaction 0xbad0.
type sequencer struct{ waited chan time.Duration }

type coded struct{ error }

func (coded) ErrorCode() int { return client.CodeNotReady }
func (coded) ErrorData() any { return "0x1234" }

func (s sequencer) Status(id avs.RollupID) (client.SquadStatus, bool, error) {
	return client.SquadStatus{Rollup: id, Slot: 77}, id == demo.ID, nil
}

func (s sequencer) Pending(id avs.RollupID) (client.SquadPending, bool, error) {
	return client.SquadPending{Rollup: id, Batches: []client.SquadBatch{{Tier: client.TierOrdered, Number: 8}}}, id == demo.ID, nil
}

func (s sequencer) Preconfirm(_ context.Context, id avs.RollupID, raw []byte, wait time.Duration) (avs.SignedPreconfirmation, bool, error) {
	s.waited <- wait
	if hexutil.Encode(raw) == "0xbad0" {
		return avs.SignedPreconfirmation{}, true, coded{errors.New("transactions before it are missing")}
	}
	return someReceipt(), id == demo.ID, nil
}

func someReceipt() avs.SignedPreconfirmation {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("leader")))
	if err != nil {
		panic(err)
	}
	r := avs.SignedPreconfirmation{Preconfirmation: avs.Preconfirmation{Rollup: demo.ID, Epoch: 1, Slot: 9, Rank: 1, Transaction: common.Hash{4}, Position: 3, PrefixRoot: common.Hash{5}}}
	raw, err := crypto.Sign(r.Preconfirmation.Digest(domain).Bytes(), key)
	if err != nil {
		panic(err)
	}
	copy(r.Signature[:], raw)
	return r
}

func squadConfig(t *testing.T) (api.Config, sequencer) {
	l := newLedger(t)
	cfg := config(l)
	r := demo
	r.Slots = demoSlots()
	followed := avs.Rollup{ID: common.HexToHash("0xf0"), Name: "op", Index: 1, Followed: true}
	cfg.Rollups = func() []avs.Rollup { return []avs.Rollup{r, followed} }
	s := sequencer{make(chan time.Duration, 8)}
	cfg.Sequencing, cfg.Sets, cfg.Squad = sequencing{l}, sequencing{l}, s
	return cfg, s
}

func TestSquadSchedule(t *testing.T) {
	cfg, _ := squadConfig(t)
	c := dial(t, serve(t, cfg))
	got, err := c.SquadSchedule(t.Context(), "demo", nil)
	require.NoError(t, err)
	require.Len(t, got.Windows, 2, "now and next")
	require.Equal(t, got.Window+1, got.Windows[1].Window)
	require.Empty(t, got.Windows[0].Jailed)
	require.Len(t, got.Windows[1].Jailed, 1)
	for _, w := range got.Windows {
		require.Len(t, w.Seats, 30)
		require.Equal(t, w.EndMillis, w.StartMillis+60_000)
		require.Equal(t, hexutil.Uint64(3), w.Ranks)
		set, ok := cfg.Sets.At(avs.SquadSet(0), avs.Epoch(w.Epoch))
		require.True(t, ok)
		plan, ok := cfg.Sequencing.Plan(demo.ID, uint64(w.Window))
		require.True(t, ok)
		schedule := avs.NewSchedule(demoSlots(), set, plan)
		for span, leader := range w.Seats {
			slot := uint64(w.FirstSlot) + uint64(span)*uint64(w.SpanSlots)
			require.Equal(t, set.Member(schedule.Leader(set, slot, 0)).Operator, leader)
			require.NotContains(t, w.Jailed, leader)
		}
	}
	last := uint64(got.Window) - 1
	one, err := c.SquadSchedule(t.Context(), demo.ID.Hex(), &last)
	require.NoError(t, err)
	require.Len(t, one.Windows, 1)
	require.Equal(t, hexutil.Uint64(last), one.Windows[0].Window)
	for _, unknown := range []uint64{uint64(got.Window) + 2, 0, ^uint64(0), 1 << 62} {
		_, err = c.SquadSchedule(t.Context(), "demo", &unknown)
		require.ErrorIs(t, err, client.ErrNotFound)
		require.ErrorContains(t, err, "no schedule of demo for window")
	}
}

func TestSquadMethods(t *testing.T) {
	cfg, s := squadConfig(t)
	server := serve(t, cfg)
	c := dial(t, server)
	status, err := c.SquadStatus(t.Context(), "demo")
	require.NoError(t, err)
	require.Equal(t, hexutil.Uint64(77), status.Slot)
	pending, err := c.SquadPending(t.Context(), "demo")
	require.NoError(t, err)
	require.Equal(t, client.TierOrdered, pending.Batches[0].Tier)

	receipt, err := c.Preconfirm(t.Context(), "demo", []byte{1}, 1500*time.Millisecond)
	require.NoError(t, err)
	require.Equal(t, 1500*time.Millisecond, <-s.waited)
	require.Equal(t, client.NewPreconfirmation(domain, someReceipt()), receipt)
	value, err := receipt.Value()
	require.NoError(t, err)
	require.Equal(t, someReceipt(), value)
	by, err := value.Signer(domain)
	require.NoError(t, err)
	require.Equal(t, by, receipt.Signer)
	receipt.Signature = receipt.Signature[1:]
	_, err = receipt.Value()
	require.ErrorIs(t, err, client.ErrShape)

	_, err = c.Preconfirm(t.Context(), "demo", []byte{1}, time.Hour)
	require.NoError(t, err)
	require.Equal(t, api.MaxPreconfirmWait, <-s.waited, "a stream is not held for an hour")
	_, err = c.Preconfirm(t.Context(), "demo", common.FromHex("0xbad0"), 0)
	var data rpc.DataError
	require.ErrorAs(t, err, &data)
	require.Equal(t, "0x1234", data.ErrorData())
	var with rpc.Error
	require.ErrorAs(t, err, &with)
	require.Equal(t, client.CodeNotReady, with.ErrorCode())
	require.Zero(t, <-s.waited)

	for _, call := range []func(rollup string) error{
		func(r string) error { _, err := c.SquadStatus(t.Context(), r); return err },
		func(r string) error { _, err := c.SquadPending(t.Context(), r); return err },
		func(r string) error { _, err := c.SquadSchedule(t.Context(), r, nil); return err },
		func(r string) error { _, err := c.Preconfirm(t.Context(), r, []byte{1}, 0); return err },
	} {
		require.ErrorIs(t, call("nobody"), client.ErrNotFound)
		require.ErrorIs(t, call("op"), client.ErrNotServed, "it has a sequencer of its own")
	}
}

func TestSquadNotServed(t *testing.T) {
	c := dial(t, serve(t, config(newLedger(t))))
	_, err := c.SquadStatus(t.Context(), "demo")
	require.ErrorIs(t, err, client.ErrNotServed)
	_, err = c.SquadSchedule(t.Context(), "demo", nil)
	require.ErrorIs(t, err, client.ErrNotServed)
	_, err = c.Evidence(t.Context())
	require.ErrorIs(t, err, client.ErrNotServed)
}

func TestEvidenceIsListed(t *testing.T) {
	cfg := config(newLedger(t))
	want := []client.Evidence{{Kind: "double_header", Offender: common.BigToAddress(big.NewInt(3)), Rollup: demo.ID, Position: 12, Proof: []byte{1, 2}}}
	cfg.Evidence = func() ([]client.Evidence, error) { return want, nil }
	got, err := dial(t, serve(t, cfg)).Evidence(t.Context())
	require.NoError(t, err)
	require.Equal(t, want, got)
}
