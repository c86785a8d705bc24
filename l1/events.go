package l1

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
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

// on unpacks a log as one kind of event and, if it is of that kind, hands it to do.
func on[E any](log *types.Log, unpack func(*types.Log) (*E, error), do func(*E) error) (bool, error) {
	e, err := unpack(log)
	if errors.Is(err, bind.ErrEventSignatureMismatch) || errors.Is(err, bind.ErrNoEventSignature) {
		return false, nil
	}
	if err != nil {
		return true, err
	}
	return true, do(e)
}

// apply adds one event to the draft. Events that change nothing here are passed over.
func (d *draft) apply(ctx context.Context, log *types.Log) error {
	switch log.Address {
	case d.registry.contracts.Registrar:
		return d.applyRegistrar(log)
	case d.registry.contracts.Rollups:
		return d.applyRollups(log)
	case d.registry.contracts.Squad:
		return d.applySquad(log)
	case d.registry.contracts.Table:
		_, err := on(log, tableABI.UnpackSnapshotTakenEvent, func(e *bindings.StakeTableSnapshotTaken) error { return d.snapshot(ctx, e) })
		return err
	}
	return nil
}

func (d *draft) applyRegistrar(log *types.Log) error {
	if ok, err := on(log, registrarABI.UnpackOperatorKeysRegisteredEvent, d.register); ok {
		return err
	}
	if ok, err := on(log, registrarABI.UnpackOperatorJoinedEvent, d.join); ok {
		return err
	}
	if ok, err := on(log, registrarABI.UnpackOperatorLeftEvent, d.leave); ok {
		return err
	}
	_, err := on(log, registrarABI.UnpackPeerAddressUpdatedEvent, func(e *bindings.OperatorRegistrarPeerAddressUpdated) error {
		o := d.operator(e.Operator)
		o.PeerAddress = e.PeerAddress
		d.operators[o.ID] = o
		return nil
	})
	return err
}

func (d *draft) join(e *bindings.OperatorRegistrarOperatorJoined) error {
	o := d.operator(e.Operator)
	if id := avs.SetID(e.SetId); !slices.Contains(o.Sets, id) {
		o.Sets = append(o.Sets, id)
		slices.Sort(o.Sets)
	}
	d.operators[o.ID] = o
	return nil
}

func (d *draft) leave(e *bindings.OperatorRegistrarOperatorLeft) error {
	o := d.operator(e.Operator)
	o.Sets = slices.DeleteFunc(o.Sets, func(id avs.SetID) bool { return id == avs.SetID(e.SetId) })
	d.operators[o.ID] = o
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

// snapshot reads the members of a new epoch. They are immutable, so reading them at the newest block gives the same as at
// the block of the event, and no archive is needed. An answer that does not have the hash that the event tells is asked
// for again.
func (d *draft) snapshot(ctx context.Context, e *bindings.StakeTableSnapshotTaken) error {
	table := d.registry.contracts.Table
	out, err := d.registry.client.CallContract(ctx, ethereum.CallMsg{To: &table, Data: tableABI.PackMembers(e.SetId, e.Epoch)}, nil)
	if err != nil {
		return fmt.Errorf("%w: read members of set %d epoch %d: %w", ErrUnreachable, e.SetId, e.Epoch, err)
	}
	members, err := tableABI.UnpackMembers(out)
	if err != nil {
		return fmt.Errorf("%w: read members of set %d epoch %d: %w", ErrUnreachable, e.SetId, e.Epoch, err)
	}
	if recordsHash(members) != e.RecordsHash {
		return fmt.Errorf("%w: its members of set %d epoch %d are not those of the event", ErrUnreachable, e.SetId, e.Epoch)
	}
	set, err := d.members(avs.SetID(e.SetId), avs.Epoch(e.Epoch), members)
	if err != nil {
		return err
	}
	s := snapshot{Block: e.Raw.BlockNumber, Set: set}
	data, err := rlp.EncodeToBytes(s)
	if err != nil {
		return fmt.Errorf("encode operator set: %w", err)
	}
	d.snapshots = append(d.snapshots, s)
	d.batch.Set(setKey(set.ID(), set.Epoch()), data)
	return nil
}

// recordsHash is what StakeTable hashes of an epoch: x48 ‖ y48 ‖ weight16 of each member, then each address.
func recordsHash(members []bindings.Member) common.Hash {
	var records, addresses []byte
	for _, m := range members {
		if len(m.BlsKey) != bls.PublicKeyEIP2537Size || m.Weight.BitLen() > 128 {
			return common.Hash{}
		}
		records = append(append(records, m.BlsKey[16:64]...), m.BlsKey[80:128]...)
		records = append(records, m.Weight.FillBytes(make([]byte, 16))...)
		addresses = append(addresses, m.Operator[:]...)
	}
	return crypto.Keccak256Hash(records, addresses)
}
