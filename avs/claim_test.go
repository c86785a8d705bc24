package avs_test

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	ethmath "github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

var update = flag.Bool("update", false, "write the golden vectors anew")

var goldenDomain = avs.Domain{Network: "trident-golden", L1ChainID: 31337, Contract: common.HexToAddress("0x1111111111111111111111111111111111111111")}

// goldenSecret is the attestation key of operator i.
func goldenSecret(t testing.TB, i int) bls.SecretKey {
	t.Helper()
	seed := crypto.Keccak256(binary.BigEndian.AppendUint64([]byte("golden bls key "), uint64(i)))
	seed[0] = 0
	key, err := bls.SecretKeyFromBytes(seed)
	require.NoError(t, err)
	return key
}

// goldenMembers are n members whose addresses ascend; weights are 10, 20, 30, …
func goldenMembers(t testing.TB, n int) []avs.Member {
	t.Helper()
	members := make([]avs.Member, n)
	for i := range members {
		consensus, err := crypto.ToECDSA(crypto.Keccak256(fmt.Appendf(nil, "golden consensus key %d", i)))
		require.NoError(t, err)
		members[i] = avs.Member{Operator: common.BigToAddress(big.NewInt(int64(i+1) << 32)),
			BLSKey:       goldenSecret(t, i).PublicKey().Bytes(),
			ConsensusKey: [33]byte(crypto.CompressPubkey(&consensus.PublicKey)), Weight: *uint256.NewInt(uint64(i+1) * 10)}
	}
	return members
}

func goldenSet(t testing.TB, epoch avs.Epoch, n int) *avs.OperatorSet {
	t.Helper()
	set, err := avs.NewOperatorSet(avs.MachSet(0), epoch, goldenMembers(t, n))
	require.NoError(t, err)
	return set
}

func goldenClaim() avs.FinalityClaim {
	return avs.FinalityClaim{
		Rollup: avs.NewRollupID(31337, goldenDomain.Contract, 7001), Epoch: 3, Number: 0x123456,
		BlockHash: crypto.Keccak256Hash([]byte("block")), ParentHash: crypto.Keccak256Hash([]byte("parent")),
		StateRoot: crypto.Keccak256Hash([]byte("state")), OutputRoot: crypto.Keccak256Hash([]byte("output")), Level: avs.LevelCommitments,
	}
}

func goldenAttestation(t testing.TB, claim avs.FinalityClaim, member int) avs.Attestation {
	t.Helper()
	sig := goldenSecret(t, member).Sign(claim.Digest(goldenDomain))
	return avs.Attestation{Claim: claim, Member: uint16(member), Signature: sig.Bytes()}
}

// golden compares a value with a file of testdata, or writes the file with -update.
func golden(t *testing.T, name string, value any) {
	t.Helper()
	got, err := json.MarshalIndent(value, "", "  ")
	require.NoError(t, err)
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, append(got, '\n'), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.JSONEq(t, string(want), string(got))
}

// typedDigest computes an EIP-712 digest with go-ethereum's own implementation.
func typedDigest(t *testing.T, primary string, fields []apitypes.Type, message apitypes.TypedDataMessage) common.Hash {
	t.Helper()
	hash, _, err := apitypes.TypedDataAndHash(apitypes.TypedData{
		Types: apitypes.Types{
			"EIP712Domain": {{Name: "name", Type: "string"}, {Name: "version", Type: "string"}, {Name: "chainId", Type: "uint256"}, {Name: "verifyingContract", Type: "address"}},
			primary:        fields,
		},
		PrimaryType: primary,
		Domain: apitypes.TypedDataDomain{Name: goldenDomain.Network, Version: avs.DomainVersion,
			ChainId: ethmath.NewHexOrDecimal256(int64(goldenDomain.L1ChainID)), VerifyingContract: goldenDomain.Contract.Hex()},
		Message: message,
	})
	require.NoError(t, err)
	return common.BytesToHash(hash)
}

func hash32(h [32]byte) string { return hexutil.Encode(h[:]) }

func quantity(v uint64) string { return hexutil.EncodeUint64(v) }

func TestDigestsAreEIP712(t *testing.T) {
	claim := goldenClaim()
	header := avs.BatchHeader{Rollup: claim.Rollup, Epoch: 2, Slot: 77, Rank: 1, Number: 9, Timestamp: 1_700_000_000, L1Number: 96, Inbox: 5,
		ParentHash: claim.ParentHash, BlockHash: claim.BlockHash, BodyHash: crypto.Keccak256Hash([]byte("body")), BodySize: 4}
	view := avs.L1View{Number: 96, BlockHash: crypto.Keccak256Hash([]byte("l1")), Sets: []*avs.OperatorSet{goldenSet(t, 3, 4)},
		Inputs: goldenInputs(96)}
	receipt := goldenPreconfirmation(claim.Rollup)
	list := avs.InclusionList{Rollup: claim.Rollup, Epoch: 2, Slot: 77, Transactions: []common.Hash{{1}, {2}}}
	plea := avs.Unjail{Rollup: claim.Rollup, Operator: common.HexToAddress("0x2222222222222222222222222222222222222222"), Window: 6}
	key := goldenSecret(t, 0).PublicKey().EIP2537()
	registration := avs.OperatorRegistration{Operator: common.HexToAddress("0x2222222222222222222222222222222222222222"),
		BLSKey: key, ConsensusKey: common.HexToAddress("0x3333333333333333333333333333333333333333")}
	b32, u64 := "bytes32", "uint64"
	for _, test := range []struct {
		name   string
		got    common.Hash
		fields []apitypes.Type
		values apitypes.TypedDataMessage
	}{
		{"FinalityClaim", claim.Digest(goldenDomain), []apitypes.Type{{Name: "rollup", Type: b32}, {Name: "epoch", Type: u64},
			{Name: "number", Type: u64}, {Name: "blockHash", Type: b32}, {Name: "parentHash", Type: b32}, {Name: "stateRoot", Type: b32},
			{Name: "outputRoot", Type: b32}, {Name: "level", Type: "uint8"}}, apitypes.TypedDataMessage{
			"rollup": hash32(claim.Rollup), "epoch": quantity(3), "number": quantity(claim.Number), "blockHash": hash32(claim.BlockHash),
			"parentHash": hash32(claim.ParentHash), "stateRoot": hash32(claim.StateRoot), "outputRoot": hash32(claim.OutputRoot),
			"level": quantity(uint64(claim.Level))}},
		{"BatchHeader", header.Digest(goldenDomain), []apitypes.Type{{Name: "rollup", Type: b32}, {Name: "epoch", Type: u64},
			{Name: "slot", Type: u64}, {Name: "rank", Type: "uint32"}, {Name: "number", Type: u64}, {Name: "timestamp", Type: u64}, {Name: "l1Number", Type: u64},
			{Name: "inbox", Type: u64}, {Name: "parentHash", Type: b32}, {Name: "blockHash", Type: b32}, {Name: "bodyHash", Type: b32}, {Name: "bodySize", Type: "uint32"}},
			apitypes.TypedDataMessage{"rollup": hash32(header.Rollup), "epoch": quantity(2), "slot": quantity(77), "rank": quantity(1),
				"number": quantity(9), "timestamp": quantity(header.Timestamp), "l1Number": quantity(96), "inbox": quantity(5), "parentHash": hash32(header.ParentHash),
				"blockHash": hash32(header.BlockHash), "bodyHash": hash32(header.BodyHash), "bodySize": quantity(4)}},
		{"AvailabilityAck", avs.AckDigest(goldenDomain, claim.BlockHash), []apitypes.Type{{Name: "header", Type: b32}},
			apitypes.TypedDataMessage{"header": hash32(claim.BlockHash)}},
		{"L1View", view.Digest(goldenDomain), []apitypes.Type{{Name: "number", Type: u64}, {Name: "blockHash", Type: b32},
			{Name: "operatorSets", Type: b32}, {Name: "inputs", Type: b32}}, apitypes.TypedDataMessage{"number": quantity(96),
			"blockHash": hash32(view.BlockHash), "operatorSets": hash32(view.SetsHash()), "inputs": hash32(view.Inputs.Hash())}},
		{"RandomReveal", avs.RevealDigest(goldenDomain, 12), []apitypes.Type{{Name: "round", Type: u64}},
			apitypes.TypedDataMessage{"round": quantity(12)}},
		{"Preconfirmation", receipt.Digest(goldenDomain), []apitypes.Type{{Name: "rollup", Type: b32}, {Name: "epoch", Type: u64},
			{Name: "slot", Type: u64}, {Name: "rank", Type: "uint32"}, {Name: "transaction", Type: b32}, {Name: "position", Type: "uint32"},
			{Name: "prefixRoot", Type: b32}}, apitypes.TypedDataMessage{"rollup": hash32(receipt.Rollup), "epoch": quantity(2),
			"slot": quantity(77), "rank": quantity(1), "transaction": hash32(receipt.Transaction), "position": quantity(3),
			"prefixRoot": hash32(receipt.PrefixRoot)}},
		{"InclusionList", list.Digest(goldenDomain), []apitypes.Type{{Name: "rollup", Type: b32}, {Name: "epoch", Type: u64},
			{Name: "slot", Type: u64}, {Name: "transactions", Type: b32}}, apitypes.TypedDataMessage{"rollup": hash32(list.Rollup),
			"epoch": quantity(2), "slot": quantity(77),
			"transactions": hash32(crypto.Keccak256Hash(list.Transactions[0][:], list.Transactions[1][:]))}},
		{"Unjail", plea.Digest(goldenDomain), []apitypes.Type{{Name: "rollup", Type: b32}, {Name: "operator", Type: "address"},
			{Name: "window", Type: u64}}, apitypes.TypedDataMessage{"rollup": hash32(plea.Rollup), "operator": plea.Operator.Hex(),
			"window": quantity(6)}},
		{"OperatorRegistration", registration.Digest(goldenDomain), []apitypes.Type{{Name: "operator", Type: "address"},
			{Name: "blsKeyHash", Type: b32}, {Name: "consensusKey", Type: "address"}}, apitypes.TypedDataMessage{
			"operator": registration.Operator.Hex(), "blsKeyHash": hash32(crypto.Keccak256Hash(key[:])),
			"consensusKey": registration.ConsensusKey.Hex()}},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, typedDigest(t, test.name, test.fields, test.values), test.got)
		})
	}
}

type claimVector struct {
	Domain struct {
		Network   string         `json:"network"`
		L1ChainID hexutil.Uint64 `json:"l1_chain_id"`
		Contract  common.Address `json:"contract"`
		Separator common.Hash    `json:"separator"`
	} `json:"domain"`
	Claim struct {
		Rollup     common.Hash    `json:"rollup"`
		Epoch      hexutil.Uint64 `json:"epoch"`
		Number     hexutil.Uint64 `json:"number"`
		BlockHash  common.Hash    `json:"blockHash"`
		ParentHash common.Hash    `json:"parentHash"`
		StateRoot  common.Hash    `json:"stateRoot"`
		OutputRoot common.Hash    `json:"outputRoot"`
		Level      hexutil.Uint64 `json:"level"`
	} `json:"claim"`
	Digest     common.Hash   `json:"digest"`
	SecretKey  hexutil.Bytes `json:"secret_key"`
	PublicKey  hexutil.Bytes `json:"public_key"`
	Signature  hexutil.Bytes `json:"signature"`
	Encoded    hexutil.Bytes `json:"attestation_rlp"`
	Uncompress struct {
		PublicKey hexutil.Bytes `json:"public_key"`
		Signature hexutil.Bytes `json:"signature"`
	} `json:"eip2537"`
}

func TestClaimVector(t *testing.T) {
	claim := goldenClaim()
	secret := goldenSecret(t, 2)
	attestation := goldenAttestation(t, claim, 2)
	sig, err := attestation.Verify(goldenDomain, goldenSet(t, 3, 4))
	require.NoError(t, err)
	var v claimVector
	v.Domain.Network, v.Domain.L1ChainID, v.Domain.Contract = goldenDomain.Network, hexutil.Uint64(goldenDomain.L1ChainID), goldenDomain.Contract
	v.Domain.Separator = goldenDomain.Separator()
	v.Claim.Rollup, v.Claim.Epoch, v.Claim.Number = claim.Rollup, hexutil.Uint64(claim.Epoch), hexutil.Uint64(claim.Number)
	v.Claim.BlockHash, v.Claim.ParentHash, v.Claim.StateRoot = claim.BlockHash, claim.ParentHash, claim.StateRoot
	v.Claim.OutputRoot, v.Claim.Level = claim.OutputRoot, hexutil.Uint64(claim.Level)
	v.Digest = claim.Digest(goldenDomain)
	key, public, signature := secret.Bytes(), secret.PublicKey().Bytes(), sig.Bytes()
	longKey, longSignature := secret.PublicKey().EIP2537(), sig.EIP2537()
	v.SecretKey, v.PublicKey, v.Signature, v.Encoded = key[:], public[:], signature[:], attestation.Encode()
	v.Uncompress.PublicKey, v.Uncompress.Signature = longKey[:], longSignature[:]
	golden(t, "claim.json", v)
}

func TestClaimConflicts(t *testing.T) {
	base := goldenClaim()
	for _, test := range []struct {
		name string
		edit func(*avs.FinalityClaim)
		want bool
	}{
		{"equal", func(*avs.FinalityClaim) {}, false},
		{"another block", func(c *avs.FinalityClaim) { c.BlockHash[0] ^= 1 }, true},
		{"another parent", func(c *avs.FinalityClaim) { c.ParentHash[31] ^= 1 }, true},
		{"another state", func(c *avs.FinalityClaim) { c.StateRoot[0] ^= 1 }, true},
		{"another output", func(c *avs.FinalityClaim) { c.OutputRoot[0] ^= 1 }, true},
		{"another epoch", func(c *avs.FinalityClaim) { c.Epoch++ }, false},
		{"another level", func(c *avs.FinalityClaim) { c.Level++ }, false},
		{"another number", func(c *avs.FinalityClaim) { c.Number++; c.BlockHash[0] ^= 1 }, false},
		{"another rollup", func(c *avs.FinalityClaim) { c.Rollup[0] ^= 1; c.BlockHash[0] ^= 1 }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			other := base
			test.edit(&other)
			require.Equal(t, test.want, base.Conflicts(other))
			require.Equal(t, test.want, other.Conflicts(base))
		})
	}
}

func TestAttestationVerify(t *testing.T) {
	set := goldenSet(t, 3, 4)
	good := goldenAttestation(t, goldenClaim(), 1)
	_, err := good.Verify(goldenDomain, set)
	require.NoError(t, err)
	decoded, err := avs.DecodeAttestation(good.Encode())
	require.NoError(t, err)
	require.Equal(t, good, decoded)
	require.LessOrEqual(t, len(good.Encode()), avs.MaxAttestationSize)
	for name, edit := range map[string]func(*avs.Attestation){
		"rollup":            func(a *avs.Attestation) { a.Claim.Rollup[0] ^= 1 },
		"epoch":             func(a *avs.Attestation) { a.Claim.Epoch++ },
		"number":            func(a *avs.Attestation) { a.Claim.Number++ },
		"block hash":        func(a *avs.Attestation) { a.Claim.BlockHash[31] ^= 1 },
		"parent hash":       func(a *avs.Attestation) { a.Claim.ParentHash[31] ^= 1 },
		"state root":        func(a *avs.Attestation) { a.Claim.StateRoot[31] ^= 1 },
		"output root":       func(a *avs.Attestation) { a.Claim.OutputRoot[31] ^= 1 },
		"level":             func(a *avs.Attestation) { a.Claim.Level++ },
		"member":            func(a *avs.Attestation) { a.Member++ },
		"member beyond":     func(a *avs.Attestation) { a.Member = 4 },
		"signature":         func(a *avs.Attestation) { a.Signature[95] ^= 1 },
		"no signature":      func(a *avs.Attestation) { a.Signature = [96]byte{} },
		"signature at zero": func(a *avs.Attestation) { a.Signature = [96]byte{0xc0} },
	} {
		t.Run(name, func(t *testing.T) {
			a := good
			edit(&a)
			_, err := a.Verify(goldenDomain, set)
			require.ErrorIs(t, err, avs.ErrAttestation)
		})
	}
	other := goldenDomain
	other.L1ChainID++
	_, err = good.Verify(other, set)
	require.ErrorIs(t, err, avs.ErrAttestation)
}
