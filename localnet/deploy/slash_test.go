package deploy

import (
	"context"
	"math/big"
	"testing"

	allocation "github.com/Layr-Labs/eigenlayer-contracts/pkg/bindings/AllocationManager"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// claim is the claim of an honest operator for a height; fork other than 0 makes one that conflicts with it.
func (n *network) claim(number uint64, fork byte) avs.FinalityClaim {
	hash := func(what byte) common.Hash { return crypto.Keccak256Hash([]byte{what, byte(number), fork}) }
	return avs.FinalityClaim{Rollup: n.rollup.ID, Epoch: 1, Number: number, BlockHash: hash(1), ParentHash: hash(2), StateRoot: hash(3), Level: avs.LevelExecution}
}

func (n *network) sign(operator int, c avs.FinalityClaim) avs.Attestation {
	return avs.Attestation{Claim: c, Signature: n.operators[operator].BLS.Sign(c.Digest(n.contracts.Domain())).Bytes()}
}

func (n *network) evidence(operator int, a, b avs.FinalityClaim) avs.ConflictingClaims {
	return avs.ConflictingClaims{Operator: n.operators[operator].Address(), A: n.sign(operator, a), B: n.sign(operator, b)}
}

// pastTrap is the first block in which EigenLayer can slash: it subtracts the withdrawal delay from the block number.
func (n *network) pastTrap() {
	n.t.Helper()
	require.NoError(n.t, Advance(n.t.Context(), n, key("owner"), uint64(LocalDelays().Withdrawal)+2))
}

// try reports why the Slasher would refuse the evidence; nil if it would slash.
func (n *network) try(data []byte) error {
	to := n.contracts.Addresses[Slasher]
	_, err := n.CallContract(context.Background(), ethereum.CallMsg{To: &to, Data: data, Gas: 10_000_000}, nil)
	return reason(err)
}

func TestConflictingClaimsAreSlashed(t *testing.T) {
	_, c := testL1(t, 0)
	n := deployNetwork(t, c, 4)
	n.pastTrap()
	ctx := testContext(t)
	var before []*big.Int
	for i := range n.operators {
		before = append(before, n.shares(n.operators[i].Address()))
	}

	guilty := n.evidence(0, n.claim(7, 0), n.claim(7, 1))
	require.NoError(t, ReportConflictingClaims(ctx, c, key("owner"), n.contracts, guilty))
	after := n.shares(n.operators[0].Address())
	t.Logf("shares of the operator in the DelegationManager: %v before, %v after", before[0], after)
	// 10 % of what is allocated to the MACH set, which is 10 % of the stake.
	want := new(big.Int).Div(new(big.Int).Mul(before[0], big.NewInt(99)), big.NewInt(100))
	require.Equal(t, want, after)
	for i := 1; i < len(n.operators); i++ {
		require.Equal(t, before[i], n.shares(n.operators[i].Address()), "operator %d is untouched", i)
	}

	err := ReportConflictingClaims(ctx, c, key("owner"), n.contracts, n.evidence(0, n.claim(7, 2), n.claim(7, 0)))
	require.True(t, isRevert(err, "AlreadyPunished"), err)
	require.Equal(t, after, n.shares(n.operators[0].Address()))
	require.NoError(t, ReportConflictingClaims(ctx, c, key("owner"), n.contracts, n.evidence(0, n.claim(8, 0), n.claim(8, 1))), "another height is another fault")
	require.Negative(t, n.shares(n.operators[0].Address()).Cmp(after))
}

func TestOnlyTheSlasherSlashes(t *testing.T) {
	_, c := testL1(t, 0)
	n := deployNetwork(t, c, 2)
	n.pastTrap()
	manager, err := n.contracts.Addresses.contract(AllocationManager, allocation.AllocationManagerMetaData)
	require.NoError(t, err)
	params := allocation.IAllocationManagerTypesSlashingParams{
		Operator: n.operators[1].Address(), OperatorSetId: uint32(avs.MachSet(0)), Strategies: n.contracts.strategies(),
		WadsToSlash: []*big.Int{big.NewInt(1e17), big.NewInt(1e17)}, Description: "no evidence",
	}
	data, err := manager.abi.Pack("slashOperator", n.contracts.Addresses[RestakedRollups], params)
	require.NoError(t, err)
	try := func(from common.Address) error {
		_, err := c.CallContract(t.Context(), ethereum.CallMsg{From: from, To: &manager.at, Data: data}, nil)
		return reason(err)
	}
	for name, from := range map[string]common.Address{
		"owner of the deployment": addr("owner"), "operator": n.operators[0].Address(), "victim": n.operators[1].Address(),
		"avs": n.contracts.Addresses[RestakedRollups], "stranger": {1},
	} {
		require.True(t, isRevert(try(from), "InvalidCaller"), "%s: %v", name, try(from))
	}
	require.NoError(t, try(n.contracts.Addresses[Slasher]), "the same call by the Slasher would slash")
}

func TestNoEvidenceAgainstTheHonest(t *testing.T) {
	_, c := testL1(t, 0)
	n := deployNetwork(t, c, 2)
	n.pastTrap()
	honest, other := 0, 1
	relevelled := n.claim(7, 0)
	relevelled.Epoch, relevelled.Level = 2, avs.LevelAgreement
	forged := n.evidence(honest, n.claim(7, 0), n.claim(7, 0))
	forged.B = n.sign(other, n.claim(7, 1))
	elsewhere := n.sign(honest, n.claim(7, 0))
	foreign := n.contracts.Domain()
	foreign.Network = "another network"
	elsewhere.Claim = n.claim(7, 1)
	elsewhere.Signature = n.operators[honest].BLS.Sign(elsewhere.Claim.Digest(foreign)).Bytes()
	stranger := n.evidence(honest, n.claim(7, 0), n.claim(7, 1))
	stranger.Operator = common.Address{9}
	for _, tc := range []struct {
		name, want string
		evidence   avs.ConflictingClaims
	}{
		{"one claim twice", "NoConflict", n.evidence(honest, n.claim(7, 0), n.claim(7, 0))},
		{"two heights", "NoConflict", n.evidence(honest, n.claim(7, 0), n.claim(8, 0))},
		{"only epoch and level differ", "NoConflict", n.evidence(honest, n.claim(7, 0), relevelled)},
		{"second claim by another operator", "BadEvidenceSignature", forged},
		{"second claim signed for another network", "BadEvidenceSignature", avs.ConflictingClaims{Operator: n.operators[honest].Address(), A: n.sign(honest, n.claim(7, 0)), B: elsewhere}},
		{"unknown operator", "UnknownOperator", stranger},
	} {
		data, err := EncodeConflictingClaims(tc.evidence)
		require.NoError(t, err, tc.name)
		require.True(t, isRevert(n.try(data), tc.want), "%s: want %s, got %v", tc.name, tc.want, n.try(data))
	}
	data, err := EncodeConflictingClaims(n.evidence(honest, n.claim(7, 0), n.claim(7, 1)))
	require.NoError(t, err)
	require.NoError(t, n.try(data), "and a real conflict would be slashed")
}

// FuzzEvidence changes evidence made of all that an honest operator ever signs (one claim a height) and of conflicting
// claims of another, in its values and in its bytes, and expects that the Slasher never takes it.
func FuzzEvidence(f *testing.F) {
	_, c := testL1(f, 0)
	n := deployNetwork(f, c, 2)
	n.pastTrap()
	const honest, guilty = 0, 1
	said := []avs.Attestation{
		n.sign(honest, n.claim(1, 0)), n.sign(honest, n.claim(2, 0)), n.sign(honest, n.claim(3, 0)),
		n.sign(guilty, n.claim(1, 0)), n.sign(guilty, n.claim(1, 1)), n.sign(guilty, n.claim(2, 1)),
	}
	for i := range said {
		for j := range said {
			f.Add(uint8(i), uint8(j), uint16(0), byte(0), uint16(0), byte(0))
		}
	}
	f.Add(uint8(0), uint8(1), uint16(39), byte(3), uint16(0), byte(0))
	f.Add(uint8(0), uint8(0), uint16(60), byte(1), uint16(35), byte(2))
	f.Fuzz(func(t *testing.T, i, j uint8, valueAt uint16, value byte, callAt uint16, call byte) {
		e := avs.ConflictingClaims{Operator: n.operators[honest].Address(), A: said[int(i)%len(said)], B: said[int(j)%len(said)]}
		encoded := e.Encode()
		encoded[int(valueAt)%len(encoded)] ^= value
		e, err := avs.DecodeConflictingClaims(encoded)
		if err != nil {
			return
		}
		if e.Operator != n.operators[honest].Address() {
			e.Operator = n.operators[honest].Address()
		}
		data, err := EncodeConflictingClaims(e)
		if err != nil {
			return
		}
		// The operator is the first word behind the selector; who accuses another accuses no honest one.
		if at := int(callAt) % len(data); at < 4 || at >= 36 {
			data[at] ^= call
		}
		if n.try(data) == nil {
			t.Fatalf("slashed an honest operator with %#x", data)
		}
	})
}
