package node

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/store"
)

// evidenceStore keeps proven faults, each once: an operator that errs at one position in one way has one record, however
// many pairs of its statements prove it. The key is kind ‖ offender ‖ rollup ‖ position, the value the time in Unix
// milliseconds and the encoding. It implements avs.EvidenceSink.
type evidenceStore struct {
	space  *store.Space
	domain avs.Domain
	sets   avs.OperatorSets
	rollup func(avs.RollupID) (avs.Rollup, bool)
	clock  clock.Clock
	log    *slog.Logger
	count  prometheus.Counter

	mu sync.Mutex // one report at a time, so that none is kept twice
}

// errEvidence is evidence about what this operator does not know.
var errEvidence = errors.New("evidence is about a rollup or an epoch that is not known here")

// fault is what evidence says, after it was checked.
type fault struct {
	kind     byte
	offender avs.OperatorID
	rollup   avs.RollupID
	position uint64 // block number of a claim, slot*16+rank of a batch
}

// Kinds of evidence in a key.
const (
	keptClaims byte = iota + 1
	keptHeaders
	keptReceipt
)

const evidenceKeySize = 1 + common.AddressLength + common.HashLength + 8

func (f fault) key() []byte {
	key := append([]byte{f.kind}, f.offender[:]...)
	return binary.BigEndian.AppendUint64(append(key, f.rollup[:]...), f.position)
}

// Report checks and persists evidence.
func (s *evidenceStore) Report(_ context.Context, e avs.Evidence) error {
	f, err := s.examine(e)
	if err != nil {
		return fmt.Errorf("check evidence: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	key := f.key()
	known, err := s.space.Has(key)
	if err != nil || known {
		return err
	}
	now := uint64(max(0, s.clock.Now().UnixMilli()))
	if err := s.space.SetSync(key, append(binary.BigEndian.AppendUint64(nil, now), e.Encode()...)); err != nil {
		return fmt.Errorf("keep evidence: %w", err)
	}
	s.count.Inc()
	s.log.Error("an operator committed a provable fault", "kind", e.Kind(), "operator", f.offender, "rollup", f.rollup, "position", f.position)
	return nil
}

// examine verifies evidence and finds out whose fault it proves.
func (s *evidenceStore) examine(e avs.Evidence) (fault, error) {
	switch {
	case e.Kind() == "":
		return fault{}, fmt.Errorf("%w: it has not exactly one content", avs.ErrNoEvidence)
	case e.Claims != nil:
		return s.examineClaims(*e.Claims)
	case e.Headers != nil:
		h := e.Headers.First.Header
		by, err := e.Headers.Verify(s.domain)
		return s.blame(fault{kind: keptHeaders, rollup: h.Rollup, position: squad.GuardPosition(h.Slot) + uint64(h.Rank)}, h.Epoch, by, err)
	default:
		p := e.Receipt.Receipt.Preconfirmation
		by, err := e.Receipt.Verify(s.domain)
		return s.blame(fault{kind: keptReceipt, rollup: p.Rollup, position: squad.GuardPosition(p.Slot) + uint64(p.Rank)}, p.Epoch, by, err)
	}
}

func (s *evidenceStore) examineClaims(c avs.ConflictingClaims) (fault, error) {
	claim := c.A.Claim
	r, ok := s.rollup(claim.Rollup)
	if !ok {
		return fault{}, fmt.Errorf("%w: rollup %s", errEvidence, claim.Rollup)
	}
	a, okA := s.sets.At(avs.MachSet(r.Index), claim.Epoch)
	b, okB := s.sets.At(avs.MachSet(r.Index), c.B.Claim.Epoch)
	if !okA || !okB {
		return fault{}, fmt.Errorf("%w: epochs %d and %d", errEvidence, claim.Epoch, c.B.Claim.Epoch)
	}
	return fault{keptClaims, c.Operator, claim.Rollup, claim.Number}, c.Verify(s.domain, a, b)
}

// blame finds the member of a rollup's SQUAD set that signed.
func (s *evidenceStore) blame(f fault, epoch avs.Epoch, by common.Address, err error) (fault, error) {
	if err != nil {
		return f, err
	}
	r, ok := s.rollup(f.rollup)
	if !ok {
		return f, fmt.Errorf("%w: rollup %s", errEvidence, f.rollup)
	}
	set, ok := s.sets.At(avs.SquadSet(r.Index), epoch)
	if !ok {
		return f, fmt.Errorf("%w: epoch %d", errEvidence, epoch)
	}
	i := set.IndexOfConsensus(by)
	if i < 0 {
		return f, fmt.Errorf("%w: %s signed, who is no member in epoch %d", avs.ErrNoEvidence, by, epoch)
	}
	f.offender = set.Member(i).Operator
	return f, nil
}

// maxEvidenceAnswer bounds the proofs of one answer, bytes; of more only what they prove is told.
const maxEvidenceAnswer = 4 << 20

// list is what is kept, oldest first.
func (s *evidenceStore) list() ([]client.Evidence, error) {
	type record struct {
		at   uint64
		kept client.Evidence
	}
	var all []record
	err := s.space.Iterate(nil, nil, func(key, value []byte) error {
		if len(key) != evidenceKeySize || len(value) < 8 {
			return nil
		}
		e, err := avs.DecodeEvidence(value[8:])
		if err != nil {
			s.log.Warn("kept evidence is unreadable", "err", err)
			return nil
		}
		all = append(all, record{binary.BigEndian.Uint64(value), client.Evidence{Kind: e.Kind(), Offender: common.Address(key[1:21]),
			Rollup: common.Hash(key[21:53]), Position: hexutil.Uint64(shownPosition(key[0], binary.BigEndian.Uint64(key[53:]))), Proof: slices.Clone(value[8:])}})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read evidence: %w", err)
	}
	slices.SortStableFunc(all, func(a, b record) int {
		if a.at < b.at {
			return -1
		}
		return min(1, int(a.at-b.at))
	})
	out, size := make([]client.Evidence, 0, len(all)), 0
	for _, r := range all {
		if size += len(r.kept.Proof); size > maxEvidenceAnswer {
			r.kept.Proof = nil
		}
		out = append(out, r.kept)
	}
	return out, nil
}

// shownPosition is the number of the block, or the slot.
func shownPosition(kind byte, position uint64) uint64 {
	if kind == keptClaims {
		return position
	}
	return position / squad.GuardPosition(1)
}
