package mach

import (
	"context"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// watchman is one operator's breaker on real store and guard.
type watchman struct {
	op      operator
	db      *store.DB
	guard   *signer.Guard
	breaker *Breaker
	cancel  context.CancelFunc
	done    chan error
}

// testQuiet is what breakers wait for by themselves.
const testQuiet = 10 * time.Second

// watch is a network of breakers.
type watch struct {
	*bench
	men []*watchman
}

// newWatch has n operators of equal weight in the MACH set at epoch 1, all running.
func newWatch(t *testing.T, n int) *watch {
	t.Helper()
	ops := operators(t, n)
	w := &watch{bench: &bench{t: t, hub: newHub(), ops: ops, clock: clock.NewFake(time.Unix(1_700_000_000, 0)),
		sets: newSets(newSet(t, avs.MachSet(0), 1, ops))}}
	for _, op := range ops {
		db, err := store.Memory()
		require.NoError(t, err)
		m := &watchman{op: op, db: db}
		w.men = append(w.men, m)
		w.open(m)
		w.start(m)
		t.Cleanup(func() {
			w.stop(m)
			require.NoError(t, db.Close())
		})
	}
	return w
}

func (w *watch) open(m *watchman) {
	var err error
	m.guard, err = signer.Open(signer.Config{Space: m.db.Sub("guard"), BLS: m.op.secret})
	require.NoError(w.t, err)
	m.breaker, err = NewBreaker(BreakerConfig{Rollup: testRollup, Domain: testDomain, Self: m.op.id, Sets: w.sets, Network: w.hub.join(m.op.id),
		Signer: m.guard, Store: m.db.Sub("alert"), Quiet: testQuiet, Clock: w.clock, Metrics: metrics.New()})
	require.NoError(w.t, err)
}

func (w *watch) start(m *watchman) {
	ctx, cancel := context.WithCancel(context.Background())
	m.cancel, m.done = cancel, make(chan error, 1)
	b, done := m.breaker, m.done
	go func() { done <- b.Run(ctx) }()
}

func (w *watch) stop(m *watchman) {
	if m.cancel == nil {
		return
	}
	m.cancel()
	require.NoError(w.t, <-m.done)
	m.cancel = nil
}

func (w *watch) restart(m *watchman) {
	w.stop(m)
	w.open(m)
	w.start(m)
}

func state(t testing.TB, m *watchman) avs.AlertState {
	t.Helper()
	s, _, err := m.breaker.AlertState(testRollup.ID)
	require.NoError(t, err)
	return s
}

// reaches waits until operators have the certified alert of a sequence, and checks it.
func (w *watch) reaches(sequence uint64, men ...*watchman) {
	w.t.Helper()
	w.eventually(func() bool {
		for _, m := range men {
			if s := state(w.t, m); s.Newest == nil || s.Newest.Alert.Sequence < sequence {
				return false
			}
		}
		return true
	}, "alert of sequence", sequence)
	for _, m := range men {
		s := state(w.t, m)
		require.Equal(w.t, sequence%2 == 1, s.Paused)
		set, known := w.sets.At(avs.MachSet(0), s.Newest.Alert.Epoch)
		require.True(w.t, known)
		require.NoError(w.t, s.Newest.Verify(testDomain, set))
		at, found, err := m.breaker.records.certified(sequence)
		require.NoError(w.t, err)
		require.True(w.t, found)
		require.Equal(w.t, sequence, at.Alert.Sequence)
	}
}

// votes waits until an operator has so many open votes.
func (w *watch) votes(m *watchman, n int) {
	w.t.Helper()
	w.eventually(func() bool { return len(state(w.t, m).Votes) == n }, n, "open votes")
}

var lie = avs.AlertReport{Number: 7, Reason: "block hashes differ", Ours: common.HexToHash("0x01"), Theirs: common.HexToHash("0x02")}

func (w *watch) raise(men ...*watchman) {
	w.t.Helper()
	for _, m := range men {
		require.NoError(w.t, m.breaker.Raise(SourceFollower, lie))
	}
}

func (w *watch) clear(men ...*watchman) {
	w.t.Helper()
	for _, m := range men {
		require.NoError(w.t, m.breaker.Clear(SourceFollower))
	}
}

func TestQuorumPausesAndResumes(t *testing.T) {
	w := newWatch(t, 4)
	_, changed, err := w.men[3].breaker.AlertState(testRollup.ID)
	require.NoError(t, err)
	w.raise(w.men[:2]...)
	w.votes(w.men[3], 2)
	<-changed
	require.False(t, state(t, w.men[3]).Paused, "half of the weight is no quorum")
	w.raise(w.men[2])
	w.reaches(1, w.men...)
	w.eventually(func() bool { return len(state(t, w.men[3]).Why) == 3 }, "all that was seen")
	require.Equal(t, lie, state(t, w.men[3]).Why[0].Report)
	require.NoError(t, w.men[0].breaker.Raise(SourceFollower, avs.AlertReport{}), "raising twice changes nothing")
	require.Equal(t, []Trouble{{SourceFollower, lie}}, w.men[0].breaker.Troubles())

	w.clear(w.men[:2]...)
	began := w.clock.Now()
	w.reaches(2, w.men...)
	require.GreaterOrEqual(t, w.clock.Now().Sub(began), testQuiet, "an end by itself needs a quiet time")
	require.NotEmpty(t, w.men[2].breaker.Troubles(), "one of four need not agree")
}

func TestPersonResumesAtOnce(t *testing.T) {
	w := newWatch(t, 4)
	w.raise(w.men...)
	w.reaches(1, w.men...)
	began := w.clock.Now()
	for _, m := range w.men {
		require.NoError(t, m.breaker.Resume())
	}
	w.reaches(2, w.men...)
	require.Less(t, w.clock.Now().Sub(began), testQuiet)
	require.Empty(t, w.men[0].breaker.Troubles())
	w.raise(w.men...)
	w.reaches(3, w.men...)
}

func TestLostVotesArePulled(t *testing.T) {
	w := newWatch(t, 4)
	for _, m := range w.men[:3] { // each is alone when it votes
		w.hub.setCut(m.op.id, true)
	}
	w.raise(w.men[:3]...)
	for _, m := range w.men[:3] {
		w.votes(m, 1)
	}
	for _, m := range w.men[:3] {
		w.hub.setCut(m.op.id, false)
	}
	w.reaches(1, w.men[:3]...)
	w.reaches(1, w.men[3])
}

func TestOperatorThatMissedAlertsCatchesUp(t *testing.T) {
	w := newWatch(t, 4)
	away := w.men[3]
	w.stop(away)
	w.hub.setCut(away.op.id, true)
	w.raise(w.men[:3]...)
	w.reaches(1, w.men[:3]...)
	for _, m := range w.men[:3] {
		require.NoError(t, m.breaker.Resume())
	}
	w.reaches(2, w.men[:3]...)
	w.hub.setCut(away.op.id, false)
	w.restart(away)
	w.reaches(2, away)
	_, found, err := away.breaker.records.certified(1)
	require.NoError(t, err)
	require.True(t, found, "all alerts are kept")
}

func TestRestartKeepsVotesTroublesAndAlerts(t *testing.T) {
	w := newWatch(t, 4)
	w.raise(w.men[:2]...)
	w.votes(w.men[0], 2)
	w.restart(w.men[0])
	w.votes(w.men[0], 2)
	require.Len(t, w.men[0].breaker.Troubles(), 1)
	w.raise(w.men[2])
	w.reaches(1, w.men...)
	w.restart(w.men[0])
	require.True(t, state(t, w.men[0]).Paused)
	w.eventually(func() bool { return len(state(t, w.men[0]).Why) == 3 }, "all that was seen")
}

func TestNewEpochVotesAnew(t *testing.T) {
	w := newWatch(t, 4)
	w.raise(w.men[:2]...)
	w.votes(w.men[3], 2)
	w.sets.add(newSet(t, avs.MachSet(0), 2, w.ops))
	w.votes(w.men[3], 4) // the two of both epochs
	w.sets.add(newSet(t, avs.MachSet(0), 3, w.ops))
	w.raise(w.men[2])
	w.reaches(1, w.men...)
	require.EqualValues(t, 3, state(t, w.men[3]).Newest.Alert.Epoch)
	for _, v := range state(t, w.men[3]).Why {
		require.EqualValues(t, 3, v.Alert.Epoch)
	}
}

// TestAlertVotesThatAreRefused feeds one operator what peers should not send.
func TestAlertVotesThatAreRefused(t *testing.T) {
	w := newWatch(t, 4)
	m := w.men[0]
	alert := avs.Alert{Rollup: testRollup.ID, Epoch: 1, Sequence: 1, Paused: true}
	good := w.signed(1, avs.AlertVote{Alert: alert, Report: lie})
	changed := func(change func(*avs.AlertVote)) avs.AlertVote {
		v := avs.AlertVote{Alert: alert, Report: lie}
		change(&v)
		return w.signed(1, v)
	}
	other := changed(func(v *avs.AlertVote) { v.Report.Number = 8 })
	forged := good
	forged.Report.Number = 9
	stolen := good
	stolen.Member = 2
	beyond := good
	beyond.Member = 200
	for _, c := range []struct {
		name string
		vote avs.AlertVote
		want avs.Verdict
	}{
		{"another rollup", changed(func(v *avs.AlertVote) { v.Alert.Rollup[0]++ }), avs.Reject},
		{"sequence 0", changed(func(v *avs.AlertVote) { v.Alert.Sequence, v.Alert.Paused = 0, false }), avs.Reject},
		{"first alert that resumes", changed(func(v *avs.AlertVote) { v.Alert.Paused = false }), avs.Reject},
		{"reason too long", changed(func(v *avs.AlertVote) { v.Report.Reason = strings.Repeat("x", avs.MaxReason+1) }), avs.Reject},
		{"report of somebody else", forged, avs.Reject},
		{"signature of another member", stolen, avs.Reject},
		{"no member", beyond, avs.Reject},
		{"epoch that nobody knows", changed(func(v *avs.AlertVote) { v.Alert.Epoch = 9 }), avs.Ignore},
		{"sequence ahead", changed(func(v *avs.AlertVote) { v.Alert.Sequence = 3 }), avs.Ignore},
		{"good", good, avs.Accept},
		{"the same again", good, avs.Ignore},
		{"second vote of a member", other, avs.Ignore},
	} {
		t.Run(c.name, func(t *testing.T) {
			verdict, err := m.breaker.handleVote(context.Background(), w.ops[1].id, c.vote.Encode())
			require.Equal(t, c.want, verdict, err)
		})
	}
	verdict, err := m.breaker.handleVote(context.Background(), w.ops[1].id, []byte("junk"))
	require.Equal(t, avs.Reject, verdict)
	require.ErrorIs(t, err, avs.ErrEncoding)
	require.Equal(t, []avs.AlertVote{good}, state(t, m).Votes)

	w.raise(w.men[2:]...)
	w.raise(m)
	w.reaches(1, w.men...)
	verdict, err = m.breaker.handleVote(context.Background(), w.ops[1].id, good.Encode())
	require.Equal(t, avs.Ignore, verdict, "a replayed old sequence")
	require.NoError(t, err)
	for epoch := avs.Epoch(2); epoch <= 3; epoch++ {
		w.sets.add(newSet(t, avs.MachSet(0), epoch, w.ops))
	}
	verdict, err = m.breaker.handleVote(context.Background(), w.ops[1].id, changed(func(v *avs.AlertVote) {
		v.Alert.Sequence, v.Alert.Paused = 2, false
	}).Encode())
	require.Equal(t, avs.Ignore, verdict, "an epoch two behind")
	require.NoError(t, err)
}

// signed signs a vote of a member, whatever it says.
func (w *watch) signed(member int, v avs.AlertVote) avs.AlertVote {
	digest := v.Alert.Digest(testDomain)
	v.Member = uint16(member)
	v.Signature = w.ops[member].secret.Sign(digest).Bytes()
	v.ReportSignature = w.ops[member].secret.Sign(v.Report.Digest(testDomain, digest)).Bytes()
	return v
}

// TestPeerRepliesThatAreRefused has a peer answer with junk and with alerts that do not stand.
func TestPeerRepliesThatAreRefused(t *testing.T) {
	w := newWatch(t, 4)
	m := w.men[0]
	set, _ := w.sets.At(avs.MachSet(0), 1)
	alert := avs.Alert{Rollup: testRollup.ID, Epoch: 1, Sequence: 1, Paused: true}
	few := newAlertBallot(set)
	for member := range 2 {
		v := w.signed(member, avs.AlertVote{Alert: alert})
		sig, err := v.Verify(testDomain, set)
		require.NoError(t, err)
		few.add(v, sig)
	}
	half, err := few.certified()
	require.NoError(t, err)
	resumes := half
	resumes.Alert.Paused = false
	for name, data := range map[string][]byte{"junk": []byte("junk"), "less than a quorum": half.Encode(), "a first alert that resumes": resumes.Encode()} {
		_, err := m.breaker.take(data)
		require.Error(t, err, name)
	}
	_, err = m.breaker.serve(context.Background(), w.ops[1].id, []byte("junk"))
	require.ErrorIs(t, err, avs.ErrEncoding)
	_, _, err = m.breaker.AlertState(avs.RollupID{1})
	require.ErrorIs(t, err, ErrUnknownRollup)
	_, _, err = NewAlerts(m.breaker).AlertState(avs.RollupID{1})
	require.ErrorIs(t, err, ErrUnknownRollup)
}

// teller is a network of one that notes which votes leave it.
type teller struct {
	*port
	said func(avs.AlertVote)
}

func (l *teller) Broadcast(_ context.Context, _ string, data []byte) error {
	v, err := avs.DecodeAlertVote(data)
	if err == nil {
		l.said(v)
	}
	return err
}

// TestAlertsSurviveACrashBetweenAnyTwoWrites kills a lone operator before every write of a pause and its end, and looks
// whether a vote that was sent, or an alert that was told, is still there.
func TestAlertsSurviveACrashBetweenAnyTwoWrites(t *testing.T) {
	w := newWatch(t, 1)
	w.stop(w.men[0])
	disk := &crashDisk{mem: vfs.NewCrashableMem(), rng: rand.New(rand.NewPCG(3, 4)), said: make(map[uint64]common.Hash), told: make(map[uint64]bool)}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var wg sync.WaitGroup
	w.alertRun(errorfs.Wrap(disk.mem, disk), func(v avs.AlertVote) {
		disk.mu.Lock()
		defer disk.mu.Unlock()
		disk.said[v.Alert.Sequence] = v.Alert.Digest(testDomain)
	}, func(b *Breaker) {
		disk.mu.Lock()
		disk.on = true
		disk.mu.Unlock()
		wg.Go(func() {
			for ctx.Err() == nil {
				s, changed, _ := b.AlertState(testRollup.ID)
				if s.Newest != nil {
					disk.mu.Lock()
					disk.told[s.Newest.Alert.Sequence] = true
					disk.mu.Unlock()
				}
				select {
				case <-changed:
				case <-ctx.Done():
				}
			}
		})
	})
	cancel()
	wg.Wait()
	require.Len(t, disk.said, 2)
	require.Greater(t, len(disk.takes), 10)
	for i, take := range disk.takes {
		w.alertRun(take.disk, func(avs.AlertVote) {}, func(b *Breaker) {
			for sequence := range take.told {
				_, found, err := b.records.certified(sequence)
				require.NoError(t, err)
				require.True(t, found, "crash %d: alert %d was told and is lost", i, sequence)
			}
			for sequence := range take.said {
				votes, err := b.records.votes(sequence)
				require.NoError(t, err)
				_, certified, err := b.records.certified(sequence)
				require.NoError(t, err)
				require.True(t, certified || len(votes) == 1, "crash %d: the vote on %d was sent and is lost", i, sequence)
			}
		})
	}
}

// alertRun opens a lone operator on a disk, lets it raise an alert and end it.
func (w *watch) alertRun(fs vfs.FS, said func(avs.AlertVote), ready func(*Breaker)) {
	w.t.Helper()
	db, err := store.Open("data", store.WithFS(fs))
	require.NoError(w.t, err)
	m := &watchman{op: w.ops[0], db: db}
	w.open(m)
	m.breaker.cfg.Network = &teller{w.hub.join(m.op.id), said}
	ready(m.breaker)
	w.start(m)
	w.raise(m)
	w.eventually(func() bool { s := state(w.t, m); return s.Newest != nil }, "pause")
	w.clear(m)
	require.NoError(w.t, m.breaker.Resume())
	w.eventually(func() bool { s := state(w.t, m); return !s.Paused }, "end of the pause")
	w.stop(m)
	require.NoError(w.t, db.Close())
}
