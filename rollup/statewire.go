package rollup

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/trident-network/trident/avs"
)

// A request for state is a byte that says what, and its RLP. The first four are those of Ethereum's snap protocol.
const (
	askAccounts byte = 1 + iota
	askStorage
	askCodes
	askNodes
	askHeaders
	askBlock
)

const (
	maxStateRequest = 256 << 10
	maxStateReply   = 4 << 20
	// stateBytes is how much state one reply carries, less what proves it.
	stateBytes = 512 << 10
	// headerPage is how many headers one reply carries.
	headerPage = 512
	// maxStateNodes bounds the trie nodes or codes of one request.
	maxStateNodes = 1024
)

var (
	errStateRequest = errors.New("malformed request for state")
	errStateReply   = errors.New("reply is not what was asked for")
)

// stateProtocol is the name of the request protocol of one rollup.
func stateProtocol(id avs.RollupID) string { return "state/" + avs.ShortID(id) }

// headersRequest asks for canonical headers: count of them from a number on.
type headersRequest struct{ From, Count uint64 }

// nodesRequest is snap's request for trie nodes with the paths decoded.
type nodesRequest struct {
	Root  common.Hash
	Paths [][][]byte
}

// wholeBlock is a block with its receipts.
type wholeBlock struct {
	Block    []byte
	Receipts [][]byte
}

func encodeAsk(kind byte, request any) ([]byte, error) {
	data, err := rlp.EncodeToBytes(request)
	if err != nil {
		return nil, fmt.Errorf("encode request for state: %w", err)
	}
	return append([]byte{kind}, data...), nil
}

// decodeWhole reads a block whose hash is known, with receipts that the block commits to.
func decodeWhole(data []byte, hash common.Hash) (*types.Block, types.Receipts, error) {
	var w wholeBlock
	if err := rlp.DecodeBytes(data, &w); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errStateReply, err)
	}
	b, err := DecodeKnown(w.Block, hash)
	if err != nil {
		return nil, nil, err
	}
	receipts := make(types.Receipts, len(w.Receipts))
	for i, raw := range w.Receipts {
		receipts[i] = new(types.Receipt)
		if err := receipts[i].UnmarshalBinary(raw); err != nil {
			return nil, nil, fmt.Errorf("%w: receipt %d: %w", errStateReply, i, err)
		}
	}
	if len(receipts) != len(b.Transactions()) || types.DeriveSha(receipts, trie.NewStackTrie(nil)) != b.ReceiptHash() {
		return nil, nil, fmt.Errorf("%w: receipts of block %s", errStateReply, hash)
	}
	return b, receipts, nil
}

// decodeHeaders reads consecutive headers, each the parent of the next, the last of them with the hash.
func decodeHeaders(data []byte, r headersRequest, last common.Hash) ([]*types.Header, error) {
	var headers []*types.Header
	if err := rlp.DecodeBytes(data, &headers); err != nil {
		return nil, fmt.Errorf("%w: %w", errStateReply, err)
	}
	if uint64(len(headers)) != r.Count {
		return nil, fmt.Errorf("%w: %d headers, not %d", errStateReply, len(headers), r.Count)
	}
	want := last
	for i := len(headers) - 1; i >= 0; i-- {
		h := headers[i]
		if h.Hash() != want || h.Number == nil || h.Number.Uint64() != r.From+uint64(i) {
			return nil, fmt.Errorf("%w: header %d is not an ancestor of %s", errStateReply, r.From+uint64(i), last)
		}
		want = h.ParentHash
	}
	return headers, nil
}
