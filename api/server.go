package api

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"syscall"
	"time"

	"connectrpc.com/connect"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/api/gen/trident/v1/tridentv1connect"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
)

const (
	// maxRequest bounds a request: the largest sensible one is a batch of certificate queries.
	maxRequest = 1 << 20
	// maxBatch and maxBatchReply bound a JSON-RPC batch and its answer.
	maxBatch      = 200
	maxBatchReply = 16 << 20
	// maxSubscribers bounds subscribers of both kinds: each costs a goroutine and a connection.
	maxSubscribers = 5000
	// defaultWriteTimeout is after how long a subscriber that takes nothing is dropped. It is what go-ethereum's RPC
	// server has for WebSocket.
	defaultWriteTimeout = 10 * time.Second
	// compressFrom leaves certificates alone: hashes and signatures do not compress. Operator sets are larger.
	compressFrom = 4 << 10
	// headerTimeout and idleTimeout bound connections that ask nothing.
	headerTimeout = 5 * time.Second
	idleTimeout   = 2 * time.Minute
	maxHeader     = 64 << 10
)

var (
	// ErrAddressInUse is an address that another process listens on.
	ErrAddressInUse = errors.New("address in use")
	// ErrConfig is a Config that misses something.
	ErrConfig = errors.New("api configuration is not complete")
	// errTooMany is a subscription beyond maxSubscribers.
	errTooMany = fmt.Errorf("more than %d subscribers: try another operator", maxSubscribers)
)

// Certificates is MACH's store as the API reads it.
type Certificates interface {
	avs.Certificates
	ByHash(rollup avs.RollupID, hash common.Hash) (avs.Certificate, bool, error)
}

// Config is what a Server is made of. What follows Certificates may be left out.
type Config struct {
	Listen       string // host:port; port 0 chooses one
	Domain       avs.Domain
	Rollups      func() []avs.Rollup // that are served now; nil: none
	Sets         avs.OperatorSets
	Certificates Certificates
	HandOffs     avs.HandOffs                       // nil: not served
	Alerts       avs.Alerts                         // nil: not served
	Genesis      *avs.L1View                        // sets that the network began with; nil: not served
	Batches      Batches                            // for followers; nil: not served
	Sequencing   avs.Sequencing                     // schedules; nil: not served
	Squad        Squad                              // nil: not served
	Evidence     func() ([]client.Evidence, error)  // nil: not served
	Status       func(context.Context) (any, error) // answers trident_status, in JSON
	Metrics      http.Handler                       // serves /metrics
	Health       func() error                       // nil: healthy
	WriteTimeout time.Duration                      // a stream that takes nothing for so long is dropped; 0: 10 s
	Clock        clock.Clock
	Log          *slog.Logger
	Registry     *metrics.Registry
}

// rollups are those that are served now.
func (c Config) rollups() []avs.Rollup {
	if c.Rollups == nil {
		return nil
	}
	return c.Rollups()
}

// Check names the first thing that is missing.
func (c Config) Check() error {
	switch {
	case c.Listen == "":
		return fmt.Errorf("%w: listen address", ErrConfig)
	case c.Sets == nil:
		return fmt.Errorf("%w: operator sets", ErrConfig)
	case c.Certificates == nil:
		return fmt.Errorf("%w: certificates", ErrConfig)
	}
	return nil
}

// Server is the operator's API.
type Server struct {
	cfg  Config
	log  *slog.Logger
	rpc  *rpc.Server
	http *http.Server

	subscribers *subscribers
	cancel      context.CancelFunc
	listener    net.Listener
	serving     sync.WaitGroup
}

// New prepares a server; it opens nothing.
func New(cfg Config) (*Server, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.WriteTimeout == 0 {
		cfg.WriteTimeout = defaultWriteTimeout
	}
	if cfg.Clock == nil {
		cfg.Clock = clock.Real()
	}
	s := &Server{cfg: cfg, log: cfg.Log.With("component", "api"), rpc: rpc.NewServer(), subscribers: newSubscribers(cfg.Registry)}
	s.rpc.SetBatchLimits(maxBatch, maxBatchReply)
	s.rpc.SetHTTPBodyLimit(maxRequest)
	s.rpc.SetWebsocketReadLimit(maxRequest)
	lookup := lookup{cfg}
	certificates := &shared{domain: cfg.Domain}
	if err := s.rpc.RegisterName("mach", &machAPI{lookup, s.subscribers, certificates}); err != nil {
		return nil, fmt.Errorf("register mach api: %w", err)
	}
	if err := s.rpc.RegisterName("squad", &squadAPI{lookup}); err != nil {
		return nil, fmt.Errorf("register squad api: %w", err)
	}
	if err := s.rpc.RegisterName("trident", &tridentAPI{cfg}); err != nil {
		return nil, fmt.Errorf("register trident api: %w", err)
	}
	base, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true) // gRPC clients speak nothing else
	s.http = &http.Server{
		Handler: s.routes(&machService{lookup, s.subscribers, certificates}), Protocols: &protocols, BaseContext: func(net.Listener) context.Context { return base },
		ReadHeaderTimeout: headerTimeout, IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader,
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	return s, nil
}

func (s *Server) routes(service *machService) http.Handler {
	mux := http.NewServeMux()
	path, connectHandler := tridentv1connect.NewMachServiceHandler(service,
		connect.WithReadMaxBytes(maxRequest), connect.WithCompressMinBytes(compressFrom))
	mux.Handle(path, withController(connectHandler))
	if s.cfg.Metrics != nil {
		mux.Handle("GET /metrics", s.cfg.Metrics)
	}
	mux.HandleFunc("GET /healthz", s.healthz)
	s.batchRoutes(mux)
	ws := s.rpc.WebsocketHandler([]string{"*"}) // everything here is public and read-only
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path != "/":
			http.NotFound(w, r)
		case strings.EqualFold(r.Header.Get("Upgrade"), "websocket"):
			ws.ServeHTTP(w, r)
		default:
			s.rpc.ServeHTTP(w, r)
		}
	})
	return allowBrowsers(mux)
}

// allowBrowsers lets web pages of any origin read: everything here is public.
func allowBrowsers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		if r.Method == http.MethodOptions {
			h.Set("Access-Control-Allow-Methods", "GET, POST")
			h.Set("Access-Control-Allow-Headers", "*")
			h.Set("Access-Control-Max-Age", "7200")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if s.cfg.Health != nil {
		if err := s.cfg.Health(); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			fmt.Fprintln(w, err)
			return
		}
	}
	fmt.Fprintln(w, "ok")
}

// Start listens and serves. ctx bounds only the start.
func (s *Server) Start(ctx context.Context) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.cfg.Listen)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("listen on %s: %w: stop the other process or choose another API port", s.cfg.Listen, ErrAddressInUse)
	}
	if err != nil {
		return fmt.Errorf("start api: %w", err)
	}
	s.listener = listener
	s.serving.Go(func() {
		if err := s.http.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			s.log.Error("serve api", "err", err)
		}
	})
	return nil
}

// Addr is the address that Start listens on.
func (s *Server) Addr() string {
	if s.listener == nil {
		return s.cfg.Listen
	}
	return s.listener.Addr().String()
}

// Stop ends all subscriptions and connections and waits for them, until ctx ends.
func (s *Server) Stop(ctx context.Context) error {
	s.cancel()
	s.subscribers.end()
	s.rpc.Stop()
	err := s.http.Shutdown(ctx)
	if err != nil {
		err = errors.Join(fmt.Errorf("stop api: %w", err), s.http.Close())
	}
	s.serving.Wait()
	s.subscribers.wait()
	return err
}
