package node

import (
	"context"
	"errors"
	"time"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/consensus"
	"github.com/trident-network/trident/internal/signer"
)

// restoreInterval is how often a guard is asked whether it was restored: one in another process may be at any time.
const restoreInterval = time.Second

// clockSkew is how far the clocks of the operators and of the machine that imported the history may be apart.
const clockSkew = 2 * time.Second

// watchRestoration lets a guard whose history came from a backup sign again, each stream as soon as the network shows
// that it has passed whatever this operator may have signed before the import. The operator that the backup is of must
// have stopped by then.
func (n *Node) watchRestoration(ctx context.Context) error {
	ticker := n.clock.NewTicker(restoreInterval)
	defer ticker.Stop()
	var s settling
	for {
		r, err := n.parts.guard.Restored(ctx)
		if err == nil && r.Active() {
			err = n.settle(ctx, r, &s)
		}
		switch {
		case err != nil && ctx.Err() == nil:
			n.log.Warn("restored signing history is not settled, will try again", "err", err)
		case err == nil && !r.Active():
			n.waiting.Store(0)
		}
		select {
		case <-ticker.Chan():
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// settling is how far a restoration has come. Each stream is settled once: its floor rises with the network.
type settling struct {
	at     time.Time
	done   map[signer.Stream]bool
	warned map[signer.Stream]bool
}

func (n *Node) settle(ctx context.Context, r signer.Restoration, s *settling) error {
	if !s.at.Equal(r.At) {
		*s = settling{at: r.At, done: map[signer.Stream]bool{}, warned: map[signer.Stream]bool{}}
		n.log.Warn("signing history was restored from a backup: signing waits until the network has moved on", "at", r.At, "streams", len(r.Waiting))
		n.waiting.Store(int64(max(len(r.Waiting), 1)))
	}
	floors, complete, err := n.floors(ctx, r)
	for stream, floor := range floors {
		if s.done[stream] {
			continue
		}
		if err := n.parts.guard.Settle(ctx, r.At, stream, floor); err != nil {
			return err
		}
		s.done[stream] = true
		n.log.Info("restored stream signs again", "stream", stream, "floor", floor)
	}
	if err != nil || !complete {
		return err
	}
	if r, err = n.parts.guard.Restored(ctx); err != nil || !r.Active() {
		return err
	}
	n.waiting.Store(int64(len(r.Waiting)))
	for _, stream := range r.Waiting {
		if !s.warned[stream] {
			s.warned[stream] = true
			n.log.Warn("restored stream is not of this network and waits on; settle it with trident signer settle", "stream", stream)
		}
	}
	if len(r.Waiting) > 0 {
		return nil
	}
	if err := n.parts.guard.Resume(ctx, r.At); err != nil {
		return err
	}
	n.log.Info("restored signing history is settled")
	return nil
}

// floors are, for each stream in which this operator may have signed, a position above all of it, as far as the network
// tells by now; complete when it has told all.
func (n *Node) floors(ctx context.Context, r signer.Restoration) (floors map[signer.Stream]uint64, complete bool, err error) {
	floors = map[signer.Stream]uint64{}
	ordered, err := n.orderedFloors(r, floors)
	if err != nil {
		return floors, false, err
	}
	l1, err := n.viewFloor(ctx, r, floors)
	return floors, ordered && l1, err
}

// orderedFloors waits until consensus has passed the import: a block with a later time comes after every height that was
// voted on before it, and what was claimed before is ordered below its tip.
func (n *Node) orderedFloors(r signer.Restoration, floors map[signer.Stream]uint64) (bool, error) {
	c := n.parts.consensus.Status()
	passed := time.UnixMilli(int64(c.TimeMillis)).After(r.At.Add(clockSkew))
	if c.Syncing || !passed {
		return false, nil
	}
	floors[signer.Stream{Key: signer.KeyConsensus, Domain: consensus.GuardDomain, Scope: consensus.GuardScope(n.network.Name)}] =
		consensus.GuardPosition(c.Height + 2)
	now := max(uint64(n.clock.Now().UnixMilli()), c.TimeMillis)
	for _, p := range n.parts.rollups.wanted() {
		tip, err := n.parts.consensus.Tip(p.ID)
		if err != nil {
			return false, err
		}
		floors[signer.Stream{Key: signer.KeyBLS, Domain: mach.GuardDomain, Scope: p.ID}] = tip.Number + 1
		slots := p.Slots
		floors[signer.Stream{Key: signer.KeyConsensus, Domain: squad.Domain, Scope: p.ID}] =
			squad.GuardPosition(slots.SlotAt(now) + slots.SpanSlots)
		floors[signer.Stream{Key: signer.KeyConsensus, Domain: avs.GuardDomainInclusion, Scope: p.ID}] = slots.SlotAt(now) + slots.SpanSlots
		floors[signer.Stream{Key: signer.KeyConsensus, Domain: avs.GuardDomainPreconfirmation, Scope: p.ID}] =
			squad.GuardReceiptPosition(slots.SlotAt(now) + slots.SpanSlots)
		n.alertFloors(p, floors)
	}
	for _, f := range n.parts.followed {
		// What was claimed before was there before: at or below the head of the own node, which has to answer first.
		head := f.follower.Load().Status().Head
		if head == 0 {
			return false, nil
		}
		floors[signer.Stream{Key: signer.KeyBLS, Domain: mach.GuardDomain, Scope: f.rollup.ID}] = max(head, f.mach.Status().Certified) + 1
		n.alertFloors(f.rollup, floors)
	}
	// What can only be repeated, since the position says all that is in it: other epochs' alerts, reveals of the beacon, pleas
	// to be let out of jail.
	for _, s := range r.Waiting {
		switch s.Domain {
		case mach.GuardDomainAlert, avs.GuardDomainBeacon, avs.GuardDomainUnjail:
			floors[s] = 0
		}
	}
	return true, nil
}

// alertFloors raises nothing: an alert's sequence says all that is in it, so there is no other to be signed in its place.
// It makes the streams known, which may be new to the history.
func (n *Node) alertFloors(rollup avs.Rollup, floors map[signer.Stream]uint64) {
	set, err := n.parts.consensus.Current(avs.MachSet(rollup.Index))
	if err != nil {
		return // no epoch, no alerts
	}
	for epoch := set.Epoch(); epoch > 0 && epoch+1 >= set.Epoch(); epoch-- {
		floors[signer.Stream{Key: signer.KeyBLS, Domain: mach.GuardDomainAlert, Scope: avs.Alert{Rollup: rollup.ID, Epoch: epoch}.GuardScope()}] = 0
	}
}

// viewFloor waits for a finalised L1 block that is younger than the import: every view that was signed before it is of an
// older one.
func (n *Node) viewFloor(ctx context.Context, r signer.Restoration, floors map[signer.Stream]uint64) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, viewTimeout)
	defer cancel()
	head, err := n.parts.l1.Finalized(ctx)
	if err != nil {
		return false, err
	}
	if !time.Unix(int64(head.Time), 0).After(r.At.Add(clockSkew)) {
		return false, nil
	}
	cursor, ok, err := n.parts.watcher.Cursor()
	if err != nil || !ok {
		return false, errors.Join(err)
	}
	applied, _ := n.parts.consensus.L1()
	floors[signer.Stream{Key: signer.KeyBLS, Domain: mach.GuardDomainView}] = max(head.Number.Uint64(), cursor.Number, applied) + 1
	return true, nil
}
