package mach

import (
	"bytes"
	"context"
	"slices"
	"time"

	"github.com/trident-network/trident/avs"
)

// Whoever has a quorum makes the certificate: all aggregators race, and what one of them needs it has. So that peers
// that miss signatures get it too, each aggregator has a turn to send its certificate around, one after another, and
// sends nothing if another did or if nobody seems to lack it.

// race is this operator's part in it: no I/O, no clock. Of one claim there may be several certificates with different
// signers; the first that is kept here stays, whatever comes later and whoever signed it.
type race struct {
	made  map[uint64]bool // numbers whose certificate was made here, not kept yet
	told  map[uint64]bool // numbers whose certificate went around
	turns []turn          // own ones to come
}

type turn struct {
	certificate avs.Certificate
	set         *avs.OperatorSet
	at          time.Time
}

func newRace() race { return race{made: make(map[uint64]bool), told: make(map[uint64]bool)} }

// aggregatorRank is the place of a member among the aggregators of a number; false if it has none.
func aggregatorRank(set *avs.OperatorSet, member int, number uint64) (int, bool) {
	n := uint64(set.Len())
	if member < 0 {
		return 0, false
	}
	rank := (uint64(member) + n - number%n) % n
	return int(rank), rank < maxAggregators
}

// takeDue removes and returns the turns that have come, and tells when the next one comes; zero if there is none.
func (r *race) takeDue(at time.Time) (due []turn, next time.Time) {
	r.turns = slices.DeleteFunc(r.turns, func(t turn) bool {
		if !t.at.After(at) {
			due = append(due, t)
			return true
		}
		if next.IsZero() || t.at.Before(next) {
			next = t.at
		}
		return false
	})
	return due, next
}

// forget drops the numbers up to the given one.
func (r *race) forget(upTo uint64) {
	for _, numbers := range []map[uint64]bool{r.made, r.told} {
		for n := range numbers {
			if n <= upTo {
				delete(numbers, n)
			}
		}
	}
}

func (s *Service) certificateTopic() string {
	return "mach/certificate/" + avs.ShortID(s.cfg.Rollup.ID)
}

// plan takes the own turns for certificates that were made here and are on disk now.
func (s *Service) plan(kept []avs.Certificate) {
	at := s.cfg.Clock.Now().Add(pushDelay)
	s.mu.Lock()
	for _, c := range kept {
		set, known := s.cfg.Sets.At(s.set, c.Claim.Epoch)
		if !s.race.made[c.Claim.Number] || !known {
			continue
		}
		if rank, takes := aggregatorRank(set, set.Index(s.cfg.Self), c.Claim.Number); takes {
			s.race.turns = append(s.race.turns, turn{c, set, at.Add(time.Duration(rank) * pushStagger)})
		}
	}
	s.race.forget(s.tally.floor())
	s.mu.Unlock()
	wake(s.turns)
}

// pushLoop tells certificates when it is this operator's turn.
func (s *Service) pushLoop(ctx context.Context) error {
	for {
		s.mu.Lock()
		due, next := s.race.takeDue(s.cfg.Clock.Now())
		s.mu.Unlock()
		for _, t := range due {
			s.push(ctx, t)
		}
		var timer <-chan time.Time
		stop := func() bool { return true }
		if !next.IsZero() {
			clock := s.cfg.Clock.NewTimer(s.cfg.Clock.Until(next))
			timer, stop = clock.Chan(), clock.Stop
		}
		select {
		case <-ctx.Done():
			stop()
			return nil
		case <-s.turns:
		case <-timer:
		}
		stop()
	}
}

// push sends a certificate around unless it went around already or nobody seems to lack it.
func (s *Service) push(ctx context.Context, t turn) {
	number := t.certificate.Claim.Number
	peers := s.cfg.Network.Peers()
	s.mu.Lock()
	told := s.race.told[number]
	heard := s.heardAll(number, t.set, peers)
	if !told && !heard {
		s.race.told[number] = true
	}
	s.mu.Unlock()
	switch {
	case told:
		s.meters.turn("told by another")
	case heard:
		s.meters.turn("not needed")
	default:
		s.meters.turn("told")
		if err := s.cfg.Network.Broadcast(ctx, s.certificateTopic(), t.certificate.Encode()); err != nil && ctx.Err() == nil {
			s.log.Debug("broadcast certificate: left to peers' pulling", "number", number, "err", err)
		}
	}
}

// heardAll reports whether every member that is connected was heard of: then signatures travel well, and all have a
// quorum of them. Callers hold mu.
func (s *Service) heardAll(number uint64, set *avs.OperatorSet, peers []avs.OperatorID) bool {
	h := s.tally.heights[number]
	if h == nil {
		return true // long ago
	}
	for _, p := range peers {
		if _, heard := h.first[p]; !heard && set.Index(p) >= 0 {
			return false
		}
	}
	return true
}

// handleCertificate is the validator of the topic of certificates.
func (s *Service) handleCertificate(_ context.Context, _ avs.OperatorID, data []byte) (avs.Verdict, error) {
	c, err := avs.DecodeCertificate(data)
	if err != nil {
		return avs.Reject, err
	}
	return s.receiveCertificate(c)
}

// receiveCertificate checks a certificate that goes around. One of each number is checked and forwarded, so that a peer
// cannot keep us busy with the many that a claim can have.
func (s *Service) receiveCertificate(c avs.Certificate) (avs.Verdict, error) {
	number := c.Claim.Number
	set, err := s.plausible(avs.Attestation{Claim: c.Claim})
	if set == nil || err != nil {
		return verdictOf(err), err
	}
	s.mu.Lock()
	unwanted := s.stopped || s.race.told[number] || !s.tally.inWindow(number)
	s.mu.Unlock()
	if unwanted {
		return avs.Ignore, nil
	}
	kept, found, err := s.stream.get(number)
	if err != nil {
		return avs.Ignore, err
	}
	if !found || !equal(kept, c) {
		if fits, err := s.epochFits(c.Claim); !fits || err != nil {
			return avs.Ignore, err
		}
		if err := c.Verify(s.cfg.Domain, set); err != nil {
			return avs.Reject, err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.race.told[number] {
		return avs.Ignore, nil
	}
	s.race.told[number] = true
	if !found || kept.Claim.Conflicts(c.Claim) { // a contradiction is for the keeper to see
		s.formed = append(s.formed, c)
		wake(s.keeps)
	}
	return avs.Accept, nil
}

func equal(a, b avs.Certificate) bool {
	return a.Claim == b.Claim && a.Signature == b.Signature && bytes.Equal(a.Signers, b.Signers)
}
