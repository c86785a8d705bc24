package consensus

import (
	"path/filepath"
	"time"

	cfg "github.com/cometbft/cometbft/config"

	"github.com/trident-network/trident/avs"
)

const (
	maxBlockBytes    = 4 << 20
	maxEvidenceBytes = 64 << 10
	// A mempool holds what leaders of a few slots send; more is a flood.
	mempoolTransactions = 2000
	mempoolBytes        = 16 << 20
	maxPeers            = 2 * avs.MaxMembers
)

// cometConfig is CometBFT's configuration. The figures aim at latency between few operators: the gossip routines wake
// every 2 ms (the default is 100), a dead proposer costs 150 ms, and timeouts hardly grow, so that a long halt is not
// followed by a long recovery. An empty block each second keeps block time near the clock.
func cometConfig(c Config) *cfg.Config {
	conf := cfg.DefaultConfig()
	conf.SetRoot(c.Home)
	conf.FilterPeers = !c.OpenPeers
	conf.Storage.DiscardABCIResponses = true
	conf.TxIndex.Indexer = "null"
	conf.RPC.ListenAddress = ""
	conf.Consensus.WalPath = filepath.Join("data", "cs.wal", "wal")

	p := conf.P2P
	p.ListenAddress = "tcp://" + c.Listen
	p.AllowDuplicateIP = true
	p.AddrBookStrict, p.AddrBook = false, filepath.Join("data", "addrbook.json")
	p.PexReactor = false
	p.FlushThrottleTimeout = time.Millisecond
	p.SendRate, p.RecvRate = 512<<20, 512<<20
	p.MaxNumInboundPeers, p.MaxNumOutboundPeers = maxPeers, maxPeers
	p.DialTimeout, p.HandshakeTimeout = time.Second, 3*time.Second

	m := conf.Mempool
	m.Size, m.MaxTxsBytes, m.CacheSize = mempoolTransactions, mempoolBytes, 4*mempoolTransactions
	m.MaxTxBytes = avs.MaxTxSize

	k := conf.Consensus
	k.PeerGossipSleepDuration = 2 * time.Millisecond
	k.PeerQueryMaj23SleepDuration = 250 * time.Millisecond
	k.TimeoutPropose, k.TimeoutProposeDelta = 150*time.Millisecond, 20*time.Millisecond
	k.TimeoutPrevote, k.TimeoutPrevoteDelta = 50*time.Millisecond, 20*time.Millisecond
	k.TimeoutPrecommit, k.TimeoutPrecommitDelta = 50*time.Millisecond, 20*time.Millisecond
	k.TimeoutCommit, k.SkipTimeoutCommit = 0, true
	k.CreateEmptyBlocks, k.CreateEmptyBlocksInterval = true, time.Second
	return conf
}
