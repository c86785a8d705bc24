package avs

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// ChunkSize is the size of the pieces in which a larger body travels, bytes; the last one may be shorter. It is part of
// what a leader signs, since BodyHash is a tree over the chunks.
const ChunkSize = 32 << 10

// ChunkCount is the number of chunks of a body of a size.
func ChunkCount(size int) int { return (size + ChunkSize - 1) / ChunkSize }

// ChunkBounds are where a chunk of a body of a size begins and ends.
func ChunkBounds(size, index int) (from, to int) {
	return index * ChunkSize, min((index+1)*ChunkSize, size)
}

// Nodes of the tree are hashed with a byte that tells leaves from others.
var (
	leafMark = []byte{0}
	nodeMark = []byte{1}
)

// BodyTree is the Merkle tree over the chunks of a body, its levels from the leaves up. A node without a sibling goes up
// as it is. With it every chunk can be checked by itself as soon as it arrives, so that nobody but the sender of a wrong
// one is to blame for it.
type BodyTree [][]common.Hash

// NewBodyTree hashes a body.
func NewBodyTree(body []byte) BodyTree {
	count := ChunkCount(len(body))
	if count <= 1 {
		return BodyTree{{crypto.Keccak256Hash(body)}}
	}
	level := make([]common.Hash, count)
	for i := range level {
		from, to := ChunkBounds(len(body), i)
		level[i] = crypto.Keccak256Hash(leafMark, body[from:to])
	}
	tree := BodyTree{level}
	for len(level) > 1 {
		next := make([]common.Hash, (len(level)+1)/2)
		for i := range next {
			if 2*i+1 == len(level) {
				next[i] = level[2*i]
				continue
			}
			next[i] = crypto.Keccak256Hash(nodeMark, level[2*i][:], level[2*i+1][:])
		}
		tree, level = append(tree, next), next
	}
	return tree
}

// Root is what a header has as BodyHash: of a body of one chunk, keccak256 of the body.
func (t BodyTree) Root() common.Hash { return t[len(t)-1][0] }

// Proof are the siblings from a chunk's leaf up to the root.
func (t BodyTree) Proof(index int) []common.Hash {
	var proof []common.Hash
	for _, level := range t[:len(t)-1] {
		if sibling := index ^ 1; sibling < len(level) {
			proof = append(proof, level[sibling])
		}
		index /= 2
	}
	return proof
}

// BodyHash is the hash of a body as a header commits to it.
func BodyHash(body []byte) common.Hash { return NewBodyTree(body).Root() }

// CheckChunk reports whether a chunk is the one that the header commits to at an index.
func (h BatchHeader) CheckChunk(index int, chunk []byte, proof []common.Hash) error {
	count := ChunkCount(int(h.BodySize))
	if h.BodySize > MaxBodySize || index < 0 || index >= count {
		return fmt.Errorf("%w: chunk %d of %d", ErrHeader, index, count)
	}
	if from, to := ChunkBounds(int(h.BodySize), index); len(chunk) != to-from {
		return fmt.Errorf("%w: chunk %d has %d bytes, want %d", ErrHeader, index, len(chunk), to-from)
	}
	if count == 1 {
		return h.CheckBody(chunk)
	}
	node, at, rest := crypto.Keccak256Hash(leafMark, chunk), index, proof
	for width := count; width > 1; at, width = at/2, (width+1)/2 {
		if at^1 >= width {
			continue // no sibling
		}
		if len(rest) == 0 {
			return fmt.Errorf("%w: proof of chunk %d is cut short", ErrHeader, index)
		}
		if at%2 == 0 {
			node = crypto.Keccak256Hash(nodeMark, node[:], rest[0][:])
		} else {
			node = crypto.Keccak256Hash(nodeMark, rest[0][:], node[:])
		}
		rest = rest[1:]
	}
	if len(rest) != 0 || node != h.BodyHash {
		return fmt.Errorf("%w: chunk %d does not match", ErrHeader, index)
	}
	return nil
}
