package mach

import (
	"context"
	"sync"
	"testing"
	"time"

	gnark "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/testutil"
)

// batchBench is a batcher alone, with attestations of one claim.
type batchBench struct {
	*batcher
	t     *testing.T
	ops   []operator
	set   *avs.OperatorSet
	clock *clock.Fake
	how   urgency
	tasks sync.WaitGroup
}

func newBatchBench(t *testing.T, n int, how urgency) *batchBench {
	ops := operators(t, n)
	b := &batchBench{t: t, ops: ops, set: newSet(t, avs.MachSet(0), 1, ops), clock: clock.NewFake(time.Unix(1_700_000_000, 0)), how: how}
	b.batcher = newBatcher(testDomain, b.clock, newMeters(nil, "demo"))
	b.urgency = func(*batch) urgency { return b.how }
	t.Cleanup(b.tasks.Wait)
	return b
}

// verdicts brings attestations one after another, waits until all are among those that wait, and returns their verdicts
// to come.
func (b *batchBench) verdicts(ctx context.Context, attestations ...avs.Attestation) []chan error {
	b.t.Helper()
	out := make([]chan error, len(attestations))
	for i, a := range attestations {
		out[i] = make(chan error, 1)
		before := b.waiters(a.Claim)
		b.tasks.Go(func() {
			_, err := b.verify(ctx, a, b.set)
			out[i] <- err
		})
		testutil.Eventually(b.t, wait, func() bool { return b.waiters(a.Claim) > before || len(out[i]) > 0 }, "signature waits")
	}
	return out
}

func (b *batchBench) waiters(claim avs.FinalityClaim) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if on := b.batches[claim]; on != nil {
		return len(on.waiting)
	}
	return 0
}

func (b *batchBench) checks() int { return value(b.t, b.meters.checks) }

// value reads a counter.
func value(t testing.TB, c prometheus.Counter) int {
	t.Helper()
	var m dto.Metric
	require.NoError(t, c.Write(&m))
	return int(m.GetCounter().GetValue())
}

func (b *batchBench) signed(claim avs.FinalityClaim, members ...int) []avs.Attestation {
	var out []avs.Attestation
	for _, m := range members {
		out = append(out, attest(b.ops[m], m, claim))
	}
	return out
}

func TestIdleBatcherChecksAtOnce(t *testing.T) {
	b := newBatchBench(t, 3, soon)
	for i, a := range b.signed(claimOf(executed(1, 1, 0)), 0, 1, 2) {
		sig, err := b.verify(t.Context(), a, b.set)
		require.NoError(t, err)
		require.Equal(t, a.Signature, sig.Bytes())
		require.Equal(t, i+1, b.checks())
	}
}

// TestBusyBatcherChecksTogether: while one more is being decoded the others wait; then one check decides all, and finds
// exactly the bad ones, be they chosen to cancel in the sum or not.
func TestBusyBatcherChecksTogether(t *testing.T) {
	claim := claimOf(executed(1, 1, 0))
	_, _, _, x := gnark.Generators()
	for _, test := range []struct {
		name   string
		spoil  func(b *batchBench, all []avs.Attestation)
		bad    map[int]bool
		checks int
	}{
		{"all good", func(*batchBench, []avs.Attestation) {}, nil, 1},
		{"one liar", func(b *batchBench, all []avs.Attestation) {
			all[5].Signature = attest(b.ops[5], 5, claimOf(executed(1, 1, 1))).Signature
		}, map[int]bool{5: true}, 1 + 3 + 1},
		{"a pair that cancels", func(b *batchBench, all []avs.Attestation) {
			all[1].Signature, all[6].Signature = moved(t, all[1].Signature, x), moved(t, all[6].Signature, *new(gnark.G2Affine).Neg(&x))
			sum := b.sum(all)
			require.True(t, bls.FastAggregateVerify(b.keys(), claim.Digest(testDomain), sum), "the attack is real")
		}, map[int]bool{1: true, 6: true}, 16},
		{"two members with each other's signature", func(_ *batchBench, all []avs.Attestation) {
			all[0].Signature, all[7].Signature = all[7].Signature, all[0].Signature
		}, map[int]bool{0: true, 7: true}, 16},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBatchBench(t, 8, soon)
			b.t = t
			all := b.signed(claim, 0, 1, 2, 3, 4, 5, 6, 7)
			test.spoil(b, all)
			hold := b.enter(claim, b.set)
			verdicts := b.verdicts(t.Context(), all...)
			require.Zero(t, b.checks())
			b.withdraw(hold)
			for i, v := range verdicts {
				if err := <-v; test.bad[i] {
					require.ErrorIs(t, err, avs.ErrAttestation, "member %d", i)
				} else {
					require.NoError(t, err, "member %d", i)
				}
			}
			require.LessOrEqual(t, b.checks(), test.checks)
		})
	}
}

func (b *batchBench) sum(all []avs.Attestation) bls.Signature {
	var sigs []bls.Signature
	for _, a := range all {
		sig, err := bls.SignatureFromBytes(a.Signature[:])
		require.NoError(b.t, err)
		sigs = append(sigs, sig)
	}
	sum, err := bls.AggregateSignatures(sigs)
	require.NoError(b.t, err)
	return sum
}

func (b *batchBench) keys() []bls.PublicKey {
	var keys []bls.PublicKey
	for i := range b.set.Len() {
		keys = append(keys, b.set.Key(i))
	}
	return keys
}

// moved is a signature with a point added.
func moved(t testing.TB, sig [96]byte, x gnark.G2Affine) [96]byte {
	t.Helper()
	var p gnark.G2Affine
	_, err := p.SetBytes(sig[:])
	require.NoError(t, err)
	p.Add(&p, &x)
	return p.Bytes()
}

func TestQuorumIsCheckedWithoutWaiting(t *testing.T) {
	b := newBatchBench(t, 3, soon)
	claim := claimOf(executed(1, 1, 0))
	hold := b.enter(claim, b.set)
	verdicts := b.verdicts(t.Context(), b.signed(claim, 0, 1)...)
	b.how = now
	sig, err := b.verify(t.Context(), b.signed(claim, 2)[0], b.set) // although one is being decoded
	require.NoError(t, err)
	require.False(t, sig.IsInfinity())
	for _, v := range verdicts {
		require.NoError(t, <-v)
	}
	require.Equal(t, 1, b.checks())
	b.withdraw(hold)
}

func TestLateSignaturesWaitForEachOther(t *testing.T) {
	claim := claimOf(executed(1, 1, 0))
	for _, test := range []struct {
		name string
		end  func(b *batchBench, cancel func())
	}{
		{"until the window ends", func(b *batchBench, _ func()) {
			require.NoError(t, b.clock.BlockUntilContext(t.Context(), 3))
			b.clock.Advance(lateWindow)
		}},
		{"until the caller cannot wait", func(_ *batchBench, cancel func()) { cancel() }},
		{"not for one that cannot be decoded", func(b *batchBench, _ func()) { b.withdraw(b.enter(claim, b.set)) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBatchBench(t, 3, later)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			verdicts := b.verdicts(ctx, b.signed(claim, 0, 1, 2)...)
			require.Zero(t, b.checks())
			test.end(b, cancel)
			for _, v := range verdicts {
				require.NoError(t, <-v)
			}
			require.Equal(t, 1, b.checks())
		})
	}
}

func TestMalformedSignatureHoldsNobodyUp(t *testing.T) {
	b := newBatchBench(t, 2, soon)
	a := b.signed(claimOf(executed(1, 1, 0)), 0)[0]
	a.Signature[0] = 0
	_, err := b.verify(t.Context(), a, b.set)
	require.ErrorIs(t, err, avs.ErrAttestation)
	require.Zero(t, b.checks())
	_, err = b.verify(t.Context(), b.signed(a.Claim, 1)[0], b.set)
	require.NoError(t, err)
}

func TestBatchesAreForgotten(t *testing.T) {
	b := newBatchBench(t, 1, soon)
	for number := uint64(1); number <= 3*maxBatches; number++ {
		b.withdraw(b.enter(claimOf(executed(number, 1, 0)), b.set))
	}
	require.Len(t, b.batches, maxBatches)
	require.Contains(t, b.batches, claimOf(executed(3*maxBatches, 1, 0)))
}
