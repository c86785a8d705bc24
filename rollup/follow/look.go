package follow

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/avs"
)

// look asks all sources for what comes next. Only ErrWrongChain and the end of ctx are errors of its own.
func (f *Follower) look(ctx context.Context) (round, error) {
	r := round{own: view{name: f.own.name}, others: make([]view, len(f.others))}
	f.mu.Lock()
	next, marks := f.core.next, f.core.recent
	halted := f.core.halted && !f.core.acked
	f.mu.Unlock()

	var anchor sighting
	f.each(func(i int, e *endpoint) {
		v := &r.own
		if i >= 0 {
			v = &r.others[i]
			v.name = e.name
		}
		if v.err = e.confirmChain(ctx, f.cfg.ChainID); v.err != nil {
			return
		}
		if i < 0 && len(marks) > 0 {
			v.head, anchor, v.err = f.headAndAnchor(ctx, e, next-1)
		} else {
			v.head, _, v.err = f.headAndAnchor(ctx, e, noAnchor)
		}
	})
	if err := errors.Join(ctx.Err(), f.wrongChain(r)); err != nil {
		return r, err
	}
	r.anchor = anchor.block.Hash
	if r.own.err != nil {
		return r, nil
	}
	if last := len(marks) - 1; last >= 0 && r.anchor != marks[last].hash {
		if r.anchor != (common.Hash{}) {
			r.past, r.own.err = f.hashes(ctx, marks)
		}
		return r, ctx.Err()
	}
	if r.own.head < next {
		return r, ctx.Err()
	}
	count := min(r.own.head-next+1, uint64(f.batch))
	if halted {
		count = 1 // enough to see whether the sources agree again
	}
	f.each(func(i int, e *endpoint) {
		switch {
		case i < 0:
			r.own.blocks, r.own.err = f.ownBlocks(ctx, next, count)
		case r.others[i].err == nil:
			r.others[i].blocks, r.others[i].err = f.otherBlocks(ctx, e, next, count)
		}
	})
	return r, ctx.Err()
}

// each runs do for the own node (index -1) and all others at once, and waits.
func (f *Follower) each(do func(i int, e *endpoint)) {
	var all sync.WaitGroup
	all.Go(func() { do(-1, f.own) })
	for i, e := range f.others {
		all.Go(func() { do(i, e) })
	}
	all.Wait()
}

func (f *Follower) wrongChain(r round) error {
	for _, v := range append([]view{r.own}, r.others...) {
		if errors.Is(v.err, ErrWrongChain) {
			return v.err
		}
	}
	return nil
}

func blockCall(number uint64, full bool) *call {
	return ask("eth_getBlockByNumber", hexutil.Uint64(number), full)
}

// noAnchor is no block's number.
const noAnchor = ^uint64(0)

// headAndAnchor asks for the number of the followed head and, unless it is noAnchor, for one block below.
func (f *Follower) headAndAnchor(ctx context.Context, e *endpoint, at uint64) (head uint64, anchor sighting, err error) {
	top := ask("eth_getBlockByNumber", string(f.cfg.Head), false)
	below := blockCall(at, false)
	if at == noAnchor {
		e.do(ctx, top)
	} else {
		e.do(ctx, top, below)
	}
	if top.err != nil {
		return 0, anchor, top.err
	}
	a, err := parseBlock(top.result)
	if err != nil {
		return 0, anchor, fmt.Errorf("%s head: %w", f.cfg.Head, err)
	}
	if at == noAnchor {
		return a.number(), anchor, nil
	}
	if below.err != nil {
		return 0, anchor, below.err
	}
	b, err := parseBlock(below.result)
	switch {
	case errors.Is(err, errNoBlock):
		return a.number(), anchor, nil
	case err != nil:
		return 0, anchor, fmt.Errorf("block %d: %w", at, err)
	}
	anchor.block = b.block()
	return a.number(), anchor, nil
}

// hashes asks the own node for its hashes of the marks' numbers. What it does not have stays out.
func (f *Follower) hashes(ctx context.Context, marks []mark) (map[uint64]common.Hash, error) {
	calls := make([]*call, len(marks))
	for i, m := range marks {
		calls[i] = blockCall(m.number, false)
	}
	f.own.do(ctx, calls...)
	out := make(map[uint64]common.Hash, len(marks))
	for i, c := range calls {
		if c.err != nil {
			return nil, c.err
		}
		a, err := parseBlock(c.result)
		switch {
		case errors.Is(err, errNoBlock):
		case err != nil:
			return nil, err
		default:
			out[marks[i].number] = a.hash
		}
	}
	return out, nil
}

// otherBlocks are blocks of an endpoint, as far as one answer shows whether they hold. A number that it does not have
// stays out.
func (f *Follower) otherBlocks(ctx context.Context, e *endpoint, from, count uint64) (map[uint64]sighting, error) {
	answers, err := f.answers(ctx, e, from, count, false)
	if err != nil {
		return nil, err
	}
	roots := f.batchRoots(ctx, e, answers)
	out := make(map[uint64]sighting, len(answers))
	for n, a := range answers {
		s := sighting{block: a.block(), err: f.checkOne(a, n)}
		if s.err == nil && f.stack.batched {
			s.block.OutputRoot, s.err = roots.of(a)
		}
		out[n] = s
	}
	return out, nil
}

// answers are consecutive blocks by number; those that the node does not have stay out, and so does all above.
func (f *Follower) answers(ctx context.Context, e *endpoint, from, count uint64, full bool) (map[uint64]*answer, error) {
	calls := make([]*call, count)
	for i := range calls {
		calls[i] = blockCall(from+uint64(i), full)
	}
	e.do(ctx, calls...)
	out := make(map[uint64]*answer, count)
	for i, c := range calls {
		n := from + uint64(i)
		if c.err != nil {
			return out, nothing(c.err, i)
		}
		a, err := parseBlock(c.result)
		if errors.Is(err, errNoBlock) {
			return out, nil
		}
		if err != nil {
			return out, nothing(fmt.Errorf("block %d: %w", n, err), i)
		}
		out[n] = a
	}
	return out, nil
}

// nothing keeps an error only if it left nothing: else the next look meets it first.
func nothing(err error, have int) error {
	if have > 0 {
		return nil
	}
	return err
}

// checkOne is the stack's, plus that the answer is of the block that was asked for.
func (f *Follower) checkOne(a *answer, number uint64) error {
	if a.number() != number {
		return faultf(numberWord(number), numberWord(a.number()), "answer is of another block number")
	}
	return f.stack.checkOne(a, f.cfg.Level)
}

// batchRoots are the roots of L1 batches, or why there is none.
type batchRoots map[uint64]batchRoot

type batchRoot struct {
	root common.Hash
	err  error
}

func (f *Follower) batchRoots(ctx context.Context, e *endpoint, answers map[uint64]*answer) batchRoots {
	if !f.stack.batched {
		return nil
	}
	calls := map[uint64]*call{}
	var list []*call
	for _, a := range answers {
		if a.batch != nil && calls[*a.batch] == nil {
			calls[*a.batch] = ask("zks_getL1BatchDetails", *a.batch)
			list = append(list, calls[*a.batch])
		}
	}
	e.do(ctx, list...)
	out := batchRoots{}
	for number, c := range calls {
		if c.err != nil {
			out[number] = batchRoot{err: c.err}
			continue
		}
		root, err := checkBatch(c.result, number)
		out[number] = batchRoot{root, err}
	}
	return out
}

var errUnsealed = errors.New("L1 batch is not sealed yet")

func (b batchRoots) of(a *answer) (common.Hash, error) {
	if a.batch == nil {
		return common.Hash{}, fmt.Errorf("block %d: %w", a.number(), errUnsealed)
	}
	return b[*a.batch].root, b[*a.batch].err
}

// ownBlocks are the own node's blocks, checked at the level that is asked for.
func (f *Follower) ownBlocks(ctx context.Context, from, count uint64) (map[uint64]sighting, error) {
	answers, err := f.answers(ctx, f.own, from, count, f.cfg.Level >= avs.LevelCommitments)
	if err != nil {
		return nil, err
	}
	kept := make(map[uint64]sighting, len(answers))
	var fresh []*answer
	for n := from; n < from+uint64(len(answers)); n++ {
		a := answers[n]
		if old, ok := f.checked[n]; ok && old.block.Hash == a.hash && old.sealed == a.header.Hash() {
			kept[n] = old.sighting
			continue
		}
		if err := f.checkOne(a, n); err != nil {
			kept[n] = sighting{a.block(), err}
			continue
		}
		fresh = append(fresh, a)
	}
	for i, s := range f.verify(ctx, fresh) {
		kept[fresh[i].number()] = s
	}
	f.checked = make(map[uint64]checked, len(kept))
	for n, s := range kept {
		if s.err == nil {
			f.checked[n] = checked{s, answers[n].header.Hash()}
		}
	}
	return kept, nil
}

// checked is a block that passed its checks but waits for others; it is not checked again in the next look.
type checked struct {
	sighting
	sealed common.Hash // keccak256 of the header's RLP, whatever the block hash is
}
