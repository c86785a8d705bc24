package avs_test

import (
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

// goldenCertificate is signed by the given members.
func goldenCertificate(t testing.TB, set *avs.OperatorSet, claim avs.FinalityClaim, members ...int) avs.Certificate {
	t.Helper()
	signers := avs.NewBitmap(set.Len())
	var sigs []bls.Signature
	for _, m := range members {
		signers = signers.With(m)
		sigs = append(sigs, goldenSecret(t, m).Sign(claim.Digest(goldenDomain)))
	}
	sum, err := bls.AggregateSignatures(sigs)
	require.NoError(t, err)
	return avs.Certificate{Claim: claim, Signers: signers, Signature: sum.Bytes()}
}

// Every flipped field is refused, and the error names what is wrong.
func TestCertificateVerify(t *testing.T) {
	set := goldenSet(t, 3, 9) // weights 10..90, total 450
	good := goldenCertificate(t, set, goldenClaim(), 3, 5, 6, 7, 8)
	require.NoError(t, good.Verify(goldenDomain, set))
	flipped := func(edit func(*avs.Certificate)) avs.Certificate {
		c, err := avs.DecodeCertificate(good.Encode())
		require.NoError(t, err)
		edit(&c)
		return c
	}
	for _, test := range []struct {
		name string
		edit func(*avs.Certificate)
		want error
	}{
		{"rollup", func(c *avs.Certificate) { c.Claim.Rollup[0] ^= 1 }, avs.ErrCertSignature},
		{"epoch", func(c *avs.Certificate) { c.Claim.Epoch++ }, avs.ErrCertEpoch},
		{"number", func(c *avs.Certificate) { c.Claim.Number++ }, avs.ErrCertSignature},
		{"block hash", func(c *avs.Certificate) { c.Claim.BlockHash[9] ^= 1 }, avs.ErrCertSignature},
		{"parent hash", func(c *avs.Certificate) { c.Claim.ParentHash[9] ^= 1 }, avs.ErrCertSignature},
		{"state root", func(c *avs.Certificate) { c.Claim.StateRoot[9] ^= 1 }, avs.ErrCertSignature},
		{"output root", func(c *avs.Certificate) { c.Claim.OutputRoot[9] ^= 1 }, avs.ErrCertSignature},
		{"level", func(c *avs.Certificate) { c.Claim.Level ^= 1 }, avs.ErrCertSignature},
		{"a signer too many", func(c *avs.Certificate) { c.Signers[0] |= 1 }, avs.ErrCertSignature},
		{"a signer missing", func(c *avs.Certificate) { c.Signers[1] = 0 }, avs.ErrCertQuorum},
		{"no signers", func(c *avs.Certificate) { c.Signers = avs.NewBitmap(9) }, avs.ErrCertQuorum},
		{"a bit beyond the set", func(c *avs.Certificate) { c.Signers[1] |= 2 }, avs.ErrCertBitmap},
		{"a bitmap too long", func(c *avs.Certificate) { c.Signers = append(c.Signers, 0) }, avs.ErrCertBitmap},
		{"a bitmap too short", func(c *avs.Certificate) { c.Signers = c.Signers[:1] }, avs.ErrCertBitmap},
		{"signature", func(c *avs.Certificate) { c.Signature[95] ^= 1 }, avs.ErrCertSignature},
		{"signature of zero", func(c *avs.Certificate) { c.Signature = [96]byte{0xc0} }, avs.ErrCertSignature},
		{"signature of one signer", func(c *avs.Certificate) {
			c.Signature = goldenSecret(t, 3).Sign(c.Claim.Digest(goldenDomain)).Bytes()
		}, avs.ErrCertSignature},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.ErrorIs(t, flipped(test.edit).Verify(goldenDomain, set), test.want)
		})
	}
	require.ErrorIs(t, good.Verify(goldenDomain, goldenSet(t, 4, 9)), avs.ErrCertEpoch)
	other := goldenDomain
	other.Network += "x"
	require.ErrorIs(t, good.Verify(other, set), avs.ErrCertSignature)
}

func TestEveryBitOfACertificateCounts(t *testing.T) {
	set := goldenSet(t, 3, 4)
	good := goldenCertificate(t, set, goldenClaim(), 1, 2, 3)
	encoded := good.Encode()
	random := rand.New(rand.NewSource(1))
	for range 200 {
		changed := append([]byte{}, encoded...)
		bit := random.Intn(8 * len(changed))
		changed[bit/8] ^= 1 << (bit % 8)
		c, err := avs.DecodeCertificate(changed)
		if err == nil {
			require.Error(t, c.Verify(goldenDomain, set), "bit %d", bit)
		}
	}
}

type certificateVector struct {
	Digest     common.Hash   `json:"digest"`
	SetHash    common.Hash   `json:"set_hash"`
	PublicKeys []string      `json:"public_keys"`
	Weights    []string      `json:"weights"`
	Signers    hexutil.Bytes `json:"signers"`
	OnChain    string        `json:"signers_uint256"`
	Signature  hexutil.Bytes `json:"signature"`
	Long       hexutil.Bytes `json:"signature_eip2537"`
	Encoded    hexutil.Bytes `json:"certificate_rlp"`
}

func TestCertificateVectors(t *testing.T) {
	var vectors []certificateVector
	for _, test := range []struct {
		size    int
		signers []int
	}{{1, []int{0}}, {4, []int{0, 1, 2, 3}}, {4, []int{1, 2, 3}}, {9, []int{3, 5, 6, 7, 8}}} {
		set := goldenSet(t, 3, test.size)
		c := goldenCertificate(t, set, goldenClaim(), test.signers...)
		require.NoError(t, c.Verify(goldenDomain, set))

		sig, err := bls.SignatureFromBytes(c.Signature[:])
		require.NoError(t, err)
		long := sig.EIP2537()
		v := certificateVector{Digest: c.Claim.Digest(goldenDomain), SetHash: set.Hash(), Signers: hexutil.Bytes(c.Signers),
			OnChain: c.Signers.Uint256().Hex(), Signature: c.Signature[:], Long: long[:], Encoded: c.Encode()}
		for i := range set.Len() {
			m := set.Member(i)
			v.PublicKeys = append(v.PublicKeys, hexutil.Encode(m.BLSKey[:]))
			v.Weights = append(v.Weights, m.Weight.Hex())
		}
		vectors = append(vectors, v)
	}
	golden(t, "certificates.json", vectors)
}

func TestBitmap(t *testing.T) {
	b := avs.NewBitmap(10)
	require.Len(t, b, 2)
	marked := b.With(0).With(9)
	require.Zero(t, b.Count(), "With copies")
	require.Equal(t, avs.Bitmap{0x01, 0x02}, marked)
	require.Equal(t, 2, marked.Count())
	require.True(t, marked.Has(9))
	for _, i := range []int{-1, 1, 10, 1000} {
		require.False(t, marked.Has(i))
	}
	require.Equal(t, uint256.NewInt(0x0201), marked.Uint256())
	for _, test := range []struct {
		b       avs.Bitmap
		members int
		want    bool
	}{
		{marked, 10, true}, {marked, 9, false}, {marked, 16, true}, {marked, 17, false}, {marked, 8, false},
		{avs.Bitmap{0xff}, 8, true}, {avs.Bitmap{0xff}, 7, false}, {avs.Bitmap{}, 0, true}, {nil, 1, false},
	} {
		require.Equal(t, test.want, test.b.Fits(test.members), "%x for %d", test.b, test.members)
	}
	full := avs.NewBitmap(avs.MaxMembers)
	for i := range avs.MaxMembers {
		full = full.With(i)
	}
	require.True(t, full.Fits(avs.MaxMembers))
	require.Equal(t, new(uint256.Int).Not(new(uint256.Int)), full.Uint256())
}
