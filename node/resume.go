package node

import (
	"errors"
	"fmt"
	"strings"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/mach"
)

// ErrTrouble is the sentinel of a resume that comes too early.
var ErrTrouble = errors.New("the trouble is not over")

// Resume says in a person's name that a rollup is well again: the operator goes on certifying it and votes for the end
// of a pause without waiting. It is refused while this operator still sees something wrong.
func (n *Node) Resume(rollup string) error {
	var names []string
	for _, f := range n.parts.followed {
		if f.rollup.Name == rollup {
			return f.resume()
		}
		names = append(names, f.rollup.Name)
	}
	for _, r := range n.parts.rollups.open() {
		if r.rollup.Name == rollup {
			if at := r.mach.Status().DivergedAt; at != 0 {
				return diverged(rollup, at)
			}
			return r.breaker.Resume()
		}
		names = append(names, r.rollup.Name)
	}
	return fmt.Errorf("no rollup %q in this network; it has %s", rollup, strings.Join(names, ", "))
}

func diverged(rollup string, number uint64) error {
	return fmt.Errorf("%w: the certificate of block %d contradicts what this operator has of rollup %s; check its nodes and their data", ErrTrouble, number, rollup)
}

// words are troubles for people.
func words(troubles []mach.Trouble) string {
	var out []string
	for _, t := range troubles {
		text := t.Report.Reason
		if t.Report.Number != 0 {
			text = fmt.Sprintf("block %d: %s", t.Report.Number, text)
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// alertTrouble says what the circuit breaker of a rollup has to say to an operator.
func alertTrouble(r avs.Rollup, b *mach.Breaker) (sequence uint64, paused bool, trouble []string) {
	state, _, err := b.AlertState(r.ID)
	if err != nil {
		return 0, false, []string{err.Error()}
	}
	if state.Newest != nil {
		sequence = state.Newest.Alert.Sequence
	}
	if state.Paused {
		trouble = append(trouble, fmt.Sprintf("rollup %s: its finality is paused by %d operators (alert %d); see: trident mach alerts --rollup %s",
			r.Name, state.Newest.Signers.Count(), sequence, r.Name))
	}
	if own := b.Troubles(); len(own) > 0 {
		trouble = append(trouble, fmt.Sprintf("rollup %s: %s; this operator goes on by itself when that is over for long enough, or with: trident mach resume %s",
			r.Name, words(own), r.Name))
	}
	return sequence, state.Paused, trouble
}

// followedStatus is a followed rollup as trident_status shows it.
func (n *Node) followedStatus(f *followed) (StatusRollup, []string) {
	m, s := f.mach.Status(), f.follower.Load().Status()
	out := StatusRollup{Name: f.rollup.Name, ID: f.rollup.ID, ChainID: f.rollup.ChainID, Followed: true, Ordered: s.Head, Head: m.Head, Certified: m.Certified}
	n.stake(&out, f.rollup)
	var trouble []string
	out.Alert, out.Paused, trouble = alertTrouble(f.rollup, f.breaker)
	if m.DivergedAt != 0 {
		trouble = append(trouble, fmt.Sprintf("rollup %s: the certificate of block %d contradicts what this operator's nodes say", f.rollup.Name, m.DivergedAt))
	}
	if why := f.fault.Load(); why != nil {
		trouble = append(trouble, fmt.Sprintf("rollup %s is not followed here: %s", f.rollup.Name, *why))
	}
	if len(s.Stalled) > 0 {
		trouble = append(trouble, fmt.Sprintf("rollup %s: certification here waits for %s", f.rollup.Name, strings.Join(s.Stalled, ", ")))
	}
	return out, trouble
}

// stake fills in the epoch in force and the own part of it.
func (n *Node) stake(s *StatusRollup, r avs.Rollup) {
	s.Weight, s.Total = "0", "0"
	if set, err := n.parts.consensus.Current(avs.MachSet(r.Index)); err == nil {
		s.Epoch, s.Members = uint64(set.Epoch()), set.Len()
		s.Weight, s.Total = weightIn(set, n.parts.self.ID)
	}
}
