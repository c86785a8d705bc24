package gossip

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	pubsub "github.com/libp2p/go-libp2p-pubsub"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/peerstore"
	"github.com/libp2p/go-libp2p/core/protocol"
	ma "github.com/multiformats/go-multiaddr"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// Errors that a caller can act on.
var (
	ErrNotStarted   = errors.New("p2p host is not running")
	ErrStarted      = errors.New("p2p host was started already")
	ErrUnknownTopic = errors.New("topic has no handler")
	ErrTopicTaken   = errors.New("topic has a handler already")
	ErrTooLarge     = errors.New("message is too large")
	ErrNotMember    = errors.New("operator is not a member of the network")
	ErrNotConnected = errors.New("operator is not connected")
	ErrBusy         = errors.New("operator refuses for now: too many requests")
	ErrAddressInUse = errors.New("address in use")
)

// closeTimeout bounds Close. A handler that does not return by then is left behind.
const closeTimeout = 5 * time.Second

// Host is an operator on the network. Make it with New.
type Host struct {
	cfg     Config
	id      peer.ID
	clock   clock.Clock
	log     *slog.Logger
	metrics *hostMetrics

	members    atomic.Pointer[members]
	memberLock sync.Mutex // one change at a time
	complaints complaints
	limits     limits

	mu       sync.Mutex
	running  *running // nil before Start and after Close
	started  bool
	closed   bool
	topics   map[string]*topic
	servers  map[protocol.ID]*server
	joinLock sync.Mutex // one join at a time: Handle may run beside Start
}

// running is what exists between Start and Close.
type running struct {
	host     host.Host
	pubsub   *pubsub.PubSub
	watchdog *watchdog
	cancel   context.CancelFunc
	// stream makes the libp2p handler of a server; its requests end with the host.
	stream func(*server) network.StreamHandler
	tasks  tasks
	awake  chan struct{} // tells the watchdog to look; capacity one

	subs *subscriptions

	scoresMu sync.Mutex
	scores   map[peer.ID]float64
}

// wake makes the watchdog look soon.
func (r *running) wake() {
	select {
	case r.awake <- struct{}{}:
	default:
	}
}

var _ avs.Network = (*Host)(nil)

// New checks cfg and makes a host that listens nowhere yet.
func New(cfg Config) (*Host, error) {
	if err := cfg.Check(); err != nil {
		return nil, fmt.Errorf("p2p configuration: %w", err)
	}
	cfg = cfg.withDefaults()
	id, err := peer.IDFromPrivateKey(cfg.Key)
	if err != nil {
		return nil, fmt.Errorf("p2p identity: %w", err)
	}
	h := &Host{
		cfg: cfg, id: id, clock: cfg.Clock, log: cfg.Logger, metrics: newMetrics(cfg.Metrics),
		topics: map[string]*topic{}, servers: map[protocol.ID]*server{},
	}
	none, _ := newMembers(id, nil)
	h.members.Store(none)
	return h, nil
}

// Start listens, joins the topics that have handlers and begins to dial members. ctx bounds the start only. With at
// most smallNetwork operators known at this time every message goes straight to all of them.
func (h *Host) Start(ctx context.Context) error {
	h.mu.Lock()
	if h.started {
		h.mu.Unlock()
		return ErrStarted
	}
	h.started = true
	h.mu.Unlock()

	run, life, err := h.open(ctx)
	if err != nil {
		return err
	}
	h.mu.Lock()
	h.running = run
	if h.closed { // beside us, and it found nothing to close
		h.mu.Unlock()
		return errors.Join(ErrNotStarted, h.Close())
	}
	for id, s := range h.servers {
		run.host.SetStreamHandler(id, run.stream(s))
	}
	pending := make([]*topic, 0, len(h.topics))
	for _, t := range h.topics {
		pending = append(pending, t)
	}
	h.mu.Unlock()
	for _, t := range pending {
		if err := h.join(run, t); err != nil {
			return errors.Join(err, h.Close())
		}
	}
	// Listening comes last: whoever connects finds every handler in place.
	if err := listen(run.host, h.cfg.Listen); err != nil {
		return errors.Join(err, h.Close())
	}
	h.memberLock.Lock()
	h.applyMembers(run, h.members.Load())
	h.memberLock.Unlock()
	run.tasks.start(func() { run.watchdog.loop(life) })
	h.log.Info("p2p host listens", "peer_id", h.id, "addrs", run.host.Addrs())
	return nil
}

// open makes the libp2p host and gossipsub without listening. The context that it returns lasts until Close.
func (h *Host) open(ctx context.Context) (*running, context.Context, error) {
	lp, err := newLibp2p(h.cfg, gater{h})
	if err != nil {
		return nil, nil, fmt.Errorf("open p2p host: %w", err)
	}
	life, cancel := context.WithCancel(context.WithoutCancel(ctx))
	run := &running{host: lp, cancel: cancel, awake: make(chan struct{}, 1), scores: map[peer.ID]float64{}}
	run.subs = &subscriptions{prefix: h.fullTopic(""), byPeer: map[peer.ID]map[string]bool{}}
	run.stream = func(s *server) network.StreamHandler {
		return func(st network.Stream) { h.serveStream(life, run, s, st) }
	}
	small := len(h.members.Load().operators)+1 <= smallNetwork
	run.pubsub, err = newPubSub(life, lp, h, run, small)
	if err != nil {
		cancel()
		return nil, nil, errors.Join(fmt.Errorf("open gossipsub: %w", err), lp.Close())
	}
	run.watchdog = newWatchdog(h, run)
	return run, life, nil
}

// Close disconnects and waits for every handler and goroutine, for at most closeTimeout. Closing twice is no error.
func (h *Host) Close() error {
	h.mu.Lock()
	run := h.running
	h.running, h.started, h.closed = nil, true, true
	h.mu.Unlock()
	if run == nil {
		return nil
	}
	run.cancel()
	drained := run.tasks.stop()
	// libp2p has no bounded close of its own, so all of it runs beside the timer.
	done := make(chan error, 1)
	go func() {
		err := run.host.Close()
		<-drained
		done <- err
	}()
	timer := time.NewTimer(closeTimeout)
	defer timer.Stop()
	select {
	case err := <-done:
		if err != nil {
			return fmt.Errorf("close p2p host: %w", err)
		}
		return nil
	case <-timer.C:
		return fmt.Errorf("close p2p host: a handler still runs after %v", closeTimeout)
	}
}

// ID is the own peer id.
func (h *Host) ID() peer.ID { return h.id }

// Addrs are the addresses that peers can dial, with real ports; empty before Start.
func (h *Host) Addrs() []ma.Multiaddr {
	if run := h.current(); run != nil {
		return run.host.Addrs()
	}
	return nil
}

func (h *Host) current() *running {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.running
}

// SetMembers replaces the membership, before or after Start. Peers that are left out are disconnected; new ones are
// dialled. The own entry and entries without a valid peer id are skipped.
func (h *Host) SetMembers(list []Peer) {
	h.memberLock.Lock()
	defer h.memberLock.Unlock()
	m, shared := newMembers(h.id, list)
	for _, op := range shared {
		h.log.Warn("operator registered the peer id of another", "operator", op, "peer_id", m.byOperator[op].PeerID)
	}
	old := h.members.Swap(m)
	h.metrics.members.Set(float64(len(m.operators)))
	h.complaints.keep(m)
	h.limits.keep(m)
	run := h.current()
	if run == nil {
		return
	}
	for id, op := range old.operators {
		if _, stays := m.operators[id]; !stays {
			h.metrics.score.DeleteLabelValues(op.Hex())
			run.host.Peerstore().ClearAddrs(id)
			_ = run.host.Network().ClosePeer(id) // closing fails only if it is closed already
		}
	}
	h.applyMembers(run, m)
	run.wake()
}

func (h *Host) applyMembers(run *running, m *members) {
	for _, p := range m.peers() {
		run.host.Peerstore().ClearAddrs(p.PeerID)
		run.host.Peerstore().AddAddrs(p.PeerID, p.Addrs, peerstore.PermanentAddrTTL)
	}
}

// Peers are the operators connected now, in the order of their addresses.
func (h *Host) Peers() []avs.OperatorID {
	run := h.current()
	if run == nil {
		return nil
	}
	var out []avs.OperatorID
	for _, p := range h.members.Load().peers() {
		if run.host.Network().Connectedness(p.PeerID) == network.Connected {
			out = append(out, p.Operator)
		}
	}
	return out
}

// PeerStatus is a member as a status display shows it.
type PeerStatus struct {
	Operator  avs.OperatorID
	PeerID    peer.ID
	Connected bool
	Gossiping bool          // gossipsub has a stream to it
	Score     float64       // of gossipsub; below zero it misbehaved, below graylistScore it is not listened to
	RTT       time.Duration // zero until measured
	Addr      string        // of the connection, or the first one registered
	Since     time.Time     // begin of the connection; zero if not connected
}

// PeerStatus lists all members, connected or not, in the order of their addresses.
func (h *Host) PeerStatus() []PeerStatus {
	run := h.current()
	list := h.members.Load().peers()
	out := make([]PeerStatus, len(list))
	for i, p := range list {
		out[i] = PeerStatus{Operator: p.Operator, PeerID: p.PeerID}
		if len(p.Addrs) > 0 {
			out[i].Addr = p.Addrs[0].String()
		}
		if run == nil {
			continue
		}
		run.watchdog.describe(&out[i])
		run.scoresMu.Lock()
		out[i].Score = run.scores[p.PeerID]
		run.scoresMu.Unlock()
		for _, c := range run.host.Network().ConnsToPeer(p.PeerID) {
			out[i].Connected = true
			out[i].Addr = c.RemoteMultiaddr().String()
			break
		}
	}
	return out
}

// misbehaved counts a message or request of a peer that an honest one does not send, and logs it now and then.
func (h *Host) misbehaved(run *running, p peer.ID, name, reason string, err error) {
	h.metrics.rejected.WithLabelValues(name, reason).Inc()
	op, ok := h.members.Load().operators[p]
	if !ok {
		return // removed meanwhile
	}
	allowed, suppressed := h.complaints.allow(p, h.clock.Now())
	if !allowed {
		return
	}
	addr := ""
	if conns := run.host.Network().ConnsToPeer(p); len(conns) > 0 {
		addr = conns[0].RemoteMultiaddr().String()
	}
	text := ""
	if err != nil {
		text = printable(err.Error())
	}
	h.log.Warn("peer misbehaved", "operator", op, "peer_id", p, "addr", addr, "topic", name, "reason", reason,
		"error", text, "suppressed", suppressed)
}

// tasks counts goroutines so that Close can wait for them, and takes no new ones once it waits.
type tasks struct {
	mu      sync.Mutex
	wg      sync.WaitGroup
	stopped bool
}

// enter reports whether a task may run; leave must follow if so.
func (t *tasks) enter() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.stopped {
		return false
	}
	t.wg.Add(1)
	return true
}

func (t *tasks) leave() { t.wg.Done() }

// start runs fn on a goroutine; false once stopped.
func (t *tasks) start(fn func()) bool {
	if !t.enter() {
		return false
	}
	go func() {
		defer t.leave()
		fn()
	}()
	return true
}

// stop admits no new task; the channel closes when the last one has ended.
func (t *tasks) stop() <-chan struct{} {
	t.mu.Lock()
	t.stopped = true
	t.mu.Unlock()
	done := make(chan struct{})
	go func() {
		t.wg.Wait()
		close(done)
	}()
	return done
}
