package node

import (
	"errors"
	"sync"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/gossip"
)

// leased is the network as one rollup uses it: what its services register can be given back, so that a rollup that is
// closed leaves its topics, and can be opened again.
type leased struct {
	avs.Network
	from *gossip.Host

	mu        sync.Mutex
	topics    []string
	protocols []string
}

// Handle implements avs.Network.
func (l *leased) Handle(topic string, maxSize int, h avs.TopicHandler) error {
	err := l.Network.Handle(topic, maxSize, h)
	if err == nil {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.topics = append(l.topics, topic)
	}
	return err
}

// Serve implements avs.Network.
func (l *leased) Serve(protocol string, maxRequest, maxReply int, h avs.RequestHandler) {
	l.Network.Serve(protocol, maxRequest, maxReply, h)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.protocols = append(l.protocols, protocol)
}

// giveBack leaves the topics and protocols that were registered.
func (l *leased) giveBack() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var errs []error
	for _, name := range l.topics {
		errs = append(errs, l.from.Unhandle(name))
	}
	for _, name := range l.protocols {
		l.from.Unserve(name)
	}
	l.topics, l.protocols = nil, nil
	return errors.Join(errs...)
}
