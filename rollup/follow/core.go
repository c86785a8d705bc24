package follow

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// keepMarks is how many emitted blocks are remembered, to tell how deep a reorg went.
const keepMarks = 256

// A mark is the hash of a block that was emitted.
type mark struct {
	number uint64
	hash   common.Hash
}

// A sighting is one block as one source has it, checked as far as that source's own data go.
type sighting struct {
	block Block
	err   error // a *fault, or why it could not be had or checked; nil if it holds
}

// A view is what one source was seen to have in one look.
type view struct {
	name   string
	err    error // why it did not answer at all
	head   uint64
	blocks map[uint64]sighting // of the numbers asked for
}

// A round is what one look at all sources gave.
type round struct {
	own    view
	others []view
	// anchor is the hash of block next-1 at the own node; zero if it has none or was not asked.
	anchor common.Hash
	// past is the own node's hashes of the remembered numbers. It is there when anchor is not what was emitted.
	past map[uint64]common.Hash
}

// core decides what to emit and what to tell. It has no I/O and no clock: a step gets what was seen and when, and gives
// events.
type core struct {
	settle, stallAfter time.Duration
	compare            func(ours, theirs sighting) error

	next   uint64 // number to emit
	recent []mark // emitted, oldest first; the last is next-1 unless it is empty
	halted bool
	agreed bool // of a halt: the sources agree again
	acked  bool // of a halt: Resume was called

	suspect  string // number and sources of the last step's contradiction; empty: none
	since    time.Time
	told     map[Mismatch]bool // during this halt
	health   map[string]*health
	ownHead  uint64
	sawHead  bool
	decision step
}

type health struct {
	lastGood time.Time
	stalled  bool
}

// A step is what one round led to.
type step struct {
	events  []Event
	blocked map[string]error // who held the stream up, and why
	emitted int
}

func newCore(c Config, compare func(ours, theirs sighting) error) *core {
	k := &core{settle: c.Settle, stallAfter: c.StallAfter, compare: compare, next: c.Start, told: map[Mismatch]bool{}, health: map[string]*health{}}
	if c.Start > 0 && c.Parent != (common.Hash{}) {
		k.recent = []mark{{c.Start - 1, c.Parent}}
	}
	return k
}

// parent is the hash that block next must link to, if it is known.
func (k *core) parent() (common.Hash, bool) {
	if len(k.recent) == 0 {
		return common.Hash{}, false
	}
	return k.recent[len(k.recent)-1].hash, true
}

// resume acknowledges a halt.
func (k *core) resume() { k.acked = k.halted }

// step takes in one round.
func (k *core) step(now time.Time, r round) step {
	k.decision = step{blocked: map[string]error{}}
	for _, v := range append([]view{r.own}, r.others...) {
		k.block(v.name, v.err)
	}
	if r.own.err == nil && !k.reorged(r) {
		k.advance(now, r)
	}
	k.noteHead(r)
	k.noteHealth(now, r)
	return k.decision
}

func (k *core) tell(e Event) { k.decision.events = append(k.decision.events, e) }

// block notes that a source holds the stream up; nil does nothing, and the first reason stays.
func (k *core) block(name string, reason error) {
	if reason != nil && k.decision.blocked[name] == nil {
		k.decision.blocked[name] = reason
	}
}

var (
	errBehind    = errors.New("is behind")
	errUnlinked  = errors.New("blocks do not link: the node is changing its chain")
	errUnsettled = errors.New("has another block than was emitted; how deep is not known yet")
)

// reorged compares the own node's chain with what was emitted.
func (k *core) reorged(r round) bool {
	want, known := k.parent()
	if !known || r.anchor == want {
		return false
	}
	if r.anchor == (common.Hash{}) {
		k.block(r.own.name, fmt.Errorf("%w: it has no block %d, which was emitted", errBehind, k.next-1))
		return true
	}
	if r.past == nil {
		k.block(r.own.name, errUnsettled)
		return true
	}
	same := len(k.recent) // how many marks from the oldest on are still the own node's
	for same > 0 && r.past[k.recent[same-1].number] != k.recent[same-1].hash {
		same--
	}
	if same == len(k.recent) { // it has changed back between two requests
		k.block(r.own.name, errUnsettled)
		return true
	}
	first := k.recent[same]
	k.tell(Reorged{From: first.number, Old: first.hash, New: r.past[first.number]})
	k.recent, k.next = k.recent[:same], first.number
	k.halt()
	return true
}

func (k *core) halt() {
	if !k.halted {
		k.told = map[Mismatch]bool{}
	}
	k.halted, k.agreed, k.acked, k.suspect = true, false, false, ""
}

// advance emits as far as all sources agree.
func (k *core) advance(now time.Time, r round) {
	for {
		own, seen := r.own.blocks[k.next]
		if !seen {
			k.suspect = ""
			return
		}
		faults, ok := k.judge(r, own)
		if len(faults) > 0 {
			k.contradiction(now, faults)
			return
		}
		k.suspect = ""
		if !ok {
			return
		}
		if k.halted && !k.agreed {
			k.agreed = true
			k.tell(Agreed{k.next})
		}
		if k.halted && !k.acked {
			return
		}
		k.halted = false
		k.emit(own.block)
	}
}

func (k *core) emit(b Block) {
	k.tell(Observed{b})
	k.decision.emitted++
	k.recent = append(k.recent, mark{b.Number, b.Hash})
	if len(k.recent) > keepMarks {
		k.recent = slices.Delete(k.recent, 0, len(k.recent)-keepMarks)
	}
	k.next++
}

// judge says what contradicts our block next, or whether all sources confirm it.
func (k *core) judge(r round, own sighting) (faults []Mismatch, ok bool) {
	ok = true
	note := func(name string, err error) {
		var f *fault
		switch {
		case errors.As(err, &f):
			at := f.endpoint
			if at == "" {
				at = name
			}
			faults = append(faults, Mismatch{Number: k.next, Reason: f.reason, Ours: f.ours, Theirs: f.theirs, Endpoint: at})
			k.block(name, err) // one that lies now and then must not pass for well
		case err != nil:
			k.block(name, err)
			ok = false
		}
	}
	note(r.own.name, own.err)
	if own.err != nil {
		return faults, false // a block of ours that does not hold is no measure for others
	}
	if want, known := k.parent(); known && own.block.Parent != want {
		k.block(r.own.name, errUnlinked)
		return nil, false
	}
	for _, v := range r.others {
		theirs, seen := v.blocks[k.next]
		switch {
		case v.err != nil:
			ok = false
		case !seen:
			k.block(v.name, fmt.Errorf("%w: it has no block %d", errBehind, k.next))
			ok = false
		case theirs.err != nil:
			note(v.name, theirs.err)
		default:
			note(v.name, k.compare(own, theirs))
		}
	}
	return faults, ok
}

// maxTold bounds the contradictions of one halt: a source could have a new lie in each look.
const maxTold = 16

// contradiction tells mismatches once they have lasted, however the lies change meanwhile. Until then and ever after,
// nothing is emitted.
func (k *core) contradiction(now time.Time, faults []Mismatch) {
	if k.agreed { // it was over, and is there again
		k.agreed, k.acked = false, false
	}
	key := fmt.Sprint(k.next)
	for _, m := range faults {
		key += " " + m.Endpoint
	}
	if key != k.suspect {
		k.suspect, k.since = key, now
	}
	if now.Sub(k.since) < k.settle {
		return
	}
	if !k.halted {
		k.halt()
		k.suspect = key
	}
	for _, m := range faults {
		if !k.told[m] && len(k.told) < maxTold {
			k.told[m] = true
			k.acked = false // what was acknowledged is something else
			k.tell(m)
		}
	}
}

// noteHead finds that the own node stands still while every other source goes on.
func (k *core) noteHead(r round) {
	if r.own.err != nil {
		return
	}
	still := k.sawHead && r.own.head == k.ownHead
	k.ownHead, k.sawHead = r.own.head, true
	if !still {
		return
	}
	for _, v := range r.others {
		if v.err != nil || v.head <= r.own.head {
			return
		}
	}
	k.block(r.own.name, fmt.Errorf("%w: its head stands at %d", errBehind, r.own.head))
}

// noteHealth tells who has held the stream up for long, and who does no more.
func (k *core) noteHealth(now time.Time, r round) {
	for _, v := range append([]view{r.own}, r.others...) {
		h := k.health[v.name]
		if h == nil {
			h = &health{lastGood: now}
			k.health[v.name] = h
		}
		reason := k.decision.blocked[v.name]
		switch {
		case reason == nil:
			h.lastGood = now
			if h.stalled {
				h.stalled = false
				k.tell(Recovered{v.name})
			}
		case !h.stalled && now.Sub(h.lastGood) >= k.stallAfter:
			h.stalled = true
			k.tell(Stalled{v.name, shorten(reason.Error())})
		}
	}
}

// stalled are the names of those told as stalled and not yet recovered.
func (k *core) stalled() []string {
	var names []string
	for name, h := range k.health {
		if h.stalled {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
