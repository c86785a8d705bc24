package localnet

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet/deploy"
)

// patience bounds every wait; a machine with two busy cores and the race detector is slow.
const patience = 90 * time.Second

// testOptions run a network on free ports in a new directory.
func testOptions(t *testing.T) Options {
	o := DefaultOptions()
	o.Dir, o.L1Port, o.BasePort, o.BlockInterval = t.TempDir(), 0, 0, 250*time.Millisecond
	o.Out, o.Log = io.Discard, slog.New(slog.NewTextHandler(logWriter{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))
	return o
}

// logWriter shows what the network logs when a test fails.
type logWriter struct{ t *testing.T }

func (w logWriter) Write(p []byte) (int, error) {
	w.t.Log(strings.TrimRight(string(p), "\n"))
	return len(p), nil
}

func start(t *testing.T, o Options) *Network {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	n, err := Start(ctx, o)
	require.NoError(t, err)
	return n
}

func stop(t *testing.T, n *Network) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	require.NoError(t, n.Close(ctx))
}

func rpcs(n *Network, except ...string) []string {
	var out []string
	for _, o := range n.File().Operators {
		if !contains(except, o.Name) {
			out = append(out, o.RollupRPC[rollupName])
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func probe(t *testing.T, urls []string) Tiers {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	tiers, err := SendProbe(ctx, accountKeys()[0], urls)
	require.NoError(t, err)
	return tiers
}

func dial(t *testing.T, url string) *ethclient.Client {
	t.Helper()
	c, err := ethclient.Dial(url)
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}

// header reads a block's header at an operator, waiting until the operator has it.
func header(t *testing.T, url string, number uint64) *types.Header {
	t.Helper()
	var h *types.Header
	c := dial(t, url)
	testutil.Eventually(t, patience, func() bool {
		var err error
		h, err = c.HeaderByNumber(context.Background(), new(big.Int).SetUint64(number))
		return err == nil
	}, "block", number, "at", url)
	return h
}

// requireAgreement checks that all operators have the same block at a height.
func requireAgreement(t *testing.T, urls []string, number uint64) common.Hash {
	t.Helper()
	want := header(t, urls[0], number)
	for _, url := range urls[1:] {
		got := header(t, url, number)
		require.Equal(t, want.Hash(), got.Hash(), "block %d at %s", number, url)
		require.Equal(t, want.Root, got.Root, "state root of block %d at %s", number, url)
	}
	return want.Hash()
}

// TestNetworkInOneProcess runs four operators, the L1 and the rollup in this process, under the race detector: a token
// is deployed through one operator and used through two others, everything is certified, and a restart goes on where it was.
func TestNetworkInOneProcess(t *testing.T) {
	options := testOptions(t)
	n := start(t, options)
	urls := rpcs(n)
	first := probe(t, urls)
	token := deployToken(t, urls[0])
	transferToken(t, urls[1], token, 1, 30)
	last := transferToken(t, urls[2], token, 2, 12)
	tiers := probe(t, urls)
	require.GreaterOrEqual(t, tiers.Block, last)
	for _, url := range urls {
		require.Equal(t, int64(42), balance(t, url, token).Int64(), "token balance at %s", url)
	}
	hash := requireAgreement(t, urls, first.Block)
	requireAgreement(t, urls, tiers.Block)
	status := n.Status(context.Background())
	require.Len(t, status.Operators, options.Operators)
	for _, o := range status.Operators {
		require.NotNil(t, o.Node, o.Error)
		require.True(t, o.Node.Healthy, o.Node.Trouble)
		require.Len(t, o.Node.Peers, options.Operators-1)
	}
	stop(t, n)
	_, err := ReadFile(options.Dir)
	require.ErrorIs(t, err, ErrNoNetwork)

	n = start(t, options)
	defer stop(t, n)
	urls = rpcs(n)
	require.Equal(t, hash, requireAgreement(t, urls, first.Block), "the same chain after a restart")
	require.Greater(t, probe(t, urls).Block, tiers.Block)
}

var tokenABI = bindings.NewDemoToken()

// deployToken deploys an OpenZeppelin ERC-20 from account 1.
func deployToken(t *testing.T, url string) common.Address {
	t.Helper()
	data := append(common.FromHex(bindings.DemoTokenMetaData.Bin), tokenABI.PackConstructor("Demo", "DEMO", big.NewInt(1_000_000))...)
	return sendFrom(t, url, nil, data).ContractAddress
}

var tokenHolder = common.HexToAddress("0x00000000000000000000000000000000000000aa")

// transferToken sends tokens to tokenHolder and returns the block.
func transferToken(t *testing.T, url string, token common.Address, nonce uint64, amount int64) uint64 {
	t.Helper()
	c := dial(t, url)
	testutil.Eventually(t, patience, func() bool { // the operator may be a block behind the one used before
		have, err := c.NonceAt(context.Background(), address(1), nil)
		return err == nil && have >= nonce
	}, "nonce", nonce, "at", url)
	return sendFrom(t, url, &token, tokenABI.PackTransfer(tokenHolder, big.NewInt(amount))).BlockNumber.Uint64()
}

func balance(t *testing.T, url string, token common.Address) *big.Int {
	t.Helper()
	out, err := dial(t, url).CallContract(context.Background(), callMsg(token, tokenABI.PackBalanceOf(tokenHolder)), nil)
	require.NoError(t, err)
	amount, err := tokenABI.UnpackBalanceOf(out)
	require.NoError(t, err)
	return amount
}

// trident builds the program once, without the race detector: races are looked for by the tests that run in one process,
// and what is killed here is to be as quick as it is in earnest.
var trident = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "trident-bin")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "trident")
	out, err := exec.Command("go", "build", "-o", path, "../cmd/trident").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

// TestKill runs operators as processes and kills them: the leader of the moment, then two of four, then all.
func TestKill(t *testing.T) {
	binary, err := trident()
	require.NoError(t, err)
	options := testOptions(t)
	options.Binary = binary
	n := start(t, options)
	urls := rpcs(n)
	first := probe(t, urls)

	leader := leaderName(t, n)
	require.NoError(t, n.Kill(leader))
	survivors := rpcs(n, leader)
	alone := probe(t, survivors)
	require.Greater(t, alone.Block, first.Block, "blocks and certificates go on without %s", leader)
	restart(t, n, leader)
	requireAgreement(t, urls, alone.Block)
	certified := probe(t, urls)

	names := []string{"operator-1", "operator-2"}
	for _, name := range names {
		require.NoError(t, n.Kill(name))
	}
	remaining := dial(t, rpcs(n, names...)[0])
	hash := sendOnly(t, remaining)
	before := status(t, n, "operator-3")
	_, err = remaining.TransactionReceipt(context.Background(), hash)
	require.Error(t, err, "half of the stake must not order anything")
	require.Equal(t, certified.Block, before.Rollups[0].Certified)
	restart(t, n, names[0])
	testutil.Eventually(t, patience, func() bool {
		_, err := remaining.TransactionReceipt(context.Background(), hash)
		return err == nil
	}, "the transaction that waited for a quorum")
	restart(t, n, names[1])
	resumed := probe(t, urls)
	requireAgreement(t, urls, resumed.Block)

	for _, o := range n.File().Operators {
		require.NoError(t, n.Kill(o.Name))
	}
	stop(t, n)
	n = start(t, options)
	defer stop(t, n)
	urls = rpcs(n)
	require.Equal(t, resumed.Block, status(t, n, "operator-1").Rollups[0].Certified, "nothing certified is lost")
	requireAgreement(t, urls, resumed.Block)
	require.Greater(t, probe(t, urls).Block, resumed.Block)
}

// TestStakeMoves lets one operator gain stake on L1 while the network runs: a snapshot is taken by itself, the old
// ordering set attests the new one, every operator changes over, and certificates of both epochs check.
func TestStakeMoves(t *testing.T) {
	n := start(t, testOptions(t))
	defer stop(t, n)
	before := probe(t, rpcs(n))
	old := status(t, n, "operator-1").Rollups[0]
	require.EqualValues(t, 1, old.Epoch)

	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	people, err := derivePeople(n.plan.Operators)
	require.NoError(t, err)
	contracts := &deploy.Contracts{Addresses: n.plan.Contracts, Network: networkName, ChainID: n.plan.ChainID}
	more := deploy.Operator{Key: people[0].keys.Operator, Staker: stakerKey(0), BLS: people[0].keys.BLS, Consensus: people[0].keys.Consensus,
		PeerID: []byte(people[0].peer), LST: ether(3000), ALT: ether(1000), Sets: []avs.SetID{avs.OrderingSet, avs.SquadSet(0), avs.MachSet(0)}}
	require.NoError(t, deploy.JoinOperators(ctx, n.L1(), contracts, more))

	for _, o := range n.File().Operators {
		testutil.Eventually(t, patience, func() bool {
			s := status(t, n, o.Name)
			return s.Consensus.Epoch == 2 && s.Rollups[0].Epoch == 2 && s.L1.View > 0
		}, o.Name, "has the new operator sets in force")
	}
	now := status(t, n, "operator-1").Rollups[0]
	require.NotEqual(t, old.Weight, now.Weight, "operator-1 has more weight")
	after := probe(t, rpcs(n))
	for _, block := range []Tiers{before, after} {
		gas, err := Settle(ctx, n.L1(), n.File(), deployerKey(), block.Block, n.options.Log)
		require.NoError(t, err, "block %d settles under the operator set of its epoch", block.Block)
		require.NotZero(t, gas)
	}
}
