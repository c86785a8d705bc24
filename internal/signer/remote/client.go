package remote

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/signer"
)

// How long a call may take: a signature is a matter of milliseconds, an export of many records of seconds.
const (
	callTimeout   = 3 * time.Second
	exportTimeout = 5 * time.Minute
)

// connections is how many calls may be under way before one has to connect anew.
const connections = 32

// ErrURL is a URL that a signer must not be asked at.
var ErrURL = errors.New("signer URL is not usable")

// CheckURL wants http on loopback or https.
func CheckURL(text string) error {
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Host == "" || u.Path != "" && u.Path != "/" || u.User != nil:
		return fmt.Errorf("%w: %q; write it as http://127.0.0.1:30390 or https://host:port", ErrURL, text)
	case u.Scheme == "https" || u.Scheme == "http" && IsLoopback(u.Hostname()):
		return nil
	case u.Scheme == "http":
		return fmt.Errorf("%w: %q is not loopback; use https:// with certificates", ErrURL, text)
	}
	return fmt.Errorf("%w: %q; write it as http://127.0.0.1:30390 or https://host:port", ErrURL, text)
}

// ClientConfig says where the signer is and how each proves who it is: one of Token and TLS.
type ClientConfig struct {
	URL   string
	Token *Token
	TLS   *tls.Config
	Now   func() time.Time
}

// Client is a guard in another process.
type Client struct {
	cfg  ClientConfig
	base string
	http *http.Client
	bls  bls.PublicKey
	addr common.Address // of the consensus key
	// public has the encoded public half of each key that the signer held when it was first asked.
	public map[signer.Kind][]byte
}

var _ signer.Signer = (*Client)(nil)

// Dial asks the signer which keys it holds. From then on the client insists on them.
func Dial(ctx context.Context, cfg ClientConfig) (*Client, error) {
	if err := CheckURL(cfg.URL); err != nil {
		return nil, err
	}
	u, err := url.Parse(cfg.URL)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrURL, err)
	}
	if (u.Scheme == "https") != (cfg.TLS != nil) || (u.Scheme == "http") != (cfg.Token != nil) {
		return nil, fmt.Errorf("%w: %q; http:// wants a token, https:// certificates", ErrURL, cfg.URL)
	}
	transport := &http.Transport{TLSClientConfig: cfg.TLS, MaxIdleConnsPerHost: connections, IdleConnTimeout: 2 * time.Minute,
		ResponseHeaderTimeout: exportTimeout}
	c := &Client{cfg: cfg, base: u.Scheme + "://" + u.Host + pathPrefix, http: &http.Client{Transport: transport}, public: map[signer.Kind][]byte{}}
	if err := c.learnKeys(ctx); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// Close gives up idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

func (c *Client) learnKeys(ctx context.Context) error {
	out, err := c.call(ctx, methodKeys, request{}, signer.Statement{})
	if err != nil {
		return err
	}
	for _, k := range out.Keys {
		kind, err := parseKind(k.Key)
		if err != nil {
			return err
		}
		c.public[kind] = k.Public
		if kind == signer.KeyBLS {
			if c.bls, err = bls.PublicKeyFromBytes(k.Public); err != nil {
				return fmt.Errorf("attestation key of the signer: %w", err)
			}
			continue
		}
		key, err := crypto.DecompressPubkey(k.Public)
		if err != nil {
			return fmt.Errorf("consensus key of the signer: %w", err)
		}
		c.addr = crypto.PubkeyToAddress(*key)
	}
	return nil
}

// call asks once. s is what a refusal will name.
func (c *Client) call(ctx context.Context, method string, r request, s signer.Statement) (answer, error) {
	limit, timeout := int64(maxAnswer), callTimeout
	if method == methodExport {
		limit, timeout = 1<<40, exportTimeout
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	body, err := json.Marshal(r)
	if err != nil {
		return answer{}, fmt.Errorf("ask signer: %w", err)
	}
	text, err := c.post(ctx, method, body, limit)
	var broken *url.Error
	if errors.As(err, &broken) && ctx.Err() == nil {
		// The connection may be of before a restart of the signer, which shows only now. To ask twice is no harm.
		c.http.CloseIdleConnections()
		text, err = c.post(ctx, method, body, limit)
	}
	if errors.Is(err, ErrUnauthorized) {
		return answer{}, fmt.Errorf("signer %s: %w: %w", c.cfg.URL, signer.ErrUnavailable, err)
	}
	if err != nil {
		return answer{}, fmt.Errorf("signer %s: %w: %w; start it with trident signer, or check the URL", c.cfg.URL, signer.ErrUnavailable, err)
	}
	var out answer
	if err := json.Unmarshal(text, &out); err != nil {
		return answer{}, fmt.Errorf("signer %s: %w: %w", c.cfg.URL, signer.ErrUnavailable, err)
	}
	if out.Error != nil {
		return answer{}, out.Error.err(s)
	}
	return out, nil
}

func (c *Client) post(ctx context.Context, method string, body []byte, limit int64) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+method, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	var mac string
	if c.cfg.Token != nil {
		mac = c.cfg.Token.authorize(r, method, body, c.cfg.Now())
	}
	res, err := c.http.Do(r)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(io.LimitReader(res.Body, limit))
	switch {
	case err != nil:
		return nil, err
	case res.StatusCode == http.StatusUnauthorized:
		return nil, fmt.Errorf("%w: copy the token that the signer's home has for nodes", ErrUnauthorized)
	case res.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("it answers %s", res.Status)
	case c.cfg.Token != nil && !equal(res.Header.Get(headerMAC), c.cfg.Token.answerMAC(mac, text)):
		return nil, fmt.Errorf("%w: answer has no valid HMAC", ErrUnauthorized)
	}
	return text, nil
}

// BLSPublicKey is the public half of the attestation key; the zero value when there is none.
func (c *Client) BLSPublicKey() bls.PublicKey { return c.bls }

// ConsensusPublicKey is the compressed public half of the consensus key; zero when there is none.
func (c *Client) ConsensusPublicKey() (public [33]byte) {
	copy(public[:], c.public[signer.KeyConsensus])
	return public
}

// ConsensusAddress is the L1 address of the consensus key; the zero address when there is none.
func (c *Client) ConsensusAddress() common.Address { return c.addr }

func (c *Client) request(kind signer.Kind) (request, error) {
	public, held := c.public[kind]
	if !held {
		return request{}, fmt.Errorf("key %v: %w", kind, signer.ErrNoKey)
	}
	return request{Key: kind.String(), Public: public}, nil
}

func (c *Client) sign(ctx context.Context, kind signer.Kind, s signer.Statement) ([]byte, error) {
	r, err := c.request(kind)
	if err != nil {
		return nil, err
	}
	r.Domain, r.Scope, r.Position, r.Digest, r.Payload = s.Domain, s.Scope[:], s.Position, s.Digest[:], []byte(s.Payload)
	out, err := c.call(ctx, methodSign, r, s)
	return out.Signature, err
}

// BLS implements signer.Signer.
func (c *Client) BLS(ctx context.Context, s signer.Statement) (bls.Signature, error) {
	raw, err := c.sign(ctx, signer.KeyBLS, s)
	return blsSignature(raw, err)
}

// ECDSA implements signer.Signer.
func (c *Client) ECDSA(ctx context.Context, s signer.Statement) ([65]byte, error) {
	raw, err := c.sign(ctx, signer.KeyConsensus, s)
	return ecdsaSignature(raw, err)
}

func blsSignature(raw []byte, err error) (bls.Signature, error) {
	if err != nil {
		return bls.Signature{}, err
	}
	sig, err := bls.SignatureFromBytes(raw)
	if err != nil {
		return bls.Signature{}, fmt.Errorf("signature of the signer: %w: %w", signer.ErrUnavailable, err)
	}
	return sig, nil
}

func ecdsaSignature(raw []byte, err error) ([65]byte, error) {
	if err != nil {
		return [65]byte{}, err
	}
	if len(raw) != 65 {
		return [65]byte{}, fmt.Errorf("signature of the signer has %d bytes, want 65: %w", len(raw), signer.ErrUnavailable)
	}
	return [65]byte(raw), nil
}

func (c *Client) unslashable(kind signer.Kind, p signer.Purpose, digest [32]byte) ([]byte, error) {
	r, err := c.request(kind)
	if err != nil {
		return nil, err
	}
	r.Purpose, r.Digest = string(p), digest[:]
	out, err := c.call(context.Background(), methodUnslashable, r, signer.Statement{})
	return out.Signature, err
}

// UnslashableBLS implements signer.Signer.
func (c *Client) UnslashableBLS(p signer.Purpose, digest [32]byte) (bls.Signature, error) {
	raw, err := c.unslashable(signer.KeyBLS, p, digest)
	return blsSignature(raw, err)
}

// UnslashableECDSA implements signer.Signer.
func (c *Client) UnslashableECDSA(p signer.Purpose, digest [32]byte) ([65]byte, error) {
	raw, err := c.unslashable(signer.KeyConsensus, p, digest)
	return ecdsaSignature(raw, err)
}

func (c *Client) move(ctx context.Context, method string, s signer.Stream, position uint64, at int64) (answer, error) {
	r, err := c.request(s.Key)
	if err != nil {
		return answer{}, err
	}
	r.Domain, r.Scope, r.Position, r.At = s.Domain, s.Scope[:], position, at
	return c.call(ctx, method, r, signer.Statement{Domain: s.Domain, Scope: s.Scope, Position: position})
}

// Watermark implements signer.Signer.
func (c *Client) Watermark(ctx context.Context, s signer.Stream) (uint64, error) {
	out, err := c.move(ctx, methodWatermark, s, 0, 0)
	return out.Position, err
}

// Raise implements signer.Signer.
func (c *Client) Raise(ctx context.Context, kind signer.Kind, domain string, scope [32]byte, position uint64) error {
	_, err := c.move(ctx, methodRaise, signer.Stream{Key: kind, Domain: domain, Scope: scope}, position, 0)
	return err
}

// Prune implements signer.Signer.
func (c *Client) Prune(ctx context.Context, kind signer.Kind, domain string, scope [32]byte, position uint64) error {
	_, err := c.move(ctx, methodPrune, signer.Stream{Key: kind, Domain: domain, Scope: scope}, position, 0)
	return err
}

// Settle implements signer.Signer.
func (c *Client) Settle(ctx context.Context, at time.Time, s signer.Stream, floor uint64) error {
	_, err := c.move(ctx, methodSettle, s, floor, at.UnixMilli())
	return err
}

// Resume implements signer.Signer.
func (c *Client) Resume(ctx context.Context, at time.Time) error {
	_, err := c.call(ctx, methodResume, request{At: at.UnixMilli()}, signer.Statement{})
	return err
}

// Restored implements signer.Signer.
func (c *Client) Restored(ctx context.Context) (signer.Restoration, error) {
	out, err := c.call(ctx, methodRestored, request{}, signer.Statement{})
	if err != nil || out.At == 0 {
		return signer.Restoration{}, err
	}
	r := signer.Restoration{At: time.UnixMilli(out.At)}
	for _, w := range out.Waiting {
		s, err := w.stream()
		if err != nil {
			return signer.Restoration{}, err
		}
		r.Waiting = append(r.Waiting, s)
	}
	return r, nil
}

// Streams tells where each stream stands.
func (c *Client) Streams(ctx context.Context) ([]signer.StreamStatus, error) {
	out, err := c.call(ctx, methodStreams, request{}, signer.Statement{})
	if err != nil {
		return nil, err
	}
	var list []signer.StreamStatus
	for _, w := range out.Streams {
		s, err := w.stream()
		if err != nil {
			return nil, err
		}
		list = append(list, signer.StreamStatus{Stream: s, Next: w.Next, Records: w.Records, Waits: w.Waits})
	}
	return list, nil
}

// Export writes the whole history while the signer runs.
func (c *Client) Export(w io.Writer) error {
	out, err := c.call(context.Background(), methodExport, request{}, signer.Statement{})
	if err != nil {
		return err
	}
	if _, err := w.Write(append(out.History, '\n')); err != nil {
		return fmt.Errorf("write signing history: %w", err)
	}
	return nil
}
