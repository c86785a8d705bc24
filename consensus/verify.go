package consensus

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
)

const (
	decodedOthers = 2 * mempoolTransactions
	decodedViews  = 16
	refusedViews  = 1024
)

var (
	errOldView     = errors.New("l1 view is not after the last one")
	errRefusedView = errors.New("l1 view was refused before")
)

// decoder is avs.DecodeTx that remembers: each member of a set in an L1 view costs the decoding of two keys, and a
// proposal that takes long to decode would not be voted for in time. What can be refused without the keys is refused
// first. Transactions are immutable once decoded.
type decoder struct {
	others, views *lru.Cache[common.Hash, avs.Tx]
	malformed     *lru.Cache[common.Hash, error] // views that do not decode
	void          *lru.Cache[memoKey, struct{}]  // views that can not apply while the ordering set stands
}

func newDecoder() *decoder {
	return &decoder{
		others: lru.NewCache[common.Hash, avs.Tx](decodedOthers), views: lru.NewCache[common.Hash, avs.Tx](decodedViews),
		malformed: lru.NewCache[common.Hash, error](refusedViews), void: lru.NewCache[memoKey, struct{}](refusedViews),
	}
}

// decode refuses an L1 view whose number is not above lastView before it decodes the sets.
func (d *decoder) decode(data []byte, lastView uint64) (avs.Tx, error) {
	number, view := viewNumber(data)
	if view && number <= lastView {
		return avs.Tx{}, fmt.Errorf("decode transaction: view %d, last %d: %w", number, lastView, errOldView)
	}
	id := crypto.Keccak256Hash(data)
	if tx, ok := d.others.Get(id); ok {
		return tx, nil
	}
	if tx, ok := d.views.Get(id); ok {
		return tx, nil
	}
	if err, ok := d.malformed.Get(id); ok {
		return avs.Tx{}, err
	}
	tx, err := avs.DecodeTx(data)
	switch {
	case err != nil && view:
		d.malformed.Add(id, err)
	case err != nil:
	case view:
		d.views.Add(id, tx)
	default:
		d.others.Add(id, tx)
	}
	return tx, err
}

// refuse remembers a decoded view that is void under an ordering set. While that set is in force it stays void: its
// certificate fails, or it is not after what consensus has, which only grows. The one exception is a view with the inbox of a
// rollup that comes with a view before it; no honest operator certifies that before it has seen the other applied.
func (d *decoder) refuse(data []byte, ordering common.Hash) {
	d.void.Add(memoKey{crypto.Keccak256Hash(data), ordering}, struct{}{})
}

// refused says whether refuse was called with the same.
func (d *decoder) refused(data []byte, ordering common.Hash) bool {
	if _, view := viewNumber(data); !view {
		return false
	}
	return d.void.Contains(memoKey{crypto.Keccak256Hash(data), ordering})
}

// viewKind is the first byte of an encoded L1 view.
var viewKind = avs.Tx{L1View: &avs.CertifiedL1View{}}.Encode()[0]

// viewNumber reads the number of an encoded L1 view and nothing after it. False if the bytes are no beginning of one;
// those that are refused here are malformed as a whole, so nothing slow follows.
func viewNumber(data []byte) (uint64, bool) {
	if len(data) == 0 || len(data) > avs.MaxTxSize || data[0] != viewKind {
		return 0, false
	}
	certified, _, err := rlp.SplitList(data[1:])
	if err != nil {
		return 0, false
	}
	view, _, err := rlp.SplitList(certified)
	if err != nil {
		return 0, false
	}
	number, _, err := rlp.SplitUint64(view)
	return number, err == nil
}

// memoSize bounds the verified transactions that are remembered; it is more than the mempool holds.
const memoSize = 8192

// memo is a state.Verifier that remembers what stood. A transaction is checked at least four times on its way (mempool,
// proposal, vote, block) and once more for each block that it waits. Only success is remembered, so that bad
// transactions cannot push good ones out.
type memo struct {
	signers *lru.Cache[memoKey, common.Address]
	stood   *lru.Cache[memoKey, struct{}] // views and reveals
}

// memoKey is a transaction and the set that it was verified against.
type memoKey struct{ tx, set common.Hash }

func newMemo() *memo {
	return &memo{lru.NewCache[memoKey, common.Address](memoSize), lru.NewCache[memoKey, struct{}](memoSize)}
}

func (m *memo) Batch(d avs.Domain, tx *avs.BatchTx, squad *avs.OperatorSet) (common.Address, error) {
	key := memoKey{crypto.Keccak256Hash(avs.Tx{Batch: tx}.Encode()), squad.Hash()}
	if signer, ok := m.signers.Get(key); ok {
		return signer, nil
	}
	signer, err := state.Direct.Batch(d, tx, squad)
	if err == nil {
		m.signers.Add(key, signer)
	}
	return signer, err
}

func (m *memo) View(d avs.Domain, view *avs.CertifiedL1View, ordering *avs.OperatorSet) error {
	return m.once(avs.Tx{L1View: view}, ordering, func() error { return state.Direct.View(d, view, ordering) })
}

func (m *memo) Reveal(d avs.Domain, r *avs.Reveal, ordering *avs.OperatorSet) error {
	return m.once(avs.Tx{Reveal: r}, ordering, func() error { return state.Direct.Reveal(d, r, ordering) })
}

// once verifies a transaction against a set unless it stood before.
func (m *memo) once(tx avs.Tx, set *avs.OperatorSet, verify func() error) error {
	key := memoKey{crypto.Keccak256Hash(tx.Encode()), set.Hash()}
	if m.stood.Contains(key) {
		return nil
	}
	err := verify()
	if err == nil {
		m.stood.Add(key, struct{}{})
	}
	return err
}
