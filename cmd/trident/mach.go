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
	"github.com/trident-network/trident/localnet"
)

// askTimeout bounds commands that ask one question.
const askTimeout = 30 * time.Second

// source says where certificates come from: an operator's API by URL, or the first operator of a local network.
type source struct {
	dir, rollup string
	apis        []string
	api         string // the one that is asked
}

func (s *source) flags(cmd *cobra.Command) {
	f := cmd.PersistentFlags()
	f.StringVar(&s.dir, "dir", localnet.DefaultOptions().Dir, "directory of a running local network")
	f.StringArrayVar(&s.apis, "api", nil, "URL of an operator's API, instead of --dir; watch and rollup proxy take several")
	f.StringVar(&s.rollup, "rollup", "", "rollup, by name or id; empty takes the first of --dir")
}

// open fills in what the flags leave out and dials.
func (s *source) open(ctx context.Context) (*client.Client, error) {
	if len(s.apis) > 0 {
		s.api = s.apis[0]
	}
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
	cmd.AddCommand(machAlerts(&s), machCertificate(&s), machCheckpoint(&s), machGenesis(&s), machHandOffs(&s), machOperatorSet(&s), machResume(), machWatch(&s), machVerify(&s))
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

// ask is the body of a command that asks an operator one question and prints the answer as JSON.
func ask(s *source, out *string, question func(context.Context, *client.Client) (any, error)) func(*cobra.Command, []string) error {
	return asked(s, question, func(stdout io.Writer, answer any) error { return writeJSON(stdout, *out, answer) })
}

// asked is the body of a command that asks an operator one question.
func asked[T any](s *source, question func(context.Context, *client.Client) (T, error), print func(io.Writer, T) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
		defer cancel()
		c, err := s.open(ctx)
		if err != nil {
			return err
		}
		defer c.Close()
		answer, err := question(ctx, c)
		if err != nil {
			return s.unanswered(err)
		}
		return print(cmd.OutOrStdout(), answer)
	}
}

func machGenesis(s *source) *cobra.Command {
	var out string
	cmd := &cobra.Command{Use: "genesis", Short: "Print the operator sets that the network began with, as JSON; compare the hash with one you know, then keep it for --trust",
		Args: takes(), RunE: ask(s, &out, func(ctx context.Context, c *client.Client) (any, error) { return c.Genesis(ctx) })}
	cmd.Flags().StringVar(&out, "out", "", "file to write to, instead of standard output")
	return cmd
}

func machHandOffs(s *source) *cobra.Command {
	var out string
	var from uint64
	cmd := &cobra.Command{Use: "hand-offs", Short: "Print the hand-offs of the operator sets as JSON: each set attested by the one before it", Args: takes(),
		RunE: ask(s, &out, func(ctx context.Context, c *client.Client) (any, error) {
			all := []client.HandOff{}
			for next := from; ; {
				page, err := c.HandOffs(ctx, next)
				if err != nil || len(page) == 0 {
					return all, err
				}
				all = append(all, page...)
				next = uint64(page[len(page)-1].Number) + 1
			}
		})}
	cmd.Flags().StringVar(&out, "out", "", "file to write to, instead of standard output")
	cmd.Flags().Uint64Var(&from, "from", 0, "first L1 block number")
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
