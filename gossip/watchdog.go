package gossip

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/p2p/net/swarm"
	"github.com/libp2p/go-libp2p/p2p/protocol/ping"
)

const (
	// watchEvery is how often the watchdog looks when nothing wakes it.
	watchEvery = 500 * time.Millisecond
	// repairAfter is how long a connected peer may be unknown to gossipsub, which usually takes milliseconds.
	repairAfter = 2 * time.Second
	// maxDials bounds the dials under way.
	maxDials = 16
	// pingEvery measures round-trip times, and finds connections that are dead without a word.
	pingEvery   = 10 * time.Second
	pingTimeout = 5 * time.Second
	maxPingMiss = 3
)

// watchdog keeps every member connected, and known to gossipsub. It is one level-triggered loop: each look compares
// the members with the connections, and dials, pings or repairs on goroutines that report through links.
type watchdog struct {
	h   *Host
	run *running

	mu    sync.Mutex
	links map[peer.ID]*link
	dials int
}

// link is what the watchdog knows about its connection to one member.
type link struct {
	busy      bool      // a dial or ping is under way
	failures  int       // dials in a row
	nextDial  time.Time // not before
	since     time.Time // connected since; zero if not connected
	missing   time.Time // connected, but unknown to gossipsub or to a topic, since
	nextPing  time.Time
	pingMiss  int
	rtt       time.Duration
	gossiping bool
}

func newWatchdog(h *Host, run *running) *watchdog {
	return &watchdog{h: h, run: run, links: map[peer.ID]*link{}}
}

// loop runs until ctx ends.
func (w *watchdog) loop(ctx context.Context) {
	events := &network.NotifyBundle{
		ConnectedF:    func(network.Network, network.Conn) { w.run.wake() },
		DisconnectedF: func(network.Network, network.Conn) { w.run.wake() },
	}
	w.run.host.Network().Notify(events)
	defer w.run.host.Network().StopNotify(events)
	ticker := w.h.clock.NewTicker(watchEvery)
	defer ticker.Stop()
	for {
		w.look(ctx)
		select {
		case <-ctx.Done():
			return
		case <-ticker.Chan():
		case <-w.run.awake:
		}
	}
}

// gossiping is who gossipsub knows, on each topic that they announced. It can lose a peer in two ways for good: its
// own stream to the peer failed to open when connections crossed; or that stream was replaced, which makes it forget the
// peer's topics, while the peer has no cause to announce them again.
func (w *watchdog) gossiping() map[peer.ID]bool {
	known := map[peer.ID]bool{}
	for _, p := range w.run.pubsub.ListPeers("") {
		known[p] = true
	}
	for _, t := range w.h.joinedTopics() {
		on := map[peer.ID]bool{}
		// Asked before the list: what is announced in between is then not missed in the list.
		announced := w.run.subs.announced(t.String())
		for _, p := range t.ListPeers() {
			on[p] = true
		}
		for _, p := range announced {
			if !on[p] {
				delete(known, p)
			}
		}
	}
	return known
}

// look does one round.
func (w *watchdog) look(ctx context.Context) {
	list := w.h.members.Load().peers()
	inGossip := w.gossiping()
	now := w.h.clock.Now()
	w.mu.Lock()
	defer w.mu.Unlock()
	connected := 0
	known := make(map[peer.ID]bool, len(list))
	for _, p := range list {
		known[p.PeerID] = true
		l := w.links[p.PeerID]
		if l == nil {
			l = &link{nextDial: w.turn(p.PeerID, now)}
			w.links[p.PeerID] = l
		}
		l.gossiping = inGossip[p.PeerID]
		if w.run.host.Network().Connectedness(p.PeerID) == network.Connected {
			connected++
			w.tend(ctx, p, l, now)
			continue
		}
		w.redial(ctx, p, l, now)
	}
	for p, l := range w.links {
		if !known[p] && !l.busy {
			w.run.subs.forget(p)
			delete(w.links, p)
		}
	}
	w.h.metrics.peers.Set(float64(connected))
}

// tend looks after a connected member.
func (w *watchdog) tend(ctx context.Context, p Peer, l *link, now time.Time) {
	if l.since.IsZero() {
		l.since, l.nextPing = now, now.Add(jitter(pingEvery/5))
		l.failures, l.pingMiss, l.missing = 0, 0, time.Time{}
		w.h.log.Info("peer connected", "operator", p.Operator, "peer_id", p.PeerID)
	}
	switch {
	case l.gossiping:
		l.missing = time.Time{}
	case l.missing.IsZero():
		l.missing = now
	case now.Sub(l.missing) >= repairAfter:
		w.cut(p, l, now, "gossipsub does not know it")
		return
	}
	if l.pingMiss >= maxPingMiss {
		w.cut(p, l, now, "no answer to pings")
		return
	}
	if !l.busy && !now.Before(l.nextPing) {
		l.busy, l.nextPing = true, now.Add(jitter(pingEvery))
		if !w.run.tasks.start(func() { w.ping(ctx, p.PeerID, l) }) {
			l.busy = false
		}
	}
}

// cut closes the connection, to be dialled afresh. Gossipsub can miss a peer for good when connections come and go
// around the time it opens its stream; a new connection is the one repair that it offers.
func (w *watchdog) cut(p Peer, l *link, now time.Time, why string) {
	w.h.metrics.repairs.Inc()
	w.h.log.Warn("peer reconnected by watchdog", "operator", p.Operator, "peer_id", p.PeerID, "reason", why)
	w.run.subs.forget(p.PeerID)
	l.since, l.missing, l.pingMiss = time.Time{}, time.Time{}, 0
	l.nextDial = w.turn(p.PeerID, now)
	// Closing waits for the peer, so not under the lock.
	w.run.tasks.start(func() { _ = w.run.host.Network().ClosePeer(p.PeerID) })
}

// redial dials a member that is not connected, if it is time.
func (w *watchdog) redial(ctx context.Context, p Peer, l *link, now time.Time) {
	if !l.since.IsZero() {
		w.run.subs.forget(p.PeerID)
		l.since, l.missing, l.failures, l.rtt = time.Time{}, time.Time{}, 0, 0
		l.nextDial = w.turn(p.PeerID, now)
		w.h.log.Info("peer disconnected", "operator", p.Operator, "peer_id", p.PeerID)
	}
	if l.busy || len(p.Addrs) == 0 || now.Before(l.nextDial) || w.dials >= maxDials {
		return
	}
	l.busy = true
	w.dials++
	if !w.run.tasks.start(func() { w.dial(ctx, p, l) }) {
		l.busy = false
		w.dials--
	}
}

// turn is when to dial first: of two peers the one with the lower id goes ahead, since two connections that cross are
// what gossipsub stumbles over.
func (w *watchdog) turn(p peer.ID, now time.Time) time.Time {
	if w.h.id < p {
		return now
	}
	return now.Add(jitter(2 * w.h.cfg.RedialMin))
}

func (w *watchdog) dial(ctx context.Context, p Peer, l *link) {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	if s, ok := w.run.host.Network().(*swarm.Swarm); ok {
		s.Backoff().Clear(p.PeerID) // the watchdog has a backoff of its own, which knows when a member is due
	}
	err := w.run.host.Connect(ctx, peer.AddrInfo{ID: p.PeerID, Addrs: p.Addrs})
	w.mu.Lock()
	w.dials--
	l.busy = false
	if err != nil {
		wait := min(w.h.cfg.RedialMin<<min(l.failures, 20), w.h.cfg.RedialMax)
		l.failures++
		l.nextDial = w.h.clock.Now().Add(jitter(wait))
	}
	w.mu.Unlock()
	if err != nil {
		w.h.metrics.dials.WithLabelValues("failed").Inc()
		w.h.log.Debug("dial peer", "operator", p.Operator, "peer_id", p.PeerID, "error", err)
		return
	}
	w.h.metrics.dials.WithLabelValues("ok").Inc()
	w.run.wake()
}

func (w *watchdog) ping(ctx context.Context, p peer.ID, l *link) {
	ctx, cancel := context.WithTimeout(ctx, pingTimeout)
	results := ping.Ping(network.WithNoDial(ctx, "ping"), w.run.host, p)
	result, ok := <-results
	cancel()
	for range results { // closed once the pinger has ended
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	l.busy = false
	if !ok || result.Error != nil {
		l.pingMiss++
		return
	}
	l.pingMiss, l.rtt = 0, result.RTT
}

// describe fills in what the watchdog knows of a member.
func (w *watchdog) describe(s *PeerStatus) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if l := w.links[s.PeerID]; l != nil {
		s.RTT, s.Since, s.Gossiping = l.rtt, l.since, l.gossiping
	}
}

// jitter is d, a quarter more or less, so that peers do not act in step.
func jitter(d time.Duration) time.Duration {
	return d - d/4 + rand.N(d/2+1)
}
