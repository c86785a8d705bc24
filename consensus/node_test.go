package consensus_test

import (
	"context"
	"crypto/ed25519"
	"net"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/consensus/state"
)

func TestFourOperatorsOrder(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.start(c.all()...)
	for range 5 {
		c.order()
	}
	c.requireOneLog()
	c.await("peers", func(m *member) bool { return len(m.Status().Peers) == 3 })
	s := c.nodes[1].Status()
	require.Len(t, s.Validators, 4)
	require.NotZero(t, s.Proposer)
	require.False(t, s.Syncing)

	_, found, err := c.nodes[0].Ordered(c.rollup.ID, 6)
	require.NoError(t, err)
	require.False(t, found)
	_, err = c.nodes[0].Tip(avs.RollupID{1})
	require.Error(t, err)
	_, err = c.nodes[0].Current(77)
	require.ErrorIs(t, err, consensus.ErrNoSet)
}

// One of four may be dead; with two dead it halts, and goes on where it was when one returns.
func TestStoppedOperators(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.start(c.all()...)
	c.order()
	c.stop(3)
	for range 3 {
		c.order()
	}
	c.stop(2)
	tip := c.tipOf(c.nodes[0])
	tx, next := c.nextBatch(tip)
	c.submit(tx)
	height := c.nodes[0].Status().Height
	require.Never(t, func() bool { return c.nodes[0].Status().Height > height+1 }, 2*time.Second, 50*time.Millisecond,
		"two of four must not decide")
	require.Equal(t, tip, c.tipOf(c.nodes[0]))

	c.start(3)
	c.await("the batch of the halt", func(m *member) bool { return c.tipOf(m) == next })
	c.order()
	c.start(2)
	c.await("the late one catches up", func(m *member) bool { return c.tipOf(m) == c.tipOf(c.nodes[0]) })
	c.order()
	c.requireOneLog()
}

// All operators stop and start again: the same chain, from the store of each.
func TestRestartOfAll(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.start(c.all()...)
	for range 3 {
		c.order()
	}
	tip := c.tipOf(c.nodes[0])
	c.stop(c.all()...)
	c.start(c.all()...)
	require.Equal(t, tip, c.tipOf(c.nodes[2]))
	c.order()
	c.requireOneLog()
}

// The ordering set follows L1 views: a validator leaves, and comes back.
func TestValidatorsFollowViews(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.start(c.all()...)
	c.order()
	ordering := func() *avs.OperatorSet {
		set, err := c.nodes[0].Current(avs.OrderingSet)
		require.NoError(t, err)
		return set
	}
	change := func(number uint64, set *avs.OperatorSet) {
		c.submit(c.View(number, ordering(), 1, set))
		c.await("set in force", func(m *member) bool {
			current, err := m.Current(avs.OrderingSet)
			return err == nil && current.Epoch() == set.Epoch()
		})
		height := c.nodes[0].Status().Height
		c.await("validators in force", func(m *member) bool { return m.Status().Height >= height+3 })
		require.Len(t, c.nodes[0].Status().Validators, set.Len())
	}

	gone := c.Operators[3]
	before := c.nodes[0].Status().Height
	change(11, c.Set(avs.OrderingSet, 2, c.Operators[:3]))
	number, _ := c.nodes[1].L1()
	require.Equal(t, uint64(11), number)
	address := crypto.PubkeyToAddress(gone.Consensus.PublicKey)
	who, ok := c.nodes[0].OperatorAt(before, address)
	require.True(t, ok)
	require.Equal(t, gone.ID, who)
	_, ok = c.nodes[0].OperatorAt(c.nodes[0].Status().Height, address)
	require.False(t, ok)
	c.stop(3) // no validator any more: the three others are all
	for range 3 {
		c.order()
	}

	change(12, c.Set(avs.OrderingSet, 3, c.Operators))
	c.start(3)
	c.await("caught up", func(m *member) bool { return !m.Status().Syncing && c.tipOf(m) == c.tipOf(c.nodes[0]) })
	c.stop(0) // now the returned one is needed
	c.order()
	for epoch := avs.Epoch(1); epoch <= 3; epoch++ {
		set, ok := c.nodes[3].At(avs.OrderingSet, epoch)
		require.True(t, ok)
		require.Equal(t, epoch, set.Epoch())
	}
	_, ok = c.nodes[3].At(avs.OrderingSet, 4)
	require.False(t, ok)
}

// A view as large as a transaction may be passes among batches.
func TestLargeView(t *testing.T) {
	c := newCluster(t, 4, 1)
	var many []fixture.Operator
	for i := range avs.MaxMembers {
		many = append(many, fixture.NewOperator(1000+i))
	}
	c.start(c.all()...)
	c.order()
	ordering, err := c.nodes[0].Current(avs.OrderingSet)
	require.NoError(t, err)
	var sets []*avs.OperatorSet
	for id := range avs.SetID(8) {
		sets = append(sets, c.Set(40+id, 1, many))
	}
	tx := c.View(11, ordering, 0, sets...)
	require.Greater(t, len(tx.Encode()), avs.MaxTxSize*4/5)
	c.submit(tx)
	c.order()
	c.await("set in force", func(m *member) bool { _, err := m.Current(47); return err == nil })
	c.order()
	c.requireOneLog()
}

// What does not apply yet waits in the mempool until it does.
func TestNotYetWaits(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.start(c.all()...)
	first := c.order()

	squad, err := c.nodes[0].Current(avs.SquadSet(c.rollup.Index))
	require.NoError(t, err)
	slot := max(first.Slot+1, c.rollup.Slots.SlotAt(uint64(time.Now().UnixMilli())))
	second, tip2 := c.Batch(c.rollup, squad, first, slot, 0, "")
	third, tip3 := c.Batch(c.rollup, squad, tip2, slot+1, 0, "")
	require.NoError(t, c.nodes[1].Submit(t.Context(), third), "a gap is no fault")
	require.NoError(t, c.nodes[1].Submit(t.Context(), third), "nor is a repetition")
	require.NoError(t, c.nodes[2].Submit(t.Context(), second))
	c.await("both", func(m *member) bool { return c.tipOf(m) == tip3 })

	early, tip4 := c.Batch(c.rollup, squad, tip3, c.rollup.Slots.SlotAt(uint64(time.Now().UnixMilli()))+9, 0, "")
	c.submit(early)
	c.await("the early one", func(m *member) bool { return c.tipOf(m) == tip4 })
	require.Error(t, c.nodes[0].Submit(t.Context(), c.Sign(
		c.Header(c.rollup, squad, tip4, tip4.Slot+60, 0, ""), c.Leader(c.rollup, squad, tip4.Slot+60, 0), squad)), "far too early")
	c.requireOneLog()
}

// A transaction whose predecessor never comes leaves the mempool, so that the chain comes to rest.
func TestOrphanLeaves(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.start(c.all()...)
	tip := c.order()
	tip.Number, tip.Hash = tip.Number+1, common.Hash{1}
	tx, _ := c.nextBatch(tip)
	c.submit(tx)
	require.Equal(t, 1, c.nodes[0].Status().Mempool)
	c.await("empty mempool", func(m *member) bool { return m.Status().Mempool == 0 })
}

// A flood leaves the mempool small and the chain at work.
func TestFloodIsBounded(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.start(c.all()...)
	tip := c.order()
	squad, err := c.nodes[0].Current(avs.SquadSet(c.rollup.Index))
	require.NoError(t, err)

	// One header with many proofs, and many headers for one slot by its leader: one has the place.
	base := tip
	base.Number++ // a gap, so that it stays
	slot := c.rollup.Slots.SlotAt(uint64(time.Now().UnixMilli()))
	leader := c.Leader(c.rollup, squad, slot, 0)
	refused := 0
	for i := range 300 {
		h := c.Header(c.rollup, squad, base, slot, 0, string(rune(i)))
		if c.nodes[0].Submit(t.Context(), c.Sign(h, leader, squad)) != nil {
			refused++
		}
	}
	require.GreaterOrEqual(t, refused, 290)
	require.LessOrEqual(t, c.nodes[0].Status().Mempool, 10)

	// Strangers and rubbish.
	for i := range 200 {
		h := c.Header(c.rollup, squad, tip, slot+uint64(i), 0, "")
		err := c.nodes[0].Submit(t.Context(), c.Sign(h, fixture.NewOperator(77), squad))
		require.ErrorIs(t, err, consensus.ErrRefused)
		require.ErrorIs(t, err, state.ErrVoid)
	}
	require.ErrorIs(t, c.nodes[0].Submit(t.Context(), avs.Tx{}), consensus.ErrRefused)
	require.LessOrEqual(t, c.nodes[0].Status().Mempool, 10)
	c.order()
	c.requireOneLog()
}

func TestStrangersMayNotConnect(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.nodes[3].config.OpenPeers = true
	for _, m := range c.nodes[:3] {
		m.config.Peers = c.peers[:3]
	}
	c.start(c.all()...)
	c.order0to2()
	require.Empty(t, c.nodes[3].Status().Peers)
	for _, m := range c.nodes[:3] {
		m.SetPeers(c.peers)
	}
	c.await("connected once known", func(m *member) bool { return len(m.Status().Peers) == 3 })
	c.order()
}

// order0to2 orders a batch at members 0 to 2.
func (c *cluster) order0to2() {
	c.t.Helper()
	tx, next := c.nextBatch(c.tipOf(c.nodes[0]))
	c.submit(tx)
	for _, m := range c.nodes[:3] {
		require.Eventually(c.t, func() bool { return c.tipOf(m) == next }, patience, 5*time.Millisecond)
	}
}

func TestRefusals(t *testing.T) {
	c := newCluster(t, 1, 1)
	m := c.nodes[0]
	c.start(0)
	c.order()
	require.Error(t, m.Start(), "started twice")
	c.stop(0)
	require.ErrorIs(t, m.Submit(t.Context(), avs.Tx{}), consensus.ErrNotRunning)

	t.Run("address in use", func(t *testing.T) {
		l, err := net.Listen("tcp", m.config.Listen)
		require.NoError(t, err)
		defer l.Close()
		require.ErrorIs(t, c.tryStart(0), consensus.ErrAddressUsed)
	})
	t.Run("store of another network", func(t *testing.T) {
		genesis := m.config.Genesis
		defer func() { m.config.Genesis = genesis }()
		m.config.Genesis = fixture.New(1, 2, genesis.TimeMillis).Genesis
		require.ErrorIs(t, c.tryStart(0), consensus.ErrOtherNetwork)
	})
	t.Run("home of another network", func(t *testing.T) {
		file := filepath.Join(m.dir, "consensus", "network")
		mark, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, []byte("0x00 other"), 0o600))
		require.ErrorIs(t, c.tryStart(0), consensus.ErrOtherNetwork)
		require.NoError(t, os.WriteFile(file, mark, 0o600))
	})
	t.Run("guard without a history", func(t *testing.T) {
		file := filepath.Join(m.dir, "consensus", "data", "last_vote.json")
		key := m.key
		defer func() { m.key = key }()
		var err error
		m.key, err = crypto.GenerateKey() // the guard has no history of it
		require.NoError(t, err)
		require.ErrorIs(t, c.tryStart(0), consensus.ErrSignState)
		require.NoError(t, os.WriteFile(file, []byte("{"), 0o600))
		require.ErrorContains(t, c.tryStart(0), "read last vote")
		require.NoError(t, os.Remove(file))
	})
	t.Run("genesis in the future", func(t *testing.T) {
		late := newCluster(t, 1, 1)
		late.nodes[0].config.Genesis.TimeMillis += 3_600_000
		require.ErrorContains(t, late.tryStart(0), "in the future")
	})
	t.Run("configuration", func(t *testing.T) {
		_, err := consensus.New(consensus.Config{})
		require.ErrorIs(t, err, consensus.ErrConfig)
	})
	c.start(0)
	c.order()
}

// A fault that consensus cannot go on from is told, and Stop still works.
func TestFaultIsSignalled(t *testing.T) {
	c := newCluster(t, 1, 1)
	c.start(0)
	c.order()
	m := c.nodes[0]
	require.NoError(t, m.db.Close()) // as a disk that is gone
	m.db = nil
	select {
	case err := <-m.Failed():
		require.Error(t, err)
	case <-time.After(patience):
		t.Fatal("no fault was told")
	}
	require.NoError(t, m.Stop(t.Context()))
	c.start(0) // it is repaired by a restart
	c.order()
}

// tryStart starts a member that is expected to refuse, and closes its store again.
func (c *cluster) tryStart(i int) error {
	c.t.Helper()
	m := c.nodes[i]
	defer c.stop(i)
	return c.open(m)
}

func TestNodeID(t *testing.T) {
	require.Len(t, consensus.NodeID(nodeKey(1).Public().(ed25519.PublicKey)), 40)
}

// order reports how long a batch takes from Submit to the log of every member, with all on one disk.
func BenchmarkOrder(b *testing.B) {
	c := newCluster(b, 4, 1)
	c.start(c.all()...)
	c.order()
	var all []time.Duration
	for b.Loop() {
		tip := c.tipOf(c.nodes[0])
		tx, next := c.nextBatch(tip)
		begin := time.Now()
		require.NoError(b, c.nodes[len(all)%4].Submit(context.Background(), tx))
		for _, m := range c.nodes {
			for c.tipOf(m) != next {
				changed := m.Changed()
				if c.tipOf(m) == next {
					break
				}
				<-changed
			}
		}
		all = append(all, time.Since(begin))
		if ahead := time.Until(time.Unix(int64(next.Timestamp)+1, 0).Add(time.Duration(len(all)*37%1000) * time.Millisecond)); ahead > 0 {
			<-time.After(ahead) // a block a second, at moments that have nothing to do with the heartbeat
		}
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(all[len(all)*95/100].Microseconds())/1000, "p95-ms")
}
