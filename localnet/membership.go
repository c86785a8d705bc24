package localnet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/node"
)

// Sentinels of a change of membership or stake that cannot be made.
var (
	ErrMoving = errors.New("another operator is joining, leaving or moving stake")
	ErrTooFew = errors.New("too few operators would be left")
	ErrAmount = errors.New("amount cannot be moved")
)

// enter counts a call that Close waits for, and binds ctx to the life of the network.
func (n *Network) enter(ctx context.Context) (_ context.Context, leave func(), err error) {
	n.writing.Lock()
	defer n.writing.Unlock()
	if n.closed {
		return nil, nil, errStopping
	}
	n.tasks.Add(1)
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(n.life, cancel)
	return ctx, func() { stop(); cancel(); n.tasks.Done() }, nil
}

// goOn takes up what was begun before the network stopped.
func (n *Network) goOn() {
	for _, o := range n.planned() {
		var resume func(ctx context.Context) error
		switch o.State {
		case stateJoining:
			resume = func(ctx context.Context) error {
				n.moving.Lock()
				defer n.moving.Unlock()
				return n.completeJoin(ctx, o)
			}
		case stateLeaving:
			resume = func(ctx context.Context) error { return n.leave(ctx, o.Name, n.moving.Lock) }
		default:
			continue
		}
		n.tasks.Go(func() {
			if err := resume(n.life); err != nil && n.life.Err() == nil {
				n.options.Log.Error("what was begun before is not done: give the command again", "operator", o.Name, "state", o.State, "err", err)
			}
		})
	}
	n.goOnRollups()
}

// tryMove is moving.TryLock, with an error for people.
func (n *Network) tryMove() error {
	if !n.moving.TryLock() {
		return fmt.Errorf("%w; wait until that is done", ErrMoving)
	}
	return nil
}

// setState writes down where an operator stands.
func (n *Network) setState(name, state string) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	for i := range n.plan.Operators {
		if n.plan.Operators[i].Name == name {
			n.plan.Operators[i].State = state
		}
	}
	return n.plan.save(n.options.Dir)
}

// Join adds an operator and returns its name when it is registered on L1, runs, and has caught up. It becomes a member of
// the sets with their next snapshots. One whose joining was interrupted is gone on with before another is added.
func (n *Network) Join(ctx context.Context) (string, error) {
	ctx, done, err := n.enter(ctx)
	if err != nil {
		return "", err
	}
	defer done()
	if err := n.tryMove(); err != nil {
		return "", err
	}
	defer n.moving.Unlock()
	o, err := n.reserve()
	if err != nil {
		return "", err
	}
	if err := n.completeJoin(ctx, o); err != nil {
		return "", fmt.Errorf("join of %s: %w", o.Name, err)
	}
	return o.Name, nil
}

// reserve plans an operator, so that its keys and ports are its own from now on.
func (n *Network) reserve() (planOperator, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, o := range n.plan.Operators {
		if o.State == stateJoining {
			return o, nil
		}
	}
	if len(n.plan.Operators) >= maxOperators {
		return planOperator{}, fmt.Errorf("%w: a local network can have %d over its life, and this one has had them all", ErrOperators, maxOperators)
	}
	o, err := n.plan.joiner()
	if err != nil {
		return o, err
	}
	if _, err := newPerson(&o); err != nil { // fills in the address
		return o, err
	}
	o.State = stateJoining
	n.plan.Operators = append(n.plan.Operators, o)
	return o, n.plan.save(n.options.Dir)
}

// completeJoin does what is left of joining: each step is left out where it is done already.
func (n *Network) completeJoin(ctx context.Context, o planOperator) error {
	p, err := newPerson(&o)
	if err != nil {
		return err
	}
	text, err := n.network()
	if err != nil {
		return err
	}
	client := &resender{Client: n.chain.client}
	if err := deploy.Fund(ctx, client, treasuryKey(), n.allowance(), p.accounts()...); err != nil {
		return fmt.Errorf("fund accounts on l1: %w", err)
	}
	if err := joinSets(ctx, client, n.contracts(), []person{p}, n.sets()); err != nil {
		return fmt.Errorf("register on l1: %w", err)
	}
	// Its node asks L1 who it is, and the others let in only whom they have read of there: both see what is final.
	head, err := client.BlockNumber(ctx)
	if err != nil {
		return fmt.Errorf("read l1 head: %w", err)
	}
	if _, err := n.chain.awaitFinal(ctx, head); err != nil {
		return err
	}
	if err := makeHome(n.options, n.chain.rpc, p, text); err != nil {
		return fmt.Errorf("make home: %w", err)
	}
	if err := n.setState(o.Name, ""); err != nil {
		return err
	}
	if err := n.addRunner(o); err != nil {
		return err
	}
	s, err := n.seat(o.Name)
	if err != nil {
		return err
	}
	return n.launch(ctx, s)
}

// network is what all operators agree on, as every home has it.
func (n *Network) network() ([]byte, error) {
	return os.ReadFile(filepath.Join(n.options.Dir, n.planned()[0].Home, node.NetworkFile))
}

// sets are the operator sets that there are: ordering, and three of each rollup.
func (n *Network) sets() []avs.SetID {
	n.mu.Lock()
	defer n.mu.Unlock()
	sets := []avs.SetID{avs.OrderingSet}
	for _, r := range n.plan.Rollups {
		if r.registered() {
			sets = append(sets, r.sets()...)
		}
	}
	return sets
}

func (n *Network) contracts() *deploy.Contracts {
	n.mu.Lock()
	defer n.mu.Unlock()
	return &deploy.Contracts{Addresses: n.plan.Contracts, Network: n.plan.Network, ChainID: n.plan.ChainID, EpochBlocks: epochBlocks}
}

// allowance is the ether that an operator's accounts get. On an external L1 the treasury may have little.
func (n *Network) allowance() *big.Int {
	if n.chain.embedded == nil {
		return ether(1)
	}
	return ether(100)
}

// Leave takes an operator out of all sets on L1. It runs on until the others have taken over, and has ended when Leave
// returns. When ctx ends before, the network is left to be resumed, or Leave to be called again.
func (n *Network) Leave(ctx context.Context, name string) error {
	ctx, done, err := n.enter(ctx)
	if err != nil {
		return err
	}
	defer done()
	if err := n.tryMove(); err != nil {
		return err
	}
	if err := n.mayLeave(ctx, name); err != nil {
		n.moving.Unlock()
		return err
	}
	return n.leave(ctx, name, func() {})
}

// leave expects moving to be locked after lock, and unlocks it when L1 knows.
func (n *Network) leave(ctx context.Context, name string, lock func()) error {
	lock()
	err := n.deregister(ctx, name)
	n.moving.Unlock()
	if err != nil {
		return fmt.Errorf("leave of %s: %w", name, err)
	}
	o, err := n.seat(name)
	if err != nil {
		return err
	}
	if err := n.awaitHandOver(ctx, o); err != nil {
		return fmt.Errorf("wait until the others have taken over from %s: %w", name, err)
	}
	if err := n.setState(name, stateLeft); err != nil {
		return err
	}
	if err := o.runner.stop(ctx); err != nil {
		n.options.Log.Warn("operator was slow to stop", "operator", name, "err", err)
	}
	n.mu.Lock()
	delete(n.runners, name)
	n.mu.Unlock()
	return n.describe()
}

func (n *Network) deregister(ctx context.Context, name string) error {
	o, err := n.seat(name)
	if err != nil {
		return err
	}
	if err := n.setState(name, stateLeaving); err != nil {
		return err
	}
	p, err := newPerson(&o.planOperator)
	if err != nil {
		return err
	}
	return deploy.LeaveSets(ctx, &resender{Client: n.chain.client}, n.contracts(), p.keys.Operator, n.sets()...)
}

// mayLeave refuses to let an operator go without which the network would stand still: ordering needs more than two thirds
// of the weight of those that are left.
func (n *Network) mayLeave(ctx context.Context, name string) error {
	if _, err := n.seat(name); err != nil {
		return err
	}
	weights, err := deploy.Weights(ctx, n.chain.client, n.contracts(), avs.OrderingSet)
	if err != nil {
		return err
	}
	left, live, count := new(big.Int), new(big.Int), 0
	for _, o := range n.Status(ctx).Operators {
		if o.Name == name || o.State == stateLeaving || weights[o.Address] == nil {
			continue
		}
		count++
		left.Add(left, weights[o.Address])
		if o.Node != nil {
			live.Add(live, weights[o.Address])
		}
	}
	if count == 0 {
		return fmt.Errorf("%w: %s is the last member; let another join first: trident localnet join", ErrTooFew, name)
	}
	if new(big.Int).Mul(live, big.NewInt(3)).Cmp(new(big.Int).Mul(left, big.NewInt(2))) <= 0 {
		return fmt.Errorf("%w: without %s those that run would have %s of the stake, and ordering needs more than two thirds; restart the others first",
			ErrTooFew, name, share(live.String(), left.String()))
	}
	return nil
}

// handOverPoll is how often operators are asked whether they have taken over.
const handOverPoll = 200 * time.Millisecond

// validatorDelay is the heights that a validator votes on after the block that takes it out of the ordering set, and one
// more, in which its last vote stands.
const validatorDelay = 3

// awaitHandOver waits until nobody needs an operator any more: it is in no set in force, at any operator that answers; it
// has voted for the last height that it is a validator of; and all blocks that a set with it certifies are certified
// everywhere. One that has ended cannot be waited for.
func (n *Network) awaitHandOver(ctx context.Context, o seat) error {
	var out *node.Status // of the operator itself, when it was first out of all sets
	for o.runner.ended() == nil {
		all := n.Status(ctx).Operators
		for _, s := range all {
			if s.Name == o.Name && out == nil && s.Node != nil && isOut(s.Node) {
				out = s.Node
			}
		}
		if out != nil && takenOver(all, out) && n.othersLead(ctx, o) {
			return nil
		}
		if err := sleep(ctx, handOverPoll); err != nil {
			return err
		}
	}
	return nil
}

// othersLead says whether somebody else leads too in the windows of now and next. Plans are fixed a window ahead: where one
// was fixed while the operator that leaves was the only member, nobody could stand in for it.
func (n *Network) othersLead(ctx context.Context, leaver seat) bool {
	for _, o := range n.seats() {
		if o.Name == leaver.Name || o.runner.ended() != nil {
			continue
		}
		c, err := client.Dial(ctx, o.apiURL())
		if err != nil {
			continue // another one may answer
		}
		defer c.Close()
		return n.leadBesides(ctx, c, leaver.Address)
	}
	return true
}

func (n *Network) leadBesides(ctx context.Context, c *client.Client, leaver common.Address) bool {
	for _, r := range n.File().Rollups {
		schedule, err := c.SquadSchedule(ctx, r.Name, nil)
		if err != nil {
			continue // it is stopped, or not served there
		}
		for _, w := range schedule.Windows {
			if !slices.ContainsFunc(w.Seats, func(leader common.Address) bool { return leader != leaver }) {
				return false
			}
		}
	}
	return true
}

func isOut(s *node.Status) bool {
	for _, set := range s.Sets {
		if set.Weight != "0" {
			return false
		}
	}
	return len(s.Sets) > 0
}

// takenOver says whether every operator that answers is past what the one that left saw when it was out.
func takenOver(all []OperatorStatus, out *node.Status) bool {
	for _, s := range all {
		if s.Node == nil {
			continue
		}
		if s.Node.Consensus.Height < out.Consensus.Height+validatorDelay || len(s.Node.Sets) < len(out.Sets) || len(s.Node.Rollups) < len(out.Rollups) {
			return false
		}
		for i, set := range out.Sets {
			if s.Node.Sets[i].Epoch < set.Epoch {
				return false
			}
		}
		for i, r := range out.Rollups {
			if s.Node.Rollups[i].Certified < r.Ordered {
				return false
			}
		}
	}
	return true
}

// maxMove bounds an amount of stake, in whole units.
const maxMove = 1_000_000_000

// MoveStake delegates more of the asset LST to an operator, or takes some of it out, in whole units, and returns what is
// delegated then. It counts with the next snapshots; what is taken out stays slashable for EigenLayer's withdrawal delay,
// and is paid out with the first move after that.
func (n *Network) MoveStake(ctx context.Context, name string, amount int64) (*big.Int, error) {
	ctx, done, err := n.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	if amount == 0 || amount > maxMove || amount < -maxMove {
		return nil, fmt.Errorf("%w: %d; give a whole number of LST from 1 to %d with its sign, such as +500", ErrAmount, amount, maxMove)
	}
	if err := n.tryMove(); err != nil {
		return nil, err
	}
	defer n.moving.Unlock()
	o, err := n.seat(name)
	if err != nil {
		return nil, err
	}
	if o.State != "" {
		return nil, fmt.Errorf("%w: %s is %s", ErrAmount, name, o.State)
	}
	client, contracts, staker := &resender{Client: n.chain.client}, n.contracts(), stakerKey(o.Index)
	if err := deploy.CompleteWithdrawals(ctx, client, contracts, staker); err != nil {
		return nil, fmt.Errorf("pay out earlier withdrawals: %w", err)
	}
	have, err := deploy.Stake(ctx, client, contracts, crypto.PubkeyToAddress(staker.PublicKey))
	if err != nil {
		return nil, err
	}
	after := new(big.Int).Add(have, ether(amount))
	switch {
	case after.Sign() < 0:
		return nil, fmt.Errorf("%w: %s has %s LST, so %d cannot be taken out", ErrAmount, name, whole(have), -amount)
	case amount > 0:
		err = deploy.AddStake(ctx, client, contracts, staker, ether(amount))
	default:
		err = deploy.RemoveStake(ctx, client, contracts, staker, ether(-amount))
	}
	return after, err
}

// whole is an amount of an asset with 18 decimals in whole units.
func whole(amount *big.Int) string { return new(big.Int).Div(amount, ether(1)).String() }
