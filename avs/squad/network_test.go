package squad_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/rollup"
)

// This file is the bed of the network tests: operators with real execution clients, guards and stores, joined by a
// network in memory that can lose messages, and by a ledger that orders by the rules of consensus.

const (
	chainID  = 4242
	gasLimit = 60_000_000
	accounts = 8
	patient  = 60 * time.Second
	// forceMillis is for how long batches may do without a message of the inbox.
	forceMillis = 3_000
	// unhurried bounds what takes well under two seconds on a machine with nothing else to do; the log has the figure.
	unhurried = 10 * time.Second
)

// keys of one operator.
type keys struct {
	id        avs.OperatorID
	bls       bls.SecretKey
	consensus *ecdsa.PrivateKey
}

func derive(t testing.TB, i int) keys {
	t.Helper()
	seed := binary.BigEndian.AppendUint64([]byte("squad test operator"), uint64(i))
	consensus, err := crypto.ToECDSA(crypto.Keccak256(seed, []byte("consensus")))
	require.NoError(t, err)
	secret := crypto.Keccak256(seed, []byte("bls"))
	secret[0] = 1 // below the order of the group
	attestation, err := bls.SecretKeyFromBytes(secret)
	require.NoError(t, err)
	return keys{common.BytesToAddress(crypto.Keccak256(seed)), attestation, consensus}
}

func account(i int) (*ecdsa.PrivateKey, common.Address) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(fmt.Sprintf("squad test account %d", i))))
	if err != nil {
		panic(err)
	}
	return key, crypto.PubkeyToAddress(key.PublicKey)
}

// bed is a network of operators.
type bed struct {
	t       testing.TB
	rollup  avs.Rollup
	domain  avs.Domain
	genesis *core.Genesis
	keys    []keys // ascending by operator id, so that the index is the member's
	set     *avs.OperatorSet
	ledger  *ledger
	wire    *wire
	nodes   []*node
	nonces  [accounts]uint64
}

func newBed(t testing.TB, operators int, changes ...func(r *avs.Rollup)) *bed {
	t.Helper()
	now := uint64(time.Now().UnixMilli())
	b := &bed{t: t, domain: avs.Domain{Network: "squad-test", L1ChainID: 1337, Contract: common.HexToAddress("0x7e57")}}
	alloc := types.GenesisAlloc{}
	for i := range accounts {
		_, address := account(i)
		alloc[address] = types.Account{Balance: new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))}
	}
	start := now/1000 - 100
	genesis, hash := rollup.Genesis(chainID, gasLimit, alloc, start)
	b.genesis = genesis
	b.rollup = avs.Rollup{
		ID: avs.NewRollupID(b.domain.L1ChainID, b.domain.Contract, chainID), Name: "demo", ChainID: chainID,
		GenesisHash: hash, GenesisTime: start, Slots: avs.DefaultSlotParams(now - 60_000),
		GasLimit: gasLimit, MaxBodySize: avs.MaxBodySize, ForceMillis: forceMillis,
	}
	for i := range operators {
		b.keys = append(b.keys, derive(t, i))
	}
	slices.SortFunc(b.keys, func(x, y keys) int { return bytes.Compare(x.id[:], y.id[:]) })
	for _, change := range changes {
		change(&b.rollup)
	}
	b.set = b.makeSet(avs.SquadSet(0), 1, b.keys)
	b.ledger = newLedger(b, now)
	b.wire = &wire{ports: map[avs.OperatorID]*port{}}
	t.Cleanup(b.wire.close)
	for i := range operators {
		b.nodes = append(b.nodes, &node{bed: b, index: i, keys: b.keys[i], dir: t.TempDir()})
	}
	return b
}

func (b *bed) makeSet(id avs.SetID, epoch avs.Epoch, of []keys) *avs.OperatorSet {
	members := make([]avs.Member, len(of))
	for i, k := range of {
		members[i] = avs.Member{Operator: k.id, BLSKey: k.bls.PublicKey().Bytes(), Weight: *uint256.NewInt(100)}
		copy(members[i].ConsensusKey[:], crypto.CompressPubkey(&k.consensus.PublicKey))
	}
	set, err := avs.NewOperatorSet(id, epoch, members)
	require.NoError(b.t, err)
	return set
}

func (b *bed) startAll() {
	for _, n := range b.nodes {
		n.start()
	}
}

// leader is the member that leads a slot at a rank.
func (b *bed) leader(slot uint64, rank uint32) int {
	return avs.NewSchedule(b.rollup.Slots, b.set, b.plan(slot)).Leader(b.set, slot, rank)
}

// plan is that of a slot's window.
func (b *bed) plan(slot uint64) avs.SchedulePlan {
	b.t.Helper()
	plan, ok := b.ledger.Plan(b.rollup.ID, b.rollup.Slots.Window(slot))
	require.True(b.t, ok)
	return plan
}

func (b *bed) slot() uint64 { return b.rollup.Slots.SlotAt(uint64(time.Now().UnixMilli())) }

// transfer makes the next transaction of an account.
func (b *bed) transfer(from int) *types.Transaction {
	key, _ := account(from)
	to := common.BigToAddress(big.NewInt(int64(1_000_000 + from)))
	tx := types.MustSignNewTx(key, types.LatestSigner(b.genesis.Config), &types.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: b.nonces[from], GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e12),
		Gas: 21_000, To: &to, Value: big.NewInt(1),
	})
	b.nonces[from]++
	return tx
}

// awaitIncluded waits until every running node has executed the transaction, and returns its block number.
func (b *bed) awaitIncluded(tx *types.Transaction) uint64 {
	b.t.Helper()
	var number uint64
	for _, n := range b.nodes {
		if n.running() {
			number = n.awaitIncluded(tx)
		}
	}
	return number
}

// node is one operator. Its directory survives stop, so that start resumes it.
type node struct {
	*bed
	index int
	keys  keys
	dir   string

	silent  atomic.Bool // what it submits is lost
	faults  squad.Faults
	sink    sink          // takes its evidence
	unread  atomic.Uint64 // newest messages of the inbox that it has not read yet
	driver  *rollup.Driver
	db      *store.DB
	service *squad.Service
	client  *ethclient.Client
	cancel  context.CancelFunc
	done    chan error

	mu       sync.Mutex
	executed []avs.Executed
	from     atomic.Uint64
}

func (n *node) running() bool { return n.cancel != nil }

func (n *node) start() {
	n.t.Helper()
	n.open()
	n.run()
}

// open starts everything but the service.
func (n *node) open() {
	n.t.Helper()
	var err error
	n.driver, err = rollup.Open(context.Background(), rollup.Config{DataDir: n.dir + "/rollup", Genesis: n.genesis})
	require.NoError(n.t, err)
	n.client = ethclient.NewClient(n.driver.Attach())
	n.db, err = store.Open(n.dir + "/store")
	require.NoError(n.t, err)
	n.t.Cleanup(n.stop)
}

func (n *node) run() {
	n.t.Helper()
	guard, err := signer.Open(signer.Config{Space: n.db.Sub("guard"), BLS: n.keys.bls, Consensus: n.keys.consensus})
	require.NoError(n.t, err)
	level := slog.LevelWarn
	if os.Getenv("SQUAD_TEST_LOG") != "" {
		level = slog.LevelDebug
	}
	n.service, err = squad.New(squad.Config{
		Rollup: n.rollup, Domain: n.domain, Self: n.keys.id, Executor: n.driver, TxPool: n.driver, Submitter: n,
		Log: n.ledger, Sets: n.ledger, Sequencing: n.ledger, Inbox: n, Network: n.wire.port(n.keys.id), Guard: guard, Store: n.db.Sub("squad"),
		Clock: clock.Real(), Executed: n.take, From: n.from.Load, Evidence: &n.sink, Faults: n.faults, Unguarded: n.unguarded,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})).With("node", n.index),
	})
	require.NoError(n.t, err)
	ctx, cancel := context.WithCancel(context.Background())
	n.cancel, n.done = cancel, make(chan error, 1)
	n.wire.port(n.keys.id).up.Store(true)
	go func() { n.done <- n.service.Run(ctx) }()
}

// Submit is the node's way to consensus.
func (n *node) Submit(ctx context.Context, tx avs.Tx) error {
	if n.silent.Load() {
		return nil
	}
	return n.ledger.Submit(ctx, tx)
}

// Messages is what the node has read of the inbox.
func (n *node) Messages(_ avs.RollupID, from, to uint64) ([]avs.InboxMessage, error) {
	n.ledger.mu.Lock()
	defer n.ledger.mu.Unlock()
	if to+n.unread.Load() > uint64(len(n.ledger.messages)) {
		return nil, avs.ErrInboxUnread
	}
	return slices.Clone(n.ledger.messages[from:to]), nil
}

func (n *node) take(_ context.Context, e avs.Executed) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.executed = append(n.executed, e)
	return nil
}

func (n *node) told() []avs.Executed {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.executed)
}

// stop ends the node; a second call does nothing.
func (n *node) stop() {
	if n.cancel != nil {
		n.wire.port(n.keys.id).up.Store(false)
		n.cancel()
		require.NoError(n.t, <-n.done)
		n.cancel = nil
	}
	if n.driver != nil {
		n.client.Close()
		require.NoError(n.t, n.driver.Close(context.Background()))
		require.NoError(n.t, n.db.Close())
		n.driver = nil
	}
}

func (n *node) send(tx *types.Transaction) {
	n.t.Helper()
	require.NoError(n.t, n.client.SendTransaction(context.Background(), tx))
}

func (n *node) awaitIncluded(tx *types.Transaction) (number uint64) {
	n.t.Helper()
	testutil.Eventually(n.t, patient, func() bool {
		receipt, err := n.client.TransactionReceipt(context.Background(), tx.Hash())
		if err == nil {
			number = receipt.BlockNumber.Uint64()
		}
		return err == nil
	}, "transaction %s at node %d", tx.Hash(), n.index)
	return number
}

func (n *node) head() avs.BlockRef {
	n.t.Helper()
	head, err := n.driver.Head(context.Background())
	require.NoError(n.t, err)
	return head
}

// wire joins ports in memory.
type wire struct {
	mu    sync.Mutex
	ports map[avs.OperatorID]*port
	lose  func(from, to avs.OperatorID, name string) bool // nil loses nothing
	down  bool
	calls sync.WaitGroup
}

func (w *wire) port(id avs.OperatorID) *port {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ports[id] == nil {
		w.ports[id] = &port{wire: w, id: id, topics: map[string]avs.TopicHandler{}, requests: map[string]avs.RequestHandler{}}
	}
	return w.ports[id]
}

func (w *wire) filter(lose func(from, to avs.OperatorID, name string) bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.lose = lose
}

func (w *wire) close() {
	w.mu.Lock()
	w.down = true
	w.mu.Unlock()
	w.calls.Wait()
}

// reach is the port of an operator if it is up and the message is not lost. The caller calls calls.Done.
func (w *wire) reach(from, to avs.OperatorID, name string) *port {
	w.mu.Lock()
	defer w.mu.Unlock()
	p := w.ports[to]
	if w.down || p == nil || !p.up.Load() || w.lose != nil && w.lose(from, to, name) {
		return nil
	}
	w.calls.Add(1)
	return p
}

// port is one operator's Network.
type port struct {
	wire     *wire
	id       avs.OperatorID
	up       atomic.Bool
	mu       sync.Mutex
	topics   map[string]avs.TopicHandler
	requests map[string]avs.RequestHandler
	verdicts [3]atomic.Int64
}

func (p *port) Handle(topic string, _ int, h avs.TopicHandler) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.topics[topic] = h
	return nil
}

func (p *port) Serve(protocol string, _, _ int, h avs.RequestHandler) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.requests[protocol] = h
}

func (p *port) deliver(from avs.OperatorID, topic string, data []byte) avs.Verdict {
	p.mu.Lock()
	h := p.topics[topic]
	p.mu.Unlock()
	if h == nil {
		return avs.Ignore
	}
	v, _ := h(context.Background(), from, data)
	p.verdicts[v].Add(1)
	return v
}

func (p *port) Broadcast(_ context.Context, topic string, data []byte) error {
	p.wire.mu.Lock()
	var all []avs.OperatorID
	for id := range p.wire.ports {
		all = append(all, id)
	}
	p.wire.mu.Unlock()
	for _, id := range all {
		if id == p.id {
			continue
		}
		if to := p.wire.reach(p.id, id, topic); to != nil {
			go func() {
				defer p.wire.calls.Done()
				to.deliver(p.id, topic, data)
			}()
		}
	}
	return nil
}

var errUnreachable = errors.New("peer is not connected")

func (p *port) Request(ctx context.Context, id avs.OperatorID, protocol string, request []byte) ([]byte, error) {
	to := p.wire.reach(p.id, id, protocol)
	if to == nil {
		return nil, errUnreachable
	}
	defer p.wire.calls.Done()
	to.mu.Lock()
	h := to.requests[protocol]
	to.mu.Unlock()
	if h == nil {
		return nil, errUnreachable
	}
	return h(ctx, p.id, request)
}

func (p *port) Peers() []avs.OperatorID {
	p.wire.mu.Lock()
	defer p.wire.mu.Unlock()
	var out []avs.OperatorID
	for id, q := range p.wire.ports {
		if id != p.id && q.up.Load() {
			out = append(out, id)
		}
	}
	return out
}
