package l1

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/bls"
)

var (
	registrarABI = bindings.NewOperatorRegistrar()
	tableABI     = bindings.NewStakeTable()
)

// apply adds one event to the draft. Events that change nothing here are passed over.
func (d *draft) apply(ctx context.Context, log *types.Log) error {
	switch {
	case len(log.Topics) == 0:
		return nil
	case log.Address == d.registry.registrar:
		return d.applyRegistrar(log)
	case log.Address == d.registry.table:
		return d.applyTable(ctx, log)
	}
	return nil
}

func (d *draft) applyRegistrar(log *types.Log) error {
	if e, err := registrarABI.UnpackOperatorKeysRegisteredEvent(log); err == nil {
		return d.register(e)
	}
	if e, err := registrarABI.UnpackPeerUpdatedEvent(log); err == nil {
		o := d.operator(e.Operator)
		o.PeerAddress = e.PeerAddress
		d.operators[o.ID] = o
		return nil
	}
	if e, err := registrarABI.UnpackOperatorJoinedEvent(log); err == nil {
		o := d.operator(e.Operator)
		if id := avs.SetID(e.SetId); !slices.Contains(o.Sets, id) {
			o.Sets = append(o.Sets, id)
			slices.Sort(o.Sets)
		}
		d.operators[o.ID] = o
		return nil
	}
	if e, err := registrarABI.UnpackOperatorLeftEvent(log); err == nil {
		o := d.operator(e.Operator)
		o.Sets = slices.DeleteFunc(o.Sets, func(id avs.SetID) bool { return id == avs.SetID(e.SetId) })
		d.operators[o.ID] = o
	}
	return nil
}

func (d *draft) register(e *bindings.OperatorRegistrarOperatorKeysRegistered) error {
	o := d.operator(e.Operator)
	key, err := bls.PublicKeyFromEIP2537(e.BlsKey)
	if err != nil {
		return fmt.Errorf("attestation key of %s: %w", e.Operator, err)
	}
	public, err := crypto.UnmarshalPubkey(append([]byte{4}, e.ConsensusKey...))
	if err != nil {
		return fmt.Errorf("consensus key of %s: %w", e.Operator, err)
	}
	o.BLSKey, o.ConsensusKey = key, [33]byte(crypto.CompressPubkey(public))
	o.PeerID, o.PeerAddress = e.PeerId, e.PeerAddress
	d.operators[o.ID] = o
	return nil
}

// applyTable reads the members of a new epoch. They are immutable, so reading them at the newest block gives the same as
// at the block of the event, and no archive is needed.
func (d *draft) applyTable(ctx context.Context, log *types.Log) error {
	e, err := tableABI.UnpackSnapshotTakenEvent(log)
	if err != nil {
		return nil //nolint:nilerr // another event of the table
	}
	table := d.registry.table
	out, err := d.registry.client.CallContract(ctx, ethereum.CallMsg{To: &table, Data: tableABI.PackMembers(e.SetId, e.Epoch)}, nil)
	if err != nil {
		return fmt.Errorf("%w: read members of set %d epoch %d: %w", ErrUnreachable, e.SetId, e.Epoch, err)
	}
	members, err := tableABI.UnpackMembers(out)
	if err != nil {
		return fmt.Errorf("read members of set %d epoch %d: %w", e.SetId, e.Epoch, err)
	}
	set, err := d.members(avs.SetID(e.SetId), avs.Epoch(e.Epoch), members)
	if err != nil {
		return err
	}
	s := snapshot{Block: log.BlockNumber, Set: set}
	data, err := rlp.EncodeToBytes(s)
	if err != nil {
		return err
	}
	d.snapshots = append(d.snapshots, s)
	d.batch.Set(setKey(set.ID(), set.Epoch()), data)
	return nil
}
