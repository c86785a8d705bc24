package stateless

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"
)

func kinds() []string { return []string{"transfers", "tokens", "creations", "old hashes"} }

func without[T any](list []T, i int) []T { return slices.Delete(slices.Clone(list), i, i+1) }

// TestRealBlocks verifies what geth made, and then with each single part of the witness gone: never may that accuse.
func TestRealBlocks(t *testing.T) {
	for _, kind := range kinds() {
		t.Run(kind, func(t *testing.T) {
			m := produce(t, kind)
			full := m.decode(t)
			verdict, err := Verify(t.Context(), rules(), m.block, full)
			require.NoError(t, err)
			require.Equal(t, Valid, verdict)
			for i := range full.State {
				lacking(t, m, &Witness{Headers: full.Headers, Codes: full.Codes, State: without(full.State, i)})
			}
			for i := range full.Codes {
				lacking(t, m, &Witness{Headers: full.Headers, Codes: without(full.Codes, i), State: full.State})
			}
			for i, h := range full.Headers {
				w := &Witness{Headers: without(full.Headers, i), Codes: full.Codes, State: full.State}
				// geth adds the header whose hash BLOCKHASH reads, though its child has the hash already.
				if kind == "old hashes" && h.Number.Uint64() == m.block.NumberU64()-3 {
					verdict, err := Verify(t.Context(), rules(), m.block, w)
					require.NoError(t, err)
					require.Equal(t, Valid, verdict)
					continue
				}
				lacking(t, m, w)
			}
			t.Logf("%d nodes, %d codes, %d headers dropped in turn", len(full.State), len(full.Codes), len(full.Headers))
		})
	}
}

func lacking(t *testing.T, m made, w *Witness) {
	t.Helper()
	verdict, err := Verify(t.Context(), rules(), m.block, w)
	require.ErrorIs(t, err, ErrWitness)
	require.Equal(t, Inconclusive, verdict, "%v", err)
}

// TestAlteredHeaders changes what a sequencer could lie about.
func TestAlteredHeaders(t *testing.T) {
	m := produce(t, "tokens")
	one := common.Hash{31: 1}
	for _, c := range []struct {
		name    string
		change  func(*types.Header)
		verdict Verdict
		reason  error
	}{
		{"state root", func(h *types.Header) { h.Root[5] ^= 1 }, Invalid, ErrExecution},
		{"receipts root", func(h *types.Header) { h.ReceiptHash[5] ^= 1 }, Invalid, ErrExecution},
		{"bloom", func(h *types.Header) { h.Bloom[5] ^= 1 }, Invalid, ErrExecution},
		{"gas used", func(h *types.Header) { h.GasUsed++ }, Invalid, ErrExecution},
		{"requests", func(h *types.Header) { h.RequestsHash = &one }, Invalid, ErrExecution},
		{"no requests", func(h *types.Header) { h.RequestsHash = nil }, Invalid, ErrHeaderRule},
		{"beacon root", func(h *types.Header) { h.ParentBeaconRoot = &one }, Invalid, ErrExecution},
		{"fee recipient", func(h *types.Header) { h.Coinbase[0] ^= 1 }, Inconclusive, ErrWitness}, // its account was not read
		{"base fee", func(h *types.Header) { h.BaseFee.Add(h.BaseFee, h.BaseFee) }, Invalid, ErrHeaderRule},
		{"gas limit", func(h *types.Header) { h.GasLimit *= 2 }, Invalid, ErrHeaderRule},
		{"timestamp of the parent", func(h *types.Header) { h.Time = 0 }, Invalid, ErrHeaderRule},
		{"number", func(h *types.Header) { h.Number.Add(h.Number, h.Number) }, Invalid, ErrHeaderRule},
		{"blob gas", func(h *types.Header) { n := uint64(params.BlobTxBlobGasPerBlob); h.BlobGasUsed = &n }, Invalid, ErrHeaderRule},
		{"parent", func(h *types.Header) { h.ParentHash = one }, Inconclusive, ErrWitness},
		{"transactions root", func(h *types.Header) { h.TxHash = one }, Inconclusive, ErrBody},
		{"withdrawals root", func(h *types.Header) { h.WithdrawalsHash = &one }, Inconclusive, ErrBody},
		{"uncles", func(h *types.Header) { h.UncleHash = one }, Inconclusive, ErrBody},
		{"before the merge", func(h *types.Header) { h.Difficulty.SetUint64(1) }, Inconclusive, ErrRules},
		{"a later fork", func(h *types.Header) { h.BlockAccessListHash = &one }, Inconclusive, ErrRules},
	} {
		t.Run(c.name, func(t *testing.T) {
			verdict, err := Verify(t.Context(), rules(), m.with(c.change), m.decode(t))
			require.ErrorIs(t, err, c.reason)
			require.Equal(t, c.verdict, verdict, "%v", err)
		})
	}
}

// TestOutdatedRules: an operator that missed a fork must not call the others liars.
func TestOutdatedRules(t *testing.T) {
	m := produce(t, "transfers")
	old := rules()
	old.PragueTime, old.OsakaTime = nil, nil
	verdict, err := Verify(t.Context(), old, m.block, m.decode(t))
	require.ErrorIs(t, err, ErrRules)
	require.Equal(t, Inconclusive, verdict)
}

func TestForeignTransactions(t *testing.T) {
	m := produce(t, "transfers")
	body := m.block.Body()
	body.Transactions = body.Transactions[1:]
	verdict, err := Verify(t.Context(), rules(), types.NewBlockWithHeader(m.block.Header()).WithBody(*body), m.decode(t))
	require.ErrorIs(t, err, ErrBody)
	require.Equal(t, Inconclusive, verdict)
}

// TestHeadersAsRLP: other clients than geth send headers as RLP.
func TestHeadersAsRLP(t *testing.T) {
	m := produce(t, "old hashes")
	var answer map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(m.witness, &answer))
	var encoded []hexutil.Bytes
	for _, h := range m.decode(t).Headers {
		raw, err := rlp.EncodeToBytes(h)
		require.NoError(t, err)
		encoded = append(encoded, raw)
	}
	headers, err := json.Marshal(encoded)
	require.NoError(t, err)
	answer["headers"] = headers
	raw, err := json.Marshal(answer)
	require.NoError(t, err)
	w, err := DecodeWitness(raw)
	require.NoError(t, err)
	require.Len(t, w.Headers, 3)
	verdict, err := Verify(t.Context(), rules(), m.block, w)
	require.NoError(t, err)
	require.Equal(t, Valid, verdict)
}

func TestBadWitnesses(t *testing.T) {
	for name, raw := range map[string]string{
		"not JSON":          `{`,
		"header is null":    `{"headers":[null]}`,
		"header is a list":  `{"headers":[[]]}`,
		"header lacks all":  `{"headers":[{}]}`,
		"header is no RLP":  `{"headers":["0xc3010203"]}`,
		"node is no hex":    `{"state":["zz"]}`,
		"too many headers":  `{"headers":[` + string(slices.Repeat([]byte("1,"), maxHeaders)) + `1]}`,
		"codes is a number": `{"codes":7}`,
	} {
		_, err := DecodeWitness(json.RawMessage(raw))
		require.Error(t, err, name)
	}
	w, err := DecodeWitness(json.RawMessage(`{}`))
	require.NoError(t, err)
	lacking(t, produce(t, "transfers"), w)
}

func TestVerdictNames(t *testing.T) {
	require.Equal(t, "VALID INVALID INCONCLUSIVE", Valid.String()+" "+Invalid.String()+" "+Inconclusive.String())
}

// FuzzWitness feeds outside bytes through the decoder into a verification of a real block: no input may accuse it, or
// panic.
func FuzzWitness(f *testing.F) {
	m := produce(f, "tokens")
	f.Add([]byte(m.witness))
	f.Add([]byte(`{"headers":[],"codes":["0x"],"state":["0x80"]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		w, err := DecodeWitness(raw)
		if err != nil {
			return
		}
		if verdict, err := Verify(t.Context(), rules(), m.block, w); verdict == Invalid {
			t.Fatal("accused an honest block: ", err)
		}
	})
}
