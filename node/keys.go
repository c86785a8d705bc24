package node

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"errors"
	"fmt"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	libp2p "github.com/libp2p/go-libp2p/core/crypto"
	"golang.org/x/term"

	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/keys"
)

// The files of the key directory. The cold key of the operator's account is never among them.
const (
	blsKeyFile       = "bls.json"
	consensusKeyFile = "consensus.json"
	submitterKeyFile = "submitter.json"
	p2pKeyFile       = "p2p.json"
	passwordFile     = "password"
)

// PasswordEnv is the environment variable that may hold the password of the keystores.
const PasswordEnv = "TRIDENT_PASSWORD"

// ErrLocalKey is the sentinel of a local network's key on another network.
var ErrLocalKey = errors.New("key of a local network, which everybody knows, on another network")

// Keys are what a running operator holds.
type Keys struct {
	BLS       bls.SecretKey
	Consensus *ecdsa.PrivateKey
	Submitter *ecdsa.PrivateKey
	P2P       libp2p.PrivKey
}

// SaveKeys writes the keystores of a home directory that InitHome made; no file is replaced.
func SaveKeys(home *Home, k Keys, password string, s keys.Strength) error {
	return errors.Join(
		keys.SaveBLS(home.Keys(blsKeyFile), k.BLS, password, s),
		keys.SaveECDSA(home.Keys(consensusKeyFile), k.Consensus, password, s),
		keys.SaveECDSA(home.Keys(submitterKeyFile), k.Submitter, password, s),
		keys.SaveP2P(home.Keys(p2pKeyFile), k.P2P, s),
		writeFile(home.Keys(passwordFile), []byte(password+"\n")),
	)
}

// readPassword takes the password from the file `password` in the key directory, the environment, or the terminal.
func readPassword(home *Home) (string, error) {
	source := keys.PasswordSource{Env: PasswordEnv, Out: os.Stderr, Question: "Password of the keystores"}
	if term.IsTerminal(int(os.Stdin.Fd())) {
		source.Terminal = os.Stdin
	}
	if _, err := os.Stat(home.Keys(passwordFile)); err == nil {
		source.File = home.Keys(passwordFile)
	}
	return source.Read()
}

// loadSigningKeys reads the keystores of the keys that the guard has.
func loadSigningKeys(home *Home, password string) (k Keys, err error) {
	if k.BLS, err = keys.LoadBLS(home.Keys(blsKeyFile), password); err != nil {
		return Keys{}, err
	}
	k.Consensus, err = keys.LoadECDSA(home.Keys(consensusKeyFile), password)
	return k, err
}

// loadKeys reads the keystores; those of the guard's keys only when the guard is here, not in a signer of its own.
func loadKeys(home *Home, guardHere bool) (k Keys, err error) {
	password, err := readPassword(home)
	if err != nil {
		return Keys{}, err
	}
	if guardHere {
		if k, err = loadSigningKeys(home, password); err != nil {
			return Keys{}, err
		}
	}
	if k.Submitter, err = keys.LoadECDSA(home.Keys(submitterKeyFile), password); err != nil {
		return Keys{}, err
	}
	if k.P2P, err = keys.LoadP2P(home.Keys(p2pKeyFile)); err != nil {
		return Keys{}, err
	}
	return k, nil
}

// checkLocal refuses keys of local networks elsewhere.
func (k Keys) checkLocal(n *Network) error {
	if n.Local {
		return nil
	}
	accounts := []common.Address{crypto.PubkeyToAddress(k.Submitter.PublicKey)}
	if k.Consensus == nil {
		return refuseLocal(n, false, accounts...) // the signer's are looked at when it answers
	}
	local, err := keys.IsLocalBLS(k.BLS.PublicKey())
	if err != nil {
		return err
	}
	return refuseLocal(n, local, append(accounts, crypto.PubkeyToAddress(k.Consensus.PublicKey))...)
}

// ed25519 is the p2p key as CometBFT takes it: one identity serves both transports, so the peer id on L1 names both.
func (k Keys) ed25519() (ed25519.PrivateKey, error) {
	raw, err := k.P2P.Raw()
	if err != nil || len(raw) != ed25519.PrivateKeySize || k.P2P.Type() != libp2p.Ed25519 {
		return nil, fmt.Errorf("p2p key must be ed25519, it is %s", k.P2P.Type())
	}
	return raw, nil
}
