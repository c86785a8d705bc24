package state_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
)

// TestStopWaitsForInbox stops a rollup whose inbox holds more than one batch can take. It is sequenced until all is taken, or
// until no batch has taken any for too long.
func TestStopWaitsForInbox(t *testing.T) {
	b := newBed(t)
	stop := avs.L1Inputs{Stopped: []avs.RollupID{b.rollup.ID}}
	all := uint64(avs.MaxInboxPerBatch + 4)
	inputs := func(st *state.State) avs.SequencingInputs {
		t.Helper()
		in, known := st.Inputs(b.rollup.ID)
		require.True(t, known)
		back, err := state.Decode(st.Encode(), lookupIn(append(st.Sets(), st.Earlier()...)))
		require.NoError(t, err)
		require.Equal(t, st.Hash(), back.Hash())
		return in
	}
	with := b.inbox(all)
	with.Stopped = stop.Stopped
	b.view(now, 11, with, nil)
	require.True(t, inputs(b.st).Stopping)
	require.False(t, inputs(b.st).Stopped)
	b.view(now+1, 12, stop, state.ErrVoid)

	b.trustedBatchTaking(now+20, avs.MaxInboxPerBatch)
	late := now + 20 + 2*b.rollup.ForceMillis
	require.False(t, inputs(b.st.At(late-1)).Stopped)
	over := b.st.At(late)
	require.True(t, inputs(over).Stopped, "nobody took a message for twice the time after which they are due")
	require.Empty(t, inputs(over).Due)
	require.Equal(t, all, inputs(over).Inbox.Count, "what is left behind can be told")

	b.trustedBatchTaking(now+2000, all)
	require.True(t, inputs(b.st).Stopped)
	require.NotContains(t, b.st.Rollups(), b.rollup)
	h := b.header(b.tip().Slot + 1)
	b.do(now+3000, trusted(b.st, b.rollup, h), state.ErrVoid)
}
