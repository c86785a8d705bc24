package deploy

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
)

// Gas limits; what is not used costs nothing. They are given, not estimated: what a transaction builds on may not be
// mined when it is sent. EIP-7825 allows 2^24 for one transaction.
const (
	callGas       = 3_000_000
	creationGas   = 2_000_000
	snapshotGas   = 15_000_000 // grows with the members
	creationBytes = 300        // a byte of code: 200 to store, 16 to send, 2 for init code, the rest for constructors
)

// patience is how long a silent L1 is asked again before its error is the caller's.
const patience = 5 * time.Second

// behind is the pause before a pool that is behind its chain is asked again.
const behind = 20 * time.Millisecond

// chain is an L1 with what is needed to send to it.
type chain struct {
	Backend
	id     *big.Int
	tip    *big.Int
	feeCap *big.Int
}

func connect(ctx context.Context, b Backend) (*chain, error) {
	id, err := b.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("ask l1 for its chain id: %w", err)
	}
	head, err := b.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("ask l1 for its head: %w", err)
	}
	if head.BaseFee == nil {
		return nil, fmt.Errorf("l1 of chain id %d has no base fee: an L1 with Prague rules is needed", id)
	}
	tip := big.NewInt(params.GWei)
	// Full blocks raise the base fee by an eighth each: this holds out for 17 of them.
	feeCap := new(big.Int).Mul(head.BaseFee, big.NewInt(8))
	return &chain{Backend: b, id: id, tip: tip, feeCap: feeCap.Add(feeCap, tip)}, nil
}

// sent is a transaction whose receipt is still awaited.
type sent struct {
	label string
	from  common.Address
	tx    *types.Transaction
}

// sender signs for one account and counts its nonces, so that many transactions can be sent before one is mined.
type sender struct {
	*chain
	key   *ecdsa.PrivateKey
	addr  common.Address
	nonce uint64 // of the next transaction
	known uint64 // transactions below this nonce were sent by an earlier run
	queue []sent
}

// sender starts at the account's next nonce.
func (c *chain) sender(ctx context.Context, key *ecdsa.PrivateKey) (*sender, error) {
	if key == nil {
		return nil, errors.New("account key is missing")
	}
	addr := crypto.PubkeyToAddress(key.PublicKey)
	next, err := c.PendingNonceAt(ctx, addr)
	if err != nil {
		return nil, fmt.Errorf("ask l1 for nonce of %s: %w", addr, err)
	}
	return &sender{chain: c, key: key, addr: addr, nonce: next, known: next}, nil
}

// send signs and sends one transaction, unless an earlier run has already sent the one with this nonce.
func (s *sender) send(ctx context.Context, label string, to *common.Address, data []byte, gas uint64) error {
	return s.pay(ctx, label, to, data, gas, new(big.Int))
}

func (s *sender) pay(ctx context.Context, label string, to *common.Address, data []byte, gas uint64, value *big.Int) error {
	nonce := s.nonce
	s.nonce++
	if nonce < s.known {
		return nil
	}
	tx, err := types.SignNewTx(s.key, types.LatestSignerForChainID(s.id), &types.DynamicFeeTx{
		ChainID: s.id, Nonce: nonce, To: to, Data: data, Gas: gas, Value: value, GasTipCap: s.tip, GasFeeCap: s.feeCap})
	if err != nil {
		return fmt.Errorf("sign %s: %w", label, err)
	}
	if err := s.submit(ctx, tx); err != nil {
		return fmt.Errorf("send %s: %w", label, reason(err))
	}
	s.queue = append(s.queue, sent{label, s.addr, tx})
	return nil
}

// submit hands a transaction to the L1. Its pool may be a block behind what the L1 has told, and call an account empty that
// was paid in the newest one: then it is asked again.
func (s *sender) submit(ctx context.Context, tx *types.Transaction) error {
	deadline := time.Now().Add(patience)
	for {
		err := s.SendTransaction(ctx, tx)
		if err == nil || !strings.Contains(err.Error(), core.ErrInsufficientFunds.Error()) || time.Now().After(deadline) {
			return err // by JSON-RPC an error is its text
		}
		have, asked := s.BalanceAt(ctx, s.addr, nil)
		if asked != nil || have.Cmp(tx.Cost()) < 0 {
			return err
		}
		select {
		case <-time.After(behind):
		case <-ctx.Done():
			return err
		}
	}
}

// create sends a contract creation and returns the address that it will have.
func (s *sender) create(ctx context.Context, label string, meta *bind.MetaData, args ...any) (common.Address, error) {
	parsed, err := meta.GetAbi()
	if err != nil {
		return common.Address{}, fmt.Errorf("read abi of %s: %w", label, err)
	}
	packed, err := parsed.Pack("", args...)
	if err != nil {
		return common.Address{}, fmt.Errorf("encode constructor of %s: %w", label, err)
	}
	at := crypto.CreateAddress(s.addr, s.nonce)
	code := append(common.FromHex(meta.Bin), packed...)
	return at, s.send(ctx, "create "+label, nil, code, creationGas+creationBytes*uint64(len(code)))
}

// call sends a call of a contract's method.
func (s *sender) call(ctx context.Context, c contract, method string, args ...any) error {
	data, err := c.abi.Pack(method, args...)
	if err != nil {
		return fmt.Errorf("encode %s.%s: %w", c.name, method, err)
	}
	return s.send(ctx, c.name+"."+method, &c.at, data, callGas)
}

// flush waits for all that the senders sent and reports the first that reverted.
func (c *chain) flush(ctx context.Context, senders ...*sender) error {
	for _, s := range senders {
		queue := s.queue
		s.queue = nil
		for _, q := range queue {
			if _, err := c.receipt(ctx, q); err != nil {
				return err
			}
		}
		if err := c.mined(ctx, s.addr, s.known); err != nil {
			return err
		}
	}
	return nil
}

// receipt waits until the transaction is mined and explains a revert.
func (c *chain) receipt(ctx context.Context, q sent) (*types.Receipt, error) {
	var r *types.Receipt
	err := c.wait(ctx, q.label, func() (bool, error) {
		var err error
		r, err = c.TransactionReceipt(ctx, q.tx.Hash())
		if errors.Is(err, ethereum.NotFound) {
			return false, nil
		}
		return err == nil, err
	})
	if err != nil {
		return nil, err
	}
	if r.Status == types.ReceiptStatusSuccessful {
		return r, nil
	}
	// The state it failed on is gone with the block; the one before is close enough to repeat it as a call.
	at := new(big.Int).Sub(r.BlockNumber, common.Big1)
	msg := ethereum.CallMsg{From: q.from, To: q.tx.To(), Data: q.tx.Data(), Gas: q.tx.Gas(), Value: q.tx.Value()}
	for _, block := range []*big.Int{r.BlockNumber, at} {
		if _, err := c.CallContract(ctx, msg, block); err != nil {
			return r, fmt.Errorf("%s reverted in block %d: %w", q.label, r.BlockNumber, reason(err))
		}
	}
	return r, fmt.Errorf("%s reverted in block %d (gas used %d of %d)", q.label, r.BlockNumber, r.GasUsed, q.tx.Gas())
}

// mined waits until the account's transactions below the nonce are in blocks.
func (c *chain) mined(ctx context.Context, account common.Address, nonce uint64) error {
	return c.wait(ctx, "transactions of "+account.Hex(), func() (bool, error) {
		n, err := c.NonceAt(ctx, account, nil)
		return n >= nonce, err
	})
}

// wait polls until done, the context ends, or the L1 has given nothing but errors for a while.
func (c *chain) wait(ctx context.Context, what string, done func() (bool, error)) error {
	ticker := time.NewTicker(poll)
	defer ticker.Stop()
	var failing time.Time
	for {
		ok, err := done()
		switch {
		case ok:
			return nil
		case err == nil:
			failing = time.Time{}
		case failing.IsZero():
			failing = time.Now()
		case time.Since(failing) > patience:
			return fmt.Errorf("wait for %s: %w", what, err)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for %s to be mined: %w", what, ctx.Err())
		case <-ticker.C:
		}
	}
}

// Advance waits until the L1 has mined the block. An L1 that mines only when it has something to mine is given something
// by the payer.
func Advance(ctx context.Context, b Backend, payer *ecdsa.PrivateKey, block uint64) error {
	c, err := connect(ctx, b)
	if err != nil {
		return err
	}
	s, err := c.sender(ctx, payer)
	if err != nil {
		return err
	}
	for {
		head, err := s.BlockNumber(ctx)
		if err != nil {
			return fmt.Errorf("ask l1 for its head: %w", err)
		}
		if head >= block {
			return nil
		}
		if err := s.send(ctx, "advance l1", &s.addr, nil, params.TxGas); err != nil {
			return err
		}
		if err := s.flush(ctx, s); err != nil {
			return err
		}
	}
}

// contract is an address with the ABI to use on it: behind a proxy, that of the implementation.
type contract struct {
	name string
	at   common.Address
	abi  *abi.ABI
}

func (a Addresses) contract(name string, meta *bind.MetaData) (contract, error) {
	at, ok := a[name]
	if !ok {
		return contract{}, fmt.Errorf("address of contract %s is not known", name)
	}
	parsed, err := meta.GetAbi()
	if err != nil {
		return contract{}, fmt.Errorf("read abi of %s: %w", name, err)
	}
	return contract{name, at, parsed}, nil
}

// read calls a view method and returns its first result.
func read[T any](ctx context.Context, b Backend, c contract, method string, args ...any) (T, error) {
	var zero T
	data, err := c.abi.Pack(method, args...)
	if err != nil {
		return zero, fmt.Errorf("encode %s.%s: %w", c.name, method, err)
	}
	out, err := b.CallContract(ctx, ethereum.CallMsg{To: &c.at, Data: data}, nil)
	if err != nil {
		return zero, fmt.Errorf("call %s.%s: %w", c.name, method, reason(err))
	}
	values, err := c.abi.Unpack(method, out)
	if err != nil {
		return zero, fmt.Errorf("decode %s.%s: %w", c.name, method, err)
	}
	return *abi.ConvertType(values[0], new(T)).(*T), nil
}
