package node

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/internal/metrics"
)

// followerMeters are the figures of a follower.
type followerMeters struct {
	head, certified      prometheus.Gauge
	bytes, refused, sent prometheus.Counter
}

func newFollowerMeters(r *metrics.Registry) followerMeters {
	r = r.Sub("follower")
	return followerMeters{
		head:      r.Gauge("head", "Newest block that was executed."),
		certified: r.Gauge("certified", "Newest block that is known to be certified."),
		bytes:     r.Counter("body_bytes_total", "Bytes of bodies that operators gave."),
		refused:   r.Counter("bodies_refused_total", "Bodies that were not what is certified."),
		sent:      r.Counter("transactions_sent_total", "Transactions handed to operators, repetitions included."),
	}
}

// FollowerStatus is a follower's view of itself.
type FollowerStatus struct {
	Rollup    common.Hash `json:"rollup"`
	RPC       string      `json:"rpc"`
	Head      uint64      `json:"head"`
	HeadHash  common.Hash `json:"head_hash"`
	StateRoot common.Hash `json:"state_root"`
	Certified uint64      `json:"certified"` // newest block that is known to be certified
	Paused    bool        `json:"paused"`    // a quorum of operators has paused the rollup's finality
	Trouble   []string    `json:"trouble,omitempty"`
}

// Status tells where the follower stands.
func (f *Follower) Status() FollowerStatus {
	s := FollowerStatus{Rollup: common.HexToHash(f.rollup), RPC: f.driver.HTTP(), Certified: f.certified.Load(), Paused: f.paused.Load()}
	if head := f.head.Load(); head != nil {
		s.Head, s.HeadHash, s.StateRoot = head.Number, head.Hash, head.StateRoot
	}
	if why := f.waiting.Load(); why != nil {
		s.Trouble = append(s.Trouble, "nothing comes: "+*why)
	}
	if behind := s.Certified - min(s.Head, s.Certified); behind > lagAllowed {
		s.Trouble = append(s.Trouble, fmt.Sprintf("%d certified blocks are not executed yet", behind))
	}
	if s.Paused {
		s.Trouble = append(s.Trouble, "a quorum of operators has paused the rollup")
	}
	return s
}

// followerServer serves health, status and metrics.
type followerServer struct {
	follower *Follower
	http     *http.Server
	serving  sync.WaitGroup
}

// headerTimeout bounds a client that asks nothing.
const headerTimeout = 5 * time.Second

func (s *followerServer) start(ctx context.Context) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.follower.config.Status)
	if err != nil {
		return fmt.Errorf("serve status: %w; choose another --status", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		if trouble := s.follower.Status().Trouble; len(trouble) > 0 {
			http.Error(w, strings.Join(trouble, "; "), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("GET /status", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(s.follower.Status()) // an error is a reader that has gone
	})
	mux.Handle("GET /metrics", s.follower.metrics.Handler())
	s.http = &http.Server{Handler: mux, ReadHeaderTimeout: headerTimeout, WriteTimeout: headerTimeout}
	s.serving.Go(func() {
		if err := s.http.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			s.follower.log.Error("serve status", "err", err)
		}
	})
	return nil
}

func (s *followerServer) stop(ctx context.Context) error {
	err := s.http.Shutdown(ctx)
	s.serving.Wait()
	return err
}
