package node

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// A rollup's genesis is too large for L1, which has only its hash. It is found by that: in the network file, in the folder
// genesis of the home directory, or at the peers.
const (
	genesisDir      = "genesis"
	genesisProtocol = "rollup/genesis"
	// MaxGenesisSize bounds the JSON of a genesis, bytes.
	MaxGenesisSize = 1 << 20
)

// Sentinels of a genesis that cannot be used.
var (
	ErrGenesisMissing = errors.New("genesis is not in the home directory, and no peer has given it")
	ErrGenesisHash    = errors.New("genesis has another hash than L1 says")
	ErrGenesisParams  = errors.New("genesis does not fit what is registered on L1")
)

// GenesisPath is where a home directory has the genesis with a hash.
func GenesisPath(home string, hash common.Hash) string {
	return filepath.Join(home, genesisDir, hash.Hex()+".json")
}

// SaveGenesis puts a genesis into a home directory, where a node finds it by its hash.
func SaveGenesis(home string, genesis *core.Genesis) (common.Hash, error) {
	hash := genesis.ToBlock().Hash()
	data, err := json.Marshal(genesis)
	if err != nil {
		return hash, fmt.Errorf("encode genesis: %w", err)
	}
	if len(data) > MaxGenesisSize {
		return hash, fmt.Errorf("%w: it takes %d bytes, at most %d are given to peers", rollup.ErrGenesis, len(data), MaxGenesisSize)
	}
	return hash, saveGenesis(home, hash, data)
}

func saveGenesis(home string, hash common.Hash, data []byte) error {
	path := GenesisPath(home, hash)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make genesis folder: %w", err)
	}
	return writeFile(path, data)
}

// decodeGenesisOf reads the JSON of a genesis and checks it against what consensus has of the rollup.
func decodeGenesisOf(data []byte, r avs.Rollup) (*core.Genesis, error) {
	if len(data) > MaxGenesisSize {
		return nil, fmt.Errorf("%w: %d bytes, at most %d", rollup.ErrGenesis, len(data), MaxGenesisSize)
	}
	g, err := rollup.ParseGenesis(data)
	if err != nil {
		return nil, err
	}
	if hash := g.ToBlock().Hash(); hash != r.GenesisHash {
		return nil, fmt.Errorf("%w: %s, not %s", ErrGenesisHash, hash, r.GenesisHash)
	}
	switch {
	case g.Config.ChainID.Uint64() != r.ChainID:
		return nil, fmt.Errorf("%w: chain id %s, not %d", ErrGenesisParams, g.Config.ChainID, r.ChainID)
	case r.GasLimit != 0 && g.GasLimit != r.GasLimit:
		return nil, fmt.Errorf("%w: gas limit %d, not %d", ErrGenesisParams, g.GasLimit, r.GasLimit)
	case r.GenesisTime != 0 && g.Timestamp != r.GenesisTime:
		return nil, fmt.Errorf("%w: timestamp %d, not %d", ErrGenesisParams, g.Timestamp, r.GenesisTime)
	}
	return g, nil
}

// genesisOf finds the genesis of a rollup: each peer is asked once. What a peer gave is kept.
func (n *Node) genesisOf(ctx context.Context, h *hosted) (*core.Genesis, error) {
	if h.genesis != nil {
		return h.genesis, nil
	}
	hash := h.rollup.GenesisHash
	data, err := os.ReadFile(GenesisPath(n.home.Path, hash))
	if err == nil {
		g, err := decodeGenesisOf(data, h.rollup)
		if err == nil {
			return g, nil
		}
		h.log.Warn("genesis in the home directory is not usable: asking peers", "path", GenesisPath(n.home.Path, hash), "err", err)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read genesis: %w", err)
	}
	for _, peer := range n.parts.gossip.Peers() {
		data, err := n.parts.gossip.Request(ctx, peer, genesisProtocol, hash[:])
		if err != nil {
			h.log.Debug("peer did not give the genesis", "peer", peer, "err", err)
			continue
		}
		g, err := decodeGenesisOf(data, h.rollup)
		if errors.Is(err, ErrGenesisParams) {
			return nil, err // the bytes are right: no peer has others
		}
		if err != nil {
			h.log.Warn("peer gave another genesis than it was asked for", "peer", peer, "err", err)
			continue
		}
		return g, saveGenesis(n.home.Path, hash, data)
	}
	return nil, fmt.Errorf("%w: %s; put it into %s", ErrGenesisMissing, hash, GenesisPath(n.home.Path, hash))
}

// serveGenesis gives peers the genesis with a hash.
func (n *Node) serveGenesis(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
	if len(request) != common.HashLength {
		return nil, fmt.Errorf("request has %d bytes, want a hash", len(request))
	}
	hash := common.BytesToHash(request)
	data, err := os.ReadFile(GenesisPath(n.home.Path, hash))
	if err == nil && len(data) <= MaxGenesisSize {
		return data, nil
	}
	return nil, fmt.Errorf("genesis %s is not here", hash)
}
