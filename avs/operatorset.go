package avs

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/internal/bls"
)

// Sentinels of a malformed operator set.
var (
	ErrSetSize   = errors.New("operator set needs 1 to 256 members")
	ErrSetOrder  = errors.New("operator set members must be in ascending order of address, without repeats")
	ErrSetWeight = errors.New("operator weight must be 1 to 2^128-1")
	ErrSetKey    = errors.New("operator key is not valid")
)

// Member is one operator of a set at one epoch.
type Member struct {
	Operator     OperatorID
	BLSKey       [48]byte // compressed G1
	ConsensusKey [33]byte // compressed secp256k1
	Weight       uint256.Int
}

// OperatorSet is one snapshot of an operator set: members in ascending order of address. Immutable.
type OperatorSet struct {
	id      SetID
	epoch   Epoch
	members []Member
	keys    []bls.PublicKey  // decoded, since decoding costs more than adding
	signers []common.Address // addresses of the consensus keys
	total   uint256.Int
	hash    common.Hash
}

// NewOperatorSet checks and decodes the members, which it keeps.
func NewOperatorSet(id SetID, epoch Epoch, members []Member) (*OperatorSet, error) {
	if len(members) == 0 || len(members) > MaxMembers {
		return nil, fmt.Errorf("set %d epoch %d: %w, got %d", id, epoch, ErrSetSize, len(members))
	}
	s := &OperatorSet{id: id, epoch: epoch, members: members}
	packed := binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint32(nil, uint32(id)), uint64(epoch))
	for i, m := range members {
		if i > 0 && bytes.Compare(members[i-1].Operator[:], m.Operator[:]) >= 0 {
			return nil, fmt.Errorf("set %d epoch %d member %d: %w", id, epoch, i, ErrSetOrder)
		}
		if m.Weight.IsZero() || m.Weight.BitLen() > 128 {
			return nil, fmt.Errorf("set %d epoch %d member %d: %w", id, epoch, i, ErrSetWeight)
		}
		key, err := bls.PublicKeyFromBytes(m.BLSKey[:])
		if err != nil {
			return nil, fmt.Errorf("set %d epoch %d member %d: %w: %w", id, epoch, i, ErrSetKey, err)
		}
		consensus, err := crypto.DecompressPubkey(m.ConsensusKey[:])
		if err != nil {
			return nil, fmt.Errorf("set %d epoch %d member %d: %w: %w", id, epoch, i, ErrSetKey, err)
		}
		s.keys = append(s.keys, key)
		s.signers = append(s.signers, crypto.PubkeyToAddress(*consensus))
		s.total.Add(&s.total, &m.Weight)
		weight := m.Weight.Bytes32()
		packed = append(packed, m.Operator[:]...)
		packed = append(packed, m.BLSKey[:]...)
		packed = append(packed, m.ConsensusKey[:]...)
		packed = append(packed, weight[16:]...)
	}
	s.hash = crypto.Keccak256Hash(packed)
	return s, nil
}

func (s *OperatorSet) ID() SetID                             { return s.id }
func (s *OperatorSet) Epoch() Epoch                          { return s.epoch }
func (s *OperatorSet) Len() int                              { return len(s.members) }
func (s *OperatorSet) Member(i int) Member                   { return s.members[i] }
func (s *OperatorSet) Key(i int) bls.PublicKey               { return s.keys[i] }
func (s *OperatorSet) ConsensusAddress(i int) common.Address { return s.signers[i] }

// TotalWeight is the sum of all weights.
func (s *OperatorSet) TotalWeight() uint256.Int { return s.total }

// Hash is keccak256(id4 ‖ epoch8 ‖ for each member: address20 ‖ bls48 ‖ consensus33 ‖ weight16), big-endian.
func (s *OperatorSet) Hash() common.Hash { return s.hash }

// Index is the position of an operator, or -1.
func (s *OperatorSet) Index(op OperatorID) int {
	for i := range s.members {
		if s.members[i].Operator == op {
			return i
		}
	}
	return -1
}

// IndexOfConsensus is the position of the member with the given consensus address, or -1.
func (s *OperatorSet) IndexOfConsensus(address common.Address) int {
	for i := range s.signers {
		if s.signers[i] == address {
			return i
		}
	}
	return -1
}

// WeightOf is the weight of the members whose bits are set. Bits beyond the set are ignored.
func (s *OperatorSet) WeightOf(signers Bitmap) uint256.Int {
	var sum uint256.Int
	for i := range s.members {
		if signers.Has(i) {
			sum.Add(&sum, &s.members[i].Weight)
		}
	}
	return sum
}

// Quorum reports whether weight is at least two thirds of the total: enough for a certificate.
func (s *OperatorSet) Quorum(weight uint256.Int) bool {
	var left, right uint256.Int
	left.Mul(&weight, uint256.NewInt(3))
	right.Mul(&s.total, uint256.NewInt(2))
	return !left.Lt(&right)
}

// Available reports whether weight is more than a third of the total: at least one honest operator among its owners,
// as long as less than a third of the stake is faulty.
func (s *OperatorSet) Available(weight uint256.Int) bool {
	var left uint256.Int
	left.Mul(&weight, uint256.NewInt(3))
	return left.Gt(&s.total)
}

// powerScale is the voting power of the whole set; CometBFT wants the sum far below 2^60.
const powerScale = 1 << 30

// VotingPowers are the CometBFT powers, proportional to weight and at least one.
func (s *OperatorSet) VotingPowers() []int64 {
	powers := make([]int64, len(s.members))
	for i := range s.members {
		var p uint256.Int
		p.Mul(&s.members[i].Weight, uint256.NewInt(powerScale)).Div(&p, &s.total)
		powers[i] = max(1, int64(p.Uint64()))
	}
	return powers
}

type operatorSetRLP struct {
	ID      uint32
	Epoch   uint64
	Members []Member
}

// EncodeRLP implements rlp.Encoder.
func (s *OperatorSet) EncodeRLP(w io.Writer) error {
	return rlp.Encode(w, operatorSetRLP{uint32(s.id), uint64(s.epoch), s.members})
}

// DecodeRLP implements rlp.Decoder; it accepts only what NewOperatorSet accepts.
func (s *OperatorSet) DecodeRLP(stream *rlp.Stream) error {
	var dec operatorSetRLP
	if err := stream.Decode(&dec); err != nil {
		return err
	}
	set, err := NewOperatorSet(SetID(dec.ID), Epoch(dec.Epoch), dec.Members)
	if err != nil {
		return err
	}
	*s = *set
	return nil
}
