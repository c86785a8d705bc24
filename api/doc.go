// Package api serves an operator's word to the outside, on one address: JSON-RPC over HTTP and WebSocket at /, the
// Connect (and gRPC) service of certificates, /metrics and /healthz. It only reads.
//
// # Concurrency
//
// Server may be used from any goroutine. Every subscriber has a goroutine of its own, owned by the server, that reads
// MACH's store at its own pace: a slow one delays nobody, and one that takes nothing for ten seconds is dropped. Stop
// ends all of them and waits.
//
// # Failure
//
// What is not there is an error with a code of its own and a message that says what is missing and what there is. A
// port in use is ErrAddressInUse, in one line with the remedy. Requests are bounded in size and number.
package api
