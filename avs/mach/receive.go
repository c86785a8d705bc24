package mach

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

// errNotOurs is an attestation that no honest operator makes for this rollup.
var errNotOurs = errors.New("does not belong here")

// handleAttestation is the topic's validator: cheap checks, then the signature, then counting. Nothing is forwarded that
// was not found good, so whoever forwards a bad signature is to blame for it.
func (s *Service) handleAttestation(ctx context.Context, _ avs.OperatorID, data []byte) (avs.Verdict, error) {
	a, err := avs.DecodeAttestation(data)
	if err != nil {
		s.meters.received("malformed")
		return avs.Reject, err
	}
	return s.receive(ctx, a)
}

// receive judges an attestation of a peer and counts it if it is worth forwarding.
func (s *Service) receive(ctx context.Context, a avs.Attestation) (avs.Verdict, error) {
	set, err := s.plausible(a)
	if set == nil || err != nil {
		s.meters.received("implausible")
		return verdictOf(err), err
	}
	operator := set.Member(int(a.Member)).Operator
	s.mu.Lock()
	what, stopped := s.tally.standing(a, operator), s.stopped
	s.mu.Unlock()
	if stopped {
		return avs.Ignore, nil
	}
	defer func() { s.meters.received(what.String()) }()
	switch what {
	case fresh, late:
		if fits, err := s.epochFits(a.Claim); !fits || err != nil {
			return avs.Ignore, err
		}
	case conflict:
	case outside:
		return s.receiveOld(ctx, a, operator, set)
	default:
		return avs.Ignore, nil
	}
	sig, err := s.verify(ctx, a, set, what)
	if err != nil {
		return avs.Reject, err
	}
	result, err := s.count(vote{attestation: a, operator: operator, signature: sig, digest: a.Claim.Digest(s.cfg.Domain), set: set})
	if what = result.standing; result.evidence != nil {
		s.report(ctx, *result.evidence)
	}
	if err != nil || (what != fresh && what != late) {
		return avs.Ignore, err
	}
	return avs.Accept, nil
}

// verify checks a signature together with others of its claim; alone where it is to be evidence.
func (s *Service) verify(ctx context.Context, a avs.Attestation, set *avs.OperatorSet, what standing) (bls.Signature, error) {
	if what == conflict {
		return a.Verify(s.cfg.Domain, set)
	}
	return s.batcher.verify(ctx, a, set)
}

// plausible checks what costs nothing. Without set and error the attestation may be good, but cannot be judged here yet.
func (s *Service) plausible(a avs.Attestation) (*avs.OperatorSet, error) {
	if err := s.onTerms(a.Claim); err != nil {
		return nil, err
	}
	set, known := s.cfg.Sets.At(s.set, a.Claim.Epoch)
	if !known {
		return nil, nil //nolint:nilnil // the third answer, see the doc comment
	}
	if int(a.Member) >= set.Len() {
		return nil, fmt.Errorf("%w: member %d of %d", errNotOurs, a.Member, set.Len())
	}
	return set, nil
}

// onTerms refuses a claim that nobody makes on this rollup.
func (s *Service) onTerms(claim avs.FinalityClaim) error {
	switch {
	case claim.Rollup != s.cfg.Rollup.ID:
		return fmt.Errorf("%w: rollup %s", errNotOurs, claim.Rollup)
	case claim.Number < s.first:
		return fmt.Errorf("%w: number %d, the first is %d", errNotOurs, claim.Number, s.first)
	case claim.Level != s.level():
		return fmt.Errorf("%w: level %d", errNotOurs, claim.Level)
	case s.cfg.Follow == nil && claim.OutputRoot != common.Hash{}:
		return fmt.Errorf("%w: output root %s", errNotOurs, claim.OutputRoot)
	}
	return nil
}

func verdictOf(err error) avs.Verdict {
	if err != nil {
		return avs.Reject
	}
	return avs.Ignore
}

// epochFits reports whether a claim's epoch can be the one that was in force at its number. Members of an old set keep
// their keys, so an old epoch must not certify new blocks: the epoch must be that of the own claim, and never fall as
// numbers rise.
func (s *Service) epochFits(claim avs.FinalityClaim) (bool, error) {
	own, known, err := s.records.claim(claim.Number)
	if err != nil {
		return false, err
	}
	if known {
		return own.Epoch == claim.Epoch, nil
	}
	published, tip := s.stream.gap()
	for _, n := range []uint64{published, tip} {
		c, found, err := s.stream.get(n)
		if err != nil {
			return false, err
		}
		if found && (claim.Number > n && claim.Epoch < c.Claim.Epoch || claim.Number < n && claim.Epoch > c.Claim.Epoch) {
			return false, nil
		}
	}
	return true, nil
}

// receiveOld looks at an attestation behind or beyond the window: it counts for nothing, but if it conflicts with what
// the same operator signed before it is evidence.
func (s *Service) receiveOld(ctx context.Context, a avs.Attestation, operator avs.OperatorID, set *avs.OperatorSet) (avs.Verdict, error) {
	first, known, err := s.records.attestation(a.Claim.Number, operator)
	if err != nil || !known || !first.Claim.Conflicts(a.Claim) {
		return avs.Ignore, err
	}
	if done, err := s.records.reported(a.Claim.Number, operator); done || err != nil {
		return avs.Ignore, err
	}
	if _, err := a.Verify(s.cfg.Domain, set); err != nil {
		return avs.Reject, err
	}
	s.report(ctx, avs.ConflictingClaims{Operator: operator, A: first, B: a})
	return avs.Ignore, nil
}

// acceptCertificate checks a certificate that came from a peer and queues it; false if it cannot be judged here yet.
func (s *Service) acceptCertificate(c avs.Certificate) (bool, error) {
	set, err := s.plausible(avs.Attestation{Claim: c.Claim})
	if err != nil {
		return false, fmt.Errorf("certificate of number %d: %w", c.Claim.Number, err)
	}
	kept, found, err := s.stream.get(c.Claim.Number)
	if err != nil || found && !kept.Claim.Conflicts(c.Claim) {
		return found, err
	}
	if set == nil {
		return false, nil
	}
	if fits, err := s.epochFits(c.Claim); !found && (!fits || err != nil) {
		return false, err
	}
	if err := c.Verify(s.cfg.Domain, set); err != nil {
		return false, err
	}
	s.mu.Lock()
	s.formed = append(s.formed, c)
	s.mu.Unlock()
	wake(s.keeps)
	return true, nil
}
