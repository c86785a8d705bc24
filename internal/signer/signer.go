// Package signer guards the node's signing keys: nothing else holds them, and nothing that could be slashed is signed
// past the Guard.
//
// # The rule
//
// What is signed is a Statement: a digest at a position (a block number, a slot) of a stream (a domain, such as
// "mach", and a scope, such as a rollup). For each key and stream:
//
//   - the statement that was signed at a position is signed again, with the same signature, as often as asked;
//   - another digest at that position is refused with ErrConflict;
//   - a position below the highest that was signed (or below a floor, see Raise) that has no record is refused with
//     ErrBelowWatermark.
//
// # Crashes
//
// The intent (position and digest) is on disk, fsynced, before the key is used, and so before the signature leaves.
// The signature is written after it without waiting. A crash before the intent is on disk has released nothing; after
// it, only the recorded digest can ever be signed, and signing is deterministic (BLS by nature, ECDSA by RFC 6979), so
// a lost signature is made again, bit for bit.
//
// # Backups
//
// A history restored from a backup misses what was signed since. So after an Import nothing new is signed: each stream
// waits, with ErrRestored, until Settle has raised it above everything that the network may have seen from it, and
// streams that are new wait for Resume. See Restoration.
//
// # Concurrency
//
// Guard may be used from any goroutine. Statements of one stream wait for each other; those of different streams do
// not, and share fsyncs. Only one Guard may be open over one Space: the data directory's lock gives that between
// processes, the composition root within one.
//
// # Failure
//
// A refusal is an error that says what, where and both digests; nothing was signed. After a storage error nothing was
// released, and the same statement may be tried again.
package signer

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/store"
)

// What a caller can act on.
var (
	// ErrConflict is a statement that contradicts one already signed. See ConflictError.
	ErrConflict = errors.New("conflicts with a signed statement")
	// ErrBelowWatermark is a position that the stream has passed without a record. See WatermarkError.
	ErrBelowWatermark = errors.New("position is below the signing watermark")
	// ErrNoKey is a signature by a key that this guard was not given.
	ErrNoKey = errors.New("guard holds no such key")
	// ErrStatement is a statement that cannot be stored: its domain is empty or too long, or its position is the
	// last number.
	ErrStatement = errors.New("bad statement")
	// ErrHistory is a stored or imported history that cannot be read.
	ErrHistory = errors.New("signing history is unreadable")
	// ErrRestored is a stream of a guard whose history came from a backup, which has not been settled yet: nothing was
	// signed, and the statement may be tried again.
	ErrRestored = errors.New("signing history was restored from a backup and is not settled yet")
	// ErrUnavailable is a guard in another process that does not answer: nothing is known to be signed, and the statement
	// may be tried again.
	ErrUnavailable = errors.New("signer does not answer")
	// ErrPurpose is a purpose that is not on the list of what can never be slashed.
	ErrPurpose = errors.New("not a purpose that can be signed without the guard's record")
)

// MaxDomain is the longest domain name in bytes; its length is one byte of a key.
const MaxDomain = 64

// MaxPayload bounds the payload of a statement in bytes: a consensus vote has about a hundred.
const MaxPayload = 1024

// Statement is one thing to sign.
type Statement struct {
	Domain   string   // what kind of statement, e.g. "mach"
	Scope    [32]byte // about what, e.g. the id of a rollup
	Position uint64   // where: of two positions the later has the higher number
	Digest   [32]byte // what is signed, already separated by domain (EIP-712)

	// Payload may be empty. Else the digest is its Keccak-256 hash: it is kept with the record, and ConflictError tells
	// it, for statements that may be repeated in other words than the first.
	Payload string
}

func (s Statement) check() error {
	if s.Domain == "" || len(s.Domain) > MaxDomain {
		return fmt.Errorf("domain of %d bytes (want 1 to %d): %w", len(s.Domain), MaxDomain, ErrStatement)
	}
	if s.Position == math.MaxUint64 {
		return fmt.Errorf("position %d leaves none above it: %w", s.Position, ErrStatement)
	}
	if len(s.Payload) > MaxPayload {
		return fmt.Errorf("payload of %d bytes (want at most %d): %w", len(s.Payload), MaxPayload, ErrStatement)
	}
	if s.Payload != "" && crypto.Keccak256Hash([]byte(s.Payload)) != s.Digest {
		return fmt.Errorf("digest 0x%x is not the hash of the payload: %w", s.Digest, ErrStatement)
	}
	return nil
}

func (s Statement) at() string {
	return fmt.Sprintf("%s statement, scope 0x%x, position %d", s.Domain, s.Scope, s.Position)
}

// ConflictError tells what was refused and what stands against it.
type ConflictError struct {
	Statement Statement
	Signed    [32]byte // the digest that was signed at this position
	Payload   string   // what it is the hash of, if that was given and has not been pruned
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("refuse to sign %s: digest 0x%x conflicts with 0x%x signed before",
		e.Statement.at(), e.Statement.Digest, e.Signed)
}

func (e *ConflictError) Unwrap() error { return ErrConflict }

// WatermarkError tells what was refused and which position is the first that can be signed.
type WatermarkError struct {
	Statement Statement
	Min       uint64
}

func (e *WatermarkError) Error() string {
	return fmt.Sprintf("refuse to sign %s: digest 0x%x, no record, and the first position that can be signed is %d",
		e.Statement.at(), e.Statement.Digest, e.Min)
}

func (e *WatermarkError) Unwrap() error { return ErrBelowWatermark }

// Config is what a Guard needs. A key may be missing: signing with it is then ErrNoKey.
type Config struct {
	Space     *store.Space      // the history's own namespace
	BLS       bls.SecretKey     // attestation key
	Consensus *ecdsa.PrivateKey // sequencing key (secp256k1)
	Metrics   *metrics.Registry // may be nil
}

// Guard signs, by the rule of the package.
type Guard struct {
	space *store.Space
	bls   bls.SecretKey
	ecdsa *ecdsa.PrivateKey
	// public has the encoded public half of each key that the guard holds.
	public map[Kind]string

	signed  *prometheus.CounterVec
	refused *prometheus.CounterVec

	// history is held shared while signing, and alone while an import changes many streams. It guards restored.
	history  sync.RWMutex
	restored uint64     // when the history was restored, Unix milliseconds; 0 when it is not, or no longer
	mu       sync.Mutex // guards streams
	streams  map[string]*stream
}

// stream is what is known in memory of one stream. turn holds one token: who has it may use the rest.
type stream struct {
	turn    chan struct{}
	loaded  bool
	min     uint64 // the first position that can be signed without a record
	settled uint64 // the restoration for which the stream was settled
}

// Open checks the history and makes the Guard.
func Open(cfg Config) (*Guard, error) {
	m := cfg.Metrics.Sub("signer")
	g := &Guard{
		space:   cfg.Space,
		bls:     cfg.BLS,
		ecdsa:   cfg.Consensus,
		signed:  m.CounterVec("signatures_total", "Statements signed for the first time.", "key", "domain"),
		refused: m.CounterVec("refusals_total", "Statements that the guard refused.", "key", "domain", "reason"),
		public:  map[Kind]string{},
		streams: map[string]*stream{},
	}
	if !g.bls.IsZero() {
		b := g.bls.PublicKey().Bytes()
		g.public[KeyBLS] = string(b[:])
	}
	if g.ecdsa != nil {
		g.public[KeyConsensus] = string(crypto.CompressPubkey(&g.ecdsa.PublicKey))
	}
	if err := checkFormat(g.space); err != nil {
		return nil, err
	}
	if err := g.loadRestored(); err != nil {
		return nil, fmt.Errorf("open signing history: %w", err)
	}
	return g, nil
}

// BLSPublicKey is the public half of the attestation key; the zero value when there is none.
func (g *Guard) BLSPublicKey() bls.PublicKey {
	if g.bls.IsZero() {
		return bls.PublicKey{}
	}
	return g.bls.PublicKey()
}

// ConsensusAddress is the L1 address of the consensus key; the zero address when there is none.
func (g *Guard) ConsensusAddress() common.Address {
	if g.ecdsa == nil {
		return common.Address{}
	}
	return crypto.PubkeyToAddress(g.ecdsa.PublicKey)
}

// ConsensusPublicKey is the compressed public half of the consensus key; zero when there is none.
func (g *Guard) ConsensusPublicKey() (public [33]byte) {
	copy(public[:], g.public[KeyConsensus])
	return public
}

// BLS signs s with the attestation key.
func (g *Guard) BLS(ctx context.Context, s Statement) (bls.Signature, error) {
	raw, err := g.sign(ctx, KeyBLS, s, func() ([]byte, error) {
		sig := g.bls.Sign(s.Digest).Bytes()
		return sig[:], nil
	})
	if err != nil {
		return bls.Signature{}, err
	}
	sig, err := bls.SignatureFromBytes(raw)
	if err != nil {
		return bls.Signature{}, fmt.Errorf("read stored signature: %w: %w", ErrHistory, err)
	}
	return sig, nil
}

// ECDSA signs s with the consensus key: r, s, v, with v 0 or 1 as go-ethereum has it (the EVM's ecrecover takes v+27).
func (g *Guard) ECDSA(ctx context.Context, s Statement) ([65]byte, error) {
	raw, err := g.sign(ctx, KeyConsensus, s, func() ([]byte, error) {
		return crypto.Sign(s.Digest[:], g.ecdsa)
	})
	if err != nil {
		return [65]byte{}, err
	}
	if len(raw) != 65 {
		return [65]byte{}, fmt.Errorf("read stored signature of %d bytes: %w", len(raw), ErrHistory)
	}
	return [65]byte(raw), nil
}

// sign applies the rule. Once the intent is written it goes on to the end, whatever ctx says.
func (g *Guard) sign(ctx context.Context, key Kind, s Statement, do func() ([]byte, error)) ([]byte, error) {
	if err := s.check(); err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	id, err := g.id(key, s.Domain, s.Scope)
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	g.history.RLock()
	defer g.history.RUnlock()
	st, err := g.enter(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("sign %s: %w", s.at(), err)
	}
	defer st.leave()
	kept, err := g.intend(key, id, st, s)
	if err != nil || len(kept) > 0 {
		return kept, err
	}
	sig, err := do()
	if err != nil {
		return nil, fmt.Errorf("sign %s: %w", s.at(), err)
	}
	if err := g.space.Set(id.recordKey(s.Position), record{s.Digest, sig}.encode()); err != nil {
		return nil, fmt.Errorf("sign %s: record signature: %w", s.at(), err)
	}
	g.signed.WithLabelValues(key.String(), s.Domain).Inc()
	return sig, nil
}

// intend applies the rule: it returns the signature that was made before, or writes what is about to be signed.
func (g *Guard) intend(key Kind, id streamID, st *stream, s Statement) ([]byte, error) {
	rec, found, err := g.record(id, s.Position)
	switch {
	case err != nil:
		return nil, fmt.Errorf("sign %s: %w", s.at(), err)
	case found && rec.digest != s.Digest:
		payload, err := g.payload(id, s.Position)
		if err != nil {
			return nil, fmt.Errorf("sign %s: %w", s.at(), err)
		}
		g.refused.WithLabelValues(key.String(), s.Domain, "conflict").Inc()
		return nil, &ConflictError{s, rec.digest, payload}
	case found:
		return rec.signature, nil
	case g.restored != 0 && st.settled != g.restored:
		g.refused.WithLabelValues(key.String(), s.Domain, "restored").Inc()
		return nil, fmt.Errorf("sign %s: %w", s.at(), ErrRestored)
	case s.Position < st.min:
		g.refused.WithLabelValues(key.String(), s.Domain, "watermark").Inc()
		return nil, &WatermarkError{s, st.min}
	}
	if err := g.writeIntent(id, s); err != nil {
		return nil, fmt.Errorf("sign %s: record intent: %w", s.at(), err)
	}
	st.min = max(st.min, s.Position+1)
	return nil, nil
}

func (g *Guard) writeIntent(id streamID, s Statement) error {
	intent := record{digest: s.Digest}.encode()
	if s.Payload == "" {
		return g.space.SetSync(id.recordKey(s.Position), intent)
	}
	b := g.space.NewBatch()
	b.Set(id.payloadKey(s.Position), []byte(s.Payload))
	b.Set(id.recordKey(s.Position), intent)
	return b.Commit(true)
}

// enter waits for the stream's turn and loads its watermark on first use.
func (g *Guard) enter(ctx context.Context, id streamID) (*stream, error) {
	name := string(id.prefix())
	g.mu.Lock()
	st := g.streams[name]
	if st == nil {
		st = &stream{turn: make(chan struct{}, 1)}
		g.streams[name] = st
	}
	g.mu.Unlock()
	select {
	case st.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if !st.loaded {
		low, err := g.loadMin(id)
		if err != nil {
			st.leave()
			return nil, err
		}
		if st.settled, err = g.settledAt(id); err != nil {
			st.leave()
			return nil, err
		}
		st.min, st.loaded = low, true
	}
	return st, nil
}

func (st *stream) leave() { <-st.turn }

// Purpose is a reason to sign without a record. Only what can never be slashed is on the list.
type Purpose string

// The purposes. Their digests carry an EIP-712 type of their own, so none can be mistaken for a guarded statement.
const (
	PurposeAvailabilityAck Purpose = "availability-ack" // "I hold this body": true or false, never contradictory
	PurposeRegistration    Purpose = "registration"     // proof of possession, consumed once by the registrar
	PurposeHandshake       Purpose = "handshake"        // proves the key to a peer over a fresh challenge
	PurposeAlertReport     Purpose = "alert-report"     // what an operator saw when it voted on an alert: for people
)

func (p Purpose) check() error {
	switch p {
	case PurposeAvailabilityAck, PurposeRegistration, PurposeHandshake, PurposeAlertReport:
		return nil
	default:
		return fmt.Errorf("purpose %q: %w", string(p), ErrPurpose)
	}
}

// UnslashableBLS signs without the rule and without a record. The caller must have made the digest itself, of the type
// that the purpose names; a digest that came from a peer must never reach it.
func (g *Guard) UnslashableBLS(p Purpose, digest [32]byte) (bls.Signature, error) {
	if err := p.check(); err != nil {
		return bls.Signature{}, fmt.Errorf("sign with BLS key: %w", err)
	}
	if g.bls.IsZero() {
		return bls.Signature{}, fmt.Errorf("sign with BLS key: %w", ErrNoKey)
	}
	return g.bls.Sign(digest), nil
}

// UnslashableECDSA is UnslashableBLS for the consensus key; the signature is as ECDSA gives it.
func (g *Guard) UnslashableECDSA(p Purpose, digest [32]byte) ([65]byte, error) {
	if err := p.check(); err != nil {
		return [65]byte{}, fmt.Errorf("sign with consensus key: %w", err)
	}
	if g.ecdsa == nil {
		return [65]byte{}, fmt.Errorf("sign with consensus key: %w", ErrNoKey)
	}
	sig, err := crypto.Sign(digest[:], g.ecdsa)
	if err != nil {
		return [65]byte{}, fmt.Errorf("sign with consensus key: %w", err)
	}
	return [65]byte(sig), nil
}
