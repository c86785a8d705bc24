package node

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/trident-network/trident/internal/signer/remote"
)

// nodeDir is the folder of a signer's home with what its node needs in its key directory.
const nodeDir = "node"

// SignerInit says how to make the home directory of a signer.
type SignerInit struct {
	Home   string
	Listen string    // where it will listen
	TLS    bool      // with certificates instead of a token
	From   string    // home directory of a node whose signing keys and history move to the signer; empty for none
	Now    time.Time // of the certificates
}

// ErrSignerMade is a home directory that was made before.
var ErrSignerMade = errors.New("home directory of a signer exists")

// InitSigner makes the home directory of a signer, and with From moves a node's signing keys and their history there. The
// node is set up to ask the signer; its own keystores of these keys are removed last. It can be interrupted anywhere: the
// moved history counts as restored, so that nothing is signed by two guards.
func InitSigner(c SignerInit, log *slog.Logger) (err error) {
	if err := remote.CheckListen(c.Listen, c.TLS); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(c.Home, versionFile)); err == nil {
		return fmt.Errorf("%w: %s; choose another --home", ErrSignerMade, c.Home)
	}
	var from *signerHome
	if c.From != "" {
		if _, port, _ := net.SplitHostPort(c.Listen); port == "0" {
			return fmt.Errorf("%w: --listen %s; the node must know the port", ErrSignerConfig, c.Listen)
		}
		if from, err = openSignerHome(c.From, log); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, from.close()) }()
	}
	if err := InitHome(c.Home); err != nil {
		return err
	}
	home := &Home{Path: c.Home}
	if err := c.credentials(home); err != nil {
		return err
	}
	if from == nil {
		return nil
	}
	return c.move(from, home, log)
}

// credentials makes what signer and node know each other by.
func (c SignerInit) credentials(home *Home) error {
	client := &Home{Path: home.Path, keys: nodeDir}
	if err := os.MkdirAll(client.Keys(), 0o700); err != nil {
		return fmt.Errorf("make home of the signer: %w", err)
	}
	if !c.TLS {
		token, err := remote.NewToken()
		if err != nil {
			return fmt.Errorf("make token: %w", err)
		}
		return errors.Join(writeFile(home.Keys(signerTokenFile), token.Text()), writeFile(client.Keys(signerTokenFile), token.Text()))
	}
	host, _, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return err
	}
	pair, err := remote.NewPair(host, c.Now)
	if err != nil {
		return err
	}
	return errors.Join(
		writeFile(home.Keys(signerAuthorityFile), pair.Authority), writeFile(client.Keys(signerAuthorityFile), pair.Authority),
		writeFile(home.Keys(signerCertFile), pair.ServerCert), writeFile(home.Keys(signerKeyFile), pair.ServerKey),
		writeFile(client.Keys(signerCertFile), pair.ClientCert), writeFile(client.Keys(signerKeyFile), pair.ClientKey))
}

// move brings keystores and history to the signer, and makes the node its client.
func (c SignerInit) move(from *signerHome, home *Home, log *slog.Logger) error {
	config, err := LoadConfig(c.From)
	if err != nil {
		return err
	}
	for _, name := range []string{blsKeyFile, consensusKeyFile, passwordFile} {
		if err := copyFile(from.Keys(name), home.Keys(name)); err != nil && !(name == passwordFile && errors.Is(err, os.ErrNotExist)) {
			return err
		}
	}
	var history bytes.Buffer
	if err := from.guard.Export(&history); err != nil {
		return err
	}
	if err := ImportHistory(c.Home, &history, c.Now, log); err != nil {
		return err
	}
	entries, err := os.ReadDir(filepath.Join(c.Home, nodeDir))
	if err != nil {
		return fmt.Errorf("read credentials: %w", err)
	}
	for _, e := range entries {
		if err := copyFile(filepath.Join(c.Home, nodeDir, e.Name()), from.Keys(e.Name())); err != nil {
			return err
		}
	}
	config.Signer = "http://" + c.Listen
	if c.TLS {
		config.Signer = "https://" + c.Listen
	}
	if err := config.Save(c.From); err != nil {
		return err
	}
	if err := errors.Join(os.Remove(from.Keys(blsKeyFile)), os.Remove(from.Keys(consensusKeyFile))); err != nil {
		return fmt.Errorf("remove keystores that have moved to %s: %w; remove them by hand", c.Home, err)
	}
	return nil
}

func copyFile(from, to string) error {
	data, err := readSecret(from)
	if err != nil {
		return err
	}
	return writeFile(to, data)
}
