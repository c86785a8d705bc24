package remote

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/trident-network/trident/internal/signer"
)

// Guard is what a server answers for.
type Guard interface {
	signer.Signer
	Export(w io.Writer) error
	Streams(ctx context.Context) ([]signer.StreamStatus, error)
}

// ErrExposed is an address that others could reach without proving who they are.
var ErrExposed = errors.New("signer would be exposed")

// CheckListen refuses an address beyond loopback unless both sides have certificates.
func CheckListen(address string, mutualTLS bool) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("listen on %q: want host:port, such as 127.0.0.1:30390", address)
	}
	if !mutualTLS && !IsLoopback(host) {
		return fmt.Errorf("%w: %s is not loopback; give --tls-cert, --tls-key and --client-ca, or listen on 127.0.0.1", ErrExposed, address)
	}
	return nil
}

// IsLoopback reports whether only this machine can reach a host.
func IsLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Server answers requests for a guard.
type Server struct {
	guard Guard
	gate  *gate // nil: TLS has told who asks
	log   *slog.Logger
}

// NewServer makes a server. token is nil where certificates say who asks.
func NewServer(guard Guard, token *Token, now func() time.Time, log *slog.Logger) *Server {
	s := &Server{guard: guard, log: log}
	if token != nil {
		s.gate = newGate(*token, now)
	}
	return s
}

// Serve answers on a listener until ctx ends.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, IdleTimeout: 5 * time.Minute,
		MaxHeaderBytes: 16 << 10, ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelDebug)}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve signer: %w", err)
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	err := server.Shutdown(stop)
	if ended := <-done; !errors.Is(ended, http.ErrServerClosed) {
		err = errors.Join(err, ended)
	}
	return err
}

const stopTimeout = 5 * time.Second

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method, ok := strings.CutPrefix(r.URL.Path, pathPrefix)
	if !ok || r.Method != http.MethodPost {
		http.Error(w, "POST "+pathPrefix+"<method>", http.StatusNotFound)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	if err != nil {
		http.Error(w, "request is too long or was cut off", http.StatusBadRequest)
		return
	}
	var mac string
	if s.gate != nil {
		if mac, err = s.gate.check(r, method, body); err != nil {
			s.log.Warn("refused a request", "method", method, "from", r.RemoteAddr, "err", err)
			http.Error(w, ErrUnauthorized.Error(), http.StatusUnauthorized)
			return
		}
	}
	out, err := s.answer(r.Context(), method, body)
	if err != nil {
		out = answer{Error: errorOf(err)}
		level := slog.LevelDebug // the node logs what it was refused
		if out.Error.Code == internal && r.Context().Err() == nil {
			level = slog.LevelError
		}
		s.log.Log(r.Context(), level, "request not done", "method", method, "err", err)
	}
	text, err := json.Marshal(out)
	if err != nil {
		http.Error(w, "answer cannot be written", http.StatusInternalServerError)
		return
	}
	if s.gate != nil {
		w.Header().Set(headerMAC, s.gate.token.answerMAC(mac, text))
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(text) // whoever asked has gone otherwise
}

func (s *Server) answer(ctx context.Context, method string, body []byte) (answer, error) {
	r, err := decodeRequest(body)
	if err != nil {
		return answer{}, err
	}
	switch method {
	case methodKeys:
		return s.keys(), nil
	case methodSign:
		return s.sign(ctx, r)
	case methodUnslashable:
		return s.unslashable(r)
	case methodWatermark, methodRaise, methodPrune, methodSettle:
		return s.move(ctx, method, r)
	case methodRestored:
		return s.restored(ctx)
	case methodResume:
		return answer{}, s.guard.Resume(ctx, time.UnixMilli(r.At))
	case methodStreams:
		return s.streams(ctx)
	case methodExport:
		var history bytes.Buffer
		err := s.guard.Export(&history)
		return answer{History: history.Bytes()}, err
	}
	return answer{}, fmt.Errorf("%w: no method %q", ErrRequest, method)
}

func (s *Server) keys() (out answer) {
	if key := s.guard.BLSPublicKey(); !key.IsInfinity() {
		b := key.Bytes()
		out.Keys = append(out.Keys, publicKey{signer.KeyBLS.String(), b[:]})
	}
	if key := s.guard.ConsensusPublicKey(); key != [33]byte{} {
		out.Keys = append(out.Keys, publicKey{signer.KeyConsensus.String(), key[:]})
	}
	return out
}

// own refuses what is meant for another key than this signer's: it may have been started with other keys meanwhile.
func (s *Server) own(r request) error {
	for _, k := range s.keys().Keys {
		if k.Key == r.Key && bytes.Equal(k.Public, r.Public) {
			return nil
		}
	}
	return fmt.Errorf("%s key %v: %w", r.Key, r.Public, signer.ErrNoKey)
}

func (s *Server) sign(ctx context.Context, r request) (answer, error) {
	kind, statement, err := r.statement()
	if err != nil {
		return answer{}, err
	}
	if err := s.own(r); err != nil {
		return answer{}, err
	}
	if kind == signer.KeyBLS {
		sig, err := s.guard.BLS(ctx, statement)
		if err != nil {
			return answer{}, err
		}
		b := sig.Bytes()
		return answer{Signature: b[:]}, nil
	}
	sig, err := s.guard.ECDSA(ctx, statement)
	return answer{Signature: sig[:]}, err
}

func (s *Server) unslashable(r request) (answer, error) {
	kind, err := parseKind(r.Key)
	if err != nil {
		return answer{}, err
	}
	digest, err := r.digest()
	if err != nil {
		return answer{}, err
	}
	if err := s.own(r); err != nil {
		return answer{}, err
	}
	if kind == signer.KeyBLS {
		sig, err := s.guard.UnslashableBLS(signer.Purpose(r.Purpose), digest)
		if err != nil {
			return answer{}, err
		}
		b := sig.Bytes()
		return answer{Signature: b[:]}, nil
	}
	sig, err := s.guard.UnslashableECDSA(signer.Purpose(r.Purpose), digest)
	return answer{Signature: sig[:]}, err
}

// move answers the methods that are about where a stream stands.
func (s *Server) move(ctx context.Context, method string, r request) (answer, error) {
	stream, err := r.stream()
	if err != nil {
		return answer{}, err
	}
	if err := s.own(r); err != nil {
		return answer{}, err
	}
	switch method {
	case methodRaise:
		return answer{}, s.guard.Raise(ctx, stream.Key, stream.Domain, stream.Scope, r.Position)
	case methodPrune:
		return answer{}, s.guard.Prune(ctx, stream.Key, stream.Domain, stream.Scope, r.Position)
	case methodSettle:
		return answer{}, s.guard.Settle(ctx, time.UnixMilli(r.At), stream, r.Position)
	}
	at, err := s.guard.Watermark(ctx, stream)
	return answer{Position: at}, err
}

func (s *Server) restored(ctx context.Context) (answer, error) {
	r, err := s.guard.Restored(ctx)
	if err != nil || !r.Active() {
		return answer{}, err
	}
	out := answer{At: r.At.UnixMilli()}
	for _, w := range r.Waiting {
		out.Waiting = append(out.Waiting, wireOf(w))
	}
	return out, nil
}

func (s *Server) streams(ctx context.Context) (answer, error) {
	list, err := s.guard.Streams(ctx)
	var out answer
	for _, l := range list {
		out.Streams = append(out.Streams, streamStatus{wireOf(l.Stream), l.Next, l.Records, l.Waits})
	}
	return out, err
}
