package deploy

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
)

// Defaults of Options and SetTerms.
const (
	DefaultEpochBlocks = 50
	DefaultGasLimit    = 30_000_000
	DefaultForceMillis = 30_000
)

// SetTerms are the terms of an operator set. The zero value counts both assets alike, wants no minimum, and has room for
// 256 operators.
type SetTerms struct {
	Strategies   []common.Address // ascending
	Multipliers  []*big.Int       // weight of a share of each, 1e18 = 1
	MinimumStake *big.Int
	Capacity     uint16
}

// Options of Trident's contracts.
type Options struct {
	Network         string // name in every signed digest
	MetadataURI     string
	EpochBlocks     uint64 // L1 blocks between two snapshots of a set
	Ordering        SetTerms
	RegistrationFee *big.Int // wei for registering a rollup; nil: free
	FeeRecipient    common.Address
	FirstNonce      *uint64 // see CoreOptions
}

// Contracts are a deployed network.
type Contracts struct {
	Addresses   Addresses // of EigenLayer too
	Network     string
	ChainID     uint64 // of the L1
	EpochBlocks uint64
	NextNonce   uint64 // of the owner, behind the last transaction of this deployment
}

// Domain is the EIP-712 domain of what the network's operators sign.
func (c *Contracts) Domain() avs.Domain {
	return avs.Domain{Network: c.Network, L1ChainID: c.ChainID, Contract: c.Addresses[RestakedRollups]}
}

// Trident deploys our contracts on a core. They have no owner: the key only pays.
func Trident(ctx context.Context, b Backend, owner *ecdsa.PrivateKey, core *Core, opt Options) (*Contracts, error) {
	if opt.Network == "" {
		return nil, fmt.Errorf("network name is missing: it separates the signatures of this network from all others")
	}
	c, err := connect(ctx, b)
	if err != nil {
		return nil, err
	}
	s, err := c.sender(ctx, owner)
	if err != nil {
		return nil, err
	}
	s.resume(opt.FirstNonce)
	if opt.EpochBlocks == 0 {
		opt.EpochBlocks = DefaultEpochBlocks
	}
	if opt.MetadataURI == "" {
		opt.MetadataURI = "https://trident.invalid/" + opt.Network + ".json"
	}
	out := &Contracts{Addresses: Addresses{}, Network: opt.Network, ChainID: c.id.Uint64(), EpochBlocks: opt.EpochBlocks}
	for name, at := range core.Addresses {
		out.Addresses[name] = at
	}
	if err := out.create(ctx, s, core, opt); err != nil {
		return nil, err
	}
	if err := s.flush(ctx, s); err != nil {
		return nil, err
	}
	out.NextNonce = s.nonce
	return out, Load(ctx, b, out.Addresses)
}

// create sends the seven creations. The registrar and the slasher refer to RestakedRollups, which comes after them.
func (c *Contracts) create(ctx context.Context, s *sender, core *Core, opt Options) error {
	manager := c.Addresses[AllocationManager]
	rollups := crypto.CreateAddress(s.addr, s.nonce+2)
	var err error
	if c.Addresses[OperatorRegistrar], err = s.create(ctx, OperatorRegistrar, registrarMeta, manager, rollups); err != nil {
		return err
	}
	if c.Addresses[Slasher], err = s.create(ctx, Slasher, slasherMeta, manager, rollups, c.Addresses[OperatorRegistrar]); err != nil {
		return err
	}
	config := bindings.RestakedRollupsConfig{
		Name: opt.Network, MetadataURI: opt.MetadataURI, AllocationManager: manager, Registrar: c.Addresses[OperatorRegistrar],
		Slasher: c.Addresses[Slasher], RegistrationFee: orZero(opt.RegistrationFee), FeeRecipient: opt.FeeRecipient,
	}
	if c.Addresses[RestakedRollups], err = s.create(ctx, RestakedRollups, rollupsMeta, config, opt.Ordering.params(core.Strategies())); err != nil {
		return err
	}
	if c.Addresses[StakeTable], err = s.create(ctx, StakeTable, tableMeta, manager, rollups, c.Addresses[OperatorRegistrar], opt.EpochBlocks); err != nil {
		return err
	}
	if c.Addresses[CertificateVerifier], err = s.create(ctx, CertificateVerifier, verifierMeta, rollups, c.Addresses[StakeTable]); err != nil {
		return err
	}
	if c.Addresses[Mach], err = s.create(ctx, Mach, machMeta, rollups, c.Addresses[StakeTable]); err != nil {
		return err
	}
	c.Addresses[Squad], err = s.create(ctx, Squad, squadMeta, rollups, c.Addresses[Mach])
	return err
}

// params fills in what the terms leave open.
func (t SetTerms) params(all []common.Address) bindings.SetParams {
	p := bindings.SetParams{Strategies: t.Strategies, Multipliers: t.Multipliers, MinimumStake: orZero(t.MinimumStake), Capacity: t.Capacity}
	if len(p.Strategies) == 0 {
		p.Strategies = all
	}
	for len(p.Multipliers) < len(p.Strategies) {
		p.Multipliers = append(p.Multipliers, big.NewInt(1e18))
	}
	if p.Capacity == 0 {
		p.Capacity = avs.MaxMembers
	}
	return p
}

func orZero(n *big.Int) *big.Int {
	if n == nil {
		return new(big.Int)
	}
	return n
}

// Rollup is what is registered about a rollup. Zero values take defaults, but for the name, the chain id and the genesis.
type Rollup struct {
	Name        string
	ChainID     uint64
	GenesisHash common.Hash
	Followed    bool           // it has a sequencer of its own: there is nothing to state from here to Outbox
	GenesisTime uint64         // timestamp of its genesis block, seconds; zero takes that of the slots, or else 1
	Slots       avs.SlotParams // they begin with GenesisTime
	GasLimit    uint64
	MaxBodySize uint32
	ForceMillis uint64
	Outbox      common.Address // on the rollup; zero: no withdrawals through Squad
	SlashWad    uint64         // share of its stake in the MACH set that a proven conflict costs; 1e18 = all, 0 = 10 %
	Level       *avs.Level     // least level of a certified claim; nil: executed, as every block that SQUAD orders is
	Fee         *big.Int
	Squad       SetTerms
	Mach        SetTerms
	Vital       SetTerms
}

// params are what the contract takes, with what is left open filled in.
func (r Rollup) params() bindings.RollupParams {
	p := bindings.RollupParams{Name: r.Name, ChainId: r.ChainID, GenesisHash: r.GenesisHash, SlashWad: r.SlashWad, MinimumLevel: uint8(avs.LevelExecution)}
	if r.Level != nil {
		p.MinimumLevel = uint8(*r.Level)
	}
	if r.Followed {
		return p
	}
	slots := r.Slots
	if slots == (avs.SlotParams{}) {
		slots = avs.DefaultSlotParams(0)
	}
	p.Sequenced, p.Outbox = true, r.Outbox
	p.GenesisTime = cmp.Or(r.GenesisTime, slots.GenesisMillis/1000, 1)
	p.SlotMillis, p.SpanSlots, p.WindowSpans = uint32(slots.SlotMillis), uint32(slots.SpanSlots), uint32(slots.WindowSpans)
	p.Ranks, p.StepMillis = uint8(slots.Ranks), uint32(slots.StepMillis)
	p.GasLimit, p.ForceMillis = cmp.Or(r.GasLimit, DefaultGasLimit), cmp.Or(r.ForceMillis, DefaultForceMillis)
	p.MaxBatchBytes = cmp.Or(r.MaxBodySize, avs.MaxBodySize)
	return p
}

// RegisteredRollup is a rollup on L1.
type RegisteredRollup struct {
	ID    avs.RollupID
	Index uint32
}

// Sets are the SQUAD, MACH and VITAL sets of the rollup.
func (r RegisteredRollup) Sets() []avs.SetID {
	return []avs.SetID{avs.SquadSet(r.Index), avs.MachSet(r.Index), avs.VitalSet(r.Index)}
}

// RegisterRollup registers a rollup, which creates its three operator sets. One that is registered already is returned.
func RegisterRollup(ctx context.Context, b Backend, payer *ecdsa.PrivateKey, c *Contracts, r Rollup) (RegisteredRollup, error) {
	id := avs.NewRollupID(c.ChainID, c.Addresses[RestakedRollups], r.ChainID)
	rollups, err := c.Addresses.contract(RestakedRollups, rollupsMeta)
	if err != nil {
		return RegisteredRollup{}, err
	}
	if found, err := read[bindings.Rollup](ctx, b, rollups, "rollup", id); err == nil {
		return RegisteredRollup{id, found.Index}, nil
	} else if !isRevert(err, "UnknownRollup") {
		return RegisteredRollup{}, err
	}
	chain, err := connect(ctx, b)
	if err != nil {
		return RegisteredRollup{}, err
	}
	s, err := chain.sender(ctx, payer)
	if err != nil {
		return RegisteredRollup{}, err
	}
	all := c.strategies()
	data, err := rollups.abi.Pack("registerRollup", r.params(), [3]bindings.SetParams{r.Squad.params(all), r.Mach.params(all), r.Vital.params(all)})
	if err != nil {
		return RegisteredRollup{}, fmt.Errorf("encode registration of rollup %q: %w", r.Name, err)
	}
	if err := s.pay(ctx, "register rollup "+r.Name, &rollups.at, data, callGas, orZero(r.Fee)); err != nil {
		return RegisteredRollup{}, err
	}
	if err := s.flush(ctx, s); err != nil {
		return RegisteredRollup{}, err
	}
	found, err := read[bindings.Rollup](ctx, b, rollups, "rollup", id)
	return RegisteredRollup{id, found.Index}, err
}

func (c *Contracts) strategies() []common.Address {
	return (&Core{Addresses: c.Addresses}).Strategies()
}
