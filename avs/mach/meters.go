package mach

import (
	"sync"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/metrics"
)

// meters are the service's metrics, with the rollup filled in.
type meters struct {
	attestations *prometheus.CounterVec // rollup, standing
	signed       func(avs.OperatorID) prometheus.Counter
	batches      prometheus.Observer // signatures checked together
	checks       prometheus.Counter
	pushes       *prometheus.CounterVec // rollup, what
	refused      prometheus.Counter
	certificates prometheus.Counter
	evidence     prometheus.Counter
	contradicted prometheus.Counter
	head         prometheus.Gauge
	certified    prometheus.Gauge
	finalized    prometheus.Gauge
	diverged     prometheus.Gauge
	rollup       string
}

func newMeters(r *metrics.Registry, rollup string) meters {
	r = r.Sub("mach")
	counter := func(name, help string) prometheus.Counter {
		return r.CounterVec(name, help, "rollup").WithLabelValues(rollup)
	}
	gauge := func(name, help string) prometheus.Gauge {
		return r.GaugeVec(name, help, "rollup").WithLabelValues(rollup)
	}
	return meters{
		rollup:       rollup,
		attestations: r.CounterVec("attestations_total", "Attestations received, by what they were.", "rollup", "standing"),
		signed: byOperator(rollup, r.CounterVec("operator_attestations_total",
			"Attestations counted, by operator; those that came after the certificate too.", "rollup", "operator")),
		batches: r.HistogramVec("batch_signatures", "Signatures checked together.", []float64{1, 2, 4, 8, 16, 32, 64, 128, 256},
			"rollup").WithLabelValues(rollup),
		checks: counter("signature_checks_total", "Pairing checks of signatures, those that search for bad ones included."),
		pushes: r.CounterVec("certificate_turns_total", "Own turns to tell a certificate: told, or not, since another had told it or nobody lacks it.",
			"rollup", "what"),
		refused:      counter("signing_refused_total", "Claims that the signing guard refused."),
		certificates: counter("certificates_total", "Certificates kept."),
		evidence:     counter("evidence_total", "Conflicting claims of an operator."),
		contradicted: counter("contradictions_total", "Certificates that contradict each other or the own execution."),
		head:         gauge("head", "Highest block number executed here."),
		certified:    gauge("certified", "Highest block number with a certificate."),
		finalized:    gauge("finalized", "Highest block number finalised at the execution client since the start."),
		diverged:     gauge("diverged", "1 while a certificate contradicts the own execution: this operator signs nothing."),
	}
}

func (m meters) received(what string) { m.attestations.WithLabelValues(m.rollup, what).Inc() }

func (m meters) turn(what string) { m.pushes.WithLabelValues(m.rollup, what).Inc() }

// checked notes that signatures were checked together, at the cost of so many checks.
func (m meters) checked(signatures, checks int) {
	m.batches.Observe(float64(signatures))
	m.checks.Add(float64(checks))
}

func (m meters) counted(operator avs.OperatorID) { m.signed(operator).Inc() }

// byOperator remembers each operator's counter: looking one up costs more than all the rest of counting a signature.
func byOperator(rollup string, v *prometheus.CounterVec) func(avs.OperatorID) prometheus.Counter {
	var known sync.Map
	return func(operator avs.OperatorID) prometheus.Counter {
		if c, found := known.Load(operator); found {
			return c.(prometheus.Counter)
		}
		c := v.WithLabelValues(rollup, operator.Hex())
		known.Store(operator, c)
		return c
	}
}
