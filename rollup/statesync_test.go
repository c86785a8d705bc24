package rollup

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth/protocols/snap"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/testutil"
)

// stateNet carries requests for state between drivers of one test. It implements avs.Network as far as that needs.
type stateNet struct {
	avs.Network // nil: nothing else is asked for

	mu      sync.Mutex
	serves  map[avs.OperatorID]avs.RequestHandler
	serving avs.OperatorID                                                              // who registers next
	change  func(to avs.OperatorID, kind byte, reply []byte, err error) ([]byte, error) // what becomes of replies
	asked   map[avs.OperatorID]int
}

func newStateNet() *stateNet {
	return &stateNet{serves: map[avs.OperatorID]avs.RequestHandler{}, asked: map[avs.OperatorID]int{}}
}

func (n *stateNet) Serve(_ string, _, _ int, h avs.RequestHandler) { n.serves[n.serving] = h }

func (n *stateNet) join(id byte, d *Driver) avs.OperatorID {
	n.serving = avs.OperatorID{id}
	d.ServeState(n, testRollup)
	return n.serving
}

func (n *stateNet) Peers() []avs.OperatorID {
	n.mu.Lock()
	defer n.mu.Unlock()
	var ids []avs.OperatorID
	for id := range n.serves {
		ids = append(ids, id)
	}
	return ids
}

func (n *stateNet) Request(ctx context.Context, to avs.OperatorID, _ string, request []byte) ([]byte, error) {
	n.mu.Lock()
	n.asked[to]++
	serve, change := n.serves[to], n.change
	n.mu.Unlock()
	reply, err := serve(ctx, avs.OperatorID{}, request)
	if change != nil {
		reply, err = change(to, request[0], reply, err)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return reply, err
}

var testRollup = avs.RollupID{0x42}

// slots is a transaction that makes a contract with 400 slots of storage.
func slots(i int, nonce uint64) *types.Transaction {
	code := common.FromHex("60005b6001018080558061019011600257" + // for i = 1 .. 400: slot i = i
		"60fe600053602060006000f3") // a byte in memory, and an empty code: what counts is the storage
	return sign(i, &types.DynamicFeeTx{Nonce: nonce, Gas: 12_000_000, Data: code, Value: new(big.Int)})
}

// extend makes blocks on the head of a driver, with transfers to new accounts and now and then a contract.
func extend(t testing.TB, d *Driver, blocks int) {
	t.Helper()
	for range blocks {
		at := head(t, d)
		var txs []*types.Transaction
		for i := range 4 {
			txs = append(txs, transfer(i, at.Number, common.BigToAddress(new(big.Int).SetUint64(1_000_000+at.Number*4+uint64(i)))))
		}
		if at.Number%4 == 0 {
			txs = append(txs, slots(4, at.Number/4))
		}
		give(t, d, txs...)
		b := build(t, d, at)
		_, err := d.Import(context.Background(), b.Body)
		require.NoError(t, err)
		require.NoError(t, d.SetHead(context.Background(), b.Ref.Hash))
		settle(t, d)
	}
}

// blocksOf copies blocks from one driver's ordered chain to another.
func blocksOf(t testing.TB, from, to *Driver, first, last uint64) {
	t.Helper()
	for number := first; number <= last; number++ {
		body, ref, err := from.Block(context.Background(), number)
		require.NoError(t, err)
		_, err = to.Import(context.Background(), body)
		require.NoError(t, err)
		require.NoError(t, to.SetHead(context.Background(), ref.Hash))
	}
}

func syncFrom(n *stateNet, d *Driver, behind uint64) StateSync {
	return StateSync{Rollup: testRollup, Network: n, Clock: clock.Real(), Log: slog.New(slog.DiscardHandler), Pivot: func(context.Context) (Pivot, error) {
		h := d.chain.CurrentBlock()
		h = d.chain.GetHeaderByNumber(h.Number.Uint64() - behind)
		return Pivot{h.Number.Uint64(), h.Hash()}, nil
	}}
}

// requireSameState reads every account and slot by the snapshot iterators of both.
func requireSameState(t *testing.T, a, b *Driver) {
	t.Helper()
	root := head(t, a).StateRoot
	require.Equal(t, root, head(t, b).StateRoot)
	testutil.Eventually(t, testWait, func() bool {
		return a.chain.TrieDB().SnapshotCompleted() && b.chain.TrieDB().SnapshotCompleted()
	}, "flat state")
	ask := func(kind byte, request any) []byte {
		data, err := rlp.EncodeToBytes(request)
		require.NoError(t, err)
		x, err := a.answerState(kind, data)
		require.NoError(t, err)
		y, err := b.answerState(kind, data)
		require.NoError(t, err)
		require.Equal(t, x, y)
		return x
	}
	var accounts snap.AccountRangePacket
	require.NoError(t, rlp.DecodeBytes(ask(askAccounts, &snap.GetAccountRangePacket{Root: root, Limit: common.MaxHash, Bytes: 1 << 20}), &accounts))
	require.Greater(t, len(accounts.Accounts), 300)
	large := 0
	for _, account := range accounts.Accounts {
		if reply := ask(askStorage, &snap.GetStorageRangesPacket{Root: root, Accounts: []common.Hash{account.Hash}, Bytes: 1 << 20}); len(reply) > 10_000 {
			large++
		}
	}
	require.GreaterOrEqual(t, large, 3, "contracts with storage")
}

// A newcomer reads the state of a chain with contracts from two operators, of whom one lies, goes on with the blocks after it,
// comes back from a restart, and serves the next newcomer.
func TestStateSync(t *testing.T) {
	cfg := Config{DataDir: t.TempDir(), Genesis: testGenesis(300), RPC: "127.0.0.1:0"}
	source := newDriver(t, 300)
	extend(t, source, 14)
	n := newStateNet()
	honest, liar := n.join(1, source), n.join(2, source)
	n.change = func(to avs.OperatorID, kind byte, reply []byte, err error) ([]byte, error) {
		if to == liar && (kind == askAccounts || kind == askStorage) && len(reply) > 100 {
			reply[len(reply)/2] ^= 1
		}
		return reply, err
	}
	d, err := Open(context.Background(), cfg)
	require.NoError(t, err)
	ref, err := d.SyncState(context.Background(), syncFrom(n, source, 2))
	require.NoError(t, err)
	require.Equal(t, uint64(12), ref.Number)
	require.Equal(t, ref, head(t, d))
	require.Positive(t, n.asked[honest])
	require.Positive(t, n.asked[liar])
	extend(t, source, 2)
	blocksOf(t, source, d, 13, 16)
	requireSameState(t, source, d)
	_, _, err = d.Block(context.Background(), 7)
	require.ErrorIs(t, err, ErrUnknownBlock)
	require.Equal(t, source.chain.GetHeaderByNumber(7).Hash(), d.chain.GetHeaderByNumber(7).Hash())
	shut(t, d)

	d = open(t, cfg)
	require.GreaterOrEqual(t, head(t, d).Number, uint64(12), "state was written at the stop")
	blocksOf(t, source, d, head(t, d).Number+1, 16)
	requireSameState(t, source, d)
	extend(t, d, 3) // it leads as well
	blocksOf(t, d, source, 17, 19)
	requireSameState(t, source, d)

	n2 := newStateNet()
	n2.join(3, d)
	second := newDriver(t, 300)
	_, err = second.SyncState(context.Background(), syncFrom(n2, d, 2))
	require.NoError(t, err)
	blocksOf(t, source, second, 18, 19)
	requireSameState(t, source, second)
}

// A sync that is interrupted goes on after a restart, with a newer block.
func TestStateSyncInterrupted(t *testing.T) {
	cfg := Config{DataDir: t.TempDir(), Genesis: testGenesis(300), RPC: "127.0.0.1:0"}
	source := newDriver(t, 300)
	extend(t, source, 9)
	n := newStateNet()
	n.join(1, source)
	ctx, cancel := context.WithCancel(context.Background())
	n.change = func(_ avs.OperatorID, kind byte, reply []byte, err error) ([]byte, error) {
		if kind == askStorage || kind == askNodes {
			cancel() // in the middle: accounts are there, storage is not
			return nil, errors.New("gone")
		}
		return reply, err
	}
	d, err := Open(context.Background(), cfg)
	require.NoError(t, err)
	_, err = d.SyncState(ctx, syncFrom(n, source, 2))
	require.ErrorIs(t, err, context.Canceled)
	shut(t, d)

	n.change = nil
	extend(t, source, 7)
	d = open(t, cfg)
	require.Zero(t, head(t, d).Number)
	_, err = d.SyncState(context.Background(), syncFrom(n, source, 2))
	require.NoError(t, err)
	blocksOf(t, source, d, 15, 16)
	requireSameState(t, source, d)
}

func FuzzAnswerState(f *testing.F) {
	d := newDriver(f, 3)
	for kind, r := range map[byte]any{askAccounts: &snap.GetAccountRangePacket{Limit: common.MaxHash}, askStorage: &snap.GetStorageRangesPacket{},
		askCodes: &snap.GetByteCodesPacket{}, askNodes: &nodesRequest{Paths: [][][]byte{{{1}}}}, askHeaders: &headersRequest{0, 3}, askBlock: common.Hash{1}} {
		data, err := encodeAsk(kind, r)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 {
			return
		}
		if reply, err := d.answerState(data[0], data[1:]); err == nil {
			require.LessOrEqual(t, len(reply), maxStateReply)
		}
		_, _, _ = decodeWhole(data, common.Hash{})
		_, _ = decodeHeaders(data, headersRequest{0, 1}, common.Hash{})
	})
}
