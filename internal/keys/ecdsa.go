package keys

import (
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/uuid"
)

// web3 is Web3 secret storage, version 3.
type web3 struct {
	Address string          `json:"address,omitempty"`
	Crypto  json.RawMessage `json:"crypto"`
	ID      string          `json:"id"`
	Version int             `json:"version"`
	Trident *mark           `json:"trident,omitempty"`
}

// web3Crypto is the "crypto" object of it.
type web3Crypto struct {
	Cipher       string `json:"cipher"`
	CipherText   string `json:"ciphertext"`
	CipherParams struct {
		IV string `json:"iv"`
	} `json:"cipherparams"`
	KDF       string    `json:"kdf"`
	KDFParams kdfParams `json:"kdfparams"`
	MAC       string    `json:"mac"`
}

func (c *web3Crypto) check() error {
	if err := c.KDFParams.check(c.KDF); err != nil {
		return err
	}
	if c.Cipher != "aes-128-ctr" {
		return fmt.Errorf("its cipher %q is unknown", c.Cipher)
	}
	if err := checkHex("initialisation vector", c.CipherParams.IV, 16); err != nil {
		return err
	}
	if err := checkHex("mac", c.MAC, 32); err != nil {
		return err
	}
	return checkHex("cipher text", c.CipherText, 32)
}

// The costs of a Light file: a scrypt of 128 KiB.
const (
	lightN = 1 << 7
	lightP = 1
)

// SaveECDSA writes key to a new Web3 secret storage file at path.
func SaveECDSA(path string, key *ecdsa.PrivateKey, password string, s Strength) error {
	if password == "" {
		return fmt.Errorf("save secp256k1 key: %w", ErrNoPassword)
	}
	id, err := uuid.NewRandom()
	if err != nil {
		return fmt.Errorf("name secp256k1 key file: %w", err)
	}
	n, p := keystore.StandardScryptN, keystore.StandardScryptP
	if s == Light {
		n, p = lightN, lightP
	}
	address := crypto.PubkeyToAddress(key.PublicKey)
	encrypted, err := keystore.EncryptKey(&keystore.Key{Id: id, Address: address, PrivateKey: key}, password, n, p)
	if err != nil {
		return fmt.Errorf("encrypt secp256k1 key: %w", err)
	}
	var k web3
	if err := json.Unmarshal(encrypted, &k); err != nil {
		return fmt.Errorf("encode secp256k1 key file: %w", err)
	}
	if k.Trident, err = newMark(k.Crypto, s); err != nil {
		return fmt.Errorf("encode secp256k1 key file: %w", err)
	}
	out, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return fmt.Errorf("encode secp256k1 key file: %w", err)
	}
	return writeFile(path, append(out, '\n'))
}

// LoadECDSA opens the Web3 secret storage file at path. It takes that of any software that follows the standard.
func LoadECDSA(path, password string) (*ecdsa.PrivateKey, error) {
	raw, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return decodeECDSA(path, raw, password)
}

func decodeECDSA(path string, raw []byte, password string) (*ecdsa.PrivateKey, error) {
	k, parsed, err := parseECDSA(raw)
	if err != nil {
		return nil, corrupt(path, err.Error())
	}
	// The library gets what was checked, in its own layout, and not the file.
	if k.Crypto, err = json.Marshal(parsed); err != nil {
		return nil, corrupt(path, err.Error())
	}
	normal, err := json.Marshal(web3{Address: k.Address, Crypto: k.Crypto, ID: k.ID, Version: k.Version})
	if err != nil {
		return nil, corrupt(path, err.Error())
	}
	key, err := keystore.DecryptKey(normal, password)
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, wrongPassword(path)
	}
	if err != nil {
		return nil, corrupt(path, "it holds no secp256k1 key")
	}
	address := strings.TrimPrefix(strings.ToLower(key.Address.Hex()), "0x")
	if k.Address != "" && strings.TrimPrefix(strings.ToLower(k.Address), "0x") != address {
		return nil, corrupt(path, "its key is not that of its address")
	}
	return key.PrivateKey, nil
}

func parseECDSA(raw []byte) (web3, *web3Crypto, error) {
	var k web3
	if err := json.Unmarshal(raw, &k); err != nil {
		return k, nil, fmt.Errorf("it is no Web3 secret storage: %w", err)
	}
	if k.Version != 3 {
		return k, nil, fmt.Errorf("its version is %d, want 3", k.Version)
	}
	if why := k.Trident.check(k.Crypto); why != "" {
		return k, nil, fmt.Errorf("%s", why)
	}
	if _, err := uuid.Parse(k.ID); err != nil {
		return k, nil, errors.New("its id is no UUID")
	}
	parsed := new(web3Crypto)
	if err := json.Unmarshal(k.Crypto, parsed); err != nil {
		return k, nil, fmt.Errorf("its crypto section is malformed: %w", err)
	}
	return k, parsed, parsed.check()
}
