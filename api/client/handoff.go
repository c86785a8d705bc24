package client

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/avs"
)

// Sentinels of a hand-off or a beginning in JSON that is not what it claims to be. Those of package avs name the others.
var (
	ErrHandOffDigest = errors.New("hand-off's digest is not that of its view in this domain")
	ErrGenesisHash   = errors.New("genesis sets have another hash than the trusted one")
)

// HandOff is a hand-off of the operator sets in JSON: what the ordering set in force attests of an L1 block.
type HandOff struct {
	Number       hexutil.Uint64 `json:"number"` // of the L1 block
	BlockHash    common.Hash    `json:"blockHash"`
	OperatorSets []OperatorSet  `json:"operatorSets"` // ascending by id
	Inputs       hexutil.Bytes  `json:"inputs"`       // RLP of what else the view brings; its keccak256 enters the digest
	Digest       common.Hash    `json:"digest"`       // EIP-712 digest that was signed
	Signers      hexutil.Bytes  `json:"signers"`      // bit i (little-endian) is member i of the ordering set before it
	Signature    hexutil.Bytes  `json:"signature"`    // 96 bytes, compressed
}

// RollupSet says which operator set certifies a rollup, in JSON.
type RollupSet struct {
	ID      common.Hash    `json:"id"`
	Name    string         `json:"name"`
	MachSet hexutil.Uint64 `json:"machSet"` // id of its MACH set
}

// Genesis is the beginning that hand-offs are followed from, in JSON: the operator sets with the L1 block that they were
// read at, and which set certifies which rollup. An operator's answer to mach_genesisSets has this shape; kept in a file,
// and compared with what its owner knows, it is a trusted beginning. A file may leave out the sets and have only their
// hash: they are then fetched from an operator and must have that hash.
type Genesis struct {
	Domain       Domain         `json:"domain"`
	Rollups      []RollupSet    `json:"rollups"`
	L1Block      hexutil.Uint64 `json:"l1Block"`
	L1BlockHash  common.Hash    `json:"l1BlockHash"`
	OperatorSets []OperatorSet  `json:"operatorSets,omitempty"` // ascending by id
	Hash         common.Hash    `json:"hash"`                   // keccak256 of the concatenated hashes of the sets
}

// NewHandOff is a hand-off as JSON shows it.
func NewHandOff(d avs.Domain, c avs.CertifiedL1View) HandOff {
	return HandOff{Number: hexutil.Uint64(c.View.Number), BlockHash: c.View.BlockHash, OperatorSets: newOperatorSets(c.View.Sets),
		Inputs: c.View.Inputs.Encode(), Digest: c.View.Digest(d), Signers: hexutil.Bytes(c.Signers), Signature: c.Signature[:]}
}

// NewGenesis is a beginning as JSON shows it.
func NewGenesis(d avs.Domain, view avs.L1View, rollups []avs.Rollup) Genesis {
	g := Genesis{Domain: NewDomain(d), Rollups: []RollupSet{}, L1Block: hexutil.Uint64(view.Number), L1BlockHash: view.BlockHash,
		OperatorSets: newOperatorSets(view.Sets), Hash: view.SetsHash()}
	for _, r := range rollups {
		g.Rollups = append(g.Rollups, RollupSet{ID: r.ID, Name: r.Name, MachSet: hexutil.Uint64(avs.MachSet(r.Index))})
	}
	return g
}

func newOperatorSets(sets []*avs.OperatorSet) []OperatorSet {
	out := make([]OperatorSet, 0, len(sets))
	for _, s := range sets {
		out = append(out, NewOperatorSet(s))
	}
	return out
}

func operatorSetValues(sets []OperatorSet) ([]*avs.OperatorSet, error) {
	out := make([]*avs.OperatorSet, 0, len(sets))
	for _, s := range sets {
		set, err := s.Value()
		if err != nil {
			return nil, err
		}
		out = append(out, set)
	}
	return out, nil
}

// Value is the hand-off as package avs has it, its sets checked. The digest is left to VerifyHandOff.
func (h HandOff) Value() (avs.CertifiedL1View, error) {
	if len(h.Signature) != 96 {
		return avs.CertifiedL1View{}, fmt.Errorf("read hand-off: signature of %d bytes, want 96: %w", len(h.Signature), ErrShape)
	}
	sets, err := operatorSetValues(h.OperatorSets)
	if err != nil {
		return avs.CertifiedL1View{}, fmt.Errorf("read hand-off of l1 block %d: %w", uint64(h.Number), err)
	}
	inputs, err := avs.DecodeL1Inputs(h.Inputs)
	if err != nil {
		return avs.CertifiedL1View{}, fmt.Errorf("read hand-off of l1 block %d: %w: %w", uint64(h.Number), ErrShape, err)
	}
	return avs.CertifiedL1View{View: avs.L1View{Number: uint64(h.Number), BlockHash: h.BlockHash, Sets: sets, Inputs: inputs},
		Signers: avs.Bitmap(h.Signers), Signature: [96]byte(h.Signature)}, nil
}

// VerifyHandOff checks a hand-off as it stands in JSON against the ordering set in force before it: shape, sets, digest,
// signers, weight and signature. To follow one after another use avs.SetHistory, which refuses stale ones too.
func VerifyHandOff(d avs.Domain, ordering *avs.OperatorSet, h HandOff) error {
	value, err := h.Value()
	if err != nil {
		return err
	}
	if digest := value.View.Digest(d); digest != h.Digest {
		return fmt.Errorf("verify hand-off: %w: %s, not %s", ErrHandOffDigest, h.Digest, digest)
	}
	return value.Verify(d, ordering)
}

// ParseHandOff reads a hand-off from JSON.
func ParseHandOff(data []byte) (HandOff, error) {
	var h HandOff
	if err := json.Unmarshal(data, &h); err != nil {
		return h, fmt.Errorf("read hand-off: %w", err)
	}
	_, err := h.Value()
	return h, err
}

// Sets are the sets of a beginning, each checked, and all of them against the hash.
func (g Genesis) Sets() ([]*avs.OperatorSet, error) {
	sets, err := operatorSetValues(g.OperatorSets)
	if err != nil {
		return nil, fmt.Errorf("read genesis sets: %w", err)
	}
	for i := 1; i < len(sets); i++ {
		if sets[i-1].ID() >= sets[i].ID() {
			return nil, fmt.Errorf("read genesis sets: %w", avs.ErrHandOffOrder)
		}
	}
	if hash := avs.SetsHash(sets); hash != g.Hash {
		return nil, fmt.Errorf("read genesis sets: %w: %s, not %s", ErrGenesisHash, hash, g.Hash)
	}
	return sets, nil
}

// ParseGenesis reads a beginning from JSON and checks the sets, if it has them.
func ParseGenesis(data []byte) (Genesis, error) {
	var g Genesis
	if err := json.Unmarshal(data, &g); err != nil {
		return g, fmt.Errorf("read genesis sets: %w", err)
	}
	if g.Hash == (common.Hash{}) {
		return g, fmt.Errorf("read genesis sets: hash: %w", ErrShape)
	}
	if _, err := g.Domain.Value(); err != nil {
		return g, fmt.Errorf("read genesis sets: %w", err)
	}
	for _, r := range g.Rollups {
		if r.MachSet > 1<<32-1 {
			return g, fmt.Errorf("read genesis sets: MACH set %d of %s: %w", uint64(r.MachSet), r.Name, ErrShape)
		}
	}
	if len(g.OperatorSets) == 0 {
		return g, nil
	}
	_, err := g.Sets()
	return g, err
}
