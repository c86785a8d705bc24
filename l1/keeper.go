package l1

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

// Defaults of a KeeperConfig.
const (
	DefaultKeeperPoll    = 12 * time.Second // a block of Ethereum
	DefaultKeeperStagger = 3
	DefaultKeeperRest    = 4
)

// KeeperConfig says which snapshots to take, and when it is this operator's turn.
type KeeperConfig struct {
	Client   *Client
	Tx       *TxManager
	Table    common.Address     // StakeTable
	Sets     func() []avs.SetID // to look after
	Position func() int         // of this operator in the ordering set; negative: it is not in the set and takes none
	Stagger  uint64             // blocks that each position waits longer than the one before; DefaultKeeperStagger
	Rest     uint64             // blocks for which a set that was due and unchanged is left alone; DefaultKeeperRest
	Clock    clock.Clock
	Log      *slog.Logger
	Poll     time.Duration // between looks at the head; DefaultKeeperPoll
}

// Keeper takes the snapshots of operator sets that begin a new epoch. The operators all run one and take turns: the first
// in the ordering set acts at once, the next some blocks later if the snapshot is still missing, so normally one pays.
type Keeper struct {
	cfg    KeeperConfig
	looked uint64               // head at the last look
	due    map[avs.SetID]dueAt  // sets that would have a new epoch
	rests  map[avs.SetID]uint64 // head until which an unchanged set is left alone: to weigh a whole set is not cheap
}

// dueAt is the epoch that a set would have, and the head at which that was first seen.
type dueAt struct {
	epoch avs.Epoch
	block uint64
}

// NewKeeper returns a keeper; Run starts it.
func NewKeeper(cfg KeeperConfig) *Keeper {
	if cfg.Poll <= 0 {
		cfg.Poll = DefaultKeeperPoll
	}
	if cfg.Stagger == 0 {
		cfg.Stagger = DefaultKeeperStagger
	}
	if cfg.Rest == 0 {
		cfg.Rest = DefaultKeeperRest
	}
	return &Keeper{cfg: cfg, due: map[avs.SetID]dueAt{}, rests: map[avs.SetID]uint64{}}
}

// Run takes snapshots until ctx ends. It rides out an L1 that is away, and a snapshot that somebody else took.
func (k *Keeper) Run(ctx context.Context) error {
	var silent bool
	for {
		err := k.look(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil && !silent {
			k.cfg.Log.Warn("snapshots wait for an l1 that answers", "url", k.cfg.Client.URL(), "err", err)
		}
		silent = err != nil
		if err := clock.Sleep(ctx, k.cfg.Clock, k.cfg.Poll); err != nil {
			return err
		}
	}
}

// look takes all snapshots whose turn is now, and waits for them.
func (k *Keeper) look(ctx context.Context) error {
	head, err := k.cfg.Client.BlockNumber(ctx)
	if err != nil {
		return fmt.Errorf("read l1 head: %w", err)
	}
	position := k.cfg.Position()
	if head == k.looked || position < 0 {
		return nil
	}
	var wg sync.WaitGroup
	defer wg.Wait()
	for _, id := range k.cfg.Sets() {
		if head < k.rests[id] {
			continue
		}
		epoch, unchanged, err := k.next(ctx, id)
		if err != nil {
			return err
		}
		if unchanged {
			k.rests[id] = head + k.cfg.Rest
		}
		if epoch == 0 {
			delete(k.due, id)
			continue
		}
		if k.due[id].epoch != epoch {
			k.due[id] = dueAt{epoch, head}
		}
		if head-min(head, k.due[id].block) >= uint64(position)*k.cfg.Stagger {
			wg.Go(func() { k.take(ctx, id, epoch) })
		}
	}
	k.looked = head
	return nil
}

// read calls a view of the stake table.
func read[T any](ctx context.Context, k *Keeper, data []byte, unpack func([]byte) (T, error)) (T, error) {
	out, err := k.cfg.Client.CallContract(ctx, ethereum.CallMsg{From: k.cfg.Tx.Address(), To: &k.cfg.Table, Data: data}, nil)
	if err != nil {
		var none T
		return none, explain(err)
	}
	return unpack(out)
}

// next is the epoch that a snapshot now would begin; 0 when it is not due, or is due and the set is unchanged.
func (k *Keeper) next(ctx context.Context, id avs.SetID) (_ avs.Epoch, unchanged bool, _ error) {
	epoch, err := read(ctx, k, tableABI.PackSnapshot(uint32(id)), tableABI.UnpackSnapshot)
	if errors.Is(err, ErrReverted) {
		k.cfg.Log.Debug("no snapshot now", "set", id, "reason", err)
		return 0, false, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("simulate snapshot of set %d: %w", id, err)
	}
	current, err := read(ctx, k, tableABI.PackCurrentEpoch(uint32(id)), tableABI.UnpackCurrentEpoch)
	if err != nil {
		return 0, false, fmt.Errorf("read epoch of set %d: %w", id, err)
	}
	if epoch <= current {
		return 0, true, nil
	}
	return avs.Epoch(epoch), false, nil
}

func (k *Keeper) take(ctx context.Context, id avs.SetID, epoch avs.Epoch) {
	// A snapshot whose change was undone in time prolongs the epoch, and then the same epoch may be due again, later.
	due, err := read(ctx, k, tableABI.PackNextSnapshotBlock(uint32(id)), tableABI.UnpackNextSnapshotBlock)
	if err != nil {
		k.cfg.Log.Warn("snapshot not taken, will try again", "set", id, "epoch", epoch, "err", err)
		return
	}
	receipt, err := k.cfg.Tx.Send(ctx, Call{ID: fmt.Sprintf("snapshot/%d/%d/%d", id, epoch, due),
		Label: fmt.Sprintf("take snapshot of set %d for epoch %d", id, epoch), To: k.cfg.Table, Data: tableABI.PackSnapshot(uint32(id))})
	switch {
	case err == nil:
		k.cfg.Log.Info("snapshot taken", "set", id, "epoch", epoch, "block", receipt.BlockNumber, "gas", receipt.GasUsed)
	case errors.Is(err, ErrReverted):
		k.cfg.Log.Info("snapshot was taken by another", "set", id, "epoch", epoch, "reason", err)
	case ctx.Err() == nil:
		k.cfg.Log.Warn("snapshot not taken, will try again", "set", id, "epoch", epoch, "err", err)
	}
}
