package mach

import (
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func TestReceive(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	b.sets.add(newSet(t, avs.MachSet(0), 2, b.ops[:3]))
	n.execute(t, executed(1, 1, 0))
	n.execute(t, executed(2, 2, 0))
	stranger := operators(t, 9)
	good := claimOf(executed(1, 1, 0))
	change := func(edit func(*avs.FinalityClaim)) avs.Attestation {
		c := good
		edit(&c)
		return attest(b.ops[1], 1, c)
	}
	forged := attest(b.ops[1], 1, good)
	forged.Signature[95] ^= 1
	for _, test := range []struct {
		name string
		a    avs.Attestation
		want avs.Verdict
	}{
		{"good", attest(b.ops[1], 1, good), avs.Accept},
		{"replayed", attest(b.ops[1], 1, good), avs.Ignore},
		{"a stranger's signature", attest(outsider(stranger, b.ops), 2, good), avs.Reject},
		{"another member's signature", attest(b.ops[1], 2, good), avs.Reject},
		{"a signature with one bit changed", func() avs.Attestation { a := forged; a.Member = 2; return a }(), avs.Reject},
		{"a member beyond the set", attest(b.ops[1], 4, good), avs.Reject},
		{"another rollup", change(func(c *avs.FinalityClaim) { c.Rollup = common.Hash{1} }), avs.Reject},
		{"genesis", change(func(c *avs.FinalityClaim) { c.Number = 0 }), avs.Reject},
		{"a weaker level", change(func(c *avs.FinalityClaim) { c.Level = avs.LevelAgreement }), avs.Reject},
		{"an output root", change(func(c *avs.FinalityClaim) { c.OutputRoot = common.Hash{1} }), avs.Reject},
		{"an epoch not known yet", change(func(c *avs.FinalityClaim) { c.Epoch = 3 }), avs.Ignore},
		{"an epoch that was not in force at the number", attest(b.ops[2], 2, claimOf(executed(1, 2, 0))), avs.Ignore},
		{"an old epoch", attest(b.ops[1], 1, claimOf(executed(2, 1, 0))), avs.Ignore},
		{"far ahead", attest(b.ops[1], 1, claimOf(executed(2+aheadWindow+1, 1, 0))), avs.Ignore},
		{"ahead", attest(b.ops[1], 1, claimOf(executed(2+aheadWindow, 1, 0))), avs.Accept},
		{"conflicting, signature forged", func() avs.Attestation {
			a := attest(b.ops[1], 1, claimOf(executed(1, 1, 1)))
			a.Signature[80] ^= 1
			return a
		}(), avs.Reject},
		{"conflicting", attest(b.ops[1], 1, claimOf(executed(1, 1, 1))), avs.Ignore},
		{"conflicting again", attest(b.ops[1], 1, claimOf(executed(1, 1, 2))), avs.Ignore},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := n.service.handleAttestation(t.Context(), b.ops[3].id, test.a.Encode())
			require.Equal(t, test.want, got, "%v", err)
			if test.want == avs.Reject {
				require.Error(t, err)
			}
		})
	}
	got, err := n.service.handleAttestation(t.Context(), b.ops[3].id, []byte{0xc1, 0x00})
	require.Equal(t, avs.Reject, got)
	require.ErrorIs(t, err, avs.ErrEncoding)
	evidence := n.sink.all()
	require.Len(t, evidence, 1)
	set, _ := b.sets.At(avs.MachSet(0), 1)
	require.NoError(t, evidence[0].Verify(testDomain, set, set))
	require.Equal(t, b.ops[1].id, evidence[0].Operator)
}

// outsider is an operator of all that is not a member.
func outsider(all, members []operator) operator {
	for _, op := range all {
		in := false
		for _, m := range members {
			in = in || m.id == op.id
		}
		if !in {
			return op
		}
	}
	panic("no outsider")
}

func TestOldConflictIsStillEvidence(t *testing.T) {
	b := newBench(t, 1)
	n := b.nodes[0]
	member := operators(t, 2)
	b.sets.add(newSet(t, avs.MachSet(0), 2, member, 1000, 1))
	heavy, light := member[0], member[1]
	n.start()
	late := attest(light, 1, claimOf(executed(1, 2, 0)))
	verdict, err := n.service.receive(t.Context(), late)
	require.NoError(t, err)
	require.Equal(t, avs.Accept, verdict)
	for number := uint64(1); number <= behindWindow+10; number++ {
		verdict, err := n.service.receive(t.Context(), attest(heavy, 0, claimOf(executed(number, 2, 0))))
		require.NoError(t, err)
		require.Equal(t, avs.Accept, verdict, "number %d", number)
	}
	b.certified(behindWindow+10, n)
	for range 2 { // reported once
		verdict, err = n.service.receive(t.Context(), attest(light, 1, claimOf(executed(1, 2, 1))))
		require.NoError(t, err)
		require.Equal(t, avs.Ignore, verdict)
	}
	require.Len(t, n.sink.all(), 1)
	verdict, err = n.service.receive(t.Context(), late)
	require.NoError(t, err)
	require.Equal(t, avs.Ignore, verdict, "old, and no conflict")
}

func TestEvidenceIsReportedAgain(t *testing.T) {
	b := newBench(t, 2)
	n := b.nodes[0]
	n.sink.fails = 2
	n.start()
	for fork := range byte(2) {
		_, err := n.service.receive(t.Context(), attest(b.ops[1], 1, claimOf(executed(1, 1, fork))))
		require.NoError(t, err)
	}
	require.Empty(t, n.sink.all())
	b.eventually(func() bool { return len(n.sink.all()) == 1 }, "evidence")
}

func TestFloodIsBounded(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	flooder := b.ops[1]
	claim := claimOf(executed(1, 1, 0))
	sig := attest(flooder, 1, claim)
	accepted := 0
	for number := uint64(1); number <= 10*aheadWindow; number++ {
		a := sig
		a.Claim.Number = number
		if number%64 == 1 { // a true signature is costly to make; the others fail, which is dropped too
			a = attest(flooder, 1, claimOf(executed(number, 1, 0)))
		}
		if verdict, _ := n.service.receive(t.Context(), a); verdict == avs.Accept {
			accepted++
		}
	}
	require.Equal(t, aheadWindow/64, accepted)
	require.LessOrEqual(t, len(n.service.tally.heights), aheadWindow)
}

func TestOldSetCannotCertifyNewBlocks(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	n.start()
	next := operators(t, 5)
	b.sets.add(newSet(t, avs.MachSet(0), 2, next))
	for member := range 4 { // number 10 certified in epoch 2
		_, err := n.service.receive(t.Context(), attest(next[member], member, claimOf(executed(10, 2, 0))))
		require.NoError(t, err)
	}
	b.eventually(func() bool { return n.service.Status().Certified == 10 }, "certificate")
	for member, op := range b.ops {
		verdict, err := n.service.receive(t.Context(), attest(op, member, claimOf(executed(11, 1, 1))))
		require.NoError(t, err)
		require.Equal(t, avs.Ignore, verdict)
	}
	require.EqualValues(t, 10, n.service.Status().Certified)
}

func TestPulledCertificatesAreChecked(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	set, _ := b.sets.At(avs.MachSet(0), 1)
	good := certify(t, b.ops[:3], set, claimOf(executed(1, 1, 0)))
	thin := certify(t, b.ops[:2], set, claimOf(executed(2, 1, 0)))
	swapped := certify(t, b.ops[:3], set, claimOf(executed(3, 1, 0)))
	swapped.Claim.StateRoot[0] ^= 1
	elsewhere := certify(t, b.ops[:3], set, func() avs.FinalityClaim {
		c := claimOf(executed(4, 1, 0))
		c.Rollup[0] ^= 1
		return c
	}())
	future := certify(t, b.ops[:3], set, claimOf(executed(5, 9, 0)))
	for _, test := range []struct {
		name string
		c    avs.Certificate
		want error
	}{
		{"too little weight", thin, avs.ErrCertQuorum},
		{"another claim than was signed", swapped, avs.ErrCertSignature},
		{"another rollup", elsewhere, errNotOurs},
		{"not ascending", good, errNotOurs},
	} {
		t.Run(test.name, func(t *testing.T) {
			from := uint64(2)
			next, err := n.service.takePage([]avs.Certificate{test.c}, from)
			require.ErrorIs(t, err, test.want)
			require.Equal(t, from, next)
		})
	}
	next, err := n.service.takePage([]avs.Certificate{good, future}, 1)
	require.NoError(t, err, "an epoch that consensus has not told here is nobody's fault")
	require.EqualValues(t, 2, next)
}

// certify sums the signatures of the first members of a set.
func certify(t testing.TB, ops []operator, set *avs.OperatorSet, claim avs.FinalityClaim) avs.Certificate {
	t.Helper()
	c := &candidate{claim: claim, set: set, signers: avs.NewBitmap(set.Len())}
	for i, op := range ops {
		c.signers = c.signers.With(i)
		c.votes = append(c.votes, op.secret.Sign(claim.Digest(testDomain)))
	}
	certificate, err := c.certificate()
	require.NoError(t, err)
	return certificate
}

func FuzzPages(f *testing.F) {
	request, err := pageRequest{From: 7, Limit: 9}.encode()
	require.NoError(f, err)
	page, err := encodePage([]avs.Certificate{{Claim: avs.FinalityClaim{Number: 3}, Signers: avs.Bitmap{1}}})
	require.NoError(f, err)
	f.Add(request)
	f.Add(page)
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := decodePageRequest(data); err == nil && r.Limit > pageSize {
			t.Fatalf("limit %d", r.Limit)
		}
		items, err := decodePage(data, avs.DecodeCertificate)
		if err != nil {
			return
		}
		again, err := encodePage(items)
		require.NoError(t, err)
		require.Equal(t, data, again)
	})
}

func TestLateSignaturesCountForParticipation(t *testing.T) {
	b := newBench(t, 7)
	n := b.nodes[0]
	claim := claimOf(executed(1, 1, 0))
	for member := range 5 {
		_, err := n.service.receive(t.Context(), attest(b.ops[member], member, claim))
		require.NoError(t, err)
	}
	before := value(t, n.service.meters.checks)
	require.Equal(t, 5, before)
	ctx, cancel := context.WithCancel(t.Context())
	verdicts := make(chan avs.Verdict, 1)
	go func() {
		verdict, _ := n.service.receive(ctx, attest(b.ops[5], 5, claim)) // waits for the last one
		verdicts <- verdict
	}()
	require.NoError(t, b.clock.BlockUntilContext(t.Context(), 1))
	verdict, err := n.service.receive(t.Context(), attest(b.ops[6], 6, claim))
	require.NoError(t, err)
	require.Equal(t, avs.Accept, verdict)
	require.Equal(t, avs.Accept, <-verdicts)
	cancel()
	require.Equal(t, before+1, value(t, n.service.meters.checks), "one check for both")
	for _, op := range b.ops {
		require.Equal(t, 1, value(t, n.service.meters.signed(op.id)))
	}
}

func TestEvidenceThatConvincesNobodyIsDropped(t *testing.T) {
	b := newBench(t, 4)
	n := b.nodes[0]
	set, _ := b.sets.At(avs.MachSet(0), 1)
	bogus := voteOf(b.ops, set, 1, claimOf(executed(1, 1, 0)))
	bogus.attestation.Signature = attest(b.ops[2], 2, bogus.attestation.Claim).Signature // as if a batch had let it pass
	_, err := n.service.count(bogus)
	require.NoError(t, err)
	verdict, err := n.service.receive(t.Context(), attest(b.ops[1], 1, claimOf(executed(1, 1, 1))))
	require.NoError(t, err)
	require.Equal(t, avs.Ignore, verdict)
	require.Empty(t, n.sink.all())
}
