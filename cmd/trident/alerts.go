package main

import (
	"context"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/node"
)

func machAlerts(s *source) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "alerts",
		Short: "Show whether a rollup's finality is paused, by whom, and what operators say of it",
		Args:  takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
			defer cancel()
			c, err := s.open(ctx)
			if err != nil {
				return err
			}
			defer c.Close()
			alerts, err := c.Alerts(ctx, s.rollup)
			if err != nil {
				return s.unanswered(err)
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), "", alerts)
			}
			printAlerts(cmd.OutOrStdout(), alerts)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func printAlerts(out io.Writer, a client.Alerts) {
	switch {
	case !a.Certified():
		fmt.Fprintln(out, "final: no alert was ever certified")
	case a.Paused:
		fmt.Fprintf(out, "paused: alert %d of epoch %d\n", uint64(a.Sequence), uint64(a.Epoch))
	default:
		fmt.Fprintf(out, "final: the last pause was lifted by alert %d of epoch %d\n", uint64(a.Sequence), uint64(a.Epoch))
	}
	printVotes(out, a.Why)
	if len(a.Votes) > 0 {
		fmt.Fprintln(out, "votes for the next alert, which are no quorum:")
		printVotes(out, a.Votes)
	}
}

func printVotes(out io.Writer, votes []client.AlertVote) {
	for _, v := range votes {
		what := "resume"
		if v.Paused {
			what = "pause"
		}
		fmt.Fprintf(out, "  %s  %s", v.Operator, what)
		if v.Number != 0 {
			fmt.Fprintf(out, "  block %d", uint64(v.Number))
		}
		fmt.Fprintf(out, "  %q", v.Reason)
		if v.Ours != v.Theirs {
			fmt.Fprintf(out, "  ours %s theirs %s", short(v.Ours), short(v.Theirs))
		}
		fmt.Fprintln(out)
	}
}

// short is a hash as people compare it.
func short(h common.Hash) string { return h.Hex()[:10] + "…" }

func machResume() *cobra.Command {
	var home string
	cmd := &cobra.Command{
		Use:   "resume ROLLUP",
		Short: "Say to the operator that runs from --home that a rollup is well again: it goes on, and votes to lift a pause",
		Args:  takes("ROLLUP"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
			defer cancel()
			if err := node.AskResume(ctx, home, args[0]); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "the operator goes on with %s once its nodes agree; a pause ends when two thirds of the weight say so, see: trident mach alerts --rollup %s\n", args[0], args[0])
			return nil
		},
	}
	cmd.Flags().StringVar(&home, "home", "trident-home", "home directory of the operator")
	return cmd
}
