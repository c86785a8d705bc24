package consensus

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/store"
)

// Keys of the history of operator sets: hand-offs by L1 block number, and the epoch that came into force by set and
// consensus time.
var (
	prefixHandOff = []byte("h")
	prefixInForce = []byte("f")
)

func handOffKey(number uint64) []byte {
	return binary.BigEndian.AppendUint64(append([]byte{}, prefixHandOff...), number)
}

func inForceKey(id avs.SetID, millis uint64) []byte {
	key := binary.BigEndian.AppendUint32(append([]byte{}, prefixInForce...), uint32(id))
	return binary.BigEndian.AppendUint64(key, millis)
}

// handOffRLP is an applied view as it is stored: sets are stored once, beside it.
type handOffRLP struct {
	Number    uint64
	BlockHash common.Hash
	Sets      []setName
	Inputs    avs.L1Inputs
	Signers   avs.Bitmap
	Signature [96]byte
}

type setName struct {
	ID    uint32
	Epoch uint64
}

func encodeHandOff(c *avs.CertifiedL1View) []byte {
	h := handOffRLP{Number: c.View.Number, BlockHash: c.View.BlockHash, Inputs: c.View.Inputs, Signers: c.Signers, Signature: c.Signature}
	for _, s := range c.View.Sets {
		h.Sets = append(h.Sets, setName{uint32(s.ID()), uint64(s.Epoch())})
	}
	return encode(h)
}

func (r *records) decodeHandOff(data []byte) (avs.CertifiedL1View, error) {
	var h handOffRLP
	if err := rlp.DecodeBytes(data, &h); err != nil {
		return avs.CertifiedL1View{}, err
	}
	c := avs.CertifiedL1View{View: avs.L1View{Number: h.Number, BlockHash: h.BlockHash, Inputs: h.Inputs}, Signers: h.Signers, Signature: h.Signature}
	for _, name := range h.Sets {
		set, err := r.set(avs.SetID(name.ID), avs.Epoch(name.Epoch))
		if err != nil {
			return avs.CertifiedL1View{}, err
		}
		c.View.Sets = append(c.View.Sets, set)
	}
	return c, nil
}

// handOffs are at most limit applied views of L1 blocks from a number on, ascending.
func (r *records) handOffs(from uint64, limit int) ([]avs.CertifiedL1View, error) {
	var list []avs.CertifiedL1View
	err := r.space.Iterate(prefixHandOff, handOffKey(from), func(_, value []byte) error {
		if len(list) >= limit {
			return store.ErrStop
		}
		c, err := r.decodeHandOff(value)
		list = append(list, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read hand-offs from l1 block %d: %w", from, err)
	}
	return list, nil
}

// since is an epoch of a set with the consensus time at which it came into force.
type since struct {
	millis uint64
	epoch  avs.Epoch
}

// genesisSince is the time from which the sets of the genesis count: whatever was before the first view is theirs.
const genesisSince = 0

// putSets writes sets that come into force at a time.
func putSets(b *store.Batch, sets []*avs.OperatorSet, millis uint64) {
	for _, s := range sets {
		b.Set(setKey(s.ID(), s.Epoch()), encode(s))
		b.Set(inForceKey(s.ID(), millis), binary.BigEndian.AppendUint64(nil, uint64(s.Epoch())))
	}
}

// loadEpochs reads since when each epoch was in force.
func (r *records) loadEpochs() error {
	err := r.space.Iterate(prefixInForce, nil, func(key, value []byte) error {
		key = key[len(prefixInForce):]
		if len(key) != 12 || len(value) != 8 {
			return fmt.Errorf("key %x value %x: %w", key, value, ErrLayout)
		}
		r.noteEpoch(avs.SetID(binary.BigEndian.Uint32(key)), since{binary.BigEndian.Uint64(key[4:]), avs.Epoch(binary.BigEndian.Uint64(value))})
		return nil
	})
	if err != nil {
		return fmt.Errorf("read epochs in force: %w", err)
	}
	return nil
}

// noteEpoch adds the newest epoch of a set.
func (r *records) noteEpoch(id avs.SetID, s since) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.epochs[id] = append(r.epochs[id], s)
}

// epochsSince are the epochs of a set from the one in force at a time on; the first is missing if there was none yet.
func (r *records) epochsSince(id avs.SetID, millis uint64) []since {
	r.mu.Lock()
	defer r.mu.Unlock()
	list := r.epochs[id]
	i, found := slices.BinarySearchFunc(list, millis, func(s since, millis uint64) int { return cmp.Compare(s.millis, millis) })
	if !found && i > 0 {
		i--
	}
	return list[i:len(list):len(list)]
}

// inForceAt is the set that was in force at a time that consensus has passed.
func (r *records) inForceAt(id avs.SetID, millis uint64) (*avs.OperatorSet, error) {
	list := r.epochsSince(id, millis)
	if len(list) == 0 || list[0].millis > millis {
		return nil, fmt.Errorf("set %d at %d ms: %w", id, millis, ErrNoSet)
	}
	return r.set(id, list[0].epoch)
}

// passed says whether no later block can have the time or an earlier one. Block times rise by at least a millisecond,
// except that the first block has genesis time.
func (b block) passed(millis uint64) bool {
	return millis < b.TimeMillis || millis == b.TimeMillis && b.Height > 0
}

// HandOffsFrom are at most limit certified L1 views of L1 blocks from a number on, ascending: all with sets that consensus
// applied, so that whoever trusts the sets of the genesis can follow to those in force.
func (n *Node) HandOffsFrom(number uint64, limit int) ([]avs.CertifiedL1View, error) {
	return n.records.handOffs(number, limit)
}

// InForceAt is the set that was in force at a consensus time. Only what is passed is settled: for a time that is not, the
// answer is avs.ErrTimeAhead, and the caller asks again after the next block.
func (n *Node) InForceAt(id avs.SetID, timeMillis uint64) (*avs.OperatorSet, error) {
	if last := n.app.last(); !last.passed(timeMillis) {
		return nil, fmt.Errorf("operator set %d at %d ms: %w: consensus is at %d ms", id, timeMillis, avs.ErrTimeAhead, last.TimeMillis)
	}
	return n.records.inForceAt(id, timeMillis)
}

// InForceLately are the sets of one id that were in force within a time before the newest block, and the one in force now,
// which is the last.
func (n *Node) InForceLately(id avs.SetID, within time.Duration) ([]*avs.OperatorSet, error) {
	now := n.app.last().TimeMillis
	var sets []*avs.OperatorSet
	for _, s := range n.records.epochsSince(id, now-min(now, uint64(within.Milliseconds()))) {
		set, err := n.records.set(id, s.epoch)
		if err != nil {
			return nil, err
		}
		sets = append(sets, set)
	}
	return sets, nil
}

// ErrLayout is the sentinel of records that another release wrote.
var ErrLayout = errors.New("consensus records have another layout")

var keyLayout = []byte("layout")

// layout is what this release reads and writes: since 2 hand-offs are kept, and since when each epoch was in force; since 3
// the state holds what sequencing takes from L1, and beside it are the hashes of all views and the inclusion lists in force.
const layout = 3

// checkLayout refuses records that lack what this release relies on.
func (r *records) checkLayout() error {
	have, _, err := r.space.Get(keyLayout)
	if err != nil {
		return err
	}
	if len(have) != 1 || have[0] != layout {
		return fmt.Errorf("%w: this release reads layout %d, the store has %x (empty: older than 2); use the release that made it", ErrLayout, layout, have)
	}
	return nil
}
