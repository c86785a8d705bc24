package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/rollup"
)

const (
	// fetchTimeout bounds one body from one operator.
	fetchTimeout = 15 * time.Second
	// restFailed and restLiar are for how long an operator is asked last that did not answer, or sent what is not certified.
	restFailed = 2 * time.Second
	restLiar   = 5 * time.Minute
)

// source is one operator that bodies come from.
type source struct {
	*client.Client
	rests time.Time // until then it is asked last
}

// sources are the operators that a follower asks. It believes none of them.
type sources struct {
	list   []*source
	clock  clock.Clock
	log    *slog.Logger
	meters followerMeters
	mu     sync.Mutex // guards rests
}

func newSources(ctx context.Context, urls []string, c clock.Clock, log *slog.Logger, m followerMeters) (*sources, error) {
	s := &sources{clock: c, log: log, meters: m}
	for _, url := range urls {
		one, err := client.Dial(ctx, url)
		if err != nil {
			s.close()
			return nil, err
		}
		s.list = append(s.list, &source{Client: one})
	}
	return s, nil
}

func (s *sources) close() {
	for _, one := range s.list {
		one.Close()
	}
}

// order is whom to ask for a block: everybody, starting elsewhere for each number so that the load is shared, and those
// last that failed lately.
func (s *sources) order(number uint64) []*source {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.clock.Now()
	var ready, resting []*source
	for i := range s.list {
		one := s.list[(number+uint64(i))%uint64(len(s.list))]
		if one.rests.After(now) {
			resting = append(resting, one)
		} else {
			ready = append(ready, one)
		}
	}
	return append(ready, resting...)
}

func (s *sources) rest(one *source, d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.rests = s.clock.Now().Add(d)
}

// block fetches the block of a number that has a hash, from whoever has it. It asks on until ctx ends.
func (s *sources) block(ctx context.Context, id string, number uint64, hash common.Hash) ([]byte, *types.Block, error) {
	for round := 0; ; round++ {
		var failed []error
		for _, one := range s.order(number) {
			body, block, err := s.ask(ctx, one, id, number, hash)
			if err == nil {
				s.meters.bytes.Add(float64(len(body)))
				return body, block, nil
			}
			if ctx.Err() != nil {
				return nil, nil, ctx.Err()
			}
			failed = append(failed, fmt.Errorf("%s: %w", one.URL(), err))
		}
		if round == 0 {
			s.log.Warn("no operator gives a certified block: asking on", "number", number, "block", hash, "err", errors.Join(failed...))
		}
		if err := clock.Sleep(ctx, s.clock, followerPause); err != nil {
			return nil, nil, err
		}
	}
}

func (s *sources) ask(ctx context.Context, one *source, id string, number uint64, hash common.Hash) ([]byte, *types.Block, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTimeout)
	defer cancel()
	batch, err := one.Batch(ctx, id, number)
	if err != nil {
		if !errors.Is(err, client.ErrNotFound) {
			s.rest(one, restFailed)
		}
		return nil, nil, err
	}
	block, err := rollup.DecodeKnown(batch.Body, hash)
	if err != nil {
		s.meters.refused.Inc()
		s.rest(one, restLiar)
		s.log.Warn("operator sent a block that is not the certified one", "operator", one.URL(), "number", number, "err", err)
		return nil, nil, err
	}
	return batch.Body, block, nil
}
