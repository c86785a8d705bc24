package localnet

import (
	"context"
	"crypto/ecdsa"
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/internal/testutil"
)

// spoilLeaders lets operators do wrong, each what it is told.
func spoilLeaders(t *testing.T, n *Network, faults map[string]string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	errs := make(chan error, len(faults))
	for name, fault := range faults {
		go func() { errs <- n.Fault(ctx, name, []string{fault}) }()
	}
	for range faults {
		require.NoError(t, <-errs)
	}
}

// sequencing is how an operator sees SQUAD of the first rollup.
func sequencing(t *testing.T, n *Network, name string) client.SquadStatus {
	t.Helper()
	o, err := n.File().Operator(name)
	require.NoError(t, err)
	c, err := client.Dial(t.Context(), o.API)
	require.NoError(t, err)
	defer c.Close()
	s, err := c.SquadStatus(t.Context(), rollupName)
	require.NoError(t, err)
	return s
}

// addressOf is the operator address of a name.
func addressOf(t *testing.T, n *Network, name string) common.Address {
	t.Helper()
	o, err := n.File().Operator(name)
	require.NoError(t, err)
	return o.Address
}

// TestLeadersThatErr has three leaders of four do wrong at once, each in its own way. The chain goes on, and the others say who
// did what. Then two of four keep the transactions of an account out.
func TestLeadersThatErr(t *testing.T) {
	options := testOptions(t)
	options.BlockInterval = 100 * time.Millisecond
	n := start(t, options)
	defer func() { stop(t, n) }()
	first := probe(t, rpcs(n))
	spoilLeaders(t, n, map[string]string{"operator-2": "withhold_bodies", "operator-3": "equivocate", "operator-4": "invalid_blocks"})
	halt := load(t, rpcs(n)[0])
	kinds := map[string]string{"operator-2": squad.FaultWithheldBody, "operator-3": squad.FaultEquivocation, "operator-4": squad.FaultInvalidBlock}
	for offender, kind := range kinds {
		for _, o := range n.File().Operators {
			if o.Name != offender {
				awaitFault(t, n, o.Name, offender, kind)
			}
		}
	}
	awaitDoubleHeader(t, n, "operator-1", "operator-3")
	require.Greater(t, probe(t, rpcs(n)).Block, first.Block)
	halt()
	requireOnlyFaults(t, n, kinds)

	censored := accountKeys()[4]
	word := "censor:" + crypto.PubkeyToAddress(censored.PublicKey).Hex()
	censors := map[string]string{"operator-3": word, "operator-4": word}
	spoilLeaders(t, n, censors)
	for range 2 {
		testutil.Eventually(t, patience, func() bool { return censors[leaderName(t, n)] != "" }, "a censor leads")
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		tiers, err := SendProbe(ctx, censored, rpcs(n))
		cancel()
		require.NoError(t, err)
		t.Logf("censored transaction ordered after %s, certified everywhere after %s", tiers.Ordered, tiers.Certified)
	}
}

// awaitFault waits until an operator has seen a fault of another.
func awaitFault(t *testing.T, n *Network, at, offender, kind string) {
	t.Helper()
	leader := addressOf(t, n, offender)
	testutil.Eventually(t, patience, func() bool {
		return slices.ContainsFunc(sequencing(t, n, at).Faults, func(f client.SquadFault) bool { return f.Leader == leader && f.Kind == kind })
	}, "%s of %s seen at %s", kind, offender, at)
}

// awaitDoubleHeader waits until an operator can prove that another signed two batches for a slot.
func awaitDoubleHeader(t *testing.T, n *Network, at, offender string) {
	t.Helper()
	leader := addressOf(t, n, offender)
	c := apiOf(t, n, at)
	testutil.Eventually(t, patience, func() bool {
		all, err := c.Evidence(t.Context())
		require.NoError(t, err)
		return slices.ContainsFunc(all, func(e client.Evidence) bool {
			proof, err := avs.DecodeEvidence(e.Proof)
			return err == nil && proof.Headers != nil && e.Offender == leader
		})
	}, "proof of two batches of %s at %s", offender, at)
}

// requireOnlyFaults checks that nobody is blamed for what it did not do. Who withholds bodies leaves those who acknowledged
// without one to give out, so that kind is not looked at.
func requireOnlyFaults(t *testing.T, n *Network, kinds map[string]string) {
	t.Helper()
	for _, o := range n.File().Operators {
		for _, f := range sequencing(t, n, o.Name).Faults {
			if f.Kind == squad.FaultWithheldBody {
				continue
			}
			i := slices.IndexFunc(n.File().Operators, func(o FileOperator) bool { return o.Address == f.Leader })
			require.GreaterOrEqual(t, i, 0)
			require.Equal(t, kinds[n.File().Operators[i].Name], f.Kind, "%s blames %s", o.Name, n.File().Operators[i].Name)
		}
	}
}

// onL1 sends transactions of account 5 to SQUAD's contract on L1 and waits until all are in a block.
func onL1(t *testing.T, n *Network, calls ...l1Call) *types.Receipt {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	chain, to := &resender{Client: n.L1()}, n.File().Contracts["Squad"]
	nonce, err := chain.PendingNonceAt(ctx, address(5))
	require.NoError(t, err)
	var last *types.Transaction
	for i, c := range calls {
		id := new(big.Int).SetUint64(n.File().L1.ChainID)
		last = types.MustSignNewTx(accountKeys()[5], types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce + uint64(i), To: &to,
			Value: c.value, Data: c.data, Gas: 500_000, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei)})
		require.NoError(t, chain.SendTransaction(ctx, last))
	}
	var receipt *types.Receipt
	testutil.Eventually(t, patience, func() bool {
		receipt, err = chain.TransactionReceipt(ctx, last.Hash())
		return err == nil
	}, "the last call is in a block of L1")
	require.Equal(t, types.ReceiptStatusSuccessful, receipt.Status)
	return receipt
}

type l1Call struct {
	data  []byte
	value *big.Int
}

// signed is a transfer of one wei on the rollup with a nonce, which no operator is sent.
func signed(t *testing.T, key *ecdsa.PrivateKey, nonce uint64) *types.Transaction {
	t.Helper()
	id, to := big.NewInt(rollupChainID), common.Address{19: 0xbb}
	return types.MustSignNewTx(key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, To: &to, Value: big.NewInt(1),
		Gas: params.TxGas, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei)})
}
