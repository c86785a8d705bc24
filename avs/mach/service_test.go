package mach

import (
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestFourOperatorsCertify(t *testing.T) {
	b := newBench(t, 4)
	for _, n := range b.nodes {
		n.start()
	}
	stream := b.nodes[3].service.Subscribe(t.Context(), testRollup.ID, 1)
	const blocks = 20
	for number := uint64(1); number <= blocks; number++ {
		for _, n := range b.nodes {
			n.execute(t, executed(number, 1, 0))
		}
	}
	b.certified(blocks, b.nodes...)
	set, _ := b.sets.At(avs.MachSet(0), 1)
	for number := uint64(1); number <= blocks; number++ {
		c := <-stream
		require.Equal(t, number, c.Claim.Number)
		require.Equal(t, claimOf(executed(number, 1, 0)), c.Claim)
		require.NoError(t, c.Verify(testDomain, set))
	}
	for _, n := range b.nodes {
		b.eventually(func() bool { return n.client.last() == blockHash(blocks, 0) }, "finalised head")
		byHash, found, err := n.service.ByHash(testRollup.ID, blockHash(7, 0))
		require.NoError(t, err)
		require.True(t, found)
		require.EqualValues(t, 7, byHash.Claim.Number)
		require.Empty(t, n.sink.all())
	}
}

func TestOperatorOutsideTheSetOnlyCollects(t *testing.T) {
	b := newBench(t, 4)
	watcher := b.newNode(outsider(operators(t, 5), b.ops))
	watcher.start()
	watcher.execute(t, executed(1, 1, 0))
	for _, n := range b.nodes[:3] {
		n.start()
		n.execute(t, executed(1, 1, 0))
	}
	b.certified(1, watcher)
	_, own, err := watcher.service.records.attestation(1, watcher.op.id)
	require.NoError(t, err)
	require.False(t, own)
	b.eventually(func() bool { return watcher.client.last() == blockHash(1, 0) }, "finalised head")
}

func TestHaltedNetworkResumes(t *testing.T) {
	b := newBench(t, 4)
	for _, n := range b.nodes[:2] {
		n.start()
	}
	for number := uint64(1); number <= 5; number++ {
		for _, n := range b.nodes[:2] {
			n.execute(t, executed(number, 1, 0))
		}
	}
	b.eventually(func() bool {
		_, signed, err := b.nodes[1].service.records.attestation(5, b.nodes[1].op.id)
		return err == nil && signed
	}, "signatures of the two")
	require.Zero(t, b.nodes[0].service.Status().Certified)
	// The third comes back after gossip has long forgotten what the two said.
	b.nodes[2].start()
	for number := uint64(1); number <= 5; number++ {
		b.nodes[2].execute(t, executed(number, 1, 0))
	}
	b.certified(5, b.nodes[:3]...)
}

func TestPartitionHeals(t *testing.T) {
	b := newBench(t, 4)
	for _, n := range b.nodes {
		n.start()
	}
	b.hub.setCut(b.nodes[0].op.id, true)
	b.hub.setCut(b.nodes[1].op.id, true)
	for number := uint64(1); number <= 3; number++ {
		for _, n := range b.nodes {
			n.execute(t, executed(number, 1, 0))
		}
	}
	b.eventually(func() bool {
		_, signed, err := b.nodes[0].service.records.attestation(3, b.nodes[0].op.id)
		return err == nil && signed
	}, "signatures behind the partition")
	require.Zero(t, b.nodes[3].service.Status().Certified)
	b.hub.setCut(b.nodes[0].op.id, false)
	b.hub.setCut(b.nodes[1].op.id, false)
	b.certified(3, b.nodes...)
}

func TestLateOperatorCatchesUp(t *testing.T) {
	b := newBench(t, 4)
	for _, n := range b.nodes[:3] {
		n.start()
	}
	const blocks = pageSize + 50
	for number := uint64(1); number <= blocks; number++ {
		for _, n := range b.nodes[:3] {
			n.execute(t, executed(number, 1, 0))
		}
		if number%50 == 0 {
			b.certified(number, b.nodes[:3]...)
		}
	}
	b.certified(blocks, b.nodes[:3]...)
	b.nodes[3].start()
	b.certified(blocks, b.nodes[3])
	require.Equal(t, common.Hash{}, b.nodes[3].client.last(), "nothing executed, nothing to finalise")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	number := uint64(0)
	for c := range b.nodes[3].service.Subscribe(ctx, testRollup.ID, 1) {
		number++
		require.Equal(t, number, c.Claim.Number)
		if number == blocks {
			cancel()
			break
		}
	}
	// Executing what is certified finalises it.
	for number := uint64(1); number <= 10; number++ {
		b.nodes[3].execute(t, executed(number, 1, 0))
	}
	b.eventually(func() bool { return b.nodes[3].client.last() == blockHash(10, 0) }, "finalised head")
	_, signed, err := b.nodes[3].service.records.attestation(10, b.nodes[3].op.id)
	require.NoError(t, err)
	require.False(t, signed, "far behind the tip nothing is signed any more")
}

func TestDivergence(t *testing.T) {
	b := newBench(t, 4)
	odd := b.nodes[3]
	for _, n := range b.nodes {
		n.start()
	}
	for number := uint64(1); number <= 3; number++ {
		for _, n := range b.nodes[:3] {
			n.execute(t, executed(number, 1, 0))
		}
		fork := byte(0)
		if number >= 2 {
			fork = 1
		}
		odd.execute(t, executed(number, 1, fork))
	}
	b.certified(3, b.nodes...)
	b.eventually(func() bool { return odd.service.Status().DivergedAt == 2 }, "alarm")
	odd.execute(t, executed(4, 1, 1))
	for range 3 {
		b.clock.Advance(tickInterval)
	}
	require.NotEqual(t, blockHash(3, 0), odd.client.last())
	require.NotEqual(t, blockHash(3, 1), odd.client.last())
	_, signed, err := odd.service.records.attestation(4, odd.op.id)
	require.NoError(t, err)
	require.False(t, signed)
	// A restart remembers, and executing the block as certified ends it.
	odd.stop(t)
	b.open(odd)
	require.EqualValues(t, 2, odd.service.Status().DivergedAt)
	odd.start()
	for number := uint64(2); number <= 4; number++ {
		odd.execute(t, executed(number, 1, 0))
	}
	b.eventually(func() bool { return odd.service.Status().DivergedAt == 0 }, "end of the alarm")
	b.eventually(func() bool { return odd.client.last() == blockHash(3, 0) }, "finalised head")
	require.Empty(t, b.nodes[0].sink.all(), "one wrong claim is a fault of the client, not equivocation")
}

func TestReexecutionWithAnotherResultStops(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	n.start()
	n.execute(t, executed(1, 1, 0))
	n.execute(t, executed(1, 1, 1))
	require.EqualValues(t, 1, n.service.Status().DivergedAt)
}

func TestRestartContinues(t *testing.T) {
	b := newBench(t, 3)
	for _, n := range b.nodes {
		n.start()
	}
	for number := uint64(1); number <= 4; number++ {
		for _, n := range b.nodes {
			n.execute(t, executed(number, 1, 0))
		}
	}
	b.certified(4, b.nodes...)
	for _, n := range b.nodes {
		n.stop(t)
		b.open(n)
	}
	c, found, err := b.nodes[0].service.Latest(testRollup.ID)
	require.NoError(t, err)
	require.True(t, found)
	require.EqualValues(t, 4, c.Claim.Number)
	for _, n := range b.nodes {
		n.start()
	}
	for number := uint64(3); number <= 6; number++ { // the driver begins a little earlier
		for _, n := range b.nodes {
			n.execute(t, executed(number, 1, 0))
		}
	}
	b.certified(6, b.nodes...)
}

func TestSetsChangeWhileRunning(t *testing.T) {
	b := newBench(t, 4)
	for _, n := range b.nodes {
		n.start()
	}
	for number := uint64(1); number <= 3; number++ {
		for _, n := range b.nodes {
			n.execute(t, executed(number, 1, 0))
		}
	}
	b.certified(3, b.nodes...)
	next := newSet(t, avs.MachSet(0), 2, b.ops[1:])
	b.sets.add(next)
	for number := uint64(4); number <= 6; number++ {
		for _, n := range b.nodes {
			n.execute(t, executed(number, 2, 0))
		}
	}
	b.certified(6, b.nodes...)
	c, _, err := b.nodes[0].service.Latest(testRollup.ID)
	require.NoError(t, err)
	require.NoError(t, c.Verify(testDomain, next))
	_, signed, err := b.nodes[0].service.records.attestation(5, b.nodes[0].op.id)
	require.NoError(t, err)
	require.False(t, signed, "who left the set signs no more")
}

func TestConfigCheck(t *testing.T) {
	_, err := New(Config{})
	require.ErrorIs(t, err, ErrConfig)
	_, err = NewViews(ViewsConfig{})
	require.ErrorIs(t, err, ErrConfig)
}

func TestDirectory(t *testing.T) {
	b := newBench(t, 1)
	d := NewDirectory(b.nodes[0].service)
	_, found, err := d.Latest(testRollup.ID)
	require.NoError(t, err)
	require.False(t, found)
	unknown := common.HexToHash("0xdead")
	_, _, err = d.Latest(unknown)
	require.ErrorIs(t, err, ErrUnknownRollup)
	_, _, err = d.ByNumber(unknown, 1)
	require.ErrorIs(t, err, ErrUnknownRollup)
	_, _, err = d.ByHash(unknown, common.Hash{})
	require.ErrorIs(t, err, ErrUnknownRollup)
	_, open := <-d.Subscribe(t.Context(), unknown, 0)
	require.False(t, open)
}
