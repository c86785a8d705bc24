package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/lifecycle"
)

// States of a rollup at an operator.
const (
	RollupOpening  = "opening"  // its services are being opened
	RollupRunning  = "running"  // it is sequenced and certified
	RollupFailed   = "failed"   // something is wrong here; it is tried again
	RollupStopping = "stopping" // sequenced no more; what was ordered is executed and certified, and can still be read
	RollupStopped  = "stopped"  // complete and closed: certificates are served, the data stays
)

// Why a rollup's services end.
var (
	errBroken     = errors.New("an ordered batch cannot be applied here, see the log")
	errStopped    = errors.New("the rollup was stopped and is complete")
	errSameTopics = errors.New("its id begins like that of a rollup that was registered before")
)

// hosted is one rollup at this operator.
type hosted struct {
	m       *rollups
	rollup  avs.Rollup
	key     string        // of its folder and of its spaces in the store
	genesis *core.Genesis // of the network file; nil for a rollup that came later
	refused error         // why it cannot be served at all
	log     *slog.Logger

	ended   chan struct{} // closed when consensus sequences it no more
	endOnce sync.Once

	mu    sync.Mutex
	state string
	why   string       // it failed
	parts *rollupParts // nil while closed
}

// newHosted decides by what the rollup goes; the caller holds m.mu.
func newHosted(m *rollups, r avs.Rollup) *hosted {
	h := &hosted{m: m, rollup: r, key: r.ID.Hex(), ended: make(chan struct{}), state: RollupOpening}
	h.rollup.Name = m.name(r)
	if own := m.node.network.find(r.ID); own != nil {
		h.key, h.genesis = own.Name, own.Genesis
	}
	if other := m.namesake(r); other != nil {
		h.refused = fmt.Errorf("%w: %s", errSameTopics, other.rollup.Name)
	}
	h.log = m.node.log.With("rollup", h.rollup.Name)
	return h
}

// end tells that consensus sequences the rollup no more.
func (h *hosted) end() { h.endOnce.Do(func() { close(h.ended) }) }

func (h *hosted) over() bool {
	select {
	case <-h.ended:
		return true
	default:
		return false
	}
}

// run has the rollup open until ctx ends: again and again if something is wrong with it, for a while after it was
// stopped, and then with nothing but its certificates.
func (h *hosted) run(ctx context.Context) {
	t := h.m.timing
	pause, full, told := t.first, true, ""
	for ctx.Err() == nil {
		began := h.m.node.clock.Now()
		err := h.live(ctx, full)
		if ctx.Err() != nil {
			return
		}
		if errors.Is(err, errStopped) {
			full = false
			continue
		}
		if h.m.node.clock.Since(began) >= t.well {
			pause = t.first
		}
		h.set(RollupFailed, err)
		if words := err.Error(); words != told { // the same again is no news
			told = words
			h.log.Error("rollup is not served here: it is tried again and again", "err", err, "first_after", pause)
		}
		if clock.Sleep(ctx, h.m.node.clock, pause) != nil {
			return
		}
		pause = min(2*pause, t.last)
	}
}

// live opens the rollup and runs it until ctx ends or something goes wrong with it. After the end of ctx the execution
// client stays open: closeClient closes it.
func (h *hosted) live(ctx context.Context, full bool) (err error) {
	defer func() {
		if p := recover(); p != nil {
			h.log.Error("rollup panicked", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			err = fmt.Errorf("%w: %v", lifecycle.ErrPanic, p)
		}
	}()
	if h.refused != nil {
		return h.refused
	}
	if full {
		h.set(RollupOpening, nil)
	}
	network := &leased{Network: h.m.node.gossipNetwork(h.m.parts), from: h.m.parts.gossip}
	defer func() { err = errors.Join(err, network.giveBack()) }()
	rp, err := h.openParts(ctx, network, full)
	if err != nil {
		return err
	}
	h.setParts(&rp)
	h.m.fitHeap()
	group := lifecycle.Group{Log: h.log, Ready: func() { h.ready(full) }}
	group.Go("mach "+h.rollup.Name, rp.mach.Run)
	group.Go("alerts "+h.rollup.Name, rp.breaker.Run)
	if full {
		h.m.node.serveState(rp, network)
		group.Go("squad "+h.rollup.Name, func(ctx context.Context) error {
			if err := h.m.node.syncExecution(ctx, rp, network); err != nil {
				return err
			}
			return rp.squad.Run(ctx)
		})
		group.Go("watch "+h.rollup.Name, func(ctx context.Context) error { return h.watch(ctx, rp) })
	}
	err = group.Run(ctx)
	if ctx.Err() != nil {
		return err
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), lifecycle.DefaultStopTimeout)
	defer cancel()
	return errors.Join(err, h.closeClient(closing))
}

// openParts opens everything of the rollup, or what tells of its certificates alone. On error nothing stays open.
func (h *hosted) openParts(ctx context.Context, network avs.Network, full bool) (rollupParts, error) {
	n, p := h.m.node, h.m.parts
	if !full {
		return n.openArchive(h, network, p)
	}
	genesis, err := n.genesisOf(ctx, h)
	if err != nil {
		return rollupParts{}, err
	}
	rp, err := n.openRollup(ctx, rollupSource{h, genesis, network}, p)
	if err != nil && rp.driver != nil {
		closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), lifecycle.DefaultStopTimeout)
		defer cancel()
		err = errors.Join(err, rp.driver.Close(closing))
	}
	return rp, err
}

// watch ends when SQUAD has given up, or when the rollup was stopped, is complete, and has been read for long enough.
func (h *hosted) watch(ctx context.Context, rp rollupParts) error {
	c, t := h.m.node.clock, h.m.timing
	ticker := c.NewTicker(t.look)
	defer ticker.Stop()
	ended := h.ended
	var complete, broken time.Time
	for {
		switch {
		case rp.squad.Status().Broken:
			if broken.IsZero() {
				broken = c.Now()
			}
			if c.Since(broken) >= t.broken {
				return errBroken
			}
		case h.over() && complete.IsZero() && h.complete(rp):
			complete = c.Now()
			h.log.Info("rollup is stopped and complete; it can be read a while longer", "for", t.linger)
		}
		if !complete.IsZero() && c.Since(complete) >= t.linger {
			return errStopped
		}
		select {
		case <-ended:
			ended = nil // seen
			h.set(RollupStopping, nil)
			freeze(rp.driver)
			h.log.Info("rollup was stopped on L1: what is ordered is brought to its end")
		case <-ticker.Chan():
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// complete says whether all that was ordered is executed and certified here.
func (h *hosted) complete(rp rollupParts) bool {
	tip, err := h.m.parts.consensus.Tip(h.rollup.ID)
	return err == nil && rp.squad.Status().Head.Number >= tip.Number && rp.mach.Status().Published >= tip.Number
}

// freeze has an execution client refuse transactions of users, if it can.
func freeze(client any) {
	if c, can := client.(interface{ Freeze() }); can {
		c.Freeze()
	}
}

func (h *hosted) ready(full bool) {
	switch {
	case !full:
		h.set(RollupStopped, nil)
	case !h.over():
		h.set(RollupRunning, nil)
	}
}

func (h *hosted) set(state string, why error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.state, h.why = state, ""
	if why != nil {
		h.why = why.Error()
	}
}

func (h *hosted) setParts(rp *rollupParts) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.parts = rp
}

// open are the parts of the rollup; nil while it is closed.
func (h *hosted) open() *rollupParts {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.parts
}

// now is the state, and what is wrong.
func (h *hosted) now() (state, why string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.state, h.why
}

// closeClient closes the execution client, if one is open.
func (h *hosted) closeClient(ctx context.Context) error {
	rp := h.open()
	h.setParts(nil)
	if rp == nil || rp.driver == nil {
		return nil
	}
	if err := rp.driver.Close(ctx); err != nil {
		return fmt.Errorf("rollup %s: %w", h.rollup.Name, err)
	}
	return nil
}

// noClient stands for the execution client of a stopped rollup: nobody asks it for its finalized block any more.
type noClient struct{}

// Finalize implements mach.Finalizer.
func (noClient) Finalize(context.Context, common.Hash) error { return nil }
