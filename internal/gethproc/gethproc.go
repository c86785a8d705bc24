// Package gethproc runs go-ethereum as an execution client in a process of its own, for tests: what a test program starts is
// itself, as a geth node with nothing of ours in it, which is spoken to by the Engine API and by JSON-RPC.
//
// A program that wants it calls Main first thing. Start may be called from any goroutine; a Process belongs to one.
package gethproc

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/internal/testutil"
)

const (
	environment = "TRIDENT_TEST_GETH" // holds the settings of the child
	ready       = "geth is ready"
	startWait   = 60 * time.Second
)

// Options say how geth runs.
type Options struct {
	Dir     string // of its data; kept from one start to the next
	Genesis *core.Genesis
	Testing bool // offers testing_buildBlockV1
}

// settings are what the child is told.
type settings struct {
	Options
	EnginePort, RPCPort int
}

// Process is a running geth.
type Process struct {
	Engine  string // URL of the Engine API
	RPC, WS string // URLs of the JSON-RPC
	JWT     string // file with the secret

	settings settings
	cmd      *exec.Cmd
	stdin    io.Closer
}

// Main runs geth and ends the program if it was started by Start, and returns otherwise.
func Main() {
	text := os.Getenv(environment)
	if text == "" {
		return
	}
	var s settings
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	if err := run(s); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// run serves until standard input ends, which it does with the parent at the latest.
func run(s settings) error {
	stack, err := open(s)
	if err != nil {
		return err
	}
	if err := stack.Start(); err != nil {
		return err
	}
	fmt.Println(ready)
	_, _ = io.Copy(io.Discard, os.Stdin)
	return stack.Close()
}

func open(s settings) (*node.Node, error) {
	n := node.DefaultConfig
	n.Name, n.DataDir, n.IPCPath = "geth", s.Dir, ""
	n.P2P = p2p.Config{NoDiscovery: true, NoDial: true}
	n.JWTSecret = secret(s.Dir)
	n.AuthAddr, n.AuthPort = "127.0.0.1", s.EnginePort
	modules := []string{"eth", "net", "web3", "txpool"}
	if s.Testing {
		modules = append(modules, "testing")
	}
	n.HTTPHost, n.HTTPPort, n.HTTPModules = "127.0.0.1", s.RPCPort, modules
	n.WSHost, n.WSPort, n.WSModules = "127.0.0.1", s.RPCPort, modules
	stack, err := node.New(&n)
	if err != nil {
		return nil, err
	}
	e := ethconfig.Defaults
	e.Genesis, e.NetworkId = s.Genesis, s.Genesis.Config.ChainID.Uint64()
	e.SyncMode = ethconfig.FullSync
	e.DatabaseCache, e.TrieCleanCache, e.TrieDirtyCache, e.SnapshotCache = 16, 16, 16, 16
	e.LogNoHistory = true
	// As an operator has to set it: --miner.gaslimit, --miner.gasprice.
	e.Miner.GasCeil, e.Miner.GasPrice = s.Genesis.GasLimit, big.NewInt(1)
	backend, err := eth.New(stack, &e)
	if err != nil {
		return nil, errors.Join(err, stack.Close())
	}
	stack.RegisterAPIs([]rpc.API{{Namespace: "eth", Service: filters.NewFilterAPI(filters.NewFilterSystem(backend.APIBackend, filters.Config{}))}})
	return stack, catalyst.Register(stack, backend)
}

func secret(dir string) string { return filepath.Join(dir, "jwt.hex") }

// Start runs geth until the test ends, or Stop or Kill.
func Start(t testing.TB, o Options) *Process {
	t.Helper()
	ports := testutil.FreePorts(t, 2)
	p := &Process{
		Engine:   fmt.Sprintf("http://127.0.0.1:%d", ports[0]),
		RPC:      fmt.Sprintf("http://127.0.0.1:%d", ports[1]),
		WS:       fmt.Sprintf("ws://127.0.0.1:%d", ports[1]),
		JWT:      secret(o.Dir),
		settings: settings{o, ports[0], ports[1]},
	}
	p.Restart(t)
	t.Cleanup(func() { p.Kill(t) })
	return p
}

// Restart runs it again, on the same data and ports.
func (p *Process) Restart(t testing.TB) {
	t.Helper()
	text, err := json.Marshal(p.settings)
	if err != nil {
		t.Fatalf("encode settings of geth: %v", err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatalf("find own program: %v", err)
	}
	p.cmd = exec.Command(self)
	p.cmd.Env = append(os.Environ(), environment+"="+string(text))
	in, err := p.cmd.StdinPipe()
	if err != nil {
		t.Fatalf("start geth: %v", err)
	}
	p.stdin = in
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatalf("start geth: %v", err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatalf("start geth: %v", err)
	}
	failed := make(chan error, 1)
	go func() { failed <- awaitReady(out) }()
	select {
	case err := <-failed:
		if err != nil {
			t.Fatalf("start geth: %v", err)
		}
	case <-time.After(startWait):
		t.Fatalf("start geth: not within %v", startWait)
	}
}

// awaitReady reads until geth serves, or has said why it does not.
func awaitReady(out io.Reader) error {
	var lines []string
	for s := bufio.NewScanner(out); s.Scan(); {
		if s.Text() == ready {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return nil
		}
		lines = append(lines, s.Text())
	}
	return errors.New(strings.Join(lines, "; "))
}

// Stop ends it in good order.
func (p *Process) Stop(t testing.TB) {
	t.Helper()
	if p.cmd == nil {
		return
	}
	_ = p.stdin.Close()
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("stop geth: %v", err)
	}
	p.cmd = nil
}

// Kill ends it at once.
func (p *Process) Kill(t testing.TB) {
	t.Helper()
	if p.cmd == nil {
		return
	}
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
	p.cmd = nil
}
