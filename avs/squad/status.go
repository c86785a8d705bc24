package squad

import (
	"sync/atomic"
	"time"

	"github.com/trident-network/trident/avs"
)

// maxEvidence bounds the equivocations kept on disk in one run; one is enough to prove a fault.
const maxEvidence = 1024

// counters are what Status tells and no loop depends on.
type counters struct {
	led, missed, pending, evidence atomic.Int64
	wrongKey                       atomic.Bool
}

// equivocation reports whether there is room for another piece of evidence.
func (c *counters) equivocation() bool { return c.evidence.Add(1) <= maxEvidence }

// Status is what SQUAD of one rollup looks like at this operator.
type Status struct {
	Slot          uint64           // now
	Epoch         avs.Epoch        // of the SQUAD set that leads now; 0 while that is not fixed
	Leader        avs.OperatorID   // of the slot; zero before the first epoch
	Ladder        []avs.OperatorID // leaders of the slot by rank
	NextLeader    avs.OperatorID   // of the next span
	Tip           avs.Tip          // ordered
	Head          avs.BlockRef     // executed
	InFlight      int              // whole batches that are not ordered
	SlotsLed      uint64           // own slots that this operator filled, in this run
	SlotsMissed   uint64           // own slots that a backup filled, in this run
	Pending       uint64           // local transactions not in a block yet, as of the last look
	Equivocations uint64           // second headers seen, in this run
	HandOffs      uint64           // between leaders of adjacent spans, in this run
	LastHandOff   time.Duration    // between the last order of one and the first of the next
	Stopped       bool             // the rollup is sequenced no more
	Broken        bool             // an ordered batch is invalid: nothing is signed any more
}

// Status reports on the service; it may be called at any time.
func (s *Service) Status() Status {
	p := s.cfg.Rollup.Slots
	slot := p.SlotAt(s.now())
	tip, _, head := s.board.state()
	st := Status{
		Slot: slot, Tip: tip, Head: head, InFlight: s.board.whole(), Broken: s.broken.Load(),
		SlotsLed: uint64(s.counters.led.Load()), SlotsMissed: uint64(s.counters.missed.Load()),
		Pending: uint64(s.counters.pending.Load()), Equivocations: uint64(s.counters.evidence.Load()),
	}
	st.Stopped = s.input().Stopped
	st.HandOffs, st.LastHandOff = s.handOffs.state()
	turn := s.schedules.at(slot)
	if turn == nil {
		return st
	}
	st.Epoch, st.Ladder = turn.plan.Epoch, turn.ladder(slot)
	if len(st.Ladder) > 0 {
		st.Leader = st.Ladder[0]
	}
	if next := s.ladder((slot/p.SpanSlots + 1) * p.SpanSlots); len(next) > 0 {
		st.NextLeader = next[0]
	}
	return st
}
