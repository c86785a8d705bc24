package remote_test

import (
	"bytes"
	"crypto/tls"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/signer/remote"
)

// recorder keeps the last request that passed it on its way to the server, and may change the answer.
type recorder struct {
	next   http.Handler
	mu     sync.Mutex
	last   *http.Request
	body   []byte
	change func(answer []byte) []byte
}

func (r *recorder) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body, _ := io.ReadAll(req.Body)
	r.mu.Lock()
	r.last, r.body = req.Clone(req.Context()), body
	change := r.change
	r.mu.Unlock()
	req.Body = io.NopCloser(bytes.NewReader(body))
	inner := httptest.NewRecorder()
	r.next.ServeHTTP(inner, req)
	for name, values := range inner.Header() {
		w.Header()[name] = values
	}
	w.WriteHeader(inner.Code)
	answer := inner.Body.Bytes()
	if change != nil {
		answer = change(answer)
	}
	_, _ = w.Write(answer)
}

// again sends the recorded request, changed.
func (r *recorder) again(change func(req *http.Request, body []byte) []byte) int {
	r.mu.Lock()
	req, body := r.last.Clone(r.last.Context()), bytes.Clone(r.body)
	r.mu.Unlock()
	body = change(req, body)
	req.Body = io.NopCloser(bytes.NewReader(body))
	out := httptest.NewRecorder()
	r.next.ServeHTTP(out, req)
	return out.Code
}

func TestToken(t *testing.T) {
	g := guardOf(t, memory(t), "remote test")
	now := time.Now()
	var log bytes.Buffer
	rec := &recorder{next: remote.NewServer(g, &token, func() time.Time { return now }, slog.New(slog.NewTextHandler(&log, nil)))}
	server := httptest.NewServer(rec)
	defer server.Close()
	c, err := remote.Dial(t.Context(), remote.ClientConfig{URL: server.URL, Token: &token, Now: func() time.Time { return now }})
	require.NoError(t, err)
	defer c.Close()
	_, err = c.ECDSA(t.Context(), st(1, 1))
	require.NoError(t, err)

	for name, change := range map[string]func(req *http.Request, body []byte) []byte{
		"replayed":       func(_ *http.Request, body []byte) []byte { return body },
		"another body":   func(_ *http.Request, body []byte) []byte { return bytes.Replace(body, []byte(`"1"`), []byte(`"2"`), 1) },
		"another method": func(req *http.Request, body []byte) []byte { req.URL.Path = "/v1/resume"; return body },
		"another time":   func(req *http.Request, body []byte) []byte { req.Header.Set("Trident-Time", "1"); return body },
		"another nonce":  func(req *http.Request, body []byte) []byte { req.Header.Set("Trident-Nonce", "00"); return body },
		"no mac":         func(req *http.Request, body []byte) []byte { req.Header.Del("Trident-Mac"); return body },
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, http.StatusUnauthorized, rec.again(change)) })
	}
	require.Equal(t, http.StatusNotFound, rec.again(func(req *http.Request, body []byte) []byte { req.Method = http.MethodGet; return body }))
	require.Equal(t, http.StatusNotFound, rec.again(func(req *http.Request, body []byte) []byte { req.URL.Path = "/"; return body }))
	require.Equal(t, http.StatusBadRequest, rec.again(func(*http.Request, []byte) []byte { return make([]byte, 1<<20) }))

	wrong := remote.Token{9}
	_, err = remote.Dial(t.Context(), remote.ClientConfig{URL: server.URL, Token: &wrong, Now: func() time.Time { return now }})
	require.ErrorIs(t, err, remote.ErrUnauthorized)
	late := func() time.Time { return now.Add(time.Hour) }
	_, err = remote.Dial(t.Context(), remote.ClientConfig{URL: server.URL, Token: &token, Now: late})
	require.ErrorIs(t, err, remote.ErrUnauthorized, "a clock that is off")
	require.NotContains(t, log.String(), strings.TrimSpace(string(token.Text())))

	rec.mu.Lock()
	rec.change = func(answer []byte) []byte { return bytes.Replace(answer, []byte(`"0x`), []byte(`"0x00`), 1) }
	rec.mu.Unlock()
	_, err = c.ECDSA(t.Context(), st(2, 1))
	require.ErrorIs(t, err, remote.ErrUnauthorized, "somebody else answers")
	require.ErrorIs(t, err, signer.ErrUnavailable)
}

// What was seen is forgotten only when its time has passed as well.
func TestReplayLater(t *testing.T) {
	g := guardOf(t, memory(t), "remote test")
	now := time.Now()
	var mu sync.Mutex
	clock := func() time.Time { mu.Lock(); defer mu.Unlock(); return now }
	rec := &recorder{next: remote.NewServer(g, &token, clock, slog.New(slog.DiscardHandler))}
	server := httptest.NewServer(rec)
	defer server.Close()
	c, err := remote.Dial(t.Context(), remote.ClientConfig{URL: server.URL, Token: &token, Now: clock})
	require.NoError(t, err)
	defer c.Close()
	same := func(_ *http.Request, body []byte) []byte { return body }
	for range 20 {
		mu.Lock()
		now = now.Add(13 * time.Second)
		mu.Unlock()
		require.Equal(t, http.StatusUnauthorized, rec.again(same))
	}
}

func TestTokenText(t *testing.T) {
	made, err := remote.NewToken()
	require.NoError(t, err)
	read, err := remote.ParseToken(made.Text())
	require.NoError(t, err)
	require.Equal(t, made, read)
	for _, text := range []string{"", "zz", "00", string(made.Text()) + "00"} {
		_, err = remote.ParseToken([]byte(text))
		require.Error(t, err)
		if len(text) > 8 {
			require.NotContains(t, err.Error(), text[:8])
		}
	}
	require.NotContains(t, made.String(), string(made.Text())[:8])
}

func TestMutualTLS(t *testing.T) {
	g := guardOf(t, memory(t), "remote test")
	pair, err := remote.NewPair("127.0.0.1", time.Now())
	require.NoError(t, err)
	other, err := remote.NewPair("127.0.0.1", time.Now())
	require.NoError(t, err)
	expired, err := remote.NewPair("127.0.0.1", time.Now().Add(-20*365*24*time.Hour))
	require.NoError(t, err)
	config, err := remote.ServerTLS(pair.ServerCert, pair.ServerKey, pair.Authority)
	require.NoError(t, err)
	address, _ := serve(t, g, nil, config, "127.0.0.1:0")
	ask := func(config *tls.Config) error {
		c, err := remote.Dial(t.Context(), remote.ClientConfig{URL: "https://" + address, TLS: config})
		if err != nil {
			return err
		}
		defer c.Close()
		_, err = c.ECDSA(t.Context(), st(1, 1))
		return err
	}
	client := func(cert, key, authority []byte) *tls.Config {
		config, err := remote.ClientTLS(cert, key, authority)
		require.NoError(t, err)
		return config
	}
	require.NoError(t, ask(client(pair.ClientCert, pair.ClientKey, pair.Authority)))
	noCert := client(pair.ClientCert, pair.ClientKey, pair.Authority)
	noCert.Certificates = nil
	for name, config := range map[string]*tls.Config{
		"no certificate":                     noCert,
		"certificate of another authority":   client(other.ClientCert, other.ClientKey, pair.Authority),
		"signer of another authority":        client(pair.ClientCert, pair.ClientKey, other.Authority),
		"the signer's certificate as client": client(pair.ServerCert, pair.ServerKey, pair.Authority),
		"old version":                        {MinVersion: tls.VersionTLS12, MaxVersion: tls.VersionTLS12, RootCAs: noCert.RootCAs},
	} {
		t.Run(name, func(t *testing.T) { require.ErrorIs(t, ask(config), signer.ErrUnavailable) })
	}
	t.Run("expired", func(t *testing.T) {
		config, err := remote.ServerTLS(expired.ServerCert, expired.ServerKey, expired.Authority)
		require.NoError(t, err)
		address, _ = serve(t, g, nil, config, "127.0.0.1:0")
		require.ErrorIs(t, ask(client(expired.ClientCert, expired.ClientKey, expired.Authority)), signer.ErrUnavailable)
	})
	_, err = remote.ServerTLS(pair.ServerCert, other.ServerKey, pair.Authority)
	require.ErrorIs(t, err, remote.ErrCertificate)
	_, err = remote.ClientTLS(pair.ClientCert, pair.ClientKey, []byte("no certificate"))
	require.ErrorIs(t, err, remote.ErrCertificate)
	named, err := remote.NewPair("signer.example", time.Now())
	require.NoError(t, err)
	config, err = remote.ServerTLS(named.ServerCert, named.ServerKey, named.Authority)
	require.NoError(t, err)
	address, _ = serve(t, g, nil, config, "127.0.0.1:0")
	_, port, err := net.SplitHostPort(address)
	require.NoError(t, err)
	address = "127.0.0.1:" + port
	require.ErrorIs(t, ask(client(named.ClientCert, named.ClientKey, named.Authority)), signer.ErrUnavailable, "another host than the certificate's")
}

// FuzzRequest sends bytes of whoever has got past the door: the answer is always an answer, and never a signature of two
// digests at one position.
func FuzzRequest(f *testing.F) {
	for _, method := range []string{"keys", "sign", "unslashable", "watermark", "raise", "prune", "restored", "settle", "resume", "streams", "export", "x"} {
		f.Add(method, []byte(`{}`))
		f.Add(method, []byte(`{"key":"consensus","domain":"mach","scope":"0x`+strings.Repeat("01", 32)+`","position":"5","digest":"0x`+strings.Repeat("02", 32)+`"}`))
	}
	f.Add("sign", []byte(`{"key":"bls","position":"-1"}`))
	f.Add("sign", []byte(`{"unknown":1}`))
	f.Add("sign", []byte(`{}{}`))
	f.Fuzz(func(t *testing.T, method string, body []byte) {
		if strings.ContainsAny(method, "?#% \x00") || strings.ContainsFunc(method, func(r rune) bool { return r < 0x21 || r > 0x7e }) {
			return // no URL path
		}
		server := remote.NewServer(guardOf(t, memory(t), "remote test"), nil, time.Now, slog.New(slog.DiscardHandler))
		req := httptest.NewRequest(http.MethodPost, "/v1/x", bytes.NewReader(body))
		req.URL.Path = "/v1/" + method
		out := httptest.NewRecorder()
		server.ServeHTTP(out, req)
		if out.Code == http.StatusOK && !bytes.HasPrefix(out.Body.Bytes(), []byte("{")) {
			t.Fatalf("no answer: %s", out.Body)
		}
	})
}

// BenchmarkSign signs on one disk in this process and over loopback, in turns. The ratio is remote to here.
func BenchmarkSign(b *testing.B) {
	here := guardOf(b, disk(b), "here")
	there := guardOf(b, disk(b), "there")
	address, _ := serve(b, there, &token, nil, "127.0.0.1:0")
	c := dial(b, address)
	var spent [2]time.Duration
	position := uint64(0)
	for b.Loop() {
		position++
		for i, s := range []signer.Signer{here, c} {
			begin := time.Now()
			if _, err := s.ECDSA(b.Context(), spoken(position, "a vote of about a hundred bytes, which is what CometBFT's sign-bytes are, with time and block id in them")); err != nil {
				b.Fatal(err)
			}
			spent[i] += time.Since(begin)
		}
	}
	b.ReportMetric(float64(spent[0].Microseconds())/float64(position), "here-µs")
	b.ReportMetric(float64(spent[1].Microseconds())/float64(position), "remote-µs")
	b.ReportMetric(float64((spent[1]-spent[0]).Microseconds())/float64(position), "added-µs")
	b.ReportMetric(float64(spent[1])/float64(spent[0]), "remote/here")
}
