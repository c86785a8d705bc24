package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
)

func machWatch(s *source) *cobra.Command {
	var from uint64
	var asJSON bool
	var t trustFlags
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Print certificates as they are made, from several operators, each checked, until Ctrl-C",
		Long: `Print certificates as they are made, in ascending order. Operators are asked and not believed: each certificate is checked against
the operator set of its epoch, which comes from whom you trust. Gaps, alerts and operators that serve what does not stand are told too.

  trident mach watch                                                          the local network of --dir and its L1
  trident mach watch --api URL --api URL --rollup NAME --l1 URL --contract 0x…    sets from StakeTable on L1
  trident mach watch --api URL --api URL --rollup NAME --trust genesis.json       sets from a file, and hand-offs since`,
		Args: takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := t.subscription(s)
			if err != nil {
				return err
			}
			cfg.From = from
			sub, err := client.Subscribe(cmd.Context(), cfg)
			if err != nil {
				return err
			}
			defer sub.Close()
			return printEvents(cmd.Context(), cmd.OutOrStdout(), sub, asJSON)
		},
	}
	t.flags(cmd)
	cmd.Flags().Uint64Var(&from, "from", 0, "first block number, replayed from the operators' stores; 0 starts with the next certificate")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	return cmd
}

// printEvents prints until Ctrl-C.
func printEvents(ctx context.Context, out io.Writer, sub *client.Subscriber, asJSON bool) error {
	print := printText
	if asJSON {
		print = printJSON
	}
	for e, err := range sub.Events(ctx) {
		if errors.Is(err, context.Canceled) && ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		if err := print(out, sub.Checker().Domain(), e); err != nil {
			return err
		}
	}
	return nil
}

func printText(out io.Writer, _ avs.Domain, e client.Event) (err error) {
	switch e.Kind {
	case client.KindCertificate:
		c := e.Certificate
		_, err = fmt.Fprintf(out, "block %d  %s  epoch %d  signed by %d of %d\n", c.Claim.Number, c.Claim.BlockHash, c.Claim.Epoch, c.Signers.Count(), e.Set.Len())
	case client.KindGap:
		_, err = fmt.Fprintf(out, "gap: no operator has the certificates of blocks %d to %d\n", e.First, e.Last)
	case client.KindPaused:
		_, err = fmt.Fprintf(out, "PAUSED by alert %d of epoch %d: rely on no certificate of this rollup\n", e.Alert.Alert.Sequence, e.Alert.Alert.Epoch)
	case client.KindResumed:
		_, err = fmt.Fprintf(out, "resumed by alert %d of epoch %d\n", e.Alert.Alert.Sequence, e.Alert.Alert.Epoch)
	case client.KindFault:
		_, err = fmt.Fprintf(out, "fault of %s: %s\n", e.Operator, oneLine(e.Err))
	case client.KindWaiting:
		_, err = fmt.Fprintf(out, "waiting, no operator can be used: %s\n", oneLine(e.Err))
	}
	return err
}

// eventLine is an event other than a certificate as watch prints it.
type eventLine struct {
	Event    string        `json:"event"`
	Alert    *client.Alert `json:"alert,omitempty"`
	First    uint64        `json:"first,omitempty"`
	Last     uint64        `json:"last,omitempty"`
	Operator string        `json:"operator,omitempty"`
	Error    string        `json:"error,omitempty"`
}

func printJSON(out io.Writer, d avs.Domain, e client.Event) error {
	if e.Kind == client.KindCertificate {
		return json.NewEncoder(out).Encode(client.NewCertificate(d, e.Certificate))
	}
	line := eventLine{Event: e.Kind.String(), First: e.First, Last: e.Last, Operator: e.Operator}
	if e.Err != nil {
		line.Error = oneLine(e.Err)
	}
	if e.Kind == client.KindPaused || e.Kind == client.KindResumed {
		alert := client.NewAlert(d, e.Alert)
		line.Alert = &alert
	}
	return json.NewEncoder(out).Encode(line)
}
