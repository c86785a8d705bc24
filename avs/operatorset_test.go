package avs_test

import (
	"math/big"
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestNewOperatorSet(t *testing.T) {
	for _, test := range []struct {
		name string
		edit func([]avs.Member) []avs.Member
		want error
	}{
		{"good", func(m []avs.Member) []avs.Member { return m }, nil},
		{"empty", func([]avs.Member) []avs.Member { return nil }, avs.ErrSetSize},
		{"too large", func(m []avs.Member) []avs.Member {
			return append(m, make([]avs.Member, avs.MaxMembers)...)
		}, avs.ErrSetSize},
		{"not ascending", func(m []avs.Member) []avs.Member { m[0], m[1] = m[1], m[0]; return m }, avs.ErrSetOrder},
		{"twice", func(m []avs.Member) []avs.Member { m[1] = m[0]; return m }, avs.ErrSetOrder},
		{"no weight", func(m []avs.Member) []avs.Member { m[2].Weight.Clear(); return m }, avs.ErrSetWeight},
		{"too much weight", func(m []avs.Member) []avs.Member { m[2].Weight.Lsh(uint256.NewInt(1), 128); return m }, avs.ErrSetWeight},
		{"most weight", func(m []avs.Member) []avs.Member {
			m[2].Weight.Sub(new(uint256.Int).Lsh(uint256.NewInt(1), 128), uint256.NewInt(1))
			return m
		}, nil},
		{"a key of zero", func(m []avs.Member) []avs.Member { m[1].BLSKey = [48]byte{0xc0}; return m }, avs.ErrSetKey},
		{"a key off the curve", func(m []avs.Member) []avs.Member { m[1].BLSKey[47] ^= 1; return m }, avs.ErrSetKey},
		{"no consensus key", func(m []avs.Member) []avs.Member { m[1].ConsensusKey = [33]byte{}; return m }, avs.ErrSetKey},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := avs.NewOperatorSet(2, 1, test.edit(goldenMembers(t, 4)))
			require.ErrorIs(t, err, test.want)
		})
	}
}

func TestOperatorSetEncoding(t *testing.T) {
	set := goldenSet(t, 3, 5)
	data, err := rlp.EncodeToBytes(set)
	require.NoError(t, err)
	var again avs.OperatorSet
	require.NoError(t, rlp.DecodeBytes(data, &again))
	require.Equal(t, set.Hash(), again.Hash())
	require.Equal(t, set.ID(), again.ID())
	require.Equal(t, 3, again.Index(set.Member(3).Operator))
	require.Equal(t, -1, again.Index(common.Address{1}))
	require.Equal(t, 2, again.IndexOfConsensus(set.ConsensusAddress(2)))
	require.Equal(t, -1, again.IndexOfConsensus(common.Address{1}))
	require.NotEqual(t, set.Hash(), goldenSet(t, 4, 5).Hash(), "the epoch is in the hash")
	require.NotEqual(t, set.Hash(), goldenSet(t, 3, 4).Hash())
}

// Quorum and availability against arithmetic on big integers.
func TestQuorumAgainstOracle(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	members := goldenMembers(t, 8)
	for range 40 {
		total := new(big.Int)
		for i := range members {
			w := new(big.Int).Rand(random, new(big.Int).Lsh(big.NewInt(1), uint(1+random.Intn(128))))
			w.Add(w, big.NewInt(1))
			if w.BitLen() > 128 {
				w.SetInt64(1)
			}
			members[i].Weight.SetFromBig(w)
			total.Add(total, w)
		}
		set, err := avs.NewOperatorSet(2, 1, append([]avs.Member{}, members...))
		require.NoError(t, err)
		for bits := range 256 {
			signers := avs.Bitmap{byte(bits)}
			weight := new(big.Int)
			for i := range members {
				if bits>>i&1 == 1 {
					weight.Add(weight, members[i].Weight.ToBig())
				}
			}
			got := set.WeightOf(signers)
			require.Zero(t, weight.Cmp(got.ToBig()))
			triple := new(big.Int).Mul(weight, big.NewInt(3))
			require.Equal(t, triple.Cmp(new(big.Int).Lsh(total, 1)) >= 0, set.Quorum(got))
			require.Equal(t, triple.Cmp(total) > 0, set.Available(got))
		}
		powers := set.VotingPowers()
		sum := int64(0)
		for _, p := range powers {
			require.Positive(t, p)
			sum += p
		}
		require.LessOrEqual(t, sum, int64(1<<30+len(powers)))
	}
}

func TestQuorumBoundaries(t *testing.T) {
	members := goldenMembers(t, 3)
	for i := range members {
		members[i].Weight.SetUint64(1)
	}
	set, err := avs.NewOperatorSet(2, 1, members)
	require.NoError(t, err)
	require.True(t, set.Quorum(*uint256.NewInt(2)), "exactly two thirds")
	require.False(t, set.Quorum(*uint256.NewInt(1)))
	require.False(t, set.Available(*uint256.NewInt(1)), "exactly one third")
	require.True(t, set.Available(*uint256.NewInt(2)))
}
