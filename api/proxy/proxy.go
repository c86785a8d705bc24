package proxy

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/internal/clock"
)

const (
	maxRequest    = 5 << 20  // bytes; as go-ethereum's server has it
	maxAnswer     = 64 << 20 // bytes; traces and logs are large
	answerTimeout = 60 * time.Second
	headerTimeout = 5 * time.Second
	idleTimeout   = 2 * time.Minute
	askTimeout    = 10 * time.Second // of the proxy's own questions to the upstream
	lookEvery     = 2 * time.Second  // at the upstream, so that a fault is told before anybody asks
)

// Sentinels of a proxy that cannot start.
var (
	ErrConfig       = errors.New("proxy configuration is not complete")
	ErrAddressInUse = errors.New("address in use")
)

// Events tells what is certified: a client.Subscriber, made with Newest.
type Events interface {
	Events(ctx context.Context) iter.Seq2[client.Event, error]
}

// Config says what to stand in front of.
type Config struct {
	Listen    string // host:port; port 0 chooses one
	Upstream  string // http or https URL of the rollup's node
	WebSocket string // ws or wss URL of the same node; empty: Upstream's with that scheme
	Events    Events
	Clock     clock.Clock
	Log       *slog.Logger
}

// Proxy serves a rollup's RPC.
type Proxy struct {
	log       *slog.Logger
	clock     clock.Clock
	events    Events
	upstream  *upstream
	websocket string
	final     *finality
	http      *http.Server
	listen    string
	sockets   sockets

	follow   func() // certificates, until cancel
	watch    func() // the upstream, until cancel
	cancel   context.CancelFunc
	listener net.Listener
	running  sync.WaitGroup
}

// New prepares a proxy; it opens nothing.
func New(cfg Config) (*Proxy, error) {
	target, err := url.Parse(cfg.Upstream)
	switch {
	case cfg.Listen == "":
		return nil, fmt.Errorf("%w: listen address", ErrConfig)
	case err != nil || target.Host == "" || target.Scheme != "http" && target.Scheme != "https":
		return nil, fmt.Errorf("%w: upstream must be an http:// or https:// URL", ErrConfig)
	case cfg.Events == nil:
		return nil, fmt.Errorf("%w: events", ErrConfig)
	}
	if cfg.WebSocket == "" {
		cfg.WebSocket = "ws" + strings.TrimPrefix(target.String(), "http")
	}
	if ws, err := url.Parse(cfg.WebSocket); err != nil || ws.Host == "" || ws.Scheme != "ws" && ws.Scheme != "wss" {
		return nil, fmt.Errorf("%w: the WebSocket of the upstream must be a ws:// or wss:// URL", ErrConfig)
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Clock == nil {
		cfg.Clock = clock.Real()
	}
	p := &Proxy{log: cfg.Log, clock: cfg.Clock, events: cfg.Events, websocket: cfg.WebSocket, listen: cfg.Listen,
		upstream: &upstream{http: &http.Client{Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, MaxIdleConnsPerHost: 32}, Timeout: answerTimeout}, url: target}}
	p.final = &finality{upstream: p.upstream, clock: cfg.Clock, log: cfg.Log}
	life, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.follow, p.watch = func() { p.listenToCertificates(life) }, func() { p.watchUpstream(life) }
	p.http = &http.Server{Handler: p.routes(), BaseContext: func(net.Listener) context.Context { return life },
		ReadHeaderTimeout: headerTimeout, ReadTimeout: answerTimeout, WriteTimeout: 2 * answerTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(cfg.Log.Handler(), slog.LevelDebug)}
	return p, nil
}

// Start asks the upstream once, to tell a wrong URL at once, then listens and serves. ctx bounds only the start.
func (p *Proxy) Start(ctx context.Context) error {
	ask, done := context.WithTimeout(ctx, askTimeout)
	defer done()
	chain, err := p.upstream.chainID(ask)
	if err != nil {
		return fmt.Errorf("ask the upstream node: %w; is it running, and is --upstream right?", err)
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", p.listen)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("listen on %s: %w: stop the other process or choose another --listen", p.listen, ErrAddressInUse)
	}
	if err != nil {
		return fmt.Errorf("start proxy: %w", err)
	}
	p.listener = listener
	p.log.Info("proxy listens", "address", listener.Addr(), "upstream_chain_id", chain)
	p.running.Go(p.follow)
	p.running.Go(p.watch)
	p.running.Go(func() {
		if err := p.http.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			p.log.Error("serve", "err", err)
		}
	})
	return nil
}

// Addr is the address that Start listens on.
func (p *Proxy) Addr() string {
	if p.listener == nil {
		return p.listen
	}
	return p.listener.Addr().String()
}

// Stop ends all connections and waits for them, until ctx ends.
func (p *Proxy) Stop(ctx context.Context) error {
	p.cancel()
	p.sockets.end()
	err := p.http.Shutdown(ctx)
	if err != nil {
		err = errors.Join(fmt.Errorf("stop proxy: %w", err), p.http.Close())
	}
	p.running.Wait()
	p.sockets.wait()
	p.upstream.http.CloseIdleConnections()
	return err
}

// Health is nil while finalized can be served and moves.
func (p *Proxy) Health(ctx context.Context) error { return p.final.health(ctx) }

func (p *Proxy) listenToCertificates(ctx context.Context) {
	for e, err := range p.events.Events(ctx) {
		if err != nil {
			if ctx.Err() == nil {
				p.final.fail(err)
			}
			return
		}
		p.final.take(e)
	}
}

// watchUpstream looks whether the upstream is on the certified chain, also while nobody asks.
func (p *Proxy) watchUpstream(ctx context.Context) {
	for {
		ask, done := context.WithTimeout(ctx, askTimeout)
		_, _ = p.final.final(ask) // final logs what has changed
		done()
		if clock.Sleep(ctx, p.clock, lookEvery) != nil {
			return
		}
	}
}

func (p *Proxy) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", p.healthz)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		switch {
		case strings.EqualFold(r.Header.Get("Upgrade"), "websocket"):
			p.serveSocket(w, r)
		case r.Method == http.MethodOptions:
			w.Header().Set("Access-Control-Allow-Methods", "POST")
			w.Header().Set("Access-Control-Allow-Headers", "*")
			w.WriteHeader(http.StatusNoContent)
		case r.Method != http.MethodPost:
			http.Error(w, "JSON-RPC by POST or WebSocket", http.StatusMethodNotAllowed)
		default:
			p.serveHTTP(w, r)
		}
	})
	return mux
}

func (p *Proxy) healthz(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	ctx, cancel := context.WithTimeout(r.Context(), askTimeout)
	defer cancel()
	if err := p.Health(ctx); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, err)
		return
	}
	fmt.Fprintln(w, "ok")
}

func (p *Proxy) serveHTTP(w http.ResponseWriter, r *http.Request) {
	message, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		http.Error(w, fmt.Sprintf("request has more than %d bytes", maxRequest), http.StatusRequestEntityTooLarge)
		return
	}
	if err != nil {
		return // the client is gone
	}
	ctx, cancel := context.WithTimeout(r.Context(), answerTimeout)
	defer cancel()
	answer := p.answer(ctx, message)
	if len(answer) == 0 {
		w.WriteHeader(http.StatusNoContent) // notifications have no answer
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(answer) // the client may be gone
}
