package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/l1"
	"github.com/trident-network/trident/localnet"
)

// fromDir is the value of --l1 without a URL.
const fromDir = "from --dir"

func machVerify(s *source) *cobra.Command {
	var set, url, contract, trust string
	cmd := &cobra.Command{
		Use:   "verify FILE",
		Short: "Check a certificate: offline against an operator-set file, or by the contract on L1",
		Long: `Check a certificate in a JSON file; - reads standard input.

  trident mach verify cert.json --set set.json              offline; the file is from: trident mach operator-set EPOCH
  trident mach verify cert.json --trust genesis.json        by hand-offs, which operators of --dir or --api serve
  trident mach verify cert.json --l1                        by the contract of the local network in --dir
  trident mach verify cert.json --l1=URL --contract 0x…     by a CertificateVerifier anywhere`,
		Args: takes("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
			defer cancel()
			if err := oneWay(set, url, trust); err != nil {
				return err
			}
			data, err := readInput(cmd.InOrStdin(), args[0])
			if err != nil {
				return fmt.Errorf("read certificate: %w", err)
			}
			certificate, err := client.ParseCertificate(data)
			if err != nil {
				return err
			}
			if trust != "" {
				return verifyByHandOffs(ctx, cmd.OutOrStdout(), certificate, s, trust)
			}
			if set != "" {
				return verifyOffline(cmd.OutOrStdout(), certificate, set)
			}
			return verifyOnL1(ctx, cmd.OutOrStdout(), certificate, s.dir, url, contract)
		},
	}
	f := cmd.Flags()
	f.StringVar(&set, "set", "", "operator-set file of the certificate's epoch, which you trust")
	f.StringVar(&trust, "trust", "", "file of the operator sets that you trust; later ones are followed by hand-offs")
	f.StringVar(&url, "l1", "", "check by the contract on L1: of the network in --dir, or at =URL")
	f.Lookup("l1").NoOptDefVal = fromDir
	f.StringVar(&contract, "contract", "", "address of CertificateVerifier, with --l1=URL")
	return cmd
}

// oneWay allows exactly one way to check.
func oneWay(set, url, trust string) error {
	ways := 0
	for _, way := range []string{set, url, trust} {
		if way != "" {
			ways++
		}
	}
	switch {
	case ways == 0:
		return errors.New("give --set FILE to check offline, or --l1 to check by the contract, or --trust FILE to follow hand-offs")
	case ways > 1:
		return errors.New("--set checks offline, --l1 by the contract, --trust by hand-offs: give one of them")
	}
	return nil
}

// verifyByHandOffs follows the operator sets from a trusted file to the epoch of the certificate.
func verifyByHandOffs(ctx context.Context, out io.Writer, certificate client.Certificate, s *source, path string) error {
	trust, err := trustFile(path)
	if err != nil {
		return err
	}
	c, err := s.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	apis := s.apis
	if len(apis) == 0 {
		apis = []string{s.api}
	}
	checker, err := client.NewChecker(ctx, trust, certificate.Claim.Rollup.Hex(), 0, apis...)
	if err != nil {
		return err
	}
	defer checker.Close()
	set, err := checker.CheckJSON(ctx, certificate)
	if err != nil {
		return s.unanswered(err)
	}
	return valid(out, certificate, set)
}

// valid says by whom a certificate was signed.
func valid(out io.Writer, certificate client.Certificate, set *avs.OperatorSet) error {
	value, err := certificate.Value()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "valid: block %d %s is certified by %d of %d operators of epoch %d\n", value.Claim.Number, value.Claim.BlockHash,
		value.Signers.Count(), set.Len(), value.Claim.Epoch)
	return err
}

func verifyOffline(out io.Writer, certificate client.Certificate, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read operator set: %w", err)
	}
	var f setFile
	if err := json.Unmarshal(data, &f); err != nil {
		return fmt.Errorf("read operator set %s: %w", path, err)
	}
	domain, err := f.Domain.Value()
	if err != nil {
		return fmt.Errorf("read operator set %s: %w; make it with: trident mach operator-set", path, err)
	}
	operators, err := f.OperatorSet.Value()
	if err != nil {
		return err
	}
	if err := client.Verify(domain, operators, certificate); err != nil {
		return err
	}
	return valid(out, certificate, operators)
}

func verifyOnL1(ctx context.Context, out io.Writer, certificate client.Certificate, dir, url, contract string) error {
	value, err := certificate.Value()
	if err != nil {
		return err
	}
	verifier := common.HexToAddress(contract)
	if url == fromDir {
		file, err := localnet.ReadFile(dir)
		if err != nil {
			return err
		}
		url, verifier = file.L1.RPC, file.Contracts["CertificateVerifier"]
	} else if !common.IsHexAddress(contract) {
		return fmt.Errorf("--contract %q: give the address of CertificateVerifier on the L1 at %s", contract, url)
	}
	chain, err := l1.Dial(ctx, url, 0)
	if err != nil {
		return err
	}
	defer chain.Close()
	if err := chain.RequireCode(ctx, "CertificateVerifier", verifier); err != nil {
		return err
	}
	digest, err := chain.ClaimDigest(ctx, verifier, value.Claim)
	if err != nil {
		return err
	}
	if digest != certificate.Digest {
		return fmt.Errorf("verify certificate on l1: %w: %s, not %s", client.ErrDigest, certificate.Digest, digest)
	}
	if certificate.Epoch != certificate.Claim.Epoch {
		return fmt.Errorf("verify certificate on l1: %w: %d, not %d", client.ErrEpochField, uint64(certificate.Epoch), uint64(certificate.Claim.Epoch))
	}
	if err := chain.VerifyCertificate(ctx, verifier, value); err != nil {
		return err
	}
	fmt.Fprintf(out, "valid: the contract %s on chain %d accepts block %d %s\n", verifier, chain.NetworkID(), value.Claim.Number, value.Claim.BlockHash)
	return nil
}
