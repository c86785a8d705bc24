package localnet

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
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
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/node"
	"github.com/trident-network/trident/rollup/follow"
)

// anvil starts Foundry's development node, which stands for a rollup with a sequencer of its own, or skips the test.
func anvil(t *testing.T, flags ...string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "contracts", "node_modules", ".bin", "anvil"))
	require.NoError(t, err)
	if _, err := exec.LookPath(path); err != nil {
		if path, err = exec.LookPath("anvil"); err != nil {
			t.Skip("anvil is not installed: make contracts-deps")
		}
	}
	port := testutil.FreePort(t)
	cmd := exec.Command(path, append([]string{"--silent", "--port", strconv.Itoa(port)}, flags...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // the group: npm's anvil is a script that starts the program
		_ = cmd.Wait()
	})
	url := "http://127.0.0.1:" + strconv.Itoa(port)
	testutil.Eventually(t, patience, func() bool { return call(t, url, nil, "eth_chainId") == nil }, "anvil to answer")
	return url
}

// call asks a node once.
func call(t *testing.T, url string, result any, method string, args ...any) error {
	t.Helper()
	c, err := rpc.Dial(url)
	require.NoError(t, err)
	defer c.Close()
	return c.CallContext(context.Background(), result, method, args...)
}

// liar is a node's endpoint that gives blocks another state root from a number on, for as long as it is told to.
type liar struct {
	*httptest.Server
	upstream string
	from     atomic.Uint64 // 0: it tells the truth
}

func newLiar(t *testing.T, upstream string) *liar {
	l := &liar{upstream: upstream}
	l.Server = httptest.NewServer(l)
	t.Cleanup(l.Close)
	return l
}

// ServeHTTP implements http.Handler.
func (l *liar) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, l.upstream, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if from := l.from.Load(); err == nil && from > 0 {
		body = lieFrom(body, from)
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(body)
}

// lieFrom changes the blocks in one answer or a batch of them.
func lieFrom(body []byte, from uint64) []byte {
	var batch []map[string]any
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if err := decoder.Decode(&batch); err != nil {
		return body
	}
	for _, answer := range batch {
		block, ok := answer["result"].(map[string]any)
		if !ok || block["stateRoot"] == nil {
			continue
		}
		if number, err := hexutil.DecodeUint64(block["number"].(string)); err == nil && number >= from {
			block["stateRoot"], block["hash"] = common.Hash{6}.Hex(), common.Hash{7}.Hex()
		}
	}
	out, err := json.Marshal(batch)
	if err != nil {
		return body
	}
	return out
}

// foreign is a rollup with a sequencer of its own: three endpoints, of which one lies on demand.
type foreign struct {
	Followed
	t     *testing.T
	anvil string
	liar  *liar
}

func newForeign(t *testing.T, name, stack string, level avs.Level, chainID int, flags ...string) *foreign {
	url := anvil(t, append([]string{"--chain-id", strconv.Itoa(chainID)}, flags...)...)
	f := &foreign{t: t, anvil: url, liar: newLiar(t, url)}
	f.Followed = Followed{Name: name, Stack: stack, Level: level, URLs: []string{url, newLiar(t, url).URL, f.liar.URL}, Head: follow.Latest, Start: 1,
		Handover: 2 * time.Second, Poll: 50 * time.Millisecond, Settle: 300 * time.Millisecond}
	return f
}

// mine makes a block and tells its number.
func (f *foreign) mine() uint64 {
	f.t.Helper()
	require.NoError(f.t, call(f.t, f.anvil, nil, "evm_mine"))
	var number hexutil.Uint64
	require.NoError(f.t, call(f.t, f.anvil, &number, "eth_blockNumber"))
	return uint64(number)
}

// rollupStatus is what an operator says of a rollup.
func rollupStatus(t *testing.T, n *Network, operator, name string) node.StatusRollup {
	t.Helper()
	for _, r := range status(t, n, operator).Rollups {
		if r.Name == name {
			return r
		}
	}
	t.Fatalf("%s does not know rollup %s", operator, name)
	return node.StatusRollup{}
}

// requireCertified waits until every operator has the certificate of a block, and checks one.
func (f *foreign) requireCertified(n *Network, number uint64) {
	f.t.Helper()
	for _, o := range n.File().Operators {
		testutil.Eventually(f.t, patience, func() bool { return rollupStatus(f.t, n, o.Name, f.Name).Certified >= number }, o.Name, f.Name, "block", number, "certified")
	}
	var want struct {
		Hash      common.Hash `json:"hash"`
		StateRoot common.Hash `json:"stateRoot"`
	}
	require.NoError(f.t, call(f.t, f.anvil, &want, "eth_getBlockByNumber", hexutil.Uint64(number), false))
	c, err := client.Dial(f.t.Context(), n.File().Operators[0].API)
	require.NoError(f.t, err)
	defer c.Close()
	certificate, err := c.Certificate(f.t.Context(), f.Name, client.Number(number))
	require.NoError(f.t, err)
	set, err := c.OperatorSet(f.t.Context(), f.Name, avs.Epoch(certificate.Epoch))
	require.NoError(f.t, err)
	operators, err := set.Value()
	require.NoError(f.t, err)
	d, err := c.Domain(f.t.Context())
	require.NoError(f.t, err)
	domain, err := d.Value()
	require.NoError(f.t, err)
	require.NoError(f.t, client.Verify(domain, operators, certificate))
	value, err := certificate.Value()
	require.NoError(f.t, err)
	require.Equal(f.t, want.Hash, value.Claim.BlockHash)
	require.Equal(f.t, want.StateRoot, value.Claim.StateRoot)
	require.Equal(f.t, f.Level, value.Claim.Level)
	require.Equal(f.t, f.Stack == "opstack", value.Claim.OutputRoot != common.Hash{})
}

// requirePaused waits until every operator has the rollup's finality paused, or not.
func (f *foreign) requirePaused(n *Network, paused bool) {
	f.t.Helper()
	for _, o := range n.File().Operators {
		testutil.Eventually(f.t, patience, func() bool { return rollupStatus(f.t, n, o.Name, f.Name).Paused == paused }, o.Name, f.Name, "paused", paused)
	}
}

// settled posts the certificate of a block to L1 and tells the block's hash.
func (f *foreign) settled(n *Network, number uint64) common.Hash {
	f.t.Helper()
	file := n.File()
	for _, r := range file.Rollups {
		if r.Name == f.Name {
			_, err := settle(f.t.Context(), n.L1(), file, deployerKey(), block{r, number}, n.options.Log)
			require.NoError(f.t, err)
			hash, err := n.L1().Certified(f.t.Context(), file.Contracts["Mach"], r.ID, number)
			require.NoError(f.t, err)
			return hash
		}
	}
	f.t.Fatalf("no rollup %s", f.Name)
	return common.Hash{}
}

// requireFinal waits until Mach on L1 says whether a settled block is final.
func (f *foreign) requireFinal(n *Network, number uint64, hash common.Hash, final bool) {
	f.t.Helper()
	file, mach := n.File(), bindings.NewMach()
	at := file.Contracts["Mach"]
	var id common.Hash
	for _, r := range file.Rollups {
		if r.Name == f.Name {
			id = r.ID
		}
	}
	ask := func(data []byte, unpack func([]byte) (bool, error)) bool {
		out, err := n.L1().CallContract(f.t.Context(), callMsg(at, data), nil)
		require.NoError(f.t, err)
		yes, err := unpack(out)
		require.NoError(f.t, err)
		return yes
	}
	testutil.Eventually(f.t, patience, func() bool { return ask(mach.PackIsFinal(id, number, hash), mach.UnpackIsFinal) == final }, f.Name, "block", number, "final on L1", final)
	require.True(f.t, ask(mach.PackIsCertified(id, number, hash), mach.UnpackIsCertified), "a pause takes no certificate back")
}

// TestFollowedRollups certifies an OP-style and a plain rollup that have sequencers of their own, at the level that each
// states. An endpoint of one lies: its operators stop signing, pause it on L1 by a quorum, and go on when the lie is over
// and they are told to. The other rollup does not notice.
func TestFollowedRollups(t *testing.T) {
	op := newForeign(t, "op", "opstack", avs.LevelCommitments, 901, "--optimism")
	plain := newForeign(t, "plain", "plain", avs.LevelAgreement, 902)
	op.mine()
	plain.mine()
	options := testOptions(t)
	options.Follow, options.ResumeAfter = []Followed{op.Followed, plain.Followed}, 3*time.Second
	n := start(t, options)
	defer stop(t, n)
	op.requireCertified(n, 1)
	plain.requireCertified(n, 1)
	op.requireCertified(n, op.mine())
	hash := op.settled(n, 2)
	op.requireFinal(n, 2, hash, true)

	op.liar.from.Store(3)
	lied := op.mine()
	require.EqualValues(t, 3, lied)
	op.requirePaused(n, true)
	for _, o := range n.File().Operators {
		s := status(t, n, o.Name)
		require.False(t, s.Healthy)
		require.True(t, s.Ready)
		require.Contains(t, strings.Join(s.Trouble, "\n"), "rollup op: its finality is paused")
	}
	plain.requireCertified(n, plain.mine())
	op.requireFinal(n, 2, hash, false)
	require.EqualValues(t, lied-1, rollupStatus(t, n, "operator-1", "op").Certified, "no certificate for the block that was lied about")
	home := n.File().Operators[0].Home
	require.ErrorContains(t, node.AskResume(t.Context(), home, "op"), "still disagree")

	op.liar.from.Store(0)
	for _, o := range n.File().Operators {
		testutil.Eventually(t, patience, func() bool { return node.AskResume(t.Context(), o.Home, "op") == nil }, o.Name, "resumes")
	}
	op.requireCertified(n, lied)
	op.requirePaused(n, false)
	require.GreaterOrEqual(t, rollupStatus(t, n, "operator-4", "op").Alert, uint64(2))
	testutil.Eventually(t, patience, func() bool { return status(t, n, "operator-4").Healthy }, "nothing to complain about")
	op.requireCertified(n, op.mine())
	if raceEnabled {
		return // pairings on the L1 take most of a minute then, and the rest is the same code once more
	}
	op.requireFinal(n, 2, hash, true)

	// Of the other rollup nobody has to say anything: operators go on when their nodes agreed for long enough.
	plain.liar.from.Store(3)
	lied = plain.mine()
	plain.requirePaused(n, true)
	require.EqualValues(t, lied-1, rollupStatus(t, n, "operator-1", "plain").Certified)
	plain.liar.from.Store(0)
	plain.requirePaused(n, false)
	plain.requireCertified(n, lied)
}
