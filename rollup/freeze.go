package rollup

import "errors"

// ErrStopped is what users are told who send a transaction to a rollup that was stopped.
var ErrStopped = errors.New("the rollup was stopped: it can be read, and takes no transactions")

// Freeze has the RPC refuse transactions from now on; reading goes on. A new start of the client takes them again.
func (d *Driver) Freeze() { d.local.frozen.Store(true) }
