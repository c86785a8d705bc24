package gossip

import (
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/internal/metrics"
)

// Values of the label reason of rejected_total and dropped_total.
const (
	reasonTooLarge  = "too_large"
	reasonInvalid   = "invalid"
	reasonEnvelope  = "envelope"
	reasonMalformed = "malformed"

	reasonIgnored   = "ignored"
	reasonThrottled = "throttled"
	reasonQueueFull = "queue_full"
	reasonPeerShare = "peer_share"
	reasonNoPeers   = "no_peers"
	reasonSlowPeer  = "slow_peer"
)

type hostMetrics struct {
	peers      prometheus.Gauge
	members    prometheus.Gauge
	published  *prometheus.CounterVec
	accepted   *prometheus.CounterVec
	bytes      *prometheus.CounterVec
	sent       *prometheus.CounterVec
	duplicates *prometheus.CounterVec
	rejected   *prometheus.CounterVec
	dropped    *prometheus.CounterVec
	validation *prometheus.HistogramVec
	requests   *prometheus.CounterVec
	requestSec *prometheus.HistogramVec
	served     *prometheus.CounterVec
	dials      *prometheus.CounterVec
	repairs    prometheus.Counter
	strangers  prometheus.Counter
	score      *prometheus.GaugeVec
}

func newMetrics(r *metrics.Registry) *hostMetrics {
	r = r.Sub("gossip")
	return &hostMetrics{
		peers:      r.Gauge("peers", "Members connected now."),
		members:    r.Gauge("members", "Members of the network, the own operator left out."),
		published:  r.CounterVec("published_total", "Own messages published.", "topic"),
		accepted:   r.CounterVec("accepted_total", "Messages of peers that were accepted and forwarded.", "topic"),
		bytes:      r.CounterVec("received_bytes_total", "Bytes of messages that reached validation.", "topic"),
		sent:       r.CounterVec("sent_bytes_total", "Bytes of messages, requests and replies queued for peers, each copy counted.", "name"),
		duplicates: r.CounterVec("duplicates_total", "Messages that came again.", "topic"),
		rejected:   r.CounterVec("rejected_total", "Messages and requests that count against the sender.", "topic", "reason"),
		dropped:    r.CounterVec("dropped_total", "Messages dropped without blame.", "topic", "reason"),
		validation: r.HistogramVec("validation_seconds", "Time in a topic's handler.", nil, "topic"),
		requests:   r.CounterVec("requests_total", "Requests to peers.", "protocol", "result"),
		requestSec: r.HistogramVec("request_seconds", "Time of answered requests to peers.", nil, "protocol"),
		served:     r.CounterVec("served_total", "Requests of peers.", "protocol", "result"),
		dials:      r.CounterVec("dials_total", "Dials of members.", "result"),
		repairs:    r.Counter("repairs_total", "Connections closed because gossipsub or ping found them dead."),
		strangers:  r.Counter("strangers_total", "Connections of peers that are not members, refused."),
		score:      r.GaugeVec("peer_score", "Gossipsub score of a connected peer.", "operator"),
	}
}

// complaintEvery is how often one peer can cause a log line.
const complaintEvery = 10 * time.Second

// complaints bounds the log lines about misbehaving peers: one per peer and interval, with the count of those kept
// back. Only members reach it, so the map is as small as the membership.
type complaints struct {
	mu     sync.Mutex
	byPeer map[peer.ID]complaint
}

type complaint struct {
	next       time.Time
	suppressed int
}

// allow reports whether to log now, and how many complaints were suppressed since the last line.
func (c *complaints) allow(p peer.ID, now time.Time) (bool, int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byPeer == nil {
		c.byPeer = map[peer.ID]complaint{}
	}
	e := c.byPeer[p]
	if now.Before(e.next) {
		e.suppressed++
		c.byPeer[p] = e
		return false, 0
	}
	c.byPeer[p] = complaint{next: now.Add(complaintEvery)}
	return true, e.suppressed
}

// keep forgets peers that are no members any more.
func (c *complaints) keep(m *members) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for p := range c.byPeer {
		if _, ok := m.operators[p]; !ok {
			delete(c.byPeer, p)
		}
	}
}
