package keys_test

import (
	"bytes"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/uuid"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/keys"
)

const password = "correct horse"

// format is one of the two encrypted formats, so that both pass the same tests.
type format struct {
	save func(path, password string, s keys.Strength) (secret string, err error)
	load func(path, password string) (secret string, err error)
}

func formats(t *testing.T) map[string]format {
	return map[string]format{
		"bls": {
			func(path, password string, s keys.Strength) (string, error) {
				k, err := bls.GenerateKey()
				require.NoError(t, err)
				b := k.Bytes()
				return hex.EncodeToString(b[:]), keys.SaveBLS(path, k, password, s)
			},
			func(path, password string) (string, error) {
				k, err := keys.LoadBLS(path, password)
				if err != nil {
					return "", err
				}
				b := k.Bytes()
				return hex.EncodeToString(b[:]), nil
			},
		},
		"ecdsa": {
			func(path, password string, s keys.Strength) (string, error) {
				k, err := crypto.GenerateKey()
				require.NoError(t, err)
				return hex.EncodeToString(crypto.FromECDSA(k)), keys.SaveECDSA(path, k, password, s)
			},
			func(path, password string) (string, error) {
				k, err := keys.LoadECDSA(path, password)
				if err != nil {
					return "", err
				}
				return hex.EncodeToString(crypto.FromECDSA(k)), nil
			},
		},
	}
}

func each(t *testing.T, test func(t *testing.T, f format, path string)) {
	for name, f := range formats(t) {
		t.Run(name, func(t *testing.T) { test(t, f, filepath.Join(t.TempDir(), "home", "keys", "key.json")) })
	}
}

// oneLine checks what an operator sees.
func oneLine(t *testing.T, err error, path string) {
	t.Helper()
	require.NotContains(t, err.Error(), "\n")
	require.Contains(t, err.Error(), path)
	require.Contains(t, err.Error(), ": ", "a remedy follows the fault")
}

func TestRoundTrip(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		secret, err := f.save(path, password, keys.Light)
		require.NoError(t, err)
		got, err := f.load(path, password)
		require.NoError(t, err)
		require.Equal(t, secret, got)

		info, err := os.Stat(path)
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
		info, err = os.Stat(filepath.Dir(path))
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o700), info.Mode().Perm())
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NotContains(t, string(raw), secret)
		left, err := os.ReadDir(filepath.Dir(path))
		require.NoError(t, err)
		require.Len(t, left, 1, "no temporary file stays")
	})
}

func TestStandardStrength(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		secret, err := f.save(path, password, keys.Standard)
		require.NoError(t, err)
		got, err := f.load(path, password)
		require.NoError(t, err)
		require.Equal(t, secret, got)
		local, err := keys.IsLocalFile(path)
		require.NoError(t, err)
		require.False(t, local)
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Contains(t, string(raw), "262144")
	})
}

func TestLightIsLightAndMarked(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		_, err := f.save(path, password, keys.Light)
		require.NoError(t, err)
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Contains(t, string(raw), keys.LocalMark)
		local, err := keys.IsLocalFile(path)
		require.NoError(t, err)
		require.True(t, local)
		begin := time.Now()
		_, err = f.load(path, password)
		require.NoError(t, err)
		require.Less(t, time.Since(begin), time.Second)
	})
}

func TestNeverReplaces(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		secret, err := f.save(path, password, keys.Light)
		require.NoError(t, err)
		_, err = f.save(path, password, keys.Light)
		require.ErrorIs(t, err, keys.ErrExists)
		oneLine(t, err, path)
		got, err := f.load(path, password)
		require.NoError(t, err)
		require.Equal(t, secret, got)
	})
}

func TestWrongPassword(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		_, err := f.save(path, password, keys.Light)
		require.NoError(t, err)
		for _, wrong := range []string{"", "wrong", password + " "} {
			_, err = f.load(path, wrong)
			require.ErrorIs(t, err, keys.ErrPassword)
			require.NotErrorIs(t, err, keys.ErrCorrupt)
			oneLine(t, err, path)
		}
		_, err = f.save(path+"2", "", keys.Light)
		require.ErrorIs(t, err, keys.ErrNoPassword)
	})
}

func TestMissingAndReadable(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		_, err := f.load(path, password)
		require.ErrorIs(t, err, keys.ErrNotFound)
		oneLine(t, err, path)
		_, err = f.save(path, password, keys.Light)
		require.NoError(t, err)
		for _, mode := range []os.FileMode{0o640, 0o604, 0o644, 0o666} {
			require.NoError(t, os.Chmod(path, mode))
			_, err = f.load(path, password)
			require.ErrorIs(t, err, keys.ErrPermissions)
			require.Contains(t, err.Error(), "chmod 600 "+path)
			oneLine(t, err, path)
		}
	})
}

// Every single change of a file is told from a wrong password, or does no harm.
func TestEveryByteChanged(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		secret, err := f.save(path, password, keys.Light)
		require.NoError(t, err)
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		for i := range raw {
			changed := bytes.Clone(raw)
			changed[i] ^= 1
			require.NoError(t, os.WriteFile(path, changed, 0o600))
			got, err := f.load(path, password)
			if err == nil {
				require.Equal(t, secret, got, "byte %d", i)
				continue
			}
			// A change that renames the mark itself leaves a file like any other software's.
			if !strings.Contains(string(changed), `"trident"`) || !strings.Contains(string(changed), `"checksum"`) {
				continue
			}
			require.ErrorIs(t, err, keys.ErrCorrupt, "byte %d", i)
			oneLine(t, err, path)
		}
	})
}

func TestCorrupt(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		_, err := f.save(path, password, keys.Light)
		require.NoError(t, err)
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		unmarked := func(s string) string { return strings.Replace(s, `"trident"`, `"other"`, 1) }
		replace := func(old, new string) string { return unmarked(strings.Replace(string(raw), old, new, 1)) }
		cases := map[string]string{
			"empty":            "",
			"truncated":        string(raw[:len(raw)/2]),
			"no object":        "[]",
			"empty object":     "{}",
			"another version":  replace(`"version": `, `"version": 1`),
			"dear kdf":         strings.Replace(replace(`"c": 1024`, `"c": 999999999`), `"n": 128`, `"n": 1073741824`, 1),
			"short kdf":        replace(`"dklen": 32`, `"dklen": 16`),
			"huge derived key": replace(`"dklen": 32`, `"dklen": 2000000000`),
			"bad salt":         replace(`"salt": "`, `"salt": "zz`),
			"salt of a number": replace(`"salt": "`, `"salt": 7, "x": "`),
			"unknown cipher":   replace(`aes-128-ctr`, `aes-128-xyz`),
			"short iv":         replace(`"iv": "`, `"iv": "", "x": "`),
			"too large":        string(raw) + strings.Repeat(" ", 70<<10),
		}
		for name, doc := range cases {
			t.Run(name, func(t *testing.T) {
				require.NotEqual(t, string(raw), doc)
				require.NoError(t, os.WriteFile(path, []byte(doc), 0o600))
				_, err := f.load(path, password)
				require.ErrorIs(t, err, keys.ErrCorrupt)
				oneLine(t, err, path)
			})
		}
		require.NoError(t, os.Remove(path))
		require.NoError(t, os.Mkdir(path, 0o700))
		_, err = f.load(path, password)
		require.ErrorIs(t, err, keys.ErrCorrupt)
	})
}

// The test vector of EIP-2335 (PBKDF2), written by nobody of us. Its password has characters that must be normalised.
func TestForeignBLSKeystore(t *testing.T) {
	const doc = `{
    "crypto": {
        "kdf": {
            "function": "pbkdf2",
            "params": {
                "dklen": 32,
                "c": 262144,
                "prf": "hmac-sha256",
                "salt": "d4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3"
            },
            "message": ""
        },
        "checksum": {
            "function": "sha256",
            "params": {},
            "message": "8a9f5d9912ed7e75ea794bc5a89bca5f193721d30868ade6f73043c6ea6febf1"
        },
        "cipher": {
            "function": "aes-128-ctr",
            "params": {
                "iv": "264daa3f303d7259501c93d997d84fe6"
            },
            "message": "cee03fde2af33149775b7223e7845e4fb2c8ae1792e5f99fe9ecf474cc8c16ad"
        }
    },
    "description": "This is a test keystore that uses PBKDF2 to secure the secret.",
    "pubkey": "9612d7a727c9d0a22e185a1c768478dfe919cada9266988cb32359c11f2b7b27f4ae4040902382ae2910c15e2b420d07",
    "path": "m/12381/60/0/0",
    "uuid": "64625def-3331-4eea-ab6f-782f3ed16a83",
    "version": 4
}`
	path := filepath.Join(t.TempDir(), "k.json")
	require.NoError(t, os.WriteFile(path, []byte(doc), 0o600))
	k, err := keys.LoadBLS(path, "𝔱𝔢𝔰𝔱𝔭𝔞𝔰𝔰𝔴𝔬𝔯𝔡🔑")
	require.NoError(t, err)
	b := k.Bytes()
	require.Equal(t, "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f", hex.EncodeToString(b[:]))
}

func TestForeignECDSAKeystore(t *testing.T) {
	key, err := crypto.GenerateKey()
	require.NoError(t, err)
	raw, err := keystore.EncryptKey(&keystore.Key{
		Id: uuid.New(), Address: crypto.PubkeyToAddress(key.PublicKey), PrivateKey: key,
	}, password, 1<<4, 1)
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "k.json")
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	got, err := keys.LoadECDSA(path, password)
	require.NoError(t, err)
	require.True(t, key.Equal(got))
	// And the other way: geth opens ours.
	ours := filepath.Join(t.TempDir(), "o.json")
	require.NoError(t, keys.SaveECDSA(ours, key, password, keys.Light))
	raw, err = os.ReadFile(ours)
	require.NoError(t, err)
	theirs, err := keystore.DecryptKey(raw, password)
	require.NoError(t, err)
	require.True(t, key.Equal(theirs.PrivateKey))
}

func TestKeyOfAnotherPublicKey(t *testing.T) {
	each(t, func(t *testing.T, f format, path string) {
		_, err := f.save(path, password, keys.Light)
		require.NoError(t, err)
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, field := range []string{`"pubkey": "`, `"address": "`} {
			raw = bytes.Replace(raw, []byte(field), []byte(field+"00"), 1)
		}
		require.NoError(t, os.WriteFile(path, raw, 0o600))
		_, err = f.load(path, password)
		require.ErrorIs(t, err, keys.ErrCorrupt)
	})
}

func TestP2P(t *testing.T) {
	path := filepath.Join(t.TempDir(), "home", "p2p.key")
	_, err := keys.LoadP2P(path)
	require.ErrorIs(t, err, keys.ErrNotFound)
	key, err := keys.LoadOrCreateP2P(path)
	require.NoError(t, err)
	again, err := keys.LoadOrCreateP2P(path)
	require.NoError(t, err)
	require.True(t, key.Equals(again))
	require.ErrorIs(t, keys.SaveP2P(path, key, keys.Standard), keys.ErrExists)
	local, err := keys.IsLocalFile(path)
	require.NoError(t, err)
	require.False(t, local)

	marked := filepath.Join(t.TempDir(), "p2p.key")
	require.NoError(t, keys.SaveP2P(marked, key, keys.Light))
	local, err = keys.IsLocalFile(marked)
	require.NoError(t, err)
	require.True(t, local)

	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	for name, doc := range map[string]string{
		"empty": "", "comment only": "# x\n", "no base64": "%%%", "no key": "AAAA",
		"two lines": string(raw) + "AAAA\n", "truncated": string(raw[:len(raw)-9]),
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, os.WriteFile(path, []byte(doc), 0o600))
			_, err := keys.LoadOrCreateP2P(path)
			require.ErrorIs(t, err, keys.ErrCorrupt)
			oneLine(t, err, path)
		})
	}
	require.NoError(t, os.Chmod(path, 0o644))
	_, err = keys.LoadOrCreateP2P(path)
	require.ErrorIs(t, err, keys.ErrPermissions)
}

func TestLocal(t *testing.T) {
	a, err := keys.Local(keys.LocalSeed, 0)
	require.NoError(t, err)
	again, err := keys.Local(keys.LocalSeed, 0)
	require.NoError(t, err)
	require.True(t, a.BLS.Equal(again.BLS))
	require.True(t, a.Consensus.Equal(again.Consensus))
	require.True(t, a.P2P.Equals(again.P2P))
	// The first operator's keys are the same for ever: another release must find the same network.
	require.Equal(t, goldenAddress, crypto.PubkeyToAddress(a.Operator.PublicKey).Hex())
	require.Equal(t, goldenBLS, a.BLS.PublicKey().String())

	seen := map[string]bool{}
	for _, seed := range []string{keys.LocalSeed, "other", ""} {
		for i := range 3 {
			k, err := keys.Local(seed, i)
			require.NoError(t, err)
			id, err := peer.IDFromPrivateKey(k.P2P)
			require.NoError(t, err)
			ours := seed == keys.LocalSeed
			for name, check := range map[string]func() (bool, error){
				k.BLS.PublicKey().String(): func() (bool, error) { return keys.IsLocalBLS(k.BLS.PublicKey()) },
				id.String():                func() (bool, error) { return keys.IsLocalPeer(id) },
				crypto.PubkeyToAddress(k.Operator.PublicKey).Hex(): func() (bool, error) {
					return keys.IsLocalAddress(crypto.PubkeyToAddress(k.Operator.PublicKey))
				},
				crypto.PubkeyToAddress(k.Consensus.PublicKey).Hex(): func() (bool, error) {
					return keys.IsLocalAddress(crypto.PubkeyToAddress(k.Consensus.PublicKey))
				},
				crypto.PubkeyToAddress(k.Submitter.PublicKey).Hex(): func() (bool, error) {
					return keys.IsLocalAddress(crypto.PubkeyToAddress(k.Submitter.PublicKey))
				},
			} {
				require.False(t, seen[name], "a key twice")
				seen[name] = true
				local, err := check()
				require.NoError(t, err)
				require.Equal(t, ours, local)
			}
		}
	}
	require.False(t, keys.LocalAccount("a", "bc", 0).Equal(keys.LocalAccount("ab", "c", 0)))
}

func TestPassword(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(content), mode))
		return path
	}
	t.Setenv("TRIDENT_TEST_PASSWORD", "from env")
	t.Setenv("TRIDENT_TEST_EMPTY", "")
	noTerminal, err := os.Open(os.DevNull)
	require.NoError(t, err)
	defer func() { _ = noTerminal.Close() }()
	cases := map[string]struct {
		source keys.PasswordSource
		want   string
		err    error
	}{
		"file":              {keys.PasswordSource{File: write("a", "from file\n", 0o600), Env: "TRIDENT_TEST_PASSWORD"}, "from file", nil},
		"file with CRLF":    {keys.PasswordSource{File: write("b", "from file\r\n", 0o600)}, "from file", nil},
		"inner space stays": {keys.PasswordSource{File: write("c", " a b \n", 0o600)}, " a b ", nil},
		"file missing":      {keys.PasswordSource{File: filepath.Join(dir, "none")}, "", keys.ErrNotFound},
		"file empty":        {keys.PasswordSource{File: write("d", "\n", 0o600)}, "", keys.ErrNoPassword},
		"file readable":     {keys.PasswordSource{File: write("e", "x", 0o644)}, "", keys.ErrPermissions},
		"environment":       {keys.PasswordSource{Env: "TRIDENT_TEST_PASSWORD"}, "from env", nil},
		"environment empty": {keys.PasswordSource{Env: "TRIDENT_TEST_EMPTY"}, "", keys.ErrNoPassword},
		"nothing":           {keys.PasswordSource{}, "", keys.ErrNoPassword},
		"no terminal":       {keys.PasswordSource{Terminal: noTerminal, Out: io.Discard}, "", keys.ErrNoPassword},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := c.source.Read()
			require.ErrorIs(t, err, c.err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestUnwritableDirectory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	each(t, func(t *testing.T, f format, _ string) {
		_, err := f.save(filepath.Join(file, "key.json"), password, keys.Light)
		require.Error(t, err)
	})
	require.Error(t, keys.SaveBLS(filepath.Join(t.TempDir(), "k"), bls.SecretKey{}, password, keys.Light))
}
