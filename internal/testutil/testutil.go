// Package testutil holds what the tests of several packages share. Nothing outside tests imports it.
//
// Concurrency: every function may be called from any goroutine, except Eventually, which ends the test and so must be
// called from the test's own.
//
// Failure: every function ends the test with a message.
package testutil

import (
	"fmt"
	"math/rand/v2"
	"net"
	"strconv"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// pollEvery is short enough not to show in a test's time, and long enough to leave the processor to the code under
// test.
const pollEvery = 5 * time.Millisecond

// Eventually waits until cond is true, and ends the test if it is not within timeout. The optional what says, as a
// format with arguments, what was waited for.
func Eventually(t testing.TB, timeout time.Duration, cond func() bool, what ...any) {
	t.Helper()
	deadline := time.Now().Add(timeout)
	for !cond() {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within %v", describe(what), timeout)
		}
		time.Sleep(pollEvery)
	}
}

func describe(what []any) string {
	if len(what) == 0 {
		return "condition"
	}
	if format, ok := what[0].(string); ok {
		return fmt.Sprintf(format, what[1:]...)
	}
	return fmt.Sprint(what...)
}

// ports holds the ports already given out, so that one process never gets a port twice: the system may hand out a
// port again as soon as it is closed.
var ports = struct {
	sync.Mutex
	given map[int]bool
}{given: map[int]bool{}}

// FreePort is a TCP port on 127.0.0.1 that nobody listened on when it was chosen.
func FreePort(t testing.TB) int {
	t.Helper()
	ports.Lock()
	defer ports.Unlock()
	for range 100 {
		// Below the range of outgoing connections, one of which could hold the port by the time it is used.
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(10240+rand.IntN(22528))))
		if err != nil {
			continue
		}
		port := l.Addr().(*net.TCPAddr).Port
		if err := l.Close(); err != nil {
			t.Fatalf("find a free port: %v", err)
		}
		if !ports.given[port] {
			ports.given[port] = true
			return port
		}
	}
	t.Fatal("find a free port: the system offers only ports already given out")
	return 0
}

// FreePorts is n different free ports.
func FreePorts(t testing.TB, n int) []int {
	t.Helper()
	out := make([]int, n)
	for i := range out {
		out[i] = FreePort(t)
	}
	return out
}

// LeakOptions are the goroutines that libraries start once for the whole process and never end, so that no test can
// wait for them. Each is named by its function; anything else that is left is a leak.
func LeakOptions() []goleak.Option {
	var opts []goleak.Option
	for _, fn := range []string{
		// libp2p's bandwidth meters share one sweeper.
		"github.com/libp2p/go-flow-metrics.(*sweeper).run",
		// libp2p's look for a NAT gateway goes on for its own timeout after the host has closed.
		"github.com/koron/go-ssdp.Search",
		"github.com/jackpal/go-nat-pmp.(*Client).GetExternalAddress",
		// geth's meters share one ticker; its transaction sender recovery has one pool of threads.
		"github.com/ethereum/go-ethereum/metrics.(*meterTicker).loop",
		"github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache",
		// goleveldb, behind geth's and CometBFT's stores, returns pooled buffers a while after Close.
		"github.com/syndtr/goleveldb/leveldb/util.(*BufferPool).drain",
		"github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain",
		// CometBFT's dependencies start these in their package initialisation.
		"github.com/golang/glog.(*fileSink).flushDaemon",
		"go.opencensus.io/stats/view.(*worker).start",
	} {
		opts = append(opts, goleak.IgnoreAnyFunction(fn))
	}
	return opts
}
