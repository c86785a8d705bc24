package node

import (
	"context"
	"errors"
	"strings"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/avs"
)

// openAPI makes the operator's API over everything that the other parts tell.
func (n *Node) openAPI(p *parts) (*api.Server, error) {
	genesis := &avs.L1View{Number: n.network.L1Genesis.Number, BlockHash: n.network.L1Genesis.Hash,
		Sets: p.registry.SetsAt(n.network.L1Genesis.Number, n.network.Sets())}
	return api.New(api.Config{Listen: n.config.API, Domain: n.network.Domain(), Rollups: p.served, Sets: p.consensus,
		Certificates: p.directory(), HandOffs: p.consensus, Alerts: p.alerts(), Genesis: genesis, Batches: served{n.home.Path, p},
		Sequencing: p.consensus, Squad: squadAPI{p, n.network.Domain()}, Evidence: p.evidence.list,
		Status:  func(context.Context) (any, error) { return n.Status(), nil },
		Metrics: p.metrics.Handler(), Health: n.health, Clock: n.clock, Log: n.log, Registry: p.metrics})
}

// health is the status in one word for load balancers: nil when all is well.
func (n *Node) health() error {
	if s := n.Status(); !s.Healthy {
		return errors.New(strings.Join(s.Trouble, "; "))
	}
	return nil
}
