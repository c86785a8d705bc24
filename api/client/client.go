package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"connectrpc.com/connect"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
	"github.com/trident-network/trident/api/gen/trident/v1/tridentv1connect"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// JSON-RPC error codes of what is missing at the operator; the message says what and what there is.
const (
	CodeNoRollup      = -32010
	CodeNoCertificate = -32011
	CodeNoOperatorSet = -32012
	CodeNotServed     = -32013 // this operator keeps no such thing
	CodeNoBatch       = -32014
)

var (
	// ErrNotFound is an answer that says that something is not (yet) there.
	ErrNotFound = errors.New("not found")
	// ErrNotServed is an answer of an operator that does not serve this at all.
	ErrNotServed = errors.New("not served by this operator")
)

const (
	// reconnectMin and reconnectMax bound the pause before a stream is opened again: quick after a hiccup, and no burden
	// for an operator that restarts.
	reconnectMin = 100 * time.Millisecond
	reconnectMax = 5 * time.Second
)

// Client speaks to the API of one operator.
type Client struct {
	url    string
	rpc    *rpc.Client
	http   *http.Client
	stream tridentv1connect.MachServiceClient
	clock  clock.Clock
}

// Dial makes a client of the API at an http URL. It connects at the first call.
func Dial(ctx context.Context, url string) (*Client, error) {
	if !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "https://") {
		return nil, fmt.Errorf("dial %q: an http:// or https:// URL is needed", url)
	}
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	protocols.SetHTTP2(true)
	transport := &http.Transport{Protocols: &protocols, DialContext: (&net.Dialer{Timeout: reconnectMax}).DialContext, Proxy: http.ProxyFromEnvironment}
	hc := &http.Client{Transport: transport}
	c, err := rpc.DialOptions(ctx, url, rpc.WithHTTPClient(&http.Client{Transport: &limitedTransport{transport, maxReply}}))
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", url, err)
	}
	stream := tridentv1connect.NewMachServiceClient(hc, strings.TrimRight(url, "/"), connect.WithReadMaxBytes(maxMessage))
	return &Client{url: url, rpc: c, http: hc, stream: stream, clock: clock.Real()}, nil
}

// URL is the address of the operator's API.
func (c *Client) URL() string { return c.url }

// Close ends idle connections.
func (c *Client) Close() {
	c.rpc.Close()
	c.http.CloseIdleConnections()
}

// Latest asks Certificate for the newest one.
const Latest = "latest"

// Number asks Certificate for a block number.
func Number(n uint64) string { return hexutil.EncodeUint64(n) }

// Certificate fetches a certificate; block is Latest, Number(n) or a block hash. The rollup is an id in 0x-hex or a name.
func (c *Client) Certificate(ctx context.Context, rollup, block string) (Certificate, error) {
	var out Certificate
	err := c.call(ctx, &out, "mach_certificate", rollup, block)
	return out, err
}

// OperatorSet fetches the MACH set of a rollup at an epoch; 0 is the set in force.
func (c *Client) OperatorSet(ctx context.Context, rollup string, epoch avs.Epoch) (OperatorSet, error) {
	var out OperatorSet
	which := Latest
	if epoch != 0 {
		which = hexutil.EncodeUint64(uint64(epoch))
	}
	err := c.call(ctx, &out, "mach_operatorSet", rollup, which)
	return out, err
}

// Domain fetches the EIP-712 domain.
func (c *Client) Domain(ctx context.Context) (Domain, error) {
	var out Domain
	err := c.call(ctx, &out, "trident_domain")
	return out, err
}

// HandOffs fetches hand-offs of the operator sets from an L1 block on, ascending: one page of all. Ask again above the
// last one until an answer is empty.
func (c *Client) HandOffs(ctx context.Context, from uint64) ([]HandOff, error) {
	var out []HandOff
	err := c.call(ctx, &out, "mach_handOffs", hexutil.EncodeUint64(from))
	return out, err
}

// Alerts fetches where the circuit breaker of a rollup stands.
func (c *Client) Alerts(ctx context.Context, rollup string) (Alerts, error) {
	var out Alerts
	err := c.call(ctx, &out, "mach_alerts", rollup)
	return out, err
}

// Genesis fetches the beginning that hand-offs are followed from. Compare its hash with one that you know.
func (c *Client) Genesis(ctx context.Context) (Genesis, error) {
	var out Genesis
	err := c.call(ctx, &out, "mach_genesisSets")
	return out, err
}

// Status fetches the operator's word on itself.
func (c *Client) Status(ctx context.Context) (json.RawMessage, error) {
	var out json.RawMessage
	err := c.call(ctx, &out, "trident_status")
	return out, err
}

func (c *Client) call(ctx context.Context, out any, method string, args ...any) error {
	err := c.rpc.CallContext(ctx, out, method, args...)
	var coded rpc.Error
	if errors.As(err, &coded) {
		switch coded.ErrorCode() {
		case CodeNoRollup, CodeNoCertificate, CodeNoOperatorSet:
			return fmt.Errorf("%w: %w", ErrNotFound, err)
		case CodeNotServed:
			return fmt.Errorf("%w: %w", ErrNotServed, err)
		}
	}
	return err
}

// Watch calls fn for each certificate from a block number on (0: only new ones), ascending, and connects again whenever
// the stream breaks. It returns when ctx ends, fn returns an error, or the operator does not serve the rollup. The
// certificates are not checked: fn does that, with Verify or avs.
func (c *Client) Watch(ctx context.Context, rollup string, from uint64, fn func(avs.Certificate) error) error {
	pause := reconnectMin
	for {
		next, err := c.watchOnce(ctx, rollup, from, fn)
		var mine *callbackError
		switch {
		case errors.As(err, &mine):
			return mine.err
		case ctx.Err() != nil:
			return ctx.Err()
		case connect.CodeOf(err) == connect.CodeNotFound, connect.CodeOf(err) == connect.CodeInvalidArgument:
			var refusal *connect.Error
			errors.As(err, &refusal) // it has a code, so it is one
			return fmt.Errorf("watch %s: %w: %s", rollup, ErrNotFound, refusal.Message())
		}
		if next != from {
			from, pause = next, reconnectMin
		}
		if err := clock.Sleep(ctx, c.clock, pause); err != nil {
			return err
		}
		pause = min(2*pause, reconnectMax)
	}
}

// callbackError tells the caller's own error from the transport's.
type callbackError struct{ err error }

func (e *callbackError) Error() string { return e.err.Error() }

// watchOnce follows one stream and returns the number to go on from.
func (c *Client) watchOnce(ctx context.Context, rollup string, from uint64, fn func(avs.Certificate) error) (uint64, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := c.stream.StreamCertificates(ctx, connect.NewRequest(&tridentv1.StreamCertificatesRequest{Rollup: rollup, FromNumber: from}))
	if err != nil {
		return from, err
	}
	defer func() { _ = stream.Close() }() // the stream ended already, or is given up
	for stream.Receive() {
		if stream.Msg().GetCertificate() == nil {
			continue // an alert
		}
		certificate, err := FromProto(stream.Msg().GetCertificate())
		if err != nil {
			return from, err
		}
		if certificate.Claim.Number < from {
			return from, fmt.Errorf("%w: number %d after %d", ErrShape, certificate.Claim.Number, from)
		}
		if err := fn(certificate); err != nil {
			return from, &callbackError{err}
		}
		from = certificate.Claim.Number + 1
	}
	return from, stream.Err()
}
