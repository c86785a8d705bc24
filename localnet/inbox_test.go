package localnet

import (
	"context"
	"encoding/binary"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/l1"
)

// TestForcedInclusion has all leaders censor an account, which goes by L1. Its transaction, another account's that no operator was
// ever sent, and a deposit arrive; a transaction that cannot be applied stops nothing. What is queued when the rollup is
// stopped arrives too.
func TestForcedInclusion(t *testing.T) {
	options := testOptions(t)
	options.BlockInterval = 100 * time.Millisecond
	n := start(t, options)
	defer func() { stop(t, n) }()
	censored, silent := accountKeys()[4], accountKeys()[6]
	faults := map[string]string{}
	for _, o := range n.File().Operators {
		faults[o.Name] = "censor:" + address(4).Hex()
	}
	spoilLeaders(t, n, faults)
	rollup := n.File().Rollups[0].ID
	force := func(tx *types.Transaction) l1Call {
		raw, err := tx.MarshalBinary()
		require.NoError(t, err)
		data, err := l1.PackForce(rollup, raw)
		require.NoError(t, err)
		return l1Call{data: data}
	}
	deposit := func(to common.Address, gwei int64) l1Call {
		data, err := l1.PackDeposit(rollup, to)
		require.NoError(t, err)
		return l1Call{data, big.NewInt(gwei * params.GWei)}
	}
	c := dial(t, rpcs(n)[0])
	ordinary, want, gap := signed(t, censored, 0), signed(t, silent, 0), signed(t, silent, 7)
	require.NoError(t, c.SendTransaction(t.Context(), ordinary))
	newcomer := common.Address{19: 0xcc}
	began := time.Now()
	onL1(t, n, force(gap), force(ordinary), force(want), deposit(newcomer, 3))
	arrive := func(hash common.Hash) *types.Receipt {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		receipt, err := awaitReceipt(ctx, c, hash)
		require.NoError(t, err)
		return receipt
	}
	require.Equal(t, types.ReceiptStatusSuccessful, arrive(ordinary.Hash()).Status)
	last := arrive(want.Hash())
	t.Logf("forced transactions in a block after %s", time.Since(began))
	awaitBalance(t, n, newcomer, 3*params.GWei)
	awaitInbox(t, n, 4)
	_, err := c.TransactionReceipt(t.Context(), gap.Hash())
	require.Error(t, err, "a transaction with a nonce gap is passed over")
	require.Greater(t, probe(t, rpcs(n)).Block, last.BlockNumber.Uint64()-1)

	next := signed(t, silent, 1)
	onL1(t, n, force(next), deposit(newcomer, 4))
	require.NoError(t, n.StopRollup(t.Context(), rollupName))
	require.Equal(t, types.ReceiptStatusSuccessful, arrive(next.Hash()).Status)
	awaitBalance(t, n, newcomer, 7*params.GWei)
	awaitInbox(t, n, 6)
	for _, o := range n.File().Operators {
		require.True(t, sequencing(t, n, o.Name).Stopped)
	}
}

// awaitBalance waits until an account has so many wei at every operator.
func awaitBalance(t *testing.T, n *Network, account common.Address, wei int64) {
	t.Helper()
	for _, url := range rpcs(n) {
		c := dial(t, url)
		testutil.Eventually(t, patience, func() bool {
			have, err := c.BalanceAt(t.Context(), account, nil)
			return err == nil && have.Cmp(big.NewInt(wei)) == 0
		}, "%s has %d wei at %s", account, wei, url)
	}
}

// awaitInbox waits until every operator says that all messages are taken.
func awaitInbox(t *testing.T, n *Network, count uint64) {
	t.Helper()
	for _, o := range n.File().Operators {
		testutil.Eventually(t, patience, func() bool {
			inbox := sequencing(t, n, o.Name).Inbox
			return uint64(inbox.Count) == count && uint64(inbox.Taken) == count
		}, "%d messages are taken at %s", count, o.Name)
	}
}

// TestL1StateOnRollup proves to a contract on the rollup what a contract on L1 holds: how much ether is locked there for the
// rollup. The L1 block is that of the beacon root of the rollup's block in which a deposit arrived.
func TestL1StateOnRollup(t *testing.T) {
	options := testOptions(t)
	options.BlockInterval, options.Operators = 100*time.Millisecond, 1
	n := start(t, options)
	defer func() { stop(t, n) }()
	url, rollup, to := rpcs(n)[0], n.File().Rollups[0].ID, common.Address{19: 0xdd}
	mirror := sendFrom(t, url, nil, common.FromHex(bindings.L1MirrorMetaData.Bin)).ContractAddress
	data, err := l1.PackDeposit(rollup, to)
	require.NoError(t, err)
	deposited := onL1(t, n, l1Call{data, big.NewInt(5 * params.GWei)})

	block := depositBlock(t, n, url, to)
	require.NotNil(t, block.BeaconRoot())
	l1Header, err := n.L1().HeaderByHash(t.Context(), *block.BeaconRoot())
	require.NoError(t, err)
	require.GreaterOrEqual(t, l1Header.Number.Uint64(), deposited.BlockNumber.Uint64())
	squad := n.File().Contracts["Squad"]
	slot := crypto.Keccak256Hash(rollup[:], common.Hash{}.Bytes()) // of _inboxes, the contract's first mapping
	ofAccount, ofSlot := proveSlot(t, n.File().L1.RPC, squad, slot, l1Header.Number)
	header, err := rlp.EncodeToBytes(l1Header)
	require.NoError(t, err)
	binding := bindings.NewL1Mirror()
	sendFrom(t, url, &mirror, binding.PackMirror(new(big.Int).SetUint64(block.Time()), header, squad, ofAccount, slot, ofSlot))

	out, err := dial(t, url).CallContract(t.Context(), callMsg(mirror, binding.PackValueOf(squad, slot)), nil)
	require.NoError(t, err)
	value, err := binding.UnpackValueOf(out)
	require.NoError(t, err)
	require.EqualValues(t, 1, binary.BigEndian.Uint64(value[24:]), "messages in the inbox")
	require.Equal(t, big.NewInt(5*params.GWei), new(big.Int).SetBytes(value[:24]), "wei locked for the rollup")
	probe(t, rpcs(n))
}

// depositBlock waits for the block of the rollup in which a deposit for an account arrives.
func depositBlock(t *testing.T, n *Network, url string, to common.Address) *types.Block {
	t.Helper()
	awaitInbox(t, n, 1)
	c := dial(t, url)
	head, err := c.BlockNumber(t.Context())
	require.NoError(t, err)
	for number := head; number > 0; number-- {
		block, err := c.BlockByNumber(t.Context(), new(big.Int).SetUint64(number))
		require.NoError(t, err)
		for _, w := range block.Withdrawals() {
			require.Equal(t, to, w.Address)
			return block
		}
	}
	t.Fatal("no block has the deposit")
	return nil
}

// proveSlot is the proof of a slot at a block of L1: of the account, and of the slot in it.
func proveSlot(t *testing.T, url string, account common.Address, slot common.Hash, block *big.Int) (ofAccount, ofSlot [][]byte) {
	t.Helper()
	var proof struct {
		AccountProof []hexutil.Bytes
		StorageProof []struct{ Proof []hexutil.Bytes }
	}
	require.NoError(t, call(t, url, &proof, "eth_getProof", account, []common.Hash{slot}, hexutil.EncodeBig(block)))
	require.Len(t, proof.StorageProof, 1)
	for _, node := range proof.AccountProof {
		ofAccount = append(ofAccount, node)
	}
	for _, node := range proof.StorageProof[0].Proof {
		ofSlot = append(ofSlot, node)
	}
	return ofAccount, ofSlot
}
