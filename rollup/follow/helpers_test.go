package follow

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	gethcore "github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/rollup"
)

const (
	patience  = 60 * time.Second // the machine may be busy
	gethChain = 4242
)

// A relay is an endpoint in front of a real node, which can be made to lie or to stay silent.
type relay struct {
	*httptest.Server
	node *rpc.Client

	mu    sync.Mutex
	lie   func(method string, result json.RawMessage) json.RawMessage
	quiet chan struct{} // requests wait until it is closed; nil: they do not
	asked map[string]int
}

func newRelay(t testing.TB, node *rpc.Client) *relay {
	t.Helper()
	r := &relay{node: node, asked: map[string]int{}}
	r.Server = httptest.NewServer(r)
	t.Cleanup(func() { r.speak(); r.Close() })
	return r
}

func (r *relay) lies(how func(method string, result json.RawMessage) json.RawMessage) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lie = how
}

func (r *relay) silence() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.quiet = make(chan struct{})
}

func (r *relay) speak() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.quiet != nil {
		close(r.quiet)
		r.quiet = nil
	}
}

func (r *relay) count(method string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.asked[method]
}

type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Method  string          `json:"method,omitempty"`
	Params  []any           `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *refusal        `json:"error,omitempty"`
}

type refusal struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// ServeHTTP implements http.Handler.
func (r *relay) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	raw, _ := io.ReadAll(req.Body)
	r.mu.Lock()
	quiet := r.quiet
	r.mu.Unlock()
	if quiet != nil {
		select {
		case <-quiet:
		case <-req.Context().Done():
			return
		}
	}
	var batch []message
	if err := json.Unmarshal(raw, &batch); err != nil {
		http.Error(w, "a batch is wanted", http.StatusBadRequest)
		return
	}
	for i := range batch {
		r.answer(req.Context(), &batch[i])
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(batch)
}

func (r *relay) answer(ctx context.Context, m *message) {
	var result json.RawMessage
	err := r.node.CallContext(ctx, &result, m.Method, m.Params...)
	r.mu.Lock()
	lie := r.lie
	r.asked[m.Method]++
	r.mu.Unlock()
	var refused rpc.Error
	switch {
	case errors.As(err, &refused):
		m.Error = &refusal{refused.ErrorCode(), refused.Error()}
	case err != nil:
		m.Error = &refusal{-32000, err.Error()}
	}
	if lie != nil {
		if told := lie(m.Method, result); told != nil {
			result, m.Error = told, nil
		}
	}
	if m.Result = result; result == nil && m.Error == nil {
		m.Result = json.RawMessage("null")
	}
	m.Method, m.Params = "", nil
}

// changed is an object with another member; nil leaves what is no such object alone.
func changed(result json.RawMessage, name string, value any) json.RawMessage {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(result, &members); err != nil || members[name] == nil {
		return nil
	}
	raw, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	members[name] = raw
	out, err := json.Marshal(members)
	if err != nil {
		panic(err)
	}
	return out
}

// lieAbout changes one member of a block from a number on.
func lieAbout(from uint64, name string, value any) func(string, json.RawMessage) json.RawMessage {
	return func(method string, result json.RawMessage) json.RawMessage {
		if a, err := parseBlock(result); method != "eth_getBlockByNumber" || err != nil || a.number() < from {
			return nil
		}
		return changed(result, name, value)
	}
}

// A net is one node behind three endpoints: the own one and two others.
type net struct {
	node   *rpc.Client
	own    *relay
	others [2]*relay
}

func newNet(t testing.TB, node *rpc.Client) *net {
	t.Helper()
	return &net{node, newRelay(t, node), [2]*relay{newRelay(t, node), newRelay(t, node)}}
}

func (n *net) config(stack string, level avs.Level, chain uint64) Config {
	return Config{Stack: stack, Level: level, ChainID: chain, Head: Latest, Own: n.own.URL, Others: []string{n.others[0].URL, n.others[1].URL},
		SharedHosts: true, Start: 1, Poll: 10 * time.Millisecond, Settle: 1, StallAfter: time.Hour, Timeout: patience}
}

// A watch is a follower at work with what it has told.
type watch struct {
	*Follower
	t      testing.TB
	cancel context.CancelFunc
	done   chan struct{}
	ended  error // read after done

	mu     sync.Mutex
	events []Event
	read   int
}

func start(t testing.TB, cfg Config) *watch {
	t.Helper()
	f, err := New(cfg)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	w := &watch{Follower: f, t: t, cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(w.done)
		w.ended = f.Run(ctx, func(e Event) {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.events = append(w.events, e)
		})
	}()
	t.Cleanup(w.stop)
	return w
}

// stop may be called more than once.
func (w *watch) stop() {
	w.cancel()
	<-w.done
	if !errors.Is(w.ended, context.Canceled) {
		w.t.Errorf("run ended: %v", w.ended)
	}
}

// take is the next event.
func (w *watch) take() Event {
	w.t.Helper()
	var e Event
	testutil.Eventually(w.t, patience, func() bool {
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.read == len(w.events) {
			return false
		}
		e = w.events[w.read]
		w.read++
		return true
	}, "next event")
	return e
}

// observe takes the next event, which must be the block of a number.
func (w *watch) observe(number uint64) Block {
	w.t.Helper()
	e := w.take()
	require.IsType(w.t, Observed{}, e, "%+v", e)
	b := e.(Observed).Block
	require.Equal(w.t, number, b.Number)
	return b
}

// silent says that nothing was told beside what was taken.
func (w *watch) silent() {
	w.t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	require.Empty(w.t, w.events[w.read:])
}

// looks waits until the own node was asked for blocks some more times.
func (w *watch) looks(r *relay, more int) {
	w.t.Helper()
	from := r.count("eth_getBlockByNumber")
	testutil.Eventually(w.t, patience, func() bool { return r.count("eth_getBlockByNumber") >= from+more }, "%d more looks", more)
}

// geth is go-ethereum in this process.
type geth struct {
	*rollup.Driver
	t     testing.TB
	node  *rpc.Client
	spec  *gethcore.Genesis
	nonce uint64
}

func newGeth(t testing.TB) *geth {
	t.Helper()
	_, from := payer()
	spec, _ := rollup.Genesis(gethChain, 60_000_000, types.GenesisAlloc{from: {Balance: new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))}}, 1_700_000_000)
	d, err := rollup.Open(context.Background(), rollup.Config{DataDir: t.TempDir(), Genesis: spec})
	require.NoError(t, err)
	g := &geth{Driver: d, t: t, node: d.Attach(), spec: spec}
	t.Cleanup(func() {
		g.node.Close()
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		require.NoError(t, d.Close(ctx))
	})
	return g
}

// mine makes n blocks, each with a transfer and the creation of a contract.
func (g *geth) mine(n int) {
	g.t.Helper()
	for range n {
		key, _ := payer()
		to := common.Address{1, byte(g.nonce)}
		var raws [][]byte
		for _, tx := range []*types.DynamicFeeTx{{To: &to, Value: big.NewInt(1), Gas: 21_000}, {Data: common.FromHex("64600160005560005260056" + "01bf3"), Gas: 200_000}} {
			tx.ChainID, tx.Nonce, tx.GasFeeCap, tx.GasTipCap = big.NewInt(gethChain), g.nonce, big.NewInt(params.GWei), big.NewInt(1)
			g.nonce++
			raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(tx.ChainID), tx).MarshalBinary()
			require.NoError(g.t, err)
			raws = append(raws, raw)
		}
		for _, err := range g.AddTransactions(raws) {
			require.NoError(g.t, err)
		}
		head, err := g.Head(context.Background())
		require.NoError(g.t, err)
		var built avs.BuiltBlock
		testutil.Eventually(g.t, patience, func() bool {
			built, err = g.Build(context.Background(), avs.BuildRequest{Parent: head.Hash, Timestamp: head.Timestamp + 1, Random: common.Hash{7}})
			return err == nil
		}, "a block")
		require.NoError(g.t, g.SetHead(context.Background(), built.Ref.Hash))
		require.NoError(g.t, g.Finalize(context.Background(), built.Ref.Hash))
	}
}

// anvil starts Foundry's node, or skips the test where it is not installed.
func anvil(t testing.TB, flags ...string) *rpc.Client {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "contracts", "node_modules", ".bin", "anvil"))
	require.NoError(t, err)
	if _, err := exec.LookPath(path); err != nil {
		if path, err = exec.LookPath("anvil"); err != nil {
			t.Skip("anvil is not installed: make contracts-deps")
		}
	}
	port := strconv.Itoa(testutil.FreePort(t))
	cmd := exec.Command(path, append([]string{"--silent", "--no-mining", "--port", port}, flags...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // the group: npm's anvil is a script that starts the program
		_ = cmd.Wait()
	})
	client := &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	c, err := rpc.DialOptions(context.Background(), "http://127.0.0.1:"+port, rpc.WithHTTPClient(client))
	require.NoError(t, err)
	t.Cleanup(func() { c.Close(); client.CloseIdleConnections() })
	testutil.Eventually(t, patience, func() bool {
		var id string
		return c.Call(&id, "eth_chainId") == nil
	}, "anvil to answer")
	return c
}

const anvilChain = 31337

// must calls a method of a node.
func must(t testing.TB, c *rpc.Client, method string, args ...any) json.RawMessage {
	t.Helper()
	var out json.RawMessage
	require.NoError(t, c.Call(&out, method, args...), method)
	return out
}

// send puts a transfer into anvil's pool; mine makes a block with what is there.
func send(t testing.TB, c *rpc.Client, more map[string]any) {
	t.Helper()
	tx := map[string]any{"from": "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266", "to": "0x70997970c51812dc3a010c7d01b50e0d17dc79c8", "value": "0x1"}
	for k, v := range more {
		tx[k] = v
	}
	must(t, c, "eth_sendTransaction", tx)
}

func hashAt(t testing.TB, c *rpc.Client, number uint64) common.Hash {
	t.Helper()
	a, err := parseBlock(must(t, c, "eth_getBlockByNumber", "0x"+strconv.FormatUint(number, 16), false))
	require.NoError(t, err)
	return a.hash
}

func payer() (key *ecdsa.PrivateKey, address common.Address) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("follow payer")))
	if err != nil {
		panic(err)
	}
	return key, crypto.PubkeyToAddress(key.PublicKey)
}
