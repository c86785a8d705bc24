package mach

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
	"github.com/trident-network/trident/internal/testutil"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

const wait = 20 * time.Second

var (
	testDomain = avs.Domain{Network: "trident-test", L1ChainID: 31337, Contract: common.HexToAddress("0x7e57")}
	testRollup = avs.Rollup{ID: common.HexToHash("0x0a11ce"), Name: "demo", Index: 0, ChainID: 7001}
)

// operator is an identity with its key.
type operator struct {
	id     avs.OperatorID
	secret bls.SecretKey
}

// operators are n identities in the order of their set.
func operators(t testing.TB, n int) []operator {
	t.Helper()
	out := make([]operator, n)
	for i := range out {
		seed := crypto.Keccak256(binary.BigEndian.AppendUint64([]byte("operator"), uint64(i)))
		seed[0] = 0
		key, err := bls.SecretKeyFromBytes(seed)
		require.NoError(t, err)
		out[i] = operator{common.BytesToAddress(seed[12:]), key}
	}
	slices.SortFunc(out, func(a, b operator) int { return a.id.Cmp(b.id) })
	return out
}

func newSet(t testing.TB, id avs.SetID, epoch avs.Epoch, ops []operator, weights ...uint64) *avs.OperatorSet {
	t.Helper()
	members := make([]avs.Member, len(ops))
	for i, op := range ops {
		consensus, err := crypto.ToECDSA(crypto.Keccak256(op.id[:]))
		require.NoError(t, err)
		weight := uint64(100)
		if i < len(weights) {
			weight = weights[i]
		}
		members[i] = avs.Member{Operator: op.id, BLSKey: op.secret.PublicKey().Bytes(),
			ConsensusKey: [33]byte(crypto.CompressPubkey(&consensus.PublicKey)), Weight: *uint256.NewInt(weight)}
	}
	set, err := avs.NewOperatorSet(id, epoch, members)
	require.NoError(t, err)
	return set
}

// sets is an avs.OperatorSets that tests fill.
type sets struct {
	mu    sync.Mutex
	known map[avs.SetID][]*avs.OperatorSet
}

func newSets(all ...*avs.OperatorSet) *sets {
	s := &sets{known: make(map[avs.SetID][]*avs.OperatorSet)}
	for _, set := range all {
		s.add(set)
	}
	return s
}

func (s *sets) add(set *avs.OperatorSet) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known[set.ID()] = append(s.known[set.ID()], set)
}

func (s *sets) Current(id avs.SetID) (*avs.OperatorSet, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := s.known[id]
	if len(all) == 0 {
		return nil, errors.New("no epoch yet")
	}
	return all[len(all)-1], nil
}

func (s *sets) At(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, set := range s.known[id] {
		if set.Epoch() == epoch {
			return set, true
		}
	}
	return nil, false
}

// hub joins ports in one process: everybody hears everybody, except who is cut off.
type hub struct {
	mu    sync.Mutex
	ports map[avs.OperatorID]*port
	cut   map[avs.OperatorID]bool
	deaf  map[avs.OperatorID]string // topic that the operator hears nothing of
}

func newHub() *hub {
	return &hub{ports: make(map[avs.OperatorID]*port), cut: make(map[avs.OperatorID]bool), deaf: make(map[avs.OperatorID]string)}
}

// port is one operator's avs.Network.
type port struct {
	hub      *hub
	self     avs.OperatorID
	topics   map[string]avs.TopicHandler
	requests map[string]avs.RequestHandler
}

func (h *hub) join(self avs.OperatorID) *port {
	h.mu.Lock()
	defer h.mu.Unlock()
	p := &port{h, self, make(map[string]avs.TopicHandler), make(map[string]avs.RequestHandler)}
	h.ports[self] = p
	return p
}

func (h *hub) setCut(op avs.OperatorID, cut bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.cut[op] = cut
}

func (p *port) Handle(topic string, _ int, handler avs.TopicHandler) error {
	p.hub.mu.Lock()
	defer p.hub.mu.Unlock()
	p.topics[topic] = handler
	return nil
}

func (p *port) Serve(protocol string, _, _ int, handler avs.RequestHandler) {
	p.hub.mu.Lock()
	defer p.hub.mu.Unlock()
	p.requests[protocol] = handler
}

func (p *port) Broadcast(ctx context.Context, topic string, data []byte) error {
	p.hub.mu.Lock()
	var handlers []avs.TopicHandler
	for op, other := range p.hub.ports {
		if op != p.self && !p.hub.cut[op] && !p.hub.cut[p.self] && p.hub.deaf[op] != topic && other.topics[topic] != nil {
			handlers = append(handlers, other.topics[topic])
		}
	}
	p.hub.mu.Unlock()
	// Handlers run one after another here, so none may wait for the next one, nor for the clock.
	impatient, cancel := context.WithCancel(ctx)
	cancel()
	for _, handler := range handlers {
		if verdict, err := handler(impatient, p.self, slices.Clone(data)); verdict == avs.Reject {
			return fmt.Errorf("rejected: %w", err)
		}
	}
	return nil
}

func (p *port) Request(ctx context.Context, to avs.OperatorID, protocol string, request []byte) ([]byte, error) {
	p.hub.mu.Lock()
	other, cut := p.hub.ports[to], p.hub.cut[to] || p.hub.cut[p.self]
	var handler avs.RequestHandler
	if other != nil {
		handler = other.requests[protocol]
	}
	p.hub.mu.Unlock()
	if cut || handler == nil {
		return nil, errors.New("not connected")
	}
	return handler(ctx, p.self, request)
}

func (p *port) Peers() []avs.OperatorID {
	p.hub.mu.Lock()
	defer p.hub.mu.Unlock()
	var out []avs.OperatorID
	for op := range p.hub.ports {
		if op != p.self && !p.hub.cut[op] && !p.hub.cut[p.self] {
			out = append(out, op)
		}
	}
	slices.SortFunc(out, avs.OperatorID.Cmp)
	return out
}

// client is an execution client that knows what was executed and remembers what was finalised.
type client struct {
	mu        sync.Mutex
	known     map[common.Hash]bool
	finalized []common.Hash
}

func (c *client) learn(hash common.Hash) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known[hash] = true
}

func (c *client) Finalize(_ context.Context, hash common.Hash) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.known[hash] {
		return errors.New("unknown block")
	}
	c.finalized = append(c.finalized, hash)
	return nil
}

func (c *client) last() common.Hash {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.finalized) == 0 {
		return common.Hash{}
	}
	return c.finalized[len(c.finalized)-1]
}

// sink keeps evidence and fails as often as it is told.
type sink struct {
	mu    sync.Mutex
	fails int
	taken []avs.ConflictingClaims
}

func (s *sink) Report(_ context.Context, e avs.Evidence) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fails > 0 {
		s.fails--
		return errors.New("disk is full")
	}
	s.taken = append(s.taken, *e.Claims)
	return nil
}

func (s *sink) all() []avs.ConflictingClaims {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.taken)
}

// executed is block number of a chain that the fork byte tells from others.
func executed(number uint64, epoch avs.Epoch, fork byte) avs.Executed {
	return avs.Executed{
		Block: avs.BlockRef{Number: number, Hash: blockHash(number, fork), ParentHash: blockHash(number-1, 0),
			StateRoot: crypto.Keccak256Hash([]byte("state"), binary.BigEndian.AppendUint64(nil, number), []byte{fork})},
		Batch: avs.OrderedBatch{MachEpoch: epoch},
	}
}

func blockHash(number uint64, fork byte) common.Hash {
	return crypto.Keccak256Hash([]byte("block"), binary.BigEndian.AppendUint64(nil, number), []byte{fork})
}

func claimOf(e avs.Executed) avs.FinalityClaim {
	return avs.FinalityClaim{Rollup: testRollup.ID, Epoch: e.Batch.MachEpoch, Number: e.Block.Number, BlockHash: e.Block.Hash,
		ParentHash: e.Block.ParentHash, StateRoot: e.Block.StateRoot, Level: avs.LevelExecution}
}

func attest(op operator, member int, claim avs.FinalityClaim) avs.Attestation {
	sig := op.secret.Sign(claim.Digest(testDomain))
	return avs.Attestation{Claim: claim, Member: uint16(member), Signature: sig.Bytes()}
}

// node is one operator with real store, guard and service around test doubles of the outside.
type node struct {
	op      operator
	db      *store.DB
	clock   *clock.Fake
	client  *client
	sink    *sink
	service *Service
	cancel  context.CancelFunc
	done    chan error
}

type bench struct {
	t     testing.TB
	hub   *hub
	join  func(avs.OperatorID) avs.Network
	sets  *sets
	clock *clock.Fake
	ops   []operator
	nodes []*node
}

// newBench has n operators of equal weight in the rollup's MACH set at epoch 1. None runs yet.
func newBench(t testing.TB, n int) *bench {
	t.Helper()
	h := newHub()
	b := newBenchOn(t, operators(t, n), n, func(id avs.OperatorID) avs.Network { return h.join(id) })
	b.hub = h
	return b
}

// newBenchOn has operators of equal weight, the first of them with a service on a network.
func newBenchOn(t testing.TB, ops []operator, running int, join func(avs.OperatorID) avs.Network) *bench {
	t.Helper()
	b := &bench{t: t, join: join, ops: ops, clock: clock.NewFake(time.Unix(1_700_000_000, 0)),
		sets: newSets(newSet(t, avs.MachSet(0), 1, ops), newSet(t, avs.OrderingSet, 1, ops))}
	for _, op := range ops[:running] {
		b.nodes = append(b.nodes, b.newNode(op))
	}
	return b
}

func (b *bench) newNode(op operator) *node {
	db, err := store.Memory()
	require.NoError(b.t, err)
	n := &node{op: op, db: db, clock: b.clock, client: &client{known: make(map[common.Hash]bool)}, sink: &sink{}}
	b.open(n)
	b.t.Cleanup(func() {
		n.stop(b.t)
		require.NoError(b.t, db.Close())
	})
	return n
}

// open makes the node's service from what its store has.
func (b *bench) open(n *node) {
	guard, err := signer.Open(signer.Config{Space: n.db.Sub("guard"), BLS: n.op.secret})
	require.NoError(b.t, err)
	n.service, err = New(Config{Rollup: testRollup, Domain: testDomain, Self: n.op.id, Sets: b.sets, Network: b.join(n.op.id),
		Signer: guard, Executor: n.client, Evidence: n.sink, Store: n.db.Sub("mach"), Clock: b.clock})
	require.NoError(b.t, err)
}

func (n *node) start() {
	ctx, cancel := context.WithCancel(context.Background())
	n.cancel, n.done = cancel, make(chan error, 1)
	service, done := n.service, n.done
	go func() { done <- service.Run(ctx) }()
}

// startAll returns when all are on the network, so that none misses what another says first.
func (b *bench) startAll(nodes ...*node) {
	b.t.Helper()
	for _, n := range nodes {
		n.start()
	}
	testutil.Eventually(b.t, wait, func() bool {
		b.hub.mu.Lock()
		defer b.hub.mu.Unlock()
		for _, n := range nodes {
			if b.hub.ports[n.op.id].requests[n.service.wantsProtocol()] == nil { // registered last
				return false
			}
		}
		return true
	}, "all on the network")
}

func (n *node) stop(t testing.TB) {
	t.Helper()
	if n.cancel == nil {
		return
	}
	n.cancel()
	require.NoError(t, <-n.done)
	n.cancel = nil
}

func (n *node) execute(t testing.TB, e avs.Executed) {
	t.Helper()
	n.client.learn(e.Block.Hash)
	require.NoError(t, n.service.Executed(e))
}

// eventually polls a condition while the fake clock runs on.
func (b *bench) eventually(cond func() bool, what ...any) {
	b.t.Helper()
	testutil.Eventually(b.t, wait, func() bool {
		if cond() {
			return true
		}
		b.clock.Advance(tickInterval / 4)
		return false
	}, what...)
}

func (b *bench) certified(number uint64, nodes ...*node) {
	b.t.Helper()
	b.eventually(func() bool {
		for _, n := range nodes {
			if s := n.service.Status(); s.Certified < number || s.Published < number {
				return false
			}
		}
		return true
	}, "certificate of number %d", number)
}
