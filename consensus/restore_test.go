package consensus_test

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus"
	"github.com/trident-network/trident/internal/store"
)

// snapNet carries requests for snapshots between members of one test. It implements avs.Network as far as that needs.
type snapNet struct {
	avs.Network // nil: nothing else is asked for

	mu      sync.Mutex
	serves  map[avs.OperatorID]avs.RequestHandler
	joining avs.OperatorID                                                            // who registers next
	change  func(to avs.OperatorID, request, reply []byte, err error) ([]byte, error) // what becomes of replies; may be nil
}

func (n *snapNet) Serve(_ string, _, _ int, h avs.RequestHandler) { n.serves[n.joining] = h }

func (n *snapNet) Peers() []avs.OperatorID {
	var ids []avs.OperatorID
	for id := range n.serves {
		ids = append(ids, id)
	}
	return ids
}

func (n *snapNet) Request(ctx context.Context, to avs.OperatorID, _ string, request []byte) ([]byte, error) {
	reply, err := n.serves[to](ctx, avs.OperatorID{}, request)
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.change != nil {
		return n.change(to, request, append([]byte{}, reply...), err)
	}
	return reply, err
}

// prepare opens a member without starting it.
func (c *cluster) prepare(m *member) {
	c.t.Helper()
	var err error
	m.db, err = store.Open(filepath.Join(m.dir, "store"))
	require.NoError(c.t, err)
	m.config.Home, m.config.Store = filepath.Join(m.dir, "consensus"), m.db.Sub("consensus")
	m.config.Guard, err = guardOf(m.db, m.key)
	require.NoError(c.t, err)
	m.Node, err = consensus.New(m.config)
	require.NoError(c.t, err)
}

// A member that comes late takes the state from the others: it has what they have, less old batches, and goes on with them. What
// is tampered with is refused and taken from somebody else.
func TestNewcomerBeginsWithASnapshot(t *testing.T) {
	c := newCluster(t, 4, 1)
	for _, m := range c.nodes {
		m.config.SnapshotBatches = 3
	}
	c.start(0, 1, 2)
	for range 6 {
		c.order()
	}
	number, ordering := uint64(20), c.Genesis.Sets[0]
	for epoch := avs.Epoch(2); epoch < 4; epoch++ { // sets change hands twice
		next := c.Set(avs.MachSet(0), epoch, c.Operators)
		c.submit(c.View(number, ordering, 0, next))
		c.await("set in force", func(m *member) bool { s, err := m.Current(avs.MachSet(0)); return err == nil && s.Epoch() == epoch })
		number += 10
	}
	tip := c.order()
	n := &snapNet{serves: map[avs.OperatorID]avs.RequestHandler{}}
	for i := range 3 {
		n.joining = c.Operators[i].ID
		c.nodes[i].ServeSnapshots(n)
	}
	late := c.nodes[3]
	c.prepare(late)
	trusted := func() []*avs.OperatorSet { return []*avs.OperatorSet{ordering} }
	restore := func(cfg consensus.RestoreConfig) (bool, error) {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		cfg.Network = n
		return late.Restore(ctx, cfg)
	}
	done, err := restore(consensus.RestoreConfig{Trusted: trusted, Behind: 1 << 20})
	require.NoError(t, err)
	require.False(t, done, "the network is too young")

	lies, refused := 0, false
	honest := c.Operators[2].ID
	n.change = func(to avs.OperatorID, _, reply []byte, err error) ([]byte, error) {
		if to != honest && len(reply) > 400 {
			lies++
			reply[len(reply)/2] ^= 1
		} else if len(reply) > 400 && !refused { // so that a liar is asked
			refused, err = true, context.DeadlineExceeded
		}
		return reply, err
	}
	done, err = restore(consensus.RestoreConfig{Trusted: trusted})
	require.NoError(t, err)
	require.True(t, done)
	require.Positive(t, lies)
	n.change = nil
	require.False(t, late.Fresh())
	require.Equal(t, tip, c.tipOf(late))
	require.NoError(t, late.Start())
	c.await("all are at the tip", func(m *member) bool { return c.tipOf(m) == tip })

	for number := uint64(1); number <= tip.Number; number++ {
		want, _, err := c.nodes[0].Ordered(c.rollup.ID, number)
		require.NoError(t, err)
		got, found, err := late.Ordered(c.rollup.ID, number)
		require.NoError(t, err)
		require.Equal(t, number > tip.Number-3, found, "number %d", number)
		if found {
			require.Equal(t, want, got)
		}
	}
	views, err := c.nodes[0].HandOffsFrom(0, 100)
	require.NoError(t, err)
	got, err := late.HandOffsFrom(0, 100)
	require.NoError(t, err)
	require.Equal(t, len(views), len(got))
	window := c.rollup.Slots.Window(c.rollup.Slots.SlotAt(uint64(time.Now().UnixMilli())))
	want, known := c.nodes[0].Plan(c.rollup.ID, window)
	require.True(t, known)
	plan, known := late.Plan(c.rollup.ID, window)
	require.True(t, known)
	plan.Jailed, want.Jailed = append(avs.Bitmap{}, plan.Jailed...), append(avs.Bitmap{}, want.Jailed...) // none may be nil
	require.Equal(t, want, plan, "the same schedule as who replayed")
	c.stop(1) // it is needed now: without it there are not more than two thirds
	c.order()
	c.stop(3)
	c.start(1)
	c.order()
	c.start(3)
	c.await("it comes back", func(m *member) bool { return c.tipOf(m) == c.tipOf(c.nodes[0]) })
}

// Nothing is believed that no set of L1 has signed, or that too few have.
func TestSnapshotIsNotBelieved(t *testing.T) {
	c := newCluster(t, 4, 1)
	c.start(0, 1, 2)
	c.order()
	n := &snapNet{serves: map[avs.OperatorID]avs.RequestHandler{}}
	n.joining = c.Operators[0].ID
	c.nodes[0].ServeSnapshots(n) // a quarter of the weight
	late := c.nodes[3]
	c.prepare(late)
	attempt := func(name string, set *avs.OperatorSet) {
		t.Helper()
		for range 2 { // the first makes them have a snapshot
			ctx, cancel := context.WithTimeout(context.Background(), 600*time.Millisecond)
			done, err := late.Restore(ctx, consensus.RestoreConfig{Network: n, Trusted: func() []*avs.OperatorSet { return []*avs.OperatorSet{set} }})
			cancel()
			require.ErrorIs(t, err, context.DeadlineExceeded, name)
			require.False(t, done)
			require.True(t, late.Fresh())
			for range 2 {
				c.order()
			}
		}
	}
	all := c.nodes
	c.nodes = all[:3] // the late one does not order yet
	defer func() { c.nodes = all }()
	attempt("too few have it", c.Genesis.Sets[0])
	for i := 1; i < 3; i++ {
		n.joining = c.Operators[i].ID
		c.nodes[i].ServeSnapshots(n)
	}
	attempt("not a set of L1", c.Set(avs.OrderingSet, 1, c.Operators[:3]))
}
