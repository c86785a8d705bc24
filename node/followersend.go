package node

import (
	"context"
	"time"

	"github.com/trident-network/trident/api/client"
)

const (
	// offerAgain is the pace at which transactions that are not included yet are offered to the next operator.
	offerAgain = 2 * time.Second
	// offerAtOnce bounds what is offered again in one round; the rest follows as these are included.
	offerAtOnce = 4096
	// sendTimeout bounds one request with transactions.
	sendTimeout = 5 * time.Second
	// txOverhead is more than RLP adds to a transaction.
	txOverhead = 9
)

// forward sends what enters by this node's RPC to an operator, and again to another one until it is in a certified block.
func (f *Follower) forward(ctx context.Context) error {
	local := make(chan [][]byte, 64)
	stop := f.driver.SubscribeLocal(local)
	defer stop()
	ticker := f.clock.NewTicker(offerAgain)
	defer ticker.Stop()
	for turn := uint64(0); ; {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case raw := <-local:
			f.send(ctx, turn, raw)
		case <-ticker.Chan():
			turn++
			f.send(ctx, turn, f.driver.LocalTransactions(offerAtOnce))
		}
	}
}

// send hands transactions to the first operator that takes the request.
func (f *Follower) send(ctx context.Context, turn uint64, raw [][]byte) {
	for len(raw) > 0 && ctx.Err() == nil {
		var batch [][]byte
		batch, raw = fitting(raw)
		if len(batch) == 0 {
			continue
		}
		for _, one := range f.peers.order(turn) {
			words, err := f.sendTo(ctx, one, batch)
			if err != nil {
				f.peers.rest(one, restFailed)
				f.log.Debug("send transactions", "operator", one.URL(), "err", err)
				continue
			}
			for _, why := range words {
				if why != "" {
					f.log.Debug("operator does not take a transaction", "operator", one.URL(), "err", why)
				}
			}
			f.meters.sent.Add(float64(len(batch)))
			break
		}
	}
}

func (f *Follower) sendTo(ctx context.Context, one *source, batch [][]byte) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, sendTimeout)
	defer cancel()
	return one.SendTransactions(ctx, f.rollup, batch)
}

// fitting splits off what one request carries. A transaction beyond that is left out: no block could hold it either.
func fitting(raw [][]byte) (batch, rest [][]byte) {
	size := txOverhead
	for i, tx := range raw {
		if len(tx)+2*txOverhead > client.MaxTransactions {
			continue
		}
		if size += len(tx) + txOverhead; size > client.MaxTransactions {
			return batch, raw[i:]
		}
		batch = append(batch, tx)
	}
	return batch, nil
}
