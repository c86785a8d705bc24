package client

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"connectrpc.com/connect"

	tridentv1 "github.com/trident-network/trident/api/gen/trident/v1"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

const (
	askTimeout = 10 * time.Second // of a question to one operator
	startWait  = 2 * time.Second  // how long the first number is looked for at the others once one has told
	epochPoll  = time.Second      // between looks for an epoch that is not known yet
	maxPenalty = 40               // times PenaltyWait
)

// ErrOrder is a stream that does not ascend.
var ErrOrder = errors.New("stream is not in ascending order")

// operator is one of those that a Subscriber follows. follow runs on one goroutine.
type operator struct {
	*Client
	all *Subscriber

	mu      sync.Mutex
	asked   bool  // has told where it stands, or failed to
	newest  int64 // number that it stands at; -1: could not be asked
	down    error // why it cannot be used now; nil: it can, or was not tried yet
	penalty time.Duration
	until   time.Time // end of the penalty
}

// faultError is what an operator is to blame for, in contrast to what may happen to anybody.
type faultError struct{ err error }

func (f *faultError) Error() string { return f.err.Error() }
func (f *faultError) Unwrap() error { return f.err }

func (o *operator) trouble() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.down
}

func (o *operator) blame(err error) {
	o.all.fault(o.url, err)
	o.mu.Lock()
	defer o.mu.Unlock()
	o.penalty = min(max(2*o.penalty, o.all.cfg.PenaltyWait), maxPenalty*o.all.cfg.PenaltyWait)
	o.until = o.all.clock.Now().Add(o.penalty)
}

// follow keeps a stream open until ctx ends.
func (o *operator) follow(ctx context.Context) {
	pause := reconnectMin
	for ctx.Err() == nil {
		before := o.all.merge.position()
		err := o.session(ctx)
		if ctx.Err() != nil {
			return
		}
		if errors.Is(err, errIdle) {
			continue
		}
		var fault *faultError
		if errors.As(err, &fault) {
			o.blame(err)
		}
		if o.all.merge.position() != before {
			pause = reconnectMin
		}
		o.fail(err)
		o.mu.Lock()
		wait := max(pause, o.until.Sub(o.all.clock.Now()))
		o.mu.Unlock()
		if clock.Sleep(ctx, o.all.clock, wait) != nil {
			return
		}
		pause = min(2*pause, reconnectMax)
	}
}

// fail notes that the operator cannot be used.
func (o *operator) fail(err error) {
	o.mu.Lock()
	fresh := o.down == nil
	o.down = err
	if !o.asked {
		o.asked, o.newest = true, -1
	}
	o.mu.Unlock()
	if fresh {
		o.all.log.Info("operator cannot be used", "operator", o.url, "err", err)
		o.all.lost()
	}
}

func (o *operator) ready() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.down != nil {
		o.all.log.Info("operator can be used again", "operator", o.url)
	}
	o.down = nil
}

// errIdle is a stream that was given up because it was silent.
var errIdle = errors.New("stream is silent")

// session follows one stream until it ends; the error is never nil.
func (o *operator) session(ctx context.Context) error {
	if err := o.begin(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	idle := o.all.clock.AfterFunc(o.all.cfg.IdleWait, func() { cancel(errIdle) })
	defer idle.Stop()
	from := o.all.merge.position()
	stream, err := o.stream.StreamCertificates(ctx, connect.NewRequest(&tridentv1.StreamCertificatesRequest{Rollup: o.all.checker.Rollup().Hex(), FromNumber: from}))
	if err != nil {
		return fmt.Errorf("open stream: %w", err)
	}
	defer func() { _ = stream.Close() }() // it ended already, or is given up
	if err := o.alerts(ctx); err != nil {
		return err
	}
	o.ready()
	for idle.Reset(o.all.cfg.IdleWait); stream.Receive(); idle.Reset(o.all.cfg.IdleWait) {
		idle.Stop() // a check may wait for L1, or for a reader
		if from, err = o.receive(ctx, stream.Msg(), from); err != nil {
			return o.because(ctx, err)
		}
	}
	if err := stream.Err(); err != nil {
		return o.because(ctx, err)
	}
	return errors.New("the operator ended the stream")
}

// because prefers the reason why a context was cancelled.
func (o *operator) because(ctx context.Context, err error) error {
	if errors.Is(context.Cause(ctx), errIdle) {
		return errIdle
	}
	return err
}

// receive takes a message and returns the least number that may come next.
func (o *operator) receive(ctx context.Context, message *tridentv1.StreamCertificatesResponse, from uint64) (uint64, error) {
	if a := message.GetAlert(); a != nil {
		return from, o.takeAlert(ctx, a)
	}
	certificate, err := FromProto(message.GetCertificate())
	if err != nil {
		return from, &faultError{err}
	}
	number := certificate.Claim.Number
	if number < from {
		return from, &faultError{fmt.Errorf("%w: number %d, at least %d must come", ErrOrder, number, from)}
	}
	return number + 1, o.take(ctx, certificate)
}

// take checks a certificate, unless an equal one was checked, and hands it on.
func (o *operator) take(ctx context.Context, c avs.Certificate) error {
	m := o.all.merge
	for {
		todo, changed, err := m.look(c)
		switch {
		case err != nil:
			return &faultError{err}
		case todo == stepDrop:
			return nil
		case todo == stepWait:
			select {
			case <-changed:
				continue
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		set, err := o.all.checker.Check(ctx, c)
		if err == nil {
			for _, stale := range m.settle(c.Claim.Number, &checked{c, set, o.url}) {
				o.all.fault(stale.operator, fmt.Errorf("block %d: %w: epoch %d after %d", stale.certificate.Claim.Number, ErrStaleEpoch, stale.certificate.Claim.Epoch, c.Claim.Epoch))
			}
			return nil
		}
		m.settle(c.Claim.Number, nil)
		if !errors.Is(err, ErrFutureEpoch) {
			return checkFailed(err)
		}
		if err := o.awaitEpoch(ctx, c.Claim.Epoch); err != nil {
			return err
		}
	}
}

// checkFailed blames the operator, unless whoever is trusted could not be asked.
func checkFailed(err error) error {
	if errors.Is(err, errLookUp) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &faultError{err}
}

// awaitEpoch waits until an epoch is known to whoever is trusted.
func (o *operator) awaitEpoch(ctx context.Context, epoch avs.Epoch) error {
	deadline := o.all.clock.Now().Add(o.all.cfg.EpochWait)
	for {
		_, err := o.all.checker.OperatorSet(ctx, epoch)
		if err == nil {
			return nil
		}
		if !errors.Is(err, ErrFutureEpoch) {
			return checkFailed(err)
		}
		if !o.all.clock.Now().Before(deadline) {
			return &faultError{err}
		}
		if err := clock.Sleep(ctx, o.all.clock, epochPoll); err != nil {
			return err
		}
	}
}

// takeAlert checks an alert, unless it is old, and hands it on.
func (o *operator) takeAlert(ctx context.Context, message *tridentv1.Alert) error {
	alert, err := AlertFromProto(message)
	if err != nil {
		return &faultError{err}
	}
	for {
		news, err := o.all.merge.alertIsNews(alert.Alert)
		if err != nil {
			return &faultError{err}
		}
		if !news {
			return nil
		}
		set, err := o.all.checker.CheckAlert(ctx, alert)
		if err == nil {
			o.all.merge.raise(alert, set, o.url)
			return nil
		}
		if !errors.Is(err, ErrFutureEpoch) {
			return checkFailed(err)
		}
		if err := o.awaitEpoch(ctx, alert.Alert.Epoch); err != nil {
			return err
		}
	}
}

// alerts asks where the circuit breaker stands: what changed while no stream was open is not told by one.
func (o *operator) alerts(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	answer, err := o.stream.GetAlerts(ctx, connect.NewRequest(&tridentv1.GetAlertsRequest{Rollup: o.all.checker.Rollup().Hex()}))
	if connect.CodeOf(err) == connect.CodeUnimplemented {
		return nil
	}
	if err != nil {
		return err
	}
	if answer.Msg.GetAlert() == nil {
		return nil
	}
	return o.takeAlert(ctx, answer.Msg.GetAlert())
}

// ask asks for the certificate of one number.
func (o *operator) ask(ctx context.Context, number uint64) {
	o.mu.Lock()
	barred := o.all.clock.Now().Before(o.until)
	o.mu.Unlock()
	if barred {
		return
	}
	c, found, err := o.certificate(ctx, &tridentv1.GetCertificateRequest_Number{Number: number})
	if err == nil && found && c.Claim.Number != number {
		err = &faultError{fmt.Errorf("%w: asked for block %d, got %d", ErrOrder, number, c.Claim.Number)}
	}
	if err == nil && found {
		err = o.take(ctx, c)
	}
	var fault *faultError
	if errors.As(err, &fault) {
		o.blame(err)
	}
}

// certificate asks for one certificate; nil is the newest.
func (o *operator) certificate(ctx context.Context, number *tridentv1.GetCertificateRequest_Number) (avs.Certificate, bool, error) {
	ctx, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	request := &tridentv1.GetCertificateRequest{Rollup: o.all.checker.Rollup().Hex()}
	if number != nil {
		request.Block = number
	}
	answer, err := o.stream.GetCertificate(ctx, connect.NewRequest(request))
	if connect.CodeOf(err) == connect.CodeNotFound {
		return avs.Certificate{}, false, nil
	}
	if err != nil {
		return avs.Certificate{}, false, err
	}
	c, err := FromProto(answer.Msg.GetCertificate())
	if err != nil {
		return c, false, &faultError{err}
	}
	return c, true, nil
}

// begin finds the first number, where only what is new is wanted: the one after the newest that any operator can show.
func (o *operator) begin(ctx context.Context) error {
	if o.all.merge.position() != 0 {
		return nil
	}
	c, found, err := o.certificate(ctx, nil)
	if err != nil {
		return err
	}
	if found {
		for {
			if _, err = o.all.checker.Check(ctx, c); err == nil {
				break
			}
			if !errors.Is(err, ErrFutureEpoch) {
				return checkFailed(err)
			}
			if err := o.awaitEpoch(ctx, c.Claim.Epoch); err != nil {
				return err
			}
		}
		o.all.merge.baseline(c.Claim)
	}
	o.mu.Lock()
	o.asked, o.newest = true, int64(c.Claim.Number)
	o.mu.Unlock()
	return o.all.agreeOnStart(ctx)
}

// agreeOnStart waits until all operators have told where they stand, but not long for those that do not answer.
func (s *Subscriber) agreeOnStart(ctx context.Context) error {
	deadline := s.clock.NewTimer(startWait)
	defer deadline.Stop()
	poll := s.clock.NewTicker(reconnectMin)
	defer poll.Stop()
	for s.merge.position() == 0 {
		newest, all := s.standing()
		first := newest + 1
		if s.cfg.Newest {
			first = max(newest, 1)
		}
		if all {
			s.merge.start(first)
			return nil
		}
		select {
		case <-deadline.Chan():
			s.merge.start(first)
			return nil
		case <-poll.Chan():
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// standing is the highest number that an operator has shown, and whether all have told.
func (s *Subscriber) standing() (newest uint64, all bool) {
	all = true
	for _, o := range s.operators {
		o.mu.Lock()
		all = all && o.asked
		newest = max(newest, uint64(max(o.newest, 0)))
		o.mu.Unlock()
	}
	return newest, all
}
