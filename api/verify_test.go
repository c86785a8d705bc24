package api_test

import (
	"encoding/json"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
)

// Each field of a certificate in JSON, flipped, is refused by the name of the check that it fails.
func TestVerifyNamesTheFlippedField(t *testing.T) {
	l := newLedger(t)
	l.certify(1)
	value, _, err := l.Latest(demo.ID)
	require.NoError(t, err)
	good := client.NewCertificate(domain, value)
	require.NoError(t, client.Verify(domain, l.set, good))
	for _, test := range []struct {
		name string
		edit func(*client.Certificate)
		want error
	}{
		{"rollup", func(c *client.Certificate) { c.Claim.Rollup[3] ^= 1 }, client.ErrDigest},
		{"claim epoch", func(c *client.Certificate) { c.Claim.Epoch ^= 2 }, client.ErrEpochField},
		{"number", func(c *client.Certificate) { c.Claim.Number++ }, client.ErrDigest},
		{"block hash", func(c *client.Certificate) { c.Claim.BlockHash[3] ^= 1 }, client.ErrDigest},
		{"parent hash", func(c *client.Certificate) { c.Claim.ParentHash[3] ^= 1 }, client.ErrDigest},
		{"state root", func(c *client.Certificate) { c.Claim.StateRoot[3] ^= 1 }, client.ErrDigest},
		{"output root", func(c *client.Certificate) { c.Claim.OutputRoot[3] ^= 1 }, client.ErrDigest},
		{"level", func(c *client.Certificate) { c.Claim.Level ^= 1 }, client.ErrDigest},
		{"level too high", func(c *client.Certificate) { c.Claim.Level = 256 }, client.ErrShape},
		{"digest", func(c *client.Certificate) { c.Digest[0] ^= 1 }, client.ErrDigest},
		{"epoch", func(c *client.Certificate) { c.Epoch++ }, client.ErrEpochField},
		{"both epochs", func(c *client.Certificate) {
			c.Epoch, c.Claim.Epoch = 2, 2
			v, err := c.Value()
			require.NoError(t, err)
			c.Digest = v.Claim.Digest(domain)
		}, avs.ErrCertEpoch},
		{"a signer more", func(c *client.Certificate) { c.Signers = hexutil.Bytes{0x0f} }, avs.ErrCertSignature},
		{"a signer less", func(c *client.Certificate) { c.Signers = hexutil.Bytes{0x03} }, avs.ErrCertQuorum},
		{"other signers", func(c *client.Certificate) { c.Signers = hexutil.Bytes{0x0e} }, avs.ErrCertSignature},
		{"a bit beyond the set", func(c *client.Certificate) { c.Signers = hexutil.Bytes{0x17} }, avs.ErrCertBitmap},
		{"signature", func(c *client.Certificate) {
			c.Signature = append(hexutil.Bytes{}, c.Signature...)
			c.Signature[40] ^= 1
		}, avs.ErrCertSignature},
		{"short signature", func(c *client.Certificate) { c.Signature = c.Signature[:95] }, client.ErrShape},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := good
			test.edit(&c)
			require.ErrorIs(t, client.Verify(domain, l.set, c), test.want)
		})
	}
	other := domain
	other.L1ChainID++
	require.ErrorIs(t, client.Verify(other, l.set, good), client.ErrDigest)
}

func TestOperatorSetJSON(t *testing.T) {
	l := newLedger(t)
	edited := func(edit func(*client.OperatorSet)) []byte {
		s := client.NewOperatorSet(l.set)
		edit(&s)
		data, err := json.Marshal(s)
		require.NoError(t, err)
		return data
	}
	set, err := client.ParseOperatorSet(edited(func(*client.OperatorSet) {}))
	require.NoError(t, err)
	require.Equal(t, l.set.Hash(), set.Hash())
	for name, test := range map[string]struct {
		edit func(*client.OperatorSet)
		want error
	}{
		"total weight":  {func(s *client.OperatorSet) { s.TotalWeight = (*hexutil.U256)(uint256.NewInt(399)) }, client.ErrTotalWeight},
		"no weight":     {func(s *client.OperatorSet) { s.Members[1].Weight = nil }, client.ErrShape},
		"zero weight":   {func(s *client.OperatorSet) { s.Members[1].Weight = new(hexutil.U256) }, avs.ErrSetWeight},
		"short key":     {func(s *client.OperatorSet) { s.Members[1].BLSKey = s.Members[1].BLSKey[1:] }, client.ErrShape},
		"infinity key":  {func(s *client.OperatorSet) { s.Members[1].BLSKey = append(hexutil.Bytes{0xc0}, make([]byte, 47)...) }, avs.ErrSetKey},
		"order":         {func(s *client.OperatorSet) { s.Members[0], s.Members[1] = s.Members[1], s.Members[0] }, avs.ErrSetOrder},
		"nobody":        {func(s *client.OperatorSet) { s.Members = nil }, avs.ErrSetSize},
		"too large id":  {func(s *client.OperatorSet) { s.SetID = 1 << 32 }, client.ErrShape},
		"consensus key": {func(s *client.OperatorSet) { s.Members[2].ConsensusKey = make([]byte, 33) }, avs.ErrSetKey},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.ParseOperatorSet(edited(test.edit))
			require.ErrorIs(t, err, test.want)
		})
	}
}

func FuzzParseCertificate(f *testing.F) {
	l := newLedger(f)
	l.certify(1)
	seed, err := json.Marshal(client.NewCertificate(domain, l.kept[0]))
	require.NoError(f, err)
	f.Add(seed)
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := client.ParseCertificate(data)
		if err == nil && client.Verify(domain, l.set, c) == nil && c.Claim != client.NewCertificate(domain, l.kept[0]).Claim {
			t.Fatal("a certificate that nobody made")
		}
	})
}
