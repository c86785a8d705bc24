package squad

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

// Timing holds the delays of the service. The zero value of a field means its default.
type Timing struct {
	// Coalesce is how long a leader waits after work arrives, so that transactions sent together share a block.
	Coalesce time.Duration
	// ForeignPatience is for how long another leader's batch that is not ordered is built upon. A large one gets more.
	ForeignPatience time.Duration
	// ChunkPatience is for how long after the last chunk of such a batch others are waited for, within ForeignPatience.
	ChunkPatience time.Duration
	// OwnPatience is the same for own batches, which this operator keeps submitting.
	OwnPatience time.Duration
	// Resubmit is how long to wait for order before a batch is submitted again.
	Resubmit time.Duration
	// Push is how long to wait for acknowledgements, besides the time to execute a block, before a batch is sent to each
	// member directly.
	Push time.Duration
	// Reforward is the pace at which pending local transactions are offered to new leaders.
	Reforward time.Duration
	// Request bounds one request to a peer.
	Request time.Duration
}

// DefaultTiming is what a network of operators with ordinary links uses.
func DefaultTiming() Timing {
	return Timing{
		Coalesce:        time.Millisecond,
		ForeignPatience: 700 * time.Millisecond,
		ChunkPatience:   400 * time.Millisecond,
		OwnPatience:     5 * time.Second,
		Resubmit:        200 * time.Millisecond,
		Push:            300 * time.Millisecond,
		Reforward:       time.Second,
		Request:         2 * time.Second,
	}
}

func (t Timing) withDefaults() Timing {
	d := DefaultTiming()
	for _, f := range []struct {
		value *time.Duration
		def   time.Duration
	}{
		{&t.Coalesce, d.Coalesce}, {&t.ForeignPatience, d.ForeignPatience}, {&t.ChunkPatience, d.ChunkPatience}, {&t.OwnPatience, d.OwnPatience},
		{&t.Resubmit, d.Resubmit}, {&t.Push, d.Push}, {&t.Reforward, d.Reforward}, {&t.Request, d.Request},
	} {
		if *f.value == 0 {
			*f.value = f.def
		}
	}
	return t
}

// Config is what a Service needs. Every field is required unless it says otherwise.
type Config struct {
	Rollup avs.Rollup
	Domain avs.Domain
	Self   avs.OperatorID

	Executor  avs.Executor
	TxPool    avs.TxPool
	Submitter avs.Submitter
	Log       avs.OrderedLog
	Sets      avs.OperatorSets
	Network   avs.Network
	// Sequencing tells who leads and what the next batch stands on; Inbox what L1 forces into it. Without an inbox all messages
	// count as not read: what they are in cannot be acknowledged, and nothing is built once they are due.
	Sequencing avs.Sequencing
	Inbox      avs.Inbox // may be nil
	// Evidence takes proven faults of leaders.
	Evidence avs.EvidenceSink
	Guard    signer.Signer // holds the consensus key
	Store    *store.Space  // the service's own namespace for this rollup
	Clock    clock.Clock

	// FeeRecipient is the fee vault of the rollup; the zero address burns the fees.
	FeeRecipient common.Address
	// Executed takes ordered blocks that this operator executed, in order, one at a time, each once a run. It may block:
	// the driver waits. An error means that the block could not be taken now; it is offered again.
	Executed func(ctx context.Context, e avs.Executed) error
	// From is the first block number that Executed is to see again after a restart: one above the newest certified. It
	// may be nil: then only blocks that are executed in this run are told.
	From func() uint64
	// Retention is for how many blocks below the executed head bodies are kept; zero keeps all. Peers that are further
	// behind, and an own execution client that lost more, depend on other operators' bodies.
	Retention uint64

	// Faults are those that the operator commits on purpose; local networks only. Unguarded signs with the consensus key past
	// the guard, which one of them needs.
	Faults    Faults
	Unguarded func(digest common.Hash) ([65]byte, error)

	Timing  Timing            // optional
	Logger  *slog.Logger      // optional
	Metrics *metrics.Registry // optional
}

// minRetention keeps what an execution client may lose in a crash.
const minRetention = 1024

// What is wrong with a Config.
var (
	ErrConfigMissing   = errors.New("configuration misses a part")
	ErrConfigSlots     = errors.New("slot parameters are not usable")
	ErrConfigRetention = fmt.Errorf("retention must be 0 or at least %d blocks", minRetention)
	ErrConfigTiming    = errors.New("timing must not be negative")
)

// Check refuses a Config that cannot work.
func (c Config) Check() error {
	for _, part := range []struct {
		name    string
		missing bool
	}{
		{"rollup id", c.Rollup.ID == avs.RollupID{}}, {"self", c.Self == avs.OperatorID{}},
		{"executor", c.Executor == nil}, {"transaction pool", c.TxPool == nil}, {"submitter", c.Submitter == nil},
		{"log", c.Log == nil}, {"sets", c.Sets == nil}, {"sequencing", c.Sequencing == nil}, {"network", c.Network == nil}, {"guard", c.Guard == nil},
		{"store", c.Store == nil}, {"clock", c.Clock == nil}, {"executed", c.Executed == nil},
	} {
		if part.missing {
			return fmt.Errorf("squad: %w: %s", ErrConfigMissing, part.name)
		}
	}
	if err := c.Rollup.Slots.Check(); err != nil {
		return fmt.Errorf("squad: %w: %w", ErrConfigSlots, err)
	}
	if c.Rollup.Slots.Ranks > positionRanks {
		return fmt.Errorf("squad: %w: at most %d ranks, got %d", ErrConfigSlots, positionRanks, c.Rollup.Slots.Ranks)
	}
	if c.Faults.Equivocate && c.Unguarded == nil {
		return fmt.Errorf("squad: %w: a signer past the guard, to equivocate on purpose", ErrConfigMissing)
	}
	if c.Retention != 0 && c.Retention < minRetention {
		return fmt.Errorf("squad: %w, got %d", ErrConfigRetention, c.Retention)
	}
	t := c.Timing
	if min(t.Coalesce, t.ForeignPatience, t.ChunkPatience, t.OwnPatience, t.Resubmit, t.Push, t.Reforward, t.Request) < 0 {
		return fmt.Errorf("squad: %w: %+v", ErrConfigTiming, t)
	}
	return nil
}
