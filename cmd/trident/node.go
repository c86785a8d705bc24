package main

import (
	"context"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/trident-network/trident/internal/logs"
	"github.com/trident-network/trident/node"
)

func nodeCommand() *cobra.Command {
	var home, l1 string
	var supervised, replay bool
	var follower followerFlags
	cmd := &cobra.Command{
		Use:   "node",
		Short: "Run one operator from its home directory, or a follower that only serves a rollup's RPC",
		Long: `Run one operator from its home directory.

With --follow, run a node without key and stake: it executes the certified blocks of one rollup and serves its RPC. It trusts the
L1 node to tell the operator sets, and none of the operators whose APIs it asks:

  trident node --follow --home H --l1 URL --contract 0x… --rollup NAME --from API-URL,API-URL`,
		Args: takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if follower.follow {
				return follower.run(cmd, home, l1)
			}
			if err := follower.refuse(cmd); err != nil {
				return err
			}
			config, err := node.LoadConfig(home)
			if err != nil {
				return err
			}
			if l1 != "" {
				config.L1 = l1
			}
			config.Replay = config.Replay || replay
			log, err := logs.New(cmd.ErrOrStderr(), config.LogLevel.String())
			if err != nil {
				return err
			}
			debug.SetMemoryLimit(config.MemoryMiB << 20)
			ctx := cmd.Context()
			if supervised {
				var cancel context.CancelFunc
				ctx, cancel = untilClosed(ctx, os.Stdin)
				defer cancel()
			}
			return node.Run(ctx, home, config, version(), log)
		},
	}
	f := cmd.Flags()
	f.StringVar(&home, "home", "trident-home", "home directory of the operator")
	f.StringVar(&l1, "l1", "", "URL of an L1 node, instead of the one in node.toml")
	f.BoolVar(&replay, "replay", false, "execute all blocks from the beginning, instead of taking the state from other operators when this one is new")
	follower.flags(f)
	f.BoolVar(&supervised, "supervised", false, "stop when standard input is closed, as it is when the supervisor dies")
	return cmd
}

// untilClosed ends the context when the reader does. Its goroutine ends with the process: a read of standard input
// cannot be interrupted.
func untilClosed(ctx context.Context, r io.Reader) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		_, _ = io.Copy(io.Discard, r) // whatever ends it, the supervisor is gone
		cancel()
	}()
	return ctx, cancel
}
