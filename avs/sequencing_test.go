package avs_test

import (
	"crypto/ecdsa"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// goldenInputs are inputs of an L1 view with something of each kind.
func goldenInputs(number uint64) avs.L1Inputs {
	rollup := goldenClaim().Rollup
	return avs.L1Inputs{
		Randao:  crypto.Keccak256Hash([]byte("randao"), []byte{byte(number)}),
		Inboxes: []avs.InboxHead{{Rollup: rollup, Count: number, Hash: crypto.Keccak256Hash([]byte("inbox"))}},
		Rollups: []avs.Rollup{{ID: rollup, Name: "golden rollup", Index: 0, ChainID: 7001, GenesisHash: crypto.Keccak256Hash([]byte("genesis")),
			GenesisTime: 1_700_000_000, Slots: avs.DefaultSlotParams(1_700_000_000_000), GasLimit: 30_000_000, MaxBodySize: 1 << 20,
			ForceMillis: 30_000, Level: avs.LevelExecution}},
		Stopped: []avs.RollupID{crypto.Keccak256Hash([]byte("stopped"))},
	}
}

func goldenPreconfirmation(rollup avs.RollupID) avs.Preconfirmation {
	root := avs.PrefixRoot(avs.PrefixRoot(common.Hash{}, common.Hash{1}), common.Hash{2})
	return avs.Preconfirmation{Rollup: rollup, Epoch: 2, Slot: 77, Rank: 1, Transaction: common.Hash{2}, Position: 3, PrefixRoot: root}
}

func goldenConsensusKey(t testing.TB, i int) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256(fmt.Appendf(nil, "golden consensus key %d", i)))
	require.NoError(t, err)
	return key
}

// goldenMessages are an inbox with a message of each kind.
func goldenMessages() []avs.InboxMessage {
	rollup, sender := goldenClaim().Rollup, common.HexToAddress("0x4444444444444444444444444444444444444444")
	return []avs.InboxMessage{
		{Rollup: rollup, Index: 0, Kind: avs.InboxTransaction, Sender: sender, Data: []byte("a signed transaction"), L1Number: 90},
		{Rollup: rollup, Index: 1, Kind: avs.InboxDeposit, Sender: sender, To: common.HexToAddress("0x5555555555555555555555555555555555555555"),
			Amount: 1_500_000_000, L1Number: 91},
	}
}

type headerVector struct {
	Rollup     common.Hash    `json:"rollup"`
	Epoch      hexutil.Uint64 `json:"epoch"`
	Slot       hexutil.Uint64 `json:"slot"`
	Rank       hexutil.Uint64 `json:"rank"`
	Number     hexutil.Uint64 `json:"number"`
	Timestamp  hexutil.Uint64 `json:"timestamp"`
	L1Number   hexutil.Uint64 `json:"l1Number"`
	Inbox      hexutil.Uint64 `json:"inbox"`
	ParentHash common.Hash    `json:"parentHash"`
	BlockHash  common.Hash    `json:"blockHash"`
	BodyHash   common.Hash    `json:"bodyHash"`
	BodySize   hexutil.Uint64 `json:"bodySize"`
	Digest     common.Hash    `json:"digest"`
	AckDigest  common.Hash    `json:"ack_digest"`
	Signature  hexutil.Bytes  `json:"signature"`
}

type messageVector struct {
	Index  hexutil.Uint64 `json:"index"`
	Kind   hexutil.Uint64 `json:"kind"`
	Sender common.Address `json:"sender"`
	To     common.Address `json:"to"`
	Amount hexutil.Uint64 `json:"amount"`
	Data   hexutil.Bytes  `json:"data"`
	Hash   common.Hash    `json:"hash"` // of the inbox with it
}

type sequencingVector struct {
	Signer common.Address `json:"signer"` // of all signatures but the reveal's
	Header headerVector   `json:"header"`
	Reveal struct {
		Round     hexutil.Uint64 `json:"round"`
		Digest    common.Hash    `json:"digest"`
		PublicKey hexutil.Bytes  `json:"public_key"`
		Signature hexutil.Bytes  `json:"signature"`
		Long      hexutil.Bytes  `json:"signature_eip2537"`
	} `json:"reveal"`
	Beacon struct {
		Before common.Hash `json:"before"`
		Randao common.Hash `json:"randao"`
		Mix    common.Hash `json:"mix"` // of the one reveal
		After  common.Hash `json:"after"`
		Seed   common.Hash `json:"seed"` // of the header's rollup and window 7, by the beacon after
		Random common.Hash `json:"random"`
	} `json:"beacon"`
	Preconfirmation struct {
		Rollup      common.Hash    `json:"rollup"`
		Epoch       hexutil.Uint64 `json:"epoch"`
		Slot        hexutil.Uint64 `json:"slot"`
		Rank        hexutil.Uint64 `json:"rank"`
		Transaction common.Hash    `json:"transaction"`
		Position    hexutil.Uint64 `json:"position"`
		PrefixRoot  common.Hash    `json:"prefixRoot"`
		Digest      common.Hash    `json:"digest"`
		Signature   hexutil.Bytes  `json:"signature"`
	} `json:"preconfirmation"`
	List struct {
		Rollup       common.Hash    `json:"rollup"`
		Epoch        hexutil.Uint64 `json:"epoch"`
		Slot         hexutil.Uint64 `json:"slot"`
		Transactions []common.Hash  `json:"transactions"`
		Digest       common.Hash    `json:"digest"`
		Signature    hexutil.Bytes  `json:"signature"`
	} `json:"inclusion_list"`
	Unjail struct {
		Rollup    common.Hash    `json:"rollup"`
		Operator  common.Address `json:"operator"`
		Window    hexutil.Uint64 `json:"window"`
		Digest    common.Hash    `json:"digest"`
		Signature hexutil.Bytes  `json:"signature"`
	} `json:"unjail"`
	Inbox []messageVector `json:"inbox"`
}

func (v *sequencingVector) fill(t *testing.T, key *ecdsa.PrivateKey) {
	t.Helper()
	sign := func(digest common.Hash) hexutil.Bytes {
		signature := signWith(t, key, digest)
		return signature[:]
	}
	rollup, u := goldenClaim().Rollup, func(x uint64) hexutil.Uint64 { return hexutil.Uint64(x) }
	h := avs.BatchHeader{Rollup: rollup, Epoch: 2, Slot: 77, Rank: 1, Number: 9, Timestamp: 1_700_000_000, L1Number: 96, Inbox: 5,
		ParentHash: goldenClaim().ParentHash, BlockHash: goldenClaim().BlockHash, BodyHash: crypto.Keccak256Hash([]byte("body")), BodySize: 4}
	v.Header = headerVector{h.Rollup, u(uint64(h.Epoch)), u(h.Slot), u(uint64(h.Rank)), u(h.Number), u(h.Timestamp), u(h.L1Number), u(h.Inbox),
		h.ParentHash, h.BlockHash, h.BodyHash, u(uint64(h.BodySize)), h.Digest(goldenDomain), avs.AckDigest(goldenDomain, h.Digest(goldenDomain)),
		sign(h.Digest(goldenDomain))}

	p := goldenPreconfirmation(rollup)
	v.Preconfirmation.Rollup, v.Preconfirmation.Epoch, v.Preconfirmation.Slot, v.Preconfirmation.Rank = rollup, u(2), u(p.Slot), u(uint64(p.Rank))
	v.Preconfirmation.Transaction, v.Preconfirmation.Position, v.Preconfirmation.PrefixRoot = p.Transaction, u(uint64(p.Position)), p.PrefixRoot
	v.Preconfirmation.Digest, v.Preconfirmation.Signature = p.Digest(goldenDomain), sign(p.Digest(goldenDomain))

	l := avs.InclusionList{Rollup: rollup, Epoch: 2, Slot: 77, Transactions: []common.Hash{{1}, {2}, {3}}}
	v.List.Rollup, v.List.Epoch, v.List.Slot, v.List.Transactions = rollup, u(2), u(l.Slot), l.Transactions
	v.List.Digest, v.List.Signature = l.Digest(goldenDomain), sign(l.Digest(goldenDomain))

	j := avs.Unjail{Rollup: rollup, Operator: common.HexToAddress("0x2222222222222222222222222222222222222222"), Window: 6}
	v.Unjail.Rollup, v.Unjail.Operator, v.Unjail.Window = rollup, j.Operator, u(j.Window)
	v.Unjail.Digest, v.Unjail.Signature = j.Digest(goldenDomain), sign(j.Digest(goldenDomain))
}

// Everything that sequencing signs or hashes, for other languages.
func TestSequencingVectors(t *testing.T) {
	key := goldenConsensusKey(t, 1)
	v := sequencingVector{Signer: crypto.PubkeyToAddress(key.PublicKey)}
	v.fill(t, key)

	signature := goldenSecret(t, 1).Sign(avs.RevealDigest(goldenDomain, 12))
	reveal, long := avs.Reveal{Round: 12, Epoch: 3, Member: 1, Signature: signature.Bytes()}, signature.EIP2537()
	require.NoError(t, reveal.Verify(goldenDomain, goldenSet(t, 3, 4)))
	public := goldenSecret(t, 1).PublicKey().Bytes()
	v.Reveal.Round, v.Reveal.Digest = hexutil.Uint64(reveal.Round), avs.RevealDigest(goldenDomain, 12)
	v.Reveal.PublicKey, v.Reveal.Signature, v.Reveal.Long = public[:], reveal.Signature[:], long[:]
	v.Beacon.Before, v.Beacon.Randao = crypto.Keccak256Hash([]byte("beacon")), crypto.Keccak256Hash([]byte("randao"))
	v.Beacon.Mix = avs.Mixed(common.Hash{}, reveal)
	v.Beacon.After = avs.NextBeacon(v.Beacon.Before, v.Beacon.Randao, v.Beacon.Mix, 12)
	v.Beacon.Seed = avs.PlanSeed(v.Beacon.After, v.Header.Rollup, 7)
	v.Beacon.Random = avs.SchedulePlan{Window: 7, Seed: v.Beacon.Seed}.Random(77)

	var hash common.Hash
	for _, m := range goldenMessages() {
		hash = m.Chain(hash)
		v.Inbox = append(v.Inbox, messageVector{hexutil.Uint64(m.Index), hexutil.Uint64(m.Kind), m.Sender, m.To, hexutil.Uint64(m.Amount), m.Data, hash})
	}
	golden(t, "sequencing.json", v)
}

// Each field of a message is in the chain, but for where it was queued.
func TestInboxChainCoversEveryField(t *testing.T) {
	base := goldenMessages()[1]
	seen := map[common.Hash]string{base.Chain(common.Hash{}): "none"}
	for name, change := range map[string]func(*avs.InboxMessage){
		"index": func(m *avs.InboxMessage) { m.Index++ }, "kind": func(m *avs.InboxMessage) { m.Kind++ },
		"sender": func(m *avs.InboxMessage) { m.Sender[19]++ }, "to": func(m *avs.InboxMessage) { m.To[0]++ },
		"amount": func(m *avs.InboxMessage) { m.Amount++ }, "data": func(m *avs.InboxMessage) { m.Data = []byte{0} },
	} {
		m := base
		change(&m)
		require.Empty(t, seen[m.Chain(common.Hash{})], name)
		seen[m.Chain(common.Hash{})] = name
	}
	require.Empty(t, seen[base.Chain(common.Hash{1})], "what came before")
}

func TestL1InputsEncoding(t *testing.T) {
	inputs := goldenInputs(9)
	back, err := avs.DecodeL1Inputs(inputs.Encode())
	require.NoError(t, err)
	require.Equal(t, inputs, back)
	for name, bad := range map[string][]byte{"nothing": nil, "short": inputs.Encode()[:50], "trailing": append(inputs.Encode(), 0), "a list too little": {0xc0}} {
		_, err := avs.DecodeL1Inputs(bad)
		require.ErrorIs(t, err, avs.ErrEncoding, name)
	}
}

func FuzzDecodeL1Inputs(f *testing.F) {
	roundTrip(f, avs.DecodeL1Inputs, goldenInputs(3), avs.L1Inputs{})
}
