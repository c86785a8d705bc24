package squad

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
)

const (
	// listAge is how long a transaction waits in this operator's pool before it is listed.
	listAge = 2 * time.Second
	// looksPerSpan is how often in a span the pool is looked at.
	looksPerSpan = 2
	// listFresh is how much longer, in milliseconds, a list has to be in force for what it names not to be listed again.
	listFresh = avs.ListLifeMillis / 2
)

// runInclusion lists transactions that wait for too long, at most once a span, and has consensus order the list. From then
// on members acknowledge no batch that leaves one of them out without need.
func (s *Service) runInclusion(ctx context.Context) {
	p := s.cfg.Rollup.Slots
	pace := time.Duration(p.SlotMillis*p.SpanSlots/looksPerSpan) * time.Millisecond
	var listed uint64 // span of the last list, plus one
	for clock.Sleep(ctx, s.cfg.Clock, max(pace, time.Millisecond)) == nil {
		slot := p.SlotAt(s.now())
		if span := slot/p.SpanSlots + 1; span > listed && s.list(ctx, slot) {
			listed = span
		}
	}
}

// list makes and submits one list; false if there was nothing to list, or this operator may not.
func (s *Service) list(ctx context.Context, slot uint64) bool {
	in, turn := s.input(), s.schedules.at(slot)
	if turn == nil || in.Stopped || s.broken.Load() || s.member(turn.set) < 0 {
		return false
	}
	waiting := s.cfg.TxPool.Waiting(listAge, avs.MaxListed)
	if !s.worthListing(in.Lists, waiting) {
		return false
	}
	signed, err := s.signList(ctx, turn, slot, waiting)
	if err == nil {
		err = s.cfg.Submitter.Submit(ctx, avs.Tx{Inclusion: &signed})
	}
	if err != nil {
		if ctx.Err() == nil {
			s.log.Warn("list waiting transactions", "slot", slot, "count", len(waiting), "error", err)
		}
		return true // the guard takes one a slot, and the next span is soon
	}
	s.meters.listed.Add(float64(len(waiting)))
	s.log.Info("transactions wait for too long: consensus has them listed", "slot", slot, "count", len(waiting), "oldest", waiting[0])
	s.share(ctx, turn.set, waiting)
	return true
}

// worthListing reports whether one of the transactions is in no list that stays in force for a while.
func (s *Service) worthListing(lists []avs.OrderedList, waiting []common.Hash) bool {
	now := s.now()
	named := map[common.Hash]bool{}
	for _, l := range lists {
		if now+listFresh < l.SinceMillis+avs.ListLifeMillis {
			for _, tx := range l.List.List.Transactions {
				named[tx] = true
			}
		}
	}
	return slices.ContainsFunc(waiting, func(tx common.Hash) bool { return !named[tx] })
}

func (s *Service) signList(ctx context.Context, turn *turn, slot uint64, transactions []common.Hash) (avs.SignedInclusionList, error) {
	list := avs.InclusionList{Rollup: s.cfg.Rollup.ID, Epoch: turn.plan.Epoch, Slot: slot, Transactions: transactions}
	sig, err := s.cfg.Guard.ECDSA(ctx, signer.Statement{
		Domain: avs.GuardDomainInclusion, Scope: s.cfg.Rollup.ID, Position: slot, Digest: list.Digest(s.cfg.Domain),
	})
	return avs.SignedInclusionList{List: list, Signature: sig}, err
}

// share sends listed transactions to all members of a set: who does not have one can neither include it nor miss it.
func (s *Service) share(ctx context.Context, set *avs.OperatorSet, transactions []common.Hash) {
	source, can := s.cfg.TxPool.(avs.TxSource)
	if !can {
		return
	}
	var members []avs.OperatorID
	for _, peer := range s.cfg.Network.Peers() {
		if set.Index(peer) >= 0 {
			members = append(members, peer)
		}
	}
	s.offerTo(ctx, members, source.Transactions(transactions))
}

// listed are the transactions of lists in force that the pool holds, the oldest list first.
func (s *Service) listed(slot uint64) [][]byte {
	source, can := s.cfg.TxPool.(avs.TxSource)
	if !can {
		return nil
	}
	start := s.cfg.Rollup.Slots.StartMillis(slot, 0)
	return source.Transactions(named(s.input().Lists, func(since uint64) bool { return start < since+avs.ListLifeMillis }))
}

// named are the transactions of the lists that a moment of order selects, each once, the oldest list first.
func named(lists []avs.OrderedList, selects func(sinceMillis uint64) bool) []common.Hash {
	lists = slices.Clone(lists)
	slices.SortStableFunc(lists, func(a, b avs.OrderedList) int { return cmp.Compare(a.SinceMillis, b.SinceMillis) })
	seen := map[common.Hash]bool{}
	var out []common.Hash
	for _, l := range lists {
		if !selects(l.SinceMillis) {
			continue
		}
		for _, tx := range l.List.List.Transactions {
			if !seen[tx] {
				seen[tx] = true
				out = append(out, tx)
			}
		}
	}
	return out
}

// binding are the transactions that a batch of a slot may not leave out without need.
func binding(lists []avs.OrderedList, startMillis uint64) []common.Hash {
	return named(lists, func(since uint64) bool {
		return startMillis >= since+avs.ListGraceMillis && startMillis < since+avs.ListLifeMillis
	})
}

// checkListed checks that an executed block leaves out no listed transaction that it could have held, as far as the
// execution client can tell.
func (s *Service) checkListed(ctx context.Context, h avs.BatchHeader) error {
	wanted := binding(s.input().Lists, s.cfg.Rollup.Slots.StartMillis(h.Slot, 0))
	judge, can := s.cfg.Executor.(avs.InclusionChecker)
	if len(wanted) == 0 || !can {
		return nil
	}
	missing, err := judge.Includable(ctx, h.BlockHash, s.maxBody(), wanted)
	if err != nil {
		return fmt.Errorf("look for left out transactions: %w", err)
	}
	if len(missing) > 0 {
		return fmt.Errorf("%w: %d, the first is %s", errCensored, len(missing), missing[0])
	}
	return nil
}
