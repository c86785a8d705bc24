package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/keys"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/l1"
	"github.com/trident-network/trident/localnet"
	"github.com/trident-network/trident/node"
)

// checkpointTimeout bounds waiting for the transaction.
const checkpointTimeout = 5 * time.Minute

// payer says on which L1 to post, and who pays.
type payer struct {
	url, contract         string
	keyFile, passwordFile string
}

func machCheckpoint(s *source) *cobra.Command {
	var p payer
	cmd := &cobra.Command{
		Use:   "checkpoint [NUMBER|HASH|latest]",
		Short: "Post the certificate of a block to Mach on L1; the fee is yours",
		Long: `Post the certificate of a block to Mach on L1. Anyone may: the contract checks the certificate, and the fee is the poster's.

  trident mach checkpoint                                    on the local network of --dir, paid by its first account
  trident mach checkpoint 1200 --api URL --rollup NAME \
    --l1 URL --contract 0x… --key-file key.json --password-file password`,
		Args: mayTake("BLOCK"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), checkpointTimeout)
			defer cancel()
			block, err := blockArgument(args)
			if err != nil {
				return err
			}
			return p.post(ctx, cmd, s, block)
		},
	}
	f := cmd.Flags()
	f.StringVar(&p.url, "l1", "", "URL of an L1 node, instead of that of --dir")
	f.StringVar(&p.contract, "contract", "", "address of Mach, with --l1")
	f.StringVar(&p.keyFile, "key-file", "", "encrypted key (Web3 secret storage) of the account that pays; without it, the first account of --dir")
	f.StringVar(&p.passwordFile, "password-file", "", "file with its password; without it, $TRIDENT_PASSWORD or the terminal")
	return cmd
}

func (p *payer) post(ctx context.Context, cmd *cobra.Command, s *source, block string) error {
	mach, err := p.fill(s.dir)
	if err != nil {
		return err
	}
	key, err := p.key(s.dir)
	if err != nil {
		return err
	}
	c, err := s.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	certificate, err := c.Certificate(ctx, s.rollup, block)
	if err != nil {
		return s.unanswered(err)
	}
	value, err := certificate.Value()
	if err != nil {
		return err
	}
	chain, err := l1.Dial(ctx, p.url, 0)
	if err != nil {
		return err
	}
	defer chain.Close()
	if err := chain.RequireCode(ctx, "Mach", mach); err != nil {
		return err
	}
	// What the manager keeps is for a process that comes back; this one waits for its only transaction.
	kept, err := os.MkdirTemp("", "trident-checkpoint-")
	if err != nil {
		return fmt.Errorf("make working directory: %w", err)
	}
	defer os.RemoveAll(kept)
	db, err := store.Open(filepath.Join(kept, "tx"))
	if err != nil {
		return err
	}
	defer db.Close()
	tx := l1.NewTxManager(chain, key, db.Sub("tx"), clock.Real(), slog.New(slog.DiscardHandler), l1.TxOptions{})
	receipt, err := l1.PostCertificate(ctx, chain, tx, mach, value)
	if errors.Is(err, l1.ErrRecorded) {
		fmt.Fprintf(cmd.OutOrStdout(), "block %d %s is on L1 already\n", value.Claim.Number, value.Claim.BlockHash)
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "block %d %s is final on L1: block %d, %d gas, paid by %s\n", value.Claim.Number, value.Claim.BlockHash,
		receipt.BlockNumber, receipt.GasUsed, tx.Address())
	return nil
}

// fill takes the L1 from the local network where the flags do not name one, and returns the address of Mach.
func (p *payer) fill(dir string) (common.Address, error) {
	if p.url != "" {
		if !common.IsHexAddress(p.contract) {
			return common.Address{}, fmt.Errorf("--contract %q: give the address of Mach on the L1 at --l1", p.contract)
		}
		return common.HexToAddress(p.contract), nil
	}
	file, err := localnet.ReadFile(dir)
	if err != nil {
		return common.Address{}, fmt.Errorf("%w; or name an L1 with --l1 and --contract", err)
	}
	p.url = file.L1.RPC
	return file.Contracts["Mach"], nil
}

func (p *payer) key(dir string) (*ecdsa.PrivateKey, error) {
	if p.keyFile == "" {
		file, err := localnet.ReadFile(dir)
		if err != nil || len(file.Accounts) == 0 {
			return nil, errors.New("no account to pay with: give --key-file")
		}
		return crypto.ToECDSA(file.Accounts[0].PrivateKey)
	}
	source := keys.PasswordSource{File: p.passwordFile, Env: node.PasswordEnv, Out: os.Stderr, Question: "Password of " + p.keyFile}
	if term.IsTerminal(int(os.Stdin.Fd())) {
		source.Terminal = os.Stdin
	}
	password, err := source.Read()
	if err != nil {
		return nil, err
	}
	return keys.LoadECDSA(p.keyFile, password)
}
