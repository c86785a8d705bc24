package rollup

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/event"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/trident-network/trident/rollup/internal/fanout"
)

const (
	// remembered bounds the memory of which transactions came from peers. One that is forgotten is forwarded once more
	// if the pool announces it again.
	remembered = 8192
	// backlog bounds what waits for a slow subscriber; what does not fit is found by LocalTransactions.
	backlog = poolGlobalSlots
	// eventBuffer decouples the pool, which waits for its listeners.
	eventBuffer = 256
	// maxPeerTx is the largest transaction that the pool takes, with some room for its encoding.
	maxPeerTx = 136 * 1024
)

// ErrTransaction is the sentinel of bytes that are no transaction.
var ErrTransaction = errors.New("transaction is malformed")

// local follows the pool's announcements and tells what entered here from what peers sent.
type local struct {
	pool   *txpool.TxPool
	work   chan struct{}
	events chan core.NewTxsEvent
	feed   event.Subscription
	done   chan struct{}

	out *fanout.Hub

	frozen atomic.Bool // users' transactions are refused

	mu    sync.Mutex
	peers lru.BasicLRU[common.Hash, struct{}] // came from peers
	own   map[common.Hash]*types.Transaction  // entered here and are not known to have left the pool
}

func (l *local) start(pool *txpool.TxPool) {
	l.pool = pool
	l.work = make(chan struct{}, 1)
	l.events = make(chan core.NewTxsEvent, eventBuffer)
	l.done = make(chan struct{})
	l.peers = lru.NewBasicLRU[common.Hash, struct{}](remembered)
	l.own = make(map[common.Hash]*types.Transaction)
	l.out = fanout.New(backlog)
	l.feed = pool.SubscribeTransactions(l.events, false)
	go l.follow()
}

func (l *local) follow() {
	defer close(l.done)
	for {
		select {
		case e := <-l.events:
			l.announce(e.Txs)
		case <-l.feed.Err(): //nolint:errcheck // closed, without a value, when the subscription ends
			return
		}
	}
}

func (l *local) stop() {
	l.feed.Unsubscribe()
	<-l.done
	l.out.Close()
}

func (l *local) wake() {
	select {
	case l.work <- struct{}{}:
	default:
	}
}

// announce notes and passes on what entered here, each once. It hears of it twice: from the RPC as soon as the pool has
// it, and from the pool, which also tells what came back from its journal after a restart.
func (l *local) announce(txs []*types.Transaction) {
	l.wake()
	var raw [][]byte
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, tx := range txs {
		if _, known := l.own[tx.Hash()]; known || l.peers.Contains(tx.Hash()) || tx.Type() == types.BlobTxType {
			continue
		}
		data, err := tx.MarshalBinary()
		if err != nil { // the pool holds none that cannot be encoded
			continue
		}
		l.own[tx.Hash()] = tx
		raw = append(raw, data)
	}
	if len(l.own) > poolGlobalSlots {
		l.forget()
	}
	l.out.Send(raw)
}

// forget drops what the pool does not hold any more. The caller holds mu.
func (l *local) forget() {
	for hash := range l.own {
		if !l.pool.Has(hash) {
			delete(l.own, hash)
		}
	}
}

// fromPeer notes the origin before the pool can announce it. What entered here as well stays ours.
func (l *local) fromPeer(hash common.Hash) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, ours := l.own[hash]; !ours && !l.pool.Has(hash) {
		l.peers.Add(hash, struct{}{})
	}
}

// fromUser takes the note back: a transaction that the pool does not hold may enter here, whoever sent it before.
func (l *local) fromUser(hash common.Hash) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.pool.Has(hash) {
		l.peers.Remove(hash)
	}
}

// AddTransactions adds what peers forwarded. A transaction that is known already is no error, since peers repeat
// themselves; others get the pool's.
func (d *Driver) AddTransactions(raw [][]byte) []error {
	errs := make([]error, len(raw))
	leave, err := d.enter()
	if err != nil {
		for i := range errs {
			errs[i] = err
		}
		return errs
	}
	defer leave()
	txs := make([]*types.Transaction, 0, len(raw))
	index := make([]int, 0, len(raw))
	for i, data := range raw {
		tx, err := DecodeTransaction(data)
		if err != nil {
			errs[i] = err
			continue
		}
		d.local.fromPeer(tx.Hash())
		txs, index = append(txs, tx), append(index, i)
	}
	if len(txs) == 0 {
		return errs
	}
	core.SenderCacher().Recover(d.signer, txs) // on all cores, ahead of the pool
	for i, err := range d.pool.Add(txs, false) {
		if err == nil || errors.Is(err, txpool.ErrAlreadyKnown) {
			continue
		}
		d.local.fromUser(txs[i].Hash())
		errs[index[i]] = err
	}
	d.local.wake()
	return errs
}

// DecodeTransaction reads one that a rollup's pool may take: bounded, and not with blobs.
func DecodeTransaction(data []byte) (*types.Transaction, error) {
	if len(data) > maxPeerTx {
		return nil, fmt.Errorf("%w: %d bytes", ErrTransaction, len(data))
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(data); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTransaction, err)
	}
	if tx.Type() == types.BlobTxType {
		return nil, fmt.Errorf("%w: a rollup takes no blobs", core.ErrTxTypeNotSupported)
	}
	return tx, nil
}

// LocalTransactions are what entered through this node's RPC and is still in the pool, oldest first.
func (d *Driver) LocalTransactions(limit int) [][]byte {
	leave, err := d.enter()
	if err != nil {
		return nil
	}
	defer leave()
	l := &d.local
	l.mu.Lock()
	l.forget()
	txs := make([]*types.Transaction, 0, len(l.own))
	for _, tx := range l.own {
		txs = append(txs, tx)
	}
	l.mu.Unlock()
	slices.SortFunc(txs, func(a, b *types.Transaction) int {
		return cmp.Or(a.Time().Compare(b.Time()), cmp.Compare(a.Nonce(), b.Nonce()))
	})
	out := make([][]byte, 0, min(len(txs), max(limit, 0)))
	for _, tx := range txs {
		if len(out) == cap(out) {
			break
		}
		if data, err := tx.MarshalBinary(); err == nil {
			out = append(out, data)
		}
	}
	return out
}

// Work is signalled when transactions were added, and when Build left some out for lack of room.
func (d *Driver) Work() <-chan struct{} { return d.local.work }

// Waiting are transactions that the pool has as executable on the head, that pay the next block's base fee and that entered
// at least age ago, oldest first and of one account by nonce.
func (d *Driver) Waiting(age time.Duration, limit int) []common.Hash {
	leave, err := d.enter()
	if err != nil {
		return nil
	}
	defer leave()
	ready, _ := d.pool.Pending(txpool.PendingFilter{
		MinTip:      uint256.NewInt(MinTip),
		BaseFee:     uint256.MustFromBig(eip1559.CalcBaseFee(d.chain.Config(), d.chain.CurrentBlock())),
		GasLimitCap: params.MaxTxGas,
	})
	before := time.Now().Add(-age)
	var old []waiting
	for _, txs := range ready {
		var since time.Time
		for i, tx := range txs {
			if tx.Time.After(before) {
				break // those after it could not be included without it
			}
			if tx.Time.After(since) {
				since = tx.Time // it waits only since it could be included
			}
			old = append(old, waiting{tx.Hash, since, i})
		}
	}
	slices.SortFunc(old, func(a, b waiting) int { return cmp.Or(a.since.Compare(b.since), cmp.Compare(a.place, b.place)) })
	hashes := make([]common.Hash, min(len(old), max(limit, 0)))
	for i := range hashes {
		hashes[i] = old[i].hash
	}
	return hashes
}

// waiting is a pooled transaction, since when nothing is missing before it, and its place in its account.
type waiting struct {
	hash  common.Hash
	since time.Time
	place int
}

// SubscribeLocal delivers what enters through this node's RPC, each transaction once. A receiver that is slow loses the
// newest beyond a bound; they stay in LocalTransactions. cancel waits until nothing more is sent.
func (d *Driver) SubscribeLocal(to chan<- [][]byte) (cancel func()) { return d.local.out.Subscribe(to) }

// submission replaces geth's eth_sendRawTransaction by one that also refuses blobs.
type submission struct {
	backend *eth.EthAPIBackend
	local   *local
}

// SendRawTransaction takes a signed transaction into the pool and returns its hash.
func (s *submission) SendRawTransaction(ctx context.Context, input hexutil.Bytes) (common.Hash, error) {
	if s.local.frozen.Load() {
		return common.Hash{}, ErrStopped
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(input); err != nil {
		return common.Hash{}, err
	}
	if tx.Type() == types.BlobTxType {
		return common.Hash{}, fmt.Errorf("%w: a rollup takes no blobs", core.ErrTxTypeNotSupported)
	}
	if !tx.Protected() {
		return common.Hash{}, errors.New("only replay-protected (EIP-155) transactions allowed over RPC")
	}
	s.local.fromUser(tx.Hash())
	if err := s.backend.SendTx(ctx, tx); err != nil {
		return common.Hash{}, err
	}
	s.local.announce([]*types.Transaction{tx})
	return tx.Hash(), nil
}
