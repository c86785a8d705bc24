package devl1

import (
	"math/big"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/stretchr/testify/require"
)

// TestLongChain logs what blocks and eth_getLogs cost; it guards against an index or cache that makes mining or
// eth_getLogs slow.
func TestLongChain(t *testing.T) {
	if testing.Short() {
		t.Skip("long chain")
	}
	const blocks = 1000
	l, c := start(t, Options{DataDir: t.TempDir(), BlockInterval: -1})
	began := time.Now()
	for n := range uint64(40) {
		transfer(t, c, 0, n, logger, nil)
		require.NoError(t, l.Mine(blocks/40))
	}
	t.Logf("%d blocks in %v", blocks, time.Since(began).Round(time.Millisecond))
	began = time.Now()
	logs, err := c.FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: new(big.Int)})
	require.NoError(t, err)
	require.Len(t, logs, 40)
	t.Logf("logs of all blocks in %v", time.Since(began).Round(time.Millisecond))
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		for line := range strings.SplitSeq(string(status), "\n") {
			if strings.HasPrefix(line, "VmRSS") || strings.HasPrefix(line, "VmHWM") {
				t.Log(line)
			}
		}
	}
}
