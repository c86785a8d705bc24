package l1

import (
	"bytes"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
)

// This file speaks to RemoteStakeTable, which follows the network's operator sets on a chain without EigenLayer.

var remoteABI = bindings.NewRemoteStakeTable()

// RemoteBytecode is the creation code of a RemoteStakeTable that trusts the given sets as of an L1 block. The ordering set must
// be among them.
func RemoteBytecode(d avs.Domain, trusted avs.L1View) []byte {
	args := remoteABI.PackConstructor(d.Separator(), d.Contract, contractView(trusted))
	return append(common.FromHex(bindings.RemoteStakeTableMetaData.Bin), args...)
}

// PackBootstrap is the call data of RemoteStakeTable.bootstrap with the trusted first sets, ascending by id.
func PackBootstrap(sets []*avs.OperatorSet) ([]byte, error) {
	return remoteABI.TryPackBootstrap(handedSets(sets))
}

// PackHandOff is the call data of RemoteStakeTable.handOff.
func PackHandOff(c avs.CertifiedL1View) ([]byte, error) {
	return packHandOff(c, handedSets(c.View.Sets))
}

// PackHandOffHashes is PackHandOff with the hashes of the sets only. Each set is delivered afterwards, with PackDeliver: all
// members of a large network do not fit into one transaction. A set of n members costs some n × 33,000 gas.
func PackHandOffHashes(c avs.CertifiedL1View) ([]byte, error) {
	sets := make([]bindings.HandedSet, len(c.View.Sets))
	for i, s := range c.View.Sets {
		sets[i] = bindings.HandedSet{Hash: s.Hash()}
	}
	return packHandOff(c, sets)
}

func packHandOff(c avs.CertifiedL1View, sets []bindings.HandedSet) ([]byte, error) {
	signers, signature, err := aggregate(c.Signers, c.Signature)
	if err != nil {
		return nil, fmt.Errorf("encode hand-off: %w", err)
	}
	return remoteABI.TryPackHandOff(contractView(c.View), sets, signers, signature)
}

// PackDeliver is the call data of RemoteStakeTable.deliver.
func PackDeliver(set *avs.OperatorSet) ([]byte, error) {
	return remoteABI.TryPackDeliver(handedSets([]*avs.OperatorSet{set})[0])
}

func contractView(v avs.L1View) bindings.L1View {
	return bindings.L1View{Number: v.Number, BlockHash: v.BlockHash, OperatorSets: v.SetsHash(), Inputs: v.Inputs.Hash()}
}

// handedSets are sets as RemoteStakeTable takes them: for each member address20 ‖ x48 ‖ y48 ‖ consensus33 ‖ weight16.
func handedSets(sets []*avs.OperatorSet) []bindings.HandedSet {
	out := make([]bindings.HandedSet, len(sets))
	for i, s := range sets {
		var members bytes.Buffer
		for k := range s.Len() {
			m, key := s.Member(k), s.Key(k).EIP2537()
			weight := m.Weight.Bytes32()
			members.Write(m.Operator[:])
			members.Write(key[16:64])
			members.Write(key[80:128])
			members.Write(m.ConsensusKey[:])
			members.Write(weight[16:])
		}
		out[i] = bindings.HandedSet{Id: uint32(s.ID()), Epoch: uint64(s.Epoch()), Hash: s.Hash(), Members: members.Bytes()}
	}
	return out
}

// TermsSlots are the storage slots of RestakedRollups that prove the terms of a rollup: the word with its index and the word with its
// minimum level.
func TermsSlots(rollup avs.RollupID) [2]common.Hash {
	const rollups = 3 // slot of the mapping
	first := crypto.Keccak256Hash(rollup[:], common.LeftPadBytes([]byte{rollups}, 32)).Big()
	return [2]common.Hash{common.BigToHash(new(big.Int).Add(first, big.NewInt(1))), common.BigToHash(new(big.Int).Add(first, big.NewInt(5)))}
}

// StateProof is an answer of eth_getProof.
type StateProof struct {
	Account []hexutil.Bytes `json:"accountProof"`
	Storage []struct {
		Proof []hexutil.Bytes `json:"proof"`
	} `json:"storageProof"`
}

// PackProveRollup is the call data of RemoteStakeTable.proveRollup. The header is that of an L1 block that was handed off, and
// the proof is of RestakedRollups and TermsSlots at it.
func PackProveRollup(rollup avs.RollupID, header *types.Header, proof StateProof) ([]byte, error) {
	if len(proof.Storage) != 2 {
		return nil, fmt.Errorf("encode proof of rollup: it has %d slots, not those of TermsSlots", len(proof.Storage))
	}
	encoded, err := rlp.EncodeToBytes(header)
	if err != nil {
		return nil, fmt.Errorf("encode header: %w", err)
	}
	return remoteABI.TryPackProveRollup(rollup, encoded, Nodes(proof.Account), Nodes(proof.Storage[0].Proof), Nodes(proof.Storage[1].Proof))
}

// PackShowHeader is the call data of RemoteStakeTable.showHeader, which tells how old the sets are.
func PackShowHeader(header *types.Header) ([]byte, error) {
	encoded, err := rlp.EncodeToBytes(header)
	if err != nil {
		return nil, fmt.Errorf("encode header: %w", err)
	}
	return remoteABI.TryPackShowHeader(encoded)
}

// Nodes are the nodes of a proof as contracts take them.
func Nodes(proof []hexutil.Bytes) [][]byte {
	out := make([][]byte, len(proof))
	for i, node := range proof {
		out[i] = node
	}
	return out
}
