package mach

import (
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// voteOf is a verified vote; the signature is real, so that aggregates can be checked.
func voteOf(ops []operator, set *avs.OperatorSet, member int, claim avs.FinalityClaim) vote {
	digest := claim.Digest(testDomain)
	sig := ops[member].secret.Sign(digest)
	return vote{attestation: avs.Attestation{Claim: claim, Member: uint16(member), Signature: sig.Bytes()},
		operator: ops[member].id, signature: sig, digest: digest, set: set}
}

func TestTally(t *testing.T) {
	ops := operators(t, 4)
	set := newSet(t, avs.MachSet(0), 1, ops)
	honest, forked, other := claimOf(executed(5, 1, 0)), claimOf(executed(5, 1, 1)), claimOf(executed(5, 1, 0))
	other.Level = avs.LevelAgreement
	type step struct {
		member int
		claim  avs.FinalityClaim
		want   standing
	}
	for _, test := range []struct {
		name        string
		steps       []step
		certificate int // index of the step that completes it; -1: none
	}{
		{"three of four are two thirds", []step{{0, honest, fresh}, {1, honest, fresh}, {2, honest, fresh}, {3, honest, late}}, 2},
		{"two of four are not", []step{{0, honest, fresh}, {3, honest, fresh}}, -1},
		{"a repeated vote counts once", []step{{0, honest, fresh}, {0, honest, duplicate}, {1, honest, fresh}}, -1},
		{"votes for different claims do not add up", []step{{0, honest, fresh}, {1, honest, fresh}, {2, forked, fresh}, {3, forked, fresh}}, -1},
		{"an equivocator counts for its first claim only", []step{{0, forked, fresh}, {0, honest, conflict}, {1, honest, fresh}, {2, honest, fresh}}, -1},
		{"a third claim of an equivocator is not looked at", []step{{0, forked, fresh}, {0, honest, conflict}, {0, honest, spent}}, -1},
		{"another level is no conflict and no vote", []step{{0, honest, fresh}, {0, other, second}, {1, honest, fresh}, {2, honest, fresh}}, 3},
		{"conflict after the certificate", []step{{0, honest, fresh}, {1, honest, fresh}, {2, honest, fresh}, {1, forked, conflict}}, 2},
		{"far ahead", []step{{0, claimOf(executed(aheadWindow+1, 1, 0)), outside}}, -1},
	} {
		t.Run(test.name, func(t *testing.T) {
			tally := newTally()
			for i, s := range test.steps {
				v := voteOf(ops, set, s.member, s.claim)
				require.Equal(t, s.want, tally.standing(v.attestation, v.operator), "before step %d", i)
				got, err := tally.count(v)
				require.NoError(t, err)
				require.Equal(t, s.want, got.standing, "step %d", i)
				require.Equal(t, i == test.certificate, got.certificate != nil, "step %d", i)
				if got.certificate != nil {
					require.NoError(t, got.certificate.Verify(testDomain, set))
				}
				require.Equal(t, s.want == conflict, got.evidence != nil, "step %d", i)
				if got.evidence != nil {
					require.NoError(t, got.evidence.Verify(testDomain, set, set))
				}
			}
		})
	}
}

func TestTallyForgetsBehindTheWindow(t *testing.T) {
	ops := operators(t, 1)
	set := newSet(t, avs.MachSet(0), 1, ops)
	tally := newTally()
	for n := uint64(1); n <= 300; n++ {
		got, err := tally.count(voteOf(ops, set, 0, claimOf(executed(n, 1, 0))))
		require.NoError(t, err)
		require.NotNil(t, got.certificate)
	}
	require.Len(t, tally.heights, behindWindow)
	require.Equal(t, outside, tally.standing(attest(ops[0], 0, claimOf(executed(300-behindWindow, 1, 0))), ops[0].id))
	require.Equal(t, duplicate, tally.standing(attest(ops[0], 0, claimOf(executed(300-behindWindow+1, 1, 0))), ops[0].id))
}

func TestConflictAcrossEpochs(t *testing.T) {
	ops := operators(t, 4)
	first, next := newSet(t, avs.MachSet(0), 1, ops), newSet(t, avs.MachSet(0), 2, ops[1:])
	tally := newTally()
	_, err := tally.count(voteOf(ops, first, 1, claimOf(executed(5, 1, 0))))
	require.NoError(t, err)
	got, err := tally.count(voteOf(ops[1:], next, 0, claimOf(executed(5, 2, 1))))
	require.NoError(t, err)
	require.Equal(t, conflict, got.standing)
	require.NoError(t, got.evidence.Verify(testDomain, first, next))
}

// oracle counts naively: it keeps every vote and adds weights up anew each time.
type oracle struct {
	set   *avs.OperatorSet
	votes []avs.Attestation
	done  map[uint64]bool
}

// vote returns whether the vote completes a certificate.
func (o *oracle) vote(a avs.Attestation) bool {
	for _, v := range o.votes {
		if v.Claim.Number == a.Claim.Number && v.Member == a.Member {
			return false
		}
	}
	o.votes = append(o.votes, a)
	var weight, total uint64
	for i := range o.set.Len() {
		w := o.set.Member(i).Weight
		total += w.Uint64()
		for _, v := range o.votes {
			if v.Claim == a.Claim && int(v.Member) == i {
				weight += w.Uint64()
			}
		}
	}
	if o.done[a.Claim.Number] || weight*3 < total*2 {
		return false
	}
	o.done[a.Claim.Number] = true
	return true
}

func TestTallyAgainstOracle(t *testing.T) {
	ops := operators(t, 7)
	for seed := range int64(30) {
		random := rand.New(rand.NewSource(seed))
		weights := make([]uint64, len(ops))
		for i := range weights {
			weights[i] = 1 + uint64(random.Intn(100))
		}
		set := newSet(t, avs.MachSet(0), 1, ops, weights...)
		tally, naive := newTally(), &oracle{set: set, done: make(map[uint64]bool)}
		signatures := make(map[common.Hash]vote)
		for range 150 {
			member, number := random.Intn(len(ops)), 1+uint64(random.Intn(6))
			claim := claimOf(executed(number, 1, byte(random.Intn(8)/7)))
			key := common.BytesToHash(append(claim.BlockHash[:31:31], byte(member)))
			v, made := signatures[key]
			if !made {
				v = voteOf(ops, set, member, claim)
				signatures[key] = v
			}
			got, err := tally.count(v)
			require.NoError(t, err)
			require.Equal(t, naive.vote(v.attestation), got.certificate != nil, "seed %d", seed)
			if got.certificate != nil {
				require.NoError(t, got.certificate.Verify(testDomain, set), "seed %d", seed)
				require.Equal(t, claim, got.certificate.Claim)
			}
		}
	}
}
