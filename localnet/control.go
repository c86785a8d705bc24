package localnet

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
	"math/big"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// controlFile tells other trident commands how to reach the supervisor; only its owner can read it.
const controlFile = "control.json"

type controlAddress struct {
	URL   string `json:"url"`
	Token string `json:"token"`
}

// controller is what the control server may ask of a network.
type controller interface {
	Kill(name string) error
	Restart(ctx context.Context, name string) error
	Join(ctx context.Context) (name string, err error)
	Leave(ctx context.Context, name string) error
	MoveStake(ctx context.Context, name string, amount int64) (after *big.Int, err error)
	CreateRollup(ctx context.Context, spec RollupSpec) (RollupMade, error)
	StopRollup(ctx context.Context, name string) error
	Fault(ctx context.Context, name string, kinds []string) error
	Down()
	Status(ctx context.Context) Status
}

// control serves `trident localnet status|kill|restart|join|leave|stake|fault|down` on loopback, with a token that only the owner of the
// directory can read.
type control struct {
	server *http.Server
	done   chan struct{}
	path   string
}

func startControl(dir string, c controller) (*control, error) {
	var secret [16]byte
	if _, err := rand.Read(secret[:]); err != nil {
		return nil, fmt.Errorf("make control token: %w", err)
	}
	token := hex.EncodeToString(secret[:])
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for control: %w", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /status", func(w http.ResponseWriter, r *http.Request) {
		_ = json.NewEncoder(w).Encode(c.Status(r.Context())) // the client is gone when this fails
	})
	mux.HandleFunc("POST /kill/{name}", answer(func(r *http.Request) error { return c.Kill(r.PathValue("name")) }))
	mux.HandleFunc("POST /restart/{name}", answer(func(r *http.Request) error { return c.Restart(context.WithoutCancel(r.Context()), r.PathValue("name")) }))
	mux.HandleFunc("POST /join", answerText(func(r *http.Request) (string, error) { return c.Join(context.WithoutCancel(r.Context())) }))
	mux.HandleFunc("POST /leave/{name}", answer(func(r *http.Request) error { return c.Leave(context.WithoutCancel(r.Context()), r.PathValue("name")) }))
	mux.HandleFunc("POST /stake/{name}/{amount}", answerText(func(r *http.Request) (string, error) {
		amount, err := strconv.ParseInt(r.PathValue("amount"), 10, 64)
		if err != nil {
			return "", fmt.Errorf("%w: %q is no whole number", ErrAmount, r.PathValue("amount"))
		}
		after, err := c.MoveStake(context.WithoutCancel(r.Context()), r.PathValue("name"), amount)
		if err != nil {
			return "", err
		}
		return whole(after), nil
	}))
	mux.HandleFunc("POST /rollups", answerText(func(r *http.Request) (string, error) { return createRollup(r, c) }))
	mux.HandleFunc("POST /rollups/{name}/stop", answer(func(r *http.Request) error {
		return c.StopRollup(context.WithoutCancel(r.Context()), r.PathValue("name"))
	}))
	mux.HandleFunc("POST /fault/{name}", answer(func(r *http.Request) error {
		return c.Fault(context.WithoutCancel(r.Context()), r.PathValue("name"), r.URL.Query()["kind"])
	}))
	mux.HandleFunc("POST /down", answer(func(*http.Request) error { c.Down(); return nil }))
	s := &control{server: &http.Server{Handler: authorised(token, mux), ReadHeaderTimeout: 5 * time.Second},
		done: make(chan struct{}), path: filepath.Join(dir, controlFile)}
	data, err := json.Marshal(controlAddress{"http://" + listener.Addr().String(), token})
	if err == nil {
		err = writeFile(s.path, data)
	}
	if err != nil {
		_ = listener.Close()
		return nil, err
	}
	go func() {
		defer close(s.done)
		_ = s.server.Serve(listener) // always returns an error, ErrServerClosed after close
	}()
	return s, nil
}

// maxSpec bounds the description of a rollup, its genesis included.
const maxSpec = 2 << 20

func createRollup(r *http.Request, c controller) (string, error) {
	var spec RollupSpec
	if err := json.NewDecoder(io.LimitReader(r.Body, maxSpec)).Decode(&spec); err != nil {
		return "", fmt.Errorf("read what rollup to make: %w", err)
	}
	made, err := c.CreateRollup(context.WithoutCancel(r.Context()), spec)
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(made)
	return string(text), err
}

func authorised(token string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte("Bearer "+token)) != 1 {
			http.Error(w, "not authorised", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func answer(do func(*http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := do(r); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// answerText is answer for a call that has something to tell.
func answerText(do func(*http.Request) (string, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		text, err := do(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		_, _ = io.WriteString(w, text) // the client is gone when this fails
	}
}

func (s *control) close() {
	_ = os.Remove(s.path)
	_ = s.server.Close()
	<-s.done
}

// Remote speaks to the supervisor of a directory.
type Remote struct {
	dir     string
	address controlAddress
}

// Connect finds the supervisor of a directory; ErrNoNetwork when none runs.
func Connect(dir string) (*Remote, error) {
	data, err := os.ReadFile(filepath.Join(dir, controlFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s; start one with: trident localnet up --dir %s", ErrNoNetwork, dir, dir)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", controlFile, err)
	}
	r := Remote{dir: dir}
	if err := json.Unmarshal(data, &r.address); err != nil {
		return nil, fmt.Errorf("read %s of %s: %w; stop the network with Ctrl-C where it runs, and start it again", controlFile, dir, err)
	}
	return &r, nil
}

// Kill sends SIGKILL to an operator.
func (r *Remote) Kill(ctx context.Context, name string) error { return r.post(ctx, "/kill/"+name) }

// Restart stops an operator if it runs, starts it and waits until it answers.
func (r *Remote) Restart(ctx context.Context, name string) error {
	return r.post(ctx, "/restart/"+name)
}

// Join adds an operator and waits until it runs; name is the new operator's.
func (r *Remote) Join(ctx context.Context) (name string, err error) {
	body, err := r.do(ctx, http.MethodPost, "/join", nil)
	return string(body), err
}

// Leave takes an operator out of the network and waits until the others have taken over and it has stopped.
func (r *Remote) Leave(ctx context.Context, name string) error { return r.post(ctx, "/leave/"+name) }

// MoveStake delegates more to an operator, or less; after is what it has then, in whole LST.
func (r *Remote) MoveStake(ctx context.Context, name string, amount int64) (after string, err error) {
	body, err := r.do(ctx, http.MethodPost, fmt.Sprintf("/stake/%s/%d", name, amount), nil)
	return string(body), err
}

// CreateRollup adds a rollup and waits until its first transaction is certified.
func (r *Remote) CreateRollup(ctx context.Context, spec RollupSpec) (made RollupMade, err error) {
	content, err := json.Marshal(spec)
	if err != nil {
		return made, err
	}
	body, err := r.do(ctx, http.MethodPost, "/rollups", content)
	if err != nil {
		return made, err
	}
	if err := json.Unmarshal(body, &made); err != nil {
		return made, fmt.Errorf("read supervisor's answer: %w", err)
	}
	return made, nil
}

// StopRollup has a rollup stopped and waits until the operators know.
func (r *Remote) StopRollup(ctx context.Context, name string) error {
	return r.post(ctx, "/rollups/"+name+"/stop")
}

// Fault has an operator commit faults on purpose from its next start on, which is at once; none makes it honest again.
func (r *Remote) Fault(ctx context.Context, name string, kinds []string) error {
	return r.post(ctx, "/fault/"+name+"?"+url.Values{"kind": kinds}.Encode())
}

// Down asks the network to stop.
func (r *Remote) Down(ctx context.Context) error { return r.post(ctx, "/down") }

// Status asks for the state of the network.
func (r *Remote) Status(ctx context.Context) (Status, error) {
	var s Status
	body, err := r.do(ctx, http.MethodGet, "/status", nil)
	if err != nil {
		return s, err
	}
	if err := json.Unmarshal(body, &s); err != nil {
		return s, fmt.Errorf("read status: %w", err)
	}
	return s, nil
}

func (r *Remote) post(ctx context.Context, path string) error {
	_, err := r.do(ctx, http.MethodPost, path, nil)
	return err
}

func (r *Remote) do(ctx context.Context, method, path string, content []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, method, r.address.URL+path, bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	req.Close = true // one question a command: no idle connection stays
	req.Header.Set("Authorization", "Bearer "+r.address.Token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("wait for the supervisor of %s: %w", r.dir, ctx.Err())
		}
		return nil, fmt.Errorf("%w: the supervisor of %s has ended; start it again with: trident localnet up --dir %s", ErrNoNetwork, r.dir, r.dir)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 4<<20))
	if err != nil {
		return nil, fmt.Errorf("read supervisor's answer: %w", err)
	}
	if resp.StatusCode >= 300 {
		return nil, errors.New(string(bytes.TrimSpace(body)))
	}
	return body, nil
}
