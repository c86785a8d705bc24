package localnet

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/node"
	"github.com/trident-network/trident/rollup/follow"
)

// Followed is a rollup with a sequencer of its own that a network certifies beside its own rollup. Every operator takes
// one of the URLs as its own node, in turn, and the others as endpoints.
type Followed struct {
	Name        string              `json:"name"`
	Stack       string              `json:"stack"` // see follow.Stacks
	Level       avs.Level           `json:"level"`
	URLs        []string            `json:"urls"`                   // three or more
	ChainID     uint64              `json:"chain_id"`               // 0 asks the first URL
	Start       uint64              `json:"start"`                  // number that certificates begin at; 0 takes the newest of the first URL
	Head        follow.Head         `json:"head"`                   // empty takes finalized
	Handover    time.Duration       `json:"handover"`               // 0 takes followHandover
	ChainConfig *params.ChainConfig `json:"chain_config,omitempty"` // for level 2
	Poll        time.Duration       `json:"poll"`                   // how often nodes are asked; 0 takes the default, as of the next
	Settle      time.Duration       `json:"settle"`
}

// ErrFollowed is the sentinel of a followed rollup that cannot be.
var ErrFollowed = errors.New("followed rollup is not usable")

// followHandover is short, since sets change often on a local network.
const followHandover = 5 * time.Second

// ParseFollowed reads name=stack:level:URL,URL,URL.
func ParseFollowed(text string) (Followed, error) {
	bad := func(what string) (Followed, error) {
		return Followed{}, fmt.Errorf("%w: %q: %s; write it as NAME=STACK:LEVEL:URL,URL,URL, the stack one of %s", ErrFollowed, text, what, strings.Join(follow.Stacks(), ", "))
	}
	name, rest, ok := strings.Cut(text, "=")
	if !ok || name == "" {
		return bad("it has no name")
	}
	parts := strings.SplitN(rest, ":", 3)
	if len(parts) != 3 {
		return bad("it has no stack, level or URL")
	}
	level, err := strconv.ParseUint(parts[1], 10, 8)
	if err != nil || level > uint64(avs.LevelExecution) {
		return bad("the level is not 0, 1 or 2")
	}
	f := Followed{Name: name, Stack: parts[0], Level: avs.Level(level), URLs: strings.Split(parts[2], ","), Head: follow.Finalized}
	return f, f.check()
}

func (f Followed) check() error {
	limit, why, err := follow.MaxLevel(f.Stack)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %s: %w; known are %s", ErrFollowed, f.Name, err, strings.Join(follow.Stacks(), ", "))
	case f.Level > limit:
		return fmt.Errorf("%w: %s: %w: %s reaches level %d: %s", ErrFollowed, f.Name, follow.ErrLevel, f.Stack, limit, why)
	case len(f.URLs) < 3:
		return fmt.Errorf("%w: %s has %d URLs; an operator compares its own node with two others, so give three", ErrFollowed, f.Name, len(f.URLs))
	case f.Name == "" || slices.Contains(startNames(maxRollups), f.Name):
		return fmt.Errorf("%w: the name %q is taken", ErrFollowed, f.Name)
	}
	return nil
}

func checkFollowed(all []Followed) error {
	names := map[string]bool{}
	for _, f := range all {
		if err := f.check(); err != nil {
			return err
		}
		if names[f.Name] {
			return fmt.Errorf("%w: two are called %q", ErrFollowed, f.Name)
		}
		names[f.Name] = true
	}
	return nil
}

// sameFollowed refuses to resume a network with other followed rollups than it was made with.
func (p *plan) sameFollowed(o Options) error {
	for _, f := range o.Follow {
		if !slices.ContainsFunc(p.Follow, func(made Followed) bool { return made.Name == f.Name }) {
			return fmt.Errorf("%w: %s was made without the followed rollup %s; leave out --follow, or choose another --dir", ErrOtherNetwork, o.Dir, f.Name)
		}
	}
	return nil
}

// followRollups registers the followed rollups, with their three sets each, and adds them to the network file.
func (s *setup) followRollups(ctx context.Context, owner *ecdsa.PrivateKey, contracts *deploy.Contracts, terms deploy.SetTerms) ([]avs.SetID, error) {
	var sets []avs.SetID
	for _, f := range s.options.Follow {
		f, genesis, err := f.ask(ctx)
		if err != nil {
			return nil, fmt.Errorf("look at followed rollup %s: %w", f.Name, err)
		}
		r, err := deploy.RegisterRollup(ctx, s.backend, owner, contracts, deploy.Rollup{Name: f.Name, ChainID: f.ChainID, GenesisHash: genesis,
			Followed: true, Level: &f.Level, Squad: terms, Mach: terms, Vital: terms})
		if err != nil {
			return nil, fmt.Errorf("register followed rollup %s: %w", f.Name, err)
		}
		sets = append(sets, r.Sets()...)
		s.network.Rollups = append(s.network.Rollups, node.NetworkRollup{Name: f.Name, Index: r.Index, ChainID: f.ChainID,
			Follow: &node.FollowTerms{Stack: f.Stack, Level: f.Level, Start: f.Start, Head: f.Head, Handover: node.Duration(f.Handover), ChainConfig: f.ChainConfig}})
	}
	return sets, nil
}

// ask fills in what only the rollup's node knows, and tells its genesis hash.
func (f Followed) ask(ctx context.Context) (Followed, common.Hash, error) {
	client, err := ethclient.DialContext(ctx, f.URLs[0])
	if err != nil {
		return f, common.Hash{}, err
	}
	defer client.Close()
	id, err := client.ChainID(ctx)
	if err != nil {
		return f, common.Hash{}, err
	}
	if f.ChainID == 0 {
		f.ChainID = id.Uint64()
	}
	var genesis struct {
		Hash common.Hash `json:"hash"` // as the node says: stacks hash other headers than Ethereum's
	}
	if err := client.Client().CallContext(ctx, &genesis, "eth_getBlockByNumber", "0x0", false); err != nil {
		return f, common.Hash{}, err
	}
	if f.Start == 0 {
		head, err := client.BlockNumber(ctx)
		if err != nil {
			return f, common.Hash{}, err
		}
		f.Start = max(1, head)
	}
	if f.Head == "" {
		f.Head = follow.Finalized
	}
	if f.Handover == 0 {
		f.Handover = followHandover
	}
	return f, genesis.Hash, nil
}

// planFollowed adds the followed rollups to what the directory is described by.
func (s *setup) planFollowed() {
	s.plan.Follow = s.options.Follow
	for _, r := range s.network.Rollups {
		if r.Follow != nil {
			s.plan.Rollups = append(s.plan.Rollups, planRollup{FileRollup: FileRollup{Name: r.Name, ID: s.network.Rollup(r).ID, ChainID: r.ChainID}, Index: r.Index, Followed: true})
		}
	}
}

// followConfig tells operator i where it finds the nodes of the followed rollups.
func followConfig(c *node.Config, o Options, i int) {
	if o.ResumeAfter > 0 {
		c.Quiet = node.Duration(o.ResumeAfter)
	}
	c.Follow = map[string]node.FollowConfig{}
	for _, f := range o.Follow {
		own := i % len(f.URLs)
		c.Follow[f.Name] = node.FollowConfig{Node: f.URLs[own], Endpoints: slices.Concat(f.URLs[:own], f.URLs[own+1:]), SharedHosts: true,
			Poll: node.Duration(f.Poll), Settle: node.Duration(f.Settle)}
	}
}
