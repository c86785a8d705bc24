package avs

import (
	"context"
	"errors"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// This file has every port between the parts. Package node joins them; nobody else knows both sides. All methods are
// safe for concurrent use unless they say otherwise.

// BlockRef names one executed rollup block.
type BlockRef struct {
	Number       uint64
	Hash         common.Hash
	ParentHash   common.Hash
	StateRoot    common.Hash
	Timestamp    uint64 // seconds
	Transactions int
	GasUsed      uint64
}

// BuildRequest asks for a block on a parent that was imported before, canonical or not.
type BuildRequest struct {
	Parent       common.Hash
	Timestamp    uint64 // seconds; greater than the parent's
	Random       common.Hash
	FeeRecipient common.Address
	MaxBytes     int // bound of the body, bytes
	BeaconRoot   common.Hash
	Withdrawals  []*types.Withdrawal // ETH deposits from L1, which are credited at the end of the block
	First        [][]byte            // transactions that lead the block, each if it can be applied after those before it
	Without      []common.Address    // senders of whom only what is in First goes in; what a censor asks for, see squad.Faults
}

// BuiltBlock is a block with the canonical bytes that followers import.
type BuiltBlock struct {
	Ref  BlockRef
	Body []byte
}

// Sentinels of an Executor.
var (
	ErrNoWork        = errors.New("no transaction can be included")
	ErrUnknownParent = errors.New("parent block is not known")
	ErrInvalidBlock  = errors.New("block is not valid")
)

// Executor is a rollup's execution client. SQUAD calls Build, Import and SetHead, each from one goroutine of its own;
// MACH's certificates call Finalize. An error other than the sentinels means that the client cannot answer now: the
// caller tries again later and signs nothing meanwhile.
type Executor interface {
	// Head is the canonical head: the newest ordered block that was applied.
	Head(ctx context.Context) (BlockRef, error)
	// Build makes a block from what the request says is first and then from the transaction pool; ErrNoWork when nothing
	// can be included and there is no withdrawal.
	Build(ctx context.Context, r BuildRequest) (BuiltBlock, error)
	// Import executes a block without moving the head; ErrUnknownParent or ErrInvalidBlock. Importing twice is no error.
	Import(ctx context.Context, body []byte) (BlockRef, error)
	// Has reports whether the block was imported.
	Has(ctx context.Context, hash common.Hash) bool
	// SetHead moves the canonical head, and the `safe` tag, to an imported descendant of it.
	SetHead(ctx context.Context, hash common.Hash) error
	// Finalize moves the `finalized` tag to a canonical block.
	Finalize(ctx context.Context, hash common.Hash) error
}

// ForcedChecker is an Executor that can tell whether a block left out what L1 forces into it. Where the client cannot, its
// operator does not acknowledge a block that leaves something out.
type ForcedChecker interface {
	// Applicable are the indexes of the transactions that can be applied, each after those before it, at the beginning of
	// a block of the request; its First and Withdrawals say nothing here.
	Applicable(ctx context.Context, r BuildRequest, transactions [][]byte) ([]int, error)
}

// InclusionChecker is an Executor that can tell whether a block could have held more.
type InclusionChecker interface {
	// Includable are those of the transactions that are in the pool, not in the block or below it, and could be applied at
	// its end with the gas and bytes that it has left.
	Includable(ctx context.Context, block common.Hash, maxBytes int, transactions []common.Hash) ([]common.Hash, error)
}

// TxPool is the pool of a rollup's execution client, as SQUAD uses it.
type TxPool interface {
	// AddTransactions adds transactions that came from peers; one error (or nil) for each.
	AddTransactions(raw [][]byte) []error
	// LocalTransactions are those that entered through this operator's RPC and are still pending, at most limit.
	LocalTransactions(limit int) [][]byte
	// SubscribeLocal delivers transactions that enter through this operator's RPC until cancel is called.
	SubscribeLocal(to chan<- [][]byte) (cancel func())
	// Work is signalled (capacity one) whenever executable transactions were added.
	Work() <-chan struct{}
	// Waiting are transactions that could be included now and entered the pool at least age ago, oldest first, at most limit.
	Waiting(age time.Duration, limit int) []common.Hash
}

// TxSource is a TxPool that gives out what it holds. Where the client cannot, its operator's inclusion lists bind those who
// have what they name, and reach nobody else.
type TxSource interface {
	// Transactions are those of the pool with the given hashes, in their order; one that it does not hold is left out.
	Transactions(hashes []common.Hash) [][]byte
}

// UserPool is a TxPool that takes transactions as its own users send them: they are local from then on.
type UserPool interface {
	// AddLocal adds a transaction; one that the pool has already is no error.
	AddLocal(ctx context.Context, raw []byte) error
	// NextNonce is the nonce that an account uses next, after what it has in the pool.
	NextNonce(ctx context.Context, account common.Address) (uint64, error)
}

// Submitter hands a transaction to consensus. SQUAD calls it for batches, MACH for L1 views. An error means that it was
// not accepted into the mempool: it is void, known already, or the mempool is full.
type Submitter interface {
	Submit(ctx context.Context, tx Tx) error
}

// Tip is where a rollup's ordered chain stands.
type Tip struct {
	Slot      uint64
	Number    uint64
	Hash      common.Hash
	Timestamp uint64
	L1Number  uint64 // L1 view that its block stands on
	Inbox     uint64 // inbox messages taken so far
}

// OrderedLog is the durable log of ordered batches, written by consensus. Readers poll it when Changed fires; a restart
// needs no special case, since the log says all.
type OrderedLog interface {
	// Tip is the newest ordered batch of a rollup; the rollup's genesis before any.
	Tip(rollup RollupID) (Tip, error)
	// Ordered is the batch at a rollup block number; false if none was ordered yet.
	Ordered(rollup RollupID, number uint64) (OrderedBatch, bool, error)
	// Changed returns a channel that is closed at the next change of log or operator sets.
	Changed() <-chan struct{}
}

// SequencingInputs are what the next batch of a rollup stands on, as consensus has ordered it.
type SequencingInputs struct {
	L1Number uint64      // newest L1 view
	L1Hash   common.Hash // of its block
	Inbox    InboxHead   // as of that view
	Due      []InboxDue  // messages beyond the tip that become due, ascending
	Lists    []OrderedList
	Stopping bool // L1 has stopped the rollup: it is sequenced until all messages are taken
	Stopped  bool // the rollup is sequenced no more
}

// InboxDue says from when on, in milliseconds of a slot's start, a batch has to have taken a count of messages.
type InboxDue struct{ Count, Millis uint64 }

// OrderedList is an inclusion list in force.
type OrderedList struct {
	List        SignedInclusionList
	Member      uint16 // of the SQUAD set of the list's epoch
	SinceMillis uint64 // consensus time that ordered it
}

// MemberLiveness is how a SQUAD member has used its slots.
type MemberLiveness struct {
	Operator    OperatorID
	Led, Missed uint64 // rank-0 slots in the window of now that it filled, and that a stand-in filled
	Jailed      bool
	Window      uint64 // in which it was jailed
}

// Sequencing tells what consensus has fixed for the sequencing of a rollup. It is read by SQUAD and by its API. An error
// is that of an unknown rollup, or of the store.
type Sequencing interface {
	// Plan is what the schedule of a window is drawn from. Consensus fixes it one window ahead, and keeps the last few:
	// false for any other.
	Plan(rollup RollupID, window uint64) (SchedulePlan, bool)
	// Settled reports whether the plan of a window stands whatever is ordered next. One that does not is what it would be
	// if nothing were, as when consensus is behind the clock: nobody is to blame for having another.
	Settled(rollup RollupID, window uint64) bool
	// Inputs are what the next batch stands on.
	Inputs(rollup RollupID) (SequencingInputs, error)
	// ViewHash is the hash of the L1 block of a view that was ordered; false for any other block.
	ViewHash(number uint64) (common.Hash, bool, error)
	// Liveness is how the members of the SQUAD set in force do, in its order.
	Liveness(rollup RollupID) ([]MemberLiveness, error)
}

// Inbox is a rollup's inbox on L1 as this operator has read it at finalised blocks.
type Inbox interface {
	// Messages are those from an index up to, not including, another; ErrInboxUnread if some are not read yet.
	Messages(rollup RollupID, from, to uint64) ([]InboxMessage, error)
}

// OperatorSets tells the sets as consensus has them in force, and all earlier ones.
type OperatorSets interface {
	// Current is the set in force; an error if the set has no epoch yet.
	Current(id SetID) (*OperatorSet, error)
	// At is the set of an epoch; false if consensus has not seen it.
	At(id SetID, epoch Epoch) (*OperatorSet, bool)
}

// ErrTimeAhead is the sentinel of a time that consensus has not passed.
var ErrTimeAhead = errors.New("consensus has not passed the time")

// EpochSchedule tells which set was in force at a moment of consensus time. It answers for the followed rollups, whose
// blocks consensus does not order.
type EpochSchedule interface {
	// InForceAt is the newest set whose L1 view was ordered at or before the time, in milliseconds; the genesis set before
	// any. The answer never changes: a time that consensus has not passed here is ErrTimeAhead, to be asked again after the
	// next block. Another error if the set had no epoch yet.
	InForceAt(id SetID, timeMillis uint64) (*OperatorSet, error)
}

// HandOffs are the certified L1 views that consensus applied, oldest first.
type HandOffs interface {
	// HandOffsFrom are at most limit views of L1 blocks from a number on, ascending.
	HandOffsFrom(number uint64, limit int) ([]CertifiedL1View, error)
}

// AlertState is where a rollup's circuit breaker stands.
type AlertState struct {
	Paused bool
	Newest *CertifiedAlert // nil before the first
	Votes  []AlertVote     // open votes for the next sequence, by epoch and member
	Why    []AlertVote     // votes that made the newest alert, as far as they are known here
}

// Alerts tells of the alerts of a rollup.
type Alerts interface {
	// AlertState is the state now, with a channel that is closed when it changes. An error if the rollup is not served here.
	AlertState(rollup RollupID) (AlertState, <-chan struct{}, error)
}

// Verdict is a topic validator's word on a message.
type Verdict int

// Verdicts. Ignore drops without blame (old, duplicate, not yet known); Reject drops, counts against the peer that
// forwarded it, and is logged.
const (
	Accept Verdict = iota
	Ignore
	Reject
)

// TopicHandler validates a message before it is forwarded and, on Accept, takes it. It runs on gossip's validation
// goroutines, up to some hundred at once: it must be quick, and must not block on the network; it may wait some
// milliseconds for messages that are cheaper to check together. from is the operator that forwarded it, not its author.
type TopicHandler func(ctx context.Context, from OperatorID, data []byte) (Verdict, error)

// RequestHandler answers a peer's request; it runs on a goroutine of the stream.
type RequestHandler func(ctx context.Context, from OperatorID, request []byte) ([]byte, error)

// Network is the peer-to-peer side, implemented by package gossip.
type Network interface {
	// Handle registers the handler of a topic, joins it and subscribes. Messages above maxSize are rejected unread.
	Handle(topic string, maxSize int, h TopicHandler) error
	// Broadcast publishes on a topic that Handle joined. The own handler is not called for own messages.
	Broadcast(ctx context.Context, topic string, data []byte) error
	// Serve registers the handler of a request protocol; requests and replies are at most the given sizes.
	Serve(protocol string, maxRequest, maxReply int, h RequestHandler)
	// Request asks one operator and waits for its reply.
	Request(ctx context.Context, to OperatorID, protocol string, request []byte) ([]byte, error)
	// Peers are the operators connected now.
	Peers() []OperatorID
}

// Executed is an ordered block that this operator's own client executed and took as head.
type Executed struct {
	Block BlockRef
	Batch OrderedBatch
}

// Certificates is MACH's store as others read it.
type Certificates interface {
	// Latest is the certificate of the highest number; false before the first.
	Latest(rollup RollupID) (Certificate, bool, error)
	// ByNumber is the certificate of a block number.
	ByNumber(rollup RollupID, number uint64) (Certificate, bool, error)
	// Subscribe delivers certificates from a number on, stored ones first, until ctx ends. Numbers ascend; none is
	// skipped that was stored in time, and a slow reader delays only itself.
	Subscribe(ctx context.Context, rollup RollupID, from uint64) <-chan Certificate
}

// EvidenceSink takes evidence of a provable fault. It persists before it returns.
type EvidenceSink interface {
	Report(ctx context.Context, e Evidence) error
}

// Rollup is one rollup as the network knows it.
type Rollup struct {
	ID          RollupID
	Name        string
	Index       uint32 // registration index, gives the operator sets
	ChainID     uint64
	GenesisHash common.Hash
	GenesisTime uint64 // timestamp of the rollup's genesis block, seconds
	Slots       SlotParams
	GasLimit    uint64 // of its blocks
	MaxBodySize uint32 // bound of a batch's body, bytes; at most MaxBodySize
	ForceMillis uint64 // for how long after consensus knows of an inbox message batches may do without it
	Level       Level  // of verification that its claims state; LevelExecution where SQUAD sequences
	Followed    bool   // it has a sequencer of its own, and MACH only certifies
}
