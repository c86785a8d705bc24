package signer

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/store"
)

// The interchange document follows the idea of EIP-3076: what was signed, by which key, without the signatures, which
// can be made again. It covers every key and domain. Version 2 added payloads.
const (
	interchangeFormat  = "trident-signing-history"
	interchangeVersion = 2
)

// maxInterchange bounds a document: about a million records, some days of a busy operator.
const maxInterchange = 256 << 20

type interchange struct {
	Format  string              `json:"format"`
	Version int                 `json:"version"`
	Streams []interchangeStream `json:"streams"`
}

type interchangeStream struct {
	Key       string              `json:"key"` // "bls" or "consensus"
	PublicKey hexutil.Bytes       `json:"public_key"`
	Domain    string              `json:"domain"`
	Scope     hexutil.Bytes       `json:"scope"`
	Floor     uint64              `json:"floor,string"`
	Records   []interchangeRecord `json:"records"`
}

type interchangeRecord struct {
	Position uint64        `json:"position,string"`
	Digest   hexutil.Bytes `json:"digest"`
	Payload  hexutil.Bytes `json:"payload,omitempty"` // what the digest is the hash of, if that was given
}

func (r interchangeRecord) statement(id streamID) (Statement, error) {
	if len(r.Digest) != 32 {
		return Statement{}, fmt.Errorf("digest of %d bytes (want 32): %w", len(r.Digest), ErrHistory)
	}
	s := Statement{Domain: id.domain, Scope: id.scope, Position: r.Position, Digest: [32]byte(r.Digest), Payload: string(r.Payload)}
	if err := s.check(); err != nil {
		return Statement{}, fmt.Errorf("%w: %w", ErrHistory, err)
	}
	return s, nil
}

func (s interchangeStream) id() (streamID, error) {
	var id streamID
	switch s.Key {
	case KeyBLS.String():
		id.key.kind = KeyBLS
		if _, err := bls.PublicKeyFromBytes(s.PublicKey); err != nil {
			return id, fmt.Errorf("%w: %w", ErrHistory, err)
		}
	case KeyConsensus.String():
		id.key.kind = KeyConsensus
		if _, err := crypto.DecompressPubkey(s.PublicKey); err != nil {
			return id, fmt.Errorf("consensus public key: %w: %w", ErrHistory, err)
		}
	default:
		return id, fmt.Errorf("kind of key %q (want bls or consensus): %w", s.Key, ErrHistory)
	}
	id.key.public = string(s.PublicKey)
	if len(s.Scope) != 32 {
		return id, fmt.Errorf("scope of %d bytes (want 32): %w", len(s.Scope), ErrHistory)
	}
	id.domain, id.scope = s.Domain, [32]byte(s.Scope)
	if err := (Statement{Domain: s.Domain}).check(); err != nil {
		return id, fmt.Errorf("%w: %w", ErrHistory, err)
	}
	if s.Floor == math.MaxUint64 {
		return id, fmt.Errorf("floor %d: %w", s.Floor, ErrHistory)
	}
	return id, nil
}

// Export writes the whole history, of every key that ever signed here, as one JSON document. It waits for signatures
// in progress, and none is made until it is done.
func (g *Guard) Export(w io.Writer) error {
	doc, err := g.document()
	if err != nil {
		return fmt.Errorf("export signing history: %w", err)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("export signing history: %w", err)
	}
	return nil
}

func (g *Guard) document() (interchange, error) {
	g.history.Lock()
	defer g.history.Unlock()
	doc := interchange{Format: interchangeFormat, Version: interchangeVersion, Streams: []interchangeStream{}}
	places := map[string]int{}
	stream := func(key []byte) (streamID, *interchangeStream, []byte, error) {
		id, rest, err := parseStream(key[1:])
		if err != nil {
			return id, nil, nil, err
		}
		name := string(id.prefix())
		if _, ok := places[name]; !ok {
			places[name] = len(doc.Streams)
			doc.Streams = append(doc.Streams, interchangeStream{
				Key: id.key.kind.String(), PublicKey: []byte(id.key.public), Domain: id.domain,
				Scope: bytes.Clone(id.scope[:]), Records: []interchangeRecord{},
			})
		}
		return id, &doc.Streams[places[name]], rest, nil
	}
	records := func(key, value []byte) error {
		id, s, rest, err := stream(key)
		if err != nil {
			return err
		}
		rec, err := decodeRecord(value)
		if err != nil {
			return err
		}
		at, err := position(key, rest)
		if err != nil {
			return err
		}
		payload, err := g.payload(id, at)
		s.Records = append(s.Records, interchangeRecord{at, bytes.Clone(rec.digest[:]), []byte(payload)})
		return err
	}
	floors := func(key, value []byte) error {
		_, s, rest, err := stream(key)
		if err != nil {
			return err
		}
		if len(rest) != 0 || len(value) != 8 {
			return fmt.Errorf("key 0x%x: %w", key, ErrHistory)
		}
		s.Floor = binary.BigEndian.Uint64(value)
		return nil
	}
	if err := g.space.Iterate([]byte{tagRecord}, nil, records); err != nil {
		return doc, err
	}
	return doc, g.space.Iterate([]byte{tagFloor}, nil, floors)
}

// Import adds an exported history to this one, wholly or, on an error, not at all. A record that contradicts one of
// the history (or of the document itself) is an ErrConflict: a key with two such statements has no safe history.
//
// What was signed after the export is not in it, so the guard is restored from now on: see Restoration. The first guard
// must have stopped for good.
func (g *Guard) Import(r io.Reader, now time.Time) error {
	doc, err := readInterchange(r)
	if err != nil {
		return fmt.Errorf("import signing history: %w", err)
	}
	return g.merge(doc, now)
}

// Lost makes the guard restored without a history to import: the key has signed before, and what is not known.
func (g *Guard) Lost(now time.Time) error { return g.merge(interchange{}, now) }

func (g *Guard) merge(doc interchange, now time.Time) error {
	g.history.Lock()
	defer g.history.Unlock()
	b := g.space.NewBatch()
	defer b.Discard()
	for i, s := range doc.Streams {
		if err := g.importStream(b, s); err != nil {
			return fmt.Errorf("import signing history: stream %d: %w", i, err)
		}
	}
	if err := g.markRestored(b, doc, now); err != nil {
		return fmt.Errorf("import signing history: %w", err)
	}
	if err := b.Commit(true); err != nil {
		return fmt.Errorf("import signing history: %w", err)
	}
	g.forget()
	if err := g.loadRestored(); err != nil {
		return fmt.Errorf("import signing history: %w", err)
	}
	return nil
}

func (g *Guard) importStream(b *store.Batch, s interchangeStream) error {
	id, err := s.id()
	if err != nil {
		return err
	}
	for _, r := range s.Records {
		st, err := r.statement(id)
		if err != nil {
			return err
		}
		have, found, err := g.record(id, r.Position)
		if err != nil {
			return err
		}
		if found && have.digest != st.Digest {
			return &ConflictError{Statement: st, Signed: have.digest}
		}
		if !found {
			b.Set(id.recordKey(r.Position), record{digest: st.Digest}.encode())
		}
		if st.Payload != "" {
			b.Set(id.payloadKey(r.Position), []byte(st.Payload))
		}
	}
	floor, err := g.floor(id)
	if err != nil {
		return err
	}
	if s.Floor > floor {
		b.Set(id.floorKey(), store.Uint64Key(s.Floor))
	}
	return nil
}

// readInterchange reads a document, refuses what this release does not know, and merges streams that occur twice.
func readInterchange(r io.Reader) (interchange, error) {
	var doc interchange
	limited := &io.LimitedReader{R: r, N: maxInterchange + 1}
	dec := json.NewDecoder(limited)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&doc); err != nil {
		if limited.N <= 0 {
			return doc, fmt.Errorf("document above %d bytes: %w", maxInterchange, ErrHistory)
		}
		return doc, fmt.Errorf("%w: %w", ErrHistory, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return doc, fmt.Errorf("data after the document: %w", ErrHistory)
	}
	if doc.Format != interchangeFormat || doc.Version < 1 || doc.Version > interchangeVersion {
		return doc, fmt.Errorf("document %q version %d (want %q version 1 to %d): %w",
			doc.Format, doc.Version, interchangeFormat, interchangeVersion, ErrHistory)
	}
	seen := map[string][]byte{}
	floors := map[string]uint64{}
	for i := range doc.Streams {
		s := &doc.Streams[i]
		id, err := s.id()
		if err != nil {
			return doc, fmt.Errorf("stream %d: %w", i, err)
		}
		name := string(id.prefix())
		s.Floor = max(s.Floor, floors[name])
		floors[name] = s.Floor
		for _, r := range s.Records {
			key := string(id.recordKey(r.Position))
			if have, ok := seen[key]; ok && !slices.Equal(have, []byte(r.Digest)) {
				return doc, fmt.Errorf("stream %d holds two digests for position %d: %w", i, r.Position, ErrConflict)
			}
			seen[key] = r.Digest
		}
	}
	return doc, nil
}
