package mach

import (
	"context"
	"crypto/sha256"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

// meshDegree is gossipsub's, as package gossip sets it; in networks up to meshFull everybody is everybody's neighbour.
const (
	meshDegree = 4
	meshFull   = 6
)

// mesh is a network of many operators in one process that works as gossipsub does: a message goes to the neighbours,
// each validates it on a goroutine of its own and forwards what it accepts; a copy is looked at once. Links lose
// messages, and may be cut.
type mesh struct {
	mu     sync.Mutex
	random *rand.Rand
	loss   float64
	ports  map[avs.OperatorID]*meshPort
	side   map[avs.OperatorID]int // who is on different sides hears nothing of each other
	guilty map[avs.OperatorID]int // messages rejected, by who forwarded them
	ctx    context.Context
	tasks  sync.WaitGroup
}

// meshPort is one operator's avs.Network.
type meshPort struct {
	mesh       *mesh
	self       avs.OperatorID
	neighbours []*meshPort
	topics     map[string]avs.TopicHandler
	requests   map[string]avs.RequestHandler
	seen       map[[32]byte]bool
	sent       map[string]int // bytes, by topic or protocol
}

func newMesh(t testing.TB, loss float64, members ...operator) *mesh {
	ctx, cancel := context.WithCancel(context.Background())
	m := &mesh{random: rand.New(rand.NewPCG(1, uint64(len(members)))), loss: loss, ports: make(map[avs.OperatorID]*meshPort),
		side: make(map[avs.OperatorID]int), guilty: make(map[avs.OperatorID]int), ctx: ctx}
	t.Cleanup(func() {
		cancel()
		m.tasks.Wait()
	})
	all := make([]*meshPort, len(members))
	for i, op := range members {
		all[i] = &meshPort{mesh: m, self: op.id, topics: make(map[string]avs.TopicHandler),
			requests: make(map[string]avs.RequestHandler), seen: make(map[[32]byte]bool), sent: make(map[string]int)}
		m.ports[op.id] = all[i]
	}
	join := func(a, b *meshPort) {
		if a != b && !slices.Contains(a.neighbours, b) {
			a.neighbours, b.neighbours = append(a.neighbours, b), append(b.neighbours, a)
		}
	}
	for i, p := range all {
		if len(all) <= meshFull {
			for _, other := range all {
				join(p, other)
			}
			continue
		}
		join(p, all[(i+1)%len(all)]) // a ring, so that all are connected
		for tries := 0; len(p.neighbours) < meshDegree && tries < 100; tries++ {
			if other := all[m.random.IntN(len(all))]; len(other.neighbours) < 2*meshDegree {
				join(p, other)
			}
		}
	}
	return m
}

// meshed puts a bench of n operators on a mesh.
func newMeshBench(t testing.TB, n, running int, loss float64) (*bench, *mesh) {
	ops := operators(t, n)
	m := newMesh(t, loss, ops[:running]...)
	return newBenchOn(t, ops, running, func(id avs.OperatorID) avs.Network { return m.ports[id] }), m
}

func (m *mesh) part(side int, ops ...operator) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, op := range ops {
		m.side[op.id] = side
	}
}

func (m *mesh) blamed() map[avs.OperatorID]int {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := make(map[avs.OperatorID]int)
	for op, n := range m.guilty {
		out[op] = n
	}
	return out
}

// inject has somebody outside the mesh send to one inside.
func (m *mesh) inject(from, to avs.OperatorID, topic string, data []byte) {
	m.mu.Lock()
	p, lost := m.ports[to], m.random.Float64() < m.loss
	m.mu.Unlock()
	if !lost {
		p.take(from, topic, data)
	}
}

// take is a message on its way in.
func (p *meshPort) take(from avs.OperatorID, topic string, data []byte) {
	id := sha256.Sum256(append([]byte(topic+"/"), data...))
	m := p.mesh
	m.mu.Lock()
	defer m.mu.Unlock()
	handler := p.topics[topic]
	if p.seen[id] || handler == nil || m.ctx.Err() != nil {
		return
	}
	p.seen[id] = true
	m.tasks.Go(func() {
		switch verdict, _ := handler(m.ctx, from, data); verdict {
		case avs.Accept:
			p.send(topic, data, from)
		case avs.Reject:
			m.mu.Lock()
			m.guilty[from]++
			m.mu.Unlock()
		case avs.Ignore:
		}
	})
}

// send is a message on its way out, to all neighbours but the one that it came from.
func (p *meshPort) send(topic string, data []byte, except avs.OperatorID) {
	m := p.mesh
	m.mu.Lock()
	var to []*meshPort
	for _, other := range p.neighbours {
		if other.self == except || m.side[other.self] != m.side[p.self] {
			continue
		}
		p.sent[topic] += len(data)
		if m.random.Float64() >= m.loss {
			to = append(to, other)
		}
	}
	m.mu.Unlock()
	for _, other := range to {
		other.take(p.self, topic, data)
	}
}

func (p *meshPort) Handle(topic string, _ int, handler avs.TopicHandler) error {
	p.mesh.mu.Lock()
	defer p.mesh.mu.Unlock()
	p.topics[topic] = handler
	return nil
}

func (p *meshPort) Serve(protocol string, _, _ int, handler avs.RequestHandler) {
	p.mesh.mu.Lock()
	defer p.mesh.mu.Unlock()
	p.requests[protocol] = handler
}

func (p *meshPort) Broadcast(_ context.Context, topic string, data []byte) error {
	p.mesh.mu.Lock()
	p.seen[sha256.Sum256(append([]byte(topic+"/"), data...))] = true
	p.mesh.mu.Unlock()
	p.send(topic, slices.Clone(data), avs.OperatorID{})
	return nil
}

func (p *meshPort) Request(ctx context.Context, to avs.OperatorID, protocol string, request []byte) ([]byte, error) {
	m := p.mesh
	m.mu.Lock()
	p.sent["asked "+protocol] += len(request)
	var handler avs.RequestHandler
	if other := m.ports[to]; other != nil && m.side[to] == m.side[p.self] && m.random.Float64() >= m.loss {
		handler = other.requests[protocol]
	}
	m.mu.Unlock()
	if handler == nil {
		return nil, errors.New("not connected")
	}
	reply, err := handler(ctx, p.self, request)
	m.mu.Lock()
	m.ports[to].sent["answered "+protocol] += len(reply)
	m.mu.Unlock()
	return reply, err
}

func (p *meshPort) Peers() []avs.OperatorID {
	m := p.mesh
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []avs.OperatorID
	for op := range m.ports {
		if op != p.self && m.side[op] == m.side[p.self] {
			out = append(out, op)
		}
	}
	slices.SortFunc(out, avs.OperatorID.Cmp)
	return out
}

// joined waits until operators are on the mesh, so that none misses what another says first.
func (m *mesh) joined(t testing.TB, nodes ...*node) {
	t.Helper()
	testutil.Eventually(t, wait, func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		for _, n := range nodes {
			if m.ports[n.op.id].requests[n.service.wantsProtocol()] == nil { // registered last
				return false
			}
		}
		return true
	}, "all on the network")
}

// settle lets the clock run until all that was sent has its verdict.
func (m *mesh) settle(b *bench) {
	b.t.Helper()
	done := make(chan struct{})
	go func() {
		m.tasks.Wait()
		close(done)
	}()
	b.eventually(func() bool {
		select {
		case <-done:
			return true
		default:
			return false
		}
	}, "verdicts")
}

// sentBytes are what all operators sent, by topic or protocol.
func (m *mesh) sentBytes() map[string]int {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := make(map[string]int)
	for _, p := range m.ports {
		for name, n := range p.sent {
			out[name] += n
		}
	}
	return out
}
