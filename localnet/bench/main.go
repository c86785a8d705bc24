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
	keep      bool
}

func main() {
	var c config
	var rates intList
	flag.IntVar(&c.operators, "operators", 4, "operators of the network")
	flag.StringVar(&c.binary, "binary", "bin/trident", "trident program to run operators with")
	flag.IntVar(&c.light, "light", 40, "single transactions of the light-load run")
	flag.DurationVar(&c.gap, "gap", 1500*time.Millisecond, "pause between them; blocks come at most once a second on average")
	flag.Var(&rates, "rates", "comma-separated transfers a second to offer (default 500,1500,2000)")
	flag.DurationVar(&c.period, "period", 15*time.Second, "length of each run under load")
	flag.BoolVar(&c.keep, "keep", false, "keep the directory, with the operators' logs")
	flag.Parse()
	if c.rates = rates; len(c.rates) == 0 {
		c.rates = []int{500, 1500, 2000}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := bench(ctx, c); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1) //nolint:gocritic // nothing is left to stop: bench has closed the network
	}
}

func bench(ctx context.Context, c config) (err error) {
	dir, err := os.MkdirTemp("", "trident-bench")
	if err != nil {
		return err
	}
	if !c.keep {
		defer os.RemoveAll(dir)
	}
	options := localnet.DefaultOptions()
	options.Dir, options.Operators, options.Binary, options.L1Port, options.BasePort = dir, c.operators, c.binary, 0, 0
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
	fmt.Printf("machine: %d CPUs, %s; %d operators, one process each, and the L1 in this one\n", runtime.NumCPU(), runtime.Version(), c.operators)
	fmt.Printf("directory %s\n", dir)
	fmt.Printf("set-up to all operators ready: %s\n", time.Since(started).Round(time.Millisecond))
	return measure(ctx, c, network)
}

func measure(ctx context.Context, c config, network *localnet.Network) error {
	file := network.File()
	watch, err := watchCertificates(ctx, file)
	if err != nil {
		return err
	}
	defer watch.close()
	printMemory(file, "idle")
	sender, err := newLoad(ctx, file)
	if err != nil {
		return err
	}
	if err := sender.light(ctx, watch, c.light, c.gap); err != nil {
		return fmt.Errorf("light load: %w", err)
	}
	for _, rate := range c.rates {
		err := sender.heavy(ctx, watch, rate, c.period)
		if errors.Is(err, errOverload) {
			return err
		}
		if err != nil {
			return fmt.Errorf("load of %d transfers a second: %w", rate, err)
		}
		printMemory(file, fmt.Sprintf("after %d/s", rate))
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
