package node

import (
	"bytes"
	"context"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/l1"
)

// feedViews offers the L1 view that consensus waits for: of a finalised block whose number is a multiple of the network's
// interval.
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

const (
	// viewTimeout bounds the reading of one L1 header.
	viewTimeout = 10 * time.Second
	// viewAge is how many intervals the last view may be old before there is one that brings nothing but L1's randomness and
	// its newest block hash.
	viewAge = 3
	// standstill is how many intervals a view may stay without a quorum before a later one takes its place: operators that
	// have signed another reading of the number cannot sign it again.
	standstill = 3
)

// nextView is the view that consensus waits for; nil when there is none. Its number follows from what consensus has and from
// L1 alone, not from when it is asked. There is none while this operator catches up: it would sign what is new to a past
// that the others have left.
func (n *Node) nextView(ctx context.Context, above uint64) (*avs.L1View, error) {
	if n.parts.consensus.Syncing() {
		return nil, nil
	}
	cursor, ok, err := n.parts.watcher.Cursor()
	if err != nil || !ok {
		return nil, err
	}
	r := reading{l1: n.parts.registry, known: n.parts.consensus, sets: n.network.Sets(), interval: n.network.ViewBlocks}
	applied, _ := n.parts.consensus.L1()
	number, found := r.due(applied, cursor.Number)
	if !found || number <= above {
		return nil, nil
	}
	ctx, cancel := context.WithTimeout(ctx, viewTimeout)
	defer cancel()
	header, err := n.parts.l1.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return nil, err
	}
	view := r.view(number, header)
	if now, _ := n.parts.consensus.L1(); now != applied {
		return nil, nil // it was read from before and after another view
	}
	return &view, nil
}

// l1Reader is what an operator has read of L1 at finalised blocks.
type l1Reader interface {
	// SetsAt are the newest snapshots of some sets up to a block, ascending by id.
	SetsAt(block uint64, of []avs.SetID) []*avs.OperatorSet
}

// inputReader is an l1Reader that has read rollups and their inboxes too, each as of a block.
type inputReader interface {
	RollupsAt(block uint64) []avs.Rollup
	StoppedAt(block uint64) []avs.RollupID
	InboxesAt(block uint64) []avs.InboxHead
}

var _ inputReader = (*l1.Registry)(nil)

// known is what consensus has of it.
type known interface {
	Current(id avs.SetID) (*avs.OperatorSet, error)
	Rollups() []avs.Rollup
	Tip(rollup avs.RollupID) (avs.Tip, error)
	Inputs(rollup avs.RollupID) (avs.SequencingInputs, error)
}

// reading compares L1 at a block with what consensus has.
type reading struct {
	l1       l1Reader
	known    known
	sets     []avs.SetID // of the network's genesis
	interval uint64
}

// due is the number of the next view: the first multiple of the interval after the last view at which something is new to
// consensus, or that is viewAge intervals later.
func (r reading) due(applied, finalized uint64) (number uint64, found bool) {
	number = (applied/r.interval + 1) * r.interval
	for ; number < applied+viewAge*r.interval; number += r.interval {
		if number > finalized {
			return 0, false
		}
		if v := r.view(number, &types.Header{}); len(v.Sets)+len(v.Inputs.Rollups)+len(v.Inputs.Stopped)+len(v.Inputs.Inboxes) > 0 {
			break
		}
	}
	if number > finalized {
		return 0, false
	}
	return number + (finalized-number)/(standstill*r.interval)*standstill*r.interval, true
}

// view is what is new to consensus at a block.
func (r reading) view(number uint64, header *types.Header) avs.L1View {
	v := avs.L1View{Number: number, BlockHash: header.Hash(), Inputs: avs.L1Inputs{Randao: header.MixDigest}}
	inputs, _ := r.l1.(inputReader)
	active := r.known.Rollups()
	ids := slices.Clone(r.sets)
	for _, rollup := range active {
		ids = addSets(ids, rollup)
	}
	var coming []avs.Rollup
	if inputs != nil {
		stopped := inputs.StoppedAt(number)
		coming = r.coming(number, inputs.RollupsAt(number), stopped)
		for _, rollup := range coming {
			ids = addSets(ids, rollup)
		}
		v.Inputs.Rollups = coming
		v.Inputs.Stopped = r.stoppedOf(active, stopped)
		v.Inputs.Inboxes = r.grown(inputs.InboxesAt(number), append(slices.Clone(active), coming...))
	}
	v.Sets = r.moved(number, ids)
	fitting := v.Fitting()
	if len(fitting.Sets) < len(v.Sets) && len(coming) > 0 { // without their sets, new rollups wait for the next view
		r.l1 = setsOnly{r.l1}
		return r.view(number, header)
	}
	return fitting
}

// setsOnly hides the inputs of an l1Reader.
type setsOnly struct{ l1Reader }

// addSets adds the sets of a rollup that are not there.
func addSets(ids []avs.SetID, r avs.Rollup) []avs.SetID {
	for _, id := range []avs.SetID{avs.SquadSet(r.Index), avs.MachSet(r.Index), avs.VitalSet(r.Index)} {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// moved are the sets whose epoch is not in force, ascending by id.
func (r reading) moved(number uint64, ids []avs.SetID) []*avs.OperatorSet {
	var sets []*avs.OperatorSet
	for _, set := range r.l1.SetsAt(number, ids) {
		if now, err := r.known.Current(set.ID()); err != nil || now.Epoch() < set.Epoch() {
			sets = append(sets, set)
		}
	}
	return sets
}

// coming are the rollups that the network sequences from this view on, ascending by id: those with sets that enough of the
// network's operators are in.
func (r reading) coming(number uint64, registered []avs.Rollup, stopped []avs.RollupID) []avs.Rollup {
	var list []avs.Rollup
	for _, rollup := range registered {
		if _, err := r.known.Tip(rollup.ID); err == nil || slices.Contains(stopped, rollup.ID) || state.CheckRollup(rollup) != nil {
			continue
		}
		sets := r.l1.SetsAt(number, []avs.SetID{avs.OrderingSet, avs.SquadSet(rollup.Index), avs.MachSet(rollup.Index)})
		if len(sets) == 3 && state.Consented(sets[0], sets[1]) {
			list = append(list, rollup)
		}
	}
	slices.SortFunc(list, func(a, b avs.Rollup) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	return list
}

// stoppedOf are the rollups that L1 has stopped and consensus does not know of, ascending.
func (r reading) stoppedOf(active []avs.Rollup, stopped []avs.RollupID) []avs.RollupID {
	var list []avs.RollupID
	for _, rollup := range active { // ascending
		have, _ := r.known.Inputs(rollup.ID)
		if slices.Contains(stopped, rollup.ID) && !have.Stopping && !have.Stopped {
			list = append(list, rollup.ID)
		}
	}
	return list
}

// grown are the inboxes with messages that consensus does not know of, ascending by rollup.
func (r reading) grown(heads []avs.InboxHead, of []avs.Rollup) []avs.InboxHead {
	var list []avs.InboxHead
	for _, head := range heads {
		sequenced := slices.ContainsFunc(of, func(rollup avs.Rollup) bool { return rollup.ID == head.Rollup })
		have, _ := r.known.Inputs(head.Rollup) // none of a rollup that is coming
		if sequenced && !have.Stopped && head.Count > have.Inbox.Count {
			list = append(list, head)
		}
	}
	slices.SortFunc(list, func(a, b avs.InboxHead) int { return bytes.Compare(a.Rollup[:], b.Rollup[:]) })
	return list
}
