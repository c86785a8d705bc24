package engine

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// Refusals of Build.
var (
	ErrNotHead = errors.New("execution client builds on its head only")
	ErrFirst   = errors.New("execution client cannot put transactions first, or leave a sender out; run one that offers testing_buildBlockV1 or OP attributes, or the embedded client")
	ErrTooBig  = errors.New("built block is larger than a batch may be")
)

// Names of the builders.
const (
	BuilderPayload = "payload" // forkchoiceUpdated and getPayload: what every client has; the client picks transactions alone
	BuilderTesting = "testing" // testing_buildBlockV1: the transactions are ours to pick
	BuilderOP      = "op"      // forkchoiceUpdated with the transactions that OP Stack clients take
)

// Builder has a client make a block on its head.
type Builder interface {
	// Build returns a block whose hash and form are checked, and which is not executed yet; avs.ErrNoWork when it would be empty.
	Build(ctx context.Context, d *Driver, head block, r avs.BuildRequest) (*types.Block, error)
}

var builders = map[string]Builder{BuilderPayload: payloadBuilder{}, BuilderTesting: testingBuilder{}, BuilderOP: opBuilder{}}

// chooseBuilder takes the configured one, or looks what the client offers. OP attributes are not announced by anybody.
func (d *Driver) chooseBuilder(ctx context.Context) (Builder, error) {
	if d.cfg.Builder != "" {
		return builders[d.cfg.Builder], nil
	}
	var modules map[string]string
	if err := d.rpc.call(ctx, &modules, "rpc_modules"); err != nil {
		if _, ok := code(err); !ok {
			return nil, err
		}
	}
	if _, ok := modules["testing"]; ok {
		return testingBuilder{}, nil
	}
	return payloadBuilder{}, nil
}

// Build makes a block on the head, and has the client execute it.
func (d *Driver) Build(ctx context.Context, r avs.BuildRequest) (avs.BuiltBlock, error) {
	b, err := d.build(ctx, r)
	if errors.Is(err, avs.ErrNoWork) {
		return avs.BuiltBlock{}, avs.ErrNoWork
	}
	if err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("build on %s: %w", r.Parent, err)
	}
	body, err := rlp.EncodeToBytes(b)
	if err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("encode built block: %w", err)
	}
	if r.MaxBytes > 0 && len(body) > r.MaxBytes {
		return avs.BuiltBlock{}, fmt.Errorf("build on %s: %w: %d bytes, not %d", r.Parent, ErrTooBig, len(body), r.MaxBytes)
	}
	if err := d.execute(ctx, b); err != nil {
		return avs.BuiltBlock{}, fmt.Errorf("execute built block %d: %w", b.NumberU64(), err)
	}
	return avs.BuiltBlock{Ref: rollup.RefOf(b), Body: body}, nil
}

func (d *Driver) build(ctx context.Context, r avs.BuildRequest) (*types.Block, error) {
	parent, err := d.byHash(ctx, r.Parent)
	if errors.Is(err, rollup.ErrUnknownBlock) {
		return nil, fmt.Errorf("%w: %s", avs.ErrUnknownParent, r.Parent)
	}
	if err != nil {
		return nil, err
	}
	if r.Timestamp <= uint64(parent.Timestamp) {
		return nil, fmt.Errorf("%w: %d, parent %d", rollup.ErrTimestamp, r.Timestamp, parent.Timestamp)
	}
	if v := d.cfg.FeeRecipient; v != nil && r.FeeRecipient != *v {
		return nil, fmt.Errorf("%w: %s, not %s", rollup.ErrRecipient, r.FeeRecipient, *v)
	}
	d.write.Lock() // so that the head stays where it is
	defer d.write.Unlock()
	head, err := d.byNumber(ctx, "latest")
	if err != nil {
		return nil, err
	}
	if head.Hash != r.Parent {
		return nil, fmt.Errorf("%w: %d %s", ErrNotHead, head.Number, head.Hash)
	}
	b, err := d.builder.Build(ctx, d, head, r)
	if err != nil {
		return nil, err
	}
	if len(b.Transactions()) == 0 && len(b.Withdrawals()) == 0 {
		return nil, avs.ErrNoWork
	}
	return b, nil
}

// attributes are the Engine API's, with what OP Stack clients add to them.
type attributes struct {
	Timestamp    hexutil.Uint64      `json:"timestamp"`
	Random       common.Hash         `json:"prevRandao"`
	FeeRecipient common.Address      `json:"suggestedFeeRecipient"`
	Withdrawals  []*types.Withdrawal `json:"withdrawals"`
	BeaconRoot   common.Hash         `json:"parentBeaconBlockRoot"`
	Transactions []hexutil.Bytes     `json:"transactions,omitempty"`
	NoTxPool     bool                `json:"noTxPool,omitempty"`
	GasLimit     *hexutil.Uint64     `json:"gasLimit,omitempty"`
}

func attributesOf(r avs.BuildRequest) *attributes {
	return &attributes{Timestamp: hexutil.Uint64(r.Timestamp), Random: r.Random, FeeRecipient: r.FeeRecipient,
		Withdrawals: append([]*types.Withdrawal{}, r.Withdrawals...), BeaconRoot: r.BeaconRoot}
}

// buildTime is what a client gets to fill a block. It begins with an empty one and gives out what it has when it is asked.
const buildTime = 100 * time.Millisecond

// fetch has the client build by attributes. The caller holds write.
func (d *Driver) fetch(ctx context.Context, head common.Hash, a *attributes) (*types.Block, error) {
	id, err := d.forkchoice(ctx, head, a)
	if err != nil {
		return nil, err
	}
	if id == nil {
		return nil, fmt.Errorf("%w: it began no block", ErrNotReady)
	}
	if !a.NoTxPool {
		timer := time.NewTimer(buildTime)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	var built engine.ExecutionPayloadEnvelope
	err = d.engine.call(ctx, &built, "engine_getPayloadV5", id)
	if c, ok := code(err); ok && c == engine.UnsupportedFork.ErrorCode() || c == -32601 {
		err = d.engine.call(ctx, &built, "engine_getPayloadV4", id) // OP Stack clients go by forks of their own
	}
	if err != nil {
		return nil, err
	}
	return blockOf(built.ExecutionPayload, a.BeaconRoot)
}

// payloadBuilder lets the client pick. What has to be first is only so by luck, and then it is refused.
type payloadBuilder struct{}

func (payloadBuilder) Build(ctx context.Context, d *Driver, head block, r avs.BuildRequest) (*types.Block, error) {
	if len(r.First) > 0 || len(r.Without) > 0 {
		return nil, ErrFirst
	}
	return d.fetch(ctx, head.Hash, attributesOf(r))
}

// opBuilder gives what has to be first, and lets the client fill the rest.
type opBuilder struct{}

func (opBuilder) Build(ctx context.Context, d *Driver, head block, r avs.BuildRequest) (*types.Block, error) {
	if len(r.Without) > 0 {
		return nil, ErrFirst
	}
	a := attributesOf(r)
	limit := hexutil.Uint64(d.cfg.Genesis.GasLimit)
	a.GasLimit = &limit
	first, err := admit(nil, d.leading(r, r.MaxBytes), func(txs []*types.Transaction) (bool, error) {
		if len(txs) == 0 {
			return true, nil
		}
		try := *a
		try.Transactions, try.NoTxPool = encode(txs), true
		_, err := d.fetch(ctx, head.Hash, &try)
		return judge(err)
	})
	if err != nil {
		return nil, err
	}
	a.Transactions = encode(first)
	return d.fetch(ctx, head.Hash, a)
}

// testingBuilder picks what the embedded client would: what has to be first, then the pool by tip and nonce.
type testingBuilder struct{}

func (testingBuilder) Build(ctx context.Context, d *Driver, head block, r avs.BuildRequest) (b *types.Block, err error) {
	pooled, err := d.pool.ready(ctx, d.signer, head, r.Without)
	if err != nil {
		return nil, err
	}
	a := attributesOf(r)
	try := func(txs []*types.Transaction) (bool, error) {
		var built engine.ExecutionPayloadEnvelope
		err := d.rpc.call(ctx, &built, "testing_buildBlockV1", r.Parent, a, encode(txs), hexutil.Bytes{})
		if err == nil {
			b, err = blockOf(built.ExecutionPayload, r.BeaconRoot)
		}
		return judge(err)
	}
	first := d.leading(r, r.MaxBytes)
	txs, err := admit(nil, first, try)
	if err != nil {
		return nil, err
	}
	rest := fit(slices.DeleteFunc(append(pooled, first...), func(tx *types.Transaction) bool {
		return slices.ContainsFunc(txs, func(in *types.Transaction) bool { return in.Hash() == tx.Hash() })
	}), txs, uint64(head.GasLimit), r.MaxBytes)
	if txs, err = admit(txs, rest, try); err != nil {
		return nil, err
	}
	if len(rest) == 0 || b == nil || len(b.Transactions()) != len(txs) { // the last attempt was not what is wanted
		if ok, err := try(txs); !ok {
			return nil, errors.Join(ErrNotReady, err)
		}
	}
	return b, nil
}

// judge tells a client's word about what it should build from trouble.
func judge(err error) (ok bool, trouble error) {
	if err == nil {
		return true, nil
	}
	if _, said := code(err); said {
		return false, nil
	}
	return false, err
}

// admit are the given transactions and as many of the others as can follow them, in order. try says whether a block can be
// made of all that it is given; few are refused as a rule, so they are searched for by halves.
func admit(given, others []*types.Transaction, try func([]*types.Transaction) (bool, error)) ([]*types.Transaction, error) {
	if len(others) == 0 {
		return given, nil
	}
	all := append(given[:len(given):len(given)], others...)
	ok, err := try(all)
	if err != nil {
		return nil, err
	}
	if ok {
		return all, nil
	}
	if len(others) == 1 {
		return given, nil
	}
	half := len(others) / 2
	if given, err = admit(given, others[:half], try); err != nil {
		return nil, err
	}
	return admit(given, others[half:], try)
}

// leading are the transactions that the request wants first, less what is none and what finds no room.
func (d *Driver) leading(r avs.BuildRequest, maxBytes int) []*types.Transaction {
	var txs []*types.Transaction
	for _, data := range r.First {
		tx, err := rollup.DecodeTransaction(data)
		if err != nil {
			continue
		}
		if _, err := types.Sender(d.signer, tx); err == nil {
			txs = append(txs, tx)
		}
	}
	return fit(txs, nil, math.MaxUint64, maxBytes) // what they really use decides about gas, and the client tells
}

// fit are those of the transactions that find gas and room beside those that are in already.
func fit(txs, in []*types.Transaction, gas uint64, maxBytes int) []*types.Transaction {
	room := rollup.RoomFor(maxBytes, 0)
	take := func(tx *types.Transaction) bool {
		if tx.Gas() > gas || rollup.SizeOf(tx) > room {
			return false
		}
		gas, room = gas-tx.Gas(), room-rollup.SizeOf(tx)
		return true
	}
	for _, tx := range in {
		take(tx)
	}
	var out []*types.Transaction
	for _, tx := range txs {
		if take(tx) {
			out = append(out, tx)
		}
	}
	return out
}

func encode(txs []*types.Transaction) []hexutil.Bytes {
	out := make([]hexutil.Bytes, len(txs))
	for i, tx := range txs {
		out[i], _ = tx.MarshalBinary() // it was decoded, so it has an encoding
	}
	return out
}
