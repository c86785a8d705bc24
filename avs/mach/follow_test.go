package mach

import (
	"context"
	"encoding/binary"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/signer"
)

// schedule is an avs.EpochSchedule: sets by the time, in milliseconds, that they came into force at.
type schedule struct {
	mu   sync.Mutex
	now  uint64 // consensus time
	from map[uint64]*avs.OperatorSet
	down bool
}

func (s *schedule) set(now uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = now
}

func (s *schedule) InForceAt(_ avs.SetID, millis uint64) (*avs.OperatorSet, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.down {
		return nil, errors.New("no epoch yet")
	}
	if millis >= s.now {
		return nil, avs.ErrTimeAhead
	}
	var best *avs.OperatorSet
	var since uint64
	for from, set := range s.from {
		if from <= millis && (best == nil || from >= since) {
			best, since = set, from
		}
	}
	return best, nil
}

// alarms notes what was raised and is not over.
type alarms struct {
	mu     sync.Mutex
	raised map[Source]avs.AlertReport
}

func (a *alarms) Raise(source Source, r avs.AlertReport) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.raised[source] = r
	return nil
}

func (a *alarms) Clear(source Source) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.raised, source)
	return nil
}

func (a *alarms) get(source Source) (avs.AlertReport, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	r, found := a.raised[source]
	return r, found
}

const (
	followStart    = 100
	followTime     = 1_700_000_000 // seconds: block n has n more
	followHandover = 10 * time.Second
)

var followed = avs.Rollup{ID: common.HexToHash("0xf0110"), Name: "op", Index: 0, ChainID: 10, Level: avs.LevelCommitments, Followed: true}

// followBench has operators of a followed rollup. Set 2 comes into force at the time of block 200.
type followBench struct {
	*bench
	schedule *schedule
	alarms   map[*node]*alarms
}

func newFollowBench(t *testing.T, n int) *followBench {
	b := &followBench{bench: newBench(t, n), alarms: make(map[*node]*alarms)}
	second := newSet(t, avs.MachSet(0), 2, b.ops)
	b.sets.add(second)
	first, _ := b.sets.At(avs.MachSet(0), 1)
	b.schedule = &schedule{now: 1 << 60, from: map[uint64]*avs.OperatorSet{0: first, (followTime + 200) * 1000: second}}
	for _, node := range b.nodes {
		b.alarms[node] = &alarms{raised: make(map[Source]avs.AlertReport)}
		b.reopen(node)
	}
	return b
}

func (b *followBench) reopen(n *node) {
	guard, err := signer.Open(signer.Config{Space: n.db.Sub("guard"), BLS: n.op.secret})
	require.NoError(b.t, err)
	n.service, err = New(Config{Rollup: followed, Domain: testDomain, Self: n.op.id, Sets: b.sets, Network: b.hub.join(n.op.id), Signer: guard,
		Evidence: n.sink, Store: n.db.Sub("followed"), Alarms: b.alarms[n], Clock: b.clock,
		Follow: &FollowTerms{Start: followStart, Handover: followHandover, Schedule: b.schedule}})
	require.NoError(b.t, err)
}

func observed(number uint64, fork byte) Observed {
	hash := func(n uint64, f byte) common.Hash {
		return crypto.Keccak256Hash([]byte("followed"), binary.BigEndian.AppendUint64(nil, n), []byte{f})
	}
	return Observed{Level: avs.LevelCommitments, OutputRoot: hash(number+1<<32, fork), Block: avs.BlockRef{Number: number, Hash: hash(number, fork),
		ParentHash: hash(number-1, 0), StateRoot: hash(number+1<<33, fork), Timestamp: followTime + number}}
}

func (b *followBench) observe(fork byte, number uint64, nodes ...*node) {
	b.t.Helper()
	for _, n := range nodes {
		require.NoError(b.t, n.service.Observed(context.Background(), observed(number, fork)))
	}
}

func (b *followBench) certificate(n *node, number uint64) avs.Certificate {
	b.t.Helper()
	b.certified(number, n)
	c, found, err := n.service.ByNumber(followed.ID, number)
	require.NoError(b.t, err)
	require.True(b.t, found)
	set, _ := b.sets.At(avs.MachSet(0), c.Claim.Epoch)
	require.NoError(b.t, c.Verify(testDomain, set))
	return c
}

func TestFollowedRollupIsCertified(t *testing.T) {
	b := newFollowBench(t, 4)
	for _, n := range b.nodes {
		n.start()
		require.Zero(t, n.service.Status().Certified)
		from, parent, err := n.service.FollowFrom()
		require.NoError(t, err)
		require.EqualValues(t, followStart, from)
		require.Zero(t, parent)
	}
	_, found, err := b.nodes[0].service.Latest(followed.ID)
	require.NoError(t, err)
	require.False(t, found)
	b.observe(0, followStart-1, b.nodes...) // before the terms: nobody's
	b.observe(0, followStart, b.nodes[:3]...)
	c := b.certificate(b.nodes[3], followStart)
	o := observed(followStart, 0)
	require.Equal(t, avs.FinalityClaim{Rollup: followed.ID, Epoch: 1, Number: followStart, BlockHash: o.Block.Hash, ParentHash: o.Block.ParentHash,
		StateRoot: o.Block.StateRoot, OutputRoot: o.OutputRoot, Level: avs.LevelCommitments}, c.Claim)
	b.observe(0, followStart+1, b.nodes...)
	b.certified(followStart+1, b.nodes...)

	n := b.nodes[0]
	n.stop(t)
	b.reopen(n)
	from, parent, err := n.service.FollowFrom()
	require.NoError(t, err)
	require.EqualValues(t, followStart+2, from)
	require.Equal(t, observed(followStart+1, 0).Block.Hash, parent)
}

// TestEpochOfAFollowedBlock has a set change between two blocks: the timestamp decides, at every operator alike.
func TestEpochOfAFollowedBlock(t *testing.T) {
	b := newFollowBench(t, 4)
	for _, n := range b.nodes {
		n.start()
	}
	b.observe(0, 209, b.nodes...)
	b.observe(0, 210, b.nodes...) // ten seconds after the second set came into force
	require.EqualValues(t, 1, b.certificate(b.nodes[0], 209).Claim.Epoch)
	require.EqualValues(t, 2, b.certificate(b.nodes[0], 210).Claim.Epoch)
}

// TestEpochIsAwaited has consensus behind: nothing is claimed until it has passed the moment that decides.
func TestEpochIsAwaited(t *testing.T) {
	b := newFollowBench(t, 1)
	n := b.nodes[0]
	n.start()
	moment := uint64(followTime+followStart)*1000 - uint64(followHandover/time.Millisecond)
	b.schedule.set(moment)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- n.service.Observed(ctx, observed(followStart, 0)) }()
	b.clock.Advance(3 * tickInterval)
	select {
	case err := <-done:
		t.Fatal("claimed before consensus passed the time", err)
	default:
	}
	require.Zero(t, n.service.Status().Head)
	cancel()
	require.ErrorIs(t, <-done, context.Canceled)

	b.schedule.down = true
	go func() { done <- n.service.Observed(context.Background(), observed(followStart, 0)) }()
	b.schedule.mu.Lock()
	b.schedule.down, b.schedule.now = false, moment+1
	b.schedule.mu.Unlock()
	b.certificate(n, followStart)
	require.NoError(t, <-done)
}

// TestWrongEpochOfAFollowedBlock has members of the old set sign for a block that is the new one's.
func TestWrongEpochOfAFollowedBlock(t *testing.T) {
	b := newFollowBench(t, 4)
	n := b.nodes[0]
	n.start()
	b.observe(0, 210, n)
	o := observed(210, 0)
	claim := avs.FinalityClaim{Rollup: followed.ID, Epoch: 1, Number: 210, BlockHash: o.Block.Hash, ParentHash: o.Block.ParentHash,
		StateRoot: o.Block.StateRoot, OutputRoot: o.OutputRoot, Level: avs.LevelCommitments}
	for member := 1; member < 4; member++ {
		verdict, err := n.service.receive(context.Background(), attest(b.ops[member], member, claim))
		require.NoError(t, err)
		require.Equal(t, avs.Ignore, verdict)
	}
	require.Zero(t, n.service.Status().Certified)
	claim.Epoch = 2
	for member := 1; member < 4; member++ {
		verdict, err := n.service.receive(context.Background(), attest(b.ops[member], member, claim))
		require.NoError(t, err)
		require.Equal(t, avs.Accept, verdict)
	}
	b.certificate(n, 210)
	wrong := claim
	wrong.Level = avs.LevelExecution
	_, err := n.service.receive(context.Background(), attest(b.ops[1], 1, wrong))
	require.ErrorIs(t, err, errNotOurs, "another level than the terms")
	wrong.Level, wrong.Number = avs.LevelCommitments, followStart-1
	_, err = n.service.receive(context.Background(), attest(b.ops[1], 1, wrong))
	require.ErrorIs(t, err, errNotOurs, "a number before the start")
}

// TestHoldDropsAndAbstains has the rollup go back two blocks: what was not signed is dropped, nothing is signed until
// Release, and then the other blocks are.
func TestHoldDropsAndAbstains(t *testing.T) {
	b := newFollowBench(t, 4)
	n := b.nodes[0]
	b.observe(0, followStart, n)
	b.observe(9, followStart+1, n)
	b.observe(9, followStart+2, n)
	require.NoError(t, n.service.Hold(followStart+1))
	n.start()
	b.observe(0, followStart+1, n) // a hold is no end of observing
	b.clock.Advance(2 * tickInterval)
	_, said, err := n.service.records.attestation(followStart, n.op.id)
	require.NoError(t, err)
	require.False(t, said, "nothing is signed while held")
	n.service.Release()
	for _, other := range b.nodes[1:] {
		other.start()
		b.observe(0, followStart, other)
		b.observe(0, followStart+1, other)
	}
	require.Equal(t, observed(followStart+1, 0).Block.Hash, b.certificate(n, followStart+1).Claim.BlockHash)
	_, known, err := n.service.records.claim(followStart + 2)
	require.NoError(t, err)
	require.False(t, known, "descendants of what was dropped are dropped too")
}

// TestCertificateContradictsFollower has one operator's nodes lie: it does not sign on, raises an alarm, and is healed
// when its nodes come back to the certified block.
func TestCertificateContradictsFollower(t *testing.T) {
	b := newFollowBench(t, 4)
	odd := b.nodes[0]
	for _, n := range b.nodes {
		n.start()
	}
	b.observe(0, followStart, b.nodes[1:]...)
	b.certified(followStart, b.nodes...)
	b.observe(7, followStart, odd)
	r, raised := b.alarms[odd].get(SourceExecution)
	require.True(t, raised)
	require.Equal(t, avs.AlertReport{Number: followStart, Reason: reasonContradicted, Ours: observed(followStart, 7).Block.Hash,
		Theirs: observed(followStart, 0).Block.Hash}, r)
	odd.stop(t)
	b.alarms[odd].raised = make(map[Source]avs.AlertReport)
	b.reopen(odd)
	odd.start()
	b.eventually(func() bool { _, raised := b.alarms[odd].get(SourceExecution); return raised }, "alarm after the restart")
	from, _, err := odd.service.FollowFrom()
	require.NoError(t, err)
	require.EqualValues(t, followStart, from, "the block is looked at again")
	b.observe(0, followStart, odd)
	_, raised = b.alarms[odd].get(SourceExecution)
	require.False(t, raised)
}

func TestFollowedTermsAreChecked(t *testing.T) {
	b := newFollowBench(t, 1)
	n := b.nodes[0]
	wrong := observed(followStart, 0)
	wrong.Level = avs.LevelExecution
	require.ErrorIs(t, n.service.Observed(context.Background(), wrong), errLevel)
	plain := newBench(t, 1)
	require.ErrorIs(t, plain.nodes[0].service.Observed(context.Background(), wrong), errNotFollowed)
	_, err := New(Config{Rollup: followed, Domain: testDomain, Self: n.op.id, Sets: b.sets, Network: b.hub.join(n.op.id), Signer: n.service.cfg.Signer,
		Evidence: n.sink, Store: n.db.Sub("x"), Clock: b.clock, Follow: &FollowTerms{}})
	require.ErrorIs(t, err, ErrConfig)
}
