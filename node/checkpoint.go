package node

import (
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
	"github.com/trident-network/trident/l1"
)

// served are the rollups that can be asked about now, sequenced and followed.
func (p *parts) served() []avs.Rollup {
	var out []avs.Rollup
	for _, r := range p.rollups.open() {
		out = append(out, r.rollup)
	}
	for _, f := range p.followed {
		out = append(out, f.rollup)
	}
	return out
}

// directory finds the certificates of all rollups.
func (p *parts) directory() mach.Directory {
	return func(id avs.RollupID) *mach.Service {
		for _, f := range p.followed {
			if f.rollup.ID == id {
				return f.mach
			}
		}
		return p.rollups.service(id)
	}
}

// alerts finds the circuit breakers of all rollups.
func (p *parts) alerts() mach.Alerts {
	return func(id avs.RollupID) *mach.Breaker {
		for _, f := range p.followed {
			if f.rollup.ID == id {
				return f.breaker
			}
		}
		return p.rollups.breaker(id)
	}
}

// openCheckpointer makes the part that posts certified alerts and, every so many blocks, certificates to L1.
func (n *Node) openCheckpointer(p *parts) {
	rollups := func() []avs.RollupID {
		var ids []avs.RollupID
		for _, r := range p.served() {
			ids = append(ids, r.ID)
		}
		return ids
	}
	p.checkpointer = l1.NewCheckpointer(l1.CheckpointerConfig{Client: p.l1, Tx: p.txs, Mach: n.network.Contracts["Mach"],
		Rollups: rollups, Certificates: p.directory(), Alerts: p.alerts(), Blocks: n.config.CheckpointBlocks,
		Position: func() int { return n.position(p) }, Clock: n.clock, Log: n.log.With("component", "checkpoint"), Poll: n.config.l1Poll()})
}

// position is this operator's place in the ordering set, by which operators take turns on L1; negative outside it.
func (n *Node) position(p *parts) int {
	set, err := p.consensus.Current(avs.OrderingSet)
	if err != nil {
		return -1
	}
	return set.Index(p.self.ID)
}
