package deploy

import (
	"math/big"
	"testing"

	allocation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// TestStakeAndMembershipMove lets a staker delegate more and take some out again, and an operator leave; the snapshots
// follow.
func TestStakeAndMembershipMove(t *testing.T) {
	_, c := testL1(t, 0)
	n := deployNetwork(t, c, 2)
	ctx, owner, o := testContext(t), key("owner"), &n.operators[0]
	snapshot := func() map[avs.OperatorID]*big.Int {
		head, err := c.BlockNumber(ctx)
		require.NoError(t, err)
		require.NoError(t, Advance(ctx, c, owner, head+n.contracts.EpochBlocks))
		require.NoError(t, Snapshot(ctx, c, owner, n.contracts, n.sets...))
		weights, err := Weights(ctx, c, n.contracts, avs.OrderingSet)
		require.NoError(t, err)
		return weights
	}
	token, err := n.contracts.Addresses.contract(LST, testToken)
	require.NoError(t, err)
	balance := func() *big.Int {
		b, err := read[*big.Int](ctx, c, token, "balanceOf", o.Address())
		require.NoError(t, err)
		return b
	}
	tenth := func(stake *big.Int) *big.Int { return new(big.Int).Div(stake, big.NewInt(10)) }

	require.NoError(t, AddStake(ctx, c, n.contracts, o.staker(), ether(500)))
	require.Equal(t, tenth(new(big.Int).Add(ether(1500), o.ALT)), snapshot()[o.Address()])
	require.ErrorIs(t, RemoveStake(ctx, c, n.contracts, o.staker(), ether(1501)), ErrStake)
	require.NoError(t, RemoveStake(ctx, c, n.contracts, o.staker(), ether(900)))
	require.NoError(t, CompleteWithdrawals(ctx, c, n.contracts, o.staker()))
	require.Zero(t, balance().Sign(), "the delay is not over")
	stake, err := Stake(ctx, c, n.contracts, o.Address())
	require.NoError(t, err)
	require.Equal(t, ether(600), stake)
	require.Equal(t, tenth(new(big.Int).Add(ether(600), o.ALT)), snapshot()[o.Address()])
	require.NoError(t, CompleteWithdrawals(ctx, c, n.contracts, o.staker()))
	require.Equal(t, ether(900), balance())

	require.NoError(t, LeaveSets(ctx, c, n.contracts, o.Key, n.sets...))
	require.NoError(t, LeaveSets(ctx, c, n.contracts, o.Key, n.sets...), "again changes nothing")
	manager, err := n.contracts.Addresses.contract(AllocationManager, allocation.AllocationManagerMetaData)
	require.NoError(t, err)
	for _, id := range n.sets {
		member, err := read[bool](ctx, c, manager, "isMemberOfOperatorSet", o.Address(), n.set(id))
		require.NoError(t, err)
		require.False(t, member)
	}
	weights := snapshot()
	require.Len(t, weights, 1)
	require.Nil(t, weights[o.Address()])
}
