package rollup

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

const (
	testChain  = 4242
	testGas    = 60_000_000
	testTime   = 1_700_000_000
	testWait   = 20 * time.Second
	childDir   = "TRIDENT_ROLLUP_CHILD"
	childReady = "ready"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		crashChild(dir)
		return
	}
	bridgeLog()
	goleak.VerifyTestMain(m, testutil.LeakOptions()...)
}

// account i is the same in every test and process.
func account(i int) (*ecdsa.PrivateKey, common.Address) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(fmt.Sprintf("rollup test account %d", i))))
	if err != nil {
		panic(err)
	}
	return key, crypto.PubkeyToAddress(key.PublicKey)
}

func testGenesis(accounts int) *core.Genesis {
	alloc := types.GenesisAlloc{}
	for i := range accounts {
		_, addr := account(i)
		alloc[addr] = types.Account{Balance: new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))}
	}
	g, _ := Genesis(testChain, testGas, alloc, testTime)
	return g
}

func open(t testing.TB, cfg Config) *Driver {
	t.Helper()
	d, err := Open(context.Background(), cfg)
	require.NoError(t, err)
	t.Cleanup(func() { shut(t, d) })
	return d
}

func shut(t testing.TB, d *Driver) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), testWait)
	defer cancel()
	require.NoError(t, d.Close(ctx))
}

func newDriver(t testing.TB, accounts int) *Driver {
	t.Helper()
	return open(t, Config{DataDir: t.TempDir(), Genesis: testGenesis(accounts), RPC: "127.0.0.1:0"})
}

// transfer signs a plain transfer of one wei by account i.
func transfer(i int, nonce uint64, to common.Address) *types.Transaction {
	return sign(i, &types.DynamicFeeTx{Nonce: nonce, Gas: params.TxGas, To: &to, Value: big.NewInt(1)})
}

func sign(i int, tx *types.DynamicFeeTx) *types.Transaction {
	key, _ := account(i)
	tx.ChainID = big.NewInt(testChain)
	if tx.GasFeeCap == nil {
		tx.GasFeeCap = big.NewInt(params.GWei)
	}
	if tx.GasTipCap == nil {
		tx.GasTipCap = big.NewInt(1)
	}
	return types.MustSignNewTx(key, types.LatestSignerForChainID(tx.ChainID), tx)
}

func raw(t testing.TB, txs ...*types.Transaction) [][]byte {
	t.Helper()
	out := make([][]byte, len(txs))
	for i, tx := range txs {
		data, err := tx.MarshalBinary()
		require.NoError(t, err)
		out[i] = data
	}
	return out
}

// give adds transactions as a peer would and waits until the pool can execute all of them.
func give(t testing.TB, d *Driver, txs ...*types.Transaction) {
	t.Helper()
	for _, err := range d.AddTransactions(raw(t, txs...)) {
		require.NoError(t, err)
	}
	testutil.Eventually(t, testWait, func() bool {
		return !slices.ContainsFunc(txs, func(tx *types.Transaction) bool {
			return d.pool.Status(tx.Hash()) != txpool.TxStatusPending
		})
	}, "transactions executable")
}

func build(t testing.TB, d *Driver, parent avs.BlockRef) avs.BuiltBlock {
	t.Helper()
	b, err := d.Build(context.Background(), avs.BuildRequest{Parent: parent.Hash, Timestamp: parent.Timestamp + 1, Random: common.Hash{7}})
	require.NoError(t, err)
	return b
}

func head(t testing.TB, d *Driver) avs.BlockRef {
	t.Helper()
	h, err := d.Head(context.Background())
	require.NoError(t, err)
	return h
}

// settle waits until the pool follows the head.
func settle(t testing.TB, d *Driver) {
	t.Helper()
	require.NoError(t, d.pool.Sync())
}

func ethereumQuery(at common.Address) ethereum.FilterQuery {
	return ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{at}}
}

func call(t testing.TB, c *ethclient.Client, at common.Address) uint64 {
	t.Helper()
	out, err := c.CallContract(context.Background(), ethereum.CallMsg{To: &at}, nil)
	require.NoError(t, err)
	return new(big.Int).SetBytes(out).Uint64()
}
