package client

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/avs"
)

// Claim is a finality claim in JSON: quantities and bytes in 0x-hex.
type Claim struct {
	Rollup     common.Hash    `json:"rollup"`
	Epoch      hexutil.Uint64 `json:"epoch"`
	Number     hexutil.Uint64 `json:"number"`
	BlockHash  common.Hash    `json:"blockHash"`
	ParentHash common.Hash    `json:"parentHash"`
	StateRoot  common.Hash    `json:"stateRoot"`
	OutputRoot common.Hash    `json:"outputRoot"`
	Level      hexutil.Uint64 `json:"level"`
}

// Certificate is a certificate in JSON.
type Certificate struct {
	Claim     Claim          `json:"claim"`
	Digest    common.Hash    `json:"digest"` // EIP-712 digest that was signed
	Epoch     hexutil.Uint64 `json:"epoch"`
	Signers   hexutil.Bytes  `json:"signers"`   // bit i (little-endian) is member i
	Signature hexutil.Bytes  `json:"signature"` // 96 bytes, compressed
}

// Member is an operator of a set in JSON.
type Member struct {
	Address      common.Address `json:"address"`
	BLSKey       hexutil.Bytes  `json:"bls_public_key"`       // 48 bytes, compressed
	ConsensusKey hexutil.Bytes  `json:"consensus_public_key"` // 33 bytes, compressed
	Weight       *hexutil.U256  `json:"weight"`
}

// OperatorSet is one epoch of a set in JSON; the members are in order.
type OperatorSet struct {
	SetID       hexutil.Uint64 `json:"setId"`
	Epoch       hexutil.Uint64 `json:"epoch"`
	Members     []Member       `json:"members"`
	TotalWeight *hexutil.U256  `json:"total_weight"`
}

// Domain is the EIP-712 domain of everything that is signed, in JSON.
type Domain struct {
	Network   string         `json:"network"`
	Version   string         `json:"version"`
	L1ChainID hexutil.Uint64 `json:"l1_chain_id"`
	Contract  common.Address `json:"contract"`
}

// NewCertificate is a certificate as JSON shows it.
func NewCertificate(d avs.Domain, c avs.Certificate) Certificate {
	return Certificate{
		Claim: Claim{Rollup: c.Claim.Rollup, Epoch: hexutil.Uint64(c.Claim.Epoch), Number: hexutil.Uint64(c.Claim.Number),
			BlockHash: c.Claim.BlockHash, ParentHash: c.Claim.ParentHash, StateRoot: c.Claim.StateRoot,
			OutputRoot: c.Claim.OutputRoot, Level: hexutil.Uint64(c.Claim.Level)},
		Digest: c.Claim.Digest(d), Epoch: hexutil.Uint64(c.Claim.Epoch), Signers: hexutil.Bytes(c.Signers), Signature: c.Signature[:],
	}
}

// NewOperatorSet is a set as JSON shows it.
func NewOperatorSet(s *avs.OperatorSet) OperatorSet {
	total := s.TotalWeight()
	out := OperatorSet{SetID: hexutil.Uint64(s.ID()), Epoch: hexutil.Uint64(s.Epoch()), TotalWeight: (*hexutil.U256)(&total)}
	for i := range s.Len() {
		m := s.Member(i)
		out.Members = append(out.Members, Member{Address: m.Operator, BLSKey: m.BLSKey[:], ConsensusKey: m.ConsensusKey[:],
			Weight: (*hexutil.U256)(&m.Weight)})
	}
	return out
}

// NewDomain is a domain as JSON shows it.
func NewDomain(d avs.Domain) Domain {
	return Domain{Network: d.Network, Version: avs.DomainVersion, L1ChainID: hexutil.Uint64(d.L1ChainID), Contract: d.Contract}
}

// Sentinels of JSON that is not what it claims to be. Those of package avs name the other checks.
var (
	ErrShape       = errors.New("field is missing or has the wrong size")
	ErrDigest      = errors.New("certificate's digest is not that of its claim in this domain")
	ErrEpochField  = errors.New("certificate's epoch is not that of its claim")
	ErrTotalWeight = errors.New("operator set's total weight is not the sum of its members'")
	ErrVersion     = errors.New("domain has a version that this program does not know")
)

// Value is the certificate as package avs has it. The digest and the repeated epoch are left to Verify.
func (c Certificate) Value() (avs.Certificate, error) {
	if len(c.Signature) != 96 {
		return avs.Certificate{}, fmt.Errorf("read certificate: signature of %d bytes, want 96: %w", len(c.Signature), ErrShape)
	}
	if c.Claim.Level > 255 {
		return avs.Certificate{}, fmt.Errorf("read certificate: level %d: %w", uint64(c.Claim.Level), ErrShape)
	}
	return avs.Certificate{
		Claim: avs.FinalityClaim{Rollup: c.Claim.Rollup, Epoch: avs.Epoch(c.Claim.Epoch), Number: uint64(c.Claim.Number),
			BlockHash: c.Claim.BlockHash, ParentHash: c.Claim.ParentHash, StateRoot: c.Claim.StateRoot,
			OutputRoot: c.Claim.OutputRoot, Level: avs.Level(c.Claim.Level)},
		Signers: avs.Bitmap(c.Signers), Signature: [96]byte(c.Signature),
	}, nil
}

// Value is the set as package avs has it, with every check of avs.NewOperatorSet.
func (s OperatorSet) Value() (*avs.OperatorSet, error) {
	members := make([]avs.Member, 0, len(s.Members))
	for i, m := range s.Members {
		if len(m.BLSKey) != 48 || len(m.ConsensusKey) != 33 || m.Weight == nil {
			return nil, fmt.Errorf("read operator set: member %d: keys of 48 and 33 bytes and a weight: %w", i, ErrShape)
		}
		members = append(members, avs.Member{Operator: m.Address, BLSKey: [48]byte(m.BLSKey), ConsensusKey: [33]byte(m.ConsensusKey),
			Weight: uint256.Int(*m.Weight)})
	}
	if s.SetID > 1<<32-1 {
		return nil, fmt.Errorf("read operator set: set id %d: %w", uint64(s.SetID), ErrShape)
	}
	set, err := avs.NewOperatorSet(avs.SetID(s.SetID), avs.Epoch(s.Epoch), members)
	if err != nil {
		return nil, fmt.Errorf("read operator set: %w", err)
	}
	if total := set.TotalWeight(); s.TotalWeight == nil || !total.Eq((*uint256.Int)(s.TotalWeight)) {
		return nil, fmt.Errorf("read operator set: %w", ErrTotalWeight)
	}
	return set, nil
}

// Value is the domain as package avs has it.
func (d Domain) Value() (avs.Domain, error) {
	if d.Version != avs.DomainVersion {
		return avs.Domain{}, fmt.Errorf("read domain: %w: %q", ErrVersion, d.Version)
	}
	return avs.Domain{Network: d.Network, L1ChainID: uint64(d.L1ChainID), Contract: d.Contract}, nil
}

// Verify checks a certificate as it stands in JSON: shape, epoch, digest, signers, weight and signature. The set must be
// the MACH set of the certificate's rollup at its epoch.
func Verify(d avs.Domain, set *avs.OperatorSet, c Certificate) error {
	value, err := c.Value()
	if err != nil {
		return err
	}
	if c.Epoch != c.Claim.Epoch {
		return fmt.Errorf("verify certificate: %w: %d, not %d", ErrEpochField, uint64(c.Epoch), uint64(c.Claim.Epoch))
	}
	if digest := value.Claim.Digest(d); digest != c.Digest {
		return fmt.Errorf("verify certificate: %w: %s, not %s", ErrDigest, c.Digest, digest)
	}
	return value.Verify(d, set)
}

// ParseCertificate reads a certificate from JSON.
func ParseCertificate(data []byte) (Certificate, error) {
	var c Certificate
	if err := json.Unmarshal(data, &c); err != nil {
		return c, fmt.Errorf("read certificate: %w", err)
	}
	_, err := c.Value()
	return c, err
}

// ParseOperatorSet reads a set from JSON and checks it.
func ParseOperatorSet(data []byte) (*avs.OperatorSet, error) {
	var s OperatorSet
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, fmt.Errorf("read operator set: %w", err)
	}
	return s.Value()
}
