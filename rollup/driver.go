package rollup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"sync"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/avs"
)

var (
	_ avs.Executor         = (*Driver)(nil)
	_ avs.ForcedChecker    = (*Driver)(nil)
	_ avs.InclusionChecker = (*Driver)(nil)
	_ avs.TxPool           = (*Driver)(nil)
)

// ErrClosed is returned by what is called after Close.
var ErrClosed = errors.New("execution client is closed")

// Driver is the embedded execution client of one rollup.
type Driver struct {
	cfg    Config
	stack  *node.Node
	eth    *eth.Ethereum
	chain  *core.BlockChain
	pool   *txpool.TxPool
	signer types.Signer

	// write serialises what changes the chain: writing a built block, importing, moving head and finalized.
	write writeLock

	// life is read-locked by every call, so that nothing touches a closed database.
	life   sync.RWMutex
	closed bool

	recent  recent
	readers readers

	local local

	closing sync.Once
	done    chan struct{} // closed when the stop is complete
	failed  error         // of the stop; read after done
}

// Open starts the client. It returns when the RPC answers. The context bounds nothing but the start.
func Open(ctx context.Context, cfg Config) (*Driver, error) {
	if err := cfg.Check(); err != nil {
		return nil, fmt.Errorf("rollup configuration: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := portFree(cfg); err != nil {
		return nil, err
	}
	bridgeLog()
	if err := os.MkdirAll(cfg.DataDir, 0o700); err != nil {
		return nil, fmt.Errorf("make rollup directory: %w", err)
	}
	nodeConfig, err := cfg.nodeConfig()
	if err != nil {
		return nil, err
	}
	stack, err := node.New(nodeConfig)
	if err != nil {
		return nil, explain("open rollup directory", cfg, err)
	}
	if err := checkStored(stack, cfg); err != nil {
		return nil, errors.Join(explain("open rollup chain", cfg, err), stack.Close())
	}
	ethConfig := cfg.ethConfig()
	backend, err := eth.New(stack, ethConfig)
	if err != nil {
		return nil, errors.Join(explain("open rollup chain", cfg, err), stack.Close())
	}
	d := &Driver{
		cfg:    cfg,
		stack:  stack,
		eth:    backend,
		chain:  backend.BlockChain(),
		pool:   backend.TxPool(),
		signer: types.LatestSigner(backend.BlockChain().Config()),
		recent: newRecent(backend.BlockChain()),
		done:   make(chan struct{}),
	}
	stack.RegisterAPIs([]rpc.API{
		{Namespace: "eth", Service: newFilters(backend, ethConfig)},
		{Namespace: "eth", Service: &submission{backend.APIBackend, &d.local}},
	})
	stack.RegisterAPIs(cfg.APIs)
	d.settleTags()
	d.local.start(d.pool)
	if err := stack.Start(); err != nil {
		d.local.stop()
		return nil, errors.Join(explain("serve rollup RPC", cfg, err), stack.Close())
	}
	backend.SetSynced() // there is nobody to sync from; without it geth takes no transactions from RPC
	return d, nil
}

// checkStored compares the genesis of a chain that is there already. geth does so too, but leaves files open when they
// differ.
func checkStored(stack *node.Node, cfg Config) error {
	if _, err := os.Stat(stack.ResolvePath("chaindata")); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	db, err := stack.OpenDatabaseWithOptions("chaindata", node.DatabaseOptions{Cache: databaseMB, Handles: handles})
	if err != nil {
		return err
	}
	stored, want := rawdb.ReadCanonicalHash(db, 0), cfg.Genesis.ToBlock().Hash()
	if err := db.Close(); err != nil {
		return err
	}
	if stored != (common.Hash{}) && stored != want {
		return &core.GenesisMismatchError{Stored: stored, New: want}
	}
	return nil
}

// newFilters serves logs and subscriptions.
func newFilters(backend *eth.Ethereum, e *ethconfig.Config) *filters.FilterAPI {
	return filters.NewFilterAPI(filters.NewFilterSystem(backend.APIBackend, filters.Config{
		LogCacheSize:  e.FilterLogCacheSize,
		LogQueryLimit: e.LogQueryLimit,
		RangeLimit:    e.RangeLimit,
	}))
}

// portFree finds a taken port before anything is written. geth listens last, and an open chain that was never started
// is not easily stopped.
func portFree(cfg Config) error {
	if cfg.RPC == "" {
		return nil
	}
	l, err := net.Listen("tcp", cfg.RPC)
	if err != nil {
		return explain("serve rollup RPC", cfg, err)
	}
	return l.Close()
}

// explain names the remedy for what a user can mend.
func explain(action string, cfg Config, err error) error {
	var mismatch *core.GenesisMismatchError
	switch {
	case errors.As(err, &mismatch):
		return fmt.Errorf("%s: %w: %s was made with genesis %s, the configured one is %s; use another directory, or the genesis that it was made with",
			action, ErrGenesisMismatch, cfg.DataDir, mismatch.Stored, mismatch.New)
	case errors.Is(err, node.ErrDatadirUsed):
		return fmt.Errorf("%s: %w: %s is open in another process; stop it, or use another directory", action, ErrDataDirInUse, cfg.DataDir)
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("%s: %w: %s; stop what listens there, or choose another port", action, ErrPortInUse, cfg.RPC)
	}
	return fmt.Errorf("%s: %w", action, err)
}

// settleTags gives `safe` and `finalized` a sane start: safe is the head, and finalized, which geth forgets when the
// head came back below it, is at least genesis.
func (d *Driver) settleTags() {
	head := d.chain.CurrentBlock()
	final := d.chain.CurrentFinalBlock()
	if final == nil || final.Number.Cmp(head.Number) > 0 || d.chain.GetCanonicalHash(final.Number.Uint64()) != final.Hash() {
		d.chain.SetFinalized(d.chain.Genesis().Header())
	}
	d.chain.SetSafe(head)
}

// Close stops RPC, pool and chain, and writes the state out. It returns early with the context's error; the stop then
// goes on, and a second call waits for it again.
func (d *Driver) Close(ctx context.Context) error {
	d.closing.Do(func() {
		go func() {
			defer close(d.done)
			d.life.Lock() // calls in progress end first
			d.closed = true
			d.life.Unlock()
			d.local.stop()
			d.readers.end(time.Now().Add(servedFor))
			d.failed = d.stack.Close()
		}()
	})
	select {
	case <-d.done:
		if d.failed != nil {
			return fmt.Errorf("close rollup client: %w", d.failed)
		}
		return nil
	case <-ctx.Done():
		return fmt.Errorf("close rollup client: %w", ctx.Err())
	}
}

// enter begins a call; leave ends it.
func (d *Driver) enter() (leave func(), err error) {
	d.life.RLock()
	if d.closed {
		d.life.RUnlock()
		return nil, ErrClosed
	}
	return d.life.RUnlock, nil
}

// HTTP is the URL of the rollup's JSON-RPC; empty if none is served.
func (d *Driver) HTTP() string {
	if d.cfg.RPC == "" {
		return ""
	}
	return d.stack.HTTPEndpoint()
}

// WS is the URL of the same over WebSocket.
func (d *Driver) WS() string {
	if d.cfg.RPC == "" {
		return ""
	}
	return d.stack.WSEndpoint()
}

// Attach gives an RPC client to this node that needs no port. The caller closes it.
func (d *Driver) Attach() *rpc.Client { return d.stack.Attach() }

// GenesisHash is the hash of block 0.
func (d *Driver) GenesisHash() common.Hash { return d.chain.Genesis().Hash() }
