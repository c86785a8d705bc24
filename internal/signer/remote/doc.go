// Package remote puts the signing guard into a process of its own. Server answers for a guard over HTTP; Client is a
// signer.Signer that asks it. The keys and the history never leave the server's process.
//
// # Wire
//
// A call is POST /v1/<method> with one JSON object; the answer is one JSON object. A refusal of the guard crosses the
// wire with its sentinel and its particulars, so that the caller cannot tell the two guards apart.
//
// # Who may ask
//
// On loopback, whoever knows the token: each request carries an HMAC of its method, time, nonce and body, each answer an
// HMAC over the request's and its own; the token itself is never sent. Elsewhere TLS 1.3 with certificates of both sides,
// of a private authority that exists for this pair alone. CheckListen and Dial refuse anything else.
//
// The server trusts the node for what a digest means: it keeps the keys from being stolen and the rule from being broken
// by a node that is restored, runs twice, or loses its disk. It cannot keep a node that was taken over from asking for
// statements that are false but contradict nothing.
//
// # Concurrency and failure
//
// Server and Client may be used from any goroutine. A signer that is away is signer.ErrUnavailable, at once where the
// connection is refused and after a bounded time elsewhere; the next call connects anew. A call whose answer was lost may
// be repeated: the guard gives the same signature.
package remote
