package avs

import "github.com/ethereum/go-ethereum/common"

var unjailType = typeHash("Unjail(bytes32 rollup,address operator,uint64 window)")

// GuardDomainUnjail is the signing guard's name for pleas to be let out: the position is the window, the scope the rollup.
const GuardDomainUnjail = "unjail"

// Unjail is an operator's statement that it leads again. It names the window in which it was jailed, so it serves once.
type Unjail struct {
	Rollup   RollupID
	Operator OperatorID
	Window   uint64
}

// Digest is the EIP-712 digest that the operator signs with its consensus key.
func (u Unjail) Digest(d Domain) common.Hash {
	return d.digest(unjailType, u.Rollup[:], common.LeftPadBytes(u.Operator[:], 32), word(u.Window))
}

// SignedUnjail is the plea with its signature.
type SignedUnjail struct {
	Unjail    Unjail
	Signature [65]byte // r ‖ s ‖ v, v in {0,1}
}

// Signer recovers the consensus address that signed.
func (s SignedUnjail) Signer(d Domain) (common.Address, error) {
	return recoverSigner(s.Unjail.Digest(d), s.Signature)
}
