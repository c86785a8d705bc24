package consensus

import (
	"errors"
	"fmt"
	"sync"

	dbm "github.com/cometbft/cometbft-db"
	cfg "github.com/cometbft/cometbft/config"
	"github.com/syndtr/goleveldb/leveldb/opt"
)

// Sizes of CometBFT's databases: it reads little but the newest blocks.
const (
	blockCache  = 2 << 20
	writeBuffer = 2 << 20
)

// databases opens CometBFT's databases and closes them later than CometBFT asks: its gossip routines still read when
// its Stop returns, and would panic on a closed database and take the process with them. What they read after Close is
// nothing; what they would write is refused.
type databases struct {
	dir  string
	mu   sync.Mutex
	open []*lateDB
}

func (d *databases) provide(c *cfg.DBContext) (dbm.DB, error) {
	db, err := dbm.NewGoLevelDBWithOpts(c.ID, d.dir, &opt.Options{BlockCacheCapacity: blockCache, WriteBuffer: writeBuffer})
	if err != nil {
		return nil, fmt.Errorf("open database %s in %s: %w", c.ID, d.dir, err)
	}
	late := &lateDB{db: db}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open = append(d.open, late)
	return late, nil
}

// close closes all databases for good.
func (d *databases) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	var err error
	for _, db := range d.open {
		err = errors.Join(err, db.closeNow())
	}
	d.open = nil
	return err
}

var errClosed = errors.New("database is closed")

// lateDB is a database whose Close does nothing; closeNow waits for calls that are under way.
type lateDB struct {
	mu     sync.RWMutex
	closed bool
	db     dbm.DB
}

func (l *lateDB) closeNow() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil
	}
	l.closed = true
	return l.db.Close()
}

func (l *lateDB) write(fn func() error) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return errClosed
	}
	return fn()
}

func (l *lateDB) Get(key []byte) (value []byte, err error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return nil, nil
	}
	return l.db.Get(key)
}

func (l *lateDB) Has(key []byte) (bool, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return false, nil
	}
	return l.db.Has(key)
}

func (l *lateDB) Set(key, value []byte) error {
	return l.write(func() error { return l.db.Set(key, value) })
}

func (l *lateDB) SetSync(key, value []byte) error {
	return l.write(func() error { return l.db.SetSync(key, value) })
}

func (l *lateDB) Delete(key []byte) error {
	return l.write(func() error { return l.db.Delete(key) })
}

func (l *lateDB) DeleteSync(key []byte) error {
	return l.write(func() error { return l.db.DeleteSync(key) })
}

func (l *lateDB) Iterator(start, end []byte) (dbm.Iterator, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return nil, errClosed
	}
	return l.db.Iterator(start, end)
}

func (l *lateDB) ReverseIterator(start, end []byte) (dbm.Iterator, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.closed {
		return nil, errClosed
	}
	return l.db.ReverseIterator(start, end)
}

func (l *lateDB) Close() error { return nil }

func (l *lateDB) NewBatch() dbm.Batch { return &lateBatch{l.db.NewBatch(), l} }

func (l *lateDB) Print() error { return l.db.Print() }

func (l *lateDB) Stats() map[string]string { return l.db.Stats() }

func (l *lateDB) Compact(start, end []byte) error {
	return l.write(func() error { return l.db.Compact(start, end) })
}

type lateBatch struct {
	dbm.Batch
	db *lateDB
}

func (b *lateBatch) Write() error     { return b.db.write(b.Batch.Write) }
func (b *lateBatch) WriteSync() error { return b.db.write(b.Batch.WriteSync) }
