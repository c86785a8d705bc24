package node

import (
	"crypto/ecdsa"
	"encoding/binary"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/bls"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/store"
)

// culprits are the members of one set, under the names of SQUAD and MACH of rollup 0.
type culprits struct {
	bls       []bls.SecretKey
	consensus []*ecdsa.PrivateKey
	sets      map[avs.SetID]*avs.OperatorSet
}

func newCulprits(t *testing.T) *culprits {
	t.Helper()
	c := &culprits{sets: map[avs.SetID]*avs.OperatorSet{}}
	var members []avs.Member
	for i := range 4 {
		seed := crypto.Keccak256(binary.BigEndian.AppendUint64([]byte("culprit"), uint64(i)))
		seed[0] = 0
		secret, err := bls.SecretKeyFromBytes(seed)
		require.NoError(t, err)
		key, err := crypto.ToECDSA(seed)
		require.NoError(t, err)
		c.bls, c.consensus = append(c.bls, secret), append(c.consensus, key)
		members = append(members, avs.Member{Operator: common.Address{byte(i + 1)}, BLSKey: secret.PublicKey().Bytes(),
			ConsensusKey: [33]byte(crypto.CompressPubkey(&key.PublicKey)), Weight: *uint256.NewInt(1)})
	}
	for _, id := range []avs.SetID{avs.SquadSet(0), avs.MachSet(0)} {
		set, err := avs.NewOperatorSet(id, 1, members)
		require.NoError(t, err)
		c.sets[id] = set
	}
	return c
}

func (c *culprits) Current(id avs.SetID) (*avs.OperatorSet, error) { return c.sets[id], nil }

func (c *culprits) At(id avs.SetID, epoch avs.Epoch) (*avs.OperatorSet, bool) {
	return c.sets[id], epoch == 1
}

func (c *culprits) sign(t *testing.T, member int, digest common.Hash) (sig [65]byte) {
	t.Helper()
	raw, err := crypto.Sign(digest[:], c.consensus[member])
	require.NoError(t, err)
	copy(sig[:], raw)
	return sig
}

var (
	faultDomain = avs.Domain{Network: "faults", L1ChainID: 1, Contract: common.Address{1}}
	faultRollup = avs.Rollup{ID: common.Hash{7}, Name: "demo"}
)

func (c *culprits) header(t *testing.T, member int, slot uint64, salt byte, body []byte) avs.SignedHeader {
	t.Helper()
	h := avs.BatchHeader{Rollup: faultRollup.ID, Epoch: 1, Slot: slot, Rank: 2, Number: 5, BlockHash: common.Hash{salt}, BodyHash: crypto.Keccak256Hash(body), BodySize: uint32(len(body))}
	return avs.SignedHeader{Header: h, Signature: c.sign(t, member, h.Digest(faultDomain))}
}

func (c *culprits) double(t *testing.T, member int, slot uint64, salts ...byte) avs.Evidence {
	t.Helper()
	return avs.Evidence{Headers: &avs.DoubleHeader{First: c.header(t, member, slot, salts[0], nil), Second: c.header(t, member, slot, salts[1], nil)}}
}

func (c *culprits) broken(t *testing.T, member int, slot uint64) avs.Evidence {
	t.Helper()
	body, err := rlp.EncodeToBytes(types.NewBlockWithHeader(&types.Header{}))
	require.NoError(t, err)
	p := avs.Preconfirmation{Rollup: faultRollup.ID, Epoch: 1, Slot: slot, Rank: 2, Transaction: common.Hash{1}}
	return avs.Evidence{Receipt: &avs.BrokenPreconfirmation{Header: c.header(t, member, slot, 1, body), Body: body,
		Receipt: avs.SignedPreconfirmation{Preconfirmation: p, Signature: c.sign(t, member, p.Digest(faultDomain))}}}
}

func (c *culprits) claims(t *testing.T, member uint16, number uint64) avs.Evidence {
	t.Helper()
	attest := func(salt byte) avs.Attestation {
		claim := avs.FinalityClaim{Rollup: faultRollup.ID, Epoch: 1, Number: number, BlockHash: common.Hash{salt}, Level: avs.LevelExecution}
		return avs.Attestation{Claim: claim, Member: member, Signature: c.bls[member].Sign(claim.Digest(faultDomain)).Bytes()}
	}
	return avs.Evidence{Claims: &avs.ConflictingClaims{Operator: common.Address{byte(member + 1)}, A: attest(1), B: attest(2)}}
}

// Evidence of every kind is checked and kept once for each fault, survives, and is told in the order in which it came.
func TestEvidenceIsKeptOnce(t *testing.T) {
	c := newCulprits(t)
	db, err := store.Memory()
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	manual := clock.NewFake(time.UnixMilli(1_700_000_000_000))
	open := func() *evidenceStore {
		return &evidenceStore{space: db.Sub("evidence"), domain: faultDomain, sets: c, clock: manual, log: slog.New(slog.DiscardHandler),
			rollup: func(id avs.RollupID) (avs.Rollup, bool) { return faultRollup, id == faultRollup.ID },
			count:  metrics.New().Counter("evidence_test_total", "")}
	}
	s := open()
	none, err := s.list()
	require.NoError(t, err)
	require.Empty(t, none)
	reports := []avs.Evidence{c.double(t, 3, 9, 1, 2), c.broken(t, 0, 9), c.claims(t, 1, 4), c.double(t, 0, 9, 1, 2), c.double(t, 3, 8, 1, 2)}
	for _, e := range reports {
		require.NoError(t, s.Report(t.Context(), e))
		manual.Advance(time.Millisecond)
	}
	require.NoError(t, s.Report(t.Context(), reports[0]))
	require.NoError(t, s.Report(t.Context(), c.double(t, 3, 9, 3, 4)), "another proof of what is proven")
	got, err := open().list()
	require.NoError(t, err)
	require.Len(t, got, len(reports))
	for i, want := range []struct {
		kind     string
		offender byte
		position hexutil.Uint64
	}{{"double_header", 4, 9}, {"broken_preconfirmation", 1, 9}, {"conflicting_claims", 2, 4}, {"double_header", 1, 9}, {"double_header", 4, 8}} {
		require.Equal(t, want.kind, got[i].Kind)
		require.Equal(t, common.Address{want.offender}, got[i].Offender)
		require.Equal(t, want.position, got[i].Position)
		require.Equal(t, faultRollup.ID, got[i].Rollup)
		again, err := avs.DecodeEvidence(got[i].Proof)
		require.NoError(t, err)
		require.Equal(t, reports[i].Encode(), again.Encode())
	}
}

func TestEvidenceThatProvesNothingIsRefused(t *testing.T) {
	c := newCulprits(t)
	db, err := store.Memory()
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	s := &evidenceStore{space: db.Sub("evidence"), domain: faultDomain, sets: c, clock: clock.Real(), log: slog.New(slog.DiscardHandler),
		rollup: func(id avs.RollupID) (avs.Rollup, bool) { return faultRollup, id == faultRollup.ID }, count: metrics.New().Counter("evidence_test_total", "")}
	twoSigners := c.double(t, 0, 1, 1, 2)
	twoSigners.Headers.Second = c.header(t, 1, 1, 2, nil)
	otherSlots := c.double(t, 0, 1, 1, 2)
	otherSlots.Headers.Second = c.header(t, 0, 2, 2, nil)
	stranger := c.double(t, 0, 1, 1, 2)
	key, err := crypto.GenerateKey()
	require.NoError(t, err)
	for _, h := range []*avs.SignedHeader{&stranger.Headers.First, &stranger.Headers.Second} {
		raw, err := crypto.Sign(h.Header.Digest(faultDomain).Bytes(), key)
		require.NoError(t, err)
		copy(h.Signature[:], raw)
	}
	blamesAnother := c.claims(t, 1, 4)
	blamesAnother.Claims.Operator = common.Address{1}
	agrees := c.claims(t, 1, 4)
	agrees.Claims.B = agrees.Claims.A
	elsewhere := c.double(t, 0, 1, 1, 2)
	elsewhere.Headers.First.Header.Rollup[0] ^= 1
	elsewhere.Headers.Second.Header.Rollup[0] ^= 1
	for name, e := range map[string]avs.Evidence{"nothing": {}, "two kinds": {Headers: twoSigners.Headers, Claims: agrees.Claims}, "the same header": c.double(t, 0, 1, 1, 1),
		"two signers": twoSigners, "two slots": otherSlots, "a stranger": stranger, "another's claims": blamesAnother, "claims that agree": agrees, "another rollup": elsewhere} {
		err := s.Report(t.Context(), e)
		require.True(t, errors.Is(err, avs.ErrNoEvidence) || errors.Is(err, errEvidence), "%s: %v", name, err)
	}
	got, err := s.list()
	require.NoError(t, err)
	require.Empty(t, got)
}
