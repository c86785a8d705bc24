package localnet

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/node"
	"github.com/trident-network/trident/rollup"
)

// Sentinels of a rollup that cannot be made or stopped.
var (
	ErrRollupName = errors.New("name of the rollup cannot be used")
	ErrRollupSpec = errors.New("rollup cannot be made so")
	ErrNoRollup   = errors.New("no such rollup in this network")
)

// maxRollupsEver bounds the rollups of a local network over its life: operators allocate a share of their stake to the sets
// of each.
const maxRollupsEver = 16

// genesisHomes is how many operators get the genesis of a new rollup into their homes. The others pull it from them, as
// operators of a real network do; two, so that one may be down.
const genesisHomes = 2

var rollupNames = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)

// RollupSpec says which rollup to add to a running network. Zero values take defaults.
type RollupSpec struct {
	Name       string          `json:"name"`
	ChainID    uint64          `json:"chain_id"` // 0 takes the next free one
	GasLimit   uint64          `json:"gas_limit"`
	SlotMillis uint64          `json:"slot_millis"`
	Ranks      uint32          `json:"ranks"`
	Genesis    json.RawMessage `json:"genesis,omitempty"` // of geth's form; empty: the local accounts are funded
}

// RollupMade tells of a rollup that was added, and how long each step took from the beginning on.
type RollupMade struct {
	FileRollup
	RPC        map[string]string `json:"rpc"`        // by operator
	Registered time.Duration     `json:"registered"` // L1 has it, and the operators are in its sets
	Served     time.Duration     `json:"served"`     // all operators that run serve it
	Certified  time.Duration     `json:"certified"`  // of its first block; 0 if no known account has funds in its genesis
	Block      uint64            `json:"block"`
}

// registrantKey registers the rollups of a local network, and so may stop them.
func registrantKey() *ecdsa.PrivateKey { return deployerKey() }

// CreateRollup adds a rollup and returns when its first transaction is certified at all operators that run. One whose
// making was interrupted is gone on with when it is asked for again.
func (n *Network) CreateRollup(ctx context.Context, spec RollupSpec) (RollupMade, error) {
	ctx, done, err := n.enter(ctx)
	if err != nil {
		return RollupMade{}, err
	}
	defer done()
	if err := n.tryMove(); err != nil {
		return RollupMade{}, err
	}
	defer n.moving.Unlock()
	r, err := n.reserveRollup(spec)
	if err != nil {
		return RollupMade{}, err
	}
	made, err := n.completeRollup(ctx, r)
	if err != nil {
		return made, fmt.Errorf("make rollup %s: %w", r.Name, err)
	}
	return made, nil
}

// reserveRollup plans a rollup, so that its name, chain id and ports are its own from now on, and puts its genesis where
// operators find it.
func (n *Network) reserveRollup(spec RollupSpec) (planRollup, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, r := range n.plan.Rollups {
		if r.Name == spec.Name && r.State == rollupCreating {
			return r, nil
		}
	}
	r, genesis, err := n.plan.newRollup(spec)
	if err != nil {
		return r, err
	}
	ports := make([]int, len(n.plan.Operators))
	if err := freePorts(ports); err != nil {
		return r, err
	}
	homes := 0
	for i, o := range n.plan.Operators {
		o.RollupRPC[r.Name] = hostPort(ports[i])
		if n.runners[o.Name] == nil {
			continue // it has no home yet, or has left
		}
		home := filepath.Join(n.options.Dir, o.Home)
		if err := setRollupRPC(home, r.Name, hostPort(ports[i])); err != nil {
			return r, err
		}
		if homes++; homes <= genesisHomes {
			if _, err := node.SaveGenesis(home, genesis); err != nil {
				return r, err
			}
		}
	}
	n.plan.Rollups = append(n.plan.Rollups, r)
	return r, n.plan.save(n.options.Dir)
}

// setRollupRPC says in node.toml where the RPC of a rollup is to be served. The node reads it when the rollup comes.
func setRollupRPC(home, name, at string) error {
	config, err := node.LoadConfig(home)
	if err != nil {
		return err
	}
	if config.RollupRPC == nil {
		config.RollupRPC = map[string]string{}
	}
	config.RollupRPC[name] = at
	return config.Save(home)
}

// newRollup fills in what the spec leaves open.
func (p *plan) newRollup(spec RollupSpec) (planRollup, *core.Genesis, error) {
	r := planRollup{FileRollup: FileRollup{Name: spec.Name, ChainID: spec.ChainID, State: rollupCreating}}
	taken := func(same func(planRollup) bool) bool { return slices.ContainsFunc(p.Rollups, same) }
	switch {
	case !rollupNames.MatchString(spec.Name):
		return r, nil, fmt.Errorf("%w: %q; up to 32 of a to z, 0 to 9 and -, a letter first", ErrRollupName, spec.Name)
	case taken(func(o planRollup) bool { return o.Name == spec.Name }):
		return r, nil, fmt.Errorf("%w: %q is taken; see: trident rollup list", ErrRollupName, spec.Name)
	case len(p.Rollups) >= maxRollupsEver:
		return r, nil, fmt.Errorf("%w: a local network can have %d over its life, and this one has had them all", ErrRollupSpec, maxRollupsEver)
	}
	genesis, err := p.genesisOf(&r, spec)
	if err != nil {
		return r, nil, err
	}
	if taken(func(o planRollup) bool { return o.ChainID == r.ChainID }) {
		return r, nil, fmt.Errorf("%w: chain id %d is taken; leave out --chain-id for a free one", ErrRollupSpec, r.ChainID)
	}
	slots := avs.DefaultSlotParams(0)
	r.ID = avs.NewRollupID(p.ChainID, p.Contracts["RestakedRollups"], r.ChainID)
	r.Made = &madeRollup{GenesisHash: genesis.ToBlock().Hash(), GenesisTime: genesis.Timestamp, GasLimit: genesis.GasLimit,
		SlotMillis: spec.SlotMillis, Ranks: spec.Ranks}
	if r.Made.SlotMillis == 0 {
		r.Made.SlotMillis = slots.SlotMillis
	}
	if r.Made.Ranks == 0 {
		r.Made.Ranks = slots.Ranks
	}
	return r, genesis, nil
}

// genesisOf is the genesis that the spec brings, or one in which the local accounts are funded.
func (p *plan) genesisOf(r *planRollup, spec RollupSpec) (*core.Genesis, error) {
	if len(spec.Genesis) == 0 {
		if r.ChainID == 0 {
			r.ChainID = rollupChainID
			for _, o := range p.Rollups {
				r.ChainID = max(r.ChainID, o.ChainID+1)
			}
		}
		gas := spec.GasLimit
		if gas == 0 {
			gas = rollupGas
		}
		genesis, _ := localGenesis(r.ChainID, gas, time.Now())
		return genesis, nil
	}
	genesis, err := rollup.ParseGenesis(spec.Genesis)
	if err != nil {
		return nil, err
	}
	own := genesis.Config.ChainID.Uint64()
	switch {
	case spec.ChainID != 0 && spec.ChainID != own:
		return nil, fmt.Errorf("%w: the genesis has chain id %d, not %d", ErrRollupSpec, own, spec.ChainID)
	case spec.GasLimit != 0 && spec.GasLimit != genesis.GasLimit:
		return nil, fmt.Errorf("%w: the genesis has gas limit %d, not %d", ErrRollupSpec, genesis.GasLimit, spec.GasLimit)
	}
	r.ChainID = own
	return genesis, nil
}

// completeRollup does what is left of making a rollup: each step is left out where it is done already.
func (n *Network) completeRollup(ctx context.Context, r planRollup) (RollupMade, error) {
	began := time.Now()
	made := RollupMade{FileRollup: r.FileRollup}
	made.State = ""
	if err := n.registerRollup(ctx, &r); err != nil {
		return made, err
	}
	if err := joinSets(ctx, &resender{Client: n.chain.client}, n.contracts(), n.members(), r.sets()); err != nil {
		return made, fmt.Errorf("enter its operator sets: %w", err)
	}
	made.Registered = time.Since(began)
	if err := n.awaitRollup(ctx, r.ID, func(s node.StatusRollup) bool { return s.State == node.RollupRunning }); err != nil {
		return made, fmt.Errorf("wait until operators serve it: %w", err)
	}
	made.Served = time.Since(began)
	var err error
	if made.RPC, err = n.rollupRPCs(ctx, r); err != nil {
		return made, err
	}
	if made.Block, err = n.firstBlock(ctx, made.RPC); err != nil {
		return made, err
	}
	if made.Block != 0 {
		made.Certified = time.Since(began)
	}
	if err := n.setRollupState(r.Name, ""); err != nil {
		return made, err
	}
	return made, n.describe()
}

// registerRollup registers the rollup on L1 and writes its index down.
func (n *Network) registerRollup(ctx context.Context, r *planRollup) error {
	contracts := n.contracts()
	registered, err := deploy.RegisterRollup(ctx, &resender{Client: n.chain.client}, registrantKey(), contracts, r.registration(laterTerms(contracts)))
	if err != nil {
		return fmt.Errorf("register on l1: %w", err)
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	for i := range n.plan.Rollups {
		if own := &n.plan.Rollups[i]; own.Name == r.Name {
			own.Index, own.Made.Registered = registered.Index, true
			*r = *own
		}
	}
	return n.plan.save(n.options.Dir)
}

// members are the operators that are to serve a new rollup.
func (n *Network) members() []person {
	var out []person
	for _, o := range n.planned() {
		if o.State != "" {
			continue
		}
		if p, err := newPerson(&o); err == nil {
			out = append(out, p)
		}
	}
	return out
}

// awaitRollup waits until a rollup is at every operator that answers as it should be.
func (n *Network) awaitRollup(ctx context.Context, id common.Hash, good func(node.StatusRollup) bool) error {
	for {
		answered, fine := 0, 0
		for _, o := range n.Status(ctx).Operators {
			if o.Node == nil {
				continue
			}
			answered++
			if slices.ContainsFunc(o.Node.Rollups, func(s node.StatusRollup) bool { return s.ID == id && good(s) }) {
				fine++
			}
		}
		if answered > 0 && answered == fine {
			return nil
		}
		if err := sleep(ctx, handOverPoll); err != nil {
			return err
		}
	}
}

// rollupRPCs are the URLs of a rollup's RPC as the operators that answer tell them.
func (n *Network) rollupRPCs(ctx context.Context, r planRollup) (map[string]string, error) {
	out := map[string]string{}
	for _, o := range n.Status(ctx).Operators {
		if o.Node == nil {
			continue
		}
		for _, s := range o.Node.Rollups {
			if s.ID == r.ID && s.RPC != "" {
				out[o.Name] = s.RPC
			}
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w: no operator serves the RPC of %s", ErrNoRollup, r.Name)
	}
	return out, nil
}

// firstBlock sends a transaction and waits until it is certified at all operators; 0 if the account that sends it has
// nothing in the rollup's genesis.
func (n *Network) firstBlock(ctx context.Context, rpc map[string]string) (uint64, error) {
	var urls []string
	for _, url := range rpc {
		urls = append(urls, url)
	}
	key := accountKeys()[0]
	balance, err := balanceAt(ctx, urls[0], crypto.PubkeyToAddress(key.PublicKey))
	if err != nil || balance.Sign() == 0 {
		return 0, err
	}
	tiers, err := SendProbe(ctx, key, urls)
	return tiers.Block, err
}
