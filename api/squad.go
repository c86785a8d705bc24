package api

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
)

// Squad tells how this operator sequences its rollups, and asks leaders for receipts. An error that has an ErrorCode
// comes out with it. False is a rollup that is not sequenced here.
type Squad interface {
	Status(rollup avs.RollupID) (client.SquadStatus, bool, error)
	Pending(rollup avs.RollupID) (client.SquadPending, bool, error)
	// Preconfirm adds a transaction to the pool and waits for a leader's receipt, for the operator's own time if wait is 0.
	Preconfirm(ctx context.Context, rollup avs.RollupID, raw []byte, wait time.Duration) (avs.SignedPreconfirmation, bool, error)
}

// squadAPI is the namespace "squad".
type squadAPI struct{ lookup lookup }

func (s *squadAPI) rollup(word string) (avs.Rollup, error) {
	r, err := s.lookup.rollup(word)
	if err == nil && r.Followed {
		err = &missingError{client.CodeNotServed, "squad", fmt.Sprintf("rollup %s has a sequencer of its own: SQUAD does not lead it", r.Name)}
	}
	return r, err
}

// Schedule answers squad_schedule(rollup, window): that window, or without one that of now and the next.
func (s *squadAPI) Schedule(_ context.Context, rollup string, window *json.RawMessage) (client.SquadSchedule, error) {
	r, err := s.rollup(rollup)
	if err != nil {
		return client.SquadSchedule{}, err
	}
	if s.lookup.cfg.Sequencing == nil {
		return client.SquadSchedule{}, notServed("schedules")
	}
	b, err := parseBlock(rawOf(window))
	if err != nil || b.hash != nil {
		return client.SquadSchedule{}, &inputError{"window must be a number (0x-hex or JSON number)"}
	}
	now := uint64(max(0, s.lookup.cfg.Clock.Now().UnixMilli()))
	slot := r.Slots.SlotAt(now)
	out := client.SquadSchedule{Rollup: r.ID, Millis: hexutil.Uint64(now), Slot: hexutil.Uint64(slot), Window: hexutil.Uint64(r.Slots.Window(slot)), Windows: []client.SquadWindow{}}
	wanted := []uint64{uint64(out.Window), uint64(out.Window) + 1}
	if b.number != nil {
		wanted = []uint64{*b.number}
	}
	for _, w := range wanted {
		if drawn, ok := s.window(r, w); ok {
			out.Windows = append(out.Windows, drawn)
		}
	}
	if len(out.Windows) == 0 {
		return out, &missingError{client.CodeNoOperatorSet, "schedule",
			fmt.Sprintf("no schedule of %s for window %d; the window of now is %d, and one is fixed one window ahead and kept for a few", r.Name, wanted[0], uint64(out.Window))}
	}
	return out, nil
}

// window is the schedule of a window; false if consensus has fixed none, or its set is not known.
func (s *squadAPI) window(r avs.Rollup, window uint64) (client.SquadWindow, bool) {
	plan, ok := s.lookup.cfg.Sequencing.Plan(r.ID, window)
	if !ok || window > lastWindow {
		return client.SquadWindow{}, false
	}
	set, ok := s.lookup.cfg.Sets.At(avs.SquadSet(r.Index), plan.Epoch)
	if !ok {
		return client.SquadWindow{}, false
	}
	return drawWindow(r.Slots, set, plan), true
}

// lastWindow is far beyond any; its slots, in milliseconds, still count in 64 bits.
const lastWindow = 1 << 40

func drawWindow(p avs.SlotParams, set *avs.OperatorSet, plan avs.SchedulePlan) client.SquadWindow {
	first := plan.Window * p.SpanSlots * p.WindowSpans
	schedule := avs.NewSchedule(p, set, plan)
	out := client.SquadWindow{Window: hexutil.Uint64(plan.Window), Epoch: hexutil.Uint64(plan.Epoch), Seed: plan.Seed, FirstSlot: hexutil.Uint64(first),
		SpanSlots: hexutil.Uint64(p.SpanSlots), StartMillis: hexutil.Uint64(p.StartMillis(first, 0)),
		EndMillis: hexutil.Uint64(p.StartMillis(first+p.SpanSlots*p.WindowSpans, 0)), Ranks: hexutil.Uint64(schedule.Ranks()), Jailed: []common.Address{}}
	for span := range p.WindowSpans {
		out.Seats = append(out.Seats, set.Member(schedule.Leader(set, first+span*p.SpanSlots, 0)).Operator)
	}
	for i := range set.Len() {
		if plan.Jailed.Has(i) {
			out.Jailed = append(out.Jailed, set.Member(i).Operator)
		}
	}
	return out
}

// Status answers squad_status(rollup).
func (s *squadAPI) Status(_ context.Context, rollup string) (client.SquadStatus, error) {
	r, err := s.served(rollup)
	if err != nil {
		return client.SquadStatus{}, err
	}
	out, here, err := s.lookup.cfg.Squad.Status(r.ID)
	return out, notHere(here, err)
}

// Pending answers squad_pending(rollup): batches that are not both ordered and executed, with their tier.
func (s *squadAPI) Pending(_ context.Context, rollup string) (client.SquadPending, error) {
	r, err := s.served(rollup)
	if err != nil {
		return client.SquadPending{}, err
	}
	out, here, err := s.lookup.cfg.Squad.Pending(r.ID)
	return out, notHere(here, err)
}

// MaxPreconfirmWait bounds the wait that a caller may ask for.
const MaxPreconfirmWait = 10 * time.Second

// Preconfirm answers squad_preconfirm(rollup, raw transaction, milliseconds to wait).
func (s *squadAPI) Preconfirm(ctx context.Context, rollup string, raw hexutil.Bytes, wait *hexutil.Uint64) (client.Preconfirmation, error) {
	r, err := s.served(rollup)
	if err != nil {
		return client.Preconfirmation{}, err
	}
	var patience time.Duration
	if wait != nil {
		patience = time.Duration(min(uint64(*wait), uint64(MaxPreconfirmWait.Milliseconds()))) * time.Millisecond
	}
	receipt, here, err := s.lookup.cfg.Squad.Preconfirm(ctx, r.ID, raw, patience)
	if err := notHere(here, err); err != nil {
		return client.Preconfirmation{}, err
	}
	return client.NewPreconfirmation(s.lookup.cfg.Domain, receipt), nil
}

// served finds a rollup if this operator tells about its sequencing.
func (s *squadAPI) served(rollup string) (avs.Rollup, error) {
	r, err := s.rollup(rollup)
	if err == nil && s.lookup.cfg.Squad == nil {
		err = notServed("sequencing")
	}
	return r, err
}

func notHere(here bool, err error) error {
	if err == nil && !here {
		return notServed("sequencing of this rollup")
	}
	return err
}

// Evidence answers trident_evidence(): faults that this operator can prove, newest last.
func (t *tridentAPI) Evidence() ([]client.Evidence, error) {
	if t.cfg.Evidence == nil {
		return nil, notServed("evidence")
	}
	return t.cfg.Evidence()
}
