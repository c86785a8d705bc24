package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/trident-network/trident/internal/logs"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/node"
)

const defaultSignerListen = "127.0.0.1:30390"

func signerCommand() *cobra.Command {
	var home, logLevel string
	var config node.SignerConfig
	cmd := &cobra.Command{
		Use:   "signer",
		Short: "Hold an operator's signing keys, and the guard over them, in a process of its own",
		Long: `The signer holds the attestation key and the consensus key of one operator, with the record of all that they signed,
and signs for the operator's node. On one machine the two share a token; elsewhere both need certificates.

Make its home, and move the keys and the history of a node there, with: trident signer init --from NODE-HOME`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return group(cmd, args)
			}
			log, err := logs.New(cmd.ErrOrStderr(), logLevel)
			if err != nil {
				return err
			}
			return node.RunSigner(cmd.Context(), home, config, log, func(address string) {
				fmt.Fprintf(cmd.OutOrStdout(), "signer listens on %s\n", address)
			})
		},
	}
	cmd.PersistentFlags().StringVar(&home, "home", "trident-signer", "home directory of the signer; for export, import, status and settle also that of a node")
	f := cmd.Flags()
	f.StringVar(&config.Listen, "listen", defaultSignerListen, "host:port; beyond loopback only with certificates")
	f.StringVar(&config.TLSCert, "tls-cert", "", "certificate of the signer, PEM")
	f.StringVar(&config.TLSKey, "tls-key", "", "key of the certificate, PEM")
	f.StringVar(&config.ClientCA, "client-ca", "", "certificate of the authority that nodes have theirs from, PEM")
	f.StringVar(&logLevel, "log-level", "info", "debug, info, warn or error")
	cmd.AddCommand(signerInit(&home), signerExport(&home), signerImport(&home), signerStatus(&home), signerSettle(&home))
	return cmd
}

func signerInit(home *string) *cobra.Command {
	c := node.SignerInit{}
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Make the home of a signer; with --from, move a node's signing keys and their history there",
		Args:  takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c.Home, c.Now = *home, time.Now()
			if err := node.InitSigner(c, quiet()); err != nil {
				return err
			}
			out, run := cmd.OutOrStdout(), "trident signer --home "+c.Home+" --listen "+c.Listen
			if c.TLS {
				run += fmt.Sprintf(" --tls-cert %[1]s/keys/signer-cert.pem --tls-key %[1]s/keys/signer-key.pem --client-ca %[1]s/keys/signer-ca.pem", c.Home)
			}
			if c.From == "" {
				fmt.Fprintf(out, "made %[1]s\n  put bls.json and consensus.json into %[1]s/keys\n  copy the files of %[1]s/node into keys of the node's home, and set signer in its node.toml\n", c.Home)
			} else {
				fmt.Fprintf(out, "moved the signing keys and the history of %s to %s\n  signing goes on when the network has moved on from now\n", c.From, c.Home)
			}
			fmt.Fprintf(out, "run it with: %s\n", run)
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&c.From, "from", "", "home directory of a node, which must not run")
	f.StringVar(&c.Listen, "listen", defaultSignerListen, "host:port that the signer will listen on")
	f.BoolVar(&c.TLS, "tls", false, "make certificates for both sides instead of a token")
	return cmd
}

// withHistory runs a command on the history of a home directory.
func withHistory(home *string, do func(ctx context.Context, h node.History, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		h, release, err := node.OpenHistory(cmd.Context(), *home, quiet())
		if err != nil {
			return err
		}
		return errors.Join(do(cmd.Context(), h, args), release())
	}
}

// quiet is for commands that say all in their output or their error.
func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

func signerExport(home *string) *cobra.Command {
	var path string
	cmd := &cobra.Command{Use: "export", Short: "Write all that was signed as JSON, for a backup; a signer may run meanwhile", Args: takes()}
	cmd.RunE = withHistory(home, func(_ context.Context, h node.History, _ []string) error {
		if path == "" {
			return h.Export(cmd.OutOrStdout())
		}
		var history bytes.Buffer // whole, or no file
		if err := h.Export(&history); err != nil {
			return err
		}
		if err := os.WriteFile(path, history.Bytes(), 0o600); err != nil {
			return fmt.Errorf("write signing history: %w", err)
		}
		return nil
	})
	cmd.Flags().StringVar(&path, "out", "", "file to write; standard output without it")
	return cmd
}

func signerImport(home *string) *cobra.Command {
	var lost bool
	cmd := &cobra.Command{
		Use:   "import [FILE]",
		Short: "Add an exported history; signing then waits until the network has moved on",
		Long: `Adds an exported history to that of the home directory. What was signed after the export is not in it, so nothing new
is signed until the node has seen the network pass the moment of the import. The operator that the history is of must
have stopped for good.

With --lost there is no history to import: the keys have signed before, and the record of it is gone.`,
		Args: mayTake("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var from io.Reader
			switch {
			case lost && len(args) > 0:
				return errors.New("FILE and --lost exclude each other: give one of them")
			case !lost && len(args) == 0:
				return fmt.Errorf("FILE is missing: %s; give --lost if there is no backup", cmd.UseLine())
			case !lost:
				f, err := os.Open(args[0])
				if err != nil {
					return fmt.Errorf("read signing history: %w", err)
				}
				defer f.Close()
				from = f
			}
			if err := node.ImportHistory(*home, from, time.Now(), quiet()); err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), "done; signing goes on when the network has moved on from now")
			return nil
		},
	}
	cmd.Flags().BoolVar(&lost, "lost", false, "there is no backup of what these keys signed")
	return cmd
}

func signerStatus(home *string) *cobra.Command {
	cmd := &cobra.Command{Use: "status", Short: "Show where each stream of signatures stands", Args: takes()}
	cmd.RunE = withHistory(home, func(ctx context.Context, h node.History, _ []string) error {
		r, err := h.Restored(ctx)
		if err != nil {
			return err
		}
		list, err := h.Streams(ctx)
		if err != nil {
			return err
		}
		out := cmd.OutOrStdout()
		if r.Active() {
			fmt.Fprintf(out, "restored from a backup at %s; %d streams wait for the network to move on\n", r.At.UTC().Format(time.RFC3339), len(r.Waiting))
		}
		for _, s := range list {
			state := ""
			if s.Waits {
				state = "  waits"
			}
			fmt.Fprintf(out, "%-9v %-7s 0x%x  next %d  records %d%s\n", s.Key, s.Domain, s.Scope, s.Next, s.Records, state)
		}
		if len(list) == 0 {
			fmt.Fprintln(out, "nothing was signed")
		}
		return nil
	})
	return cmd
}

func signerSettle(home *string) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "settle KEY DOMAIN SCOPE POSITION",
		Short: "By hand, let one stream of a restored history sign from a position on",
		Long: `A node settles a restored history by itself, from what the network shows. This is for a network that cannot move on
without this operator, and for streams that the node does not know. A position at or below one that was signed after the
backup leads to a double signature, and to a slash: take it from trident signer status and stay well above.`,
		Args: takes("KEY", "DOMAIN", "SCOPE", "POSITION"),
	}
	run := withHistory(home, func(ctx context.Context, h node.History, args []string) error {
		stream, position, err := parseStream(args)
		if err != nil {
			return err
		}
		r, err := h.Restored(ctx)
		if err != nil {
			return err
		}
		if !r.Active() {
			return errors.New("the history is not restored from a backup: there is nothing to settle")
		}
		return h.Settle(ctx, r.At, stream, position)
	})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if _, _, err := parseStream(args); err != nil {
			return err
		}
		return run(cmd, args)
	}
	return cmd
}

// parseStream reads a stream and a position as trident signer status prints them.
func parseStream(args []string) (s signer.Stream, position uint64, err error) {
	switch args[0] {
	case signer.KeyBLS.String():
		s.Key = signer.KeyBLS
	case signer.KeyConsensus.String():
		s.Key = signer.KeyConsensus
	default:
		return s, 0, fmt.Errorf("KEY %q: want bls or consensus", args[0])
	}
	var scope common.Hash
	if err := scope.UnmarshalText([]byte(args[2])); err != nil {
		return s, 0, fmt.Errorf("SCOPE %q: want 0x and 64 hexadecimal digits", args[2])
	}
	s.Domain, s.Scope = args[1], scope
	if position, err = strconv.ParseUint(args[3], 10, 64); err != nil {
		return s, 0, fmt.Errorf("POSITION %q: want a number", args[3])
	}
	return s, position, nil
}
