// Package engine drives an execution client that runs in a process of its own, by what every Ethereum client offers: the
// Engine API with its JWT, and JSON-RPC.
//
// Driver implements avs.Executor and avs.TxPool as rollup.Driver does; one conformance suite holds both. To follow needs
// standard Engine calls alone: Import is newPayload, SetHead and Finalize are forkchoiceUpdated with head and safe at the
// ordered block and finalized at the certified one. To lead needs more, since a leader's block has to begin with what L1
// forces into it, and the Engine API has no word for that: a Builder does it, by whatever the client at hand offers beyond.
// It also answers what members ask about others' blocks (avs.ForcedChecker, avs.InclusionChecker) from JSON-RPC.
//
// A block has to be told whole to the client. What is in no block body are execution requests (EIP-7685), so only a rollup
// that can have none is driven (see rollup.WithoutRequests).
//
// All methods are safe for concurrent use. What moves the client's head is serialised inside. A call that the client does
// not answer is tried again, with growing pauses, for some seconds; then it is ErrUnreachable, and the caller comes
// back to it. The driver owns one goroutine that follows the client's pool and one for each subscriber; Close waits for all.
package engine
