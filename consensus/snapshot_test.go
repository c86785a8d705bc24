package consensus

import (
	"testing"

	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/consensus/internal/fixture"
	"github.com/trident-network/trident/internal/store"
)

func genesisDump(t testing.TB) ([]byte, block) {
	t.Helper()
	db, err := store.Memory()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	r, blk, err := openRecords(db.Sub("consensus"), fixture.New(3, 1, 1_700_000_000_000).Genesis)
	require.NoError(t, err)
	data, err := r.dump(blk.State, 10)
	require.NoError(t, err)
	return data, blk
}

func TestSnapshotEncoding(t *testing.T) {
	data, blk := genesisDump(t)
	all, got, err := decodeSnapshot(data)
	require.NoError(t, err)
	require.Equal(t, blk.State.Hash(), got.State.Hash())
	again, err := rlp.EncodeToBytes(all)
	require.NoError(t, err)
	require.Equal(t, data, again)
	all[0], all[1] = all[1], all[0]
	_, _, err = decodeSnapshot(encode(all))
	require.ErrorIs(t, err, errSnapshot)
	_, _, err = decodeSnapshot(encode(all[2:3]))
	require.Error(t, err, "without a state")
}

func FuzzDecodeSnapshot(f *testing.F) {
	data, _ := genesisDump(f)
	f.Add(data)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		all, _, err := decodeSnapshot(data)
		if err == nil {
			require.Equal(t, data, encode(all))
		}
	})
}

func FuzzSnapshotProof(f *testing.F) {
	g := fixture.New(3, 1, 1_700_000_000_000).Genesis
	n := &Node{config: Config{Genesis: g}}
	f.Add(encode(snapshotProof{Header: []byte{1}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := n.checkProof(1, data, g.Sets[:1])
		require.Error(t, err)
	})
}
