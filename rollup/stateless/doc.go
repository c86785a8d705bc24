// Package stateless says whether a block is the right child of its parent, from the block and a witness alone: the parts
// of the parent's state that the block reads, in trie nodes and code, and the headers that it looks at.
//
// A verdict has three values. Valid and Invalid are proofs: whoever gets the same block and witness comes to the same
// end. Whatever else happens is Inconclusive: a witness that lacks a node, a body that is not the header's, a fork that
// the given rules do not know. Nobody is ever accused on the ground of data that are not there.
//
// It executes with go-ethereum's own state processor, but not with its core.ExecuteStateless, which does not ask the
// state database whether a read had failed and so takes a dropped node for an empty account.
//
// Concurrency: all functions may be called from any goroutine. Failure: Verify never panics on outside data, it
// answers Inconclusive.
package stateless
