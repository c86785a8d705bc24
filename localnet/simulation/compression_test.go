package simulation

import (
	"encoding/binary"
	"fmt"
	"math/big"
	"math/rand"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

// body is a block of real signed transactions, of at least a size.
func body(t testing.TB, size int, data func(r *rand.Rand) []byte) []byte {
	t.Helper()
	r := rand.New(rand.NewSource(7))
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("compression")))
	require.NoError(t, err)
	signer := types.LatestSignerForChainID(big.NewInt(4242))
	var txs types.Transactions
	for total := 0; total < size; {
		var to common.Address
		_, _ = r.Read(to[:])
		tx := types.MustSignNewTx(key, signer, &types.DynamicFeeTx{ChainID: big.NewInt(4242), Nonce: uint64(len(txs)), To: &to,
			Value: big.NewInt(r.Int63()), Gas: 21_000, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e12), Data: data(r)})
		txs = append(txs, tx)
		total += int(tx.Size())
	}
	block := types.NewBlock(&types.Header{Number: big.NewInt(1)}, &types.Body{Transactions: txs}, nil, trie.NewStackTrie(nil))
	out, err := rlp.EncodeToBytes(block)
	require.NoError(t, err)
	return out
}

// erc20 is the call of a token transfer, swap one of an exchange's router: words of 32 bytes, mostly zero.
func erc20(r *rand.Rand) []byte {
	data := append([]byte{0xa9, 0x05, 0x9c, 0xbb}, make([]byte, 64)...)
	_, _ = r.Read(data[16:36])
	binary.BigEndian.PutUint64(data[60:], r.Uint64())
	return data
}

func swap(r *rand.Rand) []byte {
	data := append([]byte{0x38, 0xed, 0x17, 0x39}, make([]byte, 8*32)...)
	for _, at := range []int{28, 60} {
		binary.BigEndian.PutUint64(data[at:], r.Uint64())
	}
	data[4+2*32+31], data[4+5*32+31] = 0xa0, 2
	_, _ = r.Read(data[4+3*32+12 : 4+4*32])
	copy(data[4+6*32+12:], "the first token's id")
	copy(data[4+7*32+12:], "another token's  id ")
	return data
}

func none(*rand.Rand) []byte { return nil }

// noise is what data posted by another rollup looks like: compressed already.
func noise(r *rand.Rand) []byte {
	data := make([]byte, 4096)
	_, _ = r.Read(data)
	return data
}

// BenchmarkCompression is what compressing the pieces of a body saves and costs, and the same for the whole body.
func BenchmarkCompression(b *testing.B) {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	require.NoError(b, err)
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	require.NoError(b, err)
	for _, c := range []struct {
		name string
		data func(r *rand.Rand) []byte
	}{{"transfers", none}, {"tokens", erc20}, {"swaps", swap}, {"noise", noise}} {
		whole := body(b, 1<<20, c.data)
		for _, piece := range []int{32 << 10, len(whole)} {
			for _, codec := range []struct {
				name           string
				encode, decode func([]byte) []byte
			}{
				{"snappy", func(d []byte) []byte { return snappy.Encode(nil, d) },
					func(d []byte) []byte { out, _ := snappy.Decode(nil, d); return out }},
				{"zstd", func(d []byte) []byte { return encoder.EncodeAll(d, nil) },
					func(d []byte) []byte { out, _ := decoder.DecodeAll(d, nil); return out }},
			} {
				pieces := slices.Collect(slices.Chunk(whole, piece))
				packed := make([][]byte, len(pieces))
				name := fmt.Sprintf("%s/%s/%dK", c.name, codec.name, piece>>10)
				b.Run(name+"/pack", func(b *testing.B) {
					b.SetBytes(int64(len(whole)))
					total := 0
					for b.Loop() {
						total = 0
						for i, p := range pieces {
							packed[i] = codec.encode(p)
							total += len(packed[i])
						}
					}
					b.ReportMetric(float64(total)/float64(len(whole)), "of-size")
				})
				b.Run(name+"/unpack", func(b *testing.B) {
					b.SetBytes(int64(len(whole)))
					for b.Loop() {
						for _, p := range packed {
							codec.decode(p)
						}
					}
				})
			}
		}
	}
}
