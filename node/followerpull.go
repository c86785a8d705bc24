package node

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// fetchAhead is how many blocks are fetched and waiting at most. With bodies of a megabyte they are 24 MB.
const fetchAhead = 24

// wanted is a block on its way: its hash is certified, or follows from a certified one.
type wanted struct {
	number  uint64
	hash    common.Hash
	final   bool // certificates of it may be relied on
	fetched chan []byte
}

// follow goes on after the head of the execution client, again and again: whatever breaks in between, certificates and
// bodies from there on are all that it takes.
func (f *Follower) follow(ctx context.Context) error {
	for {
		err := f.followOnce(ctx)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, ErrFollowerChain), errors.Is(err, ErrFollowerBlock), errors.Is(err, client.ErrConflict):
			return err
		}
		f.log.Warn("following stopped: trying again", "err", err, "after", f.stall)
		f.setWaiting(err)
		if err := clock.Sleep(ctx, f.clock, f.stall); err != nil {
			return err
		}
	}
}

func (f *Follower) setWaiting(err error) {
	words := fmt.Sprint(err)
	f.waiting.Store(&words)
}

func (f *Follower) followOnce(ctx context.Context) error {
	head, err := f.driver.Head(ctx)
	if err != nil {
		return fmt.Errorf("read head: %w", err)
	}
	f.moved(head)
	sub, err := client.Subscribe(ctx, client.SubscriberConfig{APIs: f.config.From, Rollup: f.config.Rollup, Trust: f.trust, From: head.Number + 1,
		Clock: f.clock, Log: f.log})
	if err != nil {
		return err
	}
	defer sub.Close()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	queue := make(chan *wanted, fetchAhead)
	done := make(chan struct{})
	go func() {
		defer close(done)
		cancel(f.execute(ctx, queue))
	}()
	cancel(f.certificates(ctx, sub, head, queue))
	<-done
	f.fetching.Wait()
	return context.Cause(ctx)
}

// certificates turns the certified blocks into wanted ones and has them fetched, several at once, in order.
func (f *Follower) certificates(ctx context.Context, sub *client.Subscriber, head avs.BlockRef, queue chan<- *wanted) error {
	next, below := head.Number+1, head.Hash
	for e, err := range sub.Events(ctx) {
		if err != nil {
			return err
		}
		switch e.Kind {
		case client.KindWaiting:
			f.setWaiting(e.Err)
		case client.KindPaused, client.KindResumed:
			if err := f.pause(ctx, e.Paused); err != nil {
				return err
			}
		case client.KindCertificate:
			claim := e.Certificate.Claim
			f.waiting.Store(nil)
			f.certified.Store(claim.Number)
			f.meters.certified.Set(float64(claim.Number))
			hashes, err := f.ancestors(ctx, claim, next)
			if err != nil {
				return err
			}
			if hashes[0] != below {
				return fmt.Errorf("%w: certified block %d stands on %s, here %d is %s; use another --home, or name the right --rollup and --contract",
					ErrFollowerChain, next, hashes[0], next-1, below)
			}
			for _, hash := range append(hashes, claim.BlockHash)[1:] {
				if err := f.fetch(ctx, &wanted{next, hash, !e.Paused, make(chan []byte, 1)}, queue); err != nil {
					return err
				}
				next++
			}
			below = claim.BlockHash
		}
	}
	return ctx.Err()
}

// pause holds `finalized` while a quorum says that certificates must not be relied on. Every head is certified, so it
// catches up at once when that is over.
func (f *Follower) pause(ctx context.Context, paused bool) error {
	f.paused.Store(paused)
	f.log.Warn("finality of the rollup", "paused", paused)
	if paused {
		return nil
	}
	head, err := f.driver.Head(ctx)
	if err != nil {
		return err
	}
	return f.driver.Finalize(ctx, head.Hash)
}

// ancestors are the hashes of the block below next, and of all from there to below the certified one. Numbers without a
// certificate are rare; their blocks are known by the parent links of the one above.
func (f *Follower) ancestors(ctx context.Context, claim avs.FinalityClaim, next uint64) ([]common.Hash, error) {
	hashes := []common.Hash{claim.ParentHash}
	for number := claim.Number - 1; number >= next; number-- {
		_, block, err := f.peers.block(ctx, f.rollup, number, hashes[len(hashes)-1])
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, block.ParentHash())
	}
	slices.Reverse(hashes)
	return hashes, nil
}

// fetch queues a block when there is room, and fetches it meanwhile.
func (f *Follower) fetch(ctx context.Context, w *wanted, queue chan<- *wanted) error {
	select {
	case queue <- w:
	case <-ctx.Done():
		return ctx.Err()
	}
	f.fetching.Go(func() {
		if body, _, err := f.peers.block(ctx, f.rollup, w.number, w.hash); err == nil {
			w.fetched <- body
		}
	})
	return nil
}

// execute executes what was fetched, in order.
func (f *Follower) execute(ctx context.Context, queue <-chan *wanted) error {
	for {
		var w *wanted
		select {
		case w = <-queue:
		case <-ctx.Done():
			return ctx.Err()
		}
		var body []byte
		select {
		case body = <-w.fetched:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := f.take(ctx, w, body); err != nil {
			return err
		}
	}
}

// take makes a block the head.
func (f *Follower) take(ctx context.Context, w *wanted, body []byte) error {
	ref, err := f.driver.Import(ctx, body)
	if errors.Is(err, avs.ErrInvalidBlock) {
		return fmt.Errorf("%w: block %d %s: %w; keep this home and report it: either two thirds of the operators or this execution client is wrong",
			ErrFollowerBlock, w.number, w.hash, err)
	}
	if err != nil {
		return fmt.Errorf("execute block %d: %w", w.number, err)
	}
	if err := f.driver.SetHead(ctx, ref.Hash); err != nil {
		return err
	}
	if w.final {
		if err := f.driver.Finalize(ctx, ref.Hash); err != nil {
			return err
		}
	}
	f.moved(ref)
	return nil
}

func (f *Follower) moved(head avs.BlockRef) {
	f.head.Store(&head)
	f.meters.head.Set(float64(head.Number))
}
