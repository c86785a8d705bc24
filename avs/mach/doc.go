// Package mach certifies finality. For one rollup at one operator, Service signs a FinalityClaim for every block that
// this operator's own execution client executed, or that its follower verified where the rollup has a sequencer of its
// own, gossips it, sums the signatures of the others, and keeps the certificates; Breaker has operators pause the finality
// of a rollup with which something is wrong; Views does the same for what operators see of L1.
//
// # How it works
//
// A claim is signed only through the signing guard and only for a block that was executed here. Attestations of others
// are checked before they are forwarded. When members with two thirds of the weight signed one claim, the certificate is
// written and synced before anyone is told of it, and never changes afterwards. The counting itself (tally) does no I/O
// and knows no clock.
//
// # Checking together
//
// Decoding a signature costs a tenth of checking it, and signatures of one claim can be checked together for little more
// than one. So the validator of the topic decodes, then waits for the verdict of a batch (batcher): on an idle machine a
// signature is a batch of its own and nothing waits; under load batches grow, since those that are decoded while
// another check runs are checked together next. As soon as those that wait complete a quorum they are checked at once.
// Signatures that come after the certificate count for participation only: they wait a little for each other.
//
// The sums of a batch are weighted with random numbers (bls.Message.Invalid), because a plain sum says nothing of its
// parts: two members can choose signatures that are wrong and cancel. The certificate would stand all the same, but one
// of the two would be forwarded as good, spoil the sum of whoever has only that one, and bring blame on the honest peer
// that forwarded it. A check that fails is repeated on halves until exactly the bad ones are found; they are rejected,
// which gossip holds against who forwarded them, and the others accepted. A signature that is to be evidence, and the
// one that it conflicts with, are checked once more, each alone.
//
// # Racing aggregators
//
// Whoever has a quorum makes the certificate. Members that miss signatures get it from an aggregator: each has a turn,
// one after another in an order that rotates with the number, and sends its certificate around unless another did or
// every connected member was heard of, which then has a quorum itself. A dead aggregator costs a stagger of
// milliseconds. Two operators may have different signers under one claim; both certificates stand, and each operator
// keeps the first that it had, be another heavier or not. A peer's certificate is checked wholly before it is forwarded.
// That is not telling it: who is told of a certificate by this operator (subscribers, the API, peers in its own turn)
// learns of one that is on its disk.
//
// # What is lost
//
// Once a tick an operator asks some peers for what it lacks: for each number without a certificate, which members it has
// not heard of (want). A peer answers with its certificate, or with the signatures of those members. So a network that
// was parted certifies within a tick of meeting again. Who is far behind pulls certificates page by page.
//
// # Concurrency
//
// Run owns five loops: one signs, in the order of Executed; one stores certificates and does the housekeeping; one moves
// the executor's `finalized` tag; one repeats what was lost and catches up; one tells certificates. Gossip's handlers
// run beside them and only check and count: one of the handlers that wait for a batch does its check, so checking has
// no goroutine of its own. Locks are short and taken in one order, the batcher's before the service's. Each subscriber
// has a goroutine of its own, so a slow one delays nobody. Run waits for all of them.
//
// # Failure
//
// Whatever a peer sends is a verdict, never an error. A store that cannot write ends Run, since a certificate that was
// not kept must not be told. A guard that refuses, an executor that cannot answer and a network that is away are tried
// again. If a certificate contradicts this operator's own execution it signs and finalises nothing more, and says so:
// log line, metric and Status.
package mach
