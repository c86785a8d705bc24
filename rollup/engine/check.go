package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// call is a transaction as eth_simulateV1 takes it.
type call struct {
	From           common.Address               `json:"from"`
	To             *common.Address              `json:"to,omitempty"`
	Gas            hexutil.Uint64               `json:"gas"`
	GasPrice       *hexutil.Big                 `json:"gasPrice,omitempty"`
	FeeCap         *hexutil.Big                 `json:"maxFeePerGas,omitempty"`
	TipCap         *hexutil.Big                 `json:"maxPriorityFeePerGas,omitempty"`
	Value          *hexutil.Big                 `json:"value"`
	Nonce          hexutil.Uint64               `json:"nonce"`
	Input          hexutil.Bytes                `json:"input"`
	AccessList     *types.AccessList            `json:"accessList,omitempty"`
	Authorizations []types.SetCodeAuthorization `json:"authorizationList,omitempty"`
}

func callOf(tx *types.Transaction, from common.Address) call {
	c := call{From: from, To: tx.To(), Gas: hexutil.Uint64(tx.Gas()), Value: (*hexutil.Big)(tx.Value()), Nonce: hexutil.Uint64(tx.Nonce()),
		Input: tx.Data(), Authorizations: tx.SetCodeAuthorizations()}
	if tx.Type() != types.LegacyTxType {
		list := tx.AccessList()
		c.AccessList = &list
	}
	switch tx.Type() {
	case types.LegacyTxType, types.AccessListTxType:
		c.GasPrice = (*hexutil.Big)(tx.GasPrice())
	default:
		c.FeeCap, c.TipCap = (*hexutil.Big)(tx.GasFeeCap()), (*hexutil.Big)(tx.GasTipCap())
	}
	return c
}

// overrides are a block's fields as eth_simulateV1 takes them.
type overrides struct {
	Time         hexutil.Uint64      `json:"time"`
	GasLimit     hexutil.Uint64      `json:"gasLimit"`
	FeeRecipient common.Address      `json:"feeRecipient"`
	PrevRandao   common.Hash         `json:"prevRandao"`
	BaseFee      *hexutil.Big        `json:"baseFeePerGas"`
	BeaconRoot   common.Hash         `json:"beaconRoot"`
	Withdrawals  []*types.Withdrawal `json:"withdrawals"`
}

type simulated struct {
	Overrides overrides `json:"blockOverrides"`
	Calls     []call    `json:"calls"`
}

type simulation struct {
	Blocks     []simulated `json:"blockStateCalls"`
	Validation bool        `json:"validation"`
}

// Applicable has the client simulate the transactions on the parent, one more each time, with every check that a block's
// transactions get.
func (d *Driver) Applicable(ctx context.Context, r avs.BuildRequest, transactions [][]byte) ([]int, error) {
	parent, err := d.byHash(ctx, r.Parent)
	if err != nil {
		return nil, fmt.Errorf("try forced transactions: %w: %w", avs.ErrUnknownParent, err)
	}
	limit := d.cfg.Genesis.GasLimit
	head := parent.header()
	head.Number.Add(head.Number, common.Big1)
	head.Time, head.GasLimit = r.Timestamp, limit
	head.BaseFee = eip1559.CalcBaseFee(d.cfg.Genesis.Config, parent.header())
	s := simulated{Overrides: overrides{Time: hexutil.Uint64(r.Timestamp), GasLimit: hexutil.Uint64(limit), FeeRecipient: r.FeeRecipient, PrevRandao: r.Random,
		BaseFee: (*hexutil.Big)(head.BaseFee), BeaconRoot: r.BeaconRoot, Withdrawals: []*types.Withdrawal{}}}
	room := rollup.RoomFor(r.MaxBytes, 0)
	var applied []int
	for i, data := range transactions {
		tx, from, ok := d.admissible(data, head)
		if !ok || tx.Gas() > limit/avs.ForcedGasShare || rollup.SizeOf(tx) > room {
			continue
		}
		try := s
		try.Calls = append(slices.Clone(s.Calls), callOf(tx, from))
		if ok, err := d.simulate(ctx, r.Parent, try); err != nil {
			return nil, fmt.Errorf("try forced transactions on %s: %w", r.Parent, err)
		} else if ok {
			s, room, applied = try, room-rollup.SizeOf(tx), append(applied, i)
		}
	}
	return applied, nil
}

// admissible reads a transaction and checks what does not depend on the state.
func (d *Driver) admissible(data []byte, head *types.Header) (*types.Transaction, common.Address, bool) {
	tx, err := rollup.DecodeTransaction(data)
	if err != nil {
		return nil, common.Address{}, false
	}
	rules := txpool.ValidationOptions{Config: d.cfg.Genesis.Config, MaxSize: rollup.MaxBodyBytes, MinTip: new(big.Int),
		Accept: 1<<types.LegacyTxType | 1<<types.AccessListTxType | 1<<types.DynamicFeeTxType | 1<<types.SetCodeTxType}
	if txpool.ValidateTransaction(tx, head, d.signer, &rules) != nil {
		return nil, common.Address{}, false
	}
	from, err := types.Sender(d.signer, tx)
	return tx, from, err == nil
}

// refusals are the codes of eth_simulateV1 for a transaction that a block cannot have: its nonce, its fee cap, its sender's
// balance, and a sender with code.
var refusals = []int{-38010, -38011, -38012, -38013, -38014, -38015, -38024, -38025}

func (d *Driver) simulate(ctx context.Context, parent common.Hash, s simulated) (ok bool, err error) {
	var result []struct{}
	err = d.rpc.call(ctx, &result, "eth_simulateV1", simulation{[]simulated{s}, true}, parent)
	if c, said := code(err); said && slices.Contains(refusals, c) {
		return false, nil
	}
	return err == nil, err
}

// Includable are those of the transactions that a block could have held besides what it holds, by the rule of the embedded
// client.
func (d *Driver) Includable(ctx context.Context, hash common.Hash, maxBytes int, transactions []common.Hash) ([]common.Hash, error) {
	var b *struct {
		block
		Transactions []*types.Transaction `json:"transactions"`
	}
	if err := d.rpc.call(ctx, &b, "eth_getBlockByHash", hash, true); err != nil {
		return nil, fmt.Errorf("look for left out transactions: %w", err)
	}
	if b == nil {
		return nil, fmt.Errorf("look for left out transactions: %w: %s", rollup.ErrUnknownBlock, hash)
	}
	pooled, err := d.pooled(ctx, transactions)
	if err != nil || len(pooled) == 0 {
		return nil, err
	}
	end := rollup.EndOf(b.BaseFee.ToInt(), uint64(b.GasLimit-b.GasUsed), b.Transactions, len(b.Withdrawals), maxBytes)
	accounts, err := d.accounts(ctx, hash, pooled)
	if err != nil {
		return nil, fmt.Errorf("look for left out transactions of %s: %w", hash, err)
	}
	var out []common.Hash
	for i, tx := range pooled {
		a := accounts[i]
		for _, w := range b.Withdrawals { // they are credited after the last transaction
			if w.Address == a.address {
				a.balance.ToInt().Sub(a.balance.ToInt(), rollup.WeiOf(w))
			}
		}
		if end.Admits(tx, uint64(a.nonce), a.balance.ToInt(), a.code) {
			out = append(out, tx.Hash())
		}
	}
	return out, nil
}

// pooled are those of the transactions that the client has in its pool.
func (d *Driver) pooled(ctx context.Context, hashes []common.Hash) ([]*types.Transaction, error) {
	calls, found := make([]rpc.BatchElem, len(hashes)), make([]pooledTx, len(hashes))
	for i, h := range hashes {
		calls[i] = rpc.BatchElem{Method: "eth_getTransactionByHash", Args: []any{h}, Result: &found[i]}
	}
	if err := d.rpc.batch(ctx, calls); err != nil {
		return nil, fmt.Errorf("look for left out transactions: %w", err)
	}
	var out []*types.Transaction
	for i, f := range found {
		if calls[i].Error == nil && f.tx != nil {
			out = append(out, f.tx)
		}
	}
	return out, nil
}

// pooledTx is a transaction that is in no block yet.
type pooledTx struct{ tx *types.Transaction }

// UnmarshalJSON reads what eth_getTransactionByHash answers.
func (p *pooledTx) UnmarshalJSON(text []byte) error {
	var at *struct {
		BlockHash *common.Hash `json:"blockHash"`
	}
	if err := json.Unmarshal(text, &at); err != nil || at == nil || at.BlockHash != nil {
		return err
	}
	p.tx = new(types.Transaction)
	return p.tx.UnmarshalJSON(text)
}

// account is a sender at the end of a block.
type account struct {
	address common.Address
	nonce   hexutil.Uint64
	balance hexutil.Big
	code    hexutil.Bytes
}

// accounts reads the senders of the transactions at a block, canonical or not.
func (d *Driver) accounts(ctx context.Context, at common.Hash, txs []*types.Transaction) ([]account, error) {
	accounts, calls := make([]account, len(txs)), make([]rpc.BatchElem, 0, 3*len(txs))
	for i, tx := range txs {
		a := &accounts[i]
		from, err := types.Sender(d.signer, tx)
		if err != nil {
			return nil, err
		}
		a.address = from
		for method, result := range map[string]any{"eth_getTransactionCount": &a.nonce, "eth_getBalance": &a.balance, "eth_getCode": &a.code} {
			calls = append(calls, rpc.BatchElem{Method: method, Args: []any{from, rpc.BlockNumberOrHashWithHash(at, false)}, Result: result})
		}
	}
	if err := d.rpc.batch(ctx, calls); err != nil {
		return nil, err
	}
	for _, c := range calls {
		if c.Error != nil {
			return nil, fmt.Errorf("%s: %w", c.Method, c.Error)
		}
	}
	return accounts, nil
}
