package l1

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
)

// maxRange bounds one eth_getLogs query, blocks; public endpoints refuse long ranges.
const maxRange = 1000

// Block names an L1 block.
type Block struct {
	Number uint64      `json:"number"`
	Hash   common.Hash `json:"hash"`
	Time   uint64      `json:"time"`
}

// Handler takes the events of the blocks after the last call, up to and including a finalised block. Whatever it must
// remember goes into batch, which is committed together with the cursor.
type Handler func(ctx context.Context, upTo Block, logs []types.Log, batch *store.Batch) error

// WatcherConfig says what to watch.
type WatcherConfig struct {
	Client    *Client
	DB        *store.Space
	Name      string // of the cursor in DB
	Addresses []common.Address
	From      uint64        // first block of interest, when there is no cursor yet
	Poll      time.Duration // between looks at the finalised head
	Clock     clock.Clock
	Log       *slog.Logger
}

// Watcher delivers finalised events in order, each exactly once across restarts.
type Watcher struct{ cfg WatcherConfig }

// NewWatcher returns a watcher; Run starts it.
func NewWatcher(cfg WatcherConfig) *Watcher { return &Watcher{cfg} }

// Run delivers events to the handler until ctx ends. It rides out an L1 that is away, and returns an error that the
// caller must treat as fatal when the handler fails or a finalised block is gone.
func (w *Watcher) Run(ctx context.Context, handle Handler) error {
	for {
		err := w.Step(ctx, handle)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, ErrUnreachable):
			w.cfg.Log.Warn("l1 does not answer, will ask again", "url", w.cfg.Client.URL(), "err", err)
		case err != nil:
			return err
		}
		if err := clock.Sleep(ctx, w.cfg.Clock, w.cfg.Poll); err != nil {
			return err
		}
	}
}

// Step delivers everything up to the finalised head of now.
func (w *Watcher) Step(ctx context.Context, handle Handler) error {
	head, err := w.cfg.Client.Finalized(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	cursor, ok, err := w.Cursor()
	if err != nil {
		return err
	}
	from := w.cfg.From
	if ok {
		if err := w.checkCursor(ctx, cursor, head.Number.Uint64()); err != nil {
			return err
		}
		from = cursor.Number + 1
	}
	for from <= head.Number.Uint64() {
		to := min(from+maxRange-1, head.Number.Uint64())
		if err := w.deliver(ctx, from, to, handle); err != nil {
			return err
		}
		from = to + 1
	}
	return nil
}

// checkCursor makes sure that the chain still has the block up to which events were delivered.
func (w *Watcher) checkCursor(ctx context.Context, cursor Block, finalized uint64) error {
	if finalized < cursor.Number {
		// A node that is still syncing, or another one behind the same URL. Nothing new to tell: wait for it.
		return fmt.Errorf("%w: finalised head %d is behind block %d that was read before", ErrUnreachable, finalized, cursor.Number)
	}
	h, err := w.cfg.Client.HeaderByNumber(ctx, new(big.Int).SetUint64(cursor.Number))
	if err != nil {
		return fmt.Errorf("%w: read l1 block %d: %w", ErrUnreachable, cursor.Number, err)
	}
	if h.Hash() != cursor.Hash {
		return fmt.Errorf("%w: block %d was %s and is %s; nothing read from this L1 can be relied on, ask in the operators' channel before you go on",
			ErrFinalityBroken, cursor.Number, cursor.Hash, h.Hash())
	}
	return nil
}

func (w *Watcher) deliver(ctx context.Context, from, to uint64, handle Handler) error {
	h, err := w.cfg.Client.HeaderByNumber(ctx, new(big.Int).SetUint64(to))
	if err != nil {
		return fmt.Errorf("%w: read l1 block %d: %w", ErrUnreachable, to, err)
	}
	logs, err := w.cfg.Client.FilterLogs(ctx, ethereum.FilterQuery{FromBlock: new(big.Int).SetUint64(from),
		ToBlock: new(big.Int).SetUint64(to), Addresses: w.cfg.Addresses})
	if err != nil {
		return fmt.Errorf("%w: read l1 events of blocks %d to %d: %w", ErrUnreachable, from, to, err)
	}
	upTo := Block{Number: to, Hash: h.Hash(), Time: h.Time}
	batch := w.cfg.DB.NewBatch()
	defer batch.Discard()
	if err := handle(ctx, upTo, logs, batch); err != nil {
		return fmt.Errorf("handle l1 events of blocks %d to %d: %w", from, to, err)
	}
	data, err := json.Marshal(upTo)
	if err != nil {
		return err
	}
	batch.Set(w.cursorKey(), data)
	if err := batch.Commit(true); err != nil {
		return fmt.Errorf("save l1 cursor: %w", err)
	}
	return nil
}

func (w *Watcher) cursorKey() []byte { return []byte("cursor/" + w.cfg.Name) }

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
