package avs_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	gnark "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"
	blst "github.com/supranational/blst/bindings/go"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
)

// The tests of this file let three libraries that share no code check every key and signature of the golden vectors:
// herumi (in internal/bls), blst and gnark-crypto. They read the files as any other language does.

// ethereumDST is the domain separation tag of the Ethereum ciphersuite.
var ethereumDST = []byte("BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_")

// statement is one signature of the vectors with what it is over and whose it is.
type statement struct {
	name      string
	keys      [][]byte // compressed; one for a plain signature
	digest    common.Hash
	signature []byte // compressed
}

// oracle is one library: whether the sum of the keys signed the digest. Whatever it cannot decode it refuses.
type oracle struct {
	name   string
	verify func(keys [][]byte, digest [32]byte, signature []byte) bool
}

var oracles = []oracle{{"herumi", herumiVerify}, {"blst", blstVerify}, {"gnark", gnarkVerify}}

func herumiVerify(keys [][]byte, digest [32]byte, signature []byte) bool {
	sig, err := bls.SignatureFromBytes(signature)
	if err != nil {
		return false
	}
	var decoded []bls.PublicKey
	for _, k := range keys {
		key, err := bls.PublicKeyFromBytes(k)
		if err != nil {
			return false
		}
		decoded = append(decoded, key)
	}
	return bls.FastAggregateVerify(decoded, digest, sig)
}

func blstVerify(keys [][]byte, digest [32]byte, signature []byte) bool {
	sig := new(blst.P2Affine).Uncompress(signature)
	if sig == nil || !sig.SigValidate(true) {
		return false
	}
	var decoded []*blst.P1Affine
	for _, k := range keys {
		key := new(blst.P1Affine).Uncompress(k)
		if key == nil || !key.KeyValidate() {
			return false
		}
		decoded = append(decoded, key)
	}
	return sig.FastAggregateVerify(true, decoded, digest[:], ethereumDST)
}

// gnarkVerify checks e(sum of keys, H(digest)) = e(generator, signature).
func gnarkVerify(keys [][]byte, digest [32]byte, signature []byte) bool {
	var sig gnark.G2Affine
	if _, err := sig.SetBytes(signature); err != nil || !sig.IsInSubGroup() || sig.IsInfinity() {
		return false
	}
	sum, err := gnarkSum(keys)
	if err != nil || sum.IsInfinity() {
		return false
	}
	hashed, err := gnark.HashToG2(digest[:], ethereumDST)
	if err != nil {
		return false
	}
	_, _, generator, _ := gnark.Generators()
	var negated gnark.G1Affine
	negated.Neg(&generator)
	ok, err := gnark.PairingCheck([]gnark.G1Affine{sum, negated}, []gnark.G2Affine{hashed, sig})
	return err == nil && ok
}

func gnarkSum(keys [][]byte) (gnark.G1Affine, error) {
	var sum gnark.G1Jac
	for i, k := range keys {
		var key gnark.G1Affine
		if _, err := key.SetBytes(k); err != nil || !key.IsInSubGroup() || key.IsInfinity() {
			return gnark.G1Affine{}, fmt.Errorf("key %d is not valid: %w", i, err)
		}
		sum.AddMixed(&key)
	}
	var out gnark.G1Affine
	return *out.FromJacobian(&sum), nil
}

func readVectors(t *testing.T, name string, out any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, out))
}

// statements are all signatures of the golden vectors.
func statements(t *testing.T) []statement {
	t.Helper()
	var out []statement
	add := func(name string, keys [][]byte, digest common.Hash, signature []byte) {
		out = append(out, statement{name, keys, digest, signature})
	}
	var claim claimVector
	readVectors(t, "claim.json", &claim)
	add("claim", [][]byte{claim.PublicKey}, claim.Digest, claim.Signature)

	var certificates []certificateVector
	readVectors(t, "certificates.json", &certificates)
	for i, c := range certificates {
		var keys [][]byte
		for m, k := range c.PublicKeys {
			if avs.Bitmap(c.Signers).Has(m) {
				keys = append(keys, hexutil.MustDecode(k))
			}
		}
		add(fmt.Sprintf("certificate %d", i), keys, c.Digest, c.Signature)
	}
	var handOffs struct {
		Trusted  []namedSet      `json:"trusted"`
		HandOffs []handOffVector `json:"hand_offs"`
	}
	readVectors(t, "handoffs.json", &handOffs)
	ordering := handOffs.Trusted[0].Members
	for i, h := range handOffs.HandOffs {
		add(fmt.Sprintf("hand-off %d", i), signersOf(ordering, h.Signers), h.Digest, h.Signature)
		for _, s := range h.Sets {
			if avs.SetID(s.ID) == avs.OrderingSet {
				ordering = s.Members
			}
		}
	}
	var sequencing sequencingVector
	readVectors(t, "sequencing.json", &sequencing)
	r := sequencing.Reveal
	add("reveal", [][]byte{r.PublicKey}, r.Digest, r.Signature)
	return append(append(out, alertStatements(t)...), evidenceStatements(t)...)
}

func signersOf(members []vectorEntry, signers []byte) [][]byte {
	var keys [][]byte
	for i, m := range members {
		if avs.Bitmap(signers).Has(i) {
			keys = append(keys, m.BLSKey)
		}
	}
	return keys
}

func alertStatements(t *testing.T) []statement {
	t.Helper()
	var alert struct {
		Digest    common.Hash   `json:"digest"`
		Set       []vectorEntry `json:"set"`
		Signers   hexutil.Bytes `json:"signers"`
		Signature hexutil.Bytes `json:"signature"`
		Vote      hexutil.Bytes `json:"vote_rlp"`
		Report    common.Hash   `json:"report_digest"`
	}
	readVectors(t, "alerts.json", &alert)
	vote, err := avs.DecodeAlertVote(alert.Vote)
	require.NoError(t, err)
	voter := [][]byte{alert.Set[vote.Member].BLSKey}
	return []statement{
		{"certified alert", signersOf(alert.Set, alert.Signers), alert.Digest, alert.Signature},
		{"alert vote", voter, alert.Digest, vote.Signature[:]},
		{"alert report", voter, alert.Report, vote.ReportSignature[:]},
	}
}

func evidenceStatements(t *testing.T) []statement {
	t.Helper()
	var file struct {
		Encoded hexutil.Bytes `json:"rlp"`
	}
	readVectors(t, "evidence.json", &file)
	evidence, err := avs.DecodeConflictingClaims(file.Encoded)
	require.NoError(t, err)
	var out []statement
	for i, a := range []avs.Attestation{evidence.A, evidence.B} {
		key := goldenSecret(t, int(a.Member)).PublicKey().Bytes()
		out = append(out, statement{fmt.Sprintf("evidence %d", i), [][]byte{key[:]}, a.Claim.Digest(goldenDomain), a.Signature[:]})
	}
	return out
}

// hexValues are all byte strings in the golden files, by length.
func hexValues(t *testing.T) map[int][][]byte {
	t.Helper()
	out := map[int][][]byte{}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, x := range v {
				walk(x)
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		case string:
			if b, err := hexutil.Decode(v); err == nil {
				out[len(b)] = append(out[len(b)], b)
			}
		}
	}
	files, err := filepath.Glob(filepath.Join("testdata", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		var content any
		readVectors(t, filepath.Base(path), &content)
		walk(content)
	}
	return out
}

// Three libraries accept every signature of the golden vectors, and no signature in them is left out.
func TestOraclesAgreeOnSignatures(t *testing.T) {
	all := statements(t)
	for _, s := range all {
		t.Run(s.name, func(t *testing.T) {
			require.NotEmpty(t, s.keys)
			for _, o := range oracles {
				require.True(t, o.verify(s.keys, s.digest, s.signature), o.name)
			}
		})
	}
	for _, signature := range hexValues(t)[bls.SignatureSize] {
		require.True(t, slices.ContainsFunc(all, func(s statement) bool { return string(s.signature) == string(signature) }),
			"signature %x of the golden vectors is in no statement of this test: add it to statements", signature)
	}
}

// What is changed in any way is refused by all three.
func TestOraclesRefuseTogether(t *testing.T) {
	flip := func(b []byte, i int, mask byte) []byte {
		b = slices.Clone(b)
		b[i] ^= mask
		return b
	}
	outsider := goldenSecret(t, 99).PublicKey().Bytes()
	infinity := func(size int) []byte { return flip(make([]byte, size), 0, 0xc0) }
	for _, s := range statements(t) {
		otherDigest := s.digest
		otherDigest[31] ^= 1
		replaced := append([][]byte{outsider[:]}, s.keys[1:]...)
		for name, bad := range map[string]statement{
			"digest":               {keys: s.keys, digest: otherDigest, signature: s.signature},
			"sign of signature":    {keys: s.keys, digest: s.digest, signature: flip(s.signature, 0, 0x20)},
			"x of signature":       {keys: s.keys, digest: s.digest, signature: flip(s.signature, 95, 1)},
			"infinite signature":   {keys: s.keys, digest: s.digest, signature: infinity(96)},
			"short signature":      {keys: s.keys, digest: s.digest, signature: s.signature[:95]},
			"sign of a key":        {keys: append([][]byte{flip(s.keys[0], 0, 0x20)}, s.keys[1:]...), digest: s.digest, signature: s.signature},
			"another key":          {keys: replaced, digest: s.digest, signature: s.signature},
			"an infinite key":      {keys: append([][]byte{infinity(48)}, s.keys...), digest: s.digest, signature: s.signature},
			"a key too many":       {keys: append([][]byte{outsider[:]}, s.keys...), digest: s.digest, signature: s.signature},
			"a key twice":          {keys: append([][]byte{s.keys[0]}, s.keys...), digest: s.digest, signature: s.signature},
			"a key missing":        {keys: s.keys[1:], digest: s.digest, signature: s.signature},
			"two keys that cancel": {keys: [][]byte{s.keys[0], flip(s.keys[0], 0, 0x20)}, digest: s.digest, signature: s.signature},
		} {
			for _, o := range oracles {
				require.False(t, o.verify(bad.keys, bad.digest, bad.signature), "%s: %s: %s", s.name, name, o.name)
			}
		}
	}
}

// Sums of keys and hashes to the curve come out equal, byte for byte.
func TestOraclesAgreeOnSumsAndHashes(t *testing.T) {
	one, err := bls.SecretKeyFromBytes(append(make([]byte, 31), 1))
	require.NoError(t, err)
	for _, s := range statements(t) {
		var keys []bls.PublicKey
		for _, k := range s.keys {
			key, err := bls.PublicKeyFromBytes(k)
			require.NoError(t, err)
			keys = append(keys, key)
		}
		sum, err := bls.AggregatePublicKeys(keys)
		require.NoError(t, err)
		ours := sum.Bytes()
		added := new(blst.P1Aggregate)
		require.True(t, added.AggregateCompressed(s.keys, true))
		require.Equal(t, ours[:], added.ToAffine().Compress(), s.name)
		other, err := gnarkSum(s.keys)
		require.NoError(t, err)
		compressed := other.Bytes()
		require.Equal(t, ours, compressed, s.name)

		hashed := one.Sign(s.digest).Bytes() // a key of one signs with the hash itself
		require.Equal(t, hashed[:], blst.HashToG2(s.digest[:], ethereumDST).ToAffine().Compress(), s.name)
		point, err := gnark.HashToG2(s.digest[:], ethereumDST)
		require.NoError(t, err)
		require.Equal(t, hashed, point.Bytes(), s.name)
	}
}

// padded lays coordinates out as EIP-2537 does.
func padded(coordinates ...fp.Element) []byte {
	var out []byte
	for _, c := range coordinates {
		b := c.Bytes()
		out = append(append(out, make([]byte, 16)...), b[:]...)
	}
	return out
}

// Every key and signature in the files is a canonical point of the right subgroup to all three, and the long encodings in
// the files are those of the short ones.
func TestOraclesAgreeOnEncodings(t *testing.T) {
	values := hexValues(t)
	longKeys, longSignatures := map[string]bool{}, map[string]bool{}
	for _, short := range values[bls.PublicKeySize] {
		key, err := bls.PublicKeyFromBytes(short)
		require.NoError(t, err)
		point := new(blst.P1Affine).Uncompress(short)
		require.NotNil(t, point)
		require.True(t, point.KeyValidate())
		require.Equal(t, short, point.Compress())
		var g1 gnark.G1Affine
		_, err = g1.SetBytes(short)
		require.NoError(t, err)
		require.True(t, g1.IsInSubGroup() && !g1.IsInfinity())
		raw := g1.RawBytes()
		require.Equal(t, raw[:], point.Serialize())
		long := key.EIP2537()
		require.Equal(t, padded(g1.X, g1.Y), long[:])
		longKeys[string(long[:])] = true
	}
	for _, short := range values[bls.SignatureSize] {
		signature, err := bls.SignatureFromBytes(short)
		require.NoError(t, err)
		point := new(blst.P2Affine).Uncompress(short)
		require.NotNil(t, point)
		require.True(t, point.SigValidate(true))
		require.Equal(t, short, point.Compress())
		var g2 gnark.G2Affine
		_, err = g2.SetBytes(short)
		require.NoError(t, err)
		require.True(t, g2.IsInSubGroup() && !g2.IsInfinity())
		raw := g2.RawBytes()
		require.Equal(t, raw[:], point.Serialize())
		long := signature.EIP2537()
		require.Equal(t, padded(g2.X.A0, g2.X.A1, g2.Y.A0, g2.Y.A1), long[:])
		longSignatures[string(long[:])] = true
	}
	require.NotEmpty(t, values[bls.PublicKeyEIP2537Size])
	for _, long := range values[bls.PublicKeyEIP2537Size] {
		require.True(t, longKeys[string(long)], "EIP-2537 key %x belongs to no compressed key of the vectors", long)
	}
	require.NotEmpty(t, values[bls.SignatureEIP2537Size])
	for _, long := range values[bls.SignatureEIP2537Size] {
		require.True(t, longSignatures[string(long)], "EIP-2537 signature %x belongs to no compressed signature of the vectors", long)
	}
}
