package squad

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func noise(size int, seed byte) []byte {
	out := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{seed}).Read(out)
	return out
}

func chunkedBatch(body []byte) avs.Batch {
	h := avs.BatchHeader{BodyHash: avs.BodyHash(body), BodySize: uint32(len(body))}
	return avs.Batch{Header: avs.SignedHeader{Header: h}, Body: body}
}

func TestPiecesMakeTheBody(t *testing.T) {
	for name, body := range map[string][]byte{
		"two chunks, the second of one byte": noise(avs.ChunkSize+1, 1),
		"zeros":                              make([]byte, 5*avs.ChunkSize),
		"the largest":                        noise(avs.MaxBodySize, 2),
		"half of it zeros":                   append(noise(2*avs.ChunkSize, 3), make([]byte, 2*avs.ChunkSize)...),
	} {
		var got []byte
		for i, data := range Pieces(chunkedBatch(body)) {
			require.LessOrEqual(t, len(data), maxPieceMessage, name)
			require.True(t, isPiece(data))
			p, chunk, err := decodePiece(data)
			require.NoError(t, err, name)
			require.Equal(t, uint32(i), p.Index)
			require.NoError(t, p.Header.Header.CheckChunk(i, chunk, p.Proof), name)
			got = append(got, chunk...)
		}
		require.True(t, bytes.Equal(body, got), name)
	}
	require.False(t, isPiece(chunkedBatch([]byte("small")).Encode()))
	require.False(t, isPiece(nil))
}

// What is packed to hold more than its chunk is refused before it is unpacked, and no more is unpacked than fits.
func TestPackedChunksAreBounded(t *testing.T) {
	encoder, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	zip := func(data []byte) []byte { return encoder.EncodeAll(data, nil) }
	size := avs.ChunkSize
	bomb := zip(make([]byte, 64<<20))
	require.Less(t, len(bomb), size, "it would pass for a packed chunk")
	var streamed bytes.Buffer
	w, err := zstd.NewWriter(&streamed) // its frame does not tell its size
	require.NoError(t, err)
	_, err = w.Write(make([]byte, 64<<20))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for name, data := range map[string][]byte{
		"nothing": nil, "one byte": {1}, "a bomb": bomb, "a bomb of no stated size": streamed.Bytes(), "less": zip(make([]byte, size-1)),
		"more": zip(make([]byte, size+1)), "two frames": append(zip(make([]byte, size)), zip(make([]byte, size))...),
		"cut short": zip(make([]byte, size))[:12], "longer than the chunk": make([]byte, size+1),
		"two halves": append(zip(make([]byte, size/2)), zip(make([]byte, size/2))...),
	} {
		_, err := unpack(data, size)
		require.Error(t, err, name)
	}
	packed := pack(make([]byte, size))
	require.Less(t, len(packed), 100)
	chunk, err := unpack(packed, size)
	require.NoError(t, err)
	require.Equal(t, make([]byte, size), chunk)
	raw := noise(size, 4)
	require.Equal(t, raw, pack(raw), "what does not get shorter travels as it is")
}

func TestPartRequest(t *testing.T) {
	digest, index, err := decodePartRequest(encodePartRequest(common.Hash{7}, 127))
	require.NoError(t, err)
	require.Equal(t, common.Hash{7}, digest)
	require.Equal(t, 127, index)
	for _, data := range [][]byte{nil, make([]byte, 35), make([]byte, 37), encodePartRequest(common.Hash{}, 128), encodePartRequest(common.Hash{}, -1)} {
		_, _, err := decodePartRequest(data)
		require.ErrorIs(t, err, errRequest)
	}
}

func FuzzPiece(f *testing.F) {
	for _, data := range Pieces(chunkedBatch(append(noise(avs.ChunkSize, 1), make([]byte, avs.ChunkSize)...))) {
		f.Add(data)
	}
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		_ = isPiece(data)
		p, chunk, err := decodePiece(data)
		if err != nil {
			return
		}
		if len(chunk) > avs.ChunkSize {
			t.Fatalf("chunk of %d bytes", len(chunk))
		}
		again := p.encode()
		if !bytes.Equal(again, data) {
			t.Fatal("not canonical")
		}
		_ = p.Header.Header.CheckChunk(int(p.Index), chunk, p.Proof)
	})
}

func FuzzUnpack(f *testing.F) {
	f.Add(pack(make([]byte, avs.ChunkSize)), uint16(avs.ChunkSize))
	f.Add(pack(bytes.Repeat([]byte("a transaction "), 1000)), uint16(14000))
	f.Fuzz(func(t *testing.T, data []byte, size uint16) {
		chunk, err := unpack(data, int(size))
		if err == nil && len(chunk) != int(size) {
			t.Fatalf("%d bytes, want %d", len(chunk), size)
		}
	})
}

func FuzzPartRequest(f *testing.F) {
	f.Add(encodePartRequest(common.Hash{1}, 3))
	f.Fuzz(func(t *testing.T, data []byte) {
		digest, index, err := decodePartRequest(data)
		if err == nil && !bytes.Equal(encodePartRequest(digest, index), data) {
			t.Fatal("not canonical")
		}
	})
}

func TestPieceMayNotHoldMuch(t *testing.T) {
	long := make([]common.Hash, 900)
	data, err := rlp.EncodeToBytes(piece{Header: chunkedBatch(noise(3*avs.ChunkSize, 1)).Header, Proof: long, Data: []byte{1}})
	require.NoError(t, err)
	_, _, err = decodePiece(data)
	require.ErrorIs(t, err, errPiece)
}

// A leader that begins many batches loses its own oldest ones, and takes no room of others.
func TestAssembliesAreBounded(t *testing.T) {
	x, now := newSpread(), time.Unix(1000, 0)
	begin := func(leader byte, slot uint64) *assembly {
		h := chunkedBatch(noise(2*avs.ChunkSize, 1)).Header
		h.Header.Slot, h.Header.Number = slot, 5
		return x.begin(&flight{digest: common.Hash{leader, byte(slot)}, header: h, leader: avs.OperatorID{leader}}, now)
	}
	honest := begin(1, 7)
	for slot := range uint64(40) {
		begin(2, slot)
	}
	require.Len(t, x.assemblies, 1+maxAssembliesOfLeader)
	require.Same(t, honest, x.assemblies[common.Hash{1, 7}])
	require.Same(t, honest, begin(1, 7), "it is begun once")
	for leader := range byte(40) {
		begin(10+leader, 50)
	}
	require.LessOrEqual(t, len(x.assemblies), maxAssemblies)

	x = newSpread()
	a := begin(1, 7)
	fresh, whole := x.add(a, 1, []byte{1}, now)
	require.True(t, fresh && !whole)
	fresh, whole = x.add(a, 1, []byte{1}, now)
	require.False(t, fresh || whole, "twice is once")
	due, wake := x.due(now, 0)
	require.Empty(t, due)
	require.Equal(t, spreadGrace, wake)
	due, _ = x.due(now.Add(spreadGrace), 0)
	require.Equal(t, []*assembly{a}, due)
	due, _ = x.due(now.Add(time.Hour), 0)
	require.Empty(t, due)
	require.Empty(t, x.assemblies, "nobody waits for ever")
}

func TestTrust(t *testing.T) {
	var tr trust
	bad, good, now := avs.OperatorID{1}, avs.OperatorID{2}, time.Unix(1000, 0)
	for i := range maxWrong {
		require.False(t, tr.shunned(bad, now))
		require.Equal(t, i == maxWrong-1, tr.blame(bad, now))
	}
	require.True(t, tr.shunned(bad, now.Add(shunFor-1)))
	require.False(t, tr.shunned(bad, now.Add(shunFor)), "it may come back")
	require.False(t, tr.shunned(good, now))
	for range maxWrong - 1 {
		tr.blame(good, now)
	}
	require.False(t, tr.blame(good, now.Add(shunFor+1)), "old ones are forgotten")

	for range maxUnheard - 1 {
		tr.heard(bad, false, now)
	}
	tr.heard(bad, true, now)
	require.False(t, tr.deaf(bad, now))
	for range maxUnheard {
		tr.heard(bad, false, now)
	}
	require.True(t, tr.deaf(bad, now))
	require.False(t, tr.deaf(bad, now.Add(deafFor)))

	for range loadsPerSecond {
		require.True(t, tr.mayLoad(bad, now))
	}
	require.False(t, tr.mayLoad(bad, now))
	require.True(t, tr.mayLoad(bad, now.Add(time.Second)))
}
