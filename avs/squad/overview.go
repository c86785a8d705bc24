package squad

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// Overview is all that people ask of SQUAD of one rollup at this operator: what its loops have observed, and what consensus
// has fixed.
type Overview struct {
	Status   Status
	InFlight []Batch // that are not executed as ordered, by number
	Inputs   avs.SequencingInputs
	Members  []avs.MemberLiveness
	Faults   []Fault
	Receipts ReceiptCounts
	Purpose  []string // faults that it commits on purpose
	Due      uint64   // inbox messages that a batch of now must have taken
	NextDue  uint64   // when more become due, Unix milliseconds; 0 if none are known
}

// Batch is one that is on its way.
type Batch struct {
	Header   avs.BatchHeader
	Digest   common.Hash
	Leader   avs.OperatorID
	Ordered  bool // consensus has ordered it; else its leader has only signed it
	Executed bool
	Invalid  bool
	// Transactions are those of the body, in order; nil while the body is not here, or was not asked for.
	Transactions []common.Hash
}

// ReceiptCounts are preconfirmations, of this run but for the open ones.
type ReceiptCounts struct {
	Signed, Wishes, Asking int // given, wanted here, and waited for here
	Open                   int // held, and their slot not settled
	Honoured, Void, Broken uint64
}

// Overview gathers it. What cannot be read is left out.
func (s *Service) Overview() Overview {
	o := Overview{Status: s.Status(), InFlight: s.Pending(false), Faults: s.SeenFaults(), Purpose: s.cfg.Faults.Words()}
	o.Inputs, _ = s.cfg.Sequencing.Inputs(s.cfg.Rollup.ID)
	o.Members, _ = s.cfg.Sequencing.Liveness(s.cfg.Rollup.ID)
	o.Due = o.Status.Tip.Inbox
	now := s.now()
	o.Due = max(o.Due, dueAt(o.Inputs.Due, now))
	for _, d := range o.Inputs.Due {
		if d.Millis > now && o.NextDue == 0 {
			o.NextDue = d.Millis
		}
	}
	c := &s.pre.counts
	o.Receipts = ReceiptCounts{Signed: int(c.signed.Load()), Wishes: s.pre.wishes.count(), Asking: s.pre.asking.count(), Open: s.pre.kept.openCount(),
		Honoured: uint64(c.honoured.Load()), Void: uint64(c.void.Load()), Broken: uint64(c.broken.Load())}
	return o
}

// maxPendingBatches bounds the answer of Pending; an operator that is further behind has other worries.
const maxPendingBatches = 64

// Pending are the batches that are not both ordered and executed here, by number, with their transactions if wanted.
func (s *Service) Pending(transactions bool) []Batch {
	tip, _, head := s.board.state()
	var out []Batch
	ordered := map[common.Hash]bool{}
	for number := head.Number + 1; number <= min(tip.Number, head.Number+maxPendingBatches); number++ {
		o, found, err := s.cfg.Log.Ordered(s.cfg.Rollup.ID, number)
		if err != nil || !found {
			break
		}
		digest := o.Header.Header.Digest(s.cfg.Domain)
		ordered[digest] = true
		_, executed := s.board.executed(digest)
		out = append(out, Batch{Header: o.Header.Header, Digest: digest, Leader: s.author(o.Header), Ordered: true, Executed: executed})
	}
	s.board.mu.Lock()
	for _, f := range s.board.flights {
		if f.header.Header.Number > tip.Number && !ordered[f.digest] {
			out = append(out, Batch{Header: f.header.Header, Digest: f.digest, Leader: f.leader, Executed: f.imported, Invalid: f.invalid})
		}
	}
	s.board.mu.Unlock()
	slices.SortFunc(out, func(a, b Batch) int {
		return cmp.Or(cmp.Compare(a.Header.Number, b.Header.Number), cmp.Compare(a.Header.Slot, b.Header.Slot), cmp.Compare(a.Header.Rank, b.Header.Rank),
			bytes.Compare(a.Digest[:], b.Digest[:]))
	})
	out = out[:min(len(out), maxPendingBatches)]
	for i := range out {
		if !transactions {
			break
		}
		if batch, found, err := s.bodies.get(out[i].Digest); err == nil && found {
			out[i].Transactions, _ = transactionsOf(batch.Body) // none of what is no block
		}
	}
	return out
}

// author is the operator that signed a header; zero if its set is not known.
func (s *Service) author(h avs.SignedHeader) avs.OperatorID {
	set, ok := s.cfg.Sets.At(s.set, h.Header.Epoch)
	by, err := h.Signer(s.cfg.Domain)
	if !ok || err != nil {
		return avs.OperatorID{}
	}
	if i := set.IndexOfConsensus(by); i >= 0 {
		return set.Member(i).Operator
	}
	return avs.OperatorID{}
}

func (a *asking) count() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.total
}
