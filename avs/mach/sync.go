package mach

import (
	"context"
	"fmt"

	"github.com/trident-network/trident/avs"
)

// Protocols by which peers pull what they miss. The names carry the rollup, since each rollup has a service of its own.
func (s *Service) certificatesProtocol() string {
	return "mach/certificates/" + avs.ShortID(s.cfg.Rollup.ID)
}

func (s *Service) serveCertificates(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
	r, err := decodePageRequest(request)
	if err != nil {
		return nil, err
	}
	_, tip := s.stream.gap()
	page, err := s.records.certificatesFrom(r.From, tip, int(r.Limit))
	if err != nil {
		return nil, err
	}
	return encodePage(page)
}

// syncState is what syncLoop remembers between ticks.
type syncState struct {
	ticks int
	seen  uint64 // highest number known at the last tick
	tip   uint64 // at the last tick
	next  int    // rotates through the peers
}

// syncLoop repeats own attestations and pulls what is missing, so that any loss heals and a halted network resumes.
func (s *Service) syncLoop(ctx context.Context) error {
	ticker := s.cfg.Clock.NewTicker(tickInterval)
	defer ticker.Stop()
	var st syncState
	s.pullCertificates(ctx, &st)
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.Chan():
		}
		if err := s.syncStep(ctx, &st); err != nil {
			return err
		}
	}
}

// syncStep is one tick. What has no certificate although it was known a tick ago lacks votes, or its certificate was
// lost.
func (s *Service) syncStep(ctx context.Context, st *syncState) error {
	st.ticks++
	published, tip := s.stream.gap()
	s.mu.Lock()
	head := s.tally.head
	s.mu.Unlock()
	if head > tip && tip == st.tip && st.ticks%resendTicks == 0 {
		if err := s.resend(ctx, tip, head); err != nil {
			return err
		}
	}
	missing, err := s.uncertified(published+1, st.seen)
	if err != nil {
		return err
	}
	if published < tip || len(missing) == maxWants || s.sawBeyond(tip) || st.ticks%idleSyncTicks == 0 {
		s.pullCertificates(ctx, st)
	}
	if len(missing) > 0 {
		s.pullMissing(ctx, st, missing)
	}
	st.tip, st.seen = tip, s.highest()
	return nil
}

// uncertified are the first numbers from..last without a certificate.
func (s *Service) uncertified(from, last uint64) ([]uint64, error) {
	var out []uint64
	for n := from; n <= last && len(out) < maxWants; n++ {
		_, found, err := s.stream.get(n)
		if err != nil {
			return nil, err
		}
		if !found {
			out = append(out, n)
		}
	}
	return out, nil
}

// highest is the highest number that was executed or certified here, or surely elsewhere.
func (s *Service) highest() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := max(s.tally.head, s.tally.tip)
	for n, h := range s.tally.heights {
		if n > out && h.honest() {
			out = n
		}
	}
	return out
}

// sawBeyond reports whether votes came for numbers far enough beyond the tip that their certificates must exist.
func (s *Service) sawBeyond(tip uint64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for n := range s.tally.heights {
		if n > tip+1 && n > s.tally.head {
			return true
		}
	}
	return false
}

// resend broadcasts own attestations of numbers without a certificate again, oldest first.
func (s *Service) resend(ctx context.Context, tip, head uint64) error {
	for n := tip + 1; n <= head && n <= tip+resendLimit; n++ {
		a, known, err := s.records.attestation(n, s.cfg.Self)
		if err != nil {
			return err
		}
		if !known {
			continue
		}
		if err := s.cfg.Network.Broadcast(ctx, s.topic, a.Encode()); err != nil {
			if ctx.Err() == nil {
				s.log.Debug("repeat attestation", "number", n, "err", err)
			}
			return nil
		}
	}
	return nil
}

// peers are at most peersAsked connected operators, others each time, and spread over the list: neighbours in it may
// share a lot, such as a data centre.
func (s *Service) peers(st *syncState) []avs.OperatorID {
	all := s.cfg.Network.Peers()
	if len(all) == 0 {
		return nil
	}
	out := make([]avs.OperatorID, 0, peersAsked)
	n := min(peersAsked, len(all))
	for i := range n {
		out = append(out, all[(st.next+i*len(all)/n)%len(all)])
	}
	st.next++
	return out
}

// pullCertificates asks peers for the certificates that follow the published ones, page after page. A later peer of the
// round is asked only for what comes after the answers of the earlier ones; the next round begins with another peer.
func (s *Service) pullCertificates(ctx context.Context, st *syncState) {
	published, _ := s.stream.gap()
	from := published + 1
	for _, peer := range s.peers(st) {
		for ctx.Err() == nil {
			page, err := pull(ctx, s.cfg.Network, pullRequest{peer, s.certificatesProtocol(), from}, avs.DecodeCertificate)
			if err != nil {
				s.log.Debug("pull certificates", "peer", peer, "from", from, "err", err)
				break
			}
			next, err := s.takePage(page, from)
			if err != nil {
				s.meters.received("bad_certificate")
				s.log.Warn("certificates of a peer refused", "peer", peer, "from", from, "err", err)
				break
			}
			if next == from || len(page) < pageSize {
				from = next
				break
			}
			from = next
		}
	}
}

// takePage queues the certificates of a page and tells the number to go on from: the same one if nothing was new.
func (s *Service) takePage(page []avs.Certificate, from uint64) (uint64, error) {
	for _, c := range page {
		if c.Claim.Number < from {
			return from, fmt.Errorf("%w: number %d, asked from %d on, ascending", errNotOurs, c.Claim.Number, from)
		}
		judged, err := s.acceptCertificate(c)
		if err != nil || !judged {
			return from, err
		}
		from = c.Claim.Number + 1
	}
	return from, nil
}

// pullRequest names a page of a peer.
type pullRequest struct {
	peer     avs.OperatorID
	protocol string
	from     uint64
}

func pull[T any](ctx context.Context, network avs.Network, r pullRequest, item func([]byte) (T, error)) ([]T, error) {
	request, err := pageRequest{From: r.from, Limit: pageSize}.encode()
	if err != nil {
		return nil, fmt.Errorf("encode page request: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	reply, err := network.Request(ctx, r.peer, r.protocol, request)
	if err != nil {
		return nil, err
	}
	return decodePage(reply, item)
}
