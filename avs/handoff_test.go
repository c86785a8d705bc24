package avs_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

// goldenSetOf is a set of any id; the weight of member i is (i+1)*scale.
func goldenSetOf(t testing.TB, id avs.SetID, epoch avs.Epoch, n int, scale uint64) *avs.OperatorSet {
	t.Helper()
	members := goldenMembers(t, n)
	for i := range members {
		members[i].Weight = *uint256.NewInt(uint64(i+1) * scale)
	}
	set, err := avs.NewOperatorSet(id, epoch, members)
	require.NoError(t, err)
	return set
}

// goldenHandOff is a view signed by members of the ordering set.
func goldenHandOff(t testing.TB, number uint64, ordering *avs.OperatorSet, sets []*avs.OperatorSet, members ...int) avs.CertifiedL1View {
	t.Helper()
	c := avs.CertifiedL1View{View: avs.L1View{Number: number, BlockHash: crypto.Keccak256Hash([]byte{byte(number)}), Sets: sets,
		Inputs: goldenInputs(number)},
		Signers: avs.NewBitmap(ordering.Len())}
	var sigs []bls.Signature
	for _, m := range members {
		c.Signers = c.Signers.With(m)
		sigs = append(sigs, goldenSecret(t, m).Sign(c.View.Digest(goldenDomain)))
	}
	sum, err := bls.AggregateSignatures(sigs)
	require.NoError(t, err)
	c.Signature = sum.Bytes()
	return c
}

func TestSetHistory(t *testing.T) {
	ordering1, ordering2 := goldenSetOf(t, avs.OrderingSet, 1, 4, 10), goldenSetOf(t, avs.OrderingSet, 2, 5, 10)
	mach1, mach2, mach3 := goldenSetOf(t, 2, 1, 4, 10), goldenSetOf(t, 2, 2, 5, 10), goldenSetOf(t, 2, 3, 5, 7)
	first := goldenHandOff(t, 20, ordering1, []*avs.OperatorSet{ordering2, mach2}, 1, 2, 3)
	second := goldenHandOff(t, 30, ordering2, []*avs.OperatorSet{mach3}, 2, 3, 4)

	begin := func(t *testing.T) *avs.SetHistory {
		t.Helper()
		h, err := avs.NewSetHistory(goldenDomain, 10, []*avs.OperatorSet{ordering1, mach1})
		require.NoError(t, err)
		return h
	}
	h := begin(t)
	require.NoError(t, h.Apply(first))
	require.NoError(t, h.Apply(second))
	for _, want := range []*avs.OperatorSet{ordering1, ordering2, mach1, mach2, mach3} {
		got, known := h.At(want.ID(), want.Epoch())
		require.True(t, known, "every past epoch stays")
		require.Equal(t, want.Hash(), got.Hash())
	}
	now, _ := h.Current(2)
	require.Equal(t, avs.Epoch(3), now.Epoch())
	require.Equal(t, uint64(30), h.Number())
	require.Len(t, h.Sets(), 2)

	flip := func(edit func(*avs.CertifiedL1View)) avs.CertifiedL1View {
		c, err := avs.DecodeCertifiedL1View(first.Encode())
		require.NoError(t, err)
		edit(&c)
		return c
	}
	for _, test := range []struct {
		name string
		c    avs.CertifiedL1View
		want error
	}{
		{"the set before signs", goldenHandOff(t, 30, ordering1, []*avs.OperatorSet{ordering2, mach2}, 0, 1, 2), avs.ErrCertQuorum},
		{"number", flip(func(c *avs.CertifiedL1View) { c.View.Number++ }), avs.ErrCertSignature},
		{"block hash", flip(func(c *avs.CertifiedL1View) { c.View.BlockHash[0] ^= 1 }), avs.ErrCertSignature},
		{"randao", flip(func(c *avs.CertifiedL1View) { c.View.Inputs.Randao[0] ^= 1 }), avs.ErrCertSignature},
		{"an inbox", flip(func(c *avs.CertifiedL1View) { c.View.Inputs.Inboxes[0].Count++ }), avs.ErrCertSignature},
		{"a rollup", flip(func(c *avs.CertifiedL1View) { c.View.Inputs.Rollups[0].ForceMillis++ }), avs.ErrCertSignature},
		{"a rollup kept", flip(func(c *avs.CertifiedL1View) { c.View.Inputs.Stopped = nil }), avs.ErrCertSignature},
		{"a set left out", flip(func(c *avs.CertifiedL1View) { c.View.Sets = c.View.Sets[:1] }), avs.ErrCertSignature},
		{"a weight", flip(func(c *avs.CertifiedL1View) { c.View.Sets[1] = goldenSetOf(t, 2, 2, 5, 11) }), avs.ErrCertSignature},
		{"an epoch too far", flip(func(c *avs.CertifiedL1View) { c.View.Sets[1] = goldenSetOf(t, 2, 3, 5, 10) }), avs.ErrCertSignature},
		{"a bit beyond the set", flip(func(c *avs.CertifiedL1View) { c.Signers[0] |= 1 << 4 }), avs.ErrCertBitmap},
		{"a signer too many", flip(func(c *avs.CertifiedL1View) { c.Signers[0] |= 1 }), avs.ErrCertSignature},
		{"signature", flip(func(c *avs.CertifiedL1View) { c.Signature[50] ^= 1 }), avs.ErrCertSignature},
		{"an infinite signature", flip(func(c *avs.CertifiedL1View) { c.Signature = [96]byte{0xc0} }), avs.ErrCertSignature},
		{"not newer", goldenHandOff(t, 10, ordering1, []*avs.OperatorSet{mach2}, 1, 2, 3), avs.ErrHandOffStale},
		{"an epoch in force", goldenHandOff(t, 20, ordering1, []*avs.OperatorSet{mach1}, 1, 2, 3), avs.ErrHandOffEpoch},
		{"sets in disorder", goldenHandOff(t, 20, ordering1, []*avs.OperatorSet{mach2, ordering2}, 1, 2, 3), avs.ErrHandOffOrder},
		{"no set", goldenHandOff(t, 20, ordering1, nil, 1, 2, 3), avs.ErrHandOffEmpty},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := begin(t)
			require.ErrorIs(t, h.Apply(test.c), test.want)
			require.Equal(t, uint64(10), h.Number(), "nothing changed")
			require.NoError(t, h.Apply(first), "and the right one still applies")
		})
	}
	t.Run("skipped", func(t *testing.T) {
		require.Error(t, begin(t).Apply(second), "a set that nobody has handed over to cannot sign")
	})
	_, err := avs.NewSetHistory(goldenDomain, 10, []*avs.OperatorSet{mach1})
	require.ErrorIs(t, err, avs.ErrHandOffBase)
}

// vectorEntry is a member of a set as every language reads it.
type vectorEntry struct {
	Address      common.Address `json:"address"`
	BLSKey       hexutil.Bytes  `json:"bls_public_key"`
	Long         hexutil.Bytes  `json:"bls_public_key_eip2537"`
	ConsensusKey hexutil.Bytes  `json:"consensus_public_key"`
	Weight       string         `json:"weight"`
}

func vectorSet(s *avs.OperatorSet) []vectorEntry {
	var out []vectorEntry
	for i := range s.Len() {
		m := s.Member(i)
		long := s.Key(i).EIP2537()
		out = append(out, vectorEntry{m.Operator, m.BLSKey[:], long[:], m.ConsensusKey[:], m.Weight.Hex()})
	}
	return out
}

type namedSet struct {
	ID      hexutil.Uint64 `json:"id"`
	Epoch   hexutil.Uint64 `json:"epoch"`
	Hash    common.Hash    `json:"hash"`
	Members []vectorEntry  `json:"members"`
}

func namedSets(sets ...*avs.OperatorSet) []namedSet {
	out := []namedSet{}
	for _, s := range sets {
		out = append(out, namedSet{hexutil.Uint64(s.ID()), hexutil.Uint64(s.Epoch()), s.Hash(), vectorSet(s)})
	}
	return out
}

type handOffVector struct {
	Number    hexutil.Uint64 `json:"l1_number"`
	BlockHash common.Hash    `json:"l1_block_hash"`
	SetsHash  common.Hash    `json:"sets_hash"`
	Inputs    hexutil.Bytes  `json:"inputs_rlp"`
	InputHash common.Hash    `json:"inputs_hash"`
	Digest    common.Hash    `json:"digest"`
	Sets      []namedSet     `json:"sets"`
	Signers   hexutil.Bytes  `json:"signers"`
	OnChain   string         `json:"signers_uint256"`
	Signature hexutil.Bytes  `json:"signature"`
	Long      hexutil.Bytes  `json:"signature_eip2537"`
	Encoded   hexutil.Bytes  `json:"hand_off_rlp"`
}

// A trusted beginning and two hand-offs: the ordering set changes with the first, which the second's signers follow from.
func TestHandOffVectors(t *testing.T) {
	ordering1, ordering2 := goldenSetOf(t, avs.OrderingSet, 1, 4, 10), goldenSetOf(t, avs.OrderingSet, 2, 5, 10)
	trusted := []*avs.OperatorSet{ordering1, goldenSetOf(t, 2, 1, 4, 10)}
	var file struct {
		Number   hexutil.Uint64  `json:"l1_number"`
		Trusted  []namedSet      `json:"trusted"`
		SetsHash common.Hash     `json:"trusted_hash"`
		HandOffs []handOffVector `json:"hand_offs"`
	}
	file.Number, file.Trusted, file.SetsHash = 10, namedSets(trusted...), avs.SetsHash(trusted)
	h, err := avs.NewSetHistory(goldenDomain, 10, trusted)
	require.NoError(t, err)
	for _, c := range []avs.CertifiedL1View{
		goldenHandOff(t, 20, ordering1, []*avs.OperatorSet{ordering2, goldenSetOf(t, 2, 2, 5, 10)}, 1, 2, 3),
		goldenHandOff(t, 30, ordering2, []*avs.OperatorSet{goldenSetOf(t, 2, 3, 5, 7)}, 0, 1, 2, 3, 4),
	} {
		require.NoError(t, h.Apply(c))
		sig, err := bls.SignatureFromBytes(c.Signature[:])
		require.NoError(t, err)
		long := sig.EIP2537()
		file.HandOffs = append(file.HandOffs, handOffVector{hexutil.Uint64(c.View.Number), c.View.BlockHash, c.View.SetsHash(),
			c.View.Inputs.Encode(), c.View.Inputs.Hash(), c.View.Digest(goldenDomain),
			namedSets(c.View.Sets...), hexutil.Bytes(c.Signers), c.Signers.Uint256().Hex(), c.Signature[:], long[:], c.Encode()})
	}
	golden(t, "handoffs.json", file)
}
