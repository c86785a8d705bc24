package mach

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestWantsBringOnlyWhatIsMissing(t *testing.T) {
	b := newBench(t, 9)
	rich, poor := b.nodes[0], b.nodes[1]
	rich.start()
	claim := func(number uint64) avs.FinalityClaim { return claimOf(executed(number, 1, 0)) }
	receive := func(n *node, member int, number uint64) {
		t.Helper()
		verdict, err := n.service.receive(t.Context(), attest(b.ops[member], member, claim(number)))
		require.NoError(t, err)
		require.Equal(t, avs.Accept, verdict)
	}
	for member := 2; member < 7; member++ { // 5 of 9: no quorum
		receive(rich, member, 1)
	}
	for member := range 6 { // a certificate
		receive(rich, member, 2)
	}
	b.certifiedTip(rich, 2)
	receive(poor, 2, 1)
	receive(poor, 8, 1)
	ask := func(numbers ...uint64) supply {
		t.Helper()
		request, err := encodeWants(poor.service.wants(numbers))
		require.NoError(t, err)
		reply, err := rich.service.serveWants(t.Context(), poor.op.id, request)
		require.NoError(t, err)
		got, err := decodeSupply(reply)
		require.NoError(t, err)
		return got
	}
	got := ask(1, 2, 3)
	require.Len(t, got.certificates, 1)
	require.EqualValues(t, 2, got.certificates[0].Claim.Number)
	var members []int
	for _, a := range got.attestations {
		require.EqualValues(t, 1, a.Claim.Number)
		members = append(members, int(a.Member))
	}
	require.ElementsMatch(t, []int{3, 4, 5, 6}, members)
	done, err := poor.service.takeSupply(t.Context(), got, []uint64{1, 2, 3})
	require.NoError(t, err)
	require.True(t, done[1], "five and one of nine are two thirds")
	require.True(t, done[2])
	require.False(t, done[3])
	require.Empty(t, ask(3).attestations)

	// Of a claim that is not known here everything comes, so that a conflict shows.
	other := b.nodes[2]
	verdict, err := other.service.receive(t.Context(), attest(b.ops[3], 3, claimOf(executed(1, 1, 1))))
	require.NoError(t, err)
	require.Equal(t, avs.Accept, verdict)
	request, err := encodeWants(other.service.wants([]uint64{1}))
	require.NoError(t, err)
	reply, err := rich.service.serveWants(t.Context(), other.op.id, request)
	require.NoError(t, err)
	got, err = decodeSupply(reply)
	require.NoError(t, err)
	require.Len(t, got.attestations, 5)
	_, err = other.service.takeSupply(t.Context(), got, []uint64{1})
	require.NoError(t, err)
	require.Len(t, other.sink.all(), 1)
}

// certifiedTip waits for a certificate that subscribers may not see yet.
func (b *bench) certifiedTip(n *node, number uint64) {
	b.t.Helper()
	b.eventually(func() bool { return n.service.Status().Certified >= number }, "certificate")
}

func TestSupplyOfAPeerIsChecked(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	set, _ := b.sets.At(avs.MachSet(0), 1)
	good := attest(b.ops[1], 1, claimOf(executed(1, 1, 0)))
	forged := attest(b.ops[2], 3, claimOf(executed(1, 1, 0)))
	for _, test := range []struct {
		name string
		got  supply
		want error
	}{
		{"good", supply{attestations: []avs.Attestation{good}}, nil},
		{"forged", supply{attestations: []avs.Attestation{forged}}, avs.ErrAttestation},
		{"an attestation not asked for", supply{attestations: []avs.Attestation{attest(b.ops[1], 1, claimOf(executed(2, 1, 0)))}}, errNotOurs},
		{"a certificate not asked for", supply{certificates: []avs.Certificate{certify(t, b.ops[:3], set, claimOf(executed(2, 1, 0)))}}, errNotOurs},
		{"a certificate with too little weight", supply{certificates: []avs.Certificate{certify(t, b.ops[:2], set, claimOf(executed(1, 1, 0)))}},
			avs.ErrCertQuorum},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := n.service.takeSupply(t.Context(), test.got, []uint64{1})
			require.ErrorIs(t, err, test.want)
		})
	}
}

func TestHostileWantsAreRefused(t *testing.T) {
	full := make([]want, maxWants)
	for i := range full {
		full[i].Number = 1<<63 + uint64(i)
		for range maxLacks {
			full[i].Lacks = append(full[i].Lacks, lack{Digest: common.Hash{0xff}, Members: make(avs.Bitmap, avs.MaxMembers/8)})
		}
	}
	encoded, err := encodeWants(full)
	require.NoError(t, err)
	require.LessOrEqual(t, len(encoded), maxWantSize)
	_, err = decodeWants(encoded)
	require.NoError(t, err)
	for name, wants := range map[string][]want{
		"too many numbers":  append(full[:maxWants:maxWants], want{Number: 1<<63 + maxWants}),
		"number zero":       {{Number: 0}},
		"repeated number":   {{Number: 3}, {Number: 3}},
		"descending number": {{Number: 3}, {Number: 2}},
		"too many claims":   {{Number: 1, Lacks: make([]lack, maxLacks+1)}},
		"too large a set":   {{Number: 1, Lacks: []lack{{Members: make(avs.Bitmap, avs.MaxMembers/8+1)}}}},
	} {
		t.Run(name, func(t *testing.T) {
			encoded, err := encodeWants(wants)
			require.NoError(t, err)
			_, err = decodeWants(encoded)
			require.ErrorIs(t, err, avs.ErrEncoding)
		})
	}
	_, err = decodeWants(make([]byte, maxWantSize+1))
	require.ErrorIs(t, err, avs.ErrEncoding)
	_, err = decodeSupply(make([]byte, maxReplySize+1))
	require.ErrorIs(t, err, avs.ErrEncoding)
	flood, err := rlp.EncodeToBytes([][][]byte{make([][]byte, pageSize), make([][]byte, 1)})
	require.NoError(t, err)
	_, err = decodeSupply(flood)
	require.ErrorIs(t, err, avs.ErrEncoding)
}

func TestSupplyIsBounded(t *testing.T) {
	b := newBench(t, 1)
	n := b.nodes[0]
	for number := uint64(1); number <= 2; number++ { // more than a page, as records of 200 operators each
		for i := range 200 {
			require.NoError(t, n.service.records.addAttestation(avs.OperatorID{1, byte(i)}, avs.Attestation{
				Claim: claimOf(executed(number, 1, 0)), Member: uint16(i)}))
		}
	}
	request, err := encodeWants([]want{{Number: 1}, {Number: 2}})
	require.NoError(t, err)
	reply, err := n.service.serveWants(t.Context(), b.ops[0].id, request)
	require.NoError(t, err)
	require.LessOrEqual(t, len(reply), maxReplySize)
	got, err := decodeSupply(reply)
	require.NoError(t, err)
	require.Len(t, got.attestations, pageSize)
}

func FuzzWants(f *testing.F) {
	seed, err := encodeWants([]want{{Number: 7, Lacks: []lack{{common.Hash{1}, avs.Bitmap{5}}}}, {Number: 9}})
	require.NoError(f, err)
	f.Add(seed)
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, data []byte) {
		wants, err := decodeWants(data)
		if err != nil {
			return
		}
		again, err := encodeWants(wants)
		require.NoError(t, err)
		require.Equal(t, data, again)
		for _, w := range wants {
			for _, l := range w.Lacks {
				l.Members.Has(avs.MaxMembers)
			}
		}
	})
}

func FuzzSupply(f *testing.F) {
	seed, err := supply{certificates: []avs.Certificate{{Signers: avs.Bitmap{1}}}, attestations: []avs.Attestation{{Member: 3}}}.encode()
	require.NoError(f, err)
	f.Add(seed)
	f.Add([]byte{0xc2, 0xc0, 0xc0})
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := decodeSupply(data)
		if err != nil {
			return
		}
		again, err := got.encode()
		require.NoError(t, err)
		require.Equal(t, data, again)
	})
}
