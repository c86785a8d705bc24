package gossip

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/protocol"

	"github.com/trident-network/trident/avs"
)

const (
	// maxCalls is how many own requests to one peer are under way; more wait.
	maxCalls = 32
	// maxServedPerPeer is twice that: a server learns later than its caller that a request is over.
	maxServedPerPeer = 2 * maxCalls
	// maxServed bounds the memory of all requests together.
	maxServed = 256
	// requestRate and requestBurst, per peer, are far above what the services need, and far below what would occupy a
	// processor with reading them.
	requestRate  = 500
	requestBurst = 1000
)

// RemoteError is the error of a peer's handler, as text, made printable.
type RemoteError struct{ Message string }

func (e *RemoteError) Error() string { return "peer answered: " + e.Message }

// server is a registered request protocol.
type server struct {
	name                 string
	maxRequest, maxReply int
	handler              avs.RequestHandler
}

func (h *Host) protocolID(name string) protocol.ID {
	return protocol.ID("/trident/" + h.cfg.Network + "/" + name + "/1")
}

// Serve registers the handler of a request protocol, before or after Start. A second registration replaces the first.
func (h *Host) Serve(name string, maxRequest, maxReply int, handler avs.RequestHandler) {
	s := &server{name: name, maxRequest: maxRequest, maxReply: maxReply, handler: handler}
	id := h.protocolID(name)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.servers[id] = s
	if h.running != nil {
		h.running.host.SetStreamHandler(id, h.running.stream(s))
	}
}

// Request sends one request to an operator that is connected and waits for the reply. A context without a deadline
// gets Config.RequestTimeout. Errors to act on: ErrNotMember, ErrNotConnected, ErrBusy, ErrTooLarge, *RemoteError, and
// those of the context. The bounds are those with which this host serves the same protocol, or Config.MaxMessage.
func (h *Host) Request(ctx context.Context, to avs.OperatorID, name string, request []byte) ([]byte, error) {
	begin := time.Now()
	reply, err := h.request(ctx, to, name, request)
	h.metrics.requests.WithLabelValues(name, resultOf(err)).Inc()
	if err != nil {
		return nil, fmt.Errorf("request %q of %s: %w", name, to, err)
	}
	h.metrics.requestSec.WithLabelValues(name).Observe(time.Since(begin).Seconds())
	return reply, nil
}

func resultOf(err error) string {
	var remote *RemoteError
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &remote):
		return "refused"
	case errors.Is(err, ErrBusy):
		return "busy"
	case errors.Is(err, ErrNotConnected), errors.Is(err, ErrNotMember):
		return "not_connected"
	case errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	default:
		return "error"
	}
}

func (h *Host) request(ctx context.Context, to avs.OperatorID, name string, request []byte) ([]byte, error) {
	id := h.protocolID(name)
	maxRequest, maxReply := h.cfg.MaxMessage, h.cfg.MaxMessage
	h.mu.Lock()
	run := h.running
	if s := h.servers[id]; s != nil {
		maxRequest, maxReply = s.maxRequest, s.maxReply
	}
	h.mu.Unlock()
	if run == nil || !run.tasks.enter() {
		return nil, ErrNotStarted
	}
	defer run.tasks.leave()
	if len(request) > maxRequest {
		return nil, fmt.Errorf("%d bytes, at most %d: %w", len(request), maxRequest, ErrTooLarge)
	}
	member, ok := h.members.Load().byOperator[to]
	if !ok {
		return nil, ErrNotMember
	}
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, h.cfg.RequestTimeout)
		defer cancel()
	}
	done, err := h.limits.call(ctx, member.PeerID, name)
	if err != nil {
		return nil, err
	}
	defer done()
	// Dialling is the watchdog's business: a request to a dead operator fails at once instead of after a timeout.
	stream, err := run.host.NewStream(network.WithNoDial(ctx, "request"), member.PeerID, id)
	if err != nil && run.host.Network().Connectedness(member.PeerID) != network.Connected {
		return nil, ErrNotConnected
	}
	if err != nil {
		return nil, fmt.Errorf("open stream: %w", firstError(ctx.Err(), err))
	}
	h.metrics.sent.WithLabelValues(name).Add(float64(len(request)))
	return exchange(ctx, stream, request, maxReply)
}

// exchange sends the request and reads the reply at the same time: a server that refuses answers before it has read
// everything.
func exchange(ctx context.Context, stream network.Stream, request []byte, maxReply int) ([]byte, error) {
	// A reset ends reads and writes under way, so the end of ctx ends this function.
	stop := context.AfterFunc(ctx, func() { _ = stream.Reset() })
	defer stop()
	sent := make(chan error, 1)
	go func() {
		err := writeFrame(stream, nil, request)
		if err == nil {
			err = stream.CloseWrite()
		}
		sent <- err
	}()
	st, data, err := readReply(stream, maxReply)
	if err != nil {
		_ = stream.Reset()
		sendErr := <-sent
		if errors.Is(err, ErrTooLarge) {
			return nil, fmt.Errorf("reply: %w", err)
		}
		return nil, firstError(ctx.Err(), errors.Join(err, sendErr))
	}
	if st != statusOK {
		_ = stream.Reset() // the request may not have been read
	}
	_ = stream.Close()
	<-sent //nolint:errcheck // the answer says whether the request was read
	switch st {
	case statusOK:
		return data, nil
	case statusBusy:
		return nil, ErrBusy
	default:
		return nil, &RemoteError{Message: printable(string(data))}
	}
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// serveStream answers one request. Whatever the peer does, it ends within Config.RequestTimeout for reading, the same
// for the handler and the same for writing.
func (h *Host) serveStream(ctx context.Context, run *running, s *server, stream network.Stream) {
	from := stream.Conn().RemotePeer()
	op, ok := h.members.Load().operators[from]
	if !ok || !run.tasks.enter() {
		_ = stream.Reset()
		return
	}
	defer run.tasks.leave()
	stop := context.AfterFunc(ctx, func() { _ = stream.Reset() })
	defer stop()
	_ = stream.SetDeadline(time.Now().Add(h.cfg.RequestTimeout)) // fails only on a dead stream, as the next read does

	release, ok := h.limits.admit(from, s.name, h.clock.Now())
	if !ok {
		h.answer(s, stream, statusBusy, []byte("too many requests"))
		return
	}
	defer release()
	request, err := readFrame(stream, s.maxRequest)
	if err != nil {
		if ctx.Err() != nil || errors.Is(err, network.ErrReset) { // whoever asks may give up
			_ = stream.Reset()
			return
		}
		reason := reasonMalformed
		if errors.Is(err, ErrTooLarge) {
			reason = reasonTooLarge
		}
		h.misbehaved(run, from, s.name, reason, err)
		h.answer(s, stream, statusBadRequest, []byte(printable(err.Error())))
		return
	}
	st, reply := h.answerOf(ctx, s, op, request)
	_ = stream.SetDeadline(time.Now().Add(h.cfg.RequestTimeout))
	h.answer(s, stream, st, reply)
}

// answerOf runs the handler and turns its error, or panic, into an answer.
func (h *Host) answerOf(ctx context.Context, s *server, from avs.OperatorID, request []byte) (st status, reply []byte) {
	ctx, cancel := context.WithTimeout(ctx, h.cfg.RequestTimeout)
	defer cancel()
	defer func() {
		if p := recover(); p != nil {
			h.log.Error("request handler panicked", "protocol", s.name, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			st, reply = statusFailed, []byte("internal error")
		}
	}()
	reply, err := s.handler(ctx, from, request)
	if err != nil {
		return statusFailed, []byte(printable(err.Error()))
	}
	if len(reply) > s.maxReply {
		h.log.Error("reply is larger than the protocol allows", "protocol", s.name, "bytes", len(reply), "max_bytes", s.maxReply)
		return statusFailed, []byte("reply is too large")
	}
	return statusOK, reply
}

func (h *Host) answer(s *server, stream network.Stream, st status, payload []byte) {
	results := [...]string{"ok", "refused", "busy", "bad_request"}
	h.metrics.served.WithLabelValues(s.name, results[st]).Inc()
	h.metrics.sent.WithLabelValues(s.name).Add(float64(len(payload)))
	if err := writeFrame(stream, []byte{byte(st)}, payload); err != nil {
		_ = stream.Reset()
		return
	}
	_ = stream.Close()
}
