package client

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/avs"
)

// JSON-RPC error codes of squad_preconfirm. The first two are those of EIP-7966 (eth_sendRawTransactionSync), with the
// hash of the transaction as data: it is in the pool all the same.
const (
	CodeNoReceipt = 4      // no leader gave a receipt in time, or none can be reached
	CodeNotReady  = 5      // the transaction cannot be included yet: one with a lower nonce is missing
	CodeRefused   = -32000 // the pool did not take the transaction, as eth_sendRawTransaction says it
)

// Tiers of a batch, lowest first.
const (
	TierPreconfirmed = "preconfirmed" // its leader has signed it
	TierOrdered      = "ordered"      // consensus has ordered it
)

// SquadSchedule is who leads a rollup, in JSON: one window, or that of now and the next.
type SquadSchedule struct {
	Rollup  common.Hash    `json:"rollup"`
	Millis  hexutil.Uint64 `json:"millis"` // now at the operator, Unix milliseconds
	Slot    hexutil.Uint64 `json:"slot"`   // now
	Window  hexutil.Uint64 `json:"window"` // of the slot
	Windows []SquadWindow  `json:"windows"`
}

// SquadWindow is the schedule of one window, with what it is drawn from.
type SquadWindow struct {
	Window      hexutil.Uint64   `json:"window"`
	Epoch       hexutil.Uint64   `json:"epoch"` // of the SQUAD set
	Seed        common.Hash      `json:"seed"`
	FirstSlot   hexutil.Uint64   `json:"firstSlot"`
	SpanSlots   hexutil.Uint64   `json:"spanSlots"` // slots of one seat
	StartMillis hexutil.Uint64   `json:"startMillis"`
	EndMillis   hexutil.Uint64   `json:"endMillis"`
	Ranks       hexutil.Uint64   `json:"ranks"`
	Seats       []common.Address `json:"seats"` // leader of each span
	Jailed      []common.Address `json:"jailed"`
}

// SquadStatus is what SQUAD of a rollup looks like at one operator.
type SquadStatus struct {
	Rollup           common.Hash      `json:"rollup"`
	Slot             hexutil.Uint64   `json:"slot"`
	Epoch            hexutil.Uint64   `json:"epoch"`
	Leader           common.Address   `json:"leader"`
	Ladder           []common.Address `json:"ladder"` // leaders of the slot by rank
	NextLeader       common.Address   `json:"nextLeader"`
	Tip              SquadTip         `json:"tip"`  // ordered
	Head             SquadHead        `json:"head"` // executed here
	InFlight         []SquadBatch     `json:"inFlight"`
	Members          []SquadMember    `json:"members"`
	Faults           []SquadFault     `json:"faults"`
	Lists            []SquadList      `json:"lists"` // inclusion lists in force
	Inbox            SquadInbox       `json:"inbox"`
	HandOff          SquadHandOff     `json:"handOff"`
	Preconfirmations SquadReceipts    `json:"preconfirmations"`
	Own              SquadOwn         `json:"own"`
	Broken           bool             `json:"broken"`              // an ordered batch is invalid here: nothing is signed any more
	Stopped          bool             `json:"stopped"`             // the rollup is sequenced no more
	OnPurpose        []string         `json:"onPurpose,omitempty"` // faults that this operator was told to commit, on a local network
	Pending          hexutil.Uint64   `json:"pendingTransactions"` // local ones that are in no block yet, as of the last look
	Domain           Domain           `json:"domain"`              // in which receipts are signed
}

// SquadTip is the newest ordered batch.
type SquadTip struct {
	Slot      hexutil.Uint64 `json:"slot"`
	Number    hexutil.Uint64 `json:"number"`
	Hash      common.Hash    `json:"hash"`
	Timestamp hexutil.Uint64 `json:"timestamp"`
	L1Number  hexutil.Uint64 `json:"l1Number"`
	Inbox     hexutil.Uint64 `json:"inbox"`
}

// SquadHead is the newest executed block.
type SquadHead struct {
	Number    hexutil.Uint64 `json:"number"`
	Hash      common.Hash    `json:"hash"`
	StateRoot common.Hash    `json:"stateRoot"`
}

// SquadBatch is a batch that is not executed, or not ordered, yet.
type SquadBatch struct {
	Tier         string         `json:"tier"`
	Digest       common.Hash    `json:"digest"` // of its header
	Leader       common.Address `json:"leader"`
	Slot         hexutil.Uint64 `json:"slot"`
	Rank         hexutil.Uint64 `json:"rank"`
	Number       hexutil.Uint64 `json:"number"`
	BlockHash    common.Hash    `json:"blockHash"`
	ParentHash   common.Hash    `json:"parentHash"`
	Timestamp    hexutil.Uint64 `json:"timestamp"`
	Bytes        hexutil.Uint64 `json:"bytes"`
	Executed     bool           `json:"executed"`
	Invalid      bool           `json:"invalid,omitempty"`
	Transactions []common.Hash  `json:"transactions,omitempty"` // squad_pending only; null while the body is not here
}

// SquadMember is how a member of the SQUAD set uses its slots.
type SquadMember struct {
	Operator common.Address  `json:"operator"`
	Led      hexutil.Uint64  `json:"led"`
	Missed   hexutil.Uint64  `json:"missed"`
	Jailed   bool            `json:"jailed"`
	Window   *hexutil.Uint64 `json:"jailedInWindow,omitempty"`
}

// SquadFault is how often a leader was seen at a kind of fault, in this run of the operator.
type SquadFault struct {
	Leader common.Address `json:"leader"`
	Kind   string         `json:"kind"`
	Count  hexutil.Uint64 `json:"count"`
	Slot   hexutil.Uint64 `json:"slot"` // newest
}

// SquadList is an inclusion list in force.
type SquadList struct {
	Member       hexutil.Uint64 `json:"member"`
	Slot         hexutil.Uint64 `json:"slot"`
	SinceMillis  hexutil.Uint64 `json:"sinceMillis"` // consensus time that ordered it
	Transactions []common.Hash  `json:"transactions"`
}

// SquadInbox is the rollup's inbox on L1.
type SquadInbox struct {
	Count    hexutil.Uint64  `json:"count"`                   // as of the newest L1 view
	Taken    hexutil.Uint64  `json:"taken"`                   // by ordered batches
	Due      hexutil.Uint64  `json:"due"`                     // that a batch of now must have taken
	NextDue  *hexutil.Uint64 `json:"nextDueMillis,omitempty"` // when more becomes due
	L1Number hexutil.Uint64  `json:"l1Number"`                // newest L1 view
}

// SquadHandOff is the time from the last batch of a leader to the first of the next, in milliseconds.
type SquadHandOff struct {
	Count  hexutil.Uint64 `json:"count"`
	Millis hexutil.Uint64 `json:"lastMillis"`
}

// SquadReceipts counts preconfirmations of this run.
type SquadReceipts struct {
	Signed   hexutil.Uint64 `json:"signed"` // as leader
	Wishes   hexutil.Uint64 `json:"wishes"` // that wait for a batch of this leader
	Open     hexutil.Uint64 `json:"open"`   // held, and their slot not settled
	Honoured hexutil.Uint64 `json:"honoured"`
	Void     hexutil.Uint64 `json:"void"`
	Broken   hexutil.Uint64 `json:"broken"`
}

// SquadOwn is how this operator used its own slots in this run.
type SquadOwn struct {
	Led    hexutil.Uint64 `json:"led"`
	Missed hexutil.Uint64 `json:"missed"`
}

// SquadPending are the batches that are not both ordered and executed at the operator, by number.
type SquadPending struct {
	Rollup  common.Hash  `json:"rollup"`
	Tip     SquadTip     `json:"tip"`
	Head    SquadHead    `json:"head"`
	Batches []SquadBatch `json:"batches"`
}

// Preconfirmation is a leader's signed receipt in JSON.
type Preconfirmation struct {
	Rollup      common.Hash    `json:"rollup"`
	Epoch       hexutil.Uint64 `json:"epoch"`
	Slot        hexutil.Uint64 `json:"slot"`
	Rank        hexutil.Uint64 `json:"rank"`
	Transaction common.Hash    `json:"transactionHash"`
	Position    hexutil.Uint64 `json:"transactionIndex"`
	PrefixRoot  common.Hash    `json:"prefixRoot"`
	Digest      common.Hash    `json:"digest"` // EIP-712 digest that was signed
	Signer      common.Address `json:"signer"` // consensus address of the leader
	Signature   hexutil.Bytes  `json:"signature"`
}

// NewPreconfirmation is a receipt as JSON shows it.
func NewPreconfirmation(d avs.Domain, s avs.SignedPreconfirmation) Preconfirmation {
	p := s.Preconfirmation
	signer, _ := s.Signer(d) // zero if it is no signature
	return Preconfirmation{Rollup: p.Rollup, Epoch: hexutil.Uint64(p.Epoch), Slot: hexutil.Uint64(p.Slot), Rank: hexutil.Uint64(p.Rank),
		Transaction: p.Transaction, Position: hexutil.Uint64(p.Position), PrefixRoot: p.PrefixRoot, Digest: p.Digest(d), Signer: signer,
		Signature: s.Signature[:]}
}

// Value is the receipt as package avs has it. Digest and signer are left to Verify.
func (p Preconfirmation) Value() (avs.SignedPreconfirmation, error) {
	if len(p.Signature) != 65 || p.Rank > 1<<32-1 || p.Position > 1<<32-1 {
		return avs.SignedPreconfirmation{}, fmt.Errorf("read preconfirmation: signature of %d bytes, rank %d, position %d: %w",
			len(p.Signature), uint64(p.Rank), uint64(p.Position), ErrShape)
	}
	return avs.SignedPreconfirmation{Preconfirmation: avs.Preconfirmation{Rollup: p.Rollup, Epoch: avs.Epoch(p.Epoch), Slot: uint64(p.Slot),
		Rank: uint32(p.Rank), Transaction: p.Transaction, Position: uint32(p.Position), PrefixRoot: p.PrefixRoot},
		Signature: [65]byte(p.Signature)}, nil
}

// Evidence is a proven fault in JSON.
type Evidence struct {
	Kind     string         `json:"kind"`
	Offender common.Address `json:"offender"` // operator
	Rollup   common.Hash    `json:"rollup"`
	Position hexutil.Uint64 `json:"position"` // block number, or slot, of the fault
	Proof    hexutil.Bytes  `json:"proof"`    // RLP, see avs.DecodeEvidence
}

// SquadSchedule fetches who leads; without a window that of now and the next.
func (c *Client) SquadSchedule(ctx context.Context, rollup string, window *uint64) (SquadSchedule, error) {
	var out SquadSchedule
	args := []any{rollup}
	if window != nil {
		args = append(args, hexutil.Uint64(*window))
	}
	err := c.call(ctx, &out, "squad_schedule", args...)
	return out, err
}

// SquadStatus fetches how sequencing stands at the operator.
func (c *Client) SquadStatus(ctx context.Context, rollup string) (SquadStatus, error) {
	var out SquadStatus
	err := c.call(ctx, &out, "squad_status", rollup)
	return out, err
}

// SquadPending fetches the batches that are on their way.
func (c *Client) SquadPending(ctx context.Context, rollup string) (SquadPending, error) {
	var out SquadPending
	err := c.call(ctx, &out, "squad_pending", rollup)
	return out, err
}

// Preconfirm sends a transaction (EIP-2718 encoding) and waits for the signed receipt of a leader; 0 waits as long as the
// operator likes. The receipt is the operator's word that it checked: who believes no operator checks the signer against
// the SQUAD set and the schedule.
func (c *Client) Preconfirm(ctx context.Context, rollup string, raw []byte, wait time.Duration) (Preconfirmation, error) {
	var out Preconfirmation
	args := []any{rollup, hexutil.Bytes(raw)}
	if wait > 0 {
		args = append(args, hexutil.Uint64(wait.Milliseconds()))
	}
	err := c.call(ctx, &out, "squad_preconfirm", args...)
	return out, err
}

// Evidence fetches the faults that the operator can prove, newest last.
func (c *Client) Evidence(ctx context.Context) ([]Evidence, error) {
	var out []Evidence
	err := c.call(ctx, &out, "trident_evidence")
	return out, err
}
