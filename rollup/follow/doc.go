// Package follow watches a rollup that has a sequencer of its own, and gives out its blocks for certification: in order,
// linked by parent, and only when the operator's own node and all its independent endpoints agree on them and the checks
// of the asked level hold.
//
// A level stands in every claim and means the same on every stack. 0, agreement: the own node and at least two
// independent endpoints give the same block. 1, commitments: beside, the block hash is recomputed from the header; the
// transactions, receipts and withdrawals that the own node holds give the header's roots; an account proof fits the
// state root. 2, execution: beside, the block is executed on a witness of its parent's state (package stateless).
// MaxLevel says how far each stack goes, and why not further.
//
// Blocks are read as raw JSON: transactions of types that go-ethereum does not know are encoded here, by tables.
//
// What does not fit is never emitted. A source that is silent or behind holds the stream up, and is told as Stalled when
// it lasts. A contradiction, in one source's data or between two sources, is told as Mismatch, a change of what was
// already emitted as Reorged; after either nothing is emitted until the sources agree and the caller has called Resume.
//
// The decisions are in core, which has no I/O and no clock; Follower feeds it. Concurrency: Run has one goroutine and
// waits for those that it starts for each request; Resume and Status may be called from any. Failure: endpoints that do
// not answer never end Run.
package follow
