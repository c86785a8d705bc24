package l1

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
)

// ErrReverted is the sentinel of a transaction that was refused in simulation or reverted on chain.
var ErrReverted = errors.New("transaction reverts")

// Call is one transaction to send.
type Call struct {
	// ID makes sending idempotent: a call with an ID that was sent before, by this process or an earlier one, leads to that
	// transaction and not to another. One that reverted may be sent again. Empty means always new.
	ID    string
	Label string // for logs and errors, such as "take snapshot of set 0"
	To    common.Address
	Data  []byte
	Value *big.Int
}

// TxOptions tune a TxManager; the zero value takes the defaults.
type TxOptions struct {
	Poll          time.Duration // between looks at the L1; 250 ms
	BumpAfter     time.Duration // next in line and unmined for so long: raise the fee; 15 s
	Confirmations uint64        // blocks, its own included, after which a transaction counts as done; 1
	MaxFee        *big.Int      // most that is paid for a unit of gas, wei; 500 gwei
}

func (o TxOptions) withDefaults() TxOptions {
	if o.Poll <= 0 {
		o.Poll = 250 * time.Millisecond
	}
	if o.BumpAfter <= 0 {
		o.BumpAfter = 15 * time.Second
	}
	if o.Confirmations == 0 {
		o.Confirmations = 1
	}
	if o.MaxFee == nil {
		o.MaxFee = big.NewInt(500e9)
	}
	return o
}

// TxManager sends transactions of one account and stays with each until it is buried under the wanted confirmations.
// Nobody else should send from that account meanwhile; when somebody does, what lost its nonce is signed anew.
//
// Every transaction is stored before it is broadcast, under its nonce. So nonces stay without a gap, and a crash at any
// point leads to the same bytes being broadcast again. There is no goroutine of the manager's own: whoever waits in Send
// or runs Resume looks after all transactions in turn.
type TxManager struct {
	client  *Client
	key     *ecdsa.PrivateKey
	address common.Address
	db      *store.Space
	clock   clock.Clock
	log     *slog.Logger
	options TxOptions

	lock   chan struct{} // held while the fields below are used; a channel, for a wait that a context ends
	loaded bool
	jobs   []*job // not buried yet, ascending by nonce
	polled time.Time
	silent bool // the L1 did not answer at the last look
}

// NewTxManager makes a manager whose transactions live in db.
func NewTxManager(client *Client, key *ecdsa.PrivateKey, db *store.Space, clk clock.Clock, log *slog.Logger, options TxOptions) *TxManager {
	return &TxManager{client: client, key: key, address: crypto.PubkeyToAddress(key.PublicKey), db: db, clock: clk, log: log,
		options: options.withDefaults(), lock: make(chan struct{}, 1)}
}

// Address is the sending account.
func (m *TxManager) Address() common.Address { return m.address }

// Send simulates, signs, stores and broadcasts the call, and returns its receipt when it is buried under the wanted
// confirmations. A simulated or mined revert is ErrReverted. When ctx ends first, the transaction stays in the care of
// later calls and of Resume; a later Send with the same ID waits for it.
func (m *TxManager) Send(ctx context.Context, c Call) (*types.Receipt, error) {
	j, err := m.admit(ctx, c)
	if err == nil {
		err = m.attend(ctx, j.done)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Label, err)
	}
	if j.receipt.Status != types.ReceiptStatusSuccessful {
		return j.receipt, fmt.Errorf("%s: %w: mined in block %d as %s", c.Label, ErrReverted, j.receipt.BlockNumber, j.receipt.TxHash)
	}
	return j.receipt, nil
}

// Resume looks after all transactions, those of earlier processes included, whether anybody waits for them or not. It
// runs until ctx ends; another error is that of the store.
func (m *TxManager) Resume(ctx context.Context) error { return m.attend(ctx, nil) }

// attend takes its turns at looking after the transactions, until done is closed.
func (m *TxManager) attend(ctx context.Context, done <-chan struct{}) error {
	for {
		if err := m.poll(ctx); err != nil {
			return err
		}
		if closed(done) {
			return nil
		}
		timer := m.clock.NewTimer(m.options.Poll)
		select {
		case <-done:
		case <-timer.Chan():
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
		timer.Stop()
	}
}

func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// acquire takes the lock and loads what was stored.
func (m *TxManager) acquire(ctx context.Context) error {
	select {
	case m.lock <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	if m.loaded {
		return nil
	}
	jobs, err := m.load()
	if err != nil {
		m.release()
		return err
	}
	m.jobs, m.loaded = jobs, true
	return nil
}

func (m *TxManager) release() { <-m.lock }

// admit returns the job of a call: the one that its ID has already, or a new one that is stored and broadcast.
func (m *TxManager) admit(ctx context.Context, c Call) (*job, error) {
	if j, err := m.find(ctx, c.ID); j != nil || err != nil {
		return j, err
	}
	gas, err := m.simulate(ctx, c)
	if err != nil {
		return nil, err
	}
	tip, fee, err := m.fees(ctx)
	if err != nil {
		return nil, err
	}
	if err := m.acquire(ctx); err != nil {
		return nil, err
	}
	defer m.release()
	if j, err := m.lookup(c.ID); j != nil || err != nil { // another Send may have been quicker
		return j, err
	}
	nonce, err := m.nextNonce(ctx)
	if err != nil {
		return nil, err
	}
	value := c.Value
	if value == nil {
		value = new(big.Int)
	}
	tx, raw, err := m.sign(&types.DynamicFeeTx{Nonce: nonce, To: &c.To, Data: c.Data, Value: value, Gas: gas, GasTipCap: tip, GasFeeCap: fee})
	if err != nil {
		return nil, err
	}
	j := m.newJob(record{ID: c.ID, Label: c.Label, Nonce: nonce, Raw: [][]byte{raw}}, tx)
	if err := m.save(j); err != nil {
		return nil, err
	}
	if err := m.broadcast(ctx, tx); answered(err) {
		// The L1 will have none of it: no other transaction has a later nonce, so this one's is free again.
		return nil, errors.Join(err, m.drop(j))
	} else if err != nil {
		m.log.Warn("l1 transaction not broadcast yet", "what", c.Label, "tx", tx.Hash(), "err", err)
	}
	m.insert(j)
	return j, nil
}

func (m *TxManager) find(ctx context.Context, id string) (*job, error) {
	if err := m.acquire(ctx); err != nil {
		return nil, err
	}
	defer m.release()
	return m.lookup(id)
}

// lookup finds the job of an ID; nil if there is none. One that was done before becomes a job again: its receipt is
// found at the next look, and should a deep reorg have undone it, it is sent again.
func (m *TxManager) lookup(id string) (*job, error) {
	if id == "" {
		return nil, nil
	}
	for _, j := range m.jobs {
		if j.ID == id {
			return j, nil
		}
	}
	data, ok, err := m.db.Get(m.doneKey(id))
	if err != nil || !ok {
		return nil, err
	}
	j, err := m.decode(data)
	if err != nil {
		return nil, err
	}
	m.insert(j)
	return j, nil
}

func (m *TxManager) insert(j *job) {
	m.jobs = append(m.jobs, j)
	slices.SortFunc(m.jobs, func(a, b *job) int { return cmp.Compare(a.Nonce, b.Nonce) })
	m.polled = time.Time{}
}

// nextNonce is the one behind all that the L1 and the store have.
func (m *TxManager) nextNonce(ctx context.Context) (uint64, error) {
	next, err := m.client.PendingNonceAt(ctx, m.address)
	if err != nil {
		return 0, fmt.Errorf("read nonce: %w", away(err))
	}
	if len(m.jobs) > 0 {
		next = max(next, m.jobs[len(m.jobs)-1].Nonce+1)
	}
	return next, nil
}

// maxGas is the most that a transaction may have (EIP-7825).
const maxGas = 1 << 24

// simulate runs the call at the L1's head and returns its gas limit: a fifth more than it took.
func (m *TxManager) simulate(ctx context.Context, c Call) (uint64, error) {
	gas, err := m.client.EstimateGas(ctx, ethereum.CallMsg{From: m.address, To: &c.To, Data: c.Data, Value: c.Value})
	if err != nil {
		return 0, fmt.Errorf("simulate: %w", explain(err))
	}
	return max(gas, min(gas+gas/5, maxGas)), nil
}

// fees are a tip and a fee cap that covers two doublings of the base fee.
func (m *TxManager) fees(ctx context.Context) (tip, fee *big.Int, err error) {
	if tip, err = m.client.SuggestGasTipCap(ctx); err != nil {
		return nil, nil, fmt.Errorf("suggest tip: %w", away(err))
	}
	head, err := m.client.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("read l1 head: %w", away(err))
	}
	fee = new(big.Int).Set(tip)
	if head.BaseFee != nil {
		fee.Add(fee, new(big.Int).Mul(head.BaseFee, big.NewInt(4)))
	}
	if fee.Cmp(m.options.MaxFee) > 0 {
		fee.Set(m.options.MaxFee)
	}
	if tip.Cmp(fee) > 0 {
		tip.Set(fee)
	}
	return tip, fee, nil
}

func (m *TxManager) sign(data *types.DynamicFeeTx) (*types.Transaction, []byte, error) {
	data.ChainID = new(big.Int).SetUint64(m.client.NetworkID())
	tx, err := types.SignNewTx(m.key, types.LatestSignerForChainID(data.ChainID), data)
	if err != nil {
		return nil, nil, fmt.Errorf("sign: %w", err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return nil, nil, fmt.Errorf("encode transaction: %w", err)
	}
	return tx, raw, nil
}

// broadcast sends the transaction. An error that the L1 answered with means that it has neither it nor another one
// mined in its place; the texts of such errors differ from client to client, so it is asked instead.
func (m *TxManager) broadcast(ctx context.Context, tx *types.Transaction) error {
	err := m.client.SendTransaction(ctx, tx)
	if err == nil || !answered(err) {
		return err
	}
	if _, _, lookupErr := m.client.TransactionByHash(ctx, tx.Hash()); lookupErr == nil {
		return nil
	}
	if mined, nonceErr := m.client.NonceAt(ctx, m.address, nil); nonceErr == nil && mined > tx.Nonce() {
		return nil
	}
	return fmt.Errorf("broadcast %s: %w", tx.Hash(), err)
}

// record is what is stored of a transaction: enough to send exactly it again.
type record struct {
	ID    string   `json:"id,omitempty"`
	Label string   `json:"label"`
	Nonce uint64   `json:"nonce"`
	Raw   [][]byte `json:"raw"` // the transaction and its fee bumps, oldest first, one nonce
}

// job is a transaction that is being looked after.
type job struct {
	record
	txs    []*types.Transaction // decoded Raw
	since  time.Time            // of the last change of its fee
	lost   time.Time            // since when another transaction seems to have its nonce; zero: it has not
	capped bool                 // that its fee is at the bound was said

	done    chan struct{}  // closed when it is buried
	receipt *types.Receipt // set before done is closed
}

func (m *TxManager) newJob(r record, txs ...*types.Transaction) *job {
	return &job{record: r, txs: txs, since: m.clock.Now(), done: make(chan struct{})}
}

func (j *job) last() *types.Transaction { return j.txs[len(j.txs)-1] }

// Keys carry the account: another key's transactions are not ours to send.
func (m *TxManager) jobKey(nonce uint64) []byte {
	return append(m.jobPrefix(), store.Uint64Key(nonce)...)
}
func (m *TxManager) jobPrefix() []byte        { return fmt.Appendf(nil, "tx/%x/", m.address) }
func (m *TxManager) doneKey(id string) []byte { return fmt.Appendf(nil, "done/%x/%s", m.address, id) }

func (m *TxManager) load() ([]*job, error) {
	var jobs []*job
	err := m.db.Iterate(m.jobPrefix(), nil, func(_, value []byte) error {
		j, err := m.decode(value)
		jobs = append(jobs, j)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load l1 transactions: %w", err)
	}
	return jobs, nil
}

func (m *TxManager) decode(data []byte) (*job, error) {
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("read stored l1 transaction: %w", err)
	}
	j := m.newJob(r)
	for _, raw := range r.Raw {
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(raw); err != nil {
			return nil, fmt.Errorf("read stored l1 transaction: %w", err)
		}
		j.txs = append(j.txs, tx)
	}
	if len(j.txs) == 0 {
		return nil, fmt.Errorf("read stored l1 transaction %q: it is empty", r.Label)
	}
	return j, nil
}

func (m *TxManager) save(j *job) error {
	data, err := json.Marshal(j.record)
	if err != nil {
		return err
	}
	return m.db.SetSync(m.jobKey(j.Nonce), data)
}

func (m *TxManager) drop(j *job) error {
	batch := m.db.NewBatch()
	defer batch.Discard()
	batch.Delete(m.jobKey(j.Nonce))
	return batch.Commit(true)
}
