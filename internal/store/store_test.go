package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/store"
)

const childEnv = "TRIDENT_STORE_TEST_HOLD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		hold(dir)
		return
	}
	goleak.VerifyTestMain(m)
}

// hold is the other process: it opens dir, says so, and keeps it until its standard input ends.
func hold(dir string) {
	db, err := store.Open(dir)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("open")
	_, _ = io.Copy(io.Discard, os.Stdin)
	_ = db.Close()
}

// each runs a conformance test on every kind of store.
func each(t *testing.T, test func(t *testing.T, db *store.DB)) {
	kinds := map[string]func(t *testing.T) (*store.DB, error){
		"memory": func(*testing.T) (*store.DB, error) { return store.Memory() },
		"disk":   func(t *testing.T) (*store.DB, error) { return store.Open(filepath.Join(t.TempDir(), "db")) },
	}
	for name, open := range kinds {
		t.Run(name, func(t *testing.T) {
			db, err := open(t)
			require.NoError(t, err)
			test(t, db)
			require.NoError(t, db.Close())
			require.NoError(t, db.Close())
		})
	}
}

func keysOf(t *testing.T, s *store.Space, prefix, from []byte) []string {
	t.Helper()
	var out []string
	require.NoError(t, s.Iterate(prefix, from, func(k, _ []byte) error {
		out = append(out, string(k))
		return nil
	}))
	return out
}

func TestGetSetDelete(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		_, found, err := db.Get([]byte("a"))
		require.NoError(t, err)
		require.False(t, found)
		require.NoError(t, db.Set([]byte("a"), []byte("1")))
		require.NoError(t, db.SetSync([]byte("empty"), nil))
		v, found, err := db.Get([]byte("a"))
		require.NoError(t, err)
		require.True(t, found)
		require.Equal(t, []byte("1"), v)
		v, found, err = db.Get([]byte("empty"))
		require.NoError(t, err)
		require.True(t, found)
		require.Empty(t, v)
		require.NoError(t, db.Delete([]byte("a")))
		require.NoError(t, db.Delete([]byte("never there")))
		has, err := db.Has([]byte("a"))
		require.NoError(t, err)
		require.False(t, has)
	})
}

func TestNamespaces(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		a, ab, b := db.Sub("a"), db.Sub("ab"), db.Sub("b")
		for _, s := range []*store.Space{a, ab, b, a.Sub("x")} {
			require.NoError(t, s.Set([]byte("k"), []byte("v")))
		}
		require.Equal(t, []string{"k"}, keysOf(t, ab, nil, nil))
		require.Equal(t, []string{"k", "x/k"}, keysOf(t, a, nil, nil))
		require.Equal(t, []string{"k"}, keysOf(t, a.Sub("x"), nil, nil))
		key, _, found, err := ab.Last(nil)
		require.NoError(t, err)
		require.True(t, found)
		require.Equal(t, "k", string(key))
		require.Panics(t, func() { db.Sub("") })
		require.Panics(t, func() { db.Sub("a/b") })
	})
}

func TestIterate(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		s := db.Sub("s")
		all := []string{"a", "a\xff", "a\xff\xff", "b1", "b2", "b3", "\xff", "\xff\xff"}
		for _, k := range all {
			require.NoError(t, s.Set([]byte(k), []byte(k+"!")))
		}
		require.NoError(t, db.Sub("t").Set([]byte("stranger"), nil))
		require.Equal(t, all, keysOf(t, s, nil, nil))
		require.Equal(t, []string{"b1", "b2", "b3"}, keysOf(t, s, []byte("b"), nil))
		require.Equal(t, []string{"b2", "b3"}, keysOf(t, s, []byte("b"), []byte("b2")))
		require.Equal(t, []string{"b1", "b2", "b3"}, keysOf(t, s, []byte("b"), []byte("a")))
		require.Empty(t, keysOf(t, s, []byte("b"), []byte("c")))
		require.Equal(t, []string{"a\xff", "a\xff\xff"}, keysOf(t, s, []byte("a\xff"), nil))
		require.Equal(t, []string{"\xff", "\xff\xff"}, keysOf(t, s, []byte("\xff"), nil))
		require.Len(t, keysOf(t, db.Space, nil, nil), len(all)+1)

		for prefix, want := range map[string]string{"": "\xff\xff", "a": "a\xff\xff", "b": "b3", "\xff": "\xff\xff"} {
			k, v, found, err := s.Last([]byte(prefix))
			require.NoError(t, err)
			require.True(t, found)
			require.Equal(t, want, string(k))
			require.Equal(t, want+"!", string(v))
		}
		_, _, found, err := s.Last([]byte("c"))
		require.NoError(t, err)
		require.False(t, found)

		n := 0
		require.NoError(t, s.Iterate(nil, nil, func(_, _ []byte) error {
			n++
			return store.ErrStop
		}))
		require.Equal(t, 1, n)
		fault := errors.New("caller's fault")
		require.ErrorIs(t, s.Iterate(nil, nil, func(_, _ []byte) error { return fault }), fault)
	})
}

func TestIterateSeesOneMoment(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		for i := range uint64(10) {
			require.NoError(t, db.Set(store.Uint64Key(i), nil))
		}
		n := uint64(0)
		require.NoError(t, db.Iterate(nil, nil, func(k, _ []byte) error {
			require.Equal(t, store.Uint64Key(n), k)
			n++
			if err := db.Delete(k); err != nil {
				return err
			}
			return db.Set(store.Uint64Key(100+n), nil)
		}))
		require.Equal(t, uint64(10), n)
		require.Len(t, keysOf(t, db.Space, nil, nil), 10)
	})
}

func TestBatch(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		a, b := db.Sub("a"), db.Sub("b")
		for i := range uint64(5) {
			require.NoError(t, a.Set(store.Uint64Key(i), nil))
		}
		batch := a.NewBatch()
		batch.Set([]byte("k"), []byte("v"))
		batch.In(b).Set([]byte("k"), []byte("w"))
		batch.DeleteRange(store.Uint64Key(1), store.Uint64Key(4))
		batch.Delete(store.Uint64Key(4))
		require.Equal(t, 4, batch.Len())
		has, err := a.Has([]byte("k"))
		require.NoError(t, err)
		require.False(t, has, "visible before commit")
		require.NoError(t, batch.Commit(true))
		require.Equal(t, []string{string(store.Uint64Key(0)), "k"}, keysOf(t, a, nil, nil))
		v, _, err := b.Get([]byte("k"))
		require.NoError(t, err)
		require.Equal(t, "w", string(v))

		batch.Set([]byte("late"), nil)
		require.Error(t, batch.Commit(false))
		gone := a.NewBatch()
		gone.Set([]byte("gone"), nil)
		gone.Discard()
		gone.Discard()
		require.Error(t, gone.Commit(true))
		has, err = a.Has([]byte("gone"))
		require.NoError(t, err)
		require.False(t, has)
		require.NoError(t, a.NewBatch().Commit(true), "an empty batch is fine")
	})
}

func TestBatchOfTwoStores(t *testing.T) {
	a, err := store.Memory()
	require.NoError(t, err)
	b, err := store.Memory()
	require.NoError(t, err)
	batch := a.NewBatch()
	batch.In(b.Space).Set([]byte("k"), nil)
	require.Error(t, batch.Commit(true))
	require.NoError(t, a.Close())
	require.NoError(t, b.Close())
}

func TestClosed(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		batch := db.NewBatch()
		batch.Set([]byte("k"), nil)
		// Close while an iteration runs: it waits for it, and the iteration's own calls are refused.
		inside, closed := make(chan struct{}), make(chan error, 1)
		require.NoError(t, db.Set([]byte("x"), nil))
		go func() {
			<-inside
			closed <- db.Close()
		}()
		err := db.Iterate(nil, nil, func(_, _ []byte) error {
			close(inside)
			for {
				if _, _, err := db.Get([]byte("x")); err != nil {
					return err
				}
			}
		})
		require.ErrorIs(t, err, store.ErrClosed)
		require.NoError(t, <-closed)
		require.ErrorIs(t, db.Set(nil, nil), store.ErrClosed)
		require.ErrorIs(t, db.Delete(nil), store.ErrClosed)
		require.ErrorIs(t, batch.Commit(true), store.ErrClosed)
		require.ErrorIs(t, db.NewBatch().Commit(true), store.ErrClosed)
		require.ErrorIs(t, db.Iterate(nil, nil, nil), store.ErrClosed)
		_, _, _, err = db.Last(nil)
		require.ErrorIs(t, err, store.ErrClosed)
	})
}

func TestConcurrentUse(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		var wg sync.WaitGroup
		for g := range 8 {
			wg.Go(func() {
				s := db.Sub(fmt.Sprint(g))
				for i := range uint64(20) {
					if err := s.SetSync(store.Uint64Key(i), []byte{byte(g)}); err != nil {
						t.Error(err)
					}
				}
				if k, _, _, err := s.Last(nil); err != nil || !bytes.Equal(k, store.Uint64Key(19)) {
					t.Errorf("last key %x, %v", k, err)
				}
			})
		}
		wg.Wait()
	})
}

func TestReopenKeepsEverything(t *testing.T) {
	dir := t.TempDir()
	for i := range uint64(3) {
		db, err := store.Open(dir)
		require.NoError(t, err)
		require.Len(t, keysOf(t, db.Space, nil, nil), int(i))
		require.NoError(t, db.Set(store.Uint64Key(i), nil))
		require.NoError(t, db.Close())
	}
}

// A crash keeps every synced write and, of the rest, only what came before some moment.
func TestCrashKeepsAPrefix(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 1))
		fs := vfs.NewCrashableMem()
		db, err := store.Open("db", store.WithFS(fs))
		require.NoError(t, err)
		synced := uint64(0)
		for i := range uint64(50) {
			if rng.IntN(5) == 0 {
				require.NoError(t, db.SetSync(store.Uint64Key(i), nil))
				synced = i + 1
			} else {
				require.NoError(t, db.Set(store.Uint64Key(i), nil))
			}
		}
		after := fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: int(seed) * 5, RNG: rng})
		require.NoError(t, db.Close())
		db, err = store.Open("db", store.WithFS(after))
		require.NoError(t, err)
		got := keysOf(t, db.Space, nil, nil)
		require.GreaterOrEqual(t, uint64(len(got)), synced)
		for i, k := range got {
			require.Equal(t, string(store.Uint64Key(uint64(i))), k)
		}
		require.NoError(t, db.Close())
	}
}

func TestInUseBySameProcess(t *testing.T) {
	dir := t.TempDir()
	db, err := store.Open(dir)
	require.NoError(t, err)
	_, err = store.Open(dir)
	require.ErrorIs(t, err, store.ErrInUse)
	require.NoError(t, db.Close())
	db, err = store.Open(dir)
	require.NoError(t, err)
	require.NoError(t, db.Close())
}

func TestInUseByAnotherProcess(t *testing.T) {
	dir := t.TempDir()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), childEnv+"="+dir)
	in, err := child.StdinPipe()
	require.NoError(t, err)
	out, err := child.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, child.Start())
	said := make([]byte, 4)
	_, err = io.ReadFull(out, said)
	require.NoError(t, err)
	require.Equal(t, "open", string(said))

	_, err = store.Open(dir)
	require.ErrorIs(t, err, store.ErrInUse)
	require.EqualError(t, err, "data directory "+dir+
		" is in use by another trident process: stop it or choose another --home")

	require.NoError(t, in.Close())
	_, err = io.Copy(io.Discard, out)
	require.NoError(t, err)
	require.NoError(t, child.Wait())
	db, err := store.Open(dir)
	require.NoError(t, err)
	require.NoError(t, db.Close())
}

func TestCorrupt(t *testing.T) {
	harm := map[string]func(t *testing.T, manifest string){
		"manifest overwritten": func(t *testing.T, m string) {
			require.NoError(t, os.WriteFile(m, bytes.Repeat([]byte("garbage "), 64), 0o600))
		},
		"manifest gone": func(t *testing.T, m string) { require.NoError(t, os.Remove(m)) },
	}
	for name, do := range harm {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			db, err := store.Open(dir)
			require.NoError(t, err)
			require.NoError(t, db.SetSync([]byte("k"), nil))
			require.NoError(t, db.Close())
			files, err := filepath.Glob(filepath.Join(dir, "MANIFEST-*"))
			require.NoError(t, err)
			do(t, slices.Max(files))
			_, err = store.Open(dir)
			require.ErrorIs(t, err, store.ErrCorrupt)
			require.Contains(t, err.Error(), "restore it from a backup")
			require.NotContains(t, err.Error(), "\n")
			// The failed open let go of the directory.
			_, err = store.Open(dir)
			require.NotErrorIs(t, err, store.ErrInUse)
		})
	}
}

func TestUnusableDirectory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := store.Open(file)
	require.Error(t, err)
	require.NotErrorIs(t, err, store.ErrInUse)
	require.Contains(t, err.Error(), file)
}

func TestEngineLogGoesToSlog(t *testing.T) {
	var out strings.Builder
	log := slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))
	db, err := store.Memory(store.WithLogger(log), store.WithCache(1<<20))
	require.NoError(t, err)
	require.NoError(t, db.Close())
	require.Contains(t, out.String(), "store engine")
}
