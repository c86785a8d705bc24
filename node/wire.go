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
//	l1 ─▶ registry ─▶ views ─▶ consensus (operator sets, rollups, inboxes)      registry ─▶ gossip, consensus (peers)
//	guard ─▶ reveals ─▶ consensus (beacon)
//	a followed rollup's nodes ─▶ follower ─▶ mach ─▶ api      follower, mach ─▶ breaker ─▶ gossip
//	certificates, alerts ─▶ checkpointer ─▶ l1
//	consensus (who is in the ordering set) ─▶ keeper ─▶ l1 (snapshots that are due)
//
// Parts start from the bottom up and stop from the top down: what serves others is there before they ask.
func (n *Node) Wire() {
	p := &n.parts
	n.group.Log = n.log
	n.group.Add("gossip", p.gossip.Start, func(context.Context) error { return p.gossip.Close() })
	n.group.Add("state of consensus", n.joinConsensus, nil)
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
	n.group.Go("beacon reveals", n.revealBeacon)
	n.group.Add("api", p.api.Start, p.api.Stop)
	c := newControl(n.home, map[string]func(context.Context, string) error{
		"resume": func(_ context.Context, rollup string) error { return n.Resume(rollup) }, "unjail": n.Unjail})
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

// leaverTime is for how long the members of a set that is over stay connected. With the default parameters they lead for up
// to two minutes more, since plans are fixed a window ahead; then their signatures of its last blocks may still be on the
// way, and no certificate of those blocks may come about without them.
const leaverTime = 3 * time.Minute

// peers are the operators that may connect, ascending by address.
func (n *Node) peers() []l1.Operator {
	ids := n.sets(&n.parts)
	operators := n.parts.registry.Operators(ids)
	known := map[avs.OperatorID]bool{}
	for _, o := range operators {
		known[o.ID] = true
	}
	for _, id := range ids {
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
