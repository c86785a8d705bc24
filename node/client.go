package node

import (
	"context"
	"errors"
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

// openClient starts the embedded client of a rollup, whose RPC then serves added too, or finds its external one.
func (n *Node) openClient(ctx context.Context, r rollupSource, added *rollupRPC) (executionClient, error) {
	if c, external := n.config.RollupEngine[r.hosted.rollup.Name]; external {
		d, err := engine.Open(ctx, n.engineConfig(c, r.genesis))
		if err != nil {
			return nil, fmt.Errorf("external client: %w", err)
		}
		return d, nil
	}
	config := n.clientConfig(r.hosted, r.genesis)
	config.APIs = added.apis()
	d, err := rollup.Open(ctx, config)
	if err != nil {
		return nil, err
	}
	added.driver.Store(d)
	return d, nil
}

// stateSyncer is a client that gives others its state, and takes theirs. An external one has ways of its own.
type stateSyncer interface {
	ServeState(network avs.Network, id avs.RollupID)
	SyncState(ctx context.Context, s rollup.StateSync) (avs.BlockRef, error)
}

var _ stateSyncer = (*rollup.Driver)(nil)

// errNoStateSync is an external client that is behind the log's beginning.
var errNoStateSync = errors.New("the external client's head is older than the ordered log; let it sync from a node that has the blocks, or begin with the embedded client")
