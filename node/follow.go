package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/params"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/rollup/follow"
)

// FollowTerms are what all operators agree on about a rollup with a sequencer of its own, which they only certify.
type FollowTerms struct {
	Stack       string              `json:"stack"`                  // see follow.Stacks
	Level       avs.Level           `json:"level"`                  // of verification that its claims state
	Start       uint64              `json:"start"`                  // number that certificates begin at
	Head        follow.Head         `json:"head"`                   // of an operator's own node: latest, safe or finalized
	Handover    Duration            `json:"handover"`               // a block is certified by the set in force so long before its timestamp
	ChainConfig *params.ChainConfig `json:"chain_config,omitempty"` // rules of a plain EVM rollup, for level 2
}

// minHandover leaves consensus the time to pass the moment that decides before blocks of it arrive.
const minHandover = 2 * time.Second

// check reports the first wrong value.
func (t FollowTerms) check() error {
	limit, why, err := follow.MaxLevel(t.Stack)
	if err != nil {
		return fmt.Errorf("%w; known are %s", err, strings.Join(follow.Stacks(), ", "))
	}
	if t.Level > limit {
		return fmt.Errorf("%w: %s reaches level %d: %s", follow.ErrLevel, t.Stack, limit, why)
	}
	if _, err := follow.ParseHead(string(t.Head)); err != nil {
		return err
	}
	if t.Start == 0 {
		return errors.New("start is 0: certificates begin at block 1 or later")
	}
	if time.Duration(t.Handover) < minHandover {
		return fmt.Errorf("handover is %s, want at least %s", time.Duration(t.Handover), minHandover)
	}
	return nil
}

// FollowConfig is where one operator finds the nodes of a followed rollup.
type FollowConfig struct {
	Node        string   `toml:"node" comment:"URL of this operator's own node of the rollup"`
	Endpoints   []string `toml:"endpoints" comment:"URLs of two or more nodes of others that it is compared with"`
	SharedHosts bool     `toml:"shared_hosts" comment:"nodes on one host are independent all the same"`
	OpNode      string   `toml:"op_node" comment:"OP Stack: URL of the own op-node; empty asks node"`
	Poll        Duration `toml:"poll" comment:"how often the nodes are asked; 0s takes the default of a second"`
	Settle      Duration `toml:"settle" comment:"for how long nodes must disagree before that is an alarm; 0s takes the default of two seconds"`
	StallAfter  Duration `toml:"stall_after" comment:"for how long a node may be silent before that is trouble; 0s takes the default of a minute"`
}

// ErrFollow is the sentinel of a followed rollup that this operator is not set up for.
var ErrFollow = errors.New("followed rollup is not set up")

// followConfig is the part of node.toml about a rollup, as the follower takes it.
func (n *Node) followConfig(r NetworkRollup) (follow.Config, error) {
	c, found := n.config.Follow[r.Name]
	if !found {
		return follow.Config{}, fmt.Errorf("%w: network.json has rollup %q with a sequencer of its own; say in node.toml which nodes of it to ask: [follow.%s] "+
			"with node = \"URL of your own\" and endpoints = [\"URL\", \"URL\"] of two others", ErrFollow, r.Name, r.Name)
	}
	f := follow.Config{Stack: r.Follow.Stack, Level: r.Follow.Level, ChainID: r.ChainID, Head: r.Follow.Head, Own: c.Node, Others: c.Endpoints,
		SharedHosts: c.SharedHosts, RollupNode: c.OpNode, Start: r.Follow.Start, ChainConfig: r.Follow.ChainConfig, Poll: time.Duration(c.Poll),
		Settle: time.Duration(c.Settle), StallAfter: time.Duration(c.StallAfter), Clock: n.clock, Log: n.log.With("component", "follow", "rollup", r.Name)}
	if err := f.Check(); err != nil {
		return f, fmt.Errorf("%w: [follow.%s] of node.toml: %w", ErrFollow, r.Name, err)
	}
	return f, nil
}

// checkFollow refuses entries of node.toml about rollups that nobody follows: they are misspelt.
func (n *Node) checkFollow() error {
	known := map[string]bool{}
	for _, r := range n.network.Rollups {
		known[r.Name] = r.Follow != nil
	}
	for _, name := range slices.Sorted(maps.Keys(n.config.Follow)) {
		if !known[name] {
			return fmt.Errorf("%w: node.toml has [follow.%s], but network.json has no followed rollup of that name", ErrFollow, name)
		}
	}
	return nil
}

// followed is one rollup that is certified without being sequenced.
type followed struct {
	rollup  avs.Rollup
	mach    *mach.Service
	breaker *mach.Breaker
	config  follow.Config
	quiet   time.Duration
	clock   clock.Clock
	log     *slog.Logger

	follower atomic.Pointer[follow.Follower]
	fault    atomic.Pointer[string] // why the follower ended; nil while it works
	seen     atomic.Bool            // a block was verified since the start
}

func (n *Node) openFollowed(r NetworkRollup, p *parts) (*followed, error) {
	f := &followed{rollup: n.network.Rollup(r), quiet: time.Duration(n.config.Quiet), clock: n.clock, log: n.log.With("rollup", r.Name)}
	var err error
	if f.config, err = n.followConfig(r); err != nil {
		return nil, err
	}
	if f.breaker, err = n.openBreaker(f.rollup, n.gossipNetwork(p), n.db.Sub("alert-"+r.Name), p); err != nil {
		return nil, err
	}
	if f.mach, err = mach.New(mach.Config{Rollup: f.rollup, Domain: n.network.Domain(), Self: p.self.ID, Sets: p.consensus, Network: n.gossipNetwork(p),
		Signer: p.guard, Evidence: p.evidence, Store: n.db.Sub("mach-" + r.Name), Alarms: f.breaker, Clock: n.clock, Log: n.log, Metrics: p.metrics,
		Follow: &mach.FollowTerms{Start: r.Follow.Start, Handover: time.Duration(r.Follow.Handover), Schedule: p.consensus}}); err != nil {
		return nil, err
	}
	return f, f.renew()
}

// renew makes a follower that goes on where the certificates and own claims end.
func (f *followed) renew() (err error) {
	config := f.config
	if config.Start, config.Parent, err = f.mach.FollowFrom(); err != nil {
		return err
	}
	follower, err := follow.New(config)
	f.follower.Store(follower)
	return err
}

func (n *Node) openBreaker(r avs.Rollup, network avs.Network, space *store.Space, p *parts) (*mach.Breaker, error) {
	return mach.NewBreaker(mach.BreakerConfig{Rollup: r, Domain: n.network.Domain(), Self: p.self.ID, Sets: p.consensus, Network: network,
		Signer: p.guard, Store: space, Quiet: time.Duration(n.config.Quiet), Clock: n.clock, Log: n.log, Metrics: p.metrics})
}

// run follows until ctx ends.
func (f *followed) run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	recovering := make(chan struct{})
	go func() {
		defer close(recovering)
		cancel(f.recover(ctx))
	}()
	cancel(f.follow(ctx, cancel))
	<-recovering
	return context.Cause(ctx)
}

// retryFollow is how long a rollup rests whose nodes are not usable at all.
const retryFollow = 30 * time.Second

// follow has one follower after another at work: what makes one give up, such as a node that is on another chain now, is
// in others' hands and must not end the operator.
func (f *followed) follow(ctx context.Context, fail context.CancelCauseFunc) error {
	for {
		err := f.follower.Load().Run(ctx, func(e follow.Event) {
			if err := f.handle(ctx, e); err != nil && ctx.Err() == nil {
				fail(err)
			}
		})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		words := fmt.Sprint(err)
		f.fault.Store(&words)
		f.log.Error("rollup is not followed: trying again", "err", err, "after", retryFollow)
		if err := clock.Sleep(ctx, f.clock, retryFollow); err != nil {
			return err
		}
		if err := f.renew(); err != nil {
			return err
		}
		f.fault.Store(nil)
	}
}

// handle takes what the follower saw. An error is the store's.
func (f *followed) handle(ctx context.Context, e follow.Event) error {
	switch e := e.(type) {
	case follow.Observed:
		b := e.Block
		err := f.mach.Observed(ctx, mach.Observed{OutputRoot: b.OutputRoot, Level: b.Level, Block: avs.BlockRef{Number: b.Number, Hash: b.Hash,
			ParentHash: b.Parent, StateRoot: b.StateRoot, Timestamp: b.Timestamp}})
		f.seen.Store(err == nil)
		return err
	case follow.Mismatch:
		f.log.Error("nodes of the rollup disagree: nothing is signed", "number", e.Number, "reason", e.Reason, "endpoint", e.Endpoint, "ours", e.Ours, "theirs", e.Theirs)
		return errors.Join(f.mach.Hold(e.Number),
			f.breaker.Raise(mach.SourceFollower, avs.AlertReport{Number: e.Number, Reason: e.Reason, Ours: e.Ours, Theirs: e.Theirs}))
	case follow.Reorged:
		f.log.Error("the rollup went back behind a verified block: nothing is signed", "number", e.From, "before", e.Old, "now", e.New)
		return errors.Join(f.mach.Hold(e.From),
			f.breaker.Raise(mach.SourceFollower, avs.AlertReport{Number: e.From, Reason: "the rollup went back behind a verified block", Ours: e.Old, Theirs: e.New}))
	case follow.Stalled:
		f.log.Warn("node of the rollup holds certification up", "endpoint", e.Endpoint, "reason", e.Reason)
	case follow.Recovered:
		f.log.Info("node of the rollup answers again", "endpoint", e.Endpoint)
	case follow.Agreed:
		f.log.Info("nodes of the rollup agree again: going on when that lasts, or with: trident mach resume "+f.rollup.Name, "number", e.Number, "after", f.quiet)
	}
	return nil
}

// recover goes on by itself when the nodes have agreed again for long enough.
func (f *followed) recover(ctx context.Context) error {
	ticker := f.clock.NewTicker(time.Second)
	defer ticker.Stop()
	var since time.Time
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.Chan():
		}
		now := f.clock.Now()
		if !f.agreed() {
			since = now
		}
		if since.IsZero() {
			since = now
		}
		if (f.troubled() || f.follower.Load().Status().Halted) && now.Sub(since) >= f.quiet {
			if err := f.goOn(); err != nil {
				return err
			}
		}
	}
}

// agreed tells whether the nodes agree now, as far as was looked.
func (f *followed) agreed() bool {
	s := f.follower.Load().Status()
	if s.Halted {
		return s.Agreed
	}
	return f.fault.Load() == nil && f.seen.Load() && len(s.Stalled) == 0
}

func (f *followed) troubled() bool {
	return slices.ContainsFunc(f.breaker.Troubles(), func(t mach.Trouble) bool { return t.Source == mach.SourceFollower })
}

// goOn ends the abstention.
func (f *followed) goOn() error {
	if err := f.breaker.Clear(mach.SourceFollower); err != nil { // first: what is raised from now on stands
		return err
	}
	f.mach.Release()
	f.follower.Load().Resume()
	return nil
}

// resume is a person's word that the rollup is well. It is refused while it visibly is not.
func (f *followed) resume() error {
	if why := f.fault.Load(); why != nil {
		return fmt.Errorf("%w: rollup %s is not followed: %s", ErrTrouble, f.rollup.Name, *why)
	}
	s := f.follower.Load().Status()
	if s.Halted && !s.Agreed {
		return fmt.Errorf("%w: the nodes of rollup %s still disagree: %s", ErrTrouble, f.rollup.Name, words(f.breaker.Troubles()))
	}
	if at := f.mach.Status().DivergedAt; at != 0 {
		return diverged(f.rollup.Name, at)
	}
	return errors.Join(f.goOn(), f.breaker.Resume())
}
