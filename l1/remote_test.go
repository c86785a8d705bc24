package l1

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/contracts/bindings"
	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet/deploy"
	"github.com/trident-network/trident/rollup"
)

const rollupChain = 1001

// execution is a rollup's own execution client, as an operator runs it, that makes a block for each transaction.
type execution struct {
	*rollup.Driver
	t      *testing.T
	client *ethclient.Client
	nonce  uint64
}

func newExecution(t *testing.T) *execution {
	t.Helper()
	genesis, _ := rollup.Genesis(rollupChain, 60_000_000, types.GenesisAlloc{address("owner"): {Balance: ether(1000)}}, uint64(time.Now().Add(time.Hour).Unix()))
	d, err := rollup.Open(t.Context(), rollup.Config{DataDir: t.TempDir(), Genesis: genesis, RPC: "127.0.0.1:0"})
	require.NoError(t, err)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		require.NoError(t, d.Close(ctx))
	})
	client := ethclient.NewClient(d.Attach())
	t.Cleanup(client.Close)
	return &execution{Driver: d, t: t, client: client}
}

// send has a transaction executed; it must succeed.
func (e *execution) send(to *common.Address, value *big.Int, data []byte) *types.Receipt {
	e.t.Helper()
	id := big.NewInt(rollupChain)
	tx := types.MustSignNewTx(testKey("owner"), types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: e.nonce, To: to, Value: value,
		Data: data, Gas: 16_000_000, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(20 * params.GWei)})
	e.nonce++
	ctx := e.t.Context()
	require.NoError(e.t, e.client.SendTransaction(ctx, tx))
	var block avs.BuiltBlock
	testutil.Eventually(e.t, patience, func() bool {
		head, err := e.Head(ctx)
		require.NoError(e.t, err)
		block, err = e.Build(ctx, avs.BuildRequest{Parent: head.Hash, Timestamp: head.Timestamp + 1})
		if errors.Is(err, avs.ErrNoWork) {
			return false
		}
		require.NoError(e.t, err)
		return true
	}, "a block with the transaction")
	_, err := e.Import(ctx, block.Body)
	require.NoError(e.t, err)
	require.NoError(e.t, e.SetHead(ctx, block.Ref.Hash))
	var receipt *types.Receipt
	testutil.Eventually(e.t, patience, func() bool {
		receipt, err = e.client.TransactionReceipt(ctx, tx.Hash())
		return err == nil
	}, "the receipt")
	require.Equal(e.t, types.ReceiptStatusSuccessful, receipt.Status, "transaction reverted")
	return receipt
}

func (e *execution) create(code []byte) common.Address {
	e.t.Helper()
	return e.send(nil, nil, code).ContractAddress
}

// refused calls a contract that must revert, and returns its word for it.
func (e *execution) refused(to common.Address, data []byte) string {
	e.t.Helper()
	_, err := e.client.CallContract(e.t.Context(), ethereum.CallMsg{To: &to, Data: data}, nil)
	require.Error(e.t, err)
	return explain(err).Error()
}

// proof is eth_getProof of an account and slots of it.
func proof(t *testing.T, client *ethclient.Client, at common.Address, slots []common.Hash, block uint64) StateProof {
	t.Helper()
	var p StateProof
	require.NoError(t, client.Client().CallContext(t.Context(), &p, "eth_getProof", at, slots, hexutil.EncodeUint64(block)))
	return p
}

// TestHandOffToARollup takes the operator sets of a network with the real EigenLayer to the rollup's own chain, by hand-offs
// alone, and has certificates checked there: by the verifier, and by Mach.
func TestHandOffToARollup(t *testing.T) {
	n := newNetwork(t, 4)
	n.snapshot(n.sets...)
	o := n.observer()
	o.follow()
	wanted := []avs.SetID{avs.OrderingSet, avs.MachSet(0)}
	at := n.Head()
	first := o.registry.SetsAt(at, wanted)
	require.Len(t, first, 2)
	hash, err := n.client.HashAt(t.Context(), at)
	require.NoError(t, err)

	e := newExecution(t)
	table := e.create(RemoteBytecode(n.contracts.Domain(), avs.L1View{Number: at, BlockHash: hash, Sets: first}))
	do := func(data []byte, err error) *types.Receipt {
		t.Helper()
		require.NoError(t, err)
		return e.send(&table, nil, data)
	}
	do(PackBootstrap(first))

	// The terms of the rollup, by the state of L1 at the handed-off block.
	header, err := n.client.HeaderByHash(t.Context(), hash)
	require.NoError(t, err)
	slots := TermsSlots(n.demo())
	terms := do(PackProveRollup(n.demo(), header,
		proof(t, n.client.Client, n.contracts.Addresses[deploy.RestakedRollups], slots[:], at)))
	out, err := e.client.CallContract(t.Context(), ethereum.CallMsg{To: &table, Data: remoteABI.PackMachTerms(n.demo())}, nil)
	require.NoError(t, err)
	got, err := remoteABI.UnpackMachTerms(out)
	require.NoError(t, err)
	require.Equal(t, bindings.MachTermsOutput{Set: uint32(avs.MachSet(0)), MinimumLevel: uint8(avs.LevelExecution)}, got)

	// Stake moves on L1: the old ordering set attests the new sets.
	n.raise(0)
	n.mine(epochBlocks)
	n.snapshot(wanted...)
	o.follow()
	second := o.registry.SetsAt(n.Head(), wanted)
	require.EqualValues(t, 2, second[0].Epoch())
	handOff := n.certifyView(first[0], n.Head(), second)
	forged := handOff
	forged.View.Number++
	data, err := PackHandOff(forged)
	require.NoError(t, err)
	require.Contains(t, e.refused(table, data), "BadSignature")
	receipt := do(PackHandOff(handOff))
	data, err = PackHandOff(handOff)
	require.NoError(t, err)
	require.Contains(t, e.refused(table, data), "StaleView")
	t.Logf("handOff of two sets of 4: %d gas; proveRollup: %d gas", receipt.GasUsed, terms.GasUsed)

	// The next one comes with hashes alone, and its sets afterwards.
	n.raise(1)
	n.mine(epochBlocks)
	n.snapshot(wanted...)
	o.follow()
	third := o.registry.SetsAt(n.Head(), wanted)
	do(PackHandOffHashes(n.certifyView(second[0], n.Head(), third)))
	for _, set := range third {
		do(PackDeliver(set))
	}

	// Certificates of every epoch are checked there.
	verifier := e.create(append(common.FromHex(bindings.RemoteVerifierMetaData.Bin), bindings.NewRemoteVerifier().PackConstructor(table, 0)...))
	mach := e.create(append(common.FromHex(bindings.MachMetaData.Bin), machABI.PackConstructor(table, table)...))
	for i, set := range []*avs.OperatorSet{first[1], second[1], third[1]} {
		c := n.certify(set, n.demo(), uint64(10+i))
		claim, signers, signature, err := contractArguments(c)
		require.NoError(t, err)
		_, err = e.client.CallContract(t.Context(), ethereum.CallMsg{To: &verifier,
			Data: bindings.NewRemoteVerifier().PackVerifyFinality(claim, signers, signature)}, nil)
		require.NoError(t, err)
		data, err := PackSubmit(c)
		require.NoError(t, err)
		e.send(&mach, nil, data)
		bad := c
		bad.Claim.StateRoot[0] ^= 1
		claim, signers, signature, err = contractArguments(bad)
		require.NoError(t, err)
		require.Contains(t, e.refused(verifier, bindings.NewRemoteVerifier().PackVerifyFinality(claim, signers, signature)), "BadSignature")
	}
	data, err = PackAlert(n.certifyAlert(third[1], n.demo(), 1))
	require.NoError(t, err)
	e.send(&mach, nil, data)
	out, err = e.client.CallContract(t.Context(), ethereum.CallMsg{To: &mach, Data: machABI.PackIsPaused(n.demo())}, nil)
	require.NoError(t, err)
	paused, err := machABI.UnpackIsPaused(out)
	require.NoError(t, err)
	require.True(t, paused)

	// A verifier that wants fresh sets refuses these by name: the rollup's clock is an hour ahead of the L1 block that was shown.
	fresh := e.create(append(common.FromHex(bindings.RemoteVerifierMetaData.Bin), bindings.NewRemoteVerifier().PackConstructor(table, 60)...))
	claim, signers, signature, err := contractArguments(n.certify(third[1], n.demo(), 20))
	require.NoError(t, err)
	require.Contains(t, e.refused(fresh, bindings.NewRemoteVerifier().PackVerifyFinality(claim, signers, signature)), "StaleSnapshot")
	newest, err := n.client.HeaderByNumber(t.Context(), new(big.Int).SetUint64(n.Head()))
	require.NoError(t, err)
	do(PackShowHeader(newest))
	require.Contains(t, e.refused(fresh, bindings.NewRemoteVerifier().PackVerifyFinality(claim, signers, signature)), "StaleSnapshot")
}

// TestBridgePaysOnFinality: a withdrawal on the rollup's own execution client, proven by its real state to the escrow on L1.
func TestBridgePaysOnFinality(t *testing.T) {
	n := newNetwork(t, 4)
	n.snapshot(avs.MachSet(0))
	o := n.observer()
	o.follow()
	set := o.registry.SetsAt(n.Head(), []avs.SetID{avs.MachSet(0)})[0]

	e := newExecution(t)
	outboxABI, escrowABI := bindings.NewBridgeOutbox(), bindings.NewBridgeEscrow()
	outbox := e.create(common.FromHex(bindings.BridgeOutboxMetaData.Bin))
	to := common.HexToAddress("0xbeef")
	e.send(&outbox, ether(1), outboxABI.PackWithdraw(to))
	receipt := e.send(&outbox, ether(2), outboxABI.PackWithdraw(to))

	number := receipt.BlockNumber.Uint64()
	header, err := e.client.HeaderByHash(t.Context(), receipt.BlockHash)
	require.NoError(t, err)
	encoded, err := rlp.EncodeToBytes(header)
	require.NoError(t, err)
	slot := crypto.Keccak256Hash(common.LeftPadBytes([]byte{1}, 32), make([]byte, 32))
	p := proof(t, e.client, outbox, []common.Hash{slot}, number)

	owner := n.tx("owner")
	mach := n.contracts.Addresses[deploy.Mach]
	nonce, err := n.client.NonceAt(t.Context(), address("owner"), nil)
	require.NoError(t, err)
	create(t, n.client, nonce, append(common.FromHex(bindings.BridgeEscrowMetaData.Bin), escrowABI.PackConstructor(mach, n.demo(), outbox)...))
	escrow := crypto.CreateAddress(address("owner"), nonce)
	call := func(data []byte, value *big.Int) (*types.Receipt, error) {
		return owner.Send(t.Context(), Call{Label: "escrow", To: escrow, Data: data, Value: value})
	}
	_, err = call(escrowABI.PackDeposit(to), ether(5))
	require.NoError(t, err)
	withdraw := escrowABI.PackWithdraw(big.NewInt(1), to, ether(2), encoded, Nodes(p.Account), Nodes(p.Storage[0].Proof))
	_, err = call(withdraw, nil)
	require.ErrorContains(t, err, "NotFinal")

	submit, err := PackSubmit(n.certifyBlock(set, n.demo(), number, receipt.BlockHash))
	require.NoError(t, err)
	_, err = owner.Send(t.Context(), Call{Label: "submit", To: mach, Data: submit})
	require.NoError(t, err)
	for sequence, refusal := range []string{"FinalityIsPaused", ""} {
		alert, err := PackAlert(n.certifyAlert(set, n.demo(), uint64(sequence+1)))
		require.NoError(t, err)
		_, err = owner.Send(t.Context(), Call{Label: "alert", To: mach, Data: alert})
		require.NoError(t, err)
		if refusal != "" {
			_, err = call(withdraw, nil)
			require.ErrorContains(t, err, refusal)
		}
	}
	more := escrowABI.PackWithdraw(big.NewInt(1), to, ether(3), encoded, Nodes(p.Account), Nodes(p.Storage[0].Proof))
	_, err = call(more, nil)
	require.ErrorContains(t, err, "WrongWithdrawal")
	paid, err := call(withdraw, nil)
	require.NoError(t, err)
	balance, err := n.client.BalanceAt(t.Context(), to, nil)
	require.NoError(t, err)
	require.Equal(t, ether(2), balance)
	_, err = call(withdraw, nil)
	require.ErrorContains(t, err, "AlreadyPaid")
	t.Logf("withdraw: %d gas", paid.GasUsed)
}

// create deploys a contract on L1.
func create(t *testing.T, client *Client, nonce uint64, code []byte) {
	t.Helper()
	id := big.NewInt(chainID)
	tx := types.MustSignNewTx(testKey("owner"), types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, Data: code,
		Gas: 8_000_000, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(50 * params.GWei)})
	require.NoError(t, client.SendTransaction(t.Context(), tx))
	testutil.Eventually(t, patience, func() bool {
		receipt, err := client.TransactionReceipt(t.Context(), tx.Hash())
		return err == nil && receipt.Status == types.ReceiptStatusSuccessful
	}, "contract creation")
}
