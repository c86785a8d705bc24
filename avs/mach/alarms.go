package mach

import (
	"strings"
	"unicode/utf8"

	"github.com/trident-network/trident/avs"
)

// Source is the part of an operator that has something against a rollup.
type Source string

// Sources of alarms.
const (
	SourceFollower     Source = "follower"     // the rollup's nodes disagree, or went back behind a verified block
	SourceExecution    Source = "execution"    // the network's certificate contradicts what was executed or verified here
	SourceCertificates Source = "certificates" // two certificates contradict each other
)

// Alarms hears what a part of this operator has against a rollup, until that is over. An error is the store's. *Breaker
// implements it.
type Alarms interface {
	Raise(source Source, report avs.AlertReport) error
	Clear(source Source) error
}

type noAlarms struct{}

func (noAlarms) Raise(Source, avs.AlertReport) error { return nil }
func (noAlarms) Clear(Source) error                  { return nil }

// Reasons of alarms that the service raises. Operators who see the same use the same words.
const (
	reasonContradicted = "a certificate contradicts the own execution"
	reasonAgain        = "executing a block again gave another result"
	reasonCertificates = "two certificates contradict each other"
)

// report is a divergence as an alert tells it: the hashes are the first pair that differs.
func (d divergence) report() avs.AlertReport {
	r := avs.AlertReport{Number: d.number, Reason: d.reason, Ours: d.ours.BlockHash, Theirs: d.theirs.BlockHash}
	if r.Ours == r.Theirs {
		r.Ours, r.Theirs = d.ours.StateRoot, d.theirs.StateRoot
	}
	if r.Ours == r.Theirs {
		r.Ours, r.Theirs = d.ours.OutputRoot, d.theirs.OutputRoot
	}
	return r
}

// alarmAgain raises what a divergence from before a restart may not have raised any more.
func (s *Service) alarmAgain() error {
	s.mu.Lock()
	number := s.diverged
	s.mu.Unlock()
	if number == 0 {
		return nil
	}
	return s.cfg.Alarms.Raise(SourceExecution, avs.AlertReport{Number: number, Reason: reasonContradicted})
}

// reason makes text fit into a report.
func reason(text string) string {
	text = strings.ToValidUTF8(text, "?")
	if len(text) <= avs.MaxReason {
		return text
	}
	cut := avs.MaxReason
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut]
}
