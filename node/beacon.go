package node

import (
	"context"
	"time"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/signer"
)

const (
	// revealPoll is how often an operator looks whether its reveal is due, and gives it again until it is ordered.
	revealPoll = time.Second
	// revealDelay is how long after a round has begun the first may reveal: consensus time is behind the clock when nothing is
	// ordered, and what comes too early keeps it making blocks. In short rounds it is less.
	revealDelay = 2000 // ms
)

// revealBeacon gives this operator's reveal once in each round of the beacon, while it is in the ordering set. Reveals are
// spread over the first half of the round, so that they do not all want the same block; the second half is for those that
// were late.
func (n *Node) revealBeacon(ctx context.Context) error {
	ticker := n.clock.NewTicker(revealPoll)
	defer ticker.Stop()
	for {
		if err := n.reveal(ctx); err != nil && ctx.Err() == nil {
			n.log.Warn("beacon round not revealed, will try again", "err", err)
		}
		select {
		case <-ticker.Chan():
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// reveal gives the reveal of the open round if it is due.
func (n *Node) reveal(ctx context.Context) error {
	ordering, err := n.parts.consensus.Current(avs.OrderingSet)
	if err != nil {
		return err
	}
	member := ordering.Index(n.parts.self.ID)
	if member < 0 || ordering.Key(member) != n.parts.guard.BLSPublicKey() {
		return nil
	}
	b := n.parts.consensus.Beacon()
	if !revealDue(b, n.parts.self.ID, member, ordering.Len(), uint64(n.clock.Now().UnixMilli())) {
		return nil
	}
	// Once signed, the guard gives the same signature again.
	sig, err := n.parts.guard.BLS(ctx, signer.Statement{
		Domain: avs.GuardDomainBeacon, Position: b.Round, Digest: avs.RevealDigest(n.network.Domain(), b.Round),
	})
	if err != nil {
		return err
	}
	r := avs.Reveal{Round: b.Round, Epoch: ordering.Epoch(), Member: uint16(member), Signature: sig.Bytes()}
	if err := n.parts.consensus.Submit(ctx, avs.Tx{Reveal: &r}); err != nil {
		n.log.Debug("reveal not submitted, will try again", "round", b.Round, "err", err)
	}
	return nil
}

// revealDue says whether it is a member's turn in the open round, and nothing of it was ordered.
func revealDue(b state.Beacon, self avs.OperatorID, member, members int, nowMillis uint64) bool {
	for _, o := range b.Revealed {
		if o == self {
			return false
		}
	}
	delay := min(revealDelay, b.Millis/8)
	return nowMillis >= b.Start+delay+uint64(member)*(b.Millis/2-delay)/uint64(members)
}
