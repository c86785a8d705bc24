package gossip

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	pubsub "github.com/libp2p/go-libp2p-pubsub"
	"github.com/libp2p/go-libp2p/core/peer"

	"github.com/trident-network/trident/avs"
)

const (
	// handlersPerTopic is how many handlers of a topic run at once. One for each of 256 members: a handler of signatures
	// waits for its fellows, since all of one claim are checked together. What occupies processors or calls into C is
	// for the handler to bound.
	handlersPerTopic = 256
	// waitingBytes bounds the messages of a topic that wait for a handler, by their largest size.
	waitingBytes = 64 << 20
	// minWaiting and maxWaiting bound their number: a burst of one signature from each of 256 members, on its several
	// ways, must fit.
	minWaiting = 64
	maxWaiting = 1024
	// peerShare is the part of the waiting room that one peer may fill, so that a flood of one does not drop the
	// messages of the others.
	peerShare = 4
	// handlerTimeout ends the context of a handler; validation is the work of milliseconds.
	handlerTimeout = 5 * time.Second
)

// topic is a registered topic. joined is nil until the host runs.
type topic struct {
	name    string
	maxSize int
	handler avs.TopicHandler
	slots   chan struct{} // handlers running
	room    int           // messages waiting or running

	mu     sync.Mutex
	byPeer map[peer.ID]int // messages of each peer waiting or running
	joined *pubsub.Topic
	relay  pubsub.RelayCancelFunc // ends the forwarding
}

func (h *Host) fullTopic(name string) string { return "/trident/" + h.cfg.Network + "/" + name }

// Handle registers the handler of a topic, joins it and subscribes; before Start it is joined at the start. Larger
// messages than maxSize count against the peer that forwarded them and never reach the handler.
func (h *Host) Handle(name string, maxSize int, handler avs.TopicHandler) error {
	if name == "" || maxSize <= 0 || maxSize > h.cfg.MaxMessage || handler == nil {
		return fmt.Errorf("handle topic %q: size %d, allowed 1 to %d: %w", name, maxSize, h.cfg.MaxMessage, ErrBounds)
	}
	t := &topic{
		name: name, maxSize: maxSize, handler: handler,
		slots: make(chan struct{}, handlersPerTopic),
		room:  min(max(waitingBytes/maxSize, minWaiting), maxWaiting), byPeer: map[peer.ID]int{},
	}
	h.mu.Lock()
	if _, taken := h.topics[name]; taken {
		h.mu.Unlock()
		return fmt.Errorf("handle topic %q: %w", name, ErrTopicTaken)
	}
	h.topics[name] = t
	run := h.running
	h.mu.Unlock()
	if run == nil {
		return nil
	}
	if err := h.join(run, t); err != nil {
		h.mu.Lock()
		delete(h.topics, name)
		h.mu.Unlock()
		return err
	}
	return nil
}

// join subscribes without a queue of messages to read: the validator is the consumer, and a relay forwards. Joining
// twice does nothing, since Handle and Start may both see a topic.
func (h *Host) join(run *running, t *topic) error {
	h.joinLock.Lock()
	defer h.joinLock.Unlock()
	t.mu.Lock()
	done := t.joined != nil
	t.mu.Unlock()
	if done {
		return nil
	}
	full := h.fullTopic(t.name)
	err := run.pubsub.RegisterTopicValidator(full,
		func(ctx context.Context, from peer.ID, m *pubsub.Message) pubsub.ValidationResult {
			return h.validate(ctx, run, t, from, m)
		},
		// The waiting room is counted here, not by gossipsub, whose only answer to a burst is to drop it.
		pubsub.WithValidatorConcurrency(t.room), pubsub.WithValidatorTimeout(handlerTimeout))
	if err != nil {
		return fmt.Errorf("register validator of topic %q: %w", t.name, err)
	}
	joined, err := run.pubsub.Join(full)
	if err != nil {
		return fmt.Errorf("join topic %q: %w", t.name, err)
	}
	if err := joined.SetScoreParams(topicScore(h.cfg)); err != nil {
		return fmt.Errorf("score topic %q: %w", t.name, err)
	}
	relay, err := joined.Relay() // it ends with the host, or by Unhandle
	if err != nil {
		return fmt.Errorf("subscribe to topic %q: %w", t.name, err)
	}
	t.mu.Lock()
	t.joined, t.relay = joined, relay
	t.mu.Unlock()
	return nil
}

// joinedTopics are the topics that gossipsub is on.
func (h *Host) joinedTopics() []*pubsub.Topic {
	h.mu.Lock()
	defer h.mu.Unlock()
	out := make([]*pubsub.Topic, 0, len(h.topics))
	for _, t := range h.topics {
		t.mu.Lock()
		if t.joined != nil {
			out = append(out, t.joined)
		}
		t.mu.Unlock()
	}
	return out
}

// Broadcast publishes on a topic that Handle joined. It returns once the message is queued for the peers; there is no
// word on who got it. With no peer on the topic it does nothing and returns nil, and so does the repetition of bytes
// that were sent or received within SeenTTL.
func (h *Host) Broadcast(ctx context.Context, name string, data []byte) error {
	h.mu.Lock()
	t, run := h.topics[name], h.running
	h.mu.Unlock()
	switch {
	case run == nil:
		return fmt.Errorf("broadcast on %q: %w", name, ErrNotStarted)
	case t == nil:
		return fmt.Errorf("broadcast on %q: %w", name, ErrUnknownTopic)
	case len(data) > t.maxSize:
		return fmt.Errorf("broadcast on %q: %d bytes, at most %d: %w", name, len(data), t.maxSize, ErrTooLarge)
	}
	t.mu.Lock()
	joined := t.joined
	t.mu.Unlock()
	if joined == nil {
		return fmt.Errorf("broadcast on %q: %w", name, ErrNotStarted)
	}
	// A message that nobody hears would only be remembered as sent, and its repetition suppressed.
	if len(joined.ListPeers()) == 0 {
		h.metrics.dropped.WithLabelValues(name, reasonNoPeers).Inc()
		return nil
	}
	if err := joined.Publish(ctx, data); err != nil {
		if errors.Is(err, context.Canceled) && ctx.Err() == nil {
			err = ErrNotStarted // gossipsub ended under us
		}
		return fmt.Errorf("broadcast on %q: %w", name, err)
	}
	h.metrics.published.WithLabelValues(name).Inc()
	return nil
}

// validate is gossipsub's validator: everything that can be refused cheaply is, before a handler runs.
func (h *Host) validate(ctx context.Context, run *running, t *topic, from peer.ID, m *pubsub.Message) pubsub.ValidationResult {
	if from == h.id {
		return pubsub.ValidationAccept // own messages need no check, and the handler must not see them
	}
	op, ok := h.members.Load().operators[from]
	if !ok {
		return pubsub.ValidationIgnore // removed meanwhile
	}
	h.metrics.bytes.WithLabelValues(t.name).Add(float64(len(m.Data)))
	if len(m.Data) > t.maxSize {
		h.misbehaved(run, from, t.name, reasonTooLarge, fmt.Errorf("%d bytes, at most %d", len(m.Data), t.maxSize))
		return pubsub.ValidationReject
	}
	if !run.tasks.enter() {
		return pubsub.ValidationIgnore
	}
	defer run.tasks.leave()
	if !t.admit(from) {
		h.metrics.dropped.WithLabelValues(t.name, reasonPeerShare).Inc()
		return pubsub.ValidationIgnore
	}
	defer t.release(from)
	select {
	case t.slots <- struct{}{}:
		defer func() { <-t.slots }()
	case <-ctx.Done():
		h.metrics.dropped.WithLabelValues(t.name, reasonThrottled).Inc()
		return pubsub.ValidationIgnore
	}
	begin := time.Now()
	verdict, err := h.call(ctx, t, op, m.Data)
	h.metrics.validation.WithLabelValues(t.name).Observe(time.Since(begin).Seconds())
	switch verdict {
	case avs.Accept:
		h.metrics.accepted.WithLabelValues(t.name).Inc()
		return pubsub.ValidationAccept
	case avs.Reject:
		h.misbehaved(run, from, t.name, reasonInvalid, err)
		return pubsub.ValidationReject
	default:
		return pubsub.ValidationIgnore // the tracer counts it
	}
}

// call runs the handler. A panic in it is a fault of ours, not of the peer: the message is dropped without blame.
func (h *Host) call(ctx context.Context, t *topic, from avs.OperatorID, data []byte) (v avs.Verdict, err error) {
	defer func() {
		if p := recover(); p != nil {
			h.log.Error("topic handler panicked", "topic", t.name, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			v = avs.Ignore
		}
	}()
	return t.handler(ctx, from, data)
}

func (t *topic) admit(p peer.ID) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.byPeer[p] >= max(t.room/peerShare, 1) {
		return false
	}
	t.byPeer[p]++
	return true
}

func (t *topic) release(p peer.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.byPeer[p]--; t.byPeer[p] <= 0 {
		delete(t.byPeer, p)
	}
}
