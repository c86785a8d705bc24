package l1

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
)

// This file follows the rollups that are registered and stopped with RestakedRollups.

var rollupsABI = bindings.NewRestakedRollups()

// rollupLife is a sequenced rollup with the L1 blocks at which it came and went.
type rollupLife struct {
	Rollup     avs.Rollup
	Registered uint64
	Stopped    uint64 // 0 while it runs
}

func (l rollupLife) stoppedAt(block uint64) bool { return l.Stopped != 0 && l.Stopped <= block }

func rollupKey(id avs.RollupID) []byte { return append([]byte("rollup/"), id[:]...) }

func (r *Registry) loadRollups() error {
	return r.db.Iterate([]byte("rollup/"), nil, func(_, value []byte) error {
		var l rollupLife
		if err := rlp.DecodeBytes(value, &l); err != nil {
			return err
		}
		r.rollups[l.Rollup.ID] = l
		return nil
	})
}

// RollupsAt are the sequenced rollups that were registered and not stopped at an L1 block, ascending by id. Anybody can
// register a rollup, under any name: which of them the network serves is for consensus to say.
func (r *Registry) RollupsAt(block uint64) []avs.Rollup {
	var out []avs.Rollup
	for _, l := range r.lives() {
		if l.Registered <= block && !l.stoppedAt(block) {
			out = append(out, l.Rollup)
		}
	}
	return out
}

// StoppedAt are the sequenced rollups that were stopped at an L1 block or before, ascending by id.
func (r *Registry) StoppedAt(block uint64) []avs.RollupID {
	var out []avs.RollupID
	for _, l := range r.lives() {
		if l.stoppedAt(block) {
			out = append(out, l.Rollup.ID)
		}
	}
	return out
}

// lives are all sequenced rollups, ascending by id.
func (r *Registry) lives() []rollupLife {
	r.mu.RLock()
	defer r.mu.RUnlock()
	out := make([]rollupLife, 0, len(r.rollups))
	for _, l := range r.rollups {
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b rollupLife) int { return bytes.Compare(a.Rollup.ID[:], b.Rollup.ID[:]) })
	return out
}

func (d *draft) applyRollups(log *types.Log) error {
	if ok, err := on(log, rollupsABI.UnpackRollupRegisteredEvent, d.registered); ok {
		return err
	}
	_, err := on(log, rollupsABI.UnpackRollupStoppedEvent, d.stopped)
	return err
}

func (d *draft) registered(e *bindings.RestakedRollupsRollupRegistered) error {
	if !e.Params.Sequenced {
		return nil
	}
	return d.put(rollupLife{Rollup: rollupOf(e), Registered: e.Raw.BlockNumber})
}

func (d *draft) stopped(e *bindings.RestakedRollupsRollupStopped) error {
	l, ok := d.rollups[e.Id]
	if !ok {
		d.registry.mu.RLock()
		l, ok = d.registry.rollups[e.Id]
		d.registry.mu.RUnlock()
	}
	if !ok {
		return nil // it has a sequencer of its own
	}
	l.Stopped = e.Raw.BlockNumber
	return d.put(l)
}

func (d *draft) put(l rollupLife) error {
	data, err := rlp.EncodeToBytes(l)
	if err != nil {
		return fmt.Errorf("encode rollup %s: %w", avs.ShortID(l.Rollup.ID), err)
	}
	d.rollups[l.Rollup.ID] = l
	d.batch.Set(rollupKey(l.Rollup.ID), data)
	return nil
}

// rollupOf is a rollup as its registration tells. Larger batches than this program handles it does not allow.
func rollupOf(e *bindings.RestakedRollupsRollupRegistered) avs.Rollup {
	p := e.Params
	return avs.Rollup{
		ID: e.Id, Name: p.Name, Index: e.Index, ChainID: e.ChainId, GenesisHash: p.GenesisHash, GenesisTime: p.GenesisTime,
		Slots: avs.SlotParams{GenesisMillis: 1000 * p.GenesisTime, SlotMillis: uint64(p.SlotMillis), SpanSlots: uint64(p.SpanSlots),
			WindowSpans: uint64(p.WindowSpans), Ranks: uint32(p.Ranks), StepMillis: uint64(p.StepMillis)},
		GasLimit: p.GasLimit, MaxBodySize: min(p.MaxBatchBytes, avs.MaxBodySize), ForceMillis: p.ForceMillis, Level: avs.LevelExecution,
	}
}
