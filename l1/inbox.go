package l1

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
)

// This file follows the inboxes of the rollups, which contract Squad keeps.

var squadABI = bindings.NewSquad()

// inboxMark is how far an inbox has grown with an L1 block that brought it messages.
type inboxMark struct {
	Block uint64
	Head  avs.InboxHead
}

const (
	inboxMarks    = "inbox-mark/"
	inboxMessages = "inbox-message/"
)

// inboxKey is of a mark by its block, or of a message by its index.
func inboxKey(prefix string, rollup avs.RollupID, n uint64) []byte {
	return binary.BigEndian.AppendUint64(append([]byte(prefix), rollup[:]...), n)
}

func (r *Registry) loadInboxes() error {
	return r.db.Iterate([]byte(inboxMarks), nil, func(_, value []byte) error {
		var m inboxMark
		if err := rlp.DecodeBytes(value, &m); err != nil {
			return err
		}
		r.inboxes[m.Head.Rollup] = append(r.inboxes[m.Head.Rollup], m) // keys ascend by block
		return nil
	})
}

// InboxesAt are the heads that the inboxes had at an L1 block, ascending by rollup; those without a message are left out.
func (r *Registry) InboxesAt(block uint64) []avs.InboxHead {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []avs.InboxHead
	for _, marks := range r.inboxes {
		if n := countUpTo(marks, block); n > 0 {
			out = append(out, marks[n-1].Head)
		}
	}
	slices.SortFunc(out, func(a, b avs.InboxHead) int { return bytes.Compare(a.Rollup[:], b.Rollup[:]) })
	return out
}

// countUpTo is how many of the marks are of blocks up to one.
func countUpTo(marks []inboxMark, block uint64) int {
	n, found := slices.BinarySearchFunc(marks, block, func(m inboxMark, block uint64) int { return cmp.Compare(m.Block, block) })
	if found {
		n++
	}
	return n
}

// Messages implements avs.Inbox.
func (r *Registry) Messages(rollup avs.RollupID, from, to uint64) ([]avs.InboxMessage, error) {
	var out []avs.InboxMessage
	for index := from; index < to; index++ {
		data, found, err := r.db.Get(inboxKey(inboxMessages, rollup, index))
		if err != nil {
			return nil, fmt.Errorf("read message %d of the inbox of %s: %w", index, avs.ShortID(rollup), err)
		}
		if !found {
			return nil, fmt.Errorf("read message %d of the inbox of %s: %w", index, avs.ShortID(rollup), avs.ErrInboxUnread)
		}
		var m avs.InboxMessage
		if err := rlp.DecodeBytes(data, &m); err != nil {
			return nil, fmt.Errorf("read message %d of the inbox of %s: %w", index, avs.ShortID(rollup), err)
		}
		out = append(out, m)
	}
	return out, nil
}

func (d *draft) applySquad(log *types.Log) error {
	_, err := on(log, squadABI.UnpackMessageQueuedEvent, d.message)
	return err
}

// message keeps one message. It must follow from those before it and lead to the hash that the contract tells: else the
// endpoint left some out or made them up, and is asked again.
func (d *draft) message(e *bindings.SquadMessageQueued) error {
	m := avs.InboxMessage{Rollup: e.Rollup, Index: e.Index, Kind: e.Kind, Sender: e.Sender, To: e.To, Amount: e.Amount, Data: e.Data,
		L1Number: e.Raw.BlockNumber}
	before := d.inboxBefore(m.Rollup, m.L1Number)
	if m.Index != before.Count || m.Chain(before.Hash) != e.Hash {
		return fmt.Errorf("%w: message %d of the inbox of %s does not follow from the %d before it", ErrUnreachable, m.Index, avs.ShortID(m.Rollup), before.Count)
	}
	mark := inboxMark{m.L1Number, avs.InboxHead{Rollup: m.Rollup, Count: m.Index + 1, Hash: e.Hash}}
	for _, entry := range []struct {
		key   []byte
		value any
	}{{inboxKey(inboxMessages, m.Rollup, m.Index), &m}, {inboxKey(inboxMarks, m.Rollup, mark.Block), &mark}} {
		data, err := rlp.EncodeToBytes(entry.value)
		if err != nil {
			return fmt.Errorf("encode inbox of %s: %w", avs.ShortID(m.Rollup), err)
		}
		d.batch.Set(entry.key, data)
	}
	marks := d.inboxes[m.Rollup]
	if n := len(marks); n > 0 && marks[n-1].Block == mark.Block {
		marks = marks[:n-1]
	}
	d.inboxes[m.Rollup] = append(marks, mark)
	return nil
}

// inboxBefore is the head of an inbox before the next message of the draft. Messages of these blocks that memory has from
// a batch that was not committed do not count: they come again.
func (d *draft) inboxBefore(rollup avs.RollupID, block uint64) avs.InboxHead {
	if marks := d.inboxes[rollup]; len(marks) > 0 {
		return marks[len(marks)-1].Head
	}
	d.registry.mu.RLock()
	defer d.registry.mu.RUnlock()
	marks := d.registry.inboxes[rollup]
	if n := countUpTo(marks, block-1); n > 0 {
		return marks[n-1].Head
	}
	return avs.InboxHead{Rollup: rollup, Hash: common.Hash{}}
}

// addInboxes takes over the marks of a draft; r.mu is held.
func (r *Registry) addInboxes(drafted map[avs.RollupID][]inboxMark) {
	for rollup, marks := range drafted {
		have := r.inboxes[rollup]
		have = have[:countUpTo(have, marks[0].Block-1)]
		r.inboxes[rollup] = append(slices.Clip(have), marks...)
	}
}
