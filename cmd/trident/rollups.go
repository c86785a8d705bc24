package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/trident-network/trident/localnet"
	"github.com/trident-network/trident/node"
)

// maxSlot bounds --slot: consensus takes no longer ones.
const maxSlot = time.Minute

func rollupCreate() *cobra.Command {
	var dir, genesis string
	var spec localnet.RollupSpec
	slot := 250 * time.Millisecond
	cmd := &cobra.Command{
		Use:   "create NAME",
		Short: "Add a rollup to a running local network: the operators take it up without a restart",
		Long: `Add a rollup to the running local network of --dir. It is registered on L1, the operators enter its three sets, and with the next
L1 views it is sequenced and certified. The command returns when its first transaction is certified at all operators.

  trident rollup create shop
  trident rollup create shop --gas-limit 60000000 --slot 500ms --ranks 4
  trident rollup create shop --genesis genesis.json         chain id and gas limit are the file's`,
		Args: takes("NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if slot < time.Millisecond || slot > maxSlot || slot%time.Millisecond != 0 {
				return fmt.Errorf("--slot %s: want whole milliseconds up to %s", slot, maxSlot)
			}
			spec.Name, spec.SlotMillis = args[0], uint64(slot.Milliseconds())
			if genesis != "" {
				var err error
				if spec.Genesis, err = readGenesis(genesis); err != nil {
					return err
				}
			}
			return withRemote(&dir, func(ctx context.Context, r *localnet.Remote, _ []string) error {
				fmt.Fprintf(cmd.OutOrStdout(), "Making rollup %s; it is there when the L1 view with its operator sets is in force\n", spec.Name)
				made, err := r.CreateRollup(ctx, spec)
				if err != nil {
					return err
				}
				writeMade(cmd.OutOrStdout(), made)
				return nil
			})(cmd, args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&dir, "dir", localnet.DefaultOptions().Dir, "directory of a running local network")
	f.Uint64Var(&spec.ChainID, "chain-id", 0, "chain id; 0 takes the next free one")
	f.Uint64Var(&spec.GasLimit, "gas-limit", 0, "gas limit of its blocks; 0 takes that of the first rollup")
	f.DurationVar(&slot, "slot", slot, "length of a slot")
	f.Uint32Var(&spec.Ranks, "ranks", 3, "leaders of a slot, stand-ins included")
	f.StringVar(&genesis, "genesis", "", "file with its genesis, in JSON of geth's form; without it the local accounts are funded")
	return cmd
}

func readGenesis(path string) (json.RawMessage, error) {
	data, err := os.ReadFile(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read genesis: %w", err)
	case len(data) > node.MaxGenesisSize:
		return nil, fmt.Errorf("genesis %s has %d bytes, at most %d can be given to other operators", path, len(data), node.MaxGenesisSize)
	case !json.Valid(data):
		return nil, fmt.Errorf("genesis %s is no JSON", path)
	}
	return data, nil
}

func writeMade(w io.Writer, made localnet.RollupMade) {
	round := func(d time.Duration) time.Duration { return d.Round(10 * time.Millisecond) }
	fmt.Fprintf(w, "%s, chain %d, id %s\n", made.Name, made.ChainID, made.ID)
	fmt.Fprintf(w, "  registered %9s  on L1, operators in its sets\n", round(made.Registered))
	fmt.Fprintf(w, "  served     %9s  by every operator that runs\n", round(made.Served))
	if made.Certified != 0 {
		fmt.Fprintf(w, "  certified  %9s  a transaction, in block %d\n", round(made.Certified), made.Block)
	}
	for _, name := range slices.Sorted(maps.Keys(made.RPC)) {
		fmt.Fprintf(w, "  %s  rpc %s\n", name, made.RPC[name])
	}
}

func rollupList() *cobra.Command {
	var dir string
	var asJSON bool
	cmd := &cobra.Command{Use: "list", Short: "List the rollups of a running local network", Args: takes()}
	cmd.RunE = withRemote(&dir, func(ctx context.Context, r *localnet.Remote, _ []string) error {
		s, err := r.Status(ctx)
		if err != nil {
			return err
		}
		if asJSON {
			return printIndented(cmd.OutOrStdout(), s.RollupViews())
		}
		localnet.WriteRollups(cmd.OutOrStdout(), s.RollupViews())
		return nil
	})
	cmd.Flags().StringVar(&dir, "dir", localnet.DefaultOptions().Dir, "directory of a running local network")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func rollupStatus() *cobra.Command {
	var dir string
	var asJSON bool
	cmd := &cobra.Command{Use: "status NAME", Short: "Show a rollup at each operator, and what is wrong with it", Args: takes("NAME")}
	cmd.RunE = withRemote(&dir, func(ctx context.Context, r *localnet.Remote, args []string) error {
		s, err := r.Status(ctx)
		if err != nil {
			return err
		}
		v, err := s.RollupView(args[0])
		if err != nil {
			return err
		}
		if asJSON {
			return printIndented(cmd.OutOrStdout(), v)
		}
		v.Write(cmd.OutOrStdout())
		return nil
	})
	cmd.Flags().StringVar(&dir, "dir", localnet.DefaultOptions().Dir, "directory of a running local network")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func rollupStop() *cobra.Command {
	var dir string
	cmd := &cobra.Command{Use: "stop NAME", Short: "Stop a rollup for good: what is ordered is certified, then its services end; its data stays",
		Args: takes("NAME")}
	cmd.RunE = withRemote(&dir, func(ctx context.Context, r *localnet.Remote, args []string) error {
		fmt.Fprintf(cmd.OutOrStdout(), "Stopping %s; waiting until the L1 view that says so is in force\n", args[0])
		if err := r.StopRollup(ctx, args[0]); err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s is stopped: it takes no transactions any more, and can be read a while longer\n", args[0])
		return nil
	})
	cmd.Flags().StringVar(&dir, "dir", localnet.DefaultOptions().Dir, "directory of a running local network")
	return cmd
}

func printIndented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
