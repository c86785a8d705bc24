package mach

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
)

// ViewsConfig is what Views is made of; everything but Log and Metrics is needed.
type ViewsConfig struct {
	Domain  avs.Domain
	Self    avs.OperatorID
	Sets    avs.OperatorSets
	Network avs.Network
	Signer  Signer
	Orderer avs.Submitter
	// Applied is the L1 block of the last view that consensus applied.
	Applied func() uint64
	// Candidates brings what this operator reads at finalised L1 blocks whose numbers are fixed by rule: one view for a
	// number, numbers ascending, each made after the one before was applied.
	Candidates <-chan avs.L1View
	Clock      clock.Clock
	Log        *slog.Logger
	Metrics    *metrics.Registry
}

// Check names the first thing that is missing.
func (c ViewsConfig) Check() error {
	for _, part := range []struct {
		name    string
		missing bool
	}{
		{"operator", c.Self == (avs.OperatorID{})}, {"operator sets", c.Sets == nil}, {"network", c.Network == nil},
		{"signer", c.Signer == nil}, {"orderer", c.Orderer == nil}, {"applied views", c.Applied == nil}, {"candidates", c.Candidates == nil}, {"clock", c.Clock == nil},
	} {
		if part.missing {
			return fmt.Errorf("%w: %s", ErrConfig, part.name)
		}
	}
	return nil
}

// Views has the ordering set certify what L1 says, and hands the certified view to consensus. The own candidate stands
// until consensus shows that it was applied; everything is repeated until then. At most one candidate is open: a newer
// one replaces it.
type Views struct {
	cfg ViewsConfig
	log *slog.Logger

	votes    *prometheus.CounterVec // verdict
	mismatch prometheus.Counter
	applied  prometheus.Gauge

	mu     sync.Mutex
	ballot *ballot
	open   *candidateView // nil when there is nothing to certify

	wakes chan struct{}
}

// candidateView is the own view on its way into consensus.
type candidateView struct {
	view   avs.L1View
	digest common.Hash
	signed bool
	ticks  int // since a quorum was seen
	warned bool
}

// NewViews starts nothing.
func NewViews(cfg ViewsConfig) (*Views, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	m := cfg.Metrics.Sub("l1view")
	return &Views{
		cfg: cfg, log: cfg.Log.With("component", "l1view"), ballot: newBallot(), wakes: make(chan struct{}, 1),
		votes:    m.CounterVec("votes_total", "Votes on L1 views received, by what was made of them.", "verdict"),
		mismatch: m.Counter("mismatches_total", "L1 views that a quorum certified and this operator reads otherwise."),
		applied:  m.Gauge("applied_block", "L1 block number of the newest own view that consensus applied."),
	}, nil
}

const (
	viewTopic    = "l1view"
	viewProtocol = "l1view/votes"
)

// Run works until ctx ends.
func (v *Views) Run(ctx context.Context) error {
	if err := v.cfg.Network.Handle(viewTopic, maxViewVote, v.handleVote); err != nil {
		return fmt.Errorf("run l1 views: %w", err)
	}
	v.cfg.Network.Serve(viewProtocol, maxRequestSize, maxReplySize, v.serveVotes)
	ticker := v.cfg.Clock.NewTicker(tickInterval)
	defer ticker.Stop()
	candidates, ticks := v.cfg.Candidates, 0
	for {
		tick := false
		select {
		case <-ctx.Done():
			return nil
		case view, more := <-candidates:
			if !more {
				candidates = nil
				continue
			}
			v.take(view)
		case <-v.wakes:
		case <-ticker.Chan():
			tick = true
			ticks++
		}
		v.step(ctx, tick, ticks)
	}
}

// take opens a candidate.
func (v *Views) take(view avs.L1View) {
	v.mu.Lock()
	defer v.mu.Unlock()
	digest := view.Digest(v.cfg.Domain)
	if v.open != nil && (v.open.digest == digest || v.open.view.Number > view.Number) {
		return
	}
	v.open = &candidateView{view: view, digest: digest}
}

// step compares what is with what should be, and does the next thing for it.
func (v *Views) step(ctx context.Context, tick bool, ticks int) {
	v.mu.Lock()
	c := v.open
	v.mu.Unlock()
	if c == nil {
		return
	}
	if v.cfg.Applied() >= c.view.Number { // it, or a later one, after which it is void
		v.close(c)
		return
	}
	ordering, err := v.cfg.Sets.Current(avs.OrderingSet)
	if err != nil {
		v.log.Debug("certify l1 view: no ordering set yet", "err", err)
		return
	}
	repeat := tick && ticks%resendTicks == 0
	if !c.signed || repeat {
		v.vote(ctx, c, ordering)
	}
	if tick {
		v.pullVotes(ctx, ticks, c.view.Number)
	}
	v.submit(ctx, c, ordering, tick)
}

func (v *Views) close(c *candidateView) {
	v.mu.Lock()
	v.ballot.forget(c.view.Number)
	if v.open == c {
		v.open = nil
	}
	v.mu.Unlock()
	v.applied.Set(float64(c.view.Number))
	v.log.Info("l1 view applied", "l1_block", c.view.Number, "sets", len(c.view.Sets))
}

// vote signs the own view through the guard, counts and sends the vote. Signing again gives the same signature.
func (v *Views) vote(ctx context.Context, c *candidateView, ordering *avs.OperatorSet) {
	member := ordering.Index(v.cfg.Self)
	if member < 0 || ordering.Key(member) != v.cfg.Signer.BLSPublicKey() {
		c.signed = true // not ours to sign; votes are still collected
		return
	}
	sig, err := v.cfg.Signer.BLS(ctx, signer.Statement{Domain: GuardDomainView, Position: c.view.Number, Digest: c.digest})
	if err != nil {
		c.signed = refused(err)
		v.log.Warn("l1 view not signed", "l1_block", c.view.Number, "err", err)
		return
	}
	c.signed = true
	vote := avs.ViewVote{Number: c.view.Number, Digest: c.digest, Epoch: ordering.Epoch(), Member: uint16(member), Signature: sig.Bytes()}
	v.mu.Lock()
	v.ballot.count(v.cfg.Self, ballotVote{vote, ordering.Key(member), sig})
	v.mu.Unlock()
	if err := v.cfg.Network.Broadcast(ctx, viewTopic, vote.Encode()); err != nil && ctx.Err() == nil {
		v.log.Debug("broadcast l1 view vote: left to repetition", "err", err)
	}
}

// submit hands the certified view to consensus. Operators take turns by a short stagger, so that usually one does.
func (v *Views) submit(ctx context.Context, c *candidateView, ordering *avs.OperatorSet, tick bool) {
	v.mu.Lock()
	result, found := v.ballot.quorum(c.view.Number, ordering)
	v.mu.Unlock()
	if !found {
		return
	}
	if result.digest != c.digest {
		if !c.warned {
			c.warned = true
			v.mismatch.Inc()
			v.log.Error("a quorum reads L1 otherwise: check the L1 node", "l1_block", c.view.Number, "l1_block_hash", c.view.BlockHash)
		}
		return
	}
	if tick {
		c.ticks++
	}
	if c.ticks < v.turn(ordering, c.view.Number) {
		return
	}
	certified := avs.CertifiedL1View{View: c.view, Signers: result.signers, Signature: result.signature.Bytes()}
	if err := v.cfg.Orderer.Submit(ctx, avs.Tx{L1View: &certified}); err != nil && ctx.Err() == nil {
		v.log.Debug("submit l1 view: trying again until it is applied", "l1_block", c.view.Number, "err", err)
	}
}

// turn is how many ticks after a quorum this operator submits. The members rotate with the L1 block number; it is mixed
// first, since all numbers are multiples of the network's view interval.
func (v *Views) turn(ordering *avs.OperatorSet, number uint64) int {
	member := ordering.Index(v.cfg.Self)
	if member < 0 {
		return submitStagger
	}
	n := uint64(ordering.Len())
	const mix = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio: Fibonacci hashing (Knuth, TAOCP vol. 3, 6.4)
	first := (number * mix >> 32) % n
	return int(min((uint64(member)+n-first)%n, submitStagger))
}

// errVote is a vote that no honest operator sends.
var errVote = errors.New("l1 view vote is not valid")

func (v *Views) handleVote(ctx context.Context, _ avs.OperatorID, data []byte) (avs.Verdict, error) {
	vote, err := avs.DecodeViewVote(data)
	verdict := avs.Reject
	if err == nil {
		verdict, err = v.receive(ctx, vote)
	}
	v.votes.WithLabelValues([...]string{"accept", "ignore", "reject"}[verdict]).Inc()
	return verdict, err
}

func (v *Views) receive(_ context.Context, vote avs.ViewVote) (avs.Verdict, error) {
	current, err := v.cfg.Sets.Current(avs.OrderingSet)
	if err != nil {
		return avs.Ignore, nil //nolint:nilerr // consensus has not begun here: nothing can be judged, nobody is to blame
	}
	set, known := v.cfg.Sets.At(avs.OrderingSet, vote.Epoch)
	if !known || vote.Epoch != current.Epoch() {
		return avs.Ignore, nil
	}
	if int(vote.Member) >= set.Len() {
		return avs.Reject, fmt.Errorf("%w: member %d of %d", errVote, vote.Member, set.Len())
	}
	operator := set.Member(int(vote.Member)).Operator
	v.mu.Lock()
	wanted := v.ballot.wants(vote.Number, operator)
	v.mu.Unlock()
	if !wanted {
		return avs.Ignore, nil
	}
	sig, err := bls.SignatureFromBytes(vote.Signature[:])
	if err != nil {
		return avs.Reject, fmt.Errorf("%w: %w", errVote, err)
	}
	if !set.Key(int(vote.Member)).Verify(vote.Digest, sig) {
		return avs.Reject, fmt.Errorf("%w: signature of member %d", errVote, vote.Member)
	}
	v.mu.Lock()
	counted := v.ballot.count(operator, ballotVote{vote, set.Key(int(vote.Member)), sig})
	v.mu.Unlock()
	if !counted {
		return avs.Ignore, nil
	}
	wake(v.wakes)
	return avs.Accept, nil
}

func (v *Views) serveVotes(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
	r, err := decodePageRequest(request)
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	votes := v.ballot.votes(r.From, int(r.Limit))
	v.mu.Unlock()
	return encodePage(votes)
}

// pullVotes asks some peers for what was lost on the way.
func (v *Views) pullVotes(ctx context.Context, ticks int, from uint64) {
	peers := v.cfg.Network.Peers()
	for i := range min(peersAsked, len(peers)) {
		votes, err := pull(ctx, v.cfg.Network, pullRequest{peers[(ticks+i)%len(peers)], viewProtocol, from}, avs.DecodeViewVote)
		if err != nil {
			v.log.Debug("pull l1 view votes", "err", err)
			continue
		}
		for _, vote := range votes {
			if verdict, err := v.receive(ctx, vote); verdict == avs.Reject {
				v.log.Warn("l1 view vote of a peer refused", "err", err)
				break
			}
		}
	}
}
