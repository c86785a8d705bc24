package localnet

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/node"
)

func address(i int) common.Address { return crypto.PubkeyToAddress(accountKeys()[i].PublicKey) }

func callMsg(to common.Address, data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &to, Data: data}
}

// sendFrom sends a transaction of account 1 and waits for its receipt.
func sendFrom(t *testing.T, url string, to *common.Address, data []byte) *types.Receipt {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := dial(t, url)
	nonce, err := c.PendingNonceAt(ctx, address(1))
	require.NoError(t, err)
	mined, err := c.NonceAt(ctx, address(1), nil)
	require.NoError(t, err)
	nonce = max(nonce, mined) // the pool follows a new head a moment later
	tx := types.MustSignNewTx(accountKeys()[1], types.LatestSignerForChainID(big.NewInt(rollupChainID)), &types.DynamicFeeTx{
		ChainID: big.NewInt(rollupChainID), Nonce: nonce, To: to, Data: data, Gas: 3_000_000, GasTipCap: big.NewInt(params.GWei),
		GasFeeCap: big.NewInt(100 * params.GWei)})
	require.NoError(t, c.SendTransaction(ctx, tx))
	receipt, err := awaitReceipt(ctx, c, tx.Hash())
	require.NoError(t, err)
	require.Equal(t, types.ReceiptStatusSuccessful, receipt.Status)
	return receipt
}

// sendOnly sends a transfer of account 2 and does not wait.
func sendOnly(t *testing.T, c *ethclient.Client) common.Hash {
	t.Helper()
	tx, err := transfer(context.Background(), c, accountKeys()[2])
	require.NoError(t, err)
	require.NoError(t, c.SendTransaction(context.Background(), tx))
	return tx.Hash()
}

func status(t *testing.T, n *Network, name string) *node.Status {
	t.Helper()
	for _, o := range n.Status(context.Background()).Operators {
		if o.Name == name {
			require.NotNil(t, o.Node, "%s: %s", name, o.Error)
			return o.Node
		}
	}
	t.Fatalf("no operator %s", name)
	return nil
}

// leaderName is the operator that leads the slot of now.
func leaderName(t *testing.T, n *Network) string {
	t.Helper()
	leader := status(t, n, "operator-1").Rollups[0].Leader
	for _, o := range n.File().Operators {
		if o.Address == leader {
			return o.Name
		}
	}
	t.Fatalf("leader %s is no operator", leader)
	return ""
}

func restart(t *testing.T, n *Network, name string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	require.NoError(t, n.Restart(ctx, name))
	peers := len(n.seats()) - 1 - len(n.killed)
	testutil.Eventually(t, patience, func() bool { return len(status(t, n, name).Peers) >= peers }, "peers of", name)
}
