package l1

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/localnet/deploy"
)

func (n *network) registryContracts() Contracts {
	a := n.contracts.Addresses
	return Contracts{Registrar: a[deploy.OperatorRegistrar], Table: a[deploy.StakeTable], Rollups: a[deploy.RestakedRollups], Squad: a[deploy.Squad]}
}

// pay sends a transaction with ether.
func (n *network) pay(from, to string, value *big.Int, data []byte, err error) *types.Receipt {
	n.t.Helper()
	require.NoError(n.t, err)
	r, err := n.tx(from).Send(n.t.Context(), Call{Label: "test payment", To: n.contracts.Addresses[to], Data: data, Value: value})
	require.NoError(n.t, err)
	return r
}

func (n *network) force(rollup avs.RollupID, transaction string) uint64 {
	n.t.Helper()
	data, err := PackForce(rollup, []byte(transaction))
	return n.pay("alice", deploy.Squad, nil, data, err).BlockNumber.Uint64()
}

func (n *network) deposit(rollup avs.RollupID, to common.Address, gwei int64) uint64 {
	n.t.Helper()
	data, err := PackDeposit(rollup, to)
	return n.pay("bob", deploy.Squad, new(big.Int).Mul(big.NewInt(gwei), big.NewInt(1e9)), data, err).BlockNumber.Uint64()
}

// chained is the head of an inbox with exactly these messages.
func chained(rollup avs.RollupID, messages []avs.InboxMessage) avs.InboxHead {
	head := avs.InboxHead{Rollup: rollup}
	for _, m := range messages {
		head.Hash = m.Chain(head.Hash)
		head.Count++
	}
	return head
}

func TestRegistryFollowsInboxes(t *testing.T) {
	n := newNetwork(t, 0)
	other := n.addRollup(1002).ID
	o := n.observer()
	first, to := n.demo(), common.HexToAddress("0xbeef")
	blocks := []uint64{n.force(first, "one"), n.deposit(first, to, 5), n.force(other, "theirs"), n.force(first, "three")}
	o.follow()
	want := []avs.InboxMessage{
		{Rollup: first, Index: 0, Kind: avs.InboxTransaction, Sender: address("alice"), Data: []byte("one"), L1Number: blocks[0]},
		{Rollup: first, Index: 1, Kind: avs.InboxDeposit, Sender: address("bob"), To: to, Amount: 5, Data: []byte{}, L1Number: blocks[1]},
		{Rollup: first, Index: 2, Kind: avs.InboxTransaction, Sender: address("alice"), Data: []byte("three"), L1Number: blocks[3]},
	}
	theirs := []avs.InboxMessage{{Rollup: other, Kind: avs.InboxTransaction, Sender: address("alice"), Data: []byte("theirs"), L1Number: blocks[2]}}
	check := func() {
		t.Helper()
		require.Empty(t, o.registry.InboxesAt(blocks[0]-1))
		require.Equal(t, []avs.InboxHead{chained(first, want[:1])}, o.registry.InboxesAt(blocks[0]))
		require.Equal(t, []avs.InboxHead{chained(first, want[:2])}, o.registry.InboxesAt(blocks[1]))
		heads := []avs.InboxHead{chained(first, want), chained(other, theirs)}
		slices.SortFunc(heads, func(a, b avs.InboxHead) int { return a.Rollup.Cmp(b.Rollup) })
		require.Equal(t, heads, o.registry.InboxesAt(n.Head()))
		got, err := o.registry.Messages(first, 0, 3)
		require.NoError(t, err)
		require.Equal(t, want, got)
		got, err = o.registry.Messages(first, 1, 2)
		require.NoError(t, err)
		require.Equal(t, want[1:2], got)
		got, err = o.registry.Messages(other, 1, 1)
		require.NoError(t, err)
		require.Empty(t, got)
		_, err = o.registry.Messages(first, 2, 4)
		require.ErrorIs(t, err, avs.ErrInboxUnread)
	}
	check()
	n.requireInbox(o.registry.InboxesAt(n.Head()))
	o.restart()
	check()
	n.force(first, "four")
	_, err := o.registry.Messages(first, 3, 4)
	require.ErrorIs(t, err, avs.ErrInboxUnread, "not final yet")
	o.follow()
	got, err := o.registry.Messages(first, 3, 4)
	require.NoError(t, err)
	require.Equal(t, "four", string(got[0].Data))
}

// requireInbox compares heads with what the contract says.
func (n *network) requireInbox(heads []avs.InboxHead) {
	n.t.Helper()
	for _, head := range heads {
		got, err := view(n.t.Context(), n.client, n.contracts.Addresses[deploy.Squad], squadABI.PackInbox(head.Rollup), squadABI.UnpackInbox)
		require.NoError(n.t, err)
		require.Equal(n.t, head, avs.InboxHead{Rollup: head.Rollup, Count: got.Count, Hash: got.Hash})
	}
}

func TestInboxWhenCommitFails(t *testing.T) {
	n := newNetwork(t, 0)
	o := n.observer()
	n.force(n.demo(), "before")
	o.follow()
	n.force(n.demo(), "one")
	n.deposit(n.demo(), address("bob"), 1)
	n.finalise()
	errCrash := errors.New("crash")
	handle := func(ctx context.Context, upTo Block, logs []types.Log, batch *store.Batch) error {
		return errors.Join(o.registry.Handle(ctx, upTo, logs, batch), errCrash)
	}
	for range 2 {
		require.ErrorIs(t, o.watcher.Step(t.Context(), handle), errCrash)
		_, err := o.registry.Messages(n.demo(), 1, 3)
		require.ErrorIs(t, err, avs.ErrInboxUnread, "nothing is kept of a batch that was not committed")
	}
	o.follow()
	require.Equal(t, uint64(3), o.registry.InboxesAt(n.Head())[0].Count, "seen thrice, kept once")
	require.Len(t, o.registry.inboxes[n.demo()], 3)
	got, err := o.registry.Messages(n.demo(), 0, 3)
	require.NoError(t, err)
	require.Equal(t, o.registry.InboxesAt(n.Head())[0], chained(n.demo(), got))
	o.restart()
	require.Equal(t, uint64(3), o.registry.InboxesAt(n.Head())[0].Count)
}

// An endpoint that leaves out a message, or changes one, is asked again.
func TestInboxOfABadEndpoint(t *testing.T) {
	n := newNetwork(t, 0)
	n.force(n.demo(), "one")
	n.force(n.demo(), "two")
	n.force(n.demo(), "three")
	n.finalise()
	squad := n.contracts.Addresses[deploy.Squad]
	for name, edit := range map[string]func(messages []types.Log) []types.Log{
		"first left out":  func(m []types.Log) []types.Log { return m[1:] },
		"second left out": func(m []types.Log) []types.Log { return []types.Log{m[0], m[2]} },
		"twice":           func(m []types.Log) []types.Log { m[1].Data, m[1].Topics = m[0].Data, m[0].Topics; return m },
		"changed": func(m []types.Log) []types.Log {
			m[1].Data = slices.Clone(m[1].Data)
			m[1].Data[len(m[1].Data)-32] ^= 1
			return m
		},
		"no event of that form": func(m []types.Log) []types.Log { m[1].Data = m[1].Data[:64]; return m },
	} {
		t.Run(name, func(t *testing.T) {
			o := n.observer()
			o.client = n.through(func(method string, params []json.RawMessage) (any, *rpcError) {
				if method != "eth_getLogs" {
					return nil, nil
				}
				var logs []types.Log
				require.NoError(t, n.client.Client.Client().Call(&logs, method, params[0]))
				isMessage := func(l types.Log) bool { return l.Address == squad }
				first := slices.IndexFunc(logs, isMessage)
				if first < 0 {
					return logs, nil
				}
				return slices.Concat(logs[:first], edit(slices.Clone(logs[first:]))), nil
			})
			o.open()
			err := o.watcher.Step(t.Context(), o.registry.Handle)
			require.Error(t, err)
			if name != "no event of that form" {
				require.ErrorIs(t, err, ErrUnreachable)
			}
			require.Empty(t, o.registry.InboxesAt(n.Head()))
			o.client = n.client
			o.restart()
			o.follow()
			require.Equal(t, uint64(3), o.registry.InboxesAt(n.Head())[0].Count)
		})
	}
}

func TestRegistryFollowsRollups(t *testing.T) {
	n := newNetwork(t, 0)
	o := n.observer()
	terms, err := n.client.SetTerms(t.Context(), n.contracts.Addresses[deploy.RestakedRollups], avs.OrderingSet)
	require.NoError(t, err)
	require.Len(t, terms.Strategies, 2)
	fee, err := n.client.RegistrationFee(t.Context(), n.contracts.Addresses[deploy.RestakedRollups])
	require.NoError(t, err)
	want := avs.Rollup{ID: avs.NewRollupID(chainID, n.contracts.Addresses[deploy.RestakedRollups], 77), Name: "late", Index: 1, ChainID: 77,
		GenesisHash: common.HexToHash("0x77"), GenesisTime: 1_700_000_000, GasLimit: 50_000_000, MaxBodySize: 700_000, ForceMillis: 12_345, Level: avs.LevelExecution,
		Slots: avs.SlotParams{GenesisMillis: 1_700_000_000_000, SlotMillis: 500, SpanSlots: 4, WindowSpans: 20, Ranks: 2, StepMillis: 400}}
	data, err := PackRegisterRollup(Registration{Rollup: want, Squad: terms, Mach: terms, Vital: terms})
	registered := n.pay("alice", deploy.RestakedRollups, fee, data, err).BlockNumber.Uint64()
	_, err = deploy.RegisterRollup(t.Context(), n.client, testKey("owner"), n.contracts, deploy.Rollup{Name: "followed", ChainID: 78,
		GenesisHash: common.HexToHash("0x78"), Followed: true})
	require.NoError(t, err)
	data, err = PackStopRollup(n.demo())
	stopped := n.pay("owner", deploy.RestakedRollups, nil, data, err).BlockNumber.Uint64()
	data, err = PackStopRollup(avs.NewRollupID(chainID, n.contracts.Addresses[deploy.RestakedRollups], 78))
	n.pay("owner", deploy.RestakedRollups, nil, data, err)
	o.follow()

	ids := func(block uint64) (out []avs.RollupID) {
		for _, r := range o.registry.RollupsAt(block) {
			out = append(out, r.ID)
		}
		return out
	}
	both := []avs.RollupID{n.demo(), want.ID}
	slices.SortFunc(both, func(a, b avs.RollupID) int { return a.Cmp(b) })
	check := func() {
		t.Helper()
		require.Equal(t, []avs.RollupID{n.demo()}, ids(registered-1))
		require.Equal(t, both, ids(registered))
		require.Equal(t, both, ids(stopped-1))
		require.Empty(t, o.registry.StoppedAt(stopped-1))
		require.Equal(t, []avs.Rollup{want}, o.registry.RollupsAt(stopped))
		require.Equal(t, []avs.RollupID{n.demo()}, o.registry.StoppedAt(n.Head()), "a followed rollup is none of SQUAD's")
	}
	check()
	o.restart()
	check()

	_, err = PackForce(n.demo(), nil)
	require.Error(t, err)
	data, err = PackForce(n.demo(), []byte("late"))
	require.NoError(t, err)
	_, err = n.tx("alice").Send(t.Context(), Call{Label: "too late", To: n.contracts.Addresses[deploy.Squad], Data: data})
	require.ErrorContains(t, err, "InboxClosed")
}

func TestRegistrationIsRefused(t *testing.T) {
	good := avs.Rollup{Name: "r", ChainID: 1, GenesisTime: 5, Slots: avs.DefaultSlotParams(5000)}
	_, err := PackRegisterRollup(Registration{Rollup: good, Squad: noTerms(), Mach: noTerms(), Vital: noTerms()})
	require.NoError(t, err)
	for name, edit := range map[string]func(*avs.Rollup){
		"slots do not begin with the genesis": func(r *avs.Rollup) { r.Slots.GenesisMillis++ },
		"slot too long":                       func(r *avs.Rollup) { r.Slots.SlotMillis = 1 << 32 },
		"span too long":                       func(r *avs.Rollup) { r.Slots.SpanSlots = 1 << 32 },
		"window too long":                     func(r *avs.Rollup) { r.Slots.WindowSpans = 1 << 32 },
		"step too long":                       func(r *avs.Rollup) { r.Slots.StepMillis = 1 << 32 },
		"too many ranks":                      func(r *avs.Rollup) { r.Slots.Ranks = 256 },
	} {
		bad := good
		edit(&bad)
		_, err := PackRegisterRollup(Registration{Rollup: bad, Squad: noTerms(), Mach: noTerms(), Vital: noTerms()})
		require.Error(t, err, name)
	}
}

func noTerms() SetTerms { return SetTerms{MinimumStake: new(big.Int)} }

func TestHeadAt(t *testing.T) {
	c := newChain(t)
	c.mine(3)
	client := c.client()
	want, err := client.headerAt(t.Context(), 2)
	require.NoError(t, err)
	got, err := client.HeadAt(t.Context(), 2)
	require.NoError(t, err)
	require.Equal(t, Head{Block{2, want.Hash(), want.Time}, want.MixDigest}, got)
	_, err = client.HeadAt(t.Context(), 99)
	require.ErrorIs(t, err, ErrUnreachable)
}
