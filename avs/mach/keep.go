package mach

import (
	"context"

	"github.com/trident-network/trident/avs"
)

// keepLoop stores certificates as they are formed and does the slow housekeeping.
func (s *Service) keepLoop(ctx context.Context) error {
	ticker := s.cfg.Clock.NewTicker(tickInterval)
	defer ticker.Stop()
	stalled := 0
	last, _ := s.stream.gap()
	for {
		if err := s.keepFormed(); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return s.keepFormed()
		case <-s.keeps:
			continue
		case <-ticker.Chan():
		}
		s.reportAgain(ctx)
		published, tip := s.stream.gap()
		if stalled++; published != last || published == tip {
			stalled, last = 0, published
		}
		if stalled >= gapTicks {
			s.log.Warn("certificates missing: the stream goes on without them", "from", published+1)
			if err := s.stream.skipGap(); err != nil {
				return err
			}
		}
		if err := s.prune(tip); err != nil {
			return err
		}
	}
}

// keepFormed writes what is queued in one synced batch and tells the finaliser.
func (s *Service) keepFormed() error {
	s.mu.Lock()
	queued := s.formed
	s.formed = nil
	s.mu.Unlock()
	if len(queued) == 0 {
		return nil
	}
	for _, c := range queued {
		if err := s.compare(c); err != nil {
			return err
		}
	}
	fresh, err := s.stream.keep(queued)
	if err != nil {
		return err
	}
	s.mu.Lock()
	for _, c := range fresh {
		s.tally.certified(c.Claim.Number)
	}
	s.mu.Unlock()
	s.plan(fresh)
	_, tip := s.stream.gap()
	s.meters.certified.Set(float64(tip))
	s.meters.certificates.Add(float64(len(fresh)))
	wake(s.finalizes)
	return nil
}

// compare raises the alarm when a certificate contradicts the own execution or a certificate kept before. The former
// is kept all the same: it is what the network certified.
func (s *Service) compare(c avs.Certificate) error {
	kept, found, err := s.stream.get(c.Claim.Number)
	if err != nil {
		return err
	}
	if found {
		if kept.Claim.Conflicts(c.Claim) {
			s.meters.contradicted.Inc()
			s.log.Error("two certificates contradict each other: more than a third of the stake is faulty",
				"number", c.Claim.Number, "kept_block_hash", kept.Claim.BlockHash, "other_block_hash", c.Claim.BlockHash)
			if kept.Claim.Epoch != c.Claim.Epoch {
				return nil // members of an old set who have left may sign what they like: that must not pause anything
			}
			return s.cfg.Alarms.Raise(SourceCertificates, divergence{number: c.Claim.Number, reason: reasonCertificates,
				theirs: c.Claim, ours: kept.Claim}.report())
		}
		return nil
	}
	own, known, err := s.records.claim(c.Claim.Number)
	if err != nil {
		return err
	}
	if known && own.Conflicts(c.Claim) {
		return s.contradicted(c.Claim, own)
	}
	return nil
}

// reportAgain hands over evidence that the sink did not take at first.
func (s *Service) reportAgain(ctx context.Context) {
	s.mu.Lock()
	waiting := s.unreported
	s.unreported = nil
	s.mu.Unlock()
	for _, e := range waiting {
		s.report(ctx, e)
	}
}

// proves checks both signatures once more, each alone: the first was checked in a batch, which is good enough to count
// but not to convince a contract. Where a set is not known here any more the sink judges.
func (s *Service) proves(e avs.ConflictingClaims) error {
	setA, knownA := s.cfg.Sets.At(s.set, e.A.Claim.Epoch)
	setB, knownB := s.cfg.Sets.At(s.set, e.B.Claim.Epoch)
	if !knownA || !knownB {
		return nil
	}
	return e.Verify(s.cfg.Domain, setA, setB)
}

// report hands evidence to the sink once for an operator and number.
func (s *Service) report(ctx context.Context, e avs.ConflictingClaims) {
	number := e.A.Claim.Number
	if err := s.proves(e); err != nil {
		s.log.Error("evidence dropped: it would convince nobody", "operator", e.Operator, "number", number, "err", err)
		return
	}
	err := s.cfg.Evidence.Report(ctx, avs.Evidence{Claims: &e})
	if err == nil {
		s.meters.evidence.Inc()
		s.log.Warn("operator signed two conflicting claims", "operator", e.Operator, "number", number)
		err = s.records.setReported(number, e.Operator)
		if err != nil {
			s.log.Error("note reported evidence", "err", err)
		}
		return
	}
	s.log.Error("report evidence: trying again", "operator", e.Operator, "number", number, "err", err)
	s.mu.Lock()
	s.unreported = append(s.unreported, e)
	s.mu.Unlock()
}

// prune forgets attestations beyond the evidence window, a step at a time.
func (s *Service) prune(tip uint64) error {
	if tip < evidenceWindow+s.pruned+pruneStep {
		return nil
	}
	s.pruned = tip - evidenceWindow
	return s.records.prune(s.pruned)
}

// finalizeLoop moves the executor's `finalized` tag to the newest block that is certified and executed here.
func (s *Service) finalizeLoop(ctx context.Context) error {
	ticker := s.cfg.Clock.NewTicker(tickInterval)
	defer ticker.Stop()
	for {
		if err := s.finalize(ctx); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-s.finalizes:
		case <-ticker.Chan(): // the executor may not have had the block yet
		}
	}
}

func (s *Service) finalize(ctx context.Context) error {
	_, tip := s.stream.gap()
	s.mu.Lock()
	newest, done, diverged := min(tip, s.tally.head), s.finalized, s.diverged != 0
	s.mu.Unlock()
	if diverged {
		return nil
	}
	// Usually the first try hits; a number may miss its certificate here, hence the short search.
	for n := newest; n > done && newest-n < behindWindow; n-- {
		own, known, err := s.records.claim(n)
		if err != nil {
			return err
		}
		c, certified, err := s.stream.get(n)
		if err != nil {
			return err
		}
		if !known || !certified {
			continue
		}
		if own.Conflicts(c.Claim) { // both came at once, so that neither side saw the other
			return s.contradicted(c.Claim, own)
		}
		if err := s.cfg.Executor.Finalize(ctx, c.Claim.BlockHash); err != nil {
			if ctx.Err() == nil {
				s.log.Debug("finalise block: trying again", "number", n, "err", err)
			}
			return nil
		}
		s.mu.Lock()
		s.finalized = n
		s.mu.Unlock()
		s.meters.finalized.Set(float64(n))
		return nil
	}
	return nil
}
