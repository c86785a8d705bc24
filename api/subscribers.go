package api

import (
	"sync"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/internal/metrics"
)

// subscribers counts and owns the goroutines of subscriptions.
type subscribers struct {
	now     prometheus.Gauge
	dropped prometheus.Counter

	mu      sync.Mutex
	count   int
	ended   bool
	done    chan struct{} // closed by end
	running sync.WaitGroup
}

func newSubscribers(r *metrics.Registry) *subscribers {
	m := r.Sub("api")
	return &subscribers{done: make(chan struct{}), now: m.Gauge("subscribers", "Subscribers of certificates."),
		dropped: m.Counter("subscribers_dropped_total", "Subscribers dropped because nothing could be written to them.")}
}

// enter admits a subscriber; the caller must call leave when it returned nil.
func (s *subscribers) enter() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended || s.count >= maxSubscribers {
		return errTooMany
	}
	s.count++
	s.running.Add(1)
	s.now.Set(float64(s.count))
	return nil
}

func (s *subscribers) leave() {
	s.mu.Lock()
	s.count--
	s.now.Set(float64(s.count))
	s.mu.Unlock()
	s.running.Done()
}

func (s *subscribers) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ended {
		s.ended = true
		close(s.done)
	}
}

func (s *subscribers) wait() { s.running.Wait() }
