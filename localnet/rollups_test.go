package localnet

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/node"
)

// rollupURLs are the RPCs of one rollup at all operators.
func rollupURLs(n *Network, rollup string) []string {
	var out []string
	for _, o := range n.File().Operators {
		out = append(out, o.RollupRPC[rollup])
	}
	return out
}

// awaitState waits until a rollup is in a state at an operator and returns its status there.
func awaitState(t *testing.T, n *Network, operator, rollup, state string) (found node.StatusRollup) {
	t.Helper()
	testutil.Eventually(t, patience, func() bool {
		v, err := n.Status(context.Background()).RollupView(rollup)
		require.NoError(t, err)
		for _, o := range v.Operators {
			if o.Name == operator && o.Status != nil && o.Status.State == state {
				found = *o.Status
				return true
			}
		}
		return false
	}, rollup, "is", state, "at", operator)
	return found
}

// spoil puts a file where an operator that is down has the chain of a rollup. mend undoes it.
func spoil(t *testing.T, n *Network, operator, rollup string) (mend func()) {
	t.Helper()
	o, err := n.File().Operator(operator)
	require.NoError(t, err)
	chain := filepath.Join(o.Home, "data", "rollups", rollup)
	require.NoError(t, os.RemoveAll(chain))
	require.NoError(t, os.WriteFile(chain, []byte("no chain"), 0o600))
	return func() { require.NoError(t, os.Remove(chain)) }
}

// TestBrokenRollup spoils one of three rollups at two of four operators: it stops being certified and says why, the others
// go on everywhere, and it is back by itself when it is mended, with the blocks that it had.
func TestBrokenRollup(t *testing.T) {
	options := testOptions(t)
	options.Rollups = 3
	n := start(t, options)
	defer stop(t, n)
	names := startNames(3)
	last := map[string]uint64{}
	for _, name := range names {
		last[name] = probe(t, rollupURLs(n, name)).Block
	}
	broken := names[1]
	var mend []func()
	for _, operator := range []string{"operator-1", "operator-3"} {
		require.NoError(t, n.Kill(operator))
		mend = append(mend, spoil(t, n, operator, broken))
		restart(t, n, operator)
		s := awaitState(t, n, operator, broken, node.RollupFailed)
		require.Contains(t, s.Why, "directory")
		require.Empty(t, s.RPC)
	}
	for _, o := range n.Status(t.Context()).Operators {
		require.Equal(t, o.Name == "operator-1" || o.Name == "operator-3", !o.Node.Healthy && strings.Contains(strings.Join(o.Node.Trouble, " "), broken),
			"%s: %v", o.Name, o.Node.Trouble)
		require.True(t, o.Node.Ready, "a broken rollup is no trouble of %s", o.Name)
	}
	for _, name := range []string{names[0], names[2]} {
		now := probe(t, rollupURLs(n, name))
		require.Greater(t, now.Block, last[name])
	}
	for _, m := range mend {
		m()
	}
	for _, operator := range []string{"operator-1", "operator-3"} {
		awaitState(t, n, operator, broken, node.RollupRunning)
	}
	require.Greater(t, probe(t, rollupURLs(n, broken)).Block, last[broken])
	requireAgreement(t, rollupURLs(n, broken), last[broken])
}
