// Package harness holds the generated Go bindings of the contracts that only the tests of contracts deploy: the rules of
// EigenLayer's AllocationManager with stake set by hand, and the BLS library as a contract. Like all generated bindings they
// are stateless and safe for concurrent use.
package harness
