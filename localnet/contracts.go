package localnet

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/l1"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/localnet/devl1"
)

// deploy puts EigenLayer, our contracts, the rollup and the operators on the L1, and fills in what operators must know.
func (s *setup) deploy(ctx context.Context) error {
	client, owner := &resender{Client: s.chain.client}, deployerKey()
	s.backend = client
	if err := s.fund(ctx); err != nil {
		return err
	}
	first, err := client.BlockNumber(ctx)
	if err != nil {
		return fmt.Errorf("read l1 head: %w", err)
	}
	core, err := deploy.EigenLayer(ctx, client, owner, deploy.CoreOptions{Delays: localDelays()})
	if err != nil {
		return fmt.Errorf("deploy eigenlayer: %w", err)
	}
	terms := stakeTerms(core)
	contracts, err := deploy.Trident(ctx, client, owner, core, deploy.Options{Network: networkName,
		MetadataURI: "https://trident.invalid/local.json", EpochBlocks: epochBlocks, Ordering: terms})
	if err != nil {
		return fmt.Errorf("deploy trident: %w", err)
	}
	sets := []avs.SetID{avs.OrderingSet}
	for i := range s.network.Rollups {
		r := &s.network.Rollups[i]
		registered, err := deploy.RegisterRollup(ctx, client, owner, contracts, registration(s.network.Rollup(*r), terms))
		if err != nil {
			return fmt.Errorf("register rollup %s: %w", r.Name, err)
		}
		r.Index = registered.Index
		sets = append(sets, registered.Sets()...)
	}
	followed, err := s.followRollups(ctx, owner, contracts, terms)
	if err != nil {
		return err
	}
	sets = append(sets, followed...)
	if err := s.join(ctx, contracts, sets); err != nil {
		return err
	}
	if err := deploy.Snapshot(ctx, client, owner, contracts, sets...); err != nil {
		return fmt.Errorf("take snapshots: %w", err)
	}
	s.plan.Contracts = contracts.Addresses
	s.network.Contracts, s.network.L1Block = contracts.Addresses, first
	s.network.L1Genesis, err = s.finalise(ctx)
	return err
}

// registration is what L1 is told of a rollup that the network sequences.
func registration(r avs.Rollup, terms deploy.SetTerms) deploy.Rollup {
	return deploy.Rollup{Name: r.Name, ChainID: r.ChainID, GenesisHash: r.GenesisHash, GenesisTime: r.GenesisTime, Slots: r.Slots,
		GasLimit: r.GasLimit, MaxBodySize: r.MaxBodySize, ForceMillis: r.ForceMillis, Squad: terms, Mach: terms, Vital: terms}
}

// localDelays are EigenLayer's, in blocks. Stake that is taken out stays slashable for longer than an epoch counts it:
// until the next snapshot is taken, final, and in force.
func localDelays() *deploy.Delays {
	d := deploy.LocalDelays()
	d.Deallocation = 2 * (epochBlocks + viewBlocks)
	d.Withdrawal = d.Deallocation + 1
	return &d
}

// stakeTerms let both assets count alike.
func stakeTerms(core *deploy.Core) deploy.SetTerms {
	one := big.NewInt(1e18)
	return deploy.SetTerms{Strategies: core.Strategies(), Multipliers: []*big.Int{one, one}, MinimumStake: ether(1), Capacity: avs.MaxMembers}
}

// join lets every operator register with EigenLayer, get stake and enter all sets.
func (s *setup) join(ctx context.Context, contracts *deploy.Contracts, sets []avs.SetID) error {
	return joinSets(ctx, s.backend, contracts, s.people, sets)
}

// laterMagnitude is the share of an operator's stake for each set of rollups after the first, of 1e18. The first one's take a
// tenth each, as its ordering set does; with as much for all there would be room for three.
const laterMagnitude = 1e16

// firstSets are the ordering set and those of the first rollup.
func firstSets(id avs.SetID) bool { return id <= avs.VitalSet(0) }

// joinSets lets people enter sets, each with its share of their stake. What is done already is left out.
func joinSets(ctx context.Context, b deploy.Backend, contracts *deploy.Contracts, people []person, sets []avs.SetID) error {
	later := slices.DeleteFunc(slices.Clone(sets), firstSets)
	first := slices.DeleteFunc(slices.Clone(sets), func(id avs.SetID) bool { return !firstSets(id) })
	for _, part := range []struct {
		sets      []avs.SetID
		magnitude uint64
	}{{first, deploy.DefaultMagnitude}, {later, laterMagnitude}} {
		if len(part.sets) == 0 {
			continue
		}
		var joining []deploy.Operator
		for _, p := range people {
			o, err := p.joining(part.sets)
			if err != nil {
				return err
			}
			o.Magnitude = part.magnitude
			joining = append(joining, o)
		}
		if err := deploy.JoinOperators(ctx, b, contracts, joining...); err != nil {
			return fmt.Errorf("join operators: %w", err)
		}
	}
	return nil
}

// fund gives ether to the accounts on an external L1; the embedded one has them in its genesis. Development nodes such
// as anvil do that on request.
func (s *setup) fund(ctx context.Context) error {
	if s.chain.embedded != nil {
		return nil
	}
	for address, account := range fundedOnL1(s.people) {
		err := s.chain.client.Client.Client().CallContext(ctx, nil, "anvil_setBalance", address, (*hexutil.Big)(account.Balance))
		if err == nil {
			continue
		}
		have, balanceErr := s.chain.client.BalanceAt(ctx, address, nil)
		if balanceErr != nil {
			return fmt.Errorf("read balance of %s: %w", address, balanceErr)
		}
		if have.Cmp(ether(1)) < 0 {
			return fmt.Errorf("account %s has %s wei on the L1 and needs at least one ether, and the L1 does not know anvil_setBalance (%w); fund it and try again",
				address, have, err)
		}
	}
	return nil
}

// finalise waits until what was sent is final, and starts the embedded L1's clock.
func (s *setup) finalise(ctx context.Context) (l1.Block, error) {
	target, err := s.chain.client.BlockNumber(ctx)
	if err != nil {
		return l1.Block{}, fmt.Errorf("read l1 head: %w", err)
	}
	if s.chain.embedded != nil {
		if err := s.chain.embedded.Mine(int(devl1.DefaultFinalityDepth)); err != nil {
			return l1.Block{}, err
		}
		s.chain.embedded.Live()
	}
	return s.chain.awaitFinal(ctx, target)
}
