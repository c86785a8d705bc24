package node

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/l1"
)

// ErrNetwork is the sentinel of a network file that cannot be used.
var ErrNetwork = errors.New("network file is not usable")

// Network is what all operators of one network agree on before they start: the file network.json in a home directory.
// It holds no secret. What L1 says (operators, stakes, keys) is not in it.
type Network struct {
	Name        string                    `json:"name"`
	L1ChainID   uint64                    `json:"l1_chain_id"`
	L1Block     uint64                    `json:"l1_block"` // first L1 block with events of the contracts
	Contracts   map[string]common.Address `json:"contracts"`
	L1Genesis   l1.Block                  `json:"l1_genesis"`   // finalised block at which the first operator sets are read
	GenesisTime time.Time                 `json:"genesis_time"` // of consensus
	ViewBlocks  uint64                    `json:"view_blocks"`  // L1 blocks from one L1 view to the next
	Local       bool                      `json:"local"`        // a local network: its keys are known to everybody
	Rollups     []NetworkRollup           `json:"rollups"`
}

// NetworkRollup is one rollup that the network sequences from its start, or follows.
type NetworkRollup struct {
	Name    string         `json:"name"`
	Index   uint32         `json:"index"` // registration index on L1
	ChainID uint64         `json:"chain_id"`
	Genesis *core.Genesis  `json:"genesis,omitempty"`
	Slots   avs.SlotParams `json:"slots,omitzero"`
	Follow  *FollowTerms   `json:"follow,omitempty"` // instead of genesis and slots: the rollup has a sequencer of its own
}

// contractNames are the contracts that a node needs.
var contractNames = []string{"RestakedRollups", "OperatorRegistrar", "StakeTable", "CertificateVerifier", "Mach", "Slasher", "Squad"}

// LoadNetwork reads and checks a network file.
func LoadNetwork(path string) (*Network, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read network file: %w; copy network.json of the network you join there", err)
	}
	var n Network
	if err := json.Unmarshal(data, &n); err != nil {
		return nil, fmt.Errorf("read network file %s: %w: %w", path, ErrNetwork, err)
	}
	return &n, n.Check()
}

// Check reports the first thing that is missing or wrong.
func (n *Network) Check() error {
	switch {
	case n.Name == "":
		return fmt.Errorf("%w: name is empty", ErrNetwork)
	case n.L1ChainID == 0:
		return fmt.Errorf("%w: l1_chain_id is 0", ErrNetwork)
	case n.L1Genesis.Hash == (common.Hash{}):
		return fmt.Errorf("%w: l1_genesis has no hash", ErrNetwork)
	case n.ViewBlocks == 0:
		return fmt.Errorf("%w: view_blocks is 0", ErrNetwork)
	case len(n.Rollups) == 0:
		return fmt.Errorf("%w: it has no rollup", ErrNetwork)
	}
	for _, name := range contractNames {
		if n.Contracts[name] == (common.Address{}) {
			return fmt.Errorf("%w: contract %s has no address", ErrNetwork, name)
		}
	}
	names := map[string]bool{}
	for _, r := range n.Rollups {
		if r.Name == "" || names[r.Name] {
			return fmt.Errorf("%w: two rollups are called %q, or one has no name", ErrNetwork, r.Name)
		}
		names[r.Name] = true
		if r.Follow != nil {
			if err := r.checkFollowed(); err != nil {
				return fmt.Errorf("%w: followed rollup %q: %w", ErrNetwork, r.Name, err)
			}
			continue
		}
		if r.Genesis == nil || r.Genesis.Config == nil || r.Genesis.Config.ChainID == nil {
			return fmt.Errorf("%w: rollup %q has no genesis", ErrNetwork, r.Name)
		}
		if r.Genesis.Config.ChainID.Uint64() != r.ChainID {
			return fmt.Errorf("%w: rollup %q has chain id %d, its genesis %s", ErrNetwork, r.Name, r.ChainID, r.Genesis.Config.ChainID)
		}
		if err := r.Slots.Check(); err != nil {
			return fmt.Errorf("%w: rollup %q: %w", ErrNetwork, r.Name, err)
		}
	}
	return nil
}

func (r NetworkRollup) checkFollowed() error {
	switch {
	case r.Genesis != nil:
		return errors.New("it has a genesis, which is for rollups that the network sequences")
	case r.ChainID == 0:
		return errors.New("chain_id is 0")
	}
	return r.Follow.check()
}

// Domain is the EIP-712 domain of the network.
func (n *Network) Domain() avs.Domain {
	return avs.Domain{Network: n.Name, L1ChainID: n.L1ChainID, Contract: n.Contracts["RestakedRollups"]}
}

// Sets are the operator sets that the network is made of: ordering, and three of each rollup. Sets of other rollups that
// are registered with the same contracts do not concern it.
func (n *Network) Sets() []avs.SetID {
	sets := []avs.SetID{avs.OrderingSet}
	for _, r := range n.Rollups {
		sets = append(sets, avs.SquadSet(r.Index), avs.MachSet(r.Index), avs.VitalSet(r.Index))
	}
	return sets
}

// forceMillis is for how long batches of the rollups of the genesis may do without a message of their inboxes.
const forceMillis = 60_000

// find is the rollup with an id; nil if the file does not have it.
func (n *Network) find(id avs.RollupID) *NetworkRollup {
	for i, r := range n.Rollups {
		if avs.NewRollupID(n.L1ChainID, n.Contracts["RestakedRollups"], r.ChainID) == id {
			return &n.Rollups[i]
		}
	}
	return nil
}

// Rollup is the rollup as the services know it.
func (n *Network) Rollup(r NetworkRollup) avs.Rollup {
	if r.Follow != nil {
		return avs.Rollup{ID: avs.NewRollupID(n.L1ChainID, n.Contracts["RestakedRollups"], r.ChainID), Name: r.Name, Index: r.Index,
			Level: r.Follow.Level, ChainID: r.ChainID, Followed: true}
	}
	block := r.Genesis.ToBlock()
	return avs.Rollup{ID: avs.NewRollupID(n.L1ChainID, n.Contracts["RestakedRollups"], r.ChainID), Name: r.Name, Index: r.Index, Level: avs.LevelExecution,
		ChainID: r.ChainID, GenesisHash: block.Hash(), GenesisTime: block.Time(), Slots: r.Slots,
		GasLimit: block.GasLimit(), MaxBodySize: avs.MaxBodySize, ForceMillis: forceMillis}
}
