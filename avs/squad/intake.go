package squad

import (
	"errors"
	"fmt"

	"github.com/trident-network/trident/avs"
)

// intake is what the next block of a leader takes from L1.
type intake struct {
	l1Number uint64
	inbox    uint64 // messages that it and all before it take
	wanted   uint64 // those that its view allows
	contents
}

// errDueUnread is nobody's fault: messages that this block has to take are not read from L1 yet, so nothing can be built.
var errDueUnread = errors.New("inbox messages are due that are not read from l1 yet")

// takeIn chooses what a block takes: the newest view, and as many messages as it allows, so that they go in as early as
// possible. Of those it takes what this operator has read, if that is all that is due.
func (s *Service) takeIn(on base, p plan) (at intake, err error) {
	in := s.input()
	most := on.inbox + avs.MaxInboxPerBatch
	at.l1Number = max(in.L1Number, on.l1Number)
	at.wanted = min(max(in.Inbox.Count, on.inbox), most)
	due := min(dueAt(in.Due, s.cfg.Rollup.Slots.StartMillis(p.slot, p.rank)), most)
	for at.inbox = at.wanted; ; at.inbox-- {
		at.contents, err = s.contentsOf(p.slot, at.l1Number, on.inbox, at.inbox)
		if !errors.Is(err, avs.ErrInboxUnread) || at.inbox <= on.inbox {
			break
		}
	}
	if err == nil && at.inbox < due {
		err = fmt.Errorf("%w: %d, read are %d", errDueUnread, due, at.inbox)
	}
	return at, err
}

// dueAt is the count of messages that a batch of a slot that starts then has to have taken.
func dueAt(due []avs.InboxDue, startMillis uint64) (count uint64) {
	for _, d := range due {
		if d.Millis <= startMillis {
			count = max(count, d.Count)
		}
	}
	return count
}
