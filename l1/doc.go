// Package l1 is Trident's side of the chain that the contracts are on.
//
//   - Client dials an L1 by URL and checks that it is the right chain.
//   - Watcher hands finalised events on, in order, each once: the cursor is committed in the same batch as whatever the
//     handler writes, so a crash between the two cannot be seen.
//   - Registry is what those events say: operators' keys and addresses, rollups, and the epochs of every operator set.
//   - TxManager sends transactions and stays with them until they are buried: nonces, fee bumps, receipts, and sending
//     again after a reorg or a restart.
//
// Everything that enters consensus is read at finalised blocks only; a reorg below finality is reported as
// ErrFinalityBroken and stops the reader, since nothing that it said before can be relied on.
//
// All types are safe for concurrent use. Run methods own their goroutines and return when their context ends.
package l1
