package squad

import "github.com/trident-network/trident/avs"

// Fault is how often an operator was seen to do one kind of wrong, in this run.
type Fault struct {
	Operator avs.OperatorID
	Kind     string
	Count    uint64
	LastSlot uint64
}

// SeenFaults are the faults of leaders and members that this operator saw, in this run.
func (s *Service) SeenFaults() []Fault { return nil }
