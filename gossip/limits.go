package gossip

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
	"golang.org/x/time/rate"
)

// scopeShare is the part of every bound on requests that one rollup may take up, so that one which is stuck or flooded
// leaves room for the others.
const scopeShare = 2

// scopeOf is what a protocol is counted under: the rollup in its name, whose short id is an element of eight hex digits, or
// the whole name.
func scopeOf(protocol string) string {
	for element := range strings.SplitSeq(protocol, "/") {
		if len(element) == 8 && strings.Trim(element, "0123456789abcdef") == "" {
			return element
		}
	}
	return protocol
}

// limits holds the bounds of every peer. Only members reach it, and only protocols of this program count, so it is as
// small as the membership times the rollups.
type limits struct {
	mu     sync.Mutex
	byPeer map[peer.ID]*peerLimits
	served counts
}

// peerLimits are the bounds of one peer, for all its requests and for each scope.
type peerLimits struct {
	calls  chan struct{} // own requests to it
	served counts        // its requests
	rate   *rate.Limiter
	scopes map[string]*scopeLimits
}

type scopeLimits struct {
	calls chan struct{}
	rate  *rate.Limiter
}

// counts are requests being served, in all and by scope.
type counts struct {
	all     int
	byScope map[string]int
}

func (c *counts) full(scope string, limit int) bool {
	return c.all >= limit || c.byScope[scope] >= limit/scopeShare
}

func (c *counts) add(scope string, n int) {
	if c.byScope == nil {
		c.byScope = map[string]int{}
	}
	c.all += n
	if c.byScope[scope] += n; c.byScope[scope] == 0 {
		delete(c.byScope, scope)
	}
}

// get needs the lock.
func (l *limits) get(p peer.ID, scope string) (*peerLimits, *scopeLimits) {
	if l.byPeer == nil {
		l.byPeer = map[peer.ID]*peerLimits{}
	}
	pl := l.byPeer[p]
	if pl == nil {
		pl = &peerLimits{calls: make(chan struct{}, maxCalls), rate: rate.NewLimiter(requestRate, requestBurst), scopes: map[string]*scopeLimits{}}
		l.byPeer[p] = pl
	}
	sl := pl.scopes[scope]
	if sl == nil {
		sl = &scopeLimits{calls: make(chan struct{}, maxCalls/scopeShare), rate: rate.NewLimiter(requestRate/scopeShare, requestBurst/scopeShare)}
		pl.scopes[scope] = sl
	}
	return pl, sl
}

// call waits for a place for an own request to p; done gives it back.
func (l *limits) call(ctx context.Context, p peer.ID, protocol string) (done func(), err error) {
	l.mu.Lock()
	pl, sl := l.get(p, scopeOf(protocol))
	l.mu.Unlock()
	select { // that of the scope first: who waits for it keeps nobody else waiting
	case sl.calls <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	select {
	case pl.calls <- struct{}{}:
		return func() { <-pl.calls; <-sl.calls }, nil
	case <-ctx.Done():
		<-sl.calls
		return nil, ctx.Err()
	}
}

// admit takes a place for a request of p; release gives it back.
func (l *limits) admit(p peer.ID, protocol string, now time.Time) (release func(), ok bool) {
	scope := scopeOf(protocol)
	l.mu.Lock()
	defer l.mu.Unlock()
	pl, sl := l.get(p, scope)
	// The scope's rate first: what it refuses takes nothing of the peer's.
	if l.served.full(scope, maxServed) || pl.served.full(scope, maxServedPerPeer) || !sl.rate.AllowN(now, 1) || !pl.rate.AllowN(now, 1) {
		return nil, false
	}
	l.served.add(scope, 1)
	pl.served.add(scope, 1)
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.served.add(scope, -1)
		pl.served.add(scope, -1)
	}, true
}

// keep forgets peers that are no members any more.
func (l *limits) keep(m *members) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for p := range l.byPeer {
		if _, ok := m.operators[p]; !ok {
			delete(l.byPeer, p)
		}
	}
}
