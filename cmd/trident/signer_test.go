package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/keys"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet"
	"github.com/trident-network/trident/node"
)

// signedHistory is an exported history.
type signedHistory struct {
	Streams []struct {
		Key, Domain, Scope string
		Records            []struct{ Position, Digest string }
	}
}

// records are the digests of a history by stream and position.
func (h signedHistory) records() map[string]string {
	out := map[string]string{}
	for _, s := range h.Streams {
		for _, r := range s.Records {
			out[s.Key+" "+s.Domain+" "+s.Scope+" "+r.Position] = r.Digest
		}
	}
	return out
}

func exported(t *testing.T, home string) signedHistory {
	t.Helper()
	var h signedHistory
	require.NoError(t, json.Unmarshal([]byte(requireOK(t, "signer", "export", "--home", home)), &h))
	return h
}

// next is where a stream of a signer stands, 0 when it has none.
func next(t *testing.T, home, domain string) (position uint64) {
	t.Helper()
	for line := range strings.Lines(requireOK(t, "signer", "status", "--home", home)) {
		if fields := strings.Fields(line); len(fields) > 4 && fields[1] == domain {
			_, err := fmt.Sscan(fields[4], &position)
			require.NoError(t, err, line)
		}
	}
	return position
}

// remoteSigner backs up an operator's guard, lets the operator sign on, and then gives its keys and the old backup to a
// signer of its own, as after the loss of a disk. The operator signs again, nothing twice, and survives the loss of the
// signer.
func remoteSigner(t *testing.T, dir, signerHome string) (listen string) {
	const name = "operator-2"
	home, backup := filepath.Join(dir, "operators", name), filepath.Join(t.TempDir(), "backup.json")
	requireRefused(t, command(t, "signer", "status", "--home", home), "home directory is in use")
	requireOK(t, "localnet", "kill", name, "--dir", dir)
	requireOK(t, "signer", "export", "--home", home, "--out", backup)
	requireOK(t, "localnet", "restart", name, "--dir", dir)
	machBefore := probeCertified(t, dir)
	requireOK(t, "localnet", "kill", name, "--dir", dir)
	first := exported(t, home)

	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	listen = l.Addr().String()
	require.NoError(t, l.Close())
	requireOK(t, "signer", "init", "--home", signerHome, "--listen", listen)
	requireRefused(t, command(t, "signer", "init", "--home", signerHome), "exists", "choose another --home")
	requireRefused(t, command(t, "signer", "--home", signerHome, "--listen", listen), "no password given")
	for _, file := range []string{"bls.json", "consensus.json", "password"} {
		require.NoError(t, os.Rename(filepath.Join(home, "keys", file), filepath.Join(signerHome, "keys", file)))
	}
	restorePassword(t, signerHome, home)
	require.NoError(t, os.Rename(filepath.Join(signerHome, "node", "signer-token"), filepath.Join(home, "keys", "signer-token")))
	requireOK(t, "signer", "import", backup, "--home", signerHome)
	config, err := node.LoadConfig(home)
	require.NoError(t, err)
	config.Signer = "http://" + listen
	require.NoError(t, config.Save(home))

	s := launchSigner(t, signerHome, listen)
	requireRefused(t, command(t, "signer", "--home", signerHome, "--listen", "127.0.0.1:0"), "home directory is in use")
	require.Contains(t, requireOK(t, "signer", "status", "--home", signerHome), "restored from a backup")
	requireOK(t, "localnet", "restart", name, "--dir", dir)
	s.until(func() bool {
		return !strings.Contains(requireOK(t, "signer", "status", "--home", signerHome), "restored")
	}, "the restored history to be settled")
	require.Greater(t, next(t, signerHome, "mach"), machBefore, "above what the first guard signed")
	requireSigns(t, dir, signerHome)

	s.signal(syscall.SIGKILL)
	s.wait()
	probeCertified(t, dir) // the others go on
	launchSigner(t, signerHome, listen)
	requireSigns(t, dir, signerHome)

	again, both := exported(t, signerHome).records(), 0
	for at, digest := range first.records() {
		if other, found := again[at]; found {
			both++
			require.Equal(t, digest, other, "%s was signed twice", at)
		}
	}
	require.Positive(t, both, "the backup was not empty")
	return listen
}

// restorePassword lets the node open the keystores that it still has.
func restorePassword(t *testing.T, from, to string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(from, "keys", "password"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(to, "keys", "password"), text, 0o600))
}

func launchSigner(t *testing.T, home, listen string) *program {
	t.Helper()
	p := launch(t, "signer", "--home", home, "--listen", listen, "--log-level", "warn")
	p.until(func() bool { return strings.Contains(p.stdout.String(), "signer listens on "+listen) }, "the signer to listen")
	return p
}

// probeCertified sends a transaction and returns the number of its block once it is certified.
func probeCertified(t *testing.T, dir string) uint64 {
	t.Helper()
	file, err := localnet.ReadFile(dir)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var urls []string
	for _, o := range file.Operators {
		if o.PID != 0 {
			urls = append(urls, o.RollupRPC["demo"])
		}
	}
	tiers, err := localnet.SendProbe(ctx, keys.LocalAccount(keys.LocalSeed, "account", 7), urls)
	require.NoError(t, err)
	return tiers.Block
}

// requireSigns checks that the operator of a signer takes part: in certificates, in votes.
func requireSigns(t *testing.T, dir, home string) {
	t.Helper()
	votes := next(t, home, "comet")
	testutil.Eventually(t, patience, func() bool {
		block := probeCertified(t, dir)
		return next(t, home, "mach") > block && next(t, home, "comet") > votes
	}, "the operator of the signer to take part again")
}
