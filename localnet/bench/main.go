// Command bench measures a local network as its users see it: the time from eth_sendRawTransaction until every operator
// holds the block's certificate, transactions a second sustained, and the memory of an operator. It starts the network
// in a directory of its own, with free ports, and stops it.
//
// The figures depend on the machine; compare ratios of one run rather than runs.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"github.com/trident-network/trident/localnet"
)

type config struct {
	operators int
	binary    string
	light     int
	gap       time.Duration
	rates     []int
	period    time.Duration
	bulk      []int // kB
	alone     bool
	failover  time.Duration
	keep      bool
	rollups   int
	loss      float64
}

func main() {
	var c config
	var rates, bulk intList
	flag.IntVar(&c.operators, "operators", 4, "operators of the network")
	flag.StringVar(&c.binary, "binary", "bin/trident", "trident program to run operators with")
	flag.IntVar(&c.light, "light", 40, "single transactions of the light-load run")
	flag.DurationVar(&c.gap, "gap", 1500*time.Millisecond, "pause between them; blocks come at most once a second on average")
	flag.Var(&rates, "rates", "comma-separated transfers a second to offer (default 500,1500,2000)")
	flag.DurationVar(&c.period, "period", 15*time.Second, "length of each run under load")
	flag.Var(&bulk, "bulk", "comma-separated sizes of batches of calldata, kB (default 100,1000)")
	flag.BoolVar(&c.alone, "alone", true, "measure the load on a network of one operator too")
	flag.DurationVar(&c.failover, "failover", 0, "kill leaders for this long, and measure nothing else")
	flag.Float64Var(&c.loss, "loss", 0.2, "share of gossip that the lossy network throws away")
	flag.IntVar(&c.rollups, "rollups", 1, "with 2 or more: measure only so many rollups at once, and the others beside the last one flooded")
	flag.BoolVar(&c.keep, "keep", false, "keep the directory, with the operators' logs")
	flag.Parse()
	if c.rates = rates; len(c.rates) == 0 {
		c.rates = []int{500, 1500, 2000}
	}
	if c.bulk = bulk; len(c.bulk) == 0 {
		c.bulk = []int{100, 1000}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := bench(ctx, c); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1) //nolint:gocritic // nothing is left to stop: bench has closed the network
	}
}

func bench(ctx context.Context, c config) error {
	fmt.Printf("machine: %d CPUs, %s; %d operators, one process each, and the L1 in this one\n", runtime.NumCPU(), runtime.Version(), c.operators)
	if c.failover > 0 {
		return withNetwork(ctx, c, 0, func(n *localnet.Network) error { return failover(ctx, n, c.failover) })
	}
	if c.rollups > 1 {
		return withNetwork(ctx, c, 0, func(n *localnet.Network) error { return measureRollups(ctx, c, n) })
	}
	if err := withNetwork(ctx, c, 0, func(n *localnet.Network) error {
		if err := measure(ctx, c, n); err != nil {
			return err
		}
		return measureDead(ctx, c, n)
	}); err != nil {
		return err
	}
	if c.alone {
		if err := measureAlone(ctx, c); err != nil {
			return err
		}
	}
	return withNetwork(ctx, c, c.loss, func(n *localnet.Network) error {
		return lightRun(ctx, c, n.File(), fmt.Sprintf("%.0f%% of gossip lost", 100*c.loss))
	})
}

// measureAlone is the load on one operator, which shows what the others cost.
func measureAlone(ctx context.Context, c config) error {
	c.operators = 1
	fmt.Println("one operator alone:")
	return withNetwork(ctx, c, 0, func(n *localnet.Network) error {
		watch, err := watchCertificates(ctx, n.File())
		if err != nil {
			return err
		}
		defer watch.close()
		sender, err := newLoad(ctx, n.File())
		if err != nil {
			return err
		}
		for _, rate := range c.rates {
			if err := sender.heavy(ctx, watch, n.File(), rate, c.period); err != nil {
				return fmt.Errorf("load of %d transfers a second: %w", rate, err)
			}
		}
		return sender.saturate(ctx, watch, n.File())
	})
}

// withNetwork starts a network that loses a share of its messages, and stops it after the measurement.
func withNetwork(ctx context.Context, c config, loss float64, run func(*localnet.Network) error) (err error) {
	dir, err := os.MkdirTemp("", "trident-bench")
	if err != nil {
		return err
	}
	if c.keep {
		fmt.Printf("directory %s\n", dir)
	} else {
		defer os.RemoveAll(dir)
	}
	options := localnet.DefaultOptions()
	options.Dir, options.Operators, options.Binary, options.L1Port, options.BasePort = dir, c.operators, c.binary, 0, 0
	options.MessageLoss, options.Rollups = loss, c.rollups
	options.Out, options.Log = os.Stdout, slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	started := time.Now()
	network, err := localnet.Start(ctx, options)
	if err != nil {
		return err
	}
	defer func() {
		closeCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
		defer cancel()
		if closeErr := network.Close(closeCtx); err == nil {
			err = closeErr
		}
	}()
	fmt.Printf("set-up to all operators ready: %s\n", time.Since(started).Round(time.Millisecond))
	return run(network)
}

func measure(ctx context.Context, c config, network *localnet.Network) error {
	file := network.File()
	printMemory(file, "idle")
	if err := printIdle(ctx, file, 10*time.Second); err != nil {
		return err
	}
	if err := lightRun(ctx, c, file, "all operators"); err != nil {
		return err
	}
	watch, err := watchCertificates(ctx, file)
	if err != nil {
		return err
	}
	defer watch.close()
	sender, err := newLoad(ctx, file)
	if err != nil {
		return err
	}
	for _, rate := range c.rates {
		err := sender.heavy(ctx, watch, file, rate, c.period)
		if errors.Is(err, errOverload) {
			return err
		}
		if err != nil {
			return fmt.Errorf("load of %d transfers a second: %w", rate, err)
		}
		printMemory(file, fmt.Sprintf("after %d/s", rate))
	}
	for _, size := range c.bulk {
		if err := sender.bulk(ctx, watch, file, size*1000); err != nil {
			return err
		}
	}
	return nil
}

// measureDead is the light load with a quarter of the operators killed: their slots go to the next rank, and every
// survivor's signature is needed.
func measureDead(ctx context.Context, c config, network *localnet.Network) error {
	file := network.File()
	alive := len(file.Operators) - len(file.Operators)/4
	for _, o := range file.Operators[alive:] {
		if err := network.Kill(o.Name); err != nil {
			return err
		}
	}
	dead := len(file.Operators) - alive
	file.Operators = file.Operators[:alive]
	return lightRun(ctx, c, file, fmt.Sprintf("%d of %d operators dead", dead, alive+dead))
}

// lightRun sends single transactions through the operators of the file and waits for each of them.
func lightRun(ctx context.Context, c config, file *localnet.File, what string) error {
	watch, err := watchCertificates(ctx, file)
	if err != nil {
		return err
	}
	defer watch.close()
	sender, err := newLoad(ctx, file)
	if err != nil {
		return err
	}
	if err := sender.light(ctx, watch, what, lightTimes{c.light, c.gap}); err != nil {
		return fmt.Errorf("light load, %s: %w", what, err)
	}
	return nil
}

// printMemory prints the resident set of each operator, from /proc.
func printMemory(file *localnet.File, when string) {
	fmt.Printf("memory of an operator, %s:", when)
	for _, o := range file.Operators {
		fmt.Printf(" %d MB", residentBytes(o.PID)/1e6)
	}
	fmt.Println()
}
