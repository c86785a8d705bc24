package follow

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/trident-network/trident/avs"
)

// Block is what an operator may claim: a block of the followed rollup on which all sources agree and which passed the
// checks of its level.
type Block struct {
	Number     uint64
	Hash       common.Hash
	Parent     common.Hash
	StateRoot  common.Hash
	Timestamp  uint64          // seconds
	OutputRoot common.Hash     // opstack: output root; orbit: sendRoot; zkstack: root of its L1 batch; plain and cdk: zero
	Level      avs.Level       // reached
	Header     json.RawMessage // as the own node sent it, without the list of transactions
}

// fault is a contradiction in what sources say, of one with itself or with another: somebody is wrong or lies. Any
// other error only says that something could not be checked.
type fault struct {
	reason       string      // the same at every operator that sees it, without names of endpoints
	ours, theirs common.Hash // what differs
	endpoint     string      // who is at odds; set by the one who asked it
}

// Error implements error.
func (f *fault) Error() string { return fmt.Sprintf("%s: %s against %s", f.reason, f.ours, f.theirs) }

func faultf(ours, theirs common.Hash, reason string) *fault {
	return &fault{reason: shorten(reason), ours: ours, theirs: theirs}
}

// maxReason is what a signed report of a mismatch has room for.
const maxReason = 200

func shorten(s string) string {
	if len(s) <= maxReason {
		return s
	}
	cut := maxReason
	for cut > 0 && s[cut]&0xc0 == 0x80 { // not within a character
		cut--
	}
	return s[:cut]
}

// answer is a block as a node gave it.
type answer struct {
	header      *types.Header
	hash        common.Hash       // as the node gives it
	members     []json.RawMessage // transactions, as objects or as hashes
	withdrawals types.Withdrawals // nil if absent
	uncles      []common.Hash
	orbit       orbitMembers
	batch       *uint64 // ZK Stack: number of the L1 batch; nil while it is not sealed
	raw         json.RawMessage
}

// orbitMembers are what Nitro shows of its header's extra data and mix hash.
type orbitMembers struct {
	SendRoot      *common.Hash    `json:"sendRoot"`
	SendCount     *hexutil.Uint64 `json:"sendCount"`
	L1BlockNumber *hexutil.Uint64 `json:"l1BlockNumber"`
}

var errNoBlock = errors.New("block is not there")

// parseBlock reads a block of any stack. Only what its hash covers is required; members that are not known are left
// alone.
func parseBlock(raw json.RawMessage) (*answer, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, errNoBlock
	}
	var members struct {
		Hash         *common.Hash      `json:"hash"`
		Transactions []json.RawMessage `json:"transactions"`
		Withdrawals  types.Withdrawals `json:"withdrawals"`
		Uncles       []common.Hash     `json:"uncles"`
		Batch        *hexutil.Uint64   `json:"l1BatchNumber"`
		orbitMembers
	}
	if err := json.Unmarshal(raw, &members); err != nil {
		return nil, fmt.Errorf("decode block: %w", err)
	}
	header := new(types.Header)
	if err := header.UnmarshalJSON(raw); err != nil {
		return nil, fmt.Errorf("decode header: %w", err)
	}
	if members.Hash == nil {
		return nil, errors.New("decode block: it has no hash") // a pending one
	}
	if !header.Number.IsUint64() {
		return nil, fmt.Errorf("decode block: number %s is too large", header.Number)
	}
	for i, w := range members.Withdrawals {
		if w == nil {
			return nil, fmt.Errorf("decode block: withdrawal %d is null", i)
		}
	}
	return &answer{header: header, hash: *members.Hash, members: members.Transactions, withdrawals: members.Withdrawals,
		uncles: members.Uncles, orbit: members.orbitMembers, batch: (*uint64)(members.Batch), raw: raw}, nil
}

func (a *answer) number() uint64 { return a.header.Number.Uint64() }

// block is what the answer claims, at no level yet.
func (a *answer) block() Block {
	return Block{Number: a.number(), Hash: a.hash, Parent: a.header.ParentHash, StateRoot: a.header.Root, Timestamp: a.header.Time}
}

// headerJSON is the answer without its transactions.
func (a *answer) headerJSON() (json.RawMessage, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(a.raw, &members); err != nil {
		return nil, fmt.Errorf("decode block: %w", err)
	}
	delete(members, "transactions")
	return json.Marshal(members)
}

// checkHash recomputes the block hash from the header.
func (a *answer) checkHash() error {
	if got := a.header.Hash(); got != a.hash {
		return faultf(got, a.hash, "header does not hash to the block hash")
	}
	return nil
}

// transactions encodes the body's transactions, which must have been asked for in full.
func (a *answer) transactions() (encodings, error) {
	encoded, err := encodeAll(a.members, encodeTransaction)
	if err != nil {
		return nil, fmt.Errorf("encode transactions of block %d: %w", a.number(), err)
	}
	return encoded, nil
}

func (a *answer) checkTransactions() error {
	encoded, err := a.transactions()
	if err != nil {
		return err
	}
	if got := encoded.root(); got != a.header.TxHash {
		return faultf(got, a.header.TxHash, "transactions do not give the transactions root")
	}
	return nil
}

func (a *answer) checkReceipts(raw json.RawMessage) error {
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return fmt.Errorf("decode receipts of block %d: %w", a.number(), err)
	}
	if items == nil {
		return fmt.Errorf("receipts of block %d: %w", a.number(), errAbsent)
	}
	encoded, err := encodeAll(items, encodeReceipt)
	if err != nil {
		return fmt.Errorf("encode receipts of block %d: %w", a.number(), err)
	}
	if got := encoded.root(); got != a.header.ReceiptHash {
		return faultf(got, a.header.ReceiptHash, "receipts do not give the receipts root")
	}
	return nil
}

// checkWithdrawals compares the withdrawals with their root, where there is one.
func (a *answer) checkWithdrawals() error {
	if a.header.WithdrawalsHash == nil {
		if len(a.withdrawals) > 0 {
			return faultf(types.DeriveSha(a.withdrawals, trie.NewStackTrie(nil)), common.Hash{}, "withdrawals without a root in the header")
		}
		return nil
	}
	if got := types.DeriveSha(a.withdrawals, trie.NewStackTrie(nil)); got != *a.header.WithdrawalsHash {
		return faultf(got, *a.header.WithdrawalsHash, "withdrawals do not give the withdrawals root")
	}
	return nil
}

// checkUncles knows only that blocks without uncles have the hash of the empty list: what uncles hash to stands in
// headers that a block does not carry.
func (a *answer) checkUncles() error {
	if (len(a.uncles) == 0) != (a.header.UncleHash == types.EmptyUncleHash) {
		return faultf(types.EmptyUncleHash, a.header.UncleHash, "uncles do not give the uncles hash")
	}
	return nil
}
