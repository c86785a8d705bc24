package avs

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

var l1ViewType = typeHash("L1View(uint64 number,bytes32 blockHash,bytes32 operatorSets,bytes32 inputs)")

// L1View is what operators attest of a finalised L1 block: the operator sets as StakeTable has them there, and what else
// sequencing takes from L1. Ordered with a certificate of the set in force, it is how anything from L1 enters consensus,
// and the hand-off by which the old ordering set attests the new one.
type L1View struct {
	Number    uint64 // L1 block number
	BlockHash common.Hash
	Sets      []*OperatorSet // ascending by id; only sets whose epoch moved since the last view
	Inputs    L1Inputs
}

// L1Inputs are what a view brings besides operator sets. Who only follows the sets needs no more than their hash.
type L1Inputs struct {
	Randao  common.Hash // prevRandao of the block
	Inboxes []InboxHead // ascending by rollup; only those that grew since the last view
	Rollups []Rollup    // ascending by id; those that the network sequences from now on
	Stopped []RollupID  // ascending; those that it sequences no more once their inboxes are empty
}

// Encode is the canonical encoding, RLP.
func (i L1Inputs) Encode() []byte { return mustRLP(i) }

// DecodeL1Inputs reads Encode's bytes.
func DecodeL1Inputs(data []byte) (L1Inputs, error) {
	return decode[L1Inputs](data, MaxHandOffSize, "inputs of an l1 view")
}

// Hash is keccak256 of the encoding.
func (i L1Inputs) Hash() common.Hash { return crypto.Keccak256Hash(i.Encode()) }

// SetsHash is keccak256 over the hashes of the sets, in order.
func (v L1View) SetsHash() common.Hash { return SetsHash(v.Sets) }

// Digest is the EIP-712 digest that operators sign with BLS.
func (v L1View) Digest(d Domain) common.Hash {
	sets, inputs := v.SetsHash(), v.Inputs.Hash()
	return d.digest(l1ViewType, word(v.Number), v.BlockHash[:], sets[:], inputs[:])
}

// CertifiedL1View is a view with the aggregate signature of the ordering set in force.
type CertifiedL1View struct {
	View      L1View
	Signers   Bitmap
	Signature [96]byte
}

// Verify checks order of the sets and the aggregate against the ordering set in force.
func (c CertifiedL1View) Verify(d Domain, ordering *OperatorSet) error {
	for i, s := range c.View.Sets {
		if i > 0 && c.View.Sets[i-1].ID() >= s.ID() {
			return fmt.Errorf("verify l1 view %d: %w: at %d", c.View.Number, ErrHandOffOrder, i)
		}
	}
	return VerifyAggregate(ordering, c.View.Digest(d), c.Signers, c.Signature)
}

// maxViewContents bounds the encoded sets and inputs of a view, so that it fits into one transaction with its certificate.
const maxViewContents = MaxTxSize - 1024

// Fitting is the view with the first of its sets that together with its inputs fit into one consensus transaction; the
// others come with the next view. It keeps at least one: the largest set takes an eighth of a transaction.
func (v L1View) Fitting() L1View {
	size := len(mustRLP(v.Inputs))
	for i, s := range v.Sets {
		if size += len(mustRLP(s)); size > maxViewContents && i > 0 {
			v.Sets = v.Sets[:i:i]
			break
		}
	}
	return v
}

// ViewVote is one ordering member's signature of a view; the digest stands for the view, which every member reads from
// L1 itself.
type ViewVote struct {
	Number    uint64
	Digest    common.Hash
	Epoch     Epoch // of the ordering set in force at the signer
	Member    uint16
	Signature [96]byte
}

// Encode is the canonical encoding.
func (v ViewVote) Encode() []byte { return mustRLP(v) }

// DecodeViewVote reads Encode's bytes.
func DecodeViewVote(data []byte) (ViewVote, error) {
	return decode[ViewVote](data, 256, "l1 view vote")
}
