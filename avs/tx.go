package avs

import (
	"fmt"

	"github.com/ethereum/go-ethereum/rlp"
)

// MaxTxSize bounds a consensus transaction: an L1 view with several full sets is the largest.
const MaxTxSize = 256 << 10

// Kinds of consensus transactions, the first byte of each.
const (
	txBatch     byte = 1
	txL1View    byte = 2
	txReveal    byte = 3
	txInclusion byte = 4
	txUnjail    byte = 5
)

// BatchTx orders a batch: the signed header with the proof that its body can be had.
type BatchTx struct {
	Header SignedHeader
	Proof  AvailabilityProof
}

// Tx is a consensus transaction; exactly one field is set.
type Tx struct {
	Batch     *BatchTx
	L1View    *CertifiedL1View
	Reveal    *Reveal
	Inclusion *SignedInclusionList
	Unjail    *SignedUnjail
}

// Encode is the canonical encoding: kind, then RLP.
func (t Tx) Encode() []byte {
	switch {
	case t.Batch != nil:
		return append([]byte{txBatch}, mustRLP(t.Batch)...)
	case t.L1View != nil:
		return append([]byte{txL1View}, mustRLP(t.L1View)...)
	case t.Reveal != nil:
		return append([]byte{txReveal}, mustRLP(t.Reveal)...)
	case t.Inclusion != nil:
		return append([]byte{txInclusion}, mustRLP(t.Inclusion)...)
	case t.Unjail != nil:
		return append([]byte{txUnjail}, mustRLP(t.Unjail)...)
	}
	return nil
}

// DecodeTx reads Encode's bytes.
func DecodeTx(data []byte) (Tx, error) {
	if len(data) == 0 || len(data) > MaxTxSize {
		return Tx{}, fmt.Errorf("decode transaction: %w: %d bytes, want 1 to %d", ErrEncoding, len(data), MaxTxSize)
	}
	var t Tx
	var into any
	switch data[0] {
	case txBatch:
		t.Batch = new(BatchTx)
		into = t.Batch
	case txL1View:
		t.L1View = new(CertifiedL1View)
		into = t.L1View
	case txReveal:
		t.Reveal = new(Reveal)
		into = t.Reveal
	case txInclusion:
		t.Inclusion = new(SignedInclusionList)
		into = t.Inclusion
	case txUnjail:
		t.Unjail = new(SignedUnjail)
		into = t.Unjail
	default:
		return Tx{}, fmt.Errorf("decode transaction: %w: kind %d", ErrEncoding, data[0])
	}
	if err := rlp.DecodeBytes(data[1:], into); err != nil {
		return Tx{}, fmt.Errorf("decode transaction: %w: %w", ErrEncoding, err)
	}
	return t, nil
}
