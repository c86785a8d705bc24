package stateless

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/rlp"
)

// maxHeaders is more than BLOCKHASH can reach.
const maxHeaders = 257

// Witness is what a block needs of its past. Nothing in it is trusted: every part is looked up by its own hash.
type Witness struct {
	Headers []*types.Header // the parent, and the ancestors that BLOCKHASH reads, in any order
	Codes   [][]byte        // contract code
	State   [][]byte        // nodes of the account trie and of storage tries
}

// DecodeWitness reads the answer of debug_executionWitness. Headers are JSON objects, as geth sends them, or RLP in
// hex, as reth, Nethermind and Erigon do.
func DecodeWitness(raw json.RawMessage) (*Witness, error) {
	var ext struct {
		Headers []json.RawMessage `json:"headers"`
		Codes   []hexutil.Bytes   `json:"codes"`
		State   []hexutil.Bytes   `json:"state"`
	}
	if err := json.Unmarshal(raw, &ext); err != nil {
		return nil, fmt.Errorf("decode witness: %w", err)
	}
	if len(ext.Headers) > maxHeaders {
		return nil, fmt.Errorf("decode witness: %d headers, at most %d are of use", len(ext.Headers), maxHeaders)
	}
	w := &Witness{Codes: make([][]byte, len(ext.Codes)), State: make([][]byte, len(ext.State))}
	for i, raw := range ext.Headers {
		h, err := decodeHeader(raw)
		if err != nil {
			return nil, fmt.Errorf("decode header %d of witness: %w", i, err)
		}
		w.Headers = append(w.Headers, h)
	}
	for i, code := range ext.Codes {
		w.Codes[i] = code
	}
	for i, node := range ext.State {
		w.State[i] = node
	}
	return w, nil
}

func decodeHeader(raw json.RawMessage) (*types.Header, error) {
	h := new(types.Header)
	switch raw = bytes.TrimSpace(raw); {
	case bytes.HasPrefix(raw, []byte("{")):
		return h, json.Unmarshal(raw, h)
	case !bytes.HasPrefix(raw, []byte(`"`)):
		return nil, errors.New("neither an object nor RLP in hex")
	}
	var encoded hexutil.Bytes
	if err := json.Unmarshal(raw, &encoded); err != nil {
		return nil, err
	}
	return h, rlp.DecodeBytes(encoded, h)
}

// hashDB holds codes and nodes by their hashes.
func (w *Witness) hashDB() ethdb.Database {
	db := rawdb.NewMemoryDatabase()
	for _, code := range w.Codes {
		rawdb.WriteCode(db, crypto.Keccak256Hash(code), code)
	}
	for _, node := range w.State {
		rawdb.WriteLegacyTrieNode(db, crypto.Keccak256Hash(node), node)
	}
	return db
}
