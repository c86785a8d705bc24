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

func void(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrVoid, fmt.Errorf(format, args...))
}

// Check says whether the transaction applies at a block of the given time: nil, ErrNotYet or ErrVoid. A transaction
// that is not yet applicable was verified as far as it can be: by the leader of its slot, with its proof; one that is
// ErrOtherEpoch only by its signer. Whether it comes too late is for CheckAge.
func (s *State) Check(v Verifier, tx avs.Tx, timeMillis uint64) error {
	switch {
	case tx.Batch != nil && tx.L1View == nil:
		return s.checkBatch(v, tx.Batch, timeMillis)
	case tx.L1View != nil && tx.Batch == nil:
		return s.checkView(v, tx.L1View)
	}
	return void("it has not exactly one content")
}

// CheckAge says whether a batch comes too late at a block of the given time: nil or ErrVoid. It is apart from Check since
// a mempool, which checks for some time ahead, must not call void what the next block may still order.
func (s *State) CheckAge(tx avs.Tx, timeMillis uint64) error {
	if tx.Batch == nil || timeMillis <= MaxSlotAgeMillis {
		return nil
	}
	h := tx.Batch.Header.Header
	if r := s.rollup(h.Rollup); r != nil && started(r.Params.Slots, h.Slot, 0, timeMillis-MaxSlotAgeMillis-1) {
		return void("slot %d began more than %d ms before %d ms", h.Slot, MaxSlotAgeMillis, timeMillis)
	}
	return nil
}

func (s *State) checkBatch(v Verifier, tx *avs.BatchTx, timeMillis uint64) error {
	h := tx.Header.Header
	r := s.rollup(h.Rollup)
	if r == nil {
		return void("rollup %s is not known", h.Rollup)
	}
	if h.BodySize == 0 || h.BodySize > avs.MaxBodySize {
		return void("body of %d bytes, want 1 to %d", h.BodySize, avs.MaxBodySize)
	}
	squad, mach := s.Set(avs.SquadSet(r.Params.Index)), s.Set(avs.MachSet(r.Params.Index))
	if squad == nil || mach == nil {
		return void("rollup %q has no operator set in force", r.Params.Name)
	}
	gap, err := checkLink(h, r.Tip)
	if err != nil {
		return err
	}
	if h.Epoch != squad.Epoch() {
		return s.checkOtherEpoch(tx, r.Params.Slots, squad, timeMillis)
	}
	if err := s.checkLeader(v, tx, r.Params.Slots, squad); err != nil {
		return err
	}
	if err := checkTime(h, r.Params.Slots, timeMillis); err != nil {
		return err
	}
	return gap
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
		return fmt.Errorf("%w: number %d, the last ordered is %d", ErrGap, h.Number, tip.Number), nil
	}
	if h.ParentHash != tip.Hash {
		return nil, void("parent %s is not %s, the last ordered", h.ParentHash, tip.Hash)
	}
	return nil, nil
}

// checkOtherEpoch judges a header whose epoch is not in force. The next one comes with the next L1 view, which the
// leader may have seen applied before this operator did. Its set is not known here, so neither leader nor proof can be
// checked: the header must be signed by a member of the set in force and keep the rules that depend on no set.
func (s *State) checkOtherEpoch(tx *avs.BatchTx, p avs.SlotParams, squad *avs.OperatorSet, timeMillis uint64) error {
	h := tx.Header.Header
	if h.Epoch != squad.Epoch()+1 {
		return void("epoch %d is not %d, the one in force", h.Epoch, squad.Epoch())
	}
	if h.Rank >= p.Ranks {
		return void("rank %d, a slot has at most %d", h.Rank, p.Ranks)
	}
	if n := len(tx.Proof.Acks); n == 0 || n > avs.MaxMembers {
		return void("%d acknowledgements, want 1 to %d", n, avs.MaxMembers)
	}
	signer, err := tx.Header.Signer(s.domain)
	if err != nil {
		return void("%w", err)
	}
	if squad.IndexOfConsensus(signer) < 0 {
		return void("signer %s of epoch %d is not known", signer, h.Epoch)
	}
	if err := checkTime(h, p, timeMillis); err != nil {
		return err
	}
	return fmt.Errorf("%w: epoch %d, in force is %d", ErrOtherEpoch, h.Epoch, squad.Epoch())
}

func (s *State) checkLeader(v Verifier, tx *avs.BatchTx, p avs.SlotParams, squad *avs.OperatorSet) error {
	h := tx.Header.Header
	schedule := avs.NewSchedule(p, squad, PlanOf(h.Rollup, squad, p.Window(h.Slot)))
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
		return fmt.Errorf("%w: timestamp %d at time %d ms", ErrTooEarly, h.Timestamp, timeMillis)
	}
	latest := timeMillis
	if h.Rank == 0 {
		latest += avs.MaxSlotLeadMillis
	}
	if !started(p, h.Slot, h.Rank, latest) {
		return fmt.Errorf("%w: slot %d rank %d at time %d ms", ErrTooEarly, h.Slot, h.Rank, timeMillis)
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

func (s *State) checkView(v Verifier, tx *avs.CertifiedL1View) error {
	if tx.View.Number <= s.l1Number {
		return void("l1 view %d is not after %d, the last one", tx.View.Number, s.l1Number)
	}
	if len(tx.View.Sets) == 0 {
		return void("l1 view %d brings no set", tx.View.Number)
	}
	for _, set := range tx.View.Sets {
		if inForce := s.Set(set.ID()); inForce != nil && set.Epoch() <= inForce.Epoch() {
			return void("set %d epoch %d is not after %d, the one in force", set.ID(), set.Epoch(), inForce.Epoch())
		}
		if set.ID() == avs.OrderingSet {
			if err := checkOrdering(set); err != nil {
				return void("%w", err)
			}
		}
	}
	if err := v.View(s.domain, tx, s.Ordering()); err != nil {
		return void("%w", err)
	}
	return nil
}

// PlanOf is the plan of a window.
func PlanOf(rollup avs.RollupID, squad *avs.OperatorSet, window uint64) avs.SchedulePlan {
	return avs.SchedulePlan{Window: window, Epoch: squad.Epoch(), Seed: avs.PlanSeed(squad.Hash(), rollup, window)}
}
