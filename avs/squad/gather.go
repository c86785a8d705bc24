package squad

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// maxWholeReply is the largest encoded batch that is served in one reply.
const maxWholeReply = avs.ChunkSize + 512

// isPiece tells a piece from a whole batch by the number of its fields.
func isPiece(data []byte) bool {
	content, _, err := rlp.SplitList(data)
	if err != nil {
		return false
	}
	n, err := rlp.CountValues(content)
	return err == nil && n == 4
}

// pushMessage is what is pushed to a member that misses a batch: the batch, or its first chunk, which tells of the others.
func (s *Service) pushMessage(batch avs.Batch, digest common.Hash) []byte {
	if !manyChunks(batch.Body) {
		return batch.Encode()
	}
	c, err := s.spread.recent.get(digest, func() (avs.Batch, bool, error) { return batch, true, nil })
	if err != nil || c == nil {
		c = newChunked(batch)
	}
	return c.piece(0)
}

// onPartRequest serves one chunk of a batch; an empty reply says that it is not here.
func (s *Service) onPartRequest(_ context.Context, from avs.OperatorID, request []byte) ([]byte, error) {
	if !s.gate.enter() {
		return nil, errStopped
	}
	defer s.gate.leave()
	digest, index, err := decodePartRequest(request)
	if err != nil {
		s.meters.refused("part_request").Inc()
		return nil, err
	}
	return s.serveChunk(from, digest, index)
}

var errLoads = errors.New("too many batches are asked for")

func (s *Service) serveChunk(to avs.OperatorID, digest common.Hash, index int) ([]byte, error) {
	c, err := s.spread.recent.get(digest, func() (avs.Batch, bool, error) {
		if !s.spread.trust.mayLoad(to, s.cfg.Clock.Now()) {
			return avs.Batch{}, false, errLoads
		}
		return s.bodies.get(digest)
	})
	if err != nil || c == nil || index >= c.count() || c.count() == 1 || s.hidesChunks(to, c.header) {
		return nil, err
	}
	return c.piece(index), nil
}

// runGather pulls the chunks that do not come.
func (s *Service) runGather(ctx context.Context) {
	var pulls sync.WaitGroup
	defer pulls.Wait()
	for {
		_, _, head := s.board.state()
		due, wake := s.spread.due(s.cfg.Clock.Now(), head.Number)
		for _, a := range due {
			pulls.Go(func() { s.pullMissing(ctx, a) })
		}
		if !s.waitBell(ctx, s.spread.bell, wake) {
			return
		}
	}
}

// due are the batches whose missing chunks are to be pulled now, and the wait until the next; zero for none. Those that
// nobody needs any more are dropped.
func (x *spread) due(now time.Time, executed uint64) (due []*assembly, wake time.Duration) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for digest, a := range x.assemblies {
		switch {
		case a.flight.header.Header.Number <= executed || now.Sub(a.began) > assemblyLife:
			delete(x.assemblies, digest)
			continue
		case a.pulling:
			continue // it rings when it is done
		case !now.Before(a.pullAt):
			a.pulling = true
			due = append(due, a)
			continue
		}
		if wait := a.pullAt.Sub(now); wake == 0 || wait < wake {
			wake = wait
		}
	}
	return due, wake
}

// lacks are the indexes of the chunks that are missing.
func (x *spread) lacks(a *assembly) (missing []int, round int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for i, c := range a.chunks {
		if c == nil {
			missing = append(missing, i)
		}
	}
	return missing, a.rounds
}

// blameRound is the round after which a leader that is connected and has not given out all chunks is held to withhold them.
const blameRound = 2

// pullMissing asks for every missing chunk once.
func (s *Service) pullMissing(ctx context.Context, a *assembly) {
	missing, round := s.spread.lacks(a)
	s.log.Debug("pull chunks", "slot", a.flight.header.Header.Slot, "digest", a.flight.digest, "missing", len(missing), "of", len(a.chunks))
	s.eachChunk(ctx, missing, func(i int) {
		chunk, err := s.pullChunk(ctx, a.flight.header.Header, a.flight.digest, i, s.askFor(a.flight.leader, i+round, round > 0))
		if err != nil {
			return
		}
		s.meters.batches("chunk_pulled").Inc()
		if _, whole := s.addChunk(a, i, chunk); whole {
			if err := s.assembled(a); err != nil {
				s.log.Error("store batch", "digest", a.flight.digest, "error", err)
			}
		}
	})
	if left, _ := s.spread.lacks(a); len(left) > 0 && round == blameRound && slices.Contains(s.cfg.Network.Peers(), a.flight.leader) {
		s.withheld(a.flight.leader, a.flight.header.Header)
	}
	s.spread.mu.Lock()
	a.pulling, a.rounds, a.pullAt = false, a.rounds+1, s.cfg.Clock.Now().Add(pullAgain)
	s.spread.mu.Unlock()
	s.spread.bell.ring()
}

// eachChunk runs fn for chunks, some at a time.
func (s *Service) eachChunk(ctx context.Context, indexes []int, fn func(index int)) {
	room := make(chan struct{}, pullsAtOnce)
	var all sync.WaitGroup
	defer all.Wait()
	for _, i := range indexes {
		select {
		case room <- struct{}{}:
		case <-ctx.Done():
			return
		}
		all.Go(func() {
			defer func() { <-room }()
			fn(i)
		})
	}
}

// askAttempts is how many operators are asked for a chunk in one round.
const askAttempts = 4

// askFor are the operators to ask for a chunk. Its leader has it, but who misses it may be all: so in later rounds, when
// others may have it too, they come first, each chunk at another one.
func (s *Service) askFor(leader avs.OperatorID, turn int, othersFirst bool) []avs.OperatorID {
	others := slices.DeleteFunc(s.order(nil), func(p avs.OperatorID) bool { return p == leader })
	if len(others) > 0 {
		at := turn % len(others)
		others = slices.Concat(others[at:], others[:at])
	}
	list := slices.Concat([]avs.OperatorID{leader}, others)
	if othersFirst && len(others) > 0 {
		list[0], list[1] = list[1], list[0]
	}
	return list[:min(len(list), askAttempts)]
}

// pullChunk asks operators for a chunk until one gives the one that the header commits to.
func (s *Service) pullChunk(ctx context.Context, h avs.BatchHeader, digest common.Hash, index int, from []avs.OperatorID) ([]byte, error) {
	for _, op := range from {
		now := s.cfg.Clock.Now()
		if ctx.Err() != nil || op == s.cfg.Self || s.spread.trust.shunned(op, now) {
			continue
		}
		asking, cancel := context.WithTimeout(ctx, sendTimeout)
		reply, err := s.cfg.Network.Request(asking, op, s.names.part, encodePartRequest(digest, index))
		cancel()
		if err != nil || len(reply) == 0 {
			continue
		}
		p, chunk, err := decodePiece(reply)
		if err == nil && int(p.Index) != index {
			err = fmt.Errorf("chunk %d, asked for %d", p.Index, index)
		}
		if err == nil {
			err = h.CheckChunk(index, chunk, p.Proof)
		}
		if err == nil {
			return chunk, nil
		}
		_ = s.wrongPiece(op, refuse(avs.Reject, "piece", "%w", err)) // counted and logged there; the next one is asked
	}
	return nil, errNotHeld
}

// batchOf is the batch of a reply to a body request: the whole of it, or one whose other chunks are pulled now.
func (s *Service) batchOf(ctx context.Context, w search, r reply) (avs.Batch, error) {
	if !isPiece(r.data) {
		return avs.DecodeBatch(r.data)
	}
	p, chunk, err := decodePiece(r.data)
	if err != nil {
		return avs.Batch{}, err
	}
	h := p.Header.Header
	digest := h.Digest(s.cfg.Domain)
	kind, name, err := decodeBodyRequest(w.request)
	if err != nil {
		return avs.Batch{}, err
	}
	if kind == byDigest && name != digest || kind == byBlock && name != h.BlockHash {
		return avs.Batch{}, fmt.Errorf("batch %s over block %s, asked for %s", digest, h.BlockHash, name)
	}
	if err := h.CheckChunk(int(p.Index), chunk, p.Proof); err != nil {
		return avs.Batch{}, err
	}
	chunks := s.spread.have(digest, avs.ChunkCount(int(h.BodySize)))
	chunks[p.Index] = chunk
	var missing []int
	for i, c := range chunks {
		if c == nil {
			missing = append(missing, i)
		}
	}
	holders := slices.Concat([]avs.OperatorID{r.from}, slices.DeleteFunc(slices.Clone(w.holders), func(o avs.OperatorID) bool { return o == r.from }))
	s.eachChunk(ctx, missing, func(i int) {
		at := i % len(holders)
		from := slices.Concat(holders[at:], holders[:at], []avs.OperatorID{r.from})
		if c, err := s.pullChunk(ctx, h, digest, i, from); err == nil {
			chunks[i] = c
		}
	})
	if slices.ContainsFunc(chunks, func(c []byte) bool { return c == nil }) {
		return avs.Batch{}, fmt.Errorf("chunks of batch %s: %w", digest, errNotHeld)
	}
	return avs.Batch{Header: p.Header, Body: slices.Concat(chunks...)}, nil
}

// have are the chunks of a batch that are here, nil for the others.
func (x *spread) have(digest common.Hash, count int) [][]byte {
	x.mu.Lock()
	defer x.mu.Unlock()
	if a := x.assemblies[digest]; a != nil {
		return slices.Clone(a.chunks)
	}
	return make([][]byte, count)
}
