package avs_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func randomBody(size int) []byte {
	body := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{byte(size), byte(size >> 8), byte(size >> 16)}).Read(body)
	return body
}

// naiveRoot is the tree by its definition: the left half of a width is its largest power of two below it.
func naiveRoot(leaves []common.Hash) common.Hash {
	if len(leaves) == 1 {
		return leaves[0]
	}
	half := 1
	for 2*half < len(leaves) {
		half *= 2
	}
	l, r := naiveRoot(leaves[:half]), naiveRoot(leaves[half:])
	return crypto.Keccak256Hash([]byte{1}, l[:], r[:])
}

func TestBodyTree(t *testing.T) {
	for _, size := range []int{1, 100, avs.ChunkSize, avs.ChunkSize + 1, 3*avs.ChunkSize - 1, 5 * avs.ChunkSize, 7*avs.ChunkSize + 9, 11 * avs.ChunkSize} {
		body := randomBody(size)
		tree := avs.NewBodyTree(body)
		h := avs.BatchHeader{BodyHash: tree.Root(), BodySize: uint32(size)}
		require.NoError(t, h.CheckBody(body))
		if size <= avs.ChunkSize {
			require.Equal(t, crypto.Keccak256Hash(body), h.BodyHash, "one chunk needs no tree")
		} else {
			var leaves []common.Hash
			for i := range avs.ChunkCount(size) {
				from, to := avs.ChunkBounds(size, i)
				leaves = append(leaves, crypto.Keccak256Hash([]byte{0}, body[from:to]))
			}
			require.Equal(t, naiveRoot(leaves), h.BodyHash)
		}
		for i := range avs.ChunkCount(size) {
			from, to := avs.ChunkBounds(size, i)
			chunk, proof := body[from:to], tree.Proof(i)
			require.NoError(t, h.CheckChunk(i, chunk, proof), "%d of %d bytes", i, size)
			wrong := bytes.Clone(chunk)
			wrong[len(wrong)-1] ^= 1
			require.ErrorIs(t, h.CheckChunk(i, wrong, proof), avs.ErrHeader)
			require.ErrorIs(t, h.CheckChunk(i+1, chunk, proof), avs.ErrHeader)
			require.ErrorIs(t, h.CheckChunk(-1, chunk, proof), avs.ErrHeader)
			require.ErrorIs(t, h.CheckChunk(i, chunk[:len(chunk)-1], proof), avs.ErrHeader)
			if size > avs.ChunkSize {
				require.ErrorIs(t, h.CheckChunk(i, chunk, append(slices.Clone(proof), common.Hash{})), avs.ErrHeader)
				require.ErrorIs(t, h.CheckChunk(i, chunk, proof[:len(proof)-1]), avs.ErrHeader)
			}
		}
	}
}

// A body must not stand for another of the same size by the hashes of its parts.
func TestBodyTreeTellsLeavesFromNodes(t *testing.T) {
	body := randomBody(4 * avs.ChunkSize)
	tree := avs.NewBodyTree(body)
	h := avs.BatchHeader{BodyHash: tree.Root(), BodySize: 2 * avs.ChunkSize}
	require.ErrorIs(t, h.CheckChunk(0, append(tree[0][0][:], tree[0][1][:]...), tree.Proof(0)[1:]), avs.ErrHeader)
}

func BenchmarkBodyHash(b *testing.B) {
	body := randomBody(1 << 20)
	b.SetBytes(1 << 20)
	for b.Loop() {
		avs.BodyHash(body)
	}
}
