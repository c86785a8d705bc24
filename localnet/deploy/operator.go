package deploy

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"

	allocation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
	delegation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/DelegationManager"
	strategies "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/StrategyManager"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/bls"
)

// DefaultMagnitude is the share of an operator's stake that is allocated to each set: a tenth, of 1e18.
const DefaultMagnitude = 1e17

// Operator is one that joins. Its account, and its staker's, need ether for gas: see Fund.
type Operator struct {
	Key         *ecdsa.PrivateKey // EigenLayer account
	Staker      *ecdsa.PrivateKey // who deposits and delegates; nil: the operator stakes for itself
	BLS         bls.SecretKey     // attestation key
	Consensus   *ecdsa.PrivateKey // sequencing and consensus key
	PeerID      []byte            // raw libp2p peer id
	PeerAddress string            // multiaddress
	MetadataURI string            // of the operator on EigenLayer
	LST, ALT    *big.Int          // stake to deposit in all, minted from nothing; nil: none
	Sets        []avs.SetID
	Magnitude   uint64 // allocated to each set; default DefaultMagnitude
}

// Address is the operator's EigenLayer account.
func (o *Operator) Address() common.Address { return crypto.PubkeyToAddress(o.Key.PublicKey) }

func (o *Operator) staker() *ecdsa.PrivateKey {
	if o.Staker != nil {
		return o.Staker
	}
	return o.Key
}

// joining is the state of one call of JoinOperators.
type joining struct {
	*chain
	contracts  *Contracts
	allocation contract
	delegation contract
	strategies contract
	registrar  contract
}

// JoinOperators takes operators through EigenLayer's whole flow: deposit, registration, delegation, allocation, and
// registration for the sets with keys and proofs of possession. Each step that is done already is left out.
func JoinOperators(ctx context.Context, b Backend, c *Contracts, operators ...Operator) error {
	j := joining{contracts: c}
	var err error
	if j.chain, err = connect(ctx, b); err != nil {
		return err
	}
	if j.allocation, err = c.Addresses.contract(AllocationManager, allocation.AllocationManagerMetaData); err != nil {
		return err
	}
	if j.delegation, err = c.Addresses.contract(DelegationManager, delegation.DelegationManagerMetaData); err != nil {
		return err
	}
	if j.strategies, err = c.Addresses.contract(StrategyManager, strategies.StrategyManagerMetaData); err != nil {
		return err
	}
	if j.registrar, err = c.Addresses.contract(OperatorRegistrar, registrarMeta); err != nil {
		return err
	}
	// Transactions of one account keep their order in a block; those of two accounts do not. So deposits and the operators'
	// registration come first, and what needs both comes behind them.
	for _, step := range []func(context.Context, *Operator) (*sender, error){j.stake, j.register, j.delegate, j.opt} {
		var senders []*sender
		for i := range operators {
			s, err := step(ctx, &operators[i])
			if err != nil {
				return fmt.Errorf("operator %s: %w", operators[i].Address(), err)
			}
			if s != nil {
				senders = append(senders, s)
			}
		}
		if err := j.flush(ctx, senders...); err != nil {
			return err
		}
	}
	return nil
}

// stake mints and deposits what is missing.
func (j *joining) stake(ctx context.Context, o *Operator) (*sender, error) {
	s, err := j.sender(ctx, o.staker())
	if err != nil {
		return nil, err
	}
	for _, asset := range []struct {
		token, strategy string
		amount          *big.Int
	}{{LST, LSTStrategy, o.LST}, {ALT, ALTStrategy, o.ALT}} {
		token, err := j.contracts.Addresses.contract(asset.token, testToken)
		if err != nil {
			return nil, err
		}
		strategy := j.contracts.Addresses[asset.strategy]
		have, err := read[*big.Int](ctx, j, j.strategies, "stakerDepositShares", s.addr, strategy)
		if err != nil {
			return nil, err
		}
		missing := new(big.Int).Sub(orZero(asset.amount), have)
		if missing.Sign() <= 0 {
			continue
		}
		if err := s.call(ctx, token, "mint", s.addr, missing); err != nil {
			return nil, err
		}
		if err := s.call(ctx, token, "approve", j.strategies.at, missing); err != nil {
			return nil, err
		}
		if err := s.call(ctx, j.strategies, "depositIntoStrategy", strategy, token.at, missing); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// register makes the account an operator of EigenLayer, without an approver and with allocations that count at once.
func (j *joining) register(ctx context.Context, o *Operator) (*sender, error) {
	done, err := read[bool](ctx, j, j.delegation, "isOperator", o.Address())
	if err != nil || done {
		return nil, err
	}
	s, err := j.sender(ctx, o.Key)
	if err != nil {
		return nil, err
	}
	return s, s.call(ctx, j.delegation, "registerAsOperator", common.Address{}, uint32(0), o.MetadataURI)
}

// delegate gives the staker's deposits to the operator. An operator's own are its own already.
func (j *joining) delegate(ctx context.Context, o *Operator) (*sender, error) {
	if o.Staker == nil {
		return nil, nil
	}
	to, err := read[common.Address](ctx, j, j.delegation, "delegatedTo", crypto.PubkeyToAddress(o.Staker.PublicKey))
	if err != nil {
		return nil, err
	}
	if to == o.Address() {
		return nil, nil
	}
	if to != (common.Address{}) {
		return nil, fmt.Errorf("staker %s is delegated to operator %s: undelegate it first", crypto.PubkeyToAddress(o.Staker.PublicKey), to)
	}
	s, err := j.sender(ctx, o.Staker)
	if err != nil {
		return nil, err
	}
	unsigned := delegation.ISignatureUtilsMixinTypesSignatureWithExpiry{Expiry: new(big.Int)}
	return s, s.call(ctx, j.delegation, "delegateTo", o.Address(), unsigned, [32]byte{})
}

// opt allocates stake to the sets and registers for them.
func (j *joining) opt(ctx context.Context, o *Operator) (*sender, error) {
	s, err := j.sender(ctx, o.Key)
	if err != nil {
		return nil, err
	}
	magnitude := o.Magnitude
	if magnitude == 0 {
		magnitude = DefaultMagnitude
	}
	all := j.contracts.strategies()
	var allocate []allocation.IAllocationManagerTypesAllocateParams
	var join []uint32
	for _, id := range o.Sets {
		set := allocation.OperatorSet{Avs: j.contracts.Addresses[RestakedRollups], Id: uint32(id)}
		wanted := allocation.IAllocationManagerTypesAllocateParams{OperatorSet: set}
		for _, strategy := range all {
			now, err := read[allocation.IAllocationManagerTypesAllocation](ctx, j, j.allocation, "getAllocation", s.addr, set, strategy)
			if err != nil {
				return nil, err
			}
			if now.CurrentMagnitude == 0 && now.PendingDiff.Sign() == 0 {
				wanted.Strategies = append(wanted.Strategies, strategy)
				wanted.NewMagnitudes = append(wanted.NewMagnitudes, magnitude)
			}
		}
		if len(wanted.Strategies) > 0 {
			allocate = append(allocate, wanted)
		}
		member, err := read[bool](ctx, j, j.allocation, "isMemberOfOperatorSet", s.addr, set)
		if err != nil {
			return nil, err
		}
		if !member {
			join = append(join, uint32(id))
		}
	}
	if len(allocate) > 0 {
		if err := s.call(ctx, j.allocation, "modifyAllocations", s.addr, allocate); err != nil {
			return nil, err
		}
	}
	if len(join) == 0 {
		return s, nil
	}
	data, err := j.registration(ctx, o)
	if err != nil {
		return nil, err
	}
	return s, s.call(ctx, j.allocation, "registerForOperatorSets", s.addr,
		allocation.IAllocationManagerTypesRegisterParams{Avs: j.contracts.Addresses[RestakedRollups], OperatorSetIds: join, Data: data})
}

// registration is the data for OperatorRegistrar: keys with proofs of possession, or nothing for an operator it knows.
func (j *joining) registration(ctx context.Context, o *Operator) ([]byte, error) {
	known, err := read[bindings.OperatorInfo](ctx, j, j.registrar, "operatorInfo", o.Address())
	if err != nil && !isRevert(err, "UnknownOperator") {
		return nil, err
	}
	if len(known.BlsKey) > 0 {
		return nil, nil
	}
	return EncodeRegistration(o, j.contracts.Domain())
}

// EncodeRegistration signs and encodes what OperatorRegistrar wants of an operator that joins its first set.
func EncodeRegistration(o *Operator, domain avs.Domain) ([]byte, error) {
	if o.Consensus == nil {
		return nil, fmt.Errorf("consensus key of operator %s is missing", o.Address())
	}
	key := o.BLS.PublicKey().EIP2537()
	digest := avs.OperatorRegistration{Operator: o.Address(), BLSKey: key, ConsensusKey: crypto.PubkeyToAddress(o.Consensus.PublicKey)}.Digest(domain)
	proof := o.BLS.Sign(digest).EIP2537()
	signature, err := crypto.Sign(digest[:], o.Consensus)
	if err != nil {
		return nil, fmt.Errorf("sign registration: %w", err)
	}
	data, err := bindings.NewOperatorRegistrar().TryPackRegistrationData(bindings.Keys{
		BlsKey: key[:], BlsProof: proof[:], ConsensusKey: crypto.FromECDSAPub(&o.Consensus.PublicKey)[1:], ConsensusProof: signature,
		PeerId: o.PeerID, PeerAddress: o.PeerAddress,
	})
	if err != nil {
		return nil, fmt.Errorf("encode registration: %w", err)
	}
	return data[4:], nil // the arguments alone: the function exists for its encoding
}

// Fund tops each account up to at least amount wei of ether from the payer.
func Fund(ctx context.Context, b Backend, payer *ecdsa.PrivateKey, amount *big.Int, accounts ...common.Address) error {
	c, err := connect(ctx, b)
	if err != nil {
		return err
	}
	s, err := c.sender(ctx, payer)
	if err != nil {
		return err
	}
	for _, account := range accounts {
		have, err := b.BalanceAt(ctx, account, nil)
		if err != nil {
			return fmt.Errorf("ask l1 for balance of %s: %w", account, err)
		}
		missing := new(big.Int).Sub(amount, have)
		if missing.Sign() <= 0 {
			continue
		}
		if err := s.pay(ctx, "fund "+account.Hex(), &account, nil, 21_000, missing); err != nil {
			return err
		}
	}
	return s.flush(ctx, s)
}

// Snapshot takes the epoch snapshot of each set that is due.
func Snapshot(ctx context.Context, b Backend, payer *ecdsa.PrivateKey, c *Contracts, sets ...avs.SetID) error {
	chain, err := connect(ctx, b)
	if err != nil {
		return err
	}
	s, err := chain.sender(ctx, payer)
	if err != nil {
		return err
	}
	table, err := c.Addresses.contract(StakeTable, tableMeta)
	if err != nil {
		return err
	}
	head, err := b.BlockNumber(ctx)
	if err != nil {
		return fmt.Errorf("ask l1 for its head: %w", err)
	}
	for _, id := range sets {
		due, err := read[*big.Int](ctx, b, table, "nextSnapshotBlock", uint32(id))
		if err != nil {
			return err
		}
		if due.Cmp(new(big.Int).SetUint64(head+1)) > 0 {
			continue
		}
		data, err := table.abi.Pack("snapshot", uint32(id))
		if err != nil {
			return fmt.Errorf("encode snapshot of set %d: %w", id, err)
		}
		if err := s.send(ctx, fmt.Sprintf("snapshot of set %d", id), &table.at, data, snapshotGas); err != nil {
			return err
		}
	}
	// Anyone may take a snapshot: that another was faster is no error.
	if err := s.flush(ctx, s); !isRevert(err, "NotDue") {
		return err
	}
	return nil
}
