package gossip

import (
	"strings"
	"sync"

	pb "github.com/libp2p/go-libp2p-pubsub/pb"
	"github.com/libp2p/go-libp2p/core/peer"
)

const (
	// topicsPerPeer bounds the subscriptions that we remember of one peer: a few topics for each of many rollups.
	topicsPerPeer = 256
	// maxTopicName bounds their names, in bytes.
	maxTopicName = 256
)

// subscriptions is gossipsub's filter of what peers announce, so that a peer cannot make our memory grow with names of
// topics; and the record of what they announced since they connected, to which the watchdog holds gossipsub.
// It implements pubsub.SubscriptionFilter.
type subscriptions struct {
	prefix string // of every topic of the network

	mu     sync.Mutex
	byPeer map[peer.ID]map[string]bool
}

// CanSubscribe admits own topics.
func (s *subscriptions) CanSubscribe(topic string) bool { return s.admits(topic) }

func (s *subscriptions) admits(topic string) bool {
	return len(topic) <= maxTopicName && strings.HasPrefix(topic, s.prefix)
}

// FilterIncomingSubscriptions passes what is within the bounds, and drops the rest.
func (s *subscriptions) FilterIncomingSubscriptions(from peer.ID, subs []*pb.RPC_SubOpts) ([]*pb.RPC_SubOpts, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	on := s.byPeer[from]
	if on == nil {
		on = map[string]bool{}
		s.byPeer[from] = on
	}
	passed := make([]*pb.RPC_SubOpts, 0, min(len(subs), topicsPerPeer))
	for _, sub := range subs {
		topic := sub.GetTopicid()
		switch {
		case !s.admits(topic):
			continue
		case !sub.GetSubscribe():
			delete(on, topic)
		case !on[topic] && len(on) >= topicsPerPeer:
			continue
		default:
			on[topic] = true
		}
		passed = append(passed, sub)
	}
	return passed, nil
}

// announced lists who said to be on a topic.
func (s *subscriptions) announced(topic string) []peer.ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []peer.ID
	for p, on := range s.byPeer {
		if on[topic] {
			out = append(out, p)
		}
	}
	return out
}

// forget is for a peer that disconnected: it announces its topics again when it connects.
func (s *subscriptions) forget(p peer.ID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.byPeer, p)
}
