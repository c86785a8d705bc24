package mach

import (
	"context"
	"errors"
	"fmt"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
)

// Executed tells of an ordered block that this operator's client executed and took as head. Numbers ascend; after a
// restart they may begin again at an earlier one. It only notes the claim: signing happens on Run's goroutine. An error
// is the store's.
func (s *Service) Executed(e avs.Executed) error {
	claim := avs.FinalityClaim{
		Rollup: s.cfg.Rollup.ID, Epoch: e.Batch.MachEpoch, Number: e.Block.Number, BlockHash: e.Block.Hash,
		ParentHash: e.Block.ParentHash, StateRoot: e.Block.StateRoot, Level: avs.LevelExecution,
	}
	if claim.Number == 0 {
		return nil // genesis is known to everybody and needs no certificate
	}
	return s.note(claim)
}

// note keeps an own claim and wakes whoever has to do with it.
func (s *Service) note(claim avs.FinalityClaim) error {
	if err := s.noteClaim(claim); err != nil {
		return fmt.Errorf("note block %d: %w", claim.Number, err)
	}
	s.mu.Lock()
	s.tally.executed(claim.Number)
	s.cursor = min(s.cursor, claim.Number) // a block that is executed again may not have been signed before
	s.mu.Unlock()
	s.meters.head.Set(float64(claim.Number))
	for _, c := range []chan struct{}{s.signs, s.finalizes} {
		wake(c)
	}
	return nil
}

// noteClaim keeps what was executed and compares it with what was executed before and with the certificate.
func (s *Service) noteClaim(claim avs.FinalityClaim) error {
	before, known, err := s.records.claim(claim.Number)
	if err != nil {
		return err
	}
	certificate, certified, err := s.stream.get(claim.Number)
	if err != nil {
		return err
	}
	s.mu.Lock()
	diverged := s.diverged != 0
	s.mu.Unlock()
	switch {
	case certified && certificate.Claim.Conflicts(claim):
		return s.contradicted(certificate.Claim, claim)
	case !certified && diverged:
		return nil // a descendant of the wrong block, for all that is known
	case !certified && known && before != claim:
		return s.diverge(divergence{claim.Number, 0, reasonAgain, before, claim})
	}
	if !known || before != claim {
		if err := s.records.setClaim(claim); err != nil {
			return err
		}
	}
	if certified {
		return s.heal(claim.Number)
	}
	return nil
}

// divergence says where and how the own execution parted from the network's, or from itself.
type divergence struct {
	number       uint64
	void         uint64 // own claims from this number on are wrong; 0: that is not known
	reason       string
	theirs, ours avs.FinalityClaim
}

// contradicted is the divergence of the own execution from a certificate.
func (s *Service) contradicted(theirs, ours avs.FinalityClaim) error {
	return s.diverge(divergence{ours.Number, ours.Number, reasonContradicted, theirs, ours})
}

// diverge stops signing and finalising until the block was executed again, as certified.
func (s *Service) diverge(d divergence) error {
	s.mu.Lock()
	// Certificates may come out of order: the lowest number is where the executions part, and where healing begins.
	lowest := s.diverged == 0 || d.number < s.diverged
	if lowest {
		s.diverged = d.number
	}
	s.mu.Unlock()
	if !lowest {
		return nil
	}
	s.meters.contradicted.Inc()
	s.meters.diverged.Set(1)
	s.log.Error("divergence: signing and finalising stopped; check the execution client and its data", "reason", d.reason,
		"number", d.number, "block_hash", d.ours.BlockHash, "state_root", d.ours.StateRoot,
		"other_block_hash", d.theirs.BlockHash, "other_state_root", d.theirs.StateRoot)
	if err := s.records.setDiverged(d.number, d.void); err != nil {
		return err
	}
	return s.cfg.Alarms.Raise(SourceExecution, d.report())
}

// heal ends a divergence: the block was executed again, now as certified.
func (s *Service) heal(number uint64) error {
	s.mu.Lock()
	healed := s.diverged == number
	if healed {
		s.diverged = 0
	}
	s.mu.Unlock()
	if !healed {
		return nil
	}
	s.meters.diverged.Set(0)
	s.log.Info("divergence ended: block executed again as certified", "number", number)
	if err := s.records.setDiverged(0, 0); err != nil {
		return err
	}
	return s.cfg.Alarms.Clear(SourceExecution)
}

// signLoop signs what was executed, in order, and tries again what could not be signed.
func (s *Service) signLoop(ctx context.Context) error {
	for {
		err := s.signAll(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, errSign):
			s.log.Warn("sign claim: trying again", "err", err)
			if clock.Sleep(ctx, s.cfg.Clock, tickInterval) != nil {
				return nil
			}
			continue
		case err != nil:
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-s.signs:
		}
	}
}

// errSign marks an error of the guard that may go away: the loop waits and tries again.
var errSign = errors.New("sign claim")

func (s *Service) signAll(ctx context.Context) error {
	for {
		s.mu.Lock()
		s.cursor = max(s.cursor, s.tally.floor()+1)
		number, ready := s.cursor, s.cursor <= s.tally.head && s.diverged == 0 && !s.held
		s.mu.Unlock()
		if !ready {
			return nil
		}
		claim, known, err := s.records.claim(number)
		if err != nil {
			return err
		}
		if known {
			if err := s.sign(ctx, claim); err != nil {
				return err
			}
		}
		s.mu.Lock()
		if s.cursor == number { // else an earlier block was executed again meanwhile
			s.cursor++
		}
		s.mu.Unlock()
	}
}

// sign makes, keeps, counts and sends the own attestation of a claim, once.
func (s *Service) sign(ctx context.Context, claim avs.FinalityClaim) error {
	set, known := s.cfg.Sets.At(s.set, claim.Epoch)
	if !known {
		s.log.Warn("claim not signed: operator set of its epoch is not known", "number", claim.Number, "epoch", claim.Epoch)
		return nil
	}
	member := set.Index(s.cfg.Self)
	if member < 0 {
		return nil
	}
	if set.Key(member) != s.cfg.Signer.BLSPublicKey() {
		s.log.Warn("claim not signed: the set has another key for this operator", "number", claim.Number, "epoch", claim.Epoch)
		return nil
	}
	if _, done, err := s.records.attestation(claim.Number, s.cfg.Self); done || err != nil {
		return err
	}
	digest := claim.Digest(s.cfg.Domain)
	sig, err := s.cfg.Signer.BLS(ctx, signer.Statement{Domain: GuardDomain, Scope: claim.Rollup, Position: claim.Number, Digest: digest})
	if refused(err) {
		s.meters.refused.Inc()
		s.log.Warn("claim not signed: the signing guard refuses", "number", claim.Number, "err", err)
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w %d: %w", errSign, claim.Number, err)
	}
	a := avs.Attestation{Claim: claim, Member: uint16(member), Signature: sig.Bytes()}
	if _, err := s.count(vote{attestation: a, operator: s.cfg.Self, signature: sig, digest: digest, set: set}); err != nil {
		return err
	}
	if err := s.cfg.Network.Broadcast(ctx, s.topic, a.Encode()); err != nil && ctx.Err() == nil {
		s.log.Debug("broadcast attestation: left to repetition", "number", claim.Number, "err", err)
	}
	return nil
}

// urgency is the batcher's question to the tally.
func (s *Service) urgency(b *batch) urgency {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tally.urgency(b)
}

// count counts a verified vote, keeps it, and queues what it completed.
func (s *Service) count(v vote) (counted, error) {
	s.mu.Lock()
	result, err := s.tally.count(v)
	if result.certificate != nil {
		s.formed = append(s.formed, *result.certificate)
		s.race.made[result.certificate.Claim.Number] = true
	}
	s.mu.Unlock()
	if err != nil {
		s.log.Error("aggregate attestations", "number", v.attestation.Claim.Number, "err", err)
	}
	if result.certificate != nil {
		wake(s.keeps)
	}
	if result.standing != fresh && result.standing != late {
		return result, nil
	}
	s.meters.counted(v.operator)
	return result, s.records.addAttestation(v.operator, v.attestation)
}
