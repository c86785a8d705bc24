package consensus_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus"
	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
)

// childHome is set in a process that a test starts to have an operator that it can kill.
const childHome = "TRIDENT_TEST_CHILD"

// child says which operator the process is.
type child struct {
	Dir         string
	StartMillis uint64
	Operators   int
	Index       int
	TwinOf      int // with the consensus key of this operator, one based; 0 for its own
	Listen      string
	Peers       []string
	Batches     int // to order by itself before it ends; 0 to follow until it is killed
}

func runChild() int {
	var c child
	if err := json.Unmarshal([]byte(os.Getenv(childHome)), &c); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if err := c.run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	return 0
}

func (c child) config(n *fixture.Network, db *store.DB) (consensus.Config, error) {
	key := n.Operators[c.Index].Consensus
	if c.TwinOf > 0 {
		key = n.Operators[c.TwinOf-1].Consensus
	}
	guard, err := guardOf(db, key)
	return consensus.Config{
		Home: filepath.Join(c.Dir, "consensus"), Guard: guard, NodeKey: nodeKey(c.Index),
		Listen: c.Listen, Peers: c.Peers, Genesis: n.Genesis, Store: db.Sub("consensus"), Clock: clock.Real(), Log: testLog(c.Index),
	}, err
}

// run prints the number of each batch that it sees ordered.
func (c child) run() error {
	n := fixture.New(c.Operators, 1, c.StartMillis)
	db, err := store.Open(filepath.Join(c.Dir, "store"))
	if err != nil {
		return err
	}
	config, err := c.config(n, db)
	if err != nil {
		return err
	}
	node, err := consensus.New(config)
	if err != nil {
		return err
	}
	if err := node.Start(); err != nil {
		return err
	}
	r, printed := n.Genesis.Rollups[0], uint64(0)
	for ordered := 0; c.Batches == 0 || ordered < c.Batches; ordered++ {
		changed := node.Changed()
		tip, err := node.Tip(r.ID)
		if err != nil {
			return err
		}
		if c.Batches > 0 {
			if err := node.Submit(context.Background(), quickBatch(n, tip)); err != nil {
				return err
			}
		}
		if tip.Number > printed {
			printed = tip.Number
			fmt.Println(tip.Number)
		}
		select {
		case <-changed:
		case err := <-node.Failed():
			return err
		}
	}
	if err := node.Stop(context.Background()); err != nil {
		return err
	}
	return db.Close()
}

// quickBatch follows the tip as soon as can be: the genesis of the fixture lies far enough in the past for many of them.
func quickBatch(n *fixture.Network, tip avs.Tip) avs.Tx {
	r := n.Genesis.Rollups[0]
	squad := n.Set(avs.SquadSet(r.Index), 1, n.Operators)
	h := n.Header(r, squad, tip, tip.Slot+1, 0, "")
	h.Timestamp = tip.Timestamp + 1
	return n.Sign(h, n.Leader(r, squad, n.Plan(r, h.Slot), h.Slot, 0), squad)
}

func (c child) command(t *testing.T, extra ...string) *exec.Cmd {
	t.Helper()
	spec, err := json.Marshal(c)
	require.NoError(t, err)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), childHome+"="+string(spec)), extra...)
	cmd.Stderr = os.Stderr
	return cmd
}

// A process that ends between any two of the writes that CometBFT and the application make goes on after a restart, with
// all that it told of.
func TestCrashBetweenWrites(t *testing.T) {
	c := child{Dir: t.TempDir(), StartMillis: uint64(time.Now().UnixMilli()), Operators: 1, Listen: "127.0.0.1:0", Batches: 2}
	const points = 24 // fail points that CometBFT has on the way of a few heights
	seen, crashes := 0, 0
	for i := range points {
		cmd := c.command(t, "FAIL_TEST_INDEX="+strconv.Itoa(i))
		cmd.Stderr = nil
		out, err := cmd.Output()
		if err != nil {
			var exit *exec.ExitError
			require.ErrorAs(t, err, &exit)
			require.Equal(t, 1, exit.ExitCode(), "the exit of a fail point, not of a fault")
			crashes++
		}
		for _, line := range strings.Split(string(out), "\n") {
			number, err := strconv.Atoi(line)
			if err != nil {
				continue // CometBFT's own word on the fail point
			}
			require.GreaterOrEqual(t, number, seen, "what was told is not lost")
			seen = number
		}
	}
	require.Greater(t, crashes, points/2)
	out, err := c.command(t).Output()
	require.NoError(t, err)
	require.NotEmpty(t, out)
	c.requireLog(t, seen)
}

// requireLog opens the records and checks that the log is contiguous up to the tip, which is at least least.
func (c child) requireLog(t *testing.T, least int) {
	t.Helper()
	n := fixture.New(c.Operators, 1, c.StartMillis)
	db, err := store.Open(filepath.Join(c.Dir, "store"))
	require.NoError(t, err)
	defer db.Close()
	config, err := c.config(n, db)
	require.NoError(t, err)
	node, err := consensus.New(config)
	require.NoError(t, err)
	r := n.Genesis.Rollups[0]
	tip, err := node.Tip(r.ID)
	require.NoError(t, err)
	require.GreaterOrEqual(t, tip.Number, uint64(least))
	parent := r.GenesisHash
	for number := uint64(1); number <= tip.Number; number++ {
		o, found, err := node.Ordered(r.ID, number)
		require.NoError(t, err)
		require.True(t, found)
		require.Equal(t, parent, o.Header.Header.ParentHash)
		parent = o.Header.Header.BlockHash
	}
	require.Equal(t, tip.Hash, parent)
}

// One of four is killed again and again, in the middle of whatever it does: it catches up each time and never votes twice.
func TestKilledOperatorCatchesUp(t *testing.T) {
	c := newCluster(t, 4, 1)
	var misbehaved atomic.Bool
	for _, m := range c.nodes {
		m.config.OnMisbehavior = func(consensus.Misbehavior) { misbehaved.Store(true) }
	}
	c.start(0, 1, 2)
	spec := child{
		Dir: t.TempDir(), StartMillis: c.Genesis.TimeMillis, Operators: 4, Index: 3,
		Listen: c.nodes[3].config.Listen, Peers: c.peers,
	}
	for round := range 3 {
		cmd := spec.command(t)
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for told := range 3 + round {
			next := c.order()
			for lines.Text() != strconv.FormatUint(next.Number, 10) {
				require.True(t, lines.Scan(), "round %d batch %d: %v", round, told, lines.Err())
			}
		}
		tx, next := c.nextBatch(c.tipOf(c.nodes[0]))
		c.submit(tx) // so that it dies at work
		require.NoError(t, cmd.Process.Kill())
		require.Error(t, cmd.Wait())
		c.await("batch of the kill", func(m *member) bool { return c.tipOf(m) == next })
	}
	c.order()
	c.requireOneLog()
	require.False(t, misbehaved.Load())
	spec.requireLog(t, 1)
}

// An operator that runs twice with one key votes twice; all others learn who it is.
func TestDoubleVoteIsReported(t *testing.T) {
	c := newCluster(t, 5, 1)
	var seen atomic.Pointer[consensus.Misbehavior]
	c.nodes[0].config.OnMisbehavior = func(m consensus.Misbehavior) { seen.Store(&m) }
	c.start(0, 1, 2, 3)
	cmd := child{
		Dir: t.TempDir(), StartMillis: c.Genesis.TimeMillis, Operators: 5, Index: 4, TwinOf: 4,
		Listen: c.nodes[4].config.Listen, Peers: c.peers,
	}.command(t)
	require.NoError(t, cmd.Start())
	require.Eventually(t, func() bool {
		c.order()
		return seen.Load() != nil
	}, patience, 10*time.Millisecond)
	require.NoError(t, cmd.Process.Kill())
	require.Error(t, cmd.Wait())
	for range 3 { // and the chain goes on
		c.order()
	}
	require.Equal(t, c.Operators[3].ID, seen.Load().Operator)
	require.Equal(t, "duplicate_vote", seen.Load().Kind)
}
