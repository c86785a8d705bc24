package node

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
	manet "github.com/multiformats/go-multiaddr/net"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/consensus"
	"github.com/trident-network/trident/consensus/state"
	"github.com/trident-network/trident/gossip"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/l1"
)

// parts are what an operator is made of.
type parts struct {
	self         l1.Operator
	metrics      *metrics.Registry
	guard        signer.Signer
	l1           *l1.Client
	watcher      *l1.Watcher
	registry     *l1.Registry
	txs          *l1.TxManager // of the submitter account
	keeper       *l1.Keeper
	consensus    *consensus.Node
	gossip       *gossip.Host
	evidence     *evidenceStore
	views        *mach.Views
	viewFeed     chan avs.L1View
	rollups      *rollups
	followed     []*followed
	checkpointer *l1.Checkpointer
	api          *api.Server
	unguarded    func(common.Hash) ([65]byte, error) // see squad.Config; nil but for a fault on purpose
}

// rollupParts are what one rollup has of its own.
type rollupParts struct {
	rollup avs.Rollup
	driver executionClient
	squad  *squad.Service
	mach   *mach.Service

	breaker *mach.Breaker
}

func (p *parts) close(ctx context.Context) error {
	var errs []error
	if p.rollups != nil {
		errs = append(errs, p.rollups.close(ctx))
	}
	if p.l1 != nil {
		p.l1.Close()
	}
	closeGuard(p.guard)
	return errors.Join(errs...)
}

// open makes the parts, bottom up. What it opened before an error is in the parts that it returns.
func (n *Node) open(ctx context.Context, keys Keys) (p parts, err error) {
	p.metrics = metrics.New()
	if p.guard, err = n.openGuard(ctx, keys, p.metrics); err != nil {
		return p, err
	}
	p.unguarded = n.unguarded(keys)
	if err = n.openL1(ctx, &p); err != nil {
		return p, err
	}
	var known bool
	if p.self, known = p.registry.ByConsensusKey(p.guard.ConsensusAddress()); !known {
		return p, fmt.Errorf("no operator has registered the consensus key %s of this home on L1; register first, or use the home that belongs to the operator",
			p.guard.ConsensusAddress())
	}
	if p.self.BLSKey != p.guard.BLSPublicKey() {
		return p, fmt.Errorf("operator %s has registered the attestation key %s on L1, this home holds %s; use the key that was registered",
			p.self.ID, p.self.BLSKey, p.guard.BLSPublicKey())
	}
	if p.consensus, err = n.openConsensus(keys, &p); err != nil {
		return p, err
	}
	if p.gossip, err = n.openGossip(keys, &p); err != nil {
		return p, err
	}
	n.openKeeper(keys, &p)
	p.evidence = &evidenceStore{space: n.db.Sub("evidence"), domain: n.network.Domain(), sets: p.consensus, rollup: n.rollupOf, clock: n.clock, log: n.log, count: p.metrics.Sub("node").Counter("evidence_kept_total", "Faults of other operators that were proven and kept.")}
	p.viewFeed = make(chan avs.L1View)
	p.views, err = mach.NewViews(mach.ViewsConfig{Domain: n.network.Domain(), Self: p.self.ID, Sets: p.consensus, Network: n.gossipNetwork(&p),
		Signer: p.guard, Orderer: p.consensus, Applied: func() uint64 { number, _ := p.consensus.L1(); return number }, Candidates: p.viewFeed, Clock: n.clock, Log: n.log, Metrics: p.metrics})
	if err != nil {
		return p, err
	}
	if err := n.checkFollow(); err != nil {
		return p, err
	}
	for _, r := range n.network.Rollups {
		if r.Follow == nil {
			continue
		}
		f, err := n.openFollowed(r, &p)
		if err != nil {
			return p, fmt.Errorf("open rollup %s: %w", r.Name, err)
		}
		p.followed = append(p.followed, f)
	}
	p.gossip.Serve(genesisProtocol, common.HashLength, MaxGenesisSize, n.serveGenesis)
	if p.rollups, err = n.newRollups(&p); err != nil {
		return p, err
	}
	n.openCheckpointer(&p)
	p.api, err = n.openAPI(&p)
	return p, err
}

// openL1 makes the registry and, the first time, reads L1 up to the genesis of the network. Later starts get by without
// L1: what was read is kept.
func (n *Node) openL1(ctx context.Context, p *parts) (err error) {
	space := n.db.Sub("l1")
	if p.l1, err = l1.Open(ctx, n.config.L1, n.network.L1ChainID); err != nil {
		return err
	}
	contracts := n.network.Contracts
	if p.registry, err = l1.NewRegistry(p.l1, space, l1.Contracts{Registrar: contracts["OperatorRegistrar"], Table: contracts["StakeTable"],
		Rollups: contracts["RestakedRollups"], Squad: contracts["Squad"]}); err != nil {
		return err
	}
	p.watcher = l1.NewWatcher(l1.WatcherConfig{Client: p.l1, DB: space, Name: "registry", Addresses: p.registry.Addresses(),
		From: n.network.L1Block, Poll: n.config.l1Poll(), Clock: n.clock, Log: n.log})
	cursor, ok, err := p.watcher.Cursor()
	if err != nil {
		return err
	}
	synced := ok && cursor.Number >= n.network.L1Genesis.Number
	if err := p.l1.Verify(ctx); errors.Is(err, l1.ErrUnreachable) && synced {
		n.log.Warn("l1 does not answer; starting with what was read before", "url", p.l1.URL(), "block", cursor.Number)
		return nil
	} else if err != nil {
		return err
	}
	if synced {
		return nil
	}
	for _, name := range contractNames {
		if err := p.l1.RequireCode(ctx, name, contracts[name]); err != nil {
			return err
		}
	}
	if err := p.watcher.Step(ctx, p.registry.Handle); err != nil {
		return err
	}
	cursor, _, err = p.watcher.Cursor()
	if err == nil && cursor.Number < n.network.L1Genesis.Number {
		err = fmt.Errorf("l1 %s is finalised up to block %d, the network begins at %d; wait until it has synced", p.l1.URL(), cursor.Number, n.network.L1Genesis.Number)
	}
	return err
}

// confirmations are the L1 blocks, its own included, after which a transaction is no longer watched.
const confirmations = 5

// openKeeper makes the part that takes snapshots on L1 when this operator's turn has come.
func (n *Node) openKeeper(keys Keys, p *parts) {
	p.txs = l1.NewTxManager(p.l1, keys.Submitter, n.db.Sub("l1tx"), n.clock, n.log, l1.TxOptions{Poll: n.config.l1Poll(), Confirmations: confirmations})
	p.keeper = l1.NewKeeper(l1.KeeperConfig{Client: p.l1, Tx: p.txs, Table: n.network.Contracts["StakeTable"],
		Sets: func() []avs.SetID { return n.keptSets(p) }, Position: func() int { return n.position(p) }, Clock: n.clock, Log: n.log, Poll: n.config.l1Poll()})
}

func (n *Node) openConsensus(keys Keys, p *parts) (*consensus.Node, error) {
	nodeKey, err := keys.ed25519()
	if err != nil {
		return nil, err
	}
	genesis := state.Genesis{ChainID: n.network.Name, TimeMillis: uint64(n.network.GenesisTime.UnixMilli()), Domain: n.network.Domain(),
		L1Number: n.network.L1Genesis.Number, L1Hash: n.network.L1Genesis.Hash, Sets: p.registry.SetsAt(n.network.L1Genesis.Number, n.network.Sets())}
	for _, r := range n.network.Rollups {
		if r.Follow == nil {
			genesis.Rollups = append(genesis.Rollups, n.network.Rollup(r))
		}
	}
	sortRollups(genesis.Rollups)
	return consensus.New(consensus.Config{Home: n.home.Data("comet"), Guard: p.guard, NodeKey: nodeKey, Listen: n.config.Consensus,
		Peers: consensusPeers(p.registry.Operators(n.network.Sets()), p.self.ID), Genesis: genesis, Store: n.db.Sub("consensus"), Clock: n.clock,
		Log: n.log, Metrics: p.metrics})
}

func (n *Node) openGossip(keys Keys, p *parts) (*gossip.Host, error) {
	listen, err := listenAddress(n.config.Gossip)
	if err != nil {
		return nil, fmt.Errorf("gossip address %q: %w", n.config.Gossip, err)
	}
	host, err := gossip.New(gossip.Config{Network: n.network.Name, Key: keys.P2P, Self: p.self.ID, Listen: []ma.Multiaddr{listen},
		Clock: n.clock, Logger: n.log, Metrics: p.metrics})
	if err != nil {
		return nil, err
	}
	host.SetMembers(gossipPeers(n.log, p.registry.Operators(n.network.Sets())))
	return host, nil
}

// rollupSource is what a rollup is opened from.
type rollupSource struct {
	*hosted
	genesis *core.Genesis
	network avs.Network // gives back what the services register
}

func (n *Node) openRollup(ctx context.Context, r rollupSource, p *parts) (rp rollupParts, err error) {
	added := &rollupRPC{domain: n.network.Domain()}
	if rp.driver, err = n.openClient(ctx, r, added); err != nil {
		return rp, err
	}
	if err = n.openMach(r.hosted, r.network, rp.driver, &rp, p); err != nil {
		return rp, err
	}
	rp.squad, err = squad.New(squad.Config{Rollup: rp.rollup, Domain: n.network.Domain(), Self: p.self.ID, Executor: rp.driver,
		TxPool: rp.driver, Submitter: p.consensus, Log: p.consensus, Sets: p.consensus, Sequencing: p.consensus, Inbox: p.registry, Network: r.network,
		Evidence: p.evidence, Guard: p.guard, Store: n.db.Sub("squad-" + r.key), Clock: n.clock, FeeRecipient: feeVault,
		Executed: func(_ context.Context, e avs.Executed) error { return rp.mach.Executed(e) },
		From:     func() uint64 { return rp.mach.Status().Certified + 1 },
		Faults:   n.faults(), Unguarded: p.unguarded, Logger: r.log, Metrics: p.metrics})
	added.squad.Store(rp.squad)
	return rp, err
}

// openArchive opens what tells of the certificates of a stopped rollup.
func (n *Node) openArchive(h *hosted, network avs.Network, p *parts) (rp rollupParts, err error) {
	return rp, n.openMach(h, network, noClient{}, &rp, p)
}

// openMach opens MACH and the circuit breaker of a rollup.
func (n *Node) openMach(h *hosted, network avs.Network, client mach.Finalizer, rp *rollupParts, p *parts) (err error) {
	rp.rollup = h.rollup
	if rp.breaker, err = n.openBreaker(h.rollup, network, n.db.Sub("alert-"+h.key), p); err != nil {
		return err
	}
	rp.mach, err = mach.New(mach.Config{Rollup: h.rollup, Domain: n.network.Domain(), Self: p.self.ID, Sets: p.consensus,
		Network: network, Signer: p.guard, Executor: client, Evidence: p.evidence, Store: n.db.Sub("mach-" + h.key), Alarms: rp.breaker,
		Clock: n.clock, Log: h.log, Metrics: p.metrics})
	return err
}

// feeVault collects the fees of every rollup until a rollup names its own.
var feeVault = common.HexToAddress("0x54524944454e540000000000000000000000fee5")

// A registered peer address is the gossip multiaddress, a comma, and the consensus multiaddress.
func splitPeerAddress(text string) (forGossip, forConsensus ma.Multiaddr, err error) {
	first, second, ok := strings.Cut(text, ",")
	if !ok {
		return nil, nil, fmt.Errorf("peer address %q is not two multiaddresses with a comma between", text)
	}
	if forGossip, err = ma.NewMultiaddr(first); err != nil {
		return nil, nil, err
	}
	forConsensus, err = ma.NewMultiaddr(second)
	return forGossip, forConsensus, err
}

// PeerAddress is what an operator registers on L1: where its peers find it, host:port of gossip and of consensus.
func PeerAddress(gossipAt, consensusAt string) (string, error) {
	g, err := listenAddress(gossipAt)
	if err != nil {
		return "", fmt.Errorf("gossip address %q: %w", gossipAt, err)
	}
	c, err := listenAddress(consensusAt)
	if err != nil {
		return "", fmt.Errorf("consensus address %q: %w", consensusAt, err)
	}
	return g.String() + "," + c.String(), nil
}

func gossipPeers(log warner, operators []l1.Operator) []gossip.Peer {
	var out []gossip.Peer
	for _, o := range operators {
		id, err := peer.IDFromBytes(o.PeerID)
		at, _, addrErr := splitPeerAddress(o.PeerAddress)
		if err := errors.Join(err, addrErr); err != nil {
			log.Warn("operator registered no usable peer address", "operator", o.ID, "err", err)
			continue
		}
		out = append(out, gossip.Peer{Operator: o.ID, PeerID: id, Addrs: []ma.Multiaddr{at}})
	}
	return out
}

// consensusPeers are id@host:port of the others. One that registered no usable address is left out here; gossipPeers
// has said so.
func consensusPeers(operators []l1.Operator, self avs.OperatorID) []string {
	var out []string
	for _, o := range operators {
		if o.ID == self {
			continue
		}
		_, at, err := splitPeerAddress(o.PeerAddress)
		if err != nil {
			continue
		}
		_, hostPort, err := manet.DialArgs(at)
		if err != nil {
			continue
		}
		id, err := consensusID(o.PeerID)
		if err != nil {
			continue
		}
		out = append(out, id+"@"+hostPort)
	}
	return out
}
