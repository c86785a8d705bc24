package localnet

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
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

// anvilFinality is more than the blocks that anvil's finalised block is behind its head.
const anvilFinality = 70

// finaliseTimeout bounds the wait for an external L1 to finalise what was sent.
const finaliseTimeout = 20 * time.Minute

// awaitFinal waits until the L1 block with a number is final, and returns the newest final one.
func (c *chain) awaitFinal(ctx context.Context, target uint64) (l1.Block, error) {
	ctx, cancel := context.WithTimeout(ctx, finaliseTimeout)
	defer cancel()
	if c.embedded == nil {
		// anvil finalises 64 blocks behind its head and mines only when asked; other nodes do not know the call and finalise by themselves.
		_ = c.client.Client.Client().CallContext(ctx, nil, "anvil_mine", hexutil.Uint64(anvilFinality))
	}
	for {
		head, err := c.client.Finalized(ctx)
		if err == nil && head.Number.Uint64() >= target {
			return l1.Block{Number: head.Number.Uint64(), Hash: head.Hash(), Time: head.Time}, nil
		}
		if err := sleep(ctx, 100*time.Millisecond); err != nil {
			return l1.Block{}, fmt.Errorf("wait for l1 block %d to be finalised: %w", target, err)
		}
	}
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
