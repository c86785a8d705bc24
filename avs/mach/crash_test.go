package mach

import (
	"context"
	"maps"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/store"
)

// crashDisk takes what a crash would leave of the disk before every operation on it, with what had been told by then.
type crashDisk struct {
	mu    sync.Mutex
	mem   *vfs.MemFS
	rng   *rand.Rand
	on    bool
	said  map[uint64]common.Hash // number -> digest signed and sent
	told  map[uint64]bool        // numbers whose certificate a subscriber has
	takes []crashTake
}

type crashTake struct {
	disk *vfs.MemFS
	said map[uint64]common.Hash
	told map[uint64]bool
}

// MaybeError implements errorfs.Injector; it never fails anything.
func (d *crashDisk) MaybeError(op errorfs.Op) error {
	switch op.Kind.ReadOrWrite() {
	case errorfs.OpIsRead:
		return nil
	case errorfs.OpIsWrite:
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.on {
		d.take(0)
		d.take(50)
	}
	return nil
}

func (d *crashDisk) String() string { return "crash before every write" }

func (d *crashDisk) take(percent int) {
	d.takes = append(d.takes, crashTake{
		disk: d.mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: percent, RNG: d.rng}),
		said: maps.Clone(d.said), told: maps.Clone(d.told),
	})
}

// listener is a network of one that notes what leaves it.
type listener struct {
	*port
	said func(avs.Attestation)
}

func (l *listener) Broadcast(_ context.Context, _ string, data []byte) error {
	a, err := avs.DecodeAttestation(data)
	if err != nil {
		return err
	}
	l.said(a)
	return nil
}

// TestCrashBetweenAnyTwoWrites kills an operator before every write, restarts it on what is left, lets its client give
// other results, and looks whether anything that had been said or told is contradicted.
func TestCrashBetweenAnyTwoWrites(t *testing.T) {
	b := newBench(t, 1)
	disk := &crashDisk{mem: vfs.NewCrashableMem(), rng: rand.New(rand.NewPCG(1, 2)),
		said: make(map[uint64]common.Hash), told: make(map[uint64]bool)}
	const blocks = 4
	b.crashRun(errorfs.Wrap(disk.mem, disk), blocks, 0, func(a avs.Attestation) {
		disk.mu.Lock()
		defer disk.mu.Unlock()
		disk.said[a.Claim.Number] = a.Claim.Digest(testDomain)
	}, func(n *node) {
		disk.mu.Lock()
		disk.on = true
		disk.mu.Unlock()
	}, func(c avs.Certificate) {
		disk.mu.Lock()
		defer disk.mu.Unlock()
		disk.told[c.Claim.Number] = true
	})
	require.Len(t, disk.said, blocks)
	require.Len(t, disk.told, blocks)
	require.Greater(t, len(disk.takes), 4*blocks)
	for i, take := range disk.takes {
		again := make(map[uint64]common.Hash)
		var mu sync.Mutex
		b.crashRun(take.disk, blocks+1, 1, func(a avs.Attestation) {
			mu.Lock()
			defer mu.Unlock()
			again[a.Claim.Number] = a.Claim.Digest(testDomain)
		}, func(n *node) {
			for number := range take.told {
				c, found, err := n.service.ByNumber(testRollup.ID, number)
				require.NoError(t, err)
				require.True(t, found, "crash %d: certificate %d was told and is lost", i, number)
				require.Equal(t, blockHash(number, 0), c.Claim.BlockHash)
			}
		}, nil)
		for number, digest := range again {
			if before, said := take.said[number]; said {
				require.Equal(t, before, digest, "crash %d: two claims signed for number %d", i, number)
			}
		}
	}
}

// crashRun opens an operator on a disk, executes blocks of a fork and waits until they are dealt with: certified, or
// given up because they contradict.
func (b *bench) crashRun(fs vfs.FS, blocks uint64, fork byte, said func(avs.Attestation), ready func(*node), told func(avs.Certificate)) {
	b.t.Helper()
	db, err := store.Open("data", store.WithFS(fs))
	require.NoError(b.t, err)
	n := &node{op: b.ops[0], db: db, clock: b.clock, client: &client{known: make(map[common.Hash]bool)}, sink: &sink{}}
	b.open(n)
	n.service.cfg.Network = &listener{b.hub.join(n.op.id), said}
	ready(n)
	ctx, cancel := context.WithCancel(context.Background())
	certificates := n.service.Subscribe(ctx, testRollup.ID, 1)
	var readers sync.WaitGroup
	readers.Go(func() {
		for c := range certificates {
			if told != nil {
				told(c)
			}
		}
	})
	n.start()
	for number := uint64(1); number <= blocks; number++ {
		n.execute(b.t, executed(number, 1, fork))
	}
	b.eventually(func() bool {
		s := n.service.Status()
		n.service.mu.Lock()
		worked := n.service.cursor > blocks
		n.service.mu.Unlock()
		return s.DivergedAt != 0 || (worked && (s.Published >= blocks || fork != 0))
	}, "end of the run")
	n.stop(b.t)
	readers.Wait()
	cancel()
	require.NoError(b.t, db.Close())
}
