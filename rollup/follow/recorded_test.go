package follow

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// recordedEnv names the folder of recorded responses; without it, shared/data/rollups beside or above the repository.
const recordedEnv = "TRIDENT_ROLLUP_DATA"

// recording is one recorded response.
type recording struct {
	Stack        string                     `json:"stack"`
	Method       string                     `json:"method"`
	Result       json.RawMessage            `json:"result"`
	CheckAgainst string                     `json:"checkAgainst"`
	CheckWith    map[string]json.RawMessage `json:"checkWith"`
}

// findRecordings is their folder, or empty.
func findRecordings() string {
	if dir := os.Getenv(recordedEnv); dir != "" {
		return dir
	}
	at, err := os.Getwd()
	for ; err == nil && at != filepath.Dir(at); at = filepath.Dir(at) {
		found := filepath.Join(at, "shared", "data", "rollups")
		if _, err := os.Stat(filepath.Join(found, "INDEX.md")); err == nil {
			return found
		}
	}
	return ""
}

func recordings(t *testing.T) string {
	t.Helper()
	dir := findRecordings()
	if dir == "" {
		t.Skipf("recorded responses are absent: no shared/data/rollups above, and %s is not set", recordedEnv)
	}
	return dir
}

func recorded(t *testing.T, name string) recording {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(recordings(t), name))
	require.NoError(t, err)
	var r recording
	require.NoError(t, json.Unmarshal(raw, &r))
	return r
}

func (r recording) block(t *testing.T) *answer {
	t.Helper()
	a, err := parseBlock(r.Result)
	require.NoError(t, err)
	return a
}

// full says whether the block came with its transactions.
func (a *answer) full() bool {
	return a.members != nil && (len(a.members) == 0 || strings.HasPrefix(string(a.members[0]), "{"))
}

// TestRecordedResponses recomputes what can be in each recorded response. A file of an unknown kind fails, so that none
// is passed over.
func TestRecordedResponses(t *testing.T) {
	root := recordings(t)
	files, err := filepath.Glob(filepath.Join(root, "*", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name, err := filepath.Rel(root, file)
		require.NoError(t, err)
		if strings.HasPrefix(name, "bad/") {
			continue // TestRecordedBadBlocks
		}
		t.Run(strings.TrimSuffix(name, ".json"), func(t *testing.T) {
			r := recorded(t, name)
			switch r.Method {
			case "eth_getBlockByNumber", "eth_getBlockByHash", "eth_getHeaderByNumber", "eth_subscribe newHeads", "zkevm_getFullBlockByHash":
				checkRecordedBlock(t, r)
			case "eth_getBlockReceipts":
				require.NoError(t, recorded(t, receiptsOf(t, name, r)).block(t).checkReceipts(r.Result))
			case "eth_getTransactionByHash":
				checkRecordedTransaction(t, r)
			case "eth_getProof":
				checkRecordedProof(t, r)
			case "optimism_outputAtBlock", "mega_outputAtBlock":
				checkRecordedOutput(t, r)
			case "zks_getL1BatchDetails", "zks_getBlockDetails":
				var d struct{ Number uint64 }
				require.NoError(t, json.Unmarshal(r.Result, &d))
				got, err := checkBatch(r.Result, d.Number)
				require.NoError(t, err)
				require.NotZero(t, got)
			case "eth_getLogs", "optimism_rollupConfig", "optimism_syncStatus", "zkevm_batchNumber", "zkevm_getLatestGlobalExitRoot",
				"zkevm_verifiedBatchNumber", "zkevm_virtualBatchNumber", "zks_getBridgehubContract", "zks_getL1BatchBlockRange", "zks_L1BatchNumber":
				t.Skip("the adapters do not ask for this")
			default:
				t.Fatal("unknown method ", r.Method)
			}
		})
	}
}

// receiptsOf is the file of the block that receipts belong to.
func receiptsOf(t *testing.T, name string, r recording) string {
	t.Helper()
	if r.CheckAgainst != "" {
		return r.CheckAgainst
	}
	of, ok := map[string]string{
		"arbitrum/arb-sepolia_receipts.json":      "arbitrum/arb-sepolia_block_185232421_full.json",
		"arbitrum/arb1_receipts_150000000.json":   "arbitrum/arb1_block_150000000_full.json",
		"ethereum/mainnet_receipts_21925176.json": "ethereum/mainnet_block_21925176_cancun.json",
	}[name]
	require.True(t, ok, "block of these receipts is not known")
	return of
}

// adapters are the stacks of the folders.
var adapters = map[string]string{"ethereum": plain, "opstack": opstack, "arbitrum": orbit, "polygon-cdk": cdk, "zksync": zkstack}

func checkRecordedBlock(t *testing.T, r recording) {
	a, s := r.block(t), stacks[adapters[r.Stack]]
	err := s.checkOne(a, s.max)
	if r.Stack == "arbitrum" && len(a.header.Extra) == 0 { // from before Nitro: its header holds, and no more can be said
		require.ErrorIs(t, err, errClassic)
		require.NoError(t, a.checkHash())
		require.ErrorIs(t, a.checkTransactions(), ErrForeignType)
		return
	}
	require.NoError(t, err)
	header, err := a.headerJSON()
	require.NoError(t, err)
	again, err := parseBlock(header)
	require.NoError(t, err)
	require.Equal(t, a.header.Hash(), again.header.Hash(), "the kept header")
	if s.max < avs.LevelCommitments {
		return
	}
	require.NoError(t, a.checkUncles())
	if !a.full() {
		return
	}
	require.NoError(t, a.checkTransactions())
	require.NoError(t, s.body(a))
}

func checkRecordedTransaction(t *testing.T, r recording) {
	var members map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(r.Result, &members))
	for name, value := range r.CheckWith { // what the recorder left out
		if name != "from" {
			members[name] = value
		}
	}
	var want common.Hash
	require.NoError(t, json.Unmarshal(members["hash"], &want))
	if string(members["type"]) == `"0x69"` {
		fillRetryable(t, members)
	}
	raw, err := json.Marshal(members)
	require.NoError(t, err)
	encoded, err := encodeTransaction(raw)
	require.NoError(t, err)
	require.Equal(t, want, crypto.Keccak256Hash(encoded))
}

// fillRetryable takes members of a submitted retryable, which nodes give and the recorder left out, from its input:
// submitRetryable(requestId, l1BaseFee, deposit, callvalue, gasFeeCap, gasLimit, maxSubmissionFee, feeRefundAddress,
// beneficiary, retryTo, retryData).
func fillRetryable(t *testing.T, members map[string]json.RawMessage) {
	t.Helper()
	var input hexutil.Bytes
	require.NoError(t, json.Unmarshal(members["input"], &input))
	word := func(i int) []byte { return input[4+32*i : 4+32*i+32] }
	for name, v := range map[string]any{
		"l1BaseFee": (*hexutil.Big)(new(big.Int).SetBytes(word(1))), "depositValue": (*hexutil.Big)(new(big.Int).SetBytes(word(2))),
		"retryValue": (*hexutil.Big)(new(big.Int).SetBytes(word(3))), "maxSubmissionFee": (*hexutil.Big)(new(big.Int).SetBytes(word(6))),
		"refundTo": common.BytesToAddress(word(7)), "beneficiary": common.BytesToAddress(word(8)), "retryTo": common.BytesToAddress(word(9)),
	} {
		raw, err := json.Marshal(v)
		require.NoError(t, err)
		members[name] = raw
	}
	at := 4 + int(new(big.Int).SetBytes(word(10)).Int64())
	size := int(new(big.Int).SetBytes(input[at : at+32]).Int64())
	raw, err := json.Marshal(input[at+32 : at+32+size])
	require.NoError(t, err)
	members["retryData"] = raw
}

// checkRecordedProof also gives the output root that op-node's own test expects of this block and account.
func checkRecordedProof(t *testing.T, r recording) {
	a := recorded(t, r.CheckAgainst).block(t)
	account := common.HexToAddress("0x00000000219ab540356cbb839cbe05303d7705fa")
	storage, err := checkProof(r.Result, account, a.header.Root)
	require.NoError(t, err)
	output, err := opOutput(a, &storage)
	require.NoError(t, err)
	require.Equal(t, common.HexToHash("0xc861dbdc5bf1d8bbbc0bca7cd876ab6a70748c50b2054a46e8f30e99002170ab"), output)

	_, err = opOutput(a, nil)
	require.ErrorIs(t, err, errNoProof)
	_, err = checkProof(r.Result, messagePasser, a.header.Root)
	require.ErrorContains(t, err, "asked for")
	_, err = checkProof(r.Result, account, a.header.TxHash)
	require.ErrorContains(t, err, "does not fit")
	var told map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(r.Result, &told))
	told["storageHash"] = json.RawMessage(`"` + a.hash.Hex() + `"`)
	raw, err := json.Marshal(told)
	require.NoError(t, err)
	_, err = checkProof(raw, account, a.header.Root)
	requireFault(t, err, "storage root is not the proved one")
}

func checkRecordedOutput(t *testing.T, r recording) {
	var o struct {
		OutputRoot, StateRoot common.Hash
		BlockRef              struct{ Hash common.Hash }
	}
	require.NoError(t, json.Unmarshal(r.Result, &o))
	b := Block{Hash: o.BlockRef.Hash, StateRoot: o.StateRoot, OutputRoot: o.OutputRoot}
	require.NoError(t, checkOutput(r.Result, b))
	for reason, change := range map[string]func(*Block){
		"output is of another block":      func(b *Block) { b.Hash[0] ^= 1 },
		"output is of another state root": func(b *Block) { b.StateRoot[0] ^= 1 },
		"output roots differ":             func(b *Block) { b.OutputRoot[0] ^= 1 },
	} {
		other := b
		change(&other)
		requireFault(t, checkOutput(r.Result, other), reason)
	}
	var told map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(r.Result, &told))
	told["withdrawalStorageRoot"] = told["stateRoot"]
	raw, err := json.Marshal(told)
	require.NoError(t, err)
	requireFault(t, checkOutput(raw, b), "parts of the output do not give the output root")
}

func requireFault(t *testing.T, err error, reason string) {
	t.Helper()
	var f *fault
	require.ErrorAs(t, err, &f)
	require.Equal(t, reason, f.reason)
	require.NotEqual(t, f.ours, f.theirs)
}

// TestRecordedBadBlocks: each is refused for what is wrong with it.
func TestRecordedBadBlocks(t *testing.T) {
	for name, c := range map[string]struct {
		check  func(*answer) error
		reason string
	}{
		"arb1_block_22207818_foreign-hash.json":           {(*answer).checkHash, "header does not hash to the block hash"},
		"goerli_block_8656414_bad-transactions-hash.json": {(*answer).checkHash, "header does not hash to the block hash"},
		"goerli_block_8656414_bad-withdrawals-hash.json":  {(*answer).checkHash, "header does not hash to the block hash"},
		"goerli_block_8656414_bad-transactions.json":      {(*answer).checkTransactions, "transactions do not give the transactions root"},
	} {
		t.Run(name, func(t *testing.T) {
			a := recorded(t, "bad/"+name).block(t)
			requireFault(t, c.check(a), c.reason)
		})
	}
	a := recorded(t, "bad/goerli_block_8656414_bad-transactions.json").block(t)
	require.NoError(t, a.checkHash(), "only its transactions are wrong")
	require.NoError(t, a.checkWithdrawals())
}
