package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

var (
	_ avs.Executor         = (*Driver)(nil)
	_ avs.ForcedChecker    = (*Driver)(nil)
	_ avs.InclusionChecker = (*Driver)(nil)
	_ avs.TxPool           = (*Driver)(nil)
	_ avs.TxSource         = (*Driver)(nil)
)

// Faults of Open that a user can mend.
var ErrUnsupported = errors.New("execution client does not offer what is needed")

// ErrNotReady is a client that takes blocks and does not execute them: it is syncing, or has lost the parent's state.
var ErrNotReady = errors.New("execution client does not execute blocks now")

// Driver drives one rollup's external client.
type Driver struct {
	cfg         Config
	policy      rollup.Policy
	signer      types.Signer
	engine, rpc link
	builder     Builder
	pool        *pool

	// write serialises what moves head and tags.
	write     sync.Mutex
	finalized block // zero before the first certificate since the client began

	closing sync.Once
}

// Open connects to the client and finds out whether it is the right one. The context bounds nothing but that.
func Open(ctx context.Context, cfg Config) (*Driver, error) {
	if err := cfg.Check(); err != nil {
		return nil, fmt.Errorf("execution client's configuration: %w", err)
	}
	secret, err := readSecret(cfg.JWT)
	if err != nil {
		return nil, err
	}
	d := &Driver{cfg: cfg, policy: rollup.Policy{GasLimit: cfg.Genesis.GasLimit, FeeRecipient: cfg.FeeRecipient},
		signer: types.LatestSigner(cfg.Genesis.Config)}
	if d.engine, err = dial(ctx, cfg.Engine, authenticated(secret)); err != nil {
		return nil, err
	}
	if d.rpc, err = dial(ctx, cfg.RPC); err == nil {
		err = d.greet(ctx)
	}
	if err != nil {
		d.engine.c.Close()
		if d.rpc.c != nil {
			d.rpc.c.Close()
		}
		return nil, fmt.Errorf("open execution client: %w", err)
	}
	d.pool = startPool(d.rpc, cfg.Genesis)
	return d, nil
}

// methods are the Engine calls of an Osaka block; a client lists those that it knows.
var methods = []string{"engine_newPayloadV4", "engine_forkchoiceUpdatedV3"}

// greet checks that the client serves this rollup and these calls. The first forkchoiceUpdated also tells it that there is
// nothing to sync, without which it takes no transactions.
func (d *Driver) greet(ctx context.Context) error {
	var known []string
	if err := d.engine.call(ctx, &known, "engine_exchangeCapabilities", methods); err != nil {
		return err
	}
	for _, m := range methods {
		if !slices.Contains(known, m) {
			return fmt.Errorf("%w: %s", ErrUnsupported, m)
		}
	}
	genesis, err := d.byNumber(ctx, "0x0")
	if err != nil {
		return err
	}
	if want := d.cfg.Genesis.ToBlock().Hash(); genesis.Hash != want {
		return fmt.Errorf("%w: %s serves genesis %s, the rollup's is %s", rollup.ErrGenesisMismatch, d.cfg.RPC, genesis.Hash, want)
	}
	if d.finalized, err = d.byNumber(ctx, "finalized"); err != nil {
		d.finalized = genesis // a client without the tag says so by an error
	}
	if d.builder, err = d.chooseBuilder(ctx); err != nil {
		return err
	}
	head, err := d.byNumber(ctx, "latest")
	if err != nil {
		return err
	}
	_, err = d.forkchoice(ctx, head.Hash, nil)
	return err
}

// Close ends what the driver runs; the client itself goes on.
func (d *Driver) Close(ctx context.Context) error {
	d.closing.Do(func() {
		d.pool.stop()
		d.engine.c.Close()
		d.rpc.c.Close()
	})
	return ctx.Err()
}

// HTTP is the URL of the client's JSON-RPC.
func (d *Driver) HTTP() string { return d.cfg.RPC }

// Head is the canonical head.
func (d *Driver) Head(ctx context.Context) (avs.BlockRef, error) {
	b, err := d.byNumber(ctx, "latest")
	if err != nil {
		return avs.BlockRef{}, fmt.Errorf("read head: %w", err)
	}
	return b.ref(), nil
}

// Has reports whether the client has the block. It keeps only what it executed.
func (d *Driver) Has(ctx context.Context, hash common.Hash) bool {
	_, err := d.byHash(ctx, hash)
	return err == nil
}

// Import has the client execute a block.
func (d *Driver) Import(ctx context.Context, body []byte) (avs.BlockRef, error) {
	b, err := rollup.DecodeBody(body)
	if err != nil {
		return avs.BlockRef{}, fmt.Errorf("import: %w", err)
	}
	if err := d.execute(ctx, b); err != nil {
		return avs.BlockRef{}, fmt.Errorf("import block %d %s: %w", b.NumberU64(), b.Hash(), err)
	}
	return rollup.RefOf(b), nil
}

func (d *Driver) execute(ctx context.Context, b *types.Block) error {
	if err := d.policy.Check(b); err != nil {
		return fmt.Errorf("%w: %w", avs.ErrInvalidBlock, err)
	}
	payload, err := payloadOf(b)
	if err != nil {
		return err
	}
	if d.Has(ctx, b.Hash()) {
		return nil
	}
	var status engine.PayloadStatusV1
	// The request's own end must not abort what is half executed: a client might take that for a fault of the block.
	err = d.engine.call(context.WithoutCancel(ctx), &status, "engine_newPayloadV4", payload, []common.Hash{}, b.BeaconRoot(), []string{})
	if err != nil {
		return err
	}
	switch status.Status {
	case engine.VALID:
		return nil
	case engine.INVALID:
		return fmt.Errorf("%w: %s", avs.ErrInvalidBlock, reason(status))
	default: // SYNCING, ACCEPTED
		if !d.Has(ctx, b.ParentHash()) {
			return fmt.Errorf("%w: %s", avs.ErrUnknownParent, b.ParentHash())
		}
		return fmt.Errorf("%w: %s", ErrNotReady, status.Status)
	}
}

func reason(s engine.PayloadStatusV1) string {
	if s.ValidationError == nil || *s.ValidationError == "" {
		return "the client says no more"
	}
	return *s.ValidationError
}

// SetHead moves the canonical head and `safe` to a descendant of the head.
func (d *Driver) SetHead(ctx context.Context, hash common.Hash) error {
	d.write.Lock()
	defer d.write.Unlock()
	head, err := d.byNumber(ctx, "latest")
	if err != nil {
		return fmt.Errorf("set head %s: %w", hash, err)
	}
	if hash != head.Hash {
		target, err := d.byHash(ctx, hash)
		if err != nil {
			return fmt.Errorf("set head %s: %w", hash, err)
		}
		if err := d.descends(ctx, target, head); err != nil {
			return fmt.Errorf("set head %d %s: head is %d %s: %w", target.Number, hash, head.Number, head.Hash, err)
		}
	}
	if _, err := d.forkchoice(ctx, hash, nil); err != nil {
		return fmt.Errorf("set head %s: %w", hash, err)
	}
	return nil
}

func (d *Driver) descends(ctx context.Context, b, from block) (err error) {
	for b.Number > from.Number {
		if b.ParentHash == from.Hash {
			return nil
		}
		if b, err = d.byHash(ctx, b.ParentHash); err != nil {
			return err
		}
	}
	return rollup.ErrNotDescendant
}

// Finalize moves `finalized` to a canonical block, forward only.
func (d *Driver) Finalize(ctx context.Context, hash common.Hash) error {
	d.write.Lock()
	defer d.write.Unlock()
	b, err := d.byHash(ctx, hash)
	if err != nil {
		return fmt.Errorf("finalize %s: %w", hash, err)
	}
	head, err := d.byNumber(ctx, "latest")
	if err != nil {
		return fmt.Errorf("finalize %s: %w", hash, err)
	}
	canonical, err := d.byNumber(ctx, b.Number.String())
	switch {
	case b.Number > head.Number || errors.Is(err, rollup.ErrUnknownBlock):
		return fmt.Errorf("finalize %d %s: %w", b.Number, hash, rollup.ErrNotCanonical)
	case err != nil:
		return fmt.Errorf("finalize %d %s: %w", b.Number, hash, err)
	case canonical.Hash != hash:
		return fmt.Errorf("finalize %d %s: %w", b.Number, hash, rollup.ErrNotCanonical)
	case b.Number <= d.finalized.Number:
		return nil
	}
	before := d.finalized
	d.finalized = b
	if _, err := d.forkchoice(ctx, head.Hash, nil); err != nil {
		d.finalized = before
		return fmt.Errorf("finalize %d %s: %w", b.Number, hash, err)
	}
	return nil
}

// forkchoice tells the client head and tags, and has it begin a block if there are attributes. The caller holds write,
// or is the only one.
func (d *Driver) forkchoice(ctx context.Context, head common.Hash, a *attributes) (*engine.PayloadID, error) {
	var r engine.ForkChoiceResponse
	state := engine.ForkchoiceStateV1{HeadBlockHash: head, SafeBlockHash: head, FinalizedBlockHash: d.finalized.Hash}
	if err := d.engine.call(ctx, &r, "engine_forkchoiceUpdatedV3", state, a); err != nil {
		return nil, err
	}
	switch r.PayloadStatus.Status {
	case engine.VALID:
		return r.PayloadID, nil
	case engine.INVALID:
		return nil, fmt.Errorf("forkchoice on %s: %w: %s", head, avs.ErrInvalidBlock, reason(r.PayloadStatus))
	default:
		return nil, fmt.Errorf("forkchoice on %s: %w: %s", head, ErrNotReady, r.PayloadStatus.Status)
	}
}
