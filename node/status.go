package node

import (
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Status is what trident_status answers: one operator's view of itself and of its network, for people and dashboards.
type Status struct {
	Name      string           `json:"name"`
	Operator  common.Address   `json:"operator"`
	Network   string           `json:"network"`
	Version   string           `json:"version"`
	Started   time.Time        `json:"started"`
	Healthy   bool             `json:"healthy"`
	Ready     bool             `json:"ready"`             // its own parts work, whatever is wrong with rollups that it follows
	Trouble   []string         `json:"trouble,omitempty"` // in words, why it is not healthy
	L1        StatusL1         `json:"l1"`
	Consensus StatusConsensus  `json:"consensus"`
	Sets      []StatusSet      `json:"sets"`  // operator sets of the network that are in force
	Peers     []common.Address `json:"peers"` // operators connected by libp2p
	Rollups   []StatusRollup   `json:"rollups"`
	MemoryMiB uint64           `json:"memory_mib"`       // resident set
	Faults    []string         `json:"faults,omitempty"` // that it commits on purpose, on a local network
}

// StatusL1 is what the operator has read of L1.
type StatusL1 struct {
	ChainID   uint64 `json:"chain_id"`
	Finalized uint64 `json:"finalized"` // newest finalised block that was handled
	View      uint64 `json:"view"`      // newest L1 view in force
}

// StatusConsensus is the operator's CometBFT node.
type StatusConsensus struct {
	Height     uint64    `json:"height"`
	Time       time.Time `json:"time"`
	Validators int       `json:"validators"`
	Peers      int       `json:"peers"`
	Epoch      uint64    `json:"epoch"` // of the ordering set in force
}

// StatusSet is one operator set in force, as consensus has it here.
type StatusSet struct {
	ID      uint32 `json:"id"`
	Epoch   uint64 `json:"epoch"`
	Members int    `json:"members"`
	Weight  string `json:"weight"` // own weight in it, 0 if not a member
	Total   string `json:"total"`  // whole weight of it
}

// StatusRollup is one rollup by tier.
type StatusRollup struct {
	Name      string         `json:"name"`
	ID        common.Hash    `json:"id"`
	ChainID   uint64         `json:"chain_id"`
	State     string         `json:"state,omitempty"` // of a sequenced rollup at this operator, see RollupRunning
	Why       string         `json:"why,omitempty"`   // it failed
	RPC       string         `json:"rpc"`             // empty while it is closed
	Ordered   uint64         `json:"ordered"`         // newest batch that consensus has ordered
	Head      uint64         `json:"head"`            // newest executed and canonical
	HeadHash  common.Hash    `json:"head_hash"`
	StateRoot common.Hash    `json:"state_root"`
	Certified uint64         `json:"certified"`          // newest with a certificate
	Slot      uint64         `json:"slot"`               // of now
	Leader    common.Address `json:"leader"`             // of that slot, rank 0
	Epoch     uint64         `json:"epoch"`              // of the MACH set in force
	Members   int            `json:"members"`            // of that set
	Weight    string         `json:"weight"`             // own weight in it, wei-like units
	Total     string         `json:"total"`              // whole weight of it
	Followed  bool           `json:"followed,omitempty"` // it has a sequencer of its own: ordered is its node's newest, head the newest verified here
	Paused    bool           `json:"paused"`             // a quorum of operators has paused its finality
	Alert     uint64         `json:"alert"`              // sequence of the newest certified alert; 0 before the first
}
