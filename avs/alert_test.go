package avs_test

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

func goldenAlert() avs.Alert {
	return avs.Alert{Rollup: goldenClaim().Rollup, Epoch: 3, Sequence: 5, Paused: true}
}

func goldenReport() avs.AlertReport {
	return avs.AlertReport{Number: 77, Reason: "state root differs", Ours: crypto.Keccak256Hash([]byte("ours")), Theirs: crypto.Keccak256Hash([]byte("theirs"))}
}

func goldenAlertVote(t testing.TB, member int) avs.AlertVote {
	t.Helper()
	v := avs.AlertVote{Alert: goldenAlert(), Member: uint16(member), Report: goldenReport()}
	digest := v.Alert.Digest(goldenDomain)
	v.Signature = goldenSecret(t, member).Sign(digest).Bytes()
	v.ReportSignature = goldenSecret(t, member).Sign(v.Report.Digest(goldenDomain, digest)).Bytes()
	return v
}

func goldenCertifiedAlert(t testing.TB, members ...int) avs.CertifiedAlert {
	t.Helper()
	c := avs.CertifiedAlert{Alert: goldenAlert(), Signers: avs.NewBitmap(4)}
	var sigs []bls.Signature
	for _, m := range members {
		c.Signers = c.Signers.With(m)
		sigs = append(sigs, goldenSecret(t, m).Sign(c.Alert.Digest(goldenDomain)))
	}
	sum, err := bls.AggregateSignatures(sigs)
	require.NoError(t, err)
	c.Signature = sum.Bytes()
	return c
}

func TestAlertDigestsAreEIP712(t *testing.T) {
	a, r := goldenAlert(), goldenReport()
	require.Equal(t, typedDigest(t, "FinalityAlert", []apitypes.Type{{Name: "rollup", Type: "bytes32"}, {Name: "epoch", Type: "uint64"},
		{Name: "sequence", Type: "uint64"}, {Name: "paused", Type: "bool"}}, apitypes.TypedDataMessage{"rollup": hash32(a.Rollup),
		"epoch": quantity(3), "sequence": quantity(5), "paused": true}), a.Digest(goldenDomain))
	alert := a.Digest(goldenDomain)
	require.Equal(t, typedDigest(t, "AlertReport", []apitypes.Type{{Name: "alert", Type: "bytes32"}, {Name: "number", Type: "uint64"},
		{Name: "reason", Type: "string"}, {Name: "ours", Type: "bytes32"}, {Name: "theirs", Type: "bytes32"}}, apitypes.TypedDataMessage{
		"alert": hash32(alert), "number": quantity(77), "reason": r.Reason, "ours": hash32(r.Ours), "theirs": hash32(r.Theirs)}), r.Digest(goldenDomain, alert))
}

// Every flipped field of a vote is refused by name.
func TestAlertVoteVerify(t *testing.T) {
	set := goldenSet(t, 3, 4)
	good := goldenAlertVote(t, 1)
	_, err := good.Verify(goldenDomain, set)
	require.NoError(t, err)
	for _, test := range []struct {
		name string
		edit func(*avs.AlertVote)
		want error
	}{
		{"rollup", func(v *avs.AlertVote) { v.Alert.Rollup[0] ^= 1 }, avs.ErrCertSignature},
		{"epoch", func(v *avs.AlertVote) { v.Alert.Epoch++ }, avs.ErrAlertEpoch},
		{"sequence", func(v *avs.AlertVote) { v.Alert.Sequence++ }, avs.ErrCertSignature},
		{"paused", func(v *avs.AlertVote) { v.Alert.Paused = false }, avs.ErrCertSignature},
		{"another member", func(v *avs.AlertVote) { v.Member = 2 }, avs.ErrCertSignature},
		{"no member", func(v *avs.AlertVote) { v.Member = 4 }, avs.ErrAlertMember},
		{"signature", func(v *avs.AlertVote) { v.Signature[90] ^= 1 }, avs.ErrCertSignature},
		{"report's number", func(v *avs.AlertVote) { v.Report.Number++ }, avs.ErrAlertReport},
		{"report's reason", func(v *avs.AlertVote) { v.Report.Reason += "!" }, avs.ErrAlertReport},
		{"report's hash", func(v *avs.AlertVote) { v.Report.Ours[3] ^= 1 }, avs.ErrAlertReport},
		{"report's other hash", func(v *avs.AlertVote) { v.Report.Theirs[3] ^= 1 }, avs.ErrAlertReport},
		{"report's signature", func(v *avs.AlertVote) { v.ReportSignature = v.Signature }, avs.ErrAlertReport},
		{"a reason too long", func(v *avs.AlertVote) { v.Report.Reason = strings.Repeat("x", avs.MaxReason+1) }, avs.ErrAlertReport},
		{"a reason that is no text", func(v *avs.AlertVote) { v.Report.Reason = "\xff" }, avs.ErrAlertReport},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := good
			test.edit(&v)
			_, err := v.Verify(goldenDomain, set)
			require.ErrorIs(t, err, test.want)
		})
	}
}

func TestCertifiedAlertVerify(t *testing.T) {
	set := goldenSet(t, 3, 4) // weights 10..40
	require.NoError(t, goldenCertifiedAlert(t, 0, 2, 3).Verify(goldenDomain, set))
	require.ErrorIs(t, goldenCertifiedAlert(t, 0, 1, 2).Verify(goldenDomain, set), avs.ErrCertQuorum)
	require.ErrorIs(t, goldenCertifiedAlert(t, 0, 2, 3).Verify(goldenDomain, goldenSet(t, 4, 4)), avs.ErrAlertEpoch)
	flipped := goldenCertifiedAlert(t, 0, 2, 3)
	flipped.Alert.Paused = false
	require.ErrorIs(t, flipped.Verify(goldenDomain, set), avs.ErrCertSignature)
}

func TestAlertScopes(t *testing.T) {
	a, b, c := goldenAlert(), goldenAlert(), goldenAlert()
	b.Epoch++
	c.Sequence++
	require.NotEqual(t, a.GuardScope(), b.GuardScope())
	require.Equal(t, a.GuardScope(), c.GuardScope(), "sequences of an epoch share a stream")
}

func TestAlertVectors(t *testing.T) {
	c, v := goldenCertifiedAlert(t, 0, 2, 3), goldenAlertVote(t, 1)
	sig, err := bls.SignatureFromBytes(c.Signature[:])
	require.NoError(t, err)
	long := sig.EIP2537()
	set := goldenSet(t, 3, 4)
	golden(t, "alerts.json", struct {
		Alert struct {
			Rollup   common.Hash    `json:"rollup"`
			Epoch    hexutil.Uint64 `json:"epoch"`
			Sequence hexutil.Uint64 `json:"sequence"`
			Paused   bool           `json:"paused"`
		} `json:"alert"`
		Digest    common.Hash   `json:"digest"`
		SetHash   common.Hash   `json:"set_hash"`
		Set       []vectorEntry `json:"set"`
		Signers   hexutil.Bytes `json:"signers"`
		OnChain   string        `json:"signers_uint256"`
		Signature hexutil.Bytes `json:"signature"`
		Long      hexutil.Bytes `json:"signature_eip2537"`
		Encoded   hexutil.Bytes `json:"certified_alert_rlp"`
		Vote      hexutil.Bytes `json:"vote_rlp"`
		Report    common.Hash   `json:"report_digest"`
	}{Alert: struct {
		Rollup   common.Hash    `json:"rollup"`
		Epoch    hexutil.Uint64 `json:"epoch"`
		Sequence hexutil.Uint64 `json:"sequence"`
		Paused   bool           `json:"paused"`
	}{c.Alert.Rollup, hexutil.Uint64(c.Alert.Epoch), hexutil.Uint64(c.Alert.Sequence), c.Alert.Paused},
		Digest: c.Alert.Digest(goldenDomain), SetHash: set.Hash(), Set: vectorSet(set), Signers: hexutil.Bytes(c.Signers), OnChain: c.Signers.Uint256().Hex(),
		Signature: c.Signature[:], Long: long[:], Encoded: c.Encode(), Vote: v.Encode(), Report: v.Report.Digest(goldenDomain, v.Alert.Digest(goldenDomain))})
}
