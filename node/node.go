package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/lifecycle"
	"github.com/trident-network/trident/internal/store"
)

// Run opens the home directory and runs its operator until ctx ends or a part fails.
func Run(ctx context.Context, path string, config Config, version string, log *slog.Logger) error {
	n, err := New(ctx, path, config, version, log)
	if err != nil {
		return err
	}
	return errors.Join(n.Run(ctx), n.Close())
}

// Node is one operator, built and ready to run.
type Node struct {
	home    *Home
	config  Config
	network *Network
	version string
	log     *slog.Logger
	clock   clock.Clock
	started time.Time

	db    *store.DB
	parts parts
	group lifecycle.Group

	waiting atomic.Int64 // streams that a restored guard does not sign in yet
}

// New opens everything that an operator keeps and joins the parts. It starts nothing; on error nothing stays open.
func New(ctx context.Context, path string, config Config, version string, log *slog.Logger) (*Node, error) {
	if err := config.Check(); err != nil {
		return nil, err
	}
	home, err := OpenHome(path)
	if err != nil {
		return nil, err
	}
	n := &Node{home: home, config: config, version: version, log: log, clock: clock.Real()}
	if err := n.build(ctx); err != nil {
		return nil, errors.Join(err, n.Close())
	}
	return n, nil
}

// build opens the parts bottom up; what it has opened when it fails, Close releases.
func (n *Node) build(ctx context.Context) (err error) {
	if n.network, err = LoadNetwork(filepath.Join(n.home.Path, NetworkFile)); err != nil {
		return err
	}
	if n.config.MessageLoss > 0 && !n.network.Local {
		return fmt.Errorf("%w: message_loss is for local networks, %q is none; remove it from node.toml", ErrConfigLoss, n.network.Name)
	}
	if len(n.config.Faults) > 0 && !n.network.Local {
		return fmt.Errorf("%w: they are for local networks, %q is none; remove faults from node.toml", ErrConfigFaults, n.network.Name)
	}
	keys, err := loadKeys(n.home, n.config.Signer == "")
	if err != nil {
		return err
	}
	if err := keys.checkLocal(n.network); err != nil {
		return err
	}
	if n.db, err = store.Open(n.home.Data("db"), store.WithLogger(n.log)); err != nil {
		return err
	}
	if n.parts, err = n.open(ctx, keys); err != nil {
		return err
	}
	n.Wire()
	return nil
}

// Run starts the parts in order and stops them in reverse order when ctx ends or one fails.
func (n *Node) Run(ctx context.Context) error {
	n.started = n.clock.Now()
	return n.group.Run(ctx)
}

// Close releases what New opened. Run must have returned.
func (n *Node) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), lifecycle.DefaultStopTimeout)
	defer cancel()
	errs := []error{n.parts.close(ctx)}
	if n.db != nil {
		errs = append(errs, n.db.Close())
	}
	if err := errors.Join(append(errs, n.home.Close())...); err != nil {
		return fmt.Errorf("close operator: %w", err)
	}
	return nil
}
