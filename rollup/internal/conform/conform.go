// Package conform is the suite that every execution driver of a rollup passes, embedded or external. It holds them to the
// ports of package avs, and to each other: what one builds, the other imports with the same roots, and what members ask
// about a block gets the same answers.
package conform

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/rollup"
)

const (
	chainID  = 4243
	gasLimit = 30_000_000
	wait     = 60 * time.Second
	began    = 1_700_000_000
)

// Client is what a driver offers.
type Client interface {
	avs.Executor
	avs.ForcedChecker
	avs.InclusionChecker
	avs.TxPool
	avs.TxSource
	Block(ctx context.Context, number uint64) ([]byte, avs.BlockRef, error)
	Submit(ctx context.Context, raw [][]byte) []error
	HTTP() string
}

// Driver is a driver under test.
type Driver struct {
	// Open starts a client that closes with the test. The fee recipient is the only one that it may accept.
	Open func(t *testing.T, g *core.Genesis, recipient *common.Address) Client
	// Picks says that it can put transactions first and leave senders out.
	Picks bool
	// Ahead says that it builds on imported blocks that are not its head.
	Ahead bool
}

// Genesis is that of the suite's rollup.
func Genesis() *core.Genesis {
	alloc := types.GenesisAlloc{}
	for i := range 8 {
		_, addr := account(i)
		alloc[addr] = types.Account{Balance: new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))}
	}
	g, _ := rollup.Genesis(chainID, gasLimit, alloc, began)
	return g
}

var vault = common.Address{0xfe, 0xe5}

// Run runs the suite.
func Run(t *testing.T, d Driver) {
	t.Run("follow", func(t *testing.T) { follow(t, d) })
	t.Run("lead", func(t *testing.T) { lead(t, d) })
	t.Run("pool", func(t *testing.T) { testPool(t, d) })
	t.Run("check", func(t *testing.T) { check(t, d) })
}

// reference is the embedded driver, against which a client is held.
func reference(t *testing.T) *rollup.Driver {
	t.Helper()
	d, err := rollup.Open(t.Context(), rollup.Config{DataDir: t.TempDir(), Genesis: Genesis(), FeeRecipient: &vault})
	require.NoError(t, err)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		defer cancel()
		require.NoError(t, d.Close(ctx))
	})
	return d
}

func account(i int) (*ecdsa.PrivateKey, common.Address) {
	key, err := crypto.ToECDSA(crypto.Keccak256(fmt.Appendf(nil, "conformance account %d", i)))
	if err != nil {
		panic(err)
	}
	return key, crypto.PubkeyToAddress(key.PublicKey)
}

func sign(i int, tx *types.DynamicFeeTx) *types.Transaction {
	key, _ := account(i)
	tx.ChainID = big.NewInt(chainID)
	if tx.GasFeeCap == nil {
		tx.GasFeeCap = big.NewInt(params.GWei)
	}
	if tx.GasTipCap == nil {
		tx.GasTipCap = big.NewInt(1)
	}
	if tx.Gas == 0 {
		tx.Gas = params.TxGas
	}
	return types.MustSignNewTx(key, types.LatestSignerForChainID(tx.ChainID), tx)
}

var someone = common.Address{0xaa}

// transfer is one wei of account i, with a tip.
func transfer(i int, nonce uint64, tip int64) *types.Transaction {
	return sign(i, &types.DynamicFeeTx{Nonce: nonce, To: &someone, Value: big.NewInt(1), GasTipCap: big.NewInt(tip)})
}

func raw(t *testing.T, txs ...*types.Transaction) [][]byte {
	t.Helper()
	out := make([][]byte, len(txs))
	for i, tx := range txs {
		data, err := tx.MarshalBinary()
		require.NoError(t, err)
		out[i] = data
	}
	return out
}

func hashes(txs ...*types.Transaction) []common.Hash {
	out := make([]common.Hash, len(txs))
	for i, tx := range txs {
		out[i] = tx.Hash()
	}
	return out
}

// give adds transactions as a peer would, and waits until all are executable.
func give(t *testing.T, c avs.TxPool, txs ...*types.Transaction) {
	t.Helper()
	for _, err := range c.AddTransactions(raw(t, txs...)) {
		require.NoError(t, err)
	}
	testutil.Eventually(t, wait, func() bool {
		in := map[common.Hash]bool{}
		for _, h := range c.Waiting(0, 1000) {
			in[h] = true
		}
		for _, tx := range txs {
			if !in[tx.Hash()] {
				return false
			}
		}
		return true
	}, "transactions executable")
}

// request asks for a block on a parent, with all that L1 brings.
func request(parent avs.BlockRef) avs.BuildRequest {
	n := byte(parent.Number + 1)
	return avs.BuildRequest{Parent: parent.Hash, Timestamp: parent.Timestamp + 1, Random: common.Hash{7, n}, FeeRecipient: vault, BeaconRoot: common.Hash{0xbe, n},
		MaxBytes: 100_000}
}

func deposits(n uint64) []*types.Withdrawal {
	return []*types.Withdrawal{{Index: n, Address: common.Address{0xde}, Amount: 5}, {Index: n + 1, Address: someone, Amount: 6}}
}

func head(t *testing.T, c avs.Executor) avs.BlockRef {
	t.Helper()
	h, err := c.Head(t.Context())
	require.NoError(t, err)
	return h
}

func decode(t *testing.T, body []byte) *types.Block {
	t.Helper()
	b, err := rollup.DecodeBody(body)
	require.NoError(t, err)
	return b
}

func dial(t *testing.T, c Client) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(t.Context(), c.HTTP())
	require.NoError(t, err)
	t.Cleanup(client.Close)
	return client
}
