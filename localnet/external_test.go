package localnet

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/gethproc"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/node"
)

func TestMain(m *testing.M) {
	gethproc.Main()
	os.Exit(m.Run())
}

// TestExternalClient moves an operator from the embedded client to a geth of its own: the ordered log is replayed into it, and it
// leads, and its blocks are certified.
func TestExternalClient(t *testing.T) {
	options := testOptions(t)
	options.Operators = 1
	n := start(t, options)
	for range 3 {
		probe(t, rpcs(n))
	}
	before := probe(t, rpcs(n))
	want := header(t, rpcs(n)[0], before.Block)
	home := n.File().Operators[0].Home
	stop(t, n)

	network, err := node.LoadNetwork(filepath.Join(home, node.NetworkFile))
	require.NoError(t, err)
	geth := gethproc.Start(t, gethproc.Options{Dir: t.TempDir(), Genesis: network.Rollups[0].Genesis, Testing: true})
	config, err := node.LoadConfig(home)
	require.NoError(t, err)
	config.RollupEngine = map[string]node.EngineConfig{rollupName: {Engine: geth.Engine, JWT: geth.JWT, RPC: geth.RPC}}
	require.NoError(t, config.Save(home))

	n = start(t, options)
	defer stop(t, n)
	c := dial(t, geth.RPC)
	replayed := func() bool {
		number, err := c.BlockNumber(t.Context())
		return err == nil && number >= before.Block
	}
	testutil.Eventually(t, patience, replayed, "the log is replayed")
	after := probe(t, []string{geth.RPC})
	require.Greater(t, after.Block, before.Block)
	require.Equal(t, want.Hash(), header(t, geth.RPC, before.Block).Hash())
	require.Equal(t, geth.RPC, status(t, n, "operator-1").Rollups[0].RPC)
	require.GreaterOrEqual(t, probe(t, []string{geth.RPC}).Block, after.Block+1)
}
