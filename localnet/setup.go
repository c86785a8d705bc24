package localnet

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/libp2p/go-libp2p/core/peer"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/keys"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/node"
	"github.com/trident-network/trident/rollup"
)

// What a local network is made of.
const (
	networkName   = "trident-localnet"
	rollupName    = "demo"
	rollupChainID = 424242
	rollupGas     = 120_000_000
	accounts      = 16 // funded on the L1 and on the rollup
	epochBlocks   = 20 // L1 blocks between snapshots of a set
	viewBlocks    = 10 // L1 blocks between views
	password      = "local"

	checkpointBlocks = 100 // of a rollup between its checkpoints on L1
)

// The folders of a network's directory, and the file that its supervisor locks.
const (
	l1Dir        = "l1"
	operatorsDir = "operators"
	dirLock      = "LOCK"
)

// ether is n whole units of an asset with 18 decimals.
func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }

// accountKeys are the accounts for people and programs that try the network out.
func accountKeys() []*ecdsa.PrivateKey {
	out := make([]*ecdsa.PrivateKey, accounts)
	for i := range out {
		out[i] = keys.LocalAccount(keys.LocalSeed, "account", i)
	}
	return out
}

func deployerKey() *ecdsa.PrivateKey { return keys.LocalAccount(keys.LocalSeed, "deployer", 0) }

// treasuryKey pays for what operators that join later need on L1. It is apart from the deployer, which settles blocks.
func treasuryKey() *ecdsa.PrivateKey { return keys.LocalAccount(keys.LocalSeed, "treasury", 0) }

// stakerKey delegates to operator i.
func stakerKey(i int) *ecdsa.PrivateKey { return keys.LocalAccount(keys.LocalSeed, "staker", i) }

// prepare opens the L1 of a directory and, the first time, makes the network on it.
func prepare(ctx context.Context, o Options) (*plan, *chain, error) {
	p, found, err := loadPlan(o.Dir)
	if err != nil {
		return nil, nil, err
	}
	if found {
		return resume(ctx, o, p)
	}
	return setUp(ctx, o)
}

func resume(ctx context.Context, o Options, p *plan) (*plan, *chain, error) {
	if err := p.matches(o); err != nil {
		return nil, nil, err
	}
	if err := awaitPorts(ctx, p.running()); err != nil {
		return nil, nil, err
	}
	o = p.resumed(o)
	if _, err := os.Stat(filepath.Join(o.Dir, l1Dir)); o.L1URL == "" && err != nil {
		return nil, nil, fmt.Errorf("open the L1 of %s: %w; without it the directory is of no use: remove it, or choose another --dir", o.Dir, err)
	}
	c, err := openChain(ctx, o, o.L1Port, p.ChainID, nil, false)
	if err != nil {
		return nil, nil, err
	}
	if err := deploy.Load(ctx, c.client, p.Contracts); err != nil {
		return nil, nil, errors.Join(fmt.Errorf("%w; give the right --l1, or choose another --dir", err), c.close())
	}
	return p, c, nil
}

// setUp makes a network in an empty directory. What an interrupted set-up left is removed first: nothing in it was ever
// used. On an external L1 the contracts that it deployed stay, and the new set-up goes on behind them.
func setUp(ctx context.Context, o Options) (_ *plan, _ *chain, err error) {
	o = o.orDefaults()
	if err := o.Check(); err != nil {
		return nil, nil, err
	}
	if err := clearUnfinished(o.Dir); err != nil {
		return nil, nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, clearUnfinished(o.Dir))
		}
	}()
	operators, err := planOperators(o)
	if err != nil {
		return nil, nil, err
	}
	if err := checkPorts(operators); err != nil {
		return nil, nil, err
	}
	people, err := derivePeople(operators)
	if err != nil {
		return nil, nil, err
	}
	c, err := openChain(ctx, o, o.L1Port, 0, fundedOnL1(people), true)
	if err != nil {
		return nil, nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.close())
		}
	}()
	s := setup{options: o, chain: c, people: people, plan: &plan{Version: planVersion, Network: networkName, L1URL: o.L1URL, L1Port: o.L1Port,
		BasePort: o.BasePort, ChainID: c.client.NetworkID(), Operators: operators}}
	if err := s.run(ctx); err != nil {
		return nil, nil, fmt.Errorf("set up the network: %w", err)
	}
	return s.plan, c, s.plan.save(o.Dir)
}

// person is one operator with all that its set-up needs.
type person struct {
	planOperator
	keys keys.LocalKeys
	peer peer.ID
}

// newPerson derives what belongs to a planned operator, its address in the plan too.
func newPerson(o *planOperator) (person, error) {
	k, err := keys.Local(keys.LocalSeed, o.Index)
	if err != nil {
		return person{}, err
	}
	id, err := peer.IDFromPrivateKey(k.P2P)
	if err != nil {
		return person{}, fmt.Errorf("derive peer id: %w", err)
	}
	o.Address = crypto.PubkeyToAddress(k.Operator.PublicKey)
	return person{planOperator: *o, keys: k, peer: id}, nil
}

func derivePeople(operators []planOperator) ([]person, error) {
	out := make([]person, len(operators))
	for i := range operators {
		var err error
		if out[i], err = newPerson(&operators[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// joining is the operator as EigenLayer and our contracts come to know it.
func (p person) joining(sets []avs.SetID) (deploy.Operator, error) {
	at, err := node.PeerAddress(p.Gossip, p.Consensus)
	if err != nil {
		return deploy.Operator{}, err
	}
	return deploy.Operator{Key: p.keys.Operator, Staker: stakerKey(p.Index), BLS: p.keys.BLS, Consensus: p.keys.Consensus,
		PeerID: []byte(p.peer), PeerAddress: at, MetadataURI: "https://trident.invalid/" + p.Name + ".json",
		LST: ether(1000), ALT: ether(1000), Sets: slices.Clone(sets)}, nil
}

// accounts of the operator on L1.
func (p person) accounts() []common.Address {
	var out []common.Address
	for _, k := range []*ecdsa.PrivateKey{p.keys.Operator, p.keys.Submitter, stakerKey(p.Index)} {
		out = append(out, crypto.PubkeyToAddress(k.PublicKey))
	}
	return out
}

// ours are the entries of a network's directory.
var ours = map[string]bool{dirLock: true, l1Dir: true, operatorsDir: true, controlFile: true, FileName: true, planFile: true}

// refuseForeign refuses a directory with something in it that is not of a local network.
func refuseForeign(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("read directory: %w", err)
	}
	for _, e := range entries {
		if !ours[strings.TrimSuffix(e.Name(), ".tmp")] {
			return fmt.Errorf("%w: %s contains %s, which is not of a local network; choose another --dir", ErrOtherNetwork, dir, e.Name())
		}
	}
	return nil
}

// clearUnfinished removes the parts of a set-up that did not come to its end, and refuses to touch anything else.
func clearUnfinished(dir string) error {
	if err := refuseForeign(dir); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("read directory: %w", err)
	}
	for _, e := range entries {
		if e.Name() == dirLock {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return fmt.Errorf("remove unfinished set-up: %w", err)
		}
	}
	return nil
}

func fundedOnL1(people []person) types.GenesisAlloc {
	alloc := types.GenesisAlloc{}
	fund := func(k *ecdsa.PrivateKey) {
		alloc[crypto.PubkeyToAddress(k.PublicKey)] = types.Account{Balance: ether(1_000_000)}
	}
	fund(deployerKey())
	fund(treasuryKey())
	for _, k := range accountKeys() {
		fund(k)
	}
	for _, p := range people {
		for _, address := range p.accounts() {
			alloc[address] = types.Account{Balance: ether(1_000_000)}
		}
	}
	return alloc
}

// setup is the making of one network.
type setup struct {
	options Options
	chain   *chain
	backend deploy.Backend // the chain's client, for sending
	people  []person
	plan    *plan
	network node.Network
}

func (s *setup) run(ctx context.Context) error {
	genesisTime := time.Now()
	s.network = node.Network{Name: networkName, L1ChainID: s.chain.client.NetworkID(), GenesisTime: genesisTime, ViewBlocks: viewBlocks, Local: true}
	for i, name := range startNames(s.options.Rollups) {
		chainID := uint64(rollupChainID + i)
		genesis, _ := localGenesis(chainID, rollupGas, genesisTime)
		s.network.Rollups = append(s.network.Rollups, node.NetworkRollup{Name: name, ChainID: chainID, Genesis: genesis,
			Slots: avs.DefaultSlotParams(1000 * genesis.Timestamp)})
	}
	if err := s.deploy(ctx); err != nil {
		return err
	}
	for _, r := range s.network.Rollups {
		id := avs.NewRollupID(s.network.L1ChainID, s.plan.Contracts["RestakedRollups"], r.ChainID)
		if r.Follow == nil {
			s.plan.Rollups = append(s.plan.Rollups, planRollup{FileRollup: FileRollup{Name: r.Name, ID: id, ChainID: r.ChainID}, Index: r.Index})
		}
	}
	s.planFollowed()
	network, err := json.MarshalIndent(s.network, "", "  ")
	if err != nil {
		return err
	}
	for _, p := range s.people {
		if err := makeHome(s.options, s.chain.rpc, p, network); err != nil {
			return fmt.Errorf("make home of %s: %w", p.Name, err)
		}
	}
	return nil
}

// localGenesis funds the accounts that everybody knows.
func localGenesis(chainID, gasLimit uint64, at time.Time) (*core.Genesis, common.Hash) {
	alloc := types.GenesisAlloc{}
	for _, k := range accountKeys() {
		alloc[crypto.PubkeyToAddress(k.PublicKey)] = types.Account{Balance: ether(1_000_000_000)}
	}
	return rollup.Genesis(chainID, gasLimit, alloc, uint64(at.Unix()))
}

// makeHome writes the home directory of an operator, all of it or nothing; one that is there already is whole and stays.
func makeHome(o Options, l1RPC string, p person, network []byte) error {
	path := filepath.Join(o.Dir, p.Home)
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	half := path + ".tmp"
	if err := os.RemoveAll(half); err != nil {
		return err
	}
	if err := node.InitHome(half); err != nil {
		return err
	}
	home, err := node.OpenHome(half)
	if err != nil {
		return err
	}
	config := node.DefaultConfig()
	config.L1, config.Gossip, config.Consensus, config.API, config.RollupRPC = l1RPC, p.Gossip, p.Consensus, p.API, p.RollupRPC
	config.MessageLoss = o.MessageLoss
	config.CheckpointBlocks = checkpointBlocks
	followConfig(&config, o, p.Index)
	config.L1Poll = node.Duration(max(o.BlockInterval, 100*time.Millisecond))
	err = errors.Join(
		node.SaveKeys(home, node.Keys{BLS: p.keys.BLS, Consensus: p.keys.Consensus, Submitter: p.keys.Submitter, P2P: p.keys.P2P}, password, keys.Light),
		config.Save(half),
		writeFile(filepath.Join(half, node.NetworkFile), network),
		home.Close(),
	)
	if err != nil {
		return err
	}
	return os.Rename(half, path)
}

// wsURL is the WebSocket URL that goes with an HTTP URL; nodes commonly serve both on one port.
func wsURL(url string) string {
	if rest, ok := strings.CutPrefix(url, "http"); ok {
		return "ws" + rest
	}
	return url
}
