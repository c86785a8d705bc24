package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/api/proxy"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/rollup"
)

// execution is a rollup's node as our operators run it, with blocks made by hand.
type execution struct {
	t      *testing.T
	driver *rollup.Driver
	nonce  uint64
}

func newExecution(t *testing.T) *execution {
	t.Helper()
	payer := crypto.PubkeyToAddress(testKey(t, "payer").PublicKey)
	genesis, _ := rollup.Genesis(7001, 30_000_000, types.GenesisAlloc{payer: {Balance: ether(100)}}, 1_700_000_000)
	d, err := rollup.Open(t.Context(), rollup.Config{DataDir: t.TempDir(), Genesis: genesis, RPC: "127.0.0.1:0"})
	require.NoError(t, err)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		defer cancel()
		require.NoError(t, d.Close(ctx))
	})
	return &execution{t: t, driver: d}
}

// build makes the next block, which is not the head yet.
func (e *execution) build() avs.BlockRef {
	e.t.Helper()
	ctx := e.t.Context()
	to, chain := common.Address{0xaa}, big.NewInt(7001)
	tx := types.MustSignNewTx(testKey(e.t, "payer"), types.LatestSignerForChainID(chain), &types.DynamicFeeTx{ChainID: chain, Nonce: e.nonce, Gas: params.TxGas,
		To: &to, Value: big.NewInt(1), GasFeeCap: big.NewInt(params.GWei * 10), GasTipCap: big.NewInt(1)})
	e.nonce++
	raw, err := tx.MarshalBinary()
	require.NoError(e.t, err)
	for _, err := range e.driver.AddTransactions([][]byte{raw}) {
		require.NoError(e.t, err)
	}
	head, err := e.driver.Head(ctx)
	require.NoError(e.t, err)
	var built avs.BuiltBlock
	testutil.Eventually(e.t, wait, func() bool {
		built, err = e.driver.Build(ctx, avs.BuildRequest{Parent: head.Hash, Timestamp: head.Timestamp + 1, Random: common.Hash{7}})
		return err == nil
	}, "a block can be built")
	ref, err := e.driver.Import(ctx, built.Body)
	require.NoError(e.t, err)
	return ref
}

func (e *execution) extend() avs.BlockRef {
	e.t.Helper()
	ref := e.build()
	require.NoError(e.t, e.driver.SetHead(e.t.Context(), ref.Hash))
	return ref
}

// front is a proxy in front of an upstream, over real certificates.
type front struct {
	t      *testing.T
	ledger *ledger
	proxy  *proxy.Proxy
	rpc    *rpc.Client
	ws     *rpc.Client
}

func newFront(t *testing.T, upstream string, hashes func(uint64) common.Hash) *front {
	t.Helper()
	l := newLedger(t)
	l.hashes = hashes
	sub := subscribe(l, 0, serve(t, config(l)))
	sub.Newest = true
	s, err := client.Subscribe(t.Context(), sub)
	require.NoError(t, err)
	t.Cleanup(s.Close)
	p, err := proxy.New(proxy.Config{Listen: "127.0.0.1:0", Upstream: upstream, Events: s})
	require.NoError(t, err)
	require.NoError(t, p.Start(t.Context()))
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		defer cancel()
		require.NoError(t, p.Stop(ctx))
	})
	f := &front{t: t, ledger: l, proxy: p}
	f.rpc, err = rpc.Dial("http://" + p.Addr())
	require.NoError(t, err)
	t.Cleanup(f.rpc.Close)
	t.Cleanup(http.DefaultClient.CloseIdleConnections)
	f.ws, err = rpc.Dial("ws://" + p.Addr())
	require.NoError(t, err)
	t.Cleanup(f.ws.Close)
	return f
}

type header struct {
	Number hexutil.Uint64 `json:"number"`
	Hash   common.Hash    `json:"hash"`
}

func (f *front) final(c *rpc.Client) (header, error) {
	var h *header
	err := c.CallContext(f.t.Context(), &h, "eth_getBlockByNumber", "finalized", false)
	if h == nil {
		return header{}, err
	}
	return *h, err
}

// await waits until finalized is a number.
func (f *front) await(number uint64) header {
	f.t.Helper()
	var h header
	testutil.Eventually(f.t, wait, func() bool {
		var err error
		h, err = f.final(f.rpc)
		return err == nil && uint64(h.Number) == number
	}, "finalized to be %d", number)
	return h
}

// refused waits until finalized is refused with a code, and returns the error.
func (f *front) refused(code int) error {
	f.t.Helper()
	var err error
	testutil.Eventually(f.t, wait, func() bool {
		_, err = f.final(f.rpc)
		var coded rpc.Error
		return errors.As(err, &coded) && coded.ErrorCode() == code
	}, "finalized to be refused with %d", code)
	return err
}

func (f *front) health() (int, string) {
	f.t.Helper()
	r, err := http.Get("http://" + f.proxy.Addr() + "/healthz")
	require.NoError(f.t, err)
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	require.NoError(f.t, err)
	return r.StatusCode, string(body)
}

func TestProxyBeforeOurNode(t *testing.T) {
	e := newExecution(t)
	hashes := []common.Hash{e.driver.GenesisHash()}
	for range 3 {
		hashes = append(hashes, e.extend().Hash)
	}
	f := newFront(t, e.driver.HTTP(), func(n uint64) common.Hash { return hashes[n] })
	err := f.refused(-39001)
	require.ErrorContains(t, err, "finalized block not found")
	code, body := f.health()
	require.Equal(t, http.StatusServiceUnavailable, code)
	require.Contains(t, body, "no certificate has been checked yet")
	var number hexutil.Uint64
	require.NoError(t, f.rpc.CallContext(t.Context(), &number, "eth_blockNumber"))
	require.EqualValues(t, 3, number, "the rest passes")

	f.ledger.certify(2)
	require.Equal(t, hashes[2], f.await(2).Hash)
	ws, err := f.final(f.ws)
	require.NoError(t, err)
	require.Equal(t, hashes[2], ws.Hash)
	code, body = f.health()
	require.Equal(t, http.StatusOK, code, body)
	to := common.Address{0xaa}
	for method, args := range map[string][]any{
		"eth_getBalance": {to, "finalized"}, "eth_call": {map[string]any{"to": to}, "finalized"}, "eth_getProof": {to, []string{"0x0"}, "finalized"},
		"eth_feeHistory": {"0x1", "finalized", []int{50}}, "eth_getTransactionCount": {to, map[string]any{"blockNumber": "finalized"}},
		"eth_getLogs": {map[string]any{"fromBlock": "finalized", "toBlock": "finalized"}}, "eth_newFilter": {map[string]any{"fromBlock": "finalized"}},
		"eth_getBlockReceipts": {"finalized"}, "eth_getStorageAt": {to, "0x0", "finalized"}, "eth_getCode": {to, "finalized"},
	} {
		for name, c := range map[string]*rpc.Client{"http": f.rpc, "ws": f.ws} {
			var out json.RawMessage
			require.NoError(t, c.CallContext(t.Context(), &out, method, args...), "%s over %s", method, name)
			if method == "eth_newFilter" {
				require.NoError(t, c.CallContext(t.Context(), new(bool), "eth_uninstallFilter", out))
			}
			if method == "eth_getBalance" {
				require.Equal(t, `"0x2"`, string(out), "as of block 2")
			}
		}
	}
	batch := []rpc.BatchElem{{Method: "eth_getBalance", Args: []any{to, "latest"}, Result: new(string)},
		{Method: "eth_getBlockByNumber", Args: []any{"finalized", false}, Result: new(header)}, {Method: "eth_nope", Result: new(any)}}
	require.NoError(t, f.rpc.BatchCall(batch))
	require.Equal(t, "0x3", *batch[0].Result.(*string))
	require.EqualValues(t, 2, batch[1].Result.(*header).Number)
	require.Error(t, batch[2].Error)

	heads := make(chan *types.Header, 4)
	subscription, err := f.ws.EthSubscribe(t.Context(), heads, "newHeads")
	require.NoError(t, err)
	ahead := e.build() // certified, and this node has not got there
	hashes = append(hashes, ahead.Hash)
	f.ledger.certify(2)
	require.Equal(t, hashes[3], f.await(3).Hash, "the newest that the node has")
	require.NoError(t, e.driver.SetHead(t.Context(), ahead.Hash))
	f.await(4)
	require.Equal(t, ahead.Hash, (<-heads).Hash(), "subscriptions pass")
	subscription.Unsubscribe()

	f.ledger.turn()
	testutil.Eventually(t, wait, func() bool { _, body := f.health(); return strings.Contains(body, "paused") }, "the pause to be told")
	hashes = append(hashes, e.extend().Hash)
	f.ledger.certify(1)
	require.Equal(t, ahead.Hash, f.await(4).Hash, "not moved while paused")
	f.ledger.turn()
	f.await(5)
}

// anvil starts a foreign node; blocks are mined on demand.
func anvil(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "contracts", "node_modules", ".bin", "anvil"))
	require.NoError(t, err)
	if _, err := exec.LookPath(path); err != nil {
		t.Skip("anvil is not installed: make contracts-deps")
	}
	port := testutil.FreePort(t)
	cmd := exec.Command(path, "--silent", "--no-mining", "--port", strconv.Itoa(port))
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // the group: npm's anvil is a script that starts the program
		_ = cmd.Wait()
	})
	at := "http://127.0.0.1:" + strconv.Itoa(port)
	c, err := rpc.Dial(at)
	require.NoError(t, err)
	defer c.Close()
	testutil.Eventually(t, wait, func() bool { return c.CallContext(t.Context(), new(string), "eth_chainId") == nil }, "anvil to answer")
	return at
}

// TestProxyBeforeAnotherNode: one that loses the certified chain is found out, and trusted again once it is back.
func TestProxyBeforeAnotherNode(t *testing.T) {
	at := anvil(t)
	c, err := rpc.Dial(at)
	require.NoError(t, err)
	defer c.Close()
	hash := func(n uint64) (h header) {
		require.NoError(t, c.CallContext(t.Context(), &h, "eth_getBlockByNumber", hexutil.EncodeUint64(n), false))
		return h
	}
	require.NoError(t, c.CallContext(t.Context(), new(any), "anvil_mine", "0x3"))
	var snapshot string
	require.NoError(t, c.CallContext(t.Context(), &snapshot, "evm_snapshot"))
	require.NoError(t, c.CallContext(t.Context(), new(any), "anvil_mine", "0x2"))
	hashes := map[uint64]common.Hash{}
	for n := range uint64(6) {
		hashes[n] = hash(n).Hash
	}
	f := newFront(t, at, func(n uint64) common.Hash { return hashes[n] })
	f.ledger.certify(4)
	require.Equal(t, hashes[4], f.await(4).Hash)
	require.NoError(t, c.CallContext(t.Context(), new(any), "evm_revert", snapshot))
	require.NoError(t, c.CallContext(t.Context(), new(any), "evm_increaseTime", "0x64")) // another block 4
	require.NoError(t, c.CallContext(t.Context(), new(any), "anvil_mine", "0x2"))
	err = f.refused(-39002)
	require.ErrorContains(t, err, "not on the certified chain: its block 4 is "+hash(4).Hash.Hex()+", certified is "+hashes[4].Hex())
	testutil.Eventually(t, wait, func() bool {
		code, body := f.health()
		return code == http.StatusServiceUnavailable && strings.Contains(body, "not on the certified chain")
	}, "health to say so")
	require.NoError(t, f.rpc.CallContext(t.Context(), new(string), "eth_blockNumber"), "the rest passes")
	err = f.ws.CallContext(t.Context(), new(any), "eth_getBalance", common.Address{1}, "finalized")
	require.ErrorContains(t, err, "not on the certified chain")
}

// TestProxyChecksTheAnswer: an upstream that shows the certified hash to one question and another block to the next one.
func TestProxyChecksTheAnswer(t *testing.T) {
	var lie atomic.Bool
	upstream := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		result := `"0x1"`
		if bytes.Contains(body, []byte("eth_getBlockByNumber")) {
			h := hashOf(1)
			if lie.Load() && bytes.Contains(body, []byte(`"id":77`)) {
				h = hashOf(2)
			}
			result = `{"number":"0x1","hash":"` + h.Hex() + `"}`
		}
		var q struct{ ID json.RawMessage }
		_ = json.Unmarshal(body, &q)
		if bytes.Contains(body, []byte("eth_fail")) {
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"error":{"code":3,"message":"reverted","data":"0xdead"}}`, q.ID)
			return
		}
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":%s}`, q.ID, result)
	})}
	at := listen(t, upstream)
	l := newLedger(t)
	l.certify(1)
	sub := subscribe(l, 1, serve(t, config(l)))
	s, err := client.Subscribe(t.Context(), sub)
	require.NoError(t, err)
	t.Cleanup(s.Close)
	p, err := proxy.New(proxy.Config{Listen: "127.0.0.1:0", Upstream: at, Events: s})
	require.NoError(t, err)
	require.NoError(t, p.Start(t.Context()))
	defer func() {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		defer cancel()
		require.NoError(t, p.Stop(ctx))
	}()
	hc := &http.Client{Transport: &http.Transport{}}
	defer hc.CloseIdleConnections()
	post := func(body string) (int, string) {
		r, err := hc.Post("http://"+p.Addr(), "application/json", strings.NewReader(body))
		require.NoError(t, err)
		defer r.Body.Close()
		out, err := io.ReadAll(r.Body)
		require.NoError(t, err)
		return r.StatusCode, string(out)
	}
	const ask = `{"jsonrpc":"2.0","id":77,"method":"eth_getBlockByNumber","params":["finalized",false]}`
	testutil.Eventually(t, wait, func() bool { _, out := post(ask); return strings.Contains(out, hashOf(1).Hex()) }, "a final block")
	lie.Store(true)
	_, out := post(ask)
	require.Contains(t, out, `"code":-39002`)
	require.Contains(t, out, `"id":77`)
	_, out = post(`{"jsonrpc":"2.0","id":"x","method":"eth_fail","params":["finalized"]}`)
	require.Contains(t, out, "0xdead", "an error keeps its data")
	for body, says := range map[string]string{
		`{"finalized`: `"code":-32700`, `["finalized"]`: `"code":-32700`,
		`[` + strings.Repeat(`{"id":1,"method":"eth_call","params":["finalized"]},`, 1000) + `{}]`: `"code":-32600`,
	} {
		_, out := post(body)
		require.Contains(t, out, says)
	}
	code, _ := post(strings.Repeat(" ", 6<<20))
	require.Equal(t, http.StatusRequestEntityTooLarge, code)
	code, out = post(`{"jsonrpc":"2.0","method":"eth_getBalance","params":["0xaa","finalized"]}`)
	require.Contains(t, []int{http.StatusOK, http.StatusNoContent}, code, out)
}

// listen serves until the test ends.
func listen(t *testing.T, s *http.Server) string {
	t.Helper()
	port := testutil.FreePort(t)
	s.Addr = "127.0.0.1:" + strconv.Itoa(port)
	s.ReadHeaderTimeout = time.Second
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = s.ListenAndServe()
	}()
	t.Cleanup(func() {
		_ = s.Close()
		<-done
	})
	testutil.Eventually(t, wait, func() bool {
		r, err := http.Get("http://" + s.Addr)
		if err != nil {
			return false
		}
		_ = r.Body.Close()
		return true
	}, "the server to listen")
	http.DefaultClient.CloseIdleConnections()
	return "http://" + s.Addr
}

func TestProxyRefuses(t *testing.T) {
	l := newLedger(t)
	s, err := client.Subscribe(t.Context(), subscribe(l, 1, serve(t, config(l))))
	require.NoError(t, err)
	defer s.Close()
	for name, cfg := range map[string]proxy.Config{
		"no address":   {Upstream: "http://127.0.0.1:1", Events: s},
		"no upstream":  {Listen: "127.0.0.1:0", Events: s},
		"no http":      {Listen: "127.0.0.1:0", Upstream: "ws://127.0.0.1:1", Events: s},
		"no events":    {Listen: "127.0.0.1:0", Upstream: "http://127.0.0.1:1"},
		"no websocket": {Listen: "127.0.0.1:0", Upstream: "http://127.0.0.1:1", WebSocket: "http://127.0.0.1:1", Events: s},
	} {
		_, err := proxy.New(cfg)
		require.ErrorIs(t, err, proxy.ErrConfig, name)
	}
	p, err := proxy.New(proxy.Config{Listen: "127.0.0.1:0", Upstream: "http://127.0.0.1:1/secret", Events: s})
	require.NoError(t, err)
	err = p.Start(t.Context())
	require.ErrorIs(t, err, proxy.ErrUpstream)
	require.ErrorContains(t, err, "is --upstream right?")
	require.NotContains(t, err.Error(), "secret")
	require.NoError(t, p.Stop(t.Context()))
}
