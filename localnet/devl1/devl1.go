// Package devl1 runs a complete go-ethereum node inside this process as the L1 of a local network and of tests.
//
// The node has Prague and Osaka rules, serves HTTP and WS on one loopback port, and has no peers. Blocks are sealed by
// this package alone, from one place under one lock, so their timestamps and the safe and finalized tags follow the
// rules written here: finalized is FinalityDepth blocks behind the head and never moves back.
//
// Every method is safe for concurrent use. Close waits for the sealing goroutines. A block that cannot be sealed is an
// error of the method that asked for it; in interval and on-demand mode it is logged and tried again.
package devl1

import (
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/rpc"
)

// Defaults of Options.
const (
	DefaultHost          = "127.0.0.1"
	DefaultChainID       = 31337
	DefaultGasLimit      = 60_000_000 // mainnet's limit when Osaka came
	DefaultFinalityDepth = 4
)

// Errors a caller can act on.
var (
	ErrPortInUse     = errors.New("in use")
	ErrDirInUse      = errors.New("used by another process")
	ErrOtherChain    = errors.New("another chain")
	ErrCrossFinal    = errors.New("reorg would replace a finalized block")
	ErrTooDeep       = errors.New("reorg deeper than the chain")
	ErrBadOptions    = errors.New("bad l1 options")
	errNegativeClock = errors.New("warp back in time")
)

// Options describe a node. The zero value is an in-memory chain on a free port that mines on demand.
type Options struct {
	DataDir       string             // chain data; "" keeps the chain in memory
	Host          string             // default 127.0.0.1
	Port          int                // HTTP and WS share it; 0 takes a free one
	ChainID       uint64             // default DefaultChainID
	GasLimit      uint64             // default DefaultGasLimit
	BlockInterval time.Duration      // > 0: a block each interval; 0: on demand; < 0: only when Mine is called
	FinalityDepth uint64             // how far finalized stays behind the head; default DefaultFinalityDepth
	Alloc         types.GenesisAlloc // balances and code of the first block; ignored once DataDir holds a chain

	// Setup starts the chain in its set-up phase: blocks on demand, each stamped one second after its parent from a
	// genesis an hour ago, so that many quick blocks do not push the chain's time ahead of the clock. Live ends it.
	Setup bool
}

func (o *Options) fill() error {
	if o.Host == "" {
		o.Host = DefaultHost
	}
	if o.ChainID == 0 {
		o.ChainID = DefaultChainID
	}
	if o.GasLimit == 0 {
		o.GasLimit = DefaultGasLimit
	}
	if o.FinalityDepth == 0 {
		o.FinalityDepth = DefaultFinalityDepth
	}
	if o.Port < 0 || o.Port > 65535 {
		return fmt.Errorf("%w: port %d is not within 0..65535", ErrBadOptions, o.Port)
	}
	return nil
}

// L1 is a running node.
type L1 struct {
	opt   Options
	stack *node.Node
	eth   *eth.Ethereum

	mu     sync.Mutex // held while a block is sealed; guards the fields below
	offset time.Duration
	salt   uint64 // makes the blocks of a reorg differ from those they replace
	setup  bool

	closing   chan struct{}
	live      chan struct{} // closed when the set-up phase is over
	wg        sync.WaitGroup
	closeOnce sync.Once
	closeErr  error
}

// Start opens or creates the chain and begins to serve and to seal.
func Start(opt Options) (*L1, error) {
	if err := opt.fill(); err != nil {
		return nil, err
	}
	quietGeth()
	if err := probePort(opt.Host, opt.Port); err != nil {
		return nil, err
	}
	genesis, err := loadGenesis(opt)
	if err != nil {
		return nil, err
	}
	stack, err := node.New(nodeConfig(opt))
	if err != nil {
		if errors.Is(err, node.ErrDatadirUsed) {
			return nil, fmt.Errorf("l1 directory %s is %w: stop it or choose another directory", opt.DataDir, ErrDirInUse)
		}
		return nil, fmt.Errorf("create l1 node: %w", err)
	}
	config := ethConfig(opt)
	config.Genesis = genesis
	backend, err := eth.New(stack, config)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open l1 chain: %w", err), stack.Close())
	}
	fs := filters.NewFilterSystem(backend.APIBackend, filters.Config{LogCacheSize: config.FilterLogCacheSize, LogQueryLimit: config.LogQueryLimit})
	stack.RegisterAPIs([]rpc.API{{Namespace: "eth", Service: filters.NewFilterAPI(fs)}})
	if err := stack.Start(); err != nil {
		return nil, errors.Join(portError(opt.Host, opt.Port, err), stack.Close())
	}
	l := &L1{opt: opt, stack: stack, eth: backend, setup: opt.Setup, closing: make(chan struct{}), live: make(chan struct{})}
	if !opt.Setup {
		close(l.live)
	}
	backend.SetSynced()
	l.mark(backend.BlockChain().CurrentBlock())
	l.wg.Go(l.run)
	return l, nil
}

func nodeConfig(opt Options) *node.Config {
	modules := []string{"eth", "net", "web3", "debug", "txpool"}
	c := node.DefaultConfig
	c.Name = "l1"
	c.DataDir = opt.DataDir
	c.P2P = p2p.Config{NoDiscovery: true, NoDial: true}
	c.HTTPHost, c.HTTPPort, c.HTTPModules = opt.Host, opt.Port, modules
	c.WSHost, c.WSPort, c.WSModules = opt.Host, opt.Port, modules
	c.HTTPVirtualHosts, c.HTTPCors, c.WSOrigins = []string{"*"}, []string{"*"}, []string{"*"}
	c.IPCPath = ""
	return &c
}

func ethConfig(opt Options) *ethconfig.Config {
	c := ethconfig.Defaults
	c.NetworkId = opt.ChainID
	c.SyncMode = ethconfig.FullSync
	// With the path scheme an unclean stop rewinds to the last clean one. Writing every state by hash keeps each block.
	c.StateScheme, c.NoPruning = rawdb.HashScheme, true
	c.TransactionHistory = 0 // all
	c.LogNoHistory = true    // the log index costs 10 ms a block; getLogs works from the blooms of headers
	c.DatabaseCache, c.TrieCleanCache, c.TrieDirtyCache, c.SnapshotCache = 32, 16, 16, 0
	c.Miner.GasCeil = opt.GasLimit
	c.Miner.GasPrice = big.NewInt(1) // a higher floor leaves transactions with a 1-wei tip waiting for ever
	c.TxPool.NoLocals = true
	c.TxPool.PriceLimit = 1
	c.RPCTxFeeCap = 0
	c.EngineMaxReorgDepth = 0
	return &c
}

// HTTP is the URL of the JSON-RPC over HTTP.
func (l *L1) HTTP() string { return l.stack.HTTPEndpoint() }

// WS is the URL of the JSON-RPC over WebSocket, on the same port.
func (l *L1) WS() string { return l.stack.WSEndpoint() }

// ChainID is the chain id that transactions are signed for.
func (l *L1) ChainID() uint64 { return l.eth.BlockChain().Config().ChainID.Uint64() }

// Head is the number of the newest block.
func (l *L1) Head() uint64 { return l.eth.BlockChain().CurrentBlock().Number.Uint64() }

// Attach returns a JSON-RPC client that calls the node without a socket. The caller closes it.
func (l *L1) Attach() *rpc.Client { return l.stack.Attach() }

// Close stops sealing and serving, and writes the chain out. It may be called more than once.
func (l *L1) Close() error {
	l.closeOnce.Do(func() {
		close(l.closing)
		l.wg.Wait()
		l.mu.Lock()
		defer l.mu.Unlock()
		if err := l.stack.Close(); err != nil {
			l.closeErr = fmt.Errorf("close l1: %w", err)
		}
	})
	return l.closeErr
}

// probePort finds a port in use before anything is written to disk.
func probePort(host string, port int) error {
	if port == 0 {
		return nil
	}
	ln, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		return portError(host, port, err)
	}
	return ln.Close()
}

func portError(host string, port int, err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("l1 port %s is %w: stop the other process or choose --l1-port", net.JoinHostPort(host, strconv.Itoa(port)), ErrPortInUse)
	}
	return fmt.Errorf("listen on l1 port %s: %w", net.JoinHostPort(host, strconv.Itoa(port)), err)
}

// writeAtomic replaces path with data so that a crash leaves the old file or the new one, whole.
func writeAtomic(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if err := errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
