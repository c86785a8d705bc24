package l1

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
)

// ErrReverted is the sentinel of a transaction that was refused in simulation or reverted on chain.
var ErrReverted = errors.New("transaction reverts")

// Call is one transaction to send.
type Call struct {
	// ID makes sending idempotent: a call with an ID that was sent before, by this process or an earlier one, waits for
	// that transaction instead of sending another. Empty means always new.
	ID    string
	Label string // for logs and errors, such as "take snapshot of set 0"
	To    common.Address
	Data  []byte
	Value *big.Int
}

// TxOptions tune a TxManager; the zero value takes the defaults.
type TxOptions struct {
	Poll          time.Duration // between looks at receipts; 250 ms
	BumpAfter     time.Duration // unmined for so long: raise the fee; 15 s
	Confirmations uint64        // blocks on top before a transaction counts as done; 1
	MaxFee        *big.Int      // most that is paid for a unit of gas, wei; 500 gwei
}

func (o TxOptions) withDefaults() TxOptions {
	if o.Poll == 0 {
		o.Poll = 250 * time.Millisecond
	}
	if o.BumpAfter == 0 {
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

// TxManager sends transactions of one account. Nobody else may send from that account meanwhile.
type TxManager struct {
	client  *Client
	key     *ecdsa.PrivateKey
	address common.Address
	signer  types.Signer
	db      *store.Space
	clock   clock.Clock
	log     *slog.Logger
	options TxOptions

	mu      sync.Mutex // guards nonce and the order of broadcasts
	nonce   uint64
	started bool
}

// NewTxManager makes a manager whose pending transactions live in db.
func NewTxManager(client *Client, key *ecdsa.PrivateKey, db *store.Space, clk clock.Clock, log *slog.Logger, options TxOptions) *TxManager {
	return &TxManager{client: client, key: key, address: crypto.PubkeyToAddress(key.PublicKey),
		signer: types.LatestSignerForChainID(new(big.Int).SetUint64(client.NetworkID())),
		db:     db, clock: clk, log: log, options: options.withDefaults()}
}

// Address is the sending account.
func (m *TxManager) Address() common.Address { return m.address }

// pending is what is kept of a transaction until it is buried: enough to send exactly it again.
type pending struct {
	Label string         `json:"label"`
	Raw   [][]byte       `json:"raw"` // the transaction and its fee bumps, oldest first, one nonce
	To    common.Address `json:"to"`
}

// Send simulates, signs, persists and broadcasts the call, and returns its receipt when it is buried under the wanted
// confirmations. A simulated or mined revert is ErrReverted. When ctx ends first, the transaction stays pending under
// its ID and a later Send with the same ID picks it up.
func (m *TxManager) Send(ctx context.Context, c Call) (*types.Receipt, error) {
	p, resumed, err := m.resume(c)
	if err != nil {
		return nil, err
	}
	if !resumed {
		if p, err = m.create(ctx, c); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Label, err)
		}
	}
	receipt, err := m.follow(ctx, c, p)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Label, err)
	}
	if c.ID != "" {
		if err := m.db.Delete(key(c.ID)); err != nil {
			return nil, fmt.Errorf("%s: forget pending transaction: %w", c.Label, err)
		}
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return receipt, fmt.Errorf("%s: %w: mined in block %d as %s", c.Label, ErrReverted, receipt.BlockNumber, receipt.TxHash)
	}
	return receipt, nil
}

func key(id string) []byte { return []byte("tx/" + id) }

func (m *TxManager) resume(c Call) (pending, bool, error) {
	var p pending
	if c.ID == "" {
		return p, false, nil
	}
	data, ok, err := m.db.Get(key(c.ID))
	if err != nil || !ok {
		return p, false, err
	}
	if err := json.Unmarshal(data, &p); err != nil {
		return p, false, fmt.Errorf("read pending transaction %q: %w", c.ID, err)
	}
	return p, true, nil
}

func (m *TxManager) save(c Call, p pending) error {
	if c.ID == "" {
		return nil
	}
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return m.db.SetSync(key(c.ID), data)
}

// create signs the first transaction of a call. It is saved before it is broadcast: a crash between the two leads to
// the same bytes being sent again, never to a second transaction.
func (m *TxManager) create(ctx context.Context, c Call) (pending, error) {
	msg := ethereum.CallMsg{From: m.address, To: &c.To, Data: c.Data, Value: c.Value}
	gas, err := m.client.EstimateGas(ctx, msg)
	if err != nil {
		return pending{}, fmt.Errorf("simulate: %w", explain(err))
	}
	tip, fee, err := m.fees(ctx)
	if err != nil {
		return pending{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.sign(ctx, c, gas+gas/5, tip, fee)
}

// sign gives the call a nonce, saves it and broadcasts it. m.mu is held.
func (m *TxManager) sign(ctx context.Context, c Call, gas uint64, tip, fee *big.Int) (pending, error) {
	next, err := m.client.PendingNonceAt(ctx, m.address)
	if err != nil {
		return pending{}, fmt.Errorf("read nonce: %w", err)
	}
	if !m.started || next > m.nonce {
		m.nonce, m.started = next, true
	}
	value := c.Value
	if value == nil {
		value = new(big.Int)
	}
	tx, err := types.SignNewTx(m.key, m.signer, &types.DynamicFeeTx{ChainID: m.signer.ChainID(), Nonce: m.nonce, To: &c.To,
		Data: c.Data, Value: value, Gas: gas, GasTipCap: tip, GasFeeCap: fee})
	if err != nil {
		return pending{}, fmt.Errorf("sign: %w", err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return pending{}, err
	}
	p := pending{Label: c.Label, Raw: [][]byte{raw}, To: c.To}
	if err := m.save(c, p); err != nil {
		return pending{}, fmt.Errorf("save: %w", err)
	}
	if err := m.broadcast(ctx, tx); err != nil {
		return pending{}, err
	}
	m.nonce++
	return p, nil
}

// fees are a tip and a fee cap that covers two doublings of the base fee.
func (m *TxManager) fees(ctx context.Context) (tip, fee *big.Int, err error) {
	if tip, err = m.client.SuggestGasTipCap(ctx); err != nil {
		return nil, nil, fmt.Errorf("suggest tip: %w", err)
	}
	head, err := m.client.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("read l1 head: %w", err)
	}
	fee = new(big.Int).Set(tip)
	if head.BaseFee != nil {
		fee.Add(fee, new(big.Int).Mul(head.BaseFee, big.NewInt(4)))
	}
	if fee.Cmp(m.options.MaxFee) > 0 {
		fee.Set(m.options.MaxFee)
	}
	if tip.Cmp(fee) > 0 {
		tip = new(big.Int).Set(fee)
	}
	return tip, fee, nil
}

func (m *TxManager) broadcast(ctx context.Context, tx *types.Transaction) error {
	err := m.client.SendTransaction(ctx, tx)
	if err == nil || isKnown(err) {
		return nil
	}
	return fmt.Errorf("broadcast %s: %w", tx.Hash(), err)
}

// isKnown says that the node has the transaction, or one of its nonce was mined, which following will find. JSON-RPC
// carries only texts, so geth's own are compared.
func isKnown(err error) bool {
	for _, known := range []error{txpool.ErrAlreadyKnown, core.ErrNonceTooLow} {
		if containsText(err, known) {
			return true
		}
	}
	return false
}

// follow watches all transactions of p until one is buried. It sends them again when the node has lost them (restart,
// reorg) and bumps the fee when they wait too long.
func (m *TxManager) follow(ctx context.Context, c Call, p pending) (*types.Receipt, error) {
	since := m.clock.Now()
	for {
		receipt, err := m.buried(ctx, p)
		if err != nil || receipt != nil {
			return receipt, err
		}
		if err := clock.Sleep(ctx, m.clock, m.options.Poll); err != nil {
			return nil, err
		}
		if m.clock.Now().Sub(since) < m.options.BumpAfter {
			continue
		}
		since = m.clock.Now()
		if p, err = m.push(ctx, c, p); err != nil {
			m.log.Warn("l1 transaction waits", "what", c.Label, "err", err)
		}
	}
}

// buried returns the receipt of whichever transaction of p is mined deep enough; nil if none is.
func (m *TxManager) buried(ctx context.Context, p pending) (*types.Receipt, error) {
	for _, raw := range p.Raw {
		var tx types.Transaction
		if err := tx.UnmarshalBinary(raw); err != nil {
			return nil, fmt.Errorf("read pending transaction: %w", err)
		}
		receipt, err := m.client.TransactionReceipt(ctx, tx.Hash())
		if err != nil { // not found, still being indexed, or the node is away: look again later
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			continue
		}
		head, err := m.client.BlockNumber(ctx)
		if err != nil {
			return nil, ctx.Err()
		}
		if head+1 >= receipt.BlockNumber.Uint64()+m.options.Confirmations {
			return receipt, nil
		}
	}
	return nil, nil
}

// push sends the newest transaction of p again and, when it is known but not mined, one with a fee raised by an eighth.
func (m *TxManager) push(ctx context.Context, c Call, p pending) (pending, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var last types.Transaction
	if err := last.UnmarshalBinary(p.Raw[len(p.Raw)-1]); err != nil {
		return p, err
	}
	if _, _, err := m.client.TransactionByHash(ctx, last.Hash()); errors.Is(err, ethereum.NotFound) {
		return m.again(ctx, c, p, &last)
	}
	raise := func(v *big.Int) *big.Int {
		return new(big.Int).Add(v, new(big.Int).Add(new(big.Int).Rsh(v, 3), big.NewInt(1)))
	}
	fee := raise(last.GasFeeCap())
	if fee.Cmp(m.options.MaxFee) > 0 {
		return p, fmt.Errorf("fee cap %s is above the most we pay, %s wei", fee, m.options.MaxFee)
	}
	tx, err := types.SignNewTx(m.key, m.signer, &types.DynamicFeeTx{ChainID: m.signer.ChainID(), Nonce: last.Nonce(), To: last.To(),
		Data: last.Data(), Value: last.Value(), Gas: last.Gas(), GasTipCap: raise(last.GasTipCap()), GasFeeCap: fee})
	if err != nil {
		return p, fmt.Errorf("sign: %w", err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return p, err
	}
	p.Raw = append(p.Raw, raw)
	if err := m.save(c, p); err != nil {
		return p, fmt.Errorf("save: %w", err)
	}
	m.log.Info("l1 transaction fee raised", "what", c.Label, "tx", tx.Hash(), "fee_cap", fee)
	return p, m.broadcast(ctx, tx)
}

// again deals with a transaction that the node does not know: the same bytes, unless another transaction of the account
// has taken their nonce meanwhile (a crash came between saving and sending), which leaves them without effect for ever.
// m.mu is held.
func (m *TxManager) again(ctx context.Context, c Call, p pending, last *types.Transaction) (pending, error) {
	mined, err := m.client.NonceAt(ctx, m.address, nil)
	if err != nil {
		return p, fmt.Errorf("read nonce: %w", err)
	}
	if mined <= last.Nonce() {
		m.log.Info("l1 transaction sent again", "what", c.Label, "tx", last.Hash())
		return p, m.broadcast(ctx, last)
	}
	if receipt, err := m.buried(ctx, p); err != nil || receipt != nil {
		return p, err // it was mined this moment; follow finds it
	}
	m.log.Info("l1 transaction lost its nonce, signed anew", "what", c.Label, "nonce", last.Nonce())
	return m.sign(ctx, c, last.Gas(), last.GasTipCap(), last.GasFeeCap())
}
