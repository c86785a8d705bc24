package rollup

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool"

	"github.com/trident-network/trident/avs"
)

var _ avs.TxSource = (*Driver)(nil)

// Transactions are those of the pool with the given hashes, in their order.
func (d *Driver) Transactions(hashes []common.Hash) [][]byte {
	leave, err := d.enter()
	if err != nil {
		return nil
	}
	defer leave()
	var out [][]byte
	for _, h := range hashes {
		tx := d.pool.Get(h)
		if tx == nil {
			continue
		}
		if data, err := tx.MarshalBinary(); err == nil {
			out = append(out, data)
		}
	}
	return out
}

// Submit takes transactions as eth_sendRawTransaction does: they are this operator's to forward. One that the pool has
// already is no error.
func (d *Driver) Submit(ctx context.Context, raw [][]byte) []error {
	errs := make([]error, len(raw))
	leave, err := d.enter()
	if err == nil {
		defer leave()
	}
	s := submission{d.eth.APIBackend, &d.local}
	for i, data := range raw {
		if err != nil {
			errs[i] = err
		} else if _, err := s.SendRawTransaction(ctx, data); err != nil && !errors.Is(err, txpool.ErrAlreadyKnown) {
			errs[i] = fmt.Errorf("send transaction: %w", err)
		}
	}
	return errs
}
