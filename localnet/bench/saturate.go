package main

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/localnet"
)

const (
	// saturateCount transactions of saturateGas each keep an operator busy for a while with nothing but execution: transfers
	// cost their senders, RPC and pool more than the chain, and blocks that come once a second hold only so much of their gas.
	saturateCount = 80
	saturateGas   = 10_000_000
)

// saturate sends what is slow to execute, all at once, and compares what becomes of it with plain geth.
func (l *load) saturate(ctx context.Context, w *watcher, file *localnet.File) error {
	var batch []rpc.BatchElem
	var hashes []common.Hash
	for i := range saturateCount {
		from := i % len(l.keys)
		code, err := recoveries(i)
		if err != nil {
			return err
		}
		tx, err := types.SignNewTx(l.keys[from], l.signer, &types.DynamicFeeTx{ChainID: l.chainID, Nonce: l.nonces[from], Value: new(big.Int),
			Gas: saturateGas, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(1000 * params.GWei), Data: code})
		if err != nil {
			return err
		}
		l.nonces[from]++
		raw, err := tx.MarshalBinary()
		if err != nil {
			return err
		}
		batch = append(batch, rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{hexutil.Bytes(raw)}, Result: new(common.Hash)})
		hashes = append(hashes, tx.Hash())
	}
	before, err := readFigures(ctx, file)
	if err != nil {
		return err
	}
	head, err := l.clients[0].BlockNumber(ctx)
	if err != nil {
		return fmt.Errorf("read head: %w", err)
	}
	start := time.Now()
	if err := l.raw[0].BatchCallContext(ctx, batch); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	for _, e := range batch {
		if e.Error != nil {
			return fmt.Errorf("send: %w", e.Error)
		}
	}
	return l.report(ctx, w, heavyRun{what: fmt.Sprintf("%d transactions of %d Mgas at once", saturateCount, saturateGas/1_000_000), stage: "saturated",
		from: head + 1, start: start, sentAt: []time.Time{start}, hashes: [][]common.Hash{hashes}, file: file, before: before})
}

// recoveries is init code that recovers signers until its gas is used up: of one signature over a hash that is counted up, so
// that no result is known from before.
func recoveries(n int) ([]byte, error) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("bench")))
	if err != nil {
		return nil, err
	}
	digest := crypto.Keccak256([]byte{byte(n), byte(n >> 8)})
	sig, err := crypto.Sign(digest, key)
	if err != nil {
		return nil, err
	}
	var code []byte
	for at, word := range [][]byte{digest, common.LeftPadBytes([]byte{27 + sig[64]}, 32), sig[:32], sig[32:64]} {
		code = append(append(code, byte(vm.PUSH32)), word...)
		code = append(code, byte(vm.PUSH1), byte(32*at), byte(vm.MSTORE))
	}
	loop := byte(len(code)) // four words of 36 bytes: below 256
	code = append(code, byte(vm.JUMPDEST), byte(vm.PUSH1), 1, byte(vm.PUSH1), 0, byte(vm.MLOAD), byte(vm.ADD), byte(vm.PUSH1), 0, byte(vm.MSTORE))
	return append(code, byte(vm.PUSH1), 32, byte(vm.PUSH1), 128, byte(vm.PUSH1), 128, byte(vm.PUSH1), 0, byte(vm.PUSH1), 1,
		byte(vm.GAS), byte(vm.STATICCALL), byte(vm.POP), byte(vm.PUSH1), loop, byte(vm.JUMP)), nil
}
