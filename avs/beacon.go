package avs

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/internal/bls"
)

var revealType = typeHash("RandomReveal(uint64 round)")

// GuardDomainBeacon is the signing guard's name for reveals: the position is the round, the scope is empty.
const GuardDomainBeacon = "beacon"

// ErrReveal is the sentinel of a reveal that does not stand.
var ErrReveal = errors.New("reveal is not valid")

// Reveal is an ordering member's BLS signature of a beacon round. A single signature is unique, so its hash is random to
// all but its signer, who can only give it or withhold it. (An aggregate would not be: whoever picks the signers picks the
// value.)
type Reveal struct {
	Round     uint64
	Epoch     Epoch  // of the ordering set that Member counts in
	Member    uint16 // index in it
	Signature [96]byte
}

// RevealDigest is the EIP-712 digest that members sign for a round.
func RevealDigest(d Domain, round uint64) common.Hash { return d.digest(revealType, word(round)) }

// Verify checks the signature against the ordering set of the epoch.
func (r Reveal) Verify(d Domain, ordering *OperatorSet) error {
	if ordering.Epoch() != r.Epoch || int(r.Member) >= ordering.Len() {
		return fmt.Errorf("%w: member %d of epoch %d, the set has %d of epoch %d", ErrReveal, r.Member, r.Epoch, ordering.Len(), ordering.Epoch())
	}
	sig, err := bls.SignatureFromBytes(r.Signature[:])
	if err != nil {
		return fmt.Errorf("%w: %w", ErrReveal, err)
	}
	if !ordering.Key(int(r.Member)).Verify(RevealDigest(d, r.Round), sig) {
		return fmt.Errorf("%w: signature of member %d over round %d", ErrReveal, r.Member, r.Round)
	}
	return nil
}

// NextBeacon is the beacon after a round: keccak256(beacon ‖ randao ‖ mix ‖ round8). randao is that of the newest L1 view,
// mix the exclusive or of the hashes of the round's reveals, so that their order says nothing.
func NextBeacon(beacon, randao, mix common.Hash, round uint64) common.Hash {
	return crypto.Keccak256Hash(beacon[:], randao[:], mix[:], binary.BigEndian.AppendUint64(nil, round))
}

// Mixed is the mix with one more reveal.
func Mixed(mix common.Hash, r Reveal) common.Hash {
	h := crypto.Keccak256Hash(r.Signature[:])
	for i := range mix {
		mix[i] ^= h[i]
	}
	return mix
}
