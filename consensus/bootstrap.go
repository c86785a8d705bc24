package consensus

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	cfg "github.com/cometbft/cometbft/config"
	cmtstate "github.com/cometbft/cometbft/proto/tendermint/state"
	sm "github.com/cometbft/cometbft/state"
	"github.com/cometbft/cometbft/store"
	"github.com/cometbft/cometbft/types"
	"github.com/cometbft/cometbft/version"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/cometbft/cometbft/crypto/secp256k1eth"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
)

// ErrSnapshotProof is what no set that L1 names has signed.
var ErrSnapshotProof = errors.New("snapshot is not proven")

// beginning is where CometBFT goes on from: proven, except for whose turn it is to propose, which no header commits to.
type beginning struct {
	state  sm.State
	commit *types.Commit // of the last block
}

// checkProof checks that more than two thirds of an ordering set that L1 names signed the block after a height. That block
// commits to all else.
func (n *Node) checkProof(height uint64, data []byte, trusted []*avs.OperatorSet) (b beginning, err error) {
	var p snapshotProof
	if err := rlp.DecodeBytes(data, &p); err != nil {
		return b, fmt.Errorf("%w: %w", ErrSnapshotProof, err)
	}
	chain := n.config.Genesis.ChainID
	last, err1 := readSigned(p.Header)
	next, err2 := readSigned(p.Next)
	validators, err3 := readValidators(p.Validators)
	then, err4 := readValidators(p.Then)
	after, err5 := readValidators(p.Last)
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		return b, fmt.Errorf("%w: %w", ErrSnapshotProof, err)
	}
	if err := errors.Join(last.ValidateBasic(chain), next.ValidateBasic(chain)); err != nil {
		return b, fmt.Errorf("%w: %w", ErrSnapshotProof, err)
	}
	if uint64(next.Height) != height+1 || uint64(last.Height) != height {
		return b, fmt.Errorf("%w: it is of height %d, not %d", ErrSnapshotProof, last.Height, height)
	}
	if !named(next.ValidatorsHash, trusted) {
		return b, fmt.Errorf("%w: its validators are no ordering set that L1 has had lately", ErrSnapshotProof)
	}
	if err := then.VerifyCommitLight(chain, next.Commit.BlockID, next.Height, next.Commit); err != nil {
		return b, fmt.Errorf("%w: %w", ErrSnapshotProof, err)
	}
	doc, err := genesisDoc(n.config.Genesis)
	if err != nil {
		return b, err
	}
	for what, same := range map[string]bool{
		"validators":           bytes.Equal(then.Hash(), next.ValidatorsHash),
		"next validators":      bytes.Equal(after.Hash(), next.NextValidatorsHash),
		"last block":           bytes.Equal(last.Hash(), next.LastBlockID.Hash) && last.Commit.BlockID.Equals(next.LastBlockID),
		"last commit":          bytes.Equal(last.Commit.Hash(), next.LastCommitHash),
		"last validators":      bytes.Equal(validators.Hash(), last.ValidatorsHash),
		"consensus params":     bytes.Equal(doc.ConsensusParams.Hash(), next.ConsensusHash),
		"turn of the proposer": next.Commit.Round != 0 || bytes.Equal(then.GetProposer().Address, next.ProposerAddress),
	} {
		if !same {
			return b, fmt.Errorf("%w: the %s are not those of block %d", ErrSnapshotProof, what, next.Height)
		}
	}
	return beginning{commit: last.Commit, state: sm.State{
		ChainID: chain, Version: cmtstate.Version{Consensus: next.Version, Software: version.TMCoreSemVer}, InitialHeight: doc.InitialHeight,
		LastBlockHeight: last.Height, LastBlockTime: last.Time, LastBlockID: next.LastBlockID, AppHash: next.AppHash, LastResultsHash: next.LastResultsHash,
		LastValidators: validators, Validators: then, NextValidators: after, LastHeightValidatorsChanged: next.Height + 1,
		ConsensusParams: *doc.ConsensusParams, LastHeightConsensusParamsChanged: next.Height,
	}}, nil
}

// named tells whether validators are one of the ordering sets.
func named(hash []byte, trusted []*avs.OperatorSet) bool {
	for _, set := range trusted {
		var list []*types.Validator
		for _, v := range state.Validators(set) {
			key, err := secp256k1eth.NewPubKeyFromBytes(v.Key[:])
			if err != nil {
				continue
			}
			list = append(list, types.NewValidator(key, v.Power))
		}
		if bytes.Equal(types.NewValidatorSet(list).Hash(), hash) {
			return true
		}
	}
	return false
}

// restoring marks a home whose CometBFT stores are written and whose records are not yet.
const restoring = "restoring"

// begin writes CometBFT's stores, as its own BootstrapState does.
func (n *Node) begin(b beginning) error {
	data := filepath.Join(n.config.Home, "data")
	if err := os.MkdirAll(data, 0o700); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	if err := os.WriteFile(filepath.Join(data, restoring), nil, 0o600); err != nil {
		return fmt.Errorf("mark folder: %w", err)
	}
	dbs := &databases{dir: data}
	conf := cometConfig(n.config)
	blocks, err1 := dbs.provide(&cfg.DBContext{ID: "blockstore", Config: conf})
	states, err2 := dbs.provide(&cfg.DBContext{ID: "state", Config: conf})
	if err := errors.Join(err1, err2); err != nil {
		return errors.Join(err, dbs.close())
	}
	keep := sm.NewStore(states, sm.StoreOptions{DiscardABCIResponses: true})
	err := keep.Bootstrap(b.state)
	if err == nil {
		err = store.NewBlockStore(blocks).SaveSeenCommit(b.state.LastBlockHeight, b.commit)
	}
	if err == nil {
		err = keep.SetOfflineStateSyncHeight(b.state.LastBlockHeight)
	}
	return errors.Join(err, dbs.close())
}

// began ends the mark of begin.
func (n *Node) began() error {
	return os.Remove(filepath.Join(n.config.Home, "data", restoring))
}

// undo removes the stores of a beginning whose records were never written: the crash was in between.
func (n *Node) undo() error {
	data := filepath.Join(n.config.Home, "data")
	if _, err := os.Stat(filepath.Join(data, restoring)); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if n.app.last().Height > 0 {
		return n.began() // only the mark was left
	}
	for _, name := range []string{"blockstore.db", "state.db"} {
		if err := os.RemoveAll(filepath.Join(data, name)); err != nil {
			return fmt.Errorf("remove half a beginning: %w", err)
		}
	}
	return n.began()
}

// stateHash is what the block after a height says of the state.
func (b beginning) stateHash() common.Hash { return common.BytesToHash(b.state.AppHash) }
