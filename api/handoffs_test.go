package api_test

import (
	"net/http"
	"testing"

	"connectrpc.com/connect"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
	"github.com/trident-network/trident/api/gen/trident/v1/tridentv1connect"
	"github.com/trident-network/trident/avs"
)

func TestHandOffsOverBothServices(t *testing.T) {
	l := newLedger(t)
	for range 40 {
		l.nextEpoch()
	}
	s := serve(t, config(l))
	c := dial(t, s)
	hc := &http.Client{Transport: &http.Transport{}}
	defer hc.CloseIdleConnections()
	service := tridentv1connect.NewMachServiceClient(hc, url(s))
	history, err := avs.NewSetHistory(domain, genesisBlock, l.genesis().Sets)
	require.NoError(t, err)
	pages := 0
	for ; ; pages++ {
		page, err := c.HandOffs(t.Context(), history.Number()+1)
		require.NoError(t, err)
		same, err := service.ListHandOffs(t.Context(), connect.NewRequest(&tridentv1.ListHandOffsRequest{FromNumber: history.Number() + 1}))
		require.NoError(t, err)
		require.Len(t, same.Msg.GetHandOffs(), len(page))
		if len(page) == 0 {
			break
		}
		for i, h := range page {
			require.NoError(t, client.VerifyHandOff(domain, l.ordering, h))
			value, err := h.Value()
			require.NoError(t, err)
			other, err := client.HandOffFromProto(same.Msg.GetHandOffs()[i])
			require.NoError(t, err)
			require.Equal(t, value.Encode(), other.Encode())
			require.NoError(t, history.Apply(value))
			requireInputs(t, l, h, same.Msg.GetHandOffs()[i])
		}
	}
	require.Equal(t, 2, pages)
	set, known := history.Current(avs.MachSet(0))
	require.True(t, known)
	require.EqualValues(t, 41, set.Epoch())
}

// requireInputs checks that what a view brings besides sets is signed, and that it must be there.
func requireInputs(t *testing.T, l *ledger, h client.HandOff, same *tridentv1.HandOff) {
	t.Helper()
	other := h
	other.Inputs = avs.L1Inputs{}.Encode()
	require.ErrorIs(t, client.VerifyHandOff(domain, l.ordering, other), client.ErrHandOffDigest)
	other.Inputs = nil
	_, err := other.Value()
	require.ErrorIs(t, err, client.ErrShape)
	_, err = client.HandOffFromProto(&tridentv1.HandOff{Number: same.GetNumber(), BlockHash: same.GetBlockHash(), Signature: same.GetSignature()})
	require.ErrorIs(t, err, client.ErrShape)
}

func TestGenesisSetsOverBothServices(t *testing.T) {
	l := newLedger(t)
	s := serve(t, config(l))
	g, err := dial(t, s).Genesis(t.Context())
	require.NoError(t, err)
	require.Equal(t, l.beginning(), g)
	hc := &http.Client{Transport: &http.Transport{}}
	defer hc.CloseIdleConnections()
	answer, err := tridentv1connect.NewMachServiceClient(hc, url(s)).GetGenesisSets(t.Context(), connect.NewRequest(&tridentv1.GetGenesisSetsRequest{}))
	require.NoError(t, err)
	require.Equal(t, g.Hash[:], answer.Msg.GetHash())
	for i, of := range answer.Msg.GetOperatorSets() {
		set, err := client.SetFromProto(of)
		require.NoError(t, err)
		require.Equal(t, l.genesis().Sets[i].Hash(), set.Hash())
	}
}

func TestAlertsOverBothServices(t *testing.T) {
	l := newLedger(t)
	s := serve(t, config(l))
	c := dial(t, s)
	hc := &http.Client{Transport: &http.Transport{}}
	defer hc.CloseIdleConnections()
	service := tridentv1connect.NewMachServiceClient(hc, url(s))
	alerts, err := c.Alerts(t.Context(), "demo")
	require.NoError(t, err)
	require.False(t, alerts.Certified() || alerts.Paused)
	vote := avs.AlertVote{Alert: avs.Alert{Rollup: demo.ID, Epoch: 1, Sequence: 1, Paused: true}, Member: 2,
		Report: avs.AlertReport{Number: 7, Reason: "other hash", Ours: common.Hash{1}, Theirs: common.Hash{2}}}
	digest := vote.Alert.Digest(domain)
	vote.Signature, vote.ReportSignature = l.secrets[2].Sign(digest).Bytes(), l.secrets[2].Sign(vote.Report.Digest(domain, digest)).Bytes()
	stranger := vote
	stranger.Member = 9
	l.votes = []avs.AlertVote{vote, stranger}
	alerts, err = c.Alerts(t.Context(), demo.ID.Hex())
	require.NoError(t, err)
	require.Len(t, alerts.Votes, 1)
	require.Equal(t, l.set.Member(2).Operator, alerts.Votes[0].Operator)
	value, err := alerts.Votes[0].Value(demo.ID)
	require.NoError(t, err)
	require.Equal(t, vote, value)
	_, err = value.Verify(domain, l.set)
	require.NoError(t, err)

	certified := l.turn()
	alerts, err = c.Alerts(t.Context(), "demo")
	require.NoError(t, err)
	require.True(t, alerts.Certified() && alerts.Paused)
	require.NoError(t, client.VerifyAlert(domain, l.set, alerts.Alert))
	answer, err := service.GetAlerts(t.Context(), connect.NewRequest(&tridentv1.GetAlertsRequest{Rollup: "demo"}))
	require.NoError(t, err)
	require.True(t, answer.Msg.GetPaused())
	require.Len(t, answer.Msg.GetVotes(), 1)
	same, err := client.AlertFromProto(answer.Msg.GetAlert())
	require.NoError(t, err)
	require.Equal(t, certified, same)
}

func TestWhatIsNotServedIsSaid(t *testing.T) {
	l := newLedger(t)
	cfg := config(l)
	cfg.HandOffs, cfg.Alerts, cfg.Genesis = nil, nil, nil
	s := serve(t, cfg)
	c := dial(t, s)
	_, err := c.HandOffs(t.Context(), 0)
	require.ErrorIs(t, err, client.ErrNotServed)
	require.ErrorContains(t, err, "does not serve hand-offs; ask another one")
	_, err = c.Alerts(t.Context(), "demo")
	require.ErrorIs(t, err, client.ErrNotServed)
	_, err = c.Genesis(t.Context())
	require.ErrorIs(t, err, client.ErrNotServed)
	hc := &http.Client{Transport: &http.Transport{}}
	defer hc.CloseIdleConnections()
	_, err = tridentv1connect.NewMachServiceClient(hc, url(s)).ListHandOffs(t.Context(), connect.NewRequest(&tridentv1.ListHandOffsRequest{}))
	require.Equal(t, connect.CodeUnimplemented, connect.CodeOf(err))
	_, err = c.Alerts(t.Context(), "nope")
	require.ErrorIs(t, err, client.ErrNotFound)
}
