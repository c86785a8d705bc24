package avs

import (
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Kinds of inbox messages.
const (
	InboxTransaction uint8 = 1 // a signed transaction of the rollup, which goes first in a block
	InboxDeposit     uint8 = 2 // ether, which arrives as an EIP-4895 withdrawal
)

// Bounds of what L1 can force into a batch.
const (
	// MaxInboxPerBatch is how many messages one batch takes at most, so that all that are due fit into a block.
	MaxInboxPerBatch = 16
	// MaxForcedSize bounds a forced transaction, bytes; the contract holds it.
	MaxForcedSize = 32 << 10
	// ForcedGasShare is the part of a block's gas that a forced transaction may ask for; one that asks for more is passed
	// over. With it and MaxInboxPerBatch there is always gas for all that a batch has to take.
	ForcedGasShare = MaxInboxPerBatch
)

// InboxHead is how far a rollup's inbox on L1 has grown.
type InboxHead struct {
	Rollup RollupID
	Count  uint64      // messages ever queued
	Hash   common.Hash // InboxMessage.Chain over all of them
}

// InboxMessage is one entry of a rollup's inbox on L1, as contract Squad announces it.
type InboxMessage struct {
	Rollup   RollupID
	Index    uint64 // from 0
	Kind     uint8
	Sender   common.Address // on L1
	To       common.Address // of a deposit, on the rollup
	Amount   uint64         // of a deposit, gwei
	Data     []byte         // of a transaction: its EIP-2718 encoding
	L1Number uint64         // block in which it was queued
}

// Chain extends the hash chain of an inbox by a message: keccak256(abi.encode(hash, index, kind, sender, to, amount,
// keccak256(data))). The empty inbox has hash zero.
func (m InboxMessage) Chain(hash common.Hash) common.Hash {
	return crypto.Keccak256Hash(hash[:], word(m.Index), word(uint64(m.Kind)), common.LeftPadBytes(m.Sender[:], 32), common.LeftPadBytes(m.To[:], 32),
		word(m.Amount), crypto.Keccak256(m.Data))
}

// ErrInboxUnread is the sentinel of messages that this operator has not read from L1 yet.
var ErrInboxUnread = errors.New("inbox messages are not read from l1 yet")
