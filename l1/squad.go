package l1

import (
	"context"
	"fmt"
	"math"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
)

// PackForce is the call data of Squad.force, which queues a signed transaction of a rollup that its batches cannot leave
// out for long.
func PackForce(rollup avs.RollupID, transaction []byte) ([]byte, error) {
	if len(transaction) == 0 || len(transaction) > avs.MaxForcedSize {
		return nil, fmt.Errorf("encode forced transaction: %d bytes, want 1 to %d", len(transaction), avs.MaxForcedSize)
	}
	return squadABI.TryPackForce(rollup, transaction)
}

// PackDeposit is the call data of Squad.deposit. The transaction carries the ether, a whole number of gwei.
func PackDeposit(rollup avs.RollupID, to common.Address) ([]byte, error) {
	return squadABI.TryPackDeposit(rollup, to)
}

// Withdrawal is ether on its way back, as the rollup's outbox noted it.
type Withdrawal struct {
	Rollup avs.RollupID
	Nonce  *big.Int // number in the outbox
	To     common.Address
	Amount *big.Int // wei
}

// PackWithdraw is the call data of Squad.withdraw: the RLP header of a final block of the rollup, and the proofs that
// eth_getProof gives there of the outbox and of the withdrawal's slot.
func PackWithdraw(w Withdrawal, header []byte, accountProof, storageProof [][]byte) ([]byte, error) {
	return squadABI.TryPackWithdraw(bindings.Withdrawal{Rollup: w.Rollup, Nonce: w.Nonce, To: w.To, Amount: w.Amount}, header, accountProof, storageProof)
}

// PackStopRollup is the call data of RestakedRollups.stopRollup, which only who registered the rollup may send.
func PackStopRollup(rollup avs.RollupID) ([]byte, error) { return rollupsABI.TryPackStopRollup(rollup) }

// SetTerms are the terms of an operator set on L1.
type SetTerms struct {
	Strategies   []common.Address // ascending
	Multipliers  []*big.Int       // weight of a share of each, 1e18 = 1
	MinimumStake *big.Int
	Capacity     uint16
}

// Registration is what is stated about a sequenced rollup when it is registered.
type Registration struct {
	Rollup   avs.Rollup // without id and index, which follow; its slots begin with GenesisTime
	SlashWad uint64     // share of its stake in the MACH set that a proven conflict costs; 1e18 = all, 0 = 10 %
	Outbox   common.Address
	Squad    SetTerms
	Mach     SetTerms
	Vital    SetTerms
}

// PackRegisterRollup is the call data of RestakedRollups.registerRollup. The transaction carries the fee.
func PackRegisterRollup(r Registration) ([]byte, error) {
	s := r.Rollup.Slots
	for name, v := range map[string]uint64{"slot": s.SlotMillis, "span": s.SpanSlots, "window": s.WindowSpans, "step": s.StepMillis} {
		if v > math.MaxUint32 {
			return nil, fmt.Errorf("encode registration of rollup %q: %s of %d is too long", r.Rollup.Name, name, v)
		}
	}
	if s.GenesisMillis != 1000*r.Rollup.GenesisTime || s.Ranks > math.MaxUint8 {
		return nil, fmt.Errorf("encode registration of rollup %q: %d ranks from %d ms, genesis is at %d s", r.Rollup.Name, s.Ranks, s.GenesisMillis, r.Rollup.GenesisTime)
	}
	params := bindings.RollupParams{Name: r.Rollup.Name, ChainId: r.Rollup.ChainID, GenesisHash: r.Rollup.GenesisHash, Sequenced: true,
		GenesisTime: r.Rollup.GenesisTime, GasLimit: r.Rollup.GasLimit, SlotMillis: uint32(s.SlotMillis), SpanSlots: uint32(s.SpanSlots),
		WindowSpans: uint32(s.WindowSpans), Ranks: uint8(s.Ranks), StepMillis: uint32(s.StepMillis), MaxBatchBytes: r.Rollup.MaxBodySize,
		ForceMillis: r.Rollup.ForceMillis, SlashWad: r.SlashWad, MinimumLevel: uint8(r.Rollup.Level), Outbox: r.Outbox}
	return rollupsABI.TryPackRegisterRollup(params, [3]bindings.SetParams{bindings.SetParams(r.Squad), bindings.SetParams(r.Mach), bindings.SetParams(r.Vital)})
}

// RegistrationFee is the ether, in wei, that the transaction of PackRegisterRollup must carry.
func (c *Client) RegistrationFee(ctx context.Context, rollups common.Address) (*big.Int, error) {
	fee, err := view(ctx, c, rollups, rollupsABI.PackRegistrationFee(), rollupsABI.UnpackRegistrationFee)
	if err != nil {
		return nil, fmt.Errorf("read registration fee: %w", err)
	}
	return fee, nil
}

// SetTerms are the terms of an operator set. Those of the ordering set suit the sets of a new rollup.
func (c *Client) SetTerms(ctx context.Context, rollups common.Address, id avs.SetID) (SetTerms, error) {
	params, err := view(ctx, c, rollups, rollupsABI.PackOperatorSetParams(uint32(id)), rollupsABI.UnpackOperatorSetParams)
	if err != nil {
		return SetTerms{}, fmt.Errorf("read terms of set %d: %w", id, err)
	}
	return SetTerms(params), nil
}
