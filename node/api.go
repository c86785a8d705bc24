package node

import (
	"context"
	"errors"
	"strings"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
)

// openAPI makes the operator's API over everything that the other parts tell.
func (n *Node) openAPI(p *parts) (*api.Server, error) {
	var rollups []avs.Rollup
	var services []*mach.Service
	var breakers []*mach.Breaker
	for _, r := range p.rollups {
		rollups, services = append(rollups, r.rollup), append(services, r.mach)
		breakers = append(breakers, r.breaker)
	}
	for _, f := range p.followed {
		rollups, services, breakers = append(rollups, f.rollup), append(services, f.mach), append(breakers, f.breaker)
	}
	began := n.network.L1Genesis
	genesis := avs.L1View{Number: began.Number, BlockHash: began.Hash, Sets: p.registry.SetsAt(began.Number, n.network.Sets())}
	return api.New(api.Config{Listen: n.config.API, Domain: n.network.Domain(), Rollups: rollups, Sets: p.consensus,
		Certificates: mach.NewDirectory(services...), Alerts: mach.NewAlerts(breakers...), HandOffs: p.consensus, Genesis: &genesis,
		Status: func(context.Context) (any, error) { return n.Status(), nil }, Metrics: p.metrics.Handler(), Health: n.health, Clock: n.clock, Log: n.log, Registry: p.metrics})
}

// health is the status in one word for load balancers: nil when all is well.
func (n *Node) health() error {
	if s := n.Status(); !s.Healthy {
		return errors.New(strings.Join(s.Trouble, "; "))
	}
	return nil
}
