package contracts_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/contracts/bindings"
)

// typedData states the EIP-712 types as wallets know them; its hash is the oracle for the contracts' digests.
func (n *network) typedData(kind string, message apitypes.TypedDataMessage) [32]byte {
	n.tb.Helper()
	field := func(name, of string) apitypes.Type { return apitypes.Type{Name: name, Type: of} }
	data := apitypes.TypedData{
		PrimaryType: kind,
		Domain: apitypes.TypedDataDomain{Name: networkName, Version: "1", ChainId: (*math.HexOrDecimal256)(n.chainID),
			VerifyingContract: n.rollups.Hex()},
		Message: message,
		Types: apitypes.Types{
			"EIP712Domain": {field("name", "string"), field("version", "string"), field("chainId", "uint256"),
				field("verifyingContract", "address")},
			"FinalityClaim": {field("rollup", "bytes32"), field("epoch", "uint64"), field("number", "uint64"),
				field("blockHash", "bytes32"), field("parentHash", "bytes32"), field("stateRoot", "bytes32"),
				field("outputRoot", "bytes32"), field("level", "uint8")},
			"OperatorRegistration": {field("operator", "address"), field("blsKeyHash", "bytes32"),
				field("consensusKey", "address")},
			"BatchHeader": {field("rollup", "bytes32"), field("epoch", "uint64"), field("slot", "uint64"),
				field("rank", "uint32"), field("number", "uint64"), field("timestamp", "uint64"),
				field("l1Number", "uint64"), field("inbox", "uint64"), field("parentHash", "bytes32"), field("blockHash", "bytes32"), field("bodyHash", "bytes32"),
				field("bodySize", "uint32")},
			"AvailabilityAck": {field("header", "bytes32")},
			"FinalityAlert":   {field("rollup", "bytes32"), field("epoch", "uint64"), field("sequence", "uint64"), field("paused", "bool")},
			"L1View": {field("number", "uint64"), field("blockHash", "bytes32"), field("operatorSets", "bytes32"),
				field("inputs", "bytes32")},
			"RandomReveal": {field("round", "uint64")},
			"Preconfirmation": {field("rollup", "bytes32"), field("epoch", "uint64"), field("slot", "uint64"), field("rank", "uint32"),
				field("transaction", "bytes32"), field("position", "uint32"), field("prefixRoot", "bytes32")},
			"InclusionList": {field("rollup", "bytes32"), field("epoch", "uint64"), field("slot", "uint64"),
				field("transactions", "bytes32")},
			"Unjail": {field("rollup", "bytes32"), field("operator", "address"), field("window", "uint64")},
		},
	}
	hash, _, err := apitypes.TypedDataAndHash(data)
	require.NoError(n.tb, err)
	return [32]byte(hash)
}

func word(b byte) [32]byte { return [32]byte{0: b, 31: b + 1} }

func text(b [32]byte) string { return hexutil.Encode(b[:]) }

func number(v uint64) *math.HexOrDecimal256 {
	return (*math.HexOrDecimal256)(new(big.Int).SetUint64(v))
}

// TestDigestsAreTypedData compares each digest of the contracts with that of an independent EIP-712 implementation.
func TestDigestsAreTypedData(t *testing.T) {
	n := newNetwork(t, 0)
	avs := bindings.NewRestakedRollups()

	claim := bindings.FinalityClaim{Rollup: word(1), Epoch: 2, Number: 1 << 63, BlockHash: word(3), ParentHash: word(4),
		StateRoot: word(5), OutputRoot: word(6), Level: 7}
	got, err := avs.UnpackFinalityClaimDigest(n.call(n.rollups, avs.PackFinalityClaimDigest(claim)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("FinalityClaim", apitypes.TypedDataMessage{"rollup": text(claim.Rollup),
		"epoch": number(claim.Epoch), "number": number(claim.Number), "blockHash": text(claim.BlockHash),
		"parentHash": text(claim.ParentHash), "stateRoot": text(claim.StateRoot), "outputRoot": text(claim.OutputRoot),
		"level": number(uint64(claim.Level))}), got)

	alert := bindings.FinalityAlert{Rollup: word(1), Epoch: 2, Sequence: 1 << 63, Paused: true}
	got, err = avs.UnpackFinalityAlertDigest(n.call(n.rollups, avs.PackFinalityAlertDigest(alert)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("FinalityAlert", apitypes.TypedDataMessage{"rollup": text(alert.Rollup), "epoch": number(alert.Epoch),
		"sequence": number(alert.Sequence), "paused": true}), got)

	operator, consensus := common.HexToAddress("0xa1"), common.HexToAddress("0xb2")
	got, err = avs.UnpackOperatorRegistrationDigest(n.call(n.rollups,
		avs.PackOperatorRegistrationDigest(operator, word(9), consensus)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("OperatorRegistration", apitypes.TypedDataMessage{"operator": operator.Hex(),
		"blsKeyHash": text(word(9)), "consensusKey": consensus.Hex()}), got)

	header := bindings.BatchHeader{Rollup: word(1), Epoch: 2, Slot: 3, Rank: 4, Number: 5, Timestamp: 6, L1Number: 15, Inbox: 16, ParentHash: word(7),
		BlockHash: word(8), BodyHash: word(9), BodySize: 10}
	got, err = avs.UnpackBatchHeaderDigest(n.call(n.rollups, avs.PackBatchHeaderDigest(header)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("BatchHeader", apitypes.TypedDataMessage{"rollup": text(header.Rollup),
		"epoch": number(2), "slot": number(3), "rank": number(4), "number": number(5), "timestamp": number(6),
		"l1Number": number(15), "inbox": number(16),
		"parentHash": text(header.ParentHash), "blockHash": text(header.BlockHash), "bodyHash": text(header.BodyHash),
		"bodySize": number(10)}), got)

	got, err = avs.UnpackAvailabilityAckDigest(n.call(n.rollups, avs.PackAvailabilityAckDigest(word(11))))
	require.NoError(t, err)
	require.Equal(t, n.typedData("AvailabilityAck", apitypes.TypedDataMessage{"header": text(word(11))}), got)

	view := bindings.L1View{Number: 12, BlockHash: word(13), OperatorSets: word(14), Inputs: word(15)}
	got, err = avs.UnpackL1ViewDigest(n.call(n.rollups, avs.PackL1ViewDigest(view)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("L1View", apitypes.TypedDataMessage{"number": number(12),
		"blockHash": text(view.BlockHash), "operatorSets": text(view.OperatorSets), "inputs": text(view.Inputs)}), got)
}

// TestSequencingDigestsAreTypedData does the same for what only sequencing signs.
func TestSequencingDigestsAreTypedData(t *testing.T) {
	n := newNetwork(t, 0)
	avs := bindings.NewRestakedRollups()

	got, err := avs.UnpackRandomRevealDigest(n.call(n.rollups, avs.PackRandomRevealDigest(1<<63)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("RandomReveal", apitypes.TypedDataMessage{"round": number(1 << 63)}), got)

	receipt := bindings.Preconfirmation{Rollup: word(1), Epoch: 2, Slot: 3, Rank: 4, Transaction: word(5), Position: 6, PrefixRoot: word(7)}
	got, err = avs.UnpackPreconfirmationDigest(n.call(n.rollups, avs.PackPreconfirmationDigest(receipt)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("Preconfirmation", apitypes.TypedDataMessage{"rollup": text(receipt.Rollup), "epoch": number(2),
		"slot": number(3), "rank": number(4), "transaction": text(receipt.Transaction), "position": number(6),
		"prefixRoot": text(receipt.PrefixRoot)}), got)

	list := bindings.InclusionList{Rollup: word(1), Epoch: 2, Slot: 3, Transactions: word(4)}
	got, err = avs.UnpackInclusionListDigest(n.call(n.rollups, avs.PackInclusionListDigest(list)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("InclusionList", apitypes.TypedDataMessage{"rollup": text(list.Rollup), "epoch": number(2),
		"slot": number(3), "transactions": text(list.Transactions)}), got)

	plea := bindings.Unjail{Rollup: word(1), Operator: common.HexToAddress("0xc3"), Window: 2}
	got, err = avs.UnpackUnjailDigest(n.call(n.rollups, avs.PackUnjailDigest(plea)))
	require.NoError(t, err)
	require.Equal(t, n.typedData("Unjail", apitypes.TypedDataMessage{"rollup": text(plea.Rollup), "operator": plea.Operator.Hex(),
		"window": number(2)}), got)
}
