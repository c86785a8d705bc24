package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cockroachdb/pebble/v2"
)

// Space is a namespace: its keys are the caller's own, and no other space's keys are among them. A space that has
// sub-spaces should hold no keys itself, or only keys that cannot begin with a sub-space's name and a slash.
type Space struct {
	eng    *engine
	prefix []byte
}

// Sub is the namespace called name inside s. Names are constants of the program: an empty one or one with a slash
// panics.
func (s *Space) Sub(name string) *Space {
	if name == "" || strings.Contains(name, "/") {
		panic(fmt.Sprintf("store: bad namespace %q", name))
	}
	return &Space{eng: s.eng, prefix: slices.Concat(s.prefix, []byte(name), []byte{'/'})}
}

func (s *Space) key(k []byte) []byte { return slices.Concat(s.prefix, k) }

// Get reads a key. The value is the caller's.
func (s *Space) Get(key []byte) (value []byte, found bool, err error) {
	if err := s.eng.use(); err != nil {
		return nil, false, err
	}
	defer s.eng.calls.Done()
	v, closer, err := s.eng.db.Get(s.key(key))
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read store: %w", err)
	}
	value = append([]byte{}, v...)
	if err := closer.Close(); err != nil {
		return nil, false, fmt.Errorf("read store: %w", err)
	}
	return value, true, nil
}

// Has says whether a key is there.
func (s *Space) Has(key []byte) (bool, error) {
	_, found, err := s.Get(key)
	return found, err
}

// Set writes a key, without waiting for the disk.
func (s *Space) Set(key, value []byte) error { return s.set(key, value, pebble.NoSync) }

// SetSync writes a key and returns when it, and all that was written before it, is on disk.
func (s *Space) SetSync(key, value []byte) error { return s.set(key, value, pebble.Sync) }

func (s *Space) set(key, value []byte, how *pebble.WriteOptions) error {
	if err := s.eng.use(); err != nil {
		return err
	}
	defer s.eng.calls.Done()
	if err := s.eng.db.Set(s.key(key), value, how); err != nil {
		return fmt.Errorf("write store: %w", err)
	}
	return nil
}

// Delete removes a key, without waiting for the disk. A key that is not there is no error.
func (s *Space) Delete(key []byte) error {
	if err := s.eng.use(); err != nil {
		return err
	}
	defer s.eng.calls.Done()
	if err := s.eng.db.Delete(s.key(key), pebble.NoSync); err != nil {
		return fmt.Errorf("delete from store: %w", err)
	}
	return nil
}

// Iterate calls fn for each key that begins with prefix, ascending, from the key from on (nil: from the first). The
// slices are the caller's to keep. It ends at fn's first error and returns it, except that ErrStop is no error.
func (s *Space) Iterate(prefix, from []byte, fn func(key, value []byte) error) error {
	if err := s.eng.use(); err != nil {
		return err
	}
	defer s.eng.calls.Done()
	lower, upper := s.bounds(prefix)
	if start := s.key(from); bytes.Compare(start, lower) > 0 {
		lower = start
	}
	it, err := s.eng.db.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: upper})
	if err != nil {
		return fmt.Errorf("iterate store: %w", err)
	}
	for ok := it.First(); ok; ok = it.Next() {
		value, err := it.ValueAndErr()
		if err != nil {
			return errors.Join(fmt.Errorf("iterate store: %w", err), it.Close())
		}
		err = fn(bytes.Clone(it.Key()[len(s.prefix):]), append([]byte{}, value...))
		if errors.Is(err, ErrStop) {
			break
		}
		if err != nil {
			return errors.Join(err, it.Close())
		}
	}
	if err := it.Close(); err != nil {
		return fmt.Errorf("iterate store: %w", err)
	}
	return nil
}

// Last is the greatest key that begins with prefix.
func (s *Space) Last(prefix []byte) (key, value []byte, found bool, err error) {
	if err := s.eng.use(); err != nil {
		return nil, nil, false, err
	}
	defer s.eng.calls.Done()
	lower, upper := s.bounds(prefix)
	it, err := s.eng.db.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: upper})
	if err != nil {
		return nil, nil, false, fmt.Errorf("read store: %w", err)
	}
	if it.Last() {
		v, verr := it.ValueAndErr()
		key, value, found, err = bytes.Clone(it.Key()[len(s.prefix):]), append([]byte{}, v...), true, verr
	}
	if err := errors.Join(err, it.Close()); err != nil {
		return nil, nil, false, fmt.Errorf("read store: %w", err)
	}
	return key, value, found, nil
}

// bounds are the lowest key with the prefix and the lowest key above all of them (nil: there is none).
func (s *Space) bounds(prefix []byte) (lower, upper []byte) {
	lower = s.key(prefix)
	upper = bytes.Clone(lower)
	for i := len(upper) - 1; i >= 0; i-- {
		if upper[i] != 0xff {
			upper[i]++
			return lower, upper[:i+1]
		}
	}
	return lower, nil
}

// Batch is a set of writes that happen together or not at all. Discard it if it is not committed.
type Batch struct {
	space *Space
	state *batchState // shared by the views of one batch
}

type batchState struct {
	b   *pebble.Batch
	err error
}

// NewBatch starts a batch that writes to s.
func (s *Space) NewBatch() *Batch {
	if err := s.eng.use(); err != nil {
		return &Batch{s, &batchState{err: err}}
	}
	defer s.eng.calls.Done()
	return &Batch{s, &batchState{b: s.eng.db.NewBatch()}}
}

// In is the same batch writing to another space of the same DB.
func (b *Batch) In(space *Space) *Batch {
	if space.eng != b.space.eng {
		b.state.fail(errors.New("spaces of two stores in one batch"))
	}
	return &Batch{space, b.state}
}

// Set adds a write. Its error, if any, is Commit's.
func (b *Batch) Set(key, value []byte) {
	b.state.do(func(p *pebble.Batch) error { return p.Set(b.space.key(key), value, nil) })
}

// Delete adds the removal of a key.
func (b *Batch) Delete(key []byte) {
	b.state.do(func(p *pebble.Batch) error { return p.Delete(b.space.key(key), nil) })
}

// DeleteRange adds the removal of every key from from (inclusive) to to (exclusive).
func (b *Batch) DeleteRange(from, to []byte) {
	b.state.do(func(p *pebble.Batch) error { return p.DeleteRange(b.space.key(from), b.space.key(to), nil) })
}

// Len is how many operations the batch holds.
func (b *Batch) Len() int {
	if b.state.b == nil {
		return 0
	}
	return int(b.state.b.Count())
}

// Commit applies the batch, and with sync waits until it is on disk. The batch cannot be used afterwards.
func (b *Batch) Commit(sync bool) error {
	st := b.state
	defer b.Discard()
	if st.err != nil {
		return fmt.Errorf("commit store batch: %w", st.err)
	}
	if err := b.space.eng.use(); err != nil {
		return err
	}
	defer b.space.eng.calls.Done()
	how := pebble.NoSync
	if sync {
		how = pebble.Sync
	}
	if err := st.b.Commit(how); err != nil {
		return fmt.Errorf("commit store batch: %w", err)
	}
	return nil
}

// Discard gives up the batch. After Commit or a first Discard it does nothing.
func (b *Batch) Discard() {
	st := b.state
	if st.b != nil {
		_ = st.b.Close() // returns the buffer to its pool; it has no error to give
		st.b = nil
	}
	st.fail(errors.New("batch already committed or discarded"))
}

func (st *batchState) do(op func(*pebble.Batch) error) {
	if st.err == nil {
		st.fail(op(st.b))
	}
}

func (st *batchState) fail(err error) {
	if st.err == nil {
		st.err = err
	}
}
