package node

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup"
)

// aGenesis is a small genesis with what L1 would say of it.
func aGenesis(t testing.TB) (*core.Genesis, []byte, avs.Rollup) {
	t.Helper()
	g, hash := rollup.Genesis(4711, 30_000_000, types.GenesisAlloc{{1}: {Balance: common.Big1}}, 1_700_000_000)
	data, err := json.Marshal(g)
	require.NoError(t, err)
	return g, data, avs.Rollup{Name: "shop", ChainID: 4711, GenesisHash: hash, GenesisTime: 1_700_000_000, GasLimit: 30_000_000}
}

func TestGenesisIsCheckedAgainstL1(t *testing.T) {
	g, data, r := aGenesis(t)
	got, err := decodeGenesisOf(data, r)
	require.NoError(t, err)
	require.Equal(t, g.ToBlock().Hash(), got.ToBlock().Hash())
	for name, c := range map[string]struct {
		change func(*avs.Rollup)
		want   error
	}{
		"hash":      {func(r *avs.Rollup) { r.GenesisHash[0]++ }, ErrGenesisHash},
		"chain id":  {func(r *avs.Rollup) { r.ChainID++ }, ErrGenesisParams},
		"gas limit": {func(r *avs.Rollup) { r.GasLimit++ }, ErrGenesisParams},
		"timestamp": {func(r *avs.Rollup) { r.GenesisTime++ }, ErrGenesisParams},
	} {
		t.Run(name, func(t *testing.T) {
			other := r
			c.change(&other)
			_, err := decodeGenesisOf(data, other)
			require.ErrorIs(t, err, c.want)
		})
	}
	t.Run("one more account", func(t *testing.T) {
		more := strings.Replace(string(data), `"alloc":{`, `"alloc":{"0x00000000000000000000000000000000000000ff":{"balance":"0x1"},`, 1)
		_, err := decodeGenesisOf([]byte(more), r)
		require.ErrorIs(t, err, ErrGenesisHash)
	})
	t.Run("size", func(t *testing.T) {
		_, err := decodeGenesisOf(append(data, make([]byte, MaxGenesisSize)...), r)
		require.ErrorIs(t, err, rollup.ErrGenesis)
	})
}

func TestSaveGenesis(t *testing.T) {
	g, _, r := aGenesis(t)
	home := t.TempDir()
	hash, err := SaveGenesis(home, g)
	require.NoError(t, err)
	require.Equal(t, r.GenesisHash, hash)
	require.FileExists(t, GenesisPath(home, hash))
	big := core.Genesis{Config: g.Config, ExtraData: make([]byte, MaxGenesisSize)}
	_, err = SaveGenesis(home, &big)
	require.ErrorIs(t, err, rollup.ErrGenesis)
}

// FuzzGenesis feeds what a peer may send. Whatever it is, it is refused, or is the genesis of the hash.
func FuzzGenesis(f *testing.F) {
	_, data, r := aGenesis(f)
	f.Add(data)
	f.Add([]byte(`{}`))
	f.Add([]byte(`{"config":{"chainId":4711,"terminalTotalDifficulty":0},"gasLimit":"0x1c9c380","difficulty":"0x0","alloc":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := decodeGenesisOf(data, r)
		if err == nil {
			require.Equal(t, r.GenesisHash, g.ToBlock().Hash())
			require.Equal(t, r.ChainID, g.Config.ChainID.Uint64())
		}
	})
}
