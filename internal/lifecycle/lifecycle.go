// Package lifecycle starts the parts of a process in order and stops them in the reverse order, each within a bounded
// time, whatever fails. It owns the goroutines that it is given.
//
// Concurrency: Add and Go are called before Run, from one goroutine; Run once; Fail from anywhere.
//
// Failure: the first failure (a start, a task, a Fail) stops everything; Run returns all errors that it met, each with
// the name of its component. A component that does not stop in its time is left behind, with ErrStopTimeout. A panic
// of a start, stop or task is an error with its stack in the log.
package lifecycle

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"
)

// DefaultStopTimeout is how long one component may take to stop. A node has about ten; supervisors commonly kill
// after 30 seconds to 90, and in practice at most one component hangs.
const DefaultStopTimeout = 10 * time.Second

var (
	// ErrStopTimeout is a component that did not stop in its time.
	ErrStopTimeout = errors.New("stop took too long")
	// ErrPanic is a component that panicked.
	ErrPanic = errors.New("panic")
)

// Group is an ordered list of components. The zero value is ready.
type Group struct {
	// Log gets one line for each start and stop; nil discards them.
	Log *slog.Logger
	// StopTimeout bounds the stop of each component; zero is DefaultStopTimeout.
	StopTimeout time.Duration
	// Ready, if not nil, is called when every component has started.
	Ready func()

	components []component
	failOnce   sync.Once
	initOnce   sync.Once
	failed     chan struct{}
	failure    error
}

type component struct {
	name  string
	start func(context.Context) error
	stop  func(context.Context) error
}

// Add appends a component. The context of start bounds the start only: what it starts must live until stop, which is
// called only if start returned nil. Either may be nil.
func (g *Group) Add(name string, start, stop func(ctx context.Context) error) {
	g.components = append(g.components, component{name, start, stop})
}

// Go appends a task that runs on a goroutine of its own. Its context ends when it is its turn to stop; that error is
// then no failure. A task may end earlier: with nil it is done, with an error the group stops.
func (g *Group) Go(name string, task func(ctx context.Context) error) {
	var cancel context.CancelFunc
	done := make(chan struct{})
	g.Add(name, func(ctx context.Context) error {
		// The task outlives its start, so only the values of the start's context are its own.
		var run context.Context
		run, cancel = context.WithCancel(context.WithoutCancel(ctx))
		go func() {
			defer close(done)
			err := g.guard(run, task)
			if err != nil && (run.Err() == nil || !errors.Is(err, context.Canceled)) {
				g.Fail(name, err)
			}
		}()
		return nil
	}, func(ctx context.Context) error {
		cancel()
		select {
		case <-done:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
}

// Fail stops the group because component name failed. Only the first failure counts.
func (g *Group) Fail(name string, err error) {
	g.init()
	g.failOnce.Do(func() {
		g.failure = fmt.Errorf("%s: %w", name, err)
		close(g.failed)
	})
}

// Run starts everything, waits until ctx ends or something fails, and stops everything. It returns nil when ctx ended
// and every component stopped cleanly.
func (g *Group) Run(ctx context.Context) error {
	g.init()
	started, err := g.startAll(ctx)
	if err == nil {
		if g.Ready != nil {
			g.Ready()
		}
		select {
		case <-ctx.Done():
		case <-g.failed:
		}
	}
	errs := []error{err}
	for i := started - 1; i >= 0; i-- {
		errs = append(errs, g.stopOne(ctx, g.components[i]))
	}
	// Read after the stops: a task may fail while it is being stopped.
	select {
	case <-g.failed:
		errs = append([]error{g.failure}, errs...)
	default:
	}
	return errors.Join(errs...)
}

// startAll returns how many components have started.
func (g *Group) startAll(ctx context.Context) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stopWatch := make(chan struct{})
	defer close(stopWatch)
	go func() { // a failure during the starts ends the start in progress
		select {
		case <-g.failed:
			cancel()
		case <-stopWatch:
		}
	}()
	for i, c := range g.components {
		if ctx.Err() != nil {
			return i, nil
		}
		begin := time.Now()
		if err := g.bounded(ctx, c.start, g.stopTimeout()); err != nil {
			if ctx.Err() != nil && errors.Is(err, context.Canceled) {
				return i, nil // asked to stop while starting: no failure of this component
			}
			return i, fmt.Errorf("start %s: %w", c.name, err)
		}
		g.log().Debug("component started", "component", c.name, "took", time.Since(begin))
	}
	return len(g.components), nil
}

func (g *Group) stopOne(ctx context.Context, c component) error {
	begin := time.Now()
	timeout := g.stopTimeout()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout)
	defer cancel()
	err := g.bounded(ctx, c.stop, 0)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() != nil {
		err = fmt.Errorf("%w (%v)", ErrStopTimeout, timeout)
	}
	if err != nil {
		return fmt.Errorf("stop %s: %w", c.name, err)
	}
	g.log().Debug("component stopped", "component", c.name, "took", time.Since(begin))
	return nil
}

// bounded runs fn and leaves it behind if it has not returned grace after ctx ended.
func (g *Group) bounded(ctx context.Context, fn func(context.Context) error, grace time.Duration) error {
	if fn == nil {
		return nil
	}
	result := make(chan error, 1)
	go func() { result <- g.guard(ctx, fn) }()
	select {
	case err := <-result:
		return err
	case <-ctx.Done():
	}
	late := time.NewTimer(grace)
	defer late.Stop()
	select {
	case err := <-result:
		return err
	case <-late.C:
	}
	if grace > 0 {
		return fmt.Errorf("%w (%v)", ErrStopTimeout, grace)
	}
	return ctx.Err()
}

func (g *Group) guard(ctx context.Context, fn func(context.Context) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			g.log().Error("component panicked", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			err = fmt.Errorf("%w: %v", ErrPanic, p)
		}
	}()
	return fn(ctx)
}

func (g *Group) init() { g.initOnce.Do(func() { g.failed = make(chan struct{}) }) }

func (g *Group) log() *slog.Logger {
	if g.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return g.Log
}

func (g *Group) stopTimeout() time.Duration {
	if g.StopTimeout == 0 {
		return DefaultStopTimeout
	}
	return g.StopTimeout
}
