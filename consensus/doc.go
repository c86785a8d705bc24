// Package consensus runs CometBFT in process and is the shell around consensus/state: it feeds agreed blocks to the
// pure state, persists what they change, and serves the results through the ports of avs (Submitter, OrderedLog,
// OperatorSets, Sequencing).
//
// What is ordered are digests and certificates, never bodies; no execution client is ever asked. A block is persisted in
// one atomic batch (state, newly ordered batches, new operator sets, inclusion lists) before anybody is told of it. After a crash at any
// point CometBFT's handshake replays the blocks that the store lacks.
//
// Concurrency: all methods of Node are safe for concurrent use. Node owns its goroutines and CometBFT's; Stop waits for
// them. How it fails: New and Start refuse bad configuration with an error that says the remedy. After a fault that
// consensus cannot go on from (a full disk, say) Failed is signalled; the process should then end and be started again.
package consensus
