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

// Dial connects to an L1 and checks its chain id; wantChain 0 takes any.
func Dial(ctx context.Context, url string, wantChain uint64) (*Client, error) {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	raw, err := rpc.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("dial l1 %s: %w: %w; check the URL and that the node runs", url, ErrUnreachable, err)
	}
	c := &Client{Client: ethclient.NewClient(raw), url: url}
	id, err := c.Client.ChainID(ctx)
	if err != nil {
		c.Close()
		return nil, fmt.Errorf("ask l1 %s for its chain id: %w: %w; check the URL and that the node runs", url, ErrUnreachable, err)
	}
	c.chainID = id.Uint64()
	if wantChain != 0 && c.chainID != wantChain {
		c.Close()
		return nil, fmt.Errorf("%w: %s has chain id %d, this network is on %d; give the right --l1 URL", ErrWrongChain, url, c.chainID, wantChain)
	}
	return c, nil
}

// NetworkID is the chain id that Dial found.
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
