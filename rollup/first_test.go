package rollup

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

func after(parent avs.BlockRef) avs.BuildRequest {
	return avs.BuildRequest{Parent: parent.Hash, Timestamp: parent.Timestamp + 1}
}

// blockOf builds what the request asks for, and gives the block as a follower reads it.
func blockOf(t testing.TB, d *Driver, r avs.BuildRequest) *types.Block {
	t.Helper()
	built, err := d.Build(context.Background(), r)
	require.NoError(t, err)
	block, err := DecodeBody(built.Body)
	require.NoError(t, err)
	return block
}

func hashesOf(txs ...*types.Transaction) []common.Hash {
	out := make([]common.Hash, len(txs))
	for i, tx := range txs {
		out[i] = tx.Hash()
	}
	return out
}

// A deposit and the L1 block hash arrive as Ethereum has them: a withdrawal and a beacon root.
func TestWhatL1Brings(t *testing.T) {
	ctx := context.Background()
	leader, follower := newDriver(t, 1), newDriver(t, 1)
	at := head(t, leader)
	r := after(at)
	r.BeaconRoot = common.Hash{0xbe}
	poor := common.Address{0xaa}
	r.Withdrawals = []*types.Withdrawal{{Index: 5, Address: poor, Amount: 3}, {Index: 6, Address: poor, Amount: 4}}
	built, err := leader.Build(ctx, r)
	require.NoError(t, err, "a deposit alone is work")
	require.Zero(t, built.Ref.Transactions)
	ref, err := follower.Import(ctx, built.Body)
	require.NoError(t, err)
	require.Equal(t, built.Ref, ref)
	for _, d := range []*Driver{leader, follower} {
		require.NoError(t, d.SetHead(ctx, ref.Hash))
		s, err := d.chain.State()
		require.NoError(t, err)
		require.EqualValues(t, 7*params.GWei, s.GetBalance(poor).Uint64())
		ring := common.BigToHash(new(big.Int).SetUint64(ref.Timestamp%8191 + 8191))
		require.Equal(t, common.Hash{0xbe}, s.GetState(params.BeaconRootsAddress, ring), "contracts can read the root")
	}
	b, err := DecodeBody(built.Body)
	require.NoError(t, err)
	require.Equal(t, common.Hash{0xbe}, *b.BeaconRoot())
	require.Equal(t, types.Withdrawals(r.Withdrawals), b.Withdrawals())

	r = after(ref)
	_, err = leader.Build(ctx, r)
	require.ErrorIs(t, err, avs.ErrNoWork)
	r.Withdrawals = []*types.Withdrawal{}
	_, err = leader.Build(ctx, r)
	require.ErrorIs(t, err, avs.ErrNoWork)
}

// What one block takes of an inbox has room beside the transactions, whatever it is.
func TestDepositsHaveRoom(t *testing.T) {
	d := newDriver(t, 1)
	r := after(head(t, d))
	for range avs.MaxInboxPerBatch {
		r.Withdrawals = append(r.Withdrawals, &types.Withdrawal{Index: ^uint64(0), Validator: ^uint64(0), Address: common.Address{1}, Amount: 1 << 60})
	}
	r.MaxBytes = 10_000
	tx := sign(0, &types.DynamicFeeTx{Gas: 1_000_000, To: &common.Address{1}, Data: make([]byte, 10_000-blockOverhead-130)})
	r.First = raw(t, tx)
	built, err := d.Build(context.Background(), r)
	require.NoError(t, err)
	require.Equal(t, 1, built.Ref.Transactions)
	require.LessOrEqual(t, len(built.Body), r.MaxBytes)
	require.Greater(t, len(built.Body), 9_000)
}

func TestFirst(t *testing.T) {
	to := common.Address{1}
	rich := func(i int, nonce uint64, tip int64) *types.Transaction {
		return sign(i, &types.DynamicFeeTx{Nonce: nonce, Gas: params.TxGas, To: &to, GasTipCap: big.NewInt(tip)})
	}
	lots := new(big.Int).Mul(big.NewInt(1e6), big.NewInt(params.Ether))
	poorKey, poor := account(77)
	_ = poorKey
	a0, a1, a2, b0, b0again, c0 := rich(0, 0, 1), rich(0, 1, 1), rich(0, 2, 1), rich(1, 0, 500), rich(1, 0, 1), rich(2, 0, 50)
	dear := sign(1, &types.DynamicFeeTx{Gas: params.TxGas, To: &to, Value: lots})
	funding := sign(2, &types.DynamicFeeTx{Gas: params.TxGas, To: &poor, Value: big.NewInt(params.Ether)})
	funded := sign(77, &types.DynamicFeeTx{Gas: params.TxGas, To: &to})
	reverting := sign(1, &types.DynamicFeeTx{Gas: 100_000, Data: []byte{0xfe}})
	_, zero := account(0)
	for name, test := range map[string]struct {
		pool, first []*types.Transaction
		without     []common.Address
		want        []*types.Transaction
	}{
		"before those that pay more":         {first: []*types.Transaction{a0}, pool: []*types.Transaction{b0, c0}, want: []*types.Transaction{a0, b0, c0}},
		"in the given order":                 {first: []*types.Transaction{c0, a0, b0}, want: []*types.Transaction{c0, a0, b0}},
		"in the pool too":                    {first: []*types.Transaction{a0, c0}, pool: []*types.Transaction{a0, a1, c0, b0}, want: []*types.Transaction{a0, c0, b0, a1}},
		"instead of the pool's of its nonce": {first: []*types.Transaction{b0again}, pool: []*types.Transaction{b0}, want: []*types.Transaction{b0again}},
		"twice":                              {first: []*types.Transaction{a0, a0}, want: []*types.Transaction{a0}},
		"without the one before it":          {first: []*types.Transaction{a1, b0}, want: []*types.Transaction{b0}},
		"in the wrong order":                 {first: []*types.Transaction{a1, a0}, want: []*types.Transaction{a0, a1}},
		"gap filled by the pool":             {first: []*types.Transaction{a2, a1}, pool: []*types.Transaction{a0, b0}, want: []*types.Transaction{b0, a0, a1, a2}},
		"too dear":                           {first: []*types.Transaction{dear, c0}, want: []*types.Transaction{c0}},
		"paid by what the pool has":          {first: []*types.Transaction{funded}, pool: []*types.Transaction{funding}, want: []*types.Transaction{funding, funded}},
		"reverts":                            {first: []*types.Transaction{reverting, a0}, want: []*types.Transaction{reverting, a0}},
		"a sender only comes first":          {first: []*types.Transaction{a0}, pool: []*types.Transaction{a0, a1, c0}, without: []common.Address{zero}, want: []*types.Transaction{a0, c0}},
	} {
		t.Run(name, func(t *testing.T) {
			leader := open(t, Config{DataDir: t.TempDir(), Genesis: testGenesis(3)})
			give(t, leader, test.pool...)
			r := after(head(t, leader))
			r.First, r.Without = append(raw(t, test.first...), []byte{1, 2}, nil), test.without
			require.Equal(t, hashesOf(test.want...), hashesOf(blockOf(t, leader, r).Transactions()...))
		})
	}
}

func TestFirstAloneIsWork(t *testing.T) {
	d := newDriver(t, 1)
	r := after(head(t, d))
	r.First = raw(t, transfer(0, 1, common.Address{1}))
	_, err := d.Build(context.Background(), r)
	require.ErrorIs(t, err, avs.ErrNoWork, "it cannot be applied")
	r.First = raw(t, transfer(0, 0, common.Address{1}))
	require.Len(t, blockOf(t, d, r).Transactions(), 1)
}
