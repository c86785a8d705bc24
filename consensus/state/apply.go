package state

import "github.com/trident-network/trident/avs"

// Effects is what an applied transaction adds to the records beside the state.
type Effects struct {
	Batch *avs.OrderedBatch    // newly ordered batch, if the transaction was one
	View  *avs.CertifiedL1View // newly applied view, if it was one
	List  *avs.OrderedList     // inclusion list newly in force, if it was one
}

// Apply checks the transaction and, if it stands, changes the state: by what time has brought until then, and by the
// transaction.
func (s *State) Apply(v Verifier, tx avs.Tx, height, timeMillis uint64) (Effects, error) {
	next := s.at(timeMillis)
	if err := next.check(v, tx, timeMillis); err != nil {
		return Effects{}, err
	}
	var effects Effects
	switch {
	case tx.Batch != nil:
		effects.Batch = next.applyBatch(tx.Batch, height, timeMillis)
	case tx.L1View != nil:
		next.applyView(tx.L1View.View, timeMillis)
		effects.View = tx.L1View
	case tx.Reveal != nil:
		next.applyReveal(tx.Reveal)
	case tx.Inclusion != nil:
		effects.List = next.applyList(tx.Inclusion, timeMillis)
	default:
		next.applyUnjail(tx.Unjail)
	}
	*s = *next
	return effects, nil
}

func (s *State) applyBatch(tx *avs.BatchTx, height, timeMillis uint64) *avs.OrderedBatch {
	h := tx.Header.Header
	r := s.rollup(h.Rollup)
	squad := s.setAt(avs.SquadSet(r.Params.Index), h.Epoch)
	r.tally(squad, r.schedule(squad, h.Slot), h.Slot, h.Rank)
	taken := r.Tip.Inbox
	r.Tip = avs.Tip{Slot: h.Slot, Number: h.Number, Hash: h.BlockHash, Timestamp: h.Timestamp, L1Number: h.L1Number, Inbox: h.Inbox}
	if r.Ending != 0 && h.Inbox > taken {
		r.stop(timeMillis)
		s.forgetSets()
	}
	return &avs.OrderedBatch{
		Header: tx.Header, Proof: tx.Proof, MachEpoch: s.Set(avs.MachSet(r.Params.Index)).Epoch(), Height: height, TimeMillis: timeMillis,
	}
}
