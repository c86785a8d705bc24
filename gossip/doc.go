// Package gossip is the peer-to-peer side of an operator: a libp2p host whose peers are the members of the operator
// sets and nobody else, gossipsub topics whose messages are validated before they are forwarded, and request streams.
// It implements avs.Network and knows nothing of what the messages mean.
//
// Concurrency: every method of Host may be called from any goroutine. Topic handlers run on up to handlersPerTopic
// goroutines a topic, request handlers on one goroutine a stream; Close waits for all of them. One watchdog goroutine
// owns the connections: it dials members that are missing, and reconnects those that gossipsub has lost.
//
// Failure: a peer can cost bounded memory and time, never a panic. Bad messages are dropped before they are forwarded,
// lower the score of the peer that forwarded them, are counted, and give one log line per peer and interval. A peer of
// very low score is not listened to until the score has decayed: a registered operator can always come back.
package gossip
