package simulation

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/x/simlibp2p"
	"github.com/marcopolo/simnet"
	ma "github.com/multiformats/go-multiaddr"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/gossip"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/testutil"
)

// link is what lies between two operators; the zero value is the loopback interface of this machine.
type link struct {
	oneWay time.Duration
	mbps   int
}

func (l link) String() string {
	if l.oneWay == 0 {
		return "loopback"
	}
	return fmt.Sprintf("%v-%dMbps", l.oneWay, l.mbps)
}

// wan is an ordinary distance: half a continent, an ordinary server's uplink.
var wan = link{50 * time.Millisecond, 100}

// site is one operator's place on the network.
type site struct {
	*gossip.Host
	id      avs.OperatorID
	metrics *metrics.Registry
}

func operatorID(i int) avs.OperatorID { return avs.OperatorID{0xaa, byte(i >> 8), byte(i)} }

func detKey(i int) crypto.PrivKey {
	key, _, err := crypto.GenerateEd25519Key(rand.New(rand.NewSource(int64(i) + 1)))
	if err != nil {
		panic(err)
	}
	return key
}

// newSites makes n hosts that are not started.
func newSites(t testing.TB, n int, l link) []*site {
	t.Helper()
	var sim *simnet.Simnet
	if l.oneWay != 0 {
		sim = &simnet.Simnet{LatencyFunc: simnet.StaticLatency(l.oneWay)}
	}
	sites := make([]*site, n)
	for i := range sites {
		s := &site{id: operatorID(i), metrics: metrics.New()}
		cfg := gossip.Config{Network: "simulation", Key: detKey(i), Self: s.id, Metrics: s.metrics}
		if sim != nil {
			speed := simnet.LinkSettings{BitsPerSecond: l.mbps * simlibp2p.OneMbps}
			cfg.Listen = []ma.Multiaddr{ma.StringCast(fmt.Sprintf("/ip4/%s/udp/8000/quic-v1", simnet.IntToPublicIPv4(i)))}
			cfg.Libp2p = []libp2p.Option{simlibp2p.QUICSimnet(sim, simnet.NodeBiDiLinkSettings{Downlink: speed, Uplink: speed})}
		}
		host, err := gossip.New(cfg)
		require.NoError(t, err)
		s.Host = host
		sites[i] = s
	}
	t.Cleanup(func() {
		for _, s := range sites {
			_ = s.Close() // what a host has to say at its end is gossip's own test
		}
		if sim != nil {
			sim.Close()
		}
	})
	// The hosts' sizes of mesh follow the members known at the start; addresses come once all listen.
	list := make([]gossip.Peer, n)
	for i, s := range sites {
		list[i] = gossip.Peer{Operator: s.id, PeerID: s.ID()}
	}
	for _, s := range sites {
		s.SetMembers(list)
	}
	if sim != nil {
		sim.Start()
	}
	return sites
}

// connect starts the hosts and waits until all hear all.
func connect(t testing.TB, sites []*site) {
	t.Helper()
	list := make([]gossip.Peer, len(sites))
	for i, s := range sites {
		require.NoError(t, s.Start(context.Background()))
		list[i] = gossip.Peer{Operator: s.id, PeerID: s.ID(), Addrs: s.Addrs()}
	}
	for _, s := range sites {
		s.SetMembers(list)
	}
	testutil.Eventually(t, time.Minute, func() bool {
		for _, s := range sites {
			for _, p := range s.PeerStatus() {
				if p.Operator != s.id && !p.Gossiping {
					return false
				}
			}
		}
		return true
	}, "all connected and subscribed")
	time.Sleep(3 * time.Second) // meshes are made at heartbeats
}

// sent is what an operator has queued for its peers, bytes.
func (s *site) sent(t testing.TB) float64 {
	t.Helper()
	families, err := s.metrics.Gatherer().Gather()
	require.NoError(t, err)
	total := 0.0
	for _, f := range families {
		if f.GetName() != "trident_gossip_sent_bytes_total" {
			continue
		}
		for _, m := range f.GetMetric() {
			total += m.GetCounter().GetValue()
		}
	}
	return total
}

// payload is random bytes that begin with a number.
func payload(number uint64, size int) []byte {
	data := make([]byte, size)
	_, _ = rand.New(rand.NewSource(int64(number))).Read(data)
	binary.BigEndian.PutUint64(data, number)
	return data
}
