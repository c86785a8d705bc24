package rollup

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool"

	"github.com/trident-network/trident/avs"
)

var _ avs.UserPool = (*Driver)(nil)

// AddLocal takes a signed transaction as eth_sendRawTransaction does: it is told to subscribers, and is among the local
// ones while it is pending. One that is known already is no error.
func (d *Driver) AddLocal(ctx context.Context, raw []byte) error {
	leave, err := d.enter()
	if err != nil {
		return err
	}
	defer leave()
	_, err = (&submission{d.eth.APIBackend, &d.local}).SendRawTransaction(ctx, raw)
	if err != nil && !errors.Is(err, txpool.ErrAlreadyKnown) {
		return fmt.Errorf("add transaction: %w", err)
	}
	return nil
}

// NextNonce is the nonce that an account uses next, after what it has in the pool.
func (d *Driver) NextNonce(_ context.Context, account common.Address) (uint64, error) {
	leave, err := d.enter()
	if err != nil {
		return 0, err
	}
	defer leave()
	return d.pool.Nonce(account), nil
}
