package localnet

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/node"
)

// bodyLiar stands for an operator that serves true certificates, and of every block the body of another.
func bodyLiar(t *testing.T, api string) (at string, lies *atomic.Int64) {
	t.Helper()
	to, err := url.Parse(api)
	require.NoError(t, err)
	honest, err := client.Dial(context.Background(), api)
	require.NoError(t, err)
	lies = new(atomic.Int64)
	proxy := httputil.NewSingleHostReverseProxy(to)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.URL.Path, "/batches/") {
			proxy.ServeHTTP(w, r)
			return
		}
		batch, err := honest.Batch(r.Context(), rollupName, 1)
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		batch.Body = bytes.Clone(batch.Body)
		batch.Body[len(batch.Body)-3] ^= 1
		batch.Header.Header.BodyHash = crypto.Keccak256Hash(batch.Body)
		lies.Add(1)
		_, _ = w.Write(batch.Encode())
	}))
	t.Cleanup(func() { server.Close(); honest.Close() })
	return server.URL, lies
}

// runFollower runs a follower in a home until halt is called.
func runFollower(t *testing.T, home string, c node.FollowerConfig, log *slog.Logger) (f *node.Follower, halt func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	f, err := node.NewFollower(ctx, home, c, log)
	require.NoError(t, err)
	done := make(chan error, 1)
	go func() { done <- f.Run(ctx) }()
	return f, func() {
		t.Helper()
		cancel()
		require.NoError(t, <-done)
		require.NoError(t, f.Close())
	}
}

// TestFollower follows a network with history from nothing but an L1, the address of Mach and two APIs, one of which lies;
// it serves the same blocks, takes transactions, and goes on after a restart with what was missed.
func TestFollower(t *testing.T) {
	options := testOptions(t)
	options.Operators = 1
	n := start(t, options)
	defer func() { stop(t, n) }()
	operator := n.File().Operators[0]
	for range 4 {
		probe(t, rpcs(n))
	}
	evil, lies := bodyLiar(t, operator.API)
	home := filepath.Join(t.TempDir(), "follower")
	config := node.FollowerConfig{L1: n.File().L1.RPC, Mach: n.contracts().Addresses["Mach"], Rollup: rollupName, From: []string{evil, operator.API},
		RPC: "127.0.0.1:0", Status: "127.0.0.1:0"}
	f, halt := runFollower(t, home, config, options.Log)
	caughtUp := func() {
		t.Helper()
		want := status(t, n, operator.Name).Rollups[0]
		testutil.Eventually(t, patience, func() bool { return f.Status().Head >= want.Certified }, "follower is at block", want.Certified)
		theirs, ours := header(t, operator.RollupRPC[rollupName], want.Certified), header(t, f.RPC(), want.Certified)
		require.Equal(t, theirs.Hash(), ours.Hash())
		require.Equal(t, theirs.Root, ours.Root)
	}
	caughtUp()
	require.Positive(t, lies.Load(), "it was asked, and not believed")
	to := common.Address{0xf0}
	receipt := sendFrom(t, f.RPC(), &to, nil) // to the operators and back
	require.Equal(t, receipt.BlockHash, header(t, operator.RollupRPC[rollupName], receipt.BlockNumber.Uint64()).Hash())
	require.NoError(t, awaitFinalized(context.Background(), dial(t, f.RPC()), receipt.BlockNumber.Uint64()))
	require.Empty(t, f.Status().Trouble)
	halt()

	for range 2 {
		probe(t, rpcs(n))
	}
	f, halt = runFollower(t, home, config, options.Log)
	defer halt()
	caughtUp()

	other := config
	other.Rollup = "nope"
	_, err := node.NewFollower(context.Background(), filepath.Join(t.TempDir(), "other"), other, options.Log)
	require.ErrorIs(t, err, client.ErrNoRollup)
	_, err = node.NewFollower(context.Background(), home, config, options.Log)
	require.ErrorIs(t, err, node.ErrHomeInUse)
}
