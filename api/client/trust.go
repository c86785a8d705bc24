package client

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// Sentinels of a check that is about more than one certificate or alert alone.
var (
	ErrOtherRollup = errors.New("it is of another rollup")
	ErrLevel       = errors.New("its verification level is below the one that is asked for")
	ErrFutureEpoch = errors.New("its epoch is not known yet to whoever is trusted")
	ErrPastEpoch   = errors.New("its epoch is before the trusted beginning")
	ErrStaleEpoch  = errors.New("its epoch is older than that of what came before")
	ErrNoRollup    = errors.New("rollup is not known to whoever is trusted")
	ErrNoBeginning = errors.New("no operator could give the genesis sets")
	errLookUp      = errors.New("look up operator set")
)

// Trust is where operator sets come from that may be believed. TrustL1 and TrustGenesis make one.
type Trust interface {
	// open finds the rollup. Operators may be asked, but are not believed; report takes what one of them got wrong.
	open(ctx context.Context, rollup string, operators []*Client, report func(operator string, err error)) (setSource, error)
}

// setSource knows the MACH sets of one rollup.
type setSource interface {
	terms() terms
	// set is the MACH set of an epoch; ErrFutureEpoch or ErrPastEpoch when it is not known, any other error when whoever is
	// trusted cannot be asked now.
	set(ctx context.Context, epoch avs.Epoch) (*avs.OperatorSet, error)
	close()
}

// terms are what is fixed about a rollup.
type terms struct {
	domain avs.Domain
	rollup avs.RollupID
	mach   avs.SetID
	level  avs.Level // least level of verification
}

// TrustGenesis trusts a beginning and follows the sets from there by hand-offs, which any operator may serve. If the
// beginning has only the hash of its sets, an operator gives the sets.
func TrustGenesis(g Genesis) Trust { return genesisTrust{g} }

type genesisTrust struct{ genesis Genesis }

func (t genesisTrust) open(ctx context.Context, rollup string, operators []*Client, report func(string, error)) (setSource, error) {
	domain, err := t.genesis.Domain.Value()
	if err != nil {
		return nil, err
	}
	found, err := t.rollup(rollup)
	if err != nil {
		return nil, err
	}
	sets, number, err := t.begin(ctx, operators, report)
	if err != nil {
		return nil, err
	}
	history, err := avs.NewSetHistory(domain, number, sets)
	if err != nil {
		return nil, err
	}
	s := &handOffSource{fixed: terms{domain: domain, rollup: found.ID, mach: avs.SetID(found.MachSet)}, operators: operators,
		report: report, history: history}
	if first, known := history.Current(s.fixed.mach); known {
		s.first = first.Epoch()
	}
	return s, nil
}

// rollup finds a rollup by id or name.
func (t genesisTrust) rollup(word string) (RollupSet, error) {
	var found []RollupSet
	var names []string
	for _, r := range t.genesis.Rollups {
		if strings.EqualFold(word, r.ID.Hex()) || word == r.Name {
			found = append(found, r)
		}
		names = append(names, r.Name)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return RollupSet{}, fmt.Errorf("%w: %q; known are: %s", ErrNoRollup, word, strings.Join(names, ", "))
	}
	return RollupSet{}, fmt.Errorf("%w: %d rollups are named %q: give the id", ErrNoRollup, len(found), word)
}

// begin is the trusted sets and the L1 block that they are of.
func (t genesisTrust) begin(ctx context.Context, operators []*Client, report func(string, error)) ([]*avs.OperatorSet, uint64, error) {
	if len(t.genesis.OperatorSets) > 0 {
		sets, err := t.genesis.Sets()
		return sets, uint64(t.genesis.L1Block), err
	}
	var failed []error
	for _, o := range operators {
		answer, err := askFor(ctx, o.Genesis)
		if err == nil {
			answer.Hash = t.genesis.Hash // the trusted one
			var sets []*avs.OperatorSet
			if sets, err = answer.Sets(); err == nil {
				// The number is the operator's word. Too low it lets no old hand-off in, since epochs only rise.
				return sets, uint64(answer.L1Block), nil
			}
			report(o.url, err)
		}
		failed = append(failed, fmt.Errorf("%s: %w", o.url, err))
	}
	return nil, 0, fmt.Errorf("%w: %w", ErrNoBeginning, errors.Join(failed...))
}

// askFor asks one operator and gives it some time.
func askFor[T any](ctx context.Context, ask func(context.Context) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	return ask(ctx)
}

// handOffSource follows hand-offs.
type handOffSource struct {
	fixed     terms
	first     avs.Epoch // of the MACH set in the beginning; 0 if it had none
	operators []*Client
	report    func(string, error)
	history   *avs.SetHistory

	mu   sync.Mutex // one at a time asks
	best int        // index of the operator that answered last
}

func (s *handOffSource) terms() terms { return s.fixed }
func (s *handOffSource) close()       {}

func (s *handOffSource) set(ctx context.Context, epoch avs.Epoch) (*avs.OperatorSet, error) {
	if set, known := s.history.At(s.fixed.mach, epoch); known {
		return set, nil
	}
	if epoch == 0 || epoch < s.first {
		return nil, fmt.Errorf("%w: epoch %d, it begins with %d", ErrPastEpoch, epoch, s.first)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	var failed []error
	asked := false
	for first, i := s.best, 0; i < len(s.operators); i++ {
		which := (first + i) % len(s.operators)
		if set, known := s.history.At(s.fixed.mach, epoch); known {
			return set, nil
		}
		if err := s.follow(ctx, s.operators[which]); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", s.operators[which].url, err))
			continue
		}
		asked, s.best = true, which
	}
	if set, known := s.history.At(s.fixed.mach, epoch); known {
		return set, nil
	}
	if !asked {
		return nil, fmt.Errorf("ask for hand-offs: %w", errors.Join(failed...))
	}
	newest, known := s.history.Current(s.fixed.mach)
	if known && epoch < newest.Epoch() {
		return nil, fmt.Errorf("%w: epoch %d was handed over to nobody", ErrPastEpoch, epoch)
	}
	return nil, fmt.Errorf("%w: epoch %d after hand-offs up to l1 block %d", ErrFutureEpoch, epoch, s.history.Number())
}

// follow applies all hand-offs that an operator has beyond those known.
func (s *handOffSource) follow(ctx context.Context, o *Client) error {
	for {
		page, err := askFor(ctx, func(ctx context.Context) ([]HandOff, error) { return o.HandOffs(ctx, s.history.Number()+1) })
		if err != nil || len(page) == 0 {
			return err
		}
		for _, h := range page {
			if err := s.apply(h); err != nil {
				s.report(o.url, err)
				return err
			}
		}
	}
}

func (s *handOffSource) apply(h HandOff) error {
	value, err := h.Value()
	if err != nil {
		return err
	}
	if digest := value.View.Digest(s.fixed.domain); digest != h.Digest {
		return fmt.Errorf("follow hand-off of l1 block %d: %w", value.View.Number, ErrHandOffDigest)
	}
	return s.history.Apply(value)
}

// Checker checks certificates and alerts of one rollup. It learns operator sets from a Trust when they are needed and keeps
// them. Safe for concurrent use.
type Checker struct {
	source    setSource
	operators []*Client
	level     avs.Level

	mu    sync.RWMutex
	known map[avs.Epoch]*avs.OperatorSet
}

// NewChecker makes a checker of a rollup, by id or name, that refuses certificates below a level. The operators at the
// URLs are asked for hand-offs and are not believed; with TrustL1 none is needed.
func NewChecker(ctx context.Context, trust Trust, rollup string, level avs.Level, apis ...string) (*Checker, error) {
	operators, err := dialAll(ctx, apis)
	if err != nil {
		return nil, err
	}
	c, err := newChecker(ctx, trust, rollup, level, operators, func(string, error) {})
	if err != nil {
		closeAll(operators)
		return nil, err
	}
	c.operators = operators
	return c, nil
}

func newChecker(ctx context.Context, trust Trust, rollup string, level avs.Level, operators []*Client, report func(string, error)) (*Checker, error) {
	source, err := trust.open(ctx, rollup, operators, report)
	if err != nil {
		return nil, err
	}
	return &Checker{source: source, level: max(level, source.terms().level), known: map[avs.Epoch]*avs.OperatorSet{}}, nil
}

func dialAll(ctx context.Context, apis []string) ([]*Client, error) {
	var all []*Client
	for _, url := range slices.Compact(slices.Sorted(slices.Values(apis))) {
		c, err := Dial(ctx, url)
		if err != nil {
			closeAll(all)
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

func closeAll(all []*Client) {
	for _, c := range all {
		c.Close()
	}
}

// Close ends idle connections.
func (c *Checker) Close() {
	c.source.close()
	closeAll(c.operators)
}

// Domain is the EIP-712 domain of everything that is signed.
func (c *Checker) Domain() avs.Domain { return c.source.terms().domain }

// Rollup is the id of the rollup.
func (c *Checker) Rollup() avs.RollupID { return c.source.terms().rollup }

// OperatorSet is the MACH set of the rollup at an epoch.
func (c *Checker) OperatorSet(ctx context.Context, epoch avs.Epoch) (*avs.OperatorSet, error) {
	c.mu.RLock()
	set := c.known[epoch]
	c.mu.RUnlock()
	if set != nil {
		return set, nil
	}
	set, err := c.source.set(ctx, epoch)
	switch {
	case errors.Is(err, ErrFutureEpoch), errors.Is(err, ErrPastEpoch):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errLookUp, err)
	}
	c.mu.Lock()
	c.known[epoch] = set
	c.mu.Unlock()
	return set, nil
}

// Check checks a certificate and returns the operator set that signed it.
func (c *Checker) Check(ctx context.Context, certificate avs.Certificate) (*avs.OperatorSet, error) {
	claim, t := certificate.Claim, c.source.terms()
	if claim.Rollup != t.rollup {
		return nil, fmt.Errorf("check certificate: %w: %s", ErrOtherRollup, claim.Rollup)
	}
	if claim.BlockHash == (common.Hash{}) {
		return nil, fmt.Errorf("check certificate of block %d: block hash: %w", claim.Number, ErrShape)
	}
	if claim.Level < c.level {
		return nil, fmt.Errorf("check certificate of block %d: %w: %d, not %d", claim.Number, ErrLevel, claim.Level, c.level)
	}
	set, err := c.OperatorSet(ctx, claim.Epoch)
	if err != nil {
		return nil, err
	}
	if err := certificate.Verify(t.domain, set); err != nil {
		return nil, fmt.Errorf("block %d: %w", claim.Number, err)
	}
	return set, nil
}

// CheckJSON checks a certificate as it stands in JSON: its digest and repeated epoch too.
func (c *Checker) CheckJSON(ctx context.Context, certificate Certificate) (*avs.OperatorSet, error) {
	value, err := certificate.Value()
	if err != nil {
		return nil, err
	}
	if certificate.Epoch != certificate.Claim.Epoch {
		return nil, fmt.Errorf("check certificate: %w: %d, not %d", ErrEpochField, uint64(certificate.Epoch), uint64(certificate.Claim.Epoch))
	}
	if digest := value.Claim.Digest(c.Domain()); digest != certificate.Digest {
		return nil, fmt.Errorf("check certificate: %w: %s, not %s", ErrDigest, certificate.Digest, digest)
	}
	return c.Check(ctx, value)
}

// CheckAlert checks a certified alert and returns the operator set that signed it.
func (c *Checker) CheckAlert(ctx context.Context, alert avs.CertifiedAlert) (*avs.OperatorSet, error) {
	t := c.source.terms()
	if alert.Alert.Rollup != t.rollup {
		return nil, fmt.Errorf("check alert: %w: %s", ErrOtherRollup, alert.Alert.Rollup)
	}
	set, err := c.OperatorSet(ctx, alert.Alert.Epoch)
	if err != nil {
		return nil, err
	}
	return set, verifyAlert(t.domain, set, alert)
}
