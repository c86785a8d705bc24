package main

import (
	"net"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestForeignDirectory leaves a directory with somebody else's files as it is.
func TestForeignDirectory(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "letter"), nil, 0o600))
	requireRefused(t, command(t, upArgs(dir)...), "contains letter", "choose another --dir")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1)
}

// TestPortsInUse takes the L1's port and each of an operator's: the error names it, and nothing is written.
func TestPortsInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	taken := l.Addr().(*net.TCPAddr).Port
	dir := filepath.Join(t.TempDir(), "net")
	refused := func(says string, flags ...string) {
		requireRefused(t, command(t, append([]string{"localnet", "up", "--once", "--dir", dir}, flags...)...), l.Addr().String(), says)
		require.False(t, exists(dir), "nothing is half-written")
	}
	refused("choose --l1-port", "--l1-port", strconv.Itoa(taken), "--base-port", "0")
	for offset := range 4 { // gossip, consensus, API and rollup RPC of a lone operator
		refused("with --base-port and another --dir", "--l1-port", "0", "--operators", "1", "--base-port", strconv.Itoa(taken-offset))
	}
}
