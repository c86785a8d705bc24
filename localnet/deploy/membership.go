package deploy

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"

	allocation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
	delegation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/DelegationManager"
	strategies "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyManager"
	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
)

// ErrStake is the sentinel of stake that is not there to be taken out.
var ErrStake = errors.New("not enough stake")

// LeaveSets takes an operator out of sets; those that it is not in are left out. Its weight is gone with the next
// snapshot of each; its stake stays slashable for EigenLayer's deallocation delay.
func LeaveSets(ctx context.Context, b Backend, c *Contracts, operator *ecdsa.PrivateKey, sets ...avs.SetID) error {
	chain, err := connect(ctx, b)
	if err != nil {
		return err
	}
	manager, err := c.Addresses.contract(AllocationManager, allocation.AllocationManagerMetaData)
	if err != nil {
		return err
	}
	s, err := chain.sender(ctx, operator)
	if err != nil {
		return err
	}
	leave := allocation.IAllocationManagerTypesDeregisterParams{Operator: s.addr, Avs: c.Addresses[RestakedRollups]}
	for _, id := range sets {
		member, err := read[bool](ctx, b, manager, "isMemberOfOperatorSet", s.addr, allocation.OperatorSet{Avs: leave.Avs, Id: uint32(id)})
		if err != nil {
			return err
		}
		if member {
			leave.OperatorSetIds = append(leave.OperatorSetIds, uint32(id))
		}
	}
	if len(leave.OperatorSetIds) > 0 {
		if err := s.call(ctx, manager, "deregisterFromOperatorSets", leave); err != nil {
			return err
		}
	}
	return s.flush(ctx, s)
}

// staking is what moves a staker's stake of the asset LST.
type staking struct {
	*sender
	token, strategies, delegation contract
	strategy                      common.Address
}

func newStaking(ctx context.Context, b Backend, c *Contracts, staker *ecdsa.PrivateKey) (*staking, error) {
	chain, err := connect(ctx, b)
	if err != nil {
		return nil, err
	}
	k := &staking{strategy: c.Addresses[LSTStrategy]}
	if k.token, err = c.Addresses.contract(LST, testToken); err != nil {
		return nil, err
	}
	if k.strategies, err = c.Addresses.contract(StrategyManager, strategies.StrategyManagerMetaData); err != nil {
		return nil, err
	}
	if k.delegation, err = c.Addresses.contract(DelegationManager, delegation.DelegationManagerMetaData); err != nil {
		return nil, err
	}
	k.sender, err = chain.sender(ctx, staker)
	return k, err
}

// AddStake mints an amount of the asset LST and deposits it. What the staker has delegated to an operator counts for it
// with the next snapshots.
func AddStake(ctx context.Context, b Backend, c *Contracts, staker *ecdsa.PrivateKey, amount *big.Int) error {
	k, err := newStaking(ctx, b, c, staker)
	if err != nil {
		return err
	}
	if err := k.call(ctx, k.token, "mint", k.addr, amount); err != nil {
		return err
	}
	if err := k.call(ctx, k.token, "approve", k.strategies.at, amount); err != nil {
		return err
	}
	if err := k.call(ctx, k.strategies, "depositIntoStrategy", k.strategy, k.token.at, amount); err != nil {
		return err
	}
	return k.flush(ctx, k.sender)
}

// RemoveStake queues the withdrawal of an amount of the asset LST. It counts for the operator no more with the next
// snapshots, and stays slashable until EigenLayer's withdrawal delay is over: then CompleteWithdrawals pays it out.
func RemoveStake(ctx context.Context, b Backend, c *Contracts, staker *ecdsa.PrivateKey, amount *big.Int) error {
	k, err := newStaking(ctx, b, c, staker)
	if err != nil {
		return err
	}
	have, err := read[*big.Int](ctx, b, k.strategies, "stakerDepositShares", k.addr, k.strategy)
	if err != nil {
		return err
	}
	if have.Cmp(amount) < 0 {
		return fmt.Errorf("%w: staker %s has %s of it, in units of 1e-18, less than %s", ErrStake, k.addr, have, amount)
	}
	queue := []delegation.IDelegationManagerTypesQueuedWithdrawalParams{{Strategies: []common.Address{k.strategy}, DepositShares: []*big.Int{amount}}}
	if err := k.call(ctx, k.delegation, "queueWithdrawals", queue); err != nil {
		return err
	}
	return k.flush(ctx, k.sender)
}

// CompleteWithdrawals pays out a staker's withdrawals of the asset LST whose delay is over.
func CompleteWithdrawals(ctx context.Context, b Backend, c *Contracts, staker *ecdsa.PrivateKey) error {
	k, err := newStaking(ctx, b, c, staker)
	if err != nil {
		return err
	}
	queued, err := read[[]delegation.IDelegationManagerTypesWithdrawal](ctx, b, k.delegation, "getQueuedWithdrawals", k.addr)
	if err != nil {
		return err
	}
	delay, err := read[uint32](ctx, b, k.delegation, "minWithdrawalDelayBlocks")
	if err != nil {
		return err
	}
	head, err := b.BlockNumber(ctx)
	if err != nil {
		return fmt.Errorf("ask l1 for its head: %w", err)
	}
	for _, w := range queued {
		if head <= uint64(w.StartBlock)+uint64(delay) || len(w.Strategies) != 1 || w.Strategies[0] != k.strategy {
			continue
		}
		if err := k.call(ctx, k.delegation, "completeQueuedWithdrawal", w, []common.Address{k.token.at}, true); err != nil {
			return err
		}
	}
	return k.flush(ctx, k.sender)
}

// Stake is a staker's stake of the asset LST.
func Stake(ctx context.Context, b Backend, c *Contracts, staker common.Address) (*big.Int, error) {
	manager, err := c.Addresses.contract(StrategyManager, strategies.StrategyManagerMetaData)
	if err != nil {
		return nil, err
	}
	return read[*big.Int](ctx, b, manager, "stakerDepositShares", staker, c.Addresses[LSTStrategy])
}

// Weights are the members of the newest epoch of a set with their weights; none before the first.
func Weights(ctx context.Context, b Backend, c *Contracts, id avs.SetID) (map[common.Address]*big.Int, error) {
	table, err := c.Addresses.contract(StakeTable, tableMeta)
	if err != nil {
		return nil, err
	}
	epoch, err := read[uint64](ctx, b, table, "currentEpoch", uint32(id))
	if err != nil || epoch == 0 {
		return nil, err
	}
	members, err := read[[]bindings.Member](ctx, b, table, "members", uint32(id), epoch)
	if err != nil {
		return nil, err
	}
	out := make(map[common.Address]*big.Int, len(members))
	for _, m := range members {
		out[m.Operator] = m.Weight
	}
	return out, nil
}
