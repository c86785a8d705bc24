package node

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strings"
	"time"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/signer/remote"
	"github.com/trident-network/trident/internal/store"
)

// SignerConfig says where a signer listens. The three files go together; without them it listens on loopback, and asks
// for the token of its home.
type SignerConfig struct {
	Listen                    string
	TLSCert, TLSKey, ClientCA string
}

// ErrSignerConfig is a combination of flags that cannot be meant.
var ErrSignerConfig = errors.New("signer configuration is not complete")

// Check reports the first wrong value.
func (c SignerConfig) Check() error {
	given := 0
	for _, file := range []string{c.TLSCert, c.TLSKey, c.ClientCA} {
		if file != "" {
			given++
		}
	}
	if given != 0 && given != 3 {
		return fmt.Errorf("%w: --tls-cert, --tls-key and --client-ca go together", ErrSignerConfig)
	}
	return remote.CheckListen(c.Listen, c.mutual())
}

func (c SignerConfig) mutual() bool { return c.ClientCA != "" }

// signerHome is a home directory of which the guard alone is open. It may be a signer's or a node's.
type signerHome struct {
	*Home
	db    *store.DB
	guard *signer.Guard
}

// openSignerHome opens the guard of a home directory that no other process has open.
func openSignerHome(path string, log *slog.Logger) (*signerHome, error) {
	home, err := OpenHome(path)
	if err != nil {
		return nil, err
	}
	s := &signerHome{Home: home}
	if err := s.open(log); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *signerHome) open(log *slog.Logger) (err error) {
	password, err := readPassword(s.Home)
	if err != nil {
		return err
	}
	k, err := loadSigningKeys(s.Home, password)
	if err != nil {
		return err
	}
	if s.db, err = store.Open(s.Data("db"), store.WithLogger(log)); err != nil {
		return err
	}
	s.guard, err = signer.Open(signer.Config{Space: s.db.Sub(guardSpace), BLS: k.BLS, Consensus: k.Consensus, Metrics: metrics.New()})
	return err
}

func (s *signerHome) close() error {
	var err error
	if s.db != nil {
		err = s.db.Close()
	}
	return errors.Join(err, s.Home.Close())
}

// RunSigner holds the keys and the guard of a home directory, and answers for them until ctx ends. ready is called with
// the address when it listens.
func RunSigner(ctx context.Context, path string, c SignerConfig, log *slog.Logger, ready func(address string)) (err error) {
	if err := c.Check(); err != nil {
		return err
	}
	home, err := openSignerHome(path, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, home.close()) }()
	l, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("listen for nodes: %w", err)
	}
	defer l.Close()
	scheme, token := "http", (*remote.Token)(nil)
	if c.mutual() {
		pair, err := readPair(c.TLSCert, c.TLSKey, c.ClientCA)
		if err != nil {
			return err
		}
		config, err := remote.ServerTLS(pair[0], pair[1], pair[2])
		if err != nil {
			return err
		}
		scheme, l = "https", tls.NewListener(l, config)
	} else {
		t, err := readToken(home.Keys(signerTokenFile))
		if err != nil {
			return err
		}
		token = &t
	}
	if err := home.announce(scheme + "://" + l.Addr().String()); err != nil {
		return err
	}
	r, err := home.guard.Restored(ctx)
	if err != nil {
		return err
	}
	log.Info("signer listens", "url", scheme+"://"+l.Addr().String(), "attestation_key", home.guard.BLSPublicKey(),
		"consensus_address", home.guard.ConsensusAddress(), "restored", r.Active())
	ready(l.Addr().String())
	return remote.NewServer(home.guard, token, clock.Real().Now, log).Serve(ctx, l)
}

// announced is where a signer says how it is reached, for the commands on its home directory.
const announced = "signer.json"

type announcement struct {
	URL string `json:"url"`
}

func (h *Home) announce(url string) error {
	text, err := json.Marshal(announcement{url})
	if err != nil {
		return fmt.Errorf("write %s: %w", announced, err)
	}
	return writeFile(h.Data(announced), text)
}

// History is what can be done with the history of a guard, open here or asked for.
type History interface {
	Export(w io.Writer) error
	Streams(ctx context.Context) ([]signer.StreamStatus, error)
	Restored(ctx context.Context) (signer.Restoration, error)
	Settle(ctx context.Context, at time.Time, s signer.Stream, floor uint64) error
}

// OpenHistory opens the history of a home directory for commands. When a signer has it open, that is asked. The caller
// calls the second result.
func OpenHistory(ctx context.Context, path string, log *slog.Logger) (History, func() error, error) {
	home, err := openSignerHome(path, log)
	if err == nil {
		return home.guard, home.close, nil
	}
	if !errors.Is(err, ErrHomeInUse) {
		return nil, nil, err
	}
	closed := &Home{Path: path}
	text, readErr := os.ReadFile(closed.Data(announced))
	if readErr != nil {
		return nil, nil, err // a node has it
	}
	var a announcement
	if err := json.Unmarshal(text, &a); err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", closed.Data(announced), err)
	}
	at := closed
	if strings.HasPrefix(a.URL, "https") {
		at = &Home{Path: closed.Path, keys: nodeDir} // the signer's own certificate is no client's
	}
	config, err := signerClient(at, a.URL, clock.Real().Now)
	if err != nil {
		return nil, nil, err
	}
	client, err := remote.Dial(ctx, config)
	if err != nil {
		return nil, nil, err
	}
	return client, func() error { client.Close(); return nil }, nil
}

// ImportHistory adds an exported history to that of a home directory, or, when from is nil, notes that there is none left
// of the keys. Nothing new is signed then until a node has settled the history.
func ImportHistory(path string, from io.Reader, now time.Time, log *slog.Logger) (err error) {
	home, err := openSignerHome(path, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, home.close()) }()
	if from == nil {
		return home.guard.Lost(now)
	}
	return home.guard.Import(from, now)
}
