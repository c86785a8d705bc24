package avs

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// MaxBodySize bounds the body of a batch, bytes. A body above ChunkSize travels in chunks.
const MaxBodySize = 4 << 20

var (
	headerType = typeHash("BatchHeader(bytes32 rollup,uint64 epoch,uint64 slot,uint32 rank,uint64 number,uint64 timestamp," +
		"uint64 l1Number,uint64 inbox,bytes32 parentHash,bytes32 blockHash,bytes32 bodyHash,uint32 bodySize)")
	ackType = typeHash("AvailabilityAck(bytes32 header)")
)

// BatchHeader is what a SQUAD leader signs for a slot. Two different ones by one leader for one (rollup, epoch, slot,
// rank) are evidence.
type BatchHeader struct {
	Rollup     RollupID
	Epoch      Epoch // of the rollup's SQUAD set
	Slot       uint64
	Rank       uint32
	Number     uint64 // rollup block number
	Timestamp  uint64 // of the rollup block, seconds
	L1Number   uint64 // L1 view that the block stands on: its hash is the block's beacon root, and bounds Inbox
	Inbox      uint64 // messages of the rollup's L1 inbox that this batch and all before it have taken
	ParentHash common.Hash
	BlockHash  common.Hash
	BodyHash   common.Hash // keccak256 of the body if it is one chunk, else the root of BodyTree
	BodySize   uint32
}

// Digest is the EIP-712 digest that the leader signs with its consensus key. It names the batch on the network.
func (h BatchHeader) Digest(d Domain) common.Hash {
	return d.digest(headerType, h.Rollup[:], word(uint64(h.Epoch)), word(h.Slot), word(uint64(h.Rank)), word(h.Number),
		word(h.Timestamp), word(h.L1Number), word(h.Inbox), h.ParentHash[:], h.BlockHash[:], h.BodyHash[:], word(uint64(h.BodySize)))
}

// Sentinels of a header or proof that does not stand.
var (
	ErrHeader = errors.New("batch header is not valid")
	ErrProof  = errors.New("availability proof is not valid")
)

// SignedHeader is a batch header with its leader's signature.
type SignedHeader struct {
	Header    BatchHeader
	Signature [65]byte // r ‖ s ‖ v, v in {0,1}
}

// Signer recovers the consensus address that signed.
func (s SignedHeader) Signer(d Domain) (common.Address, error) {
	return recoverSigner(s.Header.Digest(d), s.Signature)
}

func recoverSigner(digest common.Hash, signature [65]byte) (common.Address, error) {
	if !crypto.ValidateSignatureValues(signature[64], u256(signature[:32]).ToBig(), u256(signature[32:64]).ToBig(), true) {
		return common.Address{}, errors.New("recover signer: signature values out of range")
	}
	key, err := crypto.SigToPub(digest[:], signature[:])
	if err != nil {
		return common.Address{}, fmt.Errorf("recover signer: %w", err)
	}
	return crypto.PubkeyToAddress(*key), nil
}

func u256(b []byte) *uint256.Int { return new(uint256.Int).SetBytes(b) }

// Batch is a header with the body it commits to; this is what leaders gossip.
type Batch struct {
	Header SignedHeader
	Body   []byte
}

// maxBatchOverhead is more than the encoding of a signed header.
const maxBatchOverhead = 512

// Encode is the canonical encoding.
func (b Batch) Encode() []byte { return mustRLP(b) }

// DecodeBatch reads Encode's bytes and checks the body against the header.
func DecodeBatch(data []byte) (Batch, error) {
	b, err := decode[Batch](data, MaxBodySize+maxBatchOverhead, "batch")
	if err != nil {
		return b, err
	}
	return b, b.Header.Header.CheckBody(b.Body)
}

// CheckBody reports whether the body is the one that the header commits to.
func (h BatchHeader) CheckBody(body []byte) error {
	if len(body) != int(h.BodySize) || len(body) > MaxBodySize || BodyHash(body) != h.BodyHash {
		return fmt.Errorf("%w: body of %d bytes does not match", ErrHeader, len(body))
	}
	return nil
}

// Ack is a member's statement that it holds the body of a batch. It promises availability, not validity, so signing
// two of them is never a fault.
type Ack struct {
	Header    common.Hash // digest of the batch header
	Member    uint16      // index in the SQUAD set of the header's epoch
	Signature [65]byte
}

// AckDigest is the EIP-712 digest of an acknowledgement.
func AckDigest(d Domain, header common.Hash) common.Hash { return d.digest(ackType, header[:]) }

// Verify checks the acknowledgement against the SQUAD set.
func (a Ack) Verify(d Domain, set *OperatorSet) error {
	if int(a.Member) >= set.Len() {
		return fmt.Errorf("%w: member %d of %d", ErrProof, a.Member, set.Len())
	}
	signer, err := recoverSigner(AckDigest(d, a.Header), a.Signature)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrProof, err)
	}
	if signer != set.ConsensusAddress(int(a.Member)) {
		return fmt.Errorf("%w: acknowledgement of member %d is signed by %s", ErrProof, a.Member, signer)
	}
	return nil
}

// Encode is the canonical encoding.
func (a Ack) Encode() []byte { return mustRLP(a) }

// DecodeAck reads Encode's bytes.
func DecodeAck(data []byte) (Ack, error) { return decode[Ack](data, 256, "acknowledgement") }

// MemberSignature is one acknowledgement inside a proof.
type MemberSignature struct {
	Member    uint16
	Signature [65]byte
}

// AvailabilityProof holds acknowledgements of one header by more than a third of the SQUAD weight, members ascending.
type AvailabilityProof struct{ Acks []MemberSignature }

// Verify checks order, signatures and weight.
func (p AvailabilityProof) Verify(d Domain, header common.Hash, set *OperatorSet) error {
	signers := NewBitmap(set.Len())
	for i, a := range p.Acks {
		if i > 0 && a.Member <= p.Acks[i-1].Member {
			return fmt.Errorf("%w: members not ascending at %d", ErrProof, i)
		}
		if err := (Ack{header, a.Member, a.Signature}).Verify(d, set); err != nil {
			return err
		}
		signers = signers.With(int(a.Member))
	}
	if !set.Available(set.WeightOf(signers)) {
		return fmt.Errorf("%w: %d acknowledgements have not more than a third of the weight", ErrProof, len(p.Acks))
	}
	return nil
}

// OrderedBatch is a batch header that consensus accepted, with where and when.
type OrderedBatch struct {
	Header     SignedHeader
	Proof      AvailabilityProof
	MachEpoch  Epoch  // epoch of the rollup's MACH set in force at the height
	Height     uint64 // CometBFT height
	TimeMillis uint64 // CometBFT block time, Unix milliseconds
}

// Encode is the canonical encoding.
func (o OrderedBatch) Encode() []byte { return mustRLP(o) }

// DecodeOrderedBatch reads Encode's bytes.
func DecodeOrderedBatch(data []byte) (OrderedBatch, error) {
	return decode[OrderedBatch](data, MaxTxSize, "ordered batch")
}
