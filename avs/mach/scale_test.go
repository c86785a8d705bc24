package mach

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

// TestScale: sets of 4 to 256 members of which a third says nothing and some lie, on links that lose a fifth of all
// messages. At up to 8 of them a service runs; the others only sign, and send to some of these. All certify, and who
// lied is blamed.
func TestScale(t *testing.T) {
	for _, n := range []int{4, 16, 64, 128, 256} {
		t.Run(fmt.Sprintf("n=%d", n), func(t *testing.T) {
			running := min(n-n/3, 8)
			b, m := newMeshBench(t, n, running, 0.2)
			for _, node := range b.nodes {
				node.start()
			}
			m.joined(t, b.nodes...)
			claim := claimOf(executed(1, 1, 0))
			speakers, liars := n-n/3, b.ops[n-n/3:n-n/3+n/16] // the others of the silent third say nothing
			for _, node := range b.nodes {
				node.execute(t, executed(1, 1, 0))
			}
			for i, op := range liars {
				lie := attest(op, speakers+i, claimOf(executed(1, 1, 1))) // signed something else
				lie.Claim = claim
				for _, to := range b.nodes {
					m.inject(op.id, to.op.id, to.service.topic, lie.Encode())
				}
			}
			for member := running; member < speakers; member++ {
				data := attest(b.ops[member], member, claim).Encode()
				for i := range 6 { // all are needed: two thirds, not one more
					to := b.nodes[(member+i)%running]
					m.inject(b.ops[member].id, to.op.id, to.service.topic, data)
				}
			}
			b.certified(1, b.nodes...)
			set, _ := b.sets.At(avs.MachSet(0), 1)
			for _, node := range b.nodes {
				c, _, err := node.service.Latest(testRollup.ID)
				require.NoError(t, err)
				require.Equal(t, claim, c.Claim)
				require.NoError(t, c.Verify(testDomain, set)) // two thirds of the weight
				for i := range liars {
					require.False(t, c.Signers.Has(speakers+i))
				}
			}
			m.settle(b)
			blamed := m.blamed()
			require.Len(t, blamed, len(liars))
			for _, op := range liars {
				require.Positive(t, blamed[op.id])
			}
		})
	}
}

// TestPartitionHealsWithinATick: neither half has two thirds, so nothing is certified; when they hear each other again
// the missing signatures come by the next ticks, though nobody says anything anew.
func TestPartitionHealsWithinATick(t *testing.T) {
	b, m := newMeshBench(t, 8, 8, 0)
	for _, node := range b.nodes {
		node.start()
	}
	m.joined(t, b.nodes...)
	m.part(1, b.ops[:4]...)
	const blocks = 3
	for number := uint64(1); number <= blocks; number++ {
		for _, node := range b.nodes {
			node.execute(t, executed(number, 1, 0))
		}
	}
	b.eventually(func() bool {
		for _, node := range b.nodes {
			node.service.mu.Lock()
			h := node.service.tally.heights[blocks]
			heard := h != nil && len(h.first) == 4
			node.service.mu.Unlock()
			if !heard {
				return false
			}
		}
		return true
	}, "signatures of the own half")
	for range 2 { // two rounds of asking in vain, so that the last one was about all blocks
		b.askedAgain(m)
	}
	for _, node := range b.nodes {
		require.Zero(t, node.service.Status().Certified)
	}
	m.part(0, b.ops[:4]...)
	b.clock.Advance(tickInterval)
	testutil.Eventually(t, wait, func() bool {
		for _, node := range b.nodes {
			if node.service.Status().Published < blocks {
				return false
			}
		}
		return true
	}, "certificates")
}

// askedAgain lets the clock run until every operator asked peers for what it lacks once more.
func (b *bench) askedAgain(m *mesh) {
	b.t.Helper()
	asked := func(n *node) int {
		m.mu.Lock()
		defer m.mu.Unlock()
		return m.ports[n.op.id].sent["asked "+n.service.wantsProtocol()]
	}
	before := make(map[*node]int)
	for _, n := range b.nodes {
		before[n] = asked(n)
	}
	b.eventually(func() bool {
		for _, n := range b.nodes {
			if asked(n) == before[n] {
				return false
			}
		}
		return true
	}, "requests")
}
