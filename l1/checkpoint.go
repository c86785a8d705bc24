package l1

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// Defaults of a CheckpointerConfig.
const (
	DefaultCheckpointPoll    = 12 * time.Second // a block of Ethereum
	DefaultCheckpointStagger = 3
)

// maxSubmissions bounds the certificates of one transaction: each costs some 200,000 gas, and a transaction has 16.7 million.
const maxSubmissions = 64

// Alerts tells the certified alerts of the rollups.
type Alerts interface {
	// CertifiedAlert is the newest certified alert of a rollup; false before the first.
	CertifiedAlert(rollup avs.RollupID) (avs.CertifiedAlert, bool)
}

// CheckpointerConfig says which rollups to post for, how often, and when it is this operator's turn.
type CheckpointerConfig struct {
	Client       *Client
	Tx           *TxManager
	Mach         common.Address
	Rollups      func() []avs.RollupID
	Certificates avs.Certificates
	Alerts       Alerts     // nil: none are posted
	Blocks       uint64     // of a rollup from one checkpoint to the next; 0: on request only
	Position     func() int // of this operator in the ordering set; negative: it is not in the set and posts on request only
	Stagger      uint64     // L1 blocks that each position waits longer than the one before; DefaultCheckpointStagger
	Clock        clock.Clock
	Log          *slog.Logger
	Poll         time.Duration // between looks at the head of L1; DefaultCheckpointPoll
}

// Checkpointer posts certificates and certified alerts to Mach. It compares what Mach holds at the newest L1 block with what is
// certified, so a checkpoint that a reorg removed is posted again, and a rollup that stands still costs nothing. All rollups that
// are due share a transaction. The operators take turns as Keepers do: normally one pays.
//
// It never waits for a transaction to look on: an alert is not held up by a checkpoint whose fee is too low.
type Checkpointer struct {
	cfg   CheckpointerConfig
	tasks sync.WaitGroup // transactions that are under way
	wake  chan struct{}

	mu        sync.Mutex
	errands   map[string]*errand // what Mach lacks, by what it is about
	requested map[avs.RollupID]bool
}

// errand is something that Mach lacks.
type errand struct {
	base    string      // what Mach held when it was first seen: progress there begins another turn
	since   uint64      // L1 head when it was first seen
	running bool        // its transaction is under way
	refused common.Hash // L1 head at which it was refused: only another head can change that
}

// NewCheckpointer returns a checkpointer; Run starts it.
func NewCheckpointer(cfg CheckpointerConfig) *Checkpointer {
	if cfg.Poll <= 0 {
		cfg.Poll = DefaultCheckpointPoll
	}
	if cfg.Stagger == 0 {
		cfg.Stagger = DefaultCheckpointStagger
	}
	return &Checkpointer{cfg: cfg, errands: map[string]*errand{}, requested: map[avs.RollupID]bool{}, wake: make(chan struct{}, 1)}
}

// Request has the newest certificate of a rollup posted now, whoever's turn it is. It does not wait.
func (c *Checkpointer) Request(rollup avs.RollupID) {
	c.mu.Lock()
	c.requested[rollup] = true
	c.mu.Unlock()
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// Run posts until ctx ends. It rides out an L1 that is away, and a checkpoint that somebody else posted.
func (c *Checkpointer) Run(ctx context.Context) error {
	defer c.tasks.Wait()
	var silent bool
	for {
		err := c.look(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil && !silent {
			c.cfg.Log.Warn("checkpoints wait for an l1 that answers", "url", c.cfg.Client.URL(), "err", err)
		}
		silent = err != nil
		timer := c.cfg.Clock.NewTimer(c.cfg.Poll)
		select {
		case <-timer.Chan():
		case <-c.wake:
		case <-ctx.Done():
		}
		timer.Stop()
	}
}

// look begins to post all that is due and whose turn is now.
func (c *Checkpointer) look(ctx context.Context) error {
	head, err := c.cfg.Client.HeaderByNumber(ctx, nil)
	if err != nil {
		return fmt.Errorf("read l1 head: %w", away(err))
	}
	seen := map[string]bool{}
	var certificates []avs.Certificate
	for _, id := range c.cfg.Rollups() {
		state, err := c.cfg.Client.MachState(ctx, c.cfg.Mach, id)
		if err != nil {
			return err
		}
		if alert, due := c.nextAlert(id, state); due {
			what := "alert/" + id.Hex()
			seen[what] = true
			if c.begin(what, fmt.Sprint(state.AlertSequence), head, false) {
				c.tasks.Go(func() { c.end(c.postAlert(ctx, alert), head.Hash(), what) })
			}
		}
		if certificate, due, asked := c.nextCertificate(id, state); due {
			what := headKey(id)
			seen[what] = true
			if c.begin(what, state.Hash.Hex(), head, asked) {
				certificates = append(certificates, certificate)
			}
		}
	}
	for group := range slices.Chunk(certificates, maxSubmissions) {
		c.tasks.Go(func() { c.post(ctx, group, head.Hash()) })
	}
	c.forget(seen)
	return nil
}

func headKey(id avs.RollupID) string { return "head/" + id.Hex() }

// begin notes that something is due, and says whether this operator posts it now.
func (c *Checkpointer) begin(what, base string, head *types.Header, asked bool) bool {
	position := c.cfg.Position()
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.errands[what]
	if e == nil {
		e = &errand{}
		c.errands[what] = e
	}
	number := head.Number.Uint64()
	if e.base != base || e.since == 0 || e.since > number {
		e.base, e.since = base, number
	}
	turn := asked || position >= 0 && number-e.since >= uint64(position)*c.cfg.Stagger
	if !turn || e.running || e.refused == head.Hash() {
		return false
	}
	e.running = true
	return true
}

// end notes what became of errands that began.
func (c *Checkpointer) end(err error, head common.Hash, what ...string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, w := range what {
		e := c.errands[w]
		e.running = false
		if errors.Is(err, ErrReverted) {
			e.refused = head
		}
	}
}

// forget drops what is no longer due.
func (c *Checkpointer) forget(seen map[string]bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for what, e := range c.errands {
		if !seen[what] && !e.running {
			delete(c.errands, what)
		}
	}
}

// nextAlert is the newest certified alert if it changes what Mach says. What was paused and resumed again before anybody
// posted it costs nothing.
func (c *Checkpointer) nextAlert(id avs.RollupID, state MachState) (avs.CertifiedAlert, bool) {
	if c.cfg.Alerts == nil {
		return avs.CertifiedAlert{}, false
	}
	newest, ok := c.cfg.Alerts.CertifiedAlert(id)
	return newest, ok && newest.Alert.Sequence > state.AlertSequence && newest.Alert.Paused != state.Paused()
}

// nextCertificate is the newest certificate if it is due, by number or on request. A request is met when Mach has it.
func (c *Checkpointer) nextCertificate(id avs.RollupID, state MachState) (certificate avs.Certificate, due, asked bool) {
	c.mu.Lock()
	asked = c.requested[id]
	c.mu.Unlock()
	if c.cfg.Blocks == 0 && !asked {
		return avs.Certificate{}, false, false
	}
	certificate, ok, err := c.cfg.Certificates.Latest(id)
	if err != nil {
		c.cfg.Log.Error("newest certificate cannot be read", "rollup", avs.ShortID(id), "err", err)
		return avs.Certificate{}, false, asked
	}
	number := certificate.Claim.Number
	if asked && (!ok || state.Epoch != 0 && number <= state.Number) {
		c.met(id)
		return avs.Certificate{}, false, true
	}
	return certificate, ok && (asked || number >= state.Number+c.cfg.Blocks), asked
}

// met ends a request.
func (c *Checkpointer) met(id avs.RollupID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.requested, id)
}

// post sends certificates in one transaction, or each in its own when one of them is refused.
func (c *Checkpointer) post(ctx context.Context, certificates []avs.Certificate, head common.Hash) {
	err := c.postTogether(ctx, certificates)
	if errors.Is(err, ErrReverted) && len(certificates) > 1 {
		for _, k := range certificates {
			c.end(c.postTogether(ctx, []avs.Certificate{k}), head, headKey(k.Claim.Rollup))
		}
		return
	}
	for _, k := range certificates {
		if err == nil {
			c.met(k.Claim.Rollup)
		}
		c.end(err, head, headKey(k.Claim.Rollup))
	}
}

func (c *Checkpointer) postTogether(ctx context.Context, certificates []avs.Certificate) error {
	var what []string
	for _, k := range certificates {
		what = append(what, fmt.Sprintf("%s/%d", avs.ShortID(k.Claim.Rollup), k.Claim.Number))
	}
	data, err := packCertificates(certificates)
	return c.send(ctx, "post checkpoint "+strings.Join(what, " "), data, err)
}

func (c *Checkpointer) postAlert(ctx context.Context, alert avs.CertifiedAlert) error {
	data, err := PackAlert(alert)
	return c.send(ctx, fmt.Sprintf("post alert %d of rollup %s", alert.Alert.Sequence, avs.ShortID(alert.Alert.Rollup)), data, err)
}

// send sends a transaction once: after a reorg that removed it the same one is sent again, and not another beside it. What went
// wrong is logged, and returned for a caller that has another way.
func (c *Checkpointer) send(ctx context.Context, label string, data []byte, err error) error {
	var receipt *types.Receipt
	if err == nil {
		receipt, err = c.cfg.Tx.Send(ctx, Call{ID: "mach/" + crypto.Keccak256Hash(data).Hex(), Label: label, To: c.cfg.Mach, Data: data})
	}
	switch {
	case err == nil:
		c.cfg.Log.Info("mach on l1 moved", "what", label, "block", receipt.BlockNumber, "gas", receipt.GasUsed)
	case ctx.Err() == nil:
		c.cfg.Log.Warn("mach on l1 not moved, will try again", "what", label, "err", err)
	}
	return err
}
