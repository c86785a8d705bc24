package state

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// Sentinels of a genesis that no network can start from.
var (
	ErrNoOrdering      = errors.New("genesis has no ordering set (set 0)")
	ErrGenesisOrder    = errors.New("genesis sets and rollups must ascend by id, without repeats")
	ErrRepeatedKey     = errors.New("two members of the ordering set have one consensus key")
	ErrRepeatedIndex   = errors.New("two rollups have one registration index")
	ErrNoSets          = errors.New("rollup has no SQUAD or no MACH set")
	ErrGenesisEncoding = errors.New("genesis is malformed")
)

// Genesis is what the network starts from. All operators have the same: its hash is part of the chain's identity.
type Genesis struct {
	ChainID    string // name of the CometBFT chain
	TimeMillis uint64 // time of block 1, Unix milliseconds
	Domain     avs.Domain
	L1Number   uint64 // L1 block at which the sets were read
	L1Hash     common.Hash
	Sets       []*avs.OperatorSet // ascending by id; the ordering set first
	Rollups    []avs.Rollup       // ascending by id

	BeaconMillis uint64 // length of a beacon round; 0 stands for avs.BeaconMillis
}

func (g Genesis) rounds() rounds {
	return rounds{g.TimeMillis, cmp.Or(g.BeaconMillis, avs.BeaconMillis)}
}

// maxChainID is CometBFT's bound on the length of a chain id.
const maxChainID = 50

// maxGenesis bounds an encoded genesis, bytes.
const maxGenesis = 64 << 20

// Check refuses a genesis that leaves no validators or no schedule.
func (g Genesis) Check() error {
	if g.ChainID == "" || len(g.ChainID) > maxChainID {
		return fmt.Errorf("check genesis: chain id %q must have 1 to %d characters", g.ChainID, maxChainID)
	}
	if g.TimeMillis == 0 {
		return errors.New("check genesis: time is zero")
	}
	if len(g.Sets) == 0 || g.Sets[0].ID() != avs.OrderingSet {
		return fmt.Errorf("check genesis: %w", ErrNoOrdering)
	}
	for i := 1; i < len(g.Sets); i++ {
		if g.Sets[i-1].ID() >= g.Sets[i].ID() {
			return fmt.Errorf("check genesis: set %d: %w", g.Sets[i].ID(), ErrGenesisOrder)
		}
	}
	if err := checkOrdering(g.Sets[0]); err != nil {
		return fmt.Errorf("check genesis: %w", err)
	}
	if err := checkRollups(g.Rollups); err != nil {
		return err
	}
	for _, r := range g.Rollups {
		if !g.hasSet(avs.SquadSet(r.Index)) || !g.hasSet(avs.MachSet(r.Index)) {
			return fmt.Errorf("check genesis: rollup %q: %w", r.Name, ErrNoSets)
		}
	}
	return nil
}

func (g Genesis) hasSet(id avs.SetID) bool {
	return slices.ContainsFunc(g.Sets, func(set *avs.OperatorSet) bool { return set.ID() == id })
}

func checkRollups(rollups []avs.Rollup) error {
	indexes := make(map[uint32]bool, len(rollups))
	for i, r := range rollups {
		if i > 0 && bytes.Compare(rollups[i-1].ID[:], r.ID[:]) >= 0 {
			return fmt.Errorf("check genesis: rollup %q: %w", r.Name, ErrGenesisOrder)
		}
		if indexes[r.Index] {
			return fmt.Errorf("check genesis: rollup %q index %d: %w", r.Name, r.Index, ErrRepeatedIndex)
		}
		indexes[r.Index] = true
		if err := CheckRollup(r); err != nil {
			return fmt.Errorf("check genesis: %w", err)
		}
	}
	return nil
}

// checkOrdering refuses a set that CometBFT would panic on: it knows validators by their key alone.
func checkOrdering(set *avs.OperatorSet) error {
	seen := make(map[common.Address]bool, set.Len())
	for i := range set.Len() {
		if seen[set.ConsensusAddress(i)] {
			return fmt.Errorf("member %s: %w", set.Member(i).Operator, ErrRepeatedKey)
		}
		seen[set.ConsensusAddress(i)] = true
	}
	return nil
}

// Encode is the canonical encoding.
func (g Genesis) Encode() []byte { return encode(g) }

// Hash identifies the network: keccak256 of the encoding.
func (g Genesis) Hash() common.Hash { return crypto.Keccak256Hash(g.Encode()) }

// DecodeGenesis reads Encode's bytes and checks them.
func DecodeGenesis(data []byte) (Genesis, error) {
	var g Genesis
	if len(data) > maxGenesis {
		return Genesis{}, fmt.Errorf("decode genesis: %w: %d bytes, at most %d", ErrGenesisEncoding, len(data), maxGenesis)
	}
	if err := rlp.DecodeBytes(data, &g); err != nil {
		return Genesis{}, fmt.Errorf("decode genesis: %w: %w", ErrGenesisEncoding, err)
	}
	if err := g.Check(); err != nil {
		return Genesis{}, err
	}
	return g, nil
}

func encode(v any) []byte {
	data, err := rlp.EncodeToBytes(v)
	if err != nil {
		panic(fmt.Sprintf("encode %T: %v", v, err)) // our own types always encode; tests encode each
	}
	return data
}
