package client

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
	"github.com/trident-network/trident/avs"
)

// fixed is a field of raw bytes that has one size.
type fixed struct {
	name string
	from []byte
	to   []byte
}

// fill copies fields of the right size.
func fill(what string, fields ...fixed) error {
	for _, f := range fields {
		if len(f.from) != len(f.to) {
			return fmt.Errorf("read %s: %s of %d bytes, want %d: %w", what, f.name, len(f.from), len(f.to), ErrShape)
		}
		copy(f.to, f.from)
	}
	return nil
}

func bytesOf(h common.Hash) []byte { return h[:] }

// FromProto reads a certificate of the Connect service.
func FromProto(c *tridentv1.Certificate) (avs.Certificate, error) {
	claim := c.GetClaim()
	var out avs.Certificate
	if err := fill("certificate", fixed{"rollup", claim.GetRollup(), out.Claim.Rollup[:]}, fixed{"block_hash", claim.GetBlockHash(), out.Claim.BlockHash[:]},
		fixed{"parent_hash", claim.GetParentHash(), out.Claim.ParentHash[:]}, fixed{"state_root", claim.GetStateRoot(), out.Claim.StateRoot[:]},
		fixed{"output_root", claim.GetOutputRoot(), out.Claim.OutputRoot[:]}, fixed{"signature", c.GetSignature(), out.Signature[:]}); err != nil {
		return avs.Certificate{}, err
	}
	if claim.GetLevel() > 255 {
		return avs.Certificate{}, fmt.Errorf("read certificate: level %d: %w", claim.GetLevel(), ErrShape)
	}
	out.Claim.Epoch, out.Claim.Number, out.Claim.Level = avs.Epoch(claim.GetEpoch()), claim.GetNumber(), avs.Level(claim.GetLevel())
	out.Signers = avs.Bitmap(c.GetSigners())
	return out, nil
}

// ToProto is a certificate as the Connect service sends it.
func ToProto(d avs.Domain, c avs.Certificate) *tridentv1.Certificate {
	return &tridentv1.Certificate{
		Claim: &tridentv1.FinalityClaim{Rollup: bytesOf(c.Claim.Rollup), Epoch: uint64(c.Claim.Epoch), Number: c.Claim.Number,
			BlockHash: bytesOf(c.Claim.BlockHash), ParentHash: bytesOf(c.Claim.ParentHash), StateRoot: bytesOf(c.Claim.StateRoot),
			OutputRoot: bytesOf(c.Claim.OutputRoot), Level: uint32(c.Claim.Level)},
		Digest: bytesOf(c.Claim.Digest(d)), Signers: c.Signers, Signature: c.Signature[:],
	}
}

// AlertFromProto reads a certified alert of the Connect service.
func AlertFromProto(a *tridentv1.Alert) (avs.CertifiedAlert, error) {
	out := avs.CertifiedAlert{Alert: avs.Alert{Epoch: avs.Epoch(a.GetEpoch()), Sequence: a.GetSequence(), Paused: a.GetPaused()},
		Signers: avs.Bitmap(a.GetSigners())}
	if err := fill("alert", fixed{"rollup", a.GetRollup(), out.Alert.Rollup[:]}, fixed{"signature", a.GetSignature(), out.Signature[:]}); err != nil {
		return avs.CertifiedAlert{}, err
	}
	return out, nil
}

// AlertToProto is a certified alert as the Connect service sends it.
func AlertToProto(d avs.Domain, c avs.CertifiedAlert) *tridentv1.Alert {
	return &tridentv1.Alert{Rollup: bytesOf(c.Alert.Rollup), Epoch: uint64(c.Alert.Epoch), Sequence: c.Alert.Sequence, Paused: c.Alert.Paused,
		Digest: bytesOf(c.Alert.Digest(d)), Signers: c.Signers, Signature: c.Signature[:]}
}

// AlertVoteToProto is a vote as the Connect service sends it.
func AlertVoteToProto(operator avs.OperatorID, v avs.AlertVote) *tridentv1.AlertVote {
	return &tridentv1.AlertVote{Operator: operator[:], Member: uint32(v.Member), Epoch: uint64(v.Alert.Epoch), Sequence: v.Alert.Sequence,
		Paused: v.Alert.Paused, Number: v.Report.Number, Reason: v.Report.Reason, Ours: bytesOf(v.Report.Ours), Theirs: bytesOf(v.Report.Theirs),
		Signature: v.Signature[:], ReportSignature: v.ReportSignature[:]}
}

// SetFromProto reads an operator set of the Connect service, with every check of avs.NewOperatorSet.
func SetFromProto(s *tridentv1.OperatorSet) (*avs.OperatorSet, error) {
	members := make([]avs.Member, len(s.GetMembers()))
	for i, m := range s.GetMembers() {
		to := &members[i]
		if err := fill("operator set", fixed{"address", m.GetAddress(), to.Operator[:]}, fixed{"bls_public_key", m.GetBlsPublicKey(), to.BLSKey[:]},
			fixed{"consensus_public_key", m.GetConsensusPublicKey(), to.ConsensusKey[:]}); err != nil {
			return nil, err
		}
		if len(m.GetWeight()) > 16 {
			return nil, fmt.Errorf("read operator set: weight of %d bytes, at most 16: %w", len(m.GetWeight()), ErrShape)
		}
		to.Weight.SetBytes(m.GetWeight())
	}
	set, err := avs.NewOperatorSet(avs.SetID(s.GetSetId()), avs.Epoch(s.GetEpoch()), members)
	if err != nil {
		return nil, fmt.Errorf("read operator set: %w", err)
	}
	if total := set.TotalWeight(); len(s.GetTotalWeight()) > 32 || !total.Eq(new(uint256.Int).SetBytes(s.GetTotalWeight())) {
		return nil, fmt.Errorf("read operator set: %w", ErrTotalWeight)
	}
	return set, nil
}

// SetToProto is an operator set as the Connect service sends it.
func SetToProto(set *avs.OperatorSet) *tridentv1.OperatorSet {
	total := set.TotalWeight()
	out := &tridentv1.OperatorSet{SetId: uint32(set.ID()), Epoch: uint64(set.Epoch()), TotalWeight: total.Bytes()}
	for i := range set.Len() {
		member := set.Member(i)
		out.Members = append(out.Members, &tridentv1.Member{Address: member.Operator[:], BlsPublicKey: member.BLSKey[:],
			ConsensusPublicKey: member.ConsensusKey[:], Weight: member.Weight.Bytes()})
	}
	return out
}

// SetsToProto are operator sets as the Connect service sends them.
func SetsToProto(sets []*avs.OperatorSet) []*tridentv1.OperatorSet {
	out := make([]*tridentv1.OperatorSet, 0, len(sets))
	for _, s := range sets {
		out = append(out, SetToProto(s))
	}
	return out
}

// HandOffFromProto reads a hand-off of the Connect service, its sets checked.
func HandOffFromProto(h *tridentv1.HandOff) (avs.CertifiedL1View, error) {
	out := avs.CertifiedL1View{View: avs.L1View{Number: h.GetNumber()}, Signers: avs.Bitmap(h.GetSigners())}
	if err := fill("hand-off", fixed{"block_hash", h.GetBlockHash(), out.View.BlockHash[:]}, fixed{"signature", h.GetSignature(), out.Signature[:]}); err != nil {
		return avs.CertifiedL1View{}, err
	}
	for _, s := range h.GetOperatorSets() {
		set, err := SetFromProto(s)
		if err != nil {
			return avs.CertifiedL1View{}, fmt.Errorf("read hand-off of l1 block %d: %w", h.GetNumber(), err)
		}
		out.View.Sets = append(out.View.Sets, set)
	}
	var err error
	if out.View.Inputs, err = avs.DecodeL1Inputs(h.GetInputs()); err != nil {
		return avs.CertifiedL1View{}, fmt.Errorf("read hand-off of l1 block %d: %w: %w", h.GetNumber(), ErrShape, err)
	}
	return out, nil
}

// HandOffToProto is a hand-off as the Connect service sends it.
func HandOffToProto(d avs.Domain, c avs.CertifiedL1View) *tridentv1.HandOff {
	return &tridentv1.HandOff{Number: c.View.Number, BlockHash: bytesOf(c.View.BlockHash), OperatorSets: SetsToProto(c.View.Sets),
		Inputs: c.View.Inputs.Encode(), Digest: bytesOf(c.View.Digest(d)), Signers: c.Signers, Signature: c.Signature[:]}
}
