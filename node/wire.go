package node

import (
	"context"
	"reflect"
	"slices"
	"time"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/l1"
)

// Wire gives the parts their order of life. Data flows as in the picture of docs/architecture.md; the ports were joined
// when the parts were made (open.go), since each needs the ones below it:
//
//	rollup RPC ─▶ squad ─▶ gossip ─▶ members' squad ─▶ consensus ─▶ squad moves the head ─▶ mach ─▶ api
//	l1 ─▶ registry ─▶ views ─▶ consensus (operator sets)      registry ─▶ gossip, consensus (peers)
//	a followed rollup's nodes ─▶ follower ─▶ mach ─▶ api      follower, mach ─▶ breaker ─▶ gossip
//	certificates, alerts ─▶ checkpointer ─▶ l1
//	consensus (who is in the ordering set) ─▶ keeper ─▶ l1 (snapshots that are due)
//
// Parts start from the bottom up and stop from the top down: what serves others is there before they ask.
func (n *Node) Wire() {
	p := &n.parts
	n.group.Log = n.log
	n.group.Add("gossip", p.gossip.Start, func(context.Context) error { return p.gossip.Close() })
	n.group.Go("l1 views", p.views.Run)
	for _, f := range p.followed {
		n.group.Go("mach "+f.rollup.Name, f.mach.Run)
		n.group.Go("alerts "+f.rollup.Name, f.breaker.Run)
	}
	// Consensus starts after the services that listen to it and stops after them, last of all that speak.
	n.group.Add("consensus", func(context.Context) error { return p.consensus.Start() }, p.consensus.Stop)
	n.group.Go("consensus watch", n.watchConsensus)
	n.group.Go("signing restoration", n.watchRestoration)
	n.group.Go("rollups", p.rollups.Run)
	for _, f := range p.followed {
		n.group.Go("follow "+f.rollup.Name, f.run)
	}
	n.group.Go("l1 events", func(ctx context.Context) error { return p.watcher.Run(ctx, p.registry.Handle) })
	n.group.Go("l1 transactions", p.txs.Resume)
	n.group.Go("l1 snapshots", p.keeper.Run)
	n.group.Go("l1 checkpoints", p.checkpointer.Run)
	n.group.Go("membership", n.followMembership)
	n.group.Go("l1 view candidates", n.feedViews)
	n.group.Add("api", p.api.Start, p.api.Stop)
	c := newControl(n.home, n.Resume)
	n.group.Add("control", c.start, c.stop)
}

// watchConsensus ends the operator when consensus has ended by a fault.
func (n *Node) watchConsensus(ctx context.Context) error {
	select {
	case err := <-n.parts.consensus.Failed():
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// followMembership keeps the peers of gossip and of consensus: the operators that L1 has in the sets, and those in the
// sets in force, which are needed until the next sets have been handed over to, even if they have left on L1.
func (n *Node) followMembership(ctx context.Context) error {
	var before []l1.Operator
	for {
		changed, ordered := n.parts.registry.Changed(), n.parts.consensus.Changed()
		if operators := n.peers(); !reflect.DeepEqual(operators, before) {
			n.parts.gossip.SetMembers(gossipPeers(n.log, operators))
			n.parts.consensus.SetPeers(consensusPeers(operators, n.parts.self.ID))
			before = operators
		}
		timer := n.clock.NewTimer(leaverTime)
		select {
		case <-changed:
		case <-ordered:
		case <-timer.Chan(): // who left a while ago is let go
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
		timer.Stop()
	}
}

// leaverTime is for how long the members of a set that is over stay connected. Their signatures of its last blocks may
// still be on the way, and no certificate of those blocks may come about without them.
const leaverTime = time.Minute

// peers are the operators that may connect, ascending by address.
func (n *Node) peers() []l1.Operator {
	operators := n.parts.registry.Operators(n.network.Sets())
	known := map[avs.OperatorID]bool{}
	for _, o := range operators {
		known[o.ID] = true
	}
	for _, id := range n.network.Sets() {
		sets, err := n.parts.consensus.InForceLately(id, leaverTime)
		if err != nil {
			n.log.Warn("operator set not read: its members that left are not among the peers", "set", id, "err", err)
			continue
		}
		for _, set := range sets {
			for i := range set.Len() {
				member := set.Member(i).Operator
				if o, ok := n.parts.registry.Operator(member); ok && !known[member] {
					known[member] = true
					operators = append(operators, o)
				}
			}
		}
	}
	slices.SortFunc(operators, func(a, b l1.Operator) int { return a.ID.Cmp(b.ID) })
	return operators
}

// feedViews offers the L1 view of each finalised block whose number is a multiple of the network's interval, when a set
// has moved there.
func (n *Node) feedViews(ctx context.Context) error {
	ticker := n.clock.NewTicker(n.config.l1Poll())
	defer ticker.Stop()
	var fed uint64
	for {
		view, err := n.nextView(ctx, fed)
		if err != nil {
			n.log.Warn("l1 view not read, will try again", "err", err)
		}
		if view != nil {
			select {
			case n.parts.viewFeed <- *view:
				fed = view.Number
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		select {
		case <-ticker.Chan():
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// viewTimeout bounds the reading of one L1 header.
const viewTimeout = 10 * time.Second

// standstill is how many intervals a view may stay without a quorum before a later one takes its place: operators that
// have signed another reading of the number cannot sign it again.
const standstill = 3

// nextView is the view that consensus waits for; nil when no set has moved. Its number follows from what is in force and
// from L1 alone, not from when it is asked: the first multiple of the interval above the last view, at or after the
// earliest snapshot that is not in force yet.
func (n *Node) nextView(ctx context.Context, above uint64) (*avs.L1View, error) {
	cursor, ok, err := n.parts.watcher.Cursor()
	if err != nil || !ok {
		return nil, err
	}
	applied, _ := n.parts.consensus.L1()
	earliest, found := n.parts.registry.FirstSnapshot(n.network.Sets(), func(set *avs.OperatorSet) bool {
		now, err := n.parts.consensus.Current(set.ID())
		return err != nil || now.Epoch() < set.Epoch()
	})
	if !found {
		return nil, nil
	}
	interval := n.network.ViewBlocks
	number := (max(earliest, applied+1) + interval - 1) / interval * interval
	if number > cursor.Number {
		return nil, nil
	}
	number += (cursor.Number - number) / (standstill * interval) * standstill * interval
	if number <= above {
		return nil, nil
	}
	var moved []*avs.OperatorSet
	for _, set := range n.parts.registry.SetsAt(number, n.network.Sets()) {
		if now, err := n.parts.consensus.Current(set.ID()); err != nil || now.Epoch() < set.Epoch() {
			moved = append(moved, set)
		}
	}
	ctx, cancel := context.WithTimeout(ctx, viewTimeout)
	defer cancel()
	hash, err := n.parts.l1.HashAt(ctx, number)
	if err != nil {
		return nil, err
	}
	view := avs.L1View{Number: number, BlockHash: hash, Sets: moved}.Fitting()
	return &view, nil
}
