package main

import (
	"bytes"
	"context"
	"encoding/json"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet"
)

// TestLife leads one network through what a person does with it, every operator a process of its own.
func TestLife(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "net")
	first := upOnce(t, dir)
	require.Zero(t, first.code, first.stderr)
	for _, tier := range []string{"ordered", "certified", "settled"} {
		require.Contains(t, first.stdout, tier)
	}
	require.False(t, exists(dir, "localnet.json") || exists(dir, "control.json"), "a stopped network must not look like a running one")
	requireStopped(t, dir)
	t.Run("refusals", func(t *testing.T) { refusals(t, dir) })

	p := up(t, dir)
	requireRefused(t, upOnce(t, dir), "runs in this directory already", "trident localnet down")
	block := certificateOf(t, dir, "1").Claim.BlockHash
	t.Run("certificates", func(t *testing.T) { certificates(t, dir) })
	t.Run("watch", func(t *testing.T) { watch(t, dir) })
	t.Run("trust", func(t *testing.T) { trust(t, dir) })
	t.Run("proxy", func(t *testing.T) { finalityRPC(t, dir) })
	t.Run("status", func(t *testing.T) { killAndRestart(t, dir) })
	signerHome, listen := filepath.Join(t.TempDir(), "signer"), ""
	t.Run("signer", func(t *testing.T) { listen = remoteSigner(t, dir, signerHome) })
	launchSigner(t, signerHome, listen) // an operator depends on it from here on
	require.Contains(t, requireOK(t, "localnet", "down", "--dir", dir), "the network is down")
	require.Zero(t, p.wait().code)
	requireStopped(t, dir)
	requireRefused(t, command(t, "localnet", "status", "--dir", dir), "no local network runs there")

	p = up(t, dir)
	require.Equal(t, block, certificateOf(t, dir, "1").Claim.BlockHash, "the same chain after down")
	p.signal(syscall.SIGKILL)
	p.wait()
	requireStopped(t, dir) // operators end by themselves when their supervisor is gone
	requireRefused(t, command(t, "localnet", "status", "--dir", dir), "start it again with: trident localnet up")
	requireRefused(t, command(t, "mach", "certificate", "--dir", dir), "is it running")

	p = up(t, dir)
	require.Equal(t, block, certificateOf(t, dir, "1").Claim.BlockHash, "the same chain after SIGKILL")
	p.signal(syscall.SIGINT)
	stopped := p.wait()
	require.Zero(t, stopped.code, "Ctrl-C is how a network is meant to be stopped: %s", stopped.stderr)
	require.Contains(t, stopped.stdout, "resumes this network")
	requireStopped(t, dir)
}

// refusals starts a directory that was made with what it cannot be started with.
func refusals(t *testing.T, dir string) {
	requireRefused(t, upOnce(t, dir, "--operators", "3"), "has 4 operators, not 3", "leave out --operators")
	requireRefused(t, upOnce(t, dir, "--base-port", "4000"), "leave out --base-port")
	requireRefused(t, upOnce(t, dir, "--l1", "http://127.0.0.1:1"), "leave out --l1")
	home := filepath.Join(dir, "operators", "operator-2")
	for name, c := range map[string]struct{ file, content, says string }{
		"damaged plan":           {filepath.Join(dir, "setup.json"), "{", "remove the directory"},
		"empty plan":             {filepath.Join(dir, "setup.json"), `{"version": 3}`, "file is damaged"},
		"plan of another layout": {filepath.Join(dir, "setup.json"), `{"version": 99}`, "made by another release"},
		"corrupt keystore":       {filepath.Join(home, "keys", "bls.json"), "{", "restore it from a backup"},
		"wrong password":         {filepath.Join(home, "keys", "password"), "wrong", "wrong password"},
		"corrupt network file":   {filepath.Join(home, "network.json"), "{", "network file is not usable"},
		"corrupt configuration":  {filepath.Join(home, "node.toml"), "l1 = [", "node.toml"},
		"another home layout":    {filepath.Join(home, "VERSION"), "99", "use the release that made it"},
	} {
		t.Run(name, func(t *testing.T) {
			good, err := os.ReadFile(c.file)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(c.file, []byte(c.content), 0o600))
			defer func() { require.NoError(t, os.WriteFile(c.file, good, 0o600)) }()
			requireRefused(t, upOnce(t, dir), c.says)
			requireStopped(t, dir)
		})
	}
}

func certificateOf(t *testing.T, dir, block string) client.Certificate {
	t.Helper()
	c, err := client.ParseCertificate([]byte(requireOK(t, "mach", "certificate", block, "--dir", dir)))
	require.NoError(t, err)
	return c
}

// certificates checks one offline and by the contract, and then again with each of its fields changed.
func certificates(t *testing.T, dir string) {
	cert, set := filepath.Join(t.TempDir(), "cert.json"), filepath.Join(t.TempDir(), "set.json")
	requireOK(t, "mach", "certificate", "latest", "--dir", dir, "--out", cert)
	requireOK(t, "mach", "operator-set", "--dir", dir, "--out", set)
	offline := func(file string) []string { return []string{"mach", "verify", file, "--set", set} }
	onL1 := func(file string) []string { return []string{"mach", "verify", file, "--dir", dir, "--l1"} }
	require.Contains(t, requireOK(t, offline(cert)...), "valid: block")
	require.Contains(t, requireOK(t, onL1(cert)...), "valid: the contract")
	// The network settles the block of its own first transaction: this one is another.
	block := certificateOf(t, dir, strconv.FormatUint(probeCertified(t, dir), 10)).Claim.BlockHash.Hex()
	require.Contains(t, requireOK(t, "mach", "checkpoint", block, "--dir", dir), "is final on L1")
	require.Contains(t, requireOK(t, "mach", "checkpoint", block, "--dir", dir), "is on L1 already")
	hash := certificateOf(t, dir, "latest").Claim.BlockHash
	require.Equal(t, hash, certificateOf(t, dir, hash.Hex()).Claim.BlockHash, "by hash")
	requireRefused(t, command(t, "mach", "certificate", "999999", "--dir", dir), "no certificate", "the newest is number")
	requireRefused(t, command(t, "mach", "certificate", "--rollup", "other", "--dir", dir), `rollup "other" is not served`, "it serves: demo")
	requireRefused(t, command(t, "mach", "operator-set", "77", "--dir", dir), "the newest epoch is")
	requireRefused(t, command(t, "mach", "certificate", "--dir", dir, "--out", filepath.Join(dir, "none", "x")), "no such file")

	require.Contains(t, requireOK(t, "mach", "alerts", "--dir", dir), "no alert was ever certified")
	require.Contains(t, requireOK(t, "mach", "alerts", "--dir", dir, "--json"), `"paused": false`)
	file, err := localnet.ReadFile(dir)
	require.NoError(t, err)
	require.Contains(t, requireOK(t, "mach", "resume", "demo", "--home", file.Operators[0].Home), "goes on with demo")
	requireRefused(t, command(t, "mach", "resume", "other", "--home", file.Operators[0].Home), `no rollup "other"`, "it has demo")

	data, err := os.ReadFile(cert)
	require.NoError(t, err)
	bad := filepath.Join(t.TempDir(), "bad.json")
	for _, field := range []string{"claim.rollup", "claim.epoch", "claim.number", "claim.blockHash", "claim.parentHash", "claim.stateRoot",
		"claim.outputRoot", "claim.level", "digest", "epoch", "signers", "signature"} {
		t.Run(field, func(t *testing.T) {
			require.NoError(t, os.WriteFile(bad, flip(t, data, field), 0o600))
			requireRefused(t, command(t, offline(bad)...))
			requireRefused(t, command(t, onL1(bad)...))
		})
	}
}

// flip changes the last bit of a field's last digit.
func flip(t *testing.T, data []byte, field string) []byte {
	t.Helper()
	var certificate map[string]any
	require.NoError(t, json.Unmarshal(data, &certificate))
	at, name := certificate, field
	if inner, ok := strings.CutPrefix(field, "claim."); ok {
		at, name = certificate["claim"].(map[string]any), inner
	}
	hex, ok := at[name].(string)
	require.True(t, ok, "certificate has no field %s", field)
	const digits = "0123456789abcdef"
	last := strings.IndexByte(digits, hex[len(hex)-1])
	at[name] = hex[:len(hex)-1] + string(digits[last^1])
	out, err := json.Marshal(certificate)
	require.NoError(t, err)
	return out
}

// watch replays certificates from the first block on, in words and as JSON.
func watch(t *testing.T, dir string) {
	for _, format := range []struct {
		args []string
		want string
	}{{nil, "block 1  0x"}, {[]string{"--json"}, `"number":"0x1"`}} {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		out := &notifier{want: format.want, found: cancel}
		var stderr bytes.Buffer
		code := run(ctx, append([]string{"mach", "watch", "--dir", dir, "--from", "1"}, format.args...), out, &stderr)
		require.Zero(t, code, stderr.String())
		require.Contains(t, out.text.String(), format.want)
	}
	requireRefused(t, command(t, "mach", "watch", "--dir", dir, "--rollup", "other"), `rollup is not known to whoever is trusted: "other"; on l1 are: demo`)
}

// trust checks with the operator sets of a file, and refuses what is not those.
func trust(t *testing.T, dir string) {
	tmp := t.TempDir()
	file, cert := filepath.Join(tmp, "genesis.json"), filepath.Join(tmp, "cert.json")
	requireOK(t, "mach", "genesis", "--dir", dir, "--out", file)
	requireOK(t, "mach", "certificate", "1", "--dir", dir, "--out", cert)
	require.Contains(t, requireOK(t, "mach", "verify", cert, "--trust", file, "--dir", dir), "valid: block 1 ")
	require.True(t, strings.HasPrefix(requireOK(t, "mach", "hand-offs", "--dir", dir), "["))
	f, err := localnet.ReadFile(dir)
	require.NoError(t, err)
	args := []string{"mach", "watch", "--from", "1", "--rollup", "demo", "--trust", file}
	for _, o := range f.Operators {
		args = append(args, "--api", o.API)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	out := &notifier{want: "block 1  0x", found: cancel}
	var stderr bytes.Buffer
	require.Zero(t, run(ctx, args, out, &stderr), stderr.String())
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, flip(t, data, "hash"), 0o600))
	requireRefused(t, command(t, args...), client.ErrGenesisHash.Error())
	requireRefused(t, command(t, "mach", "watch", "--dir", dir, "--l1", f.L1.RPC, "--contract", someAddress), "no Mach at")
}

// finalityRPC asks a node of the rollup through the proxy.
func finalityRPC(t *testing.T, dir string) {
	f, err := localnet.ReadFile(dir)
	require.NoError(t, err)
	p := launch(t, "rollup", "proxy", "--dir", dir, "--upstream", f.Operators[0].RollupRPC["demo"], "--listen", "127.0.0.1:0")
	p.until(func() bool { return strings.Contains(p.stdout.String(), "finality RPC") }, "the proxy to listen")
	_, rest, _ := strings.Cut(p.stdout.String(), " at ")
	at, _, _ := strings.Cut(rest, " and ")
	c, err := ethclient.Dial(at)
	require.NoError(t, err)
	defer c.Close()
	defer http.DefaultClient.CloseIdleConnections()
	var final *types.Header
	p.until(func() bool {
		final, err = c.HeaderByNumber(context.Background(), big.NewInt(int64(rpc.FinalizedBlockNumber)))
		return err == nil
	}, "a finalized block")
	require.Equal(t, certificateOf(t, dir, final.Number.String()).Claim.BlockHash, final.Hash())
	p.signal(syscall.SIGINT)
	require.Zero(t, p.wait().code)
	requireRefused(t, command(t, "rollup", "proxy", "--dir", dir, "--upstream", "http://127.0.0.1:1", "--listen", "127.0.0.1:0"), "is --upstream right?")
	requireRefused(t, command(t, "rollup", "proxy", "--dir", dir, "--upstream", "ws://127.0.0.1:1"), "upstream must be an http:// or https:// URL")
	requireRefused(t, command(t, "rollup", "proxy", "--dir", dir, "--upstream", f.L1.RPC, "--listen", strings.TrimPrefix(f.L1.RPC, "http://")), "address in use")
}

// notifier calls found when what is wanted has been written.
type notifier struct {
	text  strings.Builder
	want  string
	found func()
}

func (n *notifier) Write(p []byte) (int, error) {
	n.text.Write(p)
	if strings.Contains(n.text.String(), n.want) {
		n.found()
	}
	return len(p), nil
}

func statusOf(t *testing.T, dir string) localnet.Status {
	t.Helper()
	var s localnet.Status
	require.NoError(t, json.Unmarshal([]byte(requireOK(t, "localnet", "status", "--json", "--dir", dir)), &s))
	return s
}

// killAndRestart kills an operator, sees it dead, and starts it again.
func killAndRestart(t *testing.T, dir string) {
	for _, o := range statusOf(t, dir).Operators {
		require.NotNil(t, o.Node, o.Error)
		require.True(t, o.Node.Healthy, o.Node.Trouble)
	}
	requireRefused(t, command(t, "localnet", "kill", "operator-9", "--dir", dir), `no operator "operator-9"`, "operator-4")
	requireRefused(t, command(t, "localnet", "restart", "operator-9", "--dir", dir), `no operator "operator-9"`)
	require.Contains(t, requireOK(t, "localnet", "kill", "operator-1", "--dir", dir), "trident localnet restart operator-1")
	text := requireOK(t, "localnet", "status", "--dir", dir)
	require.Contains(t, text, "not running")
	for line := range strings.Lines(text) {
		require.LessOrEqual(t, len(strings.TrimRight(line, "\n")), 80, line)
	}
	require.NotNil(t, certificateOf(t, dir, "latest"), "the operators that run answer")
	require.Contains(t, requireOK(t, "localnet", "restart", "operator-1", "--dir", dir), "operator-1 is up")
	testutil.Eventually(t, patience, func() bool {
		o := statusOf(t, dir).Operators[0]
		return o.Node != nil && o.Node.Healthy && len(o.Node.Peers) == 3
	}, "operator-1 to be among its peers")
}

// TestInterrupt presses Ctrl-C while a network is made and while its operators start.
func TestInterrupt(t *testing.T) {
	t.Run("during set-up", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "net")
		p := launch(t, upArgs(dir)...)
		p.until(func() bool { return exists(dir, "l1") }, "the set-up to begin")
		p.signal(syscall.SIGINT)
		r := p.wait()
		require.Equal(t, 130, r.code, r.stderr)
		require.Equal(t, "trident: interrupted\n", r.stderr)
		require.False(t, exists(dir), "nothing is half-written")
	})
	t.Run("while operators start", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "net")
		p := launch(t, upArgs(dir)...)
		p.until(func() bool { return exists(dir, "operators", "operator-1.log") }, "the operators to start")
		p.signal(syscall.SIGTERM)
		r := p.wait()
		require.Equal(t, 130, r.code, r.stderr)
		require.Equal(t, "trident: interrupted\n", r.stderr)
		requireStopped(t, dir)
		require.False(t, exists(dir, "localnet.json"))
		again := upOnce(t, dir)
		require.Zero(t, again.code, again.stderr)
	})
}
