package node

import (
	"bytes"
	"crypto/ed25519"
	"fmt"
	"net"
	"slices"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
	manet "github.com/multiformats/go-multiaddr/net"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus"
)

type warner interface{ Warn(msg string, args ...any) }

func (c Config) l1Poll() time.Duration { return time.Duration(c.L1Poll) }

// listenAddress is host:port as a TCP multiaddress. The host must be an address, not a name.
func listenAddress(hostPort string) (ma.Multiaddr, error) {
	at, err := net.ResolveTCPAddr("tcp", hostPort)
	if err != nil {
		return nil, err
	}
	return manet.FromNetAddr(at)
}

// consensusID is the name of a peer in CometBFT: both transports use one ed25519 key, which the peer id contains.
func consensusID(peerID []byte) (string, error) {
	id, err := peer.IDFromBytes(peerID)
	if err != nil {
		return "", err
	}
	key, err := id.ExtractPublicKey()
	if err != nil {
		return "", err
	}
	raw, err := key.Raw()
	if err != nil {
		return "", err
	}
	if len(raw) != ed25519.PublicKeySize {
		return "", fmt.Errorf("peer id %s is not of an ed25519 key", id)
	}
	return consensus.NodeID(raw), nil
}

func sortRollups(r []avs.Rollup) {
	slices.SortFunc(r, func(a, b avs.Rollup) int { return bytes.Compare(a.ID[:], b.ID[:]) })
}
