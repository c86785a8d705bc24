package devl1

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// genesisFile stands beside the chain data: a restart has to present the very genesis that the chain began with.
const genesisFile = "genesis.json"

// genesisAge is how far in the past a new chain begins, so that the blocks of its set-up fit before the clock.
const genesisAge = time.Hour

// chainConfig has the rules of Ethereum after Osaka, and none that mainnet does not have.
func chainConfig(chainID uint64) *params.ChainConfig {
	c := *params.AllDevChainProtocolChanges
	genesis := uint64(0)
	c.ChainID = new(big.Int).SetUint64(chainID)
	c.PragueTime, c.OsakaTime = &genesis, &genesis
	c.BogotaTime = nil
	return &c
}

func newGenesis(opt Options, now time.Time) *core.Genesis {
	alloc := types.GenesisAlloc{}
	maps.Copy(alloc, core.SystemContractAllocs())
	maps.Copy(alloc, opt.Alloc)
	return &core.Genesis{
		Config:     chainConfig(opt.ChainID),
		Timestamp:  uint64(now.Add(-genesisAge).Unix()),
		GasLimit:   opt.GasLimit,
		BaseFee:    big.NewInt(params.GWei),
		Difficulty: new(big.Int),
		Alloc:      alloc,
	}
}

// loadGenesis reads the genesis of the directory, or makes one and stores it before the chain exists.
func loadGenesis(opt Options) (*core.Genesis, error) {
	if opt.DataDir == "" {
		return newGenesis(opt, time.Now()), nil
	}
	path := filepath.Join(opt.DataDir, genesisFile)
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return storeGenesis(path, newGenesis(opt, time.Now()))
	case err != nil:
		return nil, fmt.Errorf("read l1 genesis: %w", err)
	}
	g := new(core.Genesis)
	if err := json.Unmarshal(data, g); err != nil {
		return nil, fmt.Errorf("read l1 genesis %s: %w: the file is damaged, choose another directory", path, err)
	}
	if g.Config == nil || g.Config.ChainID == nil || g.Config.ChainID.Cmp(new(big.Int).SetUint64(opt.ChainID)) != 0 {
		return nil, fmt.Errorf("l1 directory %s holds %w: it is not of chain id %d, choose its chain id or another directory", opt.DataDir, ErrOtherChain, opt.ChainID)
	}
	return g, nil
}

func storeGenesis(path string, g *core.Genesis) (*core.Genesis, error) {
	data, err := json.Marshal(g)
	if err != nil {
		return nil, fmt.Errorf("encode l1 genesis: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("create l1 directory: %w", err)
	}
	if err := writeAtomic(path, data); err != nil {
		return nil, fmt.Errorf("store l1 genesis: %w", err)
	}
	return g, nil
}
