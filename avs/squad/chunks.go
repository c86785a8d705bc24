package squad

import (
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/klauspost/compress/zstd"

	"github.com/trident-network/trident/avs"
)

// piece is one chunk of a batch with all that is needed to check it: the header that the leader signed, and the proof that
// the chunk is in the body that the header commits to. So pieces may come in any order and by any way, and a wrong one is
// the fault of whoever sent it.
type piece struct {
	Header avs.SignedHeader
	Index  uint32
	Proof  []common.Hash
	// Data is the chunk if it is as long as the chunk, and else the chunk compressed. What compression does not make shorter
	// travels as it is.
	Data []byte
}

const (
	// maxProof is the depth of the tree over the largest body.
	maxProof = 7
	// maxPieceMessage is an encoded piece: a chunk, and more than header and proof take.
	maxPieceMessage = avs.ChunkSize + 512 + maxProof*(common.HashLength+1)
)

var errPiece = errors.New("malformed piece")

func (p piece) encode() []byte {
	data, err := rlp.EncodeToBytes(p)
	if err != nil {
		panic("encode piece: " + err.Error()) // of bytes and numbers alone
	}
	return data
}

// decodePiece reads a piece and unpacks its chunk. It checks bounds; what the chunk is worth, the header tells.
func decodePiece(data []byte) (p piece, chunk []byte, err error) {
	if len(data) > maxPieceMessage {
		return p, nil, fmt.Errorf("decode piece: %w: %d bytes, at most %d", errPiece, len(data), maxPieceMessage)
	}
	if err := rlp.DecodeBytes(data, &p); err != nil {
		return p, nil, fmt.Errorf("decode piece: %w: %w", errPiece, err)
	}
	size := p.Header.Header.BodySize
	if size <= avs.ChunkSize || size > avs.MaxBodySize || int(p.Index) >= avs.ChunkCount(int(size)) || len(p.Proof) > maxProof {
		return p, nil, fmt.Errorf("decode piece: %w: chunk %d of %d bytes", errPiece, p.Index, size)
	}
	from, to := avs.ChunkBounds(int(size), int(p.Index))
	if chunk, err = unpack(p.Data, to-from); err != nil {
		return p, nil, fmt.Errorf("decode piece: %w: %w", errPiece, err)
	}
	return p, chunk, nil
}

// codec is made at the first use: most of its cost is memory that a network of small batches does without. Both sides are
// safe for concurrent use.
var codec = sync.OnceValue(func() (c struct {
	packer   *zstd.Encoder
	unpacker *zstd.Decoder
},
) {
	var err error
	if c.packer, err = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2),
		zstd.WithWindowSize(avs.ChunkSize), zstd.WithEncoderCRC(false), zstd.WithSingleSegment(true)); err != nil {
		panic("make compressor: " + err.Error()) // of constants alone
	}
	// The bound of memory is that of a frame: one that promises or holds more than a chunk is refused before it is unpacked.
	if c.unpacker, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxMemory(avs.ChunkSize), zstd.WithDecoderMaxWindow(avs.ChunkSize), zstd.WithDecodeAllCapLimit(true)); err != nil {
		panic("make decompressor: " + err.Error())
	}
	return c
})

// pack compresses a chunk if that makes it shorter by an eighth at least: less is not worth the unpacking.
func pack(chunk []byte) []byte {
	packed := codec().packer.EncodeAll(chunk, make([]byte, 0, len(chunk)))
	if len(packed) > len(chunk)-len(chunk)/8 {
		return chunk
	}
	return packed
}

// unpack is the chunk of a size that data holds. It allocates no more than the size, whatever data says.
func unpack(data []byte, size int) ([]byte, error) {
	if len(data) == size {
		return data, nil
	}
	if len(data) > size {
		return nil, fmt.Errorf("%d bytes for a chunk of %d", len(data), size)
	}
	var head zstd.Header
	if err := head.Decode(data); err != nil {
		return nil, fmt.Errorf("read frame: %w", err)
	}
	if head.Skippable || !head.HasFCS || head.FrameContentSize != uint64(size) {
		return nil, fmt.Errorf("frame holds %d bytes, want %d", head.FrameContentSize, size)
	}
	chunk, err := codec().unpacker.DecodeAll(data, make([]byte, 0, size))
	if err != nil {
		return nil, fmt.Errorf("unpack chunk: %w", err)
	}
	if len(chunk) != size {
		return nil, fmt.Errorf("frame held %d bytes, want %d", len(chunk), size)
	}
	return chunk, nil
}

// chunked is a batch whose chunks are at hand.
type chunked struct {
	header avs.SignedHeader
	body   []byte
	tree   avs.BodyTree
}

func newChunked(batch avs.Batch) *chunked {
	return &chunked{header: batch.Header, body: batch.Body, tree: avs.NewBodyTree(batch.Body)}
}

func (c *chunked) count() int { return avs.ChunkCount(len(c.body)) }

// piece is one encoded chunk.
func (c *chunked) piece(index int) []byte {
	from, to := avs.ChunkBounds(len(c.body), index)
	return piece{Header: c.header, Index: uint32(index), Proof: c.tree.Proof(index), Data: pack(c.body[from:to])}.encode()
}

// manyChunks reports whether a body travels in chunks.
func manyChunks(body []byte) bool { return len(body) > avs.ChunkSize }

// recentlyChunked keeps the batches whose chunks were asked for last, so that serving one does not hash them all.
type recentlyChunked struct {
	mu   sync.Mutex
	list []recentChunked // the latest last
}

type recentChunked struct {
	digest common.Hash
	batch  *chunked
}

// maxRecentlyChunked bounds them; each is at most the largest body.
const maxRecentlyChunked = 8

// get is a batch of the list, or what load finds.
func (r *recentlyChunked) get(digest common.Hash, load func() (avs.Batch, bool, error)) (*chunked, error) {
	r.mu.Lock()
	defer r.mu.Unlock() // also while it is loaded: those who want it as well wait for it
	for _, e := range r.list {
		if e.digest == digest {
			return e.batch, nil
		}
	}
	batch, found, err := load()
	if err != nil || !found {
		return nil, err
	}
	c := newChunked(batch)
	r.add(digest, c)
	return c, nil
}

func (r *recentlyChunked) put(digest common.Hash, c *chunked) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.add(digest, c)
}

func (r *recentlyChunked) add(digest common.Hash, c *chunked) {
	if len(r.list) == maxRecentlyChunked {
		r.list = r.list[1:]
	}
	r.list = append(r.list, recentChunked{digest, c})
}
