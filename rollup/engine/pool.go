package engine

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/txpool/txorder"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/rollup"
	"github.com/trident-network/trident/rollup/internal/fanout"
)

const (
	remembered = 8192  // transactions from peers, so that they are not sent on as ours
	backlog    = 16384 // what waits for a slow subscriber
	pollEvery  = 50 * time.Millisecond
	poolWait   = 10 * time.Second // for what has no context of a caller
)

// pool is the client's transaction pool, read over JSON-RPC.
type pool struct {
	rpc    link
	config *core.Genesis
	work   chan struct{}
	out    *fanout.Hub
	cancel context.CancelFunc
	done   chan struct{}

	mu    sync.Mutex
	peers lru.BasicLRU[common.Hash, struct{}]
	told  lru.BasicLRU[common.Hash, struct{}]  // was given to subscribers
	seen  lru.BasicLRU[common.Hash, time.Time] // when it was first seen to be executable
}

func startPool(l link, g *core.Genesis) *pool {
	ctx, cancel := context.WithCancel(context.Background())
	p := &pool{rpc: l, config: g, work: make(chan struct{}, 1), out: fanout.New(backlog), cancel: cancel, done: make(chan struct{}),
		peers: lru.NewBasicLRU[common.Hash, struct{}](remembered), told: lru.NewBasicLRU[common.Hash, struct{}](remembered),
		seen: lru.NewBasicLRU[common.Hash, time.Time](2 * backlog)}
	go p.follow(ctx)
	return p
}

func (p *pool) stop() {
	p.cancel()
	<-p.done
	p.out.Close()
}

func (p *pool) wake() {
	select {
	case p.work <- struct{}{}:
	default:
	}
}

// follow hears of executable transactions until the driver closes, and begins anew when the client went away.
func (p *pool) follow(ctx context.Context) {
	defer close(p.done)
	listen := p.poll
	if strings.HasPrefix(p.rpc.url, "ws") {
		listen = p.subscribe
	}
	for ctx.Err() == nil {
		listen(ctx)
		pause(ctx, pauseMax)
	}
}

func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

func (p *pool) subscribe(ctx context.Context) {
	hashes := make(chan common.Hash, backlog)
	sub, err := p.rpc.c.EthSubscribe(ctx, hashes, "newPendingTransactions")
	if err != nil {
		return
	}
	defer sub.Unsubscribe()
	p.wake() // something may have come while nobody listened
	for {
		select {
		case h := <-hashes:
			fresh := []common.Hash{h}
			for len(hashes) > 0 && len(fresh) < batchSize {
				fresh = append(fresh, <-hashes)
			}
			p.announce(ctx, fresh)
		case <-sub.Err(): //nolint:errcheck // whatever ended it, it is subscribed to anew
			return
		case <-ctx.Done():
			return
		}
	}
}

func (p *pool) poll(ctx context.Context) {
	var filter string
	if err := p.rpc.call(ctx, &filter, "eth_newPendingTransactionFilter"); err != nil {
		return
	}
	p.wake()
	for ctx.Err() == nil {
		var fresh []common.Hash
		if err := p.rpc.call(ctx, &fresh, "eth_getFilterChanges", filter); err != nil {
			return
		}
		p.announce(ctx, fresh)
		pause(ctx, pollEvery)
	}
}

// announce notes what became executable, and passes on what no peer has sent.
func (p *pool) announce(ctx context.Context, fresh []common.Hash) {
	if len(fresh) == 0 {
		return
	}
	p.mu.Lock()
	ours := slices.DeleteFunc(slices.Clone(fresh), func(h common.Hash) bool {
		p.note(h)
		if p.peers.Contains(h) || p.told.Contains(h) {
			return true
		}
		p.told.Add(h, struct{}{})
		return false
	})
	p.mu.Unlock()
	p.out.Send(p.raw(ctx, ours))
	p.wake()
}

// note keeps when a transaction was first seen. The caller holds mu.
func (p *pool) note(h common.Hash) time.Time {
	at, ok := p.seen.Get(h)
	if !ok {
		at = time.Now()
		p.seen.Add(h, at)
	}
	return at
}

// raw fetches transactions; those that the client has no more are left out.
func (p *pool) raw(ctx context.Context, hashes []common.Hash) [][]byte {
	calls, txs := make([]rpc.BatchElem, len(hashes)), make([]json.RawMessage, len(hashes))
	for i, h := range hashes {
		calls[i] = rpc.BatchElem{Method: "eth_getTransactionByHash", Args: []any{h}, Result: &txs[i]}
	}
	if err := p.rpc.batch(ctx, calls); err != nil {
		return nil // LocalTransactions still has them
	}
	var out [][]byte
	for i, text := range txs {
		tx := new(types.Transaction)
		if calls[i].Error != nil || string(text) == "null" || tx.UnmarshalJSON(text) != nil || tx.Type() == types.BlobTxType {
			continue
		}
		if data, err := tx.MarshalBinary(); err == nil {
			out = append(out, data)
		}
	}
	return out
}

// content is what txpool_content answers: by sender and nonce.
type content struct {
	Pending, Queued map[common.Address]map[string]*types.Transaction
}

// content reads the pool. A client that does not offer that gives an empty one: then nothing is forwarded twice, no inclusion
// list is made, and testing_buildBlockV1 has nothing to pick from.
func (p *pool) content(ctx context.Context) (c content, err error) {
	err = p.rpc.call(ctx, &c, "txpool_content")
	if _, said := code(err); said {
		return content{}, nil
	}
	return c, err
}

// inOrder are one account's transactions by nonce.
func inOrder(byNonce map[string]*types.Transaction) []*types.Transaction {
	return slices.SortedFunc(maps.Values(byNonce), func(a, b *types.Transaction) int { return cmp.Compare(a.Nonce(), b.Nonce()) })
}

// paying are an account's transactions up to the first that does not pay for the next block.
func paying(txs []*types.Transaction, baseFee *big.Int) []*types.Transaction {
	for i, tx := range txs {
		if tip, err := tx.EffectiveGasTip(baseFee); err != nil || tip.Cmp(big.NewInt(rollup.MinTip)) < 0 || tx.Gas() > params.MaxTxGas || tx.Type() == types.BlobTxType {
			return txs[:i]
		}
	}
	return txs
}

// ready are the executable transactions in the order in which they should go into a block on the head.
func (p *pool) ready(ctx context.Context, signer types.Signer, head block, without []common.Address) ([]*types.Transaction, error) {
	c, err := p.content(ctx)
	if err != nil {
		return nil, err
	}
	baseFee := eip1559.CalcBaseFee(p.config.Config, head.header())
	byAccount := map[common.Address][]*txpool.LazyTransaction{}
	p.mu.Lock()
	for from, byNonce := range c.Pending {
		if slices.Contains(without, from) {
			continue
		}
		for _, tx := range paying(inOrder(byNonce), baseFee) {
			byAccount[from] = append(byAccount[from], &txpool.LazyTransaction{Hash: tx.Hash(), Tx: tx, Time: p.note(tx.Hash()),
				GasFeeCap: uint256.MustFromBig(tx.GasFeeCap()), GasTipCap: uint256.MustFromBig(tx.GasTipCap()), Gas: tx.Gas()})
		}
	}
	p.mu.Unlock()
	var out []*types.Transaction
	queue := txorder.NewTransactionsByPriceAndNonce(signer, byAccount, baseFee)
	for next, _ := queue.Peek(); next != nil; next, _ = queue.Peek() {
		out = append(out, next.Tx)
		queue.Shift()
	}
	return out, nil
}

// AddTransactions adds what peers forwarded. One that is known already is no error.
func (d *Driver) AddTransactions(raw [][]byte) []error {
	ctx, cancel := context.WithTimeout(context.Background(), poolWait)
	defer cancel()
	return d.send(ctx, raw, func(h common.Hash) {
		if !d.pool.told.Contains(h) {
			d.pool.peers.Add(h, struct{}{})
		}
	})
}

// Submit takes transactions as a user's: they are this operator's to forward. One that is known already is no error.
func (d *Driver) Submit(ctx context.Context, raw [][]byte) []error {
	return d.send(ctx, raw, func(h common.Hash) { d.pool.peers.Remove(h) })
}

// send gives transactions to the client; note is told of each before, and holds the pool's lock.
func (d *Driver) send(ctx context.Context, raw [][]byte, note func(common.Hash)) []error {
	errs := make([]error, len(raw))
	calls, index := make([]rpc.BatchElem, 0, len(raw)), make([]int, 0, len(raw))
	d.pool.mu.Lock()
	for i, data := range raw {
		tx, err := rollup.DecodeTransaction(data)
		if err != nil {
			errs[i] = err
			continue
		}
		note(tx.Hash())
		calls = append(calls, rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{hexutil.Bytes(data)}, Result: new(common.Hash)})
		index = append(index, i)
	}
	d.pool.mu.Unlock()
	err := d.rpc.batch(ctx, calls)
	for i, call := range calls {
		switch {
		case err != nil:
			errs[index[i]] = err
		case call.Error != nil && !strings.Contains(call.Error.Error(), txpool.ErrAlreadyKnown.Error()): // there is no code for it
			errs[index[i]] = fmt.Errorf("send transaction: %w", call.Error)
		}
	}
	d.pool.wake()
	return errs
}

// LocalTransactions are those in the pool that no peer has sent here, by account and nonce.
func (d *Driver) LocalTransactions(limit int) [][]byte {
	ctx, cancel := context.WithTimeout(context.Background(), poolWait)
	defer cancel()
	c, err := d.pool.content(ctx)
	if err != nil {
		return nil
	}
	d.pool.mu.Lock()
	defer d.pool.mu.Unlock()
	out := [][]byte{}
	for _, part := range []map[common.Address]map[string]*types.Transaction{c.Pending, c.Queued} {
		for _, from := range slices.SortedFunc(maps.Keys(part), common.Address.Cmp) {
			for _, tx := range inOrder(part[from]) {
				data, err := tx.MarshalBinary()
				if err != nil || tx.Type() == types.BlobTxType || d.pool.peers.Contains(tx.Hash()) || len(out) >= limit {
					continue
				}
				out = append(out, data)
			}
		}
	}
	return out
}

// Transactions are those of the pool with the given hashes.
func (d *Driver) Transactions(hashes []common.Hash) [][]byte {
	ctx, cancel := context.WithTimeout(context.Background(), poolWait)
	defer cancel()
	txs, err := d.pooled(ctx, hashes)
	if err != nil {
		return nil
	}
	var out [][]byte
	for _, tx := range txs {
		if data, err := tx.MarshalBinary(); err == nil && tx.Type() != types.BlobTxType {
			out = append(out, data)
		}
	}
	return out
}

// SubscribeLocal delivers what becomes executable and no peer has sent here.
func (d *Driver) SubscribeLocal(to chan<- [][]byte) (cancel func()) { return d.pool.out.Subscribe(to) }

// Work is signalled when transactions became executable.
func (d *Driver) Work() <-chan struct{} { return d.pool.work }

// Waiting are executable transactions that pay for the next block and were first seen at least age ago, oldest first.
func (d *Driver) Waiting(age time.Duration, limit int) []common.Hash {
	ctx, cancel := context.WithTimeout(context.Background(), poolWait)
	defer cancel()
	c, err := d.pool.content(ctx)
	if err != nil {
		return nil
	}
	head, err := d.byNumber(ctx, "latest")
	if err != nil {
		return nil
	}
	baseFee := eip1559.CalcBaseFee(d.cfg.Genesis.Config, head.header())
	type waiting struct {
		hash  common.Hash
		since time.Time
		place int
	}
	var old []waiting
	before := time.Now().Add(-age)
	d.pool.mu.Lock()
	for _, byNonce := range c.Pending {
		var since time.Time
		for i, tx := range paying(inOrder(byNonce), baseFee) {
			at := d.pool.note(tx.Hash())
			if at.After(before) && age > 0 {
				break
			}
			if at.After(since) {
				since = at
			}
			old = append(old, waiting{tx.Hash(), since, i})
		}
	}
	d.pool.mu.Unlock()
	slices.SortFunc(old, func(a, b waiting) int { return cmp.Or(a.since.Compare(b.since), cmp.Compare(a.place, b.place)) })
	hashes := make([]common.Hash, min(len(old), max(limit, 0)))
	for i := range hashes {
		hashes[i] = old[i].hash
	}
	return hashes
}
