package localnet

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTypeScriptClient lets the npm package follow a real network: from the L1's URL and Mach's address it checks every
// certificate that the operators serve.
func TestTypeScriptClient(t *testing.T) {
	dir := buildTypeScript(t)
	n := start(t, testOptions(t))
	defer stop(t, n)
	newest := probe(t, rpcs(n)).Block
	hash := requireAgreement(t, rpcs(n), newest)
	var operators []string
	for _, o := range n.File().Operators {
		operators = append(operators, o.API)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 4*patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "node", "--test", "--test-reporter=tap", filepath.Join("build", "live.test.js"))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TRIDENT_OPERATORS="+strings.Join(operators, ","), "TRIDENT_L1="+n.File().L1.RPC,
		"TRIDENT_MACH="+n.File().Contracts["Mach"].Hex(), "TRIDENT_ROLLUP="+rollupName, fmt.Sprintf("TRIDENT_BLOCK=%d", newest), "TRIDENT_HASH="+hash.Hex())
	out, err := cmd.CombinedOutput()
	t.Log(string(out))
	require.NoError(t, err)
	require.Contains(t, string(out), "# fail 0")
	require.NotContains(t, string(out), "names no network")
}

// buildTypeScript compiles the package and its tests, and skips the test where the tools are not installed.
func buildTypeScript(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "api", "client-ts"))
	require.NoError(t, err)
	compiler := filepath.Join(dir, "node_modules", ".bin", "tsc")
	if _, err := os.Stat(compiler); err != nil {
		t.Skip("the TypeScript client's tools are not installed: make client-ts-deps")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	for _, project := range []string{"tsconfig.json", "tsconfig.test.json"} {
		cmd := exec.CommandContext(t.Context(), compiler, "-p", project)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
	}
	return dir
}
