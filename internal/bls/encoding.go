package bls

import (
	"encoding/hex"
	"fmt"
)

const (
	fieldSize  = 48 // a coordinate in the library's ZCash form
	paddedSize = 64 // a coordinate as EIP-2537 pads it
	padding    = paddedSize - fieldSize
)

// fp2Order maps the i-th coordinate of EIP-2537 (x.c0, x.c1, y.c0, y.c1) to its place in the ZCash form, which puts
// c1 first.
var fp2Order = []int{1, 0, 3, 2}

// pad writes each coordinate of zcash into out, in the EIP-2537 order and padded.
func pad(out, zcash []byte, order []int) {
	for i, from := range order {
		copy(out[i*paddedSize+padding:(i+1)*paddedSize], zcash[from*fieldSize:(from+1)*fieldSize])
	}
}

// unpad is the inverse of pad. It refuses non-zero padding, and the three highest bits of a coordinate, which no field
// element has but which are flags to the ZCash form.
func unpad(zcash, in []byte, order []int) error {
	zero := true
	for i, to := range order {
		word := in[i*paddedSize : (i+1)*paddedSize]
		for _, b := range word[:padding] {
			if b != 0 {
				return ErrPoint
			}
		}
		if word[padding]&0xe0 != 0 {
			return ErrPoint
		}
		for _, b := range word[padding:] {
			zero = zero && b == 0
		}
		copy(zcash[to*fieldSize:(to+1)*fieldSize], word[padding:])
	}
	if zero {
		return ErrInfinity
	}
	return nil
}

func fromHex(what string, text []byte, size int) ([]byte, error) {
	if len(text) != 2+2*size || text[0] != '0' || text[1] != 'x' {
		return nil, fmt.Errorf("decode %s: want 0x and %d hex digits: %w", what, 2*size, ErrLength)
	}
	b := make([]byte, size)
	if _, err := hex.Decode(b, text[2:]); err != nil {
		return nil, fmt.Errorf("decode %s: %w", what, err)
	}
	return b, nil
}
