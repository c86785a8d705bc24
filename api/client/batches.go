package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

const (
	// MaxTransactions bounds the bytes of one request with transactions.
	MaxTransactions = 512 << 10
	// maxBatch is more than an encoded batch.
	maxBatch = avs.MaxBodySize + 4<<10
	// maxGenesis bounds a genesis: some 100,000 accounts.
	maxGenesis = 16 << 20
	// maxWords bounds what is read of an error.
	maxWords = 1 << 10
)

// Batch fetches the ordered batch of a block number with its body. Nothing but the body against its header is checked:
// the caller compares the block with a certificate.
func (c *Client) Batch(ctx context.Context, rollup string, number uint64) (avs.Batch, error) {
	data, err := c.get(ctx, maxBatch, "squad", rollup, "batches", strconv.FormatUint(number, 10))
	if err != nil {
		return avs.Batch{}, fmt.Errorf("fetch batch %d: %w", number, err)
	}
	return avs.DecodeBatch(data)
}

// RollupGenesis fetches a rollup's genesis in the JSON of geth. The caller compares its hash with one that it knows.
func (c *Client) RollupGenesis(ctx context.Context, rollup string) ([]byte, error) {
	data, err := c.get(ctx, maxGenesis, "squad", rollup, "genesis")
	if err != nil {
		return nil, fmt.Errorf("fetch genesis: %w", err)
	}
	return data, nil
}

// SendTransactions hands raw transactions to the operator as if they came by its rollup RPC: for each "" or why it was
// not taken. Together they are at most MaxTransactions.
func (c *Client) SendTransactions(ctx context.Context, rollup string, raw [][]byte) ([]string, error) {
	data, err := rlp.EncodeToBytes(raw)
	if err != nil {
		return nil, fmt.Errorf("send transactions: %w", err)
	}
	answer, err := c.do(ctx, http.MethodPost, data, maxReply, "squad", rollup, "transactions")
	if err != nil {
		return nil, fmt.Errorf("send transactions: %w", err)
	}
	var words []string
	if err := json.Unmarshal(answer, &words); err != nil || len(words) != len(raw) {
		return nil, fmt.Errorf("send transactions: answer: %w", ErrShape)
	}
	return words, nil
}

func (c *Client) get(ctx context.Context, limit int64, path ...string) ([]byte, error) {
	return c.do(ctx, http.MethodGet, nil, limit, path...)
}

func (c *Client) do(ctx context.Context, method string, body []byte, limit int64, path ...string) ([]byte, error) {
	for i, p := range path {
		path[i] = url.PathEscape(p)
	}
	request, err := http.NewRequestWithContext(ctx, method, strings.TrimRight(c.url, "/")+"/"+strings.Join(path, "/"), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		words, _ := io.ReadAll(io.LimitReader(response.Body, maxWords))
		err := fmt.Errorf("%s: %s", response.Status, bytes.TrimSpace(words))
		if response.StatusCode == http.StatusNotFound {
			err = fmt.Errorf("%w: %w", ErrNotFound, err)
		}
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("%w: more than %d bytes", ErrShape, limit)
	}
	return data, err
}
