package squad

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
)

// A batch of one chunk goes to everybody in one gossip message. A larger one is spread: its leader sends each chunk to one
// operator, and that operator sends it to all others. So the leader sends a batch once, whoever relays sends its share,
// and everybody receives everything about once, where gossip has a leader send it to all of its mesh. What does not come,
// since who should relay it is dead, slow or lying, is pulled.

const (
	// spreadGrace is how long after the last new chunk of a batch the missing ones are pulled, and pullAgain how long after
	// that again.
	spreadGrace = 120 * time.Millisecond
	pullAgain   = 300 * time.Millisecond
	// sendTimeout bounds the sending of one chunk: there are other ways for it.
	sendTimeout = 2 * time.Second
	// sendsAtOnce bounds the chunks that are sent at a time, and pullsAtOnce those that are asked for at a time.
	sendsAtOnce = 256
	pullsAtOnce = 16
	// relayQueue is how many chunks wait to be sent on; what is beyond is pulled by who misses it.
	relayQueue = 2 * avs.MaxBodySize / avs.ChunkSize
	// relayAttempts is how many operators a leader tries for a chunk.
	relayAttempts = 3
	// assemblyLife is for how long an incomplete batch is waited for.
	assemblyLife = 15 * time.Second
	// maxAssembliesOfLeader bounds the incomplete batches of one leader: it has one or two in flight.
	maxAssembliesOfLeader = 4
	// maxAssemblies bounds all of them, and so their memory to as many of the largest bodies.
	maxAssemblies = 32
)

// assembly is a batch of which some chunks are here.
type assembly struct {
	flight  *flight
	chunks  [][]byte
	missing int
	began   time.Time
	pullAt  time.Time
	rounds  int // of pulling
	pulling bool
}

// spread is the state of the batches that are on their way in chunks.
type spread struct {
	mu         sync.Mutex
	assemblies map[common.Hash]*assembly
	trust      trust
	recent     recentlyChunked
	sends      chan struct{}
	relays     chan relayed
	bell       bell
}

// relayed is a chunk to be sent on to all but the operator that it came from.
type relayed struct {
	from avs.OperatorID
	data []byte
}

func newSpread() *spread {
	return &spread{
		assemblies: map[common.Hash]*assembly{}, sends: make(chan struct{}, sendsAtOnce), relays: make(chan relayed, relayQueue),
		bell: newBell(),
	}
}

// broadcast sends an own batch to everybody.
func (s *Service) broadcast(ctx context.Context, batch avs.Batch, digest common.Hash) {
	if !manyChunks(batch.Body) {
		if err := s.cfg.Network.Broadcast(ctx, s.names.batches, batch.Encode()); err != nil && ctx.Err() == nil {
			s.log.Warn("broadcast batch", "digest", digest, "error", err) // members get it by push
		}
		return
	}
	s.tasks.Go(func() { s.sendChunks(ctx, batch, digest) }) // while this operator stores it
}

// sendChunks sends each chunk of an own batch to the operator that relays it.
func (s *Service) sendChunks(ctx context.Context, batch avs.Batch, digest common.Hash) {
	c := newChunked(batch)
	s.spread.recent.put(digest, c)
	relays := s.relays(batch.Header.Header.Slot)
	if len(relays) == 0 {
		return
	}
	for i := range c.count() {
		data := c.piece(i)
		if !s.startSend(ctx, func() { s.sendToRelay(ctx, relays, i, data) }) {
			return
		}
	}
}

// relays are the operators that chunks of a slot go to, in turn.
func (s *Service) relays(slot uint64) []avs.OperatorID {
	peers := s.cfg.Network.Peers()
	if turn := s.schedules.at(slot); turn != nil {
		// Members serve the rollup; of the others a leader cannot know.
		members := slices.DeleteFunc(slices.Clone(peers), func(p avs.OperatorID) bool { return turn.set.Index(p) < 0 })
		if len(members) > 0 {
			peers = members
		}
	}
	if len(peers) == 0 {
		return nil
	}
	slices.SortFunc(peers, avs.OperatorID.Cmp)
	first := int(slot % uint64(len(peers)))
	return append(peers[first:], peers[:first]...)
}

// sendToRelay sends a chunk to the operator whose turn it is, or else to the next.
func (s *Service) sendToRelay(ctx context.Context, relays []avs.OperatorID, index int, data []byte) {
	for attempt := range min(relayAttempts, len(relays)) {
		if s.sendPiece(ctx, relays[(index+attempt)%len(relays)], data) || ctx.Err() != nil {
			return
		}
	}
}

// sendPiece reports whether an operator took a chunk.
func (s *Service) sendPiece(ctx context.Context, to avs.OperatorID, data []byte) bool {
	now := s.cfg.Clock.Now()
	if s.spread.trust.deaf(to, now) {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, sendTimeout)
	defer cancel()
	reply, err := s.cfg.Network.Request(ctx, to, s.names.piece, data)
	s.spread.trust.heard(to, err == nil, now)
	return err == nil && bytes.Equal(reply, pieceTaken)
}

// startSend runs fn beside the caller, when there is room; false when ctx has ended.
func (s *Service) startSend(ctx context.Context, fn func()) bool {
	select {
	case s.spread.sends <- struct{}{}:
	case <-ctx.Done():
		return false
	}
	s.tasks.Go(func() {
		defer func() { <-s.spread.sends }()
		fn()
	})
	return true
}

// Replies to a chunk.
var (
	pieceTaken = []byte{1} // it is here, now or since before
	pieceLeft  = []byte{0} // it was of no use, and nobody's fault
)

// onPiece takes a chunk. One that comes from its leader is sent on to all others.
func (s *Service) onPiece(_ context.Context, from avs.OperatorID, data []byte) ([]byte, error) {
	if !s.gate.enter() {
		return nil, errStopped
	}
	defer s.gate.leave()
	leader, fresh, err := s.takePiece(from, data)
	var r *refusal
	switch {
	case err == nil, errors.Is(err, errKnown):
	case errors.As(err, &r) && r.verdict == avs.Ignore:
		return pieceLeft, nil
	default:
		return nil, err
	}
	if fresh && from == leader {
		select {
		case s.spread.relays <- relayed{from, data}:
		default:
			s.meters.refused("relay_busy").Inc()
		}
	}
	return pieceTaken, nil
}

// runRelay sends chunks on.
func (s *Service) runRelay(ctx context.Context) {
	for {
		select {
		case r := <-s.spread.relays:
			for _, to := range s.cfg.Network.Peers() {
				if to != r.from && !s.startSend(ctx, func() { s.sendPiece(ctx, to, r.data) }) {
					return
				}
			}
		case <-ctx.Done():
			return
		}
	}
}

// takePiece checks a chunk and keeps it. It returns the leader of its batch, and whether the chunk is new.
func (s *Service) takePiece(from avs.OperatorID, data []byte) (leader avs.OperatorID, fresh bool, err error) {
	if s.spread.trust.shunned(from, s.cfg.Clock.Now()) {
		return leader, false, s.refused(refuse(avs.Ignore, "shunned", "too many wrong chunks"))
	}
	p, chunk, err := decodePiece(data)
	if err != nil {
		return leader, false, s.wrongPiece(from, refuse(avs.Reject, "piece", "%w", err))
	}
	a, err := s.assemblyOf(from, p.Header)
	if err != nil {
		return leader, false, err
	}
	leader = a.flight.leader
	s.spread.mu.Lock()
	have := a.chunks[p.Index] != nil
	s.spread.mu.Unlock()
	if have {
		return leader, false, nil
	}
	if err := p.Header.Header.CheckChunk(int(p.Index), chunk, p.Proof); err != nil {
		return leader, false, s.wrongPiece(from, refuse(avs.Reject, "piece", "%w", err))
	}
	fresh, whole := s.addChunk(a, int(p.Index), chunk)
	if whole {
		return leader, fresh, s.assembled(a)
	}
	if fresh {
		s.spread.bell.ring()
	}
	return leader, fresh, nil
}

// wrongPiece counts what an honest operator never sends: it checks each chunk before it sends it on.
func (s *Service) wrongPiece(from avs.OperatorID, r *refusal) error {
	if s.spread.trust.blame(from, s.cfg.Clock.Now()) {
		s.log.Warn("peer sends wrong chunks: none are taken from it for a while", "peer", from, "error", r.err)
	}
	return s.refused(r)
}

// assemblyOf is the incomplete batch of a header, which is checked as that of a whole batch. errKnown if nothing of it is
// missing.
func (s *Service) assemblyOf(from avs.OperatorID, h avs.SignedHeader) (*assembly, error) {
	digest := h.Header.Digest(s.cfg.Domain)
	s.spread.mu.Lock()
	a := s.spread.assemblies[digest]
	s.spread.mu.Unlock()
	if a != nil && a.flight.header.Signature == h.Signature {
		return a, nil
	}
	f, err := s.enter(from, avs.Batch{Header: h})
	switch {
	case err == nil:
	case errors.Is(err, errKnown) && s.board.partial(digest):
		f = s.board.snapshot(digest)
	default:
		var r *refusal
		if errors.As(err, &r) && r.verdict == avs.Reject {
			return nil, s.wrongPiece(from, r)
		}
		return nil, err
	}
	if f == nil {
		return nil, errKnown
	}
	return s.spread.begin(f, s.cfg.Clock.Now()), nil
}

// begin makes room for the chunks of a batch: where its leader has too many, at the cost of the leader's oldest one.
func (x *spread) begin(f *flight, now time.Time) *assembly {
	x.mu.Lock()
	defer x.mu.Unlock()
	if a := x.assemblies[f.digest]; a != nil {
		return a
	}
	of, all, oldest, eldest := 0, len(x.assemblies), (*assembly)(nil), (*assembly)(nil)
	for _, a := range x.assemblies {
		if eldest == nil || a.flight.header.Header.Slot < eldest.flight.header.Header.Slot {
			eldest = a
		}
		if a.flight.leader != f.leader {
			continue
		}
		if of++; oldest == nil || a.flight.header.Header.Slot < oldest.flight.header.Header.Slot {
			oldest = a
		}
	}
	switch {
	case of >= maxAssembliesOfLeader:
		delete(x.assemblies, oldest.flight.digest)
	case all >= maxAssemblies:
		delete(x.assemblies, eldest.flight.digest)
	}
	count := avs.ChunkCount(int(f.header.Header.BodySize))
	a := &assembly{flight: f, chunks: make([][]byte, count), missing: count, began: now, pullAt: now.Add(spreadGrace)}
	x.assemblies[f.digest] = a
	return a
}

// add keeps a chunk that was checked; whole after the last missing one.
func (x *spread) add(a *assembly, index int, chunk []byte, now time.Time) (fresh, whole bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if a.chunks[index] != nil {
		return false, false
	}
	a.chunks[index] = chunk
	a.missing--
	a.pullAt = now.Add(spreadGrace)
	if a.missing == 0 {
		delete(x.assemblies, a.flight.digest)
	}
	return true, a.missing == 0
}

// addChunk is the same, and tells the board that more of the batch is here.
func (s *Service) addChunk(a *assembly, index int, chunk []byte) (fresh, whole bool) {
	fresh, whole = s.spread.add(a, index, chunk, s.cfg.Clock.Now())
	if now := s.now(); fresh {
		s.board.update(a.flight.digest, func(f *flight) { f.chunkAt = now })
	}
	return fresh, whole
}

// assembled puts a body together and takes the batch like any other.
func (s *Service) assembled(a *assembly) error {
	f := s.board.complete(a.flight.digest, slices.Concat(a.chunks...))
	if f == nil {
		return nil // it came by another way
	}
	s.meters.batches("assembled").Inc()
	if _, err := s.keep(f); err != nil {
		s.board.forget(f)
		return err
	}
	return nil
}

// onPushedPiece is a batch in chunks whose leader misses this operator's acknowledgement: what is missing is pulled now.
func (s *Service) onPushedPiece(from avs.OperatorID, data []byte) (common.Hash, error) {
	p, _, err := decodePiece(data)
	if err != nil {
		return common.Hash{}, s.wrongPiece(from, refuse(avs.Reject, "piece", "%w", err))
	}
	digest := p.Header.Header.Digest(s.cfg.Domain)
	if _, _, err := s.takePiece(from, data); err != nil && !errors.Is(err, errKnown) {
		return digest, err
	}
	s.spread.hurry(digest, s.cfg.Clock.Now())
	return digest, nil
}

// hurry has the missing chunks of a batch pulled at once.
func (x *spread) hurry(digest common.Hash, now time.Time) {
	x.mu.Lock()
	if a := x.assemblies[digest]; a != nil && a.rounds == 0 {
		a.pullAt = now
	}
	x.mu.Unlock()
	x.bell.ring()
}
