package localnet

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
)

// Tiers are the times from eth_sendRawTransaction until an operator reports each tier.
type Tiers struct {
	Hash      common.Hash
	Block     uint64
	Ordered   time.Duration // at the operator that it was sent to: `latest` has it
	Certified time.Duration // at every operator: `finalized` has it
	Settled   time.Duration // L1 has the certificate; 0 when that was not asked for
}

// probePoll is short beside any tier; the probe is the measurement.
const probePoll = 2 * time.Millisecond

// SendProbe sends one transfer from the key to a rollup RPC and follows it until every operator reports it certified.
func SendProbe(ctx context.Context, key *ecdsa.PrivateKey, rpcs []string) (Tiers, error) {
	clients := make([]*ethclient.Client, len(rpcs))
	for i, url := range rpcs {
		c, err := ethclient.DialContext(ctx, url)
		if err != nil {
			return Tiers{}, fmt.Errorf("dial rollup %s: %w", url, err)
		}
		defer c.Close()
		clients[i] = c
	}
	tx, err := transfer(ctx, clients[0], key)
	if err != nil {
		return Tiers{}, err
	}
	t := Tiers{Hash: tx.Hash()}
	start := time.Now()
	if err := clients[0].SendTransaction(ctx, tx); err != nil {
		return t, fmt.Errorf("send transaction to %s: %w", rpcs[0], err)
	}
	receipt, err := awaitReceipt(ctx, clients[0], tx.Hash())
	if err != nil {
		return t, err
	}
	t.Ordered, t.Block = time.Since(start), receipt.BlockNumber.Uint64()
	if receipt.Status != types.ReceiptStatusSuccessful {
		return t, fmt.Errorf("transaction %s failed in block %d", tx.Hash(), t.Block)
	}
	for _, c := range clients {
		if err := awaitFinalized(ctx, c, t.Block); err != nil {
			return t, err
		}
	}
	t.Certified = time.Since(start)
	return t, nil
}

// balanceAt is the balance of an account at a rollup RPC.
func balanceAt(ctx context.Context, url string, account common.Address) (*big.Int, error) {
	c, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("dial rollup %s: %w", url, err)
	}
	defer c.Close()
	return c.BalanceAt(ctx, account, nil)
}

// transfer is a signed transfer of one wei to the sender itself.
func transfer(ctx context.Context, c *ethclient.Client, key *ecdsa.PrivateKey) (*types.Transaction, error) {
	from := crypto.PubkeyToAddress(key.PublicKey)
	chainID, err := c.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("read chain id: %w", err)
	}
	nonce, err := c.PendingNonceAt(ctx, from)
	if err != nil {
		return nil, fmt.Errorf("read nonce: %w", err)
	}
	head, err := c.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("read head: %w", err)
	}
	fee := new(big.Int).Add(new(big.Int).Mul(head.BaseFee, big.NewInt(2)), big.NewInt(params.GWei))
	return types.SignNewTx(key, types.LatestSignerForChainID(chainID), &types.DynamicFeeTx{ChainID: chainID, Nonce: nonce, To: &from,
		Value: big.NewInt(1), Gas: params.TxGas, GasTipCap: big.NewInt(params.GWei), GasFeeCap: fee})
}

func awaitReceipt(ctx context.Context, c *ethclient.Client, hash common.Hash) (*types.Receipt, error) {
	for {
		receipt, err := c.TransactionReceipt(ctx, hash)
		if err == nil {
			return receipt, nil
		}
		if err := sleep(ctx, probePoll); err != nil {
			return nil, fmt.Errorf("wait for transaction %s to be ordered: %w", hash, err)
		}
	}
}

func awaitFinalized(ctx context.Context, c *ethclient.Client, number uint64) error {
	for {
		h, err := c.HeaderByNumber(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
		if err == nil && h.Number.Uint64() >= number {
			return nil
		}
		if err := sleep(ctx, probePoll); err != nil {
			return fmt.Errorf("wait for block %d to be certified: %w", number, err)
		}
	}
}
