// Package node is one operator: it opens a home directory, makes every part and joins them in Wire, which reads like the
// picture in docs/architecture.md. It is the only package that knows all others.
//
// Concurrency: New builds without starting anything; Run starts the parts in order, waits, and stops them in reverse
// order, each in bounded time. A part that fails stops the node, except that a fault inside one rollup stays inside it.
//
// After kill -9 at any instruction, New and Run on the same home go on where the operator was: consensus replays its
// log, the execution clients are brought up to it, and the signing guard knows all that was signed.
package node
