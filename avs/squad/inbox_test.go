package squad_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/testutil"
)

func forced(t *testing.T, tx *types.Transaction) avs.InboxMessage {
	t.Helper()
	return avs.InboxMessage{Kind: avs.InboxTransaction, Data: raw(t, tx)}
}

func deposit(to byte, gwei uint64) avs.InboxMessage {
	return avs.InboxMessage{Kind: avs.InboxDeposit, To: common.Address{0xdd, to}, Amount: gwei}
}

// hungry asks for more gas than a forced transaction may.
func (b *bed) hungry(from int) *types.Transaction {
	key, _ := account(from)
	return types.MustSignNewTx(key, types.LatestSigner(b.genesis.Config), &types.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: b.nonces[from], GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e12),
		Gas: gasLimit/avs.ForcedGasShare + 1, To: &common.Address{}, Value: big.NewInt(1),
	})
}

func (n *node) block(number uint64) *types.Block {
	n.t.Helper()
	block, err := n.client.BlockByNumber(context.Background(), new(big.Int).SetUint64(number))
	require.NoError(n.t, err)
	return block
}

// What waits in the inbox makes a block though no user wants one: deposits are credited, transactions that can be applied
// lead, others are passed over, and the block stands on the view that brought them.
func TestInboxMakesABlock(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	first, second, gap := b.transfer(0), b.transfer(1), b.transfer(2)
	_ = gap // never sent, so that what follows it cannot be applied
	b.ledger.view()
	b.ledger.view(deposit(1, 5), forced(t, first), avs.InboxMessage{Kind: avs.InboxTransaction, Data: []byte("no transaction")},
		forced(t, b.hungry(3)), forced(t, b.transfer(2)), forced(t, second), deposit(2, 7), avs.InboxMessage{Kind: 9})
	require.Equal(t, uint64(1), b.awaitIncluded(first))
	block := b.nodes[0].block(1)
	require.Equal(t, []common.Hash{first.Hash(), second.Hash()}, []common.Hash{block.Transactions()[0].Hash(), block.Transactions()[1].Hash()})
	require.Len(t, block.Transactions(), 2)
	require.Equal(t, b.ledger.views[2], *block.BeaconRoot())
	require.Equal(t, types.Withdrawals{{Index: 0, Address: common.Address{0xdd, 1}, Amount: 5}, {Index: 6, Address: common.Address{0xdd, 2}, Amount: 7}},
		block.Withdrawals())
	h := b.ledger.batches()[0].Header.Header
	require.Equal(t, uint64(2), h.L1Number)
	require.Equal(t, uint64(8), h.Inbox)

	tx := b.transfer(4)
	b.nodes[0].send(tx)
	require.Equal(t, uint64(2), b.awaitIncluded(tx), "what can never be applied makes no block of its own")
	require.Equal(t, uint64(8), b.ledger.batches()[1].Header.Header.Inbox)
	for _, n := range b.nodes {
		require.Empty(t, n.service.SeenFaults())
	}
}

// A leader that has not read all messages takes those that it has; a member that has not read them says nothing until it
// has, and is no worse off once the batch is ordered.
func TestUnreadMessagesAreWaitedFor(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	b.nodes[evil].open()
	p := b.startAllBut(evil)
	b.ledger.halt(true)
	got := listen(t, b, p)
	slow := b.nodes[(evil+1)%4]
	slow.unread.Store(1)
	slot := b.ledSlot(evil)
	b.ledger.view(deposit(1, 5))
	batch := b.builtAs(evil, slot, b.genesisRef(), func(r *avs.BuildRequest) {
		r.BeaconRoot = b.ledger.views[1]
		r.Withdrawals = []*types.Withdrawal{{Address: common.Address{0xdd, 1}, Amount: 5}}
	}, func(_ *types.Header, h *avs.BatchHeader) { h.L1Number, h.Inbox = 1, 1 })
	digest := batch.Header.Header.Digest(b.domain)
	for i, n := range b.nodes {
		if i != evil {
			require.Equal(t, avs.Accept, b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), batch.Encode()))
		}
	}
	testutil.Eventually(t, patient, func() bool { return len(got.members(digest)) == 2 }, "those that have read the inbox acknowledge")
	require.False(t, got.members(digest)[uint16(slow.index)])
	require.Empty(t, slow.service.SeenFaults())
	slow.unread.Store(0)
	testutil.Eventually(t, patient, func() bool { return len(got.members(digest)) == 3 })
}

// Every way in which a leader's block can differ from what L1 and its slot ask for.
func TestContentsThatAreNotAcknowledged(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	evil := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	b.nodes[evil].open()
	p := b.startAllBut(evil)
	b.ledger.halt(true)
	got := listen(t, b, p)
	own, first, second := b.transfer(0), b.transfer(1), b.transfer(2)
	b.add(evil, own)
	slot := b.ledSlot(evil)
	b.ledger.view()
	b.ledger.view(deposit(1, 5), forced(t, first), forced(t, second))
	credit := func() []*types.Withdrawal { return []*types.Withdrawal{{Address: common.Address{0xdd, 1}, Amount: 5}} }
	var sent []avs.Batch
	for i, c := range []struct {
		name   string
		ask    func(r *avs.BuildRequest)
		header func(h *avs.BatchHeader)
	}{
		{"another beacon root", func(r *avs.BuildRequest) { r.BeaconRoot = b.ledger.views[1] }, nil},
		{"a deposit left out", func(r *avs.BuildRequest) { r.Withdrawals = nil }, nil},
		{"a deposit with more", func(r *avs.BuildRequest) { r.Withdrawals[0].Amount++ }, nil},
		{"a deposit of another index", func(r *avs.BuildRequest) { r.Withdrawals[0].Index++ }, nil},
		{"a forced transaction left out", func(r *avs.BuildRequest) { r.First = r.First[:1] }, nil},
		{"forced ones in another order", func(r *avs.BuildRequest) { r.First[0], r.First[1] = r.First[1], r.First[0] }, nil},
		{"forced ones after another", func(r *avs.BuildRequest) { r.First = append([][]byte{raw(t, own)}, r.First...) }, nil},
		{"messages taken in part", nil, func(h *avs.BatchHeader) { h.Inbox = 2 }},
	} {
		batch := b.builtAs(evil, slot+uint64(i), b.genesisRef(), func(r *avs.BuildRequest) {
			r.BeaconRoot, r.Withdrawals, r.First = b.ledger.views[2], credit(), [][]byte{raw(t, first), raw(t, second)}
			if c.ask != nil {
				c.ask(r)
			}
		}, func(_ *types.Header, h *avs.BatchHeader) {
			h.L1Number, h.Inbox = 2, 3
			if c.header != nil {
				c.header(h)
			}
		})
		if c.name == "messages taken in part" {
			continue // it is right: what is not taken yet goes in as any other transaction, or later
		}
		sent = append(sent, batch)
	}
	n := b.nodes[(evil+1)%4]
	for _, batch := range sent {
		require.Equal(t, avs.Accept, b.wire.port(n.keys.id).deliver(p.id, b.topic("batch"), batch.Encode()))
	}
	seen := func(kind string) (count uint64) {
		for _, f := range n.service.SeenFaults() {
			if f.Operator == p.id && f.Kind == kind {
				count = f.Count
			}
		}
		return count
	}
	testutil.Eventually(t, patient, func() bool { return seen(squad.FaultInvalidBlock) == 4 && seen(squad.FaultForcedLeftOut) == 3 })
	for _, batch := range sent {
		require.Empty(t, got.members(batch.Header.Header.Digest(b.domain)))
	}
	b.ledger.halt(false)
	b.awaitIncluded(second)
}
