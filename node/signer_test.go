package node

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/pem"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/keys"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/signer/remote"
)

var quiet = slog.New(slog.DiscardHandler)

func TestSignerConfigCheck(t *testing.T) {
	for name, c := range map[string]struct {
		config SignerConfig
		want   error
	}{
		"loopback":             {SignerConfig{Listen: "127.0.0.1:0"}, nil},
		"in the open":          {SignerConfig{Listen: "0.0.0.0:1"}, remote.ErrExposed},
		"half of TLS":          {SignerConfig{Listen: "127.0.0.1:0", TLSCert: "x", TLSKey: "x"}, ErrSignerConfig},
		"no client to be told": {SignerConfig{Listen: "0.0.0.0:1", ClientCA: "x"}, ErrSignerConfig},
		"all of TLS":           {SignerConfig{Listen: "0.0.0.0:1", TLSCert: "x", TLSKey: "x", ClientCA: "x"}, nil},
	} {
		t.Run(name, func(t *testing.T) { require.ErrorIs(t, c.config.Check(), c.want) })
	}
}

// signingHome is the home directory of a node that has signed.
func signingHome(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "node")
	require.NoError(t, InitHome(path))
	home, err := OpenHome(path)
	require.NoError(t, err)
	k, err := keys.Local(keys.LocalSeed, 3)
	require.NoError(t, err)
	require.NoError(t, SaveKeys(home, Keys{BLS: k.BLS, Consensus: k.Consensus, Submitter: k.Submitter, P2P: k.P2P}, "password", keys.Light))
	require.NoError(t, DefaultConfig().Save(path))
	require.NoError(t, home.Close())
	s, err := openSignerHome(path, quiet)
	require.NoError(t, err)
	_, err = s.guard.BLS(t.Context(), claim(5, 1))
	require.NoError(t, err)
	require.NoError(t, s.close())
	return path
}

func claim(position uint64, digest byte) signer.Statement {
	return signer.Statement{Domain: "mach", Scope: [32]byte{1}, Position: position, Digest: [32]byte{digest}}
}

// run runs a signer until the returned function is called.
func run(t *testing.T, home string, c SignerConfig) (address string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan string, 1), make(chan error, 1)
	go func() { done <- RunSigner(ctx, home, c, quiet, func(at string) { ready <- at }) }()
	select {
	case address = <-ready:
	case err := <-done:
		cancel()
		require.NoError(t, err, "start the signer")
	}
	return address, func() {
		cancel()
		require.NoError(t, <-done)
	}
}

// A node's keys and history move to a signer, with a token and with certificates; the node finds it, and the move counts
// as a restoration.
func TestKeysMoveToSigner(t *testing.T) {
	for name, tls := range map[string]bool{"token": false, "certificates": true} {
		t.Run(name, func(t *testing.T) {
			from, to := signingHome(t), filepath.Join(t.TempDir(), "signer")
			c := SignerInit{Home: to, Listen: freeAddress(t), TLS: tls, From: from, Now: time.Now()}
			require.NoError(t, InitSigner(c, quiet))
			require.ErrorIs(t, InitSigner(c, quiet), ErrSignerMade)
			require.NoFileExists(t, filepath.Join(from, keysDir, blsKeyFile))
			require.NoFileExists(t, filepath.Join(from, keysDir, consensusKeyFile))
			home := &Home{Path: to}
			config := SignerConfig{Listen: c.Listen}
			if tls {
				config.TLSCert, config.TLSKey, config.ClientCA = home.Keys(signerCertFile), home.Keys(signerKeyFile), home.Keys(signerAuthorityFile)
			}
			_, stop := run(t, to, config)
			defer stop()
			requireMoved(t, from, to)
		})
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "probe")
	require.NoError(t, InitSigner(SignerInit{Home: path, Listen: "127.0.0.1:0", Now: time.Now()}, quiet))
	copyKeys(t, signingHome(t), path)
	address, stop := run(t, path, SignerConfig{Listen: "127.0.0.1:0"})
	stop()
	return address
}

func copyKeys(t *testing.T, from, to string) {
	t.Helper()
	for _, file := range []string{blsKeyFile, consensusKeyFile, passwordFile} {
		require.NoError(t, copyFile(filepath.Join(from, keysDir, file), filepath.Join(to, keysDir, file)))
	}
}

// requireMoved opens the guard as the node does, and the history as the commands do.
func requireMoved(t *testing.T, from, to string) {
	t.Helper()
	ctx := t.Context()
	config, err := LoadConfig(from)
	require.NoError(t, err)
	home, err := OpenHome(from)
	require.NoError(t, err)
	defer home.Close()
	k, err := loadKeys(home, false)
	require.NoError(t, err)
	require.Nil(t, k.Consensus)
	n := &Node{home: home, config: config, network: &Network{Local: true}, clock: clock.Real(), log: quiet}
	s, err := n.openGuard(ctx, k, nil)
	require.NoError(t, err)
	defer closeGuard(s)
	_, err = s.BLS(ctx, claim(5, 1))
	require.NoError(t, err)
	_, err = s.BLS(ctx, claim(5, 2))
	require.ErrorIs(t, err, signer.ErrConflict)
	_, err = s.BLS(ctx, claim(6, 1))
	require.ErrorIs(t, err, signer.ErrRestored)

	h, release, err := OpenHistory(ctx, to, quiet)
	require.NoError(t, err)
	r, err := h.Restored(ctx)
	require.NoError(t, err)
	require.Len(t, r.Waiting, 1)
	require.NoError(t, h.Settle(ctx, r.At, r.Waiting[0], 9))
	_, err = s.BLS(ctx, claim(9, 1))
	require.NoError(t, err)
	var history bytes.Buffer
	require.NoError(t, h.Export(&history))
	require.Contains(t, history.String(), "trident-signing-history")
	require.NoError(t, release())

	n.network = &Network{Name: "main"}
	_, err = n.openGuard(ctx, k, nil)
	require.ErrorIs(t, err, ErrLocalKey, "a signer with keys that everybody knows")
	require.ErrorIs(t, ImportHistory(to, &history, time.Now(), quiet), ErrHomeInUse)
}

// Secrets that others can read are refused, with the remedy.
func TestSignerSecrets(t *testing.T) {
	from, to := signingHome(t), filepath.Join(t.TempDir(), "signer")
	require.NoError(t, InitSigner(SignerInit{Home: to, Listen: "127.0.0.1:1", TLS: true, Now: time.Now()}, quiet))
	home := &Home{Path: to}
	withTLS := SignerConfig{Listen: "127.0.0.1:0", TLSCert: home.Keys(signerCertFile), TLSKey: home.Keys(signerKeyFile), ClientCA: home.Keys(signerAuthorityFile)}
	start := func(c SignerConfig) error {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		return RunSigner(ctx, to, c, quiet, func(string) { cancel() })
	}
	require.ErrorIs(t, start(withTLS), keys.ErrNoPassword, "no keystores yet")
	copyKeys(t, from, to)
	require.NoError(t, start(withTLS))
	require.ErrorIs(t, start(SignerConfig{Listen: "127.0.0.1:0"}), os.ErrNotExist, "made for certificates, not for a token")
	token, err := remote.NewToken()
	require.NoError(t, err)
	require.NoError(t, writeFile(home.Keys(signerTokenFile), token.Text()))
	require.NoError(t, start(SignerConfig{Listen: "127.0.0.1:0"}))

	for file, c := range map[string]struct {
		config SignerConfig
		want   error
	}{
		blsKeyFile:      {withTLS, keys.ErrPermissions},
		passwordFile:    {withTLS, keys.ErrPermissions},
		signerKeyFile:   {withTLS, ErrSecret},
		signerTokenFile: {SignerConfig{Listen: "127.0.0.1:0"}, ErrSecret},
	} {
		t.Run(file, func(t *testing.T) {
			for _, mode := range []os.FileMode{0o640, 0o604} {
				require.NoError(t, os.Chmod(home.Keys(file), mode))
				err := start(c.config)
				require.ErrorIs(t, err, c.want)
				require.ErrorContains(t, err, "chmod 600 "+home.Keys(file))
			}
			require.NoError(t, os.Chmod(home.Keys(file), 0o600))
			require.NoError(t, start(c.config))
		})
	}
	require.NoError(t, writeFile(home.Keys(signerTokenFile), []byte("0123456789abcdef\n")))
	err = start(SignerConfig{Listen: "127.0.0.1:0"})
	require.ErrorContains(t, err, "trident signer init")
	require.NotContains(t, err.Error(), "0123456789")
	withTLS.ClientCA = withTLS.TLSKey
	require.ErrorIs(t, start(withTLS), remote.ErrCertificate)
	withTLS.ClientCA = home.Keys("none")
	require.ErrorContains(t, start(withTLS), "trident signer init --tls")
}

func TestSignerAuthorityKeepsNoKey(t *testing.T) {
	to := filepath.Join(t.TempDir(), "signer")
	require.NoError(t, InitSigner(SignerInit{Home: to, Listen: "192.0.2.1:1", TLS: true, Now: time.Now()}, quiet))
	authority, err := os.ReadFile((&Home{Path: to}).Keys(signerAuthorityFile))
	require.NoError(t, err)
	block, _ := pem.Decode(authority)
	root, err := x509.ParseCertificate(block.Bytes)
	require.NoError(t, err)
	err = filepath.Walk(to, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if block, _ := pem.Decode(data); block != nil && block.Type == "PRIVATE KEY" {
			key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
			if err != nil {
				return err
			}
			require.False(t, key.(*ecdsa.PrivateKey).PublicKey.Equal(root.PublicKey), "key of the authority in %s", path)
			require.Zero(t, info.Mode().Perm()&0o077, path)
		}
		return nil
	})
	require.NoError(t, err)
}

// A node gives up on a signer that does not answer, and says what to do.
func TestSignerNotThere(t *testing.T) {
	from := signingHome(t)
	home, err := OpenHome(from)
	require.NoError(t, err)
	defer home.Close()
	config := DefaultConfig()
	config.Signer = "http://127.0.0.1:1"
	n := &Node{home: home, config: config, network: &Network{Local: true}, clock: clock.Real(), log: quiet}
	_, err = n.openGuard(t.Context(), Keys{}, nil)
	require.ErrorIs(t, err, os.ErrNotExist)
	require.ErrorContains(t, err, "trident signer init")
	token, err := remote.NewToken()
	require.NoError(t, err)
	require.NoError(t, writeFile(home.Keys(signerTokenFile), token.Text()))
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	_, err = n.openGuard(ctx, Keys{}, nil)
	require.ErrorIs(t, err, signer.ErrUnavailable)
	require.ErrorContains(t, err, "start it with trident signer")
}
