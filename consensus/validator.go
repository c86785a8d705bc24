package consensus

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"os"

	"github.com/cometbft/cometbft/crypto/secp256k1eth"
	cmtjson "github.com/cometbft/cometbft/libs/json"
	"github.com/cometbft/cometbft/privval"
	"github.com/ethereum/go-ethereum/crypto"
)

// loadValidator makes CometBFT's signer of the key, which never touches the disk, with its record of the last vote,
// which is written before each vote is released. A missing record is refused once the chain has blocks: without it a
// restarted operator could vote twice.
func loadValidator(key *ecdsa.PrivateKey, file string, mustExist bool) (*privval.FilePV, error) {
	pv := privval.NewFilePV(secp256k1eth.PrivKey(crypto.FromECDSA(key)), "", file)
	data, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		if mustExist {
			return nil, fmt.Errorf("%w: restore %s, or start from an empty home folder", ErrSignState, file)
		}
		return pv, saveFirst(pv)
	}
	if err != nil {
		return nil, fmt.Errorf("read last vote: %w", err)
	}
	var last privval.FilePVLastSignState
	if err := cmtjson.Unmarshal(data, &last); err != nil {
		return nil, fmt.Errorf("read last vote %s: %w", file, err)
	}
	s := &pv.LastSignState
	s.Height, s.Round, s.Step, s.Signature, s.SignBytes = last.Height, last.Round, last.Step, last.Signature, last.SignBytes
	return pv, nil
}

// saveFirst writes the record before the first vote; CometBFT panics where it cannot.
func saveFirst(pv *privval.FilePV) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("write last vote: %v", r)
		}
	}()
	pv.LastSignState.Save()
	return nil
}
