package follow

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// Follower follows one rollup.
type Follower struct {
	cfg     Config
	stack   stack
	own     *endpoint
	others  []*endpoint
	outputs *endpoint          // who is asked for optimism_outputAtBlock; nil: nobody
	checked map[uint64]checked // owned by the look that runs
	batch   int                // most blocks of the next look; owned by Run
	wake    chan struct{}      // by Resume; holds one

	mu   sync.Mutex
	core *core
}

// Status is a follower's state at one moment.
type Status struct {
	Next    uint64   // next number to emit
	Head    uint64   // newest number of the own node's head that is followed; 0 before the first answer
	Halted  bool     // a Mismatch or Reorged waits for agreement and Resume
	Agreed  bool     // halted, and the sources agree again: only Resume is missing
	Stalled []string // endpoints told as Stalled and not Recovered, by public name
}

// New checks the configuration. Nothing is asked before Run.
func New(cfg Config) (*Follower, error) {
	if err := cfg.Check(); err != nil {
		return nil, fmt.Errorf("configuration of a followed rollup: %w", err)
	}
	cfg = cfg.withDefaults()
	f := &Follower{cfg: cfg, stack: stacks[cfg.Stack], wake: make(chan struct{}, 1), batch: cfg.Batch}
	f.core = newCore(cfg, f.stack.compare)
	return f, nil
}

// Run follows until ctx ends, and gives its error, or until an endpoint turns out to be on another chain: then the
// error is ErrWrongChain. emit is called from this goroutine, one event after the other; while it does not return,
// nothing goes on. Run may be called once.
func (f *Follower) Run(ctx context.Context, emit func(Event)) error {
	if err := f.open(); err != nil {
		return err
	}
	defer f.close()
	for {
		seen, err := f.look(ctx)
		if err != nil {
			return err
		}
		f.mu.Lock()
		step := f.core.step(f.cfg.Clock.Now(), seen)
		f.mu.Unlock()
		for _, e := range step.events {
			emit(e)
		}
		for name, reason := range step.blocked {
			f.cfg.Log.Debug("waits for endpoint", "endpoint", name, "err", reason)
		}
		if full := step.emitted == f.batch; f.resize(seen) || full {
			continue // far behind the head
		}
		if err := f.pause(ctx); err != nil {
			return err
		}
	}
}

// resize makes the next look smaller when an answer was too large, and larger again step by step. It says whether a
// smaller one is worth a try at once.
func (f *Follower) resize(seen round) bool {
	for _, v := range append([]view{seen.own}, seen.others...) {
		tooLarge := errors.Is(v.err, errTooLarge)
		for _, s := range v.blocks {
			tooLarge = tooLarge || errors.Is(s.err, errTooLarge)
		}
		if tooLarge {
			smaller := f.batch > 1
			f.batch = max(1, f.batch/2)
			return smaller
		}
	}
	f.batch = min(f.batch+1, f.cfg.Batch)
	return false
}

// pause waits for the next look.
func (f *Follower) pause(ctx context.Context) error {
	timer := f.cfg.Clock.NewTimer(f.cfg.Poll)
	defer timer.Stop()
	select {
	case <-timer.Chan():
	case <-f.wake:
	case <-ctx.Done():
	}
	return ctx.Err()
}

// open makes the clients; nothing is sent.
func (f *Follower) open() (err error) {
	if f.own, err = dial(f.cfg.Own, f.cfg.Timeout, maxOwnAnswer); err != nil {
		return err
	}
	names := map[string]int{f.own.name: 1}
	for _, url := range f.cfg.Others {
		e, err := dial(url, f.cfg.Timeout, maxOtherAnswer)
		if err != nil {
			f.close()
			return err
		}
		f.others = append(f.others, e)
		if names[e.name]++; names[e.name] > 1 { // one host and port, stated to be independent
			e.name = fmt.Sprintf("%s#%d", e.name, names[e.name])
		}
	}
	if f.cfg.Stack != opstack {
		return nil
	}
	f.outputs = f.own
	if f.cfg.RollupNode != "" {
		if f.outputs, err = dial(f.cfg.RollupNode, f.cfg.Timeout, maxOtherAnswer); err != nil {
			f.close()
		}
	}
	return err
}

func (f *Follower) close() {
	for _, e := range append([]*endpoint{f.own, f.outputs}, f.others...) {
		if e != nil {
			e.close()
		}
	}
}

// Resume acknowledges a Mismatch or Reorged: once the sources agree, blocks are emitted again. Without one it does
// nothing.
func (f *Follower) Resume() {
	f.mu.Lock()
	f.core.resume()
	f.mu.Unlock()
	select {
	case f.wake <- struct{}{}:
	default:
	}
}

// Status is safe to call at any time.
func (f *Follower) Status() Status {
	f.mu.Lock()
	defer f.mu.Unlock()
	c := f.core
	return Status{Next: c.next, Head: c.ownHead, Halted: c.halted, Agreed: c.halted && c.agreed, Stalled: c.stalled()}
}
