package node

import (
	"context"
	"errors"
	"math/rand/v2"

	"github.com/trident-network/trident/avs"
)

// errLost is a request that lossy threw away.
var errLost = errors.New("message lost on purpose: message_loss is set")

// lossy throws away a share of what arrives, so that a local network can show what loss costs. What it drops on a topic
// is neither handled nor forwarded, and gossip does not offer it to this operator again.
type lossy struct {
	avs.Network
	share float64
}

func (l lossy) lost() bool { return rand.Float64() < l.share }

// Handle implements avs.Network.
func (l lossy) Handle(topic string, maxSize int, h avs.TopicHandler) error {
	return l.Network.Handle(topic, maxSize, func(ctx context.Context, from avs.OperatorID, data []byte) (avs.Verdict, error) {
		if l.lost() {
			return avs.Ignore, nil
		}
		return h(ctx, from, data)
	})
}

// Request implements avs.Network.
func (l lossy) Request(ctx context.Context, to avs.OperatorID, protocol string, request []byte) ([]byte, error) {
	if l.lost() {
		return nil, errLost
	}
	return l.Network.Request(ctx, to, protocol, request)
}

// gossipNetwork is the peer-to-peer side as the services use it.
func (n *Node) gossipNetwork(p *parts) avs.Network {
	if n.config.MessageLoss == 0 {
		return p.gossip
	}
	return lossy{p.gossip, n.config.MessageLoss}
}
