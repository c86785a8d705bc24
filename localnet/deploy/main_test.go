package deploy

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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

	"github.com/trident-network/trident/localnet/devl1"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m,
		// One pool of workers for the whole process, made by geth when it is loaded.
		goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"),
		// The in-memory database of geth's peers ends this goroutine at its next 30 s tick after Close.
		goleak.IgnoreTopFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"),
	)
}

func key(name string) *ecdsa.PrivateKey {
	k, err := crypto.ToECDSA(crypto.Keccak256([]byte("deploy test " + name)))
	if err != nil {
		panic(err)
	}
	return k
}

func addr(name string) common.Address { return crypto.PubkeyToAddress(key(name).PublicKey) }

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

// testL1 is a chain for one test, mining on demand unless an interval is given.
func testL1(t testing.TB, interval time.Duration) (*devl1.L1, *ethclient.Client) {
	t.Helper()
	alloc := types.GenesisAlloc{addr("owner"): {Balance: ether(10_000)}}
	l1, err := devl1.Start(devl1.Options{Alloc: alloc, BlockInterval: interval})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, l1.Close()) })
	return l1, dialL1(t, l1.HTTP())
}

func dialL1(t testing.TB, url string) *ethclient.Client {
	t.Helper()
	c, err := ethclient.Dial(url)
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}

func testContext(t testing.TB) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// anvil starts anvil on a free port, or skips the test where it is not installed.
func anvil(t *testing.T) *ethclient.Client {
	t.Helper()
	_, file, _, _ := runtime.Caller(0)
	bin := filepath.Join(filepath.Dir(file), "../../contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil")
	if _, err := os.Stat(bin); err != nil {
		t.Skipf("anvil is not installed (run npm ci in contracts): %v", err)
	}
	cmd := exec.Command(bin, "--port", "0", "--hardfork", "osaka", "--gas-limit", "60000000")
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if _, at, ok := strings.Cut(lines.Text(), "Listening on "); ok {
			c := dialL1(t, "http://"+at)
			require.NoError(t, c.Client().Call(nil, "anvil_setBalance", addr("owner"), fmt.Sprintf("%#x", ether(10_000))))
			return c
		}
	}
	t.Fatal("anvil ended before it listened")
	return nil
}

// interrupted refuses to send after a number of transactions.
type interrupted struct {
	*ethclient.Client
	left int
	err  error
}

func (i *interrupted) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	if i.left == 0 {
		return i.err
	}
	i.left--
	return i.Client.SendTransaction(ctx, tx)
}
