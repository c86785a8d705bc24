package l1

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/localnet/deploy"
)

// observer is a registry behind a watcher.
type observer struct {
	n        *network
	home     *home
	client   *Client
	registry *Registry
	watcher  *Watcher
}

func (n *network) observer() *observer {
	o := &observer{n: n, home: newHome(n.t), client: n.client}
	o.open()
	return o
}

func (o *observer) open() {
	o.n.t.Helper()
	space := o.home.Sub("l1")
	var err error
	o.registry, err = NewRegistry(o.client, space, o.n.registryContracts())
	require.NoError(o.n.t, err)
	o.watcher = NewWatcher(WatcherConfig{Client: o.client, DB: space, Name: "registry", Addresses: o.registry.Addresses(),
		Poll: 5 * time.Millisecond, Clock: clock.Real(), Log: new(journal).log()})
}

// follow reads to the head, which it makes final.
func (o *observer) follow() {
	o.n.t.Helper()
	o.n.finalise()
	require.NoError(o.n.t, o.watcher.Step(o.n.t.Context(), o.registry.Handle))
}

func (o *observer) restart() {
	o.n.t.Helper()
	o.home.reopen()
	o.open()
}

func (o *observer) epochs(block uint64) map[avs.SetID]avs.Epoch {
	out := map[avs.SetID]avs.Epoch{}
	for _, set := range o.registry.SetsAt(block, o.n.sets) {
		out[set.ID()] = set.Epoch()
	}
	return out
}

func TestRegistry(t *testing.T) {
	n := newNetwork(t, 3)
	o := n.observer()
	changed := o.registry.Changed()
	require.False(t, closed(changed))
	o.follow()
	require.True(t, closed(changed))
	require.Empty(t, o.registry.SetsAt(n.Head(), n.sets), "no snapshot yet")
	require.Len(t, o.registry.Operators(n.sets), 3)
	for _, want := range n.operators {
		got, ok := o.registry.Operator(want.Address())
		require.True(t, ok)
		require.Equal(t, want.BLS.PublicKey(), got.BLSKey)
		require.Equal(t, crypto.CompressPubkey(&want.Consensus.PublicKey), got.ConsensusKey[:])
		require.Equal(t, want.PeerID, got.PeerID)
		require.Equal(t, want.PeerAddress, got.PeerAddress)
		require.Equal(t, n.sets, got.Sets)
		byKey, ok := o.registry.ByConsensusKey(crypto.PubkeyToAddress(want.Consensus.PublicKey))
		require.True(t, ok)
		require.Equal(t, got, byKey)
	}
	_, ok := o.registry.ByConsensusKey(n.operators[0].Address())
	require.False(t, ok)

	n.snapshot(n.sets...)
	first := n.Head()
	n.raise(1)
	n.mine(epochBlocks)
	n.snapshot(n.sets[:2]...)
	second := n.Head()
	o.follow()
	check := func() {
		t.Helper()
		require.Empty(t, o.epochs(first-uint64(len(n.sets))))
		require.Equal(t, map[avs.SetID]avs.Epoch{n.sets[0]: 1, n.sets[1]: 1, n.sets[2]: 1, n.sets[3]: 1}, o.epochs(second-2))
		require.Equal(t, map[avs.SetID]avs.Epoch{n.sets[0]: 2, n.sets[1]: 2, n.sets[2]: 1, n.sets[3]: 1}, o.epochs(second))
		require.Equal(t, o.epochs(second), o.epochs(second+1000))
		require.Len(t, o.registry.Operators(n.sets), 3)
	}
	check()
	before := o.registry.SetsAt(second, n.sets)
	require.True(t, slices.IsSortedFunc(before, func(a, b *avs.OperatorSet) int { return int(a.ID()) - int(b.ID()) }))
	o.restart()
	check()
	for i, set := range o.registry.SetsAt(second, n.sets) {
		require.Equal(t, before[i].Hash(), set.Hash())
	}
	o.follow() // goes on where it was
	check()
	n.requireTable(before)
}

// requireTable compares sets with what the stake table says of them.
func (n *network) requireTable(sets []*avs.OperatorSet) {
	n.t.Helper()
	k := &Keeper{cfg: KeeperConfig{Client: n.client, Tx: n.tx("owner"), Table: n.contracts.Addresses[deploy.StakeTable]}}
	for _, set := range sets {
		members, err := read(n.t.Context(), k, tableABI.PackMembers(uint32(set.ID()), uint64(set.Epoch())), tableABI.UnpackMembers)
		require.NoError(n.t, err)
		require.Len(n.t, members, set.Len())
		for i, m := range members {
			weight := set.Member(i).Weight
			require.Equal(n.t, m.Operator, set.Member(i).Operator)
			require.Zero(n.t, weight.ToBig().Cmp(m.Weight))
			key := set.Key(i).EIP2537()
			require.Equal(n.t, m.BlsKey, key[:])
		}
	}
}

func TestRegistryFollowsOperators(t *testing.T) {
	n := newNetwork(t, 2)
	o := n.observer()
	n.send("operator 0", deploy.OperatorRegistrar, registrarABI.PackUpdatePeerAddress("/dns4/new.invalid/tcp/9"))
	manager := bindings.NewIAllocationManager()
	rollups := n.contracts.Addresses[deploy.RestakedRollups]
	leave := func(sets ...uint32) {
		n.send("operator 1", deploy.AllocationManager, manager.PackDeregisterFromOperatorSets(
			bindings.DeregisterParams{Operator: address("operator 1"), Avs: rollups, OperatorSetIds: sets}))
	}
	leave(uint32(n.sets[1]), uint32(n.sets[2]))
	o.follow()
	zero, _ := o.registry.Operator(address("operator 0"))
	require.Equal(t, "/dns4/new.invalid/tcp/9", zero.PeerAddress)
	one, _ := o.registry.Operator(address("operator 1"))
	require.Equal(t, []avs.SetID{n.sets[0], n.sets[3]}, one.Sets)

	leave(uint32(n.sets[0]), uint32(n.sets[3]))
	o.follow()
	require.Len(t, o.registry.Operators(n.sets), 1)
	o.restart()
	require.Len(t, o.registry.Operators(n.sets), 1)
	gone, ok := o.registry.ByConsensusKey(crypto.PubkeyToAddress(n.operators[1].Consensus.PublicKey))
	require.True(t, ok, "keys stay known: evidence may come later")
	require.Empty(t, gone.Sets)
}

func TestRegistryCommitFails(t *testing.T) {
	n := newNetwork(t, 1)
	n.snapshot(n.sets...)
	n.finalise()
	o := n.observer()
	errCrash := errors.New("crash")
	handle := func(ctx context.Context, upTo Block, logs []types.Log, batch *store.Batch) error {
		return errors.Join(o.registry.Handle(ctx, upTo, logs, batch), errCrash)
	}
	require.ErrorIs(t, o.watcher.Step(t.Context(), handle), errCrash)
	o.follow()
	require.Len(t, o.registry.sets[n.sets[0]], 1, "seen twice, kept once")
	o.restart()
	require.Len(t, o.registry.SetsAt(n.Head(), n.sets), len(n.sets))
}

func TestRegistryBadEndpoint(t *testing.T) {
	n := newNetwork(t, 2)
	n.snapshot(n.sets...)
	n.finalise()
	answers := map[string]any{"refuses": nil, "nothing": "0x", "no members": hexutil.Bytes(append(make([]byte, 31), append([]byte{32}, make([]byte, 32)...)...))}
	for name, answer := range answers {
		t.Run(name, func(t *testing.T) {
			o := n.observer()
			o.client = n.through(func(method string, _ []json.RawMessage) (any, *rpcError) {
				switch {
				case method != "eth_call":
					return nil, nil
				case answer == nil:
					return nil, &rpcError{-32000, "too busy"}
				}
				return answer, nil
			})
			o.open()
			require.ErrorIs(t, o.watcher.Step(t.Context(), o.registry.Handle), ErrUnreachable)
			require.Empty(t, o.registry.Operators(n.sets), "all or nothing")
			o.client = n.client
			o.restart()
			o.follow()
			require.Len(t, o.registry.SetsAt(n.Head(), n.sets), len(n.sets))
		})
	}
}

func TestRegistryDamagedStore(t *testing.T) {
	for key, want := range map[string]string{"operator/x": "load operators", "set/x": "load operator sets", "rollup/x": "load rollups", "inbox-mark/x": "load inboxes"} {
		h := newHome(t)
		require.NoError(t, h.Set([]byte(key), []byte("{")))
		_, err := NewRegistry(nil, h.Space, Contracts{})
		require.ErrorContains(t, err, want)
	}
}

func TestNamedReverts(t *testing.T) {
	for _, meta := range contractABIs {
		_, err := meta.ParseABI()
		require.NoError(t, err)
	}
	n := newNetwork(t, 1)
	n.snapshot(avs.OrderingSet)
	_, err := n.tx("owner").Send(t.Context(), Call{Label: "too early", To: n.contracts.Addresses[deploy.StakeTable], Data: tableABI.PackSnapshot(0)})
	require.ErrorIs(t, err, ErrReverted)
	require.ErrorContains(t, err, "NotDue")
	require.ErrorIs(t, n.client.RequireCode(t.Context(), "StakeTable", address("nobody")), ErrWrongChain)
	require.NoError(t, n.client.RequireCode(t.Context(), "StakeTable", n.contracts.Addresses[deploy.StakeTable]))
}
