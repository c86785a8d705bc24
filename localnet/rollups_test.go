package localnet

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

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

// TestRollups has a second rollup from the start and makes a third while the network runs. One is spoilt at two of four
// operators: it says why, the others go on everywhere, and it is back by itself when it is mended, with the blocks that it had.
// Then another is stopped, and after a restart of everything all are as they were.
func TestRollups(t *testing.T) {
	options := testOptions(t)
	options.Rollups, options.BlockInterval = 2, 100*time.Millisecond
	n := start(t, options)
	defer func() { stop(t, n) }()
	demo, second := startName(0), startName(1)
	made := makeRollup(t, n, RollupSpec{Name: "shop", SlotMillis: 200, Ranks: 2, GasLimit: 60_000_000})
	require.NotZero(t, made.Block)
	last := map[string]uint64{"shop": made.Block}
	for _, name := range []string{demo, second} {
		last[name] = probe(t, rollupURLs(n, name)).Block
	}

	spoilt := []string{"operator-1", "operator-3"}
	mend := make([]func(), len(spoilt))
	for i, operator := range spoilt {
		require.NoError(t, n.Kill(operator))
		mend[i] = spoil(t, n, operator, made.ID.Hex())
		restart(t, n, operator)
		s := awaitState(t, n, operator, "shop", node.RollupFailed)
		require.Contains(t, s.Why, "directory")
	}
	testutil.Eventually(t, patience, func() bool {
		return !slices.ContainsFunc(n.Status(t.Context()).Operators, func(o OperatorStatus) bool { return o.Node == nil || !o.Node.Ready })
	}, "a broken rollup keeps no operator from being ready")
	for _, o := range n.Status(t.Context()).Operators {
		require.True(t, o.Node.Ready, "a broken rollup is no trouble of %s: %v", o.Name, o.Node.Trouble)
		require.Equal(t, slices.Contains(spoilt, o.Name), strings.Contains(strings.Join(o.Node.Trouble, " "), "shop"), "%s: %v", o.Name, o.Node.Trouble)
	}
	for _, name := range []string{demo, second} {
		require.Greater(t, probe(t, rollupURLs(n, name)).Block, last[name])
	}
	for i, operator := range spoilt {
		mend[i]()
		awaitState(t, n, operator, "shop", node.RollupRunning)
	}
	require.Greater(t, probe(t, rollupURLs(n, "shop")).Block, last["shop"])
	requireAgreement(t, rollupURLs(n, "shop"), last["shop"])

	require.NoError(t, n.StopRollup(t.Context(), second))
	requireStopped(t, n, second, last[second])
	require.ErrorIs(t, n.StopRollup(t.Context(), second), ErrRollupSpec)
	_, err := n.CreateRollup(t.Context(), RollupSpec{Name: second})
	require.ErrorIs(t, err, ErrRollupName)
	probe(t, rollupURLs(n, demo))

	stop(t, n)
	n = start(t, options)
	for _, name := range []string{demo, "shop"} {
		require.Greater(t, probe(t, rollupURLs(n, name)).Block, last[name])
	}
	requireStopped(t, n, second, last[second])
}

func makeRollup(t *testing.T, n *Network, spec RollupSpec) RollupMade {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	made, err := n.CreateRollup(ctx, spec)
	require.NoError(t, err)
	t.Logf("%s: registered %s, served %s, certified %s", spec.Name, made.Registered, made.Served, made.Certified)
	return made
}

// requireStopped checks that a rollup can be read everywhere and takes no transactions.
func requireStopped(t *testing.T, n *Network, rollup string, block uint64) {
	t.Helper()
	for _, o := range n.File().Operators {
		awaitState(t, n, o.Name, rollup, node.RollupStopping)
	}
	requireAgreement(t, rollupURLs(n, rollup), block)
	for _, url := range rollupURLs(n, rollup) {
		c := dial(t, url)
		tx, err := transfer(t.Context(), c, accountKeys()[0])
		require.NoError(t, err)
		require.ErrorContains(t, c.SendTransaction(t.Context(), tx), "stopped")
	}
}
