package node

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"

	"github.com/trident-network/trident/avs"
)

// served is what followers get from this operator. It implements api.Batches.
type served struct {
	home  string
	parts *parts
}

// rollup is a rollup whose execution client is open; nil if there is none.
func (s served) rollup(id avs.RollupID) *rollupParts {
	if h := s.parts.rollups.find(id); h != nil {
		if rp := h.open(); rp != nil && rp.squad != nil {
			return rp
		}
	}
	return nil
}

// Batch gives what SQUAD keeps, and where that is pruned the block of the execution client.
func (s served) Batch(ctx context.Context, id avs.RollupID, number uint64) (avs.Batch, bool, error) {
	r := s.rollup(id)
	if r == nil {
		return avs.Batch{}, false, nil
	}
	batch, found, err := r.squad.Batch(number)
	if err != nil || found {
		return batch, found, err
	}
	ordered, found, err := s.parts.consensus.Ordered(id, number)
	if err != nil || !found {
		return avs.Batch{}, false, err
	}
	body, _, err := r.driver.Block(ctx, number)
	if err != nil || ordered.Header.Header.CheckBody(body) != nil {
		return avs.Batch{}, false, nil // not executed here yet, or it is from before this operator's own beginning
	}
	return avs.Batch{Header: ordered.Header, Body: body}, true, nil
}

// Genesis gives the genesis of the network file, or that of the home directory for a rollup that came later.
func (s served) Genesis(id avs.RollupID) ([]byte, bool, error) {
	h := s.parts.rollups.find(id)
	if h == nil {
		return nil, false, nil
	}
	if h.genesis != nil {
		data, err := json.Marshal(h.genesis)
		return data, err == nil, err
	}
	data, err := os.ReadFile(GenesisPath(s.home, h.rollup.GenesisHash))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	return data, err == nil, err
}

// Submit hands transactions to the rollup's own RPC, so that they are this operator's to forward until they are included.
func (s served) Submit(ctx context.Context, id avs.RollupID, raw [][]byte) ([]error, bool) {
	r := s.rollup(id)
	if r == nil {
		return nil, false
	}
	return r.driver.Submit(ctx, raw), true
}
