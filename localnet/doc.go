// Package localnet runs a whole Trident network on one machine: an L1 with the real EigenLayer core on it, operators
// that are restaked there, and rollups that they sequence and certify. `trident localnet`, the tests and the benchmark
// all use this code.
//
// A directory holds one network. Its set-up is written once, the file setup.json last: a set-up that was interrupted is
// made anew, a finished one is resumed, never overwritten. Operators run as processes under a supervisor (Network), or
// inside this process for tests.
//
// All keys of a local network are derived from a known seed, are marked as such, and are refused on other networks.
package localnet
