package gossip

import (
	"errors"
	"fmt"
	"slices"
	"syscall"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/connmgr"
	"github.com/libp2p/go-libp2p/core/host"
	rcmgr "github.com/libp2p/go-libp2p/p2p/host/resource-manager"
	"github.com/libp2p/go-libp2p/p2p/muxer/yamux"
	"github.com/libp2p/go-libp2p/p2p/security/noise"
	quic "github.com/libp2p/go-libp2p/p2p/transport/quic"
	"github.com/libp2p/go-libp2p/p2p/transport/tcp"
	ma "github.com/multiformats/go-multiaddr"
)

const (
	// dialTimeout bounds one dial, the handshake included.
	dialTimeout = 5 * time.Second
	// streamWindow is how much a peer may send on a stream before we have read it. The window starts large enough for a
	// batch of 1 MiB in one round trip, and may grow no further than two of the largest messages.
	streamWindow    = 1 << 20
	maxStreamWindow = 4 << 20
	// maxConns is two for each of 256 members, since their dials can cross.
	maxConns = 512
	// maxStreams is gossip both ways, some requests and a ping for each of them.
	maxStreams = 16 * 256
	// reservedMemory is what yamux may book for windows: 256 KiB a stream when it is opened, of which only what is on
	// its way is ever in use.
	reservedMemory = 512 << 20
	// connsPerIP lets a whole network run behind one address, as test networks do, and still bounds what one host can open.
	connsPerIP = 64
)

// newLibp2p makes a host that does not listen yet: no relay, no NAT service, no address discovery, since the members
// are known and their addresses are registered.
func newLibp2p(cfg Config, gate connmgr.ConnectionGater) (host.Host, error) {
	resources, err := rcmgr.NewResourceManager(
		rcmgr.NewFixedLimiter(resourceLimits()),
		rcmgr.WithMetricsDisabled(),
		rcmgr.WithLimitPerSubnet(
			[]rcmgr.ConnLimitPerSubnet{{PrefixLength: 32, ConnCount: connsPerIP}},
			[]rcmgr.ConnLimitPerSubnet{{PrefixLength: 56, ConnCount: connsPerIP}},
		),
	)
	if err != nil {
		return nil, fmt.Errorf("set resource limits: %w", err)
	}
	mux := *yamux.DefaultTransport
	mux.InitialStreamWindowSize = streamWindow
	mux.MaxStreamWindowSize = maxStreamWindow
	opts := []libp2p.Option{
		libp2p.Identity(cfg.Key),
		libp2p.NoListenAddrs,
		libp2p.ConnectionGater(gate),
		libp2p.ResourceManager(resources),
		// The gater already bounds who connects; trimming would cut members off.
		libp2p.ConnectionManager(connmgr.NullConnMgr{}),
		// Port reuse would let two processes listen on one port, each with half of the connections.
		libp2p.Transport(tcp.NewTCPTransport, tcp.DisableReuseport()),
		libp2p.Security(noise.ID, noise.New),
		libp2p.Muxer(yamux.ID, &mux),
		libp2p.WithDialTimeout(dialTimeout),
		libp2p.UserAgent("trident"),
		libp2p.DisableRelay(),
		libp2p.DisableMetrics(),
		libp2p.DisableIdentifyAddressDiscovery(),
	}
	if slices.ContainsFunc(cfg.Listen, isQUIC) {
		opts = append(opts, libp2p.Transport(quic.NewTransport))
	}
	if len(cfg.Announce) > 0 {
		announce := slices.Clone(cfg.Announce)
		opts = append(opts, libp2p.AddrsFactory(func([]ma.Multiaddr) []ma.Multiaddr { return announce }))
	}
	h, err := libp2p.New(append(opts, cfg.Libp2p...)...)
	if err != nil {
		return nil, errors.Join(err, resources.Close())
	}
	return h, nil
}

// resourceLimits are libp2p's own for a small machine, with room for a full operator set.
func resourceLimits() rcmgr.ConcreteLimitConfig {
	base := rcmgr.DefaultLimits
	libp2p.SetDefaultServiceLimits(&base)
	many := rcmgr.ResourceLimits{
		Conns: 2 * maxConns, ConnsInbound: maxConns, ConnsOutbound: maxConns, FD: 2 * maxConns,
		Streams: 2 * maxStreams, StreamsInbound: maxStreams, StreamsOutbound: maxStreams, Memory: reservedMemory,
	}
	return rcmgr.PartialLimitConfig{
		System: many,
		ProtocolDefault: rcmgr.ResourceLimits{
			Streams: 2 * maxStreams, StreamsInbound: maxStreams, StreamsOutbound: maxStreams, Memory: reservedMemory,
		},
		ProtocolPeerDefault: rcmgr.ResourceLimits{
			// More than the requests that we admit, so that it is we who answer that there are too many.
			Streams: 4 * maxServedPerPeer, StreamsInbound: 2 * maxServedPerPeer, StreamsOutbound: 2 * maxServedPerPeer,
		},
	}.Build(base.Scale(0, 2*maxConns))
}

// listen opens every address, or none.
func listen(h host.Host, addrs []ma.Multiaddr) error {
	swarm, ok := h.Network().(interface{ AddListenAddr(ma.Multiaddr) error })
	if !ok {
		return errors.New("listen: libp2p network cannot listen on one address")
	}
	for _, a := range addrs {
		err := swarm.AddListenAddr(a)
		if errors.Is(err, syscall.EADDRINUSE) {
			return fmt.Errorf("listen on %s: %w: stop the process that uses it or choose another p2p port", a, ErrAddressInUse)
		}
		if err != nil {
			return fmt.Errorf("listen on %s: %w", a, err)
		}
	}
	return nil
}
