package mach

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// FollowTerms are what certifying a rollup with a sequencer of its own needs beyond the rest.
type FollowTerms struct {
	Start    uint64        // number that certificates begin at
	Handover time.Duration // see Service.Observed
	Schedule avs.EpochSchedule
}

// Observed is a block of a followed rollup that this operator verified.
type Observed struct {
	Block      avs.BlockRef
	OutputRoot common.Hash // commitment of the rollup's stack beyond the state root; zero where it has none
	Level      avs.Level   // of verification that was reached
}

// errLevel is a block that was verified at another level than the rollup's claims state.
var errLevel = errors.New("block was verified at another level than the rollup's terms")

// errNotFollowed is a call that is for followed rollups alone.
var errNotFollowed = errors.New("rollup is sequenced by the network: its blocks are executed, not observed")

// Observed tells of a verified block of a followed rollup, as Executed does where SQUAD sequences. Numbers ascend, except
// that they go back after Hold.
//
// Consensus does not order the block, so its timestamp says which epoch certifies it: the set that was in force the
// handover before it. The answer is asked for only when consensus has passed that moment here, since then it never
// changes and is the same at every operator; until then Observed waits, at most until ctx ends.
func (s *Service) Observed(ctx context.Context, o Observed) error {
	if s.cfg.Follow == nil {
		return fmt.Errorf("observe block %d: %w", o.Block.Number, errNotFollowed)
	}
	if o.Level != s.level() {
		return fmt.Errorf("observe block %d: %w: %d, not %d", o.Block.Number, errLevel, o.Level, s.level())
	}
	if o.Block.Number < s.first {
		return nil
	}
	epoch, err := s.epochAt(ctx, o.Block.Timestamp)
	if err != nil {
		return fmt.Errorf("observe block %d: %w", o.Block.Number, err)
	}
	return s.note(avs.FinalityClaim{
		Rollup: s.cfg.Rollup.ID, Epoch: epoch, Number: o.Block.Number, BlockHash: o.Block.Hash, ParentHash: o.Block.ParentHash,
		StateRoot: o.Block.StateRoot, OutputRoot: o.OutputRoot, Level: o.Level,
	})
}

// epochAt is the epoch that certifies a block of a timestamp, in seconds. It waits until consensus knows.
func (s *Service) epochAt(ctx context.Context, timestamp uint64) (avs.Epoch, error) {
	handover := uint64(s.cfg.Follow.Handover / time.Millisecond)
	moment := timestamp * 1000
	moment -= min(moment, handover)
	for tries := 1; ; tries++ {
		set, err := s.cfg.Follow.Schedule.InForceAt(s.set, moment)
		if err == nil {
			return set.Epoch(), nil
		}
		if tries == epochPatience {
			s.log.Warn("epoch of a block is not known yet: waiting for consensus", "timestamp", timestamp, "err", err)
		}
		if err := clock.Sleep(ctx, s.cfg.Clock, epochWait); err != nil {
			return 0, err
		}
	}
}

// FollowFrom is the number that observing is to go on at, and the hash of the block before it where that is known.
func (s *Service) FollowFrom() (uint64, common.Hash, error) {
	_, tip := s.stream.gap()
	s.mu.Lock()
	last, diverged := max(s.tally.head, s.first-1), s.diverged
	s.mu.Unlock()
	switch {
	case diverged > 0:
		last = diverged - 1 // only this block, as certified, ends the divergence
	case tip > last+behindWindow:
		last = tip // what lies between has its certificates, and votes would come too late to count
	}
	own, known, err := s.records.claim(last)
	if err != nil || known {
		return last + 1, own.BlockHash, err
	}
	c, _, err := s.stream.get(last)
	return last + 1, c.Claim.BlockHash, err
}

// Hold stops signing until Release, since what was verified may not be so; own claims from a number on are dropped. The
// certificates of others are still counted, checked and kept.
func (s *Service) Hold(from uint64) error {
	s.mu.Lock()
	s.held = true
	s.cursor = min(s.cursor, from)
	s.tally.dropped(from)
	s.mu.Unlock()
	return s.records.dropClaims(from)
}

// Release ends Hold.
func (s *Service) Release() {
	s.mu.Lock()
	s.held = false
	s.mu.Unlock()
	wake(s.signs)
}

// level is what claims of the rollup state.
func (s *Service) level() avs.Level {
	if s.cfg.Follow == nil {
		return avs.LevelExecution
	}
	return s.cfg.Rollup.Level
}

// noFinalizer stands where a rollup is followed: its clients are not ours to move.
type noFinalizer struct{}

func (noFinalizer) Finalize(context.Context, common.Hash) error { return nil }

// dropped notes that claims from a number on are no longer the own ones.
func (t *tally) dropped(from uint64) { t.head = min(t.head, max(from, 1)-1) }

// dropClaims forgets the own claims from a number on.
func (r records) dropClaims(from uint64) error {
	batch := r.space.NewBatch()
	defer batch.Discard()
	batch.DeleteRange(numberKey(keyClaim, from), []byte{keyClaim + 1})
	return wrap("drop claims", batch.Commit(true))
}
