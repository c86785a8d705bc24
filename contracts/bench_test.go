package contracts_test

import (
	"fmt"
	"testing"

	"github.com/trident-network/trident/contracts/bindings"
)

// BenchmarkCertificateGas reports the gas of whole transactions under Osaka rules: Mach.submit with all members and with
// two thirds signing, from the second certificate of a rollup on, and the snapshot of such a set. Time is beside the point:
//
//	go test ./contracts -run '^$' -bench CertificateGas -benchtime 1x
func BenchmarkCertificateGas(b *testing.B) {
	for _, size := range []int{4, 16, 64, 100, 128, 256} {
		b.Run(fmt.Sprintf("N=%d", size), func(b *testing.B) {
			n := newNetwork(b, size)
			snapshot := n.joinAll()
			members := n.order()
			number := uint64(1000)
			submit := func(missing int) float64 {
				number++
				claim, digest := n.claim(number)
				signers, signature := certify(b, members, digest, missing)
				return float64(n.do(n.deployer, n.mach, bindings.NewMach().PackSubmit(claim, signers, signature)).GasUsed)
			}
			first := submit(0)
			var all, third float64
			for b.Loop() {
				all, third = submit(0), submit(size/3)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(first, "gas-first")
			b.ReportMetric(all, "gas-all")
			b.ReportMetric(third, "gas-two-thirds")
			b.ReportMetric(float64(snapshot.GasUsed), "gas-snapshot")
		})
	}
}
