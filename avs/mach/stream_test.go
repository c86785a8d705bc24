package mach

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/store"
)

func openStream(t testing.TB) *stream {
	t.Helper()
	db, err := store.Memory()
	require.NoError(t, err)
	s, err := newStream(records{db.Sub("mach")}, 1)
	require.NoError(t, err)
	t.Cleanup(func() {
		s.close()
		require.NoError(t, db.Close())
	})
	return s
}

// plain is a certificate that only its number matters of.
func plain(number uint64) avs.Certificate {
	return avs.Certificate{Claim: claimOf(executed(number, 1, 0)), Signers: avs.Bitmap{1}}
}

func (s *stream) mustKeep(t testing.TB, numbers ...uint64) {
	t.Helper()
	var all []avs.Certificate
	for _, n := range numbers {
		all = append(all, plain(n))
	}
	_, err := s.keep(all)
	require.NoError(t, err)
}

func TestStreamWaitsForGaps(t *testing.T) {
	s := openStream(t)
	all := s.subscribe(t.Context(), 1)
	s.mustKeep(t, 1, 2, 4, 6)
	published, tip := s.gap()
	require.EqualValues(t, 2, published)
	require.EqualValues(t, 6, tip)
	s.mustKeep(t, 3)
	for want := uint64(1); want <= 4; want++ {
		require.Equal(t, want, (<-all).Claim.Number)
	}
	require.NoError(t, s.skipGap()) // 5 never comes in time
	require.EqualValues(t, 6, (<-all).Claim.Number)
	s.mustKeep(t, 5, 7)
	require.EqualValues(t, 7, (<-all).Claim.Number, "numbers ascend")
	late := s.subscribe(t.Context(), 1)
	for want := uint64(1); want <= 7; want++ {
		require.Equal(t, want, (<-late).Claim.Number, "who asks later gets what came late too")
	}
}

func TestCertificateNeverChanges(t *testing.T) {
	s := openStream(t)
	s.mustKeep(t, 1)
	other := plain(1)
	other.Signers = avs.Bitmap{3}
	kept, err := s.keep([]avs.Certificate{other, plain(2), plain(2)})
	require.NoError(t, err)
	require.Len(t, kept, 1)
	c, found, err := s.get(1)
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, plain(1), c)
}

func TestReplayBeyondMemory(t *testing.T) {
	s := openStream(t)
	const count = recentCertificates + 200
	for n := uint64(1); n <= count; n++ {
		s.mustKeep(t, n)
	}
	require.LessOrEqual(t, len(s.recent), recentCertificates)
	all := s.subscribe(t.Context(), 50)
	for want := uint64(50); want <= count; want++ {
		require.Equal(t, want, (<-all).Claim.Number)
	}
}

func TestThousandSubscribers(t *testing.T) {
	s := openStream(t)
	const subscribers, count = 1000, 20
	slow := s.subscribe(t.Context(), 1) // never read while the others are served
	var readers sync.WaitGroup
	for range subscribers {
		in := s.subscribe(t.Context(), 1)
		readers.Go(func() {
			for want := uint64(1); want <= count; want++ {
				if c := <-in; c.Claim.Number != want {
					t.Errorf("got %d, want %d", c.Claim.Number, want)
					return
				}
			}
		})
	}
	for n := uint64(1); n <= count; n++ {
		s.mustKeep(t, n)
	}
	readers.Wait()
	require.EqualValues(t, 1, (<-slow).Claim.Number)
}

func TestSubscriptionsEnd(t *testing.T) {
	s := openStream(t)
	ctx, cancel := context.WithCancel(t.Context())
	byContext, byClose := s.subscribe(ctx, 1), s.subscribe(t.Context(), 1)
	cancel()
	_, open := <-byContext
	require.False(t, open)
	s.close()
	_, open = <-byClose
	require.False(t, open)
	_, open = <-s.subscribe(t.Context(), 1)
	require.False(t, open)
}
