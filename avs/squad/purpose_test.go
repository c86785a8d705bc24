package squad_test

import (
	"context"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/testutil"
)

// Each of four leaders errs on purpose in another way, and the chain goes on: every transaction is ordered, also of the
// account that one of them censors; the equivocation is proven, and the others' faults are seen.
func TestLeadersThatErrOnPurpose(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	const withholds, equivocates, spoils, censor = 0, 1, 2, 3
	_, censored := account(7)
	b.nodes[withholds].faults.WithholdBodies = true
	b.nodes[equivocates].faults.Equivocate = true
	b.nodes[spoils].faults.InvalidBlocks = true
	b.nodes[censor].faults.Censor = append(b.nodes[censor].faults.Censor, censored)
	b.startAll()
	seen := func(kind string, of int) bool {
		return slices.ContainsFunc(b.nodes, func(n *node) bool {
			return slices.ContainsFunc(n.service.SeenFaults(), func(f squad.Fault) bool { return f.Kind == kind && f.Operator == b.keys[of].id })
		})
	}
	led := map[int]bool{}
	var evidence []avs.Evidence
	for i := 0; ; i++ {
		at := b.leader(b.slot(), 0)
		led[at] = true
		from := i % 7
		if at == censor {
			from = 7
		}
		tx := b.transfer(from)
		b.nodes[i%4].send(tx)
		number := b.awaitIncluded(tx)
		if from == 7 {
			by := b.author(number)
			require.NotEqual(t, censor, by, "the censor includes nothing of the account")
		}
		if evidence = b.evidence("double_header"); len(led) == 4 && len(evidence) > 0 && seen(squad.FaultInvalidBlock, spoils) {
			break
		}
		require.Less(t, i, 200, "led %v, %d proofs, faults %+v", led, len(evidence), b.nodes[0].service.SeenFaults())
	}
	by, err := evidence[0].Headers.Verify(b.domain)
	require.NoError(t, err)
	require.Equal(t, b.set.ConsensusAddress(equivocates), by)
	require.Equal(t, []string{"withhold_bodies"}, b.nodes[withholds].service.Overview().Purpose)
	for _, n := range b.nodes {
		require.Empty(t, n.sink.reported("broken_preconfirmation"))
		require.False(t, n.service.Status().Broken)
	}
}

// author is the member whose batch has a number.
func (b *bed) author(number uint64) int {
	ordered, found, err := b.ledger.Ordered(b.rollup.ID, number)
	require.NoError(b.t, err)
	require.True(b.t, found)
	by, err := ordered.Header.Signer(b.domain)
	require.NoError(b.t, err)
	return b.set.IndexOfConsensus(by)
}

func (b *bed) evidence(kind string) []avs.Evidence {
	var out []avs.Evidence
	for _, n := range b.nodes {
		out = append(out, n.sink.reported(kind)...)
	}
	return out
}

// A mute leader leads nothing, and what it is asked for comes from others.
func TestMuteOnPurpose(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	mute := b.leader(b.slot()+2*b.rollup.Slots.SpanSlots, 0)
	b.nodes[mute].faults.Mute = true
	b.startAll()
	b.ledSlot(mute)
	tx := b.transfer(0)
	receipt, err := b.nodes[mute].preconfirm(tx)
	require.NoError(t, err)
	by, err := receipt.Signer(b.domain)
	require.NoError(t, err)
	require.NotEqual(t, mute, b.set.IndexOfConsensus(by))
	require.NotEqual(t, mute, b.author(b.awaitIncluded(tx)))
}

// What is on its way is told with its tier and its transactions, and no more once it is executed.
func TestPending(t *testing.T) {
	t.Parallel()
	b := newBed(t, 4)
	b.startAll()
	b.ledger.halt(true)
	tx := b.transfer(0)
	n := b.nodes[0]
	n.send(tx)
	var pending []squad.Batch
	testutil.Eventually(t, patient, func() bool {
		pending = n.service.Pending(true)
		return len(pending) > 0 && pending[0].Executed
	}, "a batch is on its way")
	require.False(t, pending[0].Ordered)
	require.Equal(t, tx.Hash(), pending[0].Transactions[0])
	require.Equal(t, b.keys[b.leader(pending[0].Header.Slot, pending[0].Header.Rank)].id, pending[0].Leader)
	require.Nil(t, n.service.Pending(false)[0].Transactions)
	b.ledger.halt(false)
	number := b.awaitIncluded(tx)
	testutil.Eventually(t, patient, func() bool {
		return !slices.ContainsFunc(n.service.Pending(false), func(p squad.Batch) bool { return p.Header.Number <= number })
	}, "it is executed")
	block, err := n.client.BlockByNumber(context.Background(), new(big.Int).SetUint64(number))
	require.NoError(t, err)
	require.True(t, slices.ContainsFunc(block.Transactions(), func(have *types.Transaction) bool { return have.Hash() == tx.Hash() }))
}
