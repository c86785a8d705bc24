package consensus_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

func TestMain(m *testing.M) {
	if os.Getenv(childHome) != "" {
		os.Exit(runChild())
	}
	// What CometBFT and its database leave behind when they have stopped; each ends by itself or holds nothing open.
	goleak.VerifyTestMain(m,
		goleak.IgnoreAnyFunction("github.com/cometbft/cometbft/libs/autofile.OpenAutoFile.func1"),
		goleak.IgnoreAnyFunction("github.com/cometbft/cometbft/libs/autofile.(*AutoFile).closeFileRoutine"),
		goleak.IgnoreAnyFunction("github.com/cometbft/cometbft/blocksync.(*BlockPool).makeRequestersRoutine"),
		goleak.IgnoreAnyFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"),
	)
}

// patience is how long tests wait for what must happen; it allows for a slow machine and the race detector.
const patience = 60 * time.Second

// cluster is a network of operators in this process.
type cluster struct {
	*fixture.Network
	t      testing.TB
	rollup avs.Rollup
	peers  []string
	nodes  []*member
}

type member struct {
	*consensus.Node
	config consensus.Config
	key    *ecdsa.PrivateKey
	db     *store.DB
	dir    string
}

func newCluster(t testing.TB, operators, rollups int) *cluster {
	t.Helper()
	c := &cluster{Network: fixture.New(operators, rollups, uint64(time.Now().UnixMilli())), t: t}
	if rollups > 0 {
		c.rollup = c.Genesis.Rollups[0]
	}
	c.nodes = make([]*member, operators)
	dir, addresses := t.TempDir(), freeAddresses(t, operators)
	for i := range operators {
		c.peers = append(c.peers, consensus.NodeID(nodeKey(i).Public().(ed25519.PublicKey))+"@"+addresses[i])
	}
	for i := range operators {
		c.nodes[i] = &member{dir: filepath.Join(dir, fmt.Sprint(i)), key: c.Operators[i].Consensus, config: consensus.Config{
			NodeKey: nodeKey(i), Listen: addresses[i], Peers: c.peers,
			Genesis: c.Genesis, Clock: clock.Real(), Log: testLog(i),
		}}
	}
	t.Cleanup(func() { c.stop(c.all()...) })
	return c
}

func guardOf(db *store.DB, key *ecdsa.PrivateKey) (*signer.Guard, error) {
	return signer.Open(signer.Config{Space: db.Sub("guard"), Consensus: key})
}

func nodeKey(i int) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(crypto.Keccak256(fmt.Appendf(nil, "node %d", i)))
}

func testLog(i int) *slog.Logger {
	level := slog.LevelError
	if os.Getenv("TRIDENT_TEST_LOG") != "" {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})).With("node", i)
}

func freeAddresses(t testing.TB, n int) []string {
	t.Helper()
	var list []string
	var listeners []net.Listener
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		list, listeners = append(list, l.Addr().String()), append(listeners, l)
	}
	for _, l := range listeners {
		require.NoError(t, l.Close())
	}
	return list
}

func (c *cluster) all() []int {
	list := make([]int, len(c.nodes))
	for i := range list {
		list[i] = i
	}
	return list
}

func (c *cluster) each(which []int, fn func(m *member) error) {
	c.t.Helper()
	var wg sync.WaitGroup
	errs := make([]error, len(which))
	for k, i := range which {
		wg.Add(1)
		go func() { defer wg.Done(); errs[k] = fn(c.nodes[i]) }()
	}
	wg.Wait()
	for _, err := range errs {
		require.NoError(c.t, err)
	}
}

func (c *cluster) start(which ...int) {
	c.t.Helper()
	c.each(which, c.open)
}

func (c *cluster) open(m *member) (err error) {
	if m.db, err = store.Open(filepath.Join(m.dir, "store")); err != nil {
		return err
	}
	m.config.Home, m.config.Store = filepath.Join(m.dir, "consensus"), m.db.Sub("consensus")
	if m.config.Guard, err = guardOf(m.db, m.key); err != nil {
		return err
	}
	if m.Node, err = consensus.New(m.config); err != nil {
		return err
	}
	return m.Start()
}

func (c *cluster) stop(which ...int) {
	c.t.Helper()
	c.each(which, func(m *member) error {
		if m.db == nil {
			return nil
		}
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if m.Node != nil {
			if err := m.Stop(ctx); err != nil {
				return err
			}
		}
		defer func() { m.db = nil }()
		return m.db.Close()
	})
}

// running are the members that were started and not stopped.
func (c *cluster) running() []int {
	var list []int
	for i, m := range c.nodes {
		if m.db != nil {
			list = append(list, i)
		}
	}
	return list
}

// submit hands a transaction to the first running member; gossip brings it to the others.
func (c *cluster) submit(tx avs.Tx) {
	c.t.Helper()
	require.NoError(c.t, c.nodes[c.running()[0]].Submit(context.Background(), tx))
}

// nextBatch is a batch of this moment on a tip.
func (c *cluster) nextBatch(tip avs.Tip) (avs.Tx, avs.Tip) {
	c.t.Helper()
	squad, err := c.nodes[c.running()[0]].Current(avs.SquadSet(c.rollup.Index))
	require.NoError(c.t, err)
	slot := max(tip.Slot+1, c.rollup.Slots.SlotAt(uint64(time.Now().UnixMilli())))
	return c.Batch(c.rollup, squad, tip, slot, 0, "")
}

func (c *cluster) Leader(r avs.Rollup, squad *avs.OperatorSet, slot uint64, rank uint32) fixture.Operator {
	return c.Network.Leader(r, squad, c.plan(r, slot), slot, rank)
}

func (c *cluster) Batch(r avs.Rollup, squad *avs.OperatorSet, tip avs.Tip, slot uint64, rank uint32, salt string) (avs.Tx, avs.Tip) {
	return c.Lead(c.Header(r, squad, tip, slot, rank, salt), r, squad, c.plan(r, slot))
}

// plan is the plan of a slot; one far ahead is made up.
func (c *cluster) plan(r avs.Rollup, slot uint64) avs.SchedulePlan {
	if plan, ok := c.nodes[c.running()[0]].Plan(r.ID, r.Slots.Window(slot)); ok {
		return plan
	}
	return c.Network.Plan(r, slot)
}

// order submits a batch on the tip and waits until all running members have it.
func (c *cluster) order() avs.Tip {
	c.t.Helper()
	tip, err := c.nodes[c.running()[0]].Tip(c.rollup.ID)
	require.NoError(c.t, err)
	tx, next := c.nextBatch(tip)
	c.submit(tx)
	c.await("batch on every member", func(m *member) bool { return c.tipOf(m) == next })
	return next
}

func (c *cluster) tipOf(m *member) avs.Tip {
	tip, err := m.Tip(c.rollup.ID)
	require.NoError(c.t, err)
	return tip
}

// await waits until the condition holds for all running members.
func (c *cluster) await(what string, ok func(m *member) bool) {
	c.t.Helper()
	for _, i := range c.running() {
		m := c.nodes[i]
		if !assert.Eventually(c.t, func() bool { return ok(m) }, patience, 5*time.Millisecond, what) {
			require.FailNow(c.t, what, "member %d: %+v", i, m.Status())
		}
	}
}

// requireOneLog checks that all running members have one contiguous, parent-linked log.
func (c *cluster) requireOneLog() {
	c.t.Helper()
	which := c.running()
	tip := c.tipOf(c.nodes[which[0]])
	parent, slot := c.rollup.GenesisHash, uint64(0)
	for number := uint64(1); number <= tip.Number; number++ {
		first, found, err := c.nodes[which[0]].Ordered(c.rollup.ID, number)
		require.NoError(c.t, err)
		require.True(c.t, found, "number %d", number)
		h := first.Header.Header
		require.Equal(c.t, parent, h.ParentHash)
		require.Greater(c.t, h.Slot, slot)
		parent, slot = h.BlockHash, h.Slot
		for _, i := range which[1:] {
			other, found, err := c.nodes[i].Ordered(c.rollup.ID, number)
			require.NoError(c.t, err)
			require.True(c.t, found, "number %d at member %d", number, i)
			require.Equal(c.t, first.Encode(), other.Encode(), "number %d at member %d", number, i)
		}
	}
}
