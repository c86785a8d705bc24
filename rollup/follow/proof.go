package follow

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethdb/memorydb"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
)

// accountProof is the part of eth_getProof that is used.
type accountProof struct {
	Address     common.Address  `json:"address"`
	Proof       []hexutil.Bytes `json:"accountProof"`
	StorageHash common.Hash     `json:"storageHash"`
}

// checkProof gives the storage root of an account by the state root alone. An account that the proof shows to be
// absent has an empty storage. A proof that leads nowhere says nothing of the block: a node that has pruned the state,
// or whose state is another tree, gives such a one.
func checkProof(raw json.RawMessage, account common.Address, root common.Hash) (common.Hash, error) {
	var p accountProof
	if err := json.Unmarshal(raw, &p); err != nil {
		return common.Hash{}, fmt.Errorf("decode account proof: %w", err)
	}
	if p.Address != account {
		return common.Hash{}, fmt.Errorf("account proof is of %s, asked for %s", p.Address, account)
	}
	nodes := memorydb.New()
	for _, node := range p.Proof {
		if err := nodes.Put(crypto.Keccak256(node), node); err != nil {
			return common.Hash{}, fmt.Errorf("check account proof: %w", err)
		}
	}
	value, err := trie.VerifyProof(root, crypto.Keccak256(account[:]), nodes)
	if err != nil {
		return common.Hash{}, fmt.Errorf("account proof of %s does not fit state root %s: %w", account, root, err)
	}
	storage := types.EmptyRootHash
	if value != nil {
		var state types.StateAccount
		if err := rlp.DecodeBytes(value, &state); err != nil {
			return common.Hash{}, fmt.Errorf("decode account of %s: %w", account, err)
		}
		storage = state.Root
	}
	// A node that proves one storage root and tells another is at odds with itself. Absent accounts are told in two ways.
	if p.StorageHash != storage && !(value == nil && p.StorageHash == common.Hash{}) {
		return common.Hash{}, faultf(storage, p.StorageHash, "storage root is not the proved one")
	}
	return storage, nil
}

// outputAnswer is what op-node says to optimism_outputAtBlock.
type outputAnswer struct {
	Version    *common.Hash `json:"version"`
	OutputRoot *common.Hash `json:"outputRoot"`
	BlockRef   struct {
		Hash common.Hash `json:"hash"`
	} `json:"blockRef"`
	Passer *common.Hash `json:"withdrawalStorageRoot"`
	State  *common.Hash `json:"stateRoot"`
}

var errOutput = errors.New("answer to optimism_outputAtBlock is not complete")

// checkOutput compares op-node's output of a block with the own computation. Its answer must also give its root.
func checkOutput(raw json.RawMessage, b Block) error {
	var o outputAnswer
	if err := json.Unmarshal(raw, &o); err != nil {
		return fmt.Errorf("decode output: %w", err)
	}
	if o.OutputRoot == nil || o.Passer == nil || o.State == nil {
		return errOutput
	}
	if o.Version != nil && *o.Version != (common.Hash{}) {
		return fmt.Errorf("output root of version %s is not known", *o.Version)
	}
	if got := opOutputRoot(*o.State, *o.Passer, o.BlockRef.Hash); got != *o.OutputRoot {
		return faultf(got, *o.OutputRoot, "parts of the output do not give the output root")
	}
	switch {
	case o.BlockRef.Hash != b.Hash:
		return faultf(b.Hash, o.BlockRef.Hash, "output is of another block")
	case o.State != nil && *o.State != b.StateRoot:
		return faultf(b.StateRoot, *o.State, "output is of another state root")
	case *o.OutputRoot != b.OutputRoot:
		return faultf(b.OutputRoot, *o.OutputRoot, "output roots differ")
	}
	return nil
}

// checkBatch gives the root of an L1 batch (zks_getL1BatchDetails), or says that it has none yet.
func checkBatch(raw json.RawMessage, number uint64) (common.Hash, error) {
	var b struct {
		Number uint64       `json:"number"`
		Root   *common.Hash `json:"rootHash"`
	}
	if err := json.Unmarshal(raw, &b); err != nil {
		return common.Hash{}, fmt.Errorf("decode L1 batch: %w", err)
	}
	if b.Root == nil {
		return common.Hash{}, fmt.Errorf("root of L1 batch %d: %w", number, errNoBlock)
	}
	if b.Number != number {
		return common.Hash{}, faultf(numberWord(number), numberWord(b.Number), "answer is of another L1 batch")
	}
	return *b.Root, nil
}
