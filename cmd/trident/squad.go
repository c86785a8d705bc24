package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/spf13/cobra"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/localnet"
	"github.com/trident-network/trident/node"
)

func squadCommand() *cobra.Command {
	var s source
	cmd := &cobra.Command{Use: "squad", Short: "Sequencing: who leads, what is on its way, and signed receipts", RunE: group}
	s.flags(cmd)
	cmd.AddCommand(squadPending(&s), squadPreconfirm(&s), squadSchedule(&s), squadStatus(&s), squadUnjail())
	return cmd
}

// show is the body of a command that asks an operator one question and prints the answer for people, or as JSON.
func show[T any](s *source, asJSON *bool, question func(context.Context, *client.Client) (T, error), print func(io.Writer, names, T)) func(*cobra.Command, []string) error {
	return asked(s, question, func(out io.Writer, answer T) error {
		if *asJSON {
			return writeJSON(out, "", answer)
		}
		print(out, namesOf(s.dir), answer)
		return nil
	})
}

// names are what operators are called in a local network.
type names map[common.Address]string

// namesOf reads them; elsewhere operators are known by address.
func namesOf(dir string) names {
	out := names{}
	file, err := localnet.ReadFile(dir)
	if err != nil {
		return out
	}
	for _, o := range file.Operators {
		out[o.Address] = o.Name
	}
	return out
}

// of is an operator's name, or the ends of its address.
func (n names) of(a common.Address) string {
	if name := n[a]; name != "" {
		return name
	}
	if a == (common.Address{}) {
		return "nobody"
	}
	text := a.Hex()
	return text[:8] + "…" + text[len(text)-4:]
}

func (n names) each(addresses []common.Address) []string {
	out := make([]string, len(addresses))
	for i, a := range addresses {
		out[i] = n.of(a)
	}
	return out
}

func jsonFlag(cmd *cobra.Command) *bool {
	asJSON := new(bool)
	cmd.Flags().BoolVar(asJSON, "json", false, "print JSON")
	return asJSON
}

func squadSchedule(s *source) *cobra.Command {
	var window uint64
	cmd := &cobra.Command{Use: "schedule", Short: "Show who leads, in the window of now and the next", Args: takes()}
	asJSON := jsonFlag(cmd)
	cmd.Flags().Uint64Var(&window, "window", 0, "show this window instead")
	cmd.RunE = show(s, asJSON, func(ctx context.Context, c *client.Client) (client.SquadSchedule, error) {
		if cmd.Flags().Changed("window") {
			return c.SquadSchedule(ctx, s.rollup, &window)
		}
		return c.SquadSchedule(ctx, s.rollup, nil)
	}, printSchedule)
	return cmd
}

func squadStatus(s *source) *cobra.Command {
	cmd := &cobra.Command{Use: "status", Short: "Show the leader, what is on its way, how members use their slots, and faults that were seen", Args: takes()}
	asJSON := jsonFlag(cmd)
	cmd.RunE = show(s, asJSON, func(ctx context.Context, c *client.Client) (client.SquadStatus, error) {
		return c.SquadStatus(ctx, s.rollup)
	}, printSquadStatus)
	return cmd
}

func squadPending(s *source) *cobra.Command {
	cmd := &cobra.Command{Use: "pending", Short: "Show batches that are not both ordered and executed, with their tier", Args: takes()}
	asJSON := jsonFlag(cmd)
	cmd.RunE = show(s, asJSON, func(ctx context.Context, c *client.Client) (client.SquadPending, error) {
		return c.SquadPending(ctx, s.rollup)
	}, printSquadPending)
	return cmd
}

func squadPreconfirm(s *source) *cobra.Command {
	var wait time.Duration
	cmd := &cobra.Command{
		Use:   "preconfirm RAW",
		Short: "Send a signed transaction (0x-hex, - reads it) and print the leader's signed receipt as JSON",
		Args:  takes("RAW"),
		RunE: func(cmd *cobra.Command, args []string) error {
			text := args[0]
			if text == "-" {
				data, err := readInput(cmd.InOrStdin(), text)
				if err != nil {
					return fmt.Errorf("read transaction: %w", err)
				}
				text = strings.TrimSpace(string(data))
			}
			raw, err := hexutil.Decode(text)
			if err != nil {
				return fmt.Errorf("transaction %s: want a signed transaction in 0x-hex, such as cast mktx makes: %w", shortened(text), err)
			}
			if wait < 0 {
				return fmt.Errorf("--wait %s: want 0 or more", wait)
			}
			ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
			defer cancel()
			c, err := s.open(ctx)
			if err != nil {
				return err
			}
			defer c.Close()
			receipt, err := c.Preconfirm(ctx, s.rollup, raw, wait)
			if err != nil {
				return s.unanswered(err)
			}
			return writeJSON(cmd.OutOrStdout(), "", receipt)
		},
	}
	cmd.Flags().DurationVar(&wait, "wait", 0, "how long to wait for the receipt, at most 10s; 0 leaves it to the operator")
	return cmd
}

// shortened is a text that a person has given, as far as a line holds it.
func shortened(text string) string {
	if len(text) > 20 {
		text = text[:20] + "…"
	}
	return strconv.Quote(text)
}

func squadUnjail() *cobra.Command {
	var home string
	cmd := &cobra.Command{
		Use:   "unjail ROLLUP",
		Short: "Have the operator that runs from --home plead to lead a rollup again, after it missed its slots",
		Args:  takes("ROLLUP"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), askTimeout)
			defer cancel()
			if err := node.AskUnjail(ctx, home, args[0]); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "the plea is on its way; the operator leads again from the next schedule that is fixed, see: trident squad status --rollup %s\n", args[0])
			return nil
		},
	}
	cmd.Flags().StringVar(&home, "home", "trident-home", "home directory of the operator")
	return cmd
}
