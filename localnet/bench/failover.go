package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/localnet"
	"github.com/trident-network/trident/node"
)

const (
	// failoverGap is the pause between two transactions of the run: there is always work.
	failoverGap = 50 * time.Millisecond
	// normalInterval is between two blocks under load: an execution client wants timestamps a second apart.
	normalInterval = time.Second
)

// failover kills the leader of the moment, as kill -9 does, waits for others to go on, restarts it, and so on for a while. It
// prints for how long beyond the normal interval nothing new was ordered while there was work, and that every transaction
// was included once.
func failover(ctx context.Context, network *localnet.Network, period time.Duration) error {
	run := &failoverRun{network: network, done: make(chan struct{})}
	var err error
	if run.load, err = newLoad(ctx, network.File()); err != nil {
		return err
	}
	var sending sync.WaitGroup
	sending.Go(func() { run.send(ctx) })
	err = run.killAll(ctx, time.Now().Add(period))
	close(run.done)
	sending.Wait()
	if err != nil {
		return err
	}
	return run.count(ctx)
}

type failoverRun struct {
	network *localnet.Network
	load    *load
	done    chan struct{}
	skips   []time.Duration
	sent    []common.Hash
}

// send offers each transaction to every operator, as a wallet does that is not answered by the first.
func (r *failoverRun) send(ctx context.Context) {
	for {
		select {
		case <-r.done:
			return
		case <-time.After(failoverGap):
		}
		tx, raw, err := r.load.next()
		if err != nil {
			return
		}
		r.sent = append(r.sent, tx.Hash())
		r.offer(ctx, raw)
	}
}

func (r *failoverRun) offer(ctx context.Context, raw []byte) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	var all sync.WaitGroup
	for _, c := range r.load.raw {
		// One that is dead, or has it from a peer already, answers with an error.
		all.Go(func() { _ = c.CallContext(ctx, nil, "eth_sendRawTransaction", hexutil.Bytes(raw)) }) // see above
	}
	all.Wait()
}

// killAll kills one leader after the other.
func (r *failoverRun) killAll(ctx context.Context, until time.Time) error {
	for time.Now().Before(until) {
		if err := pause(ctx, 3*time.Second); err != nil {
			return err
		}
		leader, err := r.leader(ctx)
		if err != nil {
			return err
		}
		file := r.network.File()
		witness := file.Operators[slices.IndexFunc(file.Operators, func(o localnet.FileOperator) bool { return o.Name != leader })]
		client, err := ethclient.DialContext(ctx, witness.RollupRPC[file.Rollups[0].Name])
		if err != nil {
			return err
		}
		skip, err := r.kill(ctx, client, leader)
		client.Close()
		if err != nil {
			return err
		}
		r.skips = append(r.skips, skip)
		if err := r.network.Restart(ctx, leader); err != nil {
			return fmt.Errorf("restart %s: %w", leader, err)
		}
	}
	return nil
}

// kill kills an operator and tells for how long, beyond the normal interval, the next block kept others waiting.
func (r *failoverRun) kill(ctx context.Context, client *ethclient.Client, name string) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, settleTimeout)
	defer cancel()
	at, err := client.BlockNumber(ctx)
	if err != nil {
		return 0, err
	}
	if at, err = awaitHead(ctx, client, at); err != nil { // counted from a block on, so that an interval is no part of it
		return 0, err
	}
	last := time.Now()
	if err := r.network.Kill(name); err != nil {
		return 0, err
	}
	if _, err := awaitHead(ctx, client, at); err != nil {
		return 0, fmt.Errorf("after %s was killed: %w", name, err)
	}
	return max(0, time.Since(last)-normalInterval), nil
}

func awaitHead(ctx context.Context, client *ethclient.Client, above uint64) (uint64, error) {
	for {
		number, err := client.BlockNumber(ctx)
		if err == nil && number > above {
			return number, nil
		}
		if err := pause(ctx, 5*time.Millisecond); err != nil {
			return 0, fmt.Errorf("wait for a block above %d: %w", above, err)
		}
	}
}

var errNoLeader = errors.New("no operator tells who leads")

// leader is the name of the operator that leads the slot of now.
func (r *failoverRun) leader(ctx context.Context) (string, error) {
	file := r.network.File()
	for _, o := range file.Operators {
		ask, cancel := context.WithTimeout(ctx, 2*time.Second)
		client, err := rpc.DialContext(ask, o.API)
		if err == nil {
			var status node.Status
			err = client.CallContext(ask, &status, "trident_status")
			client.Close()
			if err == nil && len(status.Rollups) > 0 {
				for _, p := range file.Operators {
					if p.Address == status.Rollups[0].Leader {
						cancel()
						return p.Name, nil
					}
				}
			}
		}
		cancel()
	}
	return "", errNoLeader
}

// count looks every transaction up and prints the result.
func (r *failoverRun) count(ctx context.Context) error {
	client := r.load.clients[0]
	wait, cancel := context.WithTimeout(ctx, settleTimeout)
	defer cancel()
	for _, hash := range r.sent {
		if _, err := pollReceipt(wait, client, hash); err != nil {
			return fmt.Errorf("a transaction was lost: %w", err)
		}
	}
	head, err := client.BlockNumber(ctx)
	if err != nil {
		return err
	}
	times := map[common.Hash]int{}
	for number := uint64(1); number <= head; number++ {
		block, err := client.BlockByNumber(ctx, new(big.Int).SetUint64(number))
		if err != nil {
			return fmt.Errorf("read block %d: %w", number, err)
		}
		for _, tx := range block.Transactions() {
			times[tx.Hash()]++
		}
	}
	var wrong []string
	for _, hash := range r.sent {
		if times[hash] != 1 {
			wrong = append(wrong, fmt.Sprintf("%s %d times", hash, times[hash]))
		}
	}
	if len(wrong) > 0 {
		return fmt.Errorf("transactions that are not in the chain once: %s", strings.Join(wrong, ", "))
	}
	fmt.Printf("failover: %d leaders killed, one after the other; beyond the %s between blocks nothing was ordered for p50 %s p95 %s; all %d transactions are in the chain, once\n",
		len(r.skips), normalInterval, quantile(r.skips, .5), quantile(r.skips, .95), len(r.sent))
	return nil
}
