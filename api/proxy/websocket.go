package proxy

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const (
	maxSockets   = 1000
	socketWrite  = 10 * time.Second // a reader that takes nothing for so long is dropped
	socketPing   = 30 * time.Second
	socketSilent = 75 * time.Second // without even a pong: gone
)

// sockets counts and owns the WebSockets.
type sockets struct {
	mu      sync.Mutex
	ended   bool
	open    map[*socket]bool
	running sync.WaitGroup
}

// enter admits a socket; the caller must call leave when it returned true.
func (s *sockets) enter(k *socket) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended || len(s.open) >= maxSockets {
		return false
	}
	if s.open == nil {
		s.open = map[*socket]bool{}
	}
	s.open[k] = true
	s.running.Add(1)
	return true
}

func (s *sockets) leave(k *socket) {
	s.mu.Lock()
	delete(s.open, k)
	s.mu.Unlock()
	s.running.Done()
}

func (s *sockets) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	for k := range s.open {
		k.close()
	}
}

func (s *sockets) wait() { s.running.Wait() }

// socket is a client's connection and one to the upstream of its own, since subscriptions belong to a connection.
type socket struct {
	near, far *websocket.Conn
	writing   sync.Mutex // to near: answers of the upstream and of the proxy itself
	now       func() time.Time
}

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }} // as public as the node behind it

func (p *Proxy) serveSocket(w http.ResponseWriter, r *http.Request) {
	dialer := websocket.Dialer{HandshakeTimeout: askTimeout, Proxy: http.ProxyFromEnvironment}
	far, answer, err := dialer.DialContext(r.Context(), p.websocket, nil)
	if answer != nil {
		_ = answer.Body.Close() // gorilla has read what there is
	}
	if err != nil {
		p.log.Warn("the upstream's WebSocket cannot be opened", "err", err)
		http.Error(w, "the upstream's WebSocket cannot be opened", http.StatusBadGateway)
		return
	}
	k := &socket{far: far, now: p.clock.Now}
	near, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		_ = far.Close()
		return // the upgrader has answered
	}
	k.near = near
	defer k.close()
	if !p.sockets.enter(k) {
		return
	}
	defer p.sockets.leave(k)
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	var back sync.WaitGroup
	back.Go(func() {
		defer k.close()
		k.passBack()
	})
	back.Go(func() { k.ping(ctx) })
	p.passOn(ctx, k)
	cancel()
	k.close()
	back.Wait()
}

func (k *socket) close() {
	_ = k.near.Close()
	_ = k.far.Close()
}

// passOn reads the client's messages, answers those that name the tag and passes the others on.
func (p *Proxy) passOn(ctx context.Context, k *socket) {
	for {
		kind, message, err := k.read(k.near, maxRequest)
		if err != nil {
			return
		}
		if own, mine := p.own(ctx, message); mine {
			if len(own) > 0 && k.write(websocket.TextMessage, own) != nil {
				return
			}
			continue
		}
		_ = k.far.SetWriteDeadline(k.now().Add(socketWrite))
		if k.far.WriteMessage(kind, message) != nil {
			return
		}
	}
}

// read waits for a message, as long as the other side answers pings.
func (k *socket) read(from *websocket.Conn, limit int64) (kind int, message []byte, err error) {
	from.SetReadLimit(limit)
	alive := func(string) error { return from.SetReadDeadline(k.now().Add(socketSilent)) }
	from.SetPongHandler(alive)
	if err := alive(""); err != nil {
		return 0, nil, err
	}
	return from.ReadMessage()
}

// own answers a message that names the tag; false: it is for the upstream.
func (p *Proxy) own(ctx context.Context, message []byte) ([]byte, bool) {
	if !mayName(message) {
		return nil, false
	}
	requests, _, err := parse(message)
	if err != nil || !names(requests) {
		return nil, false
	}
	for _, r := range requests {
		if r.Method == subscribeCall || r.Method == unsubscribe {
			return encode(refuse(r.ID, codeInvalid, "subscriptions and the finalized block cannot be in one batch here")), true
		}
	}
	ctx, cancel := context.WithTimeout(ctx, answerTimeout)
	defer cancel()
	return p.answer(ctx, message), true
}

// passBack passes on what the upstream sends.
func (k *socket) passBack() {
	for {
		kind, message, err := k.read(k.far, maxAnswer)
		if err != nil || k.write(kind, message) != nil {
			return
		}
	}
}

func (k *socket) write(kind int, message []byte) error {
	k.writing.Lock()
	defer k.writing.Unlock()
	if err := k.near.SetWriteDeadline(k.now().Add(socketWrite)); err != nil {
		return err
	}
	return k.near.WriteMessage(kind, message)
}

// ping keeps both connections alive and finds out that one is gone.
func (k *socket) ping(ctx context.Context) {
	tick := time.NewTicker(socketPing)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			deadline := k.now().Add(socketWrite)
			if k.near.WriteControl(websocket.PingMessage, nil, deadline) != nil || k.far.WriteControl(websocket.PingMessage, nil, deadline) != nil {
				k.close()
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
