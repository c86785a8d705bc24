package client

import (
	"errors"
	"fmt"

	"github.com/trident-network/trident/avs"
)

// Kind says what an Event is about.
type Kind int

// Kinds of events.
const (
	KindCertificate Kind = iota + 1 // the next block is certified: Certificate, Set
	KindGap                         // no operator has the certificates of First to Last; the subscriber goes on after them
	KindPaused                      // a quorum says: rely on no certificate of this rollup. Alert, Set
	KindResumed                     // a quorum has taken that back. Alert, Set
	KindFault                       // Operator served what does not stand: Err names the check. It is left alone for a while
	KindWaiting                     // no operator can be used now, Err says why; the subscriber goes on trying
)

var kindNames = map[Kind]string{KindCertificate: "certificate", KindGap: "gap", KindPaused: "paused", KindResumed: "resumed",
	KindFault: "fault", KindWaiting: "waiting"}

// String is the kind in a word.
func (k Kind) String() string { return kindNames[k] }

// Event is what a Subscriber tells. Only the fields that its Kind names are set, and Paused always.
type Event struct {
	Kind        Kind
	Paused      bool // whether the rollup is paused, as far as is known at this event
	Certificate avs.Certificate
	Set         *avs.OperatorSet // that signed
	Alert       avs.CertifiedAlert
	First, Last uint64
	Operator    string // URL
	Err         error
}

// ErrConflict is the sentinel of a ConflictError.
var ErrConflict = errors.New("two valid certificates contradict each other")

// ConflictError is the worst that can happen: two certificates that both stand and cannot both be true. Whoever signed
// both, more than a third of the weight, can be slashed with it. Nothing is yielded after it.
type ConflictError struct {
	A, B       avs.Certificate
	FromA      string // URL of the operator that served A
	FromB      string
	Rollup     avs.RollupID
	SetA, SetB *avs.OperatorSet
}

// Error names both blocks.
func (e *ConflictError) Error() string {
	return fmt.Sprintf("%v: block %d of rollup %s is %s (epoch %d, from %s) and %s (epoch %d, from %s)", ErrConflict, e.A.Claim.Number, e.Rollup,
		e.A.Claim.BlockHash, e.A.Claim.Epoch, e.FromA, e.B.Claim.BlockHash, e.B.Claim.Epoch, e.FromB)
}

// Is makes it an ErrConflict.
func (e *ConflictError) Is(target error) bool { return target == ErrConflict }
