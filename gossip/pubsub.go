package gossip

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"log/slog"
	"math"
	"strings"
	"time"

	pubsub "github.com/libp2p/go-libp2p-pubsub"
	pb "github.com/libp2p/go-libp2p-pubsub/pb"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
)

const (
	// smallNetwork is up to how many operators everybody is in everybody's mesh.
	smallNetwork = 6
	// envelope is what gossipsub adds to a message at most: topic name, lengths, control messages.
	envelope = 64 << 10
	// queueLength is for messages to validate, and to send to one peer. Gossipsub's 32 drops messages when a slot's
	// signatures come at once.
	queueLength = 256
	// historySpan is for how long a message can be asked for, and gossipSpan for how long it is offered.
	historySpan = 3 * time.Second
	gossipSpan  = 2 * time.Second
)

// Scores. The penalty of a topic is invalidWeight times the square of the (decaying) count of bad messages.
const (
	invalidWeight = -10
	gossipScore   = -100  // 4 bad messages: no more gossip of message ids with it
	publishScore  = -400  // 7: own messages do not go to it straight
	graylistScore = -1000 // more than 10: nothing of it is read
	// goodwill is what a peer can earn by delivering messages first; it outweighs one honest mistake, not two.
	goodwill = 30
	// decayEvery is gossipsub's least.
	decayEvery = time.Second
	// keepScore is how long a score outlives the connection, so that reconnecting is no pardon.
	keepScore = 10 * time.Minute
)

func newPubSub(ctx context.Context, lp host.Host, h *Host, run *running, small bool) (*pubsub.PubSub, error) {
	return pubsub.NewGossipSub(ctx, lp,
		pubsub.WithGossipSubParams(meshParams(h.cfg, small)),
		pubsub.WithFloodPublish(small),
		// Messages are signed by their authors as the services define it; a second signature would say nothing more.
		pubsub.WithMessageSignaturePolicy(pubsub.StrictNoSign), pubsub.WithNoAuthor(),
		pubsub.WithMessageIdFn(messageID),
		pubsub.WithSeenMessagesTTL(h.cfg.SeenTTL),
		pubsub.WithMaxMessageSize(h.cfg.MaxMessage+envelope),
		pubsub.WithValidateQueueSize(queueLength), pubsub.WithPeerOutboundQueueSize(queueLength),
		pubsub.WithSubscriptionFilter(run.subs),
		pubsub.WithPeerScore(peerScore(h.cfg), &pubsub.PeerScoreThresholds{
			GossipThreshold: gossipScore, PublishThreshold: publishScore, GraylistThreshold: graylistScore,
			AcceptPXThreshold: math.MaxFloat32, OpportunisticGraftThreshold: 1,
		}),
		pubsub.WithPeerScoreInspect(func(scores map[peer.ID]float64) { h.takeScores(run, scores) }, decayEvery),
		pubsub.WithRawTracer(&tracer{h: h, run: run}),
		// Its lines are about single messages of peers, which can send as many as they like.
		pubsub.WithLogger(slog.New(slog.DiscardHandler)),
	)
}

// messageID is the same for equal bytes on one topic. The topic is part of it, or else a message could be kept from
// its topic by sending its bytes on another one first.
func messageID(m *pb.Message) string {
	d := sha256.New()
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(m.GetTopic())))
	d.Write(length[:])
	d.Write([]byte(m.GetTopic()))
	d.Write(m.GetData())
	return string(d.Sum(nil)[:20])
}

// meshParams: in measurements with 20 hosts a degree of 4 was faster than the usual 6, with half of the copies.
func meshParams(cfg Config, small bool) pubsub.GossipSubParams {
	p := pubsub.DefaultGossipSubParams()
	p.D, p.Dlo, p.Dhi, p.Dscore, p.Dout, p.Dlazy = 4, 2, 8, 4, 1, 4
	if small {
		p.D, p.Dlo = smallNetwork, smallNetwork-1
	}
	p.HeartbeatInterval = cfg.Heartbeat
	p.HistoryLength = max(int(historySpan/cfg.Heartbeat), 3)
	p.HistoryGossip = max(int(gossipSpan/cfg.Heartbeat), 2)
	// Both are counted for one-second heartbeats by default.
	p.OpportunisticGraftTicks = uint64(max(time.Minute/cfg.Heartbeat, 1))
	p.IDontWantMessageTTL = max(int(historySpan/cfg.Heartbeat), 3)
	// A peer pruned for a mistake comes back soon.
	p.PruneBackoff = 15 * time.Second
	// A slot's worth of batches and bodies in one heartbeat.
	p.MaxIDontWantLength = 64
	return p
}

// decay is the factor per decayEvery that halves a count in half.
func decay(half time.Duration) float64 {
	return math.Pow(0.5, float64(decayEvery)/float64(half))
}

func peerScore(cfg Config) *pubsub.PeerScoreParams {
	return &pubsub.PeerScoreParams{
		Topics:        map[string]*pubsub.TopicScoreParams{},
		TopicScoreCap: goodwill,
		// Operators may share an address (one provider, one test machine), so that is no fault. Their stake stands for
		// the cost that an address would be.
		AppSpecificScore:       func(peer.ID) float64 { return 0 },
		BehaviourPenaltyWeight: -5, BehaviourPenaltyThreshold: 6, BehaviourPenaltyDecay: decay(cfg.PenaltyHalfLife),
		DecayInterval: decayEvery, DecayToZero: 0.01, RetainScore: keepScore, SeenMsgTTL: cfg.SeenTTL,
	}
}

// topicScore rewards first deliveries a little and punishes bad messages. Missing deliveries are no fault: most topics
// are silent for long, and in a small mesh somebody is always last.
func topicScore(cfg Config) *pubsub.TopicScoreParams {
	return &pubsub.TopicScoreParams{
		SkipAtomicValidation: true,
		TopicWeight:          1,
		TimeInMeshQuantum:    time.Second,

		FirstMessageDeliveriesWeight: 0.5, FirstMessageDeliveriesCap: goodwill, FirstMessageDeliveriesDecay: decay(2 * time.Minute),

		InvalidMessageDeliveriesWeight: invalidWeight, InvalidMessageDeliveriesDecay: decay(cfg.PenaltyHalfLife),
	}
}

// takeScores keeps gossipsub's scores for the status and the metrics. Gossipsub calls it once a second.
func (h *Host) takeScores(run *running, scores map[peer.ID]float64) {
	run.scoresMu.Lock()
	run.scores = scores
	run.scoresMu.Unlock()
	m := h.members.Load()
	for p, s := range scores {
		if op, ok := m.operators[p]; ok {
			h.metrics.score.WithLabelValues(op.Hex()).Set(s)
		}
	}
}

// tracer counts what gossipsub decides before or beside our validator. Gossipsub calls it from its own loops, so it
// only counts.
type tracer struct {
	h   *Host
	run *running
}

func (t *tracer) short(m *pubsub.Message) string {
	return strings.TrimPrefix(m.GetTopic(), t.h.fullTopic(""))
}

// RejectMessage counts the reasons that our validator has not counted itself.
func (t *tracer) RejectMessage(m *pubsub.Message, reason string) {
	name := t.short(m)
	switch reason {
	case pubsub.RejectValidationFailed: // counted by validate
	case pubsub.RejectValidationIgnored:
		t.h.metrics.dropped.WithLabelValues(name, reasonIgnored).Inc()
	case pubsub.RejectValidationThrottled:
		t.h.metrics.dropped.WithLabelValues(name, reasonThrottled).Inc()
	case pubsub.RejectValidationQueueFull:
		t.h.metrics.dropped.WithLabelValues(name, reasonQueueFull).Inc()
	default: // a signature, an author or a sequence number where there must be none
		t.h.misbehaved(t.run, m.ReceivedFrom, name, reasonEnvelope, nil)
	}
}

// DuplicateMessage counts copies.
func (t *tracer) DuplicateMessage(m *pubsub.Message) {
	t.h.metrics.duplicates.WithLabelValues(t.short(m)).Inc()
}

// DropRPC counts messages that a peer was too slow to take.
func (t *tracer) DropRPC(rpc *pubsub.RPC, _ peer.ID) {
	for _, m := range rpc.GetPublish() {
		name := strings.TrimPrefix(m.GetTopic(), t.h.fullTopic(""))
		t.h.metrics.dropped.WithLabelValues(name, reasonSlowPeer).Inc()
	}
}

// SendRPC counts what goes to peers, each copy.
func (t *tracer) SendRPC(rpc *pubsub.RPC, _ peer.ID) {
	for _, m := range rpc.GetPublish() {
		t.h.metrics.sent.WithLabelValues(strings.TrimPrefix(m.GetTopic(), t.h.fullTopic(""))).Add(float64(len(m.GetData())))
	}
}

// OnNewOutboundStream wakes the watchdog, so that the status is fresh.
func (t *tracer) OnNewOutboundStream(peer.ID, protocol.ID) { t.run.wake() }

// OnClosedOutboundStream wakes the watchdog, which repairs it if the peer is still a member.
func (t *tracer) OnClosedOutboundStream(peer.ID) { t.run.wake() }

// The other events do not matter to us.

func (t *tracer) Join(string)                          {}
func (t *tracer) Leave(string)                         {}
func (t *tracer) Graft(peer.ID, string)                {}
func (t *tracer) Prune(peer.ID, string)                {}
func (t *tracer) ValidateMessage(*pubsub.Message)      {}
func (t *tracer) DeliverMessage(*pubsub.Message)       {}
func (t *tracer) ThrottlePeer(peer.ID)                 {}
func (t *tracer) RecvRPC(*pubsub.RPC)                  {}
func (t *tracer) UndeliverableMessage(*pubsub.Message) {}
