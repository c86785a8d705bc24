package main

import (
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/localnet"
)

// errOverload ends the benchmark: the pool is full and its later transactions have no way in.
var errOverload = errors.New("the network takes no more")

// settleTimeout bounds the wait for what was sent to be certified.
const settleTimeout = 30 * time.Second

// load sends transfers from the network's funded accounts: single ones through the operators in turn, steady ones through
// the first, whose memory and time therefore include the RPC of the whole load.
type load struct {
	clients []*ethclient.Client
	raw     []*rpc.Client
	keys    []*ecdsa.PrivateKey
	nonces  []uint64
	signer  types.Signer
	chainID *big.Int
	counter uint64
}

func newLoad(ctx context.Context, file *localnet.File) (*load, error) {
	rollup := file.Rollups[0]
	l := &load{chainID: new(big.Int).SetUint64(rollup.ChainID)}
	l.signer = types.LatestSignerForChainID(l.chainID)
	for _, o := range file.Operators {
		c, err := rpc.DialContext(ctx, o.RollupRPC[rollup.Name])
		if err != nil {
			return nil, fmt.Errorf("dial %s: %w", o.RollupRPC[rollup.Name], err)
		}
		l.raw = append(l.raw, c)
		l.clients = append(l.clients, ethclient.NewClient(c))
	}
	for _, a := range file.Accounts {
		key, err := crypto.ToECDSA(a.PrivateKey)
		if err != nil {
			return nil, fmt.Errorf("read account key: %w", err)
		}
		nonce, err := l.clients[0].PendingNonceAt(ctx, a.Address)
		if err != nil {
			return nil, fmt.Errorf("read nonce of %s: %w", a.Address, err)
		}
		l.keys, l.nonces = append(l.keys, key), append(l.nonces, nonce)
	}
	return l, nil
}

// next signs a transfer of one wei to a fresh account.
func (l *load) next() (*types.Transaction, []byte, error) {
	i := int(l.counter % uint64(len(l.keys)))
	l.counter++
	var to common.Address
	binary.BigEndian.PutUint64(to[:], uint64(time.Now().UnixNano()))
	binary.BigEndian.PutUint64(to[8:], l.counter)
	tx, err := types.SignNewTx(l.keys[i], l.signer, &types.DynamicFeeTx{ChainID: l.chainID, Nonce: l.nonces[i], To: &to, Value: big.NewInt(1),
		Gas: params.TxGas, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(1000 * params.GWei)})
	if err != nil {
		return nil, nil, err
	}
	l.nonces[i]++
	raw, err := tx.MarshalBinary()
	return tx, raw, err
}

// lightTimes are how many transactions to send, and the pause after each.
type lightTimes struct {
	count int
	gap   time.Duration
}

// light sends single transactions, each after the one before was certified and a pause.
func (l *load) light(ctx context.Context, w *watcher, what string, times lightTimes) error {
	var ordered, certified []time.Duration
	for i := range times.count {
		tx, raw, err := l.next()
		if err != nil {
			return err
		}
		client := l.clients[i%len(l.clients)]
		start := time.Now()
		if err := l.raw[i%len(l.raw)].CallContext(ctx, nil, "eth_sendRawTransaction", hexutil.Bytes(raw)); err != nil {
			return fmt.Errorf("send: %w", err)
		}
		wait, cancel := context.WithTimeout(ctx, settleTimeout)
		receipt, err := pollReceipt(wait, client, tx.Hash())
		if err == nil {
			ordered = append(ordered, time.Since(start))
			var at time.Time
			if at, err = w.await(wait, receipt.BlockNumber.Uint64()); err == nil {
				certified = append(certified, at.Sub(start))
			}
		}
		cancel()
		if err != nil {
			return fmt.Errorf("transaction %d: %w", i, err)
		}
		if err := pause(ctx, times.gap); err != nil {
			return err
		}
	}
	fmt.Printf("light load, %s, %d single transactions: receipt p50 %s p95 %s; certificate at every running operator p50 %s p95 %s\n", what, times.count,
		quantile(ordered, .5), quantile(ordered, .95), quantile(certified, .5), quantile(certified, .95))
	return nil
}

// heavy offers a steady rate in small batches and then looks up where each transaction went.
func (l *load) heavy(ctx context.Context, w *watcher, file *localnet.File, rate int, period time.Duration) error {
	const tick = 20 * time.Millisecond
	perTick := max(1, rate*int(tick)/int(time.Second))
	batches := make([][]rpc.BatchElem, int(period/tick))
	hashes := make([][]common.Hash, len(batches))
	for i := range batches { // signed before the clock starts
		for range perTick {
			tx, raw, err := l.next()
			if err != nil {
				return err
			}
			batches[i] = append(batches[i], rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{hexutil.Bytes(raw)}, Result: new(common.Hash)})
			hashes[i] = append(hashes[i], tx.Hash())
		}
	}
	sentAt := make([]time.Time, len(batches))
	before, err := readFigures(ctx, file)
	if err != nil {
		return err
	}
	head, err := l.clients[0].BlockNumber(ctx)
	if err != nil {
		return fmt.Errorf("read head: %w", err)
	}
	start := time.Now()
	for i, b := range batches {
		if err := pause(ctx, time.Until(start.Add(time.Duration(i)*tick))); err != nil {
			return err
		}
		sentAt[i] = time.Now()
		// One account's transactions all go to one operator, so that no nonce overtakes another between operators.
		if err := l.raw[0].BatchCallContext(ctx, b); err != nil {
			return fmt.Errorf("send: %w", err)
		}
		for _, e := range b {
			if e.Error != nil {
				// Later nonces of the account cannot be ordered any more: this rate is beyond what the network takes.
				fmt.Printf("%d transfers/s offered: refused after %s: %v\n", rate, time.Since(start).Round(time.Millisecond), e.Error)
				return errOverload
			}
		}
	}
	offered := time.Since(start)
	return l.report(ctx, w, heavyRun{what: fmt.Sprintf("%d transfers/s offered for %s", rate, offered.Round(100*time.Millisecond)),
		stage: fmt.Sprintf("%d/s", rate), from: head + 1, start: start, sentAt: sentAt, hashes: hashes,
		file: file, before: before})
}

type heavyRun struct {
	what   string // was offered
	stage  string // names the run in the table of stages
	from   uint64 // first block after the run began
	start  time.Time
	sentAt []time.Time
	hashes [][]common.Hash
	file   *localnet.File
	before *figures
}

// report finds the block of every transaction and tells when its certificate had reached every operator.
func (l *load) report(ctx context.Context, w *watcher, r heavyRun) error {
	ctx, cancel := context.WithTimeout(ctx, settleTimeout)
	defer cancel()
	sent := map[common.Hash]time.Time{}
	for i, batch := range r.hashes {
		for _, hash := range batch {
			sent[hash] = r.sentAt[i]
		}
	}
	var latency []time.Duration
	var first, last time.Time // certificates of the first and the last block
	blocks, inFirst, bytes := 0, 0, 0.0
	var gas, gasInFirst float64
	for number := r.from; len(latency) < len(sent); number++ {
		at, err := w.await(ctx, number)
		if err != nil {
			return fmt.Errorf("%d of %d transfers are certified: %w", len(latency), len(sent), err)
		}
		block, err := l.clients[0].BlockByNumber(ctx, new(big.Int).SetUint64(number))
		if err != nil {
			return fmt.Errorf("read block %d: %w", number, err)
		}
		for _, tx := range block.Transactions() {
			latency = append(latency, at.Sub(sent[tx.Hash()]))
		}
		gas, bytes = gas+float64(block.GasUsed()), bytes+float64(block.Size())
		if blocks++; blocks == 1 {
			first, inFirst, gasInFirst = at, len(latency), gas
		}
		last = at
	}
	took := last.Sub(first).Seconds()
	is := rate{float64(len(latency)-inFirst) / took, (gas - gasInFirst) / took}
	fmt.Printf("%s: %d certified in %d blocks, %.0f/s (%.1f Mgas/s) from first to last certificate, %.0f/s from first sending to last certificate; certificate at every operator p50 %s p95 %s\n",
		r.what, len(latency), blocks, is.transactions, is.gas/1e6,
		float64(len(latency))/last.Sub(r.start).Seconds(), quantile(latency, .5), quantile(latency, .95))
	after, err := readFigures(ctx, r.file)
	if err != nil {
		return err
	}
	d := after.since(r.before)
	fmt.Printf("  an operator sends %.2f bytes for a byte of batch, and %.2f with transactions, acknowledgements and attestations\n",
		d.bytesOf(bodyNames...)/float64(d.operators)/bytes, d.bytesOf("")/float64(d.operators)/bytes)
	d.printStages(r.stage)
	return l.replay(ctx, r.file, r.from, r.from+uint64(blocks)-1, is)
}

func pollReceipt(ctx context.Context, c *ethclient.Client, hash common.Hash) (*types.Receipt, error) {
	for {
		receipt, err := c.TransactionReceipt(ctx, hash)
		if err == nil {
			return receipt, nil
		}
		if err := pause(ctx, 2*time.Millisecond); err != nil {
			return nil, fmt.Errorf("wait for transaction %s: %w (last answer: %w)", hash, ctx.Err(), err)
		}
	}
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(max(0, d))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
