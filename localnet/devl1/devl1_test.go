package devl1

import (
	"bytes"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	gethlog "github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"
)

// logger is init code of a contract that emits one log from its constructor and stays empty.
var logger = common.FromHex("0x60006000a0600060006000f3")

func TestMine(t *testing.T) {
	l, c := start(t, Options{BlockInterval: -1, ChainID: 4242})
	id, err := c.ChainID(t.Context())
	require.NoError(t, err)
	require.EqualValues(t, 4242, id.Uint64())
	require.EqualValues(t, 4242, l.ChainID())

	tx := transfer(t, c, 0, 0, nil, new(testAddr(1)))
	_, err = c.TransactionReceipt(t.Context(), tx.Hash())
	require.Error(t, err, "nothing is mined before Mine")
	require.NoError(t, l.Mine(3))
	r, err := c.TransactionReceipt(t.Context(), tx.Hash())
	require.NoError(t, err)
	require.EqualValues(t, 1, r.BlockNumber.Uint64())
	require.NoError(t, l.MineUntil(10))
	require.NoError(t, l.MineUntil(5))
	require.EqualValues(t, 10, l.Head())
	for n := range int64(10) {
		require.Greater(t, tagged(t, c, n+1).Time, tagged(t, c, n).Time)
	}
}

func TestOnDemandTakesAllPending(t *testing.T) {
	l, c := start(t, Options{GasLimit: 1_000_000})
	var txs []*types.Transaction
	for nonce := range uint64(20) { // 200,000 gas offered each: they do not fit into one block
		txs = append(txs, transfer(t, c, 0, nonce, logger, nil))
	}
	eventually(t, "all mined", func() bool {
		n, err := c.NonceAt(t.Context(), testAddr(0), nil)
		return err == nil && n == uint64(len(txs))
	})
	logs, err := c.FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: new(big.Int)})
	require.NoError(t, err)
	require.Len(t, logs, len(txs))
	require.NotZero(t, l.Head())
}

func TestInterval(t *testing.T) {
	_, c := start(t, Options{BlockInterval: 20 * time.Millisecond})
	tx := transfer(t, c, 0, 0, nil, new(testAddr(1)))
	eventually(t, "mined by the interval", func() bool {
		_, err := c.TransactionReceipt(t.Context(), tx.Hash())
		return err == nil
	})
	eventually(t, "empty blocks come too", func() bool {
		n, err := c.BlockNumber(t.Context())
		return err == nil && n > 5
	})
}

func TestSetupKeepsBehindTheClock(t *testing.T) {
	l, c := start(t, Options{Setup: true, BlockInterval: 20 * time.Millisecond})
	transfer(t, c, 0, 0, nil, new(testAddr(1)))
	eventually(t, "mined on demand", func() bool { return l.Head() == 1 })
	require.NoError(t, l.MineUntil(200))
	require.Equal(t, tagged(t, c, 0).Time+200, tagged(t, c, 200).Time)
	require.Less(t, tagged(t, c, 200).Time, uint64(time.Now().Unix()))
	l.Live()
	l.Live()
	eventually(t, "the interval begins", func() bool { return l.Head() > 202 })
	require.InDelta(t, time.Now().Unix(), tagged(t, c, 201).Time, 5)
}

func TestFinalized(t *testing.T) {
	l, c := start(t, Options{BlockInterval: -1, FinalityDepth: 4})
	final, safe := int64(rpc.FinalizedBlockNumber), int64(rpc.SafeBlockNumber)
	require.Zero(t, tagged(t, c, final).Number.Uint64())
	require.NoError(t, l.Mine(3))
	require.Zero(t, tagged(t, c, final).Number.Uint64())
	require.NoError(t, l.Mine(3))
	require.EqualValues(t, 2, tagged(t, c, final).Number.Uint64())
	require.EqualValues(t, 4, tagged(t, c, safe).Number.Uint64())
	require.NoError(t, l.Reorg(4))
	require.EqualValues(t, 3, l.Head())
	require.EqualValues(t, 2, tagged(t, c, final).Number.Uint64(), "finalized never moves back")
	require.ErrorIs(t, l.Reorg(2), ErrCrossFinal)
	require.ErrorIs(t, l.Reorg(0), ErrTooDeep)
	require.ErrorIs(t, l.Reorg(9), ErrTooDeep)
}

func TestReorg(t *testing.T) {
	l, c := start(t, Options{BlockInterval: -1, FinalityDepth: 8})
	ws := dial(t, l.WS())
	logs := make(chan types.Log, 16)
	sub, err := ws.SubscribeFilterLogs(t.Context(), ethereum.FilterQuery{}, logs)
	require.NoError(t, err)
	defer sub.Unsubscribe()
	next := func() types.Log {
		t.Helper()
		select {
		case log := <-logs:
			return log
		case err := <-sub.Err():
			t.Fatal("subscription ended: ", err)
		case <-time.After(20 * time.Second):
			t.Fatal("no log")
		}
		return types.Log{}
	}
	require.NoError(t, l.Mine(1))
	tx := transfer(t, c, 0, 0, logger, nil)
	require.NoError(t, l.Mine(1))
	mined := next()
	require.False(t, mined.Removed)
	old := tagged(t, c, 2).Hash()

	require.NoError(t, l.Reorg(1))
	removed := next()
	require.True(t, removed.Removed)
	require.Equal(t, mined.TxHash, removed.TxHash)
	require.NotEqual(t, old, tagged(t, c, 2).Hash())
	_, err = c.TransactionReceipt(t.Context(), tx.Hash())
	require.Error(t, err)

	require.NoError(t, l.Mine(1))
	again := next()
	require.False(t, again.Removed)
	require.EqualValues(t, 3, again.BlockNumber)
	require.Equal(t, tx.Hash(), again.TxHash)
}

func TestWarp(t *testing.T) {
	l, c := start(t, Options{BlockInterval: -1})
	require.NoError(t, l.Mine(50)) // ahead of the clock by now
	before := tagged(t, c, 50).Time
	require.NoError(t, l.Warp(2*time.Hour))
	warped := tagged(t, c, 51).Time
	require.InDelta(t, before+7200, warped, 2)
	require.NoError(t, l.Mine(1))
	require.InDelta(t, warped, tagged(t, c, 52).Time, 2)
	require.Error(t, l.Warp(-time.Second))
}

func TestRestart(t *testing.T) {
	dir := t.TempDir()
	opt := Options{DataDir: dir, BlockInterval: -1, Alloc: funded()}
	l, c := start(t, opt)
	tx := transfer(t, c, 0, 0, nil, new(testAddr(9)))
	require.NoError(t, l.Mine(7))
	genesis, head := tagged(t, c, 0).Hash(), tagged(t, c, 7).Hash()
	_, err := Start(opt)
	require.ErrorIs(t, err, ErrDirInUse)
	require.NoError(t, l.Close())
	require.NoError(t, l.Close())

	l, c = start(t, Options{DataDir: dir, BlockInterval: -1})
	require.Equal(t, genesis, tagged(t, c, 0).Hash())
	require.Equal(t, head, tagged(t, c, 7).Hash())
	require.EqualValues(t, 3, tagged(t, c, int64(rpc.FinalizedBlockNumber)).Number.Uint64())
	eventually(t, "receipts are found again", func() bool {
		r, err := c.TransactionReceipt(t.Context(), tx.Hash())
		return err == nil && r.BlockNumber.Uint64() == 1
	})
	require.NoError(t, l.Mine(1))
	require.Equal(t, head, tagged(t, c, 8).ParentHash)
	require.NoError(t, l.Close())

	_, err = Start(Options{DataDir: dir, ChainID: 5})
	require.ErrorIs(t, err, ErrOtherChain)
	require.NoError(t, os.WriteFile(filepath.Join(dir, genesisFile), []byte("{"), 0o600))
	_, err = Start(opt)
	require.ErrorContains(t, err, "choose another directory")
}

func TestKill(t *testing.T) {
	dir := t.TempDir()
	var head uint64
	for range 3 {
		p := spawn(t, dir)
		require.Equal(t, head, p.head(t), "a killed node comes back with every block it reported")
		p.mine(t, 7)
		head = p.mine(t, 2)
		p.kill(t)
	}
	require.EqualValues(t, 27, head)
	l, c := start(t, Options{DataDir: dir, BlockInterval: -1})
	require.Equal(t, head, l.Head())
	transfer(t, c, 0, 0, nil, new(testAddr(1)))
	require.NoError(t, l.Mine(1))
	n, err := c.NonceAt(t.Context(), testAddr(0), nil)
	require.NoError(t, err)
	require.EqualValues(t, 1, n)
}

func TestPortInUse(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer ln.Close()
	dir := filepath.Join(t.TempDir(), "l1")
	_, err = Start(Options{DataDir: dir, Port: ln.Addr().(*net.TCPAddr).Port})
	require.ErrorIs(t, err, ErrPortInUse)
	require.EqualError(t, err, "l1 port "+ln.Addr().String()+" is in use: stop the other process or choose --l1-port")
	require.NoDirExists(t, dir, "nothing is written when the port is taken")
	_, err = Start(Options{Port: 70_000})
	require.ErrorIs(t, err, ErrBadOptions)
}

func TestConcurrentClients(t *testing.T) {
	const each = 25
	l, _ := start(t, Options{})
	var wg sync.WaitGroup
	for i := range 4 {
		c := dial(t, l.HTTP())
		wg.Go(func() {
			for nonce := range uint64(each) {
				transfer(t, c, i, nonce, nil, new(testAddr(i)))
				if _, err := c.BlockNumber(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Go(func() {
		for range 20 {
			if err := l.Mine(1); err != nil {
				t.Error(err)
			}
		}
	})
	wg.Wait()
	c := dial(t, l.HTTP())
	for i := range 4 {
		eventually(t, "all mined", func() bool {
			n, err := c.NonceAt(t.Context(), testAddr(i), nil)
			return err == nil && n == each
		})
	}
}

func TestRules(t *testing.T) {
	config := chainConfig(1)
	rules := config.Rules(big.NewInt(1), true, uint64(time.Now().Unix()))
	require.True(t, rules.IsPrague)
	require.True(t, rules.IsOsaka)
	require.Nil(t, config.BogotaTime)
	require.NotNil(t, params.AllDevChainProtocolChanges.BogotaTime, "the shared configuration is left alone")
}

func TestLogBridge(t *testing.T) {
	quietGeth()
	before := slog.Default()
	t.Cleanup(func() { slog.SetDefault(before) })
	var out bytes.Buffer
	slog.SetDefault(slog.New(slog.NewTextHandler(&out, nil)))
	gethlog.Info("chatter")
	gethlog.New("shard", 1).Warn("disk is slow", "ms", 7)
	require.NotContains(t, out.String(), "chatter")
	require.Contains(t, out.String(), "disk is slow")
	require.Contains(t, out.String(), "shard=1")
	require.Contains(t, out.String(), "component=geth")
}
