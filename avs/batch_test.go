package avs_test

import (
	"crypto/ecdsa"
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

var batchDomain = avs.Domain{Network: "trident-test", L1ChainID: 1337, Contract: common.HexToAddress("0x7e57")}

// consensusKey is the key of a member that scheduleMembers made.
func consensusKey(t testing.TB, set *avs.OperatorSet, member int) *ecdsa.PrivateKey {
	t.Helper()
	for i := range 64 {
		seed := binary.BigEndian.AppendUint64([]byte("schedule test member"), uint64(i))
		key, err := crypto.ToECDSA(crypto.Keccak256(seed, []byte("consensus")))
		require.NoError(t, err)
		if crypto.PubkeyToAddress(key.PublicKey) == set.ConsensusAddress(member) {
			return key
		}
	}
	t.Fatalf("no key for member %d", member)
	return nil
}

func signWith(t testing.TB, key *ecdsa.PrivateKey, digest common.Hash) (sig [65]byte) {
	t.Helper()
	raw, err := crypto.Sign(digest[:], key)
	require.NoError(t, err)
	copy(sig[:], raw)
	return sig
}

func testHeader(body []byte) avs.BatchHeader {
	return avs.BatchHeader{
		Rollup: common.HexToHash("0x01"), Epoch: 2, Slot: 3, Rank: 1, Number: 4, Timestamp: 5, L1Number: 8, Inbox: 9,
		ParentHash: common.HexToHash("0x06"), BlockHash: common.HexToHash("0x07"),
		BodyHash: avs.BodyHash(body), BodySize: uint32(len(body)),
	}
}

// The digest is what any EIP-712 library makes of the type.
func TestHeaderDigestIsEIP712(t *testing.T) {
	h := testHeader([]byte("body"))
	typed := apitypes.TypedData{
		Types: apitypes.Types{
			"EIP712Domain": {{Name: "name", Type: "string"}, {Name: "version", Type: "string"},
				{Name: "chainId", Type: "uint256"}, {Name: "verifyingContract", Type: "address"}},
			"BatchHeader": {{Name: "rollup", Type: "bytes32"}, {Name: "epoch", Type: "uint64"}, {Name: "slot", Type: "uint64"},
				{Name: "rank", Type: "uint32"}, {Name: "number", Type: "uint64"}, {Name: "timestamp", Type: "uint64"},
				{Name: "l1Number", Type: "uint64"}, {Name: "inbox", Type: "uint64"}, {Name: "parentHash", Type: "bytes32"}, {Name: "blockHash", Type: "bytes32"},
				{Name: "bodyHash", Type: "bytes32"}, {Name: "bodySize", Type: "uint32"}},
			"AvailabilityAck": {{Name: "header", Type: "bytes32"}},
		},
		PrimaryType: "BatchHeader",
		Domain: apitypes.TypedDataDomain{Name: batchDomain.Network, Version: avs.DomainVersion,
			ChainId: math.NewHexOrDecimal256(int64(batchDomain.L1ChainID)), VerifyingContract: batchDomain.Contract.Hex()},
		Message: apitypes.TypedDataMessage{
			"rollup": h.Rollup[:], "epoch": "2", "slot": "3", "rank": "1", "number": "4", "timestamp": "5", "l1Number": "8", "inbox": "9",
			"parentHash": h.ParentHash[:], "blockHash": h.BlockHash[:], "bodyHash": h.BodyHash[:], "bodySize": "4",
		},
	}
	want, _, err := apitypes.TypedDataAndHash(typed)
	require.NoError(t, err)
	require.Equal(t, want, h.Digest(batchDomain).Bytes())

	digest := h.Digest(batchDomain)
	typed.PrimaryType, typed.Message = "AvailabilityAck", apitypes.TypedDataMessage{"header": digest[:]}
	want, _, err = apitypes.TypedDataAndHash(typed)
	require.NoError(t, err)
	require.Equal(t, want, avs.AckDigest(batchDomain, digest).Bytes())
}

// Every field is signed.
func TestHeaderDigestCoversEveryField(t *testing.T) {
	base := testHeader([]byte("body"))
	seen := map[common.Hash]string{base.Digest(batchDomain): "none"}
	for name, change := range map[string]func(*avs.BatchHeader){
		"rollup": func(h *avs.BatchHeader) { h.Rollup[0] ^= 1 }, "epoch": func(h *avs.BatchHeader) { h.Epoch++ },
		"slot": func(h *avs.BatchHeader) { h.Slot++ }, "rank": func(h *avs.BatchHeader) { h.Rank++ },
		"number": func(h *avs.BatchHeader) { h.Number++ }, "timestamp": func(h *avs.BatchHeader) { h.Timestamp++ },
		"l1 number": func(h *avs.BatchHeader) { h.L1Number++ }, "inbox": func(h *avs.BatchHeader) { h.Inbox++ },
		"parent": func(h *avs.BatchHeader) { h.ParentHash[31] ^= 1 }, "block": func(h *avs.BatchHeader) { h.BlockHash[31] ^= 1 },
		"body": func(h *avs.BatchHeader) { h.BodyHash[31] ^= 1 }, "size": func(h *avs.BatchHeader) { h.BodySize++ },
	} {
		h := base
		change(&h)
		digest := h.Digest(batchDomain)
		require.Empty(t, seen[digest], "%s", name)
		seen[digest] = name
	}
	for _, d := range []avs.Domain{
		{Network: "other", L1ChainID: batchDomain.L1ChainID, Contract: batchDomain.Contract},
		{Network: batchDomain.Network, L1ChainID: 1, Contract: batchDomain.Contract},
		{Network: batchDomain.Network, L1ChainID: batchDomain.L1ChainID},
	} {
		require.Empty(t, seen[base.Digest(d)], "domain %+v", d)
	}
}

func TestSignerOfHeader(t *testing.T) {
	key, err := crypto.GenerateKey()
	require.NoError(t, err)
	h := testHeader([]byte("body"))
	signed := avs.SignedHeader{Header: h, Signature: signWith(t, key, h.Digest(batchDomain))}
	by, err := signed.Signer(batchDomain)
	require.NoError(t, err)
	require.Equal(t, crypto.PubkeyToAddress(key.PublicKey), by)

	high := signed // the other s that verifies too: malleable, so refused
	s := new(uint256.Int).SetBytes(high.Signature[32:64])
	order := uint256.MustFromBig(crypto.S256().Params().N)
	other := new(uint256.Int).Sub(order, s).Bytes32()
	copy(high.Signature[32:64], other[:])
	high.Signature[64] ^= 1
	_, err = high.Signer(batchDomain)
	require.Error(t, err)
	for _, v := range []byte{2, 3, 27, 28, 255} {
		bad := signed
		bad.Signature[64] = v
		_, err = bad.Signer(batchDomain)
		require.Error(t, err, "v %d", v)
	}
	_, err = avs.SignedHeader{Header: h}.Signer(batchDomain)
	require.Error(t, err, "zero signature")
}

func TestDecodeBatch(t *testing.T) {
	body := []byte("a body")
	good := avs.Batch{Header: avs.SignedHeader{Header: testHeader(body)}, Body: body}
	back, err := avs.DecodeBatch(good.Encode())
	require.NoError(t, err)
	require.Equal(t, good, back)

	largest := make([]byte, avs.MaxBodySize)
	_, err = avs.DecodeBatch(avs.Batch{Header: avs.SignedHeader{Header: testHeader(largest)}, Body: largest}.Encode())
	require.NoError(t, err, "the largest body")

	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":    {nil, avs.ErrEncoding},
		"truncated":  {good.Encode()[:20], avs.ErrEncoding},
		"trailing":   {append(good.Encode(), 0), avs.ErrEncoding},
		"too large":  {make([]byte, avs.MaxBodySize+513), avs.ErrEncoding},
		"other body": {avs.Batch{Header: good.Header, Body: []byte("b body")}.Encode(), avs.ErrHeader},
		"short body": {avs.Batch{Header: good.Header, Body: body[:5]}.Encode(), avs.ErrHeader},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := avs.DecodeBatch(c.data)
			require.ErrorIs(t, err, c.want)
		})
	}
}

func TestAck(t *testing.T) {
	set := weighted(t, scheduleMembers(t, 4), 1, []uint256.Int{{1}, {1}, {1}, {1}})
	header := common.HexToHash("0xabc")
	ack := avs.Ack{Header: header, Member: 2, Signature: signWith(t, consensusKey(t, set, 2), avs.AckDigest(batchDomain, header))}
	require.NoError(t, ack.Verify(batchDomain, set))
	back, err := avs.DecodeAck(ack.Encode())
	require.NoError(t, err)
	require.Equal(t, ack, back)
	for name, change := range map[string]func(*avs.Ack){
		"other member":   func(a *avs.Ack) { a.Member = 1 },
		"unknown member": func(a *avs.Ack) { a.Member = 4 },
		"other header":   func(a *avs.Ack) { a.Header[0] ^= 1 },
		"signature":      func(a *avs.Ack) { a.Signature[7] ^= 1 },
	} {
		t.Run(name, func(t *testing.T) {
			bad := ack
			change(&bad)
			require.ErrorIs(t, bad.Verify(batchDomain, set), avs.ErrProof)
		})
	}
}

// A proof stands exactly when its members are distinct, ascending and have more than a third of the weight.
func TestAvailabilityProofAgainstNaiveRule(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	members := scheduleMembers(t, 6)
	header := common.HexToHash("0xdef")
	stands := 0
	for range 200 {
		n := 1 + rng.IntN(6)
		weights, total := make([]uint256.Int, n), uint64(0)
		for i := range weights {
			w := 1 + rng.Uint64N(9)
			weights[i], total = *uint256.NewInt(w), total+w
		}
		set := weighted(t, members, 1, weights)
		var proof avs.AvailabilityProof
		held := uint64(0)
		for i := range n {
			if rng.IntN(2) == 0 {
				continue
			}
			key := consensusKey(t, set, i)
			proof.Acks = append(proof.Acks, avs.MemberSignature{Member: uint16(i), Signature: signWith(t, key, avs.AckDigest(batchDomain, header))})
			held += weights[i].Uint64()
		}
		err := proof.Verify(batchDomain, header, set)
		if 3*held > total {
			require.NoError(t, err, "%d of %d", held, total)
			stands++
			if len(proof.Acks) > 1 {
				proof.Acks[0], proof.Acks[1] = proof.Acks[1], proof.Acks[0]
				require.ErrorIs(t, proof.Verify(batchDomain, header, set), avs.ErrProof, "descending")
				proof.Acks[0] = proof.Acks[1]
				require.ErrorIs(t, proof.Verify(batchDomain, header, set), avs.ErrProof, "twice")
			}
		} else {
			require.ErrorIs(t, err, avs.ErrProof, "%d of %d", held, total)
		}
	}
	require.NotZero(t, stands)
}

func TestOrderedBatchEncoding(t *testing.T) {
	o := avs.OrderedBatch{
		Header: avs.SignedHeader{Header: testHeader([]byte("x"))}, MachEpoch: 3, Height: 9, TimeMillis: 77,
		Proof: avs.AvailabilityProof{Acks: []avs.MemberSignature{{Member: 0}, {Member: 3}}},
	}
	back, err := avs.DecodeOrderedBatch(o.Encode())
	require.NoError(t, err)
	require.Equal(t, o, back)
}

// What decodes is encoded again to the same bytes: there is one encoding of each value.
func fuzzCanonical[T interface{ Encode() []byte }](f *testing.F, decode func([]byte) (T, error), seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := decode(data)
		if err != nil {
			return
		}
		require.Equal(t, data, v.Encode())
	})
}

func FuzzDecodeBatch(f *testing.F) {
	body := []byte("seed")
	fuzzCanonical(f, avs.DecodeBatch, avs.Batch{Header: avs.SignedHeader{Header: testHeader(body)}, Body: body}.Encode(), nil, []byte{0xc0})
}

func FuzzDecodeAck(f *testing.F) {
	fuzzCanonical(f, avs.DecodeAck, avs.Ack{Member: 3}.Encode(), []byte{0xc0})
}

func FuzzDecodeOrderedBatch(f *testing.F) {
	fuzzCanonical(f, avs.DecodeOrderedBatch, avs.OrderedBatch{Proof: avs.AvailabilityProof{Acks: []avs.MemberSignature{{Member: 1}}}}.Encode())
}
