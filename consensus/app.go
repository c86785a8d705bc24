package consensus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"

	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/cometbft/cometbft/crypto/encoding"
	"github.com/cometbft/cometbft/crypto/secp256k1eth"
	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
)

// Codes of refused transactions; part of the results that consensus hashes, so they never change their meaning.
const (
	codeOK      uint32 = 0
	codeVoid    uint32 = 1 // malformed, or can never apply
	codeEarly   uint32 = 2 // too far in the future for the mempool
	codeWaited  uint32 = 3 // its predecessor did not come in time
	codeAnother uint32 = 4 // another transaction has its place in the mempool, see place
)

// Misbehavior is a double vote that CometBFT proved.
type Misbehavior struct {
	Operator   avs.OperatorID // zero if the address belonged to no member at the height
	Address    common.Address // of the consensus key
	Height     uint64
	TimeMillis uint64
	Kind       string
}

// app is the ABCI application. CometBFT calls the consensus methods from one goroutine at a time, CheckTx and Query from
// others. The committed block is immutable and replaced as a whole.
type app struct {
	abci.BaseApplication
	genesis state.Genesis
	records *records
	verify  *memo
	decoder *decoder
	pool    *admission
	metrics *appMetrics
	log     *slog.Logger
	accept  func(peerID string) bool // peers that may connect
	caught  func(Misbehavior)

	snapshots snapshots

	staged *block // by FinalizeBlock, for Commit

	mu        sync.RWMutex
	committed block
	changed   chan struct{}
}

func newApp(c Config, r *records, last block, m *appMetrics) *app {
	a := &app{
		genesis: c.Genesis, records: r, verify: newMemo(), decoder: newDecoder(), pool: newAdmission(c.Clock), metrics: m, log: c.Log,
		caught: c.OnMisbehavior, committed: last, changed: make(chan struct{}), snapshots: snapshots{batches: c.SnapshotBatches},
	}
	return a
}

func (a *app) last() block {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.committed
}

func (a *app) changes() <-chan struct{} {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.changed
}

// Info tells CometBFT which blocks to replay.
func (a *app) Info(context.Context, *abci.RequestInfo) (*abci.ResponseInfo, error) {
	last := a.last()
	res := &abci.ResponseInfo{LastBlockHeight: int64(last.Height)}
	if last.Height > 0 {
		res.LastBlockAppHash = last.State.Hash().Bytes()
	}
	return res, nil
}

// InitChain confirms the genesis, which New has loaded already.
func (a *app) InitChain(_ context.Context, req *abci.RequestInitChain) (*abci.ResponseInitChain, error) {
	if want := appState(a.genesis); !bytes.Equal(req.AppStateBytes, want) {
		return nil, fmt.Errorf("init chain: %w: genesis is %s, not %s", ErrOtherNetwork, req.AppStateBytes, want)
	}
	return &abci.ResponseInitChain{AppHash: a.last().State.Hash().Bytes()}, nil
}

// Query answers only CometBFT's question whether a peer may connect.
func (a *app) Query(_ context.Context, req *abci.RequestQuery) (*abci.ResponseQuery, error) {
	if id, ok := strings.CutPrefix(req.Path, "/p2p/filter/id/"); ok && a.accept != nil && !a.accept(id) {
		return &abci.ResponseQuery{Code: 1, Log: "peer is not in the operator set"}, nil
	}
	return &abci.ResponseQuery{}, nil
}

// CheckTx decides what the mempool holds. It may use the clock: what it says is no part of consensus.
func (a *app) CheckTx(_ context.Context, req *abci.RequestCheckTx) (*abci.ResponseCheckTx, error) {
	code, err := a.check(req.Tx, req.Type == abci.CheckTxType_Recheck)
	if err != nil {
		a.metrics.refused.WithLabelValues(codeNames[code]).Inc()
		return &abci.ResponseCheckTx{Code: code, Log: err.Error()}, nil
	}
	return &abci.ResponseCheckTx{}, nil
}

func (a *app) check(data []byte, again bool) (uint32, error) {
	last := a.last()
	ordering := last.State.Ordering().Hash()
	if a.decoder.refused(data, ordering) {
		return codeVoid, errRefusedView
	}
	tx, err := a.decode(data)
	if err != nil {
		return codeVoid, err
	}
	if err = last.State.Check(a.verify, tx, last.TimeMillis); errors.Is(err, state.ErrTooEarly) {
		err = last.State.Check(a.verify, tx, a.pool.horizon(last.TimeMillis))
	}
	switch {
	case errors.Is(err, state.ErrTooEarly):
		return codeEarly, err
	case err != nil && !errors.Is(err, state.ErrGap):
		a.pool.forget(data)
		if tx.L1View != nil {
			a.decoder.refuse(data, ordering)
		}
		return codeVoid, err
	}
	at, failed := place(tx, a.genesis.Domain)
	if failed != nil {
		return codeVoid, failed
	}
	return a.pool.admit(at, data, err != nil, again)
}

// decode decodes a transaction for a block after the last committed one. A view that this block already makes void is
// refused like bytes that are no transaction, so the answer is the same whether the transaction was remembered or not.
func (a *app) decode(data []byte) (avs.Tx, error) {
	number, _ := a.last().State.L1()
	return a.decoder.decode(data, number)
}

// PrepareProposal proposes what applies: views of L1 first, batches last, in the order of their chains.
func (a *app) PrepareProposal(_ context.Context, req *abci.RequestPrepareProposal) (*abci.ResponsePrepareProposal, error) {
	type candidate struct {
		tx   avs.Tx
		data []byte
	}
	candidates := make([]candidate, 0, len(req.Txs))
	for _, data := range req.Txs {
		if tx, err := a.decode(data); err == nil {
			candidates = append(candidates, candidate{tx, data})
		}
	}
	slices.SortStableFunc(candidates, func(x, y candidate) int { return proposalOrder(x.tx, y.tx) })
	st, millis := a.last().State.Clone(), uint64(req.Time.UnixMilli())
	var txs [][]byte
	for _, c := range candidates {
		if _, err := a.apply(st, c.tx, len(txs), uint64(req.Height), millis); err == nil {
			txs = append(txs, c.data)
		}
	}
	return &abci.ResponsePrepareProposal{Txs: txs}, nil
}

var errViewPlace = errors.New("an l1 view is not the first transaction of its block")

// apply applies the transaction at a place of a block. A view stands only at the first, so that within a block every set
// has one epoch.
func (a *app) apply(st *state.State, tx avs.Tx, place int, height, millis uint64) (state.Effects, error) {
	if tx.L1View != nil && place > 0 {
		return state.Effects{}, errViewPlace
	}
	return st.Apply(a.verify, tx, height, millis)
}

// ProcessProposal accepts a block exactly if each transaction applies after those before it.
func (a *app) ProcessProposal(_ context.Context, req *abci.RequestProcessProposal) (*abci.ResponseProcessProposal, error) {
	st := a.last().State.Clone()
	for i, data := range req.Txs {
		tx, err := a.decode(data)
		if err == nil {
			_, err = a.apply(st, tx, i, uint64(req.Height), uint64(req.Time.UnixMilli()))
		}
		if err != nil {
			a.metrics.badProposals.Inc()
			a.log.Warn("proposal refused", "height", req.Height, "proposer", common.BytesToAddress(req.ProposerAddress),
				"transaction", i, "err", err)
			return &abci.ResponseProcessProposal{Status: abci.ResponseProcessProposal_REJECT}, nil
		}
	}
	return &abci.ResponseProcessProposal{Status: abci.ResponseProcessProposal_ACCEPT}, nil
}

// FinalizeBlock applies a decided block to a copy of the state and stages it. A transaction that does not apply is
// skipped with its code: no honest validator voted for such a block, yet every one must come to the same result.
func (a *app) FinalizeBlock(_ context.Context, req *abci.RequestFinalizeBlock) (*abci.ResponseFinalizeBlock, error) {
	last := a.last()
	next := &block{
		State: last.State.Clone(), Height: uint64(req.Height), TimeMillis: uint64(req.Time.UnixMilli()),
		Proposer: common.BytesToAddress(req.ProposerAddress),
	}
	res := &abci.ResponseFinalizeBlock{TxResults: make([]*abci.ExecTxResult, len(req.Txs))}
	for i, data := range req.Txs {
		res.TxResults[i] = &abci.ExecTxResult{Code: a.applyTo(next, i, data)}
	}
	res.AppHash = next.State.Hash().Bytes()
	for _, v := range state.ValidatorUpdates(last.State.Ordering(), next.State.Ordering()) {
		key, err := encoding.PubKeyToProto(secp256k1eth.PubKey(v.Key[:]))
		if err != nil {
			return nil, fmt.Errorf("finalize block: validator %x: %w", v.Key, err)
		}
		res.ValidatorUpdates = append(res.ValidatorUpdates, abci.ValidatorUpdate{PubKey: key, Power: v.Power})
	}
	a.staged = next
	a.report(req.Misbehavior)
	return res, nil
}

func (a *app) applyTo(next *block, place int, data []byte) uint32 {
	tx, err := a.decode(data)
	if err != nil {
		return codeVoid
	}
	effects, err := a.apply(next.State, tx, place, next.Height, next.TimeMillis)
	if err != nil {
		a.log.Error("decided transaction does not apply", "height", next.Height, "err", err)
		return codeVoid
	}
	next.take(effects)
	return codeOK
}

// Commit persists the staged block, then tells of it.
func (a *app) Commit(context.Context, *abci.RequestCommit) (*abci.ResponseCommit, error) {
	if a.staged == nil {
		return nil, errors.New("commit: no block is staged")
	}
	next := *a.staged
	if err := a.records.save(next); err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	if err := a.snapshots.committed(a.records, next); err != nil {
		a.log.Warn("newcomers get no snapshot", "err", err)
	}
	a.staged = nil
	a.metrics.committed(next)
	a.tell(next)
	quiet := next.empty()
	next.changes = changes{}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.committed = next
	if !quiet {
		close(a.changed)
		a.changed = make(chan struct{})
	}
	return &abci.ResponseCommit{}, nil
}

// tell logs what an operator may want to know of a block.
func (a *app) tell(b block) {
	for _, c := range b.views {
		for _, s := range c.View.Sets {
			a.log.Info("operator set in force", "set", s.ID(), "epoch", s.Epoch(), "members", s.Len(), "l1_block", c.View.Number, "height", b.Height)
		}
		for _, r := range c.View.Inputs.Rollups {
			a.log.Info("rollup is sequenced from now on", "rollup", r.Name, "id", r.ID, "l1_block", c.View.Number, "height", b.Height)
		}
		for _, id := range c.View.Inputs.Stopped {
			a.log.Info("rollup was stopped on L1: it is sequenced until the messages of its inbox are taken", "id", id, "l1_block", c.View.Number, "height", b.Height)
		}
	}
}

func (a *app) report(found []abci.Misbehavior) {
	for _, f := range found {
		m := Misbehavior{
			Address: common.BytesToAddress(f.Validator.Address), Height: uint64(f.Height),
			TimeMillis: uint64(f.Time.UnixMilli()), Kind: strings.ToLower(f.Type.String()),
		}
		if set, err := a.records.validatorsAt(m.Height); err == nil {
			if i := set.IndexOfConsensus(m.Address); i >= 0 {
				m.Operator = set.Member(i).Operator
			}
		}
		a.metrics.misbehaviors.Inc()
		a.log.Warn("validator misbehaved", "operator", m.Operator, "address", m.Address, "height", m.Height, "kind", m.Kind)
		if a.caught != nil {
			a.caught(m)
		}
	}
}

var _ abci.Application = (*app)(nil)
