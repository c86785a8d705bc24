package proxy

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/testutil"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

func TestRewrite(t *testing.T) {
	for name, test := range map[string]struct{ method, params, want string }{
		"block":            {"eth_getBlockByNumber", `["finalized", false]`, `["0x7",false]`},
		"balance":          {"eth_getBalance", `["0xaa", "finalized"]`, `["0xaa","0x7"]`},
		"escaped":          {"eth_getBalance", `["0xaa", "fin\u0061lized"]`, `["0xaa","0x7"]`},
		"storage":          {"eth_getStorageAt", `["0xaa", "0x0", "finalized"]`, `["0xaa","0x0","0x7"]`},
		"proof":            {"eth_getProof", `["0xaa", ["0x0"], "finalized"]`, `["0xaa",["0x0"],"0x7"]`},
		"call":             {"eth_call", `[{"to":"0xaa","data":"0x"}, "finalized"]`, `[{"to":"0xaa","data":"0x"},"0x7"]`},
		"call, EIP-1898":   {"eth_call", `[{"to":"0xaa"}, {"blockNumber":"finalized"}]`, `[{"to":"0xaa"},{"blockNumber":"0x7"}]`},
		"call by hash":     {"eth_call", `[{"to":"0xaa"}, {"blockHash":"finalized"}]`, ``},
		"fee history":      {"eth_feeHistory", `["0x4", "finalized", [10]]`, `["0x4","0x7",[10]]`},
		"logs":             {"eth_getLogs", `[{"fromBlock":"0x1","toBlock":"finalized","address":"0xaa"}]`, `[{"address":"0xaa","fromBlock":"0x1","toBlock":"0x7"}]`},
		"both ends":        {"eth_newFilter", `[{"fromBlock":"finalized","toBlock":"finalized"}]`, `[{"fromBlock":"0x7","toBlock":"0x7"}]`},
		"trace":            {"debug_traceBlockByNumber", `["finalized", {}]`, `["0x7",{}]`},
		"other tags":       {"eth_getBalance", `["0xaa", "latest"]`, ``},
		"safe":             {"eth_getBlockByNumber", `["safe", false]`, ``},
		"capitals":         {"eth_getBlockByNumber", `["Finalized", false]`, ``},
		"text to sign":     {"eth_sign", `["0xaa", "finalized"]`, ``},
		"typed data":       {"eth_signTypedData_v4", `["0xaa", {"message":{"state":"finalized"}}]`, ``},
		"deep inside":      {"eth_call", `[{"to":"0xaa","input":{"x":"finalized"}}, "latest"]`, ``},
		"part of a word":   {"eth_call", `[{"to":"0xaa"}, "finalized2"]`, ``},
		"object as params": {"eth_call", `{"block":"finalized"}`, ``},
		"none":             {"eth_blockNumber", ``, ``},
	} {
		t.Run(name, func(t *testing.T) {
			r := request{Method: test.method, Params: json.RawMessage(test.params)}
			require.Equal(t, test.want != "", r.names())
			r.rewrite("0x7")
			if test.want == "" {
				require.Equal(t, test.params, string(r.Params), "untouched")
				return
			}
			require.JSONEq(t, test.want, string(r.Params))
			require.False(t, r.names())
		})
	}
}

func TestParse(t *testing.T) {
	for message, says := range map[string]string{"": "no request", "  ": "no request", "{": "unexpected end", "[]": "batch is empty", "[1]": "cannot unmarshal", `"x"`: "cannot unmarshal"} {
		_, _, err := parse([]byte(message))
		require.ErrorContains(t, err, says, "%q", message)
	}
	requests, batch, err := parse([]byte(` [{"id":1,"method":"a"},{"method":"b"}]`))
	require.NoError(t, err)
	require.True(t, batch)
	require.Len(t, requests, 2)
}

// FuzzRewrite: whatever comes, after rewriting the tag is named nowhere, and what did not name it is as it was.
func FuzzRewrite(f *testing.F) {
	f.Add(`{"jsonrpc":"2.0","id":1,"method":"eth_getBlockByNumber","params":["finalized",true]}`)
	f.Add(`[{"method":"eth_getLogs","params":[{"toBlock":"fin\u0061lized"}]}]`)
	f.Fuzz(func(t *testing.T, message string) {
		requests, _, err := parse([]byte(message))
		if err != nil {
			return
		}
		for _, r := range requests {
			named, before := r.names(), string(r.Params)
			r.rewrite("0x7")
			if r.names() {
				t.Fatalf("still names the tag: %s", r.Params)
			}
			if !named && string(r.Params) != before {
				t.Fatalf("changed: %s to %s", before, r.Params)
			}
			if named && !mayName([]byte(message)) {
				t.Fatal("the quick look misses it")
			}
		}
	})
}
