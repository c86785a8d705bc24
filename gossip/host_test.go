package gossip

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	pb "github.com/libp2p/go-libp2p-pubsub/pb"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

func TestConfigCheck(t *testing.T) {
	good := Config{Network: "trident-localnet", Key: newKey(t)}
	require.NoError(t, good.Check())
	for name, c := range map[string]struct {
		change func(*Config)
		want   error
	}{
		"no network name":   {func(c *Config) { c.Network = "" }, ErrNetworkName},
		"slash in name":     {func(c *Config) { c.Network = "a/b" }, ErrNetworkName},
		"long name":         {func(c *Config) { c.Network = strings.Repeat("a", 65) }, ErrNetworkName},
		"no key":            {func(c *Config) { c.Key = nil }, ErrNoKey},
		"plain udp":         {func(c *Config) { c.Listen = []ma.Multiaddr{addr(t, "/ip4/127.0.0.1/udp/1")} }, ErrListen},
		"message too small": {func(c *Config) { c.MaxMessage = 1 }, ErrBounds},
		"redial reversed":   {func(c *Config) { c.RedialMin, c.RedialMax = time.Second, time.Millisecond }, ErrBounds},
		"half-life short":   {func(c *Config) { c.PenaltyHalfLife = time.Millisecond }, ErrBounds},
	} {
		t.Run(name, func(t *testing.T) {
			bad := good
			c.change(&bad)
			require.ErrorIs(t, bad.Check(), c.want)
			_, err := New(bad)
			require.ErrorIs(t, err, c.want)
		})
	}
}

func TestPortInUseIsOneLineWithRemedy(t *testing.T) {
	for _, format := range []string{"/ip4/127.0.0.1/tcp/0", "/ip4/127.0.0.1/udp/0/quic-v1"} {
		t.Run(format, func(t *testing.T) {
			first := newNode(t, 1, func(c *Config) { c.Listen = []ma.Multiaddr{addr(t, format)} })
			require.NoError(t, first.Start(context.Background()))
			second := newNode(t, 2, func(c *Config) { c.Listen = first.Addrs() })
			err := second.Start(context.Background())
			require.ErrorIs(t, err, ErrAddressInUse)
			require.Contains(t, err.Error(), "choose another p2p port")
			require.NotContains(t, err.Error(), "\n")
		})
	}
}

func TestBeforeStartAndAfterClose(t *testing.T) {
	x := newNode(t, 1, nil)
	require.Empty(t, x.Peers())
	require.Empty(t, x.Addrs())
	require.NoError(t, x.Handle("a", 100, newInbox().handle))
	require.ErrorIs(t, x.Handle("a", 100, newInbox().handle), ErrTopicTaken)
	require.ErrorIs(t, x.Handle("b", DefaultMaxMessage+1, newInbox().handle), ErrBounds)
	require.ErrorIs(t, x.Broadcast(context.Background(), "a", []byte("x")), ErrNotStarted)
	_, err := x.Request(context.Background(), operator(2), "p", nil)
	require.ErrorIs(t, err, ErrNotStarted)
	require.NoError(t, x.Start(context.Background()))
	require.ErrorIs(t, x.Start(context.Background()), ErrStarted)
	require.NoError(t, x.Broadcast(context.Background(), "a", []byte("nobody hears this")))
	require.ErrorIs(t, x.Broadcast(context.Background(), "b", []byte("x")), ErrUnknownTopic)
	require.ErrorIs(t, x.Broadcast(context.Background(), "a", make([]byte, 101)), ErrTooLarge)
	require.NoError(t, x.Close())
	require.NoError(t, x.Close())
	require.ErrorIs(t, x.Broadcast(context.Background(), "a", []byte("x")), ErrNotStarted)
}

func TestMeshDeliversToAllOthersOnce(t *testing.T) {
	for _, transport := range []string{"/ip4/127.0.0.1/tcp/0", "/ip4/127.0.0.1/udp/0/quic-v1"} {
		t.Run(transport, func(t *testing.T) {
			boxes := map[avs.OperatorID]*inbox{}
			nodes := newNetwork(t, 4, func(c *Config) { c.Listen = []ma.Multiaddr{addr(t, transport)} }, func(x *node) {
				boxes[x.cfg.Self] = newInbox()
				require.NoError(t, x.Handle("blocks", 1000, boxes[x.cfg.Self].handle))
			})
			for round := range 5 {
				for _, x := range nodes {
					require.NoError(t, x.Broadcast(context.Background(), "blocks", fmt.Appendf(nil, "%d of %s", round, x.cfg.Self)))
				}
			}
			for _, x := range nodes {
				testutil.Eventually(t, patience, func() bool {
					box := boxes[x.cfg.Self]
					box.mu.Lock()
					defer box.mu.Unlock()
					return len(box.got) == 15
				}, "15 messages at %s", x.cfg.Self)
				box := boxes[x.cfg.Self]
				box.mu.Lock()
				for data, from := range box.got {
					require.Len(t, from, 1, data)
					require.NotContains(t, data, x.cfg.Self.Hex(), "own message came back")
				}
				box.mu.Unlock()
			}
		})
	}
}

func TestLargerNetworkDeliversThroughTheMesh(t *testing.T) {
	boxes := map[avs.OperatorID]*inbox{}
	nodes := newNetwork(t, 9, nil, func(x *node) {
		boxes[x.cfg.Self] = newInbox()
		require.NoError(t, x.Handle("t", 1000, boxes[x.cfg.Self].handle))
	})
	for i, x := range nodes {
		require.NoError(t, x.Broadcast(context.Background(), "t", fmt.Appendf(nil, "%d", i)))
	}
	for _, x := range nodes {
		testutil.Eventually(t, patience, func() bool {
			box := boxes[x.cfg.Self]
			box.mu.Lock()
			defer box.mu.Unlock()
			return len(box.got) == len(nodes)-1
		}, "all messages at %s", x.cfg.Self)
	}
}

func TestSubscriptionsOfAPeerAreBounded(t *testing.T) {
	s := &subscriptions{prefix: "/trident/test/", byPeer: map[peer.ID]map[string]bool{}}
	ann := func(topic string, on bool) *pb.RPC_SubOpts { return &pb.RPC_SubOpts{Topicid: &topic, Subscribe: &on} }
	for i := range 10 {
		var many []*pb.RPC_SubOpts
		for j := range 100 {
			many = append(many, ann(fmt.Sprintf("/trident/test/%d-%d", i, j), true))
		}
		_, err := s.FilterIncomingSubscriptions("p", many)
		require.NoError(t, err)
	}
	require.Len(t, s.byPeer["p"], topicsPerPeer)
	passed, err := s.FilterIncomingSubscriptions("p", []*pb.RPC_SubOpts{
		ann("/trident/test/0-0", false), ann("/trident/test/new", true), ann("/trident/other/x", true),
		ann("/trident/test/"+strings.Repeat("x", maxTopicName), true), ann("/trident/test/one more", true),
	})
	require.NoError(t, err)
	require.Len(t, passed, 2)
	require.Equal(t, []peer.ID{"p"}, s.announced("/trident/test/new"))
	s.forget("p")
	require.Empty(t, s.announced("/trident/test/new"))
}

func TestTopicOfALaterHandleIsHeard(t *testing.T) {
	nodes := newNetwork(t, 2, nil, nil)
	box := newInbox()
	require.NoError(t, nodes[0].Handle("late", 100, newInbox().handle))
	require.NoError(t, nodes[1].Handle("late", 100, box.handle))
	waitMesh(t, nodes...)
	require.NoError(t, nodes[0].Broadcast(context.Background(), "late", []byte("hello")))
	testutil.Eventually(t, patience, func() bool { return box.times("hello") == 1 })
}

func TestLargeBatchPasses(t *testing.T) {
	const size = 1 << 20
	boxes := map[avs.OperatorID]*inbox{}
	nodes := newNetwork(t, 4, nil, func(x *node) {
		boxes[x.cfg.Self] = newInbox()
		require.NoError(t, x.Handle("batch", size, boxes[x.cfg.Self].handle))
	})
	for i, x := range nodes {
		data := strings.Repeat(string(rune('a'+i)), size)
		require.NoError(t, x.Broadcast(context.Background(), "batch", []byte(data)))
		for _, y := range nodes {
			if x != y {
				testutil.Eventually(t, patience, func() bool { return boxes[y.cfg.Self].times(data) == 1 })
			}
		}
	}
}

func TestStrangerIsRefusedBothWays(t *testing.T) {
	nodes := newNetwork(t, 2, nil, nil)
	stranger := newNode(t, 9, nil)
	require.NoError(t, stranger.Start(context.Background()))
	// The stranger takes us for members, so that only our gater stands in its way.
	stranger.SetMembers([]Peer{nodes[0].peer(), nodes[1].peer()})
	testutil.Eventually(t, patience, func() bool {
		return counter(t, nodes[0].metrics.strangers) > 0 && counter(t, nodes[1].metrics.strangers) > 0
	}, "stranger refused")
	require.Len(t, nodes[0].Peers(), 1)

	run := nodes[0].current()
	err := run.host.Connect(context.Background(), peer.AddrInfo{ID: stranger.ID(), Addrs: stranger.Addrs()})
	require.ErrorContains(t, err, "gater")
	require.NotEqual(t, network.Connected, run.host.Network().Connectedness(stranger.ID()))
}

func TestMembershipChanges(t *testing.T) {
	box := newInbox()
	nodes := newNetwork(t, 3, nil, func(x *node) {
		h := newInbox()
		if x.cfg.Self == operator(1) {
			h = box
		}
		require.NoError(t, x.Handle("t", 100, h.handle))
	})
	a, b, c := nodes[0], nodes[1], nodes[2]

	// c leaves: a and b drop it, and cannot be reached by it any more.
	a.SetMembers([]Peer{b.peer()})
	b.SetMembers([]Peer{a.peer()})
	testutil.Eventually(t, patience, func() bool { return len(c.Peers()) == 0 && len(a.Peers()) == 1 && len(b.Peers()) == 1 })
	_, err := a.Request(context.Background(), c.cfg.Self, "p", nil)
	require.ErrorIs(t, err, ErrNotMember)

	// A newcomer takes its place.
	d := newNode(t, 4, nil)
	require.NoError(t, d.Handle("t", 100, newInbox().handle))
	require.NoError(t, d.Start(context.Background()))
	setAll(a, b, d)
	waitMesh(t, a, b, d)
	require.NoError(t, d.Broadcast(context.Background(), "t", []byte("new here")))
	testutil.Eventually(t, patience, func() bool { return box.times("new here") == 1 })

	// And c may come back.
	setAll(a, b, c, d)
	waitMesh(t, a, b, c, d)
}

func TestSharedPeerIDCountsAsTheLowerOperator(t *testing.T) {
	x, y := newNode(t, 1, nil), newNode(t, 2, nil)
	for _, order := range [][]Peer{
		{{Operator: operator(7), PeerID: y.ID()}, {Operator: operator(5), PeerID: y.ID()}, {Operator: operator(6)}, {Operator: operator(1), PeerID: x.ID()}},
		{{Operator: operator(5), PeerID: y.ID()}, {Operator: operator(7), PeerID: y.ID()}},
	} {
		m, shared := newMembers(x.ID(), order)
		require.Equal(t, []avs.OperatorID{operator(7)}, shared)
		require.Equal(t, operator(5), m.operators[y.ID()])
		require.Len(t, m.peers(), 1)
		require.Len(t, m.byOperator, 2)
	}
}

func TestRestartedHostIsReconnected(t *testing.T) {
	box := newInbox()
	nodes := newNetwork(t, 3, nil, func(x *node) { require.NoError(t, x.Handle("t", 100, box.handle)) })
	old := nodes[2]
	cfg := old.cfg
	cfg.Listen = old.Addrs()
	require.NoError(t, old.Close())
	testutil.Eventually(t, patience, func() bool { return len(nodes[0].Peers()) == 1 && len(nodes[1].Peers()) == 1 })

	h, err := New(cfg)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, h.Close()) })
	again := &node{Host: h, cfg: cfg, log: old.log}
	back := newInbox()
	require.NoError(t, again.Handle("t", 100, back.handle))
	// It knows no addresses of others: only their watchdogs can bring it back.
	again.SetMembers([]Peer{{Operator: nodes[0].cfg.Self, PeerID: nodes[0].ID()}, {Operator: nodes[1].cfg.Self, PeerID: nodes[1].ID()}})
	require.NoError(t, again.Start(context.Background()))
	waitMesh(t, nodes[0], nodes[1], again)
	require.NoError(t, nodes[0].Broadcast(context.Background(), "t", []byte("welcome back")))
	testutil.Eventually(t, patience, func() bool { return back.times("welcome back") == 1 })
}

func TestWatchdogReconnectsPeerThatGossipsubDoesNotKnow(t *testing.T) {
	x := newNode(t, 1, nil)
	require.NoError(t, x.Handle("t", 100, newInbox().handle))
	require.NoError(t, x.Start(context.Background()))
	// A host without gossipsub looks like one that gossipsub has lost: connected, and in no list of peers.
	deaf := rawHost(t, newKey(t))
	x.SetMembers([]Peer{{Operator: operator(2), PeerID: deaf.ID(), Addrs: deaf.Addrs()}})
	testutil.Eventually(t, patience, func() bool { return counter(t, x.metrics.repairs) >= 2 }, "repaired twice")
	testutil.Eventually(t, patience, func() bool { return len(x.Peers()) == 1 }, "connected again")
	require.Contains(t, x.log.String(), "gossipsub does not know it")
}

func TestTopicsForgottenWithAStreamComeBack(t *testing.T) {
	nodes := newNetwork(t, 2, nil, func(x *node) { require.NoError(t, x.Handle("t", 100, newInbox().handle)) })
	a, b := nodes[0], nodes[1]
	for range 2 {
		for _, c := range a.current().host.Network().ConnsToPeer(b.ID()) {
			for _, s := range c.GetStreams() {
				// Only the stream to b: the other direction stays, so that b does not announce its topics again.
				if strings.HasPrefix(string(s.Protocol()), "/meshsub/") && s.Stat().Direction == network.DirOutbound {
					require.NoError(t, s.Reset())
				}
			}
		}
		testutil.Eventually(t, patience, func() bool { return !a.hears(1) }, "topics forgotten")
		testutil.Eventually(t, patience, func() bool {
			return len(a.current().pubsub.ListPeers("")) == 1 && len(b.current().pubsub.ListPeers("")) == 1 && a.hears(1) && b.hears(1)
		}, "gossip restored")
	}
}

func TestPeerStatusTells(t *testing.T) {
	nodes := newNetwork(t, 3, nil, func(x *node) { require.NoError(t, x.Handle("t", 100, newInbox().handle)) })
	require.NoError(t, nodes[2].Close())
	testutil.Eventually(t, patience, func() bool {
		st := nodes[0].PeerStatus()
		return len(st) == 2 && st[0].Connected && st[0].RTT > 0 && st[0].Gossiping && !st[0].Since.IsZero() && !st[1].Connected &&
			st[1].Since.IsZero() && st[1].Addr != ""
	}, "status of one connected and one lost peer")
}
