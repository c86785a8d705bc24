package rollup

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth/protocols/snap"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
)

// servedLayers is how many blocks of state are kept in memory while somebody reads state here, in place of keptLayers. A
// newcomer reads the state of one block for as long as it can; with blocks full of transfers each layer is about 3 MB.
const servedLayers = 40

// servedFor is for how long after the last request.
const servedFor = time.Minute

// layers guards maxDiffLayers of package pathdb. Every driver holds it for reading while it changes its chain.
var layers sync.RWMutex

// writeLock is the lock of what changes a chain.
type writeLock struct{ mu sync.Mutex }

func (l *writeLock) Lock() {
	l.mu.Lock()
	layers.RLock()
}

func (l *writeLock) Unlock() {
	layers.RUnlock()
	l.mu.Unlock()
}

// serving counts the drivers of this process whose state is being read.
var serving struct {
	mu    sync.Mutex
	count int
}

func keepMore(more bool) {
	serving.mu.Lock()
	defer serving.mu.Unlock()
	if more {
		serving.count++
	} else {
		serving.count--
	}
	kept := keptLayers
	if serving.count > 0 {
		kept = servedLayers
	}
	layers.Lock()
	maxDiffLayers = kept
	layers.Unlock()
}

// readers keeps more state for as long as somebody reads it.
type readers struct {
	mu    sync.Mutex
	until time.Time
	timer *time.Timer // nil while nobody reads
}

func (r *readers) touch() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.until = time.Now().Add(servedFor)
	if r.timer == nil {
		keepMore(true)
		r.timer = time.AfterFunc(servedFor, func() { r.end(time.Now()) })
	}
}

// end lets go of it unless somebody reads still.
func (r *readers) end(now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.timer == nil:
	case now.Before(r.until):
		r.timer.Reset(r.until.Sub(now))
	default:
		r.timer.Stop()
		r.timer = nil
		keepMore(false)
	}
}

// ServeState answers operators that have no state yet. What it serves proves itself: state by Merkle proofs, the rest by
// hashes.
func (d *Driver) ServeState(network avs.Network, id avs.RollupID) {
	network.Serve(stateProtocol(id), maxStateRequest, maxStateReply, func(_ context.Context, _ avs.OperatorID, request []byte) ([]byte, error) {
		leave, err := d.enter()
		if err != nil {
			return nil, err
		}
		defer leave()
		if len(request) == 0 {
			return nil, errStateRequest
		}
		return d.answerState(request[0], request[1:])
	})
}

func (d *Driver) answerState(kind byte, data []byte) ([]byte, error) {
	switch kind {
	case askHeaders:
		return answer(data, d.headers)
	case askBlock:
		return answer(data, d.whole)
	}
	d.readers.touch()
	switch kind {
	case askAccounts:
		return answer(data, func(r *snap.GetAccountRangePacket) (any, error) {
			r.Bytes = min(r.Bytes, stateBytes)
			accounts, proof := snap.ServiceGetAccountRangeQuery(d.chain, r)
			return &snap.AccountRangePacket{Accounts: accounts, Proof: proof}, nil
		})
	case askStorage:
		return answer(data, func(r *snap.GetStorageRangesPacket) (any, error) {
			r.Bytes = min(r.Bytes, stateBytes)
			slots, proof := snap.ServiceGetStorageRangesQuery(d.chain, r)
			return &snap.StorageRangesPacket{Slots: slots, Proof: proof}, nil
		})
	case askCodes:
		return answer(data, func(r *snap.GetByteCodesPacket) (any, error) {
			r.Bytes = min(r.Bytes, stateBytes)
			return &snap.ByteCodesPacket{Codes: snap.ServiceGetByteCodesQuery(d.chain, r)}, nil
		})
	case askNodes:
		return answer(data, d.nodes)
	}
	return nil, fmt.Errorf("%w: kind %d", errStateRequest, kind)
}

func answer[T any](data []byte, from func(*T) (any, error)) ([]byte, error) {
	r := new(T)
	if err := rlp.DecodeBytes(data, r); err != nil {
		return nil, fmt.Errorf("%w: %w", errStateRequest, err)
	}
	reply, err := from(r)
	if err != nil {
		return nil, err
	}
	return rlp.EncodeToBytes(reply)
}

func (d *Driver) nodes(r *nodesRequest) (any, error) {
	count := 0
	paths := make([]snap.TrieNodePathSet, len(r.Paths))
	for i, p := range r.Paths {
		paths[i] = p
		count += len(p)
	}
	if count > maxStateNodes {
		return nil, fmt.Errorf("%w: %d nodes, at most %d", errStateRequest, count, maxStateNodes)
	}
	list, err := rlp.EncodeToRawList(paths)
	if err != nil {
		return nil, err
	}
	nodes, err := snap.ServiceGetTrieNodesQuery(d.chain, &snap.GetTrieNodesPacket{Root: r.Root, Paths: list, Bytes: stateBytes})
	return &snap.TrieNodesPacket{Nodes: nodes}, err
}

// headers are canonical headers, as many as there are.
func (d *Driver) headers(r *headersRequest) (any, error) {
	if r.Count > headerPage {
		return nil, fmt.Errorf("%w: %d headers, at most %d", errStateRequest, r.Count, headerPage)
	}
	headers := []*types.Header{}
	for number := r.From; number < r.From+r.Count; number++ {
		h := d.chain.GetHeaderByNumber(number)
		if h == nil {
			break
		}
		headers = append(headers, h)
	}
	return headers, nil
}

func (d *Driver) whole(hash *common.Hash) (any, error) {
	b, receipts := d.chain.GetBlockByHash(*hash), d.chain.GetReceiptsByHash(*hash)
	if b == nil {
		return nil, ErrUnknownBlock
	}
	body, err := rlp.EncodeToBytes(b)
	w := wholeBlock{Block: body}
	for _, r := range receipts {
		raw, binaryErr := r.MarshalBinary()
		if err == nil {
			err = binaryErr
		}
		w.Receipts = append(w.Receipts, raw)
	}
	return &w, err
}
