package rollup

import (
	"context"
	"fmt"
	"math/big"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"
)

const benchAccounts = 1000

// load is n transfers to accounts that did not exist, spread over all senders.
func load(round, n int) []*types.Transaction {
	txs := make([]*types.Transaction, n)
	for i := range txs {
		at := round*n + i
		txs[i] = transfer(at%benchAccounts, uint64(at/benchAccounts), common.BigToAddress(big.NewInt(1<<40+int64(at))))
	}
	return txs
}

// chainOf builds b.N blocks of n transfers on a driver and gives their bodies; the building is what is measured if timed.
func chainOf(b *testing.B, n int, timed bool) [][]byte {
	b.Helper()
	d := newDriver(b, benchAccounts)
	parent := head(b, d)
	bodies := make([][]byte, b.N)
	if timed {
		b.ResetTimer()
	}
	for i := range bodies {
		if timed {
			b.StopTimer()
		}
		give(b, d, load(i, n)...)
		if timed {
			b.StartTimer()
		}
		built := build(b, d, parent)
		if timed {
			b.StopTimer()
		}
		require.Equal(b, n, built.Ref.Transactions)
		require.NoError(b, d.SetHead(context.Background(), built.Ref.Hash))
		settle(b, d)
		bodies[i], parent = built.Body, built.Ref
	}
	return bodies
}

func rate(b *testing.B, n int) {
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "tx/s")
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			chainOf(b, n, true)
			rate(b, n)
		})
	}
}

// BenchmarkImport compares what a follower does (import, then head) with geth's own InsertChain of the same blocks, and
// with an import whose transactions the pool has.
func BenchmarkImport(b *testing.B) {
	ctx := context.Background()
	for _, n := range []int{100, 1000} {
		follow := func(b *testing.B, pooled bool) {
			bodies := chainOf(b, n, false)
			d := newDriver(b, benchAccounts)
			b.ResetTimer()
			for i, body := range bodies {
				if pooled {
					b.StopTimer()
					give(b, d, load(i, n)...)
					b.StartTimer()
				}
				ref, err := d.Import(ctx, body)
				require.NoError(b, err)
				require.NoError(b, d.SetHead(ctx, ref.Hash))
				if pooled {
					b.StopTimer()
					settle(b, d)
					b.StartTimer()
				}
			}
			rate(b, n)
		}
		b.Run(fmt.Sprintf("%d/driver", n), func(b *testing.B) { follow(b, false) })
		b.Run(fmt.Sprintf("%d/pooled", n), func(b *testing.B) { follow(b, true) })
		b.Run(fmt.Sprintf("%d/geth", n), func(b *testing.B) {
			bodies := chainOf(b, n, false)
			d := newDriver(b, benchAccounts)
			b.ResetTimer()
			for _, body := range bodies {
				block, err := DecodeBody(body)
				require.NoError(b, err)
				_, err = d.chain.InsertChain(types.Blocks{block})
				require.NoError(b, err)
			}
			rate(b, n)
		})
	}
}

// BenchmarkAnnounce is the time from eth_sendRawTransaction to the subscription.
func BenchmarkAnnounce(b *testing.B) {
	ctx := context.Background()
	d := newDriver(b, benchAccounts)
	c, err := ethclient.Dial(d.HTTP())
	require.NoError(b, err)
	defer c.Close()
	got := make(chan [][]byte)
	cancel := d.SubscribeLocal(got)
	defer cancel()
	b.ResetTimer()
	var total time.Duration
	for i := range b.N {
		b.StopTimer()
		tx := load(i, 1)[0]
		b.StartTimer()
		require.NoError(b, c.SendTransaction(ctx, tx))
		answered := time.Now()
		<-got
		total += time.Since(answered)
	}
	b.ReportMetric(float64(total.Microseconds())/float64(b.N), "µs-after-answer")
}

// BenchmarkMemory reports the resident memory of a process with one driver after blocks of 1000 transfers.
func BenchmarkMemory(b *testing.B) {
	chainOf(b, 1000, false)
	debug.FreeOSMemory()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Skip("no /proc")
	}
	for line := range strings.Lines(string(status)) {
		var kb float64
		if _, err := fmt.Sscanf(line, "VmRSS: %f kB", &kb); err == nil {
			b.ReportMetric(kb/1024, "MB-resident")
		}
		if _, err := fmt.Sscanf(line, "VmHWM: %f kB", &kb); err == nil {
			b.ReportMetric(kb/1024, "MB-peak")
		}
	}
}
