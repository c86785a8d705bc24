package proxy

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"

	"github.com/ethereum/go-ethereum/common/hexutil"
)

// answer answers a message, single or batch, by way of the upstream's HTTP side. It is empty where there were only
// notifications.
func (p *Proxy) answer(ctx context.Context, message []byte) []byte {
	if !mayName(message) {
		out, err := p.upstream.post(ctx, message)
		if err != nil {
			return encode(refuse(idOf(message), codeUpstream, err.Error()))
		}
		return out
	}
	requests, batch, err := parse(message)
	switch {
	case errors.Is(err, errBatch):
		return encode(refuse(nil, codeInvalid, err.Error()))
	case err != nil:
		return encode(refuse(nil, codeParse, "parse request: "+err.Error()))
	}
	if !names(requests) {
		out, err := p.upstream.post(ctx, message)
		if err != nil {
			return encode(refuse(idOf(message), codeUpstream, err.Error()))
		}
		return out
	}
	answers := p.answerRewritten(ctx, requests)
	switch {
	case len(answers) == 0:
		return nil
	case batch:
		return encode(answers)
	}
	return encode(answers[0])
}

func names(requests []request) bool {
	for i := range requests {
		if requests[i].names() {
			return true
		}
	}
	return false
}

// answerRewritten answers requests of which at least one names the tag.
func (p *Proxy) answerRewritten(ctx context.Context, requests []request) []response {
	final, err := p.final.final(ctx)
	var answers []response
	var forward []request
	for _, r := range requests {
		switch {
		case !r.names():
		case err != nil:
			if len(r.ID) > 0 {
				answers = append(answers, refuse(r.ID, code(err), err.Error()))
			}
			continue
		default:
			r.rewrite(hexutil.EncodeUint64(final.number))
		}
		forward = append(forward, r)
	}
	if len(forward) == 0 {
		return answers
	}
	got, err := p.forward(ctx, forward)
	if err != nil {
		for _, r := range forward {
			if len(r.ID) > 0 {
				answers = append(answers, refuse(r.ID, codeUpstream, err.Error()))
			}
		}
		return answers
	}
	exact := map[string]bool{}
	for _, r := range forward {
		if r.exact {
			exact[string(r.ID)] = true
		}
	}
	for _, a := range got {
		if exact[string(a.ID)] && a.Error == nil {
			a = p.mustBe(final, a)
		}
		answers = append(answers, a)
	}
	return answers
}

// mustBe passes an answer only if it is the final block.
func (p *Proxy) mustBe(final block, a response) response {
	var h *header
	if err := json.Unmarshal(a.Result, &h); err != nil || h == nil {
		return refuse(a.ID, codeNotFound, ErrLags.Error())
	}
	if err := agree(final, h.Hash); err != nil {
		p.log.Error("the upstream node answered with a block that is not certified", "err", err)
		return refuse(a.ID, codeConflict, err.Error())
	}
	return a
}

// forward sends requests to the upstream, as a batch if there are several.
func (p *Proxy) forward(ctx context.Context, requests []request) ([]response, error) {
	var message []byte
	if len(requests) == 1 {
		message = encode(requests[0])
	} else {
		message = encode(requests)
	}
	out, err := p.upstream.post(ctx, message)
	if err != nil {
		return nil, err
	}
	out = bytes.TrimSpace(out)
	if len(out) == 0 {
		return nil, nil
	}
	var answers []response
	if out[0] == '[' {
		err = json.Unmarshal(out, &answers)
	} else {
		answers = make([]response, 1)
		err = json.Unmarshal(out, &answers[0])
	}
	if err != nil {
		return nil, errors.Join(ErrUpstream, err)
	}
	return answers, nil
}

// idOf is the id of a single request, as far as it can be told.
func idOf(message []byte) json.RawMessage {
	var r struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal(message, &r) != nil {
		return nil
	}
	return r.ID
}

func encode(v any) []byte {
	out, err := json.Marshal(v)
	if err != nil {
		return []byte(`{"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"the answer cannot be encoded"}}`)
	}
	return out
}
