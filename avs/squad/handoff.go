package squad

import (
	"sync"
	"time"

	"github.com/trident-network/trident/avs"
)

// handOffs measures what the change of leaders costs: the time, by consensus, between the last order of a span and the first
// of the next one by another leader. Under load it is no longer than between two blocks of one leader, since the next leader
// builds on the tip that it has executed. A span in which nothing was ordered ends the measurement: nobody waited.
type handOffs struct {
	mu    sync.Mutex
	from  struct{ span, millis uint64 }
	by    avs.OperatorID
	count uint64
	last  time.Duration
}

// note takes the next ordered batch.
func (o *handOffs) note(s *Service, ordered avs.OrderedBatch) {
	h := ordered.Header.Header
	turn := s.schedules.at(h.Slot)
	leader := turn.leader(h.Slot, h.Rank)
	if leader < 0 {
		return // of a window long past
	}
	by, span := turn.set.Member(leader).Operator, h.Slot/s.cfg.Rollup.Slots.SpanSlots
	if gap, ok := o.take(by, span, ordered.TimeMillis); ok {
		s.meters.handOff.Observe(gap.Seconds())
	}
}

// take notes who was ordered in a span, and tells how long the hand-off took if that was one.
func (o *handOffs) take(by avs.OperatorID, span, millis uint64) (gap time.Duration, ok bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.from.millis != 0 && span == o.from.span+1 && by != o.by && millis >= o.from.millis {
		gap, ok = time.Duration(millis-o.from.millis)*time.Millisecond, true
		o.count, o.last = o.count+1, gap
	}
	o.from.span, o.from.millis, o.by = span, millis, by
	return gap, ok
}

// state is how many there were, and how long the last took.
func (o *handOffs) state() (uint64, time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.count, o.last
}
