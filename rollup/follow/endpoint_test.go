package follow

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// TestKeysStayPrivate: no error quotes more of a URL than scheme, host and port.
func TestKeysStayPrivate(t *testing.T) {
	for _, url := range []string{"http://user:secret@127.0.0.1:1/v3/secret?key=secret", "ws://secret", "http://%secret", "secret"} {
		e, err := dial(url, time.Second, maxOwnAnswer)
		if err == nil {
			c := ask("eth_chainId")
			e.do(t.Context(), c)
			e.close()
			err = c.err
		}
		require.Error(t, err)
		require.NotContains(t, err.Error(), "secret")
		cfg := Config{Stack: plain, ChainID: 1, Own: url, Others: []string{url, url}}
		require.NotContains(t, cfg.Check().Error(), "secret")
	}
}

// TestKeysAreSent: what is hidden from errors still reaches the node.
func TestKeysAreSent(t *testing.T) {
	var seen atomic.Value
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		seen.Store(user + ":" + password + "@" + r.URL.String())
		http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
	}))
	defer server.Close()
	e, err := dial(strings.Replace(server.URL, "http://", "http://u:p@", 1)+"/v3/key?q=1", patience, maxOwnAnswer)
	require.NoError(t, err)
	defer e.close()
	c := ask("eth_chainId")
	e.do(t.Context(), c)
	require.ErrorContains(t, c.err, "307") // not followed
	require.Equal(t, "u:p@/v3/key?q=1", seen.Load())
}

// TestAnswersAreBounded: what is too large is asked for in smaller batches, and fails when one block is.
func TestAnswersAreBounded(t *testing.T) {
	g := newGeth(t)
	g.mine(1)
	n := newNet(t, g.node)
	one, err := dial(n.own.URL, patience, 10_000)
	require.NoError(t, err)
	defer one.close()
	calls := make([]*call, 10)
	for i := range calls {
		calls[i] = blockCall(1, true)
	}
	one.do(t.Context(), calls...)
	require.ErrorIs(t, calls[0].err, errTooLarge)
	one.do(t.Context(), calls[0])
	require.NoError(t, calls[0].err)

	f, err := New(n.config(plain, avs.LevelAgreement, gethChain))
	require.NoError(t, err)
	large := round{own: view{err: calls[1].err}}
	require.True(t, f.resize(large))
	require.Equal(t, 8, f.batch)
	large = round{others: []view{{blocks: map[uint64]sighting{1: {err: calls[1].err}}}}}
	for f.batch > 1 {
		require.True(t, f.resize(large))
	}
	require.False(t, f.resize(large))
	require.False(t, f.resize(round{}))
	require.Equal(t, 2, f.batch)
}

// TestEndpointsOnOneHost get names that differ.
func TestEndpointsOnOneHost(t *testing.T) {
	f, err := New(Config{Stack: plain, ChainID: 1, SharedHosts: true, Own: "http://h/a", Others: []string{"http://h/b", "http://i/c"}})
	require.NoError(t, err)
	require.NoError(t, f.open())
	defer f.close()
	require.Equal(t, []string{"http://h", "http://h#2", "http://i"}, []string{f.own.name, f.others[0].name, f.others[1].name})
}
