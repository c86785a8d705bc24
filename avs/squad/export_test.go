package squad

import (
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// Piece is a chunk as it travels.
type Piece = piece

// Pieces are the encoded chunks of a batch.
func Pieces(batch avs.Batch) [][]byte {
	c := newChunked(batch)
	var out [][]byte
	for i := range c.count() {
		out = append(out, c.piece(i))
	}
	return out
}

// RecodePiece changes an encoded piece.
func RecodePiece(data []byte, change func(*Piece)) ([]byte, error) {
	var p piece
	if err := rlp.DecodeBytes(data, &p); err != nil {
		return nil, err
	}
	change(&p)
	return p.encode(), nil
}
