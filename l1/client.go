package l1

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"sync/atomic"
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

const (
	dialTimeout = 10 * time.Second // of the first contact with an L1
	callTimeout = 30 * time.Second // of a request over HTTP: an endpoint that takes it and stays silent is away
)

// Client is an Ethereum client that is known to be on the right chain.
type Client struct {
	*ethclient.Client
	http    *http.Client
	url     string // its public form
	chainID atomic.Uint64
}

// Open makes a client for an L1 that should have the given chain id, without asking it: a node that has read L1 before
// starts without it. Over HTTP nothing is sent; other transports connect.
func Open(ctx context.Context, url string, wantChain uint64) (*Client, error) {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	client, dial := newHTTP(url)
	raw, err := rpc.DialOptions(ctx, dial, rpc.WithHTTPClient(client))
	if err != nil {
		return nil, fmt.Errorf("dial l1 %s: %w: %w; check the URL and that the node runs", publicURL(url), ErrUnreachable, err)
	}
	c := &Client{Client: ethclient.NewClient(raw), http: client, url: publicURL(url)}
	c.chainID.Store(wantChain)
	return c, nil
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

// Close ends the connections.
func (c *Client) Close() {
	c.Client.Close()
	c.http.CloseIdleConnections()
}

// Verify asks the L1 for its chain id and compares it with the one that Open was given.
func (c *Client) Verify(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	id, err := c.Client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("ask l1 %s for its chain id: %w: %w; check the URL and that the node runs", c.url, ErrUnreachable, err)
	}
	want := c.chainID.Load()
	if want != 0 && (!id.IsUint64() || id.Uint64() != want) {
		return fmt.Errorf("%w: %s has chain id %s, this network is on %d; give the right --l1 URL", ErrWrongChain, c.url, id, want)
	}
	c.chainID.Store(id.Uint64())
	return nil
}

// NetworkID is the chain id.
func (c *Client) NetworkID() uint64 { return c.chainID.Load() }

// URL names the L1 in logs and errors: scheme and host, without what may be a key.
func (c *Client) URL() string { return c.url }

// HashAt is the hash of a block by number.
func (c *Client) HashAt(ctx context.Context, number uint64) (common.Hash, error) {
	h, err := c.headerAt(ctx, number)
	if err != nil {
		return common.Hash{}, err
	}
	return h.Hash(), nil
}

// Head is a block with what else consensus takes from its header.
type Head struct {
	Block
	Randao common.Hash // prevRandao
}

// HeadAt is the head of the chain as it was with a block.
func (c *Client) HeadAt(ctx context.Context, number uint64) (Head, error) {
	h, err := c.headerAt(ctx, number)
	if err != nil {
		return Head{}, err
	}
	return Head{Block{Number: number, Hash: h.Hash(), Time: h.Time}, h.MixDigest}, nil
}

func (c *Client) headerAt(ctx context.Context, number uint64) (*types.Header, error) {
	h, err := c.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return nil, fmt.Errorf("%w: read l1 block %d: %w", ErrUnreachable, number, err)
	}
	return h, nil
}

// Finalized is the newest finalised header.
func (c *Client) Finalized(ctx context.Context) (*types.Header, error) {
	h, err := c.HeaderByNumber(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
	if err != nil {
		return nil, fmt.Errorf("%w: read finalised l1 header: %w", ErrUnreachable, err)
	}
	return h, nil
}

// RequireCode fails unless there is a contract at the address.
func (c *Client) RequireCode(ctx context.Context, name string, at common.Address) error {
	code, err := c.CodeAt(ctx, at, nil)
	if err != nil {
		return fmt.Errorf("%w: read code of %s at %s: %w", ErrUnreachable, name, at, err)
	}
	if len(code) == 0 {
		return fmt.Errorf("%w: no %s at %s on chain %d; this network was made on another L1", ErrWrongChain, name, at, c.NetworkID())
	}
	return nil
}

// answered says that the L1 itself gave the error: it is there and refuses. Else it may or may not have got the request.
func answered(err error) bool {
	var refusal rpc.Error
	return errors.As(err, &refusal)
}

// away marks an error that the L1 did not give as ErrUnreachable.
func away(err error) error {
	if answered(err) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrUnreachable, err)
}
