package consensus

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/signer"
)

// RestoreConfig says how a newcomer comes to the state of consensus without replaying its blocks.
type RestoreConfig struct {
	Self    avs.OperatorID
	Network avs.Network
	// Trusted are the ordering sets that L1 has had lately, the newest first. They are the root of all trust.
	Trusted func() []*avs.OperatorSet
	// Behind is how many blocks the network must have for it to be worth while.
	Behind uint64
}

const (
	// restorePoll is how often operators are asked whether there is a snapshot.
	restorePoll = 500 * time.Millisecond
	// restorePatience is for how long a newcomer asks before it replays blocks instead.
	restorePatience = time.Minute
	// restoreStall is for how long the network's height may stand: an idle one rises every second.
	restoreStall = 8 * time.Second
	// restoreTimeout bounds one request.
	restoreTimeout = 10 * time.Second
)

// Fresh tells whether consensus has done nothing here yet.
func (n *Node) Fresh() bool { return n.app.last().Height == 0 }

// Restore takes a snapshot of the state from other operators, before Start. False without an error says that the network is
// too young, or that nobody could give one in time: then blocks are replayed. A snapshot counts if operators with more than a
// third of the ordering set's weight have the same bytes, and if its state is what more than two thirds of it signed.
func (n *Node) Restore(ctx context.Context, c RestoreConfig) (bool, error) {
	if err := n.undo(); err != nil || !n.Fresh() {
		return false, err
	}
	if !enoughOthers(c) {
		return false, nil
	}
	pv, err := newValidator(n.config.Guard, n.config.Genesis.ChainID)
	if err != nil {
		return false, err
	}
	if err := pv.prepare(filepath.Join(n.config.Home, "data", "last_vote.json"), 0); err != nil {
		return false, err
	}
	var found offers
	until, stands, height := n.config.Clock.Now().Add(restorePatience), n.config.Clock.Now(), uint64(0)
	for n.config.Clock.Now().Before(until) {
		found = n.ask(ctx, c)
		if found.height != height {
			height, stands = found.height, n.config.Clock.Now()
		}
		if height > 0 && n.config.Clock.Since(stands) > restoreStall {
			n.config.Log.Warn("the network stands: replaying blocks, it may be waiting for this operator", "height", height)
			return false, nil
		}
		if found.young {
			return false, nil
		}
		for name, from := range found.vouched {
			err := n.restoreFrom(ctx, c, name, from)
			if err == nil {
				return true, pv.guard.Raise(ctx, signer.KeyConsensus, GuardDomain, pv.scope, GuardPosition(name.Height+1))
			}
			if ctx.Err() != nil {
				return false, ctx.Err()
			}
			n.config.Log.Warn("snapshot is not usable: asking for another", "height", name.Height, "err", err)
		}
		if err := clock.Sleep(ctx, n.config.Clock, restorePoll); err != nil {
			return false, err
		}
	}
	n.config.Log.Warn("no snapshot that enough operators have: replaying blocks", "after", restorePatience, "peers", len(c.Network.Peers()),
		"answered", found.answered, "offers", found.all, "err", found.err)
	return false, nil
}

// offers are what operators say that they have.
type offers struct {
	young    bool // more than a third of the weight says that the chain is short
	vouched  map[snapshotName][]avs.OperatorID
	answered int
	height   uint64 // the highest that was told
	all      map[snapshotName][]avs.OperatorID
	err      error // of the last one that did not answer
}

// ask asks all operators at once.
func (n *Node) ask(ctx context.Context, c RestoreConfig) offers {
	set := c.Trusted()[0] // a set that L1 had once does not go away
	var mu sync.Mutex
	var wg sync.WaitGroup
	var failed error
	by, young, answered, height := map[snapshotName][]avs.OperatorID{}, []avs.OperatorID{}, 0, uint64(0)
	for _, id := range c.Network.Peers() {
		wg.Go(func() {
			var list snapshotList
			reply, err := n.request(ctx, c, id, snapshotRequest{Kind: askList})
			if err == nil {
				err = rlp.DecodeBytes(reply, &list)
			}
			mu.Lock()
			defer mu.Unlock()
			if err != nil || len(list.Snapshots) > snapshotsKept {
				failed = err
				return
			}
			answered, height = answered+1, max(height, list.Height)
			if list.Height < c.Behind {
				young = append(young, id)
			}
			for _, name := range list.Snapshots {
				if name.Size <= snapshotSize && name.Height > 0 {
					by[name] = append(by[name], id)
				}
			}
		})
	}
	wg.Wait()
	found := offers{young: weighty(set, young), vouched: map[snapshotName][]avs.OperatorID{}, all: by, answered: answered, height: height, err: failed}
	for name, ids := range by {
		if weighty(set, ids) {
			found.vouched[name] = ids
		}
	}
	return found
}

// enoughOthers tells whether the other members of the newest ordering set could vouch for anything.
func enoughOthers(c RestoreConfig) bool {
	trusted := c.Trusted()
	if len(trusted) == 0 {
		return false
	}
	var others []avs.OperatorID
	for i := range trusted[0].Len() {
		if id := trusted[0].Member(i).Operator; id != c.Self {
			others = append(others, id)
		}
	}
	return weighty(trusted[0], others)
}

// weighty tells whether operators have more than a third of the weight of a set: one of them is honest.
func weighty(set *avs.OperatorSet, ids []avs.OperatorID) bool {
	signers := avs.NewBitmap(set.Len())
	for _, id := range ids {
		if i := set.Index(id); i >= 0 {
			signers = signers.With(i)
		}
	}
	return set.Available(set.WeightOf(signers))
}

// restoreFrom fetches a snapshot that enough operators vouch for, checks it and begins with it.
func (n *Node) restoreFrom(ctx context.Context, c RestoreConfig, name snapshotName, from []avs.OperatorID) error {
	var b beginning
	err := n.first(ctx, c, from, snapshotRequest{askProof, name.Height, 0}, func(reply []byte) (err error) {
		b, err = n.checkProof(name.Height, reply, c.Trusted())
		return err
	})
	if err != nil {
		return err
	}
	data, err := n.fetch(ctx, c, name, from)
	if err != nil {
		return err
	}
	all, blk, err := decodeSnapshot(data)
	if err != nil {
		return err
	}
	if blk.Height != name.Height || blk.State.Hash() != b.stateHash() {
		return fmt.Errorf("%w: height %d, state %s, not %d and %s", ErrSnapshotState, blk.Height, blk.State.Hash(), name.Height, b.stateHash())
	}
	if err := n.begin(b); err != nil {
		return fmt.Errorf("begin at height %d: %w", name.Height, err)
	}
	if blk, err = n.records.adopt(all); err != nil {
		return err
	}
	n.app.begin(blk)
	n.config.Log.Info("consensus begins with a snapshot", "height", blk.Height, "bytes", len(data), "vouched_by", len(from))
	return n.began()
}

// begin makes a block the committed one.
func (a *app) begin(blk block) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.committed = blk
	close(a.changed)
	a.changed = make(chan struct{})
}

// fetch gets all chunks; the whole must have the hash that was vouched for.
func (n *Node) fetch(ctx context.Context, c RestoreConfig, name snapshotName, from []avs.OperatorID) ([]byte, error) {
	data := make([]byte, 0, min(name.Size, 16*snapshotChunk))
	for index := range name.chunks() {
		size := min(snapshotChunk, name.Size-index*snapshotChunk)
		turn := int(index) % len(from) // share the load; whoever sends garbage is found out at the end
		err := n.first(ctx, c, append(from[turn:len(from):len(from)], from[:turn]...), snapshotRequest{askChunk, name.Height, index}, func(reply []byte) error {
			if uint64(len(reply)) != size {
				return fmt.Errorf("%w: chunk of %d bytes, not %d", errSnapshot, len(reply), size)
			}
			data = append(data, reply...)
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("chunk %d of %d: %w", index, name.chunks(), err)
		}
	}
	if hash := crypto.Keccak256Hash(data); hash != name.Hash {
		return n.fetchWhole(ctx, c, name, from, hash)
	}
	return data, nil
}

// fetchWhole gets all chunks from one operator after another: somebody sent a wrong one.
func (n *Node) fetchWhole(ctx context.Context, c RestoreConfig, name snapshotName, from []avs.OperatorID, wrong common.Hash) ([]byte, error) {
	for i := range from {
		if len(from) == 1 {
			break
		}
		if data, err := n.fetch(ctx, c, name, from[i:i+1]); err == nil {
			return data, nil
		}
	}
	return nil, fmt.Errorf("%w: it has hash %s, not %s", errSnapshot, wrong, name.Hash)
}

// first asks one operator after another until take accepts a reply.
func (n *Node) first(ctx context.Context, c RestoreConfig, from []avs.OperatorID, r snapshotRequest, take func([]byte) error) error {
	var failed []error
	for _, id := range from {
		reply, err := n.request(ctx, c, id, r)
		if err == nil {
			err = take(reply)
		}
		if err == nil {
			return nil
		}
		failed = append(failed, fmt.Errorf("%s: %w", id, err))
	}
	return errors.Join(failed...)
}

func (n *Node) request(ctx context.Context, c RestoreConfig, to avs.OperatorID, r snapshotRequest) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, restoreTimeout)
	defer cancel()
	return c.Network.Request(ctx, to, snapshotProtocol, encode(r))
}
