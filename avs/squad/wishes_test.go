package squad

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/store"
)

func hashed(i int) common.Hash { return common.BigToHash(big.NewInt(int64(i) + 1)) }

func TestWishesAreBounded(t *testing.T) {
	var w wishes
	greedy := avs.OperatorID{0xff}
	for i := range maxWishesOfPeer {
		require.NoError(t, w.note(hashed(i), greedy, 1))
	}
	require.ErrorIs(t, w.note(hashed(900_001), greedy, 1), errWishes, "one peer has its share and no more")
	require.NoError(t, w.note(hashed(0), greedy, 1), "a wish that is kept already is no other")
	other := avs.OperatorID{0xfe}
	require.NoError(t, w.note(hashed(0), other, 1), "two may want the same")
	for peer := byte(0); w.count() < maxWishes; peer++ {
		for i := 0; i < maxWishesOfPeer && w.count() < maxWishes; i++ {
			require.NoError(t, w.note(hashed(1000+int(peer)*maxWishesOfPeer+i), avs.OperatorID{peer}, 2))
		}
	}
	late := avs.OperatorID{0xfd}
	require.ErrorIs(t, w.note(hashed(900_002), late, 3), errWishes, "all together are bounded")
	require.NoError(t, w.note(hashed(900_002), late, 1+wishLife), "what has waited for too long makes room")
	require.Equal(t, maxWishes-maxWishesOfPeer+1, w.count())
	require.Zero(t, w.each[greedy])
	require.Zero(t, w.each[other])
}

func TestWishesAreGrantedByPosition(t *testing.T) {
	var w wishes
	txs := make([]common.Hash, 3*maxPromises)
	for i := range txs {
		txs[i] = hashed(i)
	}
	a, b := avs.OperatorID{1}, avs.OperatorID{2}
	for _, i := range []int{40, 7, 100} {
		require.NoError(t, w.note(txs[i], a, 1))
	}
	require.NoError(t, w.note(txs[7], b, 1))
	require.NoError(t, w.note(hashed(900_005), b, 1), "of another block")
	h := avs.BatchHeader{Rollup: common.Hash{9}, Epoch: 3, Slot: 12, Rank: 1}
	granted := w.grant(h, txs)
	require.Len(t, granted, 3)
	var root common.Hash
	for i, tx := range txs[:8] {
		root = avs.PrefixRoot(root, tx)
		if i == 7 {
			require.Equal(t, promise{avs.Preconfirmation{Rollup: h.Rollup, Epoch: 3, Slot: 12, Rank: 1, Transaction: tx, Position: 7, PrefixRoot: root},
				[]avs.OperatorID{a, b}}, granted[0])
		}
	}
	require.Equal(t, uint32(40), granted[1].receipt.Position)
	require.Equal(t, uint32(100), granted[2].receipt.Position)
	require.Equal(t, 1, w.count())
	require.Empty(t, w.grant(h, txs), "each once")

	for i, tx := range txs[:2*maxPromises] {
		require.NoError(t, w.note(tx, avs.OperatorID{byte(i % 3)}, 1))
	}
	require.Len(t, w.grant(h, txs), maxPromises, "no more in a batch")
	require.Equal(t, 1, w.count(), "those beyond are in the block all the same")
}

// Positions rise with slot, rank and index, and no two are the same.
func TestReceiptPositions(t *testing.T) {
	last := uint64(0)
	for slot := uint64(1); slot < 4; slot++ {
		for rank := range uint32(positionRanks) {
			for _, index := range []uint32{0, 1, 1<<receiptBits - 1} {
				at := receiptPosition(slot, rank, index)
				require.Greater(t, at, last)
				last = at
			}
		}
	}
	require.Equal(t, GuardReceiptPosition(4), last+1)
}

func testReceipt(slot uint64, position uint32) avs.SignedPreconfirmation {
	return avs.SignedPreconfirmation{Preconfirmation: avs.Preconfirmation{Slot: slot, Position: position, Transaction: hashed(int(position))}}
}

// What is kept is found by the next run; what is settled is not looked at again; the oldest go first.
func TestReceiptsAreKeptAndPruned(t *testing.T) {
	db, err := store.Memory()
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	k := receipts{space: db.Sub("receipts")}
	require.NoError(t, k.load())
	for i := range uint32(3) {
		fresh, err := k.keep(testReceipt(10-uint64(i), i))
		require.NoError(t, err)
		require.True(t, fresh)
	}
	fresh, err := k.keep(testReceipt(10, 0))
	require.NoError(t, err)
	require.False(t, fresh)
	require.Equal(t, []avs.SignedPreconfirmation{testReceipt(8, 2), testReceipt(9, 1)}, k.settled(9))
	require.NoError(t, k.close(testReceipt(8, 2), receiptHonoured))

	again := receipts{space: db.Sub("receipts")}
	require.NoError(t, again.load())
	require.Equal(t, []avs.SignedPreconfirmation{testReceipt(9, 1), testReceipt(10, 0)}, again.settled(100))
	require.Equal(t, 3, again.total)
	fresh, err = again.keep(testReceipt(8, 2))
	require.NoError(t, err)
	require.False(t, fresh, "a settled one is not opened again")
	require.NoError(t, again.close(testReceipt(9, 1), receiptVoid))
	require.NoError(t, again.prune(1))
	require.Equal(t, 2, again.total)
	last := receipts{space: db.Sub("receipts")}
	require.NoError(t, last.load())
	require.Equal(t, 2, last.total)
	require.Equal(t, []avs.SignedPreconfirmation{testReceipt(10, 0)}, last.settled(100), "an open one is never pruned")
}

func TestOpenReceiptsAreBounded(t *testing.T) {
	db, err := store.Memory()
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	k := receipts{space: db.Sub("receipts"), open: map[string]avs.SignedPreconfirmation{}}
	for i := range maxOpenReceipts {
		k.open[string(rune(i))] = avs.SignedPreconfirmation{}
	}
	_, err = k.keep(testReceipt(1, 1))
	require.ErrorIs(t, err, errReceiptsFull)
}

func TestReceiptsEncoding(t *testing.T) {
	many := make([]avs.SignedPreconfirmation, maxPromises+1)
	data, err := encodeReceipts(many[:maxPromises])
	require.NoError(t, err)
	require.LessOrEqual(t, len(data), maxReceiptsMessage)
	back, err := decodeReceipts(data)
	require.NoError(t, err)
	require.Equal(t, many[:maxPromises], back)
	tooMany, err := encodeReceipts(many)
	require.NoError(t, err)
	none, err := encodeReceipts(nil)
	require.NoError(t, err)
	for name, bad := range map[string][]byte{"nothing": nil, "none": none, "too many": tooMany, "too large": make([]byte, maxReceiptsMessage+1),
		"trailing": append(data, 0), "truncated": data[:len(data)-1]} {
		_, err := decodeReceipts(bad)
		require.ErrorIs(t, err, errCarries, name)
	}
}

func someTransaction(t testing.TB) []byte {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("wish")))
	require.NoError(t, err)
	raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(1)), &types.DynamicFeeTx{ChainID: big.NewInt(1), Gas: 21_000}).MarshalBinary()
	require.NoError(t, err)
	return raw
}

func FuzzDecodeWish(f *testing.F) {
	f.Add(someTransaction(f))
	f.Add([]byte{})
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, data []byte) {
		tx, err := decodeWish(data)
		if err != nil {
			return
		}
		again, err := tx.MarshalBinary()
		if err != nil {
			t.Fatalf("decoded %x, does not encode: %v", data, err)
		}
		if back, err := decodeWish(again); err != nil || back.Hash() != tx.Hash() {
			t.Fatalf("decoded %x, encodes as %x: %v", data, again, err)
		}
	})
}

func FuzzDecodeReceipts(f *testing.F) {
	seed, err := encodeReceipts([]avs.SignedPreconfirmation{testReceipt(1, 2), testReceipt(1, 3)})
	require.NoError(f, err)
	f.Add(seed)
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, data []byte) {
		receipts, err := decodeReceipts(data)
		if err != nil {
			return
		}
		again, err := encodeReceipts(receipts)
		if err != nil || string(again) != string(data) {
			t.Fatalf("decoded %x, encodes as %x: %v", data, again, err)
		}
	})
}

func TestParseFaults(t *testing.T) {
	someone := common.HexToAddress("0xcafe")
	words := []string{"withhold_bodies", "equivocate", "invalid_blocks", "mute", "censor:" + someone.Hex()}
	f, err := ParseFaults(words)
	require.NoError(t, err)
	require.Equal(t, Faults{WithholdBodies: true, Equivocate: true, InvalidBlocks: true, Mute: true, Censor: []common.Address{someone}}, f)
	require.Equal(t, words, f.Words())
	none, err := ParseFaults(nil)
	require.NoError(t, err)
	require.Empty(t, none.Words())
	for _, bad := range []string{"", "Mute", "censor", "censor:", "censor:0x12", "withhold"} {
		_, err := ParseFaults([]string{bad})
		require.ErrorIs(t, err, ErrFault, bad)
	}
}
