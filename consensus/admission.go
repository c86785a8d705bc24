package consensus

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
)

const (
	// admissionSize bounds what is remembered; it is more than the mempool holds.
	admissionSize = 4096
	// horizonMillis is how far in the future a transaction may become applicable and still enter the mempool. While one
	// waits there the chain makes blocks without a pause, so it is little more than clocks differ.
	horizonMillis = 3000
	// gapLife is how long a transaction may wait in the mempool for its predecessor.
	gapLife = 5 * time.Second
)

var codeNames = map[uint32]string{codeVoid: "void", codeEarly: "early", codeWaited: "waited", codeAnother: "another"}

// admission remembers what the mempool holds, so that no member can flood it: each has one transaction for what it may say
// once, though a signature or a proof can be written in many ways. It also remembers since when, so that one whose
// predecessor never comes does not keep the chain making blocks.
type admission struct {
	clock clock.Clock

	mu     sync.Mutex
	held   lru.BasicLRU[common.Hash, admitted]    // by place
	places lru.BasicLRU[common.Hash, common.Hash] // place by transaction
}

type admitted struct {
	tx    common.Hash
	since time.Time
}

func newAdmission(c clock.Clock) *admission {
	return &admission{
		clock: c, held: lru.NewBasicLRU[common.Hash, admitted](admissionSize),
		places: lru.NewBasicLRU[common.Hash, common.Hash](admissionSize),
	}
}

// horizon is the time at which a transaction must apply to enter the mempool. Block time may be far behind after a halt,
// so the clock counts too.
func (p *admission) horizon(blockMillis uint64) uint64 {
	return max(blockMillis, uint64(p.clock.Now().UnixMilli())) + horizonMillis
}

// place is what only one transaction may claim: a slot and rank of a rollup, an L1 view, a member's reveal of a round, its
// inclusion list of a slot, its plea of a window.
func place(tx avs.Tx, d avs.Domain) (common.Hash, error) {
	switch {
	case tx.L1View != nil:
		return tx.L1View.View.Digest(d), nil
	case tx.Batch != nil:
		h := tx.Batch.Header.Header
		return claim("batch", h.Rollup[:], h.Slot, uint64(h.Rank)), nil
	case tx.Reveal != nil:
		return claim("reveal", nil, tx.Reveal.Round, uint64(tx.Reveal.Epoch), uint64(tx.Reveal.Member)), nil
	case tx.Unjail != nil:
		u := tx.Unjail.Unjail
		return claim("unjail", append(u.Rollup.Bytes(), u.Operator[:]...), u.Window), nil
	}
	l := tx.Inclusion.List
	signer, err := tx.Inclusion.Signer(d)
	return claim("inclusion", append(l.Rollup.Bytes(), signer[:]...), l.Slot), err
}

func claim(kind string, of []byte, numbers ...uint64) common.Hash {
	key := append([]byte(kind), of...)
	for _, n := range numbers {
		key = binary.BigEndian.AppendUint64(key, n)
	}
	return crypto.Keccak256Hash(key)
}

// proposalOrder is the order of transactions in a block: L1 views, then what is small and rare, then batches in the order of
// their chains.
func proposalOrder(x, y avs.Tx) int {
	if c := cmp.Compare(proposalRank(x), proposalRank(y)); c != 0 {
		return c
	}
	switch {
	case x.L1View != nil:
		return cmp.Compare(x.L1View.View.Number, y.L1View.View.Number)
	case x.Reveal != nil:
		return cmp.Or(cmp.Compare(x.Reveal.Round, y.Reveal.Round), cmp.Compare(x.Reveal.Member, y.Reveal.Member))
	case x.Unjail != nil:
		p, q := x.Unjail.Unjail, y.Unjail.Unjail
		return cmp.Or(bytes.Compare(p.Rollup[:], q.Rollup[:]), bytes.Compare(p.Operator[:], q.Operator[:]), cmp.Compare(p.Window, q.Window))
	case x.Inclusion != nil:
		p, q := x.Inclusion.List, y.Inclusion.List
		return cmp.Or(bytes.Compare(p.Rollup[:], q.Rollup[:]), cmp.Compare(p.Slot, q.Slot))
	}
	p, q := x.Batch.Header.Header, y.Batch.Header.Header
	return cmp.Or(bytes.Compare(p.Rollup[:], q.Rollup[:]), cmp.Compare(p.Number, q.Number), cmp.Compare(p.Slot, q.Slot),
		cmp.Compare(p.Rank, q.Rank))
}

func proposalRank(tx avs.Tx) int {
	switch {
	case tx.L1View != nil:
		return 0
	case tx.Reveal != nil:
		return 1
	case tx.Unjail != nil:
		return 2
	case tx.Inclusion != nil:
		return 3
	}
	return 4
}

// admit says whether the mempool takes the transaction at its place, or keeps it if it asks again. waiting tells that a
// predecessor is missing.
func (p *admission) admit(at common.Hash, data []byte, waiting, again bool) (uint32, error) {
	id, now := crypto.Keccak256Hash(data), p.clock.Now()
	p.mu.Lock()
	defer p.mu.Unlock()
	e, known := p.held.Get(at)
	if known && e.tx != id && now.Sub(e.since) <= gapLife {
		return codeAnother, fmt.Errorf("transaction %s has this place in the mempool", e.tx)
	}
	if !known || e.tx != id {
		e = admitted{id, now}
		p.held.Add(at, e)
		p.places.Add(id, at)
	}
	if waiting && again && now.Sub(e.since) > gapLife {
		p.release(id)
		return codeWaited, fmt.Errorf("its predecessor did not come in %s", gapLife)
	}
	return codeOK, nil
}

// forget frees the place of a transaction that left the mempool.
func (p *admission) forget(data []byte) {
	id := crypto.Keccak256Hash(data)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.release(id)
}

// release needs the lock.
func (p *admission) release(id common.Hash) {
	at, ok := p.places.Peek(id)
	if !ok {
		return
	}
	p.places.Remove(id)
	if e, ok := p.held.Peek(at); ok && e.tx == id {
		p.held.Remove(at)
	}
}
