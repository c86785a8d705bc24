package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"github.com/trident-network/trident/localnet"
)

// figures are the metrics of the operators, summed: counters and the buckets of histograms. Two of them differ by what
// happened in between.
type figures struct {
	operators int
	sent      map[string]float64 // bytes by topic or protocol
	stages    map[string]*histogram
}

// histogram is one of Prometheus': counts of what is at most each bound.
type histogram struct {
	bounds []float64
	counts []float64
}

// readFigures asks every operator that runs.
func readFigures(ctx context.Context, file *localnet.File) (*figures, error) {
	f := &figures{sent: map[string]float64{}, stages: map[string]*histogram{}}
	for _, o := range file.Operators {
		if o.PID == 0 {
			continue
		}
		families, err := scrape(ctx, o.API+"/metrics")
		if err != nil {
			return nil, fmt.Errorf("read metrics of %s: %w", o.Name, err)
		}
		f.operators++
		for _, m := range families["trident_gossip_sent_bytes_total"].GetMetric() {
			f.sent[label(m, "name")] += m.GetCounter().GetValue()
		}
		for _, m := range families["trident_squad_stage_seconds"].GetMetric() {
			f.add(label(m, "stage"), m.GetHistogram())
		}
	}
	return f, nil
}

func scrape(ctx context.Context, url string) (map[string]*dto.MetricFamily, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer reply.Body.Close()
	parser := expfmt.NewTextParser(model.UTF8Validation)
	return parser.TextToMetricFamilies(reply.Body)
}

func label(m *dto.Metric, name string) string {
	for _, l := range m.GetLabel() {
		if l.GetName() == name {
			return l.GetValue()
		}
	}
	return ""
}

func (f *figures) add(stage string, h *dto.Histogram) {
	sum := f.stages[stage]
	if sum == nil {
		sum = &histogram{}
		for _, b := range h.GetBucket() {
			sum.bounds, sum.counts = append(sum.bounds, b.GetUpperBound()), append(sum.counts, 0)
		}
		f.stages[stage] = sum
	}
	for i, b := range h.GetBucket() {
		sum.counts[i] += float64(b.GetCumulativeCount())
	}
}

// since is what happened after earlier figures.
func (f *figures) since(earlier *figures) *figures {
	d := &figures{operators: f.operators, sent: map[string]float64{}, stages: map[string]*histogram{}}
	for name, v := range f.sent {
		d.sent[name] = v - earlier.sent[name]
	}
	for stage, h := range f.stages {
		diff := &histogram{bounds: h.bounds, counts: append([]float64(nil), h.counts...)}
		if e := earlier.stages[stage]; e != nil {
			for i := range diff.counts {
				diff.counts[i] -= e.counts[i]
			}
		}
		d.stages[stage] = diff
	}
	return d
}

// bytesOf is what all operators sent under names that hold a text.
func (f *figures) bytesOf(texts ...string) (total float64) {
	for name, v := range f.sent {
		for _, text := range texts {
			if strings.Contains(name, text) {
				total += v
				break
			}
		}
	}
	return total
}

// quantile is interpolated within its bucket, as Prometheus does.
func (h *histogram) quantile(q float64) time.Duration {
	if h == nil || len(h.counts) == 0 || h.counts[len(h.counts)-1] <= 0 {
		return 0
	}
	rank, below, from := q*h.counts[len(h.counts)-1], 0.0, 0.0
	for i, n := range h.counts {
		if n >= rank && n > below {
			to := h.bounds[i]
			if i == len(h.counts)-1 {
				to = from // the last bucket has no end
			}
			return time.Duration((from + (to-from)*(rank-below)/(n-below)) * float64(time.Second)).Round(100 * time.Microsecond)
		}
		below, from = n, h.bounds[i]
	}
	return 0
}

// bodyNames are the ways of a batch's bytes.
var bodyNames = []string{"/batch", "/piece", "/part", "/body", "/push"}

func (f *figures) printStages(what string) {
	fmt.Printf("stages of a batch, %s (p50/p95):", what)
	for _, stage := range []string{"built", "acked", "ordered", "stored", "imported", "executed"} {
		h := f.stages[stage]
		fmt.Printf(" %s %s/%s;", stage, h.quantile(.5), h.quantile(.95))
	}
	fmt.Println(" built from the work, acked and ordered from the broadcast, stored and imported from the receipt, executed from the order")
}

// printIdle prints what operators send while nothing happens.
func printIdle(ctx context.Context, file *localnet.File, period time.Duration) error {
	before, err := readFigures(ctx, file)
	if err != nil {
		return err
	}
	if err := pause(ctx, period); err != nil {
		return err
	}
	after, err := readFigures(ctx, file)
	if err != nil {
		return err
	}
	d := after.since(before)
	per := float64(d.operators) * period.Seconds()
	fmt.Printf("idle: an operator sends %.0f bytes/s by gossip and requests, of which views and reveals are %.0f\n",
		d.bytesOf("")/per, d.bytesOf("view", "reveal")/per)
	return nil
}
