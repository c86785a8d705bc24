package keys

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"
	keystorev4 "github.com/wealdtech/go-eth2-wallet-encryptor-keystorev4"

	"github.com/trident-network/trident/internal/bls"
)

// eip2335 is a keystore of EIP-2335.
type eip2335 struct {
	Crypto      json.RawMessage `json:"crypto"`
	Description string          `json:"description,omitempty"`
	PublicKey   string          `json:"pubkey"`
	Path        string          `json:"path"`
	UUID        string          `json:"uuid"`
	Version     int             `json:"version"`
	Trident     *mark           `json:"trident,omitempty"`
}

// eip2335Crypto is the "crypto" object of it.
type eip2335Crypto struct {
	KDF struct {
		Function string    `json:"function"`
		Params   kdfParams `json:"params"`
		Message  string    `json:"message"`
	} `json:"kdf"`
	Checksum struct {
		Function string         `json:"function"`
		Params   map[string]any `json:"params"`
		Message  string         `json:"message"`
	} `json:"checksum"`
	Cipher struct {
		Function string `json:"function"`
		Params   struct {
			IV string `json:"iv"`
		} `json:"params"`
		Message string `json:"message"`
	} `json:"cipher"`
}

func (c *eip2335Crypto) check() error {
	if err := c.KDF.Params.check(c.KDF.Function); err != nil {
		return err
	}
	if c.Checksum.Function != "sha256" || c.Cipher.Function != "aes-128-ctr" {
		return fmt.Errorf("its checksum %q or cipher %q is unknown", c.Checksum.Function, c.Cipher.Function)
	}
	if err := checkHex("checksum", c.Checksum.Message, 32); err != nil {
		return err
	}
	if err := checkHex("initialisation vector", c.Cipher.Params.IV, 16); err != nil {
		return err
	}
	return checkHex("cipher message", c.Cipher.Message, bls.SecretKeySize)
}

// lightCost is the power of two of the rounds of a Light keystore.
const lightCost = 10

func blsEncryptor(s Strength) *keystorev4.Encryptor {
	if s == Light {
		// The library offers a lower cost to tests only, and tells them by this argument, which it does not use.
		return keystorev4.New(keystorev4.WithCost(new(testing.T), lightCost))
	}
	return keystorev4.New()
}

// SaveBLS writes key to a new EIP-2335 keystore at path.
func SaveBLS(path string, key bls.SecretKey, password string, s Strength) error {
	if key.IsZero() {
		return fmt.Errorf("save BLS key: %w", bls.ErrZeroKey)
	}
	if password == "" {
		return fmt.Errorf("save BLS key: %w", ErrNoPassword)
	}
	secret := key.Bytes()
	defer clear(secret[:])
	encrypted, err := blsEncryptor(s).Encrypt(secret[:], password)
	if err != nil {
		return fmt.Errorf("encrypt BLS key: %w", err)
	}
	crypto, err := json.Marshal(encrypted)
	if err != nil {
		return fmt.Errorf("encode BLS keystore: %w", err)
	}
	id, err := uuid.NewRandom()
	if err != nil {
		return fmt.Errorf("name BLS keystore: %w", err)
	}
	m, err := newMark(crypto, s)
	if err != nil {
		return fmt.Errorf("encode BLS keystore: %w", err)
	}
	public := key.PublicKey().Bytes()
	k := eip2335{
		Crypto: crypto, Description: "trident attestation key", PublicKey: hex.EncodeToString(public[:]),
		UUID: id.String(), Version: 4, Trident: m,
	}
	if s == Light {
		k.Description = LocalMark
	}
	out, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return fmt.Errorf("encode BLS keystore: %w", err)
	}
	return writeFile(path, append(out, '\n'))
}

// LoadBLS opens the EIP-2335 keystore at path. It takes that of any software that follows the standard.
func LoadBLS(path, password string) (bls.SecretKey, error) {
	raw, err := readFile(path)
	if err != nil {
		return bls.SecretKey{}, err
	}
	return decodeBLS(path, raw, password)
}

func decodeBLS(path string, raw []byte, password string) (bls.SecretKey, error) {
	k, crypto, err := parseBLS(raw)
	if err != nil {
		return bls.SecretKey{}, corrupt(path, err.Error())
	}
	// The library gets what was checked, in its own layout, and not the file.
	normal, err := json.Marshal(crypto)
	if err != nil {
		return bls.SecretKey{}, corrupt(path, err.Error())
	}
	var fields map[string]any
	if err := json.Unmarshal(normal, &fields); err != nil {
		return bls.SecretKey{}, corrupt(path, err.Error())
	}
	secret, err := keystorev4.New().Decrypt(fields, password)
	if err != nil {
		return bls.SecretKey{}, wrongPassword(path) // all else that Decrypt can object to was checked
	}
	defer clear(secret)
	key, err := bls.SecretKeyFromBytes(secret)
	if err != nil {
		return bls.SecretKey{}, corrupt(path, "it holds no BLS key")
	}
	public := key.PublicKey().Bytes()
	if k.PublicKey != "" && !strings.EqualFold(strings.TrimPrefix(k.PublicKey, "0x"), hex.EncodeToString(public[:])) {
		return bls.SecretKey{}, corrupt(path, "its key is not that of its public key")
	}
	return key, nil
}

func parseBLS(raw []byte) (eip2335, *eip2335Crypto, error) {
	var k eip2335
	if err := json.Unmarshal(raw, &k); err != nil {
		return k, nil, fmt.Errorf("it is no EIP-2335 keystore: %w", err)
	}
	if k.Version != 4 {
		return k, nil, fmt.Errorf("its version is %d, want 4", k.Version)
	}
	if why := k.Trident.check(k.Crypto); why != "" {
		return k, nil, fmt.Errorf("%s", why)
	}
	crypto := new(eip2335Crypto)
	if err := json.Unmarshal(k.Crypto, crypto); err != nil {
		return k, nil, fmt.Errorf("its crypto section is malformed: %w", err)
	}
	return k, crypto, crypto.check()
}
