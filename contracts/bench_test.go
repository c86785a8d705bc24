package contracts_test

import (
	"encoding/binary"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/contracts/bindings"
)

// BenchmarkCertificateGas reports the gas of whole transactions under Osaka rules. From the second certificate of a rollup on:
// Mach.submit with all members and with two thirds signing, submitMany of 2 and 4 certificates and Mach.alert with all; the
// snapshot of such a set, and its hand-off to another chain. Time is beside the point:
//
//	go test ./contracts -run '^$' -bench CertificateGas -benchtime 1x
func BenchmarkCertificateGas(b *testing.B) {
	for _, size := range []int{4, 16, 64, 100, 128, 256} {
		b.Run(fmt.Sprintf("N=%d", size), func(b *testing.B) {
			n := newNetwork(b, size)
			snapshot := n.joinAll()
			members := n.order()
			number := uint64(1000)
			mach := bindings.NewMach()
			submission := func(missing int) bindings.Submission {
				number++
				claim, digest := n.claim(number)
				signers, signature := certify(b, members, digest, missing)
				return bindings.Submission{Claim: claim, Signers: signers, Signature: signature}
			}
			submit := func(missing int) float64 {
				s := submission(missing)
				return n.gas(n.mach, mach.PackSubmit(s.Claim, s.Signers, s.Signature))
			}
			many := func(count int) float64 {
				var list []bindings.Submission
				for range count {
					list = append(list, submission(0))
				}
				return n.gas(n.mach, mach.PackSubmitMany(list))
			}
			sequence := uint64(0)
			alert := func() float64 {
				sequence++
				a := bindings.FinalityAlert{Rollup: n.rollup, Epoch: 1, Sequence: sequence, Paused: sequence%2 == 1}
				avs := bindings.NewRestakedRollups()
				digest, err := avs.UnpackFinalityAlertDigest(n.call(n.rollups, avs.PackFinalityAlertDigest(a)))
				require.NoError(b, err)
				signers, signature := certify(b, members, digest, 0)
				return n.gas(n.mach, mach.PackAlert(a, signers, signature))
			}
			first := submit(0)
			var all, third, two, four, breaker float64
			for b.Loop() {
				all, third, two, four, breaker = submit(0), submit(size/3), many(2), many(4), alert()
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(first, "gas-first")
			b.ReportMetric(all, "gas-all")
			b.ReportMetric(third, "gas-two-thirds")
			b.ReportMetric(two, "gas-many-2")
			b.ReportMetric(four, "gas-many-4")
			b.ReportMetric(breaker, "gas-alert")
			b.ReportMetric(float64(snapshot.GasUsed), "gas-snapshot")
			b.ReportMetric(n.handOff(members), "gas-hand-off")
		})
	}
}

// BenchmarkAncestorGas reports the gas of Mach.recordAncestors for each block that it records.
func BenchmarkAncestorGas(b *testing.B) {
	n := newNetwork(b, 4)
	n.joinAll()
	members := n.order()
	const length = 64
	headers := make([][]byte, length)
	parent := crypto.Keccak256Hash([]byte("before"))
	for i := range headers {
		header := types.Header{ParentHash: parent, Number: big.NewInt(int64(1000 + i)), Difficulty: new(big.Int), GasLimit: 60_000_000,
			GasUsed: 21_000, Time: 1_700_000_000, BaseFee: big.NewInt(7), WithdrawalsHash: &types.EmptyWithdrawalsHash, BlobGasUsed: new(uint64),
			ExcessBlobGas: new(uint64), ParentBeaconRoot: new(common.Hash), RequestsHash: &types.EmptyRequestsHash,
			Root: crypto.Keccak256Hash([]byte{byte(i)}), UncleHash: types.EmptyUncleHash, TxHash: types.EmptyTxsHash, ReceiptHash: types.EmptyReceiptsHash}
		encoded, err := rlp.EncodeToBytes(&header)
		require.NoError(b, err)
		headers[length-1-i], parent = encoded, header.Hash()
	}
	claim, _ := n.claim(1000 + length - 1)
	claim.BlockHash = parent
	avs, mach := bindings.NewRestakedRollups(), bindings.NewMach()
	digest, err := avs.UnpackFinalityClaimDigest(n.call(n.rollups, avs.PackFinalityClaimDigest(claim)))
	require.NoError(b, err)
	signers, signature := certify(b, members, digest, 0)
	n.gas(n.mach, mach.PackSubmit(claim, signers, signature))
	var used float64
	for b.Loop() {
		used = n.gas(n.mach, mach.PackRecordAncestors(n.rollup, claim.Number, headers))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(used/length, "gas/block")
}

func (n *network) gas(to common.Address, data []byte) float64 {
	n.tb.Helper()
	return float64(n.do(n.deployer, to, data).GasUsed)
}

// handOff is the gas of handing one set of these members on to a RemoteStakeTable.
func (n *network) handOff(members []*operator) float64 {
	n.tb.Helper()
	set := func(epoch uint64) (bindings.HandedSet, [32]byte) {
		given := bindings.HandedSet{Epoch: epoch}
		hashed := binary.BigEndian.AppendUint64(make([]byte, 4), epoch)
		for _, o := range members {
			key, short, address := o.bls.PublicKey().EIP2537(), o.bls.PublicKey().Bytes(), o.address()
			consensus := crypto.CompressPubkey(&o.consensus.PublicKey)
			weight := common.LeftPadBytes(ether.Bytes(), 16)
			for _, part := range [][]byte{address[:], key[16:64], key[80:], consensus, weight} {
				given.Members = append(given.Members, part...)
			}
			for _, part := range [][]byte{address[:], short[:], consensus, weight} {
				hashed = append(hashed, part...)
			}
		}
		return given, crypto.Keccak256Hash(crypto.Keccak256(hashed))
	}
	avs, remote := bindings.NewRestakedRollups(), bindings.NewRemoteStakeTable()
	separator, err := avs.UnpackDomainSeparator(n.call(n.rollups, avs.PackDomainSeparator()))
	require.NoError(n.tb, err)
	first, hash := set(1)
	table := n.deploy(bindings.RemoteStakeTableMetaData.Bin,
		remote.PackConstructor(separator, n.rollups, bindings.L1View{Number: 1, OperatorSets: hash}))
	n.gas(table, remote.PackBootstrap([]bindings.HandedSet{first}))
	second, hash := set(2)
	view := bindings.L1View{Number: 2, OperatorSets: hash}
	digest, err := avs.UnpackL1ViewDigest(n.call(n.rollups, avs.PackL1ViewDigest(view)))
	require.NoError(n.tb, err)
	signers, signature := certify(n.tb, members, digest, 0)
	return n.gas(table, remote.PackHandOff(view, []bindings.HandedSet{second}, signers, signature))
}
