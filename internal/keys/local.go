package keys

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	libp2p "github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/peer"

	"github.com/trident-network/trident/internal/bls"
)

// LocalSeed is the seed of every local network. Its keys are known to everyone: IsLocalBLS and its like tell them, so
// that any other network can refuse them.
const LocalSeed = "trident local network"

// maxLocal is how many operators of LocalSeed are told apart: the most that an operator set can have.
const maxLocal = 256

// LocalKeys are all keys of one operator of a local network.
type LocalKeys struct {
	Operator  *ecdsa.PrivateKey // EigenLayer account
	Consensus *ecdsa.PrivateKey // sequencing and votes
	Submitter *ecdsa.PrivateKey // pays for L1 transactions
	BLS       bls.SecretKey     // attestation
	P2P       libp2p.PrivKey    // transport
}

// Local derives the keys of operator index (from 0). The same seed and index always give the same keys.
func Local(seed string, index int) (LocalKeys, error) {
	transport := localBytes(seed, "p2p", index, 0)
	p2p, err := libp2p.UnmarshalEd25519PrivateKey(ed25519.NewKeyFromSeed(transport[:]))
	if err != nil {
		return LocalKeys{}, fmt.Errorf("derive local p2p key: %w", err)
	}
	return LocalKeys{
		Operator:  LocalAccount(seed, "operator", index),
		Consensus: LocalAccount(seed, "consensus", index),
		Submitter: LocalAccount(seed, "submitter", index),
		BLS:       localBLS(seed, index),
		P2P:       p2p,
	}, nil
}

// LocalAccount derives a secp256k1 key of a local network for another use, such as a funded account.
func LocalAccount(seed, role string, index int) *ecdsa.PrivateKey {
	for try := uint64(0); ; try++ {
		b := localBytes(seed, role, index, try)
		if key, err := crypto.ToECDSA(b[:]); err == nil {
			return key
		}
	}
}

func localBLS(seed string, index int) bls.SecretKey {
	for try := uint64(0); ; try++ {
		b := localBytes(seed, "bls", index, try)
		b[0] &= 0x7f // the group order has 255 bits
		if key, err := bls.SecretKeyFromBytes(b[:]); err == nil {
			return key
		}
	}
}

// localBytes is the try-th candidate for a key. Lengths keep the parts from running into one another.
func localBytes(seed, role string, index int, try uint64) [32]byte {
	pre := []byte(LocalMark + "/v1/")
	for _, part := range []string{seed, role} {
		pre = binary.BigEndian.AppendUint64(pre, uint64(len(part)))
		pre = append(pre, part...)
	}
	pre = binary.BigEndian.AppendUint64(pre, uint64(index))
	pre = binary.BigEndian.AppendUint64(pre, try)
	return crypto.Keccak256Hash(pre)
}

// known are the public halves of the keys of LocalSeed.
type known struct {
	bls       map[bls.PublicKey]bool
	addresses map[common.Address]bool
	peers     map[peer.ID]bool
}

var localKnown = sync.OnceValues(func() (*known, error) {
	k := &known{map[bls.PublicKey]bool{}, map[common.Address]bool{}, map[peer.ID]bool{}}
	for i := range maxLocal {
		keys, err := Local(LocalSeed, i)
		if err != nil {
			return nil, err
		}
		id, err := peer.IDFromPrivateKey(keys.P2P)
		if err != nil {
			return nil, fmt.Errorf("derive local peer id: %w", err)
		}
		k.bls[keys.BLS.PublicKey()] = true
		k.peers[id] = true
		for _, a := range []*ecdsa.PrivateKey{keys.Operator, keys.Consensus, keys.Submitter} {
			k.addresses[crypto.PubkeyToAddress(a.PublicKey)] = true
		}
	}
	return k, nil
})

// IsLocalBLS says whether key is the attestation key of an operator of a local network. The first call derives all of
// them, some tens of milliseconds.
func IsLocalBLS(key bls.PublicKey) (bool, error) {
	k, err := localKnown()
	return err == nil && k.bls[key], err
}

// IsLocalAddress says whether a is an account of an operator of a local network.
func IsLocalAddress(a common.Address) (bool, error) {
	k, err := localKnown()
	return err == nil && k.addresses[a], err
}

// IsLocalPeer says whether id is the peer of an operator of a local network.
func IsLocalPeer(id peer.ID) (bool, error) {
	k, err := localKnown()
	return err == nil && k.peers[id], err
}
