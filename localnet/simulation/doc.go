// Package simulation measures the network where one machine cannot: operators with 50 ms and 100 Mbps between them, up to
// a hundred, inside one process. Links are simulated and time is that of a synctest bubble, so a figure says what links
// and protocol cost and nothing of the machine's load; what is computed takes no time.
//
// All of it is tests and benchmarks: a small run is part of `make test`, and the whole of it runs by `make simulate`.
//
// What is real and what is not stands in each figure's name. Gossip, SQUAD's batches and acknowledgements, MACH's
// attestations and certificates are the code that operators run, over libp2p's own QUIC. Execution is a stand-in that
// takes no time, and ordering is simulated unless a name says CometBFT.
package simulation
