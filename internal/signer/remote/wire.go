package remote

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/internal/signer"
)

// The methods.
const (
	methodKeys        = "keys"
	methodSign        = "sign"
	methodUnslashable = "unslashable"
	methodWatermark   = "watermark"
	methodRaise       = "raise"
	methodPrune       = "prune"
	methodRestored    = "restored"
	methodSettle      = "settle"
	methodResume      = "resume"
	methodStreams     = "streams"
	methodExport      = "export"

	pathPrefix = "/v1/"
)

// maxRequest bounds a request: the longest payload in hexadecimal, and some fields.
const maxRequest = 4*signer.MaxPayload + 4096

// maxAnswer bounds an answer other than an export.
const maxAnswer = 16 << 20

// ErrRequest is a request that cannot be read.
var ErrRequest = errors.New("bad request to the signer")

// request is what every method takes; each uses the fields that it needs.
type request struct {
	Key      string        `json:"key,omitempty"` // "bls" or "consensus"
	Public   hexutil.Bytes `json:"public_key,omitempty"`
	Domain   string        `json:"domain,omitempty"`
	Scope    hexutil.Bytes `json:"scope,omitempty"`
	Position uint64        `json:"position,omitempty,string"`
	Digest   hexutil.Bytes `json:"digest,omitempty"`
	Payload  hexutil.Bytes `json:"payload,omitempty"`
	Purpose  string        `json:"purpose,omitempty"`
	At       int64         `json:"at,omitempty,string"` // Unix milliseconds of a restoration
}

// answer is what every method gives.
type answer struct {
	Signature hexutil.Bytes   `json:"signature,omitempty"`
	Keys      []publicKey     `json:"keys,omitempty"`
	Position  uint64          `json:"position,omitempty,string"`
	At        int64           `json:"at,omitempty,string"`
	Waiting   []wireStream    `json:"waiting,omitempty"`
	Streams   []streamStatus  `json:"streams,omitempty"`
	History   json.RawMessage `json:"history,omitempty"`
	Error     *wireError      `json:"error,omitempty"`
}

type publicKey struct {
	Key    string        `json:"key"`
	Public hexutil.Bytes `json:"public_key"`
}

type wireStream struct {
	Key    string        `json:"key"`
	Domain string        `json:"domain"`
	Scope  hexutil.Bytes `json:"scope"`
}

type streamStatus struct {
	wireStream
	Next    uint64 `json:"next,string"`
	Records int    `json:"records"`
	Waits   bool   `json:"waits,omitempty"`
}

type wireError struct {
	Code    string        `json:"code"`
	Message string        `json:"message"`
	Signed  hexutil.Bytes `json:"signed,omitempty"`  // of a conflict
	Payload hexutil.Bytes `json:"payload,omitempty"` // of a conflict
	Min     uint64        `json:"min,omitempty,string"`
}

// decodeRequest reads a request strictly: what this release does not know could be meant to restrict.
func decodeRequest(body []byte) (request, error) {
	var r request
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		return request{}, fmt.Errorf("%w: %w", ErrRequest, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return request{}, fmt.Errorf("%w: data after the object", ErrRequest)
	}
	return r, nil
}

func (r request) stream() (signer.Stream, error) {
	kind, err := parseKind(r.Key)
	if err != nil {
		return signer.Stream{}, err
	}
	if len(r.Scope) != 32 {
		return signer.Stream{}, fmt.Errorf("%w: scope of %d bytes, want 32", ErrRequest, len(r.Scope))
	}
	return signer.Stream{Key: kind, Domain: r.Domain, Scope: [32]byte(r.Scope)}, nil
}

func (r request) digest() ([32]byte, error) {
	if len(r.Digest) != 32 {
		return [32]byte{}, fmt.Errorf("%w: digest of %d bytes, want 32", ErrRequest, len(r.Digest))
	}
	return [32]byte(r.Digest), nil
}

func (r request) statement() (signer.Kind, signer.Statement, error) {
	s, err := r.stream()
	if err != nil {
		return 0, signer.Statement{}, err
	}
	digest, err := r.digest()
	return s.Key, signer.Statement{Domain: s.Domain, Scope: s.Scope, Position: r.Position, Digest: digest, Payload: string(r.Payload)}, err
}

func parseKind(text string) (signer.Kind, error) {
	for _, k := range []signer.Kind{signer.KeyBLS, signer.KeyConsensus} {
		if text == k.String() {
			return k, nil
		}
	}
	return 0, fmt.Errorf("%w: kind of key %q, want bls or consensus", ErrRequest, text)
}

func wireOf(s signer.Stream) wireStream { return wireStream{s.Key.String(), s.Domain, s.Scope[:]} }

func (w wireStream) stream() (signer.Stream, error) {
	return request{Key: w.Key, Domain: w.Domain, Scope: w.Scope}.stream()
}

// codes are the sentinels that cross the wire.
var codes = map[string]error{
	"conflict": signer.ErrConflict, "watermark": signer.ErrBelowWatermark, "no-key": signer.ErrNoKey, "statement": signer.ErrStatement,
	"restored": signer.ErrRestored, "purpose": signer.ErrPurpose, "request": ErrRequest, "unauthorized": ErrUnauthorized,
}

// internal is the code of an error that only the server can do something about; its log says what.
const internal = "internal"

func errorOf(err error) *wireError {
	out := &wireError{Code: internal, Message: "the signer could not do it; its log says why"}
	for code, sentinel := range codes {
		if errors.Is(err, sentinel) {
			out.Code, out.Message = code, err.Error()
		}
	}
	var conflict *signer.ConflictError
	if errors.As(err, &conflict) {
		out.Signed, out.Payload = conflict.Signed[:], []byte(conflict.Payload)
	}
	var low *signer.WatermarkError
	if errors.As(err, &low) {
		out.Min = low.Min
	}
	return out
}

// remoteError is an error of the server in its own words.
type remoteError struct {
	sentinel error
	message  string
}

func (e *remoteError) Error() string { return e.message }
func (e *remoteError) Unwrap() error { return e.sentinel }

// err is the error as the guard gave it; s is what was asked for.
func (w *wireError) err(s signer.Statement) error {
	sentinel, known := codes[w.Code]
	switch {
	case !known:
		return fmt.Errorf("%w: %s", signer.ErrUnavailable, w.Message)
	case w.Code == "conflict" && len(w.Signed) == 32:
		return &signer.ConflictError{Statement: s, Signed: [32]byte(w.Signed), Payload: string(w.Payload)}
	case w.Code == "watermark":
		return &signer.WatermarkError{Statement: s, Min: w.Min}
	}
	return &remoteError{sentinel, w.Message}
}
