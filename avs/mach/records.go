package mach

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/store"
)

// records is the service's part of the store. Keys are one letter, then numbers big-endian:
//
//	c number            certificate; written synced, never changed
//	h block hash        number of the certificate of that block
//	x number            claim of the block that was executed here
//	a number operator   attestation that was counted, own ones included
//	e number operator   the operator's conflict at this number was reported
//	d                   number at which a certificate contradicts the own execution
type records struct{ space *store.Space }

const (
	keyCertificate byte = 'c'
	keyHash        byte = 'h'
	keyClaim       byte = 'x'
	keyAttestation byte = 'a'
	keyReported    byte = 'e'
	keyDiverged    byte = 'd'
)

func numberKey(kind byte, number uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{kind}, number)
}

func memberKey(kind byte, number uint64, operator avs.OperatorID) []byte {
	return append(numberKey(kind, number), operator[:]...)
}

// addCertificates writes certificates that are new, all or none, and returns when they are on disk.
func (r records) addCertificates(certificates []avs.Certificate) error {
	batch := r.space.NewBatch()
	defer batch.Discard()
	for _, c := range certificates {
		batch.Set(numberKey(keyCertificate, c.Claim.Number), c.Encode())
		batch.Set(append([]byte{keyHash}, c.Claim.BlockHash[:]...), store.Uint64Key(c.Claim.Number))
	}
	if err := batch.Commit(true); err != nil {
		return fmt.Errorf("keep certificates: %w", err)
	}
	return nil
}

func (r records) certificate(number uint64) (avs.Certificate, bool, error) {
	data, found, err := r.space.Get(numberKey(keyCertificate, number))
	if err != nil || !found {
		return avs.Certificate{}, false, wrap("read certificate", err)
	}
	c, err := avs.DecodeCertificate(data)
	return c, err == nil, wrap("read certificate", err)
}

// certificatesFrom are at most limit certificates from a number on, ascending, none above last.
func (r records) certificatesFrom(from, last uint64, limit int) ([]avs.Certificate, error) {
	var out []avs.Certificate
	err := r.space.Iterate([]byte{keyCertificate}, numberKey(keyCertificate, from), func(_, value []byte) error {
		c, err := avs.DecodeCertificate(value)
		if err != nil {
			return err
		}
		if c.Claim.Number > last || len(out) == limit {
			return store.ErrStop
		}
		out = append(out, c)
		return nil
	})
	return out, wrap("read certificates", err)
}

func (r records) certificateByHash(hash common.Hash) (avs.Certificate, bool, error) {
	data, found, err := r.space.Get(append([]byte{keyHash}, hash[:]...))
	if err != nil || !found || len(data) != 8 {
		return avs.Certificate{}, false, wrap("read certificate", err)
	}
	return r.certificate(binary.BigEndian.Uint64(data))
}

// tip is the highest certified number, 0 before the first.
func (r records) tip() (uint64, error) { return r.last(keyCertificate) }

// head is the highest number executed here, 0 before the first.
func (r records) head() (uint64, error) { return r.last(keyClaim) }

func (r records) last(kind byte) (uint64, error) {
	key, _, found, err := r.space.Last([]byte{kind})
	if err != nil || !found || len(key) < 9 {
		return 0, wrap("read newest record", err)
	}
	return binary.BigEndian.Uint64(key[1:9]), nil
}

// setClaim is not synced: the guard's own write, which comes later, is, and keeps what was written before it.
func (r records) setClaim(claim avs.FinalityClaim) error {
	data, err := rlp.EncodeToBytes(claim)
	if err != nil {
		return fmt.Errorf("keep executed claim: %w", err)
	}
	return wrap("keep executed claim", r.space.Set(numberKey(keyClaim, claim.Number), data))
}

func (r records) claim(number uint64) (avs.FinalityClaim, bool, error) {
	var claim avs.FinalityClaim
	data, found, err := r.space.Get(numberKey(keyClaim, number))
	if err == nil && found {
		err = rlp.DecodeBytes(data, &claim)
	}
	return claim, found && err == nil, wrap("read executed claim", err)
}

func (r records) addAttestation(operator avs.OperatorID, a avs.Attestation) error {
	return wrap("keep attestation", r.space.Set(memberKey(keyAttestation, a.Claim.Number, operator), a.Encode()))
}

func (r records) attestation(number uint64, operator avs.OperatorID) (avs.Attestation, bool, error) {
	data, found, err := r.space.Get(memberKey(keyAttestation, number, operator))
	if err != nil || !found {
		return avs.Attestation{}, false, wrap("read attestation", err)
	}
	a, err := avs.DecodeAttestation(data)
	return a, err == nil, wrap("read attestation", err)
}

// attestationsFrom are at most limit attestations for numbers from..last, ascending by number.
func (r records) attestationsFrom(from, last uint64, limit int) ([]avs.Attestation, error) {
	var out []avs.Attestation
	err := r.space.Iterate([]byte{keyAttestation}, numberKey(keyAttestation, from), func(_, value []byte) error {
		a, err := avs.DecodeAttestation(value)
		if err != nil {
			return err
		}
		if a.Claim.Number > last || len(out) == limit {
			return store.ErrStop
		}
		out = append(out, a)
		return nil
	})
	return out, wrap("read attestations", err)
}

func (r records) setReported(number uint64, operator avs.OperatorID) error {
	return wrap("note reported evidence", r.space.SetSync(memberKey(keyReported, number, operator), []byte{1}))
}

func (r records) reported(number uint64, operator avs.OperatorID) (bool, error) {
	found, err := r.space.Has(memberKey(keyReported, number, operator))
	return found, wrap("read reported evidence", err)
}

// setDiverged notes the number of a contradiction; 0 clears it. Claims from void on (0: none) are dropped with it: they
// are of a wrong block and its descendants.
func (r records) setDiverged(number, void uint64) error {
	batch := r.space.NewBatch()
	defer batch.Discard()
	batch.Set([]byte{keyDiverged}, store.Uint64Key(number))
	if void > 0 {
		batch.DeleteRange(numberKey(keyClaim, void), []byte{keyClaim + 1})
	}
	return wrap("note divergence", batch.Commit(true))
}

func (r records) diverged() (uint64, error) {
	data, found, err := r.space.Get([]byte{keyDiverged})
	if err != nil || !found || len(data) != 8 {
		return 0, wrap("read divergence", err)
	}
	return binary.BigEndian.Uint64(data), nil
}

// prune forgets the attestations and executed claims of numbers below the given one.
func (r records) prune(below uint64) error {
	batch := r.space.NewBatch()
	defer batch.Discard()
	for _, kind := range []byte{keyAttestation, keyClaim, keyReported} {
		batch.DeleteRange([]byte{kind}, numberKey(kind, below))
	}
	return wrap("prune attestations", batch.Commit(false))
}

func wrap(action string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", action, err)
}

// encodePage and decodePage are the body of a reply: a list of encoded items.
func encodePage[T interface{ Encode() []byte }](items []T) ([]byte, error) {
	encoded := make([][]byte, 0, len(items))
	for _, item := range items {
		encoded = append(encoded, item.Encode())
	}
	return rlp.EncodeToBytes(encoded)
}

func decodePage[T any](data []byte, item func([]byte) (T, error)) ([]T, error) {
	var encoded [][]byte
	if len(data) > maxReplySize {
		return nil, fmt.Errorf("decode page: %w: %d bytes, at most %d", avs.ErrEncoding, len(data), maxReplySize)
	}
	if err := rlp.DecodeBytes(data, &encoded); err != nil {
		return nil, fmt.Errorf("decode page: %w: %w", avs.ErrEncoding, err)
	}
	if len(encoded) > pageSize {
		return nil, fmt.Errorf("decode page: %w: %d items, at most %d", avs.ErrEncoding, len(encoded), pageSize)
	}
	out := make([]T, 0, len(encoded))
	for _, e := range encoded {
		v, err := item(e)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return slices.Clip(out), nil
}

// pageRequest asks for a page of what a peer has from a number on.
type pageRequest struct {
	From  uint64
	Limit uint64
}

func (p pageRequest) encode() ([]byte, error) { return rlp.EncodeToBytes(p) }

func decodePageRequest(data []byte) (pageRequest, error) {
	var p pageRequest
	if len(data) > maxRequestSize {
		return p, fmt.Errorf("decode page request: %w: %d bytes, at most %d", avs.ErrEncoding, len(data), maxRequestSize)
	}
	if err := rlp.DecodeBytes(data, &p); err != nil {
		return p, fmt.Errorf("decode page request: %w: %w", avs.ErrEncoding, err)
	}
	p.Limit = min(p.Limit, pageSize)
	return p, nil
}
