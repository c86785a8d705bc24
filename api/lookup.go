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
	names := make([]string, 0, len(l.cfg.Rollups))
	for _, r := range l.cfg.Rollups {
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
