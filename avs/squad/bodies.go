package squad

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/store"
)

// bodies keeps batches on disk, under keys of three kinds:
//
//	b ‖ digest           → the batch
//	h ‖ block hash       → digest
//	n ‖ number8 ‖ digest → nothing; finds what can be pruned
type bodies struct{ space *store.Space }

func digestKey(d common.Hash) []byte { return append([]byte{'b'}, d[:]...) }
func blockKey(h common.Hash) []byte  { return append([]byte{'h'}, h[:]...) }

func numberKey(number uint64, d common.Hash) []byte {
	return append(binary.BigEndian.AppendUint64([]byte{'n'}, number), d[:]...)
}

// put keeps a batch; it is on disk when put returns.
func (b bodies) put(digest common.Hash, batch avs.Batch) error {
	h := batch.Header.Header
	w := b.space.NewBatch()
	w.Set(digestKey(digest), batch.Encode())
	w.Set(blockKey(h.BlockHash), digest[:])
	w.Set(numberKey(h.Number, digest), nil)
	if err := w.Commit(true); err != nil {
		return fmt.Errorf("keep batch %s: %w", digest, err)
	}
	return nil
}

func (b bodies) raw(digest common.Hash) ([]byte, bool, error) {
	data, found, err := b.space.Get(digestKey(digest))
	if err != nil {
		return nil, false, fmt.Errorf("read batch %s: %w", digest, err)
	}
	return data, found, nil
}

// get reads a batch and checks it again, since disks rot.
func (b bodies) get(digest common.Hash) (avs.Batch, bool, error) {
	data, found, err := b.raw(digest)
	if err != nil || !found {
		return avs.Batch{}, false, err
	}
	batch, err := avs.DecodeBatch(data)
	if err != nil {
		return avs.Batch{}, false, fmt.Errorf("read batch %s: %w", digest, err)
	}
	return batch, true, nil
}

// digestOf finds the batch of a block.
func (b bodies) digestOf(block common.Hash) (common.Hash, bool, error) {
	data, found, err := b.space.Get(blockKey(block))
	if err != nil || !found || len(data) != common.HashLength {
		return common.Hash{}, false, err
	}
	return common.Hash(data), true, nil
}

// settle removes the batches of a number that were not ordered.
func (b bodies) settle(number uint64, ordered common.Hash) error {
	return b.removeWhere(binary.BigEndian.AppendUint64([]byte{'n'}, number), func(_ uint64, d common.Hash) (bool, bool) {
		return d != ordered, true
	})
}

// prune removes all batches below a number.
func (b bodies) prune(below uint64) error {
	return b.removeWhere([]byte{'n'}, func(number uint64, _ common.Hash) (bool, bool) { return number < below, number < below })
}

func (b bodies) removeWhere(prefix []byte, fn func(number uint64, d common.Hash) (remove, more bool)) error {
	w := b.space.NewBatch()
	defer w.Discard()
	err := b.space.Iterate(prefix, nil, func(key, _ []byte) error {
		if len(key) != 1+8+common.HashLength {
			return nil
		}
		d := common.Hash(key[9:])
		remove, more := fn(binary.BigEndian.Uint64(key[1:9]), d)
		if remove {
			if batch, found, err := b.get(d); err == nil && found {
				block := batch.Header.Header.BlockHash
				if at, ok, err := b.digestOf(block); err == nil && ok && at == d {
					w.Delete(blockKey(block))
				}
			}
			w.Delete(digestKey(d))
			w.Delete(key)
		}
		if !more {
			return store.ErrStop
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("prune batches: %w", err)
	}
	if w.Len() == 0 {
		return nil
	}
	return w.Commit(false)
}

// onBodyRequest serves a batch by digest or block hash, or the first chunk of one that has several; an empty reply says
// that it is not here.
func (s *Service) onBodyRequest(_ context.Context, from avs.OperatorID, request []byte) ([]byte, error) {
	if !s.gate.enter() {
		return nil, errStopped
	}
	defer s.gate.leave()
	kind, name, err := decodeBodyRequest(request)
	if err != nil {
		s.meters.refused("body_request").Inc()
		return nil, err
	}
	if kind == byBlock {
		digest, found, err := s.bodies.digestOf(name)
		if err != nil || !found {
			return nil, err
		}
		name = digest
	}
	data, found, err := s.bodies.raw(name)
	if s.hides(data) {
		return nil, nil
	}
	if err != nil || !found || len(data) <= maxWholeReply {
		return data, err
	}
	return s.serveChunk(from, name, 0) // the others are asked for by index
}

var (
	errStopped = errors.New("service is stopped")
	errNotHeld = errors.New("no peer has the batch")
)

const (
	// hedge is how long a peer may take before another is asked as well: one that stays silent must not cost the time of a
	// whole request.
	hedge = 250 * time.Millisecond
	// fetchAtOnce bounds the peers that are asked for one batch at a time.
	fetchAtOnce = 4
)

// search is a batch that is asked for.
type search struct {
	request []byte
	holders []avs.OperatorID // who says to have it, the likeliest first
	accept  func(avs.Batch) error
	denied  func(holder avs.OperatorID) // is told of holders that are connected and do not give it; may be nil
}

type reply struct {
	from avs.OperatorID
	data []byte
	err  error
}

// fetch asks operators for a batch, its holders first, until accept takes a reply.
func (s *Service) fetch(ctx context.Context, w search) error {
	ctx, cancel := context.WithCancel(ctx)
	var asking sync.WaitGroup
	defer asking.Wait()
	defer cancel()
	queue := s.order(w.holders)
	replies := make(chan reply, len(queue))
	for open := 0; open > 0 || len(queue) > 0; {
		if len(queue) > 0 && open < fetchAtOnce {
			to := queue[0]
			queue, open = queue[1:], open+1
			asking.Go(func() {
				data, err := s.request(ctx, to, s.names.body, w.request)
				replies <- reply{to, data, err}
			})
		}
		r, came := s.await(ctx, replies, len(queue) > 0 && open < fetchAtOnce)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if !came {
			continue
		}
		open--
		if s.taken(ctx, w, r) {
			s.meters.batches("pulled").Inc()
			return nil
		}
	}
	return errNotHeld
}

// order are the operators to ask, each once: the holders, then all peers.
func (s *Service) order(holders []avs.OperatorID) []avs.OperatorID {
	asked := map[avs.OperatorID]bool{s.cfg.Self: true}
	var out []avs.OperatorID
	for _, op := range slices.Concat(holders, s.cfg.Network.Peers()) {
		if !asked[op] {
			asked[op] = true
			out = append(out, op)
		}
	}
	return out
}

// await waits for a reply; false if, where another can be asked, none came for a while.
func (s *Service) await(ctx context.Context, replies <-chan reply, another bool) (r reply, came bool) {
	var late <-chan time.Time
	if another {
		timer := s.cfg.Clock.NewTimer(hedge)
		defer timer.Stop()
		late = timer.Chan()
	}
	select {
	case r = <-replies:
		return r, true
	case <-late:
	case <-ctx.Done():
	}
	return r, false
}

// taken reports whether a reply has what was asked for.
func (s *Service) taken(ctx context.Context, w search, r reply) bool {
	if r.err != nil || len(r.data) == 0 {
		if w.denied != nil && slices.Contains(w.holders, r.from) && slices.Contains(s.cfg.Network.Peers(), r.from) {
			w.denied(r.from)
		}
		return false
	}
	batch, err := s.batchOf(ctx, w, r)
	if err == nil {
		err = w.accept(batch)
	}
	if ctx.Err() != nil {
		return false
	}
	if err != nil {
		s.meters.refused("pulled_batch").Inc()
		s.log.Warn("peer sent another batch than asked", "peer", r.from, "error", err)
	}
	return err == nil
}

func (s *Service) request(ctx context.Context, to avs.OperatorID, protocol string, data []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timing.Request)
	defer cancel()
	return s.cfg.Network.Request(ctx, to, protocol, data)
}
