package squad

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// Names on the network, each for one rollup.
type names struct {
	batches, acks, body, ack, push, piece, part, transactions, preconfirm, receipts string
}

func namesOf(rollup avs.RollupID) names {
	prefix := "squad/" + avs.ShortID(rollup) + "/"
	return names{
		batches: prefix + "batch", acks: prefix + "acks",
		body: prefix + "body", ack: prefix + "ack", push: prefix + "push", piece: prefix + "piece", part: prefix + "part",
		transactions: prefix + "txs", preconfirm: prefix + "preconfirm", receipts: prefix + "receipts",
	}
}

// Bounds of messages.
const (
	// maxBatchMessage is an encoded batch of one chunk, with more than a signed header takes, or a piece of a larger one.
	maxBatchMessage = max(avs.ChunkSize+512, maxPieceMessage)
	maxAckMessage   = 256
	// maxTxMessage bounds one request of forwarded transactions.
	maxTxMessage = 512 << 10
	// fillTxMessage is how far a sender fills one: a request that breaks off is sent anew, and on a busy network a small one
	// gets through where a large one never would.
	fillTxMessage = 128 << 10
	// maxTxCount bounds the transactions of one request; the smallest real one takes about 100 bytes.
	maxTxCount = 6000
)

// A body is asked for by one of two names.
const (
	byDigest byte = 1 // digest of the batch header
	byBlock  byte = 2 // hash of the rollup block
)

const bodyRequestSize = 1 + common.HashLength

// partRequestSize is a request for a chunk: the digest of the batch header, and the index in four big-endian bytes.
const partRequestSize = common.HashLength + 4

func encodePartRequest(digest common.Hash, index int) []byte {
	return binary.BigEndian.AppendUint32(digest.Bytes(), uint32(index))
}

func decodePartRequest(data []byte) (digest common.Hash, index int, err error) {
	if len(data) != partRequestSize || binary.BigEndian.Uint32(data[common.HashLength:]) >= avs.MaxBodySize/avs.ChunkSize {
		return digest, 0, fmt.Errorf("decode chunk request: %w: %d bytes", errRequest, len(data))
	}
	return common.Hash(data[:common.HashLength]), int(binary.BigEndian.Uint32(data[common.HashLength:])), nil
}

var errRequest = errors.New("malformed request")

func encodeBodyRequest(kind byte, name common.Hash) []byte { return append([]byte{kind}, name[:]...) }

func decodeBodyRequest(data []byte) (kind byte, name common.Hash, err error) {
	if len(data) != bodyRequestSize || data[0] != byDigest && data[0] != byBlock {
		return 0, common.Hash{}, fmt.Errorf("decode body request: %w: %d bytes", errRequest, len(data))
	}
	return data[0], common.Hash(data[1:]), nil
}

func encodeTransactions(raw [][]byte) ([]byte, error) {
	data, err := rlp.EncodeToBytes(raw)
	if err != nil {
		return nil, fmt.Errorf("encode transactions: %w", err)
	}
	return data, nil
}

func decodeTransactions(data []byte) ([][]byte, error) {
	if len(data) > maxTxMessage {
		return nil, fmt.Errorf("decode transactions: %w: %d bytes, at most %d", errRequest, len(data), maxTxMessage)
	}
	content, rest, err := rlp.SplitList(data)
	if err != nil || len(rest) != 0 {
		return nil, fmt.Errorf("decode transactions: %w: not one list", errRequest)
	}
	// Counted before anything is made of them: a list of empty strings is half a million long.
	if n, err := rlp.CountValues(content); err != nil || n > maxTxCount {
		return nil, fmt.Errorf("decode transactions: %w: %d transactions, at most %d", errRequest, n, maxTxCount)
	}
	var raw [][]byte
	if err := rlp.DecodeBytes(data, &raw); err != nil {
		return nil, fmt.Errorf("decode transactions: %w: %w", errRequest, err)
	}
	return raw, nil
}

// takeTransactions splits off as many transactions as one request carries, and one at least. One that is too large for any
// request is dropped: no block could hold it either.
func takeTransactions(queue [][]byte) (request, rest [][]byte) {
	const overhead = 9 // of an RLP string or list header
	size := overhead
	for i, tx := range queue {
		if len(tx)+2*overhead > maxTxMessage {
			continue
		}
		if size += len(tx) + overhead; len(request) > 0 && (size > fillTxMessage || len(request) == maxTxCount) {
			return request, queue[i:]
		}
		request = append(request, tx)
	}
	return request, nil
}
