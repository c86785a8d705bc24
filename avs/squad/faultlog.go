package squad

import (
	"cmp"
	"slices"
	"sync"

	"github.com/trident-network/trident/avs"
)

// Kinds of faults that an operator sees of others. Only an equivocation is proven to anybody else.
const (
	// FaultInvalidBlock is a batch over a block that is not valid, or not what its slot and the L1 view ask for.
	FaultInvalidBlock = "invalid_block"
	// FaultEquivocation is a second batch for one slot and rank.
	FaultEquivocation = "equivocation"
	// FaultCensorship is a batch that leaves out a listed transaction that it could have held.
	FaultCensorship = "censorship"
	// FaultWithheldBody is a batch whose leader, or who acknowledged it, does not give out its body.
	FaultWithheldBody = "withheld_body"
	// FaultForcedLeftOut is a batch that leaves out what L1 forces into it.
	FaultForcedLeftOut = "forced_left_out"
)

// Fault is how often an operator was seen to do one kind of wrong, in this run.
type Fault struct {
	Operator avs.OperatorID
	Kind     string
	Count    uint64
	LastSlot uint64 // of the batch that showed it last
}

// maxFaulty bounds the operators that are remembered; sets are smaller.
const maxFaulty = 4 * avs.MaxMembers

// faultLog counts faults. The zero value is ready.
type faultLog struct {
	mu   sync.Mutex
	seen map[faultKey]*Fault
}

type faultKey struct {
	operator avs.OperatorID
	kind     string
}

func (l *faultLog) note(operator avs.OperatorID, kind string, slot uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := faultKey{operator, kind}
	f := l.seen[key]
	if f == nil {
		if len(l.seen) >= maxFaulty {
			return
		}
		if l.seen == nil {
			l.seen = map[faultKey]*Fault{}
		}
		f = &Fault{Operator: operator, Kind: kind}
		l.seen[key] = f
	}
	f.Count++
	f.LastSlot = max(f.LastSlot, slot)
}

// list is by operator, then kind.
func (l *faultLog) list() []Fault {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make([]Fault, 0, len(l.seen))
	for _, f := range l.seen {
		out = append(out, *f)
	}
	slices.SortFunc(out, func(a, b Fault) int {
		return cmp.Or(a.Operator.Cmp(b.Operator), cmp.Compare(a.Kind, b.Kind))
	})
	return out
}

// SeenFaults are the faults of leaders and members that this operator saw, in this run.
func (s *Service) SeenFaults() []Fault { return s.faultsSeen.list() }

// fault counts a fault of an operator; the caller logs it.
func (s *Service) fault(operator avs.OperatorID, kind string, slot uint64) {
	s.faultsSeen.note(operator, kind, slot)
	s.meters.faults(kind).Inc()
}
