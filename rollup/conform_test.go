package rollup_test

import (
	"context"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/rollup"
	"github.com/trident-network/trident/rollup/internal/conform"
)

func TestConformance(t *testing.T) {
	conform.Run(t, conform.Driver{Picks: true, Ahead: true, Open: func(t *testing.T, g *core.Genesis, recipient *common.Address) conform.Client {
		d, err := rollup.Open(t.Context(), rollup.Config{DataDir: t.TempDir(), Genesis: g, RPC: "127.0.0.1:0", FeeRecipient: recipient})
		require.NoError(t, err)
		t.Cleanup(func() {
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			require.NoError(t, d.Close(ctx))
		})
		return d
	}})
}
