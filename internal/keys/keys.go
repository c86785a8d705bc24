// Package keys keeps the node's keys on disk: the BLS attestation key as an EIP-2335 keystore, secp256k1 keys as Web3
// secret storage, the libp2p key as a plain file. It also makes the well-known keys of local networks and tells them
// apart from real ones.
//
// Files are 0600 in directories of 0700, appear whole or not at all, and never replace a key that is there. A file
// that others than its owner can read is refused.
//
// Concurrency: every function may be used from any goroutine; two that write one path must not race.
//
// Failure: each fault is one line that names the file and the remedy, around one of the sentinels below. No error
// contains a key or a password.
package keys

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// What a caller can act on.
var (
	// ErrNotFound is a key file that is not there.
	ErrNotFound = errors.New("key file not found")
	// ErrExists is a key file that would be replaced.
	ErrExists = errors.New("key file exists")
	// ErrPermissions is a key or password file that others can read.
	ErrPermissions = errors.New("key file is readable by others")
	// ErrCorrupt is a key file that no password can open.
	ErrCorrupt = errors.New("key file is corrupt")
	// ErrPassword is a password that does not open the file.
	ErrPassword = errors.New("wrong password")
	// ErrNoPassword is a password that was not given, or is empty.
	ErrNoPassword = errors.New("no password")
)

// Strength is the cost of opening a keystore, for an attacker as for the node.
type Strength int

const (
	// Standard is the cost that the formats recommend: a second or so, and for Web3 storage 256 MiB for that time.
	Standard Strength = iota
	// Light opens in milliseconds and protects nothing. It is for local networks, and marks the file as theirs.
	Light
)

// LocalMark is written into every key file of a local network.
const LocalMark = "trident local network key"

// fault is a sentinel that prints as one line for the operator.
type fault struct {
	sentinel error
	line     string
}

func (f *fault) Error() string { return f.line }
func (f *fault) Unwrap() error { return f.sentinel }

func faultf(sentinel error, format string, args ...any) error {
	return &fault{sentinel, strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", " ")}
}

func corrupt(path, why string) error {
	return faultf(ErrCorrupt, "key file %s is corrupt (%s): restore it from a backup", path, why)
}

func wrongPassword(path string) error {
	return faultf(ErrPassword, "wrong password for key file %s: check the password file, variable or prompt", path)
}

// mark is what this package adds to a keystore; other software ignores it.
type mark struct {
	// Checksum is the SHA-256 of the compact "crypto" object: it tells a damaged file from a wrong password.
	Checksum string `json:"checksum"`
	// Local is LocalMark for the key of a local network.
	Local string `json:"local,omitempty"`
}

func newMark(crypto json.RawMessage, s Strength) (*mark, error) {
	sum, err := checksum(crypto)
	if err != nil {
		return nil, err
	}
	m := &mark{Checksum: sum}
	if s == Light {
		m.Local = LocalMark
	}
	return m, nil
}

// check says why crypto is not what the mark was made for, or nothing. A keystore of other software has no mark.
func (m *mark) check(crypto json.RawMessage) string {
	if m == nil {
		return ""
	}
	if sum, err := checksum(crypto); err != nil || sum != m.Checksum {
		return "its checksum does not match"
	}
	return ""
}

func checksum(crypto json.RawMessage) (string, error) {
	var v any
	if err := json.Unmarshal(crypto, &v); err != nil {
		return "", err
	}
	compact, err := json.Marshal(v) // sorted keys, no space: other software may lay the same values out anew
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(compact)
	return hex.EncodeToString(sum[:]), nil
}

// IsLocalFile says whether the key file at path carries LocalMark, without opening it.
func IsLocalFile(path string) (bool, error) {
	raw, err := readFile(path)
	if err != nil {
		return false, err
	}
	var k struct {
		Trident *mark `json:"trident"`
	}
	if err := json.Unmarshal(raw, &k); err == nil {
		return k.Trident != nil && k.Trident.Local != "", nil
	}
	return strings.Contains(string(raw), LocalMark), nil
}
