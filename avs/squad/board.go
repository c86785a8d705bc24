package squad

import (
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

	stored   bool
	imported bool
	invalid  bool
	pulled   uint64 // when the missing parent was last asked for
	ref      avs.BlockRef

	// Of own batches only.
	set        *avs.OperatorSet
	acks       map[uint16][65]byte
	proof      *avs.AvailabilityProof
	broadcast  uint64
	submitAt   uint64
	pushAt     uint64
	pushPause  uint64
	submitting uint64 // pause before the next submission, grows on error
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
	signed   uint64                   // highest position this operator signed in this run
	slack    uint64
}

func newBoard() *board {
	return &board{flights: map[common.Hash]*flight{}, first: map[slotRank]common.Hash{}}
}

// admission is the board's word on a header that a scheduled leader signed.
type admission int

const (
	admitted admission = iota
	known
	equivocation
	full
)

// admit enters a batch unless it is known, is a second one for its slot and rank, or there is no room.
func (b *board) admit(f *flight) (admission, *flight) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if old := b.flights[f.digest]; old != nil {
		return known, old
	}
	h := f.header.Header
	key := slotRank{h.Epoch, h.Slot, h.Rank}
	if first, ok := b.first[key]; ok {
		if first == f.digest {
			return known, nil
		}
		return equivocation, b.flights[first]
	}
	if len(b.flights) >= maxFlights {
		return full, nil
	}
	of := 0
	for _, other := range b.flights {
		if other.leader == f.leader {
			of++
		}
	}
	if of >= maxFlightsOfLeader {
		return full, nil
	}
	b.first[key] = f.digest
	b.flights[f.digest] = f
	return admitted, f
}

// enter adds a batch that was pulled because it is ordered: no rule about slots applies any more.
func (b *board) update(digest common.Hash, fn func(f *flight)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if f := b.flights[digest]; f != nil {
		fn(f)
	}
}

// byBlock is the batch of a block.
func (b *board) byBlock(hash common.Hash) *flight {
	for _, f := range b.flights {
		if f.header.Header.BlockHash == hash {
			return f
		}
	}
	return nil
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
}

// firstMemory is for how many slots behind the tip the first header is remembered.
const firstMemory = 256

// drop forgets a batch.
func (b *board) drop(digest common.Hash) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.flights, digest)
}

// state is the tip, since when, and the head.
func (b *board) state() (avs.Tip, uint64, avs.BlockRef) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.tip, b.tipSince, b.head
}

// candidates are the batches that a leader may build on.
func (b *board) candidates() []candidate {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make([]candidate, 0, len(b.flights))
	for _, f := range b.flights {
		if f.header.Header.Number > b.tip.Number {
			out = append(out, candidate{f.header.Header, f.digest, f.own, f.seen, f.imported, f.invalid})
		}
	}
	return out
}

// importable is the next batch to execute before it is ordered: of the lowest number, then the lowest rank, among those
// whose parent is executed.
func (b *board) importable(executed func(common.Hash) bool) (digest common.Hash, header avs.BatchHeader, body []byte) {
	b.mu.Lock()
	var waiting []*flight
	for _, f := range b.flights {
		if !f.imported && !f.invalid && f.body != nil {
			waiting = append(waiting, f)
		}
	}
	b.mu.Unlock()
	slices.SortFunc(waiting, func(x, y *flight) int { return x.compare(y) })
	for _, f := range waiting { // digest, header and body never change, so they are read without the lock
		if executed(f.header.Header.ParentHash) {
			return f.digest, f.header.Header, f.body
		}
	}
	return common.Hash{}, avs.BatchHeader{}, nil
}

func (f *flight) compare(o *flight) int {
	a, b := f.header.Header, o.header.Header
	switch {
	case a.Number != b.Number:
		return int(int64(a.Number) - int64(b.Number))
	case a.Rank != b.Rank:
		return int(a.Rank) - int(b.Rank)
	}
	return f.digest.Cmp(o.digest)
}
