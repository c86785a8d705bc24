package localnet

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"log/slog"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/l1"
)

// Settle posts the certificate of a block of the first rollup to Mach on L1, which checks it, and returns the gas that it
// took.
func Settle(ctx context.Context, chain *l1.Client, f *File, key *ecdsa.PrivateKey, number uint64, log *slog.Logger) (uint64, error) {
	return settle(ctx, chain, f, key, block{f.Rollups[0], number}, log)
}

// block is a block of a rollup.
type block struct {
	rollup FileRollup
	number uint64
}

func settle(ctx context.Context, chain *l1.Client, f *File, key *ecdsa.PrivateKey, b block, log *slog.Logger) (uint64, error) {
	operator, err := client.Dial(ctx, f.Operators[0].API)
	if err != nil {
		return 0, err
	}
	defer operator.Close()
	certificate, err := operator.Certificate(ctx, b.rollup.ID.Hex(), client.Number(b.number))
	if err != nil {
		return 0, fmt.Errorf("get the certificate of block %d: %w", b.number, err)
	}
	value, err := certificate.Value()
	if err != nil {
		return 0, err
	}
	data, err := l1.PackSubmit(value)
	if err != nil {
		return 0, err
	}
	memory, err := store.Memory()
	if err != nil {
		return 0, err
	}
	defer memory.Close()
	manager := l1.NewTxManager(chain, key, memory.Space, clock.Real(), log, l1.TxOptions{Poll: probePoll, Confirmations: 1})
	receipt, err := manager.Send(ctx, l1.Call{Label: fmt.Sprintf("settle block %d", b.number), To: f.Contracts["Mach"], Data: data})
	if err != nil {
		return 0, err
	}
	return receipt.GasUsed, nil
}
