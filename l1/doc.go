// Package l1 is Trident's side of the chain that the contracts are on.
//
//   - Client dials an L1 by URL and checks that it is the right chain.
//   - Watcher hands finalised events on, in order, each once: the cursor is committed in the same batch as whatever the
//     handler writes, so a crash between the two cannot be seen.
//   - Registry is what those events say: operators' keys and addresses, the epochs of every operator set, the rollups that are
//     registered and stopped, and the messages of their inboxes.
//   - TxManager sends transactions and stays with them until they are buried: nonces, fee bumps, receipts, and sending
//     again after a reorg or a restart. Each is stored before it is broadcast.
//   - Keeper takes the snapshots that begin new epochs, in turns with the other operators' keepers.
//   - Checkpointer posts certificates and certified alerts to Mach, in turns as well; PostCertificate is for everybody else.
//
// Functions named Pack give the call data of the contracts from values of package avs, those of RemoteStakeTable on
// other chains included.
//
// Everything that enters consensus is read at finalised blocks only; a reorg below finality is reported as
// ErrFinalityBroken and stops the reader, since nothing that it said before can be relied on.
//
// An L1 that is away or answers nonsense is ErrUnreachable: whoever runs asks again and says so once.
//
// All types are safe for concurrent use, except that a Keeper and a Checkpointer are Run once. Methods that run own their goroutines and
// return when their context ends.
package l1
