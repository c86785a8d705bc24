package proxy

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sort"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/internal/clock"
)

// Sentinels of a final block that cannot be told.
var (
	ErrNoFinal  = errors.New("finalized block not found: no certificate has been checked yet")
	ErrLags     = errors.New("finalized block not found: the upstream node has not reached a certified block yet")
	ErrDiverged = errors.New("the upstream node is not on the certified chain")
	ErrUpstream = errors.New("the upstream node cannot be asked")
	ErrPaused   = errors.New("finalized block not found: the rollup is paused by a certified alert, and what was final before it is not known here")
)

const (
	// fresh is how long the upstream's word on the final block's hash is good for: a burst of requests asks once.
	fresh = 250 * time.Millisecond
	// kept is how many certified blocks are kept, for an upstream that lags.
	kept = 4096
)

// block is a certified block.
type block struct {
	number uint64
	hash   common.Hash
}

// chain is the upstream node as finality asks it. A zero hash: it has no such block.
type chain interface {
	hashAt(ctx context.Context, number uint64) (common.Hash, error)
	head(ctx context.Context) (uint64, error)
}

// finality knows what is final, and whether the upstream agrees. Safe for concurrent use.
type finality struct {
	upstream chain
	clock    clock.Clock
	log      *slog.Logger

	mu        sync.Mutex
	certified []block // ascending; what may be served
	held      []block // certified while paused
	paused    bool
	conflict  error // two certificates contradict each other: nothing is final any more
	waiting   error // no operator can be used now

	asking sync.Mutex // one at a time asks the upstream
	at     time.Time  // of the last answer
	served block      // by that answer
	err    error      // by that answer
}

// take learns from an event of the subscriber.
func (f *finality) take(e client.Event) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch e.Kind {
	case client.KindCertificate:
		f.waiting = nil
		b := block{e.Certificate.Claim.Number, e.Certificate.Claim.BlockHash}
		if f.paused {
			f.held = tail(append(f.held, b))
		} else {
			f.certified = tail(append(f.certified, b))
		}
	case client.KindPaused:
		f.paused = true
		f.log.Error("the rollup is paused by a certified alert: finalized stays where it is", "sequence", e.Alert.Alert.Sequence)
	case client.KindResumed:
		f.paused = false
		f.certified, f.held = tail(append(f.certified, f.held...)), nil
		f.log.Warn("the rollup is resumed by a certified alert", "sequence", e.Alert.Alert.Sequence)
	case client.KindGap:
		f.log.Warn("no operator has certificates of some blocks", "first", e.First, "last", e.Last)
	case client.KindFault:
		f.log.Warn("operator served what does not stand", "operator", e.Operator, "err", e.Err)
	case client.KindWaiting:
		f.waiting = e.Err
		f.log.Warn("no operator can be used: finalized stays where it is until one can", "err", e.Err)
	}
}

func tail(blocks []block) []block { return blocks[max(0, len(blocks)-kept):] }

// fail ends it: nothing is final any more.
func (f *finality) fail(err error) {
	f.log.Error("nothing is final any more", "err", err)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.conflict = err
}

// final is the block that `finalized` means now, which the upstream has just been seen to have.
func (f *finality) final(ctx context.Context) (block, error) {
	f.asking.Lock()
	defer f.asking.Unlock()
	newest, err := f.newest()
	if err != nil {
		return block{}, err
	}
	if f.clock.Since(f.at) < fresh && !f.at.IsZero() && (f.err == nil && f.served == newest || f.err != nil) {
		return f.served, f.err
	}
	before := f.err
	f.served, f.err = f.confirm(ctx, newest)
	f.at = f.clock.Now()
	switch {
	case ctx.Err() != nil:
		f.at = time.Time{} // the asker's fault
	case errors.Is(f.err, ErrDiverged) && !errors.Is(before, ErrDiverged):
		f.log.Error("the upstream node is not on the certified chain: finalized is refused", "err", f.err)
	case f.err == nil && errors.Is(before, ErrDiverged):
		f.log.Warn("the upstream node is on the certified chain again", "number", f.served.number)
	}
	return f.served, f.err
}

func (f *finality) newest() (block, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.conflict != nil:
		return block{}, f.conflict
	case len(f.certified) == 0 && f.paused:
		return block{}, ErrPaused
	case len(f.certified) == 0:
		return block{}, ErrNoFinal
	}
	return f.certified[len(f.certified)-1], nil
}

// confirm asks the upstream for the newest certified block, or for the newest that it has reached.
func (f *finality) confirm(ctx context.Context, newest block) (block, error) {
	hash, err := f.upstream.hashAt(ctx, newest.number)
	if err != nil {
		return block{}, fmt.Errorf("%w: %w", ErrUpstream, err)
	}
	if hash == (common.Hash{}) {
		if newest, err = f.reached(ctx); err != nil {
			return block{}, err
		}
		if hash, err = f.upstream.hashAt(ctx, newest.number); err != nil {
			return block{}, fmt.Errorf("%w: %w", ErrUpstream, err)
		}
	}
	if hash == (common.Hash{}) {
		return block{}, ErrLags
	}
	return newest, agree(newest, hash)
}

func agree(b block, hash common.Hash) error {
	if hash != b.hash {
		return fmt.Errorf("%w: its block %d is %s, certified is %s", ErrDiverged, b.number, hash, b.hash)
	}
	return nil
}

// reached is the newest certified block at or below the upstream's head.
func (f *finality) reached(ctx context.Context) (block, error) {
	head, err := f.upstream.head(ctx)
	if err != nil {
		return block{}, fmt.Errorf("%w: %w", ErrUpstream, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	above := sort.Search(len(f.certified), func(i int) bool { return f.certified[i].number > head })
	if above == 0 {
		return block{}, ErrLags
	}
	return f.certified[above-1], nil
}

// health is nil while `finalized` can be served and moves.
func (f *finality) health(ctx context.Context) error {
	_, err := f.final(ctx)
	f.mu.Lock()
	defer f.mu.Unlock()
	if err == nil && f.waiting != nil {
		err = fmt.Errorf("no operator can be used: %w", f.waiting)
	}
	if f.paused {
		err = errors.Join(errors.New("the rollup is paused by a certified alert"), err)
	}
	return err
}

// code is the JSON-RPC code of an error of final.
func code(err error) int {
	switch {
	case errors.Is(err, ErrNoFinal), errors.Is(err, ErrLags), errors.Is(err, ErrPaused):
		return codeNotFound
	case errors.Is(err, ErrUpstream):
		return codeUpstream
	}
	return codeConflict
}
