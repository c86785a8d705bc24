package mach

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// want asks a peer for what is missing of one number: its certificate, or else the attestations that are not here. Of
// the claims in Lacks only those of the marked members are sent; of others all.
type want struct {
	Number uint64
	Lacks  []lack
}

// lack marks the members of the claim's operator set that were not heard of.
type lack struct {
	Digest  common.Hash // of the claim
	Members avs.Bitmap
}

func encodeWants(wants []want) ([]byte, error) { return rlp.EncodeToBytes(wants) }

// decodeWants refuses what no honest peer asks: too much, or numbers that do not ascend.
func decodeWants(data []byte) ([]want, error) {
	var wants []want
	if len(data) > maxWantSize {
		return nil, fmt.Errorf("decode wants: %w: %d bytes, at most %d", avs.ErrEncoding, len(data), maxWantSize)
	}
	if err := rlp.DecodeBytes(data, &wants); err != nil {
		return nil, fmt.Errorf("decode wants: %w: %w", avs.ErrEncoding, err)
	}
	if len(wants) > maxWants {
		return nil, fmt.Errorf("decode wants: %w: %d numbers, at most %d", avs.ErrEncoding, len(wants), maxWants)
	}
	for i, w := range wants {
		if w.Number == 0 || i > 0 && w.Number <= wants[i-1].Number {
			return nil, fmt.Errorf("decode wants: %w: numbers must ascend", avs.ErrEncoding)
		}
		if len(w.Lacks) > maxLacks {
			return nil, fmt.Errorf("decode wants: %w: %d claims, at most %d", avs.ErrEncoding, len(w.Lacks), maxLacks)
		}
		for _, l := range w.Lacks {
			if len(l.Members) > avs.MaxMembers/8 {
				return nil, fmt.Errorf("decode wants: %w: bitmap of %d bytes", avs.ErrEncoding, len(l.Members))
			}
		}
	}
	return wants, nil
}

// supply is the answer to wants: two lists of encoded items, as many as a page together.
type supply struct {
	certificates []avs.Certificate
	attestations []avs.Attestation
}

func (s supply) full() bool { return len(s.certificates)+len(s.attestations) >= pageSize }

func (s supply) encode() ([]byte, error) {
	var lists [2][][]byte
	for _, c := range s.certificates {
		lists[0] = append(lists[0], c.Encode())
	}
	for _, a := range s.attestations {
		lists[1] = append(lists[1], a.Encode())
	}
	return rlp.EncodeToBytes(lists[:])
}

func decodeSupply(data []byte) (supply, error) {
	var lists [][][]byte
	var out supply
	if len(data) > maxReplySize {
		return out, fmt.Errorf("decode supply: %w: %d bytes, at most %d", avs.ErrEncoding, len(data), maxReplySize)
	}
	if err := rlp.DecodeBytes(data, &lists); err != nil {
		return out, fmt.Errorf("decode supply: %w: %w", avs.ErrEncoding, err)
	}
	if len(lists) != 2 || len(lists[0])+len(lists[1]) > pageSize {
		return out, fmt.Errorf("decode supply: %w: not two lists of at most %d items", avs.ErrEncoding, pageSize)
	}
	for _, e := range lists[0] {
		c, err := avs.DecodeCertificate(e)
		if err != nil {
			return supply{}, err
		}
		out.certificates = append(out.certificates, c)
	}
	for _, e := range lists[1] {
		a, err := avs.DecodeAttestation(e)
		if err != nil {
			return supply{}, err
		}
		out.attestations = append(out.attestations, a)
	}
	return out, nil
}

func (s *Service) wantsProtocol() string { return "mach/wants/" + avs.ShortID(s.cfg.Rollup.ID) }

func (s *Service) serveWants(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
	wants, err := decodeWants(request)
	if err != nil {
		return nil, err
	}
	var out supply
	for _, w := range wants {
		if out.full() {
			break
		}
		c, certified, err := s.stream.get(w.Number)
		if err != nil {
			return nil, err
		}
		if certified {
			out.certificates = append(out.certificates, c)
			continue
		}
		if out.attestations, err = s.appendWanted(out.attestations, w, pageSize-len(out.certificates)); err != nil {
			return nil, err
		}
	}
	return out.encode()
}

// appendWanted appends the attestations that a peer wants of one number, up to a limit of all.
func (s *Service) appendWanted(to []avs.Attestation, w want, limit int) ([]avs.Attestation, error) {
	known, err := s.records.attestationsFrom(w.Number, w.Number, avs.MaxMembers)
	if err != nil {
		return nil, err
	}
	digests := make(map[avs.FinalityClaim]common.Hash, 1)
	for _, a := range known {
		if len(to) >= limit {
			break
		}
		digest, done := digests[a.Claim]
		if !done {
			digest = a.Claim.Digest(s.cfg.Domain)
			digests[a.Claim] = digest
		}
		i := slices.IndexFunc(w.Lacks, func(l lack) bool { return l.Digest == digest })
		if i < 0 || w.Lacks[i].Members.Has(int(a.Member)) {
			to = append(to, a)
		}
	}
	return to, nil
}

// wants says what is missing of numbers.
func (s *Service) wants(numbers []uint64) []want {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]want, 0, len(numbers))
	for _, n := range numbers {
		w := want{Number: n}
		if h := s.tally.heights[n]; h != nil {
			for digest, c := range h.candidates {
				w.Lacks = append(w.Lacks, lack{digest, h.lacks(c.set)})
			}
			slices.SortFunc(w.Lacks, func(a, b lack) int { // the claims that lack least
				return cmp.Or(cmp.Compare(a.Members.Count(), b.Members.Count()), a.Digest.Cmp(b.Digest))
			})
			w.Lacks = w.Lacks[:min(len(w.Lacks), maxLacks)]
		}
		out = append(out, w)
	}
	return out
}

// pullMissing asks peers, one after another, for what is missing of numbers without a certificate; each only for what
// the ones before did not have.
func (s *Service) pullMissing(ctx context.Context, st *syncState, numbers []uint64) {
	for _, peer := range s.peers(st) {
		wants := s.wants(numbers)
		got, err := s.askWants(ctx, peer, wants)
		if err != nil {
			s.log.Debug("pull missing signatures", "peer", peer, "err", err)
			continue
		}
		done, err := s.takeSupply(ctx, got, numbers)
		if err != nil {
			s.meters.received("bad_supply")
			s.log.Warn("answer of a peer refused", "peer", peer, "err", err)
		}
		numbers = slices.DeleteFunc(slices.Clone(numbers), func(n uint64) bool { return done[n] })
		if len(numbers) == 0 || ctx.Err() != nil {
			return
		}
	}
}

func (s *Service) askWants(ctx context.Context, peer avs.OperatorID, wants []want) (supply, error) {
	request, err := encodeWants(wants)
	if err != nil {
		return supply{}, fmt.Errorf("encode wants: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	reply, err := s.cfg.Network.Request(ctx, peer, s.wantsProtocol(), request)
	if err != nil {
		return supply{}, err
	}
	return decodeSupply(reply)
}

// takeSupply takes what a peer sent and tells the numbers that need nothing more. An error is a fault of the peer.
func (s *Service) takeSupply(ctx context.Context, got supply, asked []uint64) (done map[uint64]bool, err error) {
	done = make(map[uint64]bool)
	for _, c := range got.certificates {
		if !slices.Contains(asked, c.Claim.Number) {
			return done, fmt.Errorf("%w: certificate of number %d, which was not asked for", errNotOurs, c.Claim.Number)
		}
		judged, err := s.acceptCertificate(c)
		if err != nil {
			return done, err
		}
		done[c.Claim.Number] = judged
	}
	for _, a := range got.attestations {
		if !slices.Contains(asked, a.Claim.Number) {
			return done, fmt.Errorf("%w: attestation of number %d, which was not asked for", errNotOurs, a.Claim.Number)
		}
	}
	err = s.receiveAll(ctx, got.attestations)
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, n := range asked {
		if h := s.tally.heights[n]; h != nil && h.certified {
			done[n] = true
		}
	}
	return done, err
}

// receiveAll judges attestations side by side, so that they are checked together; it returns the fault of one, if any.
func (s *Service) receiveAll(ctx context.Context, attestations []avs.Attestation) error {
	faults := make(chan error, len(attestations))
	for _, a := range attestations {
		go func() {
			verdict, err := s.receive(ctx, a)
			if verdict != avs.Reject {
				err = nil
			}
			faults <- err
		}()
	}
	var fault error
	for range attestations {
		if err := <-faults; err != nil {
			fault = err
		}
	}
	return fault
}
