package deploy

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	directory "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AVSDirectory"
	allocation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
	"github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManagerView"
	delegation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/DelegationManager"
	"github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/EigenPod"
	podmanager "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/EigenPodManager"
	pauser "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/PauserRegistry"
	permission "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/PermissionController"
	rewards "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/RewardsCoordinator"
	"github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyBase"
	factory "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyFactory"
	strategies "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyManager"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// coreVersion is the release of EigenLayer whose bytecode is deployed; its contracts sign with it (EIP-712).
const coreVersion = "1.13.0"

// Delays are EigenLayer's waiting times, in L1 blocks. On mainnet they are days and weeks.
type Delays struct {
	Withdrawal    uint32 // from queueing a withdrawal to completing it; at least Deallocation, else stake can flee a slash
	Deallocation  uint32 // how long an operator that leaves stays slashable
	Configuration uint32 // until a change of an allocation delay or of a slasher takes effect

	// SlashResolution replaces the 50,400 blocks until slashed stake is burnt or redistributed. It is a constant of the
	// contract, so a value other than 0 changes the bytecode of StrategyManager in two places, and nothing else of it.
	SlashResolution uint16
}

// LocalDelays suit a local network.
func LocalDelays() Delays {
	return Delays{Withdrawal: 6, Deallocation: 5, Configuration: 2, SlashResolution: 2}
}

// CoreOptions of EigenLayer. The zero value has LocalDelays.
type CoreOptions struct {
	Delays *Delays
	// FirstNonce is the owner's nonce when the deployment first began: given after an interrupted run, the deployment goes
	// on behind what that run did. nil begins at the next nonce.
	FirstNonce *uint64
}

// Core is EigenLayer with two restakable assets.
type Core struct {
	Addresses Addresses
	Delays    Delays
	NextNonce uint64 // of the owner, behind the last transaction of this deployment
}

// Strategies are the two strategies in ascending order, as EigenLayer wants them everywhere.
func (core *Core) Strategies() []common.Address {
	s := []common.Address{core.Addresses[LSTStrategy], core.Addresses[ALTStrategy]}
	slices.SortFunc(s, common.Address.Cmp)
	return s
}

// depositContract is the beacon chain's; on a local L1 it has no code, and nothing that we use calls it.
var depositContract = common.HexToAddress("0x00000000219ab540356cBB839Cbe05303d7705Fa")

// kind is how a contract of the core is put on chain.
type kind int

const (
	plain   kind = iota
	proxied      // implementation, then a transparent proxy on it
	beacon       // implementation, then a beacon that points to it
)

// part is one contract of the core, in order of creation.
type part struct {
	name string
	kind kind
	meta *bind.MetaData
	args []any // of the constructor
	init []any // of initialize, through the proxy; nil: it has none
}

// EigenLayer deploys the core. The owner pays, and becomes owner, pauser, and admin of every proxy.
func EigenLayer(ctx context.Context, b Backend, owner *ecdsa.PrivateKey, opt CoreOptions) (*Core, error) {
	c, err := connect(ctx, b)
	if err != nil {
		return nil, err
	}
	s, err := c.sender(ctx, owner)
	if err != nil {
		return nil, err
	}
	s.resume(opt.FirstNonce)
	d := LocalDelays()
	if opt.Delays != nil {
		d = *opt.Delays
	}
	if d.Withdrawal < d.Deallocation {
		return nil, fmt.Errorf("withdrawal delay %d is below deallocation delay %d: stake could leave before it can be slashed", d.Withdrawal, d.Deallocation)
	}
	core := &Core{Delays: d, Addresses: Addresses{}}
	parts, err := coreParts(predict(s.addr, s.nonce), s.addr, d)
	if err != nil {
		return nil, err
	}
	for _, p := range parts {
		if core.Addresses[p.name], err = s.createPart(ctx, p); err != nil {
			return nil, err
		}
	}
	if err := core.assets(ctx, s); err != nil {
		return nil, err
	}
	delete(core.Addresses, allocationManagerView)
	core.NextNonce = s.nonce
	return core, Load(ctx, b, core.Addresses)
}

// resume sets the sender back to where an interrupted run began.
func (s *sender) resume(first *uint64) {
	if first != nil {
		s.nonce = *first
		s.known = max(s.known, *first)
	}
}

// order is the order of creation; the address of everything follows from it.
var order = []struct {
	name string
	kind kind
}{
	{PauserRegistry, plain}, {EigenPodBeacon, beacon}, {StrategyBeacon, beacon}, {PermissionController, proxied},
	{allocationManagerView, plain}, {AllocationManager, proxied}, {DelegationManager, proxied}, {StrategyManager, proxied},
	{EigenPodManager, proxied}, {AVSDirectory, proxied}, {RewardsCoordinator, proxied}, {StrategyFactory, proxied},
}

// predict computes the address that others will use for each contract: of the proxy or beacon where there is one.
func predict(owner common.Address, nonce uint64) Addresses {
	at := Addresses{}
	for _, o := range order {
		if o.kind != plain {
			nonce++ // the implementation comes first
		}
		at[o.name] = crypto.CreateAddress(owner, nonce)
		nonce++
	}
	return at
}

func coreParts(at Addresses, owner common.Address, d Delays) ([]part, error) {
	strategyManager, err := patchedStrategyManager(d.SlashResolution)
	if err != nil {
		return nil, err
	}
	var (
		none     common.Address
		unpaused = new(big.Int)
		registry = at[PauserRegistry]
		roles    = at[PermissionController]
		am, dm   = at[AllocationManager], at[DelegationManager]
		sm, pods = at[StrategyManager], at[EigenPodManager]
	)
	built := map[string]part{
		PauserRegistry:       {meta: pauser.PauserRegistryMetaData, args: []any{[]common.Address{owner}, owner}},
		EigenPodBeacon:       {meta: EigenPod.EigenPodMetaData, args: []any{depositContract, pods}},
		StrategyBeacon:       {meta: StrategyBase.StrategyBaseMetaData, args: []any{sm, registry}},
		PermissionController: {meta: permission.PermissionControllerMetaData},
		// The EIGEN strategy is left out (zero): it only matters to sets that redistribute EIGEN.
		allocationManagerView: {meta: AllocationManagerView.AllocationManagerViewMetaData, args: []any{dm, none, d.Deallocation, d.Configuration}},
		AllocationManager: {meta: allocation.AllocationManagerMetaData, init: []any{unpaused},
			args: []any{at[allocationManagerView], dm, none, registry, roles, d.Deallocation, d.Configuration}},
		DelegationManager: {meta: delegation.DelegationManagerMetaData, init: []any{unpaused},
			args: []any{sm, pods, am, registry, roles, d.Withdrawal, coreVersion}},
		// The factory whitelists the strategies it creates, so it is the whitelister.
		StrategyManager: {meta: strategyManager, init: []any{owner, at[StrategyFactory], unpaused}, args: []any{am, dm, registry, coreVersion}},
		EigenPodManager: {meta: podmanager.EigenPodManagerMetaData, init: []any{owner, unpaused},
			args: []any{depositContract, at[EigenPodBeacon], dm, registry}},
		AVSDirectory:       {meta: directory.AVSDirectoryMetaData, init: []any{owner, unpaused}, args: []any{dm, registry, coreVersion}},
		RewardsCoordinator: rewardsPart(at, owner),
		// No duration vaults, no EIGEN, no bEIGEN.
		StrategyFactory: {meta: factory.StrategyFactoryMetaData, init: []any{owner, unpaused}, args: []any{sm, registry, at[StrategyBeacon], none, none, none}},
	}
	parts := make([]part, len(order))
	for i, o := range order {
		parts[i] = built[o.name]
		parts[i].name, parts[i].kind = o.name, o.kind
	}
	return parts, nil
}

func rewardsPart(at Addresses, owner common.Address) part {
	const day = 86_400 // the contract accepts whole days only
	return part{
		meta: rewards.RewardsCoordinatorMetaData,
		args: []any{rewards.IRewardsCoordinatorTypesRewardsCoordinatorConstructorParams{
			DelegationManager: at[DelegationManager], StrategyManager: at[StrategyManager], AllocationManager: at[AllocationManager],
			PauserRegistry: at[PauserRegistry], PermissionController: at[PermissionController],
			CALCULATIONINTERVALSECONDS: day, MAXREWARDSDURATION: 70 * day, MAXRETROACTIVELENGTH: 84 * day, MAXFUTURELENGTH: 30 * day,
		}},
		// The owner submits the roots, which are active at once; operators keep 10 %.
		init: []any{owner, new(big.Int), owner, uint32(0), uint16(1000), owner},
	}
}

// patchedStrategyManager puts another SLASH_RESOLUTION_DELAY_BLOCKS in place of the constant, unless blocks is 0.
func patchedStrategyManager(blocks uint16) (*bind.MetaData, error) {
	meta := strategies.StrategyManagerMetaData
	if blocks == 0 {
		return meta, nil
	}
	const constant, places = "61c4e0", 2 // PUSH2 50400, in the getter and where a slash is recorded
	if n := strings.Count(meta.Bin, constant); n != places {
		return nil, fmt.Errorf("patch StrategyManager: its delay stands in %d places, %d expected: set SlashResolution to 0", n, places)
	}
	return &bind.MetaData{ABI: meta.ABI, Bin: strings.ReplaceAll(meta.Bin, constant, fmt.Sprintf("61%04x", blocks))}, nil
}

// createPart creates the contract and what stands in front of it, and returns the address for others.
func (s *sender) createPart(ctx context.Context, p part) (common.Address, error) {
	at, err := s.create(ctx, p.name, p.meta, p.args...)
	if err != nil || p.kind == plain {
		return at, err
	}
	if p.kind == beacon {
		return s.create(ctx, p.name+" beacon", localBeacon, at, s.addr)
	}
	data := []byte{}
	if p.init != nil {
		parsed, err := p.meta.GetAbi()
		if err != nil {
			return at, fmt.Errorf("read abi of %s: %w", p.name, err)
		}
		if data, err = parsed.Pack("initialize", p.init...); err != nil {
			return at, fmt.Errorf("encode initialize of %s: %w", p.name, err)
		}
	}
	return s.create(ctx, p.name+" proxy", localProxy, at, s.addr, data)
}

// assets creates the two tokens and their strategies, and waits for the whole deployment.
func (core *Core) assets(ctx context.Context, s *sender) error {
	strategyFactory, err := core.Addresses.contract(StrategyFactory, factory.StrategyFactoryMetaData)
	if err != nil {
		return err
	}
	tokens := []struct{ name, title, strategy string }{
		{LST, "Local Liquid Staking Token", LSTStrategy}, {ALT, "Local ALT", ALTStrategy},
	}
	for _, t := range tokens {
		if core.Addresses[t.name], err = s.create(ctx, t.name, testToken, t.title, t.name); err != nil {
			return err
		}
		if err := s.call(ctx, strategyFactory, "deployNewStrategy", core.Addresses[t.name]); err != nil {
			return err
		}
	}
	if err := s.flush(ctx, s); err != nil {
		return err
	}
	for _, t := range tokens {
		at, err := read[common.Address](ctx, s, strategyFactory, "deployedStrategies", core.Addresses[t.name])
		if err != nil {
			return err
		}
		if at == (common.Address{}) {
			return fmt.Errorf("strategy of %s: %w", t.name, errNoStrategy)
		}
		core.Addresses[t.strategy] = at
	}
	return nil
}

var errNoStrategy = errors.New("the factory has none")
