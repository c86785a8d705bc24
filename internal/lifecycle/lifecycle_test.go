package lifecycle_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/lifecycle"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// trace records what happened in which order.
type trace struct {
	mu  sync.Mutex
	log []string
}

func (tr *trace) add(s string) { tr.mu.Lock(); defer tr.mu.Unlock(); tr.log = append(tr.log, s) }

func (tr *trace) component(g *lifecycle.Group, name string, startErr, stopErr error) {
	g.Add(name,
		func(context.Context) error { tr.add("+" + name); return startErr },
		func(context.Context) error { tr.add("-" + name); return stopErr })
}

var errFault = errors.New("fault")

func TestStartsInOrderAndStopsInReverse(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	g := &lifecycle.Group{Ready: cancel}
	tr := &trace{}
	tr.component(g, "a", nil, nil)
	g.Go("task", func(ctx context.Context) error {
		<-ctx.Done()
		tr.add("task ends")
		return ctx.Err()
	})
	tr.component(g, "b", nil, nil)
	g.Add("nothing", nil, nil)
	require.NoError(t, g.Run(ctx))
	require.Equal(t, []string{"+a", "+b", "-b", "task ends", "-a"}, tr.log)
}

func TestFailedStartStopsWhatStarted(t *testing.T) {
	g := &lifecycle.Group{Ready: func() { t.Error("ready") }}
	tr := &trace{}
	tr.component(g, "a", nil, errFault)
	tr.component(g, "b", errFault, nil)
	tr.component(g, "c", nil, nil)
	err := g.Run(t.Context())
	require.ErrorIs(t, err, errFault)
	require.ErrorContains(t, err, "start b: fault")
	require.ErrorContains(t, err, "stop a: fault")
	require.Equal(t, []string{"+a", "+b", "-a"}, tr.log)
}

func TestFailures(t *testing.T) {
	cases := map[string]func(g *lifecycle.Group){
		"task returns an error": func(g *lifecycle.Group) {
			g.Go("x", func(context.Context) error { return errFault })
		},
		"Fail from outside": func(g *lifecycle.Group) { g.Ready = func() { g.Fail("x", errFault) } },
		"Fail before Run":   func(g *lifecycle.Group) { g.Fail("x", errFault) },
		"task fails while it stops": func(g *lifecycle.Group) {
			g.Ready = func() { g.Fail("x", errFault) }
			g.Go("y", func(ctx context.Context) error { <-ctx.Done(); return errors.New("late") })
		},
	}
	for name, setUp := range cases {
		t.Run(name, func(t *testing.T) {
			g := &lifecycle.Group{}
			setUp(g)
			require.ErrorContains(t, g.Run(t.Context()), "x: fault")
		})
	}
}

func TestTaskThatIsDoneStopsNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	g := &lifecycle.Group{}
	g.Go("short", func(context.Context) error { return nil })
	g.Go("long", func(ctx context.Context) error {
		cancel()
		<-ctx.Done()
		return nil
	})
	require.NoError(t, g.Run(ctx))
}

func TestPanicIsAnError(t *testing.T) {
	g := &lifecycle.Group{}
	g.Go("x", func(context.Context) error { panic("boom") })
	err := g.Run(t.Context())
	require.ErrorIs(t, err, lifecycle.ErrPanic)
	require.ErrorContains(t, err, "x: panic: boom")
	g = &lifecycle.Group{}
	g.Add("y", func(context.Context) error { panic("boom") }, nil)
	require.ErrorIs(t, g.Run(t.Context()), lifecycle.ErrPanic)
}

func TestStopIsBounded(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	g := &lifecycle.Group{StopTimeout: 20 * time.Millisecond, Ready: cancel}
	tr := &trace{}
	tr.component(g, "first", nil, nil)
	release := make(chan struct{})
	g.Add("hangs", nil, func(context.Context) error { <-release; return nil })
	g.Go("hanging task", func(context.Context) error { <-release; return nil })
	err := g.Run(ctx)
	close(release)
	require.ErrorIs(t, err, lifecycle.ErrStopTimeout)
	require.ErrorContains(t, err, "stop hangs:")
	require.ErrorContains(t, err, "stop hanging task:")
	require.Equal(t, []string{"+first", "-first"}, tr.log)
}

func TestStopWhileStarting(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	g := &lifecycle.Group{}
	tr := &trace{}
	tr.component(g, "a", nil, nil)
	g.Add("slow", func(ctx context.Context) error {
		cancel()
		<-ctx.Done()
		return ctx.Err()
	}, nil)
	tr.component(g, "never", nil, nil)
	require.NoError(t, g.Run(ctx))
	require.Equal(t, []string{"+a", "-a"}, tr.log)
}

func TestStartThatIgnoresItsContextIsLeftBehind(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	g := &lifecycle.Group{StopTimeout: 20 * time.Millisecond}
	release := make(chan struct{})
	g.Add("hangs", func(context.Context) error { cancel(); <-release; return nil }, nil)
	err := g.Run(ctx)
	close(release)
	require.ErrorIs(t, err, lifecycle.ErrStopTimeout)
}

func TestTaskFailureEndsAStartInProgress(t *testing.T) {
	g := &lifecycle.Group{}
	g.Go("x", func(context.Context) error { return errFault })
	g.Add("waits", func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, nil)
	require.ErrorContains(t, g.Run(t.Context()), "x: fault")
}
