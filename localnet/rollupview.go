package localnet

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/node"
)

// RollupView is one rollup as all operators together have it.
type RollupView struct {
	FileRollup
	Leader    string           `json:"leader,omitempty"`
	Ordered   uint64           `json:"ordered"`   // newest batch that any operator knows to be ordered
	Certified uint64           `json:"certified"` // newest certificate that any operator has
	Operators []RollupOperator `json:"operators"`
}

// RollupOperator is a rollup at one operator; Status is nil if the operator does not answer or does not know the rollup.
type RollupOperator struct {
	Name   string             `json:"name"`
	Status *node.StatusRollup `json:"status,omitempty"`
}

// RollupViews are the rollups of the network in the order of their making.
func (s Status) RollupViews() []RollupView {
	var out []RollupView
	for _, r := range s.Rollups {
		out = append(out, s.rollupView(r))
	}
	return out
}

// RollupView finds a rollup by name.
func (s Status) RollupView(name string) (RollupView, error) {
	var names []string
	for _, r := range s.Rollups {
		if r.Name == name {
			return s.rollupView(r), nil
		}
		names = append(names, r.Name)
	}
	return RollupView{}, fmt.Errorf("%w: %q; it has %v", ErrNoRollup, name, names)
}

func (s Status) rollupView(r FileRollup) RollupView {
	v := RollupView{FileRollup: r}
	names := map[common.Address]string{}
	for _, o := range s.Operators {
		names[o.Address] = o.Name
	}
	for _, o := range s.Operators {
		at := RollupOperator{Name: o.Name}
		if o.Node != nil {
			if i := slices.IndexFunc(o.Node.Rollups, func(have node.StatusRollup) bool { return have.ID == r.ID }); i >= 0 {
				at.Status = &o.Node.Rollups[i]
				v.take(*at.Status, names)
			}
		}
		v.Operators = append(v.Operators, at)
	}
	return v
}

// take adds what one operator says.
func (v *RollupView) take(s node.StatusRollup, names map[common.Address]string) {
	v.Ordered, v.Certified = max(v.Ordered, s.Ordered), max(v.Certified, s.Certified)
	if v.Leader != "" || s.Leader == (common.Address{}) || s.State != node.RollupRunning {
		return
	}
	if v.Leader = names[s.Leader]; v.Leader == "" {
		v.Leader = s.Leader.Hex()
	}
}

// Words is the state in words: where it stands, and at how many operators it is otherwise.
func (v RollupView) Words() string {
	counts := map[string]int{}
	for _, o := range v.Operators {
		if o.Status != nil && o.Status.State != "" {
			counts[o.Status.State]++
		}
	}
	if len(counts) == 0 {
		if v.State == "" {
			return "-"
		}
		return v.State
	}
	if v.State == rollupCreating {
		return rollupCreating
	}
	var parts []string
	for _, state := range []string{node.RollupRunning, node.RollupOpening, node.RollupFailed, node.RollupStopping, node.RollupStopped} {
		switch n := counts[state]; {
		case n == 0:
		case len(counts) == 1:
			parts = append(parts, state)
		default:
			parts = append(parts, fmt.Sprintf("%s at %d", state, n))
		}
	}
	return strings.Join(parts, ", ")
}

// WriteRollups prints a table of all rollups.
func WriteRollups(w io.Writer, views []RollupView) {
	fmt.Fprintf(w, "%-12s %-12s %9s %8s %9s %-12s %s\n", "ROLLUP", "ID", "CHAIN", "ORDERED", "CERTIFIED", "LEADER", "STATE")
	for _, v := range views {
		leader := v.Leader
		if leader == "" {
			leader = "-"
		}
		fmt.Fprintf(w, "%-12s %-12s %9d %8d %9d %-12s %s\n", v.Name, v.ID.Hex()[:10]+"…", v.ChainID, v.Ordered, v.Certified, leader, v.Words())
	}
}

// Write prints a rollup, a row for each operator.
func (v RollupView) Write(w io.Writer) {
	fmt.Fprintf(w, "%s, chain %d, %s\n  id %s\n", v.Name, v.ChainID, v.Words(), v.ID)
	fmt.Fprintf(w, "%-11s %-8s %8s %8s %9s %6s %s\n", "OPERATOR", "STATE", "ORDERED", "EXECUTED", "CERTIFIED", "STAKE", "RPC")
	for _, o := range v.Operators {
		s := o.Status
		if s == nil {
			fmt.Fprintf(w, "%-11s -\n", o.Name)
			continue
		}
		state := s.State
		if state == "" {
			state = "followed"
		}
		fmt.Fprintf(w, "%-11s %-8s %8d %8d %9d %6s %s\n", o.Name, state, s.Ordered, s.Head, s.Certified, share(s.Weight, s.Total), s.RPC)
		if s.Why != "" {
			fmt.Fprintf(w, "%-11s ! %s\n", "", s.Why)
		}
	}
}
