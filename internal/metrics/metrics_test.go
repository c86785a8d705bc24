package metrics_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/metrics"
)

func scrape(t *testing.T, r *metrics.Registry) string {
	t.Helper()
	rec := httptest.NewRecorder()
	r.Handler().ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	require.Equal(t, 200, rec.Code)
	body, err := io.ReadAll(rec.Result().Body)
	require.NoError(t, err)
	return string(body)
}

func TestNamesAndValues(t *testing.T) {
	r := metrics.New()
	m := r.Sub("mach")
	m.Counter("attestations_total", "signed").Add(2)
	m.CounterVec("dropped_total", "dropped", "reason").WithLabelValues("window").Inc()
	m.Gauge("height", "head").Set(7)
	m.GaugeVec("peers", "peers", "kind").WithLabelValues("in").Set(3)
	m.GaugeFunc("live", "live", func() float64 { return 5 })
	m.Histogram("latency_seconds", "latency", nil).Observe(0.05)
	m.HistogramVec("size_bytes", "size", []float64{10, 20}, "kind").WithLabelValues("body").Observe(15)
	r.Counter("starts_total", "starts").Inc()
	out := scrape(t, r)
	for _, line := range []string{
		"trident_mach_attestations_total 2",
		`trident_mach_dropped_total{reason="window"} 1`,
		"trident_mach_height 7",
		`trident_mach_peers{kind="in"} 3`,
		"trident_mach_live 5",
		`trident_mach_latency_seconds_bucket{le="0.06"} 1`,
		`trident_mach_size_bytes_bucket{kind="body",le="20"} 1`,
		"trident_starts_total 1",
		"go_goroutines",
	} {
		require.Contains(t, out, line)
	}
}

func TestTwoRegistriesDoNotShare(t *testing.T) {
	a, b := metrics.New(), metrics.New()
	a.Counter("x_total", "x").Inc()
	b.Counter("x_total", "x")
	require.Contains(t, scrape(t, a), "trident_x_total 1")
	require.Contains(t, scrape(t, b), "trident_x_total 0")
}

func TestDeclaredTwice(t *testing.T) {
	r := metrics.New()
	r.Counter("x_total", "x").Inc()
	r.Counter("x_total", "x").Inc()
	require.Contains(t, scrape(t, r), "trident_x_total 2")
	require.Panics(t, func() { r.CounterVec("x_total", "x", "label") })
	require.Panics(t, func() { r.Gauge("x_total", "x") })
}

func TestNilRegistryCountsNowhere(t *testing.T) {
	var r *metrics.Registry
	r.Sub("mach").Counter("x_total", "x").Inc()
	r.Histogram("h", "h", nil).Observe(1)
	r.GaugeFunc("g", "g", func() float64 { return 1 })
	require.NotNil(t, r.Registerer())
	require.NotContains(t, scrape(t, r), "trident_x_total")
}
