package node

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/rollup"
)

const (
	// joinAge is how old a network must be for a newcomer to ask for its state, and joinBlocks how many blocks of consensus it
	// must have: it replays what is less.
	joinAge    = 2 * time.Minute
	joinBlocks = 500
	// pivotBehind is how many blocks below the newest certificate the state is read: those above it are executed, which also
	// brings the transaction pool to the new head.
	pivotBehind = 2
	// lateSets is how many times the time between two views an ordering set may be over and still vouch for a newcomer's
	// beginning.
	lateSets = 8
)

// joinConsensus takes the state of consensus from other operators, if this one is new and the network is not.
func (n *Node) joinConsensus(ctx context.Context) error {
	c := n.parts.consensus
	c.ServeSnapshots(n.parts.gossip)
	if n.config.Replay || n.clock.Since(n.network.GenesisTime) < n.joinAge() {
		return nil
	}
	_, err := c.Restore(ctx, consensus.RestoreConfig{Network: n.parts.gossip, Trusted: n.orderingSets, Behind: n.joinBlocks()})
	return err
}

func (n *Node) joinAge() time.Duration {
	if n.network.Local {
		return joinAge / 10 // whoever tries this on one machine does not wait as long
	}
	return joinAge
}

func (n *Node) joinBlocks() uint64 {
	if n.network.Local {
		return joinBlocks / 50
	}
	return joinBlocks
}

// orderingSets are the ordering sets that L1 has had lately, the newest first.
func (n *Node) orderingSets() []*avs.OperatorSet {
	cursor, ok, err := n.parts.watcher.Cursor()
	if err != nil || !ok {
		return nil
	}
	var out []*avs.OperatorSet
	for i := range uint64(lateSets) {
		at := cursor.Number - min(cursor.Number, i*n.network.ViewBlocks)
		for _, set := range n.parts.registry.SetsAt(max(at, n.network.L1Genesis.Number), []avs.SetID{avs.OrderingSet}) {
			if len(out) == 0 || out[len(out)-1].Epoch() != set.Epoch() {
				out = append(out, set)
			}
		}
	}
	return out
}

func pivotProtocol(id avs.RollupID) string { return "state/pivot/" + avs.ShortID(id) }

// maxPivotRequest bounds a request for a certificate: an RLP number.
const maxPivotRequest = 16

// serveState gives newcomers what they need of a rollup: the state, and the certificate of a block that they may read it of.
func (n *Node) serveState(rp rollupParts, network avs.Network) {
	client, can := rp.driver.(stateSyncer)
	if !can {
		return
	}
	client.ServeState(network, rp.rollup.ID)
	network.Serve(pivotProtocol(rp.rollup.ID), maxPivotRequest, avs.MaxCertificateSize, func(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
		var behind uint64
		if err := rlp.DecodeBytes(request, &behind); err != nil {
			return nil, fmt.Errorf("decode request: %w", err)
		}
		newest, found, err := rp.mach.Latest(rp.rollup.ID)
		if err != nil || !found || newest.Claim.Number <= behind {
			return nil, errors.Join(err, errNoPivot)
		}
		c, found, err := rp.mach.ByNumber(rp.rollup.ID, newest.Claim.Number-behind)
		if err != nil || !found {
			return nil, errors.Join(err, errNoPivot)
		}
		return c.Encode(), nil
	})
}

var (
	errNoPivot = errors.New("no certificate of such a block")
	errAhead   = errors.New("consensus has not come that far here")
)

// syncExecution reads the execution state from other operators when the ordered log does not go back to this operator's
// head: consensus began with a snapshot, or the execution client has lost more than the log has.
func (n *Node) syncExecution(ctx context.Context, rp rollupParts, network avs.Network) error {
	id, log := rp.rollup.ID, n.log.With("rollup", rp.rollup.Name)
	for ctx.Err() == nil {
		head, err := rp.driver.Head(ctx)
		if err != nil {
			return err
		}
		tip, err := n.parts.consensus.Tip(id)
		if err != nil {
			return err
		}
		if tip.Number <= head.Number {
			return nil
		}
		if _, found, err := n.parts.consensus.Ordered(id, head.Number+1); err != nil || found {
			return err
		}
		client, can := rp.driver.(stateSyncer)
		if !can {
			return errNoStateSync
		}
		_, err = client.SyncState(ctx, rollup.StateSync{Rollup: id, Network: network, Clock: n.clock, Log: log,
			Pivot: func(ctx context.Context) (rollup.Pivot, error) { return n.pivot(ctx, rp.rollup, network) }})
		if err != nil && ctx.Err() == nil {
			log.Warn("read state: trying again", "err", err)
			if err := clock.Sleep(ctx, n.clock, time.Second); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// pivot is the highest block that an operator shows a certificate of, among those that consensus has ordered here.
func (n *Node) pivot(ctx context.Context, r avs.Rollup, network avs.Network) (best rollup.Pivot, err error) {
	tip, err := n.parts.consensus.Tip(r.ID)
	if err != nil {
		return best, err
	}
	request, err := rlp.EncodeToBytes(uint64(pivotBehind))
	if err != nil {
		return best, err
	}
	err = errNoPivot
	for _, peer := range network.Peers() {
		claim, askErr := n.askPivot(ctx, r, network, peer, request)
		switch {
		case askErr != nil:
			err = errors.Join(err, askErr)
		case claim.Number > tip.Number:
			err = errors.Join(err, errAhead)
		case claim.Number > best.Number:
			best = rollup.Pivot{Number: claim.Number, Hash: claim.BlockHash}
		}
	}
	if best.Number > 0 {
		return best, nil
	}
	return best, err
}

func (n *Node) askPivot(ctx context.Context, r avs.Rollup, network avs.Network, peer avs.OperatorID, request []byte) (avs.FinalityClaim, error) {
	reply, err := network.Request(ctx, peer, pivotProtocol(r.ID), request)
	if err != nil {
		return avs.FinalityClaim{}, err
	}
	c, err := avs.DecodeCertificate(reply)
	if err != nil {
		return c.Claim, err
	}
	set, known := n.parts.consensus.At(avs.MachSet(r.Index), c.Claim.Epoch)
	if !known || c.Claim.Rollup != r.ID {
		return c.Claim, fmt.Errorf("certificate of rollup %s, epoch %d: %w", c.Claim.Rollup, c.Claim.Epoch, consensus.ErrNoSet)
	}
	return c.Claim, c.Verify(n.network.Domain(), set)
}
