package squad

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/internal/metrics"
)

// Stages of a batch, each timed from the one that the name says.
const (
	stageBuilt    = "built"    // work noticed → header broadcast, at the leader
	stageAcked    = "acked"    // broadcast → availability proof complete, at the leader
	stageOrdered  = "ordered"  // broadcast → ordered, at the leader
	stageStored   = "stored"   // batch received → on disk, at a member
	stageImported = "imported" // batch received → executed, not yet ordered
	stageExecuted = "executed" // order noticed → head moved
)

// meters are the figures of one rollup.
type meters struct {
	stage      func(stage string) prometheus.Observer
	slots      func(outcome string) prometheus.Counter // led, missed
	batches    func(event string) prometheus.Counter   // built, ordered, void, received, pulled, pushed
	refused    func(reason string) prometheus.Counter  // of what came from peers
	faults     func(kind string) prometheus.Counter    // of faultlog.go
	forwarded  prometheus.Counter
	received   prometheus.Counter
	listed     prometheus.Counter
	handOff    prometheus.Observer
	broken     prometheus.Gauge
	head       prometheus.Gauge
	tip        prometheus.Gauge
	pendingFwd prometheus.Gauge
}

func newMeters(r *metrics.Registry, rollup string) meters {
	r = r.Sub("squad")
	counter := func(name, help, label string) func(string) prometheus.Counter {
		vec := r.CounterVec(name, help, "rollup", label)
		return func(value string) prometheus.Counter { return vec.WithLabelValues(rollup, value) }
	}
	gauge := func(name, help string) prometheus.Gauge {
		return r.GaugeVec(name, help, "rollup").WithLabelValues(rollup)
	}
	stages := r.HistogramVec("stage_seconds", "time of each stage of a batch", nil, "rollup", "stage")
	handOffs := r.HistogramVec("handoff_seconds", "time between the last order of a span and the first of the next leader's", nil, "rollup")
	return meters{
		stage:      func(stage string) prometheus.Observer { return stages.WithLabelValues(rollup, stage) },
		slots:      counter("slots_total", "slots of this operator, by outcome", "outcome"),
		batches:    counter("batches_total", "batches, by what happened to them here", "event"),
		refused:    counter("refused_total", "messages of peers that were not taken, by reason", "reason"),
		faults:     counter("faults_total", "faults seen, by kind", "kind"),
		forwarded:  r.CounterVec("transactions_forwarded_total", "transactions sent to leaders", "rollup").WithLabelValues(rollup),
		received:   r.CounterVec("transactions_received_total", "transactions taken from peers", "rollup").WithLabelValues(rollup),
		listed:     r.CounterVec("transactions_listed_total", "transactions in own inclusion lists", "rollup").WithLabelValues(rollup),
		handOff:    handOffs.WithLabelValues(rollup),
		broken:     gauge("broken", "1 after an ordered batch turned out to be invalid"),
		head:       gauge("executed_number", "number of the executed head"),
		tip:        gauge("ordered_number", "number of the newest ordered batch"),
		pendingFwd: gauge("transactions_pending", "local transactions that are not in a block yet, as of the last look"),
	}
}

// seconds observes the time between two moments in Unix milliseconds.
func (m meters) seconds(stage string, from, to uint64) {
	if from == 0 || to < from {
		return
	}
	m.stage(stage).Observe((time.Duration(to-from) * time.Millisecond).Seconds())
}
