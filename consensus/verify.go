package consensus

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
)

const (
	decodedBatches = 2 * mempoolTransactions
	decodedViews   = 16
)

// decoder is avs.DecodeTx that remembers: each member of a set in an L1 view costs the decoding of two keys, and a
// proposal that takes long to decode would not be voted for in time. Transactions are immutable once decoded.
type decoder struct {
	batches, views *lru.Cache[common.Hash, avs.Tx]
}

func newDecoder() *decoder {
	return &decoder{lru.NewCache[common.Hash, avs.Tx](decodedBatches), lru.NewCache[common.Hash, avs.Tx](decodedViews)}
}

func (d *decoder) decode(data []byte) (avs.Tx, error) {
	id := crypto.Keccak256Hash(data)
	if tx, ok := d.batches.Get(id); ok {
		return tx, nil
	}
	if tx, ok := d.views.Get(id); ok {
		return tx, nil
	}
	tx, err := avs.DecodeTx(data)
	if err != nil {
		return avs.Tx{}, err
	}
	if tx.Batch != nil {
		d.batches.Add(id, tx)
	} else {
		d.views.Add(id, tx)
	}
	return tx, nil
}

// memoSize bounds the verified transactions that are remembered; it is more than the mempool holds.
const memoSize = 8192

// memo is a state.Verifier that remembers what stood. A transaction is checked at least four times on its way (mempool,
// proposal, vote, block) and once more for each block that it waits. Only success is remembered, so that bad
// transactions cannot push good ones out.
type memo struct {
	signers *lru.Cache[memoKey, common.Address]
	views   *lru.Cache[memoKey, struct{}]
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
	key := memoKey{crypto.Keccak256Hash(avs.Tx{L1View: view}.Encode()), ordering.Hash()}
	if m.views.Contains(key) {
		return nil
	}
	err := state.Direct.View(d, view, ordering)
	if err == nil {
		m.views.Add(key, struct{}{})
	}
	return err
}
