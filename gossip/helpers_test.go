package gossip

import (
	"bytes"
	"context"
	"crypto/rand"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p"
	pubsub "github.com/libp2p/go-libp2p-pubsub"
	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/host"
	ma "github.com/multiformats/go-multiaddr"
	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

const patience = 20 * time.Second

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

// syncBuffer is a log that a test reads while it is written.
type syncBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

func (b *syncBuffer) count(s string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return bytes.Count(b.buf.Bytes(), []byte(s))
}

// node is a host under test with what it was made of, so that it can be restarted.
type node struct {
	*Host
	cfg Config
	log *syncBuffer
}

func operator(i int) avs.OperatorID { return avs.OperatorID{0xaa, byte(i >> 8), byte(i)} }

func newKey(t testing.TB) crypto.PrivKey {
	t.Helper()
	key, _, err := crypto.GenerateEd25519Key(rand.Reader)
	require.NoError(t, err)
	return key
}

// newNode is operator i, not started.
func newNode(t testing.TB, i int, change func(*Config)) *node {
	t.Helper()
	log := &syncBuffer{}
	cfg := Config{
		Network: "test", Key: newKey(t), Self: operator(i), RedialMin: 20 * time.Millisecond, RedialMax: 200 * time.Millisecond,
		Heartbeat: 100 * time.Millisecond, Logger: slog.New(slog.NewTextHandler(log, nil)),
	}
	if change != nil {
		change(&cfg)
	}
	h, err := New(cfg)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, h.Close()) })
	return &node{Host: h, cfg: cfg, log: log}
}

func (n *node) peer() Peer { return Peer{Operator: n.cfg.Self, PeerID: n.ID(), Addrs: n.Addrs()} }

// newNetwork starts n hosts that are members of each other and waits until all are connected and in all topics that
// prepare joined.
func newNetwork(t testing.TB, n int, change func(*Config), prepare func(*node)) []*node {
	t.Helper()
	nodes := make([]*node, n)
	provisional := make([]Peer, n)
	for i := range nodes {
		nodes[i] = newNode(t, i+1, change)
		provisional[i] = Peer{Operator: nodes[i].cfg.Self, PeerID: nodes[i].ID()}
	}
	for _, x := range nodes {
		if prepare != nil {
			prepare(x)
		}
		x.SetMembers(provisional) // the size of the network is known at the start, the ports only afterwards
		require.NoError(t, x.Start(context.Background()))
	}
	setAll(nodes...)
	waitMesh(t, nodes...)
	return nodes
}

func setAll(nodes ...*node) {
	var list []Peer
	for _, x := range nodes {
		list = append(list, x.peer())
	}
	for _, x := range nodes {
		x.SetMembers(list)
	}
}

// waitMesh waits until every node sees all others on each of its topics.
func waitMesh(t testing.TB, nodes ...*node) {
	t.Helper()
	testutil.Eventually(t, patience, func() bool {
		for _, x := range nodes {
			if len(x.Peers()) != len(nodes)-1 || !x.hears(len(nodes)-1) {
				return false
			}
		}
		return true
	}, "all connected and subscribed")
}

// hears reports whether at least n peers are on each topic.
func (n *node) hears(peers int) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, t := range n.topics {
		if t.joined == nil || len(t.joined.ListPeers()) < peers {
			return false
		}
	}
	return true
}

// inbox is a topic handler that keeps what it accepted.
type inbox struct {
	mu   sync.Mutex
	got  map[string][]avs.OperatorID
	wake chan struct{}
}

func newInbox() *inbox {
	return &inbox{got: map[string][]avs.OperatorID{}, wake: make(chan struct{}, 1024)}
}

func (b *inbox) handle(_ context.Context, from avs.OperatorID, data []byte) (avs.Verdict, error) {
	b.mu.Lock()
	b.got[string(data)] = append(b.got[string(data)], from)
	b.mu.Unlock()
	b.wake <- struct{}{}
	return avs.Accept, nil
}

func (b *inbox) times(data string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.got[data])
}

// rawHost is a libp2p host of no operator: what a hostile peer would run.
func rawHost(t testing.TB, key crypto.PrivKey) host.Host {
	t.Helper()
	h, err := libp2p.New(libp2p.Identity(key), libp2p.ListenAddrStrings(DefaultListen), libp2p.DisableRelay())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, h.Close()) })
	return h
}

// rawPubSub is a gossipsub that validates nothing, on the topic name of network "test".
func rawPubSub(t testing.TB, h host.Host, name string, opts ...pubsub.Option) *pubsub.Topic {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	opts = append([]pubsub.Option{
		pubsub.WithMessageSignaturePolicy(pubsub.StrictNoSign), pubsub.WithNoAuthor(), pubsub.WithMaxMessageSize(32 << 20),
		pubsub.WithMessageIdFn(messageID), pubsub.WithFloodPublish(true), pubsub.WithPeerOutboundQueueSize(1024),
	}, opts...)
	ps, err := pubsub.NewGossipSub(ctx, h, opts...)
	require.NoError(t, err)
	topic, err := ps.Join("/trident/test/" + name)
	require.NoError(t, err)
	_, err = topic.Relay()
	require.NoError(t, err)
	return topic
}

func counter(t testing.TB, c prometheus.Counter) float64 {
	t.Helper()
	var m dto.Metric
	require.NoError(t, c.Write(&m))
	return m.GetCounter().GetValue()
}

func addr(t testing.TB, s string) ma.Multiaddr {
	t.Helper()
	a, err := ma.NewMultiaddr(s)
	require.NoError(t, err)
	return a
}
