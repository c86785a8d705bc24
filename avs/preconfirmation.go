package avs

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

var preconfirmationType = typeHash("Preconfirmation(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,bytes32 transaction," +
	"uint32 position,bytes32 prefixRoot)")

// GuardDomainPreconfirmation is the signing guard's name for receipts.
const GuardDomainPreconfirmation = "preconfirmation"

// Preconfirmation is a leader's promise of where a transaction stands: if a batch of this slot and rank is ordered, the
// transaction is at the position in it, after those that the prefix root commits to.
type Preconfirmation struct {
	Rollup      RollupID
	Epoch       Epoch // of the rollup's SQUAD set
	Slot        uint64
	Rank        uint32
	Transaction common.Hash
	Position    uint32      // index in the block, from 0
	PrefixRoot  common.Hash // PrefixRoot over the transactions up to and with this one
}

// Digest is the EIP-712 digest that the leader signs with its consensus key.
func (p Preconfirmation) Digest(d Domain) common.Hash {
	return d.digest(preconfirmationType, p.Rollup[:], word(uint64(p.Epoch)), word(p.Slot), word(uint64(p.Rank)), p.Transaction[:],
		word(uint64(p.Position)), p.PrefixRoot[:])
}

// HeldBy reports whether a block has the transaction where it was promised, after what was promised.
func (p Preconfirmation) HeldBy(block *types.Block) bool {
	txs := block.Transactions()
	if uint64(p.Position) >= uint64(len(txs)) || txs[p.Position].Hash() != p.Transaction {
		return false
	}
	var root common.Hash
	for _, tx := range txs[:p.Position+1] {
		root = PrefixRoot(root, tx.Hash())
	}
	return root == p.PrefixRoot
}

// SignedPreconfirmation is the receipt that a user gets.
type SignedPreconfirmation struct {
	Preconfirmation Preconfirmation
	Signature       [65]byte // r ‖ s ‖ v, v in {0,1}
}

// Signer recovers the consensus address that signed.
func (s SignedPreconfirmation) Signer(d Domain) (common.Address, error) {
	return recoverSigner(s.Preconfirmation.Digest(d), s.Signature)
}

// Encode is the canonical encoding.
func (s SignedPreconfirmation) Encode() []byte { return mustRLP(s) }

// DecodePreconfirmation reads Encode's bytes.
func DecodePreconfirmation(data []byte) (SignedPreconfirmation, error) {
	return decode[SignedPreconfirmation](data, 512, "preconfirmation")
}

// PrefixRoot extends a prefix by one transaction hash: keccak256(root ‖ transaction). The empty prefix has root zero.
func PrefixRoot(root, transaction common.Hash) common.Hash {
	return crypto.Keccak256Hash(root[:], transaction[:])
}
