package rollup

import (
	"context"
	"crypto/ecdsa"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/testutil"
)

func TestRPCRefusesBadTransactions(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 2)
	c, err := ethclient.Dial(d.HTTP())
	require.NoError(t, err)
	defer c.Close()
	give(t, d, transfer(1, 0, common.Address{1}))
	require.NoError(t, d.SetHead(ctx, build(t, d, head(t, d)).Ref.Hash))
	settle(t, d)

	key, _ := account(0)
	to := common.Address{1}
	signed := func(chain int64, k *ecdsa.PrivateKey, tx *types.DynamicFeeTx) *types.Transaction {
		tx.ChainID, tx.To = big.NewInt(chain), &to
		tx.GasFeeCap, tx.GasTipCap = big.NewInt(params.GWei), common.Big1
		return types.MustSignNewTx(k, types.LatestSignerForChainID(tx.ChainID), tx)
	}
	poor, err := crypto.GenerateKey()
	require.NoError(t, err)
	spent, _ := account(1)
	for name, test := range map[string]struct {
		tx   *types.Transaction
		want string
	}{
		"chain id":  {signed(testChain+1, key, &types.DynamicFeeTx{Gas: params.TxGas}), "invalid chain id for signer"},
		"nonce low": {signed(testChain, spent, &types.DynamicFeeTx{Gas: params.TxGas}), "nonce too low"},
		"signature": {types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(testChain), Gas: params.TxGas, To: &to,
			GasFeeCap: common.Big1, GasTipCap: common.Big1, V: common.Big0, R: common.Big1, S: new(big.Int).Lsh(common.Big1, 255)}), "invalid sender"},
		"balance":   {signed(testChain, poor, &types.DynamicFeeTx{Gas: params.TxGas}), "insufficient funds for gas * price + value"},
		"gas":       {signed(testChain, key, &types.DynamicFeeTx{Gas: params.TxGas - 1}), "intrinsic gas too low"},
		"too large": {signed(testChain, key, &types.DynamicFeeTx{Gas: params.MaxTxGas + 1}), "transaction gas limit too high"},
		"legacy without chain": {types.MustSignNewTx(key, types.HomesteadSigner{}, &types.LegacyTx{Gas: params.TxGas, To: &to, GasPrice: big.NewInt(params.GWei)}),
			"only replay-protected (EIP-155) transactions allowed over RPC"},
		"blob": {types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(testChain)), &types.BlobTx{BlobHashes: []common.Hash{{1}}}),
			core.ErrTxTypeNotSupported.Error()},
	} {
		require.ErrorContains(t, c.SendTransaction(ctx, test.tx), test.want, name)
	}
	var hash common.Hash
	require.Error(t, c.Client().CallContext(ctx, &hash, "eth_sendRawTransaction", hexutil.Bytes{1, 2}))

	good := transfer(0, 0, to)
	require.NoError(t, c.SendTransaction(ctx, good))
	require.ErrorContains(t, c.SendTransaction(ctx, good), "already known")
	require.ErrorContains(t, c.SendTransaction(ctx, sign(0, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, Value: big.NewInt(9)})),
		"replacement transaction underpriced")
	next, err := c.PendingNonceAt(ctx, crypto.PubkeyToAddress(key.PublicKey))
	require.NoError(t, err)
	require.EqualValues(t, 1, next)
}

func TestOnlyLocalTransactionsAreAnnounced(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 3)
	c, err := ethclient.Dial(d.HTTP())
	require.NoError(t, err)
	defer c.Close()
	got := make(chan [][]byte)
	cancel := d.SubscribeLocal(got)
	defer cancel()
	receive := func() [][]byte {
		t.Helper()
		select {
		case raws := <-got:
			return raws
		case <-time.After(testWait):
			t.Fatal("nothing was announced")
			return nil
		}
	}
	to := common.Address{1}
	remote, local, later := transfer(0, 0, to), transfer(1, 0, to), transfer(2, 1, to)
	give(t, d, remote)
	for _, err := range d.AddTransactions(raw(t, remote)) {
		require.NoError(t, err, "peers repeat themselves")
	}
	require.NoError(t, c.SendTransaction(ctx, local))
	require.Equal(t, raw(t, local), receive(), "what a peer sent is not announced")
	for _, err := range d.AddTransactions(raw(t, local)) {
		require.NoError(t, err)
	}
	require.NoError(t, c.SendTransaction(ctx, later))
	require.Equal(t, raw(t, later), receive(), "one that waits for another is announced too: the other may be elsewhere")
	require.NoError(t, c.SendTransaction(ctx, transfer(2, 0, to)))
	require.Equal(t, raw(t, transfer(2, 0, to)), receive())
	testutil.Eventually(t, testWait, func() bool { return d.pool.Status(later.Hash()) == txpool.TxStatusPending })
	require.NoError(t, c.SendTransaction(ctx, transfer(1, 1, to)))
	require.Equal(t, raw(t, transfer(1, 1, to)), receive(), "none is announced twice")
	require.Len(t, d.LocalTransactions(10), 4)
	require.Len(t, d.LocalTransactions(2), 2)
	require.Empty(t, d.LocalTransactions(0))

	require.NoError(t, d.SetHead(ctx, build(t, d, head(t, d)).Ref.Hash))
	testutil.Eventually(t, testWait, func() bool { return len(d.LocalTransactions(10)) == 0 }, "included ones are forgotten")
	cancel()
	cancel()
}

func TestAddTransactionsErrors(t *testing.T) {
	d := newDriver(t, 1)
	blob := types.MustSignNewTx(mustKey(0), types.LatestSignerForChainID(big.NewInt(testChain)), &types.BlobTx{BlobHashes: []common.Hash{{1}}})
	good := transfer(0, 0, common.Address{1})
	input := append(raw(t, blob, good), []byte{1}, nil, make([]byte, maxPeerTx+1))
	errs := d.AddTransactions(input)
	require.Len(t, errs, len(input))
	require.ErrorIs(t, errs[0], core.ErrTxTypeNotSupported)
	require.NoError(t, errs[1])
	for _, err := range errs[2:] {
		require.ErrorIs(t, err, ErrTransaction)
	}
	require.ErrorIs(t, d.AddTransactions(raw(t, sign(0, &types.DynamicFeeTx{Gas: 1})))[0], core.ErrIntrinsicGas)
}

func mustKey(i int) *ecdsa.PrivateKey {
	key, _ := account(i)
	return key
}

// A receiver that never reads must not hold up the pool, nor the end.
func TestSlowSubscriber(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, 1)
	c, err := ethclient.Dial(d.HTTP())
	require.NoError(t, err)
	defer c.Close()
	d.SubscribeLocal(make(chan [][]byte))
	for n := range uint64(50) {
		require.NoError(t, c.SendTransaction(ctx, transfer(0, n, common.Address{1})))
	}
	testutil.Eventually(t, testWait, func() bool { return len(d.LocalTransactions(100)) == 50 }, "all are listed")
	shut(t, d)
	d.SubscribeLocal(make(chan [][]byte))()
}

func TestLocalTransactionsSurviveARestart(t *testing.T) {
	ctx := context.Background()
	cfg := Config{DataDir: t.TempDir(), Genesis: testGenesis(1)}
	d := open(t, cfg)
	c := ethclient.NewClient(d.Attach())
	require.NoError(t, c.SendTransaction(ctx, transfer(0, 0, common.Address{1})))
	testutil.Eventually(t, testWait, func() bool { return len(d.LocalTransactions(1)) == 1 })
	c.Close()
	shut(t, d)
	d = open(t, cfg)
	testutil.Eventually(t, testWait, func() bool { return len(d.LocalTransactions(1)) == 1 }, "geth takes its journal up within ten seconds")
}

func FuzzDecodeTransaction(f *testing.F) {
	data, err := transfer(0, 0, common.Address{1}).MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:20])
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, data []byte) {
		tx, err := DecodeTransaction(data)
		if err != nil {
			return
		}
		again, err := tx.MarshalBinary()
		require.NoError(t, err)
		require.Equal(t, data, again)
	})
}

func TestWaiting(t *testing.T) {
	ctx := context.Background()
	to := common.Address{1}
	d := newDriver(t, 4)
	a0, a1, gap, b0 := transfer(0, 0, to), transfer(0, 1, to), transfer(1, 1, to), transfer(2, 0, to)
	cheap := sign(3, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, GasFeeCap: big.NewInt(InitialBaseFee / 2)})
	give(t, d, b0)
	give(t, d, a0, a1, cheap)
	require.Equal(t, []error{nil}, d.AddTransactions(raw(t, gap)))
	require.Equal(t, hashesOf(b0, a0, a1), d.Waiting(0, 10), "oldest first; neither one with a gap before it nor one that pays too little")
	require.Equal(t, hashesOf(b0, a0), d.Waiting(0, 2))
	require.Empty(t, d.Waiting(0, 0))
	require.Empty(t, d.Waiting(time.Hour, 10))

	bumped := sign(0, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, GasTipCap: big.NewInt(5), GasFeeCap: big.NewInt(2 * params.GWei)})
	give(t, d, bumped)
	require.Equal(t, hashesOf(b0, bumped, a1), d.Waiting(0, 10), "one that replaced another waits since then, and so do those after it")

	fill := transfer(1, 0, to)
	give(t, d, fill, gap)
	require.Equal(t, hashesOf(b0, bumped, a1, fill, gap), d.Waiting(0, 10), "a gap that was filled counts from then on")

	require.NoError(t, d.SetHead(ctx, build(t, d, head(t, d)).Ref.Hash))
	settle(t, d)
	require.Empty(t, d.Waiting(0, 10))
	shut(t, d)
	require.Empty(t, d.Waiting(0, 10))
}
