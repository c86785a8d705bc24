package l1

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
)

// Defaults of a WatcherConfig.
const (
	DefaultPoll     = time.Second
	DefaultMaxRange = 1000 // public endpoints refuse longer ones
)

// Block names an L1 block.
type Block struct {
	Number uint64      `json:"number"`
	Hash   common.Hash `json:"hash"`
	Time   uint64      `json:"time"`
}

// Handler takes the events of the blocks after the last call, up to and including a finalised block. Whatever it must
// remember goes into batch, which is committed together with the cursor. When the commit fails, the same events come
// again, so what it keeps in memory must bear that. Its error is fatal to Run unless it is ErrUnreachable.
type Handler func(ctx context.Context, upTo Block, logs []types.Log, batch *store.Batch) error

// WatcherConfig says what to watch.
type WatcherConfig struct {
	Client    *Client
	DB        *store.Space
	Name      string // of the cursor in DB
	Addresses []common.Address
	From      uint64        // first block of interest, when there is no cursor yet
	Poll      time.Duration // between looks at the finalised head; DefaultPoll
	MaxRange  uint64        // most blocks in one query and in one call of the handler; DefaultMaxRange
	Clock     clock.Clock
	Log       *slog.Logger
}

// Watcher delivers finalised events in order, each exactly once across restarts.
type Watcher struct {
	cfg WatcherConfig

	mu    sync.Mutex // one Step at a time
	width uint64     // blocks that the L1 is asked for at once
}

// NewWatcher returns a watcher; Run starts it.
func NewWatcher(cfg WatcherConfig) *Watcher {
	if cfg.Poll <= 0 {
		cfg.Poll = DefaultPoll
	}
	if cfg.MaxRange == 0 {
		cfg.MaxRange = DefaultMaxRange
	}
	return &Watcher{cfg: cfg, width: cfg.MaxRange}
}

// Run delivers events to the handler until ctx ends. It rides out an L1 that is away, and returns an error that the
// caller must treat as fatal when the handler or the store fails or a finalised block is gone.
func (w *Watcher) Run(ctx context.Context, handle Handler) error {
	var silent bool
	for {
		err := w.Step(ctx, handle)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, ErrUnreachable):
			if !silent {
				w.cfg.Log.Warn("l1 does not answer, asking on", "url", w.cfg.Client.URL(), "err", err)
			}
			silent = true
		case err != nil:
			return err
		case silent:
			w.cfg.Log.Info("l1 answers again", "url", w.cfg.Client.URL())
			silent = false
		}
		if err := clock.Sleep(ctx, w.cfg.Clock, w.cfg.Poll); err != nil {
			return err
		}
	}
}

// Step delivers everything up to the finalised head of now.
func (w *Watcher) Step(ctx context.Context, handle Handler) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	head, err := w.cfg.Client.Finalized(ctx)
	if err != nil {
		return err
	}
	cursor, ok, err := w.Cursor()
	if err != nil {
		return err
	}
	from := w.cfg.From
	if ok {
		if err := w.checkCursor(ctx, cursor, head); err != nil {
			return err
		}
		from = cursor.Number + 1
	}
	for from <= head.Number.Uint64() {
		if from, err = w.deliver(ctx, from, head, handle); err != nil {
			return err
		}
	}
	return nil
}

// checkCursor makes sure that the chain still has the block up to which events were delivered.
func (w *Watcher) checkCursor(ctx context.Context, cursor Block, head *types.Header) error {
	var err error
	switch finalised := head.Number.Uint64(); {
	case finalised < cursor.Number:
		return w.checkBehind(ctx, cursor, finalised)
	case finalised > cursor.Number:
		if head, err = w.cfg.Client.headerAt(ctx, cursor.Number); err != nil {
			return err
		}
	}
	if head.Hash() != cursor.Hash {
		return broken(cursor.Number, cursor.Hash, head.Hash())
	}
	return nil
}

// checkBehind tells a node that is still syncing, for which there is nothing to do but wait, from the node of another
// chain with the same chain id, which would be waited for in vain.
func (w *Watcher) checkBehind(ctx context.Context, cursor Block, finalised uint64) error {
	known, ok, err := w.cfg.DB.Get(w.genesisKey())
	if err != nil {
		return err
	}
	genesis, err := w.cfg.Client.headerAt(ctx, 0)
	if err != nil {
		return err
	}
	if hash := genesis.Hash(); ok && !bytes.Equal(known, hash[:]) {
		return broken(0, common.Hash(known), hash)
	}
	return fmt.Errorf("%w: finalised head %d is behind block %d that was read before", ErrUnreachable, finalised, cursor.Number)
}

func broken(number uint64, was, is common.Hash) error {
	return fmt.Errorf("%w: block %d was %s and is %s; nothing read from this L1 can be relied on, ask in the operators' channel before you go on",
		ErrFinalityBroken, number, was, is)
}

// deliver hands on one range of blocks that begins with from, and returns where the next begins.
func (w *Watcher) deliver(ctx context.Context, from uint64, head *types.Header, handle Handler) (next uint64, err error) {
	to := head.Number.Uint64()
	var logs []types.Log
	for {
		to = min(to, from+w.width-1)
		logs, err = w.cfg.Client.FilterLogs(ctx, ethereum.FilterQuery{FromBlock: new(big.Int).SetUint64(from),
			ToBlock: new(big.Int).SetUint64(to), Addresses: w.cfg.Addresses})
		if err == nil {
			break
		}
		if !answered(err) || to == from {
			return from, fmt.Errorf("%w: read l1 events of blocks %d to %d: %w", ErrUnreachable, from, to, err)
		}
		w.width = (to - from + 1) / 2 // endpoints bound ranges and answers, each in its own way: ask for less
	}
	last := head
	if to < head.Number.Uint64() {
		if last, err = w.cfg.Client.headerAt(ctx, to); err != nil {
			return from, err
		}
	}
	upTo := Block{Number: to, Hash: last.Hash(), Time: last.Time}
	if err := checkLogs(logs, from, upTo); err != nil {
		return from, err
	}
	if err := w.commit(ctx, upTo, logs, handle); err != nil {
		return from, fmt.Errorf("handle l1 events of blocks %d to %d: %w", from, to, err)
	}
	w.width = min(2*w.width, w.cfg.MaxRange)
	return to + 1, nil
}

// checkLogs refuses an answer that cannot be the events of the range in order: the endpoint is asked again later.
func checkLogs(logs []types.Log, from uint64, upTo Block) error {
	for i, log := range logs {
		switch {
		case log.BlockNumber < from || log.BlockNumber > upTo.Number || log.Removed:
			return fmt.Errorf("%w: it gave an event of block %d for blocks %d to %d", ErrUnreachable, log.BlockNumber, from, upTo.Number)
		case log.BlockNumber == upTo.Number && log.BlockHash != upTo.Hash:
			return fmt.Errorf("%w: it gave an event of block %s, finalised is %s", ErrUnreachable, log.BlockHash, upTo.Hash)
		case i > 0 && (logs[i-1].BlockNumber > log.BlockNumber || logs[i-1].BlockNumber == log.BlockNumber && logs[i-1].Index >= log.Index):
			return fmt.Errorf("%w: it gave the events of blocks %d to %d out of order", ErrUnreachable, from, upTo.Number)
		}
	}
	return nil
}

// commit calls the handler and keeps what it writes together with the cursor.
func (w *Watcher) commit(ctx context.Context, upTo Block, logs []types.Log, handle Handler) error {
	batch := w.cfg.DB.NewBatch()
	defer batch.Discard()
	known, err := w.cfg.DB.Has(w.genesisKey())
	if err != nil {
		return err
	}
	if !known {
		genesis, err := w.cfg.Client.HashAt(ctx, 0)
		if err != nil {
			return err
		}
		batch.Set(w.genesisKey(), genesis[:])
	}
	if err := handle(ctx, upTo, logs, batch); err != nil {
		return err
	}
	data, err := json.Marshal(upTo)
	if err != nil {
		return err
	}
	batch.Set(w.cursorKey(), data)
	return batch.Commit(true)
}

func (w *Watcher) cursorKey() []byte  { return []byte("cursor/" + w.cfg.Name) }
func (w *Watcher) genesisKey() []byte { return []byte("genesis/" + w.cfg.Name) }

// Cursor is the block up to which events were delivered; false before the first.
func (w *Watcher) Cursor() (Block, bool, error) {
	data, ok, err := w.cfg.DB.Get(w.cursorKey())
	if err != nil || !ok {
		return Block{}, false, err
	}
	var b Block
	if err := json.Unmarshal(data, &b); err != nil {
		return Block{}, false, fmt.Errorf("read l1 cursor: %w", err)
	}
	return b, true, nil
}
