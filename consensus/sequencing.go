package consensus

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
)

// Plan is what the schedule of a window is drawn from.
func (n *Node) Plan(rollup avs.RollupID, window uint64) (avs.SchedulePlan, bool) {
	st := n.app.last().State
	for _, r := range st.Rollups() {
		if r.ID == rollup {
			if squad := st.Set(avs.SquadSet(r.Index)); squad != nil {
				return state.PlanOf(rollup, squad, window), true
			}
		}
	}
	return avs.SchedulePlan{}, false
}

// Inputs are what the next batch of a rollup stands on.
func (n *Node) Inputs(rollup avs.RollupID) (avs.SequencingInputs, error) {
	if _, err := n.Tip(rollup); err != nil {
		return avs.SequencingInputs{}, err
	}
	number, hash := n.L1()
	return avs.SequencingInputs{L1Number: number, L1Hash: hash}, nil
}

// ViewHash is the hash of the L1 block of a view that was ordered.
func (n *Node) ViewHash(number uint64) (common.Hash, bool, error) {
	at, hash := n.L1()
	return hash, at == number, nil
}

// Liveness is how the members of the SQUAD set in force do.
func (n *Node) Liveness(rollup avs.RollupID) ([]avs.MemberLiveness, error) {
	return nil, fmt.Errorf("liveness of rollup %s: %w", rollup, ErrNoSet)
}
