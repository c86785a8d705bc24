package gossip

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

// TestLeaveAndComeBack leaves a topic and a protocol and takes them up again, as a rollup does that is closed and opened.
func TestLeaveAndComeBack(t *testing.T) {
	nodes := newNetwork(t, 2, func(*Config) {}, nil)
	a, b := nodes[0], nodes[1]
	heard := make(chan string, 16)
	handle := func(x *node) {
		require.NoError(t, x.Handle("topic", 100, func(_ context.Context, _ avs.OperatorID, data []byte) (avs.Verdict, error) {
			heard <- string(data)
			return avs.Accept, nil
		}))
	}
	echo := func(_ context.Context, _ avs.OperatorID, r []byte) ([]byte, error) { return r, nil }
	handle(a)
	require.ErrorIs(t, a.Handle("topic", 100, func(context.Context, avs.OperatorID, []byte) (avs.Verdict, error) { return avs.Accept, nil }), ErrTopicTaken)
	for round := range 3 {
		handle(b)
		b.Serve("echo", 100, 100, echo)
		text := string(rune('a' + round))
		attempt := 0
		testutil.Eventually(t, patience, func() bool {
			attempt++ // equal bytes would be sent once
			require.NoError(t, a.Broadcast(t.Context(), "topic", fmt.Appendf(nil, "%s%d", text, attempt)))
			select {
			case got := <-heard:
				return strings.HasPrefix(got, text)
			default:
				return false
			}
		}, "message of round", round)
		testutil.Eventually(t, patience, func() bool {
			reply, err := a.Request(t.Context(), b.cfg.Self, "echo", []byte(text))
			return err == nil && string(reply) == text
		}, "answer of round", round)
		require.NoError(t, b.Unhandle("topic"))
		b.Unserve("echo")
		require.ErrorIs(t, b.Broadcast(t.Context(), "topic", []byte("x")), ErrUnknownTopic)
		_, err := a.Request(t.Context(), b.cfg.Self, "echo", []byte(text))
		require.Error(t, err)
		require.NoError(t, b.Unhandle("topic"), "twice is no error")
	}
}
