package api_test

import (
	"encoding/json"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/proto"

	"github.com/trident-network/trident/api/client"
	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
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

// Each field of a hand-off in JSON, flipped, is refused by the name of the check that it fails.
func TestVerifyHandOffNamesTheFlippedField(t *testing.T) {
	l := newLedger(t)
	l.nextEpoch()
	good := client.NewHandOff(domain, l.handOffs[0])
	require.NoError(t, client.VerifyHandOff(domain, l.ordering, good))
	redigested := func(h *client.HandOff) { // by one who signs nothing
		v, err := h.Value()
		require.NoError(t, err)
		h.Digest = v.View.Digest(domain)
	}
	for name, test := range map[string]struct {
		edit func(*client.HandOff)
		want error
	}{
		"number":         {func(h *client.HandOff) { h.Number++ }, client.ErrHandOffDigest},
		"block hash":     {func(h *client.HandOff) { h.BlockHash[0] ^= 1 }, client.ErrHandOffDigest},
		"digest":         {func(h *client.HandOff) { h.Digest[0] ^= 1 }, client.ErrHandOffDigest},
		"number, signed": {func(h *client.HandOff) { h.Number++; redigested(h) }, avs.ErrCertSignature},
		"set id":         {func(h *client.HandOff) { h.OperatorSets[0].SetID ^= 4 }, client.ErrHandOffDigest},
		"set epoch":      {func(h *client.HandOff) { h.OperatorSets[0].Epoch++ }, client.ErrHandOffDigest},
		"member":         {func(h *client.HandOff) { h.OperatorSets[0].Members[0].Address[19] ^= 1 }, client.ErrHandOffDigest},
		"key":            {func(h *client.HandOff) { h.OperatorSets[0].Members[0].BLSKey = h.OperatorSets[0].Members[1].BLSKey }, client.ErrHandOffDigest},
		"consensus key": {func(h *client.HandOff) {
			h.OperatorSets[0].Members[0].ConsensusKey = h.OperatorSets[0].Members[1].ConsensusKey
		}, client.ErrHandOffDigest},
		"infinity key": {func(h *client.HandOff) {
			h.OperatorSets[0].Members[0].BLSKey = append([]byte{0xc0}, make([]byte, 47)...)
		}, avs.ErrSetKey},
		"weight":       {func(h *client.HandOff) { h.OperatorSets[0].Members[0].Weight = (*hexutil.U256)(uint256.NewInt(7)) }, client.ErrTotalWeight},
		"zero weight":  {func(h *client.HandOff) { h.OperatorSets[0].Members[0].Weight = new(hexutil.U256) }, avs.ErrSetWeight},
		"total weight": {func(h *client.HandOff) { h.OperatorSets[0].TotalWeight = nil }, client.ErrTotalWeight},
		"order of sets": {func(h *client.HandOff) {
			h.OperatorSets = append(h.OperatorSets, client.NewOperatorSet(l.ordering))
			redigested(h)
		}, avs.ErrHandOffOrder},
		"a signer less":   {func(h *client.HandOff) { h.Signers = hexutil.Bytes{3} }, avs.ErrCertQuorum},
		"a signer more":   {func(h *client.HandOff) { h.Signers = hexutil.Bytes{15} }, avs.ErrCertSignature},
		"a bit beyond":    {func(h *client.HandOff) { h.Signers = hexutil.Bytes{0x17} }, avs.ErrCertBitmap},
		"signature":       {func(h *client.HandOff) { h.Signature[50] ^= 1 }, avs.ErrCertSignature},
		"short signature": {func(h *client.HandOff) { h.Signature = h.Signature[:95] }, client.ErrShape},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := json.Marshal(good)
			require.NoError(t, err)
			h, err := client.ParseHandOff(data)
			require.NoError(t, err)
			test.edit(&h)
			require.ErrorIs(t, client.VerifyHandOff(domain, l.ordering, h), test.want)
		})
	}
	foreign := domain
	foreign.Network += "x"
	require.ErrorIs(t, client.VerifyHandOff(foreign, l.ordering, good), client.ErrHandOffDigest)
}

// Each field of an alert in JSON, flipped, is refused by the name of the check that it fails.
func TestVerifyAlertNamesTheFlippedField(t *testing.T) {
	l := newLedger(t)
	good := client.NewAlert(domain, l.turn())
	require.NoError(t, client.VerifyAlert(domain, l.set, good))
	for name, test := range map[string]struct {
		edit func(*client.Alert)
		want error
	}{
		"rollup":          {func(a *client.Alert) { a.Rollup[0] ^= 1 }, client.ErrAlertDigest},
		"epoch":           {func(a *client.Alert) { a.Epoch++ }, client.ErrAlertDigest},
		"sequence":        {func(a *client.Alert) { a.Sequence = 3 }, client.ErrAlertDigest},
		"paused":          {func(a *client.Alert) { a.Paused = false }, client.ErrAlertDigest},
		"digest":          {func(a *client.Alert) { a.Digest[5] ^= 1 }, client.ErrAlertDigest},
		"a signer less":   {func(a *client.Alert) { a.Signers = hexutil.Bytes{3} }, avs.ErrCertQuorum},
		"a signer more":   {func(a *client.Alert) { a.Signers = hexutil.Bytes{15} }, avs.ErrCertSignature},
		"a bit beyond":    {func(a *client.Alert) { a.Signers = hexutil.Bytes{0x17} }, avs.ErrCertBitmap},
		"signature":       {func(a *client.Alert) { a.Signature = append(hexutil.Bytes{0}, a.Signature[1:]...) }, avs.ErrCertSignature},
		"short signature": {func(a *client.Alert) { a.Signature = a.Signature[:95] }, client.ErrShape},
	} {
		t.Run(name, func(t *testing.T) {
			a := good
			test.edit(&a)
			require.ErrorIs(t, client.VerifyAlert(domain, l.set, a), test.want)
		})
	}
	older, err := avs.NewOperatorSet(avs.MachSet(0), 2, []avs.Member{l.set.Member(0)})
	require.NoError(t, err)
	require.ErrorIs(t, client.VerifyAlert(domain, older, good), avs.ErrAlertEpoch)
}

func TestParseGenesis(t *testing.T) {
	l := newLedger(t)
	for name, test := range map[string]struct {
		edit func(*client.Genesis)
		want error
	}{
		"all":           {func(*client.Genesis) {}, nil},
		"only the hash": {func(g *client.Genesis) { g.OperatorSets = nil }, nil},
		"hash":          {func(g *client.Genesis) { g.Hash[0] ^= 1 }, client.ErrGenesisHash},
		"no hash":       {func(g *client.Genesis) { g.Hash = common.Hash{} }, client.ErrShape},
		"a set less":    {func(g *client.Genesis) { g.OperatorSets = g.OperatorSets[:1] }, client.ErrGenesisHash},
		"order":         {func(g *client.Genesis) { g.OperatorSets[0], g.OperatorSets[1] = g.OperatorSets[1], g.OperatorSets[0] }, avs.ErrHandOffOrder},
		"member":        {func(g *client.Genesis) { g.OperatorSets[0].Members[0].Address[19] ^= 1 }, client.ErrGenesisHash},
		"version":       {func(g *client.Genesis) { g.Domain.Version = "2" }, client.ErrVersion},
		"set id":        {func(g *client.Genesis) { g.Rollups[0].MachSet = 1 << 40 }, client.ErrShape},
	} {
		t.Run(name, func(t *testing.T) {
			g := l.beginning()
			test.edit(&g)
			data, err := json.Marshal(g)
			require.NoError(t, err)
			_, err = client.ParseGenesis(data)
			require.ErrorIs(t, err, test.want)
		})
	}
}

// FuzzShapes: whatever comes is refused, or is what was made, or has no value.
func FuzzShapes(f *testing.F) {
	l := newLedger(f)
	l.nextEpoch()
	h, a, g := client.NewHandOff(domain, l.handOffs[0]), client.NewAlert(domain, l.turn()), l.beginning()
	for _, v := range []any{h, a, g} {
		seed, err := json.Marshal(v)
		require.NoError(f, err)
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := client.ParseHandOff(data); err == nil && client.VerifyHandOff(domain, l.ordering, got) == nil && got.Digest != h.Digest {
			t.Fatal("a hand-off that nobody made")
		}
		if got, err := client.ParseAlert(data); err == nil && client.VerifyAlert(domain, l.sets[1], got) == nil && got.Digest != a.Digest {
			t.Fatal("an alert that nobody made")
		}
		if got, err := client.ParseGenesis(data); err == nil && got.Hash == g.Hash && len(got.OperatorSets) > 0 {
			if sets, err := got.Sets(); err != nil || avs.SetsHash(sets) != g.Hash {
				t.Fatal("sets with a hash that is not theirs")
			}
		}
	})
}

// FuzzProto: messages of the Connect service that are no values are refused.
func FuzzProto(f *testing.F) {
	l := newLedger(f)
	l.nextEpoch()
	l.certify(1)
	certificate := client.ToProto(domain, l.kept[0])
	for _, m := range []proto.Message{certificate, client.HandOffToProto(domain, l.handOffs[0]), client.AlertToProto(domain, l.turn())} {
		seed, err := proto.Marshal(m)
		require.NoError(f, err)
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c tridentv1.Certificate
		if proto.Unmarshal(data, &c) == nil {
			if v, err := client.FromProto(&c); err == nil && v.Verify(domain, l.sets[1]) == nil && v.Claim != l.kept[0].Claim {
				t.Fatal("a certificate that nobody made")
			}
		}
		var h tridentv1.HandOff
		if proto.Unmarshal(data, &h) == nil {
			if v, err := client.HandOffFromProto(&h); err == nil && v.Verify(domain, l.ordering) == nil && v.View.Number != l.handOffs[0].View.Number {
				t.Fatal("a hand-off that nobody made")
			}
		}
		var a tridentv1.Alert
		if proto.Unmarshal(data, &a) == nil {
			if v, err := client.AlertFromProto(&a); err == nil && v.Verify(domain, l.sets[1]) == nil && v.Alert != l.alert.Alert {
				t.Fatal("an alert that nobody made")
			}
		}
	})
}
