package rollup

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// InitialBaseFee is the base fee of the genesis block, wei. It is low because a rollup starts empty; EIP-1559 raises it
// by an eighth with every full block.
const InitialBaseFee = 1_000_000

// ErrGenesis is the sentinel of a genesis that this driver cannot run.
var ErrGenesis = errors.New("genesis is not usable")

// requestContracts are where Ethereum's users ask for withdrawals and consolidations of validators (EIP-7002, EIP-7251).
var requestContracts = []common.Address{params.WithdrawalQueueAddress, params.ConsolidationQueueAddress}

// noRequests stands in their place, since a rollup has no validators: it refuses whoever calls it and has nothing to say to
// the system call at the end of a block. So no block of the rollup has execution requests, which are not in its body and
// which a client that is driven by the Engine API has to be told: CALLER == SYSTEM_ADDRESS ? STOP : REVERT.
var noRequests = common.FromHex("3373fffffffffffffffffffffffffffffffffffffffe14601d575f5ffd5b00")

// WithoutRequests reports whether no block of a rollup can have execution requests.
func WithoutRequests(g *core.Genesis) bool {
	for _, at := range requestContracts {
		if !bytes.Equal(g.Alloc[at].Code, noRequests) {
			return false
		}
	}
	return g.Config.DepositContractAddress == (common.Address{})
}

// Genesis makes the genesis of a rollup under Osaka rules, with Ethereum's system contracts besides alloc, and gives its
// block hash, which is what is registered on L1. time is in seconds and is the timestamp of block 0.
func Genesis(chainID, gasLimit uint64, alloc types.GenesisAlloc, time uint64) (*core.Genesis, common.Hash) {
	all := core.SystemContractAllocs()
	for _, at := range requestContracts {
		all[at] = types.Account{Nonce: 1, Code: noRequests, Balance: new(big.Int)}
	}
	maps.Copy(all, alloc)
	g := &core.Genesis{
		Config:     chainConfig(chainID),
		GasLimit:   gasLimit,
		BaseFee:    big.NewInt(InitialBaseFee),
		Difficulty: new(big.Int),
		Alloc:      all,
		Timestamp:  time,
	}
	return g, g.ToBlock().Hash()
}

// chainConfig turns every fork up to Osaka on from block 0.
func chainConfig(chainID uint64) *params.ChainConfig {
	zero := new(big.Int)
	start := func() *uint64 { return new(uint64) }
	return &params.ChainConfig{
		ChainID:                 new(big.Int).SetUint64(chainID),
		HomesteadBlock:          zero,
		EIP150Block:             zero,
		EIP155Block:             zero,
		EIP158Block:             zero,
		ByzantiumBlock:          zero,
		ConstantinopleBlock:     zero,
		PetersburgBlock:         zero,
		IstanbulBlock:           zero,
		MuirGlacierBlock:        zero,
		BerlinBlock:             zero,
		LondonBlock:             zero,
		ArrowGlacierBlock:       zero,
		GrayGlacierBlock:        zero,
		MergeNetsplitBlock:      zero,
		TerminalTotalDifficulty: zero,
		ShanghaiTime:            start(),
		CancunTime:              start(),
		PragueTime:              start(),
		OsakaTime:               start(),
		BlobScheduleConfig: &params.BlobScheduleConfig{
			Cancun: params.DefaultCancunBlobConfig,
			Prague: params.DefaultPragueBlobConfig,
		},
	}
}

// LoadGenesis reads a genesis from a JSON file of geth's form.
func LoadGenesis(path string) (*core.Genesis, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read genesis: %w", err)
	}
	g, err := ParseGenesis(data)
	if err != nil {
		return nil, fmt.Errorf("genesis %s: %w", path, err)
	}
	return g, nil
}

// ParseGenesis reads a genesis in JSON of geth's form, whoever it is from.
func ParseGenesis(data []byte) (*core.Genesis, error) {
	g := new(core.Genesis)
	if err := json.Unmarshal(data, g); err != nil {
		return nil, fmt.Errorf("parse genesis: %w", err)
	}
	return g, checkGenesis(g)
}

// checkGenesis refuses what would make geth stop the process or the builder make blocks that do not import.
func checkGenesis(g *core.Genesis) error {
	switch {
	case g == nil || g.Config == nil:
		return fmt.Errorf("%w: it has no chain configuration", ErrGenesis)
	case g.Config.ChainID == nil || g.Config.ChainID.Sign() <= 0 || !g.Config.ChainID.IsUint64():
		return fmt.Errorf("%w: chainId must be a positive 64-bit number", ErrGenesis)
	case g.Config.TerminalTotalDifficulty == nil || g.Config.TerminalTotalDifficulty.Sign() != 0:
		return fmt.Errorf("%w: terminalTotalDifficulty must be 0", ErrGenesis)
	case g.GasLimit < params.MinGasLimit:
		return fmt.Errorf("%w: gasLimit %d is below %d", ErrGenesis, g.GasLimit, params.MinGasLimit)
	}
	zero := new(big.Int)
	rules := g.Config.Rules(zero, true, g.Timestamp)
	if !rules.IsOsaka || !rules.IsPrague || !rules.IsCancun || !rules.IsShanghai || g.Config.IsAmsterdam(zero, ^uint64(0)) {
		return fmt.Errorf("%w: the fork in force must be Osaka from block 0 on", ErrGenesis)
	}
	if err := g.Config.CheckConfigForkOrder(); err != nil {
		return fmt.Errorf("%w: %w", ErrGenesis, err)
	}
	return nil
}
