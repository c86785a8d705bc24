package consensus

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/consensus/state"
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

// admission remembers what the mempool holds, so that no member can flood it: one transaction for each slot and rank of
// a rollup, and one for each L1 view, though the proof in it can be written in many ways. Slots of an epoch that is not
// in force have no leader yet, so there each signer has one transaction. It also remembers since when, so that one whose
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

// place is what only one transaction may claim; why is what the check of the transaction answered.
func place(tx avs.Tx, d avs.Domain, why error) (common.Hash, error) {
	if tx.L1View != nil {
		return tx.L1View.View.Digest(d), nil
	}
	h := tx.Batch.Header.Header
	key := append([]byte("batch"), h.Rollup[:]...)
	key = binary.BigEndian.AppendUint64(key, uint64(h.Epoch))
	if errors.Is(why, state.ErrOtherEpoch) {
		signer, err := tx.Batch.Header.Signer(d)
		return crypto.Keccak256Hash(append(key, signer[:]...)), err
	}
	key = binary.BigEndian.AppendUint64(key, h.Slot)
	return crypto.Keccak256Hash(binary.BigEndian.AppendUint32(key, h.Rank)), nil
}

// admit says whether the mempool takes the transaction at its place, or keeps it if it asks again. waiting tells that a
// predecessor is missing.
func (p *admission) admit(at common.Hash, data []byte, waiting, again bool) (uint32, error) {
	id, now := crypto.Keccak256Hash(data), p.clock.Now()
	p.mu.Lock()
	defer p.mu.Unlock()
	if old, ok := p.places.Peek(id); ok && old != at { // its epoch came into force
		p.release(id)
	}
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
