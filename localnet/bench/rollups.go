package main

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/localnet"
)

// spamRate is what is offered to the broken rollup, transfers a second: more than it can take.
const spamRate = 4000

// measureRollups compares the rate of rollups with the last of them broken to that with all healthy, in one network and one
// run. Broken means flooded through every operator, beyond what its pools take; nothing else differs between the two.
func measureRollups(ctx context.Context, c config, network *localnet.Network) error {
	file := network.File()
	healthy, err := rollupRates(ctx, c, file, len(file.Rollups))
	if err != nil {
		return fmt.Errorf("all rollups healthy: %w", err)
	}
	broken := file.Rollups[len(file.Rollups)-1]
	spam, cancel := context.WithCancel(ctx)
	defer cancel()
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	for _, o := range file.Operators {
		wg.Go(func() { flood(spam, file, o.RollupRPC[broken.Name], broken) })
	}
	beside, err := rollupRates(ctx, c, file, len(file.Rollups)-1)
	if err != nil {
		return fmt.Errorf("one rollup flooded: %w", err)
	}
	for i, r := range beside {
		fmt.Printf("%s: %.0f transfers/s certified beside healthy rollups, %.0f/s beside a flooded one: %.2f\n", file.Rollups[i].Name, healthy[i], r, r/healthy[i])
	}
	return nil
}

// rollupRates offers the first rate to the first rollups at once and tells what each certifies a second.
func rollupRates(ctx context.Context, c config, file *localnet.File, count int) ([]float64, error) {
	rates, errs := make([]float64, count), make([]error, count)
	var wg sync.WaitGroup
	for i := range count {
		own := *file // a view of the file in which this rollup is the first
		own.Rollups = []localnet.FileRollup{file.Rollups[i]}
		wg.Go(func() { rates[i], errs[i] = rollupRate(ctx, c, &own) })
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.Rollups[i].Name, err)
		}
	}
	return rates, nil
}

// rollupRate offers transfers to one rollup for the period, and counts what was certified at every operator by its end.
func rollupRate(ctx context.Context, c config, file *localnet.File) (float64, error) {
	watch, err := watchCertificates(ctx, file)
	if err != nil {
		return 0, err
	}
	defer watch.close()
	l, err := newLoad(ctx, file)
	if err != nil {
		return 0, err
	}
	head, err := l.clients[0].BlockNumber(ctx)
	if err != nil {
		return 0, fmt.Errorf("read head: %w", err)
	}
	const tick = 50 * time.Millisecond
	perTick := max(1, c.rates[0]*int(tick)/int(time.Second))
	start := time.Now()
	for i := 0; time.Since(start) < c.period; i++ {
		if err := pause(ctx, time.Until(start.Add(time.Duration(i)*tick))); err != nil {
			return 0, err
		}
		if err := l.sendSome(ctx, perTick); err != nil {
			return 0, err
		}
	}
	ended := time.Now()
	certified := 0
	for number := head + 1; ; number++ {
		at, ok := watch.at(number)
		if !ok || at.After(ended) {
			break
		}
		block, err := l.clients[0].BlockReceipts(ctx, rpc.BlockNumberOrHashWithNumber(rpc.BlockNumber(number)))
		if err != nil {
			return 0, fmt.Errorf("read block %d: %w", number, err)
		}
		certified += len(block)
	}
	return float64(certified) / ended.Sub(start).Seconds(), nil
}

// sendSome sends transfers in one batch through the first operator.
func (l *load) sendSome(ctx context.Context, count int) error {
	batch := make([]rpc.BatchElem, count)
	for i := range batch {
		_, raw, err := l.next()
		if err != nil {
			return err
		}
		batch[i] = rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{hexutil.Bytes(raw)}, Result: new(string)}
	}
	if err := l.raw[0].BatchCallContext(ctx, batch); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	for _, e := range batch {
		if e.Error != nil {
			return fmt.Errorf("send: %w", e.Error)
		}
	}
	return nil
}

// flood sends transactions to one operator's RPC of a rollup until ctx ends, whatever the answers are: most are refused, for
// the pool is full or the nonce is taken.
func flood(ctx context.Context, file *localnet.File, url string, rollup localnet.FileRollup) {
	own := *file
	own.Rollups = []localnet.FileRollup{rollup}
	l, err := newLoad(ctx, &own)
	if err != nil {
		return
	}
	client, err := rpc.DialContext(ctx, url)
	if err != nil {
		return
	}
	defer client.Close()
	l.raw = []*rpc.Client{client}
	const tick = 50 * time.Millisecond
	each := spamRate * int(tick) / int(time.Second) / len(file.Operators)
	for ctx.Err() == nil {
		began := time.Now()
		if err := l.sendSome(ctx, each); err != nil && strings.Contains(err.Error(), "connection") {
			return
		}
		_ = pause(ctx, time.Until(began.Add(tick))) // ends with ctx
	}
}
