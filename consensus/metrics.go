package consensus

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/internal/metrics"
)

type appMetrics struct {
	height       prometheus.Gauge
	blockTime    prometheus.Gauge
	batches      prometheus.Counter
	views        prometheus.Gauge
	refused      *prometheus.CounterVec
	badProposals prometheus.Counter
	misbehaviors prometheus.Counter
}

func newAppMetrics(r *metrics.Registry) *appMetrics {
	r = r.Sub("consensus")
	return &appMetrics{
		height:       r.Gauge("height", "Height of the last committed block."),
		blockTime:    r.Gauge("block_time_seconds", "Unix time of the last committed block."),
		batches:      r.Counter("batches_ordered_total", "Batches ordered, of all rollups."),
		views:        r.Gauge("l1_view_number", "L1 block of the last L1 view."),
		refused:      r.CounterVec("transactions_refused_total", "Transactions that the mempool refused or dropped.", "reason"),
		badProposals: r.Counter("proposals_refused_total", "Proposals that this operator voted against."),
		misbehaviors: r.Counter("misbehaviors_total", "Double votes that CometBFT proved."),
	}
}

func (m *appMetrics) committed(b block) {
	m.height.Set(float64(b.Height))
	m.blockTime.Set(float64(b.TimeMillis) / 1000)
	m.batches.Add(float64(len(b.batches)))
	number, _ := b.State.L1()
	m.views.Set(float64(number))
}
