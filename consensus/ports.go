package consensus

import (
	"context"
	"errors"
	"fmt"

	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/cometbft/cometbft/mempool"
	"github.com/cometbft/cometbft/node"
	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
)

var (
	_ avs.Submitter     = (*Node)(nil)
	_ avs.OrderedLog    = (*Node)(nil)
	_ avs.OperatorSets  = (*Node)(nil)
	_ avs.EpochSchedule = (*Node)(nil)
	_ avs.HandOffs      = (*Node)(nil)
	_ avs.Sequencing    = (*Node)(nil)
)

// Sentinels of Submit.
var (
	ErrNotRunning = errors.New("consensus is not running")
	ErrRefused    = errors.New("the mempool refused the transaction")
)

// Submit puts a transaction into the mempool, from which it is gossiped and proposed. One that the mempool knows already
// is no error, nor is one that applies only after another or a little later. The answer comes at once; ctx is looked at
// only before.
func (n *Node) Submit(ctx context.Context, tx avs.Tx) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("submit transaction: %w", err)
	}
	comet := n.running()
	if comet == nil {
		return fmt.Errorf("submit transaction: %w", ErrNotRunning)
	}
	var res *abci.ResponseCheckTx // the application is in process: the answer is there when CheckTx returns
	err := comet.Mempool().CheckTx(tx.Encode(), func(r *abci.ResponseCheckTx) { res = r }, mempool.TxInfo{})
	switch {
	case errors.Is(err, mempool.ErrTxInCache):
		return nil
	case err != nil:
		return fmt.Errorf("submit transaction: %w: %w", ErrRefused, err)
	case res != nil && res.Code == codeVoid:
		return fmt.Errorf("submit transaction: %w: %w: %s", ErrRefused, state.ErrVoid, res.Log)
	case res != nil && res.Code != codeOK:
		return fmt.Errorf("submit transaction: %w: %s", ErrRefused, res.Log)
	}
	return nil
}

func (n *Node) running() *node.Node { return n.comet.Load() }

// Tip is the newest ordered batch of a rollup; the rollup's genesis before any.
func (n *Node) Tip(rollup avs.RollupID) (avs.Tip, error) {
	tip, ok := n.app.last().State.Tip(rollup)
	if !ok {
		return avs.Tip{}, fmt.Errorf("tip of rollup %s: it is not known to consensus", rollup)
	}
	return tip, nil
}

// Ordered is the batch at a rollup block number; false if none was ordered yet.
func (n *Node) Ordered(rollup avs.RollupID, number uint64) (avs.OrderedBatch, bool, error) {
	return n.records.batch(rollup, number)
}

// Changed returns a channel that is closed at the next change: of log, operator sets, rollups, what they take from L1,
// inclusion lists, jail, and with one of these of plans.
func (n *Node) Changed() <-chan struct{} { return n.app.changes() }

// Current is the operator set in force.
func (n *Node) Current(id avs.SetID) (*avs.OperatorSet, error) {
	if set := n.app.last().State.Set(id); set != nil {
		return set, nil
	}
	return nil, fmt.Errorf("operator set %d in force: %w", id, ErrNoSet)
}

// At is the operator set of an epoch; false if consensus has not seen it.
func (n *Node) At(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	set, err := n.records.set(id, epoch)
	return set, err == nil
}

// L1 is the L1 block of the last view that was ordered.
func (n *Node) L1() (number uint64, hash common.Hash) { return n.app.last().State.L1() }

// Rollups are the rollups that consensus orders, ascending by id; views bring new ones, and stop them.
func (n *Node) Rollups() []avs.Rollup { return n.app.last().State.Rollups() }

// Stopped are the rollups that consensus ordered and does no more, ascending by id.
func (n *Node) Stopped() []avs.Rollup { return n.app.last().State.Stopped() }

// OperatorAt is who had a consensus address among the validators at a height; false if nobody.
func (n *Node) OperatorAt(height uint64, address common.Address) (avs.OperatorID, bool) {
	set, err := n.records.validatorsAt(height)
	if err != nil {
		return avs.OperatorID{}, false
	}
	i := set.IndexOfConsensus(address)
	if i < 0 {
		return avs.OperatorID{}, false
	}
	return set.Member(i).Operator, true
}

// SetPeers replaces the operators to stay connected with, id@host:port each. Connections to others stay until they
// break, but no new one is accepted.
func (n *Node) SetPeers(peers []string) { n.dialer.set(peers) }

// Status is where consensus stands.
type Status struct {
	Height     uint64
	TimeMillis uint64 // block time
	Proposer   avs.OperatorID
	Validators []Validator
	Peers      []string // node ids connected now
	Mempool    int      // transactions waiting
	Syncing    bool     // catching up with the others
}

// Validator is one member of the ordering set with its voting power.
type Validator struct {
	Operator avs.OperatorID
	Address  common.Address // of the consensus key
	Power    int64
}

// Syncing reports whether this operator is catching up with the others, so that what it knows is of the past.
func (n *Node) Syncing() bool {
	comet := n.running()
	return comet == nil || comet.ConsensusReactor().WaitSync()
}

// Status tells where consensus stands now.
func (n *Node) Status() Status {
	last := n.app.last()
	s := Status{Height: last.Height, TimeMillis: last.TimeMillis, Peers: n.dialer.ids()}
	s.Proposer, _ = n.OperatorAt(last.Height, last.Proposer)
	set, err := n.records.validatorsAt(last.Height + 1)
	if err == nil {
		powers := set.VotingPowers()
		for i := range powers {
			s.Validators = append(s.Validators, Validator{set.Member(i).Operator, set.ConsensusAddress(i), powers[i]})
		}
	}
	if comet := n.running(); comet != nil {
		s.Mempool, s.Syncing = comet.Mempool().Size(), comet.ConsensusReactor().WaitSync()
	}
	return s
}
