package rollup

import (
	"context"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/beacon"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/ethdb/pebble"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
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

// plainChain is geth's chain by itself, with geth's own defaults: what "raw geth import" means.
func plainChain(b *testing.B) *core.BlockChain {
	b.Helper()
	dir := b.TempDir()
	kv, err := pebble.New(filepath.Join(dir, "kv"), 512, 1024, "", false)
	require.NoError(b, err)
	db, err := rawdb.Open(kv, rawdb.OpenOptions{Ancient: filepath.Join(dir, "ancient")})
	require.NoError(b, err)
	cfg := core.DefaultConfig()
	cfg.StateScheme, cfg.TxLookupLimit, cfg.SlowBlockThreshold = rawdb.PathScheme, 0, -1
	chain, err := core.NewBlockChain(db, testGenesis(benchAccounts), beacon.New(ethash.NewFaker()), cfg)
	require.NoError(b, err)
	b.Cleanup(func() {
		chain.Stop()
		require.NoError(b, db.Close())
	})
	return chain
}

// stopwatch sums up what is measured apart from the benchmark's own time.
type stopwatch time.Duration

func (s *stopwatch) time(f func()) {
	at := time.Now()
	f()
	*s += stopwatch(time.Since(at))
}

func (s *stopwatch) report(b *testing.B, name string, n int) {
	seconds := time.Duration(*s).Seconds()
	b.ReportMetric(float64(n*b.N)/seconds, name+"-tx/s")
	b.ReportMetric(float64(n*b.N)*float64(params.TxGas)/1e6/seconds, name+"-Mgas/s")
}

// BenchmarkImport holds what an operator does with a block against geth's own import of the same block, one after the other
// in the same run: as its leader (build, import, set the head), as a member whose pool has the transactions, and as one that
// sees them for the first time. A ratio above one is faster than geth.
func BenchmarkImport(b *testing.B) {
	ctx := context.Background()
	for _, n := range []int{100, 1000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			leader, pooled, cold, chain := newDriver(b, benchAccounts), newDriver(b, benchAccounts), newDriver(b, benchAccounts), plainChain(b)
			var lead, member, first, geth stopwatch
			take := func(d *Driver, body []byte) func() {
				return func() {
					ref, err := d.Import(ctx, body)
					require.NoError(b, err)
					require.NoError(b, d.SetHead(ctx, ref.Hash))
				}
			}
			parent := head(b, leader)
			for i := range b.N {
				txs := load(i, n)
				give(b, leader, txs...)
				give(b, pooled, txs...)
				var built avs.BuiltBlock
				lead.time(func() { built = build(b, leader, parent); take(leader, built.Body)() })
				require.Equal(b, n, built.Ref.Transactions)
				geth.time(func() {
					block, err := DecodeBody(built.Body)
					require.NoError(b, err)
					_, err = chain.InsertBlockWithoutSetHead(ctx, block, false)
					require.NoError(b, err)
					_, err = chain.SetCanonical(block)
					require.NoError(b, err)
				})
				member.time(take(pooled, built.Body))
				first.time(take(cold, built.Body))
				for _, d := range []*Driver{leader, pooled, cold} {
					settle(b, d)
				}
				parent = built.Ref
			}
			for name, s := range map[string]*stopwatch{"lead": &lead, "member": &member, "unseen": &first, "geth": &geth} {
				s.report(b, name, n)
				if s != &geth {
					b.ReportMetric(float64(geth)/float64(*s), name+"/geth")
				}
			}
			b.ReportMetric(0, "ns/op")
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
