package avs_test

import (
	"encoding/binary"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

// fullMembers are as many members as a set may have, with weights as long as they may be.
func fullMembers(t testing.TB) []avs.Member {
	t.Helper()
	members := make([]avs.Member, avs.MaxMembers)
	for i := range members {
		seed := crypto.Keccak256(binary.BigEndian.AppendUint64(nil, uint64(i)))
		seed[0] = 1
		secret, err := bls.SecretKeyFromBytes(seed)
		require.NoError(t, err)
		consensus, err := crypto.ToECDSA(seed)
		require.NoError(t, err)
		members[i] = avs.Member{Operator: common.Address{0xff, byte(i)}, BLSKey: secret.PublicKey().Bytes()}
		copy(members[i].ConsensusKey[:], crypto.CompressPubkey(&consensus.PublicKey))
		members[i].Weight.Lsh(uint256.NewInt(0xff), 112)
	}
	return members
}

// A view with more full sets than a transaction can carry is cut after the last that fits.
func TestFittingView(t *testing.T) {
	members := fullMembers(t)
	for _, c := range []struct{ sets, want int }{{1, 1}, {4, 4}, {8, 8}, {10, 8}, {40, 8}} {
		v := avs.L1View{Number: 1 << 62}
		for id := range avs.SetID(c.sets) {
			set, err := avs.NewOperatorSet(id, 1<<62, members)
			require.NoError(t, err)
			v.Sets = append(v.Sets, set)
		}
		fitting := v.Fitting()
		require.Equal(t, v.Sets[:c.want], fitting.Sets)
		require.Len(t, v.Sets, c.sets)
		tx := avs.Tx{L1View: &avs.CertifiedL1View{View: fitting, Signers: make(avs.Bitmap, 32)}}.Encode()
		require.LessOrEqual(t, len(tx), avs.MaxTxSize)
		if c.sets >= 8 {
			t.Logf("8 sets of %d members: %d bytes of %d", avs.MaxMembers, len(tx), avs.MaxTxSize)
			_, err := avs.DecodeTx(tx)
			require.NoError(t, err)
		}
	}
}

func BenchmarkDecodeFullView(b *testing.B) {
	v := avs.L1View{Number: 7}
	members := fullMembers(b)
	for id := range avs.SetID(8) {
		set, err := avs.NewOperatorSet(id, 1, members)
		require.NoError(b, err)
		v.Sets = append(v.Sets, set)
	}
	tx := avs.Tx{L1View: &avs.CertifiedL1View{View: v, Signers: make(avs.Bitmap, 32)}}.Encode()
	for b.Loop() {
		_, err := avs.DecodeTx(tx)
		require.NoError(b, err)
	}
}
