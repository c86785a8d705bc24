package gossip

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	pubsub "github.com/libp2p/go-libp2p-pubsub"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

// hostile connects a raw gossipsub, as registered operator 66, to an honest host with one topic of at most 1000 bytes.
// The handler rejects what begins with "bad".
func hostile(t *testing.T, change func(*Config), opts ...pubsub.Option) (x *node, bad *pubsub.Topic, calls *atomic.Int64) {
	t.Helper()
	x = newNode(t, 1, func(c *Config) {
		c.PenaltyHalfLife = time.Second
		if change != nil {
			change(c)
		}
	})
	calls = &atomic.Int64{}
	require.NoError(t, x.Handle("t", 1000, func(_ context.Context, from avs.OperatorID, data []byte) (avs.Verdict, error) {
		calls.Add(1)
		if from != operator(66) {
			return avs.Ignore, errors.New("wrong operator")
		}
		if strings.HasPrefix(string(data), "bad") {
			return avs.Reject, fmt.Errorf("bad signature in %q", data)
		}
		if strings.HasPrefix(string(data), "panic") {
			panic("handler fault")
		}
		return avs.Accept, nil
	}))
	require.NoError(t, x.Start(context.Background()))
	raw := rawHost(t, newKey(t))
	bad = rawPubSub(t, raw, "t", opts...)
	x.SetMembers([]Peer{{Operator: operator(66), PeerID: raw.ID(), Addrs: raw.Addrs()}})
	testutil.Eventually(t, patience, func() bool { return x.hears(1) && len(bad.ListPeers()) == 1 }, "hostile peer connected")
	return x, bad, calls
}

func rejected(t *testing.T, x *node, reason string) float64 {
	return counter(t, x.metrics.rejected.WithLabelValues("t", reason))
}

func dropped(t *testing.T, x *node, reason string) float64 {
	return counter(t, x.metrics.dropped.WithLabelValues("t", reason))
}

func TestOversizedIsRejectedUnread(t *testing.T) {
	x, bad, calls := hostile(t, nil)
	require.NoError(t, bad.Publish(context.Background(), make([]byte, 1001)))
	testutil.Eventually(t, patience, func() bool { return rejected(t, x, reasonTooLarge) == 1 })
	require.Zero(t, calls.Load())
	testutil.Eventually(t, patience, func() bool { return x.PeerStatus()[0].Score < 0 }, "score lowered")
}

func TestMessageAboveTheHostsBoundIsNotEvenTakenIn(t *testing.T) {
	x, bad, calls := hostile(t, func(c *Config) { c.MaxMessage = 4096 })
	require.NoError(t, bad.Publish(context.Background(), make([]byte, 1<<20)))
	testutil.Eventually(t, patience, func() bool { return len(bad.ListPeers()) == 0 }, "stream reset")
	// It may reconnect and be heard.
	require.NoError(t, x.current().host.Network().ClosePeer(x.PeerStatus()[0].PeerID))
	testutil.Eventually(t, patience, func() bool {
		require.NoError(t, bad.Publish(context.Background(), fmt.Appendf(nil, "good %d", time.Now().UnixNano())))
		return calls.Load() > 0
	}, "heard again")
	require.Zero(t, rejected(t, x, reasonTooLarge))
}

func TestRejectsGraylistUntilTheScoreDecays(t *testing.T) {
	x, bad, calls := hostile(t, nil)
	send := func(kind string, i int) {
		require.NoError(t, bad.Publish(context.Background(), fmt.Appendf(nil, "%s %d", kind, i)))
	}
	// What shows that it is not listened to is that many messages in a row do not reach the handler.
	begin, i := time.Now(), 0
	testutil.Eventually(t, patience, func() bool {
		i++
		send("bad", i)
		return i-int(calls.Load()) > 30
	}, "graylisted")
	testutil.Eventually(t, patience, func() bool { return x.PeerStatus()[0].Score < 0 }, "score shown")
	require.GreaterOrEqual(t, rejected(t, x, reasonInvalid), 11.0)
	lines := int(time.Since(begin)/complaintEvery) + 1
	require.LessOrEqual(t, x.log.count("peer misbehaved"), lines, "one line in a while, however many messages")
	require.Positive(t, x.log.count("bad signature"))

	testutil.Eventually(t, 60*time.Second, func() bool {
		send("good", int(time.Now().UnixNano()))
		return counter(t, x.metrics.accepted.WithLabelValues("t")) > 0
	}, "a registered operator is heard again")
}

func TestHandlerPanicIsIgnoredWithoutBlame(t *testing.T) {
	x, bad, _ := hostile(t, nil)
	require.NoError(t, bad.Publish(context.Background(), []byte("panic")))
	testutil.Eventually(t, patience, func() bool { return dropped(t, x, reasonIgnored) == 1 })
	require.Zero(t, rejected(t, x, reasonInvalid))
	require.Contains(t, x.log.String(), "handler fault")
}

func TestSignedEnvelopeIsRejected(t *testing.T) {
	x, bad, calls := hostile(t, nil, pubsub.WithMessageSignaturePolicy(pubsub.LaxNoSign), pubsub.WithMessageAuthor(""))
	_ = bad
	require.Zero(t, calls.Load())
	require.NoError(t, bad.Publish(context.Background(), []byte("with an author")))
	testutil.Eventually(t, patience, func() bool { return rejected(t, x, reasonEnvelope) == 1 })
	require.Zero(t, calls.Load())
}

func TestRejectedIsNotForwarded(t *testing.T) {
	boxes := map[avs.OperatorID]*inbox{}
	rejectAll := func(context.Context, avs.OperatorID, []byte) (avs.Verdict, error) {
		return avs.Reject, errors.New("no")
	}
	nodes := newNetwork(t, 3, nil, func(x *node) {
		boxes[x.cfg.Self] = newInbox()
		if x.cfg.Self == operator(2) {
			require.NoError(t, x.Handle("t", 100, rejectAll))
			return
		}
		require.NoError(t, x.Handle("t", 100, boxes[x.cfg.Self].handle))
	})
	a, middle, c := nodes[0], nodes[1], nodes[2]
	// a and c hear of each other only through the one in the middle.
	a.SetMembers([]Peer{middle.peer()})
	c.SetMembers([]Peer{middle.peer()})
	testutil.Eventually(t, patience, func() bool { return len(a.Peers()) == 1 && len(c.Peers()) == 1 && len(middle.Peers()) == 2 })
	require.NoError(t, a.Broadcast(context.Background(), "t", []byte("stopped here")))
	testutil.Eventually(t, patience, func() bool { return rejected(t, middle, reasonInvalid) == 1 })
	require.Zero(t, boxes[c.cfg.Self].times("stopped here"))
}

func TestOnePeerCannotFillTheWaitingRoom(t *testing.T) {
	x := newNode(t, 1, nil)
	release := make(chan struct{})
	require.NoError(t, x.Handle("t", DefaultMaxMessage, func(ctx context.Context, _ avs.OperatorID, _ []byte) (avs.Verdict, error) {
		select {
		case <-release:
		case <-ctx.Done():
		}
		return avs.Accept, nil
	}))
	require.NoError(t, x.Start(context.Background()))
	raw, other := rawHost(t, newKey(t)), rawHost(t, newKey(t))
	flood, calm := rawPubSub(t, raw, "t"), rawPubSub(t, other, "t")
	x.SetMembers([]Peer{{Operator: operator(66), PeerID: raw.ID(), Addrs: raw.Addrs()}, {Operator: operator(7), PeerID: other.ID(), Addrs: other.Addrs()}})
	testutil.Eventually(t, patience, func() bool { return x.hears(2) && len(flood.ListPeers()) == 1 && len(calm.ListPeers()) == 1 })
	for i := range minWaiting {
		require.NoError(t, flood.Publish(context.Background(), fmt.Appendf(nil, "flood %d", i)))
	}
	testutil.Eventually(t, patience, func() bool { return dropped(t, x, reasonPeerShare) == minWaiting-minWaiting/peerShare })
	require.NoError(t, calm.Publish(context.Background(), []byte("calm")))
	testutil.Eventually(t, patience, func() bool {
		top := x.topics["t"]
		top.mu.Lock()
		defer top.mu.Unlock()
		return top.byPeer[other.ID()] == 1
	}, "the other peer's message is in")
	close(release)
	testutil.Eventually(t, patience, func() bool {
		return counter(t, x.metrics.accepted.WithLabelValues("t")) == minWaiting/peerShare+1
	})
}
