package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/api/proxy"
	"github.com/trident-network/trident/localnet"
)

// stopTimeout bounds the end of the proxy.
const stopTimeout = 10 * time.Second

func rollupCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "rollup", Short: "Make, list and stop rollups of a local network; other tools for rollups", RunE: group}
	cmd.AddCommand(rollupCreate(), rollupList(), rollupStatus(), rollupStop(), rollupProxy())
	return cmd
}

func rollupProxy() *cobra.Command {
	var s source
	var t trustFlags
	var cfg proxy.Config
	cmd := &cobra.Command{
		Use:   "proxy",
		Short: "Stand in front of a rollup's RPC and make its finalized block the newest certified one",
		Long: `Stand in front of the RPC of a rollup's node, over HTTP and WebSocket. The block tag finalized means the newest block whose
certificate was checked here; everything else passes through. If the node has another block than the certified one, requests for
finalized are errors, and /healthz says so.

  trident rollup proxy --upstream URL                                  the rollup of the local network of --dir
  trident rollup proxy --upstream URL --api URL --api URL --rollup NAME --l1 URL --contract 0x…
  trident rollup proxy --upstream URL --api URL --rollup NAME --trust genesis.json`,
		Args: takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg.Log = slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil))
			return runProxy(cmd, &s, &t, cfg)
		},
	}
	t.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&cfg.Upstream, "upstream", "", "http:// or https:// URL of the rollup's node")
	f.StringVar(&cfg.WebSocket, "upstream-ws", "", "ws:// or wss:// URL of the same node; empty takes that of --upstream")
	f.StringVar(&cfg.Listen, "listen", "127.0.0.1:8546", "host:port to serve on")
	f.StringVar(&s.dir, "dir", localnet.DefaultOptions().Dir, "directory of a running local network")
	f.StringArrayVar(&s.apis, "api", nil, "URL of an operator's API, instead of --dir; give several")
	f.StringVar(&s.rollup, "rollup", "", "rollup, by name or id; empty takes the first of --dir")
	return cmd
}

// runProxy serves until Ctrl-C.
func runProxy(cmd *cobra.Command, s *source, t *trustFlags, cfg proxy.Config) error {
	if cfg.Upstream == "" {
		return errors.New("give the URL of the rollup's node with --upstream")
	}
	ctx := cmd.Context()
	subscription, err := t.subscription(s)
	if err != nil {
		return err
	}
	subscription.Newest = true
	subscription.Log = cfg.Log
	sub, err := client.Subscribe(ctx, subscription)
	if err != nil {
		return err
	}
	defer sub.Close()
	cfg.Events = sub
	p, err := proxy.New(cfg)
	if err != nil {
		return err
	}
	err = p.Start(ctx)
	if err == nil {
		fmt.Fprintf(cmd.OutOrStdout(), "finality RPC of rollup %s at http://%s and ws://%s\n", sub.Checker().Rollup(), p.Addr(), p.Addr())
		<-ctx.Done()
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	return errors.Join(err, p.Stop(stop))
}
