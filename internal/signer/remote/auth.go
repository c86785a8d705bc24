package remote

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// ErrUnauthorized is a request, or an answer, that is not of whoever shares the token.
var ErrUnauthorized = errors.New("signer and node do not share the token")

// TokenSize is the length of a token in bytes.
const TokenSize = 32

// Token is the secret that node and signer share on one machine.
type Token [TokenSize]byte

// NewToken makes a token.
func NewToken() (t Token, err error) {
	_, err = rand.Read(t[:])
	return t, err
}

// Text is the token as its file has it.
func (t Token) Text() []byte { return []byte(hex.EncodeToString(t[:]) + "\n") }

// ParseToken reads the text of a token's file. Its error does not contain the text.
func ParseToken(text []byte) (t Token, err error) {
	b, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(b) != TokenSize {
		return Token{}, fmt.Errorf("token is not %d hexadecimal digits", 2*TokenSize)
	}
	return Token(b), nil
}

// String keeps the token out of logs.
func (Token) String() string { return "token" }

const (
	headerTime  = "Trident-Time"
	headerNonce = "Trident-Nonce"
	headerMAC   = "Trident-Mac"
)

// freshness is how far a request's time may be from the server's: both run on one machine.
const freshness = 30 * time.Second

func (t Token) mac(parts ...string) string {
	h := hmac.New(sha256.New, t[:])
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p) // lengths keep the parts from running into one another
	}
	return hex.EncodeToString(h.Sum(nil))
}

// authorize adds the proof of the token to a request, and returns it.
func (t Token) authorize(r *http.Request, method string, body []byte, now time.Time) string {
	var nonce [16]byte
	_, _ = rand.Read(nonce[:]) // it never fails
	at, once := strconv.FormatInt(now.UnixMilli(), 10), hex.EncodeToString(nonce[:])
	mac := t.mac("request", method, at, once, string(body))
	r.Header.Set(headerTime, at)
	r.Header.Set(headerNonce, once)
	r.Header.Set(headerMAC, mac)
	return mac
}

// answerMAC binds an answer to its request.
func (t Token) answerMAC(request string, body []byte) string {
	return t.mac("answer", request, string(body))
}

func equal(a, b string) bool { return hmac.Equal([]byte(a), []byte(b)) }

// gate checks requests, each of which passes once.
type gate struct {
	token Token
	now   func() time.Time

	mu         sync.Mutex
	seen, last map[string]bool // MACs of this and of the previous period
	turned     time.Time
}

func newGate(token Token, now func() time.Time) *gate {
	return &gate{token: token, now: now, seen: map[string]bool{}, turned: now()}
}

// check returns the request's MAC.
func (g *gate) check(r *http.Request, method string, body []byte) (string, error) {
	at, mac := r.Header.Get(headerTime), r.Header.Get(headerMAC)
	if !equal(mac, g.token.mac("request", method, at, r.Header.Get(headerNonce), string(body))) {
		return "", fmt.Errorf("%w: request has no valid HMAC", ErrUnauthorized)
	}
	millis, err := strconv.ParseInt(at, 10, 64)
	if err != nil {
		return "", fmt.Errorf("%w: time %q", ErrUnauthorized, at)
	}
	now := g.now()
	if off := now.Sub(time.UnixMilli(millis)); off > freshness || off < -freshness {
		return "", fmt.Errorf("%w: request is %s off the signer's clock", ErrUnauthorized, off)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if now.Sub(g.turned) > 2*freshness {
		g.seen, g.last, g.turned = map[string]bool{}, g.seen, now
	}
	if g.seen[mac] || g.last[mac] {
		return "", fmt.Errorf("%w: request was seen before", ErrUnauthorized)
	}
	g.seen[mac] = true
	return mac, nil
}
