package main

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/localnet"
)

const (
	// bulkTransaction is the data of one transaction, bytes: below what a pool takes.
	bulkTransaction = 100_000
	bulkRounds      = 6
)

// bulk sends random data for batches of a size, one after the other, and prints how long they take and what operators send.
func (l *load) bulk(ctx context.Context, w *watcher, file *localnet.File, size int) error {
	before, err := readFigures(ctx, file)
	if err != nil {
		return err
	}
	var ordered, certified []time.Duration
	var bodies uint64
	for round := range bulkRounds {
		at := round % len(l.raw)
		batch, last, err := l.bulkBatch(size)
		if err != nil {
			return err
		}
		start := time.Now()
		if err := l.raw[at].BatchCallContext(ctx, batch); err != nil {
			return fmt.Errorf("send: %w", err)
		}
		for _, e := range batch {
			if e.Error != nil {
				return fmt.Errorf("send: %w", e.Error)
			}
		}
		wait, cancel := context.WithTimeout(ctx, settleTimeout)
		receipt, err := pollReceipt(wait, l.clients[at], last)
		if err == nil {
			ordered = append(ordered, time.Since(start))
			var done time.Time
			if done, err = w.await(wait, receipt.BlockNumber.Uint64()); err == nil {
				certified = append(certified, done.Sub(start))
			}
		}
		cancel()
		if err != nil {
			return fmt.Errorf("batch of %d bytes: %w", size, err)
		}
		if err := pause(ctx, 1500*time.Millisecond); err != nil {
			return err
		}
		bodies += uint64(size)
	}
	after, err := readFigures(ctx, file)
	if err != nil {
		return err
	}
	d := after.since(before)
	fmt.Printf("%d kB of calldata at once, %d times: receipt p50 %s p95 %s; certificate at every operator p50 %s p95 %s; an operator sends %.2f bytes for a byte of batch\n",
		size/1000, bulkRounds, quantile(ordered, .5), quantile(ordered, .95), quantile(certified, .5), quantile(certified, .95),
		d.bytesOf(bodyNames...)/float64(d.operators)/float64(bodies))
	d.printStages(fmt.Sprintf("%d kB", size/1000))
	return nil
}

// bulkBatch are the requests that send the data, and the hash of the last transaction.
func (l *load) bulkBatch(size int) (batch []rpc.BatchElem, last common.Hash, err error) {
	from := int(l.counter % uint64(len(l.keys)))
	for left := size; left > 0; left -= bulkTransaction {
		data := make([]byte, min(left, bulkTransaction))
		_, _ = rand.Read(data) // it never fails
		l.counter++
		var to common.Address
		binary.BigEndian.PutUint64(to[:], l.counter)
		tx, err := types.SignNewTx(l.keys[from], l.signer, &types.DynamicFeeTx{ChainID: l.chainID, Nonce: l.nonces[from], To: &to, Value: new(big.Int),
			Gas: params.TxGas + 40*uint64(len(data)), GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(1000 * params.GWei), Data: data})
		if err != nil {
			return nil, last, err
		}
		l.nonces[from]++
		raw, err := tx.MarshalBinary()
		if err != nil {
			return nil, last, err
		}
		batch = append(batch, rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{hexutil.Bytes(raw)}, Result: new(common.Hash)})
		last = tx.Hash()
	}
	return batch, last, nil
}
