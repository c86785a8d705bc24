package node

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/txpool"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// served is what followers get from this operator. It implements api.Batches.
type served struct {
	network *Network
	parts   *parts
}

func (s served) rollup(id avs.RollupID) *rollupParts {
	for i := range s.parts.rollups {
		if s.parts.rollups[i].rollup.ID == id {
			return &s.parts.rollups[i]
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

// Genesis gives the genesis of the network file.
func (s served) Genesis(id avs.RollupID) ([]byte, bool, error) {
	for _, r := range s.network.Rollups {
		if r.Genesis != nil && s.network.Rollup(r).ID == id {
			data, err := json.Marshal(r.Genesis)
			return data, err == nil, err
		}
	}
	return nil, false, nil
}

// Submit hands transactions to the rollup's own RPC, so that they are this operator's to forward until they are included.
func (s served) Submit(ctx context.Context, id avs.RollupID, raw [][]byte) ([]error, bool) {
	r := s.rollup(id)
	if r == nil {
		return nil, false
	}
	return submitLocally(ctx, r.driver, raw), true
}

// submitLocally sends transactions as a user would. One that the pool has already is no error.
func submitLocally(ctx context.Context, driver *rollup.Driver, raw [][]byte) []error {
	client := driver.Attach()
	defer client.Close()
	errs := make([]error, len(raw))
	for i, tx := range raw {
		var hash common.Hash
		err := client.CallContext(ctx, &hash, "eth_sendRawTransaction", hexutil.Bytes(tx))
		if err != nil && !strings.Contains(err.Error(), txpool.ErrAlreadyKnown.Error()) { // errors lose their type on this way
			errs[i] = fmt.Errorf("send transaction: %w", err)
		}
	}
	return errs
}
