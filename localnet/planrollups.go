package localnet

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/localnet/deploy"
)

// Where a rollup stands that is not simply there.
const (
	rollupCreating = "creating" // on its way to a registration, sets and its first block
	rollupStopping = "stopping" // L1 knows, or is about to be told; what was ordered is brought to its end
	rollupStopped  = "stopped"  // sequenced no more; its data stays
)

// planRollup is one rollup of the plan.
type planRollup struct {
	FileRollup
	Index    uint32      `json:"index"` // of its registration on L1
	Followed bool        `json:"followed,omitempty"`
	Made     *madeRollup `json:"made,omitempty"` // nil for one that was there at the start
}

// madeRollup is what a rollup that came later was made from: enough to go on with it.
type madeRollup struct {
	GenesisHash common.Hash `json:"genesis_hash"`
	GenesisTime uint64      `json:"genesis_time"` // seconds
	GasLimit    uint64      `json:"gas_limit"`
	SlotMillis  uint64      `json:"slot_millis"`
	Ranks       uint32      `json:"ranks"`
	Registered  bool        `json:"registered"` // its index is known
}

func (r planRollup) registered() bool { return r.Made == nil || r.Made.Registered }

func (r planRollup) sets() []avs.SetID {
	return []avs.SetID{avs.SquadSet(r.Index), avs.MachSet(r.Index), avs.VitalSet(r.Index)}
}

// startName is what the rollup with a number from 0 is called that is there at the start.
func startName(i int) string {
	if i == 0 {
		return rollupName
	}
	return fmt.Sprintf("%s-%d", rollupName, i+1)
}

// startNames are the names of the first rollups.
func startNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = startName(i)
	}
	return names
}

// atStart is how many rollups the network sequenced from its start.
func (p *plan) atStart() int {
	count := 0
	for _, r := range p.Rollups {
		if r.Made == nil && !r.Followed {
			count++
		}
	}
	return count
}

// sequenced are the names of the rollups that have an RPC at each operator.
func (p *plan) sequenced() []string {
	var names []string
	for _, r := range p.Rollups {
		if !r.Followed {
			names = append(names, r.Name)
		}
	}
	return names
}

// registration is what L1 is told of a rollup that came later.
func (r planRollup) registration(terms deploy.SetTerms) deploy.Rollup {
	slots := avs.DefaultSlotParams(1000 * r.Made.GenesisTime)
	slots.SlotMillis, slots.Ranks = r.Made.SlotMillis, r.Made.Ranks
	return deploy.Rollup{Name: r.Name, ChainID: r.ChainID, GenesisHash: r.Made.GenesisHash, GenesisTime: r.Made.GenesisTime, Slots: slots,
		GasLimit: r.Made.GasLimit, Squad: terms, Mach: terms, Vital: terms}
}

// laterTerms are the terms of the sets of a rollup that came later: as those of the others.
func laterTerms(contracts *deploy.Contracts) deploy.SetTerms {
	return stakeTerms(&deploy.Core{Addresses: contracts.Addresses})
}
