package gossip

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/testutil"
)

func pair(t *testing.T, change func(*Config)) (a, b *node) {
	t.Helper()
	nodes := newNetwork(t, 2, change, nil)
	return nodes[0], nodes[1]
}

func TestRequest(t *testing.T) {
	a, b := pair(t, nil)
	big := bytes.Repeat([]byte("x"), 1<<20)
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	b.Serve("echo", 2<<20, 2<<20, func(_ context.Context, from avs.OperatorID, r []byte) ([]byte, error) {
		if from != a.cfg.Self {
			return nil, errors.New("unknown caller")
		}
		return r, nil
	})
	b.Serve("fails", 10, 10, func(context.Context, avs.OperatorID, []byte) ([]byte, error) {
		return nil, errors.New("body is not here\nsorry " + strings.Repeat("é", 300))
	})
	b.Serve("panics", 10, 10, func(context.Context, avs.OperatorID, []byte) ([]byte, error) { panic("oh") })
	b.Serve("boasts", 10, 10, func(context.Context, avs.OperatorID, []byte) ([]byte, error) { return make([]byte, 11), nil })
	b.Serve("hangs", 10, 10, func(ctx context.Context, _ avs.OperatorID, _ []byte) ([]byte, error) {
		select {
		case <-release:
		case <-ctx.Done():
		}
		return nil, nil
	})
	b.Serve("long", 10, 1000, func(context.Context, avs.OperatorID, []byte) ([]byte, error) { return make([]byte, 1000), nil })
	a.Serve("long", 10, 999, nil) // a's own bound for the reply is smaller

	for name, c := range map[string]struct {
		to       avs.OperatorID
		protocol string
		request  []byte
		reply    []byte
		check    func(*testing.T, error)
	}{
		"empty":     {to: b.cfg.Self, protocol: "echo", request: nil, reply: []byte{}},
		"small":     {to: b.cfg.Self, protocol: "echo", request: []byte("hello"), reply: []byte("hello")},
		"one MiB":   {to: b.cfg.Self, protocol: "echo", request: big, reply: big},
		"nobody":    {to: operator(99), protocol: "echo", check: func(t *testing.T, err error) { require.ErrorIs(t, err, ErrNotMember) }},
		"too large": {to: b.cfg.Self, protocol: "fails", request: big, check: isRemote("at most 10")},
		"above all": {to: b.cfg.Self, protocol: "fails", request: make([]byte, DefaultMaxMessage+1), check: func(t *testing.T, err error) { require.ErrorIs(t, err, ErrTooLarge) }},
		"fails": {to: b.cfg.Self, protocol: "fails", check: func(t *testing.T, err error) {
			isRemote("body is not here sorry é")(t, err)
			var remote *RemoteError
			require.ErrorAs(t, err, &remote)
			require.LessOrEqual(t, len(remote.Message), maxRemoteError)
		}},
		"panics":          {to: b.cfg.Self, protocol: "panics", check: isRemote("internal error")},
		"boasts":          {to: b.cfg.Self, protocol: "boasts", check: isRemote("reply is too large")},
		"reply too large": {to: b.cfg.Self, protocol: "long", check: func(t *testing.T, err error) { require.ErrorIs(t, err, ErrTooLarge) }},
		"hangs":           {to: b.cfg.Self, protocol: "hangs", check: func(t *testing.T, err error) { require.ErrorIs(t, err, context.DeadlineExceeded) }},
		"not served":      {to: b.cfg.Self, protocol: "none", check: func(t *testing.T, err error) { require.ErrorContains(t, err, "not supported") }},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			if c.protocol == "hangs" {
				var cancel context.CancelFunc
				ctx, cancel = context.WithTimeout(ctx, 100*time.Millisecond)
				defer cancel()
			}
			reply, err := a.Request(ctx, c.to, c.protocol, c.request)
			if c.check != nil {
				require.Error(t, err)
				c.check(t, err)
				return
			}
			require.NoError(t, err)
			require.Equal(t, c.reply, reply)
		})
	}
}

func isRemote(text string) func(*testing.T, error) {
	return func(t *testing.T, err error) {
		t.Helper()
		var remote *RemoteError
		require.ErrorAs(t, err, &remote)
		require.Contains(t, remote.Message, text)
	}
}

func TestRequestToDeadOperatorFailsAtOnce(t *testing.T) {
	a, b := pair(t, nil)
	require.NoError(t, b.Close())
	testutil.Eventually(t, patience, func() bool { return len(a.Peers()) == 0 })
	_, err := a.Request(context.Background(), b.cfg.Self, "echo", nil)
	require.ErrorIs(t, err, ErrNotConnected)
}

func TestManyRequestsAtOnceAreQueuedNotRefused(t *testing.T) {
	a, b := pair(t, nil)
	b.Serve("echo", 100, 100, func(_ context.Context, _ avs.OperatorID, r []byte) ([]byte, error) { return r, nil })
	var wg sync.WaitGroup
	errs := make(chan error, 300)
	for range 300 {
		wg.Go(func() {
			_, err := a.Request(context.Background(), b.cfg.Self, "echo", []byte("x"))
			errs <- err
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		require.NoError(t, err)
	}
}

// TestRateBound takes the clock away, so that no token of the bucket comes back.
func TestRateBound(t *testing.T) {
	var l limits
	p := newNode(t, 1, nil).ID()
	now := time.Unix(1000, 0)
	protocols := [scopeShare]string{"one", "two"}
	for i := range requestBurst {
		release, ok := l.admit(p, protocols[i%scopeShare], now)
		require.True(t, ok, i)
		release()
	}
	_, ok := l.admit(p, "three", now)
	require.False(t, ok)
	release, ok := l.admit(p, "three", now.Add(time.Second/requestRate))
	require.True(t, ok)
	release()

	l = limits{}
	for i := range maxServedPerPeer {
		_, ok := l.admit(p, protocols[i%scopeShare], now)
		require.True(t, ok)
	}
	_, ok = l.admit(p, "three", now)
	require.False(t, ok, "concurrency bound")
	none, _ := newMembers(p, nil)
	l.keep(none)
	require.Empty(t, l.byPeer)
}

// rawPeer speaks the protocol by hand, as a registered operator.
func rawPeer(t *testing.T, x *node) host.Host {
	t.Helper()
	raw := rawHost(t, newKey(t))
	rawPubSub(t, raw, "unused") // without it the watchdog would reconnect
	x.SetMembers([]Peer{{Operator: operator(66), PeerID: raw.ID(), Addrs: raw.Addrs()}})
	testutil.Eventually(t, patience, func() bool {
		return len(x.Peers()) == 1 && raw.Network().Connectedness(x.ID()) == network.Connected
	})
	return raw
}

func TestStalledOrLyingCallerCostsBoundedTime(t *testing.T) {
	x := newNode(t, 1, func(c *Config) { c.RequestTimeout = 200 * time.Millisecond })
	called := make(chan struct{}, 10)
	x.Serve("echo", 1<<20, 100, func(_ context.Context, _ avs.OperatorID, r []byte) ([]byte, error) {
		called <- struct{}{}
		return r, nil
	})
	require.NoError(t, x.Start(context.Background()))
	raw := rawPeer(t, x)
	for name, c := range map[string]struct {
		send []byte
		end  bool
		want status
	}{
		"stalls":          {send: frameHead(1 << 20), want: statusBadRequest},
		"cuts":            {send: append(frameHead(10), "short"...), end: true, want: statusBadRequest},
		"announces 4 GiB": {send: frameHead(1<<32 - 1), want: statusBadRequest},
		"sends nothing":   {send: nil, want: statusBadRequest},
		"honest":          {send: append(frameHead(2), "ok"...), want: statusOK},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := raw.NewStream(context.Background(), x.ID(), x.protocolID("echo"))
			require.NoError(t, err)
			defer func() { _ = s.Reset() }()
			require.NoError(t, s.SetDeadline(time.Now().Add(patience)))
			_, err = s.Write(c.send)
			require.NoError(t, err)
			if c.end {
				require.NoError(t, s.CloseWrite())
			}
			st, _, err := readReply(s, 100)
			if err != nil { // a deadline that is over may also end the answer; what counts is that it ended
				require.NotErrorIs(t, err, context.DeadlineExceeded)
				return
			}
			require.Equal(t, c.want, st)
		})
	}
	require.Len(t, called, 1)
	testutil.Eventually(t, patience, func() bool {
		x.limits.mu.Lock()
		defer x.limits.mu.Unlock()
		return x.limits.served.all == 0
	}, "every place given back")
}

func frameHead(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

func TestStalledOrLyingServerCostsBoundedTime(t *testing.T) {
	x := newNode(t, 1, func(c *Config) { c.RequestTimeout = 300 * time.Millisecond; c.MaxMessage = 1 << 20 })
	require.NoError(t, x.Start(context.Background()))
	raw := rawPeer(t, x)
	serve := func(name string, answer []byte, end bool) {
		raw.SetStreamHandler(x.protocolID(name), func(s network.Stream) {
			_, _ = s.Write(answer)
			if end {
				_ = s.Close()
				return
			}
			_, _ = io.Copy(io.Discard, s)
		})
	}
	serve("silent", nil, false)
	serve("closes", nil, true)
	serve("huge", append([]byte{0}, frameHead(1<<32-1)...), false)
	serve("status", append([]byte{77}, frameHead(0)...), true)
	serve("cut", append(append([]byte{0}, frameHead(1000)...), "short"...), true)
	serve("busy", append([]byte{byte(statusBusy)}, frameHead(0)...), true)
	serve("essay", append([]byte{byte(statusFailed)}, frameHead(1000)...), false)
	for name, check := range map[string]func(*testing.T, error){
		"silent": func(t *testing.T, err error) { require.ErrorIs(t, err, context.DeadlineExceeded) },
		"closes": func(t *testing.T, err error) { require.ErrorIs(t, err, io.ErrUnexpectedEOF) },
		"huge":   func(t *testing.T, err error) { require.ErrorIs(t, err, ErrTooLarge) },
		"status": func(t *testing.T, err error) { require.ErrorIs(t, err, errUnknownStatus) },
		"cut":    func(t *testing.T, err error) { require.ErrorIs(t, err, io.ErrUnexpectedEOF) },
		"busy":   func(t *testing.T, err error) { require.ErrorIs(t, err, ErrBusy) },
		"essay":  func(t *testing.T, err error) { require.ErrorIs(t, err, ErrTooLarge) },
	} {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			_, err := x.Request(context.Background(), operator(66), name, make([]byte, 1<<20))
			require.Error(t, err)
			check(t, err)
			require.Less(t, time.Since(begin), 5*time.Second)
		})
	}
}

func TestCloseEndsRequestsUnderWay(t *testing.T) {
	a, b := pair(t, nil)
	begun := make(chan struct{})
	b.Serve("hangs", 10, 10, func(ctx context.Context, _ avs.OperatorID, _ []byte) ([]byte, error) {
		close(begun)
		<-ctx.Done()
		return nil, ctx.Err()
	})
	done := make(chan error, 1)
	go func() {
		_, err := a.Request(context.Background(), b.cfg.Self, "hangs", nil)
		done <- err
	}()
	<-begun
	begin := time.Now()
	require.NoError(t, b.Close())
	require.Less(t, time.Since(begin), closeTimeout)
	require.Error(t, <-done)
}
