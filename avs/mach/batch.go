package mach

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
)

// urgency is how soon waiting signatures of one claim are to be checked.
type urgency int

const (
	soon  urgency = iota // when none of the same claim is being decoded or checked: at once on an idle machine
	now                  // with them a quorum is reached
	later                // they count for participation only, and more of them are to come
)

// batcher checks signatures of one claim together. Whoever brings one decodes it and waits for the verdict; one of those
// that wait does the check for all, so the batcher has no goroutine of its own. On an idle machine each signature is
// checked as it comes; batches grow by themselves while processors are busy with decoding and with earlier checks.
type batcher struct {
	domain  avs.Domain
	clock   clock.Clock
	meters  meters
	urgency func(*batch) urgency
	// decoders is a place for each processor: more calls of the C library at once would only make more threads.
	decoders chan struct{}

	mu      sync.Mutex
	batches map[avs.FinalityClaim]*batch
	ready   []*batch
	running int // checks
}

// batch is what waits for one claim. An empty one is kept for a while, since its message is hashed already.
type batch struct {
	claim   avs.FinalityClaim
	digest  common.Hash
	set     *avs.OperatorSet
	message func() bls.Message

	decoding int
	waiting  []*waiter
	members  avs.Bitmap // of those that wait
	taken    avs.Bitmap // of those that were checked, or are being checked
	running  int        // checks
	queued   bool       // in batcher.ready
	due      bool       // somebody cannot wait any longer
}

// waiter is one signature that waits.
type waiter struct {
	share bls.Share
	good  chan bool      // the verdict
	lead  chan []*waiter // the check of these is for this waiter to do
}

func newBatcher(domain avs.Domain, c clock.Clock, m meters) *batcher {
	return &batcher{domain: domain, clock: c, meters: m, decoders: make(chan struct{}, runtime.GOMAXPROCS(0)),
		batches: make(map[avs.FinalityClaim]*batch)}
}

// verify decodes the signature of an attestation by a member of the set and says whether it is good, as
// Attestation.Verify does alone. It may wait lateWindow for others of its claim; when ctx ends it waits no longer.
func (b *batcher) verify(ctx context.Context, a avs.Attestation, set *avs.OperatorSet) (bls.Signature, error) {
	on := b.enter(a.Claim, set)
	b.decoders <- struct{}{}
	sig, err := bls.SignatureFromBytes(a.Signature[:])
	<-b.decoders
	if err != nil {
		b.withdraw(on)
		return bls.Signature{}, fmt.Errorf("%w: %w", avs.ErrAttestation, err)
	}
	w := &waiter{share: bls.Share{Key: set.Key(int(a.Member)), Signature: sig}, good: make(chan bool, 1), lead: make(chan []*waiter, 1)}
	if !b.wait(ctx, on, w, b.add(on, w, int(a.Member))) {
		return bls.Signature{}, fmt.Errorf("%w: signature of member %d over number %d", avs.ErrAttestation, a.Member, a.Claim.Number)
	}
	return sig, nil
}

func (b *batcher) wait(ctx context.Context, on *batch, w *waiter, how urgency) bool {
	done := ctx.Done()
	var window <-chan time.Time
	if how == later {
		timer := b.clock.NewTimer(lateWindow)
		defer timer.Stop()
		window = timer.Chan()
	}
	for {
		select {
		case good := <-w.good:
			return good
		case waiters := <-w.lead:
			b.check(on, waiters)
		case <-window:
			b.hurry(on)
		case <-done:
			done = nil
			b.hurry(on)
		}
	}
}

// enter announces a signature that is about to be decoded.
func (b *batcher) enter(claim avs.FinalityClaim, set *avs.OperatorSet) *batch {
	b.mu.Lock()
	defer b.mu.Unlock()
	on := b.batches[claim]
	if on == nil {
		b.evict()
		digest := claim.Digest(b.domain)
		on = &batch{claim: claim, digest: digest, set: set, members: avs.NewBitmap(set.Len()), taken: avs.NewBitmap(set.Len()),
			message: sync.OnceValue(func() bls.Message { return bls.NewMessage(digest) })}
		b.batches[claim] = on
	}
	on.decoding++
	return on
}

// evict drops the idle batch of the lowest number when there are many. Busy ones are as many as callers at most.
func (b *batcher) evict() {
	if len(b.batches) < maxBatches {
		return
	}
	var oldest *batch
	for _, x := range b.batches {
		if x.decoding == 0 && len(x.waiting) == 0 && (oldest == nil || x.claim.Number < oldest.claim.Number) {
			oldest = x
		}
	}
	if oldest != nil {
		delete(b.batches, oldest.claim)
	}
}

// add puts a decoded signature among those that wait.
func (b *batcher) add(on *batch, w *waiter, member int) urgency {
	b.mu.Lock()
	defer b.mu.Unlock()
	on.decoding--
	on.waiting = append(on.waiting, w)
	on.members = on.members.With(member)
	how := b.consider(on)
	b.start()
	return how
}

// withdraw takes back an announcement: others may have waited for it.
func (b *batcher) withdraw(on *batch) {
	b.mu.Lock()
	defer b.mu.Unlock()
	on.decoding--
	b.release(on)
}

// release lets go of those that waited for one of their claim, which may have no timer. Callers hold mu.
func (b *batcher) release(on *batch) {
	if b.consider(on) == later {
		on.due = true
		b.consider(on)
	}
	b.start()
}

// hurry has what waits checked without waiting for more.
func (b *batcher) hurry(on *batch) {
	b.mu.Lock()
	defer b.mu.Unlock()
	on.due = len(on.waiting) > 0
	b.consider(on)
	b.start()
}

// consider queues a batch that is to be checked. Callers hold mu.
func (b *batcher) consider(on *batch) urgency {
	if len(on.waiting) == 0 || on.queued {
		return soon
	}
	how := b.urgency(on)
	on.queued = on.due || how == now || len(on.waiting) >= maxBatch || how == soon && on.decoding == 0 && on.running == 0
	if on.queued {
		b.ready = append(b.ready, on)
	}
	return how
}

// start hands ready batches to one of their waiters each, as many as there are processors. Callers hold mu.
func (b *batcher) start() {
	for len(b.ready) > 0 && b.running < cap(b.decoders) {
		on := b.ready[0]
		b.ready = b.ready[1:]
		waiters := on.waiting
		on.taken = on.taken.Or(on.members)
		on.waiting, on.members, on.queued, on.due = nil, avs.NewBitmap(on.set.Len()), false, false
		b.running++
		on.running++
		waiters[len(waiters)-1].lead <- waiters // usually the one that called
	}
}

// check gives each waiter its verdict.
func (b *batcher) check(on *batch, waiters []*waiter) {
	shares := make([]bls.Share, len(waiters))
	for i, w := range waiters {
		shares[i] = w.share
	}
	bad, checks := on.message().Invalid(shares)
	b.meters.checked(len(waiters), checks)
	for i, w := range waiters {
		good := len(bad) == 0 || bad[0] != i
		if !good {
			bad = bad[1:]
		}
		w.good <- good
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.running--
	on.running--
	b.release(on)
}
