package conform

import (
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/rollup"
)

// testPool has users and peers add transactions.
func testPool(t *testing.T, d Driver) {
	ctx := t.Context()
	c := d.Open(t, Genesis(), &vault)
	client := dial(t, c)
	got := make(chan [][]byte)
	cancel := c.SubscribeLocal(got)
	defer cancel()
	remote, local, cheap := transfer(0, 0, 1), transfer(1, 0, 1), sign(2, &types.DynamicFeeTx{To: &someone, GasFeeCap: big.NewInt(rollup.InitialBaseFee / 2)})
	give(t, c, remote)
	receive(t, c.Work())
	for _, err := range c.AddTransactions(raw(t, remote)) {
		require.NoError(t, err, "peers repeat themselves")
	}
	_ = client.SendTransaction(ctx, cheap) // clients may keep it or not
	require.Equal(t, []error{nil, nil}, c.Submit(ctx, raw(t, local, local)))
	next := func() (out []common.Hash) {
		for _, data := range receive(t, got) {
			tx, err := rollup.DecodeTransaction(data)
			require.NoError(t, err)
			if tx.Hash() != cheap.Hash() {
				out = append(out, tx.Hash())
			}
		}
		return out
	}
	var told []common.Hash
	for len(told) == 0 {
		told = next()
	}
	require.Equal(t, hashes(local), told, "what a peer sent is not announced")
	receive(t, c.Work())
	testutil.Eventually(t, wait, func() bool { return len(c.Waiting(0, 9)) == 2 })
	require.ElementsMatch(t, hashes(remote, local), c.Waiting(0, 9))
	require.Len(t, c.Waiting(0, 1), 1)
	require.Empty(t, c.Waiting(time.Hour, 9))
	for _, data := range c.LocalTransactions(9) {
		require.NotEqual(t, raw(t, remote)[0], data)
	}
	require.Contains(t, c.LocalTransactions(9), raw(t, local)[0])
	require.Empty(t, c.LocalTransactions(0))
	require.Equal(t, raw(t, local, remote), c.Transactions(append(hashes(local), common.Hash{1}, remote.Hash())))
	refused(t, c)

	r := request(head(t, c))
	built, err := c.Build(ctx, r)
	require.NoError(t, err)
	require.Equal(t, 2, built.Ref.Transactions)
	require.NoError(t, c.SetHead(ctx, built.Ref.Hash))
	testutil.Eventually(t, wait, func() bool { return len(c.Waiting(0, 9)) == 0 }, "what is ordered waits no more")
	cancel()
	cancel()
}

func refused(t *testing.T, c avs.TxPool) {
	key, _ := account(0)
	blob := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(chainID)), &types.BlobTx{BlobHashes: []common.Hash{{1}}})
	good := transfer(3, 1, 1) // with a gap before it
	errs := c.AddTransactions(append(raw(t, blob, sign(99, &types.DynamicFeeTx{To: &someone}), sign(3, &types.DynamicFeeTx{Gas: params.TxGas - 1, To: &someone}), good), []byte{1}, nil))
	require.Len(t, errs, 6)
	for i, err := range errs {
		require.Equal(t, i == 3, err == nil, "%d: %v", i, err)
	}
}

func receive[T any](t *testing.T, from <-chan T) (v T) {
	t.Helper()
	select {
	case v = <-from:
	case <-time.After(wait):
		t.Fatal("nothing came")
	}
	return v
}
