package consensus

import (
	"context"
	"errors"
	"fmt"

	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	"github.com/cometbft/cometbft/types"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// snapshotProtocol is the name of the request protocol.
const snapshotProtocol = "consensus/snapshot"

const (
	maxSnapshotRequest = 64
	maxSnapshotReply   = snapshotChunk + 1<<20
)

// A newcomer asks for one of three things.
const (
	askList  uint64 = 1 + iota // which snapshots there are
	askChunk                   // a part of one
	askProof                   // what the validators signed of it
)

type snapshotRequest struct{ Kind, Height, Index uint64 }

// snapshotList says where the chain is and which snapshots there are.
type snapshotList struct {
	Height    uint64
	Snapshots []snapshotName
}

type snapshotName struct {
	Height uint64
	Hash   common.Hash
	Size   uint64
}

func (s snapshotName) chunks() uint64 { return (s.Size + snapshotChunk - 1) / snapshotChunk }

// snapshotProof is what CometBFT keeps of the blocks around a height, each in its own encoding.
type snapshotProof struct {
	Header, Next           []byte // headers of the height and of the one after it, with their commits
	Validators, Then, Last []byte // of the height, the one after it and the one after that
}

// ServeSnapshots answers newcomers. A snapshot is made when one asks, for them all to ask for the same.
func (n *Node) ServeSnapshots(network avs.Network) {
	network.Serve(snapshotProtocol, maxSnapshotRequest, maxSnapshotReply, func(_ context.Context, _ avs.OperatorID, data []byte) ([]byte, error) {
		var r snapshotRequest
		if err := rlp.DecodeBytes(data, &r); err != nil {
			return nil, fmt.Errorf("decode snapshot request: %w", err)
		}
		switch r.Kind {
		case askList:
			return encode(n.listSnapshots()), nil
		case askChunk:
			return n.chunk(r.Height, r.Index)
		case askProof:
			return n.proof(int64(r.Height))
		}
		return nil, fmt.Errorf("snapshot request of kind %d", r.Kind)
	})
}

// listSnapshots names those whose next block is there, since that block's header has the state's hash.
func (n *Node) listSnapshots() snapshotList {
	height := n.app.last().Height
	list := snapshotList{Height: height}
	for _, s := range n.app.snapshots.want() {
		if s.height < height {
			list.Snapshots = append(list.Snapshots, snapshotName{s.height, s.hash, uint64(len(s.data))})
		}
	}
	return list
}

var errNoSnapshot = errors.New("no such snapshot")

func (n *Node) chunk(height, index uint64) ([]byte, error) {
	data, found := n.app.snapshots.find(height)
	size := uint64(len(data))
	if !found || index >= (size+snapshotChunk-1)/snapshotChunk {
		return nil, errNoSnapshot
	}
	return data[index*snapshotChunk : min((index+1)*snapshotChunk, size)], nil
}

func (n *Node) proof(height int64) ([]byte, error) {
	comet := n.running()
	if comet == nil {
		return nil, ErrNotRunning
	}
	env, err := comet.ConfigureRPC() // the one way to the state store
	if err != nil {
		return nil, err
	}
	signed := func(height int64) []byte {
		meta, commit := env.BlockStore.LoadBlockMeta(height), env.BlockStore.LoadBlockCommit(height)
		if commit == nil {
			commit = env.BlockStore.LoadSeenCommit(height)
		}
		if meta == nil || commit == nil {
			err = errors.Join(err, errNoSnapshot)
			return nil
		}
		return marshal((&types.SignedHeader{Header: &meta.Header, Commit: commit}).ToProto(), &err)
	}
	validators := func(height int64) []byte {
		set, loadErr := env.StateStore.LoadValidators(height)
		if loadErr != nil {
			err = errors.Join(err, loadErr)
			return nil
		}
		p, protoErr := set.ToProto()
		err = errors.Join(err, protoErr)
		return marshal(p, &err)
	}
	p := snapshotProof{Header: signed(height), Next: signed(height + 1), Validators: validators(height), Then: validators(height + 1), Last: validators(height + 2)}
	if err != nil {
		return nil, fmt.Errorf("prove snapshot of height %d: %w", height, err)
	}
	return encode(p), nil
}

// marshal is a message in protobuf; a failure is joined to err.
func marshal(m interface{ Marshal() ([]byte, error) }, err *error) []byte {
	data, marshalErr := m.Marshal()
	*err = errors.Join(*err, marshalErr)
	return data
}

func readSigned(data []byte) (*types.SignedHeader, error) {
	var p cmtproto.SignedHeader
	if err := p.Unmarshal(data); err != nil {
		return nil, err
	}
	return types.SignedHeaderFromProto(&p)
}

func readValidators(data []byte) (*types.ValidatorSet, error) {
	var p cmtproto.ValidatorSet
	if err := p.Unmarshal(data); err != nil {
		return nil, err
	}
	return types.ValidatorSetFromProto(&p)
}
