package rollup

import (
	"errors"
	"fmt"
	"math/big"
	"net"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/rpc"
)

// Faults of a Config, one sentinel each.
var (
	ErrNoDataDir  = errors.New("data directory is not set")
	ErrRPCAddress = errors.New("rollup RPC address must be host:port")
)

// Faults of Open that a user can mend.
var (
	ErrPortInUse       = errors.New("port is in use")
	ErrDataDirInUse    = errors.New("data directory is in use")
	ErrGenesisMismatch = errors.New("data directory belongs to another rollup")
)

// Config says how to run one rollup.
type Config struct {
	DataDir string        // directory of this rollup's chain; made if absent
	Genesis *core.Genesis // see Genesis and LoadGenesis
	RPC     string        // host:port of HTTP and WebSocket, port 0 takes a free one; empty serves no RPC
	// FeeRecipient, if set, is the only one that Build and Import accept.
	FeeRecipient *common.Address
	APIs         []rpc.API // served by the RPC too; a method of the same name replaces the client's
}

// Check finds the first fault.
func (c Config) Check() error {
	if c.DataDir == "" {
		return ErrNoDataDir
	}
	if err := checkGenesis(c.Genesis); err != nil {
		return err
	}
	_, _, err := c.rpcAddress()
	return err
}

func (c Config) rpcAddress() (host string, port int, err error) {
	if c.RPC == "" {
		return "", 0, nil
	}
	host, number, err := net.SplitHostPort(c.RPC)
	if err != nil || host == "" {
		return "", 0, fmt.Errorf("%w, not %q", ErrRPCAddress, c.RPC)
	}
	wide, err := strconv.ParseUint(number, 10, 16)
	if err != nil {
		return "", 0, fmt.Errorf("%w, not %q", ErrRPCAddress, c.RPC)
	}
	return host, int(wide), nil
}

// Caches in MB. An operator runs several services in 250 MB, so geth gets the least that it takes. trieDirtyMB has a
// second meaning: it bounds how much state a killed process has lost, hence how many blocks are imported again.
const (
	databaseMB   = 16
	handles      = 128
	trieCleanMB  = 16
	trieDirtyMB  = 2
	stateCleanMB = 8
)

// Pool bounds. A backlog of some seconds at the rates that the network is built for must fit, from few accounts too.
const (
	poolAccountSlots = 256
	poolGlobalSlots  = 16384
	poolAccountQueue = 256
	poolGlobalQueue  = 4096
	blobPoolBytes    = 1 << 20
)

// keptStates is how many old states stay recoverable on disk. The driver never rewinds; geth needs a few to start from.
const keptStates = 256

// rpcModules are the standard ones for users. None can change the node.
var rpcModules = []string{"eth", "net", "web3", "txpool"}

// modules are the namespaces that the RPC serves.
func (c Config) modules() []string {
	out := slices.Clone(rpcModules)
	for _, a := range c.APIs {
		if !slices.Contains(out, a.Namespace) {
			out = append(out, a.Namespace)
		}
	}
	return out
}

func (c Config) nodeConfig() (*node.Config, error) {
	host, port, err := c.rpcAddress()
	if err != nil {
		return nil, err
	}
	n := node.DefaultConfig
	n.Name = "trident"
	n.DataDir = c.DataDir
	n.IPCPath = ""
	n.P2P = p2p.Config{NoDiscovery: true, NoDial: true}
	n.HTTPHost, n.HTTPPort, n.HTTPModules = host, port, c.modules()
	n.HTTPVirtualHosts = []string{"localhost", host}
	n.WSHost, n.WSPort, n.WSModules = host, port, c.modules()
	n.WSOrigins = []string{"*"} // the RPC holds no accounts: nothing in it is a browser's to steal
	n.HTTPCors = []string{"*"}
	return &n, nil
}

func (c Config) ethConfig() *ethconfig.Config {
	e := ethconfig.Defaults
	e.Genesis = c.Genesis
	e.NetworkId = c.Genesis.Config.ChainID.Uint64()
	e.SyncMode = ethconfig.FullSync
	e.StateScheme = "path"
	e.DatabaseCache, e.DatabaseHandles = databaseMB, handles
	e.TrieCleanCache, e.TrieDirtyCache, e.SnapshotCache = trieCleanMB, trieDirtyMB, stateCleanMB
	e.StateHistory = keptStates
	e.NoPrefetch = true        // it executes every block a second time, speculatively, on cores that others need
	e.NoPrecompileCache = true // memory
	e.TransactionHistory = 0   // every transaction can be looked up by hash
	e.LogNoHistory = true      // eth_getLogs works from the header blooms; the index costs memory
	e.RPCTxFeeCap = 0          // its unit, ether, says nothing about a rollup's token
	e.Miner.GasCeil = c.Genesis.GasLimit
	e.Miner.GasPrice = big.NewInt(MinTip)
	e.TxPool.PriceLimit = MinTip
	e.TxPool.AccountSlots, e.TxPool.GlobalSlots = poolAccountSlots, poolGlobalSlots
	e.TxPool.AccountQueue, e.TxPool.GlobalQueue = poolAccountQueue, poolGlobalQueue
	e.BlobPool.Datacap = blobPoolBytes
	return &e
}
