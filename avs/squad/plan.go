package squad

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// positionRanks is how many ranks of a slot have a position of their own in the signing guard.
const positionRanks = 16

// position orders headers in the signing guard: slot, then rank.
func position(slot uint64, rank uint32) uint64 { return slot*positionRanks + uint64(rank) }

// GuardPosition is the first position of a slot in the signing guard.
func GuardPosition(slot uint64) uint64 { return position(slot, 0) }

// maxPipeline bounds how many batches that are not ordered yet are built upon: timestamps allow no more anyway unless
// ordering stands still, and then more of them only grow what must be repeated.
const maxPipeline = 3

// candidate is what the choice of a parent needs to know of a batch that is not ordered.
type candidate struct {
	header   avs.BatchHeader
	digest   common.Hash
	own      bool
	seen     uint64 // Unix milliseconds
	imported bool
	refused  bool   // it is not valid, or this operator does not acknowledge it
	partial  bool   // chunks of it are missing
	chunkAt  uint64 // when the last one came, Unix milliseconds
}

// patience says for how many milliseconds a batch that is not ordered is built upon, besides what its size takes, and for how
// many one of which chunks are missing is waited for after the last that came. Nothing can be built on that one yet, but a
// leader that builds beside it instead makes the batch void, and the work of spreading and executing it anew.
type patience struct{ foreign, own, chunk uint64 }

// bytesPerMilli is how fast a large batch is spread, stored and executed at least, where processors are shared: a megabyte
// takes half a second longer than a small one.
const bytesPerMilli = 2000

// sizeMillis is how much longer than a small batch one of a size may take.
func sizeMillis(bytes uint32) uint64 { return uint64(bytes) / bytesPerMilli }

// until is when a batch is given up.
func (p patience) until(c candidate) uint64 {
	limit := p.foreign
	if c.own {
		limit = p.own
	}
	end := c.seen + limit + sizeMillis(c.header.BodySize)
	if c.partial {
		end = min(end, c.chunkAt+p.chunk)
	}
	return end
}

// base is the block that a leader builds on.
type base struct {
	number    uint64
	hash      common.Hash
	slot      uint64
	timestamp uint64
	l1Number  uint64 // L1 view that it stands on
	inbox     uint64 // inbox messages taken by it and all before it
	imported  bool
	since     uint64 // Unix milliseconds at which it was first seen
	depth     int    // batches between the ordered tip and it, itself included
	expires   uint64 // when the choice of this base must be made anew; 0: never
}

// chooseBase walks from the ordered tip along the batches that may still be ordered: linked to their parent, by
// ascending slot, and not older than patience allows. Of two children it takes the lower rank, then the one seen first.
func chooseBase(from base, all []candidate, p patience, now uint64) base {
	at := from
	for {
		var next *candidate
		for i := range all {
			c := &all[i]
			if !at.leadsTo(c.header) || c.refused || now >= p.until(*c) {
				continue
			}
			h := c.header
			if next == nil || h.Rank < next.header.Rank || h.Rank == next.header.Rank && c.seen < next.seen {
				next = c
			}
		}
		if next == nil {
			return at
		}
		expires := p.until(*next)
		if at.expires != 0 {
			expires = min(expires, at.expires)
		}
		at = base{number: next.header.Number, hash: next.header.BlockHash, slot: next.header.Slot,
			timestamp: next.header.Timestamp, l1Number: next.header.L1Number, inbox: next.header.Inbox,
			imported: next.imported, since: next.seen, depth: at.depth + 1, expires: expires}
	}
}

// leadsTo reports whether a header may follow: what consensus asks of a header and its parent.
func (b base) leadsTo(h avs.BatchHeader) bool {
	return h.ParentHash == b.hash && h.Number == b.number+1 && h.Slot > b.slot && h.Timestamp > b.timestamp &&
		h.L1Number >= b.l1Number && h.Inbox >= b.inbox && h.Inbox-b.inbox <= avs.MaxInboxPerBatch
}

// situation is all that the decision to build depends on.
type situation struct {
	now       uint64 // Unix milliseconds
	params    avs.SlotParams
	leads     func(slot uint64, rank uint32) bool // this operator does
	idle      bool                                // it leads nothing: the rollup has stopped, or is broken here
	base      base
	signed    uint64 // highest position signed; 0: none
	work      bool   // pool or inbox may hold something for this base
	workSince uint64 // Unix milliseconds
	slack     uint64 // milliseconds that a backup adds to its patience: what the last block took
}

// plan is what a leader does next: build now, or look again at wake (0: only when something changes).
type plan struct {
	build     bool
	slot      uint64
	rank      uint32
	timestamp uint64
	wake      uint64
}

// decide is the leader's rule. Rank 0 builds as soon as there is work. Rank k waits until the slot is k steps old and
// the work has not been included for as long, counted from when a block could have been built.
func decide(s situation) plan {
	if s.idle || !s.work {
		return plan{}
	}
	if !s.base.imported || s.base.depth >= maxPipeline {
		return plan{wake: s.base.expires}
	}
	// A block's timestamp is above its parent's and at most BuildTimestampLead ahead, so a block can be built from here:
	ready := (s.base.timestamp + 1 - min(s.base.timestamp+1, avs.BuildTimestampLead)) * 1000
	timestamp, ok := avs.NextTimestamp(s.base.timestamp, s.now)
	if !ok {
		return plan{wake: earliest(ready, s.base.expires)}
	}
	current := s.params.SlotAt(s.now)
	if s.free(current, 0) && s.leads(current, 0) && s.now >= s.params.StartMillis(current, 0) {
		return plan{build: true, slot: current, rank: 0, timestamp: timestamp}
	}
	wake := s.params.StartMillis(current+1, 0)
	for rank := uint32(1); rank < s.params.Ranks; rank++ {
		delay := uint64(rank) * s.params.StepMillis
		if s.now < s.params.GenesisMillis+delay {
			continue
		}
		slot := s.params.SlotAt(s.now - delay)
		if !s.free(slot, rank) || !s.leads(slot, rank) {
			if s.leads(slot+1, rank) {
				wake = min(wake, s.params.StartMillis(slot+1, rank))
			}
			continue
		}
		idle := max(s.workSince, s.base.since, ready, s.params.StartMillis(slot, 0))
		due := idle + delay + s.slack
		if s.now >= due {
			return plan{build: true, slot: slot, rank: rank, timestamp: timestamp}
		}
		wake = min(wake, due)
	}
	return plan{wake: earliest(wake, s.base.expires)}
}

// free reports whether a slot can still be used on the base, and this position still be signed.
func (s situation) free(slot uint64, rank uint32) bool {
	return slot > s.base.slot && (s.signed == 0 || position(slot, rank) > s.signed)
}

// earliest is the smaller of two times of which zero means never.
func earliest(a, b uint64) uint64 {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}
