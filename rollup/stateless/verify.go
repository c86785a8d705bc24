package stateless

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus"
	"github.com/ethereum/go-ethereum/consensus/beacon"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/ethereum/go-ethereum/triedb"
)

// Verdict is what a verification comes to.
type Verdict uint8

// The verdicts. The zero value accuses nobody and vouches for nothing.
const (
	Inconclusive Verdict = iota // cannot be told from what is there
	Valid                       // the block follows from its parent by the rules
	Invalid                     // it does not
)

// String names a verdict as logs and reports do.
func (v Verdict) String() string {
	switch v {
	case Valid:
		return "VALID"
	case Invalid:
		return "INVALID"
	case Inconclusive:
	}
	return "INCONCLUSIVE"
}

// Reasons of a verdict that is not Valid.
var (
	ErrWitness    = errors.New("witness is not complete")
	ErrBody       = errors.New("body is not the header's")
	ErrRules      = errors.New("rules do not cover the block")
	ErrHeaderRule = errors.New("header breaks a rule")
	ErrExecution  = errors.New("execution gives another result")
)

// Verify executes block on the state that the witness holds, by the rules of config, and compares all that its header
// commits to: gas, bloom, receipts, requests, access list and state root. The error is nil exactly when the verdict is
// Valid; it tells why for the others.
func Verify(ctx context.Context, config *params.ChainConfig, block *types.Block, w *Witness) (verdict Verdict, err error) {
	defer func() { // the execution engine was written for data that a node has checked before
		if r := recover(); r != nil {
			verdict, err = Inconclusive, fmt.Errorf("%w: execution broke off: %v", ErrWitness, r)
		}
	}()
	chain := newChain(config, w)
	parent := chain.find(block.ParentHash())
	if parent == nil {
		return Inconclusive, fmt.Errorf("%w: no header with the parent's hash %s", ErrWitness, block.ParentHash())
	}
	if err := checkCovered(config, block.Header()); err != nil {
		return Inconclusive, err
	}
	if err := checkBody(block); err != nil {
		return Inconclusive, err
	}
	if err := checkHeader(chain, block); err != nil {
		return Invalid, fmt.Errorf("%w: %w", ErrHeaderRule, err)
	}
	return execute(ctx, chain, block, parent.Root)
}

// execute runs the block. What the database or the headers lacked is asked first: only with all data there does an
// error tell something of the block.
func execute(ctx context.Context, chain *chain, block *types.Block, root common.Hash) (Verdict, error) {
	mem := chain.witness.hashDB()
	db, err := state.New(root, state.NewDatabase(triedb.NewDatabase(mem, triedb.HashDefaults), state.NewCodeDB(mem)))
	if err != nil {
		return Inconclusive, fmt.Errorf("%w: open parent state: %w", ErrWitness, err)
	}
	sequential := vm.Config{DisableParallelExecution: true}
	result, err := core.NewStateProcessor(chain).Process(ctx, block, db, nil, nil, sequential, nil)
	if err == nil {
		err = core.NewBlockValidator(chain.config, nil).ValidateState(block, db, result, false) // computes the root too
	}
	switch missing := errors.Join(db.Error(), chain.missing, ctx.Err()); {
	case missing != nil:
		return Inconclusive, fmt.Errorf("%w: %w", ErrWitness, missing)
	case err != nil:
		return Invalid, fmt.Errorf("%w: %w", ErrExecution, err)
	}
	return Valid, nil
}

// checkCovered refuses to judge a block by rules that do not know its fork: then the rules are out of date as likely as
// the block is wrong.
func checkCovered(config *params.ChainConfig, h *types.Header) error {
	for _, c := range []struct {
		fork    string
		carried bool
		active  bool
	}{
		{"Shanghai", h.WithdrawalsHash != nil, config.IsShanghai(h.Number, h.Time)},
		{"Cancun", h.ExcessBlobGas != nil || h.BlobGasUsed != nil || h.ParentBeaconRoot != nil, config.IsCancun(h.Number, h.Time)},
		{"Prague", h.RequestsHash != nil, config.IsPrague(h.Number, h.Time)},
		{"Amsterdam", h.BlockAccessListHash != nil || h.SlotNumber != nil, config.IsAmsterdam(h.Number, h.Time)},
	} {
		if c.carried && !c.active {
			return fmt.Errorf("%w: the header is of %s, which the chain configuration does not have at this time", ErrRules, c.fork)
		}
	}
	if h.Difficulty.Sign() != 0 {
		return fmt.Errorf("%w: blocks before the merge are not executed", ErrRules)
	}
	if config.IsUBT(h.Number, h.Time) {
		return fmt.Errorf("%w: binary tries are not handled", ErrRules)
	}
	return nil
}

// checkBody says whether transactions, withdrawals and uncles are those of the header. A body that is not says nothing
// about the block: somebody handed over the wrong one.
func checkBody(block *types.Block) error {
	h := block.Header()
	if got := types.DeriveSha(block.Transactions(), trie.NewStackTrie(nil)); got != h.TxHash {
		return fmt.Errorf("%w: transactions root is %s, the header has %s", ErrBody, got, h.TxHash)
	}
	if got := types.CalcUncleHash(block.Uncles()); got != h.UncleHash {
		return fmt.Errorf("%w: uncles hash is %s, the header has %s", ErrBody, got, h.UncleHash)
	}
	switch {
	case h.WithdrawalsHash == nil && len(block.Withdrawals()) > 0:
		return fmt.Errorf("%w: withdrawals without a root in the header", ErrBody)
	case h.WithdrawalsHash == nil:
		return nil
	}
	if got := types.DeriveSha(block.Withdrawals(), trie.NewStackTrie(nil)); got != *h.WithdrawalsHash {
		return fmt.Errorf("%w: withdrawals root is %s, the header has %s", ErrBody, got, *h.WithdrawalsHash)
	}
	return nil
}

// checkHeader applies the rules that bind a header to its parent, and those of the body that no root covers.
func checkHeader(chain *chain, block *types.Block) error {
	h := block.Header()
	if err := chain.Engine().VerifyHeader(chain, h); err != nil {
		return err
	}
	if chain.config.IsPrague(h.Number, h.Time) && h.RequestsHash == nil {
		return errors.New("missing requestsHash")
	}
	if chain.config.IsOsaka(h.Number, h.Time) && block.Size() > params.MaxBlockSize {
		return core.ErrBlockOversized
	}
	var blobs uint64
	for _, tx := range block.Transactions() {
		blobs += uint64(len(tx.BlobHashes()))
	}
	switch {
	case h.BlobGasUsed == nil && blobs > 0:
		return errors.New("blob transactions before Cancun")
	case h.BlobGasUsed != nil && *h.BlobGasUsed != blobs*params.BlobTxBlobGasPerBlob:
		return fmt.Errorf("blobGasUsed is %d with %d blobs", *h.BlobGasUsed, blobs)
	}
	return nil
}

// chain gives the headers of a witness to the execution, and remembers when one was asked for that is not there:
// BLOCKHASH would answer zero.
type chain struct {
	config  *params.ChainConfig
	witness *Witness
	headers map[common.Hash]*types.Header
	engine  consensus.Engine
	missing error
}

func newChain(config *params.ChainConfig, w *Witness) *chain {
	c := &chain{config: config, witness: w, headers: make(map[common.Hash]*types.Header, len(w.Headers)), engine: beacon.New(ethash.NewFaker())}
	for _, h := range w.Headers {
		c.headers[h.Hash()] = h
	}
	return c
}

func (c *chain) find(hash common.Hash) *types.Header { return c.headers[hash] }

// GetHeader implements consensus.ChainHeaderReader.
func (c *chain) GetHeader(hash common.Hash, number uint64) *types.Header {
	h := c.headers[hash]
	if h == nil || !h.Number.IsUint64() || h.Number.Uint64() != number {
		c.missing = fmt.Errorf("header %d %s is not there", number, hash)
		return nil
	}
	return h
}

// GetHeaderByHash implements consensus.ChainHeaderReader.
func (c *chain) GetHeaderByHash(hash common.Hash) *types.Header { return c.headers[hash] }

// GetHeaderByNumber implements consensus.ChainHeaderReader: a witness is a bag of headers and not a chain.
func (c *chain) GetHeaderByNumber(uint64) *types.Header { return nil }

// CurrentHeader implements consensus.ChainHeaderReader.
func (c *chain) CurrentHeader() *types.Header { return nil }

// Config implements consensus.ChainHeaderReader.
func (c *chain) Config() *params.ChainConfig { return c.config }

// Engine implements core.ChainContext.
func (c *chain) Engine() consensus.Engine { return c.engine }
