package node

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/keys"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/signer/remote"
)

// The files by which node and remote signer know each other, in the key directory of each. On one machine it is the
// token; else each has the authority's certificate, and one of its own with its key.
const (
	signerTokenFile     = "signer-token"
	signerAuthorityFile = "signer-ca.pem"
	signerCertFile      = "signer-cert.pem"
	signerKeyFile       = "signer-key.pem"
)

// guardSpace is the namespace of the signing history in a home's store, of a node as of a signer.
const guardSpace = "guard"

// signerPatience is how long a node that starts waits for its signer to answer.
const signerPatience = 20 * time.Second

// openGuard opens the guard of this home, or connects to the signer that has it.
func (n *Node) openGuard(ctx context.Context, k Keys, m *metrics.Registry) (signer.Signer, error) {
	if n.config.Signer == "" {
		return signer.Open(signer.Config{Space: n.db.Sub(guardSpace), BLS: k.BLS, Consensus: k.Consensus, Metrics: m})
	}
	config, err := signerClient(n.home, n.config.Signer, n.clock.Now)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, signerPatience)
	defer cancel()
	for warned := false; ; warned = true {
		client, err := remote.Dial(ctx, config)
		if err == nil {
			return client, n.refuseLocal(client)
		}
		if !errors.Is(err, signer.ErrUnavailable) || errors.Is(err, remote.ErrUnauthorized) {
			return nil, err
		}
		if !warned {
			n.log.Warn("signer does not answer, waiting", "err", err)
		}
		if clock.Sleep(ctx, n.clock, 200*time.Millisecond) != nil {
			return nil, err
		}
	}
}

// refuseLocal refuses a signer with keys of local networks elsewhere.
func (n *Node) refuseLocal(s signer.Signer) error {
	if n.network.Local {
		return nil
	}
	attestation, err := keys.IsLocalBLS(s.BLSPublicKey())
	if err != nil {
		return err
	}
	return refuseLocal(n.network, attestation, s.ConsensusAddress())
}

// refuseLocal refuses accounts of local networks on a network that is none; found says that a key was one already.
func refuseLocal(n *Network, found bool, accounts ...common.Address) error {
	for _, a := range accounts {
		is, err := keys.IsLocalAddress(a)
		if err != nil {
			return err
		}
		found = found || is
	}
	if found {
		return fmt.Errorf("%w: network %q; make keys of your own", ErrLocalKey, n.Name)
	}
	return nil
}

// closeGuard gives up the connections to a remote signer.
func closeGuard(s signer.Signer) {
	if c, ok := s.(*remote.Client); ok {
		c.Close()
	}
}

// signerClient reads what a home has to prove itself to the signer at url.
func signerClient(home *Home, url string, now func() time.Time) (remote.ClientConfig, error) {
	c := remote.ClientConfig{URL: url, Now: now}
	if strings.HasPrefix(url, "http://") {
		token, err := readToken(home.Keys(signerTokenFile))
		c.Token = &token
		return c, err
	}
	pair, err := readPair(home.Keys(signerCertFile), home.Keys(signerKeyFile), home.Keys(signerAuthorityFile))
	if err != nil {
		return c, err
	}
	c.TLS, err = remote.ClientTLS(pair[0], pair[1], pair[2])
	return c, err
}

func readToken(path string) (remote.Token, error) {
	text, err := readSecret(path)
	if err != nil {
		return remote.Token{}, err
	}
	token, err := remote.ParseToken(text)
	if err != nil {
		return remote.Token{}, fmt.Errorf("read %s: %w; copy it again, or make a new one with trident signer init", path, err)
	}
	return token, nil
}

// readPair reads a certificate, its key, which nobody else may read, and the authority's certificate.
func readPair(certificate, private, authority string) (out [3][]byte, err error) {
	if out[1], err = readSecret(private); err != nil {
		return out, err
	}
	for i, path := range map[int]string{0: certificate, 2: authority} {
		if out[i], err = os.ReadFile(path); err != nil {
			return out, fmt.Errorf("read certificate: %w; make a pair with trident signer init --tls", err)
		}
	}
	return out, nil
}

// maxSecret bounds a token or key file; real ones are below 1 KiB.
const maxSecret = 64 << 10

// ErrSecret is a secret that others can read.
var ErrSecret = errors.New("file with a secret is readable by others")

// readSecret reads a file and refuses one that others can read.
func readSecret(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read secret: %w; make it with trident signer init, and copy the node's part into the key directory of its home", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("read secret: %w", err)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return nil, fmt.Errorf("%w: %s has mode %04o; run chmod 600 %s", ErrSecret, path, mode, path)
	}
	text, err := io.ReadAll(io.LimitReader(f, maxSecret))
	if err != nil {
		return nil, fmt.Errorf("read secret: %w", err)
	}
	return text, nil
}
