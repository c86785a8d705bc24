package signer_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// witness is what the world may hold a guard to: what it released, and what it promised.
type witness struct {
	signed map[uint64]signer.Statement // by position, of one stream
	pruned uint64                      // below it, what was signed may be refused
	floor  uint64                      // raised to
	// settled is false from an import on until its Settle has returned.
	settled, imported bool
}

func (w witness) clone() witness {
	w.signed = maps.Clone(w.signed)
	return w
}

// scene runs a guard on a disk that crashes before every write operation, and keeps what the world knew at each.
type scene struct {
	mem *vfs.MemFS
	rng *rand.Rand

	mu      sync.Mutex
	knows   witness
	crashes []sceneCrash
}

type sceneCrash struct {
	disk  *vfs.MemFS
	knows witness
}

func (s *scene) MaybeError(op errorfs.Op) error {
	if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
		s.crash()
	}
	return nil
}

// crash keeps the disk with none, some or all of what was not synced.
func (s *scene) crash() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, percent := range []int{0, 50, 100} {
		s.crashes = append(s.crashes, sceneCrash{knows: s.knows.clone(),
			disk: s.mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: percent, RNG: s.rng})})
	}
}

func (s *scene) String() string { return "crash before every write" }

func (s *scene) learn(fn func(w *witness)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fn(&s.knows)
}

var played = signer.Stream{Key: signer.KeyConsensus, Domain: "comet", Scope: [32]byte{1}}

func said(position uint64, by string) signer.Statement {
	return spoken(played.Domain, position, fmt.Sprint(by, " at ", position))
}

// Every operation of the guard, each write of it cut off: whatever the disk has then, no second statement comes out, no
// floor sinks, and no restoration is forgotten.
func TestCrashAtEveryWriteOfEveryOperation(t *testing.T) {
	backup := export(t, signedBefore(t))
	s := &scene{mem: vfs.NewCrashableMem(), rng: rand.New(rand.NewPCG(3, 4)), knows: witness{signed: map[uint64]signer.Statement{}, settled: true}}
	db, err := store.Open("db", store.WithFS(errorfs.Wrap(s.mem, s)))
	require.NoError(t, err)
	g := open(t, db)
	ctx := t.Context()
	sign := func(position uint64) {
		statement := said(position, "first")
		_, err := g.ECDSA(ctx, statement)
		require.NoError(t, err)
		s.learn(func(w *witness) { w.signed[position] = statement })
	}
	for position := uint64(10); position < 14; position++ {
		sign(position)
	}
	s.learn(func(w *witness) { w.pruned = 12 }) // what is asked for may have happened
	require.NoError(t, g.Prune(ctx, played.Key, played.Domain, played.Scope, 12))
	require.NoError(t, g.Raise(ctx, played.Key, played.Domain, played.Scope, 20))
	s.learn(func(w *witness) { w.floor = 20 })
	sign(25)
	s.learn(func(w *witness) { w.settled = false })
	require.NoError(t, g.Import(bytes.NewReader(backup), restoredAt))
	s.learn(func(w *witness) { w.imported = true })
	r, err := g.Restored(ctx)
	require.NoError(t, err)
	for _, stream := range r.Waiting {
		if stream == played {
			s.learn(func(w *witness) { w.imported = false })
		}
		require.NoError(t, g.Settle(ctx, r.At, stream, 40))
		if stream == played {
			s.learn(func(w *witness) { w.floor, w.settled = 40, true })
		}
	}
	sign(41)
	require.NoError(t, g.Resume(ctx, r.At))
	sign(42)
	require.NoError(t, db.Close())
	s.crash()
	t.Logf("%d crashes", len(s.crashes))
	require.Greater(t, len(s.crashes), 100)
	for i, c := range s.crashes {
		c.check(t, i)
	}
}

// check starts again on what a crash left, and then once more on what a crash of that start leaves.
func (c sceneCrash) check(t *testing.T, i int) {
	t.Helper()
	second := &scene{mem: c.disk, rng: rand.New(rand.NewPCG(uint64(i), 5)), knows: c.knows}
	fs := vfs.FS(c.disk)
	if i%10 == 0 {
		fs = errorfs.Wrap(second.mem, second)
	}
	db, err := store.Open("db", store.WithFS(fs))
	if errors.Is(err, store.ErrCorrupt) && len(c.knows.signed) == 0 {
		return // the store itself was not whole yet, and is refused: nothing was signed, and nothing is
	}
	require.NoError(t, err, "crash %d", i)
	c.knows.hold(t, i, db)
	require.NoError(t, db.Close())
	if len(second.crashes) == 0 {
		return
	}
	again := second.crashes[second.rng.IntN(len(second.crashes))]
	db, err = store.Open("db", store.WithFS(again.disk))
	if errors.Is(err, store.ErrCorrupt) && len(c.knows.signed) == 0 {
		return
	}
	require.NoError(t, err, "crash in the start after crash %d", i)
	c.knows.hold(t, i, db)
	require.NoError(t, db.Close())
}

// hold checks a guard against what the world knows.
func (w witness) hold(t *testing.T, i int, db *store.DB) {
	t.Helper()
	g := open(t, db)
	for _, position := range []uint64{9, 10, 11, 12, 13, 14, 19, 20, 25, 26, 39, 40, 41, 42, 43} { // about what was done
		was, found := w.signed[position]
		_, err := g.ECDSA(t.Context(), said(position, "second"))
		switch {
		case found:
			require.Error(t, err, "crash %d: a second statement at %d", i, position)
		case position < w.floor:
			require.Error(t, err, "crash %d: position %d is below the floor %d", i, position, w.floor)
		case w.imported:
			require.ErrorIs(t, err, signer.ErrRestored, "crash %d: position %d", i, position)
		}
		if found && position >= w.pruned {
			_, err = g.ECDSA(t.Context(), was)
			require.NoError(t, err, "crash %d", i)
		}
	}
}

const (
	killedDir  = "TRIDENT_SIGNER_TEST_KILLED"
	killedAt   = "TRIDENT_SIGNER_TEST_KILLED_AT"
	killedName = "TRIDENT_SIGNER_TEST_KILLED_NAME"
)

// killer ends this very process, without a word, before the n-th write after it was armed.
type killer struct {
	mu    sync.Mutex
	armed bool
	left  int
}

func (k *killer) arm(n int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.armed, k.left = true, n
}

func (k *killer) MaybeError(op errorfs.Op) error {
	if op.Kind.ReadOrWrite() != errorfs.OpIsWrite {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.left--; k.armed && k.left < 0 {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {} // the signal is on its way
	}
	return nil
}

func (k *killer) String() string { return "kill before a write" }

// runKilled signs from the first position on, in words of its own, and prints what it released.
func runKilled() bool {
	dir := os.Getenv(killedDir)
	if dir == "" {
		return false
	}
	n, err := strconv.Atoi(os.Getenv(killedAt))
	if err != nil {
		panic(err)
	}
	k := &killer{}
	db, err := store.Open(dir, store.WithFS(errorfs.Wrap(vfs.Default, k)))
	if err != nil {
		panic(err)
	}
	k.arm(n)
	g := open(&testing.T{}, db)
	for position := uint64(0); ; position++ {
		_, err := g.ECDSA(context.Background(), said(position, os.Getenv(killedName)))
		if err == nil {
			fmt.Println(position)
		} else if !errors.Is(err, signer.ErrConflict) {
			panic(err)
		}
	}
}

// A process is killed before the first write of its guard, the next before its second, and so on, all on one disk, each of another
// mind than those before: no two ever release a statement for one position.
func TestKillBetweenEveryTwoWrites(t *testing.T) {
	dir := t.TempDir()
	released := map[uint64]int{}
	for n := range 16 {
		child := exec.CommandContext(t.Context(), os.Args[0])
		child.Env = append(os.Environ(), killedDir+"="+dir, killedAt+"="+strconv.Itoa(n), killedName+"="+strconv.Itoa(n))
		child.WaitDelay = time.Minute
		out, err := child.Output()
		var exit *exec.ExitError
		require.ErrorAs(t, err, &exit)
		status, ok := exit.Sys().(syscall.WaitStatus)
		require.True(t, ok && status.Signaled() && status.Signal() == syscall.SIGKILL, "%s", exit.Stderr)
		for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
			position, err := strconv.ParseUint(lines.Text(), 10, 64)
			require.NoError(t, err)
			by, twice := released[position]
			require.False(t, twice, "position %d was released by %d and by %d", position, by, n)
			released[position] = n
		}
	}
	require.Greater(t, len(released), 10, "the later ones get to sign")
}
