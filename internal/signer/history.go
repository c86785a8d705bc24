package signer

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/store"
)

// The history's keys:
//
//	'v'                                                        format version, 1 byte
//	'r' kind public-key domain-length domain scope position    record: digest, then the signature or nothing
//	'p' kind public-key domain-length domain scope position    payload of the record, if it has one
//	'f' kind public-key domain-length domain scope             floor: the first position that can be signed
//	'x' kind public-key                                        restored: when the key's history was, Unix milliseconds
//	's' kind public-key domain-length domain scope             settled: for which restoration
//
// The public key has the length of its kind; numbers are big-endian, so records sort by position.
const (
	tagVersion  = 'v'
	tagRecord   = 'r'
	tagPayload  = 'p'
	tagFloor    = 'f'
	tagRestored = 'x'
	tagSettled  = 's'

	// Version 2 added payloads and restorations, and holds CometBFT's votes. Version 1 is read as it is; a release that
	// knows only version 1 refuses the history, as it must: it would vote again by an old record of its own.
	formatVersion = 2
)

// Kind names one of the guard's keys.
type Kind byte

// The kinds, as they are stored.
const (
	KeyBLS       Kind = 'b'
	KeyConsensus Kind = 'e'
)

func (k Kind) String() string {
	switch k {
	case KeyBLS:
		return "bls"
	case KeyConsensus:
		return "consensus"
	default:
		return fmt.Sprintf("kind(%d)", byte(k))
	}
}

// publicSize is the length of a public key of the kind; 0 for an unknown kind.
func (k Kind) publicSize() int {
	switch k {
	case KeyBLS:
		return bls.PublicKeySize
	case KeyConsensus:
		return 33 // compressed secp256k1
	default:
		return 0
	}
}

type keyID struct {
	kind   Kind
	public string
}

type streamID struct {
	key    keyID
	domain string
	scope  [32]byte
}

func (id streamID) prefix() []byte {
	b := make([]byte, 0, 2+len(id.key.public)+len(id.domain)+len(id.scope))
	b = append(b, byte(id.key.kind))
	b = append(b, id.key.public...)
	b = append(b, byte(len(id.domain)))
	b = append(b, id.domain...)
	return append(b, id.scope[:]...)
}

func (id streamID) recordsKey() []byte { return append([]byte{tagRecord}, id.prefix()...) }
func (id streamID) floorKey() []byte   { return append([]byte{tagFloor}, id.prefix()...) }
func (id streamID) settledKey() []byte { return append([]byte{tagSettled}, id.prefix()...) }

func (id streamID) payloadKey(position uint64) []byte {
	return binary.BigEndian.AppendUint64(append([]byte{tagPayload}, id.prefix()...), position)
}

func (id streamID) recordKey(position uint64) []byte {
	return binary.BigEndian.AppendUint64(id.recordsKey(), position)
}

// parseStream reads the stream out of a key without its tag, and returns what follows it.
func parseStream(b []byte) (streamID, []byte, error) {
	var id streamID
	if len(b) < 1 {
		return id, nil, fmt.Errorf("empty key: %w", ErrHistory)
	}
	id.key.kind = Kind(b[0])
	n := id.key.kind.publicSize()
	if n == 0 || len(b) < 1+n+1 {
		return id, nil, fmt.Errorf("key 0x%x: %w", b, ErrHistory)
	}
	id.key.public = string(b[1 : 1+n])
	rest := b[1+n:]
	d := int(rest[0])
	if d == 0 || d > MaxDomain || len(rest) < 1+d+32 {
		return id, nil, fmt.Errorf("key 0x%x: %w", b, ErrHistory)
	}
	id.domain = string(rest[1 : 1+d])
	id.scope = [32]byte(rest[1+d : 1+d+32])
	return id, rest[1+d+32:], nil
}

// record is what was signed at a position. Without a signature it is an intent.
type record struct {
	digest    [32]byte
	signature []byte
}

func (r record) encode() []byte { return append(bytes.Clone(r.digest[:]), r.signature...) }

func decodeRecord(b []byte) (record, error) {
	if len(b) < 32 {
		return record{}, fmt.Errorf("record of %d bytes: %w", len(b), ErrHistory)
	}
	return record{[32]byte(b), b[32:]}, nil
}

func checkFormat(space *store.Space) error {
	v, found, err := space.Get([]byte{tagVersion})
	if err != nil {
		return fmt.Errorf("open signing history: %w", err)
	}
	if !found || bytes.Equal(v, []byte{1}) {
		if err := space.SetSync([]byte{tagVersion}, []byte{formatVersion}); err != nil {
			return fmt.Errorf("open signing history: %w", err)
		}
		return nil
	}
	if !bytes.Equal(v, []byte{formatVersion}) {
		return fmt.Errorf("open signing history: version %x (this release reads %d): %w", v, formatVersion, ErrHistory)
	}
	return nil
}

func (g *Guard) record(id streamID, position uint64) (record, bool, error) {
	b, found, err := g.space.Get(id.recordKey(position))
	if err != nil || !found {
		return record{}, false, err
	}
	rec, err := decodeRecord(b)
	return rec, true, err
}

func (g *Guard) payload(id streamID, position uint64) (string, error) {
	b, _, err := g.space.Get(id.payloadKey(position))
	return string(b), err
}

// loadMin is the first position of a stream that can be signed without a record.
func (g *Guard) loadMin(id streamID) (uint64, error) {
	floor, err := g.floor(id)
	if err != nil {
		return 0, err
	}
	key, _, found, err := g.space.Last(id.recordsKey())
	if err != nil || !found {
		return floor, err
	}
	_, rest, err := parseStream(key[1:])
	if err != nil {
		return 0, err
	}
	if len(rest) != 8 {
		return 0, fmt.Errorf("key 0x%x: %w", key, ErrHistory)
	}
	return max(floor, binary.BigEndian.Uint64(rest)+1), nil
}

func (g *Guard) floor(id streamID) (uint64, error) { return g.number(id.floorKey()) }

// settledAt is the restoration for which a stream was settled.
func (g *Guard) settledAt(id streamID) (uint64, error) { return g.number(id.settledKey()) }

// number reads a number; 0 when there is none.
func (g *Guard) number(key []byte) (uint64, error) {
	b, found, err := g.space.Get(key)
	if err != nil || !found {
		return 0, err
	}
	if len(b) != 8 {
		return 0, fmt.Errorf("number of %d bytes at 0x%x: %w", len(b), key, ErrHistory)
	}
	return binary.BigEndian.Uint64(b), nil
}

// id is the stream of a key that this guard holds.
func (g *Guard) id(kind Kind, domain string, scope [32]byte) (streamID, error) {
	public, held := g.public[kind]
	if !held {
		return streamID{}, fmt.Errorf("key %v: %w", kind, ErrNoKey)
	}
	return streamID{keyID{kind, public}, domain, scope}, Statement{Domain: domain}.check()
}

// Watermark is the first position that a stream can sign without a record; 0 for a stream with no history.
func (g *Guard) Watermark(ctx context.Context, s Stream) (uint64, error) {
	id, err := g.id(s.Key, s.Domain, s.Scope)
	if err != nil {
		return 0, fmt.Errorf("read signing watermark: %w", err)
	}
	g.history.RLock()
	defer g.history.RUnlock()
	st, err := g.enter(ctx, id)
	if err != nil {
		return 0, fmt.Errorf("read signing watermark: %w", err)
	}
	defer st.leave()
	return st.min, nil
}

// Raise makes position the first that a stream can sign without a record; it never lowers. A node that was restored
// from a backup raises each stream above everything that the network has seen from it.
func (g *Guard) Raise(ctx context.Context, kind Kind, domain string, scope [32]byte, position uint64) error {
	id, err := g.id(kind, domain, scope)
	if err != nil {
		return fmt.Errorf("raise signing floor: %w", err)
	}
	if position == math.MaxUint64 {
		return fmt.Errorf("raise signing floor to %d: %w", position, ErrStatement)
	}
	g.history.RLock()
	defer g.history.RUnlock()
	st, err := g.enter(ctx, id)
	if err != nil {
		return fmt.Errorf("raise signing floor: %w", err)
	}
	defer st.leave()
	if position <= st.min {
		return nil
	}
	if err := g.space.SetSync(id.floorKey(), store.Uint64Key(position)); err != nil {
		return fmt.Errorf("raise signing floor: %w", err)
	}
	st.min = position
	return nil
}

// Prune forgets the records of a stream below position: they can then no longer be signed again, identical or not.
// The highest record stays, because it carries the watermark.
func (g *Guard) Prune(ctx context.Context, kind Kind, domain string, scope [32]byte, position uint64) error {
	id, err := g.id(kind, domain, scope)
	if err != nil {
		return fmt.Errorf("prune signing history: %w", err)
	}
	g.history.RLock()
	defer g.history.RUnlock()
	st, err := g.enter(ctx, id)
	if err != nil {
		return fmt.Errorf("prune signing history: %w", err)
	}
	defer st.leave()
	if st.min == 0 {
		return nil
	}
	b, below := g.space.NewBatch(), min(position, st.min-1)
	b.DeleteRange(id.recordKey(0), id.recordKey(below))
	b.DeleteRange(id.payloadKey(0), id.payloadKey(below))
	if err := b.Commit(false); err != nil {
		return fmt.Errorf("prune signing history: %w", err)
	}
	return nil
}
