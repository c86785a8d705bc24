package main

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/localnet"
)

// certificateJSON is the part of a streamed certificate that the benchmark reads.
type certificateJSON struct {
	Claim struct {
		Number hexutil.Uint64 `json:"number"`
	} `json:"claim"`
}

// watcher notes when each operator streams the certificate of each block.
type watcher struct {
	clients []*rpc.Client
	wg      sync.WaitGroup
	cancel  context.CancelFunc

	mu      sync.Mutex
	seen    map[uint64]int       // block number -> operators that have streamed its certificate
	all     map[uint64]time.Time // block number -> when the last of them did
	changed chan struct{}
}

// watchCertificates subscribes to the first rollup's certificates at every operator.
func watchCertificates(ctx context.Context, file *localnet.File) (*watcher, error) {
	ctx, cancel := context.WithCancel(ctx)
	w := &watcher{cancel: cancel, seen: map[uint64]int{}, all: map[uint64]time.Time{}, changed: make(chan struct{}, 1)}
	for _, o := range file.Operators {
		url := strings.Replace(o.API, "http://", "ws://", 1)
		client, err := rpc.DialContext(ctx, url)
		if err != nil {
			w.close()
			return nil, fmt.Errorf("dial %s: %w", url, err)
		}
		w.clients = append(w.clients, client)
		in := make(chan certificateJSON, 1024)
		sub, err := client.Subscribe(ctx, "mach", in, "certificates", file.Rollups[0].ID)
		if err != nil {
			w.close()
			return nil, fmt.Errorf("subscribe at %s: %w", url, err)
		}
		w.wg.Go(func() {
			defer sub.Unsubscribe()
			for {
				select {
				case c := <-in:
					w.note(uint64(c.Claim.Number), len(file.Operators))
				case <-ctx.Done():
					return
				}
			}
		})
	}
	return w, nil
}

func (w *watcher) note(number uint64, operators int) {
	now := time.Now()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen[number]++
	if w.seen[number] == operators {
		w.all[number] = now
		select {
		case w.changed <- struct{}{}:
		default:
		}
	}
}

// at is when the last operator streamed the certificate of a block.
func (w *watcher) at(number uint64) (time.Time, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	t, ok := w.all[number]
	return t, ok
}

// await returns when every operator has streamed the certificate of a block.
func (w *watcher) await(ctx context.Context, number uint64) (time.Time, error) {
	for {
		if t, ok := w.at(number); ok {
			return t, nil
		}
		select {
		case <-w.changed:
		case <-ctx.Done():
			return time.Time{}, fmt.Errorf("wait for the certificate of block %d: %w", number, ctx.Err())
		}
	}
}

func (w *watcher) close() {
	w.cancel()
	for _, c := range w.clients {
		c.Close()
	}
	w.wg.Wait()
}
