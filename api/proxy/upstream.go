package proxy

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// upstream is a rollup's node.
type upstream struct {
	http *http.Client
	url  *url.URL
}

var errTooLarge = fmt.Errorf("the upstream's answer has more than %d bytes", maxAnswer)

// post sends a message and returns the whole answer. Errors do not quote the URL, which may hold a provider's key.
func (u *upstream) post(ctx context.Context, message []byte) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, u.url.String(), bytes.NewReader(message))
	if err != nil {
		return nil, errors.New("the upstream's URL is not usable")
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := u.http.Do(r)
	if err != nil {
		var quoted *url.Error
		if errors.As(err, &quoted) {
			err = quoted.Err
		}
		return nil, fmt.Errorf("%w: %w", ErrUpstream, err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrUpstream, err)
	case len(body) > maxAnswer:
		return nil, errTooLarge
	case answer.StatusCode != http.StatusOK && !json.Valid(body):
		return nil, fmt.Errorf("%w: it answers with status %d", ErrUpstream, answer.StatusCode)
	}
	return body, nil
}

// call asks the node one question.
func (u *upstream) call(ctx context.Context, out any, method, params string) error {
	answer, err := u.post(ctx, []byte(`{"jsonrpc":"2.0","id":1,"method":"`+method+`","params":`+params+`}`))
	if err != nil {
		return err
	}
	var r response
	if err := json.Unmarshal(answer, &r); err != nil {
		return fmt.Errorf("read answer to %s: %w", method, err)
	}
	if r.Error != nil {
		return fmt.Errorf("%s: %.200s", method, r.Error)
	}
	if err := json.Unmarshal(r.Result, out); err != nil {
		return fmt.Errorf("read answer to %s: %w", method, err)
	}
	return nil
}

// header is as much of a block as is looked at.
type header struct {
	Hash common.Hash `json:"hash"`
}

func (u *upstream) hashAt(ctx context.Context, number uint64) (common.Hash, error) {
	var h *header
	err := u.call(ctx, &h, "eth_getBlockByNumber", `["`+hexutil.EncodeUint64(number)+`",false]`)
	if h == nil || err != nil {
		return common.Hash{}, err
	}
	return h.Hash, nil
}

func (u *upstream) head(ctx context.Context) (uint64, error) {
	var number hexutil.Uint64
	err := u.call(ctx, &number, "eth_blockNumber", "[]")
	return uint64(number), err
}

// chainID is asked once, to tell a wrong URL at the start.
func (u *upstream) chainID(ctx context.Context) (string, error) {
	var id hexutil.Uint64
	if err := u.call(ctx, &id, "eth_chainId", "[]"); err != nil {
		return "", err
	}
	return strconv.FormatUint(uint64(id), 10), nil
}
