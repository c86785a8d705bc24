package client

import (
	"fmt"
	"math"
	"sync"

	"github.com/trident-network/trident/avs"
)

const (
	// window is how far beyond the next number certificates are taken: it bounds what a subscriber holds.
	window = 1024
	// memory is how many yielded certificates are kept, to compare with what slower operators send.
	memory = 4096
	// maxNews bounds what waits for a reader that does not read: older faults are dropped.
	maxNews = 256
)

// checked is a certificate that stands.
type checked struct {
	certificate avs.Certificate
	set         *avs.OperatorSet
	operator    string // that served it
}

// merge joins what the operators send into one ascending stream. It has no clock and does no I/O. Only checked
// certificates enter. Safe for concurrent use.
type merge struct {
	mu       sync.Mutex
	next     uint64 // to be yielded; 0 until it is known
	pending  map[uint64]checked
	checking map[uint64]bool // numbers that somebody checks just now
	past     map[uint64]checked
	newest   avs.FinalityClaim // of the highest number that stood
	last     avs.FinalityClaim // yielded last
	alert    avs.Alert         // newest; sequence 0 before the first
	news     []Event           // all but certificates and gaps
	failed   error             // the end
	changed  chan struct{}     // closed at every change
}

func newMerge(from uint64) *merge {
	return &merge{next: from, pending: map[uint64]checked{}, checking: map[uint64]bool{}, past: map[uint64]checked{}, changed: make(chan struct{})}
}

// signal wakes whoever waits for a change. Callers hold mu.
func (m *merge) signal() {
	close(m.changed)
	m.changed = make(chan struct{})
}

// wait is closed at the next change.
func (m *merge) wait() <-chan struct{} {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.changed
}

// position is the next number; 0 while it is not known.
func (m *merge) position() uint64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.next
}

// start sets the first number, once.
func (m *merge) start(number uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.next == 0 {
		m.next = number
		m.signal()
	}
}

// step is what to do with a certificate.
type step int

const (
	stepDrop  step = iota // nothing new
	stepCheck             // check it, then call settle
	stepWait              // ask again after a change
)

// look decides what to do with a certificate that an operator sent. After stepCheck the number is the caller's until it
// calls settle.
func (m *merge) look(c avs.Certificate) (step, <-chan struct{}, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := c.Claim.Number
	if m.failed != nil {
		return stepDrop, nil, nil
	}
	if have, known := m.have(n); known {
		if !have.certificate.Claim.Conflicts(c.Claim) {
			return stepDrop, nil, nil // epoch and level alone are no contradiction
		}
	} else if n < m.next {
		return stepDrop, nil, nil
	}
	if m.checking[n] || n >= m.next+window && n > m.lowest() {
		return stepWait, m.changed, nil
	}
	if floor := m.floor(n); c.Claim.Epoch < floor {
		return stepDrop, nil, fmt.Errorf("block %d: %w: epoch %d after %d", n, ErrStaleEpoch, c.Claim.Epoch, floor)
	}
	m.checking[n] = true
	return stepCheck, nil, nil
}

// lowest is the least number that waits to be yielded. However far it is, it is taken: it may be all that there is. Callers
// hold mu.
func (m *merge) lowest() uint64 {
	lowest := uint64(math.MaxUint64)
	for n := range m.pending {
		lowest = min(lowest, n)
	}
	return lowest
}

func (m *merge) have(n uint64) (checked, bool) {
	if c, known := m.pending[n]; known {
		return c, true
	}
	c, known := m.past[n]
	return c, known
}

// floor is the least epoch of a certificate of a number: that of the highest number below it. Callers hold mu.
func (m *merge) floor(n uint64) avs.Epoch {
	if n > m.newest.Number {
		return m.newest.Epoch
	}
	if n < m.next {
		return m.past[n-1].certificate.Claim.Epoch
	}
	floor := m.last.Epoch
	for number, c := range m.pending {
		if number < n {
			floor = max(floor, c.certificate.Claim.Epoch)
		}
	}
	return floor
}

// settle ends what look began; nil: the certificate did not stand. It returns certificates that were believed before and
// turn out to be of too old an epoch, now that one of a lower number has come.
func (m *merge) settle(n uint64, c *checked) []checked {
	m.mu.Lock()
	defer m.mu.Unlock()
	defer m.signal()
	delete(m.checking, n)
	if c == nil || m.failed != nil {
		return nil
	}
	if have, known := m.have(n); known {
		m.failed = &ConflictError{A: have.certificate, B: c.certificate, FromA: have.operator, FromB: c.operator, Rollup: c.certificate.Claim.Rollup,
			SetA: have.set, SetB: c.set}
		return nil
	}
	if n < m.next {
		return nil // given up meanwhile
	}
	var stale []checked
	for number, p := range m.pending {
		if number > n && p.certificate.Claim.Epoch < c.certificate.Claim.Epoch {
			stale = append(stale, p)
			delete(m.pending, number)
		}
	}
	m.pending[n] = *c
	if n > m.newest.Number || len(stale) > 0 {
		m.newest = c.certificate.Claim
		for _, p := range m.pending {
			if p.certificate.Claim.Number > m.newest.Number {
				m.newest = p.certificate.Claim
			}
		}
	}
	return stale
}

// baseline takes a checked certificate that is not yielded: what comes above it has at least its epoch.
func (m *merge) baseline(c avs.FinalityClaim) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c.Number > m.newest.Number {
		m.newest = c
	}
}

// alertIsNews reports whether a certified alert would change anything, before it is checked.
func (m *merge) alertIsNews(a avs.Alert) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if a.Sequence <= m.alert.Sequence {
		return false, nil
	}
	if a.Epoch < m.alert.Epoch {
		return false, fmt.Errorf("alert %d: %w: epoch %d after %d", a.Sequence, ErrStaleEpoch, a.Epoch, m.alert.Epoch)
	}
	return true, nil
}

// raise takes an alert that stands.
func (m *merge) raise(c avs.CertifiedAlert, set *avs.OperatorSet, operator string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c.Alert.Sequence <= m.alert.Sequence {
		return
	}
	before := m.alert.Paused
	m.alert = c.Alert
	if before == c.Alert.Paused {
		return // a pause and its end were missed, or the rollup had been paused and resumed before
	}
	kind := KindResumed
	if c.Alert.Paused {
		kind = KindPaused
	}
	m.tell(Event{Kind: kind, Alert: c, Set: set, Operator: operator})
}

// say queues an event.
func (m *merge) say(e Event) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tell(e)
}

func (m *merge) tell(e Event) {
	e.Paused = m.alert.Paused
	if len(m.news) >= maxNews {
		for i, old := range m.news {
			if old.Kind == KindFault || old.Kind == KindWaiting {
				m.news = append(m.news[:i:i], m.news[i+1:]...)
				break
			}
		}
	}
	m.news = append(m.news, e)
	m.signal()
}

// take is the next event, if there is one.
func (m *merge) take() (e Event, some bool, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failed != nil {
		return Event{}, false, m.failed
	}
	if len(m.news) > 0 {
		e, m.news = m.news[0], m.news[1:]
		return e, true, nil
	}
	c, there := m.pending[m.next]
	if !there {
		return Event{}, false, nil
	}
	delete(m.pending, m.next)
	delete(m.past, m.next-min(m.next, memory))
	m.past[m.next], m.last = c, c.certificate.Claim
	m.next++
	m.signal()
	return Event{Kind: KindCertificate, Paused: m.alert.Paused, Certificate: c.certificate, Set: c.set, Operator: c.operator}, true, nil
}

// missing is the next number, if only later ones are there.
func (m *merge) missing() (uint64, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, there := m.pending[m.next]
	return m.next, !there && len(m.pending) > 0
}

// skip gives up the numbers before the first one that is there.
func (m *merge) skip() (Event, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	lowest := m.lowest()
	if lowest <= m.next || len(m.pending) == 0 {
		return Event{}, false
	}
	e := Event{Kind: KindGap, Paused: m.alert.Paused, First: m.next, Last: lowest - 1}
	m.next = lowest
	for n := range m.past {
		if n+memory < m.next {
			delete(m.past, n)
		}
	}
	m.signal()
	return e, true
}
