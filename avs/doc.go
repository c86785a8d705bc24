// Package avs holds the values that every part of Trident speaks of, the pure rules over them, and the ports through
// which the parts meet.
//
// Values (OperatorSet, BatchHeader, FinalityClaim, Certificate, …) are immutable once made: whoever holds one may share
// it between goroutines. Each has one canonical encoding (RLP on the wire, EIP-712 for what is signed), and decoding
// checks it: a value that exists is well-formed.
//
// Rules (quorum arithmetic, the leader schedule, what makes two claims conflict) are functions of their arguments:
// no clock, no I/O, no floats, no map order. Consensus state is built on them and must come out equal on every operator.
//
// Ports are the interfaces in ports.go. Package node joins implementations to their users.
package avs
