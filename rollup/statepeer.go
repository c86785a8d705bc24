package rollup

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/eth/protocols/snap"
	gethlog "github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

const (
	// stateTimeout bounds one request for state.
	stateTimeout = 15 * time.Second
	// restUnanswered is for how long a peer is left alone that did not answer.
	restUnanswered = 2 * time.Second
)

// statePeers are the operators that state is read from, as geth's syncer wants them. A request that fails makes its peer
// rest, so that the syncer gives its work to others at once; an answer that does not prove itself ends a peer for good.
type statePeers struct {
	ctx    context.Context // of the sync; requests end with it
	sync   StateSync
	syncer snap.Syncer
	calls  sync.WaitGroup
	log    *slog.Logger

	mu     sync.Mutex
	joined map[avs.OperatorID]*statePeer
	rests  map[avs.OperatorID]time.Time
	liars  map[avs.OperatorID]bool
}

// statePeer implements snap.SyncPeer for one operator.
type statePeer struct {
	id  avs.OperatorID
	all *statePeers
}

// refresh makes the connected operators known to the syncer, less those that rest or lied.
func (s *statePeers) refresh() {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.sync.Clock.Now()
	connected := map[avs.OperatorID]bool{}
	for _, id := range s.sync.Network.Peers() {
		connected[id] = true
		if s.joined[id] != nil || s.liars[id] || s.rests[id].After(now) {
			continue
		}
		p := &statePeer{id, s}
		if err := s.syncer.Register(p); err == nil {
			s.joined[id] = p
		}
	}
	for id := range s.joined {
		if !connected[id] {
			s.leave(id)
		}
	}
}

// leave takes a peer from the syncer. The caller holds mu.
func (s *statePeers) leave(id avs.OperatorID) {
	if p := s.joined[id]; p != nil {
		delete(s.joined, id)
		_ = s.syncer.Unregister(p.ID()) // it is registered
	}
}

// honest are the connected peers that have not lied.
func (s *statePeers) honest() []avs.OperatorID {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []avs.OperatorID
	for _, id := range s.sync.Network.Peers() {
		if !s.liars[id] {
			out = append(out, id)
		}
	}
	return out
}

func (s *statePeers) rest(id avs.OperatorID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.leave(id)
	s.rests[id] = s.sync.Clock.Now().Add(restUnanswered)
}

// lied drops a peer for the rest of the sync.
func (s *statePeers) lied(id avs.OperatorID, err error) {
	s.mu.Lock()
	s.leave(id)
	s.liars[id] = true
	s.mu.Unlock()
	s.log.Warn("operator sent state that does not prove itself: it is not asked again", "operator", id, "err", err)
}

// close ends all requests.
func (s *statePeers) close() {
	s.calls.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	for id := range s.joined {
		s.leave(id)
	}
}

// ask sends a request and hands the reply to the syncer, on a goroutine of its own as the syncer wants it.
func ask[T any](p *statePeer, kind byte, request any, take func(*T) error) error {
	data, err := encodeAsk(kind, request)
	if err != nil {
		return err
	}
	s := p.all
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	s.calls.Go(func() {
		reply, err := s.request(p.id, data)
		if err != nil {
			if s.ctx.Err() == nil {
				s.log.Debug("read state", "operator", p.id, "err", err)
				s.rest(p.id)
			}
			return
		}
		answer := new(T)
		if err = rlp.DecodeBytes(reply, answer); err == nil {
			err = take(answer)
		}
		if err != nil && s.ctx.Err() == nil {
			s.lied(p.id, err)
		}
	})
	return nil
}

func (s *statePeers) request(to avs.OperatorID, data []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(s.ctx, stateTimeout)
	defer cancel()
	return s.sync.Network.Request(ctx, to, stateProtocol(s.sync.Rollup), data)
}

// ID implements snap.SyncPeer.
func (p *statePeer) ID() string { return p.id.Hex() }

// Log implements snap.SyncPeer.
func (p *statePeer) Log() gethlog.Logger { return gethlog.New("operator", p.id) }

// RequestAccountRange implements snap.SyncPeer.
func (p *statePeer) RequestAccountRange(id uint64, root, origin, limit common.Hash, bytes int) error {
	return ask(p, askAccounts, &snap.GetAccountRangePacket{Root: root, Origin: origin, Limit: limit, Bytes: uint64(bytes)}, func(r *snap.AccountRangePacket) error {
		hashes, accounts, err := r.Unpack()
		if err != nil {
			return err
		}
		return p.all.syncer.OnAccounts(p, id, hashes, accounts, r.Proof)
	})
}

// RequestStorageRanges implements snap.SyncPeer.
func (p *statePeer) RequestStorageRanges(id uint64, root common.Hash, accounts []common.Hash, origin, limit []byte, bytes int) error {
	r := &snap.GetStorageRangesPacket{Root: root, Accounts: accounts, Origin: origin, Limit: limit, Bytes: uint64(bytes)}
	return ask(p, askStorage, r, func(r *snap.StorageRangesPacket) error {
		hashes, slots := r.Unpack()
		return p.all.syncer.OnStorage(p, id, hashes, slots, r.Proof)
	})
}

// RequestByteCodes implements snap.SyncPeer.
func (p *statePeer) RequestByteCodes(id uint64, hashes []common.Hash, bytes int) error {
	return ask(p, askCodes, &snap.GetByteCodesPacket{Hashes: hashes, Bytes: uint64(bytes)}, func(r *snap.ByteCodesPacket) error {
		return p.all.syncer.OnByteCodes(p, id, r.Codes)
	})
}

// RequestTrieNodes implements snap.SyncPeer.
func (p *statePeer) RequestTrieNodes(id uint64, root common.Hash, _ int, paths []snap.TrieNodePathSet, _ int) error {
	r := &nodesRequest{Root: root, Paths: make([][][]byte, len(paths))}
	for i, path := range paths {
		r.Paths[i] = path
	}
	return ask(p, askNodes, r, func(r *snap.TrieNodesPacket) error {
		return p.all.syncer.OnTrieNodes(p, id, r.Nodes)
	})
}

// RequestAccessLists implements snap.SyncPeerV2. The first version of the protocol, which is spoken here, has none.
func (p *statePeer) RequestAccessLists(uint64, []common.Hash, int) error { return errStateRequest }
