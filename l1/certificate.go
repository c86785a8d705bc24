package l1

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
)

// PackSubmit is the call data of Mach.submit, which checks a certificate and records it.
func PackSubmit(c avs.Certificate) ([]byte, error) {
	claim, signers, signature, err := contractArguments(c)
	if err != nil {
		return nil, err
	}
	return machABI.TryPackSubmit(claim, signers, signature)
}

// VerifyCertificate lets the CertificateVerifier contract check a certificate, without a transaction. A refusal is
// ErrReverted with the contract's word for it.
func (c *Client) VerifyCertificate(ctx context.Context, verifier common.Address, certificate avs.Certificate) error {
	claim, signers, signature, err := contractArguments(certificate)
	if err != nil {
		return err
	}
	data, err := bindings.NewCertificateVerifier().TryPackVerifyFinality(claim, signers, signature)
	if err != nil {
		return fmt.Errorf("encode certificate: %w", err)
	}
	if _, err := c.CallContract(ctx, ethereum.CallMsg{To: &verifier, Data: data}, nil); err != nil {
		return fmt.Errorf("verify certificate on l1: %w", explain(err))
	}
	return nil
}

// ClaimDigest is the digest of a claim as the contracts on L1 compute it, by way of a CertificateVerifier.
func (c *Client) ClaimDigest(ctx context.Context, verifier common.Address, claim avs.FinalityClaim) (common.Hash, error) {
	v, rollups := bindings.NewCertificateVerifier(), bindings.NewRestakedRollups()
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &verifier, Data: v.PackRestakedRollups()}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("ask l1 for RestakedRollups: %w", explain(err))
	}
	at, err := v.UnpackRestakedRollups(out)
	if err != nil {
		return common.Hash{}, fmt.Errorf("ask l1 for RestakedRollups: %w", err)
	}
	out, err = c.CallContract(ctx, ethereum.CallMsg{To: &at, Data: rollups.PackFinalityClaimDigest(contractClaim(claim))}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("ask l1 for the digest of a claim: %w", explain(err))
	}
	return rollups.UnpackFinalityClaimDigest(out)
}

func contractClaim(k avs.FinalityClaim) bindings.FinalityClaim {
	return bindings.FinalityClaim{Rollup: k.Rollup, Epoch: uint64(k.Epoch), Number: k.Number, BlockHash: k.BlockHash, ParentHash: k.ParentHash,
		StateRoot: k.StateRoot, OutputRoot: k.OutputRoot, Level: uint8(k.Level)}
}

// contractArguments are a certificate as the contracts take it: signers in one word, the signature uncompressed.
func contractArguments(c avs.Certificate) (claim bindings.FinalityClaim, signers *big.Int, signature []byte, err error) {
	signers, signature, err = aggregate(c.Signers, c.Signature)
	if err != nil {
		return claim, nil, nil, fmt.Errorf("encode certificate: %w", err)
	}
	return contractClaim(c.Claim), signers, signature, nil
}
