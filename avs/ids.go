package avs

import (
	"encoding/binary"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// OperatorID is the address of an operator's EigenLayer account.
type OperatorID = common.Address

// RollupID names a rollup on all of Trident's contracts and topics.
type RollupID = common.Hash

// Epoch numbers the snapshots of one operator set, from 1. Zero means "before the first snapshot".
type Epoch uint64

// SetID numbers an operator set of the RestakedRollups AVS on EigenLayer.
type SetID uint32

// OrderingSet is the set whose members are the CometBFT validators.
const OrderingSet SetID = 0

// MaxMembers is the capacity of an operator set: the signers of a certificate fit in one EVM word.
const MaxMembers = 256

// The three sets of a rollup, by its registration index (from 0). They mirror RestakedRollups.
func SquadSet(index uint32) SetID { return SetID(3*index + 1) }

// MachSet is the set that certifies the rollup with the given index.
func MachSet(index uint32) SetID { return SetID(3*index + 2) }

// VitalSet is the set that watches the rollup with the given index.
func VitalSet(index uint32) SetID { return SetID(3*index + 3) }

// NewRollupID is keccak256(abi.encode(l1ChainID, restakedRollups, rollupChainID)).
func NewRollupID(l1ChainID uint64, restakedRollups common.Address, rollupChainID uint64) RollupID {
	var buf [96]byte
	binary.BigEndian.PutUint64(buf[24:], l1ChainID)
	copy(buf[44:], restakedRollups[:])
	binary.BigEndian.PutUint64(buf[88:], rollupChainID)
	return crypto.Keccak256Hash(buf[:])
}

// word is v as an EVM word.
func word(v uint64) []byte { return common.LeftPadBytes(new(big.Int).SetUint64(v).Bytes(), 32) }

// ShortID is the first four bytes of an id, for logs and topic names.
func ShortID(id common.Hash) string { return fmt.Sprintf("%x", id[:4]) }
