package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/lifecycle"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/rollup"
)

// FollowerConfig says what a follower follows: a node without key and stake that serves a rollup's RPC.
type FollowerConfig struct {
	L1     string         // URL of an L1 node that is trusted to tell the operator sets
	Mach   common.Address // contract on L1; zero takes it from network.json in the home
	Rollup string         // by name or id
	From   []string       // URLs of operators' APIs, none of which is believed
	RPC    string         // host:port of the rollup's Ethereum JSON-RPC
	Status string         // host:port of health, status and metrics; empty serves none
}

// Sentinels of a follower that cannot work.
var (
	ErrFollowerConfig = errors.New("follower is not set up")
	// ErrFollowerChain is a home that holds another chain than the one that is certified.
	ErrFollowerChain = errors.New("what is certified is another chain than that of this home")
	// ErrFollowerBlock is a certified block that this execution client cannot follow: one of the two is wrong.
	ErrFollowerBlock = errors.New("a certified block is not valid here")
)

// Check reports the first thing that is missing or wrong.
func (c FollowerConfig) Check() error {
	switch {
	case c.L1 == "":
		return fmt.Errorf("%w: give the URL of an L1 node that you trust with --l1", ErrFollowerConfig)
	case c.Rollup == "":
		return fmt.Errorf("%w: name a rollup with --rollup", ErrFollowerConfig)
	case len(c.From) == 0:
		return fmt.Errorf("%w: give URLs of operators' APIs with --from; more than one, to outlive any of them", ErrFollowerConfig)
	}
	for flag, at := range map[string]string{"--rpc": c.RPC, "--status": c.Status} {
		if _, _, err := net.SplitHostPort(at); err != nil && (at != "" || flag == "--rpc") {
			return fmt.Errorf("%w: %s %q; write it as 127.0.0.1:30310", ErrConfigAddress, flag, at)
		}
	}
	return nil
}

// Follow runs a follower in a home directory until ctx ends. An error other than of the start says that going on would
// serve what nobody certified, or that it cannot.
func Follow(ctx context.Context, path string, config FollowerConfig, log *slog.Logger) error {
	f, err := NewFollower(ctx, path, config, log)
	if err != nil {
		return err
	}
	return errors.Join(f.Run(ctx), f.Close())
}

// Follower executes the certified blocks of one rollup and serves its RPC. Its head is certified: `latest`, `safe` and
// `finalized` are one block, except while a quorum has paused the rollup; then `finalized` stays behind. It believes the L1
// node and nobody else: operators give certificates, which are checked, and bodies, which must be what is certified.
//
// It keeps nothing but the execution client's chain. A restart goes on after its head, wherever that is.
type Follower struct {
	home    *Home
	config  FollowerConfig
	rollup  string // name of its folder: the id, so that a name in other letters is no other rollup
	trust   client.Trust
	network *Network // nil if the home has no network.json
	peers   *sources
	driver  *rollup.Driver
	clock   clock.Clock
	log     *slog.Logger
	meters  followerMeters
	metrics *metrics.Registry
	group   lifecycle.Group

	stall     time.Duration // between attempts at what failed
	certified atomic.Uint64 // newest block that is known to be certified
	head      atomic.Pointer[avs.BlockRef]
	waiting   atomic.Pointer[string] // why nothing comes; nil while it does
	paused    atomic.Bool
	fetching  sync.WaitGroup
}

// NewFollower opens a follower's home, made if it is missing. On error nothing stays open.
func NewFollower(ctx context.Context, path string, config FollowerConfig, log *slog.Logger) (*Follower, error) {
	if err := config.Check(); err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		if err := InitHome(path); err != nil {
			return nil, err
		}
	}
	home, err := OpenHome(path)
	if err != nil {
		return nil, err
	}
	f := &Follower{home: home, config: config, clock: clock.Real(), log: log.With("component", "follower", "rollup", config.Rollup),
		metrics: metrics.New(), stall: followerPause}
	f.meters = newFollowerMeters(f.metrics)
	if err := f.open(ctx); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// followerPause is the pause after a failure that others may mend.
const followerPause = time.Second

func (f *Follower) open(ctx context.Context) (err error) {
	file := filepath.Join(f.home.Path, NetworkFile)
	if _, err := os.Stat(file); err == nil {
		if f.network, err = LoadNetwork(file); err != nil {
			return err
		}
	}
	mach := f.config.Mach
	if mach == (common.Address{}) && f.network != nil {
		mach = f.network.Contracts["Mach"]
	}
	if mach == (common.Address{}) {
		return fmt.Errorf("%w: give the address of Mach on L1 with --contract, or copy network.json of the network to %s", ErrFollowerConfig, f.home.Path)
	}
	f.trust = client.TrustL1(f.config.L1, mach)
	if f.peers, err = newSources(ctx, f.config.From, f.clock, f.log, f.meters); err != nil {
		return err
	}
	genesis, err := f.genesis(ctx)
	if err != nil {
		return err
	}
	f.driver, err = rollup.Open(ctx, rollup.Config{DataDir: f.home.Data("follower", f.rollup, "chain"), Genesis: genesis, RPC: f.config.RPC})
	if err != nil {
		return err
	}
	f.wire()
	return nil
}

func (f *Follower) wire() {
	f.group.Log = f.log
	if f.config.Status != "" {
		s := &followerServer{follower: f}
		f.group.Add("status", s.start, s.stop)
	}
	f.group.Go("follow", f.follow)
	f.group.Go("forward transactions", f.forward)
}

// Run follows until ctx ends, or until it must not go on.
func (f *Follower) Run(ctx context.Context) error { return f.group.Run(ctx) }

// RPC is the URL of the rollup's JSON-RPC.
func (f *Follower) RPC() string { return f.driver.HTTP() }

// Close releases what NewFollower opened. Run must have returned.
func (f *Follower) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), lifecycle.DefaultStopTimeout)
	defer cancel()
	var errs []error
	if f.driver != nil {
		errs = append(errs, f.driver.Close(ctx))
	}
	if f.peers != nil {
		f.peers.close()
	}
	if err := errors.Join(append(errs, f.home.Close())...); err != nil {
		return fmt.Errorf("close follower: %w", err)
	}
	return nil
}
