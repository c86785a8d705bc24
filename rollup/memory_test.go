package rollup

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
)

// What is reached for inside geth is still there, and still has the effect.
func TestMemoryBoundsHold(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 1)
	require.NotNil(t, d.recent.geth)
	parent := head(t, d)
	var roots []common.Hash
	for n := range uint64(2 * keptLayers) {
		give(t, d, transfer(0, n, common.BigToAddress(big.NewInt(1<<40+int64(n)))))
		b := build(t, d, parent)
		require.NoError(t, d.SetHead(ctx, b.Ref.Hash))
		settle(t, d)
		require.LessOrEqual(t, d.recent.geth.Len(), recentBlocks+1) // one that geth read by itself may be there
		parent, roots = b.Ref, append(roots, b.Ref.StateRoot)
	}
	require.False(t, d.chain.HasState(roots[0]))
	for _, root := range roots[keptLayers:] {
		require.True(t, d.chain.HasState(root))
	}
	h := &types.Header{Number: big.NewInt(1), ParentHash: d.GenesisHash()}
	require.Nil(t, d.block(h))
}
