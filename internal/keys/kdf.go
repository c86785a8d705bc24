package keys

import (
	"encoding/hex"
	"errors"
	"fmt"
)

// kdfParams are the parameters of the two key derivations, which both formats share.
type kdfParams struct {
	DKLen int    `json:"dklen"`
	Salt  string `json:"salt"`
	C     int    `json:"c,omitempty"`
	PRF   string `json:"prf,omitempty"`
	N     int    `json:"n,omitempty"`
	P     int    `json:"p,omitempty"`
	R     int    `json:"r,omitempty"`
}

// Opening a keystore must not be a way to exhaust the node: these bound the work that a file can ask for at four times
// and more of what any wallet writes.
const (
	maxPBKDF2 = 1 << 22
	maxScrypt = 1 << 30 // bytes of memory, 128·N·r
	maxP      = 16
)

// check validates before a library sees the values: those that they do not expect make them panic or run on and on.
func (p kdfParams) check(function string) error {
	if p.DKLen != 32 {
		return errors.New("its derived key is not 32 bytes")
	}
	if salt, err := hex.DecodeString(p.Salt); err != nil || len(salt) == 0 || len(salt) > 64 {
		return errors.New("its salt is malformed")
	}
	switch function {
	case "pbkdf2":
		if p.PRF != "hmac-sha256" || p.C < 1 || p.C > maxPBKDF2 {
			return errors.New("its pbkdf2 parameters are out of range")
		}
	case "scrypt":
		power := p.N > 1 && p.N&(p.N-1) == 0
		if !power || p.R < 1 || p.R > 64 || p.P < 1 || p.P > maxP || p.N > maxScrypt/128/p.R {
			return errors.New("its scrypt parameters are out of range")
		}
	default:
		return fmt.Errorf("its key derivation %q is unknown", function)
	}
	return nil
}

func checkHex(what, s string, size int) error {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != size {
		return fmt.Errorf("its %s is not %d bytes of hex", what, size)
	}
	return nil
}
