package avs

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

var inclusionType = typeHash("InclusionList(bytes32 rollup,uint64 epoch,uint64 slot,bytes32 transactions)")

// GuardDomainInclusion is the signing guard's name for inclusion lists: the position is the slot, the scope the rollup.
const GuardDomainInclusion = "inclusion"

// MaxListed bounds the transactions of one inclusion list.
const MaxListed = 64

// ErrInclusionList is the sentinel of a list that does not stand.
var ErrInclusionList = errors.New("inclusion list is not valid")

// InclusionList names transactions that a SQUAD member has seen pending for too long. Once consensus has ordered it, members
// acknowledge no batch that leaves one of them out though it is valid and there is gas left for it.
type InclusionList struct {
	Rollup       RollupID
	Epoch        Epoch  // of the rollup's SQUAD set
	Slot         uint64 // in which it was made
	Transactions []common.Hash
}

// Digest is the EIP-712 digest that the member signs with its consensus key; the transactions enter as keccak256 of
// their concatenated hashes.
func (l InclusionList) Digest(d Domain) common.Hash {
	packed := make([]byte, 0, len(l.Transactions)*common.HashLength)
	for _, h := range l.Transactions {
		packed = append(packed, h[:]...)
	}
	return d.digest(inclusionType, l.Rollup[:], word(uint64(l.Epoch)), word(l.Slot), crypto.Keccak256(packed))
}

// SignedInclusionList is a list with its member's signature.
type SignedInclusionList struct {
	List      InclusionList
	Signature [65]byte // r ‖ s ‖ v, v in {0,1}
}

// Verify checks size and signature, and returns the member of the SQUAD set of the list's epoch that signed.
func (s SignedInclusionList) Verify(d Domain, squad *OperatorSet) (member int, err error) {
	if n := len(s.List.Transactions); n == 0 || n > MaxListed {
		return 0, fmt.Errorf("%w: %d transactions, want 1 to %d", ErrInclusionList, n, MaxListed)
	}
	if s.List.Epoch != squad.Epoch() {
		return 0, fmt.Errorf("%w: epoch %d, the set has %d", ErrInclusionList, s.List.Epoch, squad.Epoch())
	}
	signer, err := s.Signer(d)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrInclusionList, err)
	}
	if member = squad.IndexOfConsensus(signer); member < 0 {
		return 0, fmt.Errorf("%w: signer %s is no member", ErrInclusionList, signer)
	}
	return member, nil
}

// Signer recovers the consensus address that signed.
func (s SignedInclusionList) Signer(d Domain) (common.Address, error) {
	return recoverSigner(s.List.Digest(d), s.Signature)
}
