package main

import (
	"context"
	"net/http"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/testutil"
)

// anvil starts Foundry's development L1, of a given chain id, and returns its URL.
func anvil(t *testing.T, flags ...string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "contracts", "node_modules", ".bin", "anvil"))
	require.NoError(t, err)
	if _, err := exec.LookPath(path); err != nil {
		if path, err = exec.LookPath("anvil"); err != nil {
			t.Skip("anvil is not installed: make contracts-deps")
		}
	}
	port := testutil.FreePort(t)
	cmd := exec.Command(path, append([]string{"--silent", "--port", strconv.Itoa(port)}, flags...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // the group: npm's anvil is a script that starts the program
		_ = cmd.Wait()
	})
	t.Cleanup(http.DefaultClient.CloseIdleConnections)
	url := "http://127.0.0.1:" + strconv.Itoa(port)
	c, err := ethclient.Dial(url)
	require.NoError(t, err)
	defer c.Close()
	testutil.Eventually(t, patience, func() bool {
		_, err := c.ChainID(context.Background())
		return err == nil
	}, "anvil to answer")
	return url
}

// TestAnvil makes a network on an L1 that is not ours, resumes it, and refuses it on another L1.
func TestAnvil(t *testing.T) {
	for name, flags := range map[string][]string{"mining on demand": nil, "mining by the clock": {"--block-time", "1"}} {
		t.Run(name, func(t *testing.T) {
			url := anvil(t, flags...)
			dir := filepath.Join(t.TempDir(), "net")
			first := upOnce(t, dir, "--l1", url)
			require.Zero(t, first.code, first.stderr)
			require.Contains(t, first.stdout, "is in block 1\n")
			resumed := upOnce(t, dir)
			require.Zero(t, resumed.code, resumed.stderr)
			require.Contains(t, resumed.stdout, "is in block 2\n", "the same chain goes on")
			requireStopped(t, dir)
			if flags != nil {
				return
			}
			requireRefused(t, upOnce(t, dir, "--l1", anvil(t, "--chain-id", "5")), "has chain id 5", "give the right --l1")
			requireRefused(t, upOnce(t, dir, "--l1", anvil(t)), "not the one this directory was made for", "give the right --l1")
		})
	}
}
