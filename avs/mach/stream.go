package mach

import (
	"context"
	"fmt"
	"math"
	"sync"

	"github.com/trident-network/trident/avs"
)

// stream keeps certificates and tells subscribers of them in ascending order. Certificates may be formed out of order:
// subscribers see a number only once all before it are there, or were waited for long enough (skipGap).
type stream struct {
	records records

	mu        sync.RWMutex
	recent    map[uint64]avs.Certificate // the newest ones, for subscribers at the tip
	tip       uint64                     // highest number kept
	published uint64                     // highest number that subscribers may see
	changed   chan struct{}              // closed when published moves
	done      chan struct{}              // closed by close
	closed    bool
	readers   sync.WaitGroup
}

// newStream goes on behind the certificates that are kept; a new one waits for number first.
func newStream(r records, first uint64) (*stream, error) {
	tip, err := r.tip()
	if err != nil {
		return nil, err
	}
	tip = max(tip, first-1)
	return &stream{records: r, recent: make(map[uint64]avs.Certificate), tip: tip, published: tip,
		changed: make(chan struct{}), done: make(chan struct{})}, nil
}

// keep writes certificates, synced, then publishes them. It leaves out numbers that are kept already and returns those
// that were new. Only one goroutine calls it.
func (s *stream) keep(certificates []avs.Certificate) ([]avs.Certificate, error) {
	fresh := make([]avs.Certificate, 0, len(certificates))
	seen := make(map[uint64]bool, len(certificates))
	for _, c := range certificates {
		_, found, err := s.get(c.Claim.Number)
		if err != nil {
			return nil, err
		}
		if !found && !seen[c.Claim.Number] {
			seen[c.Claim.Number] = true
			fresh = append(fresh, c)
		}
	}
	if len(fresh) == 0 {
		return nil, nil
	}
	if err := s.records.addCertificates(fresh); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range fresh {
		s.recent[c.Claim.Number] = c
		s.tip = max(s.tip, c.Claim.Number)
	}
	s.forgetOld()
	return fresh, s.advance()
}

// advance publishes what is contiguous. Callers hold mu.
func (s *stream) advance() error {
	before := s.published
	for s.published < s.tip {
		if _, known := s.recent[s.published+1]; !known {
			found, err := s.records.space.Has(numberKey(keyCertificate, s.published+1))
			if err != nil {
				return fmt.Errorf("publish certificates: %w", err)
			}
			if !found {
				break
			}
		}
		s.published++
	}
	if s.published != before {
		close(s.changed)
		s.changed = make(chan struct{})
	}
	return nil
}

// skipGap publishes beyond numbers that have no certificate here.
func (s *stream) skipGap() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.published >= s.tip {
		return nil
	}
	next, err := s.records.certificatesFrom(s.published+1, math.MaxUint64, 1)
	if err != nil || len(next) == 0 {
		return err
	}
	s.published = next[0].Claim.Number - 1
	return s.advance()
}

func (s *stream) forgetOld() {
	if len(s.recent) <= recentCertificates {
		return
	}
	for n := range s.recent {
		if n+recentCertificates <= s.tip {
			delete(s.recent, n)
		}
	}
}

// gap tells the tip and the highest published number.
func (s *stream) gap() (published, tip uint64) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.published, s.tip
}

func (s *stream) get(number uint64) (avs.Certificate, bool, error) {
	s.mu.RLock()
	c, known := s.recent[number]
	s.mu.RUnlock()
	if known {
		return c, true, nil
	}
	return s.records.certificate(number)
}

// close ends all subscriptions and waits for their goroutines.
func (s *stream) close() {
	s.mu.Lock()
	if !s.closed {
		s.closed = true
		close(s.done)
	}
	s.mu.Unlock()
	s.readers.Wait()
}

// subscribe delivers certificates from a number on until ctx or the stream ends; then the channel is closed.
func (s *stream) subscribe(ctx context.Context, from uint64) <-chan avs.Certificate {
	out := make(chan avs.Certificate)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		close(out)
		return out
	}
	s.readers.Add(1)
	go func() {
		defer s.readers.Done()
		defer close(out)
		s.deliver(ctx, from, out)
	}()
	return out
}

func (s *stream) deliver(ctx context.Context, from uint64, out chan<- avs.Certificate) {
	for {
		page, changed, err := s.page(from)
		if err != nil {
			return // the store is closed or broken: the subscriber sees its channel end and may ask again
		}
		for _, c := range page {
			select {
			case out <- c:
				from = c.Claim.Number + 1
			case <-ctx.Done():
				return
			case <-s.done:
				return
			}
		}
		if len(page) > 0 {
			continue
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return
		case <-s.done:
			return
		}
	}
}

// page is what a subscriber may see next, or, when that is nothing, the channel that tells of a change.
func (s *stream) page(from uint64) ([]avs.Certificate, <-chan struct{}, error) {
	s.mu.RLock()
	published, changed := s.published, s.changed
	if from > published {
		s.mu.RUnlock()
		return nil, changed, nil
	}
	var page []avs.Certificate
	for n := from; n <= published && len(page) < streamPage; n++ {
		c, known := s.recent[n]
		if !known {
			break
		}
		page = append(page, c)
	}
	s.mu.RUnlock()
	if len(page) > 0 {
		return page, changed, nil
	}
	page, err := s.records.certificatesFrom(from, published, streamPage)
	return page, changed, err
}
