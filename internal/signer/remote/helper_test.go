package remote_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/tls"
	"log/slog"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/signer/remote"
	"github.com/trident-network/trident/internal/store"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func keysOf(t testing.TB, name string) (bls.SecretKey, *ecdsa.PrivateKey) {
	t.Helper()
	seed := crypto.Keccak256([]byte(name))
	seed[0] &= 0x3f
	b, err := bls.SecretKeyFromBytes(seed)
	require.NoError(t, err)
	e, err := crypto.ToECDSA(seed)
	require.NoError(t, err)
	return b, e
}

func guardOf(t testing.TB, db *store.DB, name string) *signer.Guard {
	t.Helper()
	b, e := keysOf(t, name)
	g, err := signer.Open(signer.Config{Space: db.Sub("guard"), BLS: b, Consensus: e})
	require.NoError(t, err)
	return g
}

func memory(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.Memory()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

var token = remote.Token{1, 2, 3}

// serve runs a server until the test ends or stop is called, and returns its address.
func serve(t testing.TB, guard remote.Guard, token *remote.Token, config *tls.Config, listen string) (address string, stop func()) {
	t.Helper()
	l, err := net.Listen("tcp", listen)
	require.NoError(t, err)
	address = l.Addr().String()
	if config != nil {
		l = tls.NewListener(l, config)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	server := remote.NewServer(guard, token, time.Now, slog.New(slog.DiscardHandler))
	go func() { done <- server.Serve(ctx, l) }()
	var once sync.Once
	stop = func() {
		once.Do(func() {
			cancel()
			require.NoError(t, <-done)
		})
	}
	t.Cleanup(stop)
	return address, stop
}

func dial(t testing.TB, address string) *remote.Client {
	t.Helper()
	c, err := remote.Dial(t.Context(), remote.ClientConfig{URL: "http://" + address, Token: &token, Now: time.Now})
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}

// joined is a guard and a client of it.
func joined(t testing.TB) (*signer.Guard, *remote.Client) {
	t.Helper()
	g := guardOf(t, memory(t), "remote test")
	address, _ := serve(t, g, &token, nil, "127.0.0.1:0")
	return g, dial(t, address)
}

func st(position uint64, digest byte) signer.Statement {
	return signer.Statement{Domain: "mach", Scope: [32]byte{1}, Position: position, Digest: [32]byte{digest}}
}

func spoken(position uint64, payload string) signer.Statement {
	return signer.Statement{Domain: "comet", Scope: [32]byte{2}, Position: position, Digest: crypto.Keccak256Hash([]byte(payload)), Payload: payload}
}

func disk(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.Open(t.TempDir())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}
