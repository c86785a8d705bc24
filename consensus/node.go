package consensus

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	cfg "github.com/cometbft/cometbft/config"
	cmted25519 "github.com/cometbft/cometbft/crypto/ed25519"
	"github.com/cometbft/cometbft/crypto/secp256k1eth"
	"github.com/cometbft/cometbft/node"
	"github.com/cometbft/cometbft/p2p"
	"github.com/cometbft/cometbft/proxy"
	"github.com/cometbft/cometbft/types"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/store"
)

// Config is what a consensus node needs. All fields down to Log are required.
type Config struct {
	Home    string             // folder of CometBFT's own files; made if missing
	Guard   Guard              // of the consensus key
	NodeKey ed25519.PrivateKey // identity of the connection; NodeID tells what peers know it by
	Listen  string             // host:port
	Peers   []string           // id@host:port of the other operators; SetPeers changes them
	Genesis state.Genesis
	Store   *store.Space // of consensus alone
	Clock   clock.Clock
	Log     *slog.Logger

	Metrics *metrics.Registry
	// SnapshotBatches is how many ordered batches of each rollup newcomers get; 0: DefaultSnapshotBatches. All operators of a
	// network must have the same.
	SnapshotBatches uint64
	// OpenPeers lets anybody connect, not only the operators in Peers.
	OpenPeers bool
	// OnMisbehavior is called from the consensus goroutine, again after a replay, and must not block.
	OnMisbehavior func(Misbehavior)
}

// Sentinels of a configuration that cannot work.
var (
	ErrConfig      = errors.New("consensus configuration is incomplete")
	ErrAddressUsed = errors.New("consensus address is in use")
	ErrSignState   = errors.New("signing guard has no record of this chain's votes")
)

// Check names the first field that is missing or wrong.
func (c Config) Check() error {
	for _, f := range []struct {
		name    string
		missing bool
	}{
		{"home", c.Home == ""}, {"signing guard", c.Guard == nil}, {"node key", len(c.NodeKey) != ed25519.PrivateKeySize},
		{"listen", c.Listen == ""}, {"store", c.Store == nil}, {"clock", c.Clock == nil}, {"log", c.Log == nil},
	} {
		if f.missing {
			return fmt.Errorf("%w: %s is not set", ErrConfig, f.name)
		}
	}
	return c.Genesis.Check()
}

// NodeID is the name by which peers know the owner of a node key.
func NodeID(key ed25519.PublicKey) string { return string(p2p.PubKeyToID(cmted25519.PubKey(key))) }

func nodeID(key ed25519.PrivateKey) string {
	return string(p2p.PubKeyToID(cmted25519.PrivKey(key).PubKey()))
}

// Node is a CometBFT node with the ordering application.
type Node struct {
	config  Config
	app     *app
	records *records
	failed  chan error
	ahead   lookahead // to the clock
	settled lookahead // to the time of the last block

	comet atomic.Pointer[node.Node] // nil while stopped

	mu     sync.Mutex // guards start and stop
	dbs    *databases
	dialer *dialer
	dials  sync.WaitGroup
	wg     sync.WaitGroup
	stop   chan struct{}
}

// New opens the records of consensus; it starts nothing.
func New(c Config) (*Node, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	if c.SnapshotBatches == 0 {
		c.SnapshotBatches = DefaultSnapshotBatches
	}
	r, last, err := openRecords(c.Store, c.Genesis)
	if err != nil {
		return nil, err
	}
	m := newAppMetrics(c.Metrics)
	n := &Node{config: c, records: r, app: newApp(c, r, last, m), failed: make(chan error, 1)}
	n.dialer = newDialer(c)
	if !c.OpenPeers {
		n.app.accept = n.dialer.knows
	}
	c.Metrics.Sub("consensus").GaugeFunc("peers", "Operators connected for consensus.", func() float64 {
		return float64(n.dialer.connected())
	})
	return n, nil
}

// Start replays what the store lacks, listens, and connects to the peers; it does not wait for them.
func (n *Node) Start() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.comet.Load() != nil {
		return errors.New("start consensus: already started")
	}
	err := n.start()
	if err == nil {
		return nil
	}
	if n.dbs != nil {
		err = errors.Join(err, n.dbs.close())
	}
	n.dbs = nil
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("start consensus: %w: stop what listens on %s, or choose another address", ErrAddressUsed, n.config.Listen)
	}
	return fmt.Errorf("start consensus: %w", err)
}

func (n *Node) start() error {
	if ahead := time.UnixMilli(int64(n.config.Genesis.TimeMillis)).Sub(n.config.Clock.Now()); ahead > maxGenesisAhead {
		return fmt.Errorf("genesis is %s in the future; set the clock", ahead)
	}
	data := filepath.Join(n.config.Home, "data")
	if err := os.MkdirAll(data, 0o700); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	if err := n.claimHome(); err != nil {
		return err
	}
	pv, err := newValidator(n.config.Guard, n.config.Genesis.ChainID)
	if err != nil {
		return err
	}
	if err := pv.prepare(filepath.Join(data, "last_vote.json"), n.app.last().Height); err != nil {
		return err
	}
	doc, err := genesisDoc(n.config.Genesis)
	if err != nil {
		return err
	}
	n.dbs = &databases{dir: data}
	nodeKey := &p2p.NodeKey{PrivKey: cmted25519.PrivKey(n.config.NodeKey)}
	comet, err := node.NewNode(cometConfig(n.config), pv, nodeKey, proxy.NewConnSyncLocalClientCreator(n.app),
		func() (*types.GenesisDoc, error) { return doc, nil }, n.dbs.provide,
		node.DefaultMetricsProvider(&cfg.InstrumentationConfig{}), newBridge(n.config.Log))
	if err != nil {
		return err
	}
	if err := comet.Start(); err != nil {
		return errors.Join(err, comet.EventBus().Stop(), comet.ProxyApp().Stop())
	}
	sw, ok := comet.Switch().(*p2p.Switch)
	if !ok {
		return fmt.Errorf("unexpected switch %T", comet.Switch())
	}
	n.stop = make(chan struct{})
	n.comet.Store(comet)
	n.dials.Add(1)
	go func(stop chan struct{}) { defer n.dials.Done(); n.dialer.run(sw, stop) }(n.stop)
	n.wg.Add(1)
	go func(stop chan struct{}) { defer n.wg.Done(); n.watch(comet, stop) }(n.stop)
	return nil
}

// maxGenesisAhead is how long CometBFT may sleep in Start until genesis time.
const maxGenesisAhead = 5 * time.Second

// claimHome refuses a home folder of another network, and marks a new one.
func (n *Node) claimHome() error {
	file := filepath.Join(n.config.Home, "network")
	mark := n.config.Genesis.Hash().Hex() + " " + n.config.Genesis.ChainID
	have, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return os.WriteFile(file, []byte(mark), 0o600)
	}
	if err != nil {
		return fmt.Errorf("read network of home folder: %w", err)
	}
	if string(have) != mark {
		return fmt.Errorf("%w: %s holds %q, not %q; use another home folder", ErrOtherNetwork, n.config.Home, have, mark)
	}
	return nil
}

// watch signals a fault that CometBFT cannot go on from.
func (n *Node) watch(comet *node.Node, stop <-chan struct{}) {
	ticker := time.NewTicker(watchInterval)
	defer ticker.Stop()
	for comet.ConsensusReactor().WaitSync() { // until then consensus has not begun, and its end cannot be waited for
		select {
		case <-ticker.C:
		case <-stop:
			return
		}
	}
	env, err := comet.ConfigureRPC() // the one way to the consensus state
	if err != nil {
		n.config.Log.Warn("consensus is not watched for faults", "err", err)
		return
	}
	engine, ok := env.ConsensusState.(interface{ Wait() })
	if !ok {
		n.config.Log.Warn("consensus is not watched for faults", "type", fmt.Sprintf("%T", env.ConsensusState))
		return
	}
	ended := make(chan struct{})
	n.wg.Add(1)
	go func() { defer n.wg.Done(); engine.Wait(); close(ended) }()
	select {
	case <-ended:
		select {
		case <-stop:
			return
		default:
		}
		n.config.Log.Error("consensus stopped by a fault", "height", n.app.last().Height)
		n.failed <- errors.New("consensus stopped by a fault; see the log, then restart the node")
	case <-stop:
	}
}

const watchInterval = 100 * time.Millisecond

// Failed delivers the fault that ended consensus, if one does.
func (n *Node) Failed() <-chan error { return n.failed }

// Stop ends consensus and closes CometBFT's databases, but not the store. It may be started again. An error means that
// ctx ended first; then the process should end.
func (n *Node) Stop(ctx context.Context) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	comet, dbs := n.comet.Swap(nil), n.dbs
	if comet == nil {
		return nil
	}
	done := make(chan error, 1)
	close(n.stop)
	go func() {
		n.dials.Wait() // a peer that is added after the switch has stopped would never be stopped
		err := errors.Join(comet.Stop(), comet.ProxyApp().Stop())
		n.wg.Wait()
		done <- errors.Join(err, dbs.close())
	}()
	n.dbs = nil
	select {
	case err := <-done:
		if err != nil {
			return fmt.Errorf("stop consensus: %w", err)
		}
		return nil
	case <-ctx.Done():
		return fmt.Errorf("stop consensus: %w", ctx.Err())
	}
}

// appState is the application's part of CometBFT's genesis: it binds the chain to ours.
func appState(g state.Genesis) []byte { return []byte(`"` + g.Hash().Hex() + `"`) }

func genesisDoc(g state.Genesis) (*types.GenesisDoc, error) {
	params := types.DefaultConsensusParams()
	params.Validator.PubKeyTypes = []string{secp256k1eth.KeyType}
	params.Block.MaxBytes = maxBlockBytes
	params.Evidence.MaxBytes = maxEvidenceBytes
	doc := &types.GenesisDoc{
		ChainID: g.ChainID, GenesisTime: time.UnixMilli(int64(g.TimeMillis)).UTC(), ConsensusParams: params, AppState: appState(g),
	}
	for i, v := range state.Validators(g.Sets[0]) {
		key, err := secp256k1eth.NewPubKeyFromBytes(v.Key[:])
		if err != nil {
			return nil, fmt.Errorf("validator %d key %s: %w", i, hexutil.Bytes(v.Key[:]), err)
		}
		doc.Validators = append(doc.Validators, types.GenesisValidator{PubKey: key, Power: v.Power})
	}
	return doc, nil
}
