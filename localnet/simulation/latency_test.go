package simulation

import (
	"fmt"
	"math/big"
	"math/rand"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// bulk are the transactions of a load: count of them with so many random bytes each.
type bulk struct{ count, bytes int }

func (b bulk) transactions(t testing.TB, seed int64) [][]byte {
	t.Helper()
	r := rand.New(rand.NewSource(seed))
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("simulated user")))
	require.NoError(t, err)
	var out [][]byte
	for i := range b.count {
		data := make([]byte, b.bytes)
		_, _ = r.Read(data)
		tx := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(chainID)), &types.DynamicFeeTx{ChainID: big.NewInt(chainID),
			Nonce: uint64(seed)*1000 + uint64(i), To: &common.Address{1}, Gas: 21_000, GasFeeCap: big.NewInt(1e9), Data: data})
		raw, err := tx.MarshalBinary()
		require.NoError(t, err)
		out = append(out, raw)
	}
	return out
}

// latency prints how long a load takes from the RPC of some operator to the order and the certificate at two thirds and at
// all of the operators.
func latency(t testing.TB, n int, l link, b bulk, rounds int) {
	t.Helper()
	sites := newSites(t, n, l)
	w := newWorld(t, sites, l)
	stop := w.start(t)
	defer stop()
	connect(t, sites)
	r := rand.New(rand.NewSource(1))
	var ordered, certifiedMost, certified []time.Duration
	number, before := uint64(1), 0.0
	for round := range rounds {
		for _, s := range sites {
			before += s.sent(t) / float64(rounds)
		}
		time.Sleep(2*time.Second + time.Duration(r.Intn(250))*time.Millisecond) // slots begin at quarters of a second
		begin := time.Now()
		from := w.operators[r.Intn(n)]
		for _, raw := range b.transactions(t, int64(round)) {
			from.client.send(raw)
		}
		var o, c []time.Duration
		for _, op := range w.operators {
			at, done := op.await(t, number)
			o, c = append(o, at.Sub(begin)), append(c, done.Sub(begin))
		}
		slices.Sort(o)
		slices.Sort(c)
		ordered = append(ordered, o[n-1])
		certifiedMost, certified = append(certifiedMost, c[(2*n-1)/3]), append(certified, c[n-1])
		time.Sleep(3 * time.Second)
		number = w.operators[0].head() + 1
	}
	fmt.Printf("%s %3d operators, %d x %d bytes, SIMULATED ordering of %v: ordered and executed at all p50 %v p95 %v; certificate at two thirds p50 %v, at all p50 %v p95 %v\n",
		l, n, b.count, b.bytes, w.ledger.delay, quantile(ordered, .5), quantile(ordered, .95), quantile(certifiedMost, .5), quantile(certified, .5), quantile(certified, .95))
}

func (o *operator) head() uint64 {
	o.client.mu.Lock()
	defer o.client.mu.Unlock()
	return o.client.head.NumberU64()
}

func quantile(d []time.Duration, q float64) time.Duration {
	s := slices.Sorted(slices.Values(d))
	return s[int(q*float64(len(s)-1))].Round(time.Millisecond)
}

// TestLatencyOverWAN prints the way of a transaction to its certificate over simulated links; the small run holds that it
// gets there.
func TestLatencyOverWAN(t *testing.T) {
	type run struct {
		n      int
		b      bulk
		rounds int
	}
	runs := []run{{4, bulk{1, 0}, 2}}
	if whole() {
		runs = []run{{4, bulk{1, 0}, 20}, {20, bulk{1, 0}, 20}, {20, bulk{10, 100_000}, 5}, {100, bulk{1, 0}, 5}, {100, bulk{10, 100_000}, 2}}
	}
	for _, r := range runs {
		synctest.Test(t, func(t *testing.T) { latency(t, r.n, wan, r.b, r.rounds) })
	}
}
