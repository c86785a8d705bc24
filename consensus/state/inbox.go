package state

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// inboxEntry is how far an L1 view says that a rollup's inbox has grown.
type inboxEntry struct {
	View   uint64 // L1 block of the view
	Count  uint64
	Hash   common.Hash
	Millis uint64 // consensus time that ordered the view
}

// maxInboxEntries bounds what is remembered of an inbox. It is more than the views that a header may name.
const maxInboxEntries = 2 * maxViews

// countAt is how many messages a view knows of.
func (r *rollup) countAt(view uint64) uint64 {
	for _, e := range slices.Backward(r.Inbox) {
		if e.View <= view {
			return e.Count
		}
	}
	return 0
}

// dueAt is how many messages a batch must have taken whose turn begins at a time.
func (r *rollup) dueAt(millis uint64) uint64 {
	for _, e := range slices.Backward(r.Inbox) {
		if e.Millis+r.Params.ForceMillis <= millis {
			return e.Count
		}
	}
	return 0
}

// grow adds what a view says. An entry is let go when no header can name a view before the next one's and all its messages
// are taken. If still too many are left, as when an inbox grows with every view and nobody takes a message, the two oldest
// become one that is due with the first of them.
func (r *rollup) grow(e inboxEntry, oldestView uint64) {
	list := append(slices.Clone(r.Inbox), e)
	for len(list) > 1 && list[1].View <= oldestView && list[0].Count <= r.Tip.Inbox {
		list = list[1:]
	}
	if len(list) > maxInboxEntries {
		list[1].Millis = list[0].Millis
		list = list[1:]
	}
	r.Inbox = list
}

// inboxHead is how far the inbox has grown as of the newest view.
func (r *rollup) inboxHead() avs.InboxHead {
	head := avs.InboxHead{Rollup: r.Params.ID}
	if n := len(r.Inbox); n > 0 {
		head.Count, head.Hash = r.Inbox[n-1].Count, r.Inbox[n-1].Hash
	}
	return head
}

// checkInbox compares what a header takes from L1 with the tip and with what consensus knows of L1. gap is ErrGap if the
// view that it names is still to come.
func (s *State) checkInbox(h avs.BatchHeader, r *rollup) (gap, err error) {
	if h.L1Number < r.Tip.L1Number {
		return nil, void("l1 view %d is before %d, that of the last ordered", h.L1Number, r.Tip.L1Number)
	}
	if most := avs.MaxInboxPerBatch * (h.Number - r.Tip.Number); h.Inbox < r.Tip.Inbox || h.Inbox-r.Tip.Inbox > most {
		return nil, void("%d inbox messages are taken, want %d to %d more than that", r.Tip.Inbox, h.Inbox, most)
	}
	if h.L1Number > s.l1.newest() {
		return gapOf("l1 view %d, the last is %d", h.L1Number, s.l1.newest()), nil
	}
	if !s.l1.has(h.L1Number) {
		return nil, void("l1 view %d is not one of the last %d", h.L1Number, maxViews)
	}
	if known := r.countAt(h.L1Number); h.Inbox > known {
		return nil, void("inbox of %d messages, l1 view %d knows of %d", h.Inbox, h.L1Number, known)
	}
	return nil, nil
}

// checkForced makes a batch void that leaves out messages which are due. A header whose time has not come must not get
// here: its slot may be any number.
func checkForced(h avs.BatchHeader, r *rollup) error {
	due := min(r.dueAt(r.Params.Slots.StartMillis(h.Slot, h.Rank)), r.Tip.Inbox+avs.MaxInboxPerBatch)
	if h.Inbox < due {
		return void("inbox messages up to %d are due, the batch takes them up to %d", due, h.Inbox)
	}
	return nil
}

// Inputs are what the next batch of a rollup stands on, without the contents of inclusion lists; false for an unknown
// rollup.
func (s *State) Inputs(id avs.RollupID) (avs.SequencingInputs, bool) {
	r := s.rollup(id)
	if r == nil {
		return avs.SequencingInputs{}, false
	}
	in := avs.SequencingInputs{L1Number: s.l1.newest(), L1Hash: s.l1.Hash, Inbox: r.inboxHead(), Stopping: r.Ending != 0, Stopped: r.Stopped}
	for _, e := range r.Inbox {
		if e.Count > r.Tip.Inbox && !r.Stopped {
			in.Due = append(in.Due, avs.InboxDue{Count: e.Count, Millis: e.Millis + r.Params.ForceMillis})
		}
	}
	return in, true
}
