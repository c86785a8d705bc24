package node

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/ethereum/go-ethereum/core"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
	"github.com/trident-network/trident/rollup/engine"
)

// executionClient is a rollup's client as an operator needs it.
type executionClient interface {
	avs.Executor
	avs.TxPool
	// Block is the ordered block of a number, with the bytes that Import takes.
	Block(ctx context.Context, number uint64) ([]byte, avs.BlockRef, error)
	// Submit takes transactions as the client's own RPC does.
	Submit(ctx context.Context, raw [][]byte) []error
	// HTTP is the URL of its JSON-RPC.
	HTTP() string
	Close(ctx context.Context) error
}

var (
	_ executionClient = (*rollup.Driver)(nil)
	_ executionClient = (*engine.Driver)(nil)
)

// EngineConfig says where an external execution client is.
type EngineConfig struct {
	Engine  string `toml:"engine" comment:"URL of its Engine API"`
	JWT     string `toml:"jwt" comment:"file with the secret of the Engine API; relative to the home directory"`
	RPC     string `toml:"rpc" comment:"URL of its JSON-RPC; ws is quicker to tell of new transactions than http"`
	Builder string `toml:"builder,omitempty" comment:"how it builds when this operator leads: payload, testing or op; empty to find out"`
}

// engineConfig is that of a rollup with an external client.
func (n *Node) engineConfig(c EngineConfig, genesis *core.Genesis) engine.Config {
	if !filepath.IsAbs(c.JWT) {
		c.JWT = filepath.Join(n.home.Path, c.JWT)
	}
	return engine.Config{Engine: c.Engine, JWT: c.JWT, RPC: c.RPC, Builder: c.Builder, Genesis: genesis, FeeRecipient: &feeVault}
}

// checkClient finds the first fault of a rollup's configuration.
func (n *Node) checkClient(h *hosted, genesis *core.Genesis) error {
	if c, external := n.config.RollupEngine[h.rollup.Name]; external {
		return n.engineConfig(c, genesis).Check()
	}
	return n.clientConfig(h, genesis).Check()
}

// openClient starts the embedded client of a rollup, or finds its external one.
func (n *Node) openClient(ctx context.Context, h *hosted, genesis *core.Genesis) (executionClient, error) {
	if c, external := n.config.RollupEngine[h.rollup.Name]; external {
		d, err := engine.Open(ctx, n.engineConfig(c, genesis))
		if err != nil {
			return nil, fmt.Errorf("external client: %w", err)
		}
		return d, nil
	}
	d, err := rollup.Open(ctx, n.clientConfig(h, genesis))
	if err != nil {
		return nil, err
	}
	return d, nil
}
