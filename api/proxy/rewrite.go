package proxy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// tag is the block tag that is rewritten.
const tag = "finalized"

// JSON-RPC error codes.
const (
	codeParse     = -32700
	codeInvalid   = -32600
	codeUpstream  = -32000
	codeNotFound  = -39001 // as execution clients have it: the block is not known
	codeConflict  = -39002 // ours: what is final cannot be told
	maxBatch      = 1000   // as go-ethereum's server has it
	subscribeCall = "eth_subscribe"
	unsubscribe   = "eth_unsubscribe"
)

// request is a JSON-RPC request. Fields that are not read pass as they are.
type request struct {
	Version json.RawMessage `json:"jsonrpc,omitempty"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params,omitempty"`

	exact bool // the answer must be the final block
}

// response is a JSON-RPC response.
type response struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"` // with whatever data it has
}

type rpcError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func refuse(id json.RawMessage, code int, message string) response {
	if len(id) == 0 {
		id = json.RawMessage("null")
	}
	return response{Version: "2.0", ID: id, Error: encode(rpcError{code, message})}
}

// mayName is a quick look: false where the tag cannot be in the message, in whatever way JSON may write it.
func mayName(message []byte) bool {
	return bytes.Contains(message, []byte(tag)) || bytes.Contains(message, []byte(`\u`))
}

var errBatch = fmt.Errorf("batch is empty or has more than %d requests", maxBatch)

// parse reads a message: one request, or a batch.
func parse(message []byte) (requests []request, batch bool, err error) {
	message = bytes.TrimSpace(message)
	if len(message) == 0 {
		return nil, false, errors.New("no request")
	}
	if message[0] != '[' {
		var one request
		if err := json.Unmarshal(message, &one); err != nil {
			return nil, false, err
		}
		return []request{one}, false, nil
	}
	if err := json.Unmarshal(message, &requests); err != nil {
		return nil, true, err
	}
	if len(requests) == 0 || len(requests) > maxBatch {
		return nil, true, errBatch
	}
	return requests, true, nil
}

// blockKeys are the fields of an object that name a block: of a filter, and of a block by EIP-1898.
var blockKeys = []string{"fromBlock", "toBlock", "blockNumber"}

// names reports whether the request names the tag where a block is meant. What is to be signed is nobody's block.
func (r *request) names() bool {
	_, found := r.rewritten(tag)
	return found
}

// rewrite puts a block number in the place of the tag.
func (r *request) rewrite(number string) {
	if params, found := r.rewritten(number); found {
		r.exact = r.Method == "eth_getBlockByNumber" || r.Method == "eth_getHeaderByNumber"
		r.Params = params
	}
}

func (r *request) rewritten(number string) (json.RawMessage, bool) {
	if strings.HasPrefix(r.Method, "eth_sign") || strings.HasPrefix(r.Method, "personal_") || !mayName(r.Params) {
		return nil, false
	}
	var list []json.RawMessage
	if json.Unmarshal(r.Params, &list) != nil {
		return nil, false
	}
	found := false
	for i, p := range list {
		if is(p) {
			list[i], found = quoted(number), true
			continue
		}
		if object, changed := inObject(p, number); changed {
			list[i], found = object, true
		}
	}
	if !found {
		return nil, false
	}
	out, err := json.Marshal(list)
	return out, err == nil
}

// inObject rewrites the fields of an object that name a block.
func inObject(p json.RawMessage, number string) (json.RawMessage, bool) {
	var object map[string]json.RawMessage
	if json.Unmarshal(p, &object) != nil {
		return nil, false
	}
	found := false
	for _, key := range blockKeys {
		if is(object[key]) {
			object[key], found = quoted(number), true
		}
	}
	if !found {
		return nil, false
	}
	out, err := json.Marshal(object)
	return out, err == nil
}

func is(p json.RawMessage) bool {
	var word string
	return len(p) > 0 && json.Unmarshal(p, &word) == nil && word == tag
}

func quoted(s string) json.RawMessage { return json.RawMessage(`"` + s + `"`) }
