package mach

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// orderer applies the first certified view that verifies, as consensus does.
type orderer struct {
	mu      sync.Mutex
	sets    *sets
	fails   int
	applied []avs.CertifiedL1View
}

func (o *orderer) Submit(_ context.Context, tx avs.Tx) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.fails > 0 {
		o.fails--
		return errors.New("mempool is full")
	}
	ordering, err := o.sets.Current(avs.OrderingSet)
	if err != nil {
		return err
	}
	if err := tx.L1View.Verify(testDomain, ordering); err != nil {
		return err
	}
	if len(o.applied) > 0 && o.applied[len(o.applied)-1].View.Number >= tx.L1View.View.Number {
		return errors.New("stale view")
	}
	o.applied = append(o.applied, *tx.L1View)
	for _, s := range tx.L1View.View.Sets {
		o.sets.add(s)
	}
	return nil
}

// last is the L1 block of the last view that was applied.
func (o *orderer) last() uint64 {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.applied) == 0 {
		return 0
	}
	return o.applied[len(o.applied)-1].View.Number
}

func (o *orderer) count() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.applied)
}

type viewNode struct {
	views *Views
	feed  chan avs.L1View
}

// startViews runs Views at every operator of a bench.
func startViews(b *bench, o *orderer) []*viewNode {
	b.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	var out []*viewNode
	b.t.Cleanup(func() {
		cancel()
		running.Wait()
	})
	for _, op := range b.ops {
		db, err := store.Memory()
		require.NoError(b.t, err)
		guard, err := signer.Open(signer.Config{Space: db.Sub("guard"), BLS: op.secret})
		require.NoError(b.t, err)
		n := &viewNode{feed: make(chan avs.L1View, 4)}
		n.views, err = NewViews(ViewsConfig{Domain: testDomain, Self: op.id, Sets: b.sets, Network: b.hub.join(op.id),
			Signer: guard, Orderer: o, Applied: o.last, Candidates: n.feed, Clock: b.clock})
		require.NoError(b.t, err)
		running.Go(func() {
			if err := n.views.Run(ctx); err != nil {
				b.t.Error(err)
			}
			_ = db.Close() // in memory
		})
		out = append(out, n)
	}
	return out
}

func (b *bench) view(number uint64, epoch avs.Epoch, ops []operator) avs.L1View {
	return avs.L1View{Number: number, BlockHash: common.Hash{byte(number)}, Sets: []*avs.OperatorSet{
		newSet(b.t, avs.OrderingSet, epoch, ops), newSet(b.t, avs.MachSet(0), epoch, ops)}}
}

func TestViewsAreCertifiedAndApplied(t *testing.T) {
	b := newBench(t, 4)
	o := &orderer{sets: b.sets, fails: 1}
	nodes := startViews(b, o)
	for _, n := range nodes {
		n.feed <- avs.L1View{Number: 32, Inputs: avs.L1Inputs{Randao: common.Hash{1}}}
	}
	b.eventually(func() bool { return o.count() == 1 }, "view without sets")
	for _, n := range nodes {
		n.feed <- b.view(64, 2, b.ops[1:])
	}
	b.eventually(func() bool { return o.count() == 2 }, "view with sets")
	for _, n := range nodes { // the next is signed by the set that this one brought
		n.feed <- b.view(96, 3, b.ops)
	}
	b.eventually(func() bool { return o.count() == 3 }, "third view")
	b.eventually(func() bool {
		for _, n := range nodes {
			n.views.mu.Lock()
			open := n.views.open != nil
			n.views.mu.Unlock()
			if open {
				return false
			}
		}
		return true
	}, "candidates closed")
}

func TestOneReaderOfAnotherL1DoesNotStopTheView(t *testing.T) {
	b := newBench(t, 4)
	o := &orderer{sets: b.sets}
	nodes := startViews(b, o)
	odd := b.view(64, 2, b.ops)
	odd.BlockHash = common.Hash{0xff}
	nodes[0].feed <- odd
	for _, n := range nodes[1:] {
		n.feed <- b.view(64, 2, b.ops)
	}
	b.eventually(func() bool { return o.count() == 1 }, "view")
	require.Equal(t, common.Hash{64}, o.applied[0].View.BlockHash)
	require.False(t, o.applied[0].Signers.Has(0))
}

func TestViewVotesAreJudged(t *testing.T) {
	b := newBench(t, 4)
	n := startViews(b, &orderer{sets: b.sets})[0]
	vote := func(signer, member int, number uint64, epoch avs.Epoch) avs.ViewVote {
		digest := b.view(number, 2, b.ops).Digest(testDomain)
		sig := b.ops[signer].secret.Sign(digest)
		return avs.ViewVote{Number: number, Digest: digest, Epoch: epoch, Member: uint16(member), Signature: sig.Bytes()}
	}
	for _, test := range []struct {
		name string
		vote avs.ViewVote
		want avs.Verdict
	}{
		{"good", vote(1, 1, 64, 1), avs.Accept},
		{"again", vote(1, 1, 64, 1), avs.Ignore},
		{"another's signature", vote(1, 2, 64, 1), avs.Reject},
		{"beyond the set", vote(1, 4, 64, 1), avs.Reject},
		{"an epoch not in force", vote(1, 1, 65, 2), avs.Ignore},
		{"no signature", avs.ViewVote{Number: 64, Epoch: 1, Member: 3}, avs.Reject},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := n.views.handleVote(t.Context(), b.ops[3].id, test.vote.Encode())
			require.Equal(t, test.want, got, "%v", err)
		})
	}
	got, err := n.views.handleVote(t.Context(), b.ops[3].id, []byte("nonsense"))
	require.Equal(t, avs.Reject, got)
	require.ErrorIs(t, err, avs.ErrEncoding)
}

func TestBallotCannotBeCrowdedOut(t *testing.T) {
	ops := operators(t, 4)
	ballot := newBallot()
	for number := uint64(1); number <= 100; number++ { // one member votes for numbers far away
		ballot.count(ops[0].id, ballotVote{vote: avs.ViewVote{Number: 1000 + number}})
	}
	require.Len(t, ballot.kept[ops[0].id], maxViews)
	set := newSet(t, avs.OrderingSet, 1, ops)
	digest := common.Hash{7}
	for i, op := range ops[1:] {
		_, found := ballot.quorum(64, set)
		require.False(t, found, "%d votes", i)
		require.True(t, ballot.count(op.id, ballotVote{avs.ViewVote{Number: 64, Digest: digest, Member: uint16(i + 1)},
			op.secret.PublicKey(), op.secret.Sign(digest)}))
	}
	result, found := ballot.quorum(64, set)
	require.True(t, found)
	require.Equal(t, digest, result.digest)
	require.NoError(t, avs.VerifyAggregate(set, digest, result.signers, result.signature.Bytes()))
	ballot.forget(64)
	require.Len(t, ballot.kept, 1)
}
