package avs_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestConflictingClaims(t *testing.T) {
	set, next := goldenSet(t, 3, 4), goldenSet(t, 4, 4)
	claim, forked := goldenClaim(), goldenClaim()
	forked.BlockHash[0] ^= 1
	evidence := func(a, b avs.Attestation) avs.ConflictingClaims {
		return avs.ConflictingClaims{Operator: set.Member(int(a.Member)).Operator, A: a, B: b}
	}
	good := evidence(goldenAttestation(t, claim, 1), goldenAttestation(t, forked, 1))
	require.NoError(t, good.Verify(goldenDomain, set, set))
	decoded, err := avs.DecodeConflictingClaims(good.Encode())
	require.NoError(t, err)
	require.Equal(t, good, decoded)
	golden(t, "evidence.json", map[string]any{"operator": good.Operator, "rlp": hexutil.Bytes(decoded.Encode())})

	later := forked
	later.Epoch = 4
	across := evidence(goldenAttestation(t, claim, 1), goldenAttestation(t, later, 1))
	require.NoError(t, across.Verify(goldenDomain, set, next), "epochs may differ")

	framed := good
	framed.Operator = set.Member(2).Operator
	relabelled := good
	relabelled.B.Member = 2
	level := claim
	level.Level++
	height := forked
	height.Number++
	forged := good
	forged.B.Claim.StateRoot[0] ^= 1
	for name, e := range map[string]avs.ConflictingClaims{
		"the same claim twice":         evidence(good.A, good.A),
		"another level only":           evidence(good.A, goldenAttestation(t, level, 1)),
		"another height":               evidence(good.A, goldenAttestation(t, height, 1)),
		"two operators":                evidence(good.A, goldenAttestation(t, forked, 2)),
		"another operator is accused":  framed,
		"a signature under other name": relabelled,
		"a claim nobody signed":        forged,
	} {
		t.Run(name, func(t *testing.T) {
			require.ErrorIs(t, e.Verify(goldenDomain, set, set), avs.ErrNoEvidence)
		})
	}
}
