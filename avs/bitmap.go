package avs

import (
	"math/bits"
	"slices"

	"github.com/holiman/uint256"
)

// Bitmap marks members of an operator set: bit i of byte i/8 is member i (little-endian). Its canonical length is
// ceil(members/8) bytes.
type Bitmap []byte

// NewBitmap has room for the given number of members, none marked.
func NewBitmap(members int) Bitmap { return make(Bitmap, (members+7)/8) }

// With returns a copy in which member i is marked.
func (b Bitmap) With(i int) Bitmap {
	c := slices.Clone(b)
	c[i/8] |= 1 << (i % 8)
	return c
}

// Or returns who is marked in either of two bitmaps for the same set.
func (b Bitmap) Or(o Bitmap) Bitmap {
	c := slices.Clone(b)
	for i := range min(len(c), len(o)) {
		c[i] |= o[i]
	}
	return c
}

// Has reports whether member i is marked.
func (b Bitmap) Has(i int) bool { return i >= 0 && i/8 < len(b) && b[i/8]&(1<<(i%8)) != 0 }

// Count is the number of marked members.
func (b Bitmap) Count() int {
	n := 0
	for _, x := range b {
		n += bits.OnesCount8(x)
	}
	return n
}

// Fits reports whether the bitmap is canonical for a set of the given size: right length, no bit beyond it.
func (b Bitmap) Fits(members int) bool {
	if len(b) != (members+7)/8 {
		return false
	}
	return members%8 == 0 || b[len(b)-1]>>(members%8) == 0
}

// Uint256 is the bitmap as the contracts take it.
func (b Bitmap) Uint256() *uint256.Int {
	be := slices.Clone([]byte(b))
	slices.Reverse(be)
	return new(uint256.Int).SetBytes(be)
}
