package signer

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"time"

	"github.com/trident-network/trident/internal/store"
)

// Stream names one stream of one of the guard's keys.
type Stream struct {
	Key    Kind
	Domain string
	Scope  [32]byte
}

func (s Stream) String() string { return fmt.Sprintf("%v %s 0x%x", s.Key, s.Domain, s.Scope) }

// Restoration is the state of a guard whose history came from a backup. What the operator signed between the backup and
// the import is not in the history, so whoever knows the network settles one stream after the other above it:
//
//	import ─▶ every stream waits ─▶ Settle(stream, floor), as soon as the floor is known ─▶ the stream signs
//	          no stream waits that has a history ─▶ Resume ─▶ streams that are new sign too
//
// What the history has on record is signed again all the while: it was signed before the backup.
type Restoration struct {
	At      time.Time // of the import; zero when the guard is not restored
	Waiting []Stream  // streams with a history that are not settled
}

// Active reports whether the guard waits for anything.
func (r Restoration) Active() bool { return !r.At.IsZero() }

func restoredKey(key keyID) []byte {
	return append([]byte{tagRestored, byte(key.kind)}, key.public...)
}

// held are the keys of this guard.
func (g *Guard) held() []keyID {
	var out []keyID
	for kind, public := range g.public {
		out = append(out, keyID{kind, public})
	}
	return out
}

// loadRestored reads the mark of a restoration. An import marks all keys that it concerns, each until it is resumed.
func (g *Guard) loadRestored() error {
	g.restored = 0
	for _, key := range g.held() {
		at, err := g.number(restoredKey(key))
		if err != nil {
			return err
		}
		g.restored = max(g.restored, at)
	}
	return nil
}

// markRestored adds to an import that it is one, for the keys of this guard and those of the document.
func (g *Guard) markRestored(b *store.Batch, doc interchange, at time.Time) error {
	marked := g.held()
	for _, s := range doc.Streams {
		id, err := s.id()
		if err != nil {
			return err
		}
		marked = append(marked, id.key)
	}
	now := max(uint64(at.UnixMilli()), g.restored+1) // no two have one name
	for _, key := range marked {
		b.Set(restoredKey(key), store.Uint64Key(now))
	}
	return nil
}

// Restored tells whether the history came from a backup, and which of its streams wait.
func (g *Guard) Restored(context.Context) (Restoration, error) {
	g.history.RLock()
	defer g.history.RUnlock()
	if g.restored == 0 {
		return Restoration{}, nil
	}
	waiting, err := g.waiting()
	if err != nil {
		return Restoration{}, fmt.Errorf("read restoration: %w", err)
	}
	return Restoration{At: time.UnixMilli(int64(g.restored)), Waiting: waiting}, nil
}

// waiting are the streams of this guard's keys that have a history and are not settled.
func (g *Guard) waiting() ([]Stream, error) {
	var out []Stream
	seen := map[string]bool{}
	look := func(key, _ []byte) error {
		id, _, err := parseStream(key[1:])
		if err != nil {
			return err
		}
		name := string(id.prefix())
		if seen[name] || g.public[id.key.kind] != id.key.public {
			return nil
		}
		seen[name] = true
		settled, err := g.settledAt(id)
		if err == nil && settled != g.restored {
			out = append(out, Stream{id.key.kind, id.domain, id.scope})
		}
		return err
	}
	for _, tag := range []byte{tagRecord, tagFloor} {
		if err := g.space.Iterate([]byte{tag}, nil, look); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Settle raises a stream to floor and lets it sign from there on, after the restoration of that time. The caller vouches
// that the network has seen nothing from this operator at or above floor. A history that was restored again meanwhile is
// ErrRestored; one that is not restored is left as it is.
func (g *Guard) Settle(ctx context.Context, at time.Time, s Stream, floor uint64) error {
	id, err := g.id(s.Key, s.Domain, s.Scope)
	if err != nil {
		return fmt.Errorf("settle %v: %w", s, err)
	}
	if floor == math.MaxUint64 {
		return fmt.Errorf("settle %v at %d: %w", s, floor, ErrStatement)
	}
	g.history.RLock()
	defer g.history.RUnlock()
	if err := g.ofRestoration(at); err != nil || g.restored == 0 {
		return err
	}
	st, err := g.enter(ctx, id)
	if err != nil {
		return fmt.Errorf("settle %v: %w", s, err)
	}
	defer st.leave()
	b := g.space.NewBatch()
	b.Set(id.floorKey(), store.Uint64Key(max(floor, st.min)))
	b.Set(id.settledKey(), store.Uint64Key(g.restored))
	if err := b.Commit(true); err != nil {
		return fmt.Errorf("settle %v: %w", s, err)
	}
	st.min, st.settled = max(floor, st.min), g.restored
	return nil
}

// Resume ends the restoration of that time: streams without a history sign from now on. It is ErrRestored while a stream
// with a history waits. The caller vouches that every stream in which this operator may have signed is settled.
func (g *Guard) Resume(_ context.Context, at time.Time) error {
	g.history.Lock()
	defer g.history.Unlock()
	if err := g.ofRestoration(at); err != nil || g.restored == 0 {
		return err
	}
	waiting, err := g.waiting()
	if err != nil {
		return fmt.Errorf("end restoration: %w", err)
	}
	if len(waiting) > 0 {
		return fmt.Errorf("end restoration: %d streams wait, the first is %v: %w", len(waiting), waiting[0], ErrRestored)
	}
	b := g.space.NewBatch()
	for _, key := range g.held() {
		b.Delete(restoredKey(key))
		prefix := append([]byte{tagSettled, byte(key.kind)}, key.public...)
		b.DeleteRange(prefix, append(prefix, 0xff)) // a domain's length, which follows, is less
	}
	if err := b.Commit(true); err != nil {
		return fmt.Errorf("end restoration: %w", err)
	}
	g.restored = 0
	return nil
}

// ofRestoration refuses what was meant for another restoration than this one.
func (g *Guard) ofRestoration(at time.Time) error {
	if g.restored != 0 && at.UnixMilli() != int64(g.restored) {
		return fmt.Errorf("restoration of %s, not of %s: %w", time.UnixMilli(int64(g.restored)).UTC(), at.UTC(), ErrRestored)
	}
	return nil
}

// forget drops what is known in memory of the streams: it is read again on next use.
func (g *Guard) forget() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.streams = map[string]*stream{}
}

// position reads the position that ends a record's key.
func position(key, rest []byte) (uint64, error) {
	if len(rest) != 8 {
		return 0, fmt.Errorf("key 0x%x: %w", key, ErrHistory)
	}
	return binary.BigEndian.Uint64(rest), nil
}

// StreamStatus tells where a stream stands.
type StreamStatus struct {
	Stream
	Next    uint64 // the first position that can be signed without a record
	Records int
	Waits   bool // for Settle
}

// Streams tells where each stream of this guard's keys stands, in the order of the store.
func (g *Guard) Streams(context.Context) ([]StreamStatus, error) {
	g.history.RLock()
	defer g.history.RUnlock()
	var out []StreamStatus
	places := map[string]int{}
	look := func(key, _ []byte) error {
		id, rest, err := parseStream(key[1:])
		if err != nil || g.public[id.key.kind] != id.key.public {
			return err
		}
		name := string(id.prefix())
		if _, ok := places[name]; !ok {
			settled, err := g.settledAt(id)
			if err != nil {
				return err
			}
			places[name] = len(out)
			out = append(out, StreamStatus{Stream: Stream{id.key.kind, id.domain, id.scope}, Waits: settled != g.restored})
		}
		s := &out[places[name]]
		if key[0] == tagRecord {
			s.Records++
			at, err := position(key, rest)
			s.Next = at + 1
			return err
		}
		floor, err := g.floor(id)
		s.Next = max(s.Next, floor)
		return err
	}
	for _, tag := range []byte{tagRecord, tagFloor} {
		if err := g.space.Iterate([]byte{tag}, nil, look); err != nil {
			return nil, fmt.Errorf("read signing history: %w", err)
		}
	}
	return out, nil
}
