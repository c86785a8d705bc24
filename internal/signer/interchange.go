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

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/store"
)

// The interchange document follows the idea of EIP-3076: what was signed, by which key, without the signatures, which
// can be made again.
const (
	interchangeFormat  = "trident-signing-history"
	interchangeVersion = 1
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
	g.history.Lock()
	defer g.history.Unlock()
	doc := interchange{Format: interchangeFormat, Version: interchangeVersion, Streams: []interchangeStream{}}
	places := map[string]int{}
	stream := func(key []byte) (*interchangeStream, []byte, error) {
		id, rest, err := parseStream(key[1:])
		if err != nil {
			return nil, nil, err
		}
		name := string(id.prefix())
		if _, ok := places[name]; !ok {
			places[name] = len(doc.Streams)
			doc.Streams = append(doc.Streams, interchangeStream{
				Key: id.key.kind.String(), PublicKey: []byte(id.key.public), Domain: id.domain,
				Scope: bytes.Clone(id.scope[:]), Records: []interchangeRecord{},
			})
		}
		return &doc.Streams[places[name]], rest, nil
	}
	records := func(key, value []byte) error {
		s, rest, err := stream(key)
		if err != nil {
			return err
		}
		rec, err := decodeRecord(value)
		if err != nil {
			return err
		}
		if len(rest) != 8 {
			return fmt.Errorf("key 0x%x: %w", key, ErrHistory)
		}
		s.Records = append(s.Records, interchangeRecord{binary.BigEndian.Uint64(rest), bytes.Clone(rec.digest[:])})
		return nil
	}
	floors := func(key, value []byte) error {
		s, rest, err := stream(key)
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
		return fmt.Errorf("export signing history: %w", err)
	}
	if err := g.space.Iterate([]byte{tagFloor}, nil, floors); err != nil {
		return fmt.Errorf("export signing history: %w", err)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("export signing history: %w", err)
	}
	return nil
}

// Import adds an exported history to this one, wholly or, on an error, not at all. A record that contradicts one of
// the history (or of the document itself) is an ErrConflict: a key with two such statements has no safe history.
func (g *Guard) Import(r io.Reader) error {
	doc, err := readInterchange(r)
	if err != nil {
		return fmt.Errorf("import signing history: %w", err)
	}
	g.history.Lock()
	defer g.history.Unlock()
	b := g.space.NewBatch()
	defer b.Discard()
	for i, s := range doc.Streams {
		if err := g.importStream(b, s); err != nil {
			return fmt.Errorf("import signing history: stream %d: %w", i, err)
		}
	}
	if err := b.Commit(true); err != nil {
		return fmt.Errorf("import signing history: %w", err)
	}
	// The watermarks are read again on next use.
	g.mu.Lock()
	defer g.mu.Unlock()
	g.streams = map[string]*stream{}
	return nil
}

func (g *Guard) importStream(b *store.Batch, s interchangeStream) error {
	id, err := s.id()
	if err != nil {
		return err
	}
	for _, r := range s.Records {
		st := Statement{Domain: id.domain, Scope: id.scope, Position: r.Position}
		if len(r.Digest) != 32 {
			return fmt.Errorf("digest of %d bytes (want 32): %w", len(r.Digest), ErrHistory)
		}
		st.Digest = [32]byte(r.Digest)
		if err := st.check(); err != nil {
			return fmt.Errorf("%w: %w", ErrHistory, err)
		}
		have, found, err := g.record(id, r.Position)
		if err != nil {
			return err
		}
		if found && have.digest != st.Digest {
			return &ConflictError{st, have.digest}
		}
		if !found {
			b.Set(id.recordKey(r.Position), record{digest: st.Digest}.encode())
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
	if doc.Format != interchangeFormat || doc.Version != interchangeVersion {
		return doc, fmt.Errorf("document %q version %d (want %q version %d): %w",
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
