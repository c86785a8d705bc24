package mach

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/holiman/uint256"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/signer"
)

// alertBallot has the votes of one epoch for the next sequence: one of each member, all of the same alert.
type alertBallot struct {
	set        *avs.OperatorSet
	votes      map[int]avs.AlertVote
	signatures map[int]bls.Signature
	signers    avs.Bitmap
	weight     uint256.Int
}

func newAlertBallot(set *avs.OperatorSet) *alertBallot {
	return &alertBallot{set: set, votes: make(map[int]avs.AlertVote), signatures: make(map[int]bls.Signature), signers: avs.NewBitmap(set.Len())}
}

func (a *alertBallot) add(v avs.AlertVote, sig bls.Signature) {
	member := int(v.Member)
	weight := a.set.Member(member).Weight
	a.votes[member], a.signatures[member] = v, sig
	a.signers = a.signers.With(member)
	a.weight.Add(&a.weight, &weight)
}

// sorted are the votes by member.
func (a *alertBallot) sorted() []avs.AlertVote {
	out := make([]avs.AlertVote, 0, len(a.votes))
	for _, member := range slices.Sorted(maps.Keys(a.votes)) {
		out = append(out, a.votes[member])
	}
	return out
}

// certified sums the votes. Each was verified alone, so the sum needs no check of its own.
func (a *alertBallot) certified() (avs.CertifiedAlert, error) {
	votes, parts := a.sorted(), make([]bls.Signature, 0, len(a.signatures))
	for _, sig := range a.signatures {
		parts = append(parts, sig)
	}
	sum, err := bls.AggregateSignatures(parts)
	if err != nil {
		return avs.CertifiedAlert{}, fmt.Errorf("aggregate alert: %w", err)
	}
	return avs.CertifiedAlert{Alert: votes[0].Alert, Signers: a.signers, Signature: sum.Bytes()}, nil
}

// sequence is that of the newest certified alert. Callers hold mu, as of the next six.
func (b *Breaker) sequence() uint64 {
	if b.newest == nil {
		return 0
	}
	return b.newest.Alert.Sequence
}

// open are the votes for the next sequence.
func (b *Breaker) open() []avs.AlertVote {
	var out []avs.AlertVote
	for _, epoch := range slices.Sorted(maps.Keys(b.ballots)) {
		out = append(out, b.ballots[epoch].sorted()...)
	}
	return out
}

// explains tells whether a vote is of the newest alert: it comes too late to count, but says why.
func (b *Breaker) explains(v avs.AlertVote) bool { return b.newest != nil && v.Alert == b.newest.Alert }

// spoken tells whether the member's vote is known, this one or another.
func (b *Breaker) spoken(v avs.AlertVote) bool {
	if b.explains(v) {
		return slices.ContainsFunc(b.why, func(known avs.AlertVote) bool { return known.Member == v.Member })
	}
	ballot := b.ballots[v.Alert.Epoch]
	return ballot != nil && ballot.signers.Has(int(v.Member))
}

func (b *Breaker) sorted() []Trouble {
	out := make([]Trouble, 0, len(b.troubles))
	for source, report := range b.troubles {
		out = append(out, Trouble{source, report})
	}
	slices.SortFunc(out, func(x, y Trouble) int { return cmp.Compare(x.Source, y.Source) })
	return out
}

func (b *Breaker) tell() {
	close(b.changed)
	b.changed = make(chan struct{})
}

// wants tells whether this operator wants the state that the next sequence would bring, and what it has to report.
func (b *Breaker) wants() (avs.AlertReport, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	troubles := b.sorted()
	if b.sequence()%2 == 0 {
		if len(troubles) == 0 {
			return avs.AlertReport{}, false
		}
		return troubles[0].Report, true
	}
	switch {
	case len(troubles) > 0:
		return avs.AlertReport{}, false
	case b.resumed:
		return avs.AlertReport{Reason: "nothing is wrong here, says the operator"}, true
	}
	return avs.AlertReport{Reason: "nothing is wrong here any more"}, b.cfg.Clock.Since(b.calm) >= b.cfg.Quiet
}

// vote casts the own vote for the next sequence in the epoch in force, once, if it is wanted.
func (b *Breaker) vote(ctx context.Context, current *avs.OperatorSet) error {
	member := current.Index(b.cfg.Self)
	report, wanted := b.wants()
	if !wanted || member < 0 {
		return nil
	}
	b.mu.Lock()
	next := b.sequence() + 1
	ballot := b.ballots[current.Epoch()]
	voted := ballot != nil && ballot.signers.Has(member)
	b.mu.Unlock()
	if voted {
		return nil
	}
	if current.Key(member) != b.cfg.Signer.BLSPublicKey() {
		b.log.Warn("alert not signed: the set has another key for this operator", "epoch", current.Epoch())
		return nil
	}
	alert := avs.Alert{Rollup: b.cfg.Rollup.ID, Epoch: current.Epoch(), Sequence: next, Paused: next%2 == 1}
	v, sig, err := b.sign(ctx, avs.AlertVote{Alert: alert, Member: uint16(member), Report: report})
	if err != nil {
		if ctx.Err() == nil {
			b.log.Warn("alert not signed: trying again", "sequence", next, "epoch", current.Epoch(), "err", err)
		}
		return nil
	}
	counted, err := b.count(v, current, sig, true)
	if err != nil || !counted {
		return err
	}
	b.log.Warn("voted on the rollup's finality", "paused", alert.Paused, "sequence", next, "epoch", alert.Epoch, "number", report.Number, "reason", report.Reason)
	b.broadcast(ctx, v)
	return nil
}

// sign signs the alert through the guard, and the report, which nobody can be slashed for.
func (b *Breaker) sign(ctx context.Context, v avs.AlertVote) (avs.AlertVote, bls.Signature, error) {
	digest := v.Alert.Digest(b.cfg.Domain)
	sig, err := b.cfg.Signer.BLS(ctx, signer.Statement{Domain: GuardDomainAlert, Scope: v.Alert.GuardScope(), Position: v.Alert.Sequence, Digest: digest})
	if err != nil {
		return v, sig, err
	}
	report, err := b.cfg.Signer.UnslashableBLS(signer.PurposeAlertReport, v.Report.Digest(b.cfg.Domain, digest))
	v.Signature, v.ReportSignature = sig.Bytes(), report.Bytes()
	return v, sig, err
}

func (b *Breaker) broadcast(ctx context.Context, v avs.AlertVote) {
	if err := b.cfg.Network.Broadcast(ctx, b.topic, v.Encode()); err != nil && ctx.Err() == nil {
		b.log.Debug("broadcast alert: left to repetition", "sequence", v.Alert.Sequence, "err", err)
	}
}

// count keeps a verified vote and counts it; false if it came too late. The own vote is synced, since it is told.
func (b *Breaker) count(v avs.AlertVote, set *avs.OperatorSet, sig bls.Signature, own bool) (bool, error) {
	if err := b.records.addVote(v, own); err != nil {
		return false, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.spoken(v):
		return false, nil
	case b.explains(v):
		b.why = append(b.why, v)
		b.tell()
		return true, nil
	case v.Alert.Sequence != b.sequence()+1:
		return false, nil
	}
	ballot := b.ballots[v.Alert.Epoch]
	if ballot == nil {
		ballot = newAlertBallot(set)
		b.ballots[v.Alert.Epoch] = ballot
	}
	ballot.add(v, sig)
	b.tell()
	return true, nil
}

// errAlert is an alert that no honest operator sends.
var errAlert = errors.New("alert is not valid")

func (b *Breaker) handleVote(_ context.Context, _ avs.OperatorID, data []byte) (avs.Verdict, error) {
	v, err := avs.DecodeAlertVote(data)
	verdict := avs.Reject
	if err == nil {
		verdict, err = b.receive(v)
	}
	b.meters.received(verdict)
	return verdict, err
}

// receive judges a vote of a peer: cheap checks, then its two signatures, then counting.
func (b *Breaker) receive(v avs.AlertVote) (avs.Verdict, error) {
	if err := b.onTerms(v.Alert); err != nil {
		return avs.Reject, err
	}
	current, err := b.cfg.Sets.Current(b.set)
	if err != nil {
		return avs.Ignore, nil //nolint:nilerr // consensus has not begun here: nothing can be judged, nobody is to blame
	}
	set, known := b.cfg.Sets.At(b.set, v.Alert.Epoch)
	if !known || v.Alert.Epoch+epochsBehind < current.Epoch() {
		return avs.Ignore, nil
	}
	if int(v.Member) >= set.Len() {
		return avs.Reject, fmt.Errorf("%w: member %d of %d", errAlert, v.Member, set.Len())
	}
	b.mu.Lock()
	next := b.sequence() + 1
	b.behind = b.behind || v.Alert.Sequence > next // peers are asked at the next tick
	wanted := !b.spoken(v) && (v.Alert.Sequence == next || b.explains(v))
	b.mu.Unlock()
	if !wanted {
		return avs.Ignore, nil
	}
	sig, err := v.Verify(b.cfg.Domain, set)
	if err != nil {
		return avs.Reject, err
	}
	counted, err := b.count(v, set, sig, false)
	if err != nil || !counted {
		return avs.Ignore, err
	}
	b.log.Warn("operator votes on the rollup's finality", "operator", set.Member(int(v.Member)).Operator, "paused", v.Alert.Paused,
		"sequence", v.Alert.Sequence, "epoch", v.Alert.Epoch, "number", v.Report.Number, "reason", v.Report.Reason, "ours", v.Report.Ours, "theirs", v.Report.Theirs)
	wake(b.wakes)
	return avs.Accept, nil
}

// onTerms refuses an alert that nobody makes of this rollup.
func (b *Breaker) onTerms(a avs.Alert) error {
	switch {
	case a.Rollup != b.cfg.Rollup.ID:
		return fmt.Errorf("%w: rollup %s", errAlert, a.Rollup)
	case a.Sequence == 0:
		return fmt.Errorf("%w: sequence 0", errAlert)
	case a.Paused != (a.Sequence%2 == 1):
		return fmt.Errorf("%w: sequence %d cannot have paused %t", errAlert, a.Sequence, a.Paused)
	}
	return nil
}

// certify makes the alert of the first ballot that has a quorum.
func (b *Breaker) certify() error {
	b.mu.Lock()
	var found *alertBallot
	for _, epoch := range slices.Sorted(maps.Keys(b.ballots)) {
		if ballot := b.ballots[epoch]; ballot.set.Quorum(ballot.weight) {
			found = ballot
			break
		}
	}
	var c avs.CertifiedAlert
	var err error
	if found != nil {
		c, err = found.certified()
	}
	b.mu.Unlock()
	if found == nil {
		return nil
	}
	if err != nil {
		b.log.Error("certify alert", "err", err)
		return nil
	}
	return b.keep(c)
}

// keep writes a certified alert that is the next one, then makes it the state. It is verified, or summed of what was.
func (b *Breaker) keep(c avs.CertifiedAlert) error {
	b.keeping.Lock()
	defer b.keeping.Unlock()
	b.mu.Lock()
	next := b.sequence() + 1
	b.mu.Unlock()
	if c.Alert.Sequence != next {
		return nil
	}
	if err := b.records.addCertified(c); err != nil {
		return err
	}
	b.mu.Lock()
	b.newest, b.why, b.behind = &c, nil, false
	if ballot := b.ballots[c.Alert.Epoch]; ballot != nil {
		b.why = ballot.sorted()
	}
	b.ballots = make(map[avs.Epoch]*alertBallot)
	b.calm, b.resumed = b.cfg.Clock.Now(), false
	b.tell()
	b.mu.Unlock()
	b.meter()
	b.log.Warn("rollup's finality is "+map[bool]string{true: "paused", false: "resumed"}[c.Alert.Paused]+" by a quorum",
		"sequence", c.Alert.Sequence, "epoch", c.Alert.Epoch, "signers", c.Signers.Count())
	wake(b.wakes)
	return nil
}

// forget drops the votes of epochs that are too old to count.
func (b *Breaker) forget(current avs.Epoch) {
	b.mu.Lock()
	defer b.mu.Unlock()
	maps.DeleteFunc(b.ballots, func(epoch avs.Epoch, _ *alertBallot) bool { return epoch+epochsBehind < current })
}

// reload counts kept votes for the next sequence again. Their sets must be known, hence not before Run; what consensus
// does not have yet comes back from peers, and the own vote from the guard.
func (b *Breaker) reload() error {
	b.mu.Lock()
	next := b.sequence() + 1
	b.mu.Unlock()
	votes, err := b.records.votes(next)
	if err != nil {
		return err
	}
	for _, v := range votes {
		set, known := b.cfg.Sets.At(b.set, v.Alert.Epoch)
		if !known || int(v.Member) >= set.Len() {
			continue
		}
		sig, err := bls.SignatureFromBytes(v.Signature[:])
		if err != nil {
			return fmt.Errorf("read alert vote: %w", err)
		}
		if _, err := b.count(v, set, sig, false); err != nil {
			return err
		}
	}
	return nil
}
