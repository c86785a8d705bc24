// Package client is how other programs read finality from an operator: the JSON shapes that both ends speak, a client of
// the operator's API, and the check of a certificate.
//
// A certificate needs no trust in whoever served it: Verify checks it with the EIP-712 domain and the operator set of its
// epoch. Where those come from is the caller's choice: from L1, from a file that it trusts, or from an operator.
//
// Concurrency: a Client may be used from any goroutine. Watch runs on the caller's.
//
// Failure: calls return the transport's error or the operator's word (an error that is ErrNotFound when something is
// missing there). Verify returns a sentinel that names the check that failed.
package client
