package gossip

import (
	"context"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/stretchr/testify/require"
)

func TestScopeOf(t *testing.T) {
	for protocol, want := range map[string]string{
		"squad/18c8feb2/body": "18c8feb2", "mach/wants/18c8feb2": "18c8feb2", "alert/18c8feb2": "18c8feb2",
		"rollup/genesis": "rollup/genesis", "l1view/votes": "l1view/votes", "squad/18C8FEB2/body": "squad/18C8FEB2/body",
	} {
		require.Equal(t, want, scopeOf(protocol))
	}
}

// TestOneRollupLeavesRoom has one rollup take all that it gets: another still gets its place, at the caller and at the server.
func TestOneRollupLeavesRoom(t *testing.T) {
	var l limits
	p, now := peer.ID("peer"), time.Unix(1, 0)
	taken := 0
	for ; taken < maxServedPerPeer; taken++ {
		if _, ok := l.admit(p, "squad/aaaaaaaa/body", now); !ok {
			break
		}
	}
	require.Equal(t, maxServedPerPeer/scopeShare, taken)
	_, ok := l.admit(p, "mach/wants/aaaaaaaa", now)
	require.False(t, ok, "another protocol of the same rollup")
	release, ok := l.admit(p, "squad/bbbbbbbb/body", now)
	require.True(t, ok)
	release()

	over, cancel := context.WithCancel(t.Context())
	cancel()
	for range maxCalls / scopeShare {
		_, err := l.call(t.Context(), p, "squad/aaaaaaaa/body")
		require.NoError(t, err)
	}
	_, err := l.call(over, p, "squad/aaaaaaaa/txs")
	require.ErrorIs(t, err, context.Canceled)
	done, err := l.call(t.Context(), p, "squad/bbbbbbbb/body")
	require.NoError(t, err)
	done()
}

// TestFloodOfOneRollup: what is refused to a rollup above its rate takes nothing of what the peer has for others.
func TestFloodOfOneRollup(t *testing.T) {
	var l limits
	p, now := peer.ID("peer"), time.Unix(1, 0)
	admitted := 0
	for range 10 * requestBurst {
		if release, ok := l.admit(p, "squad/aaaaaaaa/txs", now); ok {
			admitted++
			release()
		}
	}
	require.Equal(t, requestBurst/scopeShare, admitted)
	for range requestBurst / scopeShare {
		release, ok := l.admit(p, "squad/bbbbbbbb/txs", now)
		require.True(t, ok)
		release()
	}
}
