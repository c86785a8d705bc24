package engine

import (
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/gethproc"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/rollup/internal/conform"
)

func TestMain(m *testing.M) {
	gethproc.Main()
	goleak.VerifyTestMain(m, testutil.LeakOptions()...)
}

func open(t *testing.T, cfg Config) *Driver {
	t.Helper()
	d, err := Open(t.Context(), cfg)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.Close(context.Background())) })
	return d
}

// A geth that offers testing_buildBlockV1 leads as the embedded client does, but for building ahead of the order; it is
// spoken to over HTTP.
func TestConformanceTesting(t *testing.T) {
	conform.Run(t, conform.Driver{Picks: true, Open: func(t *testing.T, g *core.Genesis, recipient *common.Address) conform.Client {
		p := gethproc.Start(t, gethproc.Options{Dir: t.TempDir(), Genesis: g, Testing: true})
		return open(t, Config{Engine: p.Engine, JWT: p.JWT, RPC: p.RPC, Genesis: g, FeeRecipient: recipient})
	}})
}

// Any other follows, and leads where nothing has to be first; its pool is subscribed to over WebSocket.
func TestConformancePayload(t *testing.T) {
	conform.Run(t, conform.Driver{Open: func(t *testing.T, g *core.Genesis, recipient *common.Address) conform.Client {
		p := gethproc.Start(t, gethproc.Options{Dir: t.TempDir(), Genesis: g})
		return overWS{open(t, Config{Engine: p.Engine, JWT: p.JWT, RPC: p.WS, Genesis: g, FeeRecipient: recipient}), p.RPC}
	}})
}

type overWS struct {
	*Driver
	http string
}

func (o overWS) HTTP() string { return o.http }
