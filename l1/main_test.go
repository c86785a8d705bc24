package l1

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"encoding/json"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet/devl1"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

// Contracts that a test chain is born with.
var (
	echo    = common.HexToAddress("0xec40") // emits its calldata as an event
	refuser = common.HexToAddress("0xdead") // reverts without a reason
	latch   = common.HexToAddress("0x1a7c") // succeeds once
)

const (
	patience = 20 * time.Second
	chainID  = 4242
)

func testKey(name string) *ecdsa.PrivateKey {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("l1 test " + name)))
	if err != nil {
		panic(err)
	}
	return key
}

func address(name string) common.Address { return crypto.PubkeyToAddress(testKey(name).PublicKey) }

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

func genesisAlloc() types.GenesisAlloc {
	return types.GenesisAlloc{
		echo:    {Code: common.FromHex("365f5f37365fa000"), Balance: new(big.Int)},
		refuser: {Code: common.FromHex("5f5ffd"), Balance: new(big.Int)},
		latch:   {Code: common.FromHex("5f54600a5760015f55005b5f5ffd"), Balance: new(big.Int)},

		address("owner"): {Balance: ether(10_000)}, address("alice"): {Balance: ether(10)}, address("bob"): {Balance: ether(10)},
	}
}

// chain is an L1 that can be taken away and brought back under the same URL.
type chain struct {
	*devl1.L1
	t   *testing.T
	opt devl1.Options
}

// newChain starts an L1 that mines only when told to.
func newChain(t *testing.T) *chain {
	t.Helper()
	c := &chain{t: t, opt: devl1.Options{DataDir: t.TempDir(), Port: testutil.FreePort(t), ChainID: chainID, BlockInterval: -1, Alloc: genesisAlloc()}}
	c.up()
	t.Cleanup(func() { require.NoError(t, c.Close()) })
	return c
}

func (c *chain) up() {
	c.t.Helper()
	var err error
	testutil.Eventually(c.t, patience, func() bool {
		c.L1, err = devl1.Start(c.opt)
		return err == nil
	}, "start l1: %v", err)
}

func (c *chain) down() {
	c.t.Helper()
	require.NoError(c.t, c.Close())
}

func (c *chain) mine(n int) {
	c.t.Helper()
	require.NoError(c.t, c.Mine(n))
}

func (c *chain) finalise() { c.mine(devl1.DefaultFinalityDepth) }

func (c *chain) client() *Client {
	c.t.Helper()
	client, err := Dial(c.t.Context(), c.HTTP(), chainID)
	require.NoError(c.t, err)
	c.t.Cleanup(client.Close)
	return client
}

// through is a client that reaches the L1 through a proxy, which lets answer have a word first. When answer returns
// neither a result nor an error, the request goes on.
func (c *chain) through(answer func(method string, params []json.RawMessage) (result any, fail *rpcError)) *Client {
	c.t.Helper()
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var call struct {
			ID     json.RawMessage   `json:"id"`
			Method string            `json:"method"`
			Params []json.RawMessage `json:"params"`
		}
		body, err := io.ReadAll(r.Body)
		if err != nil || json.Unmarshal(body, &call) != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		w.Header().Set("content-type", "application/json")
		if result, fail := answer(call.Method, call.Params); result != nil || fail != nil {
			_ = json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": call.ID, "result": result, "error": fail})
			return
		}
		request, err := http.NewRequestWithContext(r.Context(), http.MethodPost, c.HTTP(), bytes.NewReader(body))
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		request.Header.Set("content-type", "application/json")
		reply, err := http.DefaultClient.Do(request)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		defer reply.Body.Close()
		_, _ = io.Copy(w, reply.Body)
	}))
	c.t.Cleanup(func() {
		proxy.Close()
		http.DefaultClient.CloseIdleConnections()
	})
	client, err := Dial(c.t.Context(), proxy.URL, chainID)
	require.NoError(c.t, err)
	c.t.Cleanup(client.Close)
	return client
}

type rpcError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// home is a store on disk that can be reopened.
type home struct {
	*store.DB
	t    *testing.T
	path string
}

func newHome(t *testing.T) *home {
	t.Helper()
	h := &home{t: t, path: filepath.Join(t.TempDir(), "db")}
	h.open()
	t.Cleanup(func() { require.NoError(t, h.Close()) })
	return h
}

func (h *home) open() {
	h.t.Helper()
	var err error
	h.DB, err = store.Open(h.path)
	require.NoError(h.t, err)
}

func (h *home) reopen() {
	h.t.Helper()
	require.NoError(h.t, h.Close())
	h.open()
}

// journal is a log that a test can wait on.
type journal struct {
	mu   sync.Mutex
	text strings.Builder
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(p)
}

func (j *journal) count(text string) int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return strings.Count(j.text.String(), text)
}

func (j *journal) log() *slog.Logger {
	return slog.New(slog.NewTextHandler(j, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// emitter makes events that are numbered from zero.
type emitter struct {
	chain  *chain
	client *Client
	next   uint64
}

func newEmitter(c *chain) *emitter { return &emitter{chain: c, client: c.client()} }

// emit puts a transaction with the next event into the pool.
func (e *emitter) emit(t *testing.T) {
	t.Helper()
	sendRaw(t, e.client, "owner", e.next, echo, binary.BigEndian.AppendUint64(nil, e.next), 20)
	e.next++
}

// sendRaw sends a transaction past any manager.
func sendRaw(t *testing.T, client *Client, from string, nonce uint64, to common.Address, data []byte, gwei int64) *types.Transaction {
	t.Helper()
	return sendGas(t, client, from, nonce, to, data, gwei, 100_000)
}

func sendGas(t *testing.T, client *Client, from string, nonce uint64, to common.Address, data []byte, gwei int64, gas uint64) *types.Transaction {
	t.Helper()
	id := big.NewInt(chainID)
	tx, err := types.SignNewTx(testKey(from), types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, To: &to, Data: data,
		Value: new(big.Int), Gas: gas, GasTipCap: big.NewInt(gwei * params.GWei), GasFeeCap: big.NewInt(gwei * params.GWei)})
	require.NoError(t, err)
	require.NoError(t, client.SendTransaction(t.Context(), tx))
	return tx
}

// background runs f until the test or stop ends it, and returns its error.
func background(t *testing.T, f func(context.Context) error) (stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- f(ctx) }()
	stop = sync.OnceValue(func() error {
		cancel()
		return <-done
	})
	t.Cleanup(func() { _ = stop() })
	return stop
}
