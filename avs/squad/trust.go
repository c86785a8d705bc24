package squad

import (
	"sync"
	"time"

	"github.com/trident-network/trident/avs"
)

const (
	// maxWrong is how many wrong chunks of an operator are borne within shunFor, and shunFor then for how long none is taken
	// from it. A registered operator can always come back.
	maxWrong = 8
	shunFor  = 30 * time.Second
	// maxUnheard is after how many chunks in a row that an operator did not take it gets none for deafFor: each costs time
	// and room that others could use, and it pulls what it misses.
	maxUnheard = 4
	deafFor    = 2 * time.Second
	// loadsPerSecond bounds the batches that are read and hashed for an operator that asks for chunks of them.
	loadsPerSecond = 20
)

// trust is what is known of the operators that chunks come from and go to. The zero value is ready. Only members of the
// network reach it, so it is as small as the membership.
type trust struct {
	mu   sync.Mutex
	refs map[avs.OperatorID]*reputation
}

type reputation struct {
	wrong     int
	since     time.Time // of the first wrong one
	shunUntil time.Time
	unheard   int
	deafUntil time.Time
	loads     int
	loadsFrom time.Time // begin of the second in which they are counted
}

func (t *trust) of(op avs.OperatorID) *reputation {
	if t.refs == nil {
		t.refs = map[avs.OperatorID]*reputation{}
	}
	r := t.refs[op]
	if r == nil {
		r = &reputation{}
		t.refs[op] = r
	}
	return r
}

// blame counts a wrong chunk; true if it is the one that makes its sender shunned.
func (t *trust) blame(op avs.OperatorID, now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	r := t.of(op)
	if now.Sub(r.since) > shunFor {
		r.wrong, r.since = 0, now
	}
	if r.wrong++; r.wrong < maxWrong {
		return false
	}
	r.wrong, r.shunUntil = 0, now.Add(shunFor)
	return true
}

// shunned reports whether nothing is taken from an operator now.
func (t *trust) shunned(op avs.OperatorID, now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return now.Before(t.of(op).shunUntil)
}

// heard notes whether an operator took a chunk.
func (t *trust) heard(op avs.OperatorID, took bool, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	r := t.of(op)
	if took {
		r.unheard = 0
		return
	}
	if r.unheard++; r.unheard >= maxUnheard {
		r.unheard, r.deafUntil = 0, now.Add(deafFor)
	}
}

// deaf reports whether nothing is sent to an operator now.
func (t *trust) deaf(op avs.OperatorID, now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return now.Before(t.of(op).deafUntil)
}

// mayLoad counts a batch that is read for an operator; false if those of this second are used up.
func (t *trust) mayLoad(op avs.OperatorID, now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	r := t.of(op)
	if now.Sub(r.loadsFrom) >= time.Second {
		r.loads, r.loadsFrom = 0, now
	}
	r.loads++
	return r.loads <= loadsPerSecond
}
