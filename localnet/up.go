package localnet

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/trident-network/trident/l1"
)

// probeTimeout bounds the first transaction's way.
const probeTimeout = time.Minute

// statusEvery is how often the live status is drawn, and how often it is printed where there is no terminal.
const (
	drawEvery  = time.Second
	printEvery = 30 * time.Second
)

// Up starts a network, sends one transaction through it, tells how long each tier took, and shows the network until ctx
// ends or somebody asks it to stop. It returns when nothing of it runs any more.
func Up(ctx context.Context, o Options) (err error) {
	if err := o.Check(); err != nil {
		return err
	}
	began := time.Now()
	fmt.Fprintf(o.Out, "Starting the network in %s\n", o.Dir)
	n, err := Start(ctx, o)
	if err != nil {
		return err
	}
	defer func() {
		fmt.Fprintln(o.Out, "\nStopping")
		closeCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*stopGrace)
		defer cancel()
		err = errors.Join(err, n.Close(closeCtx))
		if err == nil {
			fmt.Fprintf(o.Out, "Stopped; trident localnet up --dir %s resumes this network\n", o.Dir)
		}
	}()
	fmt.Fprintf(o.Out, "Ready after %s\n  described in %s\n  L1          %s\n", time.Since(began).Round(10*time.Millisecond),
		filepath.Join(n.options.Dir, FileName), n.chain.rpc)
	for _, op := range n.File().Operators {
		fmt.Fprintf(o.Out, "  %s  rollup %s  api %s\n", op.Name, op.RollupRPC[rollupName], op.API)
		for _, r := range n.File().Rollups[1:] {
			if at := op.RollupRPC[r.Name]; at != "" {
				fmt.Fprintf(o.Out, "  %s  %s %s\n", strings.Repeat(" ", len(op.Name)), r.Name, at)
			}
		}
	}
	if err := n.introduce(ctx); err != nil {
		switch {
		case !o.Once && (ctx.Err() != nil || n.isDown()):
			return nil // stopped before the first transaction was through: that is allowed
		case o.Once:
			return err
		}
		fmt.Fprintf(o.Out, "The first transaction was not followed to its end: %v\n", err)
	}
	if o.Once {
		return nil
	}
	return n.watch(ctx)
}

// introduce sends the first transaction and prints the time to each tier.
func (n *Network) introduce(ctx context.Context) error {
	probe, cancel := context.WithTimeout(ctx, probeTimeout)
	var watcher sync.WaitGroup
	defer watcher.Wait()
	defer cancel()
	watcher.Go(func() {
		select {
		case <-n.Stopped():
			cancel()
		case <-probe.Done():
		}
	})
	var rpcs []string
	file := n.File()
	rollup, found := file.probed()
	if !found {
		return nil // all are stopped
	}
	for _, op := range file.Operators {
		rpcs = append(rpcs, op.RollupRPC[rollup.Name])
	}
	key := accountKeys()[0]
	t, err := SendProbe(probe, key, rpcs)
	if err != nil {
		return fmt.Errorf("send a first transaction: %w", err)
	}
	out := n.options.Out
	fmt.Fprintf(out, "A transaction is in block %d\n  %s\n", t.Block, t.Hash)
	fmt.Fprintf(out, "  ordered    %8s  `latest` and `safe` at the operator it was sent to\n", t.Ordered.Round(time.Millisecond))
	fmt.Fprintf(out, "  certified  %8s  `finalized` at every operator\n", t.Certified.Round(time.Millisecond))
	began := time.Now()
	gas, err := settle(probe, n.chain.client, file, deployerKey(), block{rollup, t.Block}, n.options.Log)
	if errors.Is(err, l1.ErrReverted) {
		return fmt.Errorf("settle block %d on L1: %w", t.Block, err)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "  settled    %8s  L1 has checked the certificate, %d gas\n", (t.Certified + time.Since(began)).Round(time.Millisecond), gas)
	return nil
}

// watch shows the status until the end.
func (n *Network) watch(ctx context.Context) error {
	period := printEvery
	if n.options.Terminal {
		period = drawEvery
	}
	view := screen{out: n.options.Out, terminal: n.options.Terminal}
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	told := map[string]bool{}
	for {
		if !n.options.Quiet {
			view.show(n.Status(ctx), "Ctrl-C stops the network")
		}
		for _, err := range n.Fallen() {
			if !told[err.Error()] {
				told[err.Error()] = true
				n.options.Log.Error("operator has ended; start it again with trident localnet restart", "err", err)
				view.lines = 0 // that line stays, the next status goes below it
				if err := n.describe(); err != nil {
					n.options.Log.Warn("description of the network is out of date", "err", err)
				}
			}
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil // Ctrl-C is how a network is meant to be stopped
		case <-n.Stopped():
			return nil
		}
	}
}
