package node

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// controlFile tells other trident commands on the machine how to reach the running operator of a home; only its owner
// can read it.
const controlFile = "control.json"

// ErrNotRunning is the sentinel of a home whose operator does not run.
var ErrNotRunning = errors.New("no operator runs from this home")

type controlAddress struct {
	URL   string `json:"url"`
	Token string `json:"token"`
}

// control serves what a person may ask of the operator, on loopback and with a token from the home directory: whoever can
// use it can read the operator's keys too.
type control struct {
	path   string
	asked  map[string]func(ctx context.Context, rollup string) error // by what a person may ask for
	server *http.Server
	wg     sync.WaitGroup
}

func newControl(home *Home, asked map[string]func(context.Context, string) error) *control {
	return &control{path: filepath.Join(home.Path, controlFile), asked: asked}
}

func (c *control) start(ctx context.Context) error {
	var secret [16]byte
	if _, err := rand.Read(secret[:]); err != nil {
		return fmt.Errorf("make control token: %w", err)
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen for control: %w", err)
	}
	token := hex.EncodeToString(secret[:])
	mux := http.NewServeMux()
	mux.HandleFunc("POST /{what}/{rollup}", func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte("Bearer "+token)) != 1 {
			http.Error(w, "not authorised", http.StatusUnauthorized)
			return
		}
		do := c.asked[r.PathValue("what")]
		if do == nil {
			http.NotFound(w, r)
			return
		}
		if err := do(r.Context(), r.PathValue("rollup")); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	data, err := json.Marshal(controlAddress{"http://" + listener.Addr().String(), token})
	if err == nil {
		err = writeFile(c.path, data)
	}
	if err != nil {
		_ = listener.Close()
		return err
	}
	c.server = &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	c.wg.Go(func() { _ = c.server.Serve(listener) }) // always returns an error, ErrServerClosed after stop
	return nil
}

func (c *control) stop(ctx context.Context) error {
	_ = os.Remove(c.path)
	err := c.server.Shutdown(ctx)
	if err != nil {
		err = errors.Join(err, c.server.Close())
	}
	c.wg.Wait()
	return err
}

// AskResume has the running operator of a home resume a rollup, see Node.Resume.
func AskResume(ctx context.Context, home, rollup string) error {
	return askControl(ctx, home, "resume", rollup)
}

// AskUnjail has the running operator of a home plead to lead a rollup again, see Node.Unjail.
func AskUnjail(ctx context.Context, home, rollup string) error {
	return askControl(ctx, home, "unjail", rollup)
}

func askControl(ctx context.Context, home, what, rollup string) error {
	data, err := os.ReadFile(filepath.Join(home, controlFile))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %s; start it with: trident node --home %s", ErrNotRunning, home, home)
	}
	if err != nil {
		return fmt.Errorf("find the operator: %w", err)
	}
	var at controlAddress
	if err := json.Unmarshal(data, &at); err != nil {
		return fmt.Errorf("read %s of %s: %w; start the operator again", controlFile, home, err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, at.URL+"/"+what+"/"+url.PathEscape(rollup), nil)
	if err != nil {
		return err
	}
	req.Close = true // one question a command: no idle connection stays
	req.Header.Set("Authorization", "Bearer "+at.Token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("%w: %s (%w); start it with: trident node --home %s", ErrNotRunning, home, err, home)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 64<<10))
	if err != nil {
		return fmt.Errorf("read operator's answer: %w", err)
	}
	if resp.StatusCode >= 300 {
		return errors.New(string(bytes.TrimSpace(body)))
	}
	return nil
}
