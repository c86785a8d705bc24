// Package clock lets protocol code take the time from its caller, so that tests move it by hand. It is a thin name
// for clockwork, a well-kept library, plus the one thing that it lacks: a sleep that a context ends.
//
// Concurrency: every Clock may be used from any goroutine. A fake clock runs AfterFunc callbacks on goroutines of
// their own, as the real one does.
//
// Failure: only Sleep can fail, with the context's error.
package clock

import (
	"context"
	"time"

	"github.com/jonboulle/clockwork"
)

// Clock tells the time and makes timers: Now, Since, Until, After, AfterFunc, NewTimer, NewTicker. Its own Sleep
// method ignores contexts: protocol code uses the function Sleep of this package.
type Clock = clockwork.Clock

// Timer is like time.Timer, with its channel behind Chan().
type Timer = clockwork.Timer

// Ticker is like time.Ticker, with its channel behind Chan().
type Ticker = clockwork.Ticker

// Fake is a clock that stands until Advance(d) moves it. BlockUntilContext(ctx, n) returns when n timers, tickers and
// sleepers wait on it, so that a test advances it only after the code under test has begun to wait.
type Fake = clockwork.FakeClock

// Real is the clock of the operating system.
func Real() Clock { return clockwork.NewRealClock() }

// NewFake is a fake clock that stands at start.
func NewFake(start time.Time) *Fake { return clockwork.NewFakeClockAt(start) }

// Sleep waits until d has passed on c, or until ctx ends: then it returns the context's error.
func Sleep(ctx context.Context, c Clock, d time.Duration) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if d <= 0 {
		return nil
	}
	timer := c.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.Chan():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
