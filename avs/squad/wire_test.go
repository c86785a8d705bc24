package squad

import (
	"bytes"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"
)

func TestBodyRequest(t *testing.T) {
	name := common.HexToHash("0x1234")
	for _, kind := range []byte{byDigest, byBlock} {
		k, n, err := decodeBodyRequest(encodeBodyRequest(kind, name))
		require.NoError(t, err)
		require.Equal(t, kind, k)
		require.Equal(t, name, n)
	}
	for _, bad := range [][]byte{nil, {byDigest}, make([]byte, 33), append([]byte{3}, name[:]...), append(encodeBodyRequest(byDigest, name), 0)} {
		_, _, err := decodeBodyRequest(bad)
		require.ErrorIs(t, err, errRequest)
	}
}

func TestTransactionsEncoding(t *testing.T) {
	raw := [][]byte{{1}, bytes.Repeat([]byte{2}, 300), {}}
	data, err := encodeTransactions(raw)
	require.NoError(t, err)
	back, err := decodeTransactions(data)
	require.NoError(t, err)
	require.Equal(t, raw, back)

	many, err := rlp.EncodeToBytes(make([][]byte, maxTxCount+1))
	require.NoError(t, err)
	for name, bad := range map[string][]byte{
		"nothing": nil, "a string": {0x80}, "trailing": append(data, 0), "truncated": data[:len(data)-1],
		"too many": many, "too large": make([]byte, maxTxMessage+1), "a list of lists": {0xc1, 0xc0},
	} {
		_, err := decodeTransactions(bad)
		require.ErrorIs(t, err, errRequest, name)
	}
}

// What is split off always fits, nothing is lost but what fits in no request, and the order stays.
func TestTakeTransactions(t *testing.T) {
	var queue, want [][]byte
	for i := range 3 * maxTxCount {
		tx := bytes.Repeat([]byte{byte(i)}, 1+i*7919%400)
		if i%4001 == 17 {
			queue = append(queue, make([]byte, maxTxMessage)) // no request holds it
		}
		queue, want = append(queue, tx), append(want, tx)
	}
	var got [][]byte
	for len(queue) > 0 {
		var request [][]byte
		request, queue = takeTransactions(queue)
		require.NotEmpty(t, request)
		data, err := encodeTransactions(request)
		require.NoError(t, err)
		back, err := decodeTransactions(data)
		require.NoError(t, err)
		got = append(got, back...)
	}
	require.Equal(t, want, got)
	large := [][]byte{make([]byte, fillTxMessage+1), make([]byte, 100_000), make([]byte, 20_000), make([]byte, 20_000)}
	request, rest := takeTransactions(large)
	require.Len(t, request, 1, "one that is larger than a filled request goes alone")
	request, rest = takeTransactions(rest)
	require.Len(t, request, 2)
	require.Len(t, rest, 1)
	request, rest = takeTransactions([][]byte{make([]byte, maxTxMessage)})
	require.Empty(t, request)
	require.Empty(t, rest)
}

func FuzzDecodeTransactions(f *testing.F) {
	for _, raw := range [][][]byte{nil, {{1}}, {{1, 2}, bytes.Repeat([]byte{9}, 80)}} {
		data, err := encodeTransactions(raw)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		raw, err := decodeTransactions(data)
		if err != nil {
			return
		}
		require.LessOrEqual(t, len(raw), maxTxCount)
		again, err := encodeTransactions(raw)
		require.NoError(t, err)
		require.Equal(t, data, again)
	})
}

func FuzzDecodeBodyRequest(f *testing.F) {
	f.Add(encodeBodyRequest(byDigest, common.HexToHash("0x1")))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		kind, name, err := decodeBodyRequest(data)
		if err == nil {
			require.Equal(t, data, encodeBodyRequest(kind, name))
		}
	})
}
