package avs

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

var registrationType = typeHash("OperatorRegistration(address operator,bytes32 blsKeyHash,address consensusKey)")

// OperatorRegistration is what both keys of a joining operator sign: the BLS key to prove possession (which rules out
// rogue-key aggregates), the consensus key so that nobody can register another's.
type OperatorRegistration struct {
	Operator     OperatorID
	BLSKey       [128]byte      // EIP-2537 encoding of the G1 key
	ConsensusKey common.Address // Ethereum address of the secp256k1 key
}

// Digest is the EIP-712 digest that OperatorRegistrar recomputes.
func (r OperatorRegistration) Digest(d Domain) common.Hash {
	return d.digest(registrationType, common.LeftPadBytes(r.Operator[:], 32), crypto.Keccak256(r.BLSKey[:]),
		common.LeftPadBytes(r.ConsensusKey[:], 32))
}
