package deploy

import (
	"context"
	"crypto/ecdsa"
	"fmt"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/bls"
)

// EncodeConflictingClaims is the call of Slasher that carries the evidence. A signature that is no point of the curve is
// refused here, since no contract call could be made of it.
func EncodeConflictingClaims(e avs.ConflictingClaims) ([]byte, error) {
	parsed, err := slasherMeta.GetAbi()
	if err != nil {
		return nil, fmt.Errorf("read abi of %s: %w", Slasher, err)
	}
	var signatures [2][256]byte
	for i, a := range []avs.Attestation{e.A, e.B} {
		s, err := bls.SignatureFromBytes(a.Signature[:])
		if err != nil {
			return nil, fmt.Errorf("encode evidence: signature %d: %w", i, err)
		}
		signatures[i] = s.EIP2537()
	}
	data, err := parsed.Pack("slashConflictingClaims", e.Operator, solidity(e.A.Claim), signatures[0][:], solidity(e.B.Claim), signatures[1][:])
	if err != nil {
		return nil, fmt.Errorf("encode evidence: %w", err)
	}
	return data, nil
}

func solidity(c avs.FinalityClaim) bindings.FinalityClaim {
	return bindings.FinalityClaim{
		Rollup: c.Rollup, Epoch: uint64(c.Epoch), Number: c.Number, BlockHash: c.BlockHash, ParentHash: c.ParentHash,
		StateRoot: c.StateRoot, OutputRoot: c.OutputRoot, Level: uint8(c.Level),
	}
}

// ReportConflictingClaims brings evidence to the Slasher. Anyone may.
func ReportConflictingClaims(ctx context.Context, b Backend, reporter *ecdsa.PrivateKey, c *Contracts, e avs.ConflictingClaims) error {
	data, err := EncodeConflictingClaims(e)
	if err != nil {
		return err
	}
	slasher, err := c.Addresses.contract(Slasher, slasherMeta)
	if err != nil {
		return err
	}
	chain, err := connect(ctx, b)
	if err != nil {
		return err
	}
	s, err := chain.sender(ctx, reporter)
	if err != nil {
		return err
	}
	if err := s.send(ctx, "report conflicting claims of "+e.Operator.Hex(), &slasher.at, data, callGas); err != nil {
		return err
	}
	return s.flush(ctx, s)
}
