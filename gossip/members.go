package gossip

import (
	"bytes"
	"slices"

	"github.com/libp2p/go-libp2p/core/control"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"

	"github.com/trident-network/trident/avs"
)

// Peer is a member of the network as it registered: its operator, its libp2p identity and where to dial it (without
// the /p2p part). A member without addresses is not dialled, but may dial.
type Peer struct {
	Operator avs.OperatorID
	PeerID   peer.ID
	Addrs    []ma.Multiaddr
}

// members is one membership, never changed after it was made.
type members struct {
	byOperator map[avs.OperatorID]Peer
	operators  map[peer.ID]avs.OperatorID
}

// newMembers leaves out the own entry and entries without a peer id. Two operators may have registered the same peer
// id, by mistake or malice: messages of that peer count as those of the lower address, whatever the order of list.
func newMembers(self peer.ID, list []Peer) (m *members, shared []avs.OperatorID) {
	m = &members{byOperator: map[avs.OperatorID]Peer{}, operators: map[peer.ID]avs.OperatorID{}}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Peer) int { return bytes.Compare(a.Operator[:], b.Operator[:]) })
	for _, p := range list {
		if p.PeerID == self || p.PeerID.Validate() != nil {
			continue
		}
		p.Addrs = slices.Clone(p.Addrs)
		m.byOperator[p.Operator] = p
		if _, taken := m.operators[p.PeerID]; taken {
			shared = append(shared, p.Operator)
			continue
		}
		m.operators[p.PeerID] = p.Operator
	}
	return m, shared
}

// peers are the members, each peer id once.
func (m *members) peers() []Peer {
	out := make([]Peer, 0, len(m.operators))
	for _, op := range m.operators {
		out = append(out, m.byOperator[op])
	}
	slices.SortFunc(out, func(a, b Peer) int { return bytes.Compare(a.Operator[:], b.Operator[:]) })
	return out
}

// gater refuses connections with strangers, in both directions. It implements connmgr.ConnectionGater.
type gater struct{ h *Host }

func (g gater) member(p peer.ID) bool {
	_, ok := g.h.members.Load().operators[p]
	return ok
}

// InterceptPeerDial allows dialling members only.
func (g gater) InterceptPeerDial(p peer.ID) bool { return g.member(p) }

// InterceptAddrDial allows every address of a member.
func (g gater) InterceptAddrDial(p peer.ID, _ ma.Multiaddr) bool { return g.member(p) }

// InterceptAccept cannot know yet who calls; the resource manager bounds connections that are not yet secured.
func (g gater) InterceptAccept(network.ConnMultiaddrs) bool { return true }

// InterceptSecured refuses a caller as soon as its identity is proven.
func (g gater) InterceptSecured(_ network.Direction, p peer.ID, addrs network.ConnMultiaddrs) bool {
	if g.member(p) {
		return true
	}
	g.h.metrics.strangers.Inc()
	g.h.log.Debug("stranger refused", "peer_id", p, "addr", addrs.RemoteMultiaddr())
	return false
}

// InterceptUpgraded refuses a member that was removed during the handshake.
func (g gater) InterceptUpgraded(c network.Conn) (bool, control.DisconnectReason) {
	return g.member(c.RemotePeer()), 0
}
