package engine

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"

	"github.com/trident-network/trident/rollup"
)

// Faults of a Config, one sentinel each.
var (
	ErrURL      = errors.New("URL must be http, https, ws or wss")
	ErrSecret   = errors.New("JWT secret must be a file with 32 bytes in hex")
	ErrBuilder  = errors.New("builder must be empty, or one of payload, testing, op")
	ErrRequests = errors.New("blocks of this genesis can have execution requests, which an external client cannot be told; make the genesis with trident, or use the embedded client")
)

// Config says where a rollup's execution client is.
type Config struct {
	Engine  string // URL of the Engine API
	JWT     string // file with its secret, 32 bytes in hex
	RPC     string // URL of its JSON-RPC; over ws the pool is subscribed to, over http it is polled
	Builder string // how blocks are built, see Builders; empty to find out
	Genesis *core.Genesis
	// FeeRecipient, if set, is the only one that Build and Import accept.
	FeeRecipient *common.Address
}

// Check finds the first fault.
func (c Config) Check() error {
	for name, text := range map[string]string{"engine": c.Engine, "rpc": c.RPC} {
		u, err := url.Parse(text)
		if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "ws" && u.Scheme != "wss") {
			return fmt.Errorf("%w: %s = %q", ErrURL, name, text)
		}
	}
	if _, known := builders[c.Builder]; c.Builder != "" && !known {
		return fmt.Errorf("%w: %q", ErrBuilder, c.Builder)
	}
	if c.Genesis == nil || c.Genesis.Config == nil {
		return fmt.Errorf("%w: no genesis", rollup.ErrGenesis)
	}
	if !rollup.WithoutRequests(c.Genesis) {
		return ErrRequests
	}
	_, err := readSecret(c.JWT)
	return err
}

// readSecret reads the file that execution clients and their drivers share.
func readSecret(path string) (secret [32]byte, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return secret, fmt.Errorf("%w: %w", ErrSecret, err)
	}
	raw, err := hex.DecodeString(strings.TrimPrefix(strings.TrimSpace(string(data)), "0x"))
	if err != nil || len(raw) != len(secret) {
		return secret, fmt.Errorf("%w: %s", ErrSecret, path) // what is in it is nobody's to see
	}
	return [32]byte(raw), nil
}
