package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/spf13/cobra"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/l1"
	"github.com/trident-network/trident/localnet"
)

// askTimeout bounds commands that ask one question.
const askTimeout = 30 * time.Second

// source says where certificates come from: an operator's API by URL, or the first operator of a local network.
type source struct {
	dir, api, rollup string
}

func (s *source) flags(cmd *cobra.Command) {
	f := cmd.PersistentFlags()
	f.StringVar(&s.dir, "dir", localnet.DefaultOptions().Dir, "directory of a running local network")
	f.StringVar(&s.api, "api", "", "URL of an operator's API, instead of --dir")
	f.StringVar(&s.rollup, "rollup", "", "rollup, by name or id; empty takes the first of --dir")
}

// open fills in what the flags leave out and dials.
func (s *source) open(ctx context.Context) (*client.Client, error) {
	if s.api == "" || s.rollup == "" {
		file, err := localnet.ReadFile(s.dir)
		if err != nil {
			return nil, fmt.Errorf("%w; or name an operator with --api and --rollup", err)
		}
		if s.api == "" {
			s.api = runningAPI(file)
		}
		if s.rollup == "" {
			s.rollup = file.Rollups[0].ID.Hex()
		}
	}
	return client.Dial(ctx, s.api)
}

// unanswered tells a person what to look at when an operator could not be asked; what an operator answers stays as it is.
func (s *source) unanswered(err error) error {
	var network net.Error
	if errors.As(err, &network) {
		return fmt.Errorf("ask the operator at %s: %w; is it running, and is --dir or --api right?", s.api, err)
	}
	return err
}

// runningAPI is the API of the first operator that runs.
func runningAPI(file *localnet.File) string {
	for _, o := range file.Operators {
		if o.PID != 0 {
			return o.API
		}
	}
	return file.Operators[0].API
}

func machCommand() *cobra.Command {
	var s source
	cmd := &cobra.Command{Use: "mach", Short: "Finality certificates: get, watch and verify them", RunE: group}
	s.flags(cmd)
	cmd.AddCommand(machCertificate(&s), machCheckpoint(&s), machOperatorSet(&s), machWatch(&s), machVerify(&s), machAlerts(&s), machResume())
	return cmd
}

func machCertificate(s *source) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "certificate [NUMBER|HASH|latest]",
		Short: "Print the certificate of a block as JSON",
		Args:  mayTake("BLOCK"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
			defer cancel()
			block, err := blockArgument(args)
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
			return writeJSON(cmd.OutOrStdout(), out, certificate)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file to write to, instead of standard output")
	return cmd
}

// blockArgument turns a decimal number into what the API takes; hashes and 0x-hex numbers pass as they are.
func blockArgument(args []string) (string, error) {
	if len(args) == 0 {
		return client.Latest, nil
	}
	if n, err := strconv.ParseUint(args[0], 10, 64); err == nil {
		return client.Number(n), nil
	}
	if _, err := hexutil.DecodeUint64(args[0]); err == nil || args[0] == client.Latest {
		return args[0], nil
	}
	if hash, err := hexutil.Decode(args[0]); err == nil && len(hash) == common.HashLength {
		return args[0], nil
	}
	return "", fmt.Errorf("block %q: want a number, a 0x block hash, or latest", args[0])
}

// setFile is an operator set with the domain that its members' signatures are in: all that offline checking needs.
type setFile struct {
	client.OperatorSet
	Domain client.Domain `json:"domain"`
}

func machOperatorSet(s *source) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "operator-set [EPOCH|latest]",
		Short: "Print the set that certifies, with its domain, as JSON; keep it to verify certificates offline",
		Args:  mayTake("EPOCH"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
			defer cancel()
			var epoch uint64
			if len(args) == 1 && args[0] != client.Latest {
				var err error
				if epoch, err = strconv.ParseUint(args[0], 0, 64); err != nil || epoch == 0 {
					return fmt.Errorf("epoch %q: want a number from 1, or latest", args[0])
				}
			}
			c, err := s.open(ctx)
			if err != nil {
				return err
			}
			defer c.Close()
			var f setFile
			if f.OperatorSet, err = c.OperatorSet(ctx, s.rollup, avs.Epoch(epoch)); err != nil {
				return s.unanswered(err)
			}
			if f.Domain, err = c.Domain(ctx); err != nil {
				return s.unanswered(err)
			}
			return writeJSON(cmd.OutOrStdout(), out, f)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file to write to, instead of standard output")
	return cmd
}

func machWatch(s *source) *cobra.Command {
	var from uint64
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Print certificates as they are made, each checked against its operator set, until Ctrl-C",
		Args:  takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := s.open(cmd.Context())
			if err != nil {
				return err
			}
			defer c.Close()
			w := watcher{client: c, rollup: s.rollup, sets: map[avs.Epoch]*avs.OperatorSet{}, out: cmd.OutOrStdout(), json: asJSON}
			err = w.run(cmd.Context(), from)
			if errors.Is(err, context.Canceled) {
				return nil
			}
			return s.unanswered(err)
		},
	}
	cmd.Flags().Uint64Var(&from, "from", 0, "first block number, replayed from the operator's store; 0 starts with the next certificate")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	return cmd
}

// watcher checks and prints a stream of certificates.
type watcher struct {
	client *client.Client
	rollup string
	domain avs.Domain
	sets   map[avs.Epoch]*avs.OperatorSet
	out    io.Writer
	json   bool
}

func (w *watcher) run(ctx context.Context, from uint64) error {
	d, err := w.client.Domain(ctx)
	if err != nil {
		return err
	}
	if w.domain, err = d.Value(); err != nil {
		return err
	}
	return w.client.Watch(ctx, w.rollup, from, func(c avs.Certificate) error { return w.print(ctx, c) })
}

func (w *watcher) print(ctx context.Context, c avs.Certificate) error {
	set := w.sets[c.Claim.Epoch]
	if set == nil {
		answer, err := w.client.OperatorSet(ctx, w.rollup, c.Claim.Epoch)
		if err != nil {
			return err
		}
		if set, err = answer.Value(); err != nil {
			return err
		}
		w.sets[c.Claim.Epoch] = set
	}
	if err := c.Verify(w.domain, set); err != nil {
		return fmt.Errorf("block %d: %w", c.Claim.Number, err)
	}
	if w.json {
		return json.NewEncoder(w.out).Encode(client.NewCertificate(w.domain, c))
	}
	_, err := fmt.Fprintf(w.out, "block %d  %s  epoch %d  signed by %d of %d\n", c.Claim.Number, c.Claim.BlockHash, c.Claim.Epoch, c.Signers.Count(), set.Len())
	return err
}

// fromDir is the value of --l1 without a URL.
const fromDir = "from --dir"

func machVerify(s *source) *cobra.Command {
	var set, url, contract string
	cmd := &cobra.Command{
		Use:   "verify FILE",
		Short: "Check a certificate: offline against an operator-set file, or by the contract on L1",
		Long: `Check a certificate in a JSON file; - reads standard input.

  trident mach verify cert.json --set set.json              offline; the file is from: trident mach operator-set EPOCH
  trident mach verify cert.json --l1                        by the contract of the local network in --dir
  trident mach verify cert.json --l1=URL --contract 0x…     by a CertificateVerifier anywhere`,
		Args: takes("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
			defer cancel()
			switch {
			case set != "" && url != "":
				return errors.New("--set checks offline and --l1 by the contract: give one of them")
			case set == "" && url == "":
				return errors.New("give --set FILE to check offline, or --l1 to check by the contract")
			}
			data, err := readInput(cmd.InOrStdin(), args[0])
			if err != nil {
				return fmt.Errorf("read certificate: %w", err)
			}
			certificate, err := client.ParseCertificate(data)
			if err != nil {
				return err
			}
			if set != "" {
				return verifyOffline(cmd.OutOrStdout(), certificate, set)
			}
			return verifyOnL1(ctx, cmd.OutOrStdout(), certificate, s.dir, url, contract)
		},
	}
	f := cmd.Flags()
	f.StringVar(&set, "set", "", "operator-set file of the certificate's epoch, which you trust")
	f.StringVar(&url, "l1", "", "check by the contract on L1: of the network in --dir, or at =URL")
	f.Lookup("l1").NoOptDefVal = fromDir
	f.StringVar(&contract, "contract", "", "address of CertificateVerifier, with --l1=URL")
	return cmd
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
	value, err := certificate.Value()
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "valid: block %d %s is certified by %d of %d operators of epoch %d\n", value.Claim.Number, value.Claim.BlockHash,
		value.Signers.Count(), operators.Len(), value.Claim.Epoch)
	return nil
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

func readInput(stdin io.Reader, path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(io.LimitReader(stdin, 1<<20))
	}
	return os.ReadFile(path)
}

// writeJSON prints indented JSON, to a file if one is named.
func writeJSON(stdout io.Writer, path string, v any) error {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if path != "" {
		return os.WriteFile(path, data, 0o644)
	}
	_, err = stdout.Write(data)
	return err
}
