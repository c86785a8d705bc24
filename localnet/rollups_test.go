package localnet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// rollupRPCs are the RPCs of one rollup at all operators.
func rollupRPCs(n *Network, rollup string) []string {
	var out []string
	for _, o := range n.File().Operators {
		out = append(out, o.RollupRPC[rollup])
	}
	return out
}

func TestRollups(t *testing.T) {
	options := testOptions(t)
	options.Rollups = 3
	n := start(t, options)
	defer stop(t, n)
	for _, name := range startNames(3) {
		tiers := probe(t, rollupRPCs(n, name))
		require.NotZero(t, tiers.Block)
		t.Log(name, tiers)
	}
}
