package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
)

// Batches is what followers need of a rollup that SQUAD sequences. They hold no stake and no key, and believe nothing
// that is served here: a body counts only if its block is certified. All three report false for a rollup, or a number,
// that is not served.
type Batches interface {
	// Batch is the ordered batch of a block number with its body.
	Batch(ctx context.Context, rollup avs.RollupID, number uint64) (avs.Batch, bool, error)
	// Genesis is the rollup's genesis in the JSON of geth.
	Genesis(rollup avs.RollupID) ([]byte, bool, error)
	// Submit takes transactions as if they came by the rollup's RPC; one error (or nil) for each.
	Submit(ctx context.Context, rollup avs.RollupID, raw [][]byte) ([]error, bool)
}

const (
	// maxServing bounds bodies and transactions that are handled at once: a body is up to a megabyte.
	maxServing = 64
	// serveTimeout bounds one of them, so that a reader who takes nothing does not stay.
	serveTimeout = 30 * time.Second
	// retryAfter is what a client is told to wait when there are more, seconds.
	retryAfter = "1"
)

// batchRoutes serves followers over plain HTTP: bodies are bytes, and hex in JSON would double them.
//
//	GET  /squad/{rollup}/batches/{number}   the batch, as avs.Batch encodes it
//	GET  /squad/{rollup}/genesis            the genesis, JSON
//	POST /squad/{rollup}/transactions       an RLP list of raw transactions; the answer is a JSON list of "" or why not
func (s *Server) batchRoutes(mux *http.ServeMux) {
	if s.cfg.Batches == nil {
		return
	}
	h := batchHandler{lookup{s.cfg}, make(chan struct{}, maxServing)}
	mux.HandleFunc("GET /squad/{rollup}/batches/{number}", h.serve(h.batch))
	mux.HandleFunc("GET /squad/{rollup}/genesis", h.serve(h.genesis))
	mux.HandleFunc("POST /squad/{rollup}/transactions", h.serve(h.transactions))
}

type batchHandler struct {
	lookup  lookup
	serving chan struct{}
}

// serve bounds how many are handled and for how long, finds the rollup, and writes the answer or why there is none.
func (h batchHandler) serve(answer func(*http.Request, avs.Rollup) (kind string, data []byte, err error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		select {
		case h.serving <- struct{}{}:
			defer func() { <-h.serving }()
		default:
			w.Header().Set("Retry-After", retryAfter)
			http.Error(w, "busy: try again, or another operator", http.StatusServiceUnavailable)
			return
		}
		control, end := http.NewResponseController(w), time.Now().Add(serveTimeout)
		if err := errors.Join(control.SetReadDeadline(end), control.SetWriteDeadline(end)); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer func() { _ = control.SetReadDeadline(time.Time{}) }() // the connection may be used again
		rollup, err := h.lookup.rollup(r.PathValue("rollup"))
		var kind string
		var data []byte
		if err == nil {
			kind, data, err = answer(r, rollup)
		}
		if err != nil {
			http.Error(w, err.Error(), statusOf(err))
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		_, _ = w.Write(data) // an error is a reader that has gone
	}
}

func statusOf(err error) int {
	var gone *missingError
	var bad *inputError
	switch {
	case errors.As(err, &gone):
		return http.StatusNotFound
	case errors.As(err, &bad):
		return http.StatusBadRequest
	}
	return http.StatusInternalServerError
}

func (h batchHandler) batch(r *http.Request, rollup avs.Rollup) (string, []byte, error) {
	number, err := strconv.ParseUint(r.PathValue("number"), 10, 64)
	if err != nil {
		return "", nil, &inputError{"number must be a block number, in decimal digits"}
	}
	batch, found, err := h.lookup.cfg.Batches.Batch(r.Context(), rollup.ID, number)
	if err != nil {
		return "", nil, fmt.Errorf("read batch %d: %w", number, err)
	}
	if !found {
		return "", nil, &missingError{client.CodeNoBatch, "batch", fmt.Sprintf("no batch of %s with number %d here", rollup.Name, number)}
	}
	return "application/octet-stream", batch.Encode(), nil
}

func (h batchHandler) genesis(_ *http.Request, rollup avs.Rollup) (string, []byte, error) {
	data, found, err := h.lookup.cfg.Batches.Genesis(rollup.ID)
	if err == nil && !found {
		err = notServed("the genesis of " + rollup.Name)
	}
	return "application/json", data, err
}

func (h batchHandler) transactions(r *http.Request, rollup avs.Rollup) (string, []byte, error) {
	data, err := io.ReadAll(io.LimitReader(r.Body, client.MaxTransactions+1))
	if err != nil || len(data) > client.MaxTransactions {
		return "", nil, &inputError{fmt.Sprintf("an RLP list of at most %d bytes is wanted", client.MaxTransactions)}
	}
	var raw [][]byte
	if err := rlp.DecodeBytes(data, &raw); err != nil {
		return "", nil, &inputError{"transactions are no RLP list of byte strings"}
	}
	errs, served := h.lookup.cfg.Batches.Submit(r.Context(), rollup.ID, raw)
	if !served {
		return "", nil, notServed("transactions of " + rollup.Name)
	}
	words := make([]string, len(errs))
	for i, err := range errs {
		if err != nil {
			words[i] = err.Error()
		}
	}
	data, err = json.Marshal(words)
	return "application/json", data, err
}
