package squad

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

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

// onBodyRequest serves a batch by digest or block hash; an empty reply says that it is not here.
func (s *Service) onBodyRequest(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
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
	data, _, err := s.bodies.raw(name)
	if s.hides(data) {
		return nil, nil
	}
	return data, err
}

var (
	errStopped = errors.New("service is stopped")
	errNotHeld = errors.New("no peer has the batch")
)

// fetch asks operators for a batch, the likeliest first, until accept takes a reply.
func (s *Service) fetch(ctx context.Context, from []avs.OperatorID, request []byte, accept func(avs.Batch) error) error {
	asked := map[avs.OperatorID]bool{s.cfg.Self: true}
	for _, op := range append(from, s.cfg.Network.Peers()...) {
		if asked[op] {
			continue
		}
		asked[op] = true
		reply, err := s.request(ctx, op, s.names.body, request)
		if err != nil || len(reply) == 0 {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			continue
		}
		batch, err := avs.DecodeBatch(reply)
		if err == nil {
			err = accept(batch)
		}
		if err != nil {
			s.meters.refused("pulled_batch").Inc()
			s.log.Warn("peer sent another batch than asked", "peer", op, "error", err)
			continue
		}
		s.meters.batches("pulled").Inc()
		return nil
	}
	return errNotHeld
}

func (s *Service) request(ctx context.Context, to avs.OperatorID, protocol string, data []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timing.Request)
	defer cancel()
	return s.cfg.Network.Request(ctx, to, protocol, data)
}
