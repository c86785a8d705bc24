package api_test

import (
	"bytes"
	"encoding/binary"
	"io"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/proto"

	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
	"github.com/trident-network/trident/avs"
)

// BenchmarkSubscribers is the delivery of one certificate to n subscribers of one operator, each on a connection of its own
// over the loopback: from the moment when it is stored to the moment when its last byte has been received. Both ends run on
// this machine and share its processors; bytes/subscriber is the memory of both ends together.
func BenchmarkSubscribers(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkSubscribers(b, n) })
	}
}

func benchmarkSubscribers(b *testing.B, n int) {
	l := newLedger(b)
	cfg := config(l)
	cfg.Alerts = nil // the ledger in memory tells alerts and certificates by one signal
	s := serve(b, cfg)
	var ready []avs.Certificate
	for number := range uint64(b.N) {
		ready = append(ready, l.certificate(l.claim(number+1, 1)))
	}
	before := inUse()
	hc := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n}}
	defer hc.CloseIdleConnections()
	arrived := make(chan time.Time, n)
	var readers sync.WaitGroup
	for range n {
		body := stream(b, hc, "http://"+s.Addr())
		readers.Go(func() {
			defer body.Close()
			for range b.N {
				if !frame(body) {
					b.Error("the stream ended")
				}
				arrived <- time.Now()
			}
		})
	}
	each := (inUse() - before) / uint64(n)
	var delays []time.Duration
	b.ResetTimer()
	for _, c := range ready {
		l.mu.Lock()
		l.kept = append(l.kept, c)
		stored := time.Now()
		l.signal()
		l.mu.Unlock()
		for range n {
			delays = append(delays, (<-arrived).Sub(stored))
		}
	}
	b.StopTimer()
	readers.Wait()
	slices.Sort(delays)
	b.ReportMetric(milliseconds(delays[len(delays)/2]), "p50-ms")
	b.ReportMetric(milliseconds(delays[len(delays)*99/100]), "p99-ms")
	b.ReportMetric(float64(each), "bytes/subscriber")
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse + m.StackInuse
}

// stream opens a stream of certificates and returns its frames.
func stream(b *testing.B, hc *http.Client, url string) io.ReadCloser {
	b.Helper()
	message, err := proto.Marshal(&tridentv1.StreamCertificatesRequest{Rollup: "demo", FromNumber: 1})
	require.NoError(b, err)
	body := append(binary.BigEndian.AppendUint32([]byte{0}, uint32(len(message))), message...)
	answer, err := hc.Post(url+"/trident.v1.MachService/StreamCertificates", "application/connect+proto", bytes.NewReader(body))
	require.NoError(b, err)
	require.Equal(b, http.StatusOK, answer.StatusCode)
	return answer.Body
}

// frame reads one message: a byte of flags, the length, the bytes.
func frame(from io.Reader) bool {
	var head [5]byte
	if _, err := io.ReadFull(from, head[:]); err != nil {
		return false
	}
	_, err := io.CopyN(io.Discard, from, int64(binary.BigEndian.Uint32(head[1:])))
	return err == nil
}
