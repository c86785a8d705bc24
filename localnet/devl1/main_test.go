package devl1

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

const childEnv = "TRIDENT_DEVL1_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		child(dir)
		return
	}
	goleak.VerifyTestMain(m,
		// One pool of workers for the whole process, made by geth when it is loaded.
		goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"),
		// A log subscription that is still open when the node closes waits for a loop of geth's that has ended.
		goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/eth/filters.(*Subscription).Unsubscribe"),
		// The in-memory database of geth's peers ends this goroutine at its next 30 s tick after Close.
		goleak.IgnoreTopFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"),
	)
}

// child is a node in a process of its own, for the tests that kill one.
func child(dir string) {
	l, err := Start(Options{DataDir: dir, Alloc: funded(), BlockInterval: -1})
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	for in := bufio.NewScanner(os.Stdin); ; {
		head, err := ethHead(l)
		fmt.Println("head", head, err)
		if !in.Scan() {
			break
		}
		n, _ := strconv.Atoi(in.Text())
		if err := l.Mine(n); err != nil {
			fmt.Println("error", err)
		}
	}
	_ = l.Close()
}

func ethHead(l *L1) (uint64, error) {
	c := ethclient.NewClient(l.Attach())
	defer c.Close()
	return c.BlockNumber(context.Background())
}

func testKey(i int) *ecdsa.PrivateKey {
	k, err := crypto.ToECDSA(crypto.Keccak256(fmt.Appendf(nil, "devl1 test %d", i)))
	if err != nil {
		panic(err)
	}
	return k
}

func testAddr(i int) common.Address { return crypto.PubkeyToAddress(testKey(i).PublicKey) }

func funded() types.GenesisAlloc {
	alloc := types.GenesisAlloc{}
	for i := range 4 {
		alloc[testAddr(i)] = types.Account{Balance: new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))}
	}
	return alloc
}

func start(t *testing.T, opt Options) (*L1, *ethclient.Client) {
	t.Helper()
	if opt.Alloc == nil {
		opt.Alloc = funded()
	}
	began := time.Now()
	l, err := Start(opt)
	require.NoError(t, err)
	t.Logf("started in %v", time.Since(began).Round(time.Millisecond))
	t.Cleanup(func() { require.NoError(t, l.Close()) })
	return l, dial(t, l.HTTP())
}

func dial(t *testing.T, url string) *ethclient.Client {
	t.Helper()
	c, err := ethclient.Dial(url)
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}

func transfer(t *testing.T, c *ethclient.Client, from int, nonce uint64, data []byte, to *common.Address) *types.Transaction {
	t.Helper()
	chainID, err := c.ChainID(t.Context())
	require.NoError(t, err)
	tx, err := types.SignNewTx(testKey(from), types.LatestSignerForChainID(chainID), &types.DynamicFeeTx{
		ChainID: chainID, Nonce: nonce, To: to, Value: new(big.Int), Data: data, Gas: 200_000,
		GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100 * params.GWei),
	})
	require.NoError(t, err)
	require.NoError(t, c.SendTransaction(t.Context(), tx))
	return tx
}

// eventually polls until the condition holds.
func eventually(t *testing.T, what string, cond func() bool) {
	t.Helper()
	require.Eventually(t, cond, 20*time.Second, 5*time.Millisecond, what)
}

func tagged(t *testing.T, c *ethclient.Client, tag int64) *types.Header {
	t.Helper()
	h, err := c.HeaderByNumber(t.Context(), big.NewInt(tag))
	require.NoError(t, err)
	return h
}

// process is a child under the test's control.
type process struct {
	cmd *exec.Cmd
	in  *bufio.Writer
	out *bufio.Scanner
}

func spawn(t *testing.T, dir string) *process {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+dir)
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	return &process{cmd, bufio.NewWriter(in), bufio.NewScanner(out)}
}

// head reads the head that the child reports next.
func (p *process) head(t *testing.T) uint64 {
	t.Helper()
	for p.out.Scan() {
		f := strings.Fields(p.out.Text())
		require.NotEqual(t, "error", f[0], p.out.Text())
		if f[0] == "head" {
			n, err := strconv.ParseUint(f[1], 10, 64)
			require.NoError(t, err)
			return n
		}
	}
	t.Fatal("the child ended early")
	return 0
}

func (p *process) mine(t *testing.T, n int) uint64 {
	t.Helper()
	_, err := fmt.Fprintln(p.in, n)
	require.NoError(t, err)
	require.NoError(t, p.in.Flush())
	return p.head(t)
}

func (p *process) kill(t *testing.T) {
	t.Helper()
	require.NoError(t, p.cmd.Process.Kill())
	_ = p.cmd.Wait()
}
