package mach

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

func TestAggregatorsTakeTurns(t *testing.T) {
	set := newSet(t, avs.MachSet(0), 1, operators(t, 20))
	for number := uint64(1); number <= 40; number++ {
		taken := make(map[int]bool)
		for member := range set.Len() {
			if rank, takes := aggregatorRank(set, member, number); takes {
				require.False(t, taken[rank])
				taken[rank] = true
			}
		}
		require.Len(t, taken, maxAggregators)
	}
	first, _ := aggregatorRank(set, 7, 7)
	require.Zero(t, first)
	second, _ := aggregatorRank(set, 7, 6)
	require.Equal(t, 1, second, "the first one rotates with the number")
	_, takes := aggregatorRank(set, -1, 7)
	require.False(t, takes, "who is no member has no turn")

	r, at := newRace(), time.Unix(100, 0)
	for i := range 3 {
		r.turns = append(r.turns, turn{at: at.Add(time.Duration(i) * time.Second)})
	}
	due, next := r.takeDue(at.Add(time.Second))
	require.Len(t, due, 2)
	require.Equal(t, at.Add(2*time.Second), next)
	due, next = r.takeDue(next)
	require.Len(t, due, 1)
	require.True(t, next.IsZero())
}

// turns are how often it was an operator's turn, by what came of it.
func (n *node) turns(t testing.TB, what string) int {
	t.Helper()
	return value(t, n.service.meters.pushes.WithLabelValues(testRollup.Name, what))
}

// planned waits, while the clock stands, until operators have a turn to come and heard so many for number 1.
func (b *bench) planned(heard int, nodes ...*node) {
	b.t.Helper()
	testutil.Eventually(b.t, wait, func() bool {
		for _, n := range nodes {
			n.service.mu.Lock()
			h := n.service.tally.heights[1]
			ready := len(n.service.race.turns) == 1 && h != nil && len(h.first) >= heard
			n.service.mu.Unlock()
			if !ready {
				return false
			}
		}
		return true
	}, "turns to come")
}

func TestNobodySendsACertificateThatAllHave(t *testing.T) {
	b := newBench(t, 4)
	b.startAll(b.nodes...)
	for _, n := range b.nodes {
		n.execute(t, executed(1, 1, 0))
	}
	b.planned(4, b.nodes...)
	b.eventually(func() bool {
		for _, n := range b.nodes {
			if n.turns(t, "not needed") == 0 {
				return false
			}
		}
		return true
	}, "turns")
	for _, n := range b.nodes {
		require.Zero(t, n.turns(t, "told"))
	}
}

// TestOneAggregatorTells: a member that is connected says nothing and hears nothing, so it lacks the certificate; the
// first in turn tells it, and the others keep quiet. A dead one costs the others a stagger.
func TestOneAggregatorTells(t *testing.T) {
	for _, test := range []struct {
		name   string
		dead   int // operator 1 is first in turn for number 1
		teller int
		after  time.Duration
	}{
		{"the first in turn", -1, 1, pushDelay},
		{"the second, if the first is dead", 1, 2, pushDelay + pushStagger},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBench(t, 7)
			silent := b.nodes[0]
			b.hub.deaf[silent.op.id] = silent.service.topic
			var live []*node
			for i, n := range b.nodes[1:] {
				if i+1 != test.dead {
					live = append(live, n)
				}
			}
			b.startAll(append(live, silent)...)
			for _, n := range live {
				n.execute(t, executed(1, 1, 0))
			}
			b.planned(5, live...) // two thirds; later ones wait for the clock
			b.clock.Advance(test.after)
			testutil.Eventually(t, wait, func() bool { return b.nodes[test.teller].turns(t, "told") == 1 }, "told")
			testutil.Eventually(t, wait, func() bool { return silent.service.Status().Published == 1 }, "certificate")
			testutil.Eventually(t, wait, func() bool {
				for _, n := range live {
					n.service.mu.Lock()
					told := n.service.race.told[1]
					n.service.mu.Unlock()
					if !told {
						return false
					}
				}
				return true
			}, "the others saw it")
			b.eventually(func() bool { return b.nodes[5].turns(t, "told by another") == 1 }, "their turns")
			for i, n := range b.nodes {
				if i != test.teller {
					require.Zero(t, n.turns(t, "told"), "operator %d", i)
				}
			}
		})
	}
}

func TestCertificatesThatGoAroundAreJudged(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	n.start()
	set, _ := b.sets.At(avs.MachSet(0), 1)
	claim := func(number uint64, fork byte) avs.FinalityClaim { return claimOf(executed(number, 1, fork)) }
	good := certify(t, b.ops[:3], set, claim(1, 0))
	swapped := certify(t, b.ops[:3], set, claim(2, 0))
	swapped.Claim.StateRoot[0] ^= 1
	elsewhere := claim(2, 0)
	elsewhere.Rollup[0] ^= 1
	for _, test := range []struct {
		name string
		c    avs.Certificate
		want avs.Verdict
	}{
		{"good", good, avs.Accept},
		{"again", good, avs.Ignore},
		{"of the same claim with more signers", certify(t, b.ops, set, claim(1, 0)), avs.Ignore},
		{"too little weight", certify(t, b.ops[:2], set, claim(2, 0)), avs.Reject},
		{"another claim than was signed", swapped, avs.Reject},
		{"another rollup", certify(t, b.ops[:3], set, elsewhere), avs.Reject},
		{"an epoch not known yet", certify(t, b.ops[:3], set, claimOf(executed(2, 9, 0))), avs.Ignore},
		{"far ahead", certify(t, b.ops[:3], set, claim(1000, 0)), avs.Ignore},
		{"the next", certify(t, b.ops[:3], set, claim(2, 0)), avs.Accept},
	} {
		t.Run(test.name, func(t *testing.T) {
			verdict, err := n.service.handleCertificate(t.Context(), b.ops[3].id, test.c.Encode())
			require.Equal(t, test.want, verdict, "%v", err)
		})
	}
	verdict, err := n.service.handleCertificate(t.Context(), b.ops[3].id, []byte{0xc0})
	require.Equal(t, avs.Reject, verdict)
	require.ErrorIs(t, err, avs.ErrEncoding)
	b.certified(2, n)
	kept, _, err := n.service.ByNumber(testRollup.ID, 1)
	require.NoError(t, err)
	require.Equal(t, good, kept, "the first one stays")
}

func TestCertificateThatGoesAroundAndContradicts(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	n.start()
	set, _ := b.sets.At(avs.MachSet(0), 1)
	for i := range 3 { // certified here, and not told by anybody
		_, err := n.service.receive(t.Context(), attest(b.ops[i], i, claimOf(executed(1, 1, 0))))
		require.NoError(t, err)
	}
	b.certified(1, n)
	verdict, err := n.service.receiveCertificate(certify(t, b.ops[:3], set, claimOf(executed(1, 1, 1))))
	require.NoError(t, err)
	require.Equal(t, avs.Accept, verdict, "others should see it too")
	b.eventually(func() bool { return value(t, n.service.meters.contradicted) == 1 }, "alarm")
	kept, _, err := n.service.ByNumber(testRollup.ID, 1)
	require.NoError(t, err)
	require.Equal(t, blockHash(1, 0), kept.Claim.BlockHash)
}
