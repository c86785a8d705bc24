package main

import (
	"context"
	"fmt"
	"math/big"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/consensus/beacon"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/localnet"
	"github.com/trident-network/trident/node"
)

// rate of a load that was certified.
type rate struct{ transactions, gas float64 }

// replay imports the blocks of a range into a plain geth chain in this process, in memory, and prints what the network
// made of the same blocks in comparison. The chain below the range is imported first.
func (l *load) replay(ctx context.Context, file *localnet.File, from, to uint64, network rate) error {
	description, err := node.LoadNetwork(filepath.Join(file.Operators[0].Home, node.NetworkFile))
	if err != nil {
		return err
	}
	config := core.DefaultConfig()
	config.SlowBlockThreshold, config.SnapshotLimit = -1, 0
	chain, err := core.NewBlockChain(rawdb.NewMemoryDatabase(), description.Rollups[0].Genesis, beacon.New(ethash.NewFaker()), config)
	if err != nil {
		return fmt.Errorf("open plain chain: %w", err)
	}
	defer chain.Stop()
	var blocks types.Blocks
	for number := uint64(1); number <= to; number++ {
		block, err := l.clients[0].BlockByNumber(ctx, new(big.Int).SetUint64(number))
		if err != nil {
			return fmt.Errorf("read block %d: %w", number, err)
		}
		blocks = append(blocks, block)
	}
	if _, err := chain.InsertChain(blocks[:from-1]); err != nil {
		return fmt.Errorf("import the chain below: %w", err)
	}
	var is rate
	begin := time.Now()
	for _, block := range blocks[from-1:] {
		if _, err := chain.InsertChain(types.Blocks{block}); err != nil {
			return fmt.Errorf("import block %d: %w", block.NumberU64(), err)
		}
		is.transactions += float64(len(block.Transactions()))
		is.gas += float64(block.GasUsed())
	}
	took := time.Since(begin).Seconds()
	is.transactions, is.gas = is.transactions/took, is.gas/took
	fmt.Printf("  plain geth imports the same blocks at %.0f transactions/s, %.1f Mgas/s: the network certifies %.0f%% of that\n",
		is.transactions, is.gas/1e6, 100*network.gas/is.gas)
	return nil
}
