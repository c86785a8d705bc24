// Package store is the node's key-value store: Pebble, set up small, behind the few operations that the node needs.
// A DB owns the directory; a Space is a namespace of it, and what most packages are given.
//
// # Durability
//
// Batch.Commit(true) and SetSync return after fsync. Set, Delete and Commit(false) return earlier: a crash may lose
// them, but only newest first; what was written before a synced write is on disk with it. A batch is all or nothing.
//
// # Concurrency
//
// DB and Space may be used from any goroutine, a Batch from one at a time. Concurrent synced commits share an fsync.
// Close waits for the calls in progress; later calls return ErrClosed. A function that Iterate calls may use the
// store, and sees its own writes only in a later Iterate: iteration runs over a snapshot.
//
// # Failure
//
// Opening names the directory and the remedy: ErrInUse when another process holds it, ErrCorrupt when its contents
// cannot be trusted. When the disk refuses a write to the log, nothing that follows can be trusted to be durable: the
// engine's fatal error is logged and the process exits, to recover from the log at the next start.
package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// What a caller can act on.
var (
	// ErrInUse is a directory that another process (or another DB of this one) has open.
	ErrInUse = errors.New("data directory in use")
	// ErrCorrupt is a directory whose contents fail their checksums or miss files.
	ErrCorrupt = errors.New("data directory corrupt")
	// ErrClosed is a call after Close.
	ErrClosed = errors.New("store closed")
	// ErrStop ends an Iterate early, without an error.
	ErrStop = errors.New("stop iteration")
)

// An operator holds headers, certificates and signatures, all small and mostly read soon after they were written, so
// small buffers cost nothing and keep a node within its memory.
const (
	defaultCache = 8 << 20
	memTableSize = 4 << 20
	maxOpenFiles = 256
)

// DB is an open directory. It is also the Space of all its keys.
type DB struct {
	*Space
	eng  *engine
	lock *pebble.Lock
}

// engine is what all spaces of a DB share.
type engine struct {
	db *pebble.DB

	mu     sync.Mutex
	closed bool
	calls  sync.WaitGroup
}

// use registers a call, so that Close waits for it. The caller must call calls.Done when it returned nil.
func (e *engine) use() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return ErrClosed
	}
	e.calls.Add(1)
	return nil
}

type options struct {
	log   *slog.Logger
	fs    vfs.FS
	cache int64
}

// Option changes how a DB is opened.
type Option func(*options)

// WithLogger sends the engine's own messages to log: its chatter at debug level, its errors at error level.
func WithLogger(log *slog.Logger) Option { return func(o *options) { o.log = log } }

// WithFS keeps the files on fs instead of the operating system's: tests use it to crash a store.
func WithFS(fs vfs.FS) Option { return func(o *options) { o.fs = fs } }

// WithCache sets the size of the block cache in bytes (8 MiB when not given).
func WithCache(bytes int64) Option { return func(o *options) { o.cache = bytes } }

// Open opens or creates the store at path. One process holds it at a time.
func Open(path string, opts ...Option) (*DB, error) {
	o := options{log: slog.New(slog.DiscardHandler), fs: vfs.Default, cache: defaultCache}
	for _, opt := range opts {
		opt(&o)
	}
	if err := o.fs.MkdirAll(path, 0o700); err != nil {
		return nil, fmt.Errorf("open store: create directory %s: %w", path, err)
	}
	lock, err := pebble.LockDirectory(path, o.fs)
	if err != nil {
		return nil, lockError(path, err)
	}
	cache := pebble.NewCache(o.cache)
	defer cache.Unref() // the database keeps a reference of its own
	db, err := pebble.Open(path, &pebble.Options{
		Cache:              cache,
		FS:                 o.fs,
		FormatMajorVersion: pebble.FormatWALSyncChunks,
		Lock:               lock,
		Logger:             logger{o.log},
		MaxOpenFiles:       maxOpenFiles,
		MemTableSize:       memTableSize,
	})
	if err != nil {
		return nil, errors.Join(openError(path, err), lock.Close())
	}
	eng := &engine{db: db}
	return &DB{Space: &Space{eng: eng}, eng: eng, lock: lock}, nil
}

// Memory opens a store that lives in memory and passes the same conformance tests as the one on disk.
func Memory(opts ...Option) (*DB, error) {
	return Open("memory", append([]Option{WithFS(vfs.NewMem())}, opts...)...)
}

// Close waits for the calls in progress, flushes and releases the directory. A second call does nothing.
func (d *DB) Close() error {
	d.eng.mu.Lock()
	if d.eng.closed {
		d.eng.mu.Unlock()
		return nil
	}
	d.eng.closed = true
	d.eng.mu.Unlock()
	d.eng.calls.Wait()
	if err := errors.Join(d.eng.db.Close(), d.lock.Close()); err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}

func lockError(path string, err error) error {
	var file *fs.PathError
	if errors.As(err, &file) {
		return fmt.Errorf("open store: lock data directory %s: %w", path, err)
	}
	return &remedy{ErrInUse, fmt.Sprintf(
		"data directory %s is in use by another trident process: stop it or choose another --home", shown(path))}
}

func openError(path string, err error) error {
	if pebble.IsCorruptionError(err) || errors.Is(err, os.ErrNotExist) {
		return &remedy{ErrCorrupt, fmt.Sprintf(
			"data directory %s is corrupt (%v): restore it from a backup", shown(path), err)}
	}
	return fmt.Errorf("open store %s: %w", path, err)
}

// shown is path as an operator can use it from anywhere.
func shown(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// remedy is a sentinel that prints as one line for the operator.
type remedy struct {
	sentinel error
	line     string
}

func (r *remedy) Error() string { return r.line }
func (r *remedy) Unwrap() error { return r.sentinel }

// Uint64Key is n as eight bytes whose order is that of the numbers.
func Uint64Key(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// logger bridges the engine's log to slog.
type logger struct{ log *slog.Logger }

func (l logger) Infof(format string, args ...any) {
	l.log.Debug("store engine", "message", fmt.Sprintf(format, args...))
}

func (l logger) Errorf(format string, args ...any) {
	l.log.Error("store engine", "message", fmt.Sprintf(format, args...))
}

// Fatalf must not return: the engine calls it when its log can no longer be written.
func (l logger) Fatalf(format string, args ...any) {
	l.log.Error("store engine stopped: check the disk, then start again", "message", fmt.Sprintf(format, args...))
	os.Exit(1)
}
