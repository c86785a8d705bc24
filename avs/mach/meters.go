package mach

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/metrics"
)

// meters are the service's metrics, with the rollup filled in.
type meters struct {
	attestations *prometheus.CounterVec // rollup, standing
	signed       *prometheus.CounterVec // rollup, operator
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
		signed:       r.CounterVec("operator_attestations_total", "Attestations counted, by operator.", "rollup", "operator"),
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

func (m meters) counted(operator avs.OperatorID) {
	m.signed.WithLabelValues(m.rollup, operator.Hex()).Inc()
}
