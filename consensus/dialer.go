package consensus

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cometbft/cometbft/p2p"
)

const (
	dialInterval = 250 * time.Millisecond
	// yieldTime is how long the side with the greater id waits for the other one to dial: when both dial at once, each
	// may keep the connection that the other drops.
	yieldTime = 2 * time.Second
)

// dialer keeps the node connected to its peers. It stands in for CometBFT's persistent peers, which are redialled every
// five seconds only and cannot be changed while the node runs.
type dialer struct {
	self   p2p.ID
	config Config

	mu    sync.Mutex
	peers map[p2p.ID]*dialPeer
	sw    *p2p.Switch
	wg    sync.WaitGroup
}

type dialPeer struct {
	address string
	missing time.Time // since when it is not connected; zero if it is
	busy    bool
}

func newDialer(c Config) *dialer {
	d := &dialer{self: p2p.ID(nodeID(c.NodeKey)), config: c, peers: map[p2p.ID]*dialPeer{}}
	d.set(c.Peers)
	return d
}

// set replaces the peers. Its own address is left out.
func (d *dialer) set(addresses []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	next := make(map[p2p.ID]*dialPeer, len(addresses))
	for _, a := range addresses {
		id, _, _ := strings.Cut(a, "@")
		if p := d.peers[p2p.ID(id)]; p != nil && p.address == a {
			next[p2p.ID(id)] = p
		} else if p2p.ID(id) != d.self {
			next[p2p.ID(id)] = &dialPeer{address: a}
		}
	}
	d.peers = next
}

func (d *dialer) knows(id string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.peers[p2p.ID(id)] != nil
}

func (d *dialer) connected() int { return len(d.ids()) }

// ids are the peers connected now.
func (d *dialer) ids() []string {
	d.mu.Lock()
	sw := d.sw
	d.mu.Unlock()
	if sw == nil {
		return nil
	}
	var list []string
	for _, p := range sw.Peers().Copy() {
		list = append(list, string(p.ID()))
	}
	slices.Sort(list)
	return list
}

// run dials missing peers until stop is closed, and returns when no dial is under way.
func (d *dialer) run(sw *p2p.Switch, stop <-chan struct{}) {
	d.attach(sw)
	defer d.attach(nil)
	defer d.wg.Wait()
	ticker := d.config.Clock.NewTicker(dialInterval)
	defer ticker.Stop()
	for {
		for id, address := range d.due(sw) {
			d.wg.Add(1)
			go func() { defer d.wg.Done(); d.dial(sw, id, address) }()
		}
		select {
		case <-ticker.Chan():
		case <-stop:
			return
		}
	}
}

func (d *dialer) attach(sw *p2p.Switch) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.sw = sw
}

// due picks the peers to dial now, and marks them busy.
func (d *dialer) due(sw *p2p.Switch) map[p2p.ID]string {
	now := d.config.Clock.Now()
	d.mu.Lock()
	defer d.mu.Unlock()
	list := map[p2p.ID]string{}
	for id, p := range d.peers {
		switch {
		case sw.Peers().Has(id):
			p.missing = time.Time{}
			continue
		case p.missing.IsZero():
			p.missing = now
		}
		if !p.busy && (d.self < id || now.Sub(p.missing) >= yieldTime) {
			p.busy = true
			list[id] = p.address
		}
	}
	return list
}

func (d *dialer) dial(sw *p2p.Switch, id p2p.ID, address string) {
	addr, err := p2p.NewNetAddressString(address)
	if err == nil {
		err = sw.DialPeerWithAddress(addr)
	}
	if err != nil {
		d.config.Log.Debug("dial consensus peer", "peer", address, "err", err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if p := d.peers[id]; p != nil {
		p.busy = false
	}
}
