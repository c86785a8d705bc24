package localnet

import (
	"context"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/node"
)

// TestJoinByStateAndByReplay lets a fourth operator join a network with history by reading its state, and a fifth by executing all
// of it. Both come to the same blocks and the same schedule, and lead.
func TestJoinByStateAndByReplay(t *testing.T) {
	options := testOptions(t)
	options.Operators, options.BlockInterval = 3, 100*time.Millisecond
	options.WindowSpans, options.Batches = 3, 4
	n := start(t, options)
	defer func() { stop(t, n) }()
	for range 8 {
		probe(t, rpcs(n))
	}
	halt := load(t, rpcs(n)[0])
	testutil.Eventually(t, patience, func() bool {
		return time.Since(networkOf(t, n).GenesisTime) > 6*time.Second && status(t, n, "operator-1").Consensus.Height > 20
	}, "old enough that a newcomer asks for the state")

	join := func(replay bool) string {
		t.Helper()
		n.options.Replay = replay
		ctx, cancel := context.WithTimeout(context.Background(), 2*patience)
		defer cancel()
		name, err := n.Join(ctx)
		require.NoError(t, err)
		return name
	}
	byState := join(false)
	byReplay := join(true)
	old := func(name string) error {
		_, err := dial(t, rpcOf(t, n, name)).BlockByNumber(context.Background(), big.NewInt(3))
		return err
	}
	require.NoError(t, old(byReplay))
	require.Error(t, old(byState), "blocks from before it came are not there")
	for _, name := range []string{byState, byReplay} {
		testutil.Eventually(t, patience, func() bool { return hasLed(t, n, name) }, name, "leads")
	}
	halt()
	requireAgreement(t, rpcs(n), probe(t, rpcs(n)).Block)

	c := make(map[string]*client.Client)
	for _, name := range []string{"operator-1", byState, byReplay} {
		c[name] = apiOf(t, n, name)
	}
	now, err := c["operator-1"].SquadSchedule(context.Background(), rollupName, nil)
	require.NoError(t, err)
	window := uint64(now.Window)
	for _, name := range []string{byState, byReplay} {
		want, err := c["operator-1"].SquadSchedule(context.Background(), rollupName, &window)
		require.NoError(t, err)
		got, err := c[name].SquadSchedule(context.Background(), rollupName, &window)
		require.NoError(t, err)
		require.Equal(t, want.Windows, got.Windows, name)
	}
}

func networkOf(t *testing.T, n *Network) *node.Network {
	t.Helper()
	network, err := node.LoadNetwork(filepath.Join(n.options.Dir, n.planned()[0].Home, node.NetworkFile))
	require.NoError(t, err)
	return network
}

func rpcOf(t *testing.T, n *Network, name string) string {
	t.Helper()
	o, err := n.File().Operator(name)
	require.NoError(t, err)
	return o.RollupRPC[rollupName]
}

func apiOf(t *testing.T, n *Network, name string) *client.Client {
	t.Helper()
	o, err := n.File().Operator(name)
	require.NoError(t, err)
	c, err := client.Dial(context.Background(), o.API)
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}

// hasLed tells whether an operator was the leader of a batch that the others have ordered.
func hasLed(t *testing.T, n *Network, name string) bool {
	t.Helper()
	s, err := apiOf(t, n, name).SquadStatus(context.Background(), rollupName)
	require.NoError(t, err)
	return s.Own.Led > 0
}
