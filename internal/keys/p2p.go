package keys

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/libp2p/go-libp2p/core/crypto"
)

// The transport key is not encrypted: it stands for no stake, a peer that loses it registers another, and a node must
// come back after a power cut without anyone at the keyboard. The file is the base64 of libp2p's own encoding; lines
// that begin with # are comments.

// GenerateP2P makes an Ed25519 transport key.
func GenerateP2P() (crypto.PrivKey, error) {
	key, _, err := crypto.GenerateEd25519Key(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("generate p2p key: %w", err)
	}
	return key, nil
}

// SaveP2P writes key to a new file at path.
func SaveP2P(path string, key crypto.PrivKey, s Strength) error {
	raw, err := crypto.MarshalPrivateKey(key)
	if err != nil {
		return fmt.Errorf("encode p2p key: %w", err)
	}
	comment := "trident p2p key"
	if s == Light {
		comment = LocalMark
	}
	return writeFile(path, []byte("# "+comment+"\n"+base64.StdEncoding.EncodeToString(raw)+"\n"))
}

// LoadP2P reads the key at path.
func LoadP2P(path string) (crypto.PrivKey, error) {
	raw, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return decodeP2P(path, raw)
}

func decodeP2P(path string, raw []byte) (crypto.PrivKey, error) {
	var data string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if data != "" {
			return nil, corrupt(path, "it holds more than one line of key")
		}
		data = line
	}
	b, err := base64.StdEncoding.Strict().DecodeString(data)
	if err != nil || len(b) == 0 {
		return nil, corrupt(path, "it is no base64 of a p2p key")
	}
	key, err := crypto.UnmarshalPrivateKey(b)
	if err != nil {
		return nil, corrupt(path, "it holds no p2p key")
	}
	return key, nil
}

// LoadOrCreateP2P reads the key at path, and makes one there if there is none.
func LoadOrCreateP2P(path string) (crypto.PrivKey, error) {
	key, err := LoadP2P(path)
	if !errors.Is(err, ErrNotFound) {
		return key, err
	}
	if key, err = GenerateP2P(); err != nil {
		return nil, err
	}
	if err := SaveP2P(path, key, Standard); err != nil {
		return nil, err
	}
	return key, nil
}
