package client

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

const (
	// maxReply bounds an answer of an operator or an L1: a page of hand-offs is the largest.
	maxReply = 32 << 20
	// maxMessage bounds a message of the Connect service: the alerts of a rollup, with 256 votes, are the largest.
	maxMessage = 1 << 20
)

// ErrTooLarge is an answer beyond all sense.
var ErrTooLarge = errors.New("answer is too large")

// limitedTransport bounds the body of every answer.
type limitedTransport struct {
	*http.Transport
	limit int64
}

// RoundTrip implements http.RoundTripper.
func (t *limitedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := t.Transport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	answer.Body = &limitedBody{ReadCloser: answer.Body, left: t.limit, limit: t.limit}
	return answer, nil
}

type limitedBody struct {
	io.ReadCloser
	left, limit int64
}

func (b *limitedBody) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, b.limit)
	}
	n, err := b.ReadCloser.Read(p)
	b.left -= int64(n)
	return n, err
}
