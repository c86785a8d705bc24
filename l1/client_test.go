package l1

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/store"
)

func TestClientChain(t *testing.T) {
	c := newChain(t)
	_, err := Dial(t.Context(), c.HTTP(), 1)
	require.ErrorIs(t, err, ErrWrongChain)
	require.ErrorContains(t, err, "this network is on 1")

	learned, err := Dial(t.Context(), c.HTTP(), 0)
	require.NoError(t, err)
	defer learned.Close()
	require.EqualValues(t, chainID, learned.NetworkID())
	require.Equal(t, c.HTTP(), learned.URL())

	url := c.HTTP()
	c.down()
	_, err = Dial(t.Context(), url, chainID)
	require.ErrorIs(t, err, ErrUnreachable)
	away, err := Open(t.Context(), url, chainID)
	require.NoError(t, err, "nothing is asked yet")
	defer away.Close()
	require.ErrorIs(t, away.Verify(t.Context()), ErrUnreachable)
	_, err = away.Finalized(t.Context())
	require.ErrorIs(t, err, ErrUnreachable)
	_, err = away.HashAt(t.Context(), 1)
	require.ErrorIs(t, err, ErrUnreachable)
	require.ErrorIs(t, away.RequireCode(t.Context(), "echo", echo), ErrUnreachable)
	_, err = Open(t.Context(), "gopher://x", chainID)
	require.ErrorIs(t, err, ErrUnreachable)
	c.up()
	require.NoError(t, away.Verify(t.Context()))
}

// refusal is an error of an L1 that carries data.
type refusal struct {
	code int
	data any
}

func (refusal) Error() string    { return "execution reverted" }
func (r refusal) ErrorCode() int { return r.code }
func (r refusal) ErrorData() any { return r.data }

func TestExplain(t *testing.T) {
	text, err := abi.NewType("string", "", nil)
	require.NoError(t, err)
	packed, err := abi.Arguments{{Type: text}}.Pack("too late")
	require.NoError(t, err)
	reason := append(crypto.Keccak256([]byte("Error(string)"))[:4], packed...)
	notDue := append(crypto.Keccak256([]byte("NotDue(uint32,uint256)"))[:4], make([]byte, 64)...)
	for name, c := range map[string]struct {
		err  error
		is   error
		says string
	}{
		"transport":      {errors.New("connection refused"), ErrUnreachable, "connection refused"},
		"reason":         {refusal{3, hexutil.Encode(reason)}, ErrReverted, "too late"},
		"custom error":   {refusal{3, hexutil.Encode(notDue)}, ErrReverted, "NotDue"},
		"unknown error":  {refusal{3, "0x01020304"}, ErrReverted, "0x01020304"},
		"short data":     {refusal{3, "0x01"}, ErrReverted, "0x01"},
		"without reason": {refusal{3, "0x"}, ErrReverted, "without a reason"},
		"data no text":   {refusal{3, 7}, ErrReverted, "without a reason"},
	} {
		t.Run(name, func(t *testing.T) {
			got := explain(c.err)
			require.ErrorIs(t, got, c.is)
			require.ErrorContains(t, got, c.says)
		})
	}
	other := refusal{-32000, nil}
	require.Equal(t, error(other), explain(other), "a refusal that is no revert stays as it is")
}

func FuzzExplain(f *testing.F) {
	f.Add(3, "0x08c379a0")
	f.Add(-32000, "")
	f.Fuzz(func(t *testing.T, code int, data string) {
		if explain(refusal{code, data}) == nil {
			t.Fatal("an error became none")
		}
	})
}

// FuzzRegistrarEvents: whatever an endpoint says the events are, reading them ends in an operator or in an error.
func FuzzRegistrarEvents(f *testing.F) {
	parsed, err := bindings.OperatorRegistrarMetaData.ParseABI()
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range parsed.Events {
		f.Add(e.ID[:], make([]byte, 160))
	}
	f.Fuzz(func(t *testing.T, topic, data []byte) {
		registry := &Registry{contracts: Contracts{Registrar: echo, Table: latch}, operators: map[avs.OperatorID]Operator{}}
		for topics := range 4 {
			d := draft{registry: registry, operators: map[avs.OperatorID]Operator{}}
			log := types.Log{Address: echo, Data: data, Topics: []common.Hash{common.BytesToHash(topic), {31: 1}, {31: 2}}[:min(topics, 3)]}
			if err := d.apply(t.Context(), &log); err != nil && len(d.operators) > 0 {
				t.Fatal("an error left something behind")
			}
		}
	})
}

func FuzzRollupEvents(f *testing.F) {
	parsed, err := bindings.RestakedRollupsMetaData.ParseABI()
	if err != nil {
		f.Fatal(err)
	}
	squad, err := bindings.SquadMetaData.ParseABI()
	if err != nil {
		f.Fatal(err)
	}
	for _, events := range []map[string]abi.Event{parsed.Events, squad.Events} {
		for _, e := range events {
			f.Add(e.ID[:], make([]byte, 160))
		}
	}
	db, err := store.Memory()
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = db.Close() })
	f.Fuzz(func(t *testing.T, topic, data []byte) {
		registry := &Registry{contracts: Contracts{Rollups: echo, Squad: latch}, rollups: map[avs.RollupID]rollupLife{}, inboxes: map[avs.RollupID][]inboxMark{}}
		for topics := range 5 {
			for _, at := range []common.Address{echo, latch} {
				batch := db.NewBatch()
				d := draft{registry: registry, rollups: map[avs.RollupID]rollupLife{}, inboxes: map[avs.RollupID][]inboxMark{}, batch: batch}
				log := types.Log{Address: at, Data: data, Topics: []common.Hash{common.BytesToHash(topic), {31: 1}, {}, {31: 3}}[:min(topics, 4)], BlockNumber: 5}
				if err := d.apply(t.Context(), &log); err != nil && batch.Len() > 0 {
					t.Fatal("an error left something behind")
				}
				batch.Discard()
			}
		}
	})
}

func FuzzRecordsHash(f *testing.F) {
	f.Add(make([]byte, 32))
	f.Fuzz(func(t *testing.T, data []byte) {
		if members, err := tableABI.UnpackMembers(data); err == nil {
			recordsHash(members)
		}
	})
}
