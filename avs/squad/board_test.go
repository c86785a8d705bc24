package squad

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/clock"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/signer"
	"github.com/trident-network/trident/internal/store"
)

func testFlight(leader byte, slot, number uint64, salt byte) *flight {
	h := avs.BatchHeader{Epoch: 1, Slot: slot, Number: number, BlockHash: common.Hash{salt, byte(slot), leader}}
	return &flight{digest: common.Hash{leader, byte(slot), byte(slot >> 8), salt}, header: avs.SignedHeader{Header: h}, leader: avs.OperatorID{leader}}
}

func TestBoardAdmits(t *testing.T) {
	b := newBoard()
	first, second, third := testFlight(1, 10, 1, 1), testFlight(1, 10, 1, 2), testFlight(1, 10, 1, 3)
	for _, c := range []struct {
		f    *flight
		want admission
	}{{first, admitted}, {first, known}, {second, equivocation}, {third, repeated}, {second, repeated}, {first, known}} {
		got, _ := b.admit(c.f, 0)
		require.Equal(t, c.want, got)
	}
	b.forget(first)
	got, _ := b.admit(first, 0)
	require.Equal(t, admitted, got, "what could not be kept may come again")
}

func TestBoardIsBounded(t *testing.T) {
	b := newBoard()
	for slot := range uint64(maxFlightsOfLeader + 5) {
		want := admitted
		if slot >= maxFlightsOfLeader {
			want = full
		}
		got, _ := b.admit(testFlight(1, 100+slot, 1, 0), 0)
		require.Equal(t, want, got)
	}
	for leader := byte(2); len(b.flights) < maxFlights; leader++ {
		for slot := range uint64(maxFlightsOfLeader) {
			got, _ := b.admit(testFlight(leader, 1000*uint64(leader)+slot, 1, 0), 0)
			require.Equal(t, admitted, got)
		}
	}
	got, _ := b.admit(testFlight(200, 60_000, 1, 0), 0)
	require.Equal(t, full, got)
	got, _ = b.admit(testFlight(200, 60_000, 1, 0), 110)
	require.Equal(t, admitted, got, "old slots make room")
}

func TestBoardPrunes(t *testing.T) {
	b := newBoard()
	b.setTip(avs.Tip{Number: 5, Slot: 50}, 1)
	executed, waiting, late, own := testFlight(1, 49, 5, 0), testFlight(1, 51, 6, 0), testFlight(2, 52, 6, 0), testFlight(3, 53, 6, 0)
	own.own = true
	for _, f := range []*flight{executed, waiting, late, own} {
		b.flights[f.digest] = f
		b.first[slotRank{1, f.header.Header.Slot, 0}] = f.digest
	}
	b.setHead(avs.BlockRef{Number: 5})
	require.NotContains(t, b.flights, executed.digest)
	require.Len(t, b.candidates(), 3)
	require.True(t, b.setTip(avs.Tip{Number: 6, Slot: 51}, 2))
	require.False(t, b.setTip(avs.Tip{Number: 6, Slot: 51}, 3), "nothing moved")
	require.Contains(t, b.flights, waiting.digest, "ordered, and still to be executed")
	b.setHead(avs.BlockRef{Number: 6})
	require.Len(t, b.flights, 1, "void ones are gone")
	require.Contains(t, b.flights, own.digest, "own ones wait until they are counted")
	b.setTip(avs.Tip{Number: 7, Slot: 53 + firstMemory + 1}, 4)
	require.Empty(t, b.first)
}

func TestBoardRelaysOnce(t *testing.T) {
	b := newBoard()
	f := testFlight(1, 10, 1, 0)
	require.False(t, b.relay(avs.Ack{Header: f.digest}), "of a batch that is not in flight")
	_, _ = b.admit(f, 0)
	require.True(t, b.relay(avs.Ack{Header: f.digest}))
	require.False(t, b.relay(avs.Ack{Header: f.digest, Signature: [65]byte{1}}), "signed anew")
	require.True(t, b.relay(avs.Ack{Header: f.digest, Member: 1}))
}

func TestBoardFindsOrphans(t *testing.T) {
	b := newBoard()
	b.setTip(avs.Tip{Number: 1, Slot: 1, Hash: common.Hash{1}}, 1)
	child, grandchild, orphan := testFlight(1, 2, 2, 0), testFlight(1, 3, 3, 0), testFlight(1, 4, 3, 0)
	grandchild.header.Header.ParentHash = child.header.Header.BlockHash
	orphan.header.Header.ParentHash = common.Hash{0xee}
	for _, f := range []*flight{child, grandchild, orphan} {
		_, _ = b.admit(f, 0)
	}
	got := b.orphans()
	require.Len(t, got, 1)
	require.Equal(t, orphan.digest, got[0].digest)
}

func TestBodies(t *testing.T) {
	db, err := store.Memory()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	b := bodies{db.Sub("squad")}
	put := func(number uint64, salt byte) (common.Hash, avs.Batch) {
		body := []byte{salt, byte(number)}
		h := avs.BatchHeader{Number: number, BlockHash: common.Hash{salt, byte(number)}, BodyHash: keccak(body), BodySize: 2}
		batch := avs.Batch{Header: avs.SignedHeader{Header: h}, Body: body}
		digest := h.Digest(avs.Domain{})
		require.NoError(t, b.put(digest, batch))
		return digest, batch
	}
	won, batch := put(7, 1)
	lost, _ := put(7, 2)
	next, _ := put(8, 1)

	got, found, err := b.get(won)
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, batch, got)
	digest, found, err := b.digestOf(batch.Header.Header.BlockHash)
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, won, digest)

	require.NoError(t, b.settle(7, won))
	has := func(d common.Hash) bool {
		_, found, err := b.get(d)
		require.NoError(t, err)
		return found
	}
	require.True(t, has(won) && has(next))
	require.False(t, has(lost))
	_, found, err = b.digestOf(common.Hash{2, 7})
	require.NoError(t, err)
	require.False(t, found)

	require.NoError(t, b.prune(8))
	require.False(t, has(won))
	require.True(t, has(next))

	require.NoError(t, b.space.SetSync(digestKey(next), []byte("rot")))
	_, _, err = b.get(next)
	require.Error(t, err, "what the disk spoiled is not served as a batch")
}

// A client takes a block that it has by its hash, so what a body lists under that hash is compared with its roots.
func TestContentsBelongToTheHeader(t *testing.T) {
	tx := types.NewTx(&types.LegacyTx{Gas: 21_000})
	credit := &types.Withdrawal{Amount: 1}
	right := types.NewBlock(&types.Header{Number: big.NewInt(1), Difficulty: new(big.Int)},
		&types.Body{Transactions: types.Transactions{tx}, Withdrawals: types.Withdrawals{}}, nil, trie.NewStackTrie(nil))
	for name, c := range map[string]struct {
		body types.Body
		ok   bool
	}{
		"its own":             {types.Body{Transactions: types.Transactions{tx}, Withdrawals: types.Withdrawals{}}, true},
		"no transactions":     {types.Body{Withdrawals: types.Withdrawals{}}, false},
		"a transaction twice": {types.Body{Transactions: types.Transactions{tx, tx}, Withdrawals: types.Withdrawals{}}, false},
		"an uncle": {types.Body{
			Transactions: types.Transactions{tx}, Uncles: []*types.Header{right.Header()}, Withdrawals: types.Withdrawals{},
		}, false},
		"no withdrawals": {types.Body{Transactions: types.Transactions{tx}}, false},
		"a withdrawal":   {types.Body{Transactions: types.Transactions{tx}, Withdrawals: types.Withdrawals{credit}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			body, err := rlp.EncodeToBytes(types.NewBlockWithHeader(right.Header()).WithBody(c.body))
			require.NoError(t, err)
			if err := checkContents(body); c.ok {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, avs.ErrInvalidBlock)
			}
		})
	}
	require.ErrorIs(t, checkContents([]byte{1}), avs.ErrInvalidBlock)
}

func TestConfigCheck(t *testing.T) {
	db, err := store.Memory()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	for name, c := range map[string]struct {
		change func(*Config)
		want   error
	}{
		"complete":            {func(*Config) {}, nil},
		"no rollup":           {func(c *Config) { c.Rollup.ID = avs.RollupID{} }, ErrConfigMissing},
		"no self":             {func(c *Config) { c.Self = avs.OperatorID{} }, ErrConfigMissing},
		"no store":            {func(c *Config) { c.Store = nil }, ErrConfigMissing},
		"no guard":            {func(c *Config) { c.Guard = nil }, ErrConfigMissing},
		"no clock":            {func(c *Config) { c.Clock = nil }, ErrConfigMissing},
		"no sequencing":       {func(c *Config) { c.Sequencing = nil }, ErrConfigMissing},
		"no inbox":            {func(c *Config) { c.Inbox = nil }, nil},
		"no slots":            {func(c *Config) { c.Rollup.Slots.SlotMillis = 0 }, ErrConfigSlots},
		"too many ranks":      {func(c *Config) { c.Rollup.Slots.Ranks = positionRanks + 1 }, ErrConfigSlots},
		"retention too short": {func(c *Config) { c.Retention = minRetention - 1 }, ErrConfigRetention},
		"retention":           {func(c *Config) { c.Retention = minRetention }, nil},
		"negative timing":     {func(c *Config) { c.Timing.Push = -1 }, ErrConfigTiming},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := Config{
				Rollup: avs.Rollup{ID: avs.RollupID{1}, Name: "demo", Slots: avs.DefaultSlotParams(0)}, Self: avs.OperatorID{1},
				Executor: fakeParts{}, TxPool: fakeParts{}, Submitter: fakeParts{}, Log: fakeParts{}, Sets: fakeParts{},
				Network: fakeParts{}, Sequencing: fakeParts{}, Inbox: fakeParts{}, Guard: new(signer.Guard), Store: db.Space, Clock: clock.Real(),
				Executed: fakeParts{}.take, Metrics: metrics.New(),
			}
			c.change(&cfg)
			require.ErrorIs(t, cfg.Check(), c.want)
			s, err := New(cfg)
			require.ErrorIs(t, err, c.want)
			if c.want == nil {
				require.Equal(t, DefaultTiming(), s.timing)
			}
		})
	}
}

func TestTimingDefaults(t *testing.T) {
	got := Timing{Push: time.Minute}.withDefaults()
	want := DefaultTiming()
	want.Push = time.Minute
	require.Equal(t, want, got)
}

func TestUntil(t *testing.T) {
	require.Zero(t, until(5, 0), "never")
	require.Equal(t, time.Millisecond, until(5, 3), "the past is now")
	require.Equal(t, 7*time.Millisecond, until(5, 12))
}

func keccak(data []byte) common.Hash { return crypto.Keccak256Hash(data) }

// fakeParts stands for the parts of a Config that is only checked; none of its ports may be called.
type fakeParts struct {
	avs.Executor
	avs.TxPool
	avs.Submitter
	avs.OrderedLog
	avs.OperatorSets
	avs.Network
	avs.Sequencing
	avs.Inbox
}

func (fakeParts) take(context.Context, avs.Executed) error { return nil }
