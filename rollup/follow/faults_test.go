package follow

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/testutil"
)

// TestReorgs makes anvil replace what was emitted, in two ways.
func TestReorgs(t *testing.T) {
	node := anvil(t)
	for range 2 {
		must(t, node, "evm_mine")
	}
	snapshot := must(t, node, "evm_snapshot")
	for range 2 {
		must(t, node, "evm_mine")
	}
	n := newNet(t, node)
	w := start(t, n.config(plain, avs.LevelCommitments, anvilChain))
	old := map[uint64]common.Hash{}
	for number := uint64(1); number <= 4; number++ {
		old[number] = w.observe(number).Hash
	}
	must(t, node, "anvil_reorg", 2, []any{})
	r, ok := w.take().(Reorged)
	require.True(t, ok)
	require.Equal(t, Reorged{From: 3, Old: old[3], New: hashAt(t, node, 3)}, r)
	require.Equal(t, Agreed{3}, w.take())
	w.looks(n.own, 6)
	w.silent()
	w.Resume()
	require.Equal(t, old[2], w.observe(3).Parent)
	require.NotEqual(t, old[4], w.observe(4).Hash)
	w.stop()

	// The same while nobody looks: the last emitted hash is all that the next run is given.
	require.Equal(t, "true", string(must(t, node, "evm_revert", json.RawMessage(snapshot))))
	send(t, node, nil)
	for range 2 {
		must(t, node, "evm_mine")
	}
	cfg := n.config(plain, avs.LevelAgreement, anvilChain)
	cfg.Start, cfg.Parent = 5, old[4]
	w = start(t, cfg)
	require.Equal(t, Reorged{From: 4, Old: old[4], New: hashAt(t, node, 4)}, w.take())
	require.Equal(t, Agreed{4}, w.take())
	w.Resume()
	w.observe(4)
}

// TestStalledEndpoint: one that takes requests and stays silent holds the stream up, is told, and blocks nothing else.
func TestStalledEndpoint(t *testing.T) {
	g := newGeth(t)
	g.mine(1)
	n := newNet(t, g.node)
	cfg := n.config(plain, avs.LevelAgreement, gethChain)
	cfg.Timeout, cfg.StallAfter = 500*time.Millisecond, time.Millisecond
	w := start(t, cfg)
	observed := func(number uint64) { // a busy machine may make healthy endpoints look slow
		for {
			if o, ok := w.take().(Observed); ok {
				require.Equal(t, number, o.Block.Number)
				return
			}
		}
	}
	stalled := func() bool { return slices.Contains(w.Status().Stalled, n.others[0].URL) }
	observed(1)
	n.others[0].silence()
	g.mine(1)
	testutil.Eventually(t, patience, stalled, "the silent one told")
	require.Equal(t, uint64(2), w.Status().Next)
	require.False(t, w.Status().Halted)
	n.others[0].speak()
	observed(2)
	testutil.Eventually(t, patience, func() bool { return !stalled() }, "the silent one well again")
	w.stop()
	require.True(t, slices.ContainsFunc(w.events, func(e Event) bool { s, ok := e.(Stalled); return ok && s.Endpoint == n.others[0].URL }))
	require.Contains(t, w.events, Recovered{n.others[0].URL})
}

// TestMissingProofs: a node that cannot prove what the level asks for makes nobody a liar.
func TestMissingProofs(t *testing.T) {
	g := newGeth(t)
	g.mine(1)
	for method, told := range map[string]json.RawMessage{
		"eth_getProof":           json.RawMessage(`{"address":"0x0000000000000000000000000000000000000000","accountProof":[],"storageHash":"` + common.Hash{}.Hex() + `"}`),
		"eth_getBlockReceipts":   json.RawMessage("null"),
		"debug_executionWitness": json.RawMessage(`{"headers":[],"codes":[],"state":[]}`),
	} {
		n := newNet(t, g.node)
		n.own.lies(func(asked string, _ json.RawMessage) json.RawMessage {
			if asked == method {
				return told
			}
			return nil
		})
		cfg := n.config(plain, avs.LevelExecution, gethChain)
		cfg.ChainConfig, cfg.StallAfter = g.spec.Config, time.Millisecond
		w := start(t, cfg)
		stalled, ok := w.take().(Stalled)
		require.True(t, ok, method)
		require.Equal(t, n.own.URL, stalled.Endpoint)
		w.stop()
		w.silent()
	}
}

// TestInvalidBlock: a block whose contents hold but whose execution does not. The own node tells one that claims another
// state root, consistently everywhere.
func TestInvalidBlock(t *testing.T) {
	g := newGeth(t)
	g.mine(1)
	n := newNet(t, g.node)
	bad := common.Hash{6, 6, 6}
	forge := func(method string, result json.RawMessage) json.RawMessage {
		a, err := parseBlock(result)
		if method != "eth_getBlockByNumber" || err != nil || a.number() != 1 {
			return nil
		}
		a.header.Root = bad
		return changed(changed(result, "stateRoot", bad), "hash", a.header.Hash())
	}
	for _, r := range []*relay{n.own, n.others[0], n.others[1]} {
		r.lies(forge)
	}
	answer, err := parseBlock(forge("eth_getBlockByNumber", must(t, g.node, "eth_getBlockByNumber", "0x1", true)))
	require.NoError(t, err)
	f, err := New(func() Config {
		cfg := n.config(plain, avs.LevelExecution, gethChain)
		cfg.ChainConfig = g.spec.Config
		return cfg
	}())
	require.NoError(t, err)
	require.NoError(t, f.open())
	defer f.close()
	err = f.execute(t.Context(), answer)
	var told *fault
	require.ErrorAs(t, err, &told)
	require.True(t, strings.HasPrefix(told.reason, "re-execution: execution gives another result: invalid merkle root"), told.reason)
	require.LessOrEqual(t, len(told.reason), maxReason)
}

// TestOutputsOfOpNode puts what op-node answers beside anvil's blocks.
func TestOutputsOfOpNode(t *testing.T) {
	node := anvil(t, "--optimism")
	must(t, node, "evm_mine")
	output := func(change func(members map[string]any)) json.RawMessage {
		a, err := parseBlock(must(t, node, "eth_getBlockByNumber", "0x1", false))
		require.NoError(t, err)
		root, err := opOutput(a, nil)
		require.NoError(t, err)
		members := map[string]any{"version": common.Hash{}, "outputRoot": root, "stateRoot": a.header.Root,
			"withdrawalStorageRoot": a.header.WithdrawalsHash, "blockRef": map[string]any{"hash": a.hash, "number": 1}}
		change(members)
		raw, err := json.Marshal(members)
		require.NoError(t, err)
		return raw
	}
	for name, c := range map[string]struct {
		separate bool
		change   func(map[string]any)
		reason   string
	}{
		"right, by the own node": {false, func(map[string]any) {}, ""},
		"right, by op-node":      {true, func(map[string]any) {}, ""},
		"wrong root":             {true, func(m map[string]any) { m["outputRoot"] = common.Hash{1} }, "parts of the output do not give the output root"},
		"other block": {true, func(m map[string]any) {
			m["blockRef"] = map[string]any{"hash": common.Hash{1}}
			m["outputRoot"] = opOutputRoot(m["stateRoot"].(common.Hash), *m["withdrawalStorageRoot"].(*common.Hash), common.Hash{1})
		}, "output is of another block"},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNet(t, node)
			cfg := n.config(opstack, avs.LevelCommitments, anvilChain)
			by := n.own
			if c.separate {
				by = newRelay(t, node)
				cfg.RollupNode = by.URL
			}
			told := output(c.change)
			by.lies(func(method string, _ json.RawMessage) json.RawMessage {
				if method == "optimism_outputAtBlock" {
					return told
				}
				return nil
			})
			w := start(t, cfg)
			if c.reason == "" {
				require.NotZero(t, w.observe(1).OutputRoot)
				require.NotZero(t, by.count("optimism_outputAtBlock"))
				return
			}
			m, ok := w.take().(Mismatch)
			require.True(t, ok)
			require.Equal(t, c.reason, m.Reason)
			require.Equal(t, by.URL, m.Endpoint)
		})
	}
}

// replay answers with recorded blocks, the last of which is the head, and with what more is given by method.
func replay(t *testing.T, files []string, more map[string]json.RawMessage) *rpc.Client {
	t.Helper()
	byNumber := map[string]json.RawMessage{}
	var last json.RawMessage
	for _, file := range files {
		r := recorded(t, file)
		last = r.Result
		var b struct{ Number string }
		require.NoError(t, json.Unmarshal(r.Result, &b))
		byNumber[b.Number] = r.Result
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		var m message
		if err := json.NewDecoder(req.Body).Decode(&m); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		m.Result = more[m.Method]
		if at, ok := "", m.Method == "eth_getBlockByNumber"; ok {
			if at, _ = m.Params[0].(string); at == string(Latest) {
				m.Result = last
			} else {
				m.Result = byNumber[at]
			}
		}
		if m.Result == nil {
			m.Result = json.RawMessage("null")
		}
		m.Method, m.Params = "", nil
		_ = json.NewEncoder(w).Encode(m)
	}))
	t.Cleanup(server.Close)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	c, err := rpc.DialOptions(context.Background(), server.URL, rpc.WithHTTPClient(&http.Client{Transport: transport}))
	require.NoError(t, err)
	t.Cleanup(func() { c.Close(); transport.CloseIdleConnections() })
	return c
}

// TestRecordedOrbit follows two recorded blocks in a row. Account proofs were not recorded: level 1 has to wait.
func TestRecordedOrbit(t *testing.T) {
	files := []string{"arbitrum/arb-sepolia_block_185232421_full.json", "arbitrum/arb-sepolia_block_185232422_full.json"}
	node := replay(t, files, map[string]json.RawMessage{
		"eth_chainId": json.RawMessage(`"0x66eee"`), "eth_getBlockReceipts": recorded(t, "arbitrum/arb-sepolia_receipts.json").Result})
	cfg := newNet(t, node).config(orbit, avs.LevelAgreement, 421614)
	cfg.Start = 185232421
	w := start(t, cfg)
	for _, file := range files {
		a := recorded(t, file).block(t)
		b := w.observe(a.number())
		require.Equal(t, *a.orbit.SendRoot, b.OutputRoot)
	}
	cfg.Level, cfg.StallAfter = avs.LevelCommitments, time.Millisecond
	stalled, ok := start(t, cfg).take().(Stalled)
	require.True(t, ok)
	require.Contains(t, stalled.Reason, "account proof")

	n := newNet(t, node)
	n.others[0].lies(lieAbout(0, "sendCount", "0x1"))
	cfg = n.config(orbit, avs.LevelAgreement, 421614)
	cfg.Start = 185232421
	require.Equal(t, "sendCount is not that of the header", start(t, cfg).take().(Mismatch).Reason)
}

// TestRecordedZKStack follows a recorded block, once its L1 batch has a root. The batch's answer is of another batch,
// with this one's number.
func TestRecordedZKStack(t *testing.T) {
	file := []string{"zksync/era-mainnet_block_35533_tx0x71.json"}
	batch := recorded(t, "zksync/era-mainnet_l1BatchDetails_468355.json").Result
	root, err := checkBatch(batch, 468355)
	require.NoError(t, err)
	answers := map[string]json.RawMessage{"eth_chainId": json.RawMessage(`"0x144"`), "zks_getL1BatchDetails": changed(batch, "number", 0x239)}
	node := replay(t, file, answers)
	n := newNet(t, node)
	cfg := n.config(zkstack, avs.LevelAgreement, 324)
	cfg.Start = 35533
	b := start(t, cfg).observe(35533)
	require.Equal(t, root, b.OutputRoot)

	n.others[1].lies(func(method string, result json.RawMessage) json.RawMessage {
		if method != "zks_getL1BatchDetails" {
			return nil
		}
		return changed(result, "rootHash", common.Hash{6})
	})
	m := start(t, cfg).take().(Mismatch)
	require.Equal(t, "roots of the L1 batch differ", m.Reason)
	require.Equal(t, root, m.Ours)

	unsealed := newNet(t, replay(t, file, map[string]json.RawMessage{"eth_chainId": answers["eth_chainId"], "zks_getL1BatchDetails": changed(answers["zks_getL1BatchDetails"], "rootHash", nil)}))
	cfg = unsealed.config(zkstack, avs.LevelAgreement, 324)
	cfg.Start, cfg.StallAfter = 35533, time.Millisecond
	require.IsType(t, Stalled{}, start(t, cfg).take())
}

func TestWrongChainEndsTheRun(t *testing.T) {
	g := newGeth(t)
	cfg := newNet(t, g.node).config(plain, avs.LevelAgreement, 5)
	f, err := New(cfg)
	require.NoError(t, err)
	require.ErrorIs(t, f.Run(t.Context(), func(Event) {}), ErrWrongChain)
}

// TestPollsByItsClock: with a clock that stands, there is one look; each move of it is another.
func TestPollsByItsClock(t *testing.T) {
	g := newGeth(t)
	n := newNet(t, g.node)
	fake := clock.NewFake(time.Unix(1_700_000_000, 0))
	cfg := n.config(plain, avs.LevelAgreement, gethChain)
	cfg.Clock, cfg.Poll = fake, time.Minute
	w := start(t, cfg)
	require.NoError(t, fake.BlockUntilContext(t.Context(), 1))
	g.mine(1)
	w.silent()
	fake.Advance(time.Minute)
	w.observe(1)
}

// FuzzBlock feeds outside bytes through everything that reads a block.
func FuzzBlock(f *testing.F) {
	if dir := findRecordings(); dir != "" {
		files, _ := filepath.Glob(filepath.Join(dir, "*", "*.json"))
		for _, file := range files {
			var r recording
			if raw, err := os.ReadFile(file); err == nil && len(raw) < 20_000 && json.Unmarshal(raw, &r) == nil {
				f.Add([]byte(r.Result))
			}
		}
	}
	f.Add([]byte(`{"hash":"0x00","transactions":[{"type":"0x7e"}],"withdrawals":[null]}`))
	f.Fuzz(func(_ *testing.T, raw []byte) {
		_, _ = encodeTransaction(raw)
		_, _ = encodeReceipt(raw)
		_, _ = checkProof(raw, common.Address{}, common.Hash{})
		_ = checkOutput(raw, Block{})
		_, _ = checkBatch(raw, 0)
		a, err := parseBlock(raw)
		if err != nil {
			return
		}
		for _, s := range stacks {
			_ = s.checkOne(a, avs.LevelCommitments)
			_ = s.body(a)
			_, _ = s.output(a, nil)
			_, _ = s.output(a, &common.Hash{})
		}
		_ = a.checkTransactions()
		_ = a.checkUncles()
		_, _ = a.headerJSON()
		_, _ = a.executable()
	})
}
