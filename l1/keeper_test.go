package l1

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet/deploy"
)

// keep runs the keeper of the account "keeper POSITION".
func (n *network) keep(position int, stagger uint64) (stop func() error) {
	n.t.Helper()
	name := fmt.Sprint("keeper ", position)
	require.NoError(n.t, deploy.Fund(n.t.Context(), n.client, testKey("owner"), ether(10), address(name)))
	k := NewKeeper(KeeperConfig{Client: n.client, Tx: n.tx(name), Table: n.contracts.Addresses[deploy.StakeTable],
		Sets: func() []avs.SetID { return n.sets }, Position: func() int { return position }, Stagger: stagger,
		Clock: clock.Real(), Log: new(journal).log(), Poll: 5 * time.Millisecond})
	return background(n.t, k.Run)
}

// mineUntilEpoch mines until all sets have the epoch.
func (n *network) mineUntilEpoch(epoch uint64) {
	n.t.Helper()
	testutil.Eventually(n.t, patience, func() bool {
		n.mine(1)
		for _, id := range n.sets {
			if n.epoch(id) < epoch {
				return false
			}
		}
		return true
	}, "epoch %d", epoch)
}

func TestKeepersTakeTurns(t *testing.T) {
	n := newNetwork(t, 2)
	sets := uint64(len(n.sets))
	n.keep(-1, 1) // not in the ordering set
	stop := n.keep(0, 10_000)
	n.keep(1, 10_000)
	n.mineUntilEpoch(1)
	require.Equal(t, sets, n.paid("keeper 0"))

	n.raise(0)
	n.mineUntilEpoch(2)
	require.Equal(t, 2*sets, n.paid("keeper 0"), "one transaction for each set")
	require.Zero(t, n.paid("keeper 1"))

	// Nothing has changed: due snapshots are not worth a transaction.
	n.mine(2 * epochBlocks)
	require.ErrorIs(t, stop(), context.Canceled)
	require.Equal(t, 2*sets, n.paid("keeper 0"))
	require.EqualValues(t, 2, n.epoch(avs.OrderingSet))
	require.Zero(t, n.paid("keeper 1"))
	require.Zero(t, n.paid("keeper -1"))
}

func TestKeeperStandsIn(t *testing.T) {
	n := newNetwork(t, 1)
	n.keep(2, 5)
	head := n.Head()
	n.mineUntilEpoch(1)
	require.GreaterOrEqual(t, n.Head(), head+10, "it leaves the others their time")
	require.Equal(t, uint64(len(n.sets)), n.paid("keeper 2"))
}

// TestKeepersRace: both hold that it is their turn. One of the transactions of each set finds the snapshot taken.
func TestKeepersRace(t *testing.T) {
	n := newNetwork(t, 1)
	n.keep(0, 1)
	n.keep(1, 1)
	for epoch := range uint64(3) {
		n.mineUntilEpoch(epoch + 1)
		require.Equal(t, epoch+1, n.epoch(avs.OrderingSet))
		n.raise(0)
	}
}
