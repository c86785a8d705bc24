// Package metrics declares the node's Prometheus metrics in one line each. A Registry belongs to one node: nothing is
// registered globally, so several nodes can live in one process and each serves its own figures.
//
// Concurrency: everything may be used from any goroutine.
//
// Failure: a metric that is declared twice is the same metric, so that two instances of a component count together;
// declared twice with other labels or another type is a fault of the program and panics. A nil *Registry gives metrics
// that count and are served nowhere, which is what most tests want.
package metrics

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Namespace begins the name of every metric.
const Namespace = "trident"

// LatencyBuckets, in seconds, resolve what this network does: from the milliseconds of a signature to the seconds of
// an L1 block.
var LatencyBuckets = []float64{.001, .0025, .005, .01, .02, .03, .045, .06, .08, .1, .15, .25, .5, 1, 2.5, 5, 15, 60}

// Registry is a node's metrics, or the part of one component (see Sub).
type Registry struct {
	reg       *prometheus.Registry
	subsystem string
}

// New is an empty registry that also serves the figures of the Go runtime and of the process.
func New() *Registry {
	reg := prometheus.NewRegistry()
	reg.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return &Registry{reg: reg}
}

// Sub is the part of r whose metrics are named trident_<subsystem>_....
func (r *Registry) Sub(subsystem string) *Registry {
	if r == nil {
		return nil
	}
	return &Registry{reg: r.reg, subsystem: subsystem}
}

// Counter declares a figure that only grows; its name ends with _total.
func (r *Registry) Counter(name, help string) prometheus.Counter {
	return register(r, prometheus.NewCounter(prometheus.CounterOpts(r.opts(name, help))))
}

// CounterVec declares a counter with labels.
func (r *Registry) CounterVec(name, help string, labels ...string) *prometheus.CounterVec {
	return register(r, prometheus.NewCounterVec(prometheus.CounterOpts(r.opts(name, help)), labels))
}

// Gauge declares a figure that goes up and down.
func (r *Registry) Gauge(name, help string) prometheus.Gauge {
	return register(r, prometheus.NewGauge(prometheus.GaugeOpts(r.opts(name, help))))
}

// GaugeVec declares a gauge with labels.
func (r *Registry) GaugeVec(name, help string, labels ...string) *prometheus.GaugeVec {
	return register(r, prometheus.NewGaugeVec(prometheus.GaugeOpts(r.opts(name, help)), labels))
}

// GaugeFunc declares a gauge that is read when it is asked for. fn must be safe from any goroutine. Of two
// declarations the first one's fn stays.
func (r *Registry) GaugeFunc(name, help string, fn func() float64) {
	register(r, prometheus.NewGaugeFunc(prometheus.GaugeOpts(r.opts(name, help)), fn))
}

// Histogram declares a distribution; nil buckets are LatencyBuckets.
func (r *Registry) Histogram(name, help string, buckets []float64) prometheus.Histogram {
	return register(r, prometheus.NewHistogram(r.histogram(name, help, buckets)))
}

// HistogramVec declares a distribution with labels; nil buckets are LatencyBuckets.
func (r *Registry) HistogramVec(name, help string, buckets []float64, labels ...string) *prometheus.HistogramVec {
	return register(r, prometheus.NewHistogramVec(r.histogram(name, help, buckets), labels))
}

// Registerer is where a library registers its own metrics. For a nil registry it is one that nobody reads.
func (r *Registry) Registerer() prometheus.Registerer {
	if r == nil {
		return prometheus.NewRegistry()
	}
	return r.reg
}

// Gatherer reads all metrics.
func (r *Registry) Gatherer() prometheus.Gatherer {
	if r == nil {
		return prometheus.NewRegistry()
	}
	return r.reg
}

// Handler serves all metrics in the Prometheus text format.
func (r *Registry) Handler() http.Handler {
	return promhttp.HandlerFor(r.Gatherer(), promhttp.HandlerOpts{Registry: r.Registerer()})
}

func (r *Registry) opts(name, help string) prometheus.Opts {
	o := prometheus.Opts{Namespace: Namespace, Name: name, Help: help}
	if r != nil {
		o.Subsystem = r.subsystem
	}
	return o
}

func (r *Registry) histogram(name, help string, buckets []float64) prometheus.HistogramOpts {
	if buckets == nil {
		buckets = LatencyBuckets
	}
	o := r.opts(name, help)
	return prometheus.HistogramOpts{
		Namespace: o.Namespace, Subsystem: o.Subsystem, Name: o.Name, Help: o.Help, Buckets: buckets,
	}
}

func register[C prometheus.Collector](r *Registry, c C) C {
	if r == nil {
		return c
	}
	err := r.reg.Register(c)
	if err == nil {
		return c
	}
	var dup prometheus.AlreadyRegisteredError
	if errors.As(err, &dup) {
		if same, ok := dup.ExistingCollector.(C); ok {
			return same
		}
	}
	panic(fmt.Sprintf("metrics: declare: %v", err))
}
