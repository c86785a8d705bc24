package follow

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"
)

const (
	testSettle = 2 * time.Second
	testStall  = 10 * time.Second
)

// A table drives a core by hand: chains of the sources, and the time.
type table struct {
	t    *testing.T
	core *core
	now  time.Time
	own  []string // hashes by number, as words; "" is a block that the source does not have
	a, b []string
	errA error
	fail *sighting // what the own node's block next is, in place of the one in own
}

func newTable(t *testing.T, cfg Config) *table {
	cfg.Settle, cfg.StallAfter = testSettle, testStall
	return &table{t: t, core: newCore(cfg, stacks[plain].compare), now: time.Unix(1_700_000_000, 0)}
}

func word(s string) (h common.Hash) {
	copy(h[:], s)
	return h
}

func block(chain []string, n uint64) Block {
	b := Block{Number: n, Hash: word(chain[n])}
	if n > 0 {
		b.Parent = word(chain[n-1])
	}
	return b
}

// look is what a Follower would see of the chains.
func (x *table) look() round {
	see := func(name string, chain []string, err error) view {
		v := view{name: name, err: err, head: uint64(len(chain) - 1), blocks: map[uint64]sighting{}}
		for n := x.core.next; err == nil && n < uint64(len(chain)); n++ {
			v.blocks[n] = sighting{block: block(chain, n)}
		}
		return v
	}
	r := round{own: see("own", x.own, nil), others: []view{see("a", x.a, x.errA), see("b", x.b, nil)}}
	if x.fail != nil {
		r.own.blocks[x.core.next] = *x.fail
	}
	if want, known := x.core.parent(); known {
		if at := x.core.next - 1; at < uint64(len(x.own)) {
			r.anchor = word(x.own[at])
		}
		if r.anchor != want && r.anchor != (common.Hash{}) {
			r.past = map[uint64]common.Hash{}
			for _, m := range x.core.recent {
				if m.number < uint64(len(x.own)) {
					r.past[m.number] = word(x.own[m.number])
				}
			}
		}
	}
	return r
}

// all sets every source's chain.
func (x *table) all(chain ...string) { x.own, x.a, x.b = chain, chain, chain }

// step lets time pass, takes a look, and gives the events in short form.
func (x *table) step(after time.Duration) []string {
	x.now = x.now.Add(after)
	var out []string
	for _, e := range x.core.step(x.now, x.look()).events {
		switch e := e.(type) {
		case Observed:
			out = append(out, fmt.Sprintf("observed %d %s", e.Block.Number, short(e.Block.Hash)))
		case Mismatch:
			out = append(out, fmt.Sprintf("mismatch %d %s: %s/%s at %s", e.Number, e.Reason, short(e.Ours), short(e.Theirs), e.Endpoint))
		case Reorged:
			out = append(out, fmt.Sprintf("reorged %d %s/%s", e.From, short(e.Old), short(e.New)))
		case Stalled:
			out = append(out, "stalled "+e.Endpoint+": "+e.Reason)
		case Recovered:
			out = append(out, "recovered "+e.Endpoint)
		case Agreed:
			out = append(out, fmt.Sprintf("agreed %d", e.Number))
		}
	}
	return out
}

func short(h common.Hash) string {
	return string(slices.DeleteFunc(h.Bytes(), func(b byte) bool { return b == 0 }))
}

func (x *table) expect(after time.Duration, want ...string) {
	x.t.Helper()
	require.Equal(x.t, want, x.step(after))
}

func TestEmitsWhatAllHave(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1", "2")
	x.b = []string{"g", "1"}
	x.expect(0, "observed 1 1")
	x.expect(0)
	x.b = x.own
	x.expect(0, "observed 2 2")
	x.expect(0)
}

func TestGenesisIsEmittedToo(t *testing.T) {
	x := newTable(t, Config{})
	x.all("g", "1")
	x.expect(0, "observed 0 g", "observed 1 1")
}

func TestBlockedSourceIsToldOnceAndRecovers(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1")
	x.errA = errors.New("no answer")
	x.expect(0)
	x.expect(testStall - 1)
	x.expect(1, "stalled a: no answer")
	require.Equal(t, []string{"a"}, x.core.stalled())
	x.expect(testStall)
	x.errA = nil
	x.expect(0, "observed 1 1", "recovered a")
	require.Empty(t, x.core.stalled())

	x.all("g", "1", "2")
	x.a = []string{"g", "1"}
	x.expect(0)
	x.expect(testStall, "stalled a: is behind: it has no block 2")
}

func TestOwnNodeThatStandsStillIsTold(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1")
	x.expect(0, "observed 1 1")
	x.a, x.b = []string{"g", "1", "2"}, []string{"g", "1", "2"}
	x.expect(testStall, "stalled own: is behind: its head stands at 1")
	x.all("g", "1", "2")
	x.expect(0, "observed 2 2", "recovered own")
	x.b = []string{"g", "1", "2", "3"} // one that runs ahead alone may be the liar
	x.expect(testStall)
	x.expect(testStall)
}

func TestContradictionThatPassesIsNoAlarm(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1", "2")
	x.a = []string{"g", "1", "x"}
	x.expect(0, "observed 1 1")
	x.expect(testSettle - 1)
	x.a = x.own
	x.expect(time.Hour, "observed 2 2")
	require.False(t, x.core.halted)
}

func TestMismatchWaitsForAgreementAndResume(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1", "2", "3")
	x.a = []string{"g", "x"}
	x.b = []string{"g", "y"}
	x.expect(0)
	x.expect(testSettle, "mismatch 1 block hashes differ: 1/x at a", "mismatch 1 block hashes differ: 1/y at b")
	x.expect(1)
	x.a = x.own
	x.expect(1)
	x.expect(testSettle) // the other still differs, and was told
	x.b = x.own
	x.expect(1, "agreed 1")
	x.expect(time.Hour)
	x.core.resume()
	x.expect(0, "observed 1 1", "observed 2 2", "observed 3 3")
	x.core.resume() // without a halt it says nothing about the next one
	x.own = []string{"g", "1", "2", "3", "4"}
	x.a, x.b = x.own, []string{"g", "1", "2", "3", "x"}
	x.expect(0)
	x.expect(testSettle, "mismatch 4 block hashes differ: 4/x at b")
	x.b = x.own
	x.expect(0, "agreed 4")
}

func TestResumeBeforeAgreementCounts(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1")
	x.a = []string{"g", "x"}
	x.expect(0)
	x.expect(testSettle, "mismatch 1 block hashes differ: 1/x at a")
	x.core.resume()
	x.expect(testSettle)
	x.a = []string{"g", "y"} // but not for another contradiction
	x.expect(0, "mismatch 1 block hashes differ: 1/y at a")
	x.a = x.own
	x.expect(0, "agreed 1")
	x.a = []string{"g", "z"} // nor when it is lost again
	x.expect(0)
	x.core.resume()
	x.a = x.own
	x.expect(0, "agreed 1", "observed 1 1")
}

func TestOwnFaultNamesWhoGaveIt(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1")
	x.fail = &sighting{block(x.own, 1), &fault{"output roots differ", word("o"), word("t"), "op-node"}}
	x.expect(0)
	x.expect(testSettle, "mismatch 1 output roots differ: o/t at op-node")
	x.fail.err = faultf(word("o"), word("t"), "transactions do not give the transactions root")
	x.expect(0)
	x.expect(testSettle, "mismatch 1 transactions do not give the transactions root: o/t at own")
	x.fail.err = errors.New("no receipts")
	x.expect(0)
	x.expect(testStall, "stalled own: no receipts")
}

func TestReorgBelowEmitted(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1", "2", "3")
	x.expect(0, "observed 1 1", "observed 2 2", "observed 3 3")
	x.all("g", "1", "b", "c", "d")
	x.expect(0, "reorged 2 2/b")
	require.Equal(t, uint64(2), x.core.next)
	x.expect(0, "agreed 2")
	x.expect(0)
	x.core.resume()
	x.expect(0, "observed 2 b", "observed 3 c", "observed 4 d")
}

func TestReorgOfTheTipIsNoNews(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1", "2")
	x.b = []string{"g", "1"}
	x.expect(0, "observed 1 1")
	x.all("g", "1", "b")
	x.expect(0, "observed 2 b")
}

func TestOwnNodeThatFellBackIsBehind(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1", "2")
	x.expect(0, "observed 1 1", "observed 2 2")
	x.own = []string{"g"}
	x.expect(0)
	x.expect(testStall, "stalled own: is behind: it has no block 2, which was emitted")
	x.own = []string{"g", "b"}
	x.expect(0)
	x.own = []string{"g", "b", "c"}
	x.expect(0, "reorged 1 1/b", "recovered own")
}

func TestReorgWhileNobodyLooked(t *testing.T) {
	x := newTable(t, Config{Start: 3, Parent: word("2")})
	x.all("g", "1", "b", "c")
	x.expect(0, "reorged 2 2/b")
	x.core.resume()
	x.expect(0, "agreed 2", "observed 2 b", "observed 3 c")
}

func TestReorgDeeperThanRemembered(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	chain := []string{"g"}
	for n := 1; n <= keepMarks+10; n++ {
		chain = append(chain, fmt.Sprint(n))
	}
	x.all(chain...)
	require.Len(t, x.step(0), keepMarks+10)
	require.Len(t, x.core.recent, keepMarks)
	other := slices.Clone(chain)
	for n := 1; n < len(other); n++ {
		other[n] = "x" + other[n]
	}
	x.all(other...)
	x.expect(0, "reorged 11 11/x11") // the deepest that is remembered
}

func TestBlocksThatDoNotLinkWait(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1", "2")
	x.b = []string{"g", "1"}
	x.expect(0, "observed 1 1")
	x.b = x.own
	x.fail = &sighting{block: Block{Number: 2, Hash: word("2"), Parent: word("other")}}
	x.expect(0)
	x.expect(testStall, "stalled own: blocks do not link: the node is changing its chain")
}

// TestChangingLies: neither a new lie in each look nor silence in every second one keeps the alarm back.
func TestChangingLies(t *testing.T) {
	x := newTable(t, Config{Start: 1})
	x.all("g", "1")
	told := 0
	for i := range 40 {
		x.a = []string{"g", fmt.Sprint("x", i)}
		told += len(x.step(time.Second / 2))
	}
	require.Equal(t, maxTold+1, told, "mismatches, and that the source holds the stream up")

	x = newTable(t, Config{Start: 1})
	x.all("g", "1")
	var events []string
	for i := range 40 {
		x.a, x.errA = []string{"g", "x"}, nil
		if i%2 == 0 {
			x.errA = errors.New("away")
		}
		events = append(events, x.step(time.Second/2)...)
	}
	require.Equal(t, []string{"stalled a: away"}, events)
}

// TestNeverEmitsWhatOneLacks drives the core with random chains, failures and resumes, and checks its one promise
// against the chains themselves: what is emitted is linked and was at every source.
func TestNeverEmitsWhatOneLacks(t *testing.T) {
	for seed := range uint64(300) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		x := newTable(t, Config{Start: 1})
		x.all("g")
		grow := func(chain []string) []string {
			chain = slices.Clone(chain)
			if rnd.IntN(8) == 0 { // a reorg
				chain = chain[:1+rnd.IntN(len(chain))]
			}
			for range rnd.IntN(3) {
				chain = append(chain, fmt.Sprintf("%d.%d", len(chain), rnd.IntN(3)))
			}
			return chain
		}
		last, halted := map[uint64]common.Hash{}, false
		for range 60 {
			if rnd.IntN(3) == 0 {
				x.all(grow(x.own)...)
			} else {
				*[]*[]string{&x.own, &x.a, &x.b}[rnd.IntN(3)] = grow(x.own)
			}
			x.errA = nil
			if rnd.IntN(5) == 0 {
				x.errA = errors.New("away")
			}
			resumed := rnd.IntN(2) == 0
			if resumed {
				x.core.resume()
			}
			x.now = x.now.Add(time.Duration(rnd.IntN(5)) * time.Second)
			for _, e := range x.core.step(x.now, x.look()).events {
				switch e := e.(type) {
				case Mismatch, Reorged:
					halted = true
				case Agreed:
					halted = false
				case Observed:
					n := e.Block.Number
					require.False(t, halted, "seed %d: block %d without agreement", seed, n)
					require.Nil(t, x.errA)
					for _, chain := range [][]string{x.own, x.a, x.b} {
						require.Equal(t, e.Block.Hash, word(chain[n]), "seed %d", seed)
					}
					if parent, ok := last[n-1]; ok {
						require.Equal(t, parent, e.Block.Parent, "seed %d", seed)
					}
					last[n] = e.Block.Hash
				}
			}
		}
	}
}
