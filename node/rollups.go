package node

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"regexp"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/core"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
	"github.com/trident-network/trident/rollup"
)

// rollupTiming are the delays of the rollups' lives.
type rollupTiming struct {
	first, last time.Duration // wait before a rollup is tried again: it doubles from first to last
	well        time.Duration // after which a rollup counts as having worked: the wait begins at first again
	broken      time.Duration // for how long one that SQUAD has given up still answers before it is opened anew
	linger      time.Duration // for how long a stopped one that is complete still serves peers and readers
	look        time.Duration // between two looks at how an open rollup does
}

func defaultRollupTiming() rollupTiming {
	return rollupTiming{first: time.Second, last: 8 * time.Second, well: time.Minute, broken: 5 * time.Minute, linger: 10 * time.Minute, look: time.Second}
}

// rollups hosts the rollups that consensus sequences, and those that it did: each has a goroutine of its own that opens
// its services, runs them, and closes them when the rollup was stopped. It is level-triggered: what consensus has is
// compared with what is hosted whenever consensus changes, so a restart needs no case of its own.
//
// What goes wrong in one rollup is told in its status and tried again; it ends neither the operator nor another rollup.
type rollups struct {
	node    *Node
	parts   *parts
	timing  rollupTiming
	changed chan struct{} // one waiting look; capacity one
	tasks   sync.WaitGroup

	mu     sync.Mutex
	hosted map[avs.RollupID]*hosted
	begun  bool // Run has begun: what is added from now on is run at once
}

// newRollups hosts what consensus has now; it opens nothing. An error is one of the configuration.
func (n *Node) newRollups(p *parts) (*rollups, error) {
	m := &rollups{node: n, parts: p, timing: defaultRollupTiming(), changed: make(chan struct{}, 1), hosted: map[avs.RollupID]*hosted{}}
	for _, r := range m.wanted() {
		h := m.add(r)
		if h.genesis == nil {
			continue
		}
		if err := n.checkClient(h, h.genesis); err != nil {
			return nil, fmt.Errorf("rollup %s: %w", h.rollup.Name, err)
		}
	}
	return m, nil
}

// wanted are the rollups of consensus, stopped ones too, in the order of their registration.
func (m *rollups) wanted() []avs.Rollup {
	all := slices.Concat(m.parts.consensus.Rollups(), m.parts.consensus.Stopped())
	slices.SortFunc(all, func(a, b avs.Rollup) int {
		return cmp.Or(cmp.Compare(a.Index, b.Index), bytes.Compare(a.ID[:], b.ID[:]))
	})
	return all
}

// Run hosts rollups until ctx ends.
func (m *rollups) Run(ctx context.Context) error {
	defer m.tasks.Wait()
	m.mu.Lock()
	m.begun = true
	for _, h := range m.hosted {
		m.tasks.Go(func() { h.run(ctx) })
	}
	m.mu.Unlock()
	for {
		changed := m.parts.consensus.Changed()
		m.look(ctx)
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// look brings what is hosted to what consensus has.
func (m *rollups) look(ctx context.Context) {
	present := map[avs.RollupID]bool{}
	for _, r := range m.wanted() {
		inputs, err := m.parts.consensus.Inputs(r.ID)
		if err != nil {
			m.node.log.Warn("rollup of consensus not read", "rollup", r.Name, "err", err)
			present[r.ID] = true
			continue
		}
		present[r.ID] = !inputs.Stopped
		if m.find(r.ID) == nil {
			h := m.add(r)
			m.node.log.Info("rollup is sequenced by this network", "rollup", h.rollup.Name, "id", r.ID, "chain_id", r.ChainID)
			m.tasks.Go(func() { h.run(ctx) })
		}
	}
	for _, h := range m.all() {
		if !present[h.rollup.ID] {
			h.end()
		}
	}
}

// add takes a rollup in.
func (m *rollups) add(r avs.Rollup) *hosted {
	m.mu.Lock()
	defer m.mu.Unlock()
	h := newHosted(m, r)
	m.hosted[r.ID] = h
	return h
}

// plainName are the names that a rollup may go by here. Names on L1 are anybody's choice; those of the form rollup-7 are
// kept for rollups without a name of their own.
var (
	plainName = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)
	givenName = regexp.MustCompile(`^rollup-[0-9]+$`)
)

// name is what a rollup is called here, in folders, logs, metrics and questions: its own name, if no other has it and it
// is a plain word, else one by its registration. Callers hold mu.
func (m *rollups) name(r avs.Rollup) string {
	taken := slices.ContainsFunc(m.node.network.Rollups, func(other NetworkRollup) bool {
		return other.Name == r.Name && other.ChainID != r.ChainID
	})
	for _, h := range m.hosted {
		taken = taken || h.rollup.Name == r.Name && h.rollup.ID != r.ID
	}
	if own := m.node.network.find(r.ID) != nil; own || !taken && plainName.MatchString(r.Name) && !givenName.MatchString(r.Name) {
		return r.Name
	}
	return fmt.Sprintf("rollup-%d", r.Index)
}

// namesake is another rollup whose topics would be this one's: the short id in them is four bytes, which anybody can make
// equal by trying chain ids. The one that was registered first has them. Callers hold mu.
func (m *rollups) namesake(r avs.Rollup) *hosted {
	for _, h := range m.hosted {
		if h.rollup.ID != r.ID && avs.ShortID(h.rollup.ID) == avs.ShortID(r.ID) {
			return h
		}
	}
	return nil
}

func (m *rollups) find(id avs.RollupID) *hosted {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.hosted[id]
}

// all are the rollups that are hosted, in the order of their registration.
func (m *rollups) all() []*hosted {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := make([]*hosted, 0, len(m.hosted))
	for _, h := range m.hosted {
		out = append(out, h)
	}
	slices.SortFunc(out, func(a, b *hosted) int { return cmp.Compare(a.rollup.Index, b.rollup.Index) })
	return out
}

// open are the parts of the rollups that are open now, in the order of their registration.
func (m *rollups) open() []rollupParts {
	var out []rollupParts
	for _, h := range m.all() {
		if rp := h.open(); rp != nil {
			out = append(out, *rp)
		}
	}
	return out
}

// service is the MACH service of a rollup; nil while it is not open.
func (m *rollups) service(id avs.RollupID) *mach.Service {
	if h := m.find(id); h != nil {
		if rp := h.open(); rp != nil {
			return rp.mach
		}
	}
	return nil
}

// breaker is the circuit breaker of a rollup; nil while it is not open.
func (m *rollups) breaker(id avs.RollupID) *mach.Breaker {
	if h := m.find(id); h != nil {
		if rp := h.open(); rp != nil {
			return rp.breaker
		}
	}
	return nil
}

// close closes the execution clients that Run left open, all at once. Run must have returned.
func (m *rollups) close(ctx context.Context) error {
	var mu sync.Mutex
	var errs []error
	var wg sync.WaitGroup
	for _, h := range m.all() {
		wg.Go(func() {
			err := h.closeClient(ctx)
			mu.Lock()
			defer mu.Unlock()
			errs = append(errs, err)
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// heapEach is what the garbage collector leaves to each rollup after the first, MiB: an idle execution client holds about
// half of it. With one limit for any number of rollups it would run all the time.
const heapEach = 64

// fitHeap raises the limit of the heap, where the process has one, to the rollups that are open.
func (m *rollups) fitHeap() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		return // nobody limits this process
	}
	clients := 0
	for _, rp := range m.open() {
		if rp.driver != nil {
			clients++
		}
	}
	debug.SetMemoryLimit((m.node.config.MemoryMiB + heapEach*int64(max(clients-1, 0))) << 20)
}

// sets are the operator sets that concern the network: those of its file, and three of each rollup that is sequenced.
func (n *Node) sets(p *parts) []avs.SetID {
	sets := n.network.Sets()
	for _, r := range p.consensus.Rollups() {
		sets = addSets(sets, r)
	}
	return sets
}

// keptSets are those that the keeper looks after: besides the network's those that this operator is in. With their first
// snapshots a rollup that it serves can come to be sequenced; other rollups on L1 are not its to pay for.
func (n *Node) keptSets(p *parts) []avs.SetID {
	sets := n.sets(p)
	if own, known := p.registry.Operator(p.self.ID); known {
		for _, id := range own.Sets {
			if !slices.Contains(sets, id) {
				sets = append(sets, id)
			}
		}
	}
	return sets
}

// clientConfig is how the execution client of a rollup runs.
func (n *Node) clientConfig(h *hosted, genesis *core.Genesis) rollup.Config {
	return rollup.Config{DataDir: n.home.Data("rollups", h.key), Genesis: genesis, RPC: n.rollupRPC(h.rollup.Name), FeeRecipient: &feeVault}
}

// anyPort is where the RPC of a rollup is served for which no address is configured.
const anyPort = "127.0.0.1:0"

// rollupRPC is the address of a rollup's RPC. A rollup may have come after the start, and its address to node.toml with
// it, so the file is read again before a free port is taken.
func (n *Node) rollupRPC(name string) string {
	if at, found := n.config.RollupRPC[name]; found {
		return at
	}
	if c, err := LoadConfig(n.home.Path); err == nil && c.RollupRPC[name] != "" {
		return c.RollupRPC[name]
	}
	return anyPort
}
