package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/trident-network/trident/internal/logs"
	"github.com/trident-network/trident/localnet"
)

func localnetCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "localnet",
		Short: "Run a whole network on this machine: L1 with EigenLayer, operators, a rollup",
		RunE:  group,
	}
	var dir string
	cmd.PersistentFlags().StringVar(&dir, "dir", localnet.DefaultOptions().Dir, "directory of the network")
	cmd.AddCommand(localnetUp(&dir), localnetStatus(&dir), localnetKill(&dir), localnetRestart(&dir), localnetJoin(&dir), localnetLeave(&dir), localnetStake(&dir),
		localnetFault(&dir), localnetDown(&dir))
	return cmd
}

func localnetUp(dir *string) *cobra.Command {
	options := localnet.DefaultOptions()
	var logLevel string
	var followed []string
	cmd := &cobra.Command{
		Use:   "up",
		Short: "Start the network of a directory, or make one; Ctrl-C stops it, the next up resumes it",
		Args:  takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			log, err := logs.New(cmd.ErrOrStderr(), logLevel)
			if err != nil {
				return err
			}
			binary, err := localnet.Binary()
			if err != nil {
				return err
			}
			for name, value := range map[string]*int{"operators": &options.Operators, "rollups": &options.Rollups, "l1-port": &options.L1Port, "base-port": &options.BasePort} {
				if !cmd.Flags().Changed(name) {
					*value = localnet.AsMade // a directory that exists knows it
				}
			}
			for _, text := range followed {
				f, err := localnet.ParseFollowed(text)
				if err != nil {
					return err
				}
				options.Follow = append(options.Follow, f)
			}
			options.Dir, options.Binary, options.Log, options.Out = *dir, binary, log, cmd.OutOrStdout()
			options.Terminal = cmd.OutOrStdout() == os.Stdout && term.IsTerminal(int(os.Stdout.Fd()))
			return localnet.Up(cmd.Context(), options)
		},
	}
	f := cmd.Flags()
	f.IntVar(&options.Operators, "operators", options.Operators, "number of operators of a new network")
	f.IntVar(&options.Rollups, "rollups", options.Rollups, "number of rollups that a new network sequences from its start")
	f.StringVar(&options.L1URL, "l1", "", "URL of an L1 that runs already, such as anvil's; without it the network has its own")
	f.IntVar(&options.L1Port, "l1-port", options.L1Port, "port of its own L1's JSON-RPC; 0 takes a free one")
	f.IntVar(&options.BasePort, "base-port", options.BasePort, "first port of a new network's operators, ten for each; 0 takes free ones")
	f.DurationVar(&options.BlockInterval, "block-interval", options.BlockInterval, "block interval of its own L1")
	f.StringArrayVar(&followed, "follow", nil, "certify a rollup with a sequencer of its own too: NAME=STACK:LEVEL:URL,URL,URL; again for another")
	f.BoolVar(&options.Once, "once", false, "stop when the first transaction is certified and settled")
	f.BoolVar(&options.Quiet, "quiet", false, "print no live status")
	f.StringVar(&logLevel, "log-level", "warn", "debug, info, warn or error")
	return cmd
}

// remoteTimeout bounds what a command waits for the supervisor: a restart until the operator answers, a join until it has
// caught up, a leave until an epoch of L1 blocks is over.
const remoteTimeout = 10 * time.Minute

func withRemote(dir *string, do func(ctx context.Context, r *localnet.Remote, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		r, err := localnet.Connect(*dir)
		if err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(cmd.Context(), remoteTimeout)
		defer cancel()
		return do(ctx, r, args)
	}
}

func localnetStatus(dir *string) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{Use: "status", Short: "Show L1, operators, and each rollup by tier", Args: takes()}
	cmd.RunE = withRemote(dir, func(ctx context.Context, r *localnet.Remote, _ []string) error {
		s, err := r.Status(ctx)
		if err != nil {
			return err
		}
		if asJSON {
			enc := json.NewEncoder(cmd.OutOrStdout())
			enc.SetIndent("", "  ")
			return enc.Encode(s)
		}
		s.Write(cmd.OutOrStdout())
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func localnetKill(dir *string) *cobra.Command {
	cmd := &cobra.Command{Use: "kill NAME", Short: "End an operator with SIGKILL, such as operator-2", Args: takes("NAME")}
	cmd.RunE = withRemote(dir, func(ctx context.Context, r *localnet.Remote, args []string) error {
		if err := r.Kill(ctx, args[0]); err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s is dead; start it again with: trident localnet restart %s --dir %s\n", args[0], args[0], *dir)
		return nil
	})
	return cmd
}

func localnetRestart(dir *string) *cobra.Command {
	cmd := &cobra.Command{Use: "restart NAME", Short: "Start an operator again, stopping it first if it runs", Args: takes("NAME")}
	cmd.RunE = withRemote(dir, func(ctx context.Context, r *localnet.Remote, args []string) error {
		if err := r.Restart(ctx, args[0]); err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s is up\n", args[0])
		return nil
	})
	return cmd
}

func localnetJoin(dir *string) *cobra.Command {
	cmd := &cobra.Command{Use: "join", Short: "Let another operator join: it registers with EigenLayer, starts, and catches up", Args: takes()}
	cmd.RunE = withRemote(dir, func(ctx context.Context, r *localnet.Remote, _ []string) error {
		name, err := r.Join(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s is registered and has caught up; it becomes a member with the next snapshot, see: trident localnet status --dir %s\n", name, *dir)
		return nil
	})
	return cmd
}

func localnetLeave(dir *string) *cobra.Command {
	cmd := &cobra.Command{Use: "leave NAME", Short: "Let an operator leave: it runs until the others have taken over, then it stops for good", Args: takes("NAME")}
	cmd.RunE = withRemote(dir, func(ctx context.Context, r *localnet.Remote, args []string) error {
		file, err := localnet.ReadFile(*dir)
		if err == nil {
			_, err = file.Operator(args[0])
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s leaves; waiting until the others have taken over\n", args[0])
		if err := r.Leave(ctx, args[0]); err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s has left and is stopped\n", args[0])
		return nil
	})
	return cmd
}

func localnetStake(dir *string) *cobra.Command {
	cmd := &cobra.Command{Use: "stake NAME +AMOUNT|-AMOUNT", Short: "Delegate more of the asset LST to an operator, or less, such as +500 or -250",
		Args: takes("NAME", "+AMOUNT|-AMOUNT")}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		amount, err := strconv.ParseInt(args[1], 10, 64)
		if err != nil || args[1][0] != '+' && args[1][0] != '-' {
			return fmt.Errorf("%q is no amount: give a whole number of LST with its sign, such as +500 or -250", args[1])
		}
		return withRemote(dir, func(ctx context.Context, r *localnet.Remote, _ []string) error {
			after, err := r.MoveStake(ctx, args[0], amount)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s has %s LST; it counts with the next snapshot, see: trident localnet status --dir %s\n", args[0], after, *dir)
			return nil
		})(cmd, args)
	}
	return withNegatives(cmd)
}

func localnetDown(dir *string) *cobra.Command {
	cmd := &cobra.Command{Use: "down", Short: "Stop the network; the directory stays and up resumes it", Args: takes()}
	cmd.RunE = withRemote(dir, func(ctx context.Context, r *localnet.Remote, _ []string) error {
		file, err := localnet.ReadFile(*dir)
		if err != nil {
			return err
		}
		if err := r.Down(ctx); err != nil {
			return err
		}
		if err := awaitExit(ctx, file.PID); err != nil {
			return fmt.Errorf("wait for the supervisor to end: %w", err)
		}
		fmt.Fprintln(cmd.OutOrStdout(), "the network is down")
		return nil
	})
	return cmd
}

// awaitExit waits until a process of ours is gone.
func awaitExit(ctx context.Context, pid int) error {
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	for {
		if err := syscall.Kill(pid, 0); errors.Is(err, syscall.ESRCH) {
			return nil
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
