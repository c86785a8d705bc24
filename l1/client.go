package l1

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
)

// Sentinels of a Client.
var (
	ErrUnreachable    = errors.New("l1 cannot be reached")
	ErrWrongChain     = errors.New("l1 is another chain")
	ErrFinalityBroken = errors.New("l1 reverted a finalised block")
)

// dialTimeout bounds the first contact with an L1.
const dialTimeout = 10 * time.Second

// Client is an Ethereum client that is known to be on the right chain.
type Client struct {
	*ethclient.Client
	chainID uint64
	url     string
}

// Open makes a client for an L1 that should have the given chain id, without asking it: a node that has read L1 before
// starts without it. Over HTTP nothing is sent; other transports connect.
func Open(ctx context.Context, url string, wantChain uint64) (*Client, error) {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	raw, err := rpc.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("dial l1 %s: %w: %w; check the URL and that the node runs", url, ErrUnreachable, err)
	}
	return &Client{Client: ethclient.NewClient(raw), url: url, chainID: wantChain}, nil
}

// Dial connects to an L1 and checks its chain id; wantChain 0 takes any.
func Dial(ctx context.Context, url string, wantChain uint64) (*Client, error) {
	c, err := Open(ctx, url, wantChain)
	if err != nil {
		return nil, err
	}
	if err := c.Verify(ctx); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// Verify asks the L1 for its chain id and compares it with the one that Open was given.
func (c *Client) Verify(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	id, err := c.Client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("ask l1 %s for its chain id: %w: %w; check the URL and that the node runs", c.url, ErrUnreachable, err)
	}
	if c.chainID != 0 && id.Uint64() != c.chainID {
		return fmt.Errorf("%w: %s has chain id %s, this network is on %d; give the right --l1 URL", ErrWrongChain, c.url, id, c.chainID)
	}
	c.chainID = id.Uint64()
	return nil
}

// HashAt is the hash of a block by number.
func (c *Client) HashAt(ctx context.Context, number uint64) (common.Hash, error) {
	h, err := c.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return common.Hash{}, fmt.Errorf("read l1 block %d: %w", number, err)
	}
	return h.Hash(), nil
}

// NetworkID is the chain id.
func (c *Client) NetworkID() uint64 { return c.chainID }

// URL is what Dial was given.
func (c *Client) URL() string { return c.url }

// RequireCode fails unless there is a contract at the address.
func (c *Client) RequireCode(ctx context.Context, name string, at common.Address) error {
	code, err := c.CodeAt(ctx, at, nil)
	if err != nil {
		return fmt.Errorf("read code of %s at %s: %w", name, at, err)
	}
	if len(code) == 0 {
		return fmt.Errorf("%w: no %s at %s on chain %d; this network was made on another L1", ErrWrongChain, name, at, c.chainID)
	}
	return nil
}

// Finalized is the newest finalised header.
func (c *Client) Finalized(ctx context.Context) (*types.Header, error) {
	h, err := c.HeaderByNumber(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
	if err != nil {
		return nil, fmt.Errorf("read finalised l1 header: %w", err)
	}
	return h, nil
}
