package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/localnet"
)

// trustFlags say whom to believe about operator sets: an L1, or a file.
type trustFlags struct {
	l1, contract, file string
	level              uint8
}

func (t *trustFlags) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&t.l1, "l1", "", "URL of an L1 node that you trust, instead of that of --dir")
	f.StringVar(&t.contract, "contract", "", "address of Mach, with --l1")
	f.StringVar(&t.file, "trust", "", "file of the operator sets that you trust, instead of an L1; from: trident mach genesis")
	f.Uint8Var(&t.level, "min-level", 0, "least level of verification of a certificate: 0 agreement, 1 commitments, 2 execution")
}

// subscription fills in what the flags leave out from the local network of --dir.
func (t *trustFlags) subscription(s *source) (client.SubscriberConfig, error) {
	cfg := client.SubscriberConfig{APIs: s.apis, Rollup: s.rollup, Level: avs.Level(t.level)}
	var err error
	if cfg.Trust, err = t.trust(); err != nil {
		return cfg, err
	}
	if len(cfg.APIs) > 0 && cfg.Trust == nil {
		return cfg, errors.New("say whom to trust about operator sets: give --l1 URL and --contract, or --trust FILE")
	}
	if len(cfg.APIs) > 0 && cfg.Rollup != "" {
		return cfg, nil
	}
	file, err := localnet.ReadFile(s.dir)
	if err != nil {
		return cfg, fmt.Errorf("%w; or name operators with --api and --rollup", err)
	}
	if len(cfg.APIs) == 0 {
		for _, o := range file.Operators {
			cfg.APIs = append(cfg.APIs, o.API)
		}
	}
	if cfg.Rollup == "" {
		cfg.Rollup = file.Rollups[0].ID.Hex()
	}
	if cfg.Trust == nil {
		cfg.Trust = client.TrustL1(file.L1.RPC, file.Contracts["Mach"])
	}
	return cfg, nil
}

// trust is what the flags name; nil if they name nothing.
func (t *trustFlags) trust() (client.Trust, error) {
	switch {
	case t.file != "" && t.l1 != "":
		return nil, errors.New("--trust believes a file and --l1 an L1: give one of them")
	case t.file != "":
		return trustFile(t.file)
	case t.l1 != "" && !common.IsHexAddress(t.contract):
		return nil, fmt.Errorf("--contract %q: give the address of Mach on the L1 of --l1", t.contract)
	case t.l1 != "":
		return client.TrustL1(t.l1, common.HexToAddress(t.contract)), nil
	}
	return nil, nil
}

func trustFile(path string) (client.Trust, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read trusted sets: %w", err)
	}
	g, err := client.ParseGenesis(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; make it with: trident mach genesis", path, err)
	}
	return client.TrustGenesis(g), nil
}
