package node

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/internal/clock"
)

// genesis finds the genesis of the rollup. Block 1 is certified and names its parent: that is the hash which the genesis
// must have, wherever its JSON comes from. Found once, it is kept.
func (f *Follower) genesis(ctx context.Context) (*core.Genesis, error) {
	checker, err := client.NewChecker(ctx, f.trust, f.config.Rollup, 0, f.config.From...)
	if err != nil {
		return nil, fmt.Errorf("find rollup: %w", err)
	}
	defer checker.Close()
	f.rollup = checker.Rollup().Hex()
	kept := f.home.Data("follower", f.rollup, "genesis.json")
	if data, err := os.ReadFile(kept); err == nil {
		return decodeGenesis(data)
	}
	hash, err := f.genesisHash(ctx, checker)
	if err != nil {
		return nil, err
	}
	data, err := f.findGenesis(ctx, hash)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(kept), 0o700); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	if err := writeFile(kept, data); err != nil {
		return nil, err
	}
	return decodeGenesis(data)
}

// genesisHash waits for the certificate of block 1.
func (f *Follower) genesisHash(ctx context.Context, checker *client.Checker) (common.Hash, error) {
	for told := false; ; told = true {
		var failed []error
		for _, s := range f.peers.list {
			c, err := s.Certificate(ctx, f.rollup, client.Number(1))
			if err == nil {
				if _, err = checker.CheckJSON(ctx, c); err == nil {
					return c.Claim.ParentHash, nil
				}
			}
			failed = append(failed, fmt.Errorf("%s: %w", s.URL(), err))
		}
		if ctx.Err() != nil {
			return common.Hash{}, ctx.Err()
		}
		if !told {
			f.log.Info("waiting for the certificate of block 1, which tells the genesis", "err", errors.Join(failed...))
		}
		if err := clock.Sleep(ctx, f.clock, f.stall); err != nil {
			return common.Hash{}, err
		}
	}
}

// findGenesis looks in the home, then asks the operators.
func (f *Follower) findGenesis(ctx context.Context, hash common.Hash) ([]byte, error) {
	if f.network != nil {
		for _, r := range f.network.Rollups {
			if r.Genesis != nil && r.Genesis.ToBlock().Hash() == hash {
				return json.Marshal(r.Genesis)
			}
		}
	}
	if data, err := os.ReadFile(filepath.Join(f.home.Path, "genesis", hash.Hex()+".json")); err == nil {
		return data, hasHash(data, hash)
	}
	var failed []error
	for _, s := range f.peers.list {
		data, err := s.RollupGenesis(ctx, f.rollup)
		if err == nil {
			if err = hasHash(data, hash); err == nil {
				return data, nil
			}
		}
		failed = append(failed, fmt.Errorf("%s: %w", s.URL(), err))
	}
	return nil, fmt.Errorf("no operator gave the genesis %s: %w; put it into the home as genesis/%s.json", hash, errors.Join(failed...), hash)
}

func decodeGenesis(data []byte) (*core.Genesis, error) {
	g := new(core.Genesis)
	if err := json.Unmarshal(data, g); err != nil {
		return nil, fmt.Errorf("read genesis: %w", err)
	}
	if g.Config == nil {
		return nil, errors.New("read genesis: it has no chain configuration")
	}
	return g, nil
}

func hasHash(data []byte, hash common.Hash) error {
	g, err := decodeGenesis(data)
	if err != nil {
		return err
	}
	if have := g.ToBlock().Hash(); have != hash {
		return fmt.Errorf("genesis has hash %s, not the certified %s", have, hash)
	}
	return nil
}
