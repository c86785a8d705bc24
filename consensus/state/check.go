package state

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// Verifier does what is expensive in a check and depends on nothing but its arguments, so that a caller may remember
// answers. An implementation must answer as Direct does.
type Verifier interface {
	// Batch recovers the consensus address that signed the header and checks the availability proof.
	Batch(d avs.Domain, tx *avs.BatchTx, squad *avs.OperatorSet) (common.Address, error)
	// View checks the certificate of an L1 view.
	View(d avs.Domain, view *avs.CertifiedL1View, ordering *avs.OperatorSet) error
	// Reveal checks the signature of a reveal.
	Reveal(d avs.Domain, r *avs.Reveal, ordering *avs.OperatorSet) error
}

// Direct is the Verifier that computes every time.
var Direct Verifier = direct{}

type direct struct{}

func (direct) Batch(d avs.Domain, tx *avs.BatchTx, squad *avs.OperatorSet) (common.Address, error) {
	signer, err := tx.Header.Signer(d)
	if err != nil {
		return common.Address{}, err
	}
	if err := tx.Proof.Verify(d, tx.Header.Header.Digest(d), squad); err != nil {
		return common.Address{}, err
	}
	return signer, nil
}

func (direct) View(d avs.Domain, view *avs.CertifiedL1View, ordering *avs.OperatorSet) error {
	return view.Verify(d, ordering)
}

func (direct) Reveal(d avs.Domain, r *avs.Reveal, ordering *avs.OperatorSet) error {
	return r.Verify(d, ordering)
}

func void(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrVoid, fmt.Errorf(format, args...))
}

func tooEarly(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrTooEarly, fmt.Errorf(format, args...))
}

func gapOf(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrGap, fmt.Errorf(format, args...))
}

// Check says whether the transaction applies at a block of the given time: nil, ErrNotYet or ErrVoid. A transaction that is
// not yet applicable was verified as far as it can be: by who may send it, with its proof. Only a batch of a slot so far
// ahead that nobody leads it yet was not.
func (s *State) Check(v Verifier, tx avs.Tx, timeMillis uint64) error {
	return s.at(timeMillis).check(v, tx, timeMillis)
}

// check expects a state that has rolled to the time.
func (s *State) check(v Verifier, tx avs.Tx, timeMillis uint64) error {
	if contents(tx) != 1 {
		return void("it has not exactly one content")
	}
	switch {
	case tx.Batch != nil:
		return s.checkBatch(v, tx.Batch, timeMillis)
	case tx.L1View != nil:
		return s.checkView(v, tx.L1View)
	case tx.Reveal != nil:
		return s.checkReveal(v, tx.Reveal)
	case tx.Inclusion != nil:
		return s.checkList(tx.Inclusion, timeMillis)
	}
	return s.checkUnjail(tx.Unjail)
}

func contents(tx avs.Tx) (n int) {
	for _, has := range []bool{tx.Batch != nil, tx.L1View != nil, tx.Reveal != nil, tx.Inclusion != nil, tx.Unjail != nil} {
		if has {
			n++
		}
	}
	return n
}

func (s *State) checkBatch(v Verifier, tx *avs.BatchTx, timeMillis uint64) error {
	h := tx.Header.Header
	r, err := s.sequenced(h.Rollup)
	if err != nil {
		return err
	}
	if h.BodySize == 0 || h.BodySize > r.Params.MaxBodySize {
		return void("body of %d bytes, want 1 to %d", h.BodySize, r.Params.MaxBodySize)
	}
	gap, err := checkLink(h, r.Tip)
	if err != nil {
		return err
	}
	behind, err := s.checkInbox(h, r)
	if err != nil {
		return err
	}
	if err := checkAge(h, r.Params.Slots, timeMillis); err != nil {
		return err
	}
	if err := s.checkLeader(v, tx, r); err != nil {
		return err
	}
	if err := checkTime(h, r.Params.Slots, timeMillis); err != nil {
		return err
	}
	switch {
	case gap != nil:
		return gap
	case behind != nil:
		return behind
	}
	return checkForced(h, r)
}

// checkLink compares the header with the tip. gap is ErrGap if only the batches between are missing.
func checkLink(h avs.BatchHeader, tip avs.Tip) (gap, err error) {
	if h.Slot <= tip.Slot {
		return nil, void("slot %d is not after %d, the last ordered", h.Slot, tip.Slot)
	}
	if h.Number <= tip.Number || h.Number-tip.Number > MaxGap {
		return nil, void("number %d does not follow %d, the last ordered", h.Number, tip.Number)
	}
	if h.Timestamp <= tip.Timestamp {
		return nil, void("timestamp %d is not after %d, the last ordered", h.Timestamp, tip.Timestamp)
	}
	if h.Number > tip.Number+1 {
		return gapOf("number %d, the last ordered is %d", h.Number, tip.Number), nil
	}
	if h.ParentHash != tip.Hash {
		return nil, void("parent %s is not %s, the last ordered", h.ParentHash, tip.Hash)
	}
	return nil, nil
}

// checkAge refuses a batch that comes too late, whatever its rank.
func checkAge(h avs.BatchHeader, p avs.SlotParams, timeMillis uint64) error {
	if timeMillis > MaxSlotAgeMillis && started(p, h.Slot, 0, timeMillis-MaxSlotAgeMillis-1) {
		return void("slot %d began more than %d ms before %d ms", h.Slot, MaxSlotAgeMillis, timeMillis)
	}
	return nil
}

// leadersOf is the set that the plan of a slot is of, which must be that of the epoch.
func (s *State) leadersOf(r *rollup, slot uint64, epoch avs.Epoch) (*avs.OperatorSet, error) {
	window := r.Params.Slots.Window(slot)
	plan, found := r.planOf(window)
	switch {
	case !found && window > r.window():
		return nil, tooEarly("window %d has no plan yet", window)
	case !found:
		return nil, void("window %d is over", window)
	case plan.Epoch != epoch:
		return nil, void("epoch %d is not %d, that of window %d", epoch, plan.Epoch, window)
	}
	return s.setAt(avs.SquadSet(r.Params.Index), epoch), nil
}

// schedule is the one of a slot that leadersOf has found the set of.
func (r *rollup) schedule(squad *avs.OperatorSet, slot uint64) *avs.Schedule {
	plan, _ := r.planOf(r.Params.Slots.Window(slot))
	return avs.NewSchedule(r.Params.Slots, squad, plan)
}

func (s *State) checkLeader(v Verifier, tx *avs.BatchTx, r *rollup) error {
	h := tx.Header.Header
	squad, err := s.leadersOf(r, h.Slot, h.Epoch)
	if err != nil {
		return err
	}
	schedule := r.schedule(squad, h.Slot)
	if h.Rank >= schedule.Ranks() {
		return void("rank %d, the slot has %d", h.Rank, schedule.Ranks())
	}
	leader := squad.ConsensusAddress(schedule.Leader(squad, h.Slot, h.Rank))
	signer, err := v.Batch(s.domain, tx, squad)
	if err != nil {
		return void("%w", err)
	}
	if signer != leader {
		return void("%s signed slot %d rank %d, the leader is %s", signer, h.Slot, h.Rank, leader)
	}
	return nil
}

func checkTime(h avs.BatchHeader, p avs.SlotParams, timeMillis uint64) error {
	if h.Timestamp > timeMillis/1000+avs.MaxTimestampLead {
		return tooEarly("timestamp %d at time %d ms", h.Timestamp, timeMillis)
	}
	latest := timeMillis
	if h.Rank == 0 {
		latest += avs.MaxSlotLeadMillis
	}
	if !started(p, h.Slot, h.Rank, latest) {
		return tooEarly("slot %d rank %d at time %d ms", h.Slot, h.Rank, timeMillis)
	}
	return nil
}

// started is StartMillis(slot, rank) <= millis, written so that no slot number can overflow it: a slot that wrapped
// around would put an end to the rollup, since no later one could follow.
func started(p avs.SlotParams, slot uint64, rank uint32, millis uint64) bool {
	if millis < p.GenesisMillis {
		return false
	}
	since := millis - p.GenesisMillis
	if rank > 0 {
		if p.StepMillis > since/uint64(rank) {
			return false
		}
		since -= uint64(rank) * p.StepMillis
	}
	return slot <= since/p.SlotMillis
}
