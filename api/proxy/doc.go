// Package proxy stands in front of the RPC of any rollup's node and gives its tag `finalized` MACH's meaning: the newest block
// whose certificate was checked here. Everything else passes through, over HTTP and WebSocket, single or in batches.
//
// A request that names `finalized` is rewritten to the number of that block, after the upstream node has shown the
// certified hash at that number. An answer to eth_getBlockByNumber("finalized") is compared with the certified hash
// itself. An upstream that has another block there gets nobody's trust: such requests are errors until it has the right
// one, and Health says so. An upstream that lags is served at the newest certified block that it has. While a certified
// alert pauses the rollup, `finalized` stays where it was before.
//
// # Concurrency
//
// A Proxy may be used from any goroutine. It owns those of its listener, of its WebSockets and of its subscriber; Stop ends
// them and waits.
//
// # Failure
//
// Before the first certificate, and whenever the final block cannot be told, a request that names `finalized` gets a
// JSON-RPC error that says why; all others are answered as the upstream answers them.
package proxy
