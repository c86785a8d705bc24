package mach

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// protocol is how peers pull alerts and votes that they miss.
func (b *Breaker) protocol() string { return "alert/state/" + avs.ShortID(b.cfg.Rollup.ID) }

// alertRequest asks for the certified alerts from a sequence on, and for votes for what comes after the newest.
type alertRequest struct {
	From  uint64
	Epoch avs.Epoch  // of Have
	Have  avs.Bitmap // members whose votes for From the asker has
}

// alertReply answers with both, encoded one by one.
type alertReply struct {
	Alerts [][]byte
	Votes  [][]byte
}

func decodeAlertMessage[T any](data []byte, limit int) (T, error) {
	var v T
	if len(data) > limit {
		return v, fmt.Errorf("decode alerts: %w: %d bytes, at most %d", avs.ErrEncoding, len(data), limit)
	}
	if err := rlp.DecodeBytes(data, &v); err != nil {
		return v, fmt.Errorf("decode alerts: %w: %w", avs.ErrEncoding, err)
	}
	return v, nil
}

func (b *Breaker) serve(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
	r, err := decodeAlertMessage[alertRequest](request, maxAlertRequest)
	if err != nil {
		return nil, err
	}
	alerts, err := b.records.certifiedFrom(r.From, alertPage)
	if err != nil {
		return nil, err
	}
	var reply alertReply
	for _, c := range alerts {
		reply.Alerts = append(reply.Alerts, c.Encode())
	}
	b.mu.Lock()
	votes, next := b.open(), b.sequence()+1
	if r.From < next { // the asker does not have the newest alert, nor why
		votes = slices.Concat(b.why, votes)
	}
	b.mu.Unlock()
	for _, v := range votes {
		had := next == r.From && v.Alert.Epoch == r.Epoch && r.Have.Has(int(v.Member))
		if !had && len(reply.Votes) < alertVotePage {
			reply.Votes = append(reply.Votes, v.Encode())
		}
	}
	return rlp.EncodeToBytes(reply)
}

// syncLoop repeats the own vote and asks peers, so that any loss heals.
func (b *Breaker) syncLoop(ctx context.Context) error {
	ticker := b.cfg.Clock.NewTicker(tickInterval)
	defer ticker.Stop()
	if err := b.pull(ctx, 0); err != nil {
		return err
	}
	for ticks := 1; ; ticks++ {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.Chan():
		}
		b.mu.Lock()
		busy := len(b.ballots) > 0 || b.behind
		b.behind = false
		b.mu.Unlock()
		if busy && ticks%resendTicks == 0 {
			b.resend(ctx)
		}
		if busy || ticks%idleSyncTicks == 0 {
			if err := b.pull(ctx, ticks); err != nil {
				return err
			}
		}
	}
}

// resend sends the own open vote again, while it is still what this operator wants.
func (b *Breaker) resend(ctx context.Context) {
	if _, wanted := b.wants(); !wanted {
		return
	}
	b.mu.Lock()
	votes := b.open()
	b.mu.Unlock()
	for _, v := range votes {
		set, known := b.cfg.Sets.At(b.set, v.Alert.Epoch)
		if known && int(v.Member) == set.Index(b.cfg.Self) {
			b.broadcast(ctx, v)
		}
	}
}

// pull asks some peers, others each time, for what is missing here.
func (b *Breaker) pull(ctx context.Context, ticks int) error {
	peers := b.cfg.Network.Peers()
	for i := range min(peersAsked, len(peers)) {
		if err := b.pullFrom(ctx, peers[(ticks+i)%len(peers)]); err != nil {
			return err
		}
	}
	return nil
}

// pullFrom takes what a peer has; an error is the store's.
func (b *Breaker) pullFrom(ctx context.Context, peer avs.OperatorID) error {
	reply, err := b.ask(ctx, peer)
	if err != nil {
		b.log.Debug("pull alerts", "peer", peer, "err", err)
		return nil
	}
	for _, data := range reply.Alerts {
		taken, err := b.take(data)
		if err != nil {
			b.log.Warn("certified alert of a peer refused", "peer", peer, "err", err)
			return nil
		}
		if taken == nil {
			continue
		}
		if err := b.keep(*taken); err != nil {
			return err
		}
	}
	for _, data := range reply.Votes {
		v, err := avs.DecodeAlertVote(data)
		verdict := avs.Reject
		if err == nil {
			verdict, err = b.receive(v)
		}
		if verdict == avs.Reject {
			b.log.Warn("alert vote of a peer refused", "peer", peer, "err", err)
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *Breaker) ask(ctx context.Context, peer avs.OperatorID) (alertReply, error) {
	b.mu.Lock()
	r := alertRequest{From: b.sequence() + 1}
	for epoch, ballot := range b.ballots {
		if epoch >= r.Epoch {
			r.Epoch, r.Have = epoch, ballot.signers
		}
	}
	b.mu.Unlock()
	request, err := rlp.EncodeToBytes(r)
	if err != nil {
		return alertReply{}, fmt.Errorf("encode alert request: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	data, err := b.cfg.Network.Request(ctx, peer, b.protocol(), request)
	if err != nil {
		return alertReply{}, err
	}
	return decodeAlertMessage[alertReply](data, maxReplySize)
}

// take checks a certified alert of a peer; nil if it is not the next one, or cannot be judged here yet. Earlier epochs
// are good enough here, since the alert may have been made long ago; L1 takes none that is more than one behind.
func (b *Breaker) take(data []byte) (*avs.CertifiedAlert, error) {
	c, err := avs.DecodeCertifiedAlert(data)
	if err != nil {
		return nil, err
	}
	if err := b.onTerms(c.Alert); err != nil {
		return nil, err
	}
	b.mu.Lock()
	next, least := b.sequence()+1, avs.Epoch(0)
	if b.newest != nil {
		least = b.newest.Alert.Epoch
	}
	b.mu.Unlock()
	set, known := b.cfg.Sets.At(b.set, c.Alert.Epoch)
	if !known || c.Alert.Sequence != next {
		return nil, nil //nolint:nilnil // the third answer, see the doc comment
	}
	if c.Alert.Epoch+epochsBehind < least {
		return nil, fmt.Errorf("%w: epoch %d after %d", errAlert, c.Alert.Epoch, least)
	}
	if err := c.Verify(b.cfg.Domain, set); err != nil {
		return nil, err
	}
	return &c, nil
}
