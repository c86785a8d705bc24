package engine

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"
)

// Troubles with the client that say nothing about a block.
var (
	ErrUnreachable  = errors.New("execution client does not answer")
	ErrUnauthorized = errors.New("execution client refuses the JWT; the secret must be the one that it was started with, and clocks must agree")
)

const (
	callWait  = 30 * time.Second       // for one answer: a full block takes a second or two
	tryFor    = 3 * time.Second        // no new attempt is made later than this after the first
	pauseMin  = 20 * time.Millisecond  // before the second attempt; it doubles
	pauseMax  = 500 * time.Millisecond // at most
	batchSize = 100                    // calls in one request; clients bound it
)

// link is a connection to one of the client's APIs. Its rpc.Client dials again by itself.
type link struct {
	url    string
	c      *rpc.Client
	tryFor time.Duration
}

// dial connects. Over HTTP nothing is sent yet.
func dial(ctx context.Context, url string, options ...rpc.ClientOption) (l link, err error) {
	l.url, l.tryFor = url, tryFor
	err = persist(ctx, l.tryFor, func(ctx context.Context) error {
		l.c, err = rpc.DialOptions(ctx, url, options...)
		return err
	})
	if err != nil {
		return l, fmt.Errorf("dial %s: %w", url, err)
	}
	return l, nil
}

// authenticated signs every request over HTTP, and the handshake over WebSocket, with the secret and the time: HS256, iat.
func authenticated(secret [32]byte) rpc.ClientOption {
	return rpc.WithHTTPAuth(node.NewJWTAuth(secret))
}

func (l link) call(ctx context.Context, result any, method string, args ...any) error {
	err := persist(ctx, l.tryFor, func(ctx context.Context) error { return l.c.CallContext(ctx, result, method, args...) })
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	return nil
}

// batch makes many calls at once. Each one's error is in it; the one that is returned is of all of them.
func (l link) batch(ctx context.Context, calls []rpc.BatchElem) error {
	for len(calls) > 0 {
		n := min(len(calls), batchSize)
		if err := persist(ctx, l.tryFor, func(ctx context.Context) error { return l.c.BatchCallContext(ctx, calls[:n]) }); err != nil {
			return fmt.Errorf("%s: %w", calls[0].Method, err)
		}
		calls = calls[n:]
	}
	return nil
}

// persist tries again what the client has not answered. Every call that goes this way may be made twice.
func persist(ctx context.Context, tryFor time.Duration, attempt func(context.Context) error) error {
	last := time.Now().Add(tryFor)
	for pause := pauseMin; ; pause = min(2*pause, pauseMax) {
		err := once(ctx, attempt)
		switch {
		case err == nil || answered(err):
			return err
		case unauthorized(err):
			return ErrUnauthorized
		case ctx.Err() != nil:
			return ctx.Err()
		case time.Now().Add(pause).After(last):
			return fmt.Errorf("%w: %w", ErrUnreachable, err)
		}
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
	}
}

func once(ctx context.Context, attempt func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, callWait)
	defer cancel()
	return attempt(ctx)
}

// answered tells an error that the client gave from one of the way to it.
func answered(err error) bool {
	var e rpc.Error
	return errors.As(err, &e)
}

func unauthorized(err error) bool {
	var e rpc.HTTPError
	return errors.As(err, &e) && (e.StatusCode == http.StatusUnauthorized || e.StatusCode == http.StatusForbidden)
}

// code is the JSON-RPC code of an answer; false for what is none.
func code(err error) (int, bool) {
	var e rpc.Error
	if !errors.As(err, &e) {
		return 0, false
	}
	return e.ErrorCode(), true
}
