package stateless

import (
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/beacon"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/testutil"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m, testutil.LeakOptions()...) }

var (
	tokenAt = common.HexToAddress("0x7070000000000000000000000000000000000070")
	oldAt   = common.HexToAddress("0x7071000000000000000000000000000000000071")
	// tokenCode moves calldata[32:64] from the caller's balance to that of calldata[0:32] and logs it; a balance lies at
	// the hash of its owner.
	tokenCode = common.FromHex("60003560005260406000208054602035019055336000526040600020805460203590039055602035600052600035336001602060" + "00a300")
	// oldCode stores the hash of the block three before.
	oldCode = common.FromHex("6003430340600055" + "00")
	// initCode deploys five bytes of code.
	initCode = common.FromHex("64600160005560005260056" + "01bf3")
)

const accounts = 300

func holder(i int) common.Address {
	return common.BytesToAddress(crypto.Keccak256([]byte(fmt.Sprintf("holder %d", i))))
}

func balanceSlot(a common.Address) common.Hash {
	return crypto.Keccak256Hash(common.LeftPadBytes(a[:], 32), make([]byte, 32))
}

func sender() (*ecdsa.PrivateKey, common.Address) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("stateless sender")))
	if err != nil {
		panic(err)
	}
	return key, crypto.PubkeyToAddress(key.PublicKey)
}

func rules() *params.ChainConfig {
	c := *params.MergedTestChainConfig
	c.ChainID = big.NewInt(901)
	return &c
}

func genesis() *core.Genesis {
	_, from := sender()
	balances := map[common.Hash]common.Hash{balanceSlot(from): common.BigToHash(big.NewInt(1e18))}
	alloc := types.GenesisAlloc{
		from:                             {Balance: new(big.Int).Mul(big.NewInt(1e18), big.NewInt(1e6))},
		oldAt:                            {Code: oldCode, Balance: new(big.Int)},
		params.BeaconRootsAddress:        {Nonce: 1, Code: params.BeaconRootsCode, Balance: new(big.Int)},
		params.HistoryStorageAddress:     {Nonce: 1, Code: params.HistoryStorageCode, Balance: new(big.Int)},
		params.WithdrawalQueueAddress:    {Nonce: 1, Code: params.WithdrawalQueueCode, Balance: new(big.Int)},
		params.ConsolidationQueueAddress: {Nonce: 1, Code: params.ConsolidationQueueCode, Balance: new(big.Int)},
	}
	for i := range accounts {
		alloc[holder(i)] = types.Account{Balance: big.NewInt(1e15)}
		balances[balanceSlot(holder(i))] = common.BigToHash(big.NewInt(int64(1000 + i)))
	}
	alloc[tokenAt] = types.Account{Code: tokenCode, Storage: balances, Balance: new(big.Int)}
	return &core.Genesis{Config: rules(), Alloc: alloc, GasLimit: 60_000_000, BaseFee: big.NewInt(params.InitialBaseFee), Difficulty: new(big.Int)}
}

// load is the transactions of one block of the given kind.
func load(t testing.TB, kind string, bc *core.BlockChain, g *core.BlockGen) {
	key, from := sender()
	add := func(to *common.Address, value int64, data []byte) {
		tx, err := types.SignNewTx(key, types.LatestSigner(rules()), &types.DynamicFeeTx{ChainID: big.NewInt(901), Nonce: g.TxNonce(from), To: to,
			Value: big.NewInt(value), Data: data, Gas: 200_000, GasFeeCap: new(big.Int).Add(g.BaseFee(), big.NewInt(params.GWei)), GasTipCap: big.NewInt(1)})
		require.NoError(t, err)
		g.AddTxWithChain(bc, tx)
	}
	for j := range 8 {
		to := holder((int(g.Number().Int64())*791 + j*31) % accounts)
		switch kind {
		case "transfers":
			add(&to, 1, nil)
		case "tokens":
			add(&tokenAt, 0, append(common.LeftPadBytes(to[:], 32), common.LeftPadBytes([]byte{5}, 32)...))
		case "creations":
			add(nil, 0, initCode)
		case "old hashes":
			add(&oldAt, 0, nil)
		}
	}
	g.AddWithdrawal(&types.Withdrawal{Validator: 1, Address: holder(0), Amount: 5})
}

// made is a block with its witness, as a node answers debug_executionWitness.
type made struct {
	block   *types.Block
	witness json.RawMessage
}

func produce(t testing.TB, kind string) made {
	t.Helper()
	spec, engine := genesis(), beacon.New(ethash.NewFaker())
	bc, err := core.NewBlockChain(rawdb.NewMemoryDatabase(), spec, engine, core.DefaultConfig().WithStateScheme(rawdb.PathScheme))
	require.NoError(t, err)
	defer bc.Stop()
	db, past, _ := core.GenerateChainWithGenesis(spec, engine, 4, func(_ int, g *core.BlockGen) { load(t, "transfers", bc, g) })
	_, err = bc.InsertChain(past)
	require.NoError(t, err)
	blocks, receipts := core.GenerateChain(spec.Config, past[3], engine, db, 1, func(_ int, g *core.BlockGen) { load(t, kind, bc, g) })
	block := blocks[0]
	for _, r := range receipts[0] {
		require.Equal(t, types.ReceiptStatusSuccessful, r.Status, "%s does what it is for", kind)
	}
	result, err := bc.ProcessBlock(t.Context(), bc.GetHeaderByHash(block.ParentHash()).Root, block, core.ExecuteConfig{MakeWitness: true})
	require.NoError(t, err)
	raw, err := json.Marshal(result.Witness().ToExtWitness())
	require.NoError(t, err)
	return made{block, raw}
}

func (m made) decode(t testing.TB) *Witness {
	t.Helper()
	w, err := DecodeWitness(m.witness)
	require.NoError(t, err)
	return w
}

// with is the block with another header.
func (m made) with(change func(*types.Header)) *types.Block {
	h := types.CopyHeader(m.block.Header())
	change(h)
	return types.NewBlockWithHeader(h).WithBody(*m.block.Body())
}
