package follow

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup/stateless"
)

// verify checks blocks of the own node at the level that is asked for; one answer each has passed checkOne.
func (f *Follower) verify(ctx context.Context, answers []*answer) []sighting {
	needs := make([]*evidence, len(answers))
	var calls []*call
	for i, a := range answers {
		needs[i] = f.needs(a)
		calls = append(calls, needs[i].calls()...)
	}
	f.own.do(ctx, calls...)
	f.askOutputs(ctx, answers, needs)

	byNumber := make(map[uint64]*answer, len(answers))
	for _, a := range answers {
		byNumber[a.number()] = a
	}
	roots := f.batchRoots(ctx, f.own, byNumber)
	out := make([]sighting, len(answers))
	for i, a := range answers {
		out[i] = f.judge(ctx, a, needs[i], roots)
		if out[i].err != nil { // what comes after could not be emitted anyway
			return out[:i+1]
		}
	}
	return out
}

// evidence is what a block is checked with, beside the block itself; nil is what is not needed.
type evidence struct {
	receipts, proof, output *call
}

func (e *evidence) calls() (list []*call) {
	for _, c := range []*call{e.receipts, e.proof} {
		if c != nil {
			list = append(list, c)
		}
	}
	return list
}

// needs asks by hash, so that a reorg between two requests shows as an error and not as a contradiction.
func (f *Follower) needs(a *answer) *evidence {
	e := new(evidence)
	if f.cfg.Level >= avs.LevelCommitments {
		e.receipts = ask("eth_getBlockReceipts", a.hash)
	}
	if f.cfg.Level >= avs.LevelCommitments || f.stack.proved(a.header) {
		e.proof = ask("eth_getProof", f.stack.prover(a.header), []string{}, a.hash)
	}
	return e
}

// askOutputs asks op-node, or the own node in its place until that says that it has no such method.
func (f *Follower) askOutputs(ctx context.Context, answers []*answer, needs []*evidence) {
	if f.outputs == nil {
		return
	}
	var calls []*call
	for i, a := range answers {
		needs[i].output = ask("optimism_outputAtBlock", hexutil.Uint64(a.number()))
		calls = append(calls, needs[i].output)
	}
	f.outputs.do(ctx, calls...)
	if f.cfg.RollupNode != "" || len(calls) == 0 || !methodMissing(calls[0].err) {
		return
	}
	f.cfg.Log.Info("own node has no optimism_outputAtBlock: output roots are from own computation alone", "endpoint", f.own.name)
	f.outputs = nil
	for _, e := range needs {
		e.output = nil
	}
}

// judge is the verdict on one block of the own node.
func (f *Follower) judge(ctx context.Context, a *answer, e *evidence, roots batchRoots) sighting {
	s := sighting{block: a.block()}
	s.block.Level = f.cfg.Level
	if s.block.Header, s.err = a.headerJSON(); s.err != nil {
		return s
	}
	if s.err = f.checkContents(a, e); s.err != nil {
		return s
	}
	if s.block.OutputRoot, s.err = f.outputRoot(a, e, roots); s.err != nil {
		return s
	}
	if s.err = f.compareOutput(s.block, e.output); s.err != nil {
		return s
	}
	if f.cfg.Level >= avs.LevelExecution {
		s.err = f.execute(ctx, a)
	}
	return s
}

// checkContents recomputes the header's roots from what the own node holds.
func (f *Follower) checkContents(a *answer, e *evidence) error {
	if f.cfg.Level < avs.LevelCommitments {
		return nil
	}
	if e.receipts.err != nil {
		return e.receipts.err
	}
	for _, check := range []func() error{
		a.checkTransactions,
		a.checkUncles,
		func() error { return f.stack.body(a) },
		func() error { return a.checkReceipts(e.receipts.result) },
	} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (f *Follower) outputRoot(a *answer, e *evidence, roots batchRoots) (common.Hash, error) {
	if f.stack.batched {
		return roots.of(a)
	}
	if e.proof == nil {
		return f.stack.output(a, nil)
	}
	if e.proof.err != nil {
		return common.Hash{}, e.proof.err
	}
	storage, err := checkProof(e.proof.result, f.stack.prover(a.header), a.header.Root)
	if err != nil {
		return common.Hash{}, err
	}
	return f.stack.output(a, &storage)
}

func (f *Follower) compareOutput(b Block, answer *call) error {
	if answer == nil {
		return nil
	}
	err := answer.err
	if err == nil {
		err = checkOutput(answer.result, b)
	}
	var at *fault
	if errors.As(err, &at) {
		at.endpoint = f.outputs.name
	} else if err != nil {
		return fmt.Errorf("output of block %d: %w", b.Number, err)
	}
	return err
}

// execute is level 2: a plain EVM block on a witness of the own node. The witness is asked for by number, which every
// client takes; one of another block lacks the parent's header.
func (f *Follower) execute(ctx context.Context, a *answer) error {
	block, err := a.executable()
	if err != nil {
		return err
	}
	c := ask("debug_executionWitness", hexutil.Uint64(a.number()))
	f.own.do(ctx, c)
	if c.err != nil {
		return c.err
	}
	witness, err := stateless.DecodeWitness(c.result)
	if err != nil {
		return err
	}
	switch verdict, err := stateless.Verify(ctx, f.cfg.ChainConfig, block, witness); verdict {
	case stateless.Valid:
		return nil
	case stateless.Invalid:
		return faultf(common.Hash{}, a.hash, "re-execution: "+err.Error())
	default:
		return fmt.Errorf("re-execution of block %d is inconclusive: %w", a.number(), err)
	}
}

// executable is the block as go-ethereum executes it.
func (a *answer) executable() (*types.Block, error) {
	encoded, err := a.transactions()
	if err != nil {
		return nil, err
	}
	body := types.Body{Withdrawals: a.withdrawals}
	for i, raw := range encoded {
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(raw); err != nil {
			return nil, fmt.Errorf("decode transaction %d of block %d: %w", i, a.number(), err)
		}
		body.Transactions = append(body.Transactions, tx)
	}
	if a.header.WithdrawalsHash != nil && body.Withdrawals == nil {
		body.Withdrawals = types.Withdrawals{}
	}
	return types.NewBlockWithHeader(a.header).WithBody(body), nil
}
