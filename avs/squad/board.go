package squad

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// Bounds of what the board keeps, against leaders that flood. An honest leader has a handful of batches in flight.
const (
	maxFlights         = 256
	maxFlightsOfLeader = 32
	// maxBytesOfLeader bounds the bodies of one leader that are not executed yet.
	maxBytesOfLeader = 8 * avs.MaxBodySize
	// maxAhead is how far above the ordered tip a batch's number may be.
	maxAhead = 8
	// maxAge is how many milliseconds before now a slot may have begun: older batches are of a leader that has rebuilt.
	maxAge = 60_000
	// maxEarly is how many milliseconds after now a slot may begin: room for clocks that differ.
	maxEarly = 2_000
)

// flight is a batch that is not executed as ordered yet.
type flight struct {
	digest common.Hash
	header avs.SignedHeader
	leader avs.OperatorID
	own    bool
	seen   uint64 // Unix milliseconds
	body   []byte // until it is imported

	partial  bool   // chunks of the body are missing: nothing is built on it
	chunkAt  uint64 // when the last chunk came, Unix milliseconds
	stored   bool
	imported bool
	invalid  bool
	refused  bool   // never acknowledged, for what it leaves out
	passed   bool   // executed, with the contents that it must have: it may be acknowledged
	pulled   uint64 // when the missing parent was last asked for
	ref      avs.BlockRef
	relayed  map[uint16]bool // members whose acknowledgement was forwarded by topic

	// Of own batches only.
	set       *avs.OperatorSet
	acks      map[uint16][65]byte
	proof     *avs.AvailabilityProof
	broadcast uint64
	// When to submit and to push next, and the pauses that grow until then, all in milliseconds.
	submitAt, submitPause uint64
	pushAt, pushPause     uint64
}

// snapshot is a copy that may be read without the lock.
func (f *flight) snapshot() flight {
	c := *f
	c.acks, c.relayed = maps.Clone(f.acks), nil
	return c
}

// slotRank names what one leader may sign once.
type slotRank struct {
	epoch avs.Epoch
	slot  uint64
	rank  uint32
}

// board is everything observed that is not on disk: the shared state of the loops.
type board struct {
	mu       sync.Mutex
	tip      avs.Tip
	tipSince uint64
	head     avs.BlockRef
	flights  map[common.Hash]*flight
	first    map[slotRank]common.Hash // digest of the header seen first
	doubled  map[slotRank]bool        // a second one was seen
	signed   uint64                   // highest position this operator signed in this run
	slack    uint64
}

func newBoard() *board {
	return &board{flights: map[common.Hash]*flight{}, first: map[slotRank]common.Hash{}, doubled: map[slotRank]bool{}}
}

// admission is the board's word on a header that a scheduled leader signed.
type admission int

const (
	admitted admission = iota
	known
	equivocation // a second one for its slot and rank, the first that is seen
	repeated     // yet another one
	full
)

// admit enters a batch unless it is known, is a second one for its slot and rank, or there is no room. Batches of slots
// before oldest make room. It returns the batch that holds the slot and rank, if that is still known.
func (b *board) admit(f *flight, oldest uint64) (admission, *flight) {
	b.mu.Lock()
	defer b.mu.Unlock()
	maps.DeleteFunc(b.flights, func(_ common.Hash, f *flight) bool { return f.header.Header.Slot < oldest && !f.own })
	h := f.header.Header
	key := slotRank{h.Epoch, h.Slot, h.Rank}
	if first, ok := b.first[key]; ok {
		if first == f.digest {
			return known, b.flights[first]
		}
		if b.doubled[key] {
			return repeated, nil
		}
		b.doubled[key] = true
		return equivocation, b.flights[first]
	}
	if len(b.flights) >= maxFlights {
		return full, nil
	}
	of, bytes := 0, 0
	for _, other := range b.flights {
		if other.leader == f.leader {
			of++
			bytes += len(other.body)
		}
	}
	if of >= maxFlightsOfLeader || bytes >= maxBytesOfLeader {
		return full, nil
	}
	b.first[key] = f.digest
	b.flights[f.digest] = f
	return admitted, f
}

// admitOwn enters a batch that this operator signed.
func (b *board) admitOwn(f *flight) {
	b.mu.Lock()
	defer b.mu.Unlock()
	h := f.header.Header
	b.first[slotRank{h.Epoch, h.Slot, h.Rank}] = f.digest
	b.flights[f.digest] = f
}

// relay reports whether an acknowledgement is worth forwarding: the first of a member for a batch in flight.
func (b *board) relay(ack avs.Ack) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	f := b.flights[ack.Header]
	if f == nil || f.relayed[ack.Member] {
		return false
	}
	if f.relayed == nil {
		f.relayed = map[uint16]bool{}
	}
	f.relayed[ack.Member] = true
	return true
}

// partial reports whether chunks of a batch are missing.
func (b *board) partial(digest common.Hash) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	f := b.flights[digest]
	return f != nil && f.partial
}

// complete gives a batch of which chunks were missing its body; nil if there is none such, or no body.
func (b *board) complete(digest common.Hash, body []byte) *flight {
	b.mu.Lock()
	defer b.mu.Unlock()
	f := b.flights[digest]
	if f == nil || !f.partial || body == nil {
		return nil
	}
	f.partial, f.body = false, body
	c := f.snapshot()
	return &c
}

// snapshot is a copy of a batch that may be read without the lock; nil if it is not on the board.
func (b *board) snapshot(digest common.Hash) *flight {
	b.mu.Lock()
	defer b.mu.Unlock()
	f := b.flights[digest]
	if f == nil {
		return nil
	}
	c := f.snapshot()
	return &c
}

// epochOf is the epoch of a batch in flight.
func (b *board) epochOf(digest common.Hash) (avs.Epoch, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	f := b.flights[digest]
	if f == nil {
		return 0, false
	}
	return f.header.Header.Epoch, true
}

// passed reports whether a batch may be acknowledged.
func (b *board) passed(digest common.Hash) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	f := b.flights[digest]
	return f != nil && f.passed
}

// ownFlights are this operator's batches that are neither ordered nor void, in the order of their slots.
func (b *board) ownFlights() []flight {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []flight
	for _, f := range b.flights {
		if f.own {
			out = append(out, f.snapshot())
		}
	}
	slices.SortFunc(out, func(x, y flight) int { return cmp.Compare(x.header.Header.Slot, y.header.Header.Slot) })
	return out
}

// update changes a batch if it is on the board.
func (b *board) update(digest common.Hash, fn func(f *flight)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if f := b.flights[digest]; f != nil {
		fn(f)
	}
}

// setTip takes the newest ordered batch; true if it moved.
func (b *board) setTip(tip avs.Tip, now uint64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tipSince != 0 && tip == b.tip {
		return false
	}
	b.tip, b.tipSince = tip, now
	b.prune()
	return true
}

// setHead takes the executed head.
func (b *board) setHead(head avs.BlockRef) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.head = head
	b.prune()
}

// prune forgets batches that are executed, or can never be ordered. Own ones stay until propose has counted them.
func (b *board) prune() {
	maps.DeleteFunc(b.flights, func(_ common.Hash, f *flight) bool {
		h := f.header.Header
		return h.Number <= min(b.head.Number, b.tip.Number) && !f.own || h.Number > b.tip.Number && h.Slot <= b.tip.Slot && !f.own
	})
	// What was signed for a slot that can no longer be used is remembered a little longer, to see equivocation.
	maps.DeleteFunc(b.first, func(k slotRank, _ common.Hash) bool { return k.slot+firstMemory < b.tip.Slot })
	maps.DeleteFunc(b.doubled, func(k slotRank, _ bool) bool { return k.slot+firstMemory < b.tip.Slot })
}

// firstMemory is for how many slots behind the tip the first header is remembered.
const firstMemory = 256

// forget undoes the admission of a batch that could not be kept, so that it may come again.
func (b *board) forget(f *flight) {
	b.mu.Lock()
	defer b.mu.Unlock()
	h := f.header.Header
	delete(b.flights, f.digest)
	delete(b.first, slotRank{h.Epoch, h.Slot, h.Rank})
}

// state is the tip, since when, and the head.
func (b *board) state() (avs.Tip, uint64, avs.BlockRef) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.tip, b.tipSince, b.head
}

// candidates are the batches that a leader may build on, now or when the rest of them has come.
func (b *board) candidates() []candidate {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make([]candidate, 0, len(b.flights))
	for _, f := range b.flights {
		if f.header.Header.Number > b.tip.Number {
			out = append(out, candidate{header: f.header.Header, digest: f.digest, own: f.own, seen: f.seen, imported: f.imported,
				refused: f.invalid || f.refused, partial: f.partial, chunkAt: f.chunkAt})
		}
	}
	return out
}

// whole is how many batches that are not ordered are here with all of their chunks.
func (b *board) whole() int {
	all := b.candidates()
	return len(slices.DeleteFunc(all, func(c candidate) bool { return c.partial }))
}

// waiting are the batches that are neither executed nor judged yet, by number, then rank: the order in which they may be.
// What is ordered needs no judgement.
func (b *board) waiting() []flight {
	b.mu.Lock()
	var out []flight
	for _, f := range b.flights {
		ordered := f.header.Header.Number <= b.tip.Number
		if f.stored && !f.passed && !f.invalid && !f.refused && !(f.imported && ordered) {
			out = append(out, f.snapshot())
		}
	}
	b.mu.Unlock()
	slices.SortFunc(out, func(x, y flight) int { return x.compare(&y) })
	return out
}

// orphans are batches whose parent is neither ordered nor on the board.
func (b *board) orphans() []flight {
	b.mu.Lock()
	defer b.mu.Unlock()
	blocks := make(map[common.Hash]bool, len(b.flights))
	for _, f := range b.flights {
		blocks[f.header.Header.BlockHash] = true
	}
	var out []flight
	for _, f := range b.flights {
		h := f.header.Header
		if h.Number > b.tip.Number+1 && !f.imported && !f.invalid && !blocks[h.ParentHash] {
			out = append(out, f.snapshot())
		}
	}
	return out
}

// parents are what a batch may follow: the ordered tip, or batches over the block that it names as its parent. More than
// one may stand over the same block, if they differ in messages that put nothing into it.
func (b *board) parents(h avs.BatchHeader) []base {
	b.mu.Lock()
	defer b.mu.Unlock()
	if h.ParentHash == b.tip.Hash {
		return []base{baseOf(b.tip)}
	}
	var out []base
	for _, f := range b.flights {
		p := f.header.Header
		if p.BlockHash == h.ParentHash && p.Number > b.tip.Number && !f.invalid {
			out = append(out, base{number: p.Number, hash: p.BlockHash, slot: p.Slot, timestamp: p.Timestamp, l1Number: p.L1Number, inbox: p.Inbox})
		}
	}
	slices.SortFunc(out, func(x, y base) int { return cmp.Compare(x.inbox, y.inbox) })
	return out
}

func baseOf(tip avs.Tip) base {
	return base{number: tip.Number, hash: tip.Hash, slot: tip.Slot, timestamp: tip.Timestamp, l1Number: tip.L1Number, inbox: tip.Inbox}
}

func (f *flight) compare(o *flight) int {
	a, b := f.header.Header, o.header.Header
	return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(a.Rank, b.Rank), f.digest.Cmp(o.digest))
}
