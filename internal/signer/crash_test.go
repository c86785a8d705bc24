package signer_test

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// crash is the disk as a crash at some instant leaves it, and what had left the guard by then.
type crash struct {
	disk     *vfs.MemFS
	released map[signer.Statement]bls.Signature
}

// crashingDisk takes a crash before every write operation of the store: with none, some or all of what was not synced.
type crashingDisk struct {
	mem *vfs.MemFS
	rng *rand.Rand

	mu       sync.Mutex
	released map[signer.Statement]bls.Signature
	crashes  []crash
}

func (d *crashingDisk) MaybeError(op errorfs.Op) error {
	if op.Kind.ReadOrWrite() != errorfs.OpIsWrite {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, percent := range []int{0, 50, 100} {
		// What was released is read before the disk is cloned: the disk can only be newer.
		c := crash{released: map[signer.Statement]bls.Signature{}}
		for s, sig := range d.released {
			c.released[s] = sig
		}
		c.disk = d.mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: percent, RNG: d.rng})
		d.crashes = append(d.crashes, c)
	}
	return nil
}

func (d *crashingDisk) String() string { return "crash before every write" }

func (d *crashingDisk) release(s signer.Statement, sig bls.Signature) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.released[s] = sig
}

func TestCrashAtEveryWrite(t *testing.T) {
	d := &crashingDisk{
		mem: vfs.NewCrashableMem(), rng: rand.New(rand.NewPCG(1, 2)), released: map[signer.Statement]bls.Signature{},
	}
	db, err := store.Open("db", store.WithFS(errorfs.Wrap(d.mem, d)))
	require.NoError(t, err)
	g := open(t, db)
	var wg sync.WaitGroup
	for scope := range byte(3) {
		wg.Go(func() {
			for p := range uint64(6) {
				s := signer.Statement{Domain: "mach", Scope: [32]byte{scope}, Position: p, Digest: [32]byte{1, byte(p)}}
				sig, err := g.BLS(context.Background(), s)
				if err != nil {
					t.Error(err)
					return
				}
				d.release(s, sig)
			}
		})
	}
	wg.Wait()
	require.NoError(t, db.Close())
	require.Greater(t, len(d.crashes), 60)
	t.Logf("%d crashes", len(d.crashes))
	for i, c := range d.crashes {
		afterCrash(t, i, c)
	}
}

// afterCrash restarts on what a crash left and checks that nothing released can be contradicted, and that whatever is
// signed next cannot be either.
func afterCrash(t *testing.T, i int, c crash) {
	t.Helper()
	db, err := store.Open("db", store.WithFS(c.disk))
	if errors.Is(err, store.ErrCorrupt) && len(c.released) == 0 {
		return // the store itself was not whole yet, and is refused: nothing was signed, and nothing is
	}
	require.NoError(t, err, "crash %d", i)
	defer func() { require.NoError(t, db.Close()) }()
	g := open(t, db)
	for s, want := range c.released {
		other := s
		other.Digest[31] = 0xff
		_, err := g.BLS(t.Context(), other)
		require.ErrorIs(t, err, signer.ErrConflict, "crash %d", i)
		got, err := g.BLS(t.Context(), s)
		require.NoError(t, err, "crash %d", i)
		require.Equal(t, want, got)
	}
	for scope := range byte(3) {
		for p := range uint64(6) {
			s := signer.Statement{Domain: "mach", Scope: [32]byte{scope}, Position: p, Digest: [32]byte{1, byte(p)}}
			if _, released := c.released[s]; released {
				continue
			}
			// The one in flight: whichever digest is signed first now excludes the other.
			other := s
			other.Digest[31] = 0xff
			_, first := g.BLS(t.Context(), other)
			_, second := g.BLS(t.Context(), s)
			require.True(t, (first == nil) != (second == nil), "crash %d: %v, %v", i, first, second)
		}
	}
}

const childEnv = "TRIDENT_SIGNER_TEST_DIR"

// runChild is the operator that gets killed: it signs on, from where its history stands, and prints what it released.
func runChild() bool {
	dir := os.Getenv(childEnv)
	if dir == "" {
		return false
	}
	t := &testing.T{}
	db, err := store.Open(dir)
	if err != nil {
		fmt.Println("error", err)
		return true
	}
	g := open(t, db)
	for p := uint64(0); ; p++ {
		s := st(p, byte(p))
		sig, err := g.BLS(context.Background(), s)
		if err != nil {
			fmt.Println("error", err)
			return true
		}
		b := sig.Bytes()
		fmt.Println(p, hex.EncodeToString(b[:]))
	}
}

// kill -9 at any instant of a real process on a real disk.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	b, _ := keys(t)
	for round := range 3 {
		child := exec.CommandContext(t.Context(), os.Args[0])
		child.Env = append(os.Environ(), childEnv+"="+dir)
		out, err := child.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, child.Start())
		lines := bufio.NewScanner(out)
		last := ""
		for n := 0; n < 20+7*round && lines.Scan(); n++ {
			last = lines.Text()
		}
		require.NoError(t, child.Process.Kill())
		for lines.Scan() { // what it released before it died
			last = lines.Text()
		}
		require.Error(t, child.Wait())
		require.NotContains(t, last, "error")

		db, err := store.Open(dir)
		require.NoError(t, err)
		g := open(t, db)
		var top uint64
		var sig string
		_, err = fmt.Sscan(last, &top, &sig)
		require.NoError(t, err, last)
		for p := range top + 1 {
			_, err := g.BLS(t.Context(), st(p, byte(p)+1))
			require.ErrorIs(t, err, signer.ErrConflict)
		}
		again, err := g.BLS(t.Context(), st(top, byte(top)))
		require.NoError(t, err)
		require.Equal(t, "0x"+strings.TrimSpace(sig), again.String())
		require.Equal(t, b.Sign([32]byte{byte(top)}), again)
		require.NoError(t, db.Close())
	}
}
