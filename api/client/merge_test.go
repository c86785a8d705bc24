package client

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// stands is a certificate as settle takes it. The merge checks no signatures.
func stands(number uint64, epoch avs.Epoch, hash byte) *checked {
	claim := avs.FinalityClaim{Epoch: epoch, Number: number, BlockHash: common.Hash{hash}}
	return &checked{certificate: avs.Certificate{Claim: claim}, operator: "a"}
}

// enter takes a certificate through look and settle.
func enter(t *testing.T, m *merge, c *checked) []checked {
	t.Helper()
	todo, _, err := m.look(c.certificate)
	require.NoError(t, err)
	require.Equal(t, stepCheck, todo)
	return m.settle(c.certificate.Claim.Number, c)
}

// drain takes all events that are there.
func drain(t *testing.T, m *merge) (numbers []uint64) {
	t.Helper()
	for {
		e, some, err := m.take()
		require.NoError(t, err)
		if !some {
			return numbers
		}
		require.Equal(t, KindCertificate, e.Kind)
		numbers = append(numbers, e.Certificate.Claim.Number)
	}
}

func TestMergeOrders(t *testing.T) {
	m := newMerge(5)
	for _, n := range []uint64{7, 5, 9, 6} {
		require.Empty(t, enter(t, m, stands(n, 1, 1)))
	}
	require.Equal(t, []uint64{5, 6, 7}, drain(t, m))
	n, missing := m.missing()
	require.True(t, missing)
	require.EqualValues(t, 8, n)
	for _, old := range []uint64{4, 6} {
		todo, _, err := m.look(stands(old, 1, 1).certificate)
		require.NoError(t, err)
		require.Equal(t, stepDrop, todo, "%d", old)
	}
	e, skipped := m.skip()
	require.True(t, skipped)
	require.Equal(t, Event{Kind: KindGap, First: 8, Last: 8}, e)
	require.Equal(t, []uint64{9}, drain(t, m))
	_, skipped = m.skip()
	require.False(t, skipped)
}

func TestMergeChecksANumberOnceAtATime(t *testing.T) {
	m := newMerge(1)
	c := stands(1, 1, 1)
	todo, _, _ := m.look(c.certificate)
	require.Equal(t, stepCheck, todo)
	todo, changed, _ := m.look(c.certificate)
	require.Equal(t, stepWait, todo)
	m.settle(1, c)
	<-changed
	todo, _, _ = m.look(c.certificate)
	require.Equal(t, stepDrop, todo)
	levelled := stands(1, 2, 1)
	levelled.certificate.Claim.Level = 1
	todo, _, _ = m.look(levelled.certificate)
	require.Equal(t, stepDrop, todo, "epoch and level are no contradiction")
}

func TestMergeBoundsWhatIsAhead(t *testing.T) {
	m := newMerge(1)
	require.Empty(t, enter(t, m, stands(5000, 1, 1)), "it may be all that there is")
	todo, _, _ := m.look(stands(6000, 1, 1).certificate)
	require.Equal(t, stepWait, todo)
	require.Empty(t, enter(t, m, stands(4000, 1, 1)))
	e, skipped := m.skip()
	require.True(t, skipped)
	require.Equal(t, Event{Kind: KindGap, First: 1, Last: 3999}, e)
}

func TestMergeKnowsStaleEpochs(t *testing.T) {
	m := newMerge(1)
	require.Empty(t, enter(t, m, stands(1, 3, 1)))
	_, _, err := m.look(stands(2, 2, 1).certificate)
	require.ErrorIs(t, err, ErrStaleEpoch)
	require.Empty(t, enter(t, m, stands(8, 4, 1)))
	require.Empty(t, enter(t, m, stands(4, 4, 1)))
	_, _, err = m.look(stands(6, 3, 1).certificate)
	require.ErrorIs(t, err, ErrStaleEpoch, "between two of a newer epoch")
	stale := enter(t, m, stands(3, 5, 1))
	require.Len(t, stale, 2, "what was believed before a lower number had a newer epoch")
	require.Equal(t, []uint64{1}, drain(t, m))
	require.Empty(t, enter(t, m, stands(2, 4, 1)))
	require.Equal(t, []uint64{2, 3}, drain(t, m))
	require.Empty(t, enter(t, m, stands(4, 5, 1)))
	_, _, err = m.look(stands(3, 2, 9).certificate)
	require.ErrorIs(t, err, ErrStaleEpoch, "those who left cannot stop anybody with a contradiction")
}

func TestMergeEndsAtAConflict(t *testing.T) {
	for name, yielded := range map[string]bool{"before it is yielded": false, "after it was yielded": true} {
		t.Run(name, func(t *testing.T) {
			m := newMerge(1)
			require.Empty(t, enter(t, m, stands(1, 1, 1)))
			if yielded {
				require.Len(t, drain(t, m), 1)
			}
			require.Empty(t, enter(t, m, stands(1, 1, 2)))
			_, _, err := m.take()
			require.ErrorIs(t, err, ErrConflict)
			todo, _, err := m.look(stands(2, 1, 1).certificate)
			require.NoError(t, err)
			require.Equal(t, stepDrop, todo, "nothing comes after it")
		})
	}
}

func TestMergeAlerts(t *testing.T) {
	m := newMerge(1)
	alert := func(sequence uint64, epoch avs.Epoch) avs.CertifiedAlert {
		return avs.CertifiedAlert{Alert: avs.Alert{Sequence: sequence, Epoch: epoch, Paused: sequence%2 == 1}}
	}
	kinds := func() (all []Kind) {
		for {
			e, some, err := m.take()
			require.NoError(t, err)
			if !some {
				return all
			}
			all = append(all, e.Kind)
		}
	}
	m.raise(alert(2, 5), nil, "a")
	require.Empty(t, kinds(), "paused and resumed before")
	m.raise(alert(3, 5), nil, "a")
	m.raise(alert(3, 5), nil, "b")
	m.raise(alert(4, 6), nil, "a")
	require.Equal(t, []Kind{KindPaused, KindResumed}, kinds())
	news, err := m.alertIsNews(alert(4, 6).Alert)
	require.NoError(t, err)
	require.False(t, news)
	_, err = m.alertIsNews(alert(5, 5).Alert)
	require.ErrorIs(t, err, ErrStaleEpoch)
	for range 2 * maxNews {
		m.say(Event{Kind: KindFault})
	}
	m.raise(alert(5, 6), nil, "a")
	got := kinds()
	require.Len(t, got, maxNews)
	require.Equal(t, KindPaused, got[len(got)-1], "alerts are never dropped")
}
