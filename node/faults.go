package node

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
)

// faults are those that this operator commits on purpose: none but on a local network. Config.Check has parsed them.
func (n *Node) faults() squad.Faults {
	if !n.network.Local {
		return squad.Faults{}
	}
	f, err := squad.ParseFaults(n.config.Faults)
	if err != nil {
		return squad.Faults{}
	}
	return f
}

// unguarded signs past the guard, for an operator of a local network that is to equivocate; nil for any other.
func (n *Node) unguarded(keys Keys) func(common.Hash) ([65]byte, error) {
	if !n.faults().Equivocate || keys.Consensus == nil {
		return nil
	}
	return func(digest common.Hash) (signature [65]byte, err error) {
		raw, err := crypto.Sign(digest[:], keys.Consensus)
		copy(signature[:], raw)
		return signature, err
	}
}

// rollupOf finds a rollup that this operator has to do with, followed ones included.
func (n *Node) rollupOf(id avs.RollupID) (avs.Rollup, bool) {
	if h := n.parts.rollups.find(id); h != nil {
		return h.rollup, true
	}
	if own := n.network.find(id); own != nil {
		return n.network.Rollup(*own), true
	}
	return avs.Rollup{}, false
}
