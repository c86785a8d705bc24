package node

import (
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
	"github.com/trident-network/trident/l1"
)

// services are those of all rollups, sequenced and followed.
func (p *parts) services() (rollups []avs.Rollup, certificates mach.Directory, alerts mach.Alerts) {
	var services []*mach.Service
	var breakers []*mach.Breaker
	for _, r := range p.rollups {
		rollups, services, breakers = append(rollups, r.rollup), append(services, r.mach), append(breakers, r.breaker)
	}
	for _, f := range p.followed {
		rollups, services, breakers = append(rollups, f.rollup), append(services, f.mach), append(breakers, f.breaker)
	}
	return rollups, mach.NewDirectory(services...), mach.NewAlerts(breakers...)
}

// openCheckpointer makes the part that posts certified alerts and, every so many blocks, certificates to L1.
func (n *Node) openCheckpointer(p *parts) {
	rollups, certificates, alerts := p.services()
	ids := make([]avs.RollupID, 0, len(rollups))
	for _, r := range rollups {
		ids = append(ids, r.ID)
	}
	p.checkpointer = l1.NewCheckpointer(l1.CheckpointerConfig{Client: p.l1, Tx: p.txs, Mach: n.network.Contracts["Mach"],
		Rollups: func() []avs.RollupID { return ids }, Certificates: certificates, Alerts: alerts, Blocks: n.config.CheckpointBlocks,
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
