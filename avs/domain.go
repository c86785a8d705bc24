package avs

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// DomainVersion is the EIP-712 version of every statement that Trident signs.
const DomainVersion = "1"

var domainType = crypto.Keccak256([]byte("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"))

// Domain separates the statements of one Trident network from those of all others (EIP-712).
type Domain struct {
	Network   string         // name given to RestakedRollups
	L1ChainID uint64         // chain that the contracts are on
	Contract  common.Address // RestakedRollups
}

// Separator is the EIP-712 domain separator.
func (d Domain) Separator() common.Hash {
	return crypto.Keccak256Hash(domainType, crypto.Keccak256([]byte(d.Network)), crypto.Keccak256([]byte(DomainVersion)),
		word(d.L1ChainID), common.LeftPadBytes(d.Contract[:], 32))
}

// digest is keccak256(0x1901 ‖ separator ‖ structHash); fields are EVM words or hashes in the order of the type.
func (d Domain) digest(typeHash []byte, fields ...[]byte) common.Hash {
	structHash := crypto.Keccak256(append([][]byte{typeHash}, fields...)...)
	separator := d.Separator()
	return crypto.Keccak256Hash([]byte{0x19, 0x01}, separator[:], structHash)
}

func typeHash(signature string) []byte { return crypto.Keccak256([]byte(signature)) }
