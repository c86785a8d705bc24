package rollup

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth/protocols/snap"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// Pivot is the block whose state is read. Whoever names it answers for its hash: all else is checked against that.
type Pivot struct {
	Number uint64
	Hash   common.Hash
}

// StateSync says from whom a newcomer reads the state, and of which block.
type StateSync struct {
	Rollup  avs.RollupID
	Network avs.Network
	// Pivot is a block near the head of the network that is certified. It is asked again when that block is too old for
	// others to have its state; blocks that it names later descend from the earlier ones.
	Pivot func(ctx context.Context) (Pivot, error)
	Clock clock.Clock
	Log   *slog.Logger
}

const (
	// pivotAge is how many blocks a pivot may be behind the newest one before another is taken.
	pivotAge = servedLayers / 2
	// pivotCheck is how often that is looked at.
	pivotCheck = time.Second
	// stateStall is after how long without progress another pivot is taken.
	stateStall = 8 * time.Second
	// statePause is the pause before what nobody could give is asked for again.
	statePause = time.Second
)

// SyncState reads the state of a recent block from other operators and makes that block the head. It is for a client that has
// executed nothing, or was interrupted in this; it goes on where it was. Blocks below the new head have headers here but no
// bodies, receipts or state. It returns when the head has moved or ctx has ended.
func (d *Driver) SyncState(ctx context.Context, c StateSync) (avs.BlockRef, error) {
	leave, err := d.enter()
	if err != nil {
		return avs.BlockRef{}, err
	}
	defer leave()
	d.write.mu.Lock() // alone: for this long nobody may wait to change how many layers are kept
	defer d.write.mu.Unlock()
	ctx, cancel := context.WithCancel(ctx)
	peers := &statePeers{ctx: ctx, sync: c, syncer: snap.NewV1Syncer(d.eth.ChainDb(), d.chain.TrieDB().Scheme()), log: c.Log,
		joined: map[avs.OperatorID]*statePeer{}, rests: map[avs.OperatorID]time.Time{}, liars: map[avs.OperatorID]bool{}}
	defer func() { cancel(); peers.close() }()
	if err := d.chain.SnapSyncStart(); err != nil {
		return avs.BlockRef{}, fmt.Errorf("begin to read state: %w", err)
	}
	for {
		block, receipts, err := d.pivot(ctx, peers)
		if err != nil {
			return avs.BlockRef{}, err
		}
		c.Log.Info("reading state", "number", block.NumberU64(), "block", block.Hash())
		switch err := d.readState(ctx, peers, block.Header()); {
		case ctx.Err() != nil:
			return avs.BlockRef{}, ctx.Err()
		case errors.Is(err, snap.ErrCancelled):
			continue // the pivot has aged
		case err != nil:
			return avs.BlockRef{}, fmt.Errorf("read state of block %d: %w", block.NumberU64(), err)
		}
		if err := d.readHeaders(ctx, peers, block.Header()); err != nil {
			return avs.BlockRef{}, err
		}
		if err := d.adopt(block, receipts); err != nil {
			return avs.BlockRef{}, fmt.Errorf("adopt block %d: %w", block.NumberU64(), err)
		}
		c.Log.Info("state is complete", "number", block.NumberU64(), "block", block.Hash(), "root", block.Root())
		return RefOf(block), nil
	}
}

// pivot finds the block to go for and fetches it with its receipts.
func (d *Driver) pivot(ctx context.Context, peers *statePeers) (*types.Block, types.Receipts, error) {
	for {
		at, err := peers.sync.Pivot(ctx)
		if err == nil {
			var b *types.Block
			var receipts types.Receipts
			err = peers.fetch(askBlock, at.Hash, func(data []byte) (err error) {
				b, receipts, err = decodeWhole(data, at.Hash)
				return err
			})
			if err == nil {
				return b, receipts, nil
			}
		}
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		peers.log.Info("waiting for a block to read the state of", "err", err)
		if err := clock.Sleep(ctx, peers.sync.Clock, statePause); err != nil {
			return nil, nil, err
		}
	}
}

var errNobodyGave = errors.New("no operator gave it")

// fetch asks one operator after another until one gives what take accepts.
func (s *statePeers) fetch(kind byte, request any, take func([]byte) error) error {
	data, err := encodeAsk(kind, request)
	if err != nil {
		return err
	}
	for _, id := range s.honest() {
		reply, err := s.request(id, data)
		if err != nil {
			continue
		}
		if err := take(reply); err == nil {
			return nil
		} else if kind != askHeaders { // canonical headers may have an end that this operator has not reached
			s.lied(id, err)
		}
	}
	return errNobodyGave
}

// readState runs geth's syncer until the state is complete, or the pivot should be another one: snap.ErrCancelled.
func (d *Driver) readState(ctx context.Context, peers *statePeers, pivot *types.Header) error {
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() { done <- peers.syncer.Sync(pivot, stop) }()
	ticker := peers.sync.Clock.NewTicker(pivotCheck)
	defer ticker.Stop()
	last, since := peers.syncer.Progress(), peers.sync.Clock.Now()
	for {
		peers.refresh()
		select {
		case err := <-done:
			return err
		case <-ctx.Done():
			close(stop)
			return <-done
		case <-ticker.Chan():
		}
		now := peers.sync.Clock.Now()
		if p := peers.syncer.Progress(); p != last {
			last, since = p, now
		}
		newest, err := peers.sync.Pivot(ctx)
		if now.Sub(since) >= stateStall || err == nil && newest.Number > pivot.Number.Uint64()+pivotAge {
			peers.log.Info("reading the state of a newer block", "before", pivot.Number, "accounts", last.AccountSynced, "slots", last.StorageSynced)
			close(stop)
			return <-done
		}
	}
}

// readHeaders reads the headers of all blocks below the pivot that are not here. They are checked from the pivot down: once to
// know the hash at the end of every page, and when they are written.
func (d *Driver) readHeaders(ctx context.Context, peers *statePeers, pivot *types.Header) error {
	first, err := d.eth.ChainDb().Ancients()
	if err != nil {
		return fmt.Errorf("read frozen headers: %w", err)
	}
	first = max(first, 1)
	var pages []headersRequest
	for from := first; from < pivot.Number.Uint64(); from += headerPage {
		pages = append(pages, headersRequest{from, min(headerPage, pivot.Number.Uint64()-from)})
	}
	ends := make([]common.Hash, len(pages))
	last := pivot.ParentHash
	for i := len(pages) - 1; i >= 0; i-- {
		ends[i] = last
		if i == 0 {
			break
		}
		headers, err := peers.headers(ctx, pages[i], last)
		if err != nil {
			return err
		}
		last = headers[0].ParentHash
	}
	for i, page := range pages {
		headers, err := peers.headers(ctx, page, ends[i])
		if err != nil {
			return err
		}
		if below := d.chain.GetHeaderByNumber(page.From - 1); below == nil || headers[0].ParentHash != below.Hash() {
			return fmt.Errorf("header %d does not stand on what is here: %w", page.From, ErrNotDescendant)
		}
		if _, err := d.chain.InsertHeadersBeforeCutoff(headers); err != nil {
			return fmt.Errorf("write headers from %d on: %w", page.From, err)
		}
	}
	return nil
}

// headers asks until somebody gives a page of headers.
func (s *statePeers) headers(ctx context.Context, page headersRequest, last common.Hash) (headers []*types.Header, err error) {
	for {
		err := s.fetch(askHeaders, &page, func(data []byte) (err error) {
			headers, err = decodeHeaders(data, page, last)
			return err
		})
		if err == nil {
			return headers, nil
		}
		s.log.Info("waiting for headers", "from", page.From, "err", err)
		if err := clock.Sleep(ctx, s.sync.Clock, statePause); err != nil {
			return nil, err
		}
	}
}

// adopt makes a block whose state is complete the head.
func (d *Driver) adopt(block *types.Block, receipts types.Receipts) error {
	batch := d.eth.ChainDb().NewBatch()
	rawdb.WriteBlock(batch, block)
	rawdb.WriteReceipts(batch, block.Hash(), block.NumberU64(), receipts)
	rawdb.WriteCanonicalHash(batch, block.Hash(), block.NumberU64())
	rawdb.WriteTxLookupEntriesByBlock(batch, block)
	rawdb.WriteTxIndexTail(batch, 0) // older blocks have no bodies: geth must not look for any to index
	rawdb.WriteHeadHeaderHash(batch, block.Hash())
	rawdb.WriteHeadFastBlockHash(batch, block.Hash())
	if err := batch.Write(); err != nil {
		return err
	}
	if err := d.chain.SnapSyncComplete(block.Hash(), false); err != nil {
		return err
	}
	d.chain.SetSafe(block.Header())
	d.chain.SetFinalized(block.Header())
	return nil
}
