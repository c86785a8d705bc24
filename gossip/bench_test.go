package gossip

import (
	"context"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// BenchmarkDeliver100KiB is the time until a batch of 100 KiB is with all of four operators.
func BenchmarkDeliver100KiB(b *testing.B) {
	boxes := map[avs.OperatorID]*inbox{}
	nodes := newNetwork(b, 4, nil, func(x *node) {
		boxes[x.cfg.Self] = newInbox()
		require.NoError(b, x.Handle("batch", DefaultMaxMessage, boxes[x.cfg.Self].handle))
	})
	data := make([]byte, 100<<10)
	b.SetBytes(int64(len(data)))
	round := uint64(0)
	for b.Loop() {
		round++
		binary.BigEndian.PutUint64(data, round)
		sender := nodes[round%4]
		require.NoError(b, sender.Broadcast(context.Background(), "batch", append([]byte(nil), data...)))
		for _, x := range nodes {
			if x != sender {
				<-boxes[x.cfg.Self].wake
			}
		}
	}
}

// BenchmarkRequest is one small request and its reply.
func BenchmarkRequest(b *testing.B) {
	nodes := newNetwork(b, 2, func(c *Config) {}, nil)
	nodes[1].Serve("echo", 100, 100, func(_ context.Context, _ avs.OperatorID, r []byte) ([]byte, error) { return r, nil })
	for b.Loop() {
		peer, scope := nodes[1].limits.get(nodes[0].ID(), scopeOf("echo"))
		peer.rate.SetBurst(1 << 30) // the bounds are not what is measured
		scope.rate.SetBurst(1 << 30)
		_, err := nodes[0].Request(context.Background(), nodes[1].cfg.Self, "echo", []byte("ping"))
		require.NoError(b, err)
	}
}
