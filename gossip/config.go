package gossip

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/crypto"
	ma "github.com/multiformats/go-multiaddr"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
)

// Faults of a Config.
var (
	ErrNetworkName = errors.New("network name must be 1 to 64 letters, digits, '-', '_' or '.'")
	ErrNoKey       = errors.New("p2p identity key is missing")
	ErrListen      = errors.New("listen address must be /ip4|ip6/…/tcp/… or /ip4|ip6/…/udp/…/quic-v1")
	ErrBounds      = errors.New("value is out of bounds")
)

// Defaults, in one place. Each is used where the Config has zero.
const (
	// DefaultMaxMessage holds a batch of 1 MiB with its header, and leaves room to double it.
	DefaultMaxMessage = 2 << 20
	// DefaultHeartbeat repairs meshes within a second at little idle cost.
	DefaultHeartbeat = 250 * time.Millisecond
	// DefaultSeenTTL outlasts the 3 s for which peers can still offer a message, and is short enough that an operator
	// who repeats a message reaches peers that came meanwhile.
	DefaultSeenTTL = 15 * time.Second
	// DefaultRequestTimeout is for requests whose context has no deadline, and for one request at the server.
	DefaultRequestTimeout = 10 * time.Second
	// DefaultRedialMin is the first wait before a member is dialled again; the wait doubles up to DefaultRedialMax.
	DefaultRedialMin = 250 * time.Millisecond
	// DefaultRedialMax bounds how long a member that came back may stay unnoticed.
	DefaultRedialMax = 5 * time.Second
	// DefaultPenaltyHalfLife halves the count of bad messages of a peer.
	DefaultPenaltyHalfLife = 30 * time.Second
)

// DefaultListen is any free port on loopback.
const DefaultListen = "/ip4/127.0.0.1/tcp/0"

// Config is what a Host is made of. Network and Key are required; everything else has a default.
type Config struct {
	Network string         // network name, part of every topic and protocol id
	Key     crypto.PrivKey // libp2p identity; its peer id is what the operator registered
	Self    avs.OperatorID

	Listen   []ma.Multiaddr // TCP, or UDP with quic-v1; a QUIC address also allows dialling QUIC
	Announce []ma.Multiaddr // what peers are told instead of the listen addresses

	MaxMessage      int // bytes; bound of every topic
	Heartbeat       time.Duration
	SeenTTL         time.Duration // for how long equal bytes on a topic are one message
	RequestTimeout  time.Duration
	RedialMin       time.Duration
	RedialMax       time.Duration
	PenaltyHalfLife time.Duration

	// Libp2p are further options of the libp2p host; a simulation gives the network that it simulates. Nil otherwise.
	Libp2p []libp2p.Option

	Clock   clock.Clock       // of the watchdog and the rate bounds; socket deadlines are always real
	Logger  *slog.Logger      // nil discards
	Metrics *metrics.Registry // nil counts for nobody
}

func orDefault[T comparable](v *T, def T) {
	var zero T
	if *v == zero {
		*v = def
	}
}

// withDefaults is c with every zero replaced.
func (c Config) withDefaults() Config {
	if len(c.Listen) == 0 {
		c.Listen = []ma.Multiaddr{ma.StringCast(DefaultListen)}
	}
	orDefault(&c.MaxMessage, DefaultMaxMessage)
	orDefault(&c.Heartbeat, DefaultHeartbeat)
	orDefault(&c.SeenTTL, DefaultSeenTTL)
	orDefault(&c.RequestTimeout, DefaultRequestTimeout)
	orDefault(&c.RedialMin, DefaultRedialMin)
	orDefault(&c.RedialMax, DefaultRedialMax)
	orDefault(&c.PenaltyHalfLife, DefaultPenaltyHalfLife)
	if c.Clock == nil {
		c.Clock = clock.Real()
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c
}

// Check names the first fault of c, with its defaults filled in.
func (c Config) Check() error {
	if !validName(c.Network) {
		return fmt.Errorf("network %q: %w", c.Network, ErrNetworkName)
	}
	if c.Key == nil {
		return ErrNoKey
	}
	c = c.withDefaults()
	for _, a := range c.Listen {
		if !isTCP(a) && !isQUIC(a) {
			return fmt.Errorf("listen %s: %w", a, ErrListen)
		}
	}
	return errors.Join(
		within("max message", c.MaxMessage, 1<<10, 64<<20),
		within("heartbeat", c.Heartbeat, 50*time.Millisecond, 10*time.Second),
		within("seen ttl", c.SeenTTL, time.Second, time.Hour),
		within("request timeout", c.RequestTimeout, 10*time.Millisecond, 10*time.Minute),
		within("redial min", c.RedialMin, time.Millisecond, time.Hour),
		within("redial max", c.RedialMax, c.RedialMin, time.Hour),
		within("penalty half-life", c.PenaltyHalfLife, time.Second, 24*time.Hour),
	)
}

func within[T int | time.Duration](name string, v, lowest, highest T) error {
	if v < lowest || v > highest {
		return fmt.Errorf("%s %v, allowed %v to %v: %w", name, v, lowest, highest, ErrBounds)
	}
	return nil
}

// validName keeps names apart from the separators of topics and protocol ids, and from regular expressions.
func validName(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == ""
}

func isTCP(a ma.Multiaddr) bool {
	_, err := a.ValueForProtocol(ma.P_TCP)
	return err == nil
}

func isQUIC(a ma.Multiaddr) bool {
	_, err := a.ValueForProtocol(ma.P_QUIC_V1)
	return err == nil
}
