package testutil_test

import (
	"net"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/testutil"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

// recorder is a TB whose Fatalf is seen and not felt.
type recorder struct {
	testing.TB
	message string
}

func (r *recorder) Helper() {}
func (r *recorder) Fatalf(format string, _ ...any) {
	r.message = format
	panic(r)
}

func TestEventually(t *testing.T) {
	var n atomic.Int32
	testutil.Eventually(t, time.Minute, func() bool { return n.Add(1) == 3 }, "count to %d", 3)
	rec := &recorder{TB: t}
	require.Panics(t, func() { testutil.Eventually(rec, time.Nanosecond, func() bool { return false }) })
	require.NotEmpty(t, rec.message)
}

func TestFreePorts(t *testing.T) {
	seen := map[int]bool{}
	for _, p := range testutil.FreePorts(t, 50) {
		require.False(t, seen[p])
		seen[p] = true
	}
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(testutil.FreePort(t))))
	require.NoError(t, err)
	require.NoError(t, l.Close())
}
