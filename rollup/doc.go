// Package rollup has the execution drivers of a rollup: what stands between the order that the network agrees on and
// the client that executes it.
//
// Driver runs a go-ethereum node in this process, one for each rollup, without peers of its own: blocks enter by
// Import, and only by Import or Build. It implements avs.Executor and avs.TxPool, and serves the rollup's JSON-RPC over
// HTTP and WebSocket on one port. There `latest` and `safe` are the newest ordered block, `finalized` the newest
// certified one.
//
// The ordered chain never reverts: SetHead goes to descendants of the head only. A process that is killed comes back
// with its head some blocks behind, because state reaches the disk in large steps; its caller imports the missing
// blocks again from the ordered log and sets the head as before, which gives the same hashes.
//
// All methods are safe for concurrent use. What changes the chain is serialised inside; a block is built without
// holding up imports until it is written. The driver owns one goroutine that follows the transaction pool and one for
// each subscriber; Close waits for all of them, and for geth's.
package rollup
