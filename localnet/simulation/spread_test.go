package simulation

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

// way is one way to bring a body to everybody.
type way struct {
	name  string
	piece int // bytes; 0 for the whole body
	send  func(from *site, sites []*site, pieces [][]byte)
}

const (
	spreadTopic = "spread"
	relayName   = "relay"
	takeName    = "take"
)

// ways are those that ADR 0021 compares.
func ways() []way {
	return []way{
		{"gossip-whole", 0, gossipAll},
		{"gossip-32K", 32 << 10, gossipAll},
		{"gossip-64K", 64 << 10, gossipAll},
		{"relay-32K", 32 << 10, relayAll},
		{"relay-64K", 64 << 10, relayAll},
	}
}

func gossipAll(from *site, _ []*site, pieces [][]byte) {
	for _, p := range pieces {
		_ = from.Broadcast(context.Background(), spreadTopic, p) // the receivers count what came
	}
}

// relayAll sends each piece to one operator, which sends it to all others.
func relayAll(from *site, sites []*site, pieces [][]byte) {
	var calls sync.WaitGroup
	others := slices.DeleteFunc(slices.Clone(sites), func(s *site) bool { return s == from })
	for i, p := range pieces {
		calls.Go(func() {
			_, _ = from.Request(context.Background(), others[i%len(others)].id, relayName, p)
		})
	}
	calls.Wait()
}

// trial counts who has how much of a body.
type trial struct {
	mu    sync.Mutex
	round uint64
	want  int
	have  map[avs.OperatorID]map[uint64]bool
	done  map[avs.OperatorID]time.Time
	full  chan struct{}
	need  int
}

func (x *trial) take(id avs.OperatorID, data []byte) {
	round, index := binary.BigEndian.Uint64(data), binary.BigEndian.Uint64(data[8:])
	x.mu.Lock()
	defer x.mu.Unlock()
	if round != x.round || x.have[id][index] {
		return
	}
	if x.have[id] == nil {
		x.have[id] = map[uint64]bool{}
	}
	x.have[id][index] = true
	if len(x.have[id]) == x.want {
		x.done[id] = time.Now()
		if len(x.done) == x.need {
			close(x.full)
		}
	}
}

func (x *trial) serve(t testing.TB, s *site, sites []*site) {
	t.Helper()
	require.NoError(t, s.Handle(spreadTopic, 2<<20, func(_ context.Context, _ avs.OperatorID, data []byte) (avs.Verdict, error) {
		x.take(s.id, data)
		return avs.Accept, nil
	}))
	s.Serve(takeName, 2<<20, 0, func(_ context.Context, _ avs.OperatorID, data []byte) ([]byte, error) {
		x.take(s.id, data)
		return nil, nil
	})
	s.Serve(relayName, 2<<20, 0, func(_ context.Context, from avs.OperatorID, data []byte) ([]byte, error) {
		x.take(s.id, data)
		for _, o := range sites {
			if o != s && o.id != from {
				go func() { _, _ = s.Request(context.Background(), o.id, takeName, data) }()
			}
		}
		return nil, nil
	})
}

// figures of a way: until a third, two thirds and all of the others have the body, and bytes sent by the origin and by
// all for a byte that each of the others needs.
type figures struct {
	third, twoThirds, last time.Duration
	origin, all            float64
}

func (x *trial) run(t testing.TB, w way, sites []*site, round uint64, size int) figures {
	t.Helper()
	body := payload(round, size)
	var pieces [][]byte
	step := w.piece
	if step == 0 {
		step = size
	}
	for i := 0; i < size; i += step {
		p := append(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, round), uint64(len(pieces))), body[i:min(i+step, size)]...)
		pieces = append(pieces, p)
	}
	before := make([]float64, len(sites))
	for i, s := range sites {
		before[i] = s.sent(t)
	}
	x.mu.Lock()
	x.round, x.want, x.need, x.full = round, len(pieces), len(sites)-1, make(chan struct{})
	x.have, x.done = map[avs.OperatorID]map[uint64]bool{}, map[avs.OperatorID]time.Time{}
	x.mu.Unlock()
	begin := time.Now()
	origin := int(round) % len(sites)
	w.send(sites[origin], sites, pieces)
	select {
	case <-x.full:
	case <-time.After(30 * time.Second):
		t.Errorf("%s: %d of %d operators have the body", w.name, len(x.done), x.need)
		return figures{}
	}
	time.Sleep(300 * time.Millisecond) // copies under way
	var took []time.Duration
	x.mu.Lock()
	for _, at := range x.done {
		took = append(took, at.Sub(begin))
	}
	x.mu.Unlock()
	slices.Sort(took)
	f := figures{third: took[(len(took)-1)/3], twoThirds: took[(2*len(took)-1)/3], last: took[len(took)-1]}
	for i, s := range sites {
		b := s.sent(t) - before[i]
		f.all += b / float64(size)
		if i == origin {
			f.origin = b / float64(size)
		}
	}
	return f
}

func compareWays(t testing.TB, n int, l link, sizes []int, rounds int) {
	t.Helper()
	sites := newSites(t, n, l)
	x := &trial{}
	for _, s := range sites {
		x.serve(t, s, sites)
	}
	connect(t, sites)
	round := uint64(0)
	for _, size := range sizes {
		for _, w := range ways() {
			if w.piece == 0 && size > 1<<20 || w.piece >= size {
				continue
			}
			var all []figures
			for range rounds {
				round++
				all = append(all, x.run(t, w, sites, round, size))
				time.Sleep(500 * time.Millisecond)
			}
			slices.SortFunc(all, func(a, b figures) int { return int(a.last - b.last) })
			f := all[len(all)/2]
			fmt.Printf("%-14s %3d operators %8d bytes %-13s third %7v two thirds %7v last %7v; sent per byte: origin %.2f, all %.1f\n",
				l, n, size, w.name, f.third.Round(time.Millisecond), f.twoThirds.Round(time.Millisecond), f.last.Round(time.Millisecond), f.origin, f.all)
		}
	}
}

var bodySizes = []int{100_000, 1 << 20, 4 << 20}

// whole reports whether the long runs were asked for.
func whole() bool { return os.Getenv("TRIDENT_SIMULATE") != "" }

// TestSpreadOverWAN prints what each way of spreading costs over simulated links.
func TestSpreadOverWAN(t *testing.T) {
	sizes, operators := []int{100_000}, []int{4}
	if whole() {
		sizes, operators = bodySizes, []int{4, 20}
	}
	for _, n := range operators {
		synctest.Test(t, func(t *testing.T) { compareWays(t, n, wan, sizes, 3) })
	}
}

// BenchmarkSpread prints the same over this machine's loopback.
func BenchmarkSpread(b *testing.B) {
	for _, n := range []int{4, 20} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				compareWays(b, n, link{}, bodySizes, 5)
			}
		})
	}
}
