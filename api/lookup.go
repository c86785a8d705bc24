package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
)

// missingError is an error about something that is not there; it carries a JSON-RPC code.
type missingError struct {
	code int
	what string
	line string
}

func (m *missingError) Error() string  { return m.line }
func (m *missingError) ErrorCode() int { return m.code }

// ErrorData names what is missing in one word.
func (m *missingError) ErrorData() any { return map[string]string{"missing": m.what} }

// inputError is an error about a parameter.
type inputError struct{ line string }

func (b *inputError) Error() string  { return b.line }
func (b *inputError) ErrorCode() int { return -32602 } // invalid params (JSON-RPC 2.0)

// lookup finds what both kinds of API answer with.
type lookup struct{ cfg Config }

// rollup finds a rollup by id in 0x-hex or by name.
func (l lookup) rollup(word string) (avs.Rollup, error) {
	rollups := l.cfg.rollups()
	names := make([]string, 0, len(rollups))
	for _, r := range rollups {
		if strings.EqualFold(word, r.ID.Hex()) || word == r.Name {
			return r, nil
		}
		names = append(names, r.Name)
	}
	if len(word) > 80 {
		word = word[:80] + "…"
	}
	return avs.Rollup{}, &missingError{client.CodeNoRollup, "rollup",
		fmt.Sprintf("rollup %q is not served by this operator; it serves: %s", word, strings.Join(names, ", "))}
}

// block is a parsed block parameter: a hash, a number, or the latest.
type block struct {
	hash   *common.Hash
	number *uint64
}

// parseBlock reads a number (0x-hex or a JSON number), a hash, "latest", null or nothing.
func parseBlock(raw json.RawMessage) (block, error) {
	raw = bytes.TrimSpace(raw)
	bad := &inputError{`block must be "latest", a number (0x-hex or JSON number) or a 32-byte hash in 0x-hex`}
	if len(raw) == 0 || string(raw) == "null" {
		return block{}, nil
	}
	if raw[0] != '"' {
		n, err := strconv.ParseUint(string(raw), 10, 64)
		if err != nil {
			return block{}, bad
		}
		return block{number: &n}, nil
	}
	var word string
	if json.Unmarshal(raw, &word) != nil {
		return block{}, bad
	}
	if word == client.Latest {
		return block{}, nil
	}
	if len(word) == 66 {
		var h common.Hash
		if h.UnmarshalText([]byte(word)) != nil {
			return block{}, bad
		}
		return block{hash: &h}, nil
	}
	n, err := hexutil.DecodeUint64(word)
	if err != nil {
		return block{}, bad
	}
	return block{number: &n}, nil
}

// certificate finds a certificate, or says what is missing.
func (l lookup) certificate(r avs.Rollup, b block) (avs.Certificate, error) {
	newest, some, err := l.cfg.Certificates.Latest(r.ID)
	if err != nil {
		return avs.Certificate{}, err
	}
	if !some {
		return avs.Certificate{}, &missingError{client.CodeNoCertificate, "certificate", fmt.Sprintf("no block of %s is certified yet", r.Name)}
	}
	var c avs.Certificate
	var found bool
	var which string
	switch {
	case b.hash != nil:
		which = "hash " + b.hash.Hex()
		c, found, err = l.cfg.Certificates.ByHash(r.ID, *b.hash)
	case b.number != nil:
		which = "number " + strconv.FormatUint(*b.number, 10)
		c, found, err = l.cfg.Certificates.ByNumber(r.ID, *b.number)
	default:
		return newest, nil
	}
	if err != nil {
		return avs.Certificate{}, err
	}
	if !found {
		return avs.Certificate{}, &missingError{client.CodeNoCertificate, "certificate",
			fmt.Sprintf("no certificate of %s for block %s; the newest is number %d", r.Name, which, newest.Claim.Number)}
	}
	return c, nil
}

// operatorSet finds the MACH set of a rollup; epoch 0 is the one in force.
func (l lookup) operatorSet(r avs.Rollup, epoch avs.Epoch) (*avs.OperatorSet, error) {
	current, err := l.cfg.Sets.Current(avs.MachSet(r.Index))
	if err != nil {
		return nil, &missingError{client.CodeNoOperatorSet, "operator set", fmt.Sprintf("the MACH set of %s has no epoch yet", r.Name)}
	}
	if epoch == 0 {
		return current, nil
	}
	set, known := l.cfg.Sets.At(avs.MachSet(r.Index), epoch)
	if !known {
		return nil, &missingError{client.CodeNoOperatorSet, "operator set",
			fmt.Sprintf("no MACH set of %s at epoch %d; the newest epoch is %d", r.Name, epoch, current.Epoch())}
	}
	return set, nil
}

// start is the number a subscriber begins with: what it asked for, or the one after the newest.
func (l lookup) start(r avs.Rollup, from uint64) (uint64, error) {
	if from != 0 {
		return from, nil
	}
	newest, some, err := l.cfg.Certificates.Latest(r.ID)
	if err != nil || !some {
		return 1, err
	}
	return newest.Claim.Number + 1, nil
}

const (
	// handOffPage and handOffMembers bound an answer with hand-offs: with 256 members in a set, one is up to a few hundred
	// kilobytes of JSON.
	handOffPage    = 32
	handOffMembers = 4096
)

func notServed(what string) error {
	return &missingError{client.CodeNotServed, what, "this operator does not serve " + what + "; ask another one"}
}

// handOffs are the hand-offs from an L1 block on: as many as fit into an answer, and at least one if there is any.
func (l lookup) handOffs(from uint64) ([]avs.CertifiedL1View, error) {
	if l.cfg.HandOffs == nil {
		return nil, notServed("hand-offs")
	}
	all, err := l.cfg.HandOffs.HandOffsFrom(from, handOffPage)
	if err != nil {
		return nil, fmt.Errorf("read hand-offs: %w", err)
	}
	members := 0
	for i, h := range all {
		for _, s := range h.View.Sets {
			members += s.Len()
		}
		if i > 0 && members > handOffMembers {
			return all[:i], nil
		}
	}
	return all, nil
}

// alerts is the state of a rollup's circuit breaker, with a channel that is closed when it changes.
func (l lookup) alerts(r avs.Rollup) (avs.AlertState, <-chan struct{}, error) {
	if l.cfg.Alerts == nil {
		return avs.AlertState{}, nil, notServed("alerts")
	}
	state, changed, err := l.cfg.Alerts.AlertState(r.ID)
	if err != nil {
		return avs.AlertState{}, nil, fmt.Errorf("read alerts of %s: %w", r.Name, err)
	}
	return state, changed, nil
}

// voter is who cast a vote; false if its operator set is not known any more.
func (l lookup) voter(r avs.Rollup, v avs.AlertVote) (avs.OperatorID, bool) {
	set, known := l.cfg.Sets.At(avs.MachSet(r.Index), v.Alert.Epoch)
	if !known || int(v.Member) >= set.Len() {
		return avs.OperatorID{}, false
	}
	return set.Member(int(v.Member)).Operator, true
}

// votes are those whose authors are known, in JSON.
func (l lookup) votes(r avs.Rollup, votes []avs.AlertVote) []client.AlertVote {
	out := []client.AlertVote{}
	for _, v := range votes {
		if operator, known := l.voter(r, v); known {
			out = append(out, client.NewAlertVote(operator, v))
		}
	}
	return out
}

// genesis are the sets that the network began with.
func (l lookup) genesis() (avs.L1View, error) {
	if l.cfg.Genesis == nil {
		return avs.L1View{}, notServed("genesis sets")
	}
	return *l.cfg.Genesis, nil
}
