// Package state is the state that consensus agrees on, and the rules by which a transaction changes it: which batch of a
// rollup comes next, who leads its slots, what it has to take from L1, and which operator sets and rollups are in force.
//
// It is pure: no clock, no I/O, no floats, no map order. Equal genesis and equal transactions in equal blocks give equal
// states and hashes on every operator; time is the block time that consensus agreed on. What time alone brings (a beacon
// round ends, a window begins, a member is jailed) is worked out when the next transaction applies, and by At for readers,
// so that empty blocks leave the hash alone.
//
//	check.go      dispatch, and the rules of a batch      apply.go  what an applied transaction changes
//	beacon.go     rounds and reveals                      plans.go  plans fixed one window ahead
//	inbox.go      messages of L1 that must be taken       lists.go  inclusion lists in force
//	liveness.go   slots led and missed, jail              rollups.go  L1 views: sets, rollups that come and stop
//
// Concurrency: all methods but Apply only read, and may run at once; Apply needs the State for itself. Clone gives an
// independent one that shares only immutable values. How it fails: Check and Apply return an error that is ErrVoid or
// ErrNotYet, and leave the state untouched.
package state
