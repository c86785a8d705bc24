// Package state is the state that consensus agrees on, and the rules by which a transaction changes it: which batch
// of a rollup comes next, and which operator sets are in force.
//
// It is pure: no clock, no I/O, no floats, no map order. Equal genesis and equal transactions in equal blocks give equal
// states and hashes on every operator; time is the block time that consensus agreed on.
//
// Concurrency: all methods but Apply only read, and may run at once; Apply needs the State for itself. Clone gives an
// independent one that shares only immutable values. How it fails: Check and Apply return an error that is ErrVoid or ErrNotYet, and leave the state untouched.
package state
