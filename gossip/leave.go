package gossip

import (
	"errors"
	"fmt"
)

// Unhandle leaves a topic and forgets its handler; Handle may take it again. A handler that runs is not waited for: its
// owner has to count those inside. A topic without a handler is no error.
func (h *Host) Unhandle(name string) error {
	h.joinLock.Lock()
	defer h.joinLock.Unlock()
	h.mu.Lock()
	t, run := h.topics[name], h.running
	delete(h.topics, name)
	h.mu.Unlock()
	if t == nil || run == nil {
		return nil
	}
	t.mu.Lock()
	joined, relay := t.joined, t.relay
	t.joined, t.relay = nil, nil
	t.mu.Unlock()
	if joined == nil {
		return nil
	}
	relay()
	if err := errors.Join(run.pubsub.UnregisterTopicValidator(h.fullTopic(name)), joined.Close()); err != nil {
		return fmt.Errorf("leave topic %q: %w", name, err)
	}
	return nil
}

// Unserve forgets the handler of a request protocol, which peers are told not to be spoken here any more.
func (h *Host) Unserve(name string) {
	id := h.protocolID(name)
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.servers, id)
	if h.running != nil {
		h.running.host.RemoveStreamHandler(id)
	}
}
