package deploy

import (
	"errors"
	"testing"
	"time"

	allocation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
	delegation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/DelegationManager"
	strategies "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyManager"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"
)

func checkCore(t *testing.T, b Backend, core *Core, d Delays) {
	t.Helper()
	number := func(name string, meta *bind.MetaData, method string) uint32 {
		c, err := core.Addresses.contract(name, meta)
		require.NoError(t, err)
		n, err := read[uint32](t.Context(), b, c, method)
		require.NoError(t, err)
		return n
	}
	require.Equal(t, d.Withdrawal, number(DelegationManager, delegation.DelegationManagerMetaData, "minWithdrawalDelayBlocks"))
	require.Equal(t, d.Deallocation, number(AllocationManager, allocation.AllocationManagerMetaData, "DEALLOCATION_DELAY"))
	require.Equal(t, d.Configuration, number(AllocationManager, allocation.AllocationManagerMetaData, "ALLOCATION_CONFIGURATION_DELAY"))
	resolution := uint32(d.SlashResolution)
	if resolution == 0 {
		resolution = 50_400
	}
	require.Equal(t, resolution, number(StrategyManager, strategies.StrategyManagerMetaData, "SLASH_RESOLUTION_DELAY_BLOCKS"))
	c, err := core.Addresses.contract(StrategyManager, strategies.StrategyManagerMetaData)
	require.NoError(t, err)
	for _, s := range core.Strategies() {
		listed, err := read[bool](t.Context(), b, c, "strategyIsWhitelistedForDeposit", s)
		require.NoError(t, err)
		require.True(t, listed)
	}
}

func TestEigenLayer(t *testing.T) {
	var first Addresses
	for name, opt := range map[string]CoreOptions{
		"local delays":     {},
		"other delays":     {Delays: &Delays{Withdrawal: 50, Deallocation: 40, Configuration: 7, SlashResolution: 9}},
		"real slash delay": {Delays: &Delays{Withdrawal: 6, Deallocation: 5, Configuration: 2}},
	} {
		t.Run(name, func(t *testing.T) {
			_, c := testL1(t, 0)
			began := time.Now()
			core, err := EigenLayer(testContext(t), c, key("owner"), opt)
			require.NoError(t, err)
			t.Logf("deployed in %v", time.Since(began).Round(time.Millisecond))
			if first == nil {
				first = core.Addresses
			}
			require.Equal(t, first, core.Addresses, "addresses follow from the owner's key alone")
			checkCore(t, c, core, core.Delays)
		})
	}
}

func TestEigenLayerOnIntervalMining(t *testing.T) {
	_, c := testL1(t, 50*time.Millisecond)
	began := time.Now()
	core, err := EigenLayer(testContext(t), c, key("owner"), CoreOptions{})
	require.NoError(t, err)
	t.Logf("deployed in %v", time.Since(began).Round(time.Millisecond))
	checkCore(t, c, core, LocalDelays())
}

func TestEigenLayerOnAnvil(t *testing.T) {
	c := anvil(t)
	began := time.Now()
	core, err := EigenLayer(testContext(t), c, key("owner"), CoreOptions{})
	require.NoError(t, err)
	t.Logf("deployed in %v", time.Since(began).Round(time.Millisecond))
	checkCore(t, c, core, LocalDelays())
}

func TestEigenLayerGoesOnAfterAnInterruption(t *testing.T) {
	_, c := testL1(t, 0)
	stop := errors.New("interrupted")
	start := uint64(0)
	_, err := EigenLayer(testContext(t), &interrupted{c, 11, stop}, key("owner"), CoreOptions{FirstNonce: &start})
	require.ErrorIs(t, err, stop)
	core, err := EigenLayer(testContext(t), c, key("owner"), CoreOptions{FirstNonce: &start})
	require.NoError(t, err)
	checkCore(t, c, core, LocalDelays())
	again, err := EigenLayer(testContext(t), c, key("owner"), CoreOptions{FirstNonce: &start})
	require.NoError(t, err)
	require.Equal(t, core, again, "a finished deployment is found, not repeated")
	n, err := c.NonceAt(t.Context(), addr("owner"), nil)
	require.NoError(t, err)
	require.Equal(t, core.NextNonce, n)
}

func TestEigenLayerRefusesEscapingStake(t *testing.T) {
	_, c := testL1(t, 0)
	_, err := EigenLayer(testContext(t), c, key("owner"), CoreOptions{Delays: &Delays{Withdrawal: 4, Deallocation: 5}})
	require.ErrorContains(t, err, "stake could leave")
}

func TestLoad(t *testing.T) {
	_, c := testL1(t, 0)
	err := Load(t.Context(), c, Addresses{Mach: common.HexToAddress("0x1234")})
	require.ErrorIs(t, err, ErrOtherL1)
	require.EqualError(t, err, "contract Mach missing at 0x0000000000000000000000000000000000001234: this L1 is not the one this directory was made for")
}
