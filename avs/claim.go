package avs

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/internal/bls"
)

// Level says how an operator convinced itself of a claim before signing.
type Level uint8

// Levels of verification, weakest first.
const (
	LevelAgreement   Level = 0 // own node agrees with at least two independent endpoints
	LevelCommitments Level = 1 // header hash recomputed, commitments and proofs checked
	LevelExecution   Level = 2 // block executed by the operator's own client
)

var claimType = typeHash("FinalityClaim(bytes32 rollup,uint64 epoch,uint64 number,bytes32 blockHash,bytes32 parentHash," +
	"bytes32 stateRoot,bytes32 outputRoot,uint8 level)")

// FinalityClaim is what MACH certifies: this block stands at this height of this rollup.
type FinalityClaim struct {
	Rollup     RollupID
	Epoch      Epoch // epoch of the rollup's MACH set that was in force when the block was ordered
	Number     uint64
	BlockHash  common.Hash
	ParentHash common.Hash
	StateRoot  common.Hash
	OutputRoot common.Hash // commitment of the rollup's stack beyond the state root; zero where it has none
	Level      Level
}

// Digest is the EIP-712 digest that operators sign.
func (c FinalityClaim) Digest(d Domain) common.Hash {
	return d.digest(claimType, c.Rollup[:], word(uint64(c.Epoch)), word(c.Number), c.BlockHash[:], c.ParentHash[:],
		c.StateRoot[:], c.OutputRoot[:], word(uint64(c.Level)))
}

// Conflicts reports whether no honest operator signs both: the same height of the same rollup with another content.
// Epoch and level alone make no conflict.
func (c FinalityClaim) Conflicts(o FinalityClaim) bool {
	return c.Rollup == o.Rollup && c.Number == o.Number &&
		(c.BlockHash != o.BlockHash || c.ParentHash != o.ParentHash || c.StateRoot != o.StateRoot || c.OutputRoot != o.OutputRoot)
}

// ErrAttestation is the sentinel of an attestation that does not stand.
var ErrAttestation = errors.New("attestation is not valid")

// Attestation is one operator's BLS signature of a claim.
type Attestation struct {
	Claim     FinalityClaim
	Member    uint16 // index in the MACH set of the claim's epoch
	Signature [96]byte
}

// Verify checks the signature against the member's key and returns it decoded.
func (a Attestation) Verify(d Domain, set *OperatorSet) (bls.Signature, error) {
	if set.Epoch() != a.Claim.Epoch {
		return bls.Signature{}, fmt.Errorf("%w: epoch %d, set has %d", ErrAttestation, a.Claim.Epoch, set.Epoch())
	}
	if int(a.Member) >= set.Len() {
		return bls.Signature{}, fmt.Errorf("%w: member %d of %d", ErrAttestation, a.Member, set.Len())
	}
	sig, err := bls.SignatureFromBytes(a.Signature[:])
	if err != nil {
		return bls.Signature{}, fmt.Errorf("%w: %w", ErrAttestation, err)
	}
	if !set.Key(int(a.Member)).Verify(a.Claim.Digest(d), sig) {
		return bls.Signature{}, fmt.Errorf("%w: signature of member %d over number %d", ErrAttestation, a.Member, a.Claim.Number)
	}
	return sig, nil
}

// MaxAttestationSize bounds an encoded attestation.
const MaxAttestationSize = 512

// Encode is the canonical encoding.
func (a Attestation) Encode() []byte { return mustRLP(a) }

// DecodeAttestation reads Encode's bytes.
func DecodeAttestation(data []byte) (Attestation, error) {
	return decode[Attestation](data, MaxAttestationSize, "attestation")
}

func mustRLP(v any) []byte {
	data, err := rlp.EncodeToBytes(v)
	if err != nil {
		panic(fmt.Sprintf("encode %T: %v", v, err)) // our own types always encode; a test encodes each
	}
	return data
}

// ErrEncoding is the sentinel of bytes that are no canonical encoding of a value.
var ErrEncoding = errors.New("malformed encoding")

func decode[T any](data []byte, limit int, what string) (T, error) {
	var v T
	if len(data) > limit {
		return v, fmt.Errorf("decode %s: %w: %d bytes, at most %d", what, ErrEncoding, len(data), limit)
	}
	if err := rlp.DecodeBytes(data, &v); err != nil {
		var zero T
		return zero, fmt.Errorf("decode %s: %w: %w", what, ErrEncoding, err)
	}
	return v, nil
}

// ClaimKey orders stored claims and certificates: rollup, then number.
func ClaimKey(rollup RollupID, number uint64) []byte {
	return binary.BigEndian.AppendUint64(rollup.Bytes(), number)
}
