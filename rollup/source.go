package rollup

import (
	"github.com/ethereum/go-ethereum/common"

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
