package contracts_test

import (
	"bytes"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	herumi "github.com/herumi/bls-eth-go-binary/bls"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/contracts/internal/harness"
	"github.com/trident-network/trident/internal/bls"
)

// order returns the operators as the first epoch orders them.
func (n *network) order() []*operator {
	n.tb.Helper()
	table := bindings.NewStakeTable()
	members, err := table.UnpackMembers(n.call(n.table, table.PackMembers(machSet, 1)))
	require.NoError(n.tb, err)
	byAddress := map[common.Address]*operator{}
	for _, o := range n.operators {
		byAddress[o.address()] = o
	}
	ordered := make([]*operator, len(members))
	for i, m := range members {
		ordered[i] = byAddress[m.Operator]
		key := ordered[i].bls.PublicKey().EIP2537()
		require.Equal(n.tb, key[:], m.BlsKey)
	}
	return ordered
}

// claim is a claim for a block number of the rollup in the first epoch, with its digest.
func (n *network) claim(number uint64) (bindings.FinalityClaim, [32]byte) {
	n.tb.Helper()
	hash := func(what string) [32]byte {
		return crypto.Keccak256Hash([]byte(what), new(big.Int).SetUint64(number).Bytes())
	}
	claim := bindings.FinalityClaim{Rollup: n.rollup, Epoch: 1, Number: number, BlockHash: hash("block"),
		ParentHash: hash("parent"), StateRoot: hash("state"), OutputRoot: hash("output"), Level: 1}
	avs := bindings.NewRestakedRollups()
	digest, err := avs.UnpackFinalityClaimDigest(n.call(n.rollups, avs.PackFinalityClaimDigest(claim)))
	require.NoError(n.tb, err)
	return claim, digest
}

// certify aggregates the signatures of all members but the missing ones, which are spread over the set.
func certify(tb testing.TB, members []*operator, digest [32]byte, missing int) (*big.Int, []byte) {
	tb.Helper()
	signers := new(big.Int)
	var signatures []bls.Signature
	for i, o := range members {
		if i%3 == 1 && missing > 0 {
			missing--
			continue
		}
		signers.SetBit(signers, i, 1)
		signatures = append(signatures, o.bls.Sign(digest))
	}
	aggregate, err := bls.AggregateSignatures(signatures)
	require.NoError(tb, err)
	encoded := aggregate.EIP2537()
	return signers, encoded[:]
}

// TestHashToG2EqualsHerumi compares the hash to the curve with that of the library that the operators sign with.
func TestHashToG2EqualsHerumi(t *testing.T) {
	n := newNetwork(t, 0)
	address := n.deploy(harness.BLSHarnessMetaData.Bin, nil)
	contract := harness.NewBLSHarness()
	for i := range 64 {
		message := crypto.Keccak256Hash([]byte{byte(i)})
		got, err := contract.UnpackHashToG2(n.call(address, contract.PackHashToG2(message)))
		require.NoError(t, err)
		signature, err := bls.SignatureFromBytes(herumi.HashAndMapToSignature(message[:]).Serialize())
		require.NoError(t, err)
		want := signature.EIP2537()
		require.Equal(t, want[:], got)
	}
}

// TestRegistrationWithHerumiKeys registers keys made by herumi, and has each bad one refused by name.
func TestRegistrationWithHerumiKeys(t *testing.T) {
	n := newNetwork(t, 3)
	registrar := bindings.NewOperatorRegistrar()
	o, other := n.operators[0], n.operators[1]
	good := n.keys(o)
	for _, c := range []struct {
		name   string
		change func(*bindings.Keys)
		want   any
	}{
		{"infinity key", func(k *bindings.Keys) { k.BlsKey = make([]byte, 128) }, &bindings.OperatorRegistrarInfinityKey{}},
		{"point of order three", func(k *bindings.Keys) { k.BlsKey = append(make([]byte, 127), 2) }, &bindings.OperatorRegistrarNotInSubgroup{}},
		{"off the curve", func(k *bindings.Keys) { k.BlsKey = append(make([]byte, 127), 3) }, &bindings.OperatorRegistrarNotOnCurve{}},
		{"proof of another", func(k *bindings.Keys) { k.BlsProof = n.keys(other).BlsProof }, &bindings.OperatorRegistrarBadProofOfPossession{}},
		{"consensus proof of another", func(k *bindings.Keys) { k.ConsensusProof = n.keys(other).ConsensusProof }, &bindings.OperatorRegistrarBadConsensusProof{}},
		{"short key", func(k *bindings.Keys) { k.BlsKey = k.BlsKey[:96] }, &bindings.OperatorRegistrarBadLength{Field: "blsKey", Length: big.NewInt(96)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			keys := good
			c.change(&keys)
			_, revert := n.try(common.Address{}, n.registrar, registrar.PackCheckKeys(o.address(), keys))
			got, err := registrar.UnpackError(revert)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
	n.joinAll()
	info, err := registrar.UnpackOperatorInfo(n.call(n.registrar, registrar.PackOperatorInfo(o.address())))
	require.NoError(t, err)
	require.Equal(t, good.BlsKey, info.BlsKey)
	require.Equal(t, crypto.PubkeyToAddress(o.consensus.PublicKey), info.ConsensusAddress)

	_, revert := n.try(common.Address{}, n.registrar, registrar.PackCheckKeys(o.address(), good))
	got, err := registrar.UnpackError(revert)
	require.NoError(t, err)
	require.Equal(t, &bindings.OperatorRegistrarDuplicateBlsKey{Operator: o.address()}, got)
}

// TestRegistrationDataIsTheEncodedTuple pins the encoding that EigenLayer hands through.
func TestRegistrationDataIsTheEncodedTuple(t *testing.T) {
	keys := bindings.Keys{BlsKey: []byte{1}, BlsProof: []byte{2}, ConsensusKey: []byte{3}, ConsensusProof: []byte{4},
		PeerId: []byte{5}, PeerAddress: "six"}
	tuple, err := abi.NewType("tuple", "", []abi.ArgumentMarshaling{{Name: "blsKey", Type: "bytes"},
		{Name: "blsProof", Type: "bytes"}, {Name: "consensusKey", Type: "bytes"}, {Name: "consensusProof", Type: "bytes"},
		{Name: "peerId", Type: "bytes"}, {Name: "peerAddress", Type: "string"}})
	require.NoError(t, err)
	want, err := abi.Arguments{{Type: tuple}}.Pack(keys)
	require.NoError(t, err)
	require.Equal(t, want, bindings.NewOperatorRegistrar().PackRegistrationData(keys)[4:])
}

// TestCertificateOfHerumiSignatures has certificates accepted with all members, and with one third missing, and refused
// with any bit of them changed.
func TestCertificateOfHerumiSignatures(t *testing.T) {
	n := newNetwork(t, 7)
	n.joinAll()
	members := n.order()
	verifier := bindings.NewCertificateVerifier()
	claim, digest := n.claim(10)
	for _, missing := range []int{0, 1, 2} {
		signers, signature := certify(t, members, digest, missing)
		out, err := verifier.UnpackVerifyFinality(n.call(n.verifier, verifier.PackVerifyFinality(claim, signers, signature)))
		require.NoError(t, err)
		require.Equal(t, new(big.Int).Mul(ether, big.NewInt(int64(1000*(7-missing)))), out.SignedWeight)
		require.Equal(t, new(big.Int).Mul(ether, big.NewInt(7000)), out.TotalWeight)

		for i := range 7 {
			flipped := new(big.Int).SetBit(signers, i, signers.Bit(i)^1)
			_, revert := n.try(common.Address{}, n.verifier, verifier.PackVerifyFinality(claim, flipped, signature))
			require.NotNil(t, revert, "bitmap with bit %d changed was accepted", i)
		}
		for i := 0; i < len(signature)*8; i += 37 {
			bad := bytes.Clone(signature)
			bad[i/8] ^= 1 << (i % 8)
			_, revert := n.try(common.Address{}, n.verifier, verifier.PackVerifyFinality(claim, signers, bad))
			_, err := verifier.UnpackBadSignatureError(revert)
			require.NoError(t, err, "signature with bit %d changed", i)
		}
		bad := claim
		bad.StateRoot[31] ^= 1
		_, revert := n.try(common.Address{}, n.verifier, verifier.PackVerifyFinality(bad, signers, signature))
		_, err = verifier.UnpackBadSignatureError(revert)
		require.NoError(t, err, "changed claim")
	}
	few, signature := certify(t, members[:4], digest, 0)
	_, revert := n.try(common.Address{}, n.verifier, verifier.PackVerifyFinality(claim, few, signature))
	_, err := verifier.UnpackQuorumNotReachedError(revert)
	require.NoError(t, err, "four of seven")

	signers, signature := certify(t, members, digest, 2)
	n.do(n.deployer, n.mach, bindings.NewMach().PackSubmit(claim, signers, signature))
	head, err := bindings.NewMach().UnpackHead(n.call(n.mach, bindings.NewMach().PackHead(n.rollup)))
	require.NoError(t, err)
	require.Equal(t, claim.Number, head.Number)
	require.Equal(t, claim.BlockHash, head.BlockHash)
}

// TestConflictingHerumiClaimsAreSlashed takes evidence from signing to the call of slashOperator.
func TestConflictingHerumiClaimsAreSlashed(t *testing.T) {
	n := newNetwork(t, 2)
	n.joinAll()
	slasher, avs := bindings.NewSlasher(), bindings.NewRestakedRollups()
	culprit := n.operators[0]
	a, digestA := n.claim(10)
	b := a
	b.StateRoot[0] ^= 1
	digestB, err := avs.UnpackFinalityClaimDigest(n.call(n.rollups, avs.PackFinalityClaimDigest(b)))
	require.NoError(t, err)
	signatureA, signatureB := culprit.bls.Sign(digestA).EIP2537(), culprit.bls.Sign(digestB).EIP2537()

	honest := n.operators[1].address()
	_, revert := n.try(honest, n.slasher, slasher.PackSlashConflictingClaims(honest, a, signatureA[:], b, signatureB[:]))
	refused, err := slasher.UnpackError(revert)
	require.NoError(t, err)
	require.IsType(t, &bindings.SlasherBadEvidenceSignature{}, refused)

	receipt := n.do(n.deployer, n.slasher,
		slasher.PackSlashConflictingClaims(culprit.address(), a, signatureA[:], b, signatureB[:]))
	event, err := slasher.UnpackFaultPunishedEvent(receipt.Logs[len(receipt.Logs)-1])
	require.NoError(t, err)
	require.Equal(t, culprit.address(), event.Operator)
	require.Equal(t, uint64(1e17), event.Wad)
	t.Logf("slashConflictingClaims: %d gas", receipt.GasUsed)
}
