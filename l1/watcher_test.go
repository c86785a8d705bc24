package l1

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet/devl1"
)

// reader keeps what a watcher delivers in the batch that it is given, as the handlers of the node do.
type reader struct {
	t      *testing.T
	home   *home
	chain  *chain
	client *Client
	log    journal
	max    uint64
	broken error // what the handler returns, if anything
	ranges []uint64
}

func newReader(t *testing.T, c *chain) *reader {
	return &reader{t: t, home: newHome(t), chain: c, client: c.client(), max: 3}
}

func (r *reader) watcher() *Watcher {
	return NewWatcher(WatcherConfig{Client: r.client, DB: r.home.Sub("l1"), Name: "test", Addresses: []common.Address{echo}, From: 1,
		Poll: 5 * time.Millisecond, MaxRange: r.max, Clock: clock.Real(), Log: r.log.log()})
}

func (r *reader) handle(_ context.Context, upTo Block, logs []types.Log, batch *store.Batch) error {
	space := batch.In(r.home.Sub("seen"))
	for _, log := range logs {
		space.Set(append(store.Uint64Key(log.BlockNumber), store.Uint64Key(uint64(log.Index))...), log.Data)
	}
	r.ranges = append(r.ranges, upTo.Number)
	return r.broken
}

// once fails when a key is written twice, so that a repeat is seen.
func (r *reader) once(ctx context.Context, upTo Block, logs []types.Log, batch *store.Batch) error {
	for _, log := range logs {
		seen, err := r.home.Sub("seen").Has(append(store.Uint64Key(log.BlockNumber), store.Uint64Key(uint64(log.Index))...))
		if err != nil {
			return err
		}
		if seen {
			return errors.New("event delivered twice")
		}
	}
	return r.handle(ctx, upTo, logs, batch)
}

func (r *reader) step() error { return r.watcher().Step(r.t.Context(), r.once) }

// events are the numbers of the events kept, in order of chain.
func (r *reader) events() []uint64 {
	r.t.Helper()
	var out []uint64
	require.NoError(r.t, r.home.Sub("seen").Iterate(nil, nil, func(_, value []byte) error {
		out = append(out, binary.BigEndian.Uint64(value))
		return nil
	}))
	return out
}

func (r *reader) requireEvents(n uint64) {
	r.t.Helper()
	got := r.events()
	require.Len(r.t, got, int(n))
	for i, e := range got {
		require.EqualValues(r.t, i, e)
	}
}

func TestWatcherDeliversFinalisedOnly(t *testing.T) {
	c := newChain(t)
	r, e := newReader(t, c), newEmitter(c)
	_, ok, err := r.watcher().Cursor()
	require.NoError(t, err)
	require.False(t, ok)
	require.NoError(t, r.step(), "nothing is finalised yet")
	for range 10 {
		e.emit(t)
		e.emit(t)
		c.mine(1)
	}
	require.NoError(t, r.step())
	require.Equal(t, []uint64{3, 6}, r.ranges)
	r.requireEvents(12)
	require.NoError(t, r.step())
	require.Len(t, r.ranges, 2, "nothing new")
	c.finalise()
	require.NoError(t, r.step())
	require.Equal(t, []uint64{3, 6, 9, 10}, r.ranges)
	r.requireEvents(20)

	cursor, ok, err := r.watcher().Cursor()
	require.NoError(t, err)
	require.True(t, ok)
	hash, err := r.client.HashAt(t.Context(), 10)
	require.NoError(t, err)
	require.Equal(t, uint64(10), cursor.Number)
	require.Equal(t, hash, cursor.Hash)
	require.NotZero(t, cursor.Time)
}

func TestWatcherCrashes(t *testing.T) {
	c := newChain(t)
	r, e := newReader(t, c), newEmitter(c)
	for range 5 {
		e.emit(t)
		c.mine(1)
	}
	c.finalise()
	t.Run("handler fails", func(t *testing.T) {
		r.broken = errors.New("disk on fire")
		err := r.watcher().Run(t.Context(), r.handle)
		require.ErrorIs(t, err, r.broken)
		r.broken = nil
		require.Empty(t, r.events())
	})
	t.Run("between handler and commit", func(t *testing.T) {
		err := r.watcher().Step(t.Context(), func(ctx context.Context, upTo Block, logs []types.Log, batch *store.Batch) error {
			if err := r.handle(ctx, upTo, logs, batch); err != nil || upTo.Number == 3 {
				return err
			}
			return r.home.Close()
		})
		require.ErrorIs(t, err, store.ErrClosed)
		r.home.open()
		r.requireEvents(3)
	})
	t.Run("after commit", func(t *testing.T) {
		require.NoError(t, r.step())
		r.home.reopen()
		require.NoError(t, r.step())
		r.requireEvents(5)
	})
}

func TestWatcherRidesOutL1(t *testing.T) {
	c := newChain(t)
	r, e := newReader(t, c), newEmitter(c)
	stop := background(t, func(ctx context.Context) error { return r.watcher().Run(ctx, r.once) })
	for round := range 2 {
		e.emit(t)
		c.mine(1)
		c.finalise()
		testutil.Eventually(t, patience, func() bool { return len(r.events()) == int(e.next) }, "events of round %d", round)
		c.down()
		testutil.Eventually(t, patience, func() bool { return r.log.count("does not answer") == round+1 }, "l1 missed")
		c.up()
		testutil.Eventually(t, patience, func() bool { return r.log.count("answers again") == round+1 }, "l1 back")
	}
	require.ErrorIs(t, stop(), context.Canceled)
	require.Equal(t, 2, r.log.count("does not answer"), "said once each time")
	r.requireEvents(2)
}

func TestWatcherOtherChain(t *testing.T) {
	for name, blocks := range map[string]int{"longer": 12, "as long": 9, "shorter": 5, "new": 0} {
		t.Run(name, func(t *testing.T) {
			c := newChain(t)
			r := newReader(t, c)
			c.mine(9)
			require.NoError(t, r.step())
			c.down()
			c.opt.DataDir = t.TempDir()
			delete(c.opt.Alloc, address("bob")) // another genesis, even within the same second
			c.up()
			c.mine(blocks)
			require.ErrorIs(t, r.watcher().Run(t.Context(), r.once), ErrFinalityBroken)
		})
	}
	t.Run("behind", func(t *testing.T) {
		c := newChain(t)
		r := newReader(t, c)
		c.mine(9)
		require.NoError(t, r.step())
		r.client = c.through(func(method string, params []json.RawMessage) (any, *rpcError) {
			if method == "eth_getBlockByNumber" && string(params[0]) == `"finalized"` {
				return r.header(t, 2), nil
			}
			return nil, nil
		})
		err := r.step()
		require.ErrorIs(t, err, ErrUnreachable)
		require.NotErrorIs(t, err, ErrFinalityBroken)
	})
}

func (r *reader) header(t *testing.T, number uint64) any {
	raw := r.chain.Attach()
	defer raw.Close()
	var out map[string]any
	if err := raw.CallContext(t.Context(), &out, "eth_getBlockByNumber", hexutil.Uint64(number), false); err != nil {
		t.Error(err)
	}
	return out
}

func TestWatcherNarrowsItsQueries(t *testing.T) {
	c := newChain(t)
	r, e := newReader(t, c), newEmitter(c)
	r.max = 100
	var refused int
	r.client = c.through(func(method string, params []json.RawMessage) (any, *rpcError) {
		var query struct{ FromBlock, ToBlock hexutil.Uint64 }
		if method != "eth_getLogs" || json.Unmarshal(params[0], &query) != nil || query.ToBlock-query.FromBlock < 3 {
			return nil, nil
		}
		refused++
		return nil, &rpcError{-32005, "query returned more than 10000 results"}
	})
	for range 20 {
		e.emit(t)
		c.mine(1)
	}
	c.finalise()
	require.NoError(t, r.step())
	r.requireEvents(20)
	require.Positive(t, refused)

	r.client = c.through(func(method string, _ []json.RawMessage) (any, *rpcError) {
		if method == "eth_getLogs" {
			return nil, &rpcError{-32005, "limit exceeded"}
		}
		return nil, nil
	})
	c.mine(5)
	require.ErrorIs(t, r.step(), ErrUnreachable)
}

func TestCheckLogs(t *testing.T) {
	hash := common.HexToHash("0xaa")
	at := func(block uint64, index uint) types.Log {
		return types.Log{BlockNumber: block, Index: index, BlockHash: hash}
	}
	removed, fork := at(6, 0), at(8, 0)
	removed.Removed, fork.BlockHash = true, common.HexToHash("0xbb")
	for name, c := range map[string]struct {
		logs []types.Log
		ok   bool
	}{
		"none":                 {nil, true},
		"in order":             {[]types.Log{at(5, 0), at(5, 3), at(6, 0), at(8, 1)}, true},
		"before the range":     {[]types.Log{at(4, 0)}, false},
		"behind the range":     {[]types.Log{at(9, 0)}, false},
		"removed":              {[]types.Log{removed}, false},
		"of a fork":            {[]types.Log{fork}, false},
		"blocks out of order":  {[]types.Log{at(6, 0), at(5, 0)}, false},
		"indexes out of order": {[]types.Log{at(6, 1), at(6, 0)}, false},
		"twice":                {[]types.Log{at(6, 1), at(6, 1)}, false},
	} {
		t.Run(name, func(t *testing.T) {
			err := checkLogs(c.logs, 5, Block{Number: 8, Hash: hash})
			if c.ok {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, ErrUnreachable)
			}
		})
	}
}

// TestWatcherRandomHistory does everything at once: events, reorgs, restarts of the L1, of the store and of the
// watcher, in an order that chance makes.
func TestWatcherRandomHistory(t *testing.T) {
	c := newChain(t)
	r, e := newReader(t, c), newEmitter(c)
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	stop := background(t, func(ctx context.Context) error { return r.watcher().Run(ctx, r.once) })
	halt := func() {
		t.Helper()
		require.ErrorIs(t, stop(), context.Canceled)
	}
	for range 150 {
		switch n := random.IntN(40); {
		case n < 15:
			e.emit(t)
		case n < 30:
			c.mine(1)
		case n < 37:
			if err := c.Reorg(1 + random.Uint64N(devl1.DefaultFinalityDepth)); err != nil {
				require.True(t, errors.Is(err, devl1.ErrCrossFinal) || errors.Is(err, devl1.ErrTooDeep), err)
			}
		case n < 38:
			c.mine(5) // a pool is lost with its node
			c.down()
			c.up()
		default:
			halt()
			r.home.reopen()
			stop = background(t, func(ctx context.Context) error { return r.watcher().Run(ctx, r.once) })
		}
	}
	c.mine(5)
	c.finalise()
	testutil.Eventually(t, patience, func() bool { return uint64(len(r.events())) >= e.next }, "all events")
	halt()
	r.requireEvents(e.next)
	for i := 1; i < len(r.ranges); i++ {
		require.Greater(t, r.ranges[i], r.ranges[i-1])
	}
}

func TestWatcherOverWebSocket(t *testing.T) {
	c := newChain(t)
	r, e := newReader(t, c), newEmitter(c)
	client, err := Dial(t.Context(), c.WS(), chainID)
	require.NoError(t, err)
	defer client.Close()
	r.client = client
	stop := background(t, func(ctx context.Context) error { return r.watcher().Run(ctx, r.once) })
	for range 2 {
		e.emit(t)
		c.mine(1)
		c.finalise()
		testutil.Eventually(t, patience, func() bool { return len(r.events()) == int(e.next) }, "events")
		c.down()
		testutil.Eventually(t, patience, func() bool { return r.log.count("does not answer") == int(e.next) }, "l1 missed")
		c.up()
	}
	testutil.Eventually(t, patience, func() bool { return r.log.count("answers again") == 2 }, "l1 back")
	require.ErrorIs(t, stop(), context.Canceled)
	r.requireEvents(2)
}
