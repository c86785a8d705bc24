// Package squad sequences one rollup at one operator. Service builds batches when this operator's turn comes, keeps,
// executes and acknowledges the batches of others, drives the execution client along the ordered log, and brings the
// transactions of its users to whoever leads.
//
// # How it works
//
// Everything is level-triggered: events only change what is observed (the board) and ring a loop, which compares
// observed with desired and does the next thing. So a restart, also after a crash, needs no special case: the ordered
// log says what must be executed, the store holds the bodies, and peers hold those that are missing.
//
//	watch     takes the tip of the ordered log and rings the others
//	lead      decides whether to build, where and when (plan.go, pure), builds, signs through the guard, gossips
//	propose   collects acknowledgements of own batches, submits them to consensus, repeats both until ordered or void
//	ingest    stores batches of others
//	importer  executes blocks that are not ordered yet, so that ordering only moves the head, and acknowledges them
//	relay     sends chunks of large batches on; gather pulls those that do not come (spread.go, gather.go)
//	pull      fetches a missing parent of a batch that is not ordered yet
//	driver    follows the ordered log: body, import, head, and then Executed for MACH
//	forward   sends local transactions to the leaders of now and next
//	inclusion lists transactions that wait for too long, and sends them to all members
//
// Who leads a slot is fixed by the plan of its window (schedules.go): header, proof and acknowledgements are of the set of
// the plan's epoch, whichever is in force. What a block carries from L1 (contents.go) follows from its slot and from the L1
// view and the inbox count in its header, so that leaders and members derive the same.
//
// An acknowledgement says that its member has the body on disk, that its own execution client executed it, that it carries
// what L1 asks for, and that it leaves out no listed transaction which it could have held. Consensus orders what more than
// a third of the weight acknowledged, so at least one honest member has found all of that before: a leader can sign a
// header over anything, and gets nothing ordered but a block that every client takes. A member that does not know yet
// what a block stands on waits; it blames nobody. What is ordered is executed whatever it carries: that is settled.
//
// Only if more than a third of the weight lies can a batch be ordered that no client takes. It stops the rollup at this
// operator: it signs nothing more and says so in log, metric and Status, and keeps serving bodies. Declaring such a
// batch void on chain is not part of this version.
//
// # Concurrency
//
// Run owns every goroutine and waits for all of them; handlers that gossip calls are counted too, and refused once Run
// has ended. Executor's Build, Import and SetHead are each called from one goroutine. The board is the only shared
// state, under one short lock.
//
// # Failure
//
// What a peer sends is a verdict, never an error. An executor, store or network that cannot answer is asked again, with
// backoff. Nothing is signed unless the guard agreed first, and nothing is acknowledged before it is on disk
// and executed.
package squad
