package mach

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// BenchmarkAggregation is what one operator does with the attestations of n members for one block, from the bytes that
// gossip hands over to the kept certificate and the counted late ones, as signatures a second; next to it the same with
// each signature checked alone, on as many processors. The ratio is between the two of one run.
func BenchmarkAggregation(b *testing.B) {
	for _, n := range []int{4, 16, 64, 128, 256} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			ops := operators(b, n+1)
			members := ops[:n]
			set := newSet(b, avs.MachSet(0), 1, members)
			together, alone := time.Hour, time.Hour // the best rounds: other load on the machine is not what is measured
			var certificate avs.Certificate
			number := uint64(0)
			watch := newWatcher(b, ops[n], members)
			for b.Loop() {
				number += 2
				first, second := signedBy(members, number-1), signedBy(members, number)
				begin := time.Now()
				watch.together(first)
				together = min(together, time.Since(begin))
				begin = time.Now()
				watch.alone(second, set)
				alone = min(alone, time.Since(begin))
				certificate = watch.certificate(number - 1)
			}
			rate := func(d time.Duration) float64 { return float64(n) / d.Seconds() }
			b.ReportMetric(0, "ns/op") // two things were timed
			b.ReportMetric(rate(together), "signatures/s")
			b.ReportMetric(rate(alone), "one-by-one/s")
			b.ReportMetric(alone.Seconds()/together.Seconds(), "ratio")
			b.ReportMetric(float64(len(certificate.Encode())), "certificate-bytes")
		})
	}
}

// BenchmarkCertificateBytes is what one operator sends, on the average, for one certificate in networks of n operators on
// a mesh of gossipsub's degree: the signatures of all, own and forwarded; and the certificate, which goes around only
// where a connected member was not heard of (TestNobodySendsACertificateThatAllHave). Every operator accepts and forwards
// what comes, as it does with what is good.
func BenchmarkCertificateBytes(b *testing.B) {
	for _, n := range []int{4, 16, 64, 128, 256} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			ops := operators(b, n)
			set := newSet(b, avs.MachSet(0), 1, ops)
			signatures := signedBy(ops, 1)
			certificate := certify(b, ops[:n-n/3], set, claimOf(executed(1, 1, 0))).Encode()
			var sent map[string]int
			for b.Loop() {
				m := newMesh(b, 0, ops...)
				for _, p := range m.ports {
					for _, topic := range []string{"signatures", "certificates"} {
						require.NoError(b, p.Handle(topic, avs.MaxAttestationSize,
							func(context.Context, avs.OperatorID, []byte) (avs.Verdict, error) { return avs.Accept, nil }))
					}
				}
				for i, op := range ops {
					require.NoError(b, m.ports[op.id].Broadcast(b.Context(), "signatures", signatures[i]))
				}
				require.NoError(b, m.ports[ops[0].id].Broadcast(b.Context(), "certificates", certificate))
				m.tasks.Wait()
				sent = m.sentBytes()
			}
			b.ReportMetric(0, "ns/op") // time is not what is measured
			b.ReportMetric(float64(sent["signatures"])/float64(n), "signature-bytes/operator")
			b.ReportMetric(float64(sent["certificates"])/float64(n), "certificate-bytes/operator")
		})
	}
}

// signedBy are the encoded attestations of all members.
func signedBy(members []operator, number uint64) [][]byte {
	out := make([][]byte, len(members))
	for i, op := range members {
		out[i] = attest(op, i, claimOf(executed(number, 1, 0))).Encode()
	}
	return out
}

// watcher is a running operator outside the set, which gets all signatures from others.
type watcher struct {
	t testing.TB
	n *node
	b *bench
}

func newWatcher(t testing.TB, self operator, members []operator) *watcher {
	h := newHub()
	b := newBenchOn(t, members, 0, func(id avs.OperatorID) avs.Network { return h.join(id) })
	w := &watcher{t, b.newNode(self), b}
	w.n.start()
	return w
}

// together hands attestations over as gossip does: each on a goroutine of its own.
func (w *watcher) together(attestations [][]byte) {
	var all sync.WaitGroup
	for _, data := range attestations {
		all.Go(func() {
			if verdict, err := w.n.service.handleAttestation(w.t.Context(), avs.OperatorID{}, data); verdict != avs.Accept {
				w.t.Errorf("verdict %d: %v", verdict, err)
			}
		})
	}
	all.Wait()
}

// alone does the same with each signature checked singly, by a worker for each processor.
func (w *watcher) alone(attestations [][]byte, set *avs.OperatorSet) {
	queue := make(chan []byte, len(attestations))
	for _, data := range attestations {
		queue <- data
	}
	close(queue)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for data := range queue {
				if err := w.one(data, set); err != nil {
					w.t.Error(err)
				}
			}
		})
	}
	workers.Wait()
}

func (w *watcher) one(data []byte, set *avs.OperatorSet) error {
	a, err := avs.DecodeAttestation(data)
	if err != nil {
		return err
	}
	if fits, err := w.n.service.epochFits(a.Claim); !fits || err != nil {
		return fmt.Errorf("epoch fits: %v, %w", fits, err)
	}
	sig, err := a.Verify(testDomain, set)
	if err != nil {
		return err
	}
	_, err = w.n.service.count(vote{attestation: a, operator: set.Member(int(a.Member)).Operator, signature: sig,
		digest: a.Claim.Digest(testDomain), set: set})
	return err
}

func (w *watcher) certificate(number uint64) avs.Certificate {
	var c avs.Certificate
	w.b.eventually(func() bool {
		var found bool
		var err error
		c, found, err = w.n.service.ByNumber(testRollup.ID, number)
		require.NoError(w.t, err)
		return found
	}, "certificate")
	return c
}
