// Package bindings holds the generated Go bindings of the contracts, of the local network's helpers and of the part of
// EigenLayer that Trident calls, with ABI and creation code embedded: nothing but Go is needed to deploy and call them.
//
// The values are stateless and safe for concurrent use. Packing panics or returns an error on arguments that do not fit the
// ABI; unpacking returns an error on data that does not decode.
package bindings
