package consensus

import (
	"encoding/binary"
	"fmt"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/store"
)

func viewKey(number uint64) []byte {
	return binary.BigEndian.AppendUint64(append([]byte{}, prefixView...), number)
}

func listsOf(rollup avs.RollupID) []byte {
	return append(append([]byte{}, prefixList...), rollup[:]...)
}

func listKey(rollup avs.RollupID, hash common.Hash) []byte {
	return append(listsOf(rollup), hash[:]...)
}

// putLists writes the inclusion lists that a block brings, and removes those that it replaces.
func (r *records) putLists(b *store.Batch, blk block) error {
	for _, l := range blk.lists {
		rollup := l.List.List.Rollup
		kept := blk.State.Lists(rollup, 0)
		err := r.space.Iterate(listsOf(rollup), nil, func(key, _ []byte) error {
			hash := common.BytesToHash(key[len(prefixList)+len(rollup):])
			if !slices.ContainsFunc(kept, func(ref state.ListRef) bool { return ref.Hash == hash }) {
				b.Delete(slices.Clone(key))
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("read inclusion lists: %w", err)
		}
	}
	for _, l := range blk.lists {
		b.Set(listKey(l.List.List.Rollup, state.ListHash(&l.List)), encode(l))
	}
	return nil
}

// list is the content of an inclusion list; false if a later block has replaced it.
func (r *records) list(rollup avs.RollupID, hash common.Hash) (avs.OrderedList, bool, error) {
	var l avs.OrderedList
	data, found, err := r.space.Get(listKey(rollup, hash))
	if err == nil && found {
		err = rlp.DecodeBytes(data, &l)
	}
	if err != nil {
		return avs.OrderedList{}, false, fmt.Errorf("read inclusion list %s: %w", hash, err)
	}
	return l, found, nil
}

func (r *records) viewHash(number uint64) (common.Hash, bool, error) {
	hash, found, err := r.space.Get(viewKey(number))
	if err != nil {
		return common.Hash{}, false, fmt.Errorf("read l1 view %d: %w", number, err)
	}
	return common.BytesToHash(hash), found, nil
}

// lookahead remembers the state as time alone changes it until the next block: it is asked for with every message.
type lookahead struct {
	mu   sync.Mutex
	base *state.State
	then *state.State
}

func (l *lookahead) at(base *state.State, millis uint64) *state.State {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.base != base || l.then.Due(millis) {
		l.base, l.then = base, base.At(millis)
	}
	return l.then
}

// now is the state as the next transaction will find it, for all that is known: consensus time may be a second behind the
// clock when nothing is ordered.
func (n *Node) now() (*state.State, uint64) {
	last := n.app.last()
	millis := max(last.TimeMillis, uint64(n.config.Clock.Now().UnixMilli()))
	return n.ahead.at(last.State, millis), millis
}

// Plan is what the schedule of a window is drawn from. That of a window which is not over stands, except that the next one's
// may change within the first second or two of the window before: until consensus has passed its beginning.
func (n *Node) Plan(rollup avs.RollupID, window uint64) (avs.SchedulePlan, bool) {
	st, _ := n.now()
	return st.Plan(rollup, window)
}

// Settled reports whether the plan of a window stands: consensus time has passed the start of the window before it.
func (n *Node) Settled(rollup avs.RollupID, window uint64) bool {
	last := n.app.last()
	_, known := n.settled.at(last.State, last.TimeMillis).Plan(rollup, window)
	return known
}

// Inputs are what the next batch of a rollup stands on.
func (n *Node) Inputs(rollup avs.RollupID) (avs.SequencingInputs, error) {
	st, millis := n.now()
	in, known := st.Inputs(rollup)
	if !known {
		return avs.SequencingInputs{}, fmt.Errorf("inputs of rollup %s: it is not known to consensus", rollup)
	}
	for _, ref := range st.Lists(rollup, millis) {
		l, found, err := n.records.list(rollup, ref.Hash)
		if err != nil {
			return avs.SequencingInputs{}, err
		}
		if found {
			in.Lists = append(in.Lists, l)
		}
	}
	return in, nil
}

// ViewHash is the hash of the L1 block of a view that was ordered.
func (n *Node) ViewHash(number uint64) (common.Hash, bool, error) { return n.records.viewHash(number) }

// Liveness is how the members of the SQUAD set in force do.
func (n *Node) Liveness(rollup avs.RollupID) ([]avs.MemberLiveness, error) {
	st, _ := n.now()
	list, known := st.Liveness(rollup)
	if !known {
		return nil, fmt.Errorf("liveness of rollup %s: it is not sequenced", rollup)
	}
	return list, nil
}

// Beacon is the randomness that plans are drawn from, with who has revealed in the open round.
func (n *Node) Beacon() state.Beacon {
	st, _ := n.now()
	return st.Beacon()
}
