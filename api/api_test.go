package api_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"connectrpc.com/connect"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api"
	"github.com/trident-network/trident/api/client"
	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
	"github.com/trident-network/trident/api/gen/trident/v1/tridentv1connect"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/testutil"
)

func TestCertificateByEveryName(t *testing.T) {
	l := newLedger(t)
	s := serve(t, config(l))
	c := dial(t, s)
	_, err := c.Certificate(t.Context(), "demo", client.Latest)
	require.ErrorIs(t, err, client.ErrNotFound)
	l.certify(12)
	raw, err := rpc.Dial("http://" + s.Addr())
	require.NoError(t, err)
	defer raw.Close()
	for _, which := range []any{"0x7", 7, hashOf(7)} {
		for _, rollup := range []string{"demo", demo.ID.Hex(), "0x" + strings.ToUpper(demo.ID.Hex()[2:])} {
			var got client.Certificate
			require.NoError(t, raw.CallContext(t.Context(), &got, "mach_certificate", rollup, which), "%v", which)
			require.EqualValues(t, 7, got.Claim.Number)
			require.NoError(t, client.Verify(domain, l.set, got))
		}
	}
	var latest client.Certificate
	require.NoError(t, raw.CallContext(t.Context(), &latest, "mach_certificate", "demo"))
	require.EqualValues(t, 12, latest.Claim.Number)
}

func TestJSONShapes(t *testing.T) {
	l := newLedger(t)
	l.certify(1)
	raw, err := rpc.Dial("http://" + serve(t, config(l)).Addr())
	require.NoError(t, err)
	defer raw.Close()
	var certificate, set, d map[string]any
	require.NoError(t, raw.CallContext(t.Context(), &certificate, "mach_certificate", "demo", "latest"))
	require.NoError(t, raw.CallContext(t.Context(), &set, "mach_operatorSet", "demo", "0x1"))
	require.NoError(t, raw.CallContext(t.Context(), &d, "trident_domain"))
	keys := func(m map[string]any) []string {
		var out []string
		for k := range m {
			out = append(out, k)
		}
		return out
	}
	require.ElementsMatch(t, []string{"claim", "digest", "epoch", "signers", "signature"}, keys(certificate))
	require.ElementsMatch(t, []string{"rollup", "epoch", "number", "blockHash", "parentHash", "stateRoot", "outputRoot", "level"},
		keys(certificate["claim"].(map[string]any)))
	require.ElementsMatch(t, []string{"setId", "epoch", "members", "total_weight"}, keys(set))
	require.ElementsMatch(t, []string{"address", "bls_public_key", "consensus_public_key", "weight"},
		keys(set["members"].([]any)[0].(map[string]any)))
	require.Equal(t, "0x1", certificate["epoch"])
	require.Equal(t, "0x07", certificate["signers"])
	require.Len(t, certificate["signature"], 2+2*96)
	require.Equal(t, "0x190", set["total_weight"])
	require.Equal(t, map[string]any{"network": "trident-test", "version": "1", "l1_chain_id": "0x7a69",
		"contract": "0x0000000000000000000000000000000000007e57"}, d)
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	l := newLedger(t)
	l.certify(3)
	raw, err := rpc.Dial("http://" + serve(t, config(l)).Addr())
	require.NoError(t, err)
	defer raw.Close()
	for _, test := range []struct {
		name   string
		method string
		args   []any
		code   int
		says   string
	}{
		{"rollup", "mach_certificate", []any{"nope", "latest"}, client.CodeNoRollup, "it serves: demo"},
		{"number", "mach_certificate", []any{"demo", "0x9"}, client.CodeNoCertificate, "number 9; the newest is number 3"},
		{"hash", "mach_certificate", []any{"demo", common.Hash{1}}, client.CodeNoCertificate, "for block hash 0x01"},
		{"epoch", "mach_operatorSet", []any{"demo", 9}, client.CodeNoOperatorSet, "epoch 9; the newest epoch is 1"},
		{"no block", "mach_certificate", []any{"demo", "newest"}, -32602, "block must be"},
		{"negative", "mach_certificate", []any{"demo", -1}, -32602, "block must be"},
		{"fraction", "mach_certificate", []any{"demo", 1.5}, -32602, "block must be"},
		{"object", "mach_certificate", []any{"demo", map[string]int{"a": 1}}, -32602, "block must be"},
		{"short hash", "mach_certificate", []any{"demo", "0x" + strings.Repeat("a", 40)}, -32602, "block must be"},
		{"epoch word", "mach_operatorSet", []any{"demo", "first"}, -32602, "epoch must be"},
		{"subscription over http", "mach_subscribe", []any{"certificates", "demo"}, -32601, "notifications not supported"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := raw.CallContext(t.Context(), new(any), test.method, test.args...)
			var coded rpc.Error
			require.ErrorAs(t, err, &coded)
			require.Equal(t, test.code, coded.ErrorCode(), "%v", err)
			require.ErrorContains(t, err, test.says)
		})
	}
}

func TestSubscribeOverWebSocket(t *testing.T) {
	l := newLedger(t)
	l.certify(5)
	ws, err := rpc.Dial("ws://" + serve(t, config(l)).Addr())
	require.NoError(t, err)
	defer ws.Close()
	replay, live := make(chan client.Certificate, 16), make(chan client.Certificate, 16)
	first, err := ws.Subscribe(t.Context(), "mach", replay, "certificates", "demo", "0x2")
	require.NoError(t, err)
	defer first.Unsubscribe()
	second, err := ws.Subscribe(t.Context(), "mach", live, "certificates", demo.ID)
	require.NoError(t, err)
	defer second.Unsubscribe()
	l.certify(2)
	for want := uint64(2); want <= 7; want++ {
		got := <-replay
		require.EqualValues(t, want, got.Claim.Number)
		require.NoError(t, client.Verify(domain, l.set, got))
	}
	require.EqualValues(t, 6, (<-live).Claim.Number)
	_, err = ws.Subscribe(t.Context(), "mach", live, "certificates", "nope")
	require.ErrorContains(t, err, "not served")
}

func TestWatchSurvivesARestart(t *testing.T) {
	l := newLedger(t)
	l.certify(3)
	cfg := config(l)
	cfg.Listen = fmt.Sprintf("127.0.0.1:%d", testutil.FreePort(t))
	first, err := api.New(cfg)
	require.NoError(t, err)
	require.NoError(t, first.Start(t.Context()))
	c, err := client.Dial(t.Context(), "http://"+cfg.Listen)
	require.NoError(t, err)
	defer c.Close()
	got := make(chan avs.Certificate)
	ctx, cancel := context.WithCancel(t.Context())
	watched := make(chan error, 1)
	go func() {
		watched <- c.Watch(ctx, "demo", 1, func(certificate avs.Certificate) error {
			got <- certificate
			return nil
		})
	}()
	for want := uint64(1); want <= 3; want++ {
		require.Equal(t, want, (<-got).Claim.Number)
	}
	stop, done := context.WithTimeout(context.Background(), wait)
	defer done()
	require.NoError(t, first.Stop(stop))
	l.certify(2)
	serve(t, cfg)
	for want := uint64(4); want <= 5; want++ {
		certificate := <-got
		require.Equal(t, want, certificate.Claim.Number)
		require.NoError(t, certificate.Verify(domain, l.set))
	}
	cancel()
	require.ErrorIs(t, <-watched, context.Canceled)
}

func TestWatchEnds(t *testing.T) {
	l := newLedger(t)
	l.certify(1)
	c := dial(t, serve(t, config(l)))
	own := errors.New("enough")
	require.ErrorIs(t, c.Watch(t.Context(), "demo", 1, func(avs.Certificate) error { return own }), own)
	require.ErrorIs(t, c.Watch(t.Context(), "nope", 1, nil), client.ErrNotFound)
}

func TestClientReadsAll(t *testing.T) {
	l := newLedger(t)
	l.certify(2)
	c := dial(t, serve(t, config(l)))
	certificate, err := c.Certificate(t.Context(), "demo", client.Number(2))
	require.NoError(t, err)
	setJSON, err := c.OperatorSet(t.Context(), "demo", avs.Epoch(certificate.Epoch))
	require.NoError(t, err)
	set, err := setJSON.Value()
	require.NoError(t, err)
	require.Equal(t, l.set.Hash(), set.Hash())
	domainJSON, err := c.Domain(t.Context())
	require.NoError(t, err)
	d, err := domainJSON.Value()
	require.NoError(t, err)
	require.Equal(t, domain, d)
	require.NoError(t, client.Verify(d, set, certificate))
	status, err := c.Status(t.Context())
	require.NoError(t, err)
	require.JSONEq(t, `{"head":"0x7"}`, string(status))
	_, err = c.OperatorSet(t.Context(), "demo", 9)
	require.ErrorIs(t, err, client.ErrNotFound)
	_, err = client.Dial(t.Context(), "ws://x")
	require.Error(t, err)
}

func TestConnectService(t *testing.T) {
	l := newLedger(t)
	l.certify(3)
	s := serve(t, config(l))
	var h2 http.Protocols
	h2.SetUnencryptedHTTP2(true)
	for _, test := range []struct {
		name    string
		client  *http.Client
		options []connect.ClientOption
	}{
		{"connect over http/1.1", &http.Client{Transport: &http.Transport{}}, nil},
		{"grpc over h2c", &http.Client{Transport: &http.Transport{Protocols: &h2}}, []connect.ClientOption{connect.WithGRPC()}},
	} {
		t.Run(test.name, func(t *testing.T) {
			defer test.client.CloseIdleConnections()
			c := tridentv1connect.NewMachServiceClient(test.client, "http://"+s.Addr(), test.options...)
			hash := hashOf(2)
			got, err := c.GetCertificate(t.Context(), connect.NewRequest(&tridentv1.GetCertificateRequest{Rollup: "demo",
				Block: &tridentv1.GetCertificateRequest_Hash{Hash: hash[:]}}))
			require.NoError(t, err)
			value, err := client.FromProto(got.Msg.GetCertificate())
			require.NoError(t, err)
			require.NoError(t, value.Verify(domain, l.set))
			require.EqualValues(t, 2, value.Claim.Number)
			_, err = c.GetCertificate(t.Context(), connect.NewRequest(&tridentv1.GetCertificateRequest{Rollup: "demo",
				Block: &tridentv1.GetCertificateRequest_Number{Number: 99}}))
			require.Equal(t, connect.CodeNotFound, connect.CodeOf(err))
			_, err = c.GetCertificate(t.Context(), connect.NewRequest(&tridentv1.GetCertificateRequest{Rollup: "demo",
				Block: &tridentv1.GetCertificateRequest_Hash{Hash: []byte{1}}}))
			require.Equal(t, connect.CodeInvalidArgument, connect.CodeOf(err))
			set, err := c.GetOperatorSet(t.Context(), connect.NewRequest(&tridentv1.GetOperatorSetRequest{Rollup: "demo"}))
			require.NoError(t, err)
			require.Len(t, set.Msg.GetOperatorSet().GetMembers(), 4)
			d, err := c.GetDomain(t.Context(), connect.NewRequest(&tridentv1.GetDomainRequest{}))
			require.NoError(t, err)
			require.Equal(t, domain.Network, d.Msg.GetNetwork())
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			stream, err := c.StreamCertificates(ctx, connect.NewRequest(&tridentv1.StreamCertificatesRequest{Rollup: "demo", FromNumber: 2}))
			require.NoError(t, err)
			for want := uint64(2); want <= 3; want++ {
				require.True(t, stream.Receive(), "%v", stream.Err())
				require.Equal(t, want, stream.Msg().GetCertificate().GetClaim().GetNumber())
			}
			cancel()
			_ = stream.Close() // the context ended it
		})
	}
}

func TestThousandSubscribers(t *testing.T) {
	l := newLedger(t)
	l.certify(1)
	s := serve(t, config(l))
	const subscribers, connections, blocks = 1000, 20, 5
	var readers sync.WaitGroup
	for range connections {
		ws, err := rpc.Dial("ws://" + s.Addr())
		require.NoError(t, err)
		defer ws.Close()
		for range subscribers / connections {
			in := make(chan client.Certificate, blocks)
			subscription, err := ws.Subscribe(t.Context(), "mach", in, "certificates", "demo", 1)
			require.NoError(t, err)
			readers.Go(func() {
				for want := uint64(1); want <= blocks; want++ {
					if c := <-in; uint64(c.Claim.Number) != want {
						t.Errorf("got %d, want %d", uint64(c.Claim.Number), want)
					}
				}
				subscription.Unsubscribe()
			})
		}
	}
	l.certify(blocks - 1)
	readers.Wait()
}

// endless has certificates without end.
type endless struct{ *ledger }

func (e endless) Subscribe(ctx context.Context, _ avs.RollupID, from uint64) <-chan avs.Certificate {
	out := make(chan avs.Certificate)
	go func() {
		defer close(out)
		c, _, _ := e.Latest(demo.ID)
		c.Signers = make(avs.Bitmap, 32<<10) // fills the buffers of a connection sooner
		_, _ = rand.Read(c.Signers)
		for c.Claim.Number = from; ; c.Claim.Number++ {
			select {
			case out <- c:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func TestDeadReadersAreDropped(t *testing.T) {
	l := newLedger(t)
	l.certify(1)
	cfg := config(l)
	registry := metrics.New()
	cfg.Certificates, cfg.WriteTimeout, cfg.Registry = endless{l}, 300*time.Millisecond, registry
	s := serve(t, cfg)
	var h2 http.Protocols
	h2.SetUnencryptedHTTP2(true)
	gauge := func() string {
		answer := httptest.NewRecorder()
		registry.Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
		return answer.Body.String()
	}
	for _, transport := range []*http.Transport{{}, {Protocols: &h2}} {
		hc := &http.Client{Transport: transport}
		defer hc.CloseIdleConnections()
		c := tridentv1connect.NewMachServiceClient(hc, "http://"+s.Addr())
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		stream, err := c.StreamCertificates(ctx, connect.NewRequest(&tridentv1.StreamCertificatesRequest{Rollup: "demo", FromNumber: 1}))
		require.NoError(t, err)
		require.True(t, stream.Receive())
		require.Contains(t, gauge(), "trident_api_subscribers 1\n")
		testutil.Eventually(t, wait, func() bool { return strings.Contains(gauge(), "trident_api_subscribers 0\n") }, "the reader is dropped")
		cancel()
		_ = stream.Close() // it was dropped
	}
}

func TestHealthMetricsAndUnknownPaths(t *testing.T) {
	cfg := config(newLedger(t))
	var mu sync.Mutex
	var sick error
	cfg.Health = func() error {
		mu.Lock()
		defer mu.Unlock()
		return sick
	}
	s := serve(t, cfg)
	c := &http.Client{Transport: &http.Transport{}}
	defer c.CloseIdleConnections()
	get := func(path string) (int, string) {
		r, err := c.Get("http://" + s.Addr() + path)
		require.NoError(t, err)
		defer r.Body.Close()
		body, err := io.ReadAll(r.Body)
		require.NoError(t, err)
		return r.StatusCode, string(body)
	}
	code, body := get("/healthz")
	require.Equal(t, http.StatusOK, code)
	require.Equal(t, "ok\n", body)
	mu.Lock()
	sick = errors.New("execution client does not answer")
	mu.Unlock()
	code, body = get("/healthz")
	require.Equal(t, http.StatusServiceUnavailable, code)
	require.Contains(t, body, "execution client")
	_, body = get("/metrics")
	require.Contains(t, body, "trident_up 1")
	code, _ = get("/nowhere")
	require.Equal(t, http.StatusNotFound, code)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodOptions, "http://"+s.Addr()+"/", nil)
	require.NoError(t, err)
	preflight, err := c.Do(request)
	require.NoError(t, err)
	require.NoError(t, preflight.Body.Close())
	require.Equal(t, "*", preflight.Header.Get("Access-Control-Allow-Origin"))
}

func TestPortInUse(t *testing.T) {
	cfg := config(newLedger(t))
	cfg.Listen = serve(t, cfg).Addr()
	s, err := api.New(cfg)
	require.NoError(t, err)
	err = s.Start(t.Context())
	require.ErrorIs(t, err, api.ErrAddressInUse)
	require.Equal(t, "listen on "+cfg.Listen+": address in use: stop the other process or choose another API port", err.Error())
	require.NoError(t, s.Stop(t.Context()))
	_, err = api.New(api.Config{})
	require.ErrorIs(t, err, api.ErrConfig)
}

func TestOversizedRequestsAreRefused(t *testing.T) {
	s := serve(t, config(newLedger(t)))
	c := &http.Client{Transport: &http.Transport{}}
	defer c.CloseIdleConnections()
	body := `{"jsonrpc":"2.0","id":1,"method":"mach_certificate","params":["` + strings.Repeat("x", 2<<20) + `"]}`
	r, err := c.Post("http://"+s.Addr(), "application/json", strings.NewReader(body))
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	require.Equal(t, http.StatusRequestEntityTooLarge, r.StatusCode)
}
