package follow

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// ErrWrongChain is the sentinel of an endpoint that is on another chain than the followed one.
var ErrWrongChain = errors.New("endpoint is on another chain")

// Bounds of one HTTP answer. Of the own node full blocks, receipts and witnesses are asked for, of others only headers
// with lists of hashes. Too large an answer makes the next batch smaller.
const (
	maxOwnAnswer   = 64 << 20
	maxOtherAnswer = 16 << 20
)

// maxCalls is what one HTTP request carries; providers refuse more than some hundred.
const maxCalls = 64

var errTooLarge = errors.New("answer is too large")

// endpoint is one node, by HTTP.
type endpoint struct {
	name    string // public form of its URL
	rpc     *rpc.Client
	http    *http.Client
	timeout time.Duration
	onChain bool // its chain id was asked and is right; owned by the one look that runs
}

// dial sends nothing. Requests are made to the public form of the URL, which libraries quote in errors, and sent to the
// real one.
func dial(raw string, timeout time.Duration, limit int64) (*endpoint, error) {
	target, err := parseURL(raw)
	if err != nil {
		return nil, err
	}
	transport := http.DefaultTransport.(*http.Transport).Clone() // its own, so that close leaves no idle connection
	client := &http.Client{
		Transport: &guarded{target, limit, transport},
		// A redirection would be followed to the same target again: answers come from where the operator said.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	name := publicURL(target)
	c, err := rpc.DialOptions(context.Background(), name, rpc.WithHTTPClient(client))
	if err != nil {
		return nil, fmt.Errorf("open endpoint %s: %w", name, err)
	}
	return &endpoint{name: name, rpc: c, http: client, timeout: timeout}, nil
}

func (e *endpoint) close() {
	e.rpc.Close()
	e.http.CloseIdleConnections()
}

// guarded sends requests to the real URL and bounds what comes back.
type guarded struct {
	target *url.URL
	limit  int64
	*http.Transport
}

// RoundTrip implements http.RoundTripper.
func (g *guarded) RoundTrip(r *http.Request) (*http.Response, error) {
	c := r.Clone(r.Context())
	c.URL = g.target
	if user := g.target.User; user != nil {
		password, _ := user.Password()
		c.SetBasicAuth(user.Username(), password)
	}
	resp, err := g.Transport.RoundTrip(c)
	if err != nil {
		return nil, err
	}
	resp.Body = &bounded{resp.Body, g.limit}
	return resp, nil
}

// bounded fails, rather than ends, at its limit.
type bounded struct {
	io.ReadCloser
	left int64
}

// Read implements io.Reader.
func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLarge
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.ReadCloser.Read(p)
	b.left -= int64(n)
	return n, err
}

// call is one JSON-RPC request and its answer.
type call struct {
	method string
	args   []any
	result json.RawMessage
	err    error
}

func ask(method string, args ...any) *call { return &call{method: method, args: args} }

// do sends calls in as few requests as possible. Each call has its own error; what failed as a whole stands in all.
func (e *endpoint) do(ctx context.Context, calls ...*call) {
	for len(calls) > 0 {
		n := min(len(calls), maxCalls)
		e.send(ctx, calls[:n])
		calls = calls[n:]
	}
}

func (e *endpoint) send(ctx context.Context, calls []*call) {
	ctx, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	batch := make([]rpc.BatchElem, len(calls))
	for i, c := range calls {
		batch[i] = rpc.BatchElem{Method: c.method, Args: c.args, Result: &c.result}
	}
	err := e.rpc.BatchCallContext(ctx, batch)
	for i, c := range calls {
		if c.err = batch[i].Error; err != nil {
			c.err = err
		}
		if c.err != nil {
			c.err = fmt.Errorf("%s: %w", c.method, c.err)
		}
	}
}

// notOffered is the JSON-RPC code of a method that a node does not have.
const notOffered = -32601

func methodMissing(err error) bool {
	var refusal rpc.Error
	return errors.As(err, &refusal) && refusal.ErrorCode() == notOffered
}

// confirmChain asks once on which chain the endpoint is.
func (e *endpoint) confirmChain(ctx context.Context, want uint64) error {
	if e.onChain {
		return nil
	}
	c := ask("eth_chainId")
	e.do(ctx, c)
	if c.err != nil {
		return c.err
	}
	var id hexutil.Uint64
	if err := json.Unmarshal(c.result, &id); err != nil {
		return fmt.Errorf("decode chain id: %w", err)
	}
	if uint64(id) != want {
		return fmt.Errorf("%w: %s has chain id %d, the rollup is %d", ErrWrongChain, e.name, id, want)
	}
	e.onChain = true
	return nil
}
