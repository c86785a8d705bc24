package localnet

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/l1"
	"github.com/trident-network/trident/localnet/devl1"
)

// chain is the L1 of a local network: one that runs in this process, or somebody else's by URL.
type chain struct {
	dir      string // of the network
	client   *l1.Client
	rpc, ws  string
	embedded *devl1.L1 // nil for an external L1
}

// openChain starts or dials the L1. wantChain 0 takes any chain id, as a first set-up does.
func openChain(ctx context.Context, o Options, port int, wantChain uint64, alloc types.GenesisAlloc, setup bool) (*chain, error) {
	c := &chain{dir: o.Dir}
	if o.L1URL == "" {
		var err error
		c.embedded, err = devl1.Start(devl1.Options{DataDir: filepath.Join(o.Dir, l1Dir), Port: port, BlockInterval: o.BlockInterval,
			Alloc: alloc, Setup: setup})
		if err != nil {
			return nil, fmt.Errorf("start l1: %w", err)
		}
		c.rpc, c.ws = c.embedded.HTTP(), c.embedded.WS()
	} else {
		c.rpc, c.ws = o.L1URL, wsURL(o.L1URL)
	}
	var err error
	if c.client, err = l1.Dial(ctx, c.rpc, wantChain); err != nil {
		_ = c.close()
		return nil, err
	}
	return c, nil
}

func (c *chain) close() error {
	if c.client != nil {
		c.client.Close()
	}
	if c.embedded == nil {
		return nil
	}
	return c.embedded.Close()
}
