package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/localnet"
)

// honest is the word for no fault.
const honest = "off"

func localnetFault(dir *string) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "fault NAME KIND[,KIND]|off",
		Short: "Let an operator lead wrongly on purpose, to see what the others make of it; it is started again",
		Long: `Let an operator lead wrongly on purpose, to see what the others make of it; it is started again. The kinds:

  withhold_bodies   its batches' bodies reach nobody, or just as many as a proof needs
  equivocate        it signs two batches for a slot and shows each to one half
  censor:0xADDRESS  it leaves out an account's transactions, and acknowledges no batch that has one
  invalid_blocks    its blocks have a wrong state root
  mute              it leads nothing

What the others saw of it: trident squad status`,
		Args: takes("NAME", "KIND"),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var kinds []string
		if args[1] != honest {
			kinds = strings.Split(args[1], ",")
		}
		if _, err := squad.ParseFaults(kinds); err != nil {
			return fmt.Errorf("%w; or %s for none", err, honest)
		}
		return withRemote(dir, func(ctx context.Context, r *localnet.Remote, _ []string) error {
			if err := r.Fault(ctx, args[0], kinds); err != nil {
				return err
			}
			if len(kinds) == 0 {
				fmt.Fprintf(cmd.OutOrStdout(), "%s is honest again\n", args[0])
				return nil
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s does wrong: %s; end it with: trident localnet fault %s %s --dir %s\n", args[0], strings.Join(kinds, ", "), args[0], honest, *dir)
			return nil
		})(cmd, args)
	}
	return cmd
}
