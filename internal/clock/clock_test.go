package clock_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/clock"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestSleepOnFakeClock(t *testing.T) {
	start := time.Unix(1_700_000_000, 0)
	c := clock.NewFake(start)
	done := make(chan error, 1)
	go func() { done <- clock.Sleep(t.Context(), c, time.Minute) }()

	require.NoError(t, c.BlockUntilContext(t.Context(), 1))
	c.Advance(59 * time.Second)
	select {
	case err := <-done:
		t.Fatal("woke before its time", err)
	default:
	}
	c.Advance(time.Second)
	require.NoError(t, <-done)
	require.Equal(t, start.Add(time.Minute), c.Now())
}

func TestSleepEndsWithItsContext(t *testing.T) {
	c := clock.NewFake(time.Unix(0, 0))
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- clock.Sleep(ctx, c, time.Hour) }()
	require.NoError(t, c.BlockUntilContext(t.Context(), 1))
	cancel()
	require.ErrorIs(t, <-done, context.Canceled)
	require.ErrorIs(t, clock.Sleep(ctx, c, 0), context.Canceled)
	require.NoError(t, clock.Sleep(t.Context(), c, 0))
	require.NoError(t, clock.Sleep(t.Context(), c, -time.Second))
}

func TestRealClock(t *testing.T) {
	c := clock.Real()
	before := time.Now()
	require.NoError(t, clock.Sleep(t.Context(), c, time.Millisecond))
	require.GreaterOrEqual(t, c.Since(before), time.Millisecond)
	ticker := c.NewTicker(time.Millisecond)
	defer ticker.Stop()
	<-ticker.Chan()
}
