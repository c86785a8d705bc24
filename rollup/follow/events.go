package follow

import "github.com/ethereum/go-ethereum/common"

// Event is what a follower tells: Observed, Mismatch, Reorged, Stalled, Recovered or Agreed.
type Event interface{ event() }

// Observed is a block that may be claimed. Numbers follow each other without a gap and each block links to the one
// before, except that after Reorged they go on at its From.
type Observed struct{ Block Block }

// Mismatch is an alarm: a source contradicts itself or the own node. Nothing is emitted before Agreed and Resume.
type Mismatch struct {
	Number       uint64
	Reason       string      // at most 200 bytes; the same at every operator that sees the same fault
	Ours, Theirs common.Hash // what differs, as Reason says: block hashes, state roots, output roots, or numbers as words
	Endpoint     string      // public name of the source at odds; the own node's when its own data do not hold
}

// Reorged says that the own node has replaced blocks that were emitted. Nothing is emitted before Agreed and Resume,
// then again from number From.
type Reorged struct {
	From     uint64      // lowest number that changed
	Old, New common.Hash // of From as emitted, and now; New is zero while the own node has no such block
}

// Stalled says that a source has been silent, behind, or unable to prove what is asked for long enough to be told.
type Stalled struct{ Endpoint, Reason string }

// Recovered ends Stalled.
type Recovered struct{ Endpoint string }

// Agreed says, after Mismatch or Reorged, that block Number is the same everywhere again: only Resume is missing.
type Agreed struct{ Number uint64 }

func (Observed) event()  {}
func (Mismatch) event()  {}
func (Reorged) event()   {}
func (Stalled) event()   {}
func (Recovered) event() {}
func (Agreed) event()    {}
