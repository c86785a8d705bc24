package localnet

import (
	"context"
	"fmt"
	"slices"

	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/node"
)

// StopRollup has the registrant stop a rollup, and returns when every operator that answers has heard of it.
func (n *Network) StopRollup(ctx context.Context, name string) error {
	ctx, done, err := n.enter(ctx)
	if err != nil {
		return err
	}
	defer done()
	if err := n.tryMove(); err != nil {
		return err
	}
	defer n.moving.Unlock()
	r, err := n.stoppable(name)
	if err != nil {
		return err
	}
	if err := n.completeStop(ctx, r); err != nil {
		return fmt.Errorf("stop rollup %s: %w", name, err)
	}
	return nil
}

func (n *Network) stoppable(name string) (planRollup, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	var names []string
	for _, r := range n.plan.Rollups {
		switch {
		case r.Name != name:
			names = append(names, r.Name)
		case r.Followed:
			return r, fmt.Errorf("%w: %s has a sequencer of its own", ErrRollupSpec, name)
		case r.State == rollupStopped:
			return r, fmt.Errorf("%w: %s is stopped already", ErrRollupSpec, name)
		case r.State == rollupCreating:
			return r, fmt.Errorf("%w: %s is still being made", ErrRollupSpec, name)
		default:
			return r, nil
		}
	}
	return planRollup{}, fmt.Errorf("%w: %q; it has %v", ErrNoRollup, name, names)
}

func (n *Network) completeStop(ctx context.Context, r planRollup) error {
	if err := n.setRollupState(r.Name, rollupStopping); err != nil {
		return err
	}
	if err := deploy.StopRollup(ctx, &resender{Client: n.chain.client}, registrantKey(), n.contracts(), r.ID); err != nil {
		return fmt.Errorf("tell l1: %w", err)
	}
	over := func(s node.StatusRollup) bool { return s.State == node.RollupStopping || s.State == node.RollupStopped }
	if err := n.awaitRollup(ctx, r.ID, over); err != nil {
		return fmt.Errorf("wait until operators know: %w", err)
	}
	if err := n.setRollupState(r.Name, rollupStopped); err != nil {
		return err
	}
	return n.describe()
}

// setRollupState writes down where a rollup stands.
func (n *Network) setRollupState(name, state string) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	for i := range n.plan.Rollups {
		if n.plan.Rollups[i].Name == name {
			n.plan.Rollups[i].State = state
		}
	}
	return n.plan.save(n.options.Dir)
}

// goOnRollups takes up what was begun with rollups before the network stopped.
func (n *Network) goOnRollups() {
	n.mu.Lock()
	all := slices.Clone(n.plan.Rollups)
	n.mu.Unlock()
	for _, r := range all {
		var resume func(ctx context.Context) error
		switch r.State {
		case rollupCreating:
			resume = func(ctx context.Context) error { _, err := n.completeRollup(ctx, r); return err }
		case rollupStopping:
			resume = func(ctx context.Context) error { return n.completeStop(ctx, r) }
		default:
			continue
		}
		n.tasks.Go(func() {
			n.moving.Lock()
			defer n.moving.Unlock()
			if err := resume(n.life); err != nil && n.life.Err() == nil {
				n.options.Log.Error("what was begun before is not done: give the command again", "rollup", r.Name, "state", r.State, "err", err)
			}
		})
	}
}
