package l1

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/localnet/deploy"
)

// addRollup registers another rollup, which all operators join.
func (n *network) addRollup(chain uint64) deploy.RegisteredRollup {
	n.t.Helper()
	r, err := deploy.RegisterRollup(n.t.Context(), n.client, testKey("owner"), n.contracts, deploy.Rollup{Name: "another", ChainID: chain,
		GenesisHash: common.HexToHash("0x02")})
	require.NoError(n.t, err)
	n.sets = append(n.sets, r.Sets()...)
	for i := range n.operators {
		n.operators[i].Sets = n.sets
	}
	n.join(n.operators...)
	return r
}

// demo is the rollup that every network has.
func (n *network) demo() avs.RollupID {
	return avs.NewRollupID(chainID, n.contracts.Addresses[deploy.RestakedRollups], 1001)
}

// aggregate is the signature of the members of a set, all but the given number, over a digest.
func (n *network) aggregate(set *avs.OperatorSet, digest common.Hash, missing int) (avs.Bitmap, [96]byte) {
	n.t.Helper()
	signers := avs.NewBitmap(set.Len())
	var signatures []bls.Signature
	for i := range set.Len() - missing {
		for _, o := range n.operators {
			if o.Address() == set.Member(i).Operator {
				signers = signers.With(i)
				signatures = append(signatures, o.BLS.Sign(digest))
			}
		}
	}
	sum, err := bls.AggregateSignatures(signatures)
	require.NoError(n.t, err)
	return signers, sum.Bytes()
}

// certify makes a certificate of a made-up block.
func (n *network) certify(set *avs.OperatorSet, rollup avs.RollupID, number uint64) avs.Certificate {
	n.t.Helper()
	return n.certifyBlock(set, rollup, number, crypto.Keccak256Hash(rollup[:], new(big.Int).SetUint64(number).Bytes()))
}

func (n *network) certifyBlock(set *avs.OperatorSet, rollup avs.RollupID, number uint64, hash common.Hash) avs.Certificate {
	n.t.Helper()
	c := avs.Certificate{Claim: avs.FinalityClaim{Rollup: rollup, Epoch: set.Epoch(), Number: number, BlockHash: hash,
		StateRoot: crypto.Keccak256Hash([]byte("state")), Level: avs.LevelExecution}}
	c.Signers, c.Signature = n.aggregate(set, c.Claim.Digest(n.contracts.Domain()), 0)
	require.NoError(n.t, c.Verify(n.contracts.Domain(), set))
	return c
}

func (n *network) certifyAlert(set *avs.OperatorSet, rollup avs.RollupID, sequence uint64) avs.CertifiedAlert {
	n.t.Helper()
	c := avs.CertifiedAlert{Alert: avs.Alert{Rollup: rollup, Epoch: set.Epoch(), Sequence: sequence, Paused: sequence%2 == 1}}
	c.Signers, c.Signature = n.aggregate(set, c.Alert.Digest(n.contracts.Domain()), 0)
	return c
}

// certifyView makes a hand-off to the given sets.
func (n *network) certifyView(ordering *avs.OperatorSet, number uint64, sets []*avs.OperatorSet) avs.CertifiedL1View {
	n.t.Helper()
	hash, err := n.client.HashAt(n.t.Context(), number)
	require.NoError(n.t, err)
	c := avs.CertifiedL1View{View: avs.L1View{Number: number, BlockHash: hash, Sets: sets}}
	c.Signers, c.Signature = n.aggregate(ordering, c.View.Digest(n.contracts.Domain()), 0)
	require.NoError(n.t, c.Verify(n.contracts.Domain(), ordering))
	return c
}
