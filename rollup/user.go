package rollup

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool"

	"github.com/trident-network/trident/avs"
)

var _ avs.UserPool = (*Driver)(nil)

// AddLocal takes a signed transaction as eth_sendRawTransaction does: it is told to subscribers, and is among the local
// ones while it is pending. One that is known already is no error.
func (d *Driver) AddLocal(ctx context.Context, raw []byte) error {
	if _, err := d.SendRawTransaction(ctx, raw); err != nil && !errors.Is(err, txpool.ErrAlreadyKnown) {
		return err
	}
	return nil
}

// SendRawTransaction is eth_sendRawTransaction.
func (d *Driver) SendRawTransaction(ctx context.Context, raw []byte) (common.Hash, error) {
	leave, err := d.enter()
	if err != nil {
		return common.Hash{}, err
	}
	defer leave()
	return (&submission{d.eth.APIBackend, &d.local}).SendRawTransaction(ctx, raw)
}

// NextNonce is the nonce that an account uses next, after what it has in the pool.
func (d *Driver) NextNonce(_ context.Context, account common.Address) (uint64, error) {
	leave, err := d.enter()
	if err != nil {
		return 0, err
	}
	defer leave()
	return d.pool.PoolNonce(account), nil // Nonce leaves the pool out, and reads one state from several goroutines
}
