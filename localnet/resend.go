package localnet

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/l1"
)

// resendAfter is how long transactions may wait for a block before they are sent again.
const resendAfter = 2 * time.Second

// resender is an L1 for a set-up. What is sent and not mined after a while is sent again: anvil with a block time forgets
// transactions that do not fit into its next block, and any node may. It may be used from any goroutine.
type resender struct {
	*l1.Client

	mu      sync.Mutex
	waiting []*types.Transaction // in the order of sending
	last    time.Time            // of sending
}

// SendTransaction sends and remembers.
func (r *resender) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	if err := r.Client.SendTransaction(ctx, tx); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.waiting, r.last = append(r.waiting, tx), time.Now()
	return nil
}

// TransactionReceipt asks for a receipt; when there is none, this may be the time to send again.
func (r *resender) TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	receipt, err := r.Client.TransactionReceipt(ctx, hash)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err == nil {
		r.waiting = withoutHash(r.waiting, hash)
	}
	if !errors.Is(err, ethereum.NotFound) || time.Since(r.last) < resendAfter {
		return receipt, err
	}
	for _, tx := range r.waiting {
		// Refused is what is in the pool or in a block already; whoever waits for another tells why in time.
		_ = r.Client.SendTransaction(ctx, tx)
	}
	r.last = time.Now()
	return receipt, err
}

func withoutHash(list []*types.Transaction, hash common.Hash) []*types.Transaction {
	for i, tx := range list {
		if tx.Hash() == hash {
			return append(list[:i:i], list[i+1:]...)
		}
	}
	return list
}
