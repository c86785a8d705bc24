package rollup

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
)

// ErrOtherBlock is a body that is not the block that was asked for.
var ErrOtherBlock = errors.New("body is of another block")

// DecodeKnown reads a block whose hash is known, for instance from a certificate. Without executing anything it makes sure
// that every byte is what the hash stands for, so whoever sent the body is believed in nothing.
func DecodeKnown(body []byte, hash common.Hash) (*types.Block, error) {
	b, err := DecodeBody(body)
	if err != nil {
		return nil, err
	}
	if b.Hash() != hash {
		return nil, fmt.Errorf("%w: %d %s, not %s", ErrOtherBlock, b.NumberU64(), b.Hash(), hash)
	}
	switch {
	case types.DeriveSha(b.Transactions(), trie.NewStackTrie(nil)) != b.TxHash():
		return nil, fmt.Errorf("%w: its transactions are not those of %s", ErrOtherBlock, hash)
	case types.CalcUncleHash(b.Uncles()) != b.UncleHash():
		return nil, fmt.Errorf("%w: its uncles are not those of %s", ErrOtherBlock, hash)
	}
	want := b.Header().WithdrawalsHash
	if (want == nil) != (b.Withdrawals() == nil) || want != nil && types.DeriveSha(b.Withdrawals(), trie.NewStackTrie(nil)) != *want {
		return nil, fmt.Errorf("%w: its withdrawals are not those of %s", ErrOtherBlock, hash)
	}
	return b, nil
}
