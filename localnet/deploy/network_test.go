package deploy

import (
	"fmt"
	"math/big"
	"slices"
	"testing"
	"time"

	allocation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
	delegation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/DelegationManager"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/localnet/devl1"
)

// network is a deployed network with one rollup and operators in all of its sets.
type network struct {
	*ethclient.Client
	t         testing.TB
	contracts *Contracts
	rollup    RegisteredRollup
	operators []Operator
	sets      []avs.SetID
}

func testOperator(i int, sets []avs.SetID) Operator {
	name := fmt.Sprintf("operator %d", i)
	secret := crypto.Keccak256([]byte(name))
	secret[0] = 0 // below the order of the group
	attestation, err := bls.SecretKeyFromBytes(secret)
	if err != nil {
		panic(err)
	}
	return Operator{
		Key: key(name), BLS: attestation, Consensus: key("consensus of " + name),
		PeerID: []byte(name), PeerAddress: "/ip4/127.0.0.1/tcp/4001", MetadataURI: "https://operator.invalid",
		LST: ether(1000), ALT: ether(int64(500 + 100*i)), Sets: sets,
	}
}

// deployNetwork brings up everything on the given L1 and logs how long each step took.
func deployNetwork(t testing.TB, c *ethclient.Client, operators int) *network {
	t.Helper()
	ctx, owner := testContext(t), key("owner")
	began, last := time.Now(), time.Now()
	lap := func(what string) {
		t.Logf("%-22s %v", what, time.Since(last).Round(time.Millisecond))
		last = time.Now()
	}
	core, err := EigenLayer(ctx, c, owner, CoreOptions{})
	require.NoError(t, err)
	lap("EigenLayer")
	n := &network{Client: c, t: t}
	n.contracts, err = Trident(ctx, c, owner, core, Options{Network: "trident-test", EpochBlocks: 10})
	require.NoError(t, err)
	lap("Trident")
	n.rollup, err = RegisterRollup(ctx, c, owner, n.contracts, Rollup{Name: "demo", ChainID: 4242, GenesisHash: common.HexToHash("0x1234")})
	require.NoError(t, err)
	lap("rollup")
	n.sets = append([]avs.SetID{avs.OrderingSet}, n.rollup.Sets()...)
	var accounts []common.Address
	for i := range operators {
		n.operators = append(n.operators, testOperator(i, n.sets))
		accounts = append(accounts, n.operators[i].Address())
	}
	require.NoError(t, Fund(ctx, c, owner, ether(10), accounts...))
	require.NoError(t, JoinOperators(ctx, c, n.contracts, n.operators...))
	lap("operators")
	require.NoError(t, Snapshot(ctx, c, owner, n.contracts, n.sets...))
	lap("snapshots")
	t.Logf("%-22s %v", "all", time.Since(began).Round(time.Millisecond))
	return n
}

func (n *network) set(id avs.SetID) allocation.OperatorSet {
	return allocation.OperatorSet{Avs: n.contracts.Addresses[RestakedRollups], Id: uint32(id)}
}

// shares are the operator's in the real DelegationManager, summed over both strategies.
func (n *network) shares(operator common.Address) *big.Int {
	n.t.Helper()
	c, err := n.contracts.Addresses.contract(DelegationManager, delegation.DelegationManagerMetaData)
	require.NoError(n.t, err)
	each, err := read[[]*big.Int](n.t.Context(), n, c, "getOperatorShares", operator, n.contracts.strategies())
	require.NoError(n.t, err)
	return new(big.Int).Add(each[0], each[1])
}

// checkMembers reads the members of every set back from EigenLayer.
func (n *network) checkMembers() {
	n.t.Helper()
	c, err := n.contracts.Addresses.contract(AllocationManager, allocation.AllocationManagerMetaData)
	require.NoError(n.t, err)
	var want []common.Address
	for i := range n.operators {
		want = append(want, n.operators[i].Address())
	}
	slices.SortFunc(want, common.Address.Cmp)
	for _, id := range n.sets {
		members, err := read[[]common.Address](n.t.Context(), n, c, "getMembers", n.set(id))
		require.NoError(n.t, err)
		slices.SortFunc(members, common.Address.Cmp)
		require.Equal(n.t, want, members, "set %d", id)
		n.checkSnapshot(id, want)
	}
}

// checkSnapshot compares the first epoch of a set with who joined: a tenth of the stake counts.
func (n *network) checkSnapshot(id avs.SetID, want []common.Address) {
	n.t.Helper()
	table, err := n.contracts.Addresses.contract(StakeTable, tableMeta)
	require.NoError(n.t, err)
	epoch, err := read[uint64](n.t.Context(), n, table, "currentEpoch", uint32(id))
	require.NoError(n.t, err)
	require.NotZero(n.t, epoch)
	members, err := read[[]bindings.Member](n.t.Context(), n, table, "members", uint32(id), uint64(1))
	require.NoError(n.t, err)
	for i, m := range members {
		require.Equal(n.t, want[i], m.Operator)
		o := n.operators[slices.IndexFunc(n.operators, func(o Operator) bool { return o.Address() == m.Operator })]
		stake := new(big.Int).Add(o.LST, o.ALT)
		require.Equal(n.t, stake.Div(stake, big.NewInt(10)), m.Weight)
		key := o.BLS.PublicKey().EIP2537()
		require.Equal(n.t, key[:], m.BlsKey)
	}
}

func TestNetwork(t *testing.T) {
	_, c := testL1(t, 0)
	n := deployNetwork(t, c, 4)
	n.checkMembers()
	require.Equal(t, avs.NewRollupID(n.contracts.ChainID, n.contracts.Addresses[RestakedRollups], 4242), n.rollup.ID)
	require.Zero(t, n.rollup.Index)
	require.NoError(t, Load(t.Context(), c, n.contracts.Addresses))
	for i, o := range n.operators {
		require.Equal(t, new(big.Int).Add(o.LST, o.ALT), n.shares(o.Address()), "operator %d", i)
	}

	rollups, err := n.contracts.Addresses.contract(RestakedRollups, rollupsMeta)
	require.NoError(t, err)
	separator, err := read[[32]byte](t.Context(), c, rollups, "domainSeparator")
	require.NoError(t, err)
	require.EqualValues(t, n.contracts.Domain().Separator(), separator, "Go and Solidity agree on the domain")
}

func TestJoiningAgainChangesNothing(t *testing.T) {
	_, c := testL1(t, 0)
	n := deployNetwork(t, c, 2)
	nonce := func(i int) uint64 {
		v, err := c.NonceAt(t.Context(), n.operators[i].Address(), nil)
		require.NoError(t, err)
		return v
	}
	before := nonce(0)
	require.NoError(t, JoinOperators(testContext(t), c, n.contracts, n.operators...))
	require.Equal(t, before, nonce(0))
	again, err := RegisterRollup(testContext(t), c, key("owner"), n.contracts, Rollup{Name: "demo", ChainID: 4242, GenesisHash: common.HexToHash("0x1234")})
	require.NoError(t, err)
	require.Equal(t, n.rollup, again)

	// A second rollup needs no new keys, and only what is missing of the stake is deposited.
	second, err := RegisterRollup(testContext(t), c, key("owner"), n.contracts, Rollup{Name: "other", ChainID: 4243, GenesisHash: common.HexToHash("0x99")})
	require.NoError(t, err)
	require.EqualValues(t, 1, second.Index)
	n.operators[0].Sets, n.operators[0].LST = append(n.sets, second.Sets()...), ether(1500)
	require.NoError(t, JoinOperators(testContext(t), c, n.contracts, n.operators[0]))
	require.Equal(t, new(big.Int).Add(ether(1500), n.operators[0].ALT), n.shares(n.operators[0].Address()))
}

func TestStakerDelegates(t *testing.T) {
	_, c := testL1(t, 0)
	n := deployNetwork(t, c, 1)
	o := testOperator(7, n.sets)
	o.Staker = key("staker")
	require.NoError(t, Fund(testContext(t), c, key("owner"), ether(10), o.Address(), addr("staker")))
	require.NoError(t, JoinOperators(testContext(t), c, n.contracts, o))
	require.Equal(t, new(big.Int).Add(o.LST, o.ALT), n.shares(o.Address()))

	other := testOperator(8, n.sets)
	other.Staker = key("staker")
	require.NoError(t, Fund(testContext(t), c, key("owner"), ether(10), other.Address()))
	require.ErrorContains(t, JoinOperators(testContext(t), c, n.contracts, other), "undelegate it first")
}

func TestJoinRefusesBadKeys(t *testing.T) {
	_, c := testL1(t, 0)
	n := deployNetwork(t, c, 1)
	ctx := testContext(t)
	for name, mutate := range map[string]func(*Operator){
		"key of another operator": func(o *Operator) { o.BLS = n.operators[0].BLS },
		"no consensus key":        func(o *Operator) { o.Consensus = nil },
	} {
		t.Run(name, func(t *testing.T) {
			o := testOperator(3, n.sets)
			mutate(&o)
			require.NoError(t, Fund(ctx, c, key("owner"), ether(10), o.Address()))
			err := JoinOperators(ctx, c, n.contracts, o)
			require.Error(t, err)
			t.Log(err)
		})
	}
}

func TestNetworkOnAnvil(t *testing.T) {
	n := deployNetwork(t, anvil(t), 4)
	n.checkMembers()
}

func TestNetworkOutlivesARestart(t *testing.T) {
	opt := devl1.Options{DataDir: t.TempDir(), Setup: true, BlockInterval: 50 * time.Millisecond,
		Alloc: types.GenesisAlloc{addr("owner"): {Balance: ether(10_000)}}}
	l1, err := devl1.Start(opt)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, l1.Close()) })
	c := dialL1(t, l1.HTTP())
	n := deployNetwork(t, c, 4)
	head, err := c.HeaderByNumber(t.Context(), nil)
	require.NoError(t, err)
	require.Less(t, head.Time, uint64(time.Now().Unix()), "the set-up stays behind the clock")
	l1.Live()
	require.NoError(t, l1.Close())

	opt.Setup = false
	again, err := devl1.Start(opt)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, again.Close()) })
	n.Client = dialL1(t, again.HTTP())
	require.NoError(t, Load(t.Context(), n, n.contracts.Addresses))
	n.checkMembers()
}

func TestNetworkOnIntervalMining(t *testing.T) {
	_, c := testL1(t, 50*time.Millisecond)
	deployNetwork(t, c, 4).checkMembers()
}
