// Package client is how other programs read finality: a Subscriber that follows a rollup at several operators at once and
// believes none of them, a Client of one operator's API, the JSON shapes that both ends speak, and the checks of
// certificates, hand-offs and alerts.
//
// # Trust
//
// A certificate needs no trust in whoever served it, but in an operator set. TrustL1 reads sets from StakeTable at finalised
// blocks of an L1 node, by the address of Mach alone. TrustGenesis begins with sets from a file, or with their hash alone,
// and follows the hand-offs by which each ordering set attests the next sets; any operator may serve those.
//
// A Subscriber yields a certificate only after it has checked it: rollup, level, epoch, signers, weight, signature. It
// refuses one of an older epoch than what came before, waits for an epoch that is not known yet, asks the others for a
// number that one lacks, and stops for good at two valid certificates that contradict each other.
//
// # Concurrency
//
// A Client, a Checker and the functions may be used from any goroutine. Events has one reader at a time; it owns its
// goroutines and waits for them when the loop is left. Watch runs on the caller's goroutine and checks nothing.
//
// # Failure
//
// Subscribe fails when whoever is trusted cannot be asked, or does not know the rollup. After that only the context or
// ErrConflict ends Events: operators that are away, that lie, stall or lag are events at most. Every check has a sentinel,
// here or in package avs.
package client
