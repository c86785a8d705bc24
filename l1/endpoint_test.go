package l1

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestKeyOfProviderStaysHidden asks an endpoint whose URL holds a key, alive and dead: the request carries it, no error
// or name does.
func TestKeyOfProviderStaysHidden(t *testing.T) {
	var path, user string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path = r.URL.RequestURI()
		user, _, _ = r.BasicAuth()
		_, _ = w.Write([]byte(`{"jsonrpc":"2.0","id":1,"result":"0x7"}`))
	}))
	endpoint := strings.Replace(server.URL, "http://", "http://someone:secretword@", 1) + "/v2/secretkey?token=secrettoken"
	c, err := Dial(context.Background(), endpoint, 7)
	require.NoError(t, err)
	defer c.Close()
	require.Equal(t, "/v2/secretkey?token=secrettoken", path)
	require.Equal(t, "someone", user)
	require.NotContains(t, c.URL(), "secret")

	server.Close()
	_, err = c.Finalized(context.Background())
	require.Error(t, err)
	require.NotContains(t, err.Error(), "secret")
	_, err = Dial(context.Background(), endpoint, 7)
	require.ErrorIs(t, err, ErrUnreachable)
	require.NotContains(t, err.Error(), "secret")
	_, err = Dial(context.Background(), "ws://127.0.0.1:1/secretkey", 7)
	require.ErrorIs(t, err, ErrUnreachable)
	require.NotContains(t, err.Error(), "secret")
}
