// Package fanout passes transactions on to subscribers that may be slow.
//
// A Hub may be used by any goroutine. It owns one goroutine for each subscriber, which ends with the subscription, and
// never waits for a receiver: what a slow one cannot take, beyond a bound, it loses.
package fanout

import "sync"

// Hub has the subscribers.
type Hub struct {
	backlog int

	mu     sync.Mutex
	subs   map[*subscriber]struct{}
	closed bool
}

// New makes a hub that keeps at most backlog transactions for each subscriber.
func New(backlog int) *Hub { return &Hub{backlog: backlog, subs: map[*subscriber]struct{}{}} }

// Send passes transactions on, in order; those of a slow subscriber beyond the bound are lost to it.
func (h *Hub) Send(raw [][]byte) {
	if len(raw) == 0 {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.subs {
		s.put(raw, h.backlog)
	}
}

// Subscribe delivers what is sent from now on until cancel is called, which waits until nothing more is delivered.
func (h *Hub) Subscribe(to chan<- [][]byte) (cancel func()) {
	s := &subscriber{to: to, wake: make(chan struct{}, 1), quit: make(chan struct{}), done: make(chan struct{})}
	h.mu.Lock()
	if h.closed {
		h.mu.Unlock()
		return func() {}
	}
	h.subs[s] = struct{}{}
	go s.run()
	h.mu.Unlock()
	return func() {
		h.mu.Lock()
		delete(h.subs, s)
		h.mu.Unlock()
		s.end()
	}
}

// Close ends all subscriptions and waits for them.
func (h *Hub) Close() {
	h.mu.Lock()
	h.closed = true
	subs := h.subs
	h.subs = nil
	h.mu.Unlock()
	for s := range subs {
		s.end()
	}
}

type subscriber struct {
	to   chan<- [][]byte
	wake chan struct{}
	quit chan struct{}
	done chan struct{}
	once sync.Once

	mu      sync.Mutex
	waiting [][]byte
}

func (s *subscriber) put(raw [][]byte, backlog int) {
	s.mu.Lock()
	s.waiting = append(s.waiting, raw[:min(len(raw), max(backlog-len(s.waiting), 0))]...)
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *subscriber) run() {
	defer close(s.done)
	for {
		select {
		case <-s.wake:
		case <-s.quit:
			return
		}
		s.mu.Lock()
		raw := s.waiting
		s.waiting = nil
		s.mu.Unlock()
		if len(raw) == 0 {
			continue
		}
		select {
		case s.to <- raw:
		case <-s.quit:
			return
		}
	}
}

func (s *subscriber) end() {
	s.once.Do(func() { close(s.quit) })
	<-s.done
}
