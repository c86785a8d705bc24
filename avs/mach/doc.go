// Package mach certifies finality. For one rollup at one operator, Service signs a FinalityClaim for every block that
// this operator's own execution client executed, or that its follower verified where the rollup has a sequencer of its
// own, gossips it, sums the signatures of the others, and keeps the certificates; Breaker has operators pause the finality
// of a rollup with which something is wrong; Views does the same for what operators see of L1.
//
// # How it works
//
// A claim is signed only through the signing guard and only for a block that was executed here. Attestations of others
// are checked singly before they are forwarded, so the sum of what was counted always verifies. When members with two
// thirds of the weight signed one claim, the certificate is written and synced before anyone is told of it, and never
// changes afterwards. The counting itself (tally) does no I/O and knows no clock.
//
// # Concurrency
//
// Run owns two loops: one signs, in the order of Executed; one stores certificates, moves the executor's `finalized`
// tag, repeats what was lost and catches up. Gossip's handlers run beside them and only count, under one short lock.
// Each subscriber has a goroutine of its own, so a slow one delays nobody. Run waits for all of them.
//
// # Failure
//
// Whatever a peer sends is a verdict, never an error. A store that cannot write ends Run, since a certificate that was
// not kept must not be told. A guard that refuses, an executor that cannot answer and a network that is away are tried
// again. If a certificate contradicts this operator's own execution it signs and finalises nothing more, and says so:
// log line, metric and Status.
package mach
