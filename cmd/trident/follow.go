package main

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/trident-network/trident/internal/logs"
	"github.com/trident-network/trident/node"
)

// followerFlags are those of `trident node --follow`.
type followerFlags struct {
	follow   bool
	contract string
	level    string
	config   node.FollowerConfig
}

// followerOnly are the flags that mean nothing to an operator.
var followerOnly = []string{"rollup", "from", "contract", "rpc", "status", "log-level"}

func (c *followerFlags) flags(f *pflag.FlagSet) {
	f.BoolVar(&c.follow, "follow", false, "run a follower: no key, no stake, only the RPC of one rollup")
	f.StringVar(&c.config.Rollup, "rollup", "", "with --follow: the rollup, by name or id")
	f.StringSliceVar(&c.config.From, "from", nil, "with --follow: URLs of operators' APIs; several, to outlive any of them")
	f.StringVar(&c.contract, "contract", "", "with --follow: address of Mach on L1; empty takes it from network.json in the home")
	f.StringVar(&c.config.RPC, "rpc", "127.0.0.1:30310", "with --follow: host:port of the rollup's Ethereum JSON-RPC")
	f.StringVar(&c.config.Status, "status", "127.0.0.1:30311", "with --follow: host:port of /healthz, /status and /metrics; empty serves none")
	f.StringVar(&c.level, "log-level", "info", "with --follow: debug, info, warn or error")
}

// refuse says that a follower's flag was given to an operator.
func (c *followerFlags) refuse(cmd *cobra.Command) error {
	for _, name := range followerOnly {
		if cmd.Flags().Changed(name) {
			return fmt.Errorf("--%s is for followers: add --follow, or leave it out", name)
		}
	}
	return nil
}

func (c *followerFlags) run(cmd *cobra.Command, home, l1 string) error {
	log, err := logs.New(cmd.ErrOrStderr(), c.level)
	if err != nil {
		return err
	}
	if c.config.L1 = l1; c.contract != "" {
		if !common.IsHexAddress(c.contract) {
			return errors.New("--contract: give the address of Mach on the L1 of --l1")
		}
		c.config.Mach = common.HexToAddress(c.contract)
	}
	return node.Follow(cmd.Context(), home, c.config, log)
}
